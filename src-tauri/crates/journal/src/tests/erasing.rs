//! The bin and what comes after it: 24 hours, then nothing of it anywhere.

use rusqlite::MAIN_DB;
use rusqlite::types::ValueRef;

use super::desk::{Desk, about, at, free_page, guide, question};
use crate::{EntryId, Field, JournalError};

/// Words that are in nothing else, and the pieces that an index may keep of them.
pub(super) const CANARY: &str = "kanariezwartgeel";
pub(super) const PIECE: &str = "nariezw";

/// Every place where these bytes stand, in any table and on any page as it is decrypted.
pub(super) fn places_of(desk: &mut Desk, bytes: &[u8]) -> Vec<String> {
    let connection = desk.journal.vault.connection_mut();
    let contains = |all: &[u8]| all.windows(bytes.len()).any(|window| window == bytes);
    let mut places = Vec::new();
    let names: Vec<String> = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name <> 'entry_index'")
        .expect("prepare")
        .query_map([], |row| row.get(0))
        .expect("query")
        .collect::<Result<_, _>>()
        .expect("names");
    assert!(
        names.iter().any(|name| name == "entry_index_data"),
        "the index's own tables are looked at: {names:?}"
    );
    for name in names {
        let mut statement = connection.prepare(&format!("SELECT * FROM \"{name}\"")).expect("prepare");
        let columns = statement.column_count();
        let mut rows = statement.query([]).expect("query");
        while let Some(row) = rows.next().expect("row") {
            for column in 0..columns {
                if let ValueRef::Text(value) | ValueRef::Blob(value) = row.get_ref(column).expect("value")
                    && contains(value)
                {
                    places.push(format!("{name}, column {column}"));
                }
            }
        }
    }
    // The pages as the key opens them: free pages and the slack between cells too.
    let pages = connection.serialize(MAIN_DB).expect("pages");
    assert!(pages.starts_with(b"SQLite format 3\0"), "the pages are decrypted");
    for (number, page) in pages.chunks(4096).enumerate() {
        if contains(page) {
            places.push(format!("page {}", number + 1));
        }
    }
    places
}

fn due(desk: &Desk) -> Vec<(i64, String)> {
    let rows = desk.journal.bin().expect("bin");
    rows.into_iter().map(|bin| (bin.row.entry.0, bin.goes_at.to_rfc3339())).collect()
}

#[test]
fn what_is_erased_is_nowhere() {
    let mut desk = Desk::new();
    // Enough around it for the index to have many pages.
    for number in 0..400 {
        let text = format!("{} nummer{number} kan kanarie kanariez kanariezz", "gewone woorden ".repeat(30));
        desk.write(guide(), &text);
    }
    desk.journal.search("woorden", 5).expect("search");
    let entry = desk.start(about("2026-11-20", CANARY, Some(CANARY)));
    let asked =
        Field::Question { pack: "basis", id: CANARY, version: 1, wording: "Wat deed kanariezwartgeel?" };
    let long = format!("{CANARY} {}", (0..3000).map(|n| format!("{CANARY}{n} ")).collect::<String>());
    let saved = desk.save(entry, None, asked, &long);
    desk.save(entry, Some(saved.id), asked, &format!("{long} en {CANARY}s"));
    desk.journal.leave(entry).expect("leave");
    assert_eq!(desk.journal.search(CANARY, 5).expect("search").len(), 1);
    for number in 0..50 {
        desk.write(guide(), &format!("daarna nummer{number}"));
    }
    desk.journal.search("daarna", 5).expect("search");
    let before = places_of(&mut desk, PIECE.as_bytes());
    for place in ["answer,", "wording,", "alias,", "contact,", "term,", "entry_index_data,", "page "] {
        assert!(before.iter().any(|found| found.starts_with(place)), "{place} in {before:?}");
    }

    desk.journal.delete(entry, at("2026-11-21T17:00:00+01:00")).expect("delete");
    let binned = places_of(&mut desk, PIECE.as_bytes());
    // All but the signposts, which go with the erasure.
    let index: Vec<&String> = binned
        .iter()
        .filter(|place| place.starts_with("entry_index_data") || place.starts_with("term"))
        .collect();
    assert!(index.is_empty(), "the bin is in no index: {index:?}");
    assert!(
        binned.iter().any(|place| place.starts_with("entry_index_idx")),
        "this test must meet a signpost of an erased word: {binned:?}"
    );

    desk.journal.erase(entry).expect("erase");
    assert_eq!(places_of(&mut desk, PIECE.as_bytes()), Vec::<String>::new());
    assert_eq!(desk.journal.search(CANARY, 5).expect("search"), []);
    desk.check_index();
    desk.reopen();
    assert_eq!(places_of(&mut desk, PIECE.as_bytes()), Vec::<String>::new());
    assert_eq!(desk.count("entry"), 450);
}

#[test]
fn what_is_overwritten_is_on_no_page() {
    let mut desk = Desk::new();
    let entry = desk.start(free_page());
    let saved = desk.save(entry, None, Field::Free, &format!("{CANARY} ").repeat(2000));
    desk.journal.leave(entry).expect("leave");
    desk.save(entry, Some(saved.id), Field::Free, "iets anders");
    assert_eq!(places_of(&mut desk, PIECE.as_bytes()), Vec::<String>::new());
}

#[test]
fn a_question_that_was_reworded_and_an_alias_that_was_taken_back_are_on_no_page() {
    let mut desk = Desk::new();
    let entry = desk.start(about("2026-11-20", "gesprek", Some(CANARY)));
    let (asked, other) = (format!("Waarom {CANARY}?"), Field::Own { wording: "Waarom?" });
    let saved = desk.save(entry, None, Field::Own { wording: &asked }, "daarom");
    desk.journal.leave(entry).expect("leave");
    let before = places_of(&mut desk, PIECE.as_bytes());
    for place in ["wording,", "alias,", "page "] {
        assert!(before.iter().any(|found| found.starts_with(place)), "{place} in {before:?}");
    }
    desk.save(entry, Some(saved.id), other, "daarom");
    let day = "2026-11-20".parse().expect("a day");
    desk.journal.change_entry(entry, day, Some(("gesprek".into(), None))).expect("changed");
    assert_eq!(places_of(&mut desk, PIECE.as_bytes()), Vec::<String>::new());
    desk.check_index();
}

#[test]
fn what_others_still_use_stays() {
    let mut desk = Desk::new();
    let one = desk.start(about("2026-11-20", "gesprek", Some("Blauwe Reiger")));
    let other = desk.start(about("2026-11-21", "gesprek", Some("blauwe reiger")));
    desk.save(one, None, question("q1"), "samen gedeeld");
    desk.save(other, None, question("q1"), "samen gebleven");
    desk.journal.erase(one).expect("erase");
    assert_eq!((desk.count("wording"), desk.count("alias"), desk.count("contact")), (1, 1, 1));
    assert_eq!(desk.journal.search("samen", 5).expect("search").len(), 1);
    desk.check_index();
    desk.journal.erase(other).expect("erase");
    for table in ["wording", "alias", "contact", "entry", "answer", "term"] {
        assert_eq!(desk.count(table), 0, "{table}");
    }
}

#[test]
fn the_bin_keeps_for_24_hours_and_not_longer() {
    let mut desk = Desk::new();
    let (early, late, kept) =
        (desk.write(guide(), "vroeg"), desk.write(guide(), "laat"), desk.write(guide(), "blijft"));
    desk.journal.delete(early, at("2026-11-21T17:00:00+01:00")).expect("delete");
    desk.journal.delete(late, at("2026-11-21T16:30:00.250Z")).expect("delete");
    assert_eq!(
        due(&desk),
        [(late.0, "2026-11-22T16:30:00.250+00:00".into()), (early.0, "2026-11-22T17:00:00+01:00".into())]
    );
    // Deleting again does not begin the wait anew.
    desk.journal.delete(early, at("2026-11-22T16:00:00+01:00")).expect("delete");
    assert_eq!(desk.journal.sweep(at("2026-11-22T16:59:59.999+01:00")), Ok(0));
    assert_eq!(desk.journal.sweep(at("2026-11-22T16:00:00Z")), Ok(1));
    assert_eq!(desk.journal.entry(early), Err(JournalError::EntryGone));
    assert!(desk.journal.entry(late).is_ok());
    assert_eq!(desk.journal.sweep(at("2027-01-01T00:00:00Z")), Ok(1));
    assert_eq!(due(&desk), []);
    assert!(desk.journal.entry(kept).is_ok());
    desk.check_index();
}

#[test]
fn a_clock_that_jumps_back_erases_nothing_early() {
    let mut desk = Desk::new();
    let entry = desk.write(guide(), "bewaard");
    desk.journal.delete(entry, at("2026-11-21T17:00:00+01:00")).expect("delete");
    for earlier in ["2026-11-21T08:00:00+01:00", "2020-01-01T00:00:00Z", "1970-01-01T00:00:00Z"] {
        assert_eq!(desk.journal.sweep(at(earlier)), Ok(0), "{earlier}");
    }
    assert_eq!(due(&desk), [(entry.0, "2026-11-22T17:00:00+01:00".into())]);
    desk.journal.restore(entry).expect("restore");
    assert_eq!(desk.journal.entry(entry).expect("entry").answers[0].text, "bewaard");
}

#[test]
fn the_bin_leaves_the_index_at_once_and_restoring_brings_it_back() {
    let mut desk = Desk::new();
    let entry = desk.write(guide(), "onvindbaar");
    assert_eq!(desk.journal.search("vindbaar", 5).expect("search").len(), 1);
    desk.journal.delete(entry, at("2026-11-21T17:00:00+01:00")).expect("delete");
    assert_eq!(desk.count("term"), 0);
    assert_eq!(desk.journal.search("vindbaar", 5).expect("search"), []);
    desk.journal.leave(entry).expect("leaving what is in the bin does nothing");
    assert_eq!(desk.count("term"), 0);
    desk.journal.restore(entry).expect("restore");
    assert_eq!(desk.count("term"), 1);
    desk.journal.restore(entry).expect("again, to no effect");
    assert_eq!(desk.journal.search("vindbaar", 5).expect("search").len(), 1);
    assert_eq!(desk.journal.entry(entry).expect("entry").deleted_at, None);
    desk.check_index();
}

#[test]
fn what_is_not_there_is_said() {
    let mut desk = Desk::new();
    let gone = EntryId(99);
    assert_eq!(desk.journal.delete(gone, at("2026-11-21T17:00:00+01:00")), Err(JournalError::EntryGone));
    assert_eq!(desk.journal.restore(gone), Err(JournalError::EntryGone));
    assert_eq!(desk.journal.erase(gone), Err(JournalError::EntryGone));
    assert_eq!(desk.journal.leave(gone), Ok(()), "leaving needs nothing done");
}
