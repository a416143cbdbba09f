//! Finding what was written: by a part of a word, step by step through an entry, by its day; and keeping
//! something quiet. All of it by keys alone.

use boundaries::{App, Options, Page, Words};
use serde_json::{Value, json};

use crate::steps::{self, travel};

/// What somebody does who uses no mouse: the name of a control, with the keys that press it.
async fn press(journal: &Page, name: &str) {
    journal.tab_to(name).await;
    journal.keys(&["Enter"]).await;
}

async fn written(journal: &Page, words: &Words, kind: &str, alias: &str, text: &str) {
    steps::start_contact_with(journal, words, kind, alias, 2).await;
    steps::write(journal, text).await;
    steps::done(journal, words).await;
}

async fn rows(journal: &Page) -> Vec<String> {
    let rows = "return [...document.querySelectorAll('main li button .excerpt')].map((row) => row.textContent.trim())";
    serde_json::from_value(journal.run(rows, vec![]).await).expect("texts")
}

async fn see_rows(journal: &Page, what: &str, expected: &[&str]) {
    let same = "const rows = [...document.querySelectorAll('main li button .excerpt')].map((row) => row.textContent.trim()); \
        return JSON.stringify(rows) === JSON.stringify(arguments[0])";
    journal.until(what, same, vec![json!(expected)]).await;
}

/// Sees which words are marked; rows may still be on their way, those of what was typed before among them.
async fn see_marks(journal: &Page, expected: &[&str]) {
    let same = "const marks = [...document.querySelectorAll('main mark')].map((mark) => mark.textContent); \
        return JSON.stringify(marks) === JSON.stringify(arguments[0])";
    journal.until("what is marked", same, vec![json!(expected)]).await;
}

/// Whether what was written about is drawn.
const CHART: &str = "return document.querySelectorAll('main .body svg').length > 0";
const LETTER: &str =
    "De brief over de bijstandsuitkering lag open. Zij las de uitkering twee keer, en ik ook.";
const UPSET: &str = "Geïrriteerd was ik niet, wel moe.";
const QUIET: &str = "Er viel een stilte en die liet ik staan.";

#[test]
fn a_part_of_a_word_finds_an_entry_and_the_places_in_it_and_one_comes_back_to_the_same_hits() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        written(&journal, &words, "Intake", "lege stoel", LETTER).await;
        written(&journal, &words, "Telefonisch", "rode fiets", UPSET).await;
        written(&journal, &words, "Intake", "lege stoel", QUIET).await;

        // From anywhere, by a part of a word, without regard to case and accents.
        journal.keys(&["Control", "Shift", "f"]).await;
        journal.see_heading(words.say("entries-title")).await;
        journal.until("the caret", "return document.activeElement?.type === 'search'", vec![]).await;
        journal.type_keys("geirriteerd").await;
        see_rows(&journal, "folded", &[UPSET]).await;
        see_marks(&journal, &["Geïrriteerd"]).await;
        journal.keys(&["Control", "a"]).await;
        journal.type_keys("zij -moe \"las de\"").await;
        see_rows(&journal, "a phrase, and not a word", &[LETTER]).await;
        journal.keys(&["Control", "a"]).await;
        journal.type_keys("\"*( NEAR").await;
        journal.see("Niets gevonden").await;
        journal.keys(&["Control", "a"]).await;
        journal.type_keys("uitkering").await;
        see_rows(&journal, "inside a word", &[LETTER]).await;

        // Opened at the first place, with the others a key away.
        press_row(&journal).await;
        journal.see(&place(&words, 1, 2)).await;
        see_marks(&journal, &["uitkering", "uitkering"]).await;
        assert_eq!(current(&journal).await, json!(0));
        journal.keys(&["F3"]).await;
        journal.see(&place(&words, 2, 2)).await;
        assert_eq!(current(&journal).await, json!(1));
        journal.keys(&["F3"]).await;
        journal.see(&place(&words, 1, 2)).await;
        journal.keys(&["Shift", "F3"]).await;
        journal.see(&place(&words, 2, 2)).await;
        // Something else in the same entry.
        journal.keys(&["Control", "f"]).await;
        journal.until("the caret", "return document.activeElement?.type === 'search'", vec![]).await;
        journal.keys(&["Control", "a"]).await;
        journal.type_keys("brief").await;
        journal.see(&place(&words, 1, 1)).await;
        journal.keys(&["Escape"]).await;
        journal
            .until(
                "no bar",
                "return !document.querySelector('mark') && !document.querySelector('main search')",
                vec![],
            )
            .await;

        // Back: the same hits, and the focus on the one that was opened.
        press(&journal, words.say("reading-back")).await;
        journal.see_heading(words.say("entries-title")).await;
        see_rows(&journal, "the same hits", &[LETTER]).await;
        assert!(journal.focus().await.contains("bijstandsuitkering"), "{}", journal.focus().await);
        // A search is not kept: whoever goes to the list finds all of it.
        journal.press(words.say("journal-today")).await;
        journal.press(words.say("journal-entries")).await;
        see_rows(&journal, "all", &[QUIET, UPSET, LETTER]).await;
        assert_eq!(journal.value(words.say("entries-search")).await, "");
    });
}

#[test]
fn what_one_is_writing_is_looked_through_and_stays_as_it_is() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::start_contact_with(&journal, &words, "Intake", "lege stoel", 2).await;
        steps::write(&journal, LETTER).await;
        let text = "const field = document.querySelector('main textarea'); return field?.value";
        assert_eq!(journal.run(text, vec![]).await, json!(LETTER));

        journal.keys(&["Control", "f"]).await;
        journal.until("the caret", "return document.activeElement?.type === 'search'", vec![]).await;
        journal.type_keys("uitkering").await;
        journal.see(&place(&words, 1, 2)).await;
        see_marks(&journal, &["uitkering", "uitkering"]).await;
        assert_eq!(current(&journal).await, json!(0));
        journal.keys(&["F3"]).await;
        journal.see(&place(&words, 2, 2)).await;
        assert_eq!(current(&journal).await, json!(1));
        journal.keys(&["Escape"]).await;
        let back =
            "return document.activeElement?.tagName === 'TEXTAREA' && !document.querySelector('main mark')";
        journal.until("to be back in the text, without marks", back, vec![]).await;
        assert_eq!(journal.run(text, vec![]).await, json!(LETTER));
        journal.keys(&["Control", "End"]).await;
        journal.type_keys(" Klaar.").await;
        assert_eq!(journal.run(text, vec![]).await, json!(format!("{LETTER} Klaar.")));
        steps::done(&journal, &words).await;
    });
}

#[test]
fn filters_let_through_what_fits_and_say_so() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        written(&journal, &words, "Intake", "lege stoel", LETTER).await;
        written(&journal, &words, "Telefonisch", "rode fiets", UPSET).await;
        journal.press(words.say("journal-entries")).await;
        journal.press(words.say("entries-filters")).await;
        choose(&journal, &words, "filter-kind", "Telefonisch").await;
        see_rows(&journal, "one kind", &[UPSET]).await;
        choose(&journal, &words, "filter-alias", "lege stoel").await;
        journal.see("Niets gevonden").await;
        journal.press(&format!("{} Telefonisch", words.say("filter-take-away"))).await;
        see_rows(&journal, "one alias", &[LETTER]).await;
        choose(&journal, &words, "filter-status", words.say("filter-status-shown")).await;
        journal.see("Niets gevonden").await;
        choose(&journal, &words, "filter-status", words.say("filter-status-personal")).await;
        see_rows(&journal, "personal", &[LETTER]).await;
        journal.press(words.say("filter-order-best")).await;
        see_rows(&journal, "the best", &[LETTER]).await;
    });
}

#[test]
fn a_day_is_gone_to_by_the_keys_of_a_calendar() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        written(&journal, &words, "Intake", "lege stoel", LETTER).await;
        written(&journal, &words, "Telefonisch", "rode fiets", UPSET).await;
        // From another place too.
        journal.press(words.say("journal-handbook")).await;
        journal.keys(&["Control", "g"]).await;
        journal.see(words.say("jump-title")).await;
        // While it asks for a day, no key leads elsewhere.
        journal.keys(&["Control", "Shift", "f"]).await;
        journal.keys(&["Control", "n"]).await;
        assert_eq!(journal.heading().await, words.say("entries-title"));
        journal
            .until("written on today", "return document.querySelector('[role=grid] .marked.today')", vec![])
            .await;
        let tab = "const day = document.querySelector('[role=grid] button[tabindex=\"0\"]'); day?.focus(); return Boolean(day)";
        journal.until("the grid", tab, vec![]).await;
        let before = journal.focus().await;
        journal.keys(&["PageUp"]).await;
        journal.keys(&["Right"]).await;
        assert_ne!(journal.focus().await, before);
        journal.keys(&["Left"]).await;
        journal.keys(&["PageDown"]).await;
        journal.keys(&["Home"]).await;
        journal.keys(&["End"]).await;
        let monday_first = "const cells = [...document.activeElement.closest('tr').children]; \
            return cells.indexOf(document.activeElement.closest('td')) === 7";
        journal.until("Sunday", monday_first, vec![]).await;
        journal.keys(&["Enter"]).await;
        journal.see_heading(words.say("entries-title")).await;
        // Nothing is newer than this Sunday, so the newest has the focus.
        journal
            .until(
                "the row",
                "return document.activeElement?.textContent.includes(arguments[0])",
                vec![json!(UPSET)],
            )
            .await;
    });
}

#[test]
fn an_alias_that_is_kept_quiet_is_found_and_read_and_gone_from_looking_back() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        written(&journal, &words, "Intake", "lege stoel", LETTER).await;
        journal.press(words.say("journal-looking-back")).await;
        journal.see_heading(words.say("journal-looking-back")).await;
        press(&journal, words.say("looking-themes")).await;
        journal.until("a chart", CHART, vec![]).await;

        journal.press(words.say("journal-entries")).await;
        press(&journal, words.say("alias-title")).await;
        journal.see_heading(words.say("alias-title")).await;
        journal.until("the alias", "const row = [...document.querySelectorAll('main button')].find((button) => button.textContent.includes('lege stoel')); row?.focus(); return Boolean(row)", vec![]).await;
        journal.keys(&["Enter"]).await;
        journal.see_heading("lege stoel").await;
        press(&journal, words.say("alias-quiet")).await;
        journal.see(words.say("alias-said-quiet")).await;

        journal.press(words.say("journal-looking-back")).await;
        press(&journal, words.say("looking-themes")).await;
        journal.see(words.say("looking-themes-none")).await;
        press(&journal, words.say("looking-quiet")).await;
        journal.see("lege stoel").await;
        // It is found and read as before.
        journal.keys(&["Control", "Shift", "f"]).await;
        journal.until("the caret", "return document.activeElement?.type === 'search'", vec![]).await;
        journal.type_keys("uitkering").await;
        see_rows(&journal, "found as ever", &[LETTER]).await;
        assert!(!rows(&journal).await.is_empty());
        // And it takes part again when that is asked.
        journal.press(words.say("journal-looking-back")).await;
        press(&journal, words.say("looking-quiet")).await;
        press(&journal, words.say("looking-quiet-end")).await;
        journal.see(words.say("looking-quiet-none")).await;
        press(&journal, words.say("looking-themes")).await;
        journal.until("the same chart", CHART, vec![]).await;
    });
}

/// Which of the marks is the one that is looked at.
async fn current(journal: &Page) -> Value {
    let current =
        "return [...document.querySelectorAll('main mark')].findIndex((mark) => 'current' in mark.dataset)";
    journal.run(current, vec![]).await
}

fn place(words: &Words, at: u32, count: u32) -> String {
    words.say("find-place").replace("{ $at }", &at.to_string()).replace("{ $count }", &count.to_string())
}

async fn press_row(journal: &Page) {
    let row = "const row = document.querySelector('main li button'); row?.focus(); return Boolean(row)";
    journal.until("a hit", row, vec![]).await;
    journal.keys(&["Enter"]).await;
}

async fn choose(journal: &Page, words: &Words, field: &str, choice: &str) {
    let select = journal.control(words.say(field)).await;
    select.select_by_label(choice).await.expect("a choice");
}
