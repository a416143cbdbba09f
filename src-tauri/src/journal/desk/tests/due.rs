//! When a backup is due, until when backups hold what is erased, and what precedes a migration.

use ::journal::{Journal as Store, tally};
use contract::*;
use testkit::{FixedClock, TempVault};
use vault::{Checker, Migration, Place};

use super::{super::backups::Stepped, AFTERNOON, desk, lock, start};
use crate::journal::{backing_up::before_migration, desk::Desk};

/// Makes a backup at once, with nobody to make way for.
pub fn back_up(desk: &mut Desk) {
    desk.begin_backup().expect("it begins");
    loop {
        if let Stepped::Whole { draft, expected } = desk.step_backup(u16::MAX).expect("a step") {
            draft.finish(expected, tally, desk.now()).expect("opened and counted");
            return;
        }
    }
}

pub fn checked(desk: &mut Desk) {
    let verdict = desk.checker();
    let verdict = Checker::run(verdict).expect("nobody stops the check");
    desk.settle(verdict).expect("it can be settled");
}

#[test]
fn a_backup_is_due_once_a_day_and_only_when_something_changed() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut desk = desk(&vault, &clock);
    checked(&mut desk);
    assert!(!desk.backup_is_due(), "there is nothing to lose yet");
    desk.start_entry(start(5, false)).expect("an entry");
    assert!(desk.backup_is_due(), "none was ever made");
    back_up(&mut desk);
    assert!(!desk.backup_is_due(), "one of today");
    desk.start_entry(start(5, false)).expect("another");
    assert!(!desk.backup_is_due(), "one of today is enough");
    clock.advance_days(1);
    assert!(desk.backup_is_due(), "it was written in since");
    // What is indexed at the lock only is a change too.
    lock(desk);
    let mut desk = super::desk(&vault, &clock);
    checked(&mut desk);
    back_up(&mut desk);
    lock(desk);

    clock.advance_days(1);
    let mut desk = super::desk(&vault, &clock);
    checked(&mut desk);
    assert!(!desk.backup_is_due(), "nothing was written since");
    assert_eq!(desk.backups().list().len(), 2);
}

#[test]
fn a_store_that_was_not_looked_at_yet_gets_no_backup() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut first = desk(&vault, &clock);
    first.start_entry(start(5, false)).expect("an entry");
    lock(first);
    let mut desk = desk(&vault, &clock);
    assert!(!desk.backup_is_due());
    assert_eq!(desk.begin_backup(), Err(Failure::NotSound));
    checked(&mut desk);
    assert!(desk.backup_is_due());
}

#[test]
fn the_bin_says_until_when_backups_hold_what_is_erased() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut desk = desk(&vault, &clock);
    checked(&mut desk);
    let held = |desk: &mut Desk| desk.list_bin(()).expect("the bin").held;
    assert_eq!(held(&mut desk), HeldByBackups::No);
    desk.start_entry(start(5, false)).expect("an entry");
    back_up(&mut desk);
    assert_eq!(held(&mut desk), HeldByBackups::Until { day: Day("2026-09-30".to_owned()) });
}

#[test]
fn a_store_of_a_former_format_gets_a_backup_before_it_changes() {
    const FORMER: &[Migration] =
        &[Migration { version: 1, sql: "CREATE TABLE entry (id INTEGER PRIMARY KEY AUTOINCREMENT)" }];
    let temp = TempVault::set_up();
    let mut vault = temp.unlock();
    assert_eq!(Store::is_older(&vault), Ok(false), "a new store has nothing to lose");
    vault.migrate(FORMER).expect("it is of the former format");
    vault.connection().execute_batch("INSERT INTO entry DEFAULT VALUES").expect("an entry");
    vault.lock().expect("it locks");

    let mut vault = temp.unlock();
    assert_eq!(Store::is_older(&vault), Ok(true));
    before_migration(&mut vault).expect("a backup");
    let made = vault.backups().list();
    let inside = made[0].inside.as_ref().expect("it can be read");
    assert_eq!((made.len(), made[0].place, inside.format, inside.tally.entries), (1, Place::Here, 1, 1));
}
