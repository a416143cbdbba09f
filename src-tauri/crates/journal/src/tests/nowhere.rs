//! T13: somebody who has the key looks for what was erased, in the files themselves and past the guard.

use std::fs;
use std::path::Path;

use hkdf::Hkdf;
use rusqlite::{Connection, MAIN_DB};
use sha2::Sha256;
use testkit::TempVault;

use super::desk::{Desk, about, at, guide};
use crate::{Field, erase_same, without};

const CANARY: &str = "kanariezwartgeel";
const PIECE: &[u8] = b"nariezw";

/// A store as who has its key sees it: opened with plain SQLCipher, without a line of ours.
fn raw(store: &Path, temp: &TempVault) -> Connection {
    let block = temp.data_key().to_hand_over();
    let mut key = [0; 32];
    Hkdf::<Sha256>::new(Some(&block[32..]), &block[..32]).expand(b"db/1", &mut key).expect("32 bytes");
    let spelt: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    let connection = Connection::open(store).expect("it is a file");
    connection.execute_batch(&format!("PRAGMA key = \"x'{spelt}'\"")).expect("it is taken");
    connection
}

/// How often the canary stands in the decrypted pages of a store's file alone, free ones and the slack
/// between cells too; whole, and as the piece that an index may keep of it.
fn hits_in_file(store: &Path, temp: &TempVault) -> usize {
    let scratch = tempfile::tempdir().expect("a temporary folder can be made");
    let copy = scratch.path().join("copy.db");
    fs::copy(store, &copy).expect("it is copied");
    hits(raw(&copy, temp))
}

/// The same with what the WAL adds.
fn hits_with_wal(temp: &TempVault) -> usize {
    let scratch = tempfile::tempdir().expect("a temporary folder can be made");
    for suffix in ["", "-wal"] {
        let _ = fs::copy(
            temp.path().join(format!("journal.db{suffix}")),
            scratch.path().join(format!("copy.db{suffix}")),
        );
    }
    hits(raw(&scratch.path().join("copy.db"), temp))
}

fn hits(mut connection: Connection) -> usize {
    let pages = connection.serialize(MAIN_DB).expect("it is decrypted");
    assert!(pages.starts_with(b"SQLite format 3\0") && pages.len().is_multiple_of(4096));
    pages.windows(PIECE.len()).filter(|window| *window == PIECE).count()
}

/// The same for the store as each transaction in the WAL left it, one after the other, so that also
/// what a later frame wrote over is looked at.
fn hits_in_frames(temp: &TempVault) -> usize {
    let wal = fs::read(temp.path().join("journal.db-wal")).unwrap_or_default();
    let mut store = fs::read(temp.path().join("journal.db")).expect("it is there");
    let scratch = tempfile::tempdir().expect("a temporary folder can be made");
    let path = scratch.path().join("copy.db");
    let number = |bytes: &[u8]| u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) as usize;
    let mut found = 0;
    for frame in wal.get(32..).unwrap_or_default().chunks_exact(24 + 4096) {
        let (page, pages) = (number(frame), number(&frame[4..]));
        store.resize(store.len().max(page * 4096), 0);
        store[(page - 1) * 4096..page * 4096].copy_from_slice(&frame[24..]);
        if pages > 0 {
            fs::write(&path, &store[..pages * 4096]).expect("it is written");
            found += hits(raw(&path, temp));
        }
    }
    found
}

/// A journal of some hundred pages with a canary in every part of it; gives the entry.
fn with_canary(desk: &mut Desk) -> crate::EntryId {
    for number in 0..150 {
        let text = format!("{} nummer{number} kan kanarie kanariez kanariezz", "gewone woorden ".repeat(30));
        desk.write(guide(), &text);
    }
    desk.journal.search("woorden", 5).expect("search");
    desk.journal.vault_mut().empty_log().expect("merged");
    let entry = desk.start(about("2026-11-20", CANARY, Some(CANARY)));
    let asked =
        Field::Question { pack: "basis", id: CANARY, version: 1, wording: "Wat deed kanariezwartgeel?" };
    let long: String = (0..2000).map(|number| format!("{CANARY}{number} ")).collect();
    let saved = desk.save(entry, None, asked, &long);
    desk.save(entry, None, Field::Own { wording: "Waarom kanariezwartgeel?" }, CANARY);
    // Written over, shorter: its former overflow pages are free.
    desk.save(entry, Some(saved.id), asked, &long[..long.len() / 3]);
    desk.journal.leave(entry).expect("leave");
    assert_eq!(desk.journal.search(CANARY, 5).expect("search").len(), 1);
    entry
}

#[test]
fn who_has_the_key_finds_nothing_of_an_erased_entry_in_any_file() {
    let mut desk = Desk::new();
    let entry = with_canary(&mut desk);
    assert!(hits_in_frames(&desk.folder) > 0, "this way of looking finds what is there");
    assert!(hits_with_wal(&desk.folder) > 100);
    desk.journal.vault_mut().empty_log().expect("merged");
    assert!(hits_in_file(&desk.folder.path().join("journal.db"), &desk.folder) > 100);

    desk.journal.delete(entry, at("2026-11-21T17:00:00+01:00")).expect("delete");
    desk.journal.erase(entry).expect("erase");
    // At once, with the journal still open: in the file, and in every frame of the WAL.
    let store = desk.folder.path().join("journal.db");
    assert_eq!(hits_in_file(&store, &desk.folder), 0);
    assert_eq!((hits_with_wal(&desk.folder), hits_in_frames(&desk.folder)), (0, 0));
    assert_eq!(fs::metadata(desk.folder.path().join("journal.db-wal")).expect("it is there").len(), 0);
    while desk.journal.vault_mut().give_back(100).expect("given back") {}
    desk.reopen();
    assert_eq!(hits_in_file(&store, &desk.folder), 0);
    assert_eq!(desk.count("entry"), 150);
    desk.check_index();
}

#[test]
fn what_the_bin_lets_go_is_nowhere_either() {
    let mut desk = Desk::new();
    let entry = with_canary(&mut desk);
    desk.journal.delete(entry, at("2026-11-21T17:00:00+01:00")).expect("delete");
    assert_eq!(desk.journal.sweep(at("2026-11-22T17:00:00+01:00")), Ok(1));
    let store = desk.folder.path().join("journal.db");
    assert_eq!((hits_in_file(&store, &desk.folder), hits_in_frames(&desk.folder)), (0, 0));
}

/// Before the verdict nothing is merged, so the words go when it is in, or with the lock.
#[test]
fn what_is_erased_before_the_verdict_is_gone_after_the_lock() {
    let mut desk = Desk::new();
    let entry = with_canary(&mut desk);
    desk.reopen();
    assert_eq!(desk.journal.vault().verdict(), None);
    desk.journal.erase(entry).expect("erase");
    desk.reopen();
    let store = desk.folder.path().join("journal.db");
    assert_eq!((hits_in_file(&store, &desk.folder), hits_in_frames(&desk.folder)), (0, 0));
}

#[test]
fn a_copy_is_rid_of_the_same_entry_and_of_no_other() {
    let mut desk = Desk::new();
    let entry = with_canary(&mut desk);
    let same = desk.journal.same(entry).expect("it is there");
    desk.reopen();
    let copy = desk.folder.copy();
    desk.journal.erase(entry).expect("erase");
    assert!(hits_in_file(&copy.path().join("journal.db"), &copy) > 100);

    let other_seed = crate::Same { seed: same.seed + 1, ..same };
    let mut other = Desk::at(copy);
    assert_eq!(erase_same(&mut other.journal, &[other_seed]), Ok(0), "another entry with that number");
    assert_eq!(other.count("entry"), 151);
    let Desk { journal, folder } = other;
    drop(journal.close().expect("locks"));
    let mut vault = folder.unlock();
    vault.settle(vault.checker().run().expect("nobody locks it")).expect("noted");
    let vault = without(vault, &[other_seed, same, same]).expect("erased");
    vault.lock().expect("locks");
    assert_eq!(hits_in_file(&folder.path().join("journal.db"), &folder), 0);
    let mut other = Desk::at(folder);
    assert_eq!(other.count("entry"), 150);
    other.check_index();
}
