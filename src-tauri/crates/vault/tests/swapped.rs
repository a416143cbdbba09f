//! Files that belong to another moment, another machine or another journal, under a sealed state.
//!
//! `tests/seal.rs` has the pages; here are whole files, put together as an accident or somebody else
//! would. The one thing that cannot be seen is written down there too: all old files together.

#[path = "helper/journals.rs"]
mod journals;

use std::fs;

use journals::{backed_up, count, files_in, journal, now, sound, texts, write};
use testkit::TempVault;
use vault::{Backups, FoundBackup, Left, VaultError, Verdict, restore};

fn put(from: &TempVault, to: &TempVault, names: &[&str]) {
    for name in names {
        fs::copy(from.path().join(name), to.path().join(name)).expect("it is copied");
    }
}

/// What an unlock says of it: at once, and after looking.
fn said(temp: &TempVault) -> Result<(Left, Option<Verdict>, Verdict), VaultError> {
    // Each look is at a copy, for a look notes what it finds.
    let copy = temp.copy();
    let mut vault = copy.try_unlock()?;
    let (left, at_once) = (vault.left(), vault.verdict());
    let verdict = vault.checker().run().expect("nobody locks it");
    vault.settle(verdict).expect("it is noted");
    Ok((left, at_once, verdict))
}

/// Two machines with one journal, as a copy of the folder makes them: the same key, the same number
/// of locks, the same length, other words.
fn twins() -> (TempVault, TempVault) {
    let one = journal(&["samen"]);
    let other = one.copy();
    for (temp, word) in [(&one, "een kant"), (&other, "andere k")] {
        let vault = sound(temp);
        write(&vault, &[word]);
        vault.lock().expect("it locks");
    }
    let length = |temp: &TempVault| fs::metadata(temp.path().join("journal.db")).expect("there").len();
    assert_eq!(length(&one), length(&other));
    (one, other)
}

#[test]
fn the_store_of_a_twin_is_seen_and_readable() {
    let (one, other) = twins();
    put(&other, &one, &["journal.db"]);
    assert_eq!(said(&one), Ok((Left::Sealed, None, Verdict::ChangedOutside)), "only the chunks tell");
    let vault = one.unlock();
    assert_eq!(texts(&vault).pop().as_deref(), Some("andere k"), "nothing is blocked");
}

#[test]
fn the_seal_of_a_twin_is_seen() {
    let (one, other) = twins();
    put(&other, &one, &["seal"]);
    assert_eq!(said(&one), Ok((Left::Sealed, None, Verdict::ChangedOutside)));
    // And both together are that other journal, which is one of ours and whole.
    put(&other, &one, &["journal.db"]);
    assert_eq!(said(&one), Ok((Left::Sealed, None, Verdict::Sound)));
}

#[test]
fn the_files_of_another_journal_do_not_open_and_are_not_written_in() {
    let one = journal(&["van mij"]);
    let other = journals::filled(TempVault::drawn(12), &["van een ander"]);
    for names in [&["journal.db"][..], &["journal.db", "seal"]] {
        let temp = one.copy();
        put(&other, &temp, names);
        let before = files_in(temp.path());
        assert_eq!(said(&temp), Err(VaultError::StoreDamaged), "{names:?}");
        assert_eq!(files_in(temp.path()), before);
    }
    // The other's seal alone says nothing here; the store is read, and that it has none is said.
    let temp = one.copy();
    put(&other, &temp, &["seal"]);
    assert_eq!(said(&temp), Ok((Left::NotClosed, Some(Verdict::ChangedOutside), Verdict::ChangedOutside)));
    // The other's slots open to the other's passphrase, and not to this store.
    let temp = one.copy();
    put(&other, &temp, &["slots"]);
    assert_ne!(temp.slots().vault_id(), one.slots().vault_id());
}

/// A backup copied by hand over the store, without its seal being made: an old store under a new seal.
#[test]
fn the_store_of_a_backup_put_in_by_hand_is_seen() {
    let (temp, made) = backed_up(&["eerst"]);
    let vault = sound(&temp);
    write(&vault, &["later"]);
    vault.lock().expect("it locks");
    let backup: FoundBackup = journals::found(&temp);
    fs::copy(backup.folder.join("journal.db"), temp.path().join("journal.db")).expect("it is copied");
    let mut vault = temp.unlock();
    assert_eq!(vault.verdict(), Some(Verdict::ChangedOutside), "its generation tells at once");
    let verdict = vault.checker().run().expect("nobody locks it");
    vault.settle(verdict).expect("it is noted");
    // No backup is made of what was found changed: it would push the good ones out.
    assert_eq!(vault.begin_backup(now()).err(), Some(VaultError::NotSound));
    vault.lock().expect("it locks");
    // Put back by us, it is a journal like any other.
    let slots = backup.slots().expect("it reads");
    restore(temp.folder(), &backup, &slots, &temp.data_key(), count, now()).expect("it is restored");
    let vault = sound(&temp);
    assert_eq!((vault.left(), vault.verdict()), (Left::Sealed, Some(Verdict::Sound)));
    let backups = Backups::of(temp.folder(), &temp.data_key());
    assert!(backups.check(journals::HERE, &made.name, count, now()).is_ok());
}

/// The pages of a twin, one at a time: each is authentic under the key, and each is seen.
#[test]
fn each_single_page_of_a_twin_is_seen() {
    let (one, other) = twins();
    let (mine, theirs) = (files_in(one.path()), files_in(other.path()));
    let (mine, theirs) = (&mine["journal.db"], &theirs["journal.db"]);
    let mut differing = 0;
    for place in (0..mine.len()).step_by(4096) {
        let page = place..place + 4096;
        if mine[page.clone()] == theirs[page.clone()] {
            continue;
        }
        differing += 1;
        let mut bytes = mine.clone();
        bytes[page.clone()].copy_from_slice(&theirs[page]);
        fs::write(one.path().join("journal.db"), &bytes).expect("it can be written");
        match said(&one) {
            Ok((_, _, verdict)) => assert_ne!(verdict, Verdict::Sound, "byte {place}"),
            Err(error) => assert_eq!(error, VaultError::StoreDamaged, "byte {place}"),
        }
    }
    assert!(differing >= 2, "{differing}");
}

/// Cut off at every page: said at once, by the length, or it does not open at all.
#[test]
fn a_store_cut_off_anywhere_is_seen() {
    let temp = journal(&["kort"]);
    let path = temp.path().join("journal.db");
    let good = fs::read(&path).expect("it is there");
    for length in (0..good.len()).step_by(4096).chain([1, 4095, good.len() - 1]) {
        fs::write(&path, &good[..length]).expect("it can be written");
        match said(&temp) {
            Ok((_, at_once, verdict)) => {
                assert!(at_once.is_some(), "{length} bytes");
                assert_ne!(verdict, Verdict::Sound, "{length} bytes");
            }
            Err(error) => assert_eq!(error, VaultError::StoreDamaged, "{length} bytes"),
        }
        assert_eq!(fs::metadata(&path).expect("it is there").len(), length as u64, "it is as it was found");
    }
}
