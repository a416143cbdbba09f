//! A crash and a power cut keep every save that was acknowledged.

use super::desk::{Desk, about, guide, look_back, prepares, question, sheet, text_cell};
use crate::{Field, JournalError};

#[test]
fn a_power_cut_keeps_every_acknowledged_save() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    let mut known = None;
    let mut text = String::new();
    for word in ["Eerst", " zei", " ze", " niets,", " toen", " “nee”."] {
        text.push_str(word);
        known = Some(desk.save(entry, known, question("q1"), &text).id);
        let mut found = desk.after_power_cut();
        assert_eq!(found.journal.entry(entry).expect("entry").answers[0].text, text);
        // And goes on from there: what waited for the index still waits.
        assert_eq!(found.journal.search("eerst", 5).expect("search").len(), 1);
        found.check_index();
    }
}

#[test]
fn a_crash_after_indexing_leaves_index_and_text_together() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    let saved = desk.save(entry, None, question("q1"), "eerste woorden");
    desk.journal.leave(entry).expect("leave");
    desk.save(entry, Some(saved.id), question("q1"), "tweede woorden");
    let mut found = desk.after_power_cut();
    found.check_index();
    assert_eq!(found.journal.search("eerste", 5).expect("search"), []);
    assert_eq!(found.journal.search("tweede", 5).expect("search").len(), 1);
}

#[test]
fn a_journal_that_was_dropped_is_all_there() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    let saved = desk.save(entry, None, question("q1"), "niet afgesloten");
    let found = desk.after_power_cut();
    drop(desk);
    assert_eq!(found.journal.entry(entry).expect("entry").answers, [saved]);
    assert_eq!(found.journal.vault().left(), vault::Left::NotClosed);
}

#[test]
fn a_power_cut_keeps_a_sheet_its_look_back_and_what_was_prepared() {
    let mut desk = Desk::new();
    let made = desk.start(prepares(about("2026-11-20", "gesprek", Some("Blauwe Reiger"))));
    let met = desk.start(about("2026-11-20", "gesprek", Some("Blauwe Reiger")));
    assert_eq!(desk.after_power_cut().journal.entry(met).expect("entry").prepared, Some(made));
    let entry = desk.start(sheet(guide()));
    for (row, text) in [(2, "derde rij"), (0, "eerste rij"), (2, "derde rij, en meer")] {
        let saved = desk.save(entry, None, text_cell("feiten", row), text);
        let found = desk.after_power_cut().journal.entry(entry).expect("entry");
        assert!(found.answers.contains(&saved), "{text}");
    }
    let asks = desk.save(entry, None, look_back("dag"), "2026-11-28").id;
    assert_eq!(desk.after_power_cut().journal.look_backs(9).expect("read").len(), 1);
    desk.journal.let_go_look_back(asks, true).expect("let go");
    assert_eq!(desk.after_power_cut().journal.look_backs(9), Ok(Vec::new()));
    let mut found = desk.after_power_cut();
    assert_eq!(found.journal.entry(entry), desk.journal.entry(entry));
    assert_eq!(found.journal.search("derde meer", 5).expect("search").len(), 1);
    found.check_index();
}

#[test]
fn a_place_that_cannot_be_saved_leaves_nothing_of_itself() {
    let mut desk = Desk::new();
    let entry = desk.start(sheet(guide()));
    let kept = desk.save(entry, None, text_cell("feiten", 0), "staat");
    desk.journal.leave(entry).expect("leave");
    let wordings = desk.count("wording");
    // Temporary triggers stand for a disk that fails in the middle.
    let faults =
        "CREATE TEMP TRIGGER insert_fault BEFORE INSERT ON answer BEGIN SELECT RAISE(ABORT, ''); END;
        CREATE TEMP TRIGGER update_fault BEFORE UPDATE ON answer BEGIN SELECT RAISE(ABORT, ''); END;";
    desk.journal.connection().execute_batch(faults).expect("triggers");
    let fields = [text_cell("feiten", 0), text_cell("regels", 0), look_back("dag")];
    for (field, text) in fields.into_iter().zip(["anders", "nieuw", "2026-11-28"]) {
        let failed = desk.try_save(entry, None, field, text);
        assert!(matches!(failed, Err(JournalError::Vault(_))), "{failed:?}");
    }
    assert_eq!(desk.journal.entry(entry).expect("entry").answers, [kept]);
    assert_eq!((desk.count("wording"), desk.journal.look_backs(9)), (wordings, Ok(Vec::new())));
    assert_eq!(desk.journal.search("staat", 5).expect("search").len(), 1);
    desk.check_index();
    desk.journal.connection().execute_batch("DROP TRIGGER temp.insert_fault").expect("trigger");
    desk.save(entry, None, Field::Free, "en verder");
    desk.check_index();
}
