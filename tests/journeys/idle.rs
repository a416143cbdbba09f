//! Nobody there: the journal locks by itself, and says so.

use std::time::Instant;

use boundaries::{App, Options, Words, figure};
use serde_json::json;

use crate::steps::{self, travel};

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
        let ahead = "const real = Date.now.bind(Date); const by = arguments[0]; \
            Date.now = () => real() + by; return true";
        journal.run(ahead, vec![json!(270_000)]).await;
        journal.see(words.say("idle-title")).await;
        journal.press(words.say("idle-stay")).await;
        journal.until("the notice to go", "return !document.querySelector('dialog[open]')", vec![]).await;
        // As after a night's sleep: it locks at once.
        let began = Instant::now();
        journal.run(ahead, vec![json!(3_600_000)]).await;
        journal.wait_for_end();
        let lasted = format!("{} ms", began.elapsed().as_millis());
        figure("L1", "from idleness to the journal's end", 1, lasted);

        let keys = app.attach("keys").await;
        keys.see(words.say("keys-notice-idle")).await;
        steps::type_passphrase(&keys, &words, steps::PASSPHRASE).await;
        let journal = steps::opened(&app, &words).await;
        journal.see("Voor ik wegliep.").await;
    });
}
