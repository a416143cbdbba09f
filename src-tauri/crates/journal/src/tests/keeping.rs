//! What was written stays as it was written. Each race that lost text in other journals has a
//! test by its name, as far as it can happen at this level.

use std::cell::RefCell;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use testkit::{realistic_dutch, specimens};

use super::desk::{Desk, at, free_page, guide, question};
use crate::{Answer, AnswerId, EntryId, Field, JournalError, MOST_BYTES, SaveAnswer, StoredField};

#[test]
fn a_text_comes_back_byte_for_byte() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    let text = "Geïrriteerd, “ja” zei ze — hè? 👩‍👩‍👧\r\n\ttab\u{0}nul\u{301}los, e\u{301} is geen é\n";
    let saved = desk.save(entry, None, question("q1"), text);
    assert_eq!(saved.text, text);
    let read = desk.journal.entry(entry).expect("entry");
    assert_eq!(read.answers[0].text.as_bytes(), text.as_bytes());
    assert_eq!(read.answers, [saved]);
    desk.reopen();
    assert_eq!(desk.journal.entry(entry).expect("entry"), read);
}

#[test]
fn texts_that_hurt_come_back_and_pass_through_the_index() {
    let mut desk = Desk::new();
    let mut texts: Vec<(&str, String)> =
        specimens::ALL.iter().map(|specimen| (specimen.name, specimen.text.to_owned())).collect();
    texts.push(("a very long word", specimens::very_long_word()));
    texts.push(("a tall character", specimens::tall_character()));
    texts.push(("realistic Dutch", realistic_dutch(5000)));
    let entry = desk.start(guide());
    let mut known = None;
    for (name, text) in &texts {
        known = Some(desk.save(entry, known, question("q1"), text).id);
        desk.journal.leave(entry).expect(name);
        desk.check_index();
        let read = desk.journal.entry(entry).expect(name);
        assert_eq!(read.answers[0].text.as_bytes(), text.as_bytes(), "{name}");
        // Every text finds itself, in a list of one line; signs of the search itself are left out of it.
        let rows = desk.journal.search(&text.replace(['-', '"'], " "), 5).expect(name);
        assert_eq!(rows.len(), 1, "{name}");
        assert!(rows.iter().all(|row| !row.excerpt.contains(char::is_control)), "{name}");
    }
}

#[test]
fn any_text_comes_back_byte_for_byte() {
    let texts = prop::collection::vec("(\\PC|[\0-\u{7f}\u{300}-\u{340}\u{fffe}\u{10ffff}]){0,60}", 1..6);
    // One journal for all cases: each save is forced to the disk, and that is what takes the time.
    let desk = RefCell::new(Desk::new());
    let outcome = TestRunner::new(ProptestConfig::with_cases(128)).run(&texts, |texts| {
        let desk = &mut desk.borrow_mut();
        let entry = desk.start(free_page());
        let mut known = None;
        for text in &texts {
            known = Some(desk.save(entry, known, Field::Free, text).id);
            let read = desk.journal.entry(entry).expect("entry");
            prop_assert_eq!(read.answers.len(), 1);
            prop_assert_eq!(read.answers[0].text.as_bytes(), text.as_bytes());
        }
        // Once through the index, which must not mind any of it either.
        desk.journal.leave(entry).expect("leave");
        desk.save(entry, known, Field::Free, "");
        desk.check_index();
        Ok(())
    });
    outcome.expect("every text comes back");
}

#[test]
fn each_answer_has_its_own_row_in_the_order_of_first_saves() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    let third = desk.save(entry, None, question("q3"), "derde");
    let first = desk.save(entry, None, question("q1"), "eerste");
    let free = desk.save(entry, None, Field::Free, "vrij");
    let changed = desk.save(entry, Some(third.id), question("q3"), "derde, langer");
    assert_eq!((changed.id, changed.ordinal), (third.id, 0));
    let read: Vec<(AnswerId, u32, String)> = desk
        .journal
        .entry(entry)
        .expect("entry")
        .answers
        .into_iter()
        .map(|answer| (answer.id, answer.ordinal, answer.text))
        .collect();
    assert_eq!(
        read,
        [(third.id, 0, "derde, langer".into()), (first.id, 1, "eerste".into()), (free.id, 2, "vrij".into())]
    );
}

#[test]
fn the_wording_is_that_of_the_first_save_and_is_stored_once() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    let shown = Field::Question { pack: "basis", id: "q1", version: 1, wording: "Wat zei je inwoner?" };
    let later = Field::Question { pack: "basis", id: "q1", version: 2, wording: "Wat zei je klant?" };
    let saved = desk.save(entry, None, shown, "niets");
    let changed = desk.save(entry, Some(saved.id), later, "niets bijzonders");
    let StoredField::Question(kept) = changed.field.clone() else { panic!("a question") };
    assert_eq!((kept.wording.as_str(), kept.version), ("Wat zei je inwoner?", 1));
    assert_eq!(desk.journal.entry(entry).expect("entry").answers, [changed]);
    for _ in 0..3 {
        let other = desk.start(guide());
        desk.save(other, None, shown, "iets");
    }
    assert_eq!(desk.count("wording"), 1);
}

#[test]
fn an_entry_opened_again_has_the_same_seed_and_form() {
    let mut desk = Desk::new();
    let mut new = guide();
    new.seed = u64::MAX - 5;
    let started = desk.journal.start_entry(new.clone(), at("2026-10-14T16:50:00.123+02:00")).expect("start");
    desk.reopen();
    let read = desk.journal.entry(started.id).expect("entry");
    assert_eq!(read, started);
    assert_eq!((read.seed, read.form), (new.seed, new.form));
    assert_eq!(read.started_at.to_rfc3339(), "2026-10-14T16:50:00.123+02:00");
}

#[test]
fn the_day_of_an_entry_without_contact_is_the_local_one() {
    let mut desk = Desk::new();
    let late = at("2026-10-14T00:30:00+02:00");
    let started = desk.journal.start_entry(free_page(), late).expect("start");
    assert_eq!(started.day.to_string(), "2026-10-14");
}

#[test]
fn race_an_empty_entry_is_not_deleted_on_the_users_behalf() {
    let mut desk = Desk::new();
    let untouched = desk.start(guide());
    let emptied = desk.start(guide());
    let saved = desk.save(emptied, None, question("q1"), "eerst iets");
    desk.save(emptied, Some(saved.id), question("q1"), "");
    for entry in [untouched, emptied] {
        desk.journal.leave(entry).expect("leave");
    }
    desk.journal.search("iets", 50).expect("search");
    desk.journal.sweep(at("2031-01-01T00:00:00+01:00")).expect("sweep");
    desk.reopen();
    assert_eq!(desk.journal.entry(untouched).expect("still there").answers, []);
    assert_eq!(desk.journal.entry(emptied).expect("still there").answers[0].text, "");
    assert_eq!(desk.journal.entries(None, 50).expect("list").len(), 2);
}

#[test]
fn race_a_load_never_writes() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    let saved = desk.save(entry, None, question("q1"), "gelezen, niet veranderd");
    desk.journal.leave(entry).expect("leave");
    let before = desk.changes();
    let read = desk.journal.entry(entry).expect("entry");
    desk.journal.entries(None, 50).expect("list");
    desk.journal.bin().expect("bin");
    desk.journal.aliases().expect("aliases");
    desk.journal.leave(entry).expect("leave");
    desk.journal.search("gelezen", 50).expect("search");
    // An editor that hands back what it loaded has changed nothing either.
    let save =
        SaveAnswer { entry, answer: Some(saved.id), field: question("q1"), text: &read.answers[0].text };
    let again = desk.journal.save_answer(save, at("2026-12-01T09:00:00+01:00")).expect("saved");
    assert_eq!(again, saved);
    assert_eq!(desk.changes(), before);
}

#[test]
fn race_lock_before_create_returns_keeps_what_was_acknowledged() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    desk.reopen();
    let saved = desk.save(entry, None, question("q1"), "na het slot verder");
    desk.reopen();
    assert_eq!(desk.journal.entry(entry).expect("entry").answers, [saved]);
}

#[test]
fn race_a_save_that_names_no_answer_overwrites_nothing() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    desk.save(entry, None, question("q1"), "wat er stond");
    desk.save(entry, None, question("q1"), "wat een venster schreef dat dat niet wist");
    let texts: Vec<String> =
        desk.journal.entry(entry).expect("entry").answers.into_iter().map(|answer| answer.text).collect();
    assert_eq!(texts, ["wat er stond", "wat een venster schreef dat dat niet wist"]);
}

#[test]
fn race_a_save_never_reaches_into_another_entry_or_question() {
    let mut desk = Desk::new();
    let (one, other) = (desk.start(guide()), desk.start(guide()));
    let mine = desk.save(one, None, question("q1"), "van de ene");
    let theirs = desk.save(other, None, question("q1"), "van de andere");
    let cases =
        [(other, mine.id, question("q1")), (one, mine.id, question("q2")), (one, mine.id, Field::Free)];
    for (entry, answer, field) in cases {
        assert_eq!(desk.try_save(entry, Some(answer), field, "hier niet"), Err(JournalError::AnswerGone));
    }
    // An erased entry's numbers are not given to others.
    desk.journal.erase(other).expect("erase");
    let next = desk.start(guide());
    let answer = desk.save(next, None, question("q1"), "nieuw");
    assert!(next > other && answer.id != theirs.id);
    assert_eq!(
        desk.try_save(other, Some(theirs.id), question("q1"), "te laat"),
        Err(JournalError::EntryGone)
    );
    assert_eq!(desk.journal.entry(one).expect("entry").answers, [mine]);
    assert_eq!(desk.journal.entry(next).expect("entry").answers, [answer]);
}

#[test]
fn what_cannot_be_saved_is_said_and_changes_nothing() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    let saved = desk.save(entry, None, Field::Free, "staat");
    let most = "é".repeat(MOST_BYTES as usize / 2);
    let over = format!("{most}x");
    let gone = EntryId(entry.0 + 1);
    let too_long = Err(JournalError::TextTooLong { most: MOST_BYTES });
    assert_eq!(desk.try_save(entry, Some(saved.id), Field::Free, &over), too_long);
    assert_eq!(desk.try_save(gone, None, Field::Free, "x"), Err(JournalError::EntryGone));
    assert_eq!(desk.try_save(gone, Some(saved.id), Field::Free, "x"), Err(JournalError::EntryGone));
    let unknown = Some(AnswerId(saved.id.0 + 1));
    assert_eq!(desk.try_save(entry, unknown, Field::Free, "x"), Err(JournalError::AnswerGone));
    desk.journal.delete(entry, at("2026-11-21T17:00:00+01:00")).expect("delete");
    assert_eq!(desk.try_save(entry, Some(saved.id), Field::Free, "x"), Err(JournalError::EntryInBin));
    assert_eq!(desk.try_save(entry, None, Field::Free, "x"), Err(JournalError::EntryInBin));
    assert_eq!(desk.journal.entry(gone), Err(JournalError::EntryGone));
    desk.journal.restore(entry).expect("restore");
    assert_eq!(desk.journal.entry(entry).expect("entry").answers, std::slice::from_ref(&saved));
    let full = desk.save(entry, Some(saved.id), Field::Free, &most);
    assert_eq!(desk.journal.entry(entry).expect("entry").answers, [full]);
}

#[test]
fn a_save_that_fails_changes_nothing() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    let saved = desk.save(entry, None, question("q1"), "staat in tekst en index");
    assert_eq!(desk.journal.search("tekst", 5).expect("search").len(), 1);
    // A temporary trigger stands for a disk that fails in the middle.
    let fault =
        "CREATE TEMP TRIGGER fault BEFORE UPDATE OF text ON answer BEGIN SELECT RAISE(ABORT, ''); END";
    desk.journal.connection().execute_batch(fault).expect("trigger");
    let failed = desk.try_save(entry, Some(saved.id), question("q1"), "andere woorden");
    assert!(matches!(failed, Err(JournalError::Vault(_))), "{failed:?}");
    assert_eq!(desk.journal.entry(entry).expect("entry").answers, std::slice::from_ref(&saved));
    desk.check_index();
    assert_eq!(desk.journal.search("tekst", 5).expect("search").len(), 1);
    desk.journal.connection().execute_batch("DROP TRIGGER temp.fault").expect("trigger");
    desk.save(entry, Some(saved.id), question("q1"), "andere woorden");
    assert_eq!(desk.journal.search("tekst", 5).expect("search"), []);
}

#[test]
fn typing_touches_the_index_once() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    let saved = desk.save(entry, None, Field::Free, "een zin met woorden");
    desk.journal.leave(entry).expect("leave");
    assert!(desk.count("term") > 0);
    desk.save(entry, Some(saved.id), Field::Free, "een zin met woorden,");
    assert_eq!(desk.count("term"), 0, "the old text is out with the first change");
    let before = desk.changes();
    desk.save(entry, Some(saved.id), Field::Free, "een zin met woorden, en meer");
    assert_eq!(desk.changes() - before, 1, "one row, and nothing of the index");
}

#[test]
fn what_a_person_wrote_is_in_no_log() {
    let mut desk = Desk::new();
    let mut new = guide();
    new.contact.as_mut().expect("a contact").alias =
        Some(crate::Alias::parse("GEHEIM-schuilnaam").expect("usable"));
    let entry = desk.journal.start_entry(new.clone(), at("2026-11-21T16:50:00+01:00")).expect("start").id;
    let save = SaveAnswer { entry, answer: None, field: Field::Free, text: "GEHEIM-tekst" };
    let saved: Answer = desk.journal.save_answer(save, at("2026-11-21T16:51:00+01:00")).expect("save");
    let read = desk.journal.entry(entry).expect("entry");
    let rows = desk.journal.search("geheim", 5).expect("search");
    assert_eq!(rows.len(), 1);
    let aliases = desk.journal.aliases().expect("aliases");
    let all = format!("{new:?} {save:?} {saved:?} {read:?} {rows:?} {aliases:?}");
    assert!(!all.contains("GEHEIM"), "{all}");
}

#[test]
fn settings_are_set_together_and_unknown_ones_stay() {
    let mut desk = Desk::new();
    assert_eq!(desk.journal.setting::<u8>("idle-minutes"), Ok(None));
    desk.journal.set_settings(&[("from-the-future", &"ja"), ("idle-minutes", &5_u8)]).expect("set");
    desk.journal.set_settings(&[("idle-minutes", &7_u8), ("resident-word", &"klant")]).expect("set");
    desk.reopen();
    assert_eq!(desk.journal.setting("idle-minutes"), Ok(Some(7_u8)));
    assert_eq!(desk.journal.setting("from-the-future"), Ok(Some("ja".to_owned())));
    assert_eq!(desk.journal.setting("resident-word"), Ok(Some("klant".to_owned())));
    desk.journal.set_settings(&[("idle-minutes", &"veel")]).expect("set");
    assert_eq!(desk.journal.setting::<u8>("idle-minutes"), Ok(None), "what cannot be read is not an error");
}
