//! Packs of others: kept byte for byte, in the order of adding, and nowhere once they are removed.

use super::desk::{Desk, at, guide, sheet, text_cell};
use super::erasing::{CANARY, PIECE, places_of};
use crate::{JournalError, StoredPack};

fn pack(id: &str, language: &str, version: &str, text: &str, on: bool) -> StoredPack {
    StoredPack { id: id.into(), language: language.into(), version: version.into(), text: text.into(), on }
}

fn add(desk: &mut Desk, id: &str, language: &str, version: &str, text: &str) {
    desk.journal.add_pack(id, language, version, text, at("2026-11-21T17:00:00+01:00")).expect("added");
}

#[test]
fn packs_come_in_the_order_of_adding_with_every_byte() {
    let mut desk = Desk::new();
    assert_eq!(desk.journal.packs(), Ok(Vec::new()));
    let text = "format = 1\r\n# é e\u{301} 😀\0\t\n";
    add(&mut desk, "team-zuid", "nl", "1.0", text);
    add(&mut desk, "eigen", "nl", "2026-11", "");
    add(&mut desk, "team-zuid", "en", "1.0", "english");
    add(&mut desk, "aan-het-begin-van-het-alfabet", "nl", "1", "a");
    let expected = [
        pack("team-zuid", "nl", "1.0", text, true),
        pack("eigen", "nl", "2026-11", "", true),
        pack("team-zuid", "en", "1.0", "english", true),
        pack("aan-het-begin-van-het-alfabet", "nl", "1", "a", true),
    ];
    assert_eq!(desk.journal.packs(), Ok(expected.to_vec()));
    desk.reopen();
    assert_eq!(desk.journal.packs(), Ok(expected.to_vec()));
    assert_eq!(desk.after_power_cut().journal.packs(), Ok(expected.to_vec()));
}

#[test]
fn a_newer_one_takes_the_place_of_the_older_and_is_in_use_as_that_was() {
    let mut desk = Desk::new();
    add(&mut desk, "team-zuid", "nl", "1.0", &format!("woorden van {CANARY}"));
    add(&mut desk, "eigen", "nl", "1", "b");
    desk.journal.switch_pack("team-zuid", false).expect("switched");
    assert!(places_of(&mut desk, PIECE.as_bytes()).iter().any(|place| place.starts_with("pack,")));
    add(&mut desk, "team-zuid", "nl", "2.0", "woorden");
    let expected = [pack("team-zuid", "nl", "2.0", "woorden", false), pack("eigen", "nl", "1", "b", true)];
    assert_eq!(desk.journal.packs(), Ok(expected.to_vec()));
    assert_eq!(places_of(&mut desk, PIECE.as_bytes()), Vec::<String>::new());
}

#[test]
fn a_pack_is_switched_and_removed_in_every_language() {
    let mut desk = Desk::new();
    for language in ["nl", "en"] {
        add(&mut desk, "team-zuid", language, "1.0", &format!("{language} {CANARY}"));
        add(&mut desk, "eigen", language, "1", "b");
    }
    let on = |desk: &Desk| -> Vec<bool> {
        desk.journal.packs().expect("read").into_iter().map(|pack| pack.on).collect()
    };
    desk.journal.switch_pack("team-zuid", false).expect("switched");
    assert_eq!(on(&desk), [false, true, false, true]);
    desk.journal.switch_pack("team-zuid", false).expect("again");
    desk.journal.switch_pack("eigen", false).expect("switched");
    desk.journal.switch_pack("team-zuid", true).expect("switched");
    assert_eq!(on(&desk), [true, false, true, false]);
    assert_eq!(desk.journal.switch_pack("nergens", true), Err(JournalError::PackGone));
    assert_eq!(desk.journal.remove_pack("nergens"), Err(JournalError::PackGone));

    // What was written with it can be read without it.
    let mut new = sheet(guide());
    new.form.pack = "team-zuid".into();
    let entry = desk.start(new);
    desk.save(entry, None, text_cell("feiten", 0), "een kale muur");
    let before = desk.journal.entry(entry).expect("entry");
    desk.journal.remove_pack("team-zuid").expect("removed");
    assert_eq!(desk.journal.packs().expect("read").len(), 2);
    assert_eq!(desk.journal.remove_pack("team-zuid"), Err(JournalError::PackGone));
    assert_eq!(desk.journal.entry(entry), Ok(before));
    assert_eq!(places_of(&mut desk, PIECE.as_bytes()), Vec::<String>::new());
    let log = desk.folder.path().join("journal.db-wal");
    assert_eq!(std::fs::metadata(log).expect("the log is there").len(), 0, "nothing lives on in the log");
}
