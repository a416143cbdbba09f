//! The same contact and its return, without a mouse: what a person hears at each step.

use boundaries::{App, Options, Page, Words};

use crate::{
    guided::{ANSWERS, FEELING, INTENTION, OUTCOME, closing_question},
    steps::{self, travel},
};

#[test]
fn a_contact_and_its_return_by_keyboard_alone() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        first_contact(&journal, &words).await;
        second_contact(&journal, &words).await;
        read_back(&journal, &words).await;
    });
}

async fn first_contact(journal: &Page, words: &Words) {
    journal.keys(&["Control", "n"]).await;
    hears(journal, words, words.say("contact-title"), words.say("contact-title")).await;
    journal.tab_to("5 min").await;
    journal.keys(&["Left"]).await;
    journal.keys(&["Right"]).await;
    assert_eq!(journal.focus().await, "5 min", "arrows go through the choices");
    journal.tab_to("Kennismaking").await;
    journal.keys(&["Space"]).await;
    journal.tab_to(words.say("contact-alias-propose")).await;
    journal.keys(&["Enter"]).await;
    journal.until("an alias", "return document.activeElement.value || null", vec![]).await;
    journal.tab_to(words.say("contact-more")).await;
    journal.keys(&["Enter"]).await;
    journal.tab_to(words.say("contact-baggage-criticism")).await;
    journal.keys(&["Space"]).await;
    journal.tab_to(words.say("contact-begin")).await;
    journal.keys(&["Enter"]).await;

    let first = steps::questions(journal, words).await[0].clone();
    hears(journal, words, &words.say_with("writing-step", "number", "1"), &first).await;
    steps::tab_to_text(journal).await;
    for (place, answer) in ANSWERS.iter().enumerate() {
        title(journal, words, &words.say_with("writing-step", "number", &(place + 1).to_string())).await;
        // Whoever writes and goes on by keyboard goes on writing, in a field that says its question.
        let named = "const field = document.activeElement; const heading = document.querySelector('h1'); \
            return field.tagName === 'TEXTAREA' && field.labels[0].textContent.trim() === heading.textContent.trim()";
        journal.until("the text under its question", named, vec![]).await;
        let lines: Vec<&str> = answer.split('\n').collect();
        for (line, text) in lines.iter().enumerate() {
            if line > 0 {
                journal.keys(&["Enter"]).await;
            }
            journal.type_keys(text).await;
        }
        assert_eq!(&steps::written(journal).await, answer);
        steps::next(journal).await;
    }
    title(journal, words, words.say("closing-step")).await;
    assert_eq!(journal.heading().await, closing_question());
    // Back and forward, without losing the place in the text.
    steps::leaving(journal).await;
    journal.keys(&["Alt", "Left"]).await;
    steps::arrived(journal).await;
    assert_eq!(steps::written(journal).await, ANSWERS[2]);
    steps::leaving(journal).await;
    journal.keys(&["Alt", "Right"]).await;
    steps::arrived(journal).await;
    journal.type_keys(INTENTION).await;
    journal.tab_to(words.say("closing-feeling")).await;
    journal.type_keys(FEELING).await;
    journal.keys(&["Control", "Enter"]).await;
    journal.see(words.say("journal-said-done")).await;
    hears(journal, words, words.say("journal-today"), &journal.heading().await).await;
    journal.see(INTENTION).await;
}

async fn second_contact(journal: &Page, words: &Words) {
    journal.keys(&["Control", "n"]).await;
    hears(journal, words, words.say("contact-title"), words.say("contact-title")).await;
    journal.tab_to("Kennismaking").await;
    for _ in 0..2 {
        journal.keys(&["Down"]).await;
    }
    assert_eq!(journal.focus().await, "Voortgang");
    journal.tab_to(words.say("contact-alias")).await;
    let known = "return document.querySelector('.known li button')?.textContent.trim() ?? null";
    let alias = journal.until("the known alias", known, vec![]).await.as_str().expect("a text").to_owned();
    journal.type_keys(alias.split(' ').next_back().expect("a pair of words")).await;
    journal.tab_to(&alias).await;
    journal.keys(&["Enter"]).await;
    assert_eq!(journal.value(words.say("contact-alias")).await, alias);
    // From the field that was filled in, Enter begins.
    journal.keys(&["Enter"]).await;

    let tried = words.say("writing-outcome-title");
    hears(journal, words, words.say("writing-outcome"), tried).await;
    journal.see(INTENTION).await;
    journal.keys(&["Alt", "Right"]).await;
    let question = steps::questions(journal, words).await[0].clone();
    hears(journal, words, &words.say_with("writing-step", "number", "1"), &question).await;
    journal.keys(&["Alt", "Left"]).await;
    hears(journal, words, words.say("writing-outcome"), tried).await;
    steps::tab_to_text(journal).await;
    journal.type_keys(OUTCOME).await;
    journal.keys(&["Alt", "Home"]).await;
    hears(journal, words, words.say("journal-today"), &journal.heading().await).await;
    steps::see_gone(journal, words.say("today-returns")).await;
}

async fn read_back(journal: &Page, words: &Words) {
    journal.keys(&["F1"]).await;
    hears(journal, words, words.say("journal-help"), words.say("help-title")).await;
    journal.keys(&["Control", "f"]).await;
    title(journal, words, words.say("journal-entries")).await;
    let row =
        "const row = document.activeElement.closest('main li button'); return row ? row.textContent : null";
    let row = steps::tab_until(journal, "the newest entry", row).await;
    assert!(row.contains(OUTCOME), "{row}");
    journal.keys(&["Enter"]).await;
    journal.see_heading("Voortgang").await;
    hears(journal, words, words.say("journal-entries"), "Voortgang").await;
    journal.keys(&["Control", "PageDown"]).await;
    hears(journal, words, words.say("journal-entries"), "Kennismaking").await;
    journal.see(FEELING).await;
    journal.keys(&["Control", "PageUp"]).await;
    hears(journal, words, words.say("journal-entries"), "Voortgang").await;
    journal.see(OUTCOME).await;
}

/// Sees that the window says where one is and that the heading, which a screen reader reads then,
/// has the focus.
async fn hears(journal: &Page, words: &Words, place: &str, heading: &str) {
    title(journal, words, place).await;
    journal.see_heading(heading).await;
    let focused =
        "return document.activeElement.tagName === 'H1' && document.activeElement.textContent.trim()";
    let focused = journal.until("the focus on the heading", focused, vec![]).await;
    assert_eq!(focused.as_str(), Some(heading));
}

/// Waits until the title of the window names a place; it never says out of how many.
async fn title(journal: &Page, words: &Words, place: &str) {
    let wanted = words.say_with("journal-title", "screen", place);
    let script = "return document.title === arguments[0]";
    journal.until(&format!("the title “{wanted}”"), script, vec![serde_json::json!(wanted)]).await;
}
