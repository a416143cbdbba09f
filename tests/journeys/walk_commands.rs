//! The window that others look at can do its own five things and nothing else, and no other window can do
//! those.

use boundaries::{App, Options, Words, figure};

use crate::{
    hostile::policy,
    steps::{self, travel},
    walking,
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

        walking::open_for(&journal, &words, "teamleider").await;
        let walk = walking::start(&app, &words, &journal).await;
        // It has its texts, and has said that they are on screen.
        policy::walk_through_has_nothing_of_others(&walk).await;
        walk.press(words.say("shown-begin")).await;
        walk.control(words.say("shown-next")).await;

        // It asks for more time; the window that opens beside it can end nothing of it.
        assert_eq!(walking::minutes_left(&walk).await, MINUTES, "its time has begun");
        walking::pass(&walk, MINUTES - 4).await;
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
