//! A dilemma that may stay one: any number of ways, also none, and an end that is called by its name.

use boundaries::{App, Options, Page, Words};
use serde_json::json;

use crate::{
    guided::stand_in_order,
    sheets,
    steps::{self, travel},
};

const FORM: &str = "Dilemma";
const ALIAS: &str = "vroege trein";
const FACTS: &str = "Feiten";
const FACT: &str = "Hij kwam twee keer niet. Zijn moeder lag in het ziekenhuis.";
const GOOD: &str = "Wat ik goed vind, en waarom";
const VALUE: &str = "Wie voor een ander zorgt, hoort daar geen boete voor te krijgen.";
const WAYS: &str = "Welke wegen zijn er?";
const THREE: [&str; 3] = ["Een waarschuwing", "Niets doen, en volgende week bellen", "De maatregel toch"];
const END: &str = "Hoe laat ik het nu achter?";
const RUBS: &str = "Blijft schuren";
const READY: &str = "Ik ben eruit";
/// What would make a task of it.
const TASKS: [&str; 8] = [
    "onaf",
    "nog niet af",
    "onvolledig",
    "niet ingevuld",
    "verplicht",
    "afronden",
    "concept",
    "in bewerking",
];

#[test]
fn a_dilemma_stays_one_by_keyboard_alone() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        journal.tab_to(words.say("journal-sheets")).await;
        journal.keys(&["Enter"]).await;
        journal.see_heading(words.say("journal-sheets")).await;
        journal.see(FORM).await;
        sheets::tab_to_new(&journal, &words, FORM).await;
        journal.keys(&["Enter"]).await;
        journal.see_heading(FORM).await;
        // About nobody in particular is chosen already: one begins at once.
        journal.tab_to(words.say("contact-begin")).await;
        journal.keys(&["Enter"]).await;
        journal.see(words.say("sheet-overview")).await;

        journal.tab_to(FACTS).await;
        journal.type_keys(FACT).await;
        journal.tab_to(GOOD).await;
        journal.type_keys(VALUE).await;
        // Each way that is written makes room for another one.
        for (place, way) in THREE.iter().enumerate() {
            journal.tab_to(&sheets::row_of(&words, WAYS, place + 1)).await;
            journal.type_keys(way).await;
        }
        sheets::tab_to_cell(&journal, END, RUBS).await;
        journal.keys(&["Space"]).await;
        let pressed = "return document.activeElement.getAttribute('aria-pressed') === 'true'";
        journal.until("the end that was chosen", pressed, vec![]).await;
        no_task(&journal).await;
        sheets::done(&journal, &words).await;
        no_task(&journal).await;
        journal.keys(&["Control", "l"]).await;
        journal.wait_for_end();

        let journal = steps::unlock(&app, &words).await;
        no_task(&journal).await;
        let article = steps::read(&journal, &words, FORM).await;
        let ways = [&[FACTS, FACT, GOOD, VALUE, WAYS][..], &THREE, &[END, RUBS]].concat();
        assert!(stand_in_order(&article, &ways), "{article}");
        assert!(!article.contains(READY), "one end, and not both: {article}");
        no_task(&journal).await;
        // Months later it is as it was; nothing asked to be finished.
        journal.press(words.say("reading-write-on")).await;
        journal.see(words.say("sheet-overview")).await;
        assert!(is_chosen(&journal, RUBS).await && !is_chosen(&journal, READY).await);
        no_task(&journal).await;
    });
}

#[test]
fn a_dilemma_without_a_single_way_is_a_dilemma_too() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        sheets::ask_for(&journal, &words, FORM).await;
        sheets::begin_about(&journal, &words, "Maatregel of boete", ALIAS).await;
        sheets::choose(&journal, END, RUBS, true).await;
        sheets::done(&journal, &words).await;
        let article = steps::read(&journal, &words, RUBS).await;
        assert!(stand_in_order(&article, &["Maatregel of boete", ALIAS, END, RUBS]), "{article}");
        for unsaid in [FACTS, GOOD, WAYS] {
            assert!(!article.contains(unsaid), "what was not said is not asked for: {article}");
        }
        no_task(&journal).await;

        // A way that was written and taken away comes back as it was, until one leaves.
        journal.press(words.say("reading-write-on")).await;
        journal.see(words.say("sheet-overview")).await;
        let (first, second) = (sheets::row_of(&words, WAYS, 1), sheets::row_of(&words, WAYS, 2));
        journal.paste(&first, THREE[0]).await;
        journal.paste(&second, THREE[1]).await;
        journal.press(words.say("sheet-row-take")).await;
        journal.see(words.say("sheet-row-taken")).await;
        journal.press(words.say("sheet-row-back")).await;
        journal.control(&first).await;
        assert_eq!(journal.value(&first).await, THREE[0]);
        journal.press(words.say("sheet-row-take")).await;
        journal.see(words.say("sheet-row-taken")).await;
        // The end can be taken back as well: nothing has to be chosen.
        sheets::choose(&journal, END, RUBS, false).await;
        sheets::done(&journal, &words).await;
        let article = steps::read(&journal, &words, THREE[1]).await;
        assert!(stand_in_order(&article, &[WAYS, THREE[1]]), "{article}");
        for gone in [THREE[0], RUBS] {
            assert!(!article.contains(gone), "“{gone}” was taken away: {article}");
        }
        no_task(&journal).await;
    });
}

/// Sees that nothing on screen makes a task of it, and that nothing is counted.
async fn no_task(journal: &Page) {
    let shown = steps::shown_in(journal, "body").await.to_lowercase();
    for task in TASKS {
        let is_word = |at: usize| {
            let (before, after) = (&shown[..at], &shown[at + task.len()..]);
            !before.ends_with(char::is_alphabetic) && !after.starts_with(char::is_alphabetic)
        };
        let found = shown.match_indices(task).any(|(at, _)| is_word(at));
        assert!(!found, "“{task}” in {shown}");
    }
    let counts = "return /\\b\\d+ (van|\\/) \\d+\\b|\\d+ ?%/.test(document.body.innerText) \
        || document.querySelectorAll('progress, meter, [role=progressbar], [required], [aria-required=true]').length > 0";
    assert_eq!(journal.run(counts, vec![]).await, json!(false), "nothing is counted: {shown}");
}

async fn is_chosen(journal: &Page, option: &str) -> bool {
    let script = "return [...document.querySelectorAll('main fieldset button')]\
        .find(button => button.textContent.trim() === arguments[0]).getAttribute('aria-pressed') === 'true'";
    journal.run(script, vec![json!(option)]).await == json!(true)
}
