//! Nobody there: the journal locks by itself, and says so.

use std::time::{Duration, Instant};

use boundaries::{App, Options, Words, figure, rounds};
use serde_json::json;

use crate::steps::{self, travel};

/// Lets the clock of the page go on, in milliseconds.
const GO_ON: &str = "const real = Date.now.bind(Date), by = arguments[0]; Date.now = () => real() + by;";

#[test]
fn a_journal_that_nobody_uses_locks_and_keeps_every_word() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_free_page(&journal, &words).await;
        steps::insert(&journal, "Voor ik wegliep.").await;
        // The clock of the page goes on four and a half minutes: the notice comes, with half a
        // minute to go. A key takes it away.
        journal.run(&format!("{GO_ON} return true"), vec![json!(270_000)]).await;
        journal.see(words.say("idle-title")).await;
        journal.press(words.say("idle-stay")).await;
        journal.until("the notice to go", "return !document.querySelector('dialog[open]')", vec![]).await;
        // As after a night's sleep: it locks at once.
        journal.run(&format!("{GO_ON} return true"), vec![json!(3_600_000)]).await;
        journal.wait_for_end();

        let keys = app.attach("keys").await;
        keys.see(words.say("keys-notice-idle")).await;
        steps::type_passphrase(&keys, &words, steps::PASSPHRASE).await;
        let journal = steps::opened(&app, &words).await;
        journal.see("Voor ik wegliep.").await;
    });
}

/// L1 for idleness: the last key, the clock until a moment before the end, the lock, the passphrase.
/// `cargo xtask isolation` asks for it as often as was promised.
#[test]
fn five_minutes_without_a_key_end_the_journals_process_within_a_second() {
    /// What is left of the five minutes when the clock stands still no more.
    const LEFT: Duration = Duration::from_millis(1_500);
    const PROMISED: Duration = Duration::from_secs(1);
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let mut journal = steps::set_up(&app, &words).await;
        let (mut longest, mut late, times) = (Duration::ZERO, 0, rounds(1, 100));
        for _ in 0..times {
            // The notice of the last minute is looked for by itself when the window comes back.
            let script = format!(
                "dispatchEvent(new Event('pointerdown')); {GO_ON} dispatchEvent(new Event('focus')); return true",
            );
            let over = Instant::now() + LEFT;
            journal.run(&script, vec![json!(300_000 - LEFT.as_millis())]).await;
            journal.wait_for_end();
            let lasted = over.elapsed();
            longest = longest.max(lasted);
            late += usize::from(lasted > PROMISED);
            let keys = app.attach("keys").await;
            keys.see(words.say("keys-notice-idle")).await;
            steps::type_passphrase(&keys, &words, steps::PASSPHRASE).await;
            journal = steps::opened(&app, &words).await;
        }
        let outcome = format!("at most {} ms, {late} over {} ms", longest.as_millis(), PROMISED.as_millis());
        figure("L1", "from five minutes without a key to the journal's end", times, outcome);
        if std::env::var_os("TERUGBLIK_ROUNDS").is_some() {
            assert_eq!(late, 0, "{longest:?}");
        }
    });
}
