//! Walking through together without a mouse, from the note to the card.

use boundaries::{App, Options, Page, Words};

use crate::{
    stage,
    steps::{self, PASSPHRASE, travel},
    walking,
};

const NOTE: &str = "Aan de balie bleef een vraag liggen. Mevrouw Pietersen moest drie keer terug.";
const TAKEN: &str = "Ik begin met de vraag hoe de ochtend was.";

#[test]
fn all_of_it_goes_by_keyboard_alone() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::write_page(&journal, &words, NOTE).await;
        let press = async |page: &Page, id: &str| {
            page.tab_to(words.say(id)).await;
            page.keys(&["Enter"]).await;
        };
        press(&journal, "journal-walk-throughs").await;
        journal.see_heading(words.say("journal-walk-throughs")).await;
        press(&journal, "walk-explains-done").await;
        journal.control(words.say("walk-choose")).await;
        press(&journal, "walk-choose").await;
        journal.see("Aan de balie").await;
        journal.tab_to(words.say("entries-free")).await;
        journal.keys(&["Space"]).await;
        press(&journal, "walk-choose-go").await;
        journal.see_heading(words.say("walk-prepare-title")).await;
        journal.tab_to(words.say("walk-plan-for")).await;
        journal.type_keys("teamleider").await;
        journal.tab_to(words.say("walk-plan-question")).await;
        journal.type_keys("Wat zie jij?").await;
        // Sentences are reached by Tab once, and then by arrows.
        journal.tab_to("Aan de balie").await;
        journal.keys(&["Right"]).await;
        journal.keys(&["Space"]).await;
        walking::see_sentence(&journal, "Pietersen", true).await;
        walking::see_sentence(&journal, "Aan de balie", false).await;
        press(&journal, "walk-preview").await;
        journal.see_heading(words.say("walk-preview-title")).await;
        journal.see("Aan de balie").await;
        journal.keys(&["Right"]).await;
        walking::see_looked_over(&journal, &words).await;
        press(&journal, "walk-start").await;
        journal.see(words.say("walk-start-title")).await;
        let before = walking::pages_and_roles(&app);
        press(&journal, "walk-start-now").await;

        let walk = walking::shown(&app, &words, &before).await;
        press(&walk, "shown-begin").await;
        walk.see("Aan de balie bleef een vraag liggen.").await;
        stage::holds_nothing_of(&walk, &["Pietersen"]).await;
        walk.keys(&["Escape"]).await;
        walk.see_heading(words.say("shown-covered-all")).await;
        stage::holds_nothing_of(&walk, &["Aan de balie"]).await;
        press(&walk, "shown-uncover").await;
        walk.see("Aan de balie").await;
        walking::pass(&walk, 26).await;
        walk.see(words.say("shown-soon")).await;
        press(&walk, "shown-more-time").await;
        let keys = app.attach("keys").await;
        keys.see_heading(words.say("more-time-title")).await;
        keys.tab_to(words.say("keys-passphrase")).await;
        keys.type_keys(PASSPHRASE).await;
        keys.keys(&["Enter"]).await;
        keys.see_off().await;
        walk.see("Aan de balie").await;
        walk.keys(&["Right"]).await;
        walk.see_heading(words.say("shown-end")).await;
        press(&walk, "shown-finish").await;
        walk.see_off().await;

        let keys = app.attach("keys").await;
        keys.see(words.say("keys-notice-walk-asked")).await;
        keys.tab_to(words.say("keys-passphrase")).await;
        keys.type_keys(PASSPHRASE).await;
        keys.keys(&["Enter"]).await;
        keys.see_off().await;
        let journal = app.attach("journal").await;
        journal.see_heading(words.say("joint-title")).await;
        journal.tab_to(words.say("joint-take-along")).await;
        journal.type_keys(TAKEN).await;
        press(&journal, "joint-keep").await;
        journal.see(words.say("joint-said-kept")).await;
        press(&journal, "joint-open").await;
        journal.control(words.say("today-new")).await;
    });
}
