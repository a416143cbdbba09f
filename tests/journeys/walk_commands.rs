//! The window that others look at can do its own five things and nothing else, and no other window can do
//! those.

use boundaries::{App, Options, Page, Words, figure};

use crate::{
    clock,
    hostile::policy,
    steps::{self, travel},
};

/// Minutes of the walk-through that the example journal has prepared.
const MINUTES: u32 = 30;

#[test]
fn a_walk_through_hears_its_own_commands_and_no_other_window_hears_those() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options { example: true, ..Options::default() });
        let keys = app.attach("keys").await;
        policy::keys_has_nothing_of_others(&keys).await;
        steps::type_passphrase(&keys, &words, steps::EXAMPLE).await;
        keys.see_off().await;
        let journal = steps::opened(&app, &words).await;
        policy::journal_has_nothing_of_others(&journal).await;

        to_prepared(&journal, &words, "teamleider").await;
        let walk = begun(&app, &journal, &words).await;
        // It has its texts, and has said that they are on screen.
        policy::walk_through_has_nothing_of_others(&walk).await;
        walk.press(words.say("shown-begin")).await;
        walk.control(words.say("shown-next")).await;

        // It asks for more time; the window that opens beside it can end nothing of it.
        clock::go_on(&walk, 60 * (MINUTES - 4)).await;
        look_at_the_clock(&walk).await;
        walk.press(words.say("shown-more-time")).await;
        let keys = app.attach("keys").await;
        keys.see_heading(words.say("more-time-title")).await;
        policy::keys_has_nothing_of_others(&keys).await;
        policy::walk_through_has_nothing_of_others(&walk).await;
        walk.see(words.say("shown-asked-body")).await;
        keys.press(words.say("more-time-not")).await;
        keys.see_off().await;
        // It hears that nobody gave any, and ends when it is asked to.
        walk.see(words.say("shown-covered-all")).await;
        walk.press(words.say("shown-finish")).await;
        walk.see_off().await;
        let others = contract::KEYS.len() + contract::JOURNAL.len();
        figure("I3", "commands of others called from a walk-through", others, "0 heard");
    });
}

/// Goes to the list of walk-throughs.
pub async fn to_list(journal: &Page, words: &Words) {
    journal.press(words.say("journal-walk-throughs")).await;
    journal.see_heading(words.say("journal-walk-throughs")).await;
}

/// Opens what is prepared for somebody, from the list.
pub async fn to_prepared(journal: &Page, words: &Words, for_whom: &str) {
    to_list(journal, words).await;
    journal.press(&words.say_with("walk-for", "whom", for_whom)).await;
    journal.see_heading(words.say("walk-prepare-title")).await;
}

/// Begins what stands ready; gives its window with what is agreed.
pub async fn begun(app: &App, journal: &Page, words: &Words) -> Page {
    journal.press(words.say("walk-start")).await;
    journal.see(words.say("walk-start-body")).await;
    journal.press(words.say("walk-start-now")).await;
    journal.wait_for_end();
    let walk = app.attach("walk-through").await;
    walk.see_heading(words.say("shown-agreements")).await;
    walk
}

/// The page looks at the time, as when it comes back into sight.
pub async fn look_at_the_clock(walk: &Page) {
    walk.run("document.dispatchEvent(new Event('visibilitychange')); return true", vec![]).await;
}
