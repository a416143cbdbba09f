//! Walking through notes with somebody: from the press that begins it to the first page that two
//! people see, and from Esc to a screen on which nothing of a note stands.
//!
//! The first page counts from the press to the first contentful paint of the window that others look
//! at: the journal saves, seals and has ended in between, and nothing is in that window before. Both
//! pages add their times to the system's clock. What is covered counts from the moment that the key's
//! event was made: in the document, where the texts are gone, and painted, which is the second frame
//! after that.

use std::{path::Path, time::Duration};

use boundaries::{App, Page, Words, walking, writing};
use fantoccini::elements::Element;
use journal::{Cover, EntryId, Journal, WalkPlan, WalkThroughId};
use serde_json::json;
use testkit::realistic_dutch;

use crate::{
    samples::Samples,
    specimen::{self, Specimen},
    table::{self, Table},
    window::{self, number},
};

/// How many walk-throughs there are. The first only warms up.
const ROUNDS: usize = 9;
/// The notes of each, and so how often everything is covered in it.
const PAGES: usize = 5;
/// The passages that are covered on each page.
const COVERS: u32 = 3;
/// Between two keys: somebody reads.
const REST: Duration = Duration::from_millis(400);

/// Measures how a walk-through begins, and how everything is covered.
pub fn measure(table: &mut Table) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(drive(table));
}

async fn drive(table: &mut Table) {
    let specimen = Specimen::career();
    let words = Words::of("nl");
    let app = window::start_on(&specimen, prepare).await;
    let mut times = Times::default();
    for round in 0..=ROUNDS {
        table::progress(&format!("  walk-through {round} of {ROUNDS}"));
        let journal = window::unlocked(&app, &words).await;
        if round > 0 {
            journal.see_heading(words.say("joint-title")).await;
            journal.press(words.say("joint-open")).await;
        }
        let walk = times.begin(&app, journal, &words, round).await;
        times.cover(&walk, &words, round > 0).await;
        walk.press(words.say("shown-finish")).await;
        walk.see_off().await;
    }
    times.hold(table, specimen.entries);
}

/// Writes notes of its own and prepares as many walk-throughs of them as are measured, each looked over:
/// the notes of the journal are words drawn by chance, every one of which may be an alias.
fn prepare(folder: &Path) {
    let mut journal = writing::open(folder, specimen::derive(folder)).expect("it opens");
    let text = realistic_dutch(1_200);
    let today = writing::moment().date_naive();
    for round in 0..=ROUNDS {
        let mut note = || {
            let entry = journal.start_entry(writing::page(), writing::moment()).expect("an entry").id;
            writing::save(&mut journal, entry, None, &text).expect("an answer");
            entry
        };
        let entries: Vec<EntryId> = (0..PAGES).map(|_| note()).collect();
        let id = walking::prepare(&mut journal, &entries);
        cover_passages(&mut journal, id);
        let plan = WalkPlan::parse(&companion(round), "Wat had ik hier anders kunnen vragen?", 30, None);
        journal.change_walk_through(id, &plan.expect("a plan"), today).expect("it is changed");
        journal.looked_over_walk_through(id).expect("it is looked over");
    }
    journal.close().expect("it locks");
}

/// For whom one of them is, by which it is found in the list.
fn companion(round: usize) -> String {
    format!("collega {}", char::from(b"ABCDEFGHIJ"[round]))
}

/// Covers some sentences of every text.
fn cover_passages(journal: &mut Journal, id: WalkThroughId) {
    let pages = journal.walk_through(id).expect("it is there").pages;
    for block in pages.iter().flat_map(|page| &page.blocks) {
        let units = u32::try_from(block.text.encode_utf16().count()).expect("a short text");
        let step = units / COVERS;
        let covers = (0..COVERS).map(|place| Cover { start: place * step, end: place * step + step / 3 });
        let covers: Vec<Cover> = covers.collect();
        journal.cover_walk_block(block.id, &covers, writing::moment().date_naive()).expect("it is covered");
    }
}

/// What was measured. The first round only warms up.
#[derive(Default)]
struct Times {
    first_page: Samples,
    journal_gone: Samples,
    gone: Samples,
    covered: Samples,
}

impl Times {
    /// From Today to the first page in the window that others look at.
    async fn begin(&mut self, app: &App, journal: Page, words: &Words, round: usize) -> Page {
        journal.control(words.say("today-new")).await;
        // The check of the store runs after the first screen.
        tokio::time::sleep(Duration::from_secs(3)).await;
        journal.press(words.say("journal-walk-throughs")).await;
        journal.see_heading(words.say("journal-walk-throughs")).await;
        journal.press(&words.say_with("walk-for", "whom", &companion(round))).await;
        journal.see_heading(words.say("walk-prepare-title")).await;
        journal.control(words.say("walk-start")).await;
        // What is found in the texts comes to stand under them, above that button.
        tokio::time::sleep(Duration::from_secs(1)).await;
        journal.press(words.say("walk-start")).await;
        journal.see(words.say("walk-start-body")).await;
        let begin: Element = journal.control(words.say("walk-start-now")).await;
        tokio::time::sleep(REST).await;

        let ended = window::watch_end(&journal);
        let pressed = number(&journal.run(PRESS, vec![json!(begin)]).await);
        let ended = ended.join().expect("the journal ends");
        // The first page comes without anybody who looks in.
        tokio::time::sleep(Duration::from_secs(2)).await;
        let walk = app.attach("walk-through").await;
        walk.see_heading(words.say("shown-agreements")).await;
        let painted = number(&walk.until("its first page painted", FIRST_PAINT, vec![]).await);
        if round > 0 {
            self.first_page.push_ms(painted - pressed);
            self.journal_gone.push_ms(ended - pressed);
        }
        walk
    }

    /// Covers everything on every page.
    async fn cover(&mut self, walk: &Page, words: &Words, counts: bool) {
        walk.press(words.say("shown-begin")).await;
        walk.control(words.say("shown-next")).await;
        walk.run(LISTEN, vec![json!(words.say("shown-covered-all"))]).await;
        for page in 0..PAGES {
            tokio::time::sleep(REST).await;
            walk.run("window.benchCovered = null; return true", vec![]).await;
            walk.keys(&["Escape"]).await;
            let covered = walk.until("everything covered", "return window.benchCovered", vec![]).await;
            if counts {
                self.gone.push_ms(number(&covered[0]));
                self.covered.push_ms(number(&covered[1]));
            }
            if page + 1 == PAGES {
                break;
            }
            walk.press(words.say("shown-uncover")).await;
            walk.control(words.say("shown-next")).await;
            walk.keys(&["Right"]).await;
        }
    }

    fn hold(&self, table: &mut Table, entries: usize) {
        let at = format!("{entries} entries");
        table.note(
            &format!("walk-through: begin pressed to the end of the journal's processes, {at}"),
            &self.journal_gone.range(),
        );
        table.goal(
            &format!("walk-through: begin pressed to the first page painted, {at}"),
            &self.first_page.range(),
            "≤ 2 s",
            self.first_page.longest() <= 2_000.0,
        );
        let times = format!("{} times", self.covered.len());
        table.note(&format!("walk-through: Esc to no text in the document, {times}"), &self.gone.spread());
        table.goal(
            &format!("walk-through: Esc to everything covered, painted, {times}"),
            &self.covered.spread(),
            "≤ 100 ms",
            self.covered.longest() <= 100.0,
        );
    }
}

/// Presses in a moment, and gives when: the page may be gone before it could say so afterwards. Timers
/// never come early.
const PRESS: &str = "
    const [button] = arguments, moment = 200;
    setTimeout(() => button.click(), moment);
    return performance.timeOrigin + performance.now() + moment";

/// When the first text was painted, by the system's clock. The page is empty until it has its texts.
const FIRST_PAINT: &str = "
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    return paint ? performance.timeOrigin + paint.startTime : null";

/// Notes, for every Esc, when no article stands in the page any more and the sheet that covers it does,
/// and when that was painted.
const LISTEN: &str = "
    const title = arguments[0];
    let pressed = null;
    const isCovered = () => !document.querySelector('article')
        && document.querySelector('h1')?.textContent.trim() === title;
    addEventListener('keydown', event => {
        if (event.key === 'Escape') pressed = event.timeStamp;
    }, { capture: true });
    new MutationObserver(() => {
        if (pressed === null || !isCovered()) return;
        const from = pressed, gone = performance.now() - from;
        pressed = null;
        requestAnimationFrame(() => requestAnimationFrame(() => {
            window.benchCovered = [gone, performance.now() - from];
        }));
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
    return true";
