//! From the open journal back to the lock window, for another passphrase or a recovery sheet.

use boundaries::{App, Options, Words};

use crate::steps::{self, PASSPHRASE, travel};

const ANOTHER: &str = "fluitketel regenjas molen perzik";

#[test]
fn another_passphrase_takes_the_place_of_the_old_one() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        journal.press(words.say("journal-settings")).await;
        journal.press(words.say("settings-passphrase")).await;
        journal.wait_for_end();

        let keys = app.attach("keys").await;
        keys.see(words.say("keys-unlock-change")).await;
        keys.write(words.say("keys-passphrase"), PASSPHRASE).await;
        keys.keys(&["Enter"]).await;
        keys.see_heading(words.say("keys-passphrase-title-new")).await;
        keys.write(words.say("keys-passphrase"), ANOTHER).await;
        keys.write(words.say("keys-passphrase-repeat"), ANOTHER).await;
        keys.press(words.say("keys-use-passphrase")).await;
        keys.press(words.say("keys-changed-open")).await;
        let journal = steps::opened(&app, &words).await;
        steps::lock(&journal, &words).await;

        let keys = app.attach("keys").await;
        steps::type_passphrase(&keys, &words, PASSPHRASE).await;
        keys.see(words.say("failure-wrong-passphrase")).await;
        steps::type_passphrase(&keys, &words, ANOTHER).await;
        steps::opened(&app, &words).await;
    });
}

#[test]
fn a_recovery_sheet_can_be_made_later() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        journal.see(words.say("today-recovery-title")).await;
        journal.press(words.say("today-recovery-action")).await;
        journal.wait_for_end();

        let keys = app.attach("keys").await;
        keys.see(words.say("keys-unlock-sheet")).await;
        keys.write(words.say("keys-passphrase"), PASSPHRASE).await;
        keys.keys(&["Enter"]).await;
        keys.see_heading(words.say("keys-sheet-title")).await;
        let sheet = steps::groups(&keys).await;
        keys.press(words.say("keys-sheet-copied")).await;
        // What does not stand on the sheet is not taken.
        let mut wrong = sheet.clone();
        wrong.iter_mut().for_each(|group| *group = "ZZZZZ".to_owned());
        steps::type_back(&keys, &words, &wrong).await;
        keys.press(words.say("keys-confirm-done")).await;
        keys.see(words.say("failure-groups-differ")).await;
        steps::type_back(&keys, &words, &sheet).await;
        keys.press(words.say("keys-confirm-done")).await;
        let journal = steps::opened(&app, &words).await;
        assert!(!journal.shows(words.say("today-recovery-title")).await, "the sheet is done");
    });
}
