//! Steps that most journeys begin with.

use std::future::Future;

use boundaries::{App, Page, Words};
use serde_json::json;

/// The passphrase of a journey. It protects nothing.
pub const PASSPHRASE: &str = "ooievaar mist klimop vork tafel";

/// Runs a journey.
pub fn travel(journey: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(journey);
}

/// From the first window to an open journal, leaving the recovery sheet for later.
pub async fn set_up(app: &App, words: &Words) -> Page {
    let keys = app.attach("keys").await;
    choose_passphrase(&keys, words).await;
    keys.press(words.say("keys-sheet-later")).await;
    opened(app, words).await
}

/// Through the first two steps of setting up, to the recovery sheet.
pub async fn choose_passphrase(keys: &Page, words: &Words) {
    keys.press(words.say("keys-begin")).await;
    keys.write(words.say("keys-passphrase"), PASSPHRASE).await;
    keys.write(words.say("keys-passphrase-repeat"), PASSPHRASE).await;
    keys.press(words.say("keys-use-passphrase")).await;
    keys.see_heading(words.say("keys-sheet-title")).await;
}

/// Unlocks with a passphrase.
pub async fn unlock(app: &App, words: &Words) -> Page {
    let keys = app.attach("keys").await;
    type_passphrase(&keys, words, PASSPHRASE).await;
    opened(app, words).await
}

/// Types a passphrase into the lock window and presses its button.
pub async fn type_passphrase(keys: &Page, words: &Words, passphrase: &str) {
    keys.see_heading(words.say("keys-unlock-title")).await;
    let field = keys.control(words.say("keys-passphrase")).await;
    field.clear().await.expect("a field can be cleared");
    keys.write(words.say("keys-passphrase"), passphrase).await;
    keys.press(words.say("keys-unlock")).await;
}

/// The journal's window, once its first screen is there.
pub async fn opened(app: &App, words: &Words) -> Page {
    let journal = app.attach("journal").await;
    journal.control(words.say("today-new")).await;
    journal
}

/// Starts an entry about a contact of today, with questions.
pub async fn start_contact(journal: &Page, words: &Words, kind: &str) {
    journal.press(words.say("journal-today")).await;
    journal.press(words.say("today-new")).await;
    journal.see_heading(words.say("contact-title")).await;
    journal.press(kind).await;
    journal.press(words.say("contact-begin")).await;
    journal.see(&words.say_with("writing-step", "number", "1")).await;
}

/// Starts a free page and waits until it can be written on.
pub async fn start_free_page(journal: &Page, words: &Words) {
    journal.press(words.say("today-free")).await;
    journal.see_heading(words.say("writing-free-title")).await;
}

/// Puts a text into the field to write in, at once, as pasting does.
pub async fn insert(journal: &Page, text: &str) {
    let script = "const field = document.querySelector('textarea'); field.focus(); \
        document.execCommand('insertText', false, arguments[0]); return true";
    journal.run(script, vec![json!(text)]).await;
}

/// Locks by the button and waits until the journal's process has gone.
pub async fn lock(journal: &Page, words: &Words) {
    journal.press(words.say("journal-lock")).await;
    journal.wait_for_end();
}

/// The six groups on screen.
pub async fn groups(keys: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('main li')].map(e => e.textContent.replace(/\\s/g, ''))\
        .map(t => t.slice(-5)).filter(t => /^[0-9A-Z]{5}$/.test(t))";
    let groups = keys.until("the groups", script, vec![]).await;
    serde_json::from_value(groups).expect("a list of texts")
}

/// Types back the two groups that are asked for.
pub async fn type_back(keys: &Page, words: &Words, sheet: &[String]) {
    for (place, group) in sheet.iter().enumerate() {
        let label = words.say_with("keys-confirm-group", "number", &(place + 1).to_string());
        let asked =
            "return [...document.querySelectorAll('label')].some(l => l.textContent.trim() === arguments[0])";
        if keys.run(asked, vec![json!(label)]).await == json!(true) {
            keys.control(&label).await.clear().await.expect("a field can be cleared");
            keys.write(&label, group).await;
        }
    }
}
