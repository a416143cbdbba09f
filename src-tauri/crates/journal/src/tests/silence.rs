//! What was written in a sheet, and what was asked there, is nowhere once it goes: by hand, from the
//! bin, by its term, with its alias, out of another copy.

use std::fs;

use chrono::NaiveDate;

use super::desk::{Desk, about, at, cell, guide, prepares, sheet};
use super::erasing::{CANARY, PIECE, places_of};
use crate::{Alias, CellRef, CellValue, EntryId, Field, FormRef, NewEntry, Same, Term, erase_same, without};

const NOW: &str = "2026-11-21T17:00:00+01:00";

fn day(day: &str) -> NaiveDate {
    day.parse().expect("a day")
}

/// A sheet that says the canary wherever a sheet can. Labels may come from a pack of one's own.
fn sing(desk: &mut Desk, alias: Option<&str>) -> EntryId {
    let form = FormRef { pack: CANARY.into(), form: CANARY.into(), version: 1 };
    let new = NewEntry { form, title: Some(CANARY.into()), ..sheet(about("2026-11-20", "gesprek", alias)) };
    let entry = desk.start(new);
    let asked = |what: &str| format!("{what} {CANARY}?");
    let (label, heading, comes_back) = (asked("Wat zegt"), asked("Beeld van"), asked("Wat werd het met"));
    let place = |value| CellRef {
        field: CANARY,
        column: Some(CANARY),
        row: 3,
        label: &label,
        heading: Some(&heading),
        value,
    };
    let text = Field::Cell(place(CellValue::Text));
    let long: String = (0..1000).map(|number| format!("{CANARY}{number} ")).collect();
    desk.save(entry, None, text, &long);
    // Written over, shorter: its former overflow pages are free.
    desk.save(entry, None, text, &long[..long.len() / 3]);
    let option = Some(CANARY);
    desk.save(entry, None, Field::Cell(place(CellValue::Choice { option })), &asked("Ja,"));
    let again = CellRef { heading: Some(&comes_back), ..place(CellValue::LookBack) };
    let of = desk.save(entry, None, Field::Cell(again), "2026-11-28").id;
    let told = Field::LookBack { of, due: day("2026-11-28"), asks: &comes_back };
    desk.save(entry, None, told, &asked("Minder"));
    desk.journal.leave(entry).expect("leave");
    entry
}

/// A journal with enough in it for the index to have many pages, and a sheet in it that stays.
fn desk() -> (Desk, EntryId) {
    let mut desk = Desk::new();
    for number in 0..200 {
        let text = format!("{} nummer{number} kan kanarie kanariez", "gewone woorden ".repeat(30));
        desk.write(guide(), &text);
    }
    let kept = desk.start(sheet(guide()));
    let shared = CellRef { label: "Wat speelt er?", heading: Some("Beeld"), ..cell("f", CellValue::Text) };
    desk.save(kept, None, Field::Cell(shared), "blijft staan");
    desk.journal.search("woorden", 5).expect("search");
    (desk, kept)
}

#[track_caller]
fn heard(desk: &mut Desk) {
    let places = places_of(desk, PIECE.as_bytes());
    for place in ["answer,", "wording,", "entry,", "page "] {
        assert!(places.iter().any(|found| found.starts_with(place)), "{place} in {places:?}");
    }
}

/// The canary is nowhere, nor after a restart; the log holds nothing, and what stays is whole.
#[track_caller]
fn silent((mut desk, kept): (Desk, EntryId)) {
    assert_eq!(places_of(&mut desk, PIECE.as_bytes()), Vec::<String>::new());
    let log = desk.folder.path().join("journal.db-wal");
    assert_eq!(fs::metadata(&log).expect("the log is there").len(), 0, "nothing lives on in the log");
    desk.check_index();
    desk.reopen();
    assert_eq!(places_of(&mut desk, PIECE.as_bytes()), Vec::<String>::new());
    let read = desk.journal.entry(kept).expect("entry").answers.remove(0);
    let crate::StoredField::Cell(cell) = read.field else { panic!("a cell") };
    assert_eq!((cell.label.as_str(), cell.heading.as_deref()), ("Wat speelt er?", Some("Beeld")));
    assert_eq!(desk.count("wording"), 2, "and no words that nobody was asked with");
}

#[test]
fn a_sheet_that_was_erased_is_nowhere() {
    let (mut desk, kept) = desk();
    let entry = sing(&mut desk, None);
    heard(&mut desk);
    desk.journal.erase(entry).expect("erase");
    silent((desk, kept));
}

#[test]
fn a_sheet_that_the_bin_let_go_is_nowhere() {
    let (mut desk, kept) = desk();
    let entry = sing(&mut desk, None);
    desk.journal.delete(entry, at(NOW)).expect("delete");
    heard(&mut desk);
    assert_eq!(desk.journal.sweep(at("2026-11-22T17:00:00+01:00")), Ok(1));
    silent((desk, kept));
}

#[test]
fn a_sheet_that_went_by_its_term_is_nowhere() {
    let (mut desk, kept) = desk();
    sing(&mut desk, Some("Blauwe Reiger"));
    heard(&mut desk);
    desk.journal.leaving(Term(180), day("2027-06-01")).expect("told");
    assert_eq!(desk.journal.end_terms(Term(180), day("2027-06-08"), None).expect("ended").len(), 1);
    silent((desk, kept));
}

#[test]
fn sheets_that_went_with_their_alias_are_nowhere_also_after_a_merge() {
    let (mut desk, kept) = desk();
    let (reiger, wolk) = ("Blauwe Reiger", "Witte Wolk");
    let name = |name: &str| Alias::parse(name).expect("usable");
    let binned = sing(&mut desk, Some(reiger));
    sing(&mut desk, Some(wolk));
    let made = desk.start(prepares(about("2026-11-20", CANARY, Some(wolk))));
    let met = desk.start(about("2026-11-20", CANARY, Some(wolk)));
    assert_eq!(desk.journal.entry(met).expect("entry").prepared, Some(made));
    desk.journal.delete(binned, at(NOW)).expect("delete");
    desk.journal.merge_aliases(&name(reiger), &name(wolk)).expect("merged");
    desk.check_index();
    assert_eq!(desk.journal.search(CANARY, 9).expect("search").len(), 1, "the merged sheet is found");
    heard(&mut desk);
    assert_eq!(desk.journal.erase_alias(&name(wolk)).expect("erased").len(), 4);
    silent((desk, kept));
}

#[test]
fn a_sheet_that_was_erased_everywhere_is_in_no_copy() {
    let (mut desk, kept) = desk();
    let entry = sing(&mut desk, None);
    let same = desk.journal.same(entry).expect("it is there");
    let (copy, other) = (desk.folder.copy(), desk.folder.copy());
    assert_eq!(desk.journal.erase_everywhere(entry), Ok(same));
    silent((desk, kept));

    // As a copy is looked through by hand, and as a backup is made anew.
    let mut copy = Desk::at(copy);
    heard(&mut copy);
    assert_eq!(erase_same(&mut copy.journal, &[Same { seed: same.seed + 1, ..same }]), Ok(0));
    assert_eq!(erase_same(&mut copy.journal, &[same, same]), Ok(1));
    assert_eq!(places_of(&mut copy, PIECE.as_bytes()), Vec::<String>::new());
    copy.journal.close().expect("locks");

    let (vault, had) = without(other.unlock(), &[same]).expect("rewritten");
    assert_eq!(had, 1);
    vault.lock().expect("locks");
    let mut other = Desk::at(other);
    assert_eq!(places_of(&mut other, PIECE.as_bytes()), Vec::<String>::new());
    assert!(other.journal.entry(kept).is_ok());
    other.check_index();
}

#[test]
fn what_was_written_over_in_a_sheet_is_on_no_page() {
    let (mut desk, kept) = desk();
    let entry = desk.start(sheet(guide()));
    let choice = |option| Field::Cell(cell("einde", CellValue::Choice { option }));
    desk.save(entry, None, choice(Some(CANARY)), CANARY);
    desk.save(entry, None, Field::Cell(cell("f", CellValue::Text)), &format!("{CANARY} ").repeat(2000));
    desk.journal.leave(entry).expect("leave");
    desk.save(entry, None, choice(None), "");
    desk.save(entry, None, Field::Cell(cell("f", CellValue::Text)), "iets anders");
    assert_eq!(places_of(&mut desk, PIECE.as_bytes()), Vec::<String>::new());
    assert!(desk.journal.entry(kept).is_ok());
}
