//! The windows from within, in the real webview: unlocking, locking, a key press.
//!
//! This is the release build with the feature `automation`, in which WebDriver reaches the pages.
//! Times on both sides of a lock are compared by the system's clock, to which `performance`'s
//! time origin adds.

use std::{
    fs,
    path::Path,
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use boundaries::{App, Options, Page, Words, descendants, is_alive};
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use serde_json::{Value, json};
use testkit::{Lexicon, realistic_dutch};
use vault::{Clock as _, SystemClock};

use crate::{
    samples::Samples,
    specimen::{self, PASSPHRASE, Specimen},
    table::{self, Table},
};

/// How often the journal is unlocked and locked.
const ROUNDS: usize = 9;
/// Keys pressed.
const KEYS: usize = 240;
/// Between two keys: somebody who types fast.
const RHYTHM: Duration = Duration::from_millis(70);

/// Measures unlocking, locking and typing.
pub fn measure(table: &mut Table) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(drive(table));
}

async fn drive(table: &mut Table) {
    let specimen = Specimen::career();
    let app = start_on(&specimen, |_| ()).await;

    let words = Words::of("nl");
    let newest = Lexicon::new().text(specimen.entries as u64 - 1);
    let newest: String = newest.chars().take_while(|sign| *sign != '\n').take(30).collect();
    let mut rounds = Rounds::default();
    let mut locked_at = None;
    for round in 0..=ROUNDS {
        table::progress(&format!("  unlock and lock {round} of {ROUNDS}"));
        let journal = rounds.unlock(&app, &words, &newest, locked_at, round > 0).await;
        // The check of the store runs after the first screen; a person looks at that for a moment.
        tokio::time::sleep(Duration::from_secs(3)).await;
        if round == ROUNDS {
            type_keys(table, &journal, &words).await;
        }
        locked_at = Some(rounds.lock(&journal, round > 0).await);
    }
    rounds.hold(table, specimen.entries);
}

/// The app on a copy of a journal, in whose folder something may be done first.
pub async fn start_on(specimen: &Specimen, first: impl FnOnce(&Path)) -> App {
    let mut app = App::start(Options::default());
    // The app has made its folder; now a journal is put into it.
    drop(app.attach("keys").await);
    app.stop();
    let _ = fs::remove_dir_all(app.journal());
    specimen.copy_for_app(&app.journal());
    first(&app.journal());
    app.start_again();
    app
}

/// The app on a copy of a journal, unlocked, after all that happens at the start.
pub async fn opened(specimen: &Specimen, words: &Words) -> (App, Page) {
    let app = start_on(specimen, |_| ()).await;
    let journal = unlocked(&app, words).await;
    journal.control(words.say("today-new")).await;
    // The check of the store runs after the first screen.
    tokio::time::sleep(Duration::from_secs(5)).await;
    (app, journal)
}

/// Unlocks; gives the journal's page, whatever it shows first.
pub async fn unlocked(app: &App, words: &Words) -> Page {
    let keys = app.attach("keys").await;
    keys.see_heading(words.say("keys-unlock-title")).await;
    keys.write(words.say("keys-passphrase"), PASSPHRASE).await;
    keys.press(words.say("keys-unlock")).await;
    app.attach("journal").await
}

/// Watches, beside WebDriver, which answers when a page is gone, until its processes have ended; gives
/// when that was, by the system's clock.
pub fn watch_end(page: &Page) -> JoinHandle<f64> {
    let processes: Vec<u32> = descendants(page.process()).iter().map(|process| process.id).collect();
    let begin = Instant::now();
    thread::spawn(move || {
        while processes.iter().any(|process| is_alive(*process)) {
            assert!(begin.elapsed() < Duration::from_secs(30), "the journal ends");
            thread::sleep(Duration::from_millis(2));
        }
        epoch()
    })
}

/// What was measured of unlocking and locking. The first round only warms up.
#[derive(Default)]
struct Rounds {
    derive: Samples,
    in_document: Samples,
    painted: Samples,
    gone: Samples,
    lock_window: Samples,
}

impl Rounds {
    /// Unlocks once; gives the journal's page. `locked_at` is when the lock before it began.
    async fn unlock(
        &mut self,
        app: &App,
        words: &Words,
        newest: &str,
        locked_at: Option<f64>,
        counts: bool,
    ) -> Page {
        let keys = app.attach("keys").await;
        keys.see_heading(words.say("keys-unlock-title")).await;
        let first_paint = "const paint = performance.getEntriesByName('first-contentful-paint')[0]; \
            return paint ? performance.timeOrigin + paint.startTime : null";
        let first_paint = keys.run(first_paint, vec![]).await.as_f64();
        if let (Some(first_paint), Some(locked_at), true) = (first_paint, locked_at, counts) {
            self.lock_window.push_ms(first_paint - locked_at);
        }
        let journal = app.attach("journal").await;
        journal.run(WATCH, vec![json!(newest)]).await;
        keys.write(words.say("keys-passphrase"), PASSPHRASE).await;
        // What warms up has had the time in which a person types.
        tokio::time::sleep(Duration::from_secs(1)).await;

        let mut derive = Samples::default();
        for _ in 0..3 {
            derive.time(|| specimen::derive(&app.journal()));
        }
        let press = "const at = performance.timeOrigin + performance.now(); \
            document.querySelector('form button[type=submit]').click(); return at";
        let pressed = number(&keys.run(press, vec![]).await);
        let seen = journal.until("the newest entry", "return window.benchSeen ?? null", vec![]).await;
        if counts {
            let (document, painted) = (number(&seen[0]), number(&seen[1]));
            self.derive.push_ms(derive.median());
            self.in_document.push_ms(document - pressed - derive.median());
            self.painted.push_ms(painted - pressed - derive.median());
        }
        journal
    }

    /// Locks by the keyboard; gives when, by the system's clock.
    async fn lock(&mut self, journal: &Page, counts: bool) -> f64 {
        let (at, watcher) = (epoch(), watch_end(journal));
        journal.keys(&["Control", "l"]).await;
        let gone = watcher.join().expect("the journal ends");
        if counts {
            self.gone.push_ms(gone - at);
        }
        at
    }

    fn hold(&self, table: &mut Table, entries: usize) {
        let at = format!("{entries} entries");
        table.note("key derivation beside it", &self.derive.range());
        table.note(
            &format!("unlock pressed to first screen in the document, minus key, {at}"),
            &self.in_document.range(),
        );
        table.goal(
            &format!("unlock pressed to painted rows, minus key, {at}"),
            &self.painted.range(),
            "≤ 300 ms",
            self.painted.median() <= 300.0,
        );
        table.goal(
            &format!("lock pressed to the end of the journal's processes, {at}"),
            &self.gone.range(),
            "≤ 1 s",
            self.gone.longest() <= 1_000.0,
        );
        table.goal(
            "lock pressed to the first paint of the lock window",
            &self.lock_window.range(),
            "≤ 1 s",
            self.lock_window.longest() <= 1_000.0,
        );
    }
}

/// Types into an answer that holds 5,000 characters already, and measures in the page.
///
/// A key counts from the moment that its event was made to the second frame after the text had
/// changed: the first one carries the letter, and when the second begins it has been handed over.
async fn type_keys(table: &mut Table, journal: &Page, words: &Words) {
    journal.press(words.say("today-free")).await;
    journal.see_heading(words.say("writing-free-title")).await;
    journal.until("a field with a text", FILL, vec![json!(realistic_dutch(5_000))]).await;
    // The first save of the long text is not what a key press waits for.
    tokio::time::sleep(Duration::from_secs(4)).await;
    journal.run(LISTEN, vec![]).await;
    let mut left = KEYS;
    while left > 0 {
        let now = left.min(24);
        left -= now;
        let mut actions = KeyActions::new("keyboard".to_owned());
        for place in 0..now {
            let key = char::from(b" kalme zin met woorden ge"[place % 25]);
            let pause = KeyAction::Pause { duration: RHYTHM };
            actions =
                actions.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key }).then(pause);
        }
        journal.client().perform_actions(actions).await.expect("keys can be pressed");
    }
    let typed = journal.until("every key painted", "return window.benchKeys", vec![]).await;
    let (mut changed, mut painted) = (Samples::default(), Samples::default());
    for key in typed.as_array().into_iter().flatten() {
        changed.push_ms(number(&key[0]));
        painted.push_ms(number(&key[1]));
    }
    assert!(painted.len() >= KEYS * 9 / 10, "{} of {KEYS} keys reached the page", painted.len());
    table.note("key pressed to changed text, 5,000 characters", &changed.spread());
    table.goal(
        &format!("key pressed to painted, {} keys, 5,000 characters", painted.len()),
        &painted.spread(),
        "p95 ≤ 50 ms",
        painted.p95() <= 50.0,
    );
}

/// Waits, in a page that is still hidden and empty, for a text: when it is in the document, and
/// when the frame with it is there. Timers of a hidden page sleep; observers do not.
const WATCH: &str = "
    const text = arguments[0];
    const now = () => performance.timeOrigin + performance.now();
    new MutationObserver((_, observer) => {
        if (window.benchSeen !== undefined || !document.body.textContent.includes(text)) return;
        observer.disconnect();
        window.benchSeen = null;
        const seen = now();
        requestAnimationFrame(() => requestAnimationFrame(() => { window.benchSeen = [seen, now()]; }));
    }).observe(document, { childList: true, subtree: true, characterData: true });
    return true";

const FILL: &str = "
    const field = document.querySelector('textarea');
    if (!field) return false;
    field.focus();
    document.execCommand('insertText', false, arguments[0]);
    return field.value.length >= arguments[0].length";

const LISTEN: &str = "
    const field = document.querySelector('textarea');
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    window.benchKeys = [];
    let pressed = null;
    addEventListener('keydown', event => { pressed = event.timeStamp; }, { capture: true });
    addEventListener('input', () => {
        if (pressed === null) return;
        const from = pressed, changed = performance.now() - from;
        pressed = null;
        requestAnimationFrame(() => requestAnimationFrame(() => {
            window.benchKeys.push([changed, performance.now() - from]);
        }));
    });
    return true";

/// Milliseconds since 1970 by the system's clock, as a page counts them.
#[expect(clippy::cast_precision_loss, reason = "microseconds of this age fit 53 bits")]
fn epoch() -> f64 {
    SystemClock.now().timestamp_micros() as f64 / 1_000.0
}

/// A number that a page gave; NaN for anything else.
pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}
