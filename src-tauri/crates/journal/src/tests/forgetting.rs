//! What goes by its term, with its alias or by hand is nowhere: in no table, no index, no page, no
//! log.

use std::fs;

use chrono::NaiveDate;

use super::desk::{Desk, about, at, free_page, guide, question};
use super::erasing::{CANARY, PIECE, places_of};
use crate::{Alias, EntryId, Field, Returns, RuleText, TeamPointText, TeamTheme, Term, TwofoldText};

fn day(day: &str) -> NaiveDate {
    day.parse().expect("a day")
}

fn alias(name: &str) -> Alias {
    Alias::parse(name).expect("usable")
}

/// A journal with enough in it for the index to have many pages.
fn desk() -> Desk {
    let mut desk = Desk::new();
    for number in 0..200 {
        let text = format!("{} nummer{number} kan kanarie kanariez", "gewone woorden ".repeat(30));
        desk.write(guide(), &text);
    }
    desk.journal.search("woorden", 5).expect("search");
    desk
}

/// An entry that says the canary wherever an entry can, under an alias.
fn sing(desk: &mut Desk, alias: &str) -> EntryId {
    let entry = desk.start(about("2026-11-20", "gesprek", Some(alias)));
    let asked = Field::Own { wording: "Wat deed kanariezwartgeel?" };
    let long = format!("{CANARY} {}", (0..1000).map(|n| format!("{CANARY}{n} ")).collect::<String>());
    desk.save(entry, None, asked, &long);
    let intend = Field::Intention { question: None, returns: Returns::Alias };
    let intention = desk.save(entry, None, intend, CANARY).id;
    desk.journal.leave(entry).expect("leave");
    let other = desk.start(about("2026-11-20", "gesprek", Some(alias)));
    desk.save(other, None, Field::Outcome { of: intention }, CANARY);
    desk.save(other, None, question("q1"), "woorden die gewoon zijn");
    entry
}

/// The canary is nowhere, nor after a restart, and the log holds nothing at all.
#[track_caller]
fn silent(mut desk: Desk) {
    assert_eq!(places_of(&mut desk, PIECE.as_bytes()), Vec::<String>::new());
    let log = desk.folder.path().join("journal.db-wal");
    assert_eq!(fs::metadata(&log).expect("the log is there").len(), 0, "nothing lives on in the log");
    desk.check_index();
    desk.reopen();
    assert_eq!(places_of(&mut desk, PIECE.as_bytes()), Vec::<String>::new());
}

/// The canary stands in these places, before it goes.
#[track_caller]
fn heard(desk: &mut Desk, expected: &[&str]) {
    let places = places_of(desk, PIECE.as_bytes());
    for place in expected {
        assert!(places.iter().any(|found| found.starts_with(place)), "{place} in {places:?}");
    }
}

#[test]
fn what_went_by_its_term_is_nowhere() {
    let mut desk = desk();
    sing(&mut desk, CANARY);
    heard(&mut desk, &["answer,", "wording,", "alias,", "term,", "entry_index_data,", "page "]);
    desk.journal.leaving(Term(180), day("2027-06-01")).expect("told");
    let same = desk.journal.end_terms(Term(180), day("2027-06-08"), None).expect("ended");
    assert_eq!(same.len(), 2);
    silent(desk);
}

#[test]
fn an_alias_that_was_erased_is_nowhere() {
    let mut desk = desk();
    let entry = sing(&mut desk, CANARY);
    desk.journal.delete(entry, at("2026-11-21T17:00:00+01:00")).expect("delete");
    heard(&mut desk, &["answer,", "wording,", "alias,", "page "]);
    desk.journal.erase_alias(&alias(CANARY)).expect("erased");
    assert_eq!(desk.journal.forgotten().expect("numbers").len(), 2, "of which the numbers are kept");
    silent(desk);
}

#[test]
fn a_name_that_an_alias_had_is_nowhere() {
    let mut renamed = desk();
    renamed.start(about("2026-11-20", "gesprek", Some(CANARY)));
    heard(&mut renamed, &["alias,", "page "]);
    renamed.journal.rename_alias(&alias(CANARY), &alias("Blauwe Reiger")).expect("renamed");
    silent(renamed);

    let mut merged = desk();
    let entry = merged.start(about("2026-11-20", "gesprek", Some(CANARY)));
    merged.save(entry, None, question("q1"), "blijft");
    merged.journal.leave(entry).expect("leave");
    let other = merged.start(about("2026-11-20", "gesprek", Some("Blauwe Reiger")));
    merged.journal.leave(other).expect("leave");
    heard(&mut merged, &["alias,", "page "]);
    merged.journal.merge_aliases(&alias(CANARY), &alias("Blauwe Reiger")).expect("merged");
    assert_eq!(merged.journal.search("blijft", 5).expect("search").len(), 1);
    silent(merged);
}

#[test]
fn a_rule_or_a_wording_that_was_erased_is_nowhere() {
    let now = at("2026-11-21T17:00:00+01:00");
    let rule = |text: &str| RuleText::parse(text).expect("usable");
    let singing = rule(&format!("Vraag {CANARY} eerst"));
    let mut reworded = desk();
    let kept = reworded.journal.keep_rule(&singing, now).expect("kept").id;
    let former = reworded.journal.change_rule(kept, &rule("Vraag eerst"), now).expect("changed").former;
    reworded.journal.drop_rule(kept, Some(now.date_naive())).expect("dropped");
    heard(&mut reworded, &["rule_wording,", "page "]);
    let left = reworded.journal.erase_wording(former[0].id).expect("erased");
    assert_eq!((left.text.as_str(), left.former.len()), ("Vraag eerst", 0));
    silent(reworded);

    let mut erased = desk();
    let kept = erased.journal.keep_rule(&singing, now).expect("kept").id;
    for text in ["Vraag eerst", CANARY, "Vraag"] {
        erased.journal.change_rule(kept, &rule(text), now).expect("changed");
    }
    erased.journal.change_rule(kept, &singing, now).expect("changed");
    heard(&mut erased, &["rule_of_thumb,", "rule_wording,", "page "]);
    erased.journal.erase_rule(kept).expect("erased");
    assert_eq!(erased.count("rule_wording"), 0, "its past goes with it");
    silent(erased);
}

#[test]
fn a_word_with_two_meanings_that_was_changed_or_erased_is_nowhere() {
    let now = at("2026-11-21T17:00:00+01:00");
    let text = |canary: &str| {
        let long = format!("{canary} {canary} {canary} {canary}");
        TwofoldText::parse(&format!("woord {canary}"), &long, &long, canary).expect("usable")
    };
    let mut changed = desk();
    let kept = changed.journal.keep_twofold_word(&text(CANARY), now).expect("kept").id;
    heard(&mut changed, &["twofold_word, column 1", "twofold_word, column 2", "twofold_word, column 3"]);
    heard(&mut changed, &["twofold_word, column 4", "page "]);
    changed.journal.change_twofold_word(kept, &text("a"), now).expect("changed");
    silent(changed);

    let mut erased = desk();
    let kept = erased.journal.keep_twofold_word(&text(CANARY), now).expect("kept").id;
    erased.journal.erase_twofold_word(kept).expect("erased");
    silent(erased);
}

#[test]
fn what_was_taken_along_and_was_changed_or_erased_is_nowhere() {
    let text = |text: &str| TeamPointText::parse(text).expect("usable");
    let theme = TeamTheme { id: CANARY.to_owned(), name: CANARY.to_owned() };
    let singing = text(&format!("{CANARY}\n{}", "lang ".repeat(100)));
    let mut changed = desk();
    let kept = changed.journal.keep_team_point(Some(&theme), &singing, day("2026-11-21")).expect("kept").id;
    heard(&mut changed, &["team_point, column 1", "team_point, column 2", "team_point, column 3", "page "]);
    changed.journal.change_team_point(kept, None, &text("kort")).expect("changed");
    silent(changed);

    let mut erased = desk();
    let kept = erased.journal.keep_team_point(Some(&theme), &singing, day("2026-11-21")).expect("kept").id;
    erased.journal.discuss_team_point(kept, Some(day("2026-11-24"))).expect("discussed");
    erased.journal.erase_team_point(kept).expect("erased");
    silent(erased);
}

#[test]
fn a_word_that_is_spared_no_more_is_nowhere() {
    let mut desk = desk();
    desk.journal.spare(CANARY).expect("spared");
    heard(&mut desk, &["spared,", "page "]);
    desk.journal.unspare(CANARY).expect("taken back");
    silent(desk);
}

#[test]
fn what_is_kept_for_the_backups_holds_no_word() {
    let mut desk = Desk::new();
    let page = desk.write(free_page(), "blijft");
    sing(&mut desk, CANARY);
    desk.journal.erase_alias(&alias(CANARY)).expect("erased");
    let columns: Vec<String> = desk
        .journal
        .connection()
        .prepare("SELECT name || ' ' || type FROM pragma_table_info('forgotten')")
        .expect("prepare")
        .query_map([], |row| row.get(0))
        .expect("query")
        .collect::<Result<_, _>>()
        .expect("columns");
    assert_eq!(columns, ["entry INTEGER", "seed INTEGER"]);
    assert!(desk.journal.entry(page).is_ok());
}
