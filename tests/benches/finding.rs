//! Finding in the real webview: from a key in the search field to painted results, from a press to
//! another screen, and the whole list scrolled through; at the smallest and at the largest size.
//!
//! A key or a press counts from the moment that its event was made to the second frame after what it
//! brings stood in the page: the first one carries it, and when the second begins it has been handed
//! over. What is looked for in the page stands in [`FIELD`] and the constants after it.

use std::time::{Duration, Instant};

use boundaries::{Page, Words};
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use serde_json::{Value, json};
use testkit::{Lexicon, SeededRandomness};

use crate::{
    measured::SMALL,
    samples::Samples,
    specimen::{self, LEAST, Specimen},
    table::{self, Table},
    window::{self, number},
};

/// The search field.
const FIELD: &str = "input[type=search]";
/// Says how much was found; empty until there is an answer.
const FOUND: &str = ".found[role=status]";
/// A row of the list by months.
const ROW: &str = "section[data-month] li button";
/// An alias in the list of all.
const ALIAS: &str = "main .rows button";
/// What tells that a part of looking back is there.
const SPAN: &str = "main .span";

/// How many words are typed.
const WORDS: usize = 40;
/// Between two keys: somebody who types fast, and sees what each brings.
const RHYTHM: Duration = Duration::from_millis(150);
/// How often each screen is opened.
const ROUNDS: usize = 10;
/// Between two presses; nobody goes on faster than that.
const REST: Duration = Duration::from_millis(400);
/// How far the list goes in each frame, in pixels: a wheel that is turned as fast as it goes.
const STEP: u32 = 800;

/// Measures all of it.
pub fn measure(table: &mut Table) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    for entries in [LEAST, specimen::largest()] {
        runtime.block_on(drive(table, &Specimen::of(entries)));
    }
}

async fn drive(table: &mut Table, specimen: &Specimen) {
    table::progress(&format!("  a window on {} entries", specimen.entries));
    let words = Words::of("nl");
    let (app, journal) = window::opened(specimen, &words).await;
    let mut times: Vec<(String, Samples)> = screens(&journal, &words).await;
    times.push(("key to results".to_owned(), type_words(&journal, &words, specimen).await));
    let (frames, blank) = scroll(&journal, &words).await;
    drop((journal, app));

    let suffix = if specimen.entries == LEAST { SMALL } else { "" };
    table.goal(
        &format!(
            "frames while the whole list goes by, {} entries, {} frames",
            specimen.entries,
            frames.len()
        ),
        &format!("{} · p99 {}", frames.spread(), crate::samples::figure(frames.at(0.99))),
        "p99 ≤ 33 ms",
        frames.at(0.99) <= 33.0,
    );
    table.note("of which with no row in the middle of the window", &format!("{:.1} %", blank * 100.0));
    times.push(("frame of the list".to_owned(), frames));
    for (name, samples) in &times {
        table.measured.op(&format!("window.{name}{suffix}"), samples);
    }
}

/// Types words into the search field, key by key, and waits for what each brings.
async fn type_words(journal: &Page, words: &Words, specimen: &Specimen) -> Samples {
    go(journal, words.say("journal-entries"), ROW).await;
    let (lexicon, mut chance) = (Lexicon::new(), SeededRandomness::new(5));
    journal.run(LISTEN, vec![json!(FIELD), json!(FOUND)]).await;
    let mut pressed = 0;
    for place in 0..WORDS {
        let ranks = lexicon.ranks(chance.below(specimen.entries) as u64);
        let word = match place % 8 {
            0 => Lexicon::COMMON,
            _ => lexicon.form(ranks[chance.below(ranks.len())]),
        };
        journal.run(EMPTY, vec![json!(FIELD)]).await;
        tokio::time::sleep(REST).await;
        journal.run("window.benchListening = true; return true", vec![]).await;
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in word.chars() {
            pressed += 1;
            let pause = KeyAction::Pause { duration: RHYTHM };
            actions =
                actions.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key }).then(pause);
        }
        journal.client().perform_actions(actions).await.expect("keys can be pressed");
        let all =
            format!("return window.benchPending === 0 && window.benchResults.length >= {pressed} * 9 / 10");
        journal.until("results of every key", &all, vec![]).await;
        journal.run("window.benchListening = false; return true", vec![]).await;
    }
    journal.run(EMPTY, vec![json!(FIELD)]).await;
    go(journal, words.say("journal-today"), "").await;
    gather(&journal.run("return window.benchResults", vec![]).await)
}

/// Opens each screen some times.
async fn screens(journal: &Page, words: &Words) -> Vec<(String, Samples)> {
    let mut times: [(&str, Samples); 8] = [
        "today",
        "list",
        "reading",
        "list of aliases",
        "alias page",
        "looking back",
        "looking back, themes",
        "new contact",
    ]
    .map(|name| (name, Samples::default()));
    // The app opens at the first of them.
    go(journal, words.say("journal-entries"), ROW).await;
    for round in 0..=ROUNDS {
        let mut taken = Vec::new();
        taken.push(go(journal, words.say("journal-today"), "").await);
        taken.push(go(journal, words.say("journal-entries"), ROW).await);
        taken.push(press(journal, ROW, "").await);
        go(journal, words.say("journal-entries"), ROW).await;
        taken.push(go(journal, words.say("alias-title"), ALIAS).await);
        taken.push(press(journal, ALIAS, "").await);
        taken.push(go(journal, words.say("journal-looking-back"), "").await);
        taken.push(open_part(journal, words.say("looking-themes")).await);
        go(journal, words.say("journal-today"), "").await;
        taken.push(go(journal, words.say("today-new"), "").await);
        // The first round loads what is loaded once.
        for ((_, samples), ms) in times.iter_mut().zip(taken).filter(|_| round > 0) {
            samples.push_ms(ms);
        }
    }
    go(journal, words.say("journal-today"), "").await;
    times.into_iter().map(|(name, samples)| (name.to_owned(), samples)).collect()
}

/// Presses a control by its name; gives how long another heading took, with what else has to be there.
async fn go(journal: &Page, name: &str, there: &str) -> f64 {
    let control = journal.control(name).await;
    turn(journal, json!(control), there, true).await
}

/// The same for the first element that a selector finds.
async fn press(journal: &Page, selector: &str, there: &str) -> f64 {
    turn(journal, json!(selector), there, true).await
}

/// Opens a part of the screen that is there.
async fn open_part(journal: &Page, name: &str) -> f64 {
    let control = journal.control(name).await;
    turn(journal, json!(control), SPAN, false).await
}

async fn turn(journal: &Page, control: Value, there: &str, anew: bool) -> f64 {
    journal.run(TURN, vec![control, json!(there), json!(anew)]).await;
    let turn = journal.until("another screen", "return window.benchTurn ?? null", vec![]).await;
    tokio::time::sleep(REST).await;
    number(&turn)
}

/// Scrolls through the whole list; how long each frame took, and in which share of them no row stood in
/// the middle of the window.
async fn scroll(journal: &Page, words: &Words) -> (Samples, f64) {
    go(journal, words.say("journal-entries"), ROW).await;
    journal.run(SCROLL, vec![json!(STEP), json!(ROW)]).await;
    let end = Instant::now() + Duration::from_secs(1_800);
    let told = loop {
        tokio::time::sleep(Duration::from_secs(2)).await;
        let told = journal.run("return window.benchScroll", vec![]).await;
        if told != Value::Null {
            break told;
        }
        assert!(Instant::now() < end, "the list ends");
    };
    (gather(&told["frames"]), number(&told["blank"]))
}

fn gather(list: &Value) -> Samples {
    let mut samples = Samples::default();
    list.as_array().into_iter().flatten().for_each(|ms| samples.push_ms(number(ms)));
    samples
}

/// Notes of every key when the answer to what then stood in the field was painted. Rows may stay as they
/// were when a letter more finds the same, so the answer itself is looked for, on its way into the page.
/// Keys that come while one is on its way are answered together, by the last one, as the app has it. What
/// an answer says is put on the page in the task that reads it, so that the next frame carries it.
const LISTEN: &str = "
    const [field, found] = arguments;
    const ask = window.fetch;
    let pending = [];
    window.benchResults = [];
    window.benchPending = 0;
    addEventListener('keydown', event => {
        if (!window.benchListening || !event.target.matches(field)) return;
        pending.push(event.timeStamp);
        window.benchPending += 1;
    }, { capture: true });
    const come = asked => {
        if (pending.length > 0) return pending.unshift(...asked.keys);
        requestAnimationFrame(() => requestAnimationFrame(() => {
            const now = performance.now();
            if ((document.querySelector(found)?.textContent.trim() ?? '') === '') return;
            for (const key of asked.keys) window.benchResults.push(now - key);
            window.benchPending -= asked.keys.length;
        }));
    };
    window.fetch = (address, request) => {
        const answer = ask.call(window, address, request);
        const isSearch = String(address).endsWith('search_entries');
        if (!isSearch || JSON.parse(request.body).request.after !== null) return answer;
        const asked = { keys: pending.splice(0) };
        return answer.then(answer => {
            const read = answer.json.bind(answer);
            answer.json = () => read().then(value => (come(asked), value));
            return answer;
        });
    };
    return true";

const EMPTY: &str = "
    const field = document.querySelector(arguments[0]);
    field.focus();
    field.select();
    document.execCommand('delete');
    return field.value === ''";

const TURN: &str = "
    const [control, there, anew] = arguments;
    const heading = () => document.querySelector('h1')?.textContent.trim() ?? '';
    const before = heading();
    window.benchTurn = undefined;
    const pressed = typeof control === 'string' ? document.querySelector(control) : control;
    let over = false;
    const look = () => {
        if (over || heading() === '' || (anew && heading() === before)) return;
        if (there !== '' && !document.querySelector(there)) return;
        over = true;
        watcher.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => {
            window.benchTurn = performance.now() - begun;
        }));
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
    const begun = performance.now();
    pressed.click();
    return true";

const SCROLL: &str = "
    const [step, row] = arguments;
    const page = document.scrollingElement;
    const frames = [];
    let last = null, blank = 0, looked = 0;
    window.benchScroll = null;
    page.scrollTop = 0;
    const frame = now => {
        if (last !== null) frames.push(now - last);
        last = now;
        const before = page.scrollTop;
        page.scrollTop = before + step;
        if (frames.length % 10 === 9) {
            looked += 1;
            const middle = document.elementsFromPoint(innerWidth / 2, innerHeight / 2);
            if (!middle.some(element => element.closest(row))) blank += 1;
        }
        if (page.scrollTop === before && frames.length > 1) {
            window.benchScroll = { frames, blank: looked === 0 ? 0 : blank / looked };
            return;
        }
        requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return true";
