//! The rules of reading a question and of choosing a way, one by one; that every way gives a plain scan's
//! answer is tested on whole journals.

use super::filter::Scope;
use super::query::Asked;
use super::walk::{ANSWERS, CONTACTS_OF_ALIAS, NEWER, NEWER_OF_ALIAS, NUMBERS, Newest, ask, list};
use super::*;
use crate::schema;

#[test]
fn the_newest_are_kept_in_order_and_once() {
    let mut newest = Newest::new(3);
    for place in [(5, 1), (9, 2), (5, 1), (7, 3), (9, 4), (1, 5)] {
        if newest.wants(place) {
            newest.add(place);
        }
    }
    assert_eq!(newest.found, [(9, 4), (9, 2), (7, 3)]);
    assert_eq!(newest.floor(), Some((7, 3)));
}

#[test]
fn a_rare_word_does_not_have_the_list_walked() {
    let balance = Balance::MEASURED;
    // One entry in nine has it, one in a hundred, and sixty of a hundred thousand.
    assert!(balance.worth_looking(100_000, (0, 99_550), 50));
    assert!(!balance.worth_looking(100_000, (0, 95_000), 50));
    assert!(balance.worth_looking(100_000, (0, 95_000), 400));
    assert!(!balance.worth_looking(100_000, (0, 20_000), 60));
}

#[test]
fn reading_goes_on_while_that_soon_finds_enough_and_never_for_long() {
    let balance = Balance::MEASURED;
    assert!(balance.reads_on(30, 29, 0, 20), "so many are read in any case");
    assert!(!balance.reads_on(30, 30, 9, 20));
    assert!(balance.reads_on(30, 30, 10, 20), "the other half takes as many");
    assert!(balance.reads_on(30, 45, 19, 20) && !balance.reads_on(30, 90, 19, 20));
    assert!(!balance.reads_on(0, 1, 0, 20));
    assert!(balance.reads_on(usize::MAX, usize::MAX - 1, 0, usize::MAX));
}

#[test]
fn nothing_is_sorted_and_no_table_is_scanned() {
    let tables = schema::tables();
    let mut all = [NEWER, CONTACTS_OF_ALIAS, NEWER_OF_ALIAS, NUMBERS, ANSWERS].map(str::to_owned).to_vec();
    let form = |is_sheet| SearchForm { pack: String::new(), form: String::new(), is_sheet };
    for status in
        [None, Some(SearchStatus::Personal), Some(SearchStatus::Shown), Some(SearchStatus::CarriedOut)]
    {
        for form in [None, Some(form(true)), Some(form(false))] {
            let filters = SearchFilters { status, form, ..SearchFilters::default() };
            let scope =
                Scope::of(&tables, &filters, None).expect("it is SQL").expect("something may be in it");
            all.extend([ask(&scope), list(&scope)]);
        }
    }
    for sql in all {
        let plan = schema::plan(&sql);
        // The index is walked newest first by itself; what a limited subquery gives is counted as it comes.
        let is_table = |step: &str| !step.contains("VIRTUAL TABLE") && !step.contains("(subquery");
        let bad =
            |step: &String| step.contains("TEMP B-TREE") || (step.starts_with("SCAN") && is_table(step));
        assert!(!plan.iter().any(bad), "{sql}: {plan:?}");
    }
}

#[test]
fn what_was_shown_or_carried_out_is_listed_without_the_rest() {
    let tables = schema::tables();
    for (status, index) in
        [(SearchStatus::Shown, "entry_shown"), (SearchStatus::CarriedOut, "entry_carried_out")]
    {
        let filters = SearchFilters { status: Some(status), ..SearchFilters::default() };
        let scope = Scope::of(&tables, &filters, None).expect("it is SQL").expect("something may be in it");
        let plan = schema::plan(&list(&scope));
        assert!(plan[0].contains(&format!("USING INDEX {index} ")), "{plan:?}");
    }
}

/// What is asked as `words`, `"phrases"`, `'raw'` and `-excluded`.
fn read(text: &str) -> Vec<String> {
    let query = Query::read(text, &mut Folder::new().expect("memory")).expect("it reads");
    let asked = query.asked.iter().map(|asked| match asked {
        Asked::Words(words) if words.contains(' ') => format!("\"{words}\""),
        Asked::Words(word) => word.clone(),
        Asked::Raw(raw) => format!("'{raw}'"),
    });
    asked.chain(query.excluded.iter().map(|excluded| format!("-{excluded}"))).collect()
}

#[test]
fn what_is_typed_reads_as_words_phrases_and_what_must_not_occur() {
    let cases: &[(&str, &[&str])] = &[
        ("", &[]),
        (" \n\u{a0}\u{3000}", &[]),
        ("Schaamte  GEÏRR\nschaamte", &["schaamte", "geirr"]),
        ("niet-verschenen o’clock", &["niet", "verschenen", "o", "clock"]),
        ("\"niet-verschenen om\" ja", &["\"niet verschenen om\"", "ja"]),
        ("\"één\"\"twee drie\"vier", &["een", "\"twee drie\"", "vier"]),
        ("\"nooit gesloten", &["nooit", "gesloten"]),
        ("5\" en 6\"", &["5", "en", "6"]),
        ("“krullen zijn tekst”", &["krullen", "zijn", "tekst"]),
        ("-niet ja -niet-verschenen -niet", &["ja", "-niet", "-niet verschenen"]),
        ("- \" -", &[]),
        ("\"\" \" \n \"", &[]),
        ("-- -😀 -\u{301}x -\"nee\"", &["'--'", "'-😀'", "x", "nee"]),
        ("–gedachtestreep a-b", &["gedachtestreep", "a", "b"]),
        ("😀 *( \" 👍 \" 😀", &["'😀'", "'*('", "'👍'"]),
        ("NEAR(a b) AND body:c OR d* NOT e", &["near", "a", "b", "and", "body", "c", "or", "d", "not", "e"]),
        ("\0 x\0y", &["'\0'", "x", "y"]),
    ];
    for (text, expected) in cases {
        assert_eq!(read(text), *expected, "{text:?}");
    }
}
