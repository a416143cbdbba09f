//! Words that return stand out, and name nobody.

use chrono::{Days, NaiveDate};

use super::desk::{Desk, about, at, cell, free_page};
use crate::{Alias, CellValue, EntryId, Field};

const TODAY: &str = "2026-11-21";
const PLAIN: [&str; 2] = ["Omdat", "gesprek"];

fn day(day: &str) -> NaiveDate {
    day.parse().expect("a day")
}

/// An entry so many days ago.
fn ago(desk: &mut Desk, days: u64, alias: Option<&str>, text: &str) -> EntryId {
    let on = (day(TODAY) - Days::new(days)).to_string();
    desk.write(about(&on, "gesprek", alias), text)
}

/// What returns, with the numbers of entries.
fn returning(desk: &mut Desk) -> Vec<(String, u32)> {
    let found = desk.journal.returning_words(day(TODAY), PLAIN, 24).expect("read");
    assert_eq!((found.from, found.until), (day("2026-08-24"), day(TODAY)));
    found.words.into_iter().map(|word| (word.word, word.entries)).collect()
}

fn words(desk: &mut Desk) -> Vec<String> {
    returning(desk).into_iter().map(|(word, _)| word).collect()
}

/// A journal with so many entries that say something else each.
fn with_others(count: u64) -> Desk {
    let mut desk = Desk::new();
    for number in 0..count {
        ago(&mut desk, number, None, &format!("omdat een gesprek anders{}", "x".repeat(number as usize)));
    }
    desk
}

#[test]
fn a_word_returns_in_three_entries_on_three_days() {
    let mut desk = with_others(6);
    for days in [1, 2, 3] {
        ago(&mut desk, days, None, "Wachtrij: de wachtrij was lang. Het was druk, omdat.");
    }
    for days in [1, 1, 2] {
        ago(&mut desk, days, None, "loket");
    }
    for days in [4, 5] {
        ago(&mut desk, days, None, "deurbel deurbel deurbel");
    }
    assert_eq!(returning(&mut desk), [("druk".into(), 3), ("lang".into(), 3), ("wachtrij".into(), 3)]);
}

#[test]
fn what_stands_everywhere_or_long_ago_or_later_does_not_return() {
    let mut desk = with_others(6);
    for days in [1, 2, 3] {
        ago(&mut desk, days, None, "wachtrij balie");
    }
    ago(&mut desk, 89, None, "balie");
    assert_eq!(returning(&mut desk), [("wachtrij".into(), 3)], "four of ten are more than a third");
    let mut desk = with_others(9);
    for days in [1, 89, 90] {
        ago(&mut desk, days, None, "wachtrij");
    }
    desk.write(about("2026-11-22", "gesprek", None), "wachtrij");
    assert_eq!(words(&mut desk), Vec::<String>::new());
    ago(&mut desk, 0, None, "wachtrij");
    assert_eq!(words(&mut desk), ["wachtrij"]);
}

#[test]
fn what_stands_out_comes_first_and_what_became_rarer_last() {
    let mut desk = with_others(20);
    for days in 0..40 {
        ago(&mut desk, 200 + days, None, "schulden en formulier");
        ago(&mut desk, 200 + days, None, if days < 4 { "wachtrij" } else { "heel anders" });
    }
    for days in 1..=6 {
        ago(&mut desk, days, None, "wachtrij formulier");
    }
    for days in 10..=13 {
        ago(&mut desk, days, None, "koffie");
    }
    for days in 1..=3 {
        ago(&mut desk, days, None, "schulden");
    }
    // Of 113 entries 33 are of these months: of ten with a queue one expects three, of four with coffee one.
    // Of 43 with debts one expects twelve, of 46 with a form thirteen.
    let (first, last) = ([("wachtrij", 6), ("koffie", 4)], [("formulier", 6), ("schulden", 3)]);
    let expected = first.iter().chain(&last).map(|(word, entries)| ((*word).to_owned(), *entries));
    assert_eq!(returning(&mut desk), expected.collect::<Vec<_>>());
    desk.check_index();
}

#[test]
fn words_of_aliases_and_of_what_is_quiet_or_binned_are_not_among_them() {
    let mut desk = with_others(12);
    for days in [1, 2, 3] {
        ago(&mut desk, days, Some("Stille Beuk"), "De stille BEUK belde; beuks brief, wachtrij");
    }
    assert_eq!(words(&mut desk), ["belde", "brief", "wachtrij"]);
    desk.journal.keep_period_quiet(day("2026-11-20"), day("2026-11-20")).expect("kept");
    assert_eq!(words(&mut desk), Vec::<String>::new(), "one of three is quiet");
    let fourth = ago(&mut desk, 4, None, "wachtrij");
    assert_eq!(words(&mut desk), ["wachtrij"]);
    desk.journal.delete(fourth, at("2026-11-21T17:00:00+01:00")).expect("delete");
    assert_eq!(words(&mut desk), Vec::<String>::new());
    desk.journal.restore(fourth).expect("restored");
    desk.journal.keep_alias_quiet(&Alias::parse("stille beuk").expect("usable"), true).expect("kept");
    assert_eq!(words(&mut desk), Vec::<String>::new());
}

#[test]
fn a_word_is_shown_as_it_was_written_most_and_options_are_nobodys_words() {
    let mut desk = with_others(9);
    for (days, text) in [(1, "Café de Kade"), (2, "café CAFÉ"), (3, "café")] {
        let entry = ago(&mut desk, days, None, text);
        let chosen = Field::Cell(cell("stand", CellValue::Choice { option: Some("schuurt") }));
        desk.save(entry, None, chosen, "Schuurt");
    }
    assert_eq!(returning(&mut desk), [("café".into(), 3)]);
}

#[test]
fn an_empty_journal_and_most_words_are_said_as_they_are() {
    let mut desk = Desk::new();
    desk.start(free_page());
    assert_eq!(returning(&mut desk), []);
    let mut desk = with_others(9);
    for days in [1, 2, 3] {
        ago(&mut desk, days, None, "alfa beta gamma delta");
    }
    let found = desk.journal.returning_words(day(TODAY), PLAIN, 2).expect("read");
    assert_eq!(found.words.iter().map(|word| word.word.as_str()).collect::<Vec<_>>(), ["alfa", "beta"]);
}

#[test]
fn what_is_written_as_a_name_does_not_return() {
    let mut desk = with_others(6);
    for days in [1, 2, 3] {
        ago(&mut desk, days, None, "Een wachtrij. Fatima belde, en toen was Fatima weg; balie Balie");
    }
    assert_eq!(words(&mut desk), ["balie", "belde", "toen", "wachtrij"]);
}
