//! What journeys share in which entries are walked through with somebody who was invited.

use std::collections::BTreeSet;

use boundaries::{App, Page, Words, wait_for};
use serde_json::json;

use crate::{
    clock, stage,
    steps::{self, PASSPHRASE},
};

/// A part of a page that is prepared, by what it answers.
const PART: &str = "const plain = text => (text ?? '').replace(/\\s+/g, ' ').trim(); \
    const part = [...document.querySelectorAll('main article [role=group]')]\
        .find(part => plain(part.querySelector('h4')?.textContent) === arguments[0]);";

/// A sentence that can be pressed, by words in it.
const SENTENCE: &str = "const sentence = [...document.querySelectorAll('.sentence')]\
    .find(one => one.textContent.replace(/\\s+/g, ' ').includes(arguments[0]));";

/// Goes to the place of walk-throughs and reads, the first time, what a note becomes that is shown.
pub async fn to_walk_throughs(journal: &Page, words: &Words) {
    journal.press(words.say("journal-walk-throughs")).await;
    journal.see_heading(words.say("journal-walk-throughs")).await;
    journal.see(words.say("walk-intro")).await;
}

/// Opens one for whom it is, from the list.
pub async fn open_for(journal: &Page, words: &Words, whom: &str) {
    to_walk_throughs(journal, words).await;
    journal.press(&words.say_with("walk-for", "whom", whom)).await;
    steps::see_gone(journal, words.say("walk-intro")).await;
}

/// Chooses entries by words that the list shows of them, in this order, and freezes them.
pub async fn prepare(journal: &Page, words: &Words, shown: &[&str]) {
    to_walk_throughs(journal, words).await;
    if !journal.has(words.say("walk-choose")).await {
        // Said once, and nothing is chosen before.
        for told in ["eyes", "asked", "stays", "covers", "copy"] {
            journal.see(words.say(&format!("walk-explains-{told}"))).await;
        }
        journal.press(words.say("walk-explains-done")).await;
    }
    journal.press(words.say("walk-choose")).await;
    journal.see_heading(words.say("walk-choose")).await;
    for shown in shown {
        let script = "const row = [...document.querySelectorAll('main li label')]\
            .find(row => row.textContent.includes(arguments[0])); row?.click(); return !!row";
        journal.until(&format!("an entry with “{shown}”"), script, vec![json!(shown)]).await;
    }
    journal.press(words.say("walk-choose-go")).await;
    journal.see_heading(words.say("walk-prepare-title")).await;
}

/// Says for whom, what for and how long.
pub async fn plan(journal: &Page, words: &Words, whom: &str, question: &str, minutes: u8) {
    journal.paste(words.say("walk-plan-for"), whom).await;
    journal.paste(words.say("walk-plan-question"), question).await;
    journal.press(&words.say_with("walk-plan-minutes-of", "minutes", &minutes.to_string())).await;
}

/// Presses the sentence with these words, and sees that it is covered.
pub async fn cover_sentence(journal: &Page, piece: &str) {
    let press = format!("{SENTENCE} sentence?.click(); return !!sentence");
    journal.until(&format!("the sentence “{piece}”"), &press, vec![json!(piece)]).await;
    see_sentence(journal, piece, true).await;
}

/// Waits until the sentence with these words is covered, or is not.
pub async fn see_sentence(journal: &Page, piece: &str, is_covered: bool) {
    let pressed = format!("{SENTENCE} return sentence?.getAttribute('aria-pressed') === arguments[1]");
    let what = format!("“{piece}” covered: {is_covered}");
    journal.until(&what, &pressed, vec![json!(piece), json!(is_covered.to_string())]).await;
}

/// Covers all of what answers this.
pub async fn cover_whole(journal: &Page, asked: &str) {
    let press = format!("{PART} part?.querySelector('input[type=checkbox]').click(); return !!part");
    journal.until(&format!("the part “{asked}”"), &press, vec![json!(asked)]).await;
    see_whole(journal, asked, true).await;
}

/// Waits until all of what answers this is covered, or not all of it.
pub async fn see_whole(journal: &Page, asked: &str, is_covered: bool) {
    // A box that is pressed is on at once; its sentences are when the store has it.
    let script = format!(
        "{PART} const sentences = [...part?.querySelectorAll('.sentence') ?? []]; \
        return sentences.length > 0 && part.querySelector('input[type=checkbox]').checked === arguments[1] && \
            sentences.every(one => one.getAttribute('aria-pressed') === 'true') === arguments[1]"
    );
    let what = format!("“{asked}” covered whole: {is_covered}");
    journal.until(&what, &script, vec![json!(asked), json!(is_covered)]).await;
}

/// Looks over what will be seen, page by page, and gives the words of each; `pages` are words that
/// tell each from the others. It ends where it can begin.
pub async fn look_over(journal: &Page, words: &Words, pages: &[&str]) -> Vec<String> {
    journal.press(words.say("walk-preview")).await;
    journal.see_heading(words.say("walk-preview-title")).await;
    stage::see(journal, words).await;
    let mut seen = Vec::new();
    for page in pages {
        journal.see(page).await;
        seen.push(steps::shown_in(journal, "main article").await);
        journal.press(words.say("walk-preview-next")).await;
    }
    see_looked_over(journal, words).await;
    seen
}

/// Waits until the store has it that everything was looked over: from then it can begin.
pub async fn see_looked_over(journal: &Page, words: &Words) {
    journal.see(words.say("walk-preview-end-body")).await;
    let ready = "const start = [...document.querySelectorAll('main button, .stage button')]\
        .find(button => button.textContent.trim() === arguments[0]); \
        return !!start && start.getAttribute('aria-disabled') !== 'true'";
    journal.until("what can begin", ready, vec![json!(words.say("walk-start"))]).await;
}

/// Begins, where it can begin, and gives the window in which others look along. By then nothing of the
/// journal runs.
pub async fn start(app: &App, words: &Words, journal: &Page) -> Page {
    let before = pages_and_roles(app);
    journal.press(words.say("walk-start")).await;
    journal.see(words.say("walk-start-title")).await;
    journal.see(words.say("walk-start-after")).await;
    journal.press(words.say("walk-start-now")).await;
    shown(app, words, &before).await
}

/// The window in which others look along, once something is to be seen in it; nothing of what ran
/// before is left then but the parent.
pub async fn shown(app: &App, words: &Words, before: &BTreeSet<u32>) -> Page {
    assert!(!before.is_empty(), "something ran");
    let walk = app.attach("walk-through").await;
    walk.see_heading(words.say("shown-agreements")).await;
    let left: Vec<_> = app.processes().into_iter().filter(|one| before.contains(&one.id)).collect();
    assert!(left.is_empty(), "what held the key is gone before anything is shown: {left:?}");
    sees_alone(app, &walk);
    walk
}

/// The processes that run with a window or a page of it.
pub fn pages_and_roles(app: &App) -> BTreeSet<u32> {
    app.processes().into_iter().map(|one| one.id).filter(|id| *id != app.process()).collect()
}

/// Sees that the window in which others look along is the only one there is, and has no file of the
/// journal open.
pub fn sees_alone(app: &App, walk: &Page) {
    let all = wait_for("the walk-through alone", || {
        let all = app.processes();
        let others = all.iter().filter(|one| one.role().is_some_and(|role| role != "walk-through"));
        (others.count() == 0).then_some(all)
    });
    let roles: Vec<_> = all.iter().filter(|one| one.role().is_some()).map(|one| one.id).collect();
    assert_eq!(roles, [walk.process()]);
    for process in all.iter().filter(|one| one.id != app.process()) {
        let open = process.open_files();
        assert!(open.iter().all(|file| !file.starts_with(app.journal())), "{process:?}: {open:?}");
    }
}

/// Goes from what is agreed to the first page.
pub async fn begin(walk: &Page, words: &Words) {
    walk.press(words.say("shown-begin")).await;
    steps::see_gone(walk, words.say("shown-agreements-known-body")).await;
}

/// Covers everything by the key for it, sees that none of these words is in the page, and shows it
/// again.
pub async fn cover_and_show(walk: &Page, words: &Words, seen: &[&str]) {
    for piece in seen {
        walk.see(piece).await;
    }
    walk.keys(&["Escape"]).await;
    walk.see_heading(words.say("shown-covered-all")).await;
    stage::holds_nothing_of(walk, seen).await;
    walk.press(words.say("shown-uncover")).await;
    for piece in seen {
        walk.see(piece).await;
    }
}

/// Lets the page's clock go on, and lets the page look at it. It begins with the first screen that is
/// painted, which may be later than what a script finds.
pub async fn pass(walk: &Page, minutes: u32) {
    minutes_left(walk).await;
    clock::go_on(walk, 60 * minutes).await;
    walk.run("document.dispatchEvent(new Event('visibilitychange')); return true", vec![]).await;
}

/// The minutes that the window says are left.
pub async fn minutes_left(walk: &Page) -> u32 {
    let script = "return document.querySelector('.clock')?.textContent.match(/\\d+/)?.[0] ?? null";
    let minutes = walk.until("the minutes left", script, vec![]).await;
    minutes.as_str().expect("a text").parse().expect("a number")
}

/// Gives the window this size, sees that nothing sticks out beside it, and takes a picture.
pub async fn fits(page: &Page, name: &str, width: u32, height: u32) {
    page.resize(width, height).await;
    let resized = "return Math.abs(innerWidth - arguments[0]) < 2";
    page.until("the width", resized, vec![json!(width)]).await;
    page.settle().await;
    stage::fits_its_width(page).await;
    page.picture(&format!("{name}-{width}")).await;
}

/// Ends it by the button for that; gives the lock window.
pub async fn finish(app: &App, words: &Words, walk: &Page) -> Page {
    walk.press(words.say("shown-finish")).await;
    walk.see_off().await;
    let keys = app.attach("keys").await;
    keys.see(words.say("keys-notice-walk-asked")).await;
    keys.see(words.say("keys-notice-walk-card")).await;
    keys
}

/// Unlocks to the card, and sees that there is no way into the journal but one.
pub async fn to_card(app: &App, words: &Words, keys: &Page) -> Page {
    steps::type_passphrase(keys, words, PASSPHRASE).await;
    keys.see_off().await;
    let journal = app.attach("journal").await;
    journal.see_heading(words.say("joint-title")).await;
    journal.control(words.say("joint-open")).await;
    for way in ["journal-today", "journal-entries", "journal-walk-throughs", "journal-settings", "today-new"]
    {
        assert!(!journal.has(words.say(way)).await, "“{way}” is no way from the card");
    }
    journal
}

/// Opens the journal, which is an act of its own.
pub async fn open_journal(journal: &Page, words: &Words) {
    journal.press(words.say("joint-open")).await;
    journal.control(words.say("today-new")).await;
}
