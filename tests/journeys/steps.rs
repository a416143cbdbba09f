//! Steps that most journeys begin with.

use std::{future::Future, time::Duration};

use boundaries::{App, Page, Words, wait_for};
use serde_json::json;

/// The passphrase of a journey. It protects nothing.
pub const PASSPHRASE: &str = "ooievaar mist klimop vork tafel";

/// The passphrase of every example journal.
pub const EXAMPLE: &str = "voorbeeld zonder geheim";

/// Longer than any journey takes. A driver that never answers must not hold up a whole run.
const LONGEST: Duration = Duration::from_secs(8 * 60);

/// Runs a journey.
pub fn travel(journey: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let end = runtime.expect("a runtime").block_on(async { tokio::time::timeout(LONGEST, journey).await });
    end.expect("a journey comes to its end");
}

/// From the first window to an open journal, leaving the recovery sheet for later.
pub async fn set_up(app: &App, words: &Words) -> Page {
    let keys = app.attach("keys").await;
    choose_passphrase(&keys, words).await;
    keys.press(words.say("keys-sheet-later")).await;
    opened_new(app, words).await
}

/// The window of a new journal after its first house work. That begins with a reserve on the disk and
/// makes a backup of what was written by then; nobody but a driver is as fast as it.
pub async fn opened_new(app: &App, words: &Words) -> Page {
    let journal = opened(app, words).await;
    let reserve = app.journal().join("reserve");
    wait_for("the reserve", || {
        reserve.metadata().is_ok_and(|file| file.len() >= 2 * 1024 * 1024).then_some(())
    });
    journal.press(words.say("journal-entries")).await;
    journal.see(words.say("entries-empty")).await;
    journal.press(words.say("journal-today")).await;
    journal.control(words.say("today-new")).await;
    journal
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
    keys.see_off().await;
    opened(app, words).await
}

/// Types a passphrase into the lock window and confirms it.
pub async fn type_passphrase(keys: &Page, words: &Words, passphrase: &str) {
    keys.see_heading(words.say("keys-unlock-title")).await;
    let field = keys.control(words.say("keys-passphrase")).await;
    field.clear().await.expect("a field can be cleared");
    keys.write(words.say("keys-passphrase"), passphrase).await;
    assert_eq!(keys.value(words.say("keys-passphrase")).await, passphrase, "every key arrived");
    keys.keys(&["Enter"]).await;
}

/// The journal's window, once its first screen is there.
pub async fn opened(app: &App, words: &Words) -> Page {
    let journal = app.attach("journal").await;
    journal.control(words.say("today-new")).await;
    journal
}

/// Goes to the screen on which an entry about a contact begins.
pub async fn to_new_contact(journal: &Page, words: &Words) {
    journal.press(words.say("journal-today")).await;
    journal.press(words.say("today-new")).await;
    journal.see_heading(words.say("contact-title")).await;
}

/// Writes a free page and is done with it.
pub async fn write_page(journal: &Page, words: &Words, text: &str) {
    journal.press(words.say("journal-today")).await;
    start_free_page(journal, words).await;
    write(journal, text).await;
    done(journal, words).await;
}

/// Goes to the backups, by way of the settings.
pub async fn to_backups(journal: &Page, words: &Words) {
    journal.press(words.say("journal-settings")).await;
    journal.press(words.say("settings-backups-action")).await;
    journal.see_heading(words.say("backups-title")).await;
}

/// Makes a backup and waits until it is there.
pub async fn make_backup(journal: &Page, words: &Words) {
    to_backups(journal, words).await;
    journal.press(words.say("backups-make")).await;
    journal.see(words.say("journal-said-backup")).await;
}

/// Goes to one of the places where one learns from one's work.
pub async fn to_learn(journal: &Page, words: &Words, place: &str) {
    journal.press(words.say("journal-learning")).await;
    journal.see_heading(words.say("journal-learning")).await;
    journal.press(words.say(place)).await;
    journal.see_heading(words.say(place)).await;
}

/// Goes to the page of an alias, by way of the settings.
pub async fn to_alias(journal: &Page, words: &Words, alias: &str) {
    journal.press(words.say("journal-settings")).await;
    journal.press(words.say("privacy-aliases-open")).await;
    journal.see_heading(words.say("alias-title")).await;
    journal.press(alias).await;
    journal.see_heading(alias).await;
}

/// The day so many days after the one on which the journey runs, as a Dutch screen says it in full.
pub async fn day_in(journal: &Page, days: u32) -> String {
    let script = "const day = new Date(); day.setDate(day.getDate() + arguments[0]); \
        return day.toLocaleDateString('nl-NL', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })";
    journal.run(script, vec![json!(days)]).await.as_str().expect("a day").to_owned()
}

/// Begins what was filled in on that screen, and waits for the first page.
pub async fn begin(journal: &Page, words: &Words) {
    journal.press(words.say("contact-begin")).await;
    journal.see(words.say("writing-overview")).await;
}

/// Starts an entry about a contact of today, with questions.
pub async fn start_contact(journal: &Page, words: &Words, kind: &str) {
    to_new_contact(journal, words).await;
    journal.press(kind).await;
    begin(journal, words).await;
    journal.see(&words.say_with("writing-step", "number", "1")).await;
}

/// The same with an alias and so many minutes; whatever page comes first.
pub async fn start_contact_with(journal: &Page, words: &Words, kind: &str, alias: &str, minutes: u8) {
    to_new_contact(journal, words).await;
    journal.press(kind).await;
    journal.press(&words.say_with("contact-minutes-choice", "minutes", &minutes.to_string())).await;
    if !alias.is_empty() {
        journal.write(words.say("contact-alias"), alias).await;
    }
    begin(journal, words).await;
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

/// Writes on the page on screen, which is empty, and sees that all of it is there.
pub async fn write(journal: &Page, text: &str) {
    insert(journal, text).await;
    let there = "return document.querySelector('textarea').value === arguments[0]";
    journal.until("the text in the field", there, vec![json!(text)]).await;
}

/// What stands in the field to write in.
pub async fn written(journal: &Page) -> String {
    let value = journal.run("return document.querySelector('textarea').value", vec![]).await;
    value.as_str().expect("a text").to_owned()
}

/// Says that the page on screen is about to be left, for [`arrived`].
pub async fn leaving(journal: &Page) {
    journal.run("document.querySelector('h1').dataset.left = ''; return true", vec![]).await;
}

/// Waits until another page is on screen than the one that was left.
pub async fn arrived(journal: &Page) {
    journal.until("another page", "return !!document.querySelector('h1:not([data-left])')", vec![]).await;
}

/// Goes on to the next page by the keyboard.
pub async fn next(journal: &Page) {
    leaving(journal).await;
    journal.keys(&["Control", "Enter"]).await;
    arrived(journal).await;
}

/// Asks for another question and waits until it stands there.
pub async fn other_question(journal: &Page, words: &Words) {
    leaving(journal).await;
    journal.press(words.say("writing-other")).await;
    arrived(journal).await;
}

/// Turns to a page by its words in the overview.
pub async fn turn_to(journal: &Page, name: &str) {
    let script = "const page = [...document.querySelectorAll('nav[aria-labelledby=overview-title] li button')]\
            .find(button => button.textContent.trim() === arguments[0]); \
        if (page?.getAttribute('aria-current') === 'step') return true; page?.click(); return false";
    journal.until(&format!("the page “{name}”"), script, vec![json!(name)]).await;
}

/// The pages of the entry on screen, as the overview has them.
pub async fn overview(journal: &Page) -> Vec<String> {
    let script = "const pages = [...document.querySelectorAll('nav[aria-labelledby=overview-title] li button')]\
        .map(button => button.textContent.trim()); return pages.length ? pages : null";
    let pages = journal.until("the overview", script, vec![]).await;
    serde_json::from_value(pages).expect("a list of texts")
}

/// The pages of the entry on screen with a question of the handbook.
pub async fn questions(journal: &Page, words: &Words) -> Vec<String> {
    let others = ["writing-outcome", "writing-own", "writing-free", "closing-step"].map(|id| words.say(id));
    let pages = overview(journal).await.into_iter();
    pages.filter(|page| !others.iter().any(|other| page.starts_with(other))).collect()
}

/// Is done for now, and sees Today.
pub async fn done(journal: &Page, words: &Words) {
    journal.press(words.say("writing-done")).await;
    journal.see(words.say("journal-said-done")).await;
}

/// Opens an entry to read, by words that the list shows of it, and gives all of it.
pub async fn read(journal: &Page, words: &Words, shown: &str) -> String {
    journal.press(words.say("journal-entries")).await;
    journal.see_heading(words.say("entries-title")).await;
    let script = "const row = [...document.querySelectorAll('main li button')]\
        .find(row => row.textContent.includes(arguments[0])); row?.click(); return !!row";
    journal.until(&format!("an entry with “{shown}”"), script, vec![json!(shown)]).await;
    journal.control(words.say("reading-write-on")).await;
    shown_in(journal, "article").await
}

/// The words in a part of the screen, on one line.
pub async fn shown_in(page: &Page, part: &str) -> String {
    let script =
        "return document.querySelector(arguments[0])?.innerText.replace(/\\s+/g, ' ').trim() ?? null";
    let text = page.until(&format!("the part {part}"), script, vec![json!(part)]).await;
    text.as_str().expect("a text").to_owned()
}

/// Waits until a text is no longer on screen.
pub async fn see_gone(page: &Page, text: &str) {
    let script = "return !document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
    page.until(&format!("“{text}” to go"), script, vec![json!(text)]).await;
}

/// Presses Tab until the field to write in has the focus, and sees that it has a name.
pub async fn tab_to_text(journal: &Page) {
    let focused = "const e = document.activeElement; if (e.tagName !== 'TEXTAREA') return null; \
        const by = e.getAttribute('aria-labelledby'); \
        return (e.labels?.[0]?.textContent ?? e.getAttribute('aria-label') ?? \
            (by ? document.getElementById(by)?.textContent : '') ?? '').trim()";
    let name = tab_until(journal, "the field to write in", focused).await;
    assert!(!name.is_empty(), "the field to write in has a name");
}

/// Presses Tab until a script gives a text about what has the focus.
pub async fn tab_until(page: &Page, what: &str, script: &str) -> String {
    for _ in 0..60 {
        if let Some(found) = page.run(script, vec![]).await.as_str() {
            return found.to_owned();
        }
        page.keys(&["Tab"]).await;
    }
    panic!("Tab never reaches {what}");
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

/// Chooses the next word for a resident with the arrow keys, as a closed list takes them; gives it.
pub async fn word_of_resident_by_keyboard(journal: &Page, words: &Words) -> String {
    journal.tab_to(words.say("settings-resident")).await;
    journal.keys(&["Down"]).await;
    journal.see(words.say("journal-said-settings")).await;
    let chosen = "return document.activeElement.value";
    journal.until("the word", chosen, vec![]).await.as_str().expect("a text").to_owned()
}
