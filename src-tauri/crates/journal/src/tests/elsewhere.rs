//! Counting, and making room: what backups and full disks ask of the journal.

use testkit::TempVault;
use vault::{Tally, VaultError};

use super::desk::{Desk, at, free_page, guide};
use crate::{EntryId, JournalError, schema, tally};

#[test]
fn every_entry_counts_the_bin_included_and_a_number_is_never_taken_back() {
    let mut desk = Desk::new();
    assert_eq!(tally(desk.journal.connection()), Ok(Tally { entries: 0, newest: 0 }));
    let one = desk.write(guide(), "een");
    let two = desk.write(free_page(), "twee");
    assert_eq!(tally(desk.journal.connection()), Ok(Tally { entries: 2, newest: two.0 }));
    desk.journal.delete(two, at("2026-11-21T17:00:00+01:00")).expect("delete");
    assert_eq!(tally(desk.journal.connection()), Ok(Tally { entries: 2, newest: two.0 }));
    desk.journal.erase(two).expect("erase");
    assert_eq!(tally(desk.journal.connection()), Ok(Tally { entries: 1, newest: one.0 }));
}

#[test]
fn every_version_can_be_counted() {
    let vault = TempVault::set_up().unlock();
    assert_eq!(tally(vault.connection()), Ok(Tally { entries: 0, newest: 0 }), "no journal was made yet");
    for version in 1..=schema::MIGRATIONS.len() {
        let mut vault = TempVault::set_up().unlock();
        vault.migrate(&schema::MIGRATIONS[..version]).expect("it runs");
        vault
            .connection()
            .execute_batch(
                "INSERT INTO entry (id, day, form_pack, form, form_version, seed, started_at, started_offset)
                 VALUES (7, 1, 'basis', 'vrij', 1, 0, 0, 0)",
            )
            .expect("it is written");
        assert_eq!(tally(vault.connection()), Ok(Tally { entries: 1, newest: 7 }), "version {version}");
    }
}

#[test]
fn a_deletion_on_a_full_disk_has_the_room_of_the_reserve_once() {
    let mut desk = Desk::new();
    desk.journal.vault_mut().keep_reserve();
    let reserve = desk.folder.path().join("reserve");
    assert!(reserve.exists());
    let full = JournalError::Vault(VaultError::DiskFull);
    let mut tries = 0;
    let answer = desk.journal.with_room(|_| {
        tries += 1;
        if tries == 1 { Err(full) } else { Ok("done") }
    });
    assert_eq!((answer, tries), (Ok("done"), 2));
    assert!(!reserve.exists());
    // There is no second reserve, and nothing is tried for ever.
    tries = 0;
    let answer: Result<(), _> = desk.journal.with_room(|_| {
        tries += 1;
        Err(full)
    });
    assert_eq!((answer, tries), (Err(full), 1));
    // What is not for want of room does not cost the reserve.
    desk.journal.vault_mut().keep_reserve();
    let answer: Result<(), _> = desk.journal.with_room(|_| Err(JournalError::EntryGone));
    assert_eq!(answer, Err(JournalError::EntryGone));
    assert_eq!(desk.journal.erase(EntryId(9)), Err(JournalError::EntryGone));
    assert!(reserve.exists());
}
