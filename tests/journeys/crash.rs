//! What a crash costs: at most two seconds of typing, and a calm sentence.

use boundaries::{App, Options, Words, wait_for};

use crate::steps::{self, travel};

#[test]
fn a_killed_journal_loses_no_more_than_two_seconds() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_free_page(&journal, &words).await;

        // A mark per tenth of a second, each with its moment, so that what is missing can be told.
        let typing = "const field = document.querySelector('textarea'); field.focus(); window.marks = 0; \
            setInterval(() => { window.marks++; \
                document.execCommand('insertText', false, performance.now().toFixed(0) + ' '); }, 100); return true";
        journal.run(typing, vec![]).await;
        let enough = "return window.marks > 60 ? performance.now() : null";
        let now = journal.until("six seconds of typing", enough, vec![]).await;
        app.kill(journal.process());
        let killed_at = now.as_f64().expect("a moment");

        let keys = app.attach("keys").await;
        keys.see(words.say("keys-notice-journal-stopped")).await;
        steps::type_passphrase(&keys, &words, steps::PASSPHRASE).await;
        let journal = steps::opened(&app, &words).await;
        journal.see(words.say("today-check-sound-title")).await;
        journal.press(words.say("today-continue-action")).await;
        let script = "return document.querySelector('textarea')?.value || null";
        let kept = journal.until("what was kept", script, vec![]).await;
        let kept = kept.as_str().expect("a text");
        let last: f64 = kept.split_whitespace().next_back().expect("a mark").parse().expect("a moment");
        assert!(killed_at - last <= 2_000.0, "{} ms of typing are lost", killed_at - last);
        let marks: Vec<f64> = kept.split_whitespace().map(|mark| mark.parse().expect("a moment")).collect();
        assert!(marks.is_sorted(), "what was kept is whole");
    });
}

#[test]
fn the_end_of_the_parent_ends_all_and_loses_nothing() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_free_page(&journal, &words).await;
        steps::insert(&journal, "Nog niet bewaard.").await;
        let all = app.processes();
        app.kill(app.process());
        for process in all {
            wait_for("every process to end", || (!boundaries::is_alive(process.id)).then_some(()));
        }
        drop(journal);
        app.wait_for_end();

        app.start_again();
        let journal = steps::unlock(&app, &words).await;
        journal.see("Nog niet bewaard.").await;
        assert!(!journal.shows(words.say("today-check-sound-title")).await, "it was sealed, not broken off");
    });
}

#[test]
fn a_fallen_page_is_said_and_nothing_saved_is_lost() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        let page = app
            .processes()
            .into_iter()
            .find(|process| {
                process.parent == journal.process() && process.program().ends_with("WebKitWebProcess")
            })
            .expect("the journal has a web process");
        app.kill(page.id);
        journal.wait_for_end();
        let keys = app.attach("keys").await;
        keys.see(words.say("keys-notice-journal-stopped")).await;
    });
}

#[test]
fn the_end_of_a_session_saves_and_seals() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_free_page(&journal, &words).await;
        steps::insert(&journal, "Vlak voor het afmelden.").await;
        // The system signals every process, in no order.
        app.signal(journal.process(), "TERM");
        app.signal(app.process(), "TERM");
        journal.wait_for_end();
        app.wait_for_end();

        app.start_again();
        let journal = steps::unlock(&app, &words).await;
        journal.see("Vlak voor het afmelden.").await;
        assert!(!journal.shows(words.say("today-check-sound-title")).await, "it was sealed, not broken off");
    });
}
