//! A crash and a power cut keep every save that was acknowledged.

use super::desk::{Desk, guide, question};

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
