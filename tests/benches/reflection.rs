//! The main path in the real webview: from Today to the first question, and from question to
//! question.
//!
//! A key counts from the moment that its event was made to the second frame after another heading
//! stood in the page: the first one carries it, and when the second begins it has been handed over.

use std::time::Duration;

use boundaries::{Page, Words};
use serde_json::json;

use crate::{
    samples::Samples,
    specimen::Specimen,
    table::{self, Table},
    window,
};

/// How many sittings are begun. The first only warms up.
const SITTINGS: usize = 20;
/// How many questions one goes on in each: half an hour has six pages of them at most.
const STEPS: usize = 4;
/// Between two steps; nobody goes on faster than that.
const REST: Duration = Duration::from_millis(400);

/// Measures the way to the first question, and to the next.
pub fn measure(table: &mut Table) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(drive(table));
}

async fn drive(table: &mut Table) {
    let specimen = Specimen::career();
    let words = Words::of("nl");
    let (app, journal) = window::opened(&specimen, &words).await;
    journal.run(LISTEN, vec![]).await;
    let mut times = Times::default();
    for sitting in 0..=SITTINGS {
        table::progress(&format!("  sitting {sitting} of {SITTINGS}"));
        times.sit(&journal, &words, sitting > 0).await;
    }
    drop((journal, app));
    times.hold(table, specimen.entries);
}

#[derive(Default)]
struct Times {
    contact: Samples,
    begin: Samples,
    both: Samples,
    next: Samples,
}

impl Times {
    /// From Today through some questions and back.
    async fn sit(&mut self, journal: &Page, words: &Words, counts: bool) {
        let contact = turn(journal, &["Control", "n"]).await;
        let ready = "document.querySelector('input[name=contact-kind]').click(); \
            document.querySelectorAll('input[name=contact-minutes]')[3].click(); \
            document.querySelector('form button[type=submit]').focus(); return true";
        journal.run(ready, vec![]).await;
        tokio::time::sleep(REST).await;
        let begin = turn(journal, &["Enter"]).await;
        let mut steps = Vec::new();
        for _ in 0..STEPS {
            // What was just written goes to the disk while the next question comes.
            let write = "const field = document.querySelector('textarea'); field.focus(); \
                document.execCommand('insertText', false, arguments[0]); return field.value !== ''";
            let text = "Ik merkte dat ik snel naar de formulieren wilde, en bleef toch zitten.";
            journal.until("a text in the field", write, vec![json!(text)]).await;
            tokio::time::sleep(REST).await;
            steps.push(turn(journal, &["Control", "Enter"]).await);
        }
        if counts {
            self.contact.push_ms(contact);
            self.begin.push_ms(begin);
            self.both.push_ms(contact + begin);
            steps.into_iter().for_each(|step| self.next.push_ms(step));
        }
        journal.press(words.say("journal-today")).await;
        journal.control(words.say("today-new")).await;
        tokio::time::sleep(REST).await;
    }

    fn hold(&self, table: &mut Table, entries: usize) {
        let at = format!("{entries} entries");
        table.note(&format!("Ctrl+N to the painted contact screen, {at}"), &self.contact.spread());
        table.note(&format!("Begin to the painted first question, {at}"), &self.begin.spread());
        table.goal(
            &format!("Ctrl+N to first question, both together, {at}"),
            &self.both.spread(),
            "p95 ≤ 150 ms",
            self.both.p95() <= 150.0,
        );
        table.goal(
            &format!("next question, Ctrl+Enter to painted, {} times, each with a save", self.next.len()),
            &self.next.spread(),
            "p95 ≤ 50 ms",
            self.next.p95() <= 50.0,
        );
    }
}

/// Presses keys that bring another heading; gives how many milliseconds passed until it was painted.
async fn turn(journal: &Page, keys: &[&str]) -> f64 {
    journal.run("window.benchTurn = undefined; return true", vec![]).await;
    journal.keys(keys).await;
    let turn = journal.until("another heading", "return window.benchTurn ?? null", vec![]).await;
    turn.as_f64().unwrap_or(f64::NAN)
}

const LISTEN: &str = "
    const heading = () => document.querySelector('h1')?.textContent.trim() ?? '';
    let pressed = null;
    addEventListener('keydown', event => {
        if (event.key === 'n' || event.key === 'Enter') pressed = { at: event.timeStamp, before: heading() };
    }, { capture: true });
    new MutationObserver(() => {
        if (pressed === null || heading() === '' || heading() === pressed.before) return;
        const from = pressed.at;
        pressed = null;
        requestAnimationFrame(() => requestAnimationFrame(() => { window.benchTurn = performance.now() - from; }));
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
    return true";
