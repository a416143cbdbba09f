//! Asking otherwise, stopping and going on another day, without a mouse.

use boundaries::{App, Options, Page, Words};

use crate::steps::{self, PASSPHRASE, travel};

const OWN: &str = "Wat zou mijn oudste collega doen?";
const ANSWER: &str = "Koffie halen, en dan pas vragen.";
const PAGE: &str = "Op de gang: hij hield de deur open en zei “tot dan”.";

#[test]
fn another_question_an_own_one_and_the_next_day_by_keyboard_alone() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;

        journal.keys(&["Control", "n"]).await;
        journal.see_heading(words.say("contact-title")).await;
        journal.tab_to("Kennismaking").await;
        journal.keys(&["Space"]).await;
        journal.tab_to(words.say("contact-begin")).await;
        journal.keys(&["Enter"]).await;
        journal.see(&words.say_with("writing-step", "number", "1")).await;

        // Another question takes the place of the first, and is heard.
        let aside = focused_heading(&journal).await;
        journal.tab_to(words.say("writing-other")).await;
        journal.keys(&["Enter"]).await;
        let changed = "const heading = document.activeElement; \
            return heading.tagName === 'H1' && heading.textContent.trim() !== arguments[0] ? heading.textContent.trim() : null";
        journal.until("another question", changed, vec![serde_json::json!(aside)]).await;

        // A question of one's own: its words, Enter, its answer.
        journal.tab_to(words.say("writing-own")).await;
        journal.keys(&["Enter"]).await;
        journal.see(words.say("writing-own-question")).await;
        journal.until("the field", "return document.activeElement.tagName === 'INPUT'", vec![]).await;
        journal.type_keys(OWN).await;
        journal.keys(&["Enter"]).await;
        journal.see_heading(OWN).await;
        journal.until("the text", "return document.activeElement.tagName === 'TEXTAREA'", vec![]).await;
        journal.type_keys(ANSWER).await;

        // The next one is skipped, and a free page is one key from there.
        steps::next(&journal).await;
        journal.tab_to(words.say("writing-free")).await;
        journal.keys(&["Enter"]).await;
        journal.see_heading(words.say("writing-free-title")).await;
        steps::tab_to_text(&journal).await;
        journal.type_keys(PAGE).await;
        // Locked in the middle of it.
        journal.keys(&["Control", "l"]).await;
        journal.wait_for_end();
        app.stop();

        app.start_again_after(1);
        let keys = app.attach("keys").await;
        keys.see_heading(words.say("keys-unlock-title")).await;
        keys.until("the caret", "return document.activeElement.tagName === 'INPUT'", vec![]).await;
        keys.type_keys(PASSPHRASE).await;
        keys.keys(&["Enter"]).await;
        let journal = steps::opened(&app, &words).await;

        // Another word of the organisation, by the arrows of its field.
        journal.keys(&["Control", ","]).await;
        journal.see_heading(words.say("settings-title")).await;
        let asked = steps::word_of_resident_by_keyboard(&journal, &words).await;
        assert_ne!(asked, "inwoner");

        journal.keys(&["Alt", "Home"]).await;
        journal.tab_to(words.say("today-continue-action")).await;
        journal.keys(&["Enter"]).await;
        journal.see(words.say("writing-overview")).await;
        assert!(!steps::overview(&journal).await.iter().any(|question| question.contains("inwoner")));
        journal.keys(&["Alt", "Home"]).await;
        journal.keys(&["Control", "f"]).await;
        let row = "const row = document.activeElement.closest('main li button'); return row ? row.textContent : null";
        steps::tab_until(&journal, "the entry", row).await;
        journal.keys(&["Enter"]).await;
        journal.see_heading("Kennismaking").await;
        let article = steps::shown_in(&journal, "article").await;
        for kept in [OWN, ANSWER, PAGE] {
            assert!(article.contains(kept), "{kept}: {article}");
        }
        assert!(!article.contains(&aside), "what was put aside is nowhere: {article}");
    });
}

/// The heading that a screen reader reads, for it has the focus.
async fn focused_heading(journal: &Page) -> String {
    let script =
        "return document.activeElement.tagName === 'H1' && document.activeElement.textContent.trim()";
    let heading = journal.until("the focus on the heading", script, vec![]).await;
    heading.as_str().expect("a text").to_owned()
}
