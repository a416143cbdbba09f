//! The whole main job without a mouse.

use boundaries::{App, Options, Words};
use serde_json::json;

use crate::steps::{self, PASSPHRASE, travel};

#[test]
fn everything_can_be_done_by_keyboard_alone() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let keys = app.attach("keys").await;
        keys.see(words.say("keys-promise")).await;
        keys.tab_to(words.say("keys-begin")).await;
        keys.keys(&["Enter"]).await;
        keys.see_heading(words.say("keys-passphrase-title")).await;
        keys.tab_to(words.say("keys-passphrase")).await;
        keys.type_keys(PASSPHRASE).await;
        keys.tab_to(words.say("keys-passphrase-repeat")).await;
        keys.type_keys(PASSPHRASE).await;
        keys.keys(&["Enter"]).await;
        keys.see_heading(words.say("keys-sheet-title")).await;
        keys.tab_to(words.say("keys-sheet-later")).await;
        keys.keys(&["Enter"]).await;

        let journal = app.attach("journal").await;
        journal.see(words.say("today-new")).await;
        journal.keys(&["Control", "n"]).await;
        journal.see_heading(words.say("contact-title")).await;
        journal.tab_to("Kennismaking").await;
        journal.keys(&["Space"]).await;
        journal.tab_to(words.say("contact-begin")).await;
        journal.keys(&["Enter"]).await;
        journal.see(&words.say_with("writing-step", "number", "1")).await;
        let first = journal.heading().await;
        steps::tab_to_text(&journal).await;
        journal.type_keys("Met het toetsenbord.").await;
        journal.keys(&["Control", "Enter"]).await;
        journal.see(&words.say_with("writing-step", "number", "2")).await;
        journal.keys(&["Alt", "Left"]).await;
        journal.see_heading(&first).await;
        let value = journal.run("return document.querySelector('textarea').value", vec![]).await;
        assert_eq!(value, json!("Met het toetsenbord."));
        journal.keys(&["Control", "l"]).await;
        journal.wait_for_end();

        let keys = app.attach("keys").await;
        keys.see_heading(words.say("keys-unlock-title")).await;
        keys.tab_to(words.say("keys-passphrase")).await;
        keys.type_keys(PASSPHRASE).await;
        keys.keys(&["Enter"]).await;
        let journal = app.attach("journal").await;
        journal.see("Met het toetsenbord.").await;
    });
}
