//! What is gone here goes from every copy within reach, and is remembered until that is done.

use std::fs;

use ::journal::{Alias, TakenOut, take_out, tally};
use contract::{EntryRequest, Failure, ListEntries};
use testkit::{FixedClock, TempVault};
use vault::{Place, VaultError};

use super::{
    AFTERNOON, desk,
    due::{back_up, checked},
    lock, start,
};
use crate::journal::desk::Desk;

/// A journal with one contact, three backups of it, and the newest at a second place too.
fn with_backups(vault: &TempVault, clock: &FixedClock, stick: &std::path::Path) -> Desk {
    let mut desk = desk(vault, clock);
    checked(&mut desk);
    desk.set_second_place(Some(stick)).expect("chosen");
    desk.start_entry(start(5, false)).expect("an entry");
    for _ in 0..3 {
        clock.advance_days(1);
        back_up(&mut desk);
    }
    let backups = desk.backups();
    let newest = backups.list()[0].name.clone();
    backups.copy_to_second_place(&newest, tally, desk.now()).expect("copied");
    desk
}

fn take(desk: &Desk) -> TakenOut {
    take_out(&desk.backups(), &desk.forgotten().expect("a list"), desk.now(), || ())
}

fn entries(desk: &Desk) -> u64 {
    let backups = desk.backups().list();
    backups.iter().map(|backup| backup.inside.as_ref().map_or(0, |inside| inside.tally.entries)).sum()
}

#[test]
fn a_stick_that_was_not_there_is_done_when_it_is_back_and_nothing_is_done_twice() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let home = tempfile::tempdir().expect("a folder");
    let (stick, away) = (home.path().join("stick"), home.path().join("drawer"));
    fs::create_dir(&stick).expect("a folder");
    let mut desk = with_backups(&vault, &clock, &stick);
    assert_eq!(entries(&desk), 4);
    fs::rename(&stick, &away).expect("pulled out");
    desk.erase_alias(&Alias::parse("stille beuk").expect("an alias")).expect("erased");

    let first = take(&desk);
    assert_eq!((first.rewritten, first.left.len(), first.out_of_reach, first.is_all()), (3, 0, true, false));
    let again = take(&desk);
    assert_eq!((again.rewritten, again.is_all()), (0, false), "what is done is done");
    fs::rename(&away, &stick).expect("put back");
    assert_eq!(entries(&desk), 1, "it is there still");
    let last = take(&desk);
    assert_eq!((last.rewritten, last.is_all()), (1, true));
    assert_eq!((entries(&desk), desk.backups().list().len()), (0, 4), "every backup is there");
    let done = desk.forgotten().expect("a list");
    desk.forget_done(&done).expect("noted");
    assert_eq!(take(&desk), TakenOut::default(), "there is nothing to look for");
}

#[test]
fn one_entry_that_is_erased_everywhere_is_remembered_until_the_stick_is_back() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let home = tempfile::tempdir().expect("a folder");
    let (stick, away) = (home.path().join("stick"), home.path().join("drawer"));
    fs::create_dir(&stick).expect("a folder");
    let mut desk = with_backups(&vault, &clock, &stick);
    fs::rename(&stick, &away).expect("pulled out");
    let entry = desk.list_entries(ListEntries { after: None }).expect("a list").rows[0].entry;
    let erased = desk.erase_everywhere(EntryRequest { entry }).expect("erased");
    assert_eq!(desk.erase_everywhere(EntryRequest { entry }), Err(Failure::EntryGone));
    assert_eq!(desk.forgotten(), Ok(vec![erased]));
    assert!(!take(&desk).is_all());
    lock(desk);
    fs::rename(&away, &stick).expect("put back");
    let desk = super::desk(&vault, &clock);
    let last = take(&desk);
    assert_eq!((last.rewritten, last.is_all(), entries(&desk)), (1, true, 0));
}

#[test]
fn a_journal_aside_is_one_of_the_copies_and_one_of_another_key_is_left() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let stick = tempfile::tempdir().expect("a folder");
    let desk = with_backups(&vault, &clock, stick.path());
    lock(desk);
    let asides = vault.path().join("aside");
    let other = TempVault::drawn(41);
    for (from, name) in [(vault.path(), "20260310T120000Z"), (other.path(), "20260311T120000Z")] {
        fs::create_dir_all(asides.join(name)).expect("a folder");
        for file in ["journal.db", "seal", "slots"] {
            fs::copy(from.join(file), asides.join(name).join(file)).expect("a file");
        }
    }
    let theirs = fs::read(asides.join("20260311T120000Z/journal.db")).expect("a store");
    let mut desk = super::desk(&vault, &clock);
    checked(&mut desk);
    desk.erase_alias(&Alias::parse("stille beuk").expect("an alias")).expect("erased");
    let taken = take(&desk);
    assert_eq!((taken.rewritten, taken.left.as_slice()), (5, &[VaultError::BackupOfOtherKey][..]));
    assert!(taken.is_all(), "what is under another key is not ours to read");
    assert_eq!(fs::read(asides.join("20260311T120000Z/journal.db")).expect("a store"), theirs);
    assert_eq!(take(&desk).rewritten, 0);
}

#[test]
fn a_backup_that_cannot_be_read_is_said_and_tried_again() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let stick = tempfile::tempdir().expect("a folder");
    let mut desk = with_backups(&vault, &clock, stick.path());
    let name = desk.backups().list().into_iter().find(|one| one.place == Place::Here).expect("one").name;
    let store = vault.path().join("backups").join(name.as_str()).join("journal.db");
    let whole = fs::read(&store).expect("a store");
    let mut broken = whole.clone();
    broken.iter_mut().skip(64).for_each(|byte| *byte ^= 1);
    fs::write(&store, &broken).expect("written");
    desk.erase_alias(&Alias::parse("stille beuk").expect("an alias")).expect("erased");
    let taken = take(&desk);
    assert_eq!((taken.rewritten, taken.left.as_slice()), (3, &[VaultError::BackupDamaged][..]));
    assert!(!taken.is_all());
    fs::write(&store, &whole).expect("it was the disk");
    let taken = take(&desk);
    assert_eq!((taken.rewritten, taken.is_all()), (1, true));
}

#[test]
fn a_half_made_copy_is_cleared_away_first() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let stick = tempfile::tempdir().expect("a folder");
    let mut desk = with_backups(&vault, &clock, stick.path());
    let shelves = [vault.path().join("backups"), stick.path().join("Terugblik")];
    for shelf in &shelves {
        let stub = shelf.join("20260301T120000Z.part");
        fs::create_dir(&stub).expect("a folder");
        fs::write(stub.join("journal.db"), "half of it").expect("a file");
    }
    desk.erase_alias(&Alias::parse("stille beuk").expect("an alias")).expect("erased");
    assert!(take(&desk).is_all());
    for shelf in shelves {
        let left = fs::read_dir(shelf).expect("a folder").flatten();
        let stubs = left.filter(|one| one.file_name().to_string_lossy().ends_with(".part"));
        assert_eq!(stubs.count(), 0);
    }
}
