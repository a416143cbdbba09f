//! Whether a backup is still up to date.

use std::fs;

use desk::*;
use vault::{Backup, Left, Migration, Unlocked, Vault, Verdict};

use crate::desk;

fn changed(vault: &Vault<Unlocked>, backup: &Backup) -> bool {
    vault.has_changed_since(&backup.inside.expect("it is readable"))
}

#[test]
fn a_journal_that_was_only_read_has_not_changed() {
    let temp = journal(5);
    let mut vault = sound(&temp);
    let backup = back_up(&mut vault, noon()).expect("it is made");
    assert!(!changed(&vault, &backup));
    for _ in 0..3 {
        count(vault.connection()).expect("it is counted");
        vault.lock().expect("it locks");
        // Neither a lock nor an unlock counts, though each writes in the store.
        vault = sound(&temp);
        assert_eq!(vault.left(), Left::Sealed);
        assert!(!changed(&vault, &backup));
    }
    vault.migrate(&[NOTES]).expect("there is nothing to do");
    assert!(!changed(&vault, &backup));
}

#[test]
fn every_kind_of_change_counts_for_this_session_and_the_next_ones() {
    let statements = [
        "INSERT INTO note (text) VALUES ('nieuw')",
        "UPDATE note SET text = 'anders' WHERE id = 2",
        "DELETE FROM note WHERE id = 3",
    ];
    let temp = journal(5);
    for sql in statements {
        let mut vault = sound(&temp);
        let backup = back_up(&mut vault, noon()).expect("it is made");
        vault.connection().execute(sql, []).expect("it is written");
        assert!(changed(&vault, &backup), "{sql}");
        vault.lock().expect("it locks");
        let vault = sound(&temp);
        assert!(changed(&vault, &backup), "{sql}");
        vault.lock().expect("it locks");
    }
}

#[test]
fn what_is_written_while_the_copy_is_made_is_in_it() {
    let temp = journal(100);
    let mut vault = sound(&temp);
    vault.begin_backup(noon()).expect("it begins");
    vault.step_backup(10).expect("it goes on");
    write(&mut vault, 1);
    let draft = loop {
        if let vault::Copied::Whole(draft) = vault.step_backup(50).expect("it goes on") {
            break draft;
        }
    };
    let expected = count(vault.connection()).expect("it is counted");
    let backup = draft.finish(expected, count, noon()).expect("it is made");
    assert!(!changed(&vault, &backup));
}

#[test]
fn a_new_shape_of_the_store_is_a_change() {
    let temp = journal(5);
    let mut vault = sound(&temp);
    let backup = back_up(&mut vault, noon()).expect("it is made");
    let next = Migration { version: 2, sql: "CREATE TABLE mood (id INTEGER PRIMARY KEY) STRICT;" };
    vault.migrate(&[NOTES, next]).expect("it runs");
    assert!(changed(&vault, &backup));
}

#[test]
fn a_store_that_was_not_closed_has_changed() {
    let temp = journal(5);
    let mut vault = sound(&temp);
    let backup = back_up(&mut vault, noon()).expect("it is made");
    drop(vault);
    let mut vault = sound(&temp);
    assert_eq!(vault.left(), Left::NotClosed);
    assert!(changed(&vault, &backup), "nobody knows");
    // But a backup made since then is up to date, now and after a lock.
    let newer = back_up(&mut vault, noon()).expect("it is made");
    assert!(!changed(&vault, &newer));
    vault.lock().expect("it locks");
    let vault = sound(&temp);
    assert!(!changed(&vault, &newer));
    assert!(changed(&vault, &backup));
}

/// Two sessions that crash after the same number of changes are two different counts.
#[test]
fn a_second_crash_is_not_taken_for_the_first() {
    let temp = journal(5);
    drop(temp.unlock());
    let mut vault = sound(&temp);
    write(&mut vault, 1);
    let backup = back_up(&mut vault, noon()).expect("it is made");
    write(&mut vault, 1);
    drop(vault);
    let mut vault = sound(&temp);
    write(&mut vault, 1);
    assert!(changed(&vault, &backup));
    vault.lock().expect("it locks");
    assert!(changed(&sound(&temp), &backup));
}

/// The version before this one had no such column.
#[test]
fn a_store_of_an_earlier_version_gets_its_column() {
    let temp = journal(5);
    let vault = temp.unlock();
    vault.connection().execute_batch("ALTER TABLE vault_state DROP COLUMN changes").expect("it is dropped");
    drop(vault);
    let mut vault = sound(&temp);
    let backup = back_up(&mut vault, noon()).expect("it is made");
    assert!(!changed(&vault, &backup));
    write(&mut vault, 1);
    assert!(changed(&vault, &backup));
    let newer = back_up(&mut vault, noon()).expect("it is made");
    vault.lock().expect("it locks");
    let vault = sound(&temp);
    assert_eq!(vault.left(), Left::Sealed);
    assert!(!changed(&vault, &newer));
    assert_eq!(count(vault.connection()).expect("it is counted").entries, 6);
}

/// What was written before a connection met a broken page is counted all the same.
#[test]
fn a_connection_that_was_replaced_goes_on_counting() {
    let temp = journal(300);
    let mut vault = sound(&temp);
    let backup = back_up(&mut vault, noon()).expect("it is made");
    vault.lock().expect("it locks");

    let mut vault = temp.unlock();
    vault.settle(Verdict::Sound).expect("it is noted");
    write(&mut vault, 1);
    let path = temp.path().join("journal.db");
    let good = fs::read(&path).expect("it is there");
    damage(&path);
    let read = vault.connection().query_row("SELECT sum(length(text)) FROM note", [], |_| Ok(()));
    assert!(read.is_err(), "it met the page");
    fs::write(&path, good).expect("it can be written");
    vault.heal().expect("it opens");
    assert_eq!(count(vault.connection()).expect("it answers again").entries, 301);
    assert!(changed(&vault, &backup));
    vault.lock().expect("it locks");
    assert!(changed(&temp.unlock(), &backup));
}
