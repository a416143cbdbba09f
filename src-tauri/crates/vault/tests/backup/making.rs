//! Making one: in steps, while the journal is written in; and what stays when it fails.

use std::fs;

use desk::*;
use testkit::TempVault;
use vault::{Backup, Backups, Copied, Draft, Folder, Passphrase, Place, SlotFile, Tally, VaultError};

use crate::desk;

#[test]
fn a_backup_is_a_journal_that_opens_with_every_row() {
    let temp = journal(200);
    let mut vault = sound(&temp);
    let backup = back_up(&mut vault, noon()).expect("it is made");
    assert_eq!(backup.name.as_str(), "20261122T120000Z");
    assert_eq!((backup.place, backup.made_at), (Place::Here, noon()));
    let inside = backup.inside.expect("it is readable");
    assert_eq!(inside.tally, Tally { entries: 200, newest: 200 });
    assert_eq!((inside.format, inside.checked_at), (1, noon()));
    assert_eq!(backup.bytes, fs::metadata(folder(&temp, &backup).join("journal.db")).expect("ok").len());
    assert_eq!(vault.backups().list(), std::slice::from_ref(&backup));

    // With nothing but the folder: by the key, and by the passphrase of the slot file in it.
    assert_eq!(names(&folder(&temp, &backup)), ["journal.db", "manifest", "slots"]);
    assert_eq!(tally_in_copy(&folder(&temp, &backup), temp.data_key()), inside.tally);
    let alone = Folder::open(folder(&temp, &backup)).expect("it can be written");
    let slots = SlotFile::load(&alone).expect("it reads well");
    let key = slots.open_with_passphrase(&Passphrase::new(TempVault::PASSPHRASE)).expect("it opens");
    assert_eq!(*key.to_hand_over(), *temp.data_key().to_hand_over());
}

#[test]
fn what_is_written_between_two_steps_is_in_the_backup() {
    let temp = journal(300);
    let mut vault = sound(&temp);
    vault.begin_backup(noon()).expect("it begins");
    let mut steps = 0;
    let draft = loop {
        match vault.step_backup(40).expect("it goes on") {
            Copied::Whole(draft) => break draft,
            Copied::More { done, total } => {
                assert!(done < total, "{done} of {total}");
                steps += 1;
                // At the end, in pages that were copied long ago, and gone from them.
                write(&mut vault, 1);
                let changed = "UPDATE note SET text = 'gewijzigd' WHERE id = ?1";
                vault.connection().execute(changed, [steps]).expect("it is written");
                vault.connection().execute("DELETE FROM note WHERE id = ?1", [100 + steps]).expect("ok");
                // A merge of the WAL between two steps changes nothing either.
                vault.empty_log().expect("it is merged");
            }
        }
    };
    assert!(steps > 5, "{steps}");
    let expected = count(vault.connection()).expect("it is counted");
    // What comes after the copy was whole is not in it.
    write(&mut vault, 1);
    let backup = draft.finish(expected, count, noon()).expect("it is made");

    let rows = |connection: &vault::rusqlite::Connection, last: i64| -> Vec<(i64, String)> {
        let mut statement =
            connection.prepare("SELECT id, text FROM note WHERE id <= ?1 ORDER BY id").expect("ok");
        let rows = statement.query_map([last], |row| Ok((row.get(0)?, row.get(1)?))).expect("it is read");
        rows.collect::<vault::rusqlite::Result<_>>().expect("it is read")
    };
    let directory = tempfile::tempdir().expect("a temporary folder can be made");
    copy(&folder(&temp, &backup), directory.path());
    let copied = vault::Vault::at(Folder::open(directory.path()).expect("it can be written"))
        .unlock(temp.data_key())
        .expect("it opens");
    assert_eq!(count(copied.connection()), Ok(expected));
    assert_eq!(rows(copied.connection(), i64::MAX), rows(vault.connection(), expected.newest));
}

#[test]
fn the_guard_stays_while_a_backup_is_made() {
    let temp = journal(100);
    let mut vault = sound(&temp);
    vault.begin_backup(noon()).expect("it begins");
    vault.step_backup(20).expect("it goes on");
    let outside = temp.path().join("plain.db");
    for sql in [
        format!("ATTACH '{}' AS plain KEY ''", outside.display()),
        format!("VACUUM INTO '{}'", outside.display()),
        "SELECT sqlcipher_export('main')".to_owned(),
        "PRAGMA journal_mode = MEMORY".to_owned(),
        "PRAGMA synchronous = OFF".to_owned(),
    ] {
        assert!(vault.connection().execute_batch(&sql).is_err(), "{sql}");
    }
    for (name, expected) in [("journal_mode", "wal"), ("synchronous", "2"), ("cache_size", "-64000")] {
        let sql = format!("SELECT CAST({name} AS TEXT) FROM pragma_{name}");
        let found: String = vault.connection().query_row(&sql, [], |row| row.get(0)).expect("it is read");
        assert_eq!(found, expected, "{name}");
    }
    assert!(!outside.exists());
}

#[test]
fn no_backup_is_made_of_a_store_that_is_not_sound() {
    let temp = journal(20);
    let mut vault = temp.unlock();
    assert_eq!(vault.verdict(), None);
    assert_eq!(vault.begin_backup(noon()), Err(VaultError::NotSound));
    vault.settle(vault::Verdict::ChangedOutside).expect("it is noted");
    assert_eq!(vault.begin_backup(noon()), Err(VaultError::NotSound));
    vault.accept().expect("a person goes on with it");
    assert_eq!(vault.begin_backup(noon()), Ok(()));
    vault.settle(vault::Verdict::Damaged).expect("it is noted");
    vault.abandon_backup();
    assert_eq!(vault.begin_backup(noon()), Err(VaultError::NotSound));
    assert!(on_shelf(&temp).is_empty());
}

#[test]
fn one_backup_at_a_time() {
    let temp = journal(50);
    let mut vault = sound(&temp);
    assert_eq!(vault.step_backup(1).err(), Some(VaultError::Misuse));
    vault.begin_backup(noon()).expect("it begins");
    assert_eq!(vault.begin_backup(noon()), Err(VaultError::BackupUnderWay));
    vault.abandon_backup();
    let draft = draft(&mut vault, noon()).expect("it is copied");
    assert_eq!(vault.begin_backup(noon()), Err(VaultError::BackupUnderWay), "its draft is not finished");
    let expected = count(vault.connection()).expect("it is counted");
    draft.finish(expected, count, noon()).expect("it is made");
    // Of the same second: another name, and the first one stays as it is.
    back_up(&mut vault, noon()).expect("it is made");
    assert_eq!(on_shelf(&temp), ["20261122T120000Z", "20261122T120000Z-2"]);
}

#[test]
fn giving_up_leaves_nothing() {
    let temp = journal(100);
    for give_up in 0..4 {
        let mut vault = sound(&temp);
        vault.begin_backup(noon()).expect("it begins");
        assert_eq!(on_shelf(&temp), ["20261122T120000Z.part"]);
        assert!(matches!(vault.step_backup(10), Ok(Copied::More { done: 10, .. })));
        match give_up {
            0 => {
                vault.lock().expect("it locks");
                // And the lock sealed it: nothing has to be looked at twice.
                assert_eq!(temp.unlock().left(), vault::Left::Sealed);
            }
            1 => drop(vault),
            2 => {
                vault.abandon_backup();
                write(&mut vault, 1);
                vault.lock().expect("it locks");
            }
            _ => drop(
                draft(
                    {
                        vault.abandon_backup();
                        &mut vault
                    },
                    noon(),
                )
                .expect("it is copied"),
            ),
        }
        assert!(on_shelf(&temp).is_empty(), "way {give_up}");
    }
}

#[test]
fn a_stub_of_a_crash_goes_with_the_next_backup() {
    let temp = journal(10);
    let stub = temp.path().join("backups/20261121T120000Z.part");
    fs::create_dir_all(&stub).expect("it can be made");
    fs::write(stub.join("journal.db"), [0; 5000]).expect("it can be written");
    let own = temp.path().join("backups/mijn map.part");
    fs::create_dir(&own).expect("it can be made");
    let mut vault = sound(&temp);
    assert!(vault.backups().list().is_empty(), "a stub is no backup");
    back_up(&mut vault, noon()).expect("it is made");
    assert_eq!(on_shelf(&temp), ["20261122T120000Z", "mijn map.part"]);
}

/// One good backup and then one that fails: the first is as it was, and nothing is left of the second.
fn fails(spoil: impl FnOnce(&TempVault, &mut Draft)) -> VaultError {
    let temp = journal(30);
    let mut vault = sound(&temp);
    let former = back_up(&mut vault, at("2026-11-21T12:00:00Z")).expect("it is made");
    let mut draft = draft(&mut vault, noon()).expect("it is copied");
    spoil(&temp, &mut draft);
    let expected = count(vault.connection()).expect("it is counted");
    let error = draft.finish(expected, count, noon()).expect_err("it fails");
    assert_eq!(on_shelf(&temp), [former.name.as_str()], "{error}");
    let checked = vault.backups().check(Place::Here, &former.name, count, noon());
    assert!(checked.is_ok(), "{error}: {checked:?}");
    write(&mut vault, 1);
    error
}

#[test]
fn a_copy_that_is_not_whole_gets_no_name() {
    let part = "backups/20261122T120000Z.part";
    let damaged = fails(|temp, _| damage(&temp.path().join(part).join("journal.db")));
    assert_eq!(damaged, VaultError::BackupDamaged);
    let cut = fails(|temp, _| {
        let store = fs::File::options().write(true).open(temp.path().join(part).join("journal.db"));
        store.expect("it is there").set_len(5 * 4096).expect("it is cut");
    });
    assert_eq!(cut, VaultError::BackupDamaged);
    let empty = fails(|temp, _| {
        fs::write(temp.path().join(part).join("journal.db"), "").expect("it can be written");
    });
    assert_eq!(empty, VaultError::BackupDamaged);
}

#[test]
fn a_copy_that_holds_something_else_gets_no_name() {
    let temp = journal(30);
    let mut vault = sound(&temp);
    for expected in [Tally { entries: 29, newest: 30 }, Tally { entries: 30, newest: 31 }] {
        let draft = draft(&mut vault, noon()).expect("it is copied");
        assert_eq!(draft.finish(expected, count, noon()), Err(VaultError::BackupDamaged));
        assert!(on_shelf(&temp).is_empty());
    }
}

#[test]
fn a_slot_file_goes_with_it_that_reads_well() {
    let gone = fails(|temp, _| {
        fs::remove_file(temp.path().join("slots")).expect("it can be removed");
    });
    assert_eq!(gone, VaultError::SlotsMissing);
    let damaged = fails(|temp, _| damage(&temp.path().join("slots")));
    assert_eq!(damaged, VaultError::SlotsDamaged { previous_usable: false });
    let foreign = fails(|temp, _| {
        fs::copy(TempVault::drawn(9).path().join("slots"), temp.path().join("slots")).expect("ok");
    });
    assert_eq!(foreign, VaultError::SlotsDamaged { previous_usable: false });

    // A damaged one with a good previous copy: that one goes with it.
    let temp = journal(3);
    temp.slots().retire_previous(temp.folder()).expect("it is written");
    let good = fs::read(temp.path().join("slots")).expect("it is there");
    damage(&temp.path().join("slots"));
    let backup = back_up(&mut sound(&temp), noon()).expect("it is made");
    assert_eq!(fs::read(folder(&temp, &backup).join("slots")).expect("it is there"), good);
}

/// `/dev/full` answers every write as a full disk does. Full while pages are copied: see `copying`.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_no_stub() {
    for name in ["slots.new", "manifest.new"] {
        let error = fails(|temp, _| {
            let part = temp.path().join("backups/20261122T120000Z.part");
            std::os::unix::fs::symlink("/dev/full", part.join(name)).expect("it can be made");
        });
        assert_eq!(error, VaultError::DiskFull, "{name}");
    }
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_look_at_it() {
    use std::os::unix::fs::PermissionsExt;
    let temp = journal(3);
    let backup = back_up(&mut sound(&temp), noon()).expect("it is made");
    let mode = |path: &std::path::Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!(mode(&temp.path().join("backups")), 0o700);
    assert_eq!(mode(&folder(&temp, &backup)), 0o700);
    for name in names(&folder(&temp, &backup)) {
        assert_eq!(mode(&folder(&temp, &backup).join(&name)), 0o600, "{name}");
    }
}

#[test]
fn drafts_and_lists_can_change_threads_and_show_no_key() {
    fn can_be_sent<T: Send>() {}
    fn can_be_cloned<T: Clone + Send + Sync>() {}
    can_be_sent::<Draft>();
    can_be_cloned::<Backups>();
    can_be_sent::<Backup>();

    let temp = journal(3);
    let mut vault = sound(&temp);
    let draft = draft(&mut vault, noon()).expect("it is copied");
    let printed =
        format!("{:?} {:?} {:?}", draft, vault.backups(), Backups::of(temp.folder(), &temp.data_key()));
    for key in temp.data_key().to_hand_over().windows(4) {
        let list = format!("{}, {}, {}, {}", key[0], key[1], key[2], key[3]);
        let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(!printed.contains(&list) && !printed.contains(&hex), "{printed}");
    }
}
