//! The ways in which other journals lost words, each tried on this one (`journals.md` 2).

use boundaries::{App, Options, Words};
use serde_json::json;

use crate::steps::{self, travel};

#[test]
fn locking_right_after_the_first_key_keeps_it() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        // In one turn of the page: a new page, a word, the lock. Nothing has come back yet.
        let script = "const wait = ms => new Promise(done => setTimeout(done, ms)); \
            const button = name => [...document.querySelectorAll('button, a')].find(b => b.textContent.trim().startsWith(name)); \
            button(arguments[0]).click(); \
            (async () => { while (!document.querySelector('textarea')) await wait(1); \
                document.querySelector('textarea').focus(); \
                document.execCommand('insertText', false, arguments[2]); button(arguments[1]).click(); })(); return true";
        let arguments =
            vec![json!(words.say("today-free")), json!(words.say("journal-lock")), json!("Meteen op slot.")];
        journal.run(script, arguments).await;
        journal.wait_for_end();
        let journal = steps::unlock(&app, &words).await;
        journal.see("Meteen op slot.").await;
    });
}

#[test]
fn going_from_one_entry_to_another_keeps_what_was_pending() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        for text in ["De eerste bladzijde.", "De tweede bladzijde."] {
            journal.press(words.say("journal-today")).await;
            steps::start_free_page(&journal, &words).await;
            let empty = "return document.querySelector('textarea')?.value === ''";
            journal.until("an empty page", empty, vec![]).await;
            steps::insert(&journal, text).await;
        }
        journal.press(words.say("journal-entries")).await;
        journal.see("De eerste bladzijde.").await;
        journal.see("De tweede bladzijde.").await;
    });
}

#[test]
fn undo_never_reaches_into_another_entry() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_free_page(&journal, &words).await;
        let focus = "const field = document.querySelector('textarea'); field?.focus(); return document.activeElement === field";
        journal.until("the field", focus, vec![]).await;
        journal.type_keys("hier blijft alles staan").await;
        let typed = "return document.querySelector('textarea').value";
        assert_eq!(journal.run(typed, vec![]).await, json!("hier blijft alles staan"));
        // Within its own field undo does take something back, so this can fail.
        journal.type_keys("!").await;
        let undo = "document.execCommand('undo'); return document.querySelector('textarea').value";
        assert_ne!(journal.run(undo, vec![]).await, json!("hier blijft alles staan!"));
        let kept = journal.run(typed, vec![]).await;
        journal.press(words.say("journal-today")).await;
        journal.press(words.say("today-free")).await;
        let empty =
            "const field = document.querySelector('textarea'); field?.focus(); return field?.value === ''";
        journal.until("an empty page", empty, vec![]).await;
        // Keys do not reach the webview's own undo through WebDriver; its command does.
        for _ in 0..30 {
            journal.run(undo, vec![]).await;
        }
        let value = journal.run("return document.querySelector('textarea').value", vec![]).await;
        assert_eq!(value, json!(""), "nothing of the other entry came here");
        steps::lock(&journal, &words).await;
        let journal = steps::unlock(&app, &words).await;
        journal.press(words.say("journal-entries")).await;
        journal.see(kept.as_str().expect("a text")).await;
    });
}

#[test]
fn an_entry_without_words_is_never_deleted_for_the_person() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_contact(&journal, &words, "Telefonisch").await;
        steps::insert(&journal, "weg ermee").await;
        let clear = "const field = document.querySelector('textarea'); field.select(); \
            document.execCommand('delete'); return field.value === ''";
        journal.until("an empty field", clear, vec![]).await;
        steps::lock(&journal, &words).await;
        let journal = steps::unlock(&app, &words).await;
        journal.press(words.say("journal-entries")).await;
        journal.see("Telefonisch").await;
        journal.see(words.say("entries-nothing-written")).await;
    });
}

#[test]
fn what_goes_to_the_bin_can_come_back_until_it_is_erased() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_free_page(&journal, &words).await;
        steps::insert(&journal, "Weg en weer terug.").await;
        for last in [false, true] {
            journal.press(words.say("journal-entries")).await;
            journal.see("Weg en weer terug.").await;
            let open = "[...document.querySelectorAll('main a, main button')]\
                .find(e => e.textContent.includes('Weg en weer terug.')).click(); return true";
            journal.run(open, vec![]).await;
            journal.press(words.say("reading-to-bin")).await;
            journal.see(words.say("journal-said-in-bin")).await;
            journal.press(words.say("journal-bin")).await;
            journal.see_heading(words.say("bin-title")).await;
            journal.see("Weg en weer terug.").await;
            if last {
                journal.press(words.say("bin-erase")).await;
                journal.see(words.say("bin-erase-body")).await;
                let confirm = "[...document.querySelectorAll('dialog[open] button')]\
                    .find(b => b.textContent.trim() === arguments[0]).click(); return true";
                journal.run(confirm, vec![json!(words.say("bin-erase"))]).await;
                journal.see(words.say("bin-empty")).await;
            } else {
                journal.press(words.say("bin-restore")).await;
                journal.see(words.say("bin-empty")).await;
            }
        }
    });
}
