//! What journeys share that show something while others look along.

use boundaries::{App, Page, Words};
use serde_json::json;

use crate::steps;

/// Waits until the stage is there: no way into the journal around it, and one way out.
pub async fn see(journal: &Page, words: &Words) {
    journal.control(words.say("stage-leave")).await;
    let alone = "return document.querySelectorAll('body header nav, body a.skip').length === 0";
    journal.until("nothing around the stage", alone, vec![]).await;
    for way in ["journal-lock", "journal-today", "journal-entries", "journal-settings"] {
        assert!(!journal.has(words.say(way)).await, "“{way}” is no way out of a stage");
    }
}

/// Sees that a piece of what one wrote is nowhere in the page: not in its words, not in a field, not
/// where only a screen reader or a script would find it.
pub async fn holds_nothing_of(journal: &Page, pieces: &[&str]) {
    let script = "return [document.documentElement.outerHTML, document.title, \
        ...[...document.querySelectorAll('input, textarea')].map(field => field.value)].join(' ')";
    let page = journal.run(script, vec![]).await;
    let page = page.as_str().expect("a page");
    for piece in pieces {
        assert!(!page.contains(piece), "“{piece}” is in the page");
    }
}

/// Presses keys that would show something of the journal, and sees that they only say to close the
/// stage first.
pub async fn refuses(journal: &Page, words: &Words, keys: &[&str], own: &[&str]) {
    steps::see_gone(journal, words.say("stage-first")).await;
    let heading = journal.heading().await;
    journal.keys(keys).await;
    journal.see(words.say("stage-first")).await;
    assert_eq!(journal.heading().await, heading, "{keys:?} goes nowhere");
    see(journal, words).await;
    holds_nothing_of(journal, own).await;
}

/// The same by the menu of the window, with the letters that are underlined in it.
pub async fn menu_refuses(app: &App, journal: &Page, words: &Words, path: [&str; 2], own: &[&str]) {
    steps::see_gone(journal, words.say("stage-first")).await;
    let heading = journal.heading().await;
    let [menu, item] = path.map(|id| letter(words.say(id)));
    // The window itself hears these, and not only its page.
    let pressed = app.desktop().ask("xdotool", &["key", "--delay", "400", &format!("alt+{menu}"), &item]);
    assert!(pressed.is_some(), "the keys of the menu can be pressed");
    journal.see(words.say("stage-first")).await;
    assert_eq!(journal.heading().await, heading, "{path:?} goes nowhere");
    see(journal, words).await;
    holds_nothing_of(journal, own).await;
}

/// The size in pixels of the letters that a text is in.
pub async fn letters_of(journal: &Page, text: &str) -> f64 {
    let script = "const plain = text => text.replace(/\\s+/g, ' ').trim(); \
        const held = [...document.querySelectorAll('main *')]\
            .filter(element => plain(element.textContent).includes(arguments[0])).at(-1); \
        return held ? parseFloat(getComputedStyle(held).fontSize) : null";
    journal.until(&format!("“{text}”"), script, vec![json!(text)]).await.as_f64().expect("a size")
}

/// Sees that nothing sticks out beside the window.
pub async fn fits_its_width(journal: &Page) {
    let script = "return document.documentElement.scrollWidth - innerWidth";
    let over = journal.run(script, vec![]).await.as_i64().expect("a width");
    assert!(over <= 0, "{over} pixels stick out of a narrow window");
}

/// Sees that all of a stage is in sight at once.
pub async fn fits_its_window(journal: &Page) {
    let script = "return document.documentElement.scrollHeight - innerHeight";
    let over = journal.run(script, vec![]).await.as_i64().expect("a height");
    assert!(over <= 0, "{over} pixels of a stage are out of sight");
}

/// The letter that opens something in a menu.
fn letter(name: &str) -> String {
    let (_, after) = name.split_once('&').expect("a letter for the keyboard");
    after.chars().take(1).flat_map(char::to_lowercase).collect()
}
