//! A backup comes back whole or not at all, and what it replaces is kept.

#[path = "helper/journals.rs"]
mod journals;

use std::fs;

use journals::{
    HERE, back_up, backed_up, count, files_in, flip, found, later, names_in, notes, now, sound, texts, write,
};
use testkit::{CHEAP, SeededRandomness, TempVault};
use vault::{
    Backups, Folder, Left, Passphrase, Situation, SlotFile, Vault, VaultError, Verdict, find_backups, renew,
    restore,
};

#[test]
fn a_backup_comes_back_and_the_present_journal_is_kept_aside() {
    let (temp, _) = backed_up(&["eerst"]);
    let vault = sound(&temp);
    write(&vault, &["later"]);
    vault.lock().expect("it locks");
    let former = files_in(temp.path());
    let backup = found(&temp);

    let restored = restore(
        temp.folder(),
        &backup,
        &backup.slots().expect("it reads"),
        &temp.data_key(),
        count,
        later(60),
    )
    .expect("it is restored");
    assert_eq!(restored.entries, 21);
    assert_eq!(notes(temp.folder(), temp.data_key()), ["eerst"]);
    let vault = sound(&temp);
    assert_eq!((vault.left(), vault.verdict()), (Left::Sealed, Some(Verdict::Sound)));
    vault.lock().expect("it locks");
    assert_eq!(temp.folder().situation(), Situation::Locked { recovery_ready: false });

    let aside = restored.aside.expect("there was a journal");
    assert_eq!(aside, temp.path().join("aside/20261122T164612Z"));
    let kept = files_in(&aside);
    for name in ["journal.db", "seal", "slots", "slots.previous"] {
        assert_eq!(kept.get(name), former.get(name), "{name}");
    }
    let folder = Folder::open(&aside).expect("it is a folder");
    assert_eq!(notes(&folder, temp.data_key()), ["eerst", "later"]);
    // The backup is where it was, and can come back again in the same second.
    let again = restore(
        temp.folder(),
        &backup,
        &backup.slots().expect("it reads"),
        &temp.data_key(),
        count,
        later(60),
    )
    .expect("it is restored");
    assert_eq!(again.aside, Some(temp.path().join("aside/20261122T164612Z-2")));
    assert_eq!(files_in(&aside).get("journal.db"), kept.get("journal.db"));
}

#[test]
fn a_journal_that_crashed_is_kept_with_its_wal() {
    let (temp, _) = backed_up(&["eerst"]);
    let vault = temp.unlock();
    write(&vault, &["in de wal"]);
    drop(vault);
    let backup = found(&temp);
    let slots = backup.slots().expect("it reads");
    let restored =
        restore(temp.folder(), &backup, &slots, &temp.data_key(), count, now()).expect("it is restored");
    let folder = Folder::open(restored.aside.expect("there was one")).expect("it is a folder");
    assert_eq!(notes(&folder, temp.data_key()), ["eerst", "in de wal"]);
    assert_eq!(notes(temp.folder(), temp.data_key()), ["eerst"]);
}

#[test]
fn an_empty_machine_gets_its_journal_from_a_stick() {
    let (temp, _) = backed_up(&["van de stick"]);
    let stick = tempfile::tempdir().expect("a temporary folder can be made");
    let from = found(&temp).folder;
    let to = stick.path().join("Terugblik").join(from.file_name().expect("a name"));
    fs::create_dir_all(&to).expect("it is made");
    for (name, bytes) in files_in(&from) {
        fs::write(to.join(name), bytes).expect("it is written");
    }
    drop(temp);

    let directory = tempfile::tempdir().expect("a temporary folder can be made");
    let folder = Folder::open(directory.path()).expect("it can be written");
    let backup = find_backups(stick.path()).remove(0);
    let slots = backup.slots().expect("it reads");
    let key = slots.open_with_passphrase(&Passphrase::new(TempVault::PASSPHRASE)).expect("it opens");
    let before = files_in(stick.path());
    let restored = restore(&folder, &backup, &slots, &key, count, now()).expect("it is restored");
    assert_eq!((restored.entries, restored.aside), (21, None));
    assert_eq!(files_in(stick.path()), before, "the stick is only read");
    assert_eq!(names_in(folder.path()), ["journal.db", "seal", "slots"]);
    // As after any start: the slot file, the passphrase, the journal.
    let slots = SlotFile::load(&folder).expect("it reads");
    let key = slots.open_with_passphrase(&Passphrase::new(TempVault::PASSPHRASE)).expect("it opens");
    let vault = Vault::at(folder).unlock(key).expect("it opens");
    assert_eq!(texts(&vault).pop().as_deref(), Some("van de stick"));
}

/// Whatever is wrong with a backup, the present journal stays, byte for byte.
#[test]
fn a_backup_that_is_not_what_it_was_does_not_come_back() {
    let (temp, made) = backed_up(&["blijft"]);
    let other = TempVault::drawn(41);
    let folder = found(&temp).folder;
    let good = files_in(&folder);
    let before = |name: &str| files_in(temp.path())[name].clone();
    let (store, seal) = (before("journal.db"), before("seal"));
    let backups = Backups::of(temp.folder(), &temp.data_key());

    let length = good["journal.db"].len();
    let cases: &[(&str, &dyn Fn(), VaultError)] = &[
        ("a page", &|| flip(&folder.join("journal.db"), length / 2), VaultError::BackupDamaged),
        (
            "its end",
            &|| fs::write(folder.join("journal.db"), &good["journal.db"][..length - 4096]).expect("ok"),
            VaultError::BackupDamaged,
        ),
        (
            "nothing in it",
            &|| fs::write(folder.join("journal.db"), b"").expect("ok"),
            VaultError::BackupDamaged,
        ),
        ("its store", &|| fs::remove_file(folder.join("journal.db")).expect("ok"), VaultError::BackupGone),
        ("its manifest", &|| flip(&folder.join("manifest"), 90), VaultError::BackupDamaged),
        (
            "another store of the same key",
            &|| fs::write(folder.join("journal.db"), &store).expect("ok"),
            VaultError::BackupDamaged,
        ),
    ];
    for (what, break_it, expected) in cases {
        let backup = found(&temp);
        let slots = backup.slots().expect("it reads");
        break_it();
        let answer = restore(temp.folder(), &backup, &slots, &temp.data_key(), count, now());
        assert_eq!(answer.err(), Some(*expected), "{what}");
        assert_eq!(backups.stage_trial(HERE, &made.name, count).err(), Some(*expected), "{what}");
        assert_eq!((before("journal.db"), before("seal")), (store.clone(), seal.clone()), "{what}");
        assert!(
            !names_in(temp.path()).iter().any(|name| name.starts_with("turn") || name.starts_with("trial"))
        );
        for (name, bytes) in &good {
            fs::write(folder.join(name), bytes).expect("it is put right");
        }
    }

    // A key that is not its own, and slots that are not the key's.
    let backup = found(&temp);
    let slots = backup.slots().expect("it reads");
    let answer = restore(temp.folder(), &backup, &slots, &other.data_key(), count, now());
    assert_eq!(answer.err(), Some(VaultError::ForeignDataKey));
    let answer = restore(temp.folder(), &backup, &other.slots(), &temp.data_key(), count, now());
    assert_eq!(answer.err(), Some(VaultError::ForeignDataKey));
    let answer = restore(temp.folder(), &backup, &other.slots(), &other.data_key(), count, now());
    assert_eq!(answer.err(), Some(VaultError::BackupOfOtherKey));
    assert_eq!(notes(temp.folder(), temp.data_key()), ["blijft"]);
}

#[test]
fn a_newer_slot_file_can_be_kept() {
    let (temp, _) = backed_up(&["eerst"]);
    let mut slots = temp.slots();
    let changed = Passphrase::new("een andere lange wachtzin");
    slots
        .set_passphrase(&temp.data_key(), &changed, CHEAP, &mut SeededRandomness::new(8))
        .expect("it is set");
    slots.store(temp.folder()).expect("it is written");
    let backup = found(&temp);
    restore(temp.folder(), &backup, &temp.slots(), &temp.data_key(), count, now()).expect("it is restored");
    assert!(temp.slots().open_with_passphrase(&changed).is_ok());
    assert!(temp.slots().open_with_passphrase(&Passphrase::new(TempVault::PASSPHRASE)).is_err());
}

#[test]
fn a_trial_is_read_and_leaves_nothing_behind() {
    let (temp, made) = backed_up(&["op proef"]);
    let backups = Backups::of(temp.folder(), &temp.data_key());
    let before = files_in(temp.path());
    for _ in 0..2 {
        let folder = backups.stage_trial(HERE, &made.name, count).expect("it is staged");
        assert_eq!(folder.path(), temp.path().join("trial"));
        let vault = Vault::at(folder.clone()).unlock_to_read(temp.data_key()).expect("it opens");
        assert_eq!(vault.checker().run(), Some(Verdict::Sound));
        assert_eq!(texts(&vault).pop().as_deref(), Some("op proef"));
        vault.lock().expect("it closes");
        // The way of who has no data key; here it is brought to a newer version, the backup is not.
        let mut vault = backups
            .open_trial(&mut |vault| {
                vault.connection().execute_batch("CREATE TABLE newer (x)").map_err(VaultError::from)?;
                Ok(vault)
            })
            .expect("it opens");
        assert!(vault.only_reads() && vault.verdict() == Some(Verdict::Sound));
        assert_eq!(vault.migrate(&[journals::NOTES]), Err(VaultError::OnlyReading));
        assert_eq!(texts(&vault).len(), 21);
        vault.lock().expect("it closes");
    }
    backups.end_trial();
    assert_eq!(files_in(temp.path()), before);
    backups.end_trial();
    assert_eq!(
        backups.stage_trial(vault::Place::Second, &made.name, count).err(),
        Some(VaultError::PlaceGone)
    );
}

#[test]
fn a_backup_is_rewritten_without_what_was_erased() {
    let (temp, made) = backed_up(&["blijft", "moet weg"]);
    let stick = journals::second_place(&temp);
    let backups = Backups::of(temp.folder(), &temp.data_key());
    backups.copy_to_second_place(&made.name, count, now()).expect("it is copied");
    for place in [HERE, vault::Place::Second] {
        let mut left = None;
        let rewritten = backups
            .rewrite(place, &made.name, count, later(3600), &mut |vault| {
                vault
                    .connection()
                    .execute("DELETE FROM note WHERE text = 'moet weg'", [])
                    .map_err(VaultError::from)?;
                vault
                    .connection()
                    .execute("DELETE FROM note WHERE id <= 10", [])
                    .map_err(VaultError::from)?;
                left = Some(vault.left());
                Ok(vault)
            })
            .expect("it is rewritten");
        assert_eq!(left, Some(Left::Sealed));
        assert_eq!(rewritten.made_at, made.made_at, "it is the backup of that time");
        let inside = rewritten.inside.expect("it is readable");
        assert_eq!((inside.tally.entries, inside.checked_at), (11, later(3600)));
        assert!(rewritten.bytes < made.bytes, "{} and {}", rewritten.bytes, made.bytes);
        assert_eq!(rewritten.name.as_str(), "20261122T164512Z-2");
        backups.check(place, &rewritten.name, count, later(3700)).expect("it passes the drill");
    }
    let expected = ["journal.db", "manifest", "slots"].map(|name| format!("20261122T164512Z-2/{name}"));
    assert_eq!(names_in(&temp.path().join("backups")), expected);
    assert_eq!(names_in(&stick.path().join("Terugblik")), expected);
}

#[test]
fn a_backup_answers_what_it_holds_and_stays_as_it_is() {
    let (temp, made) = backed_up(&["blijft"]);
    let backups = Backups::of(temp.folder(), &temp.data_key());
    let before = files_in(temp.path());
    let holds = |text: &str| {
        backups.ask(HERE, &made.name, &mut |connection| {
            connection.prepare("SELECT 1 FROM note WHERE text = ?1")?.exists([text])
        })
    };
    assert_eq!((holds("blijft"), holds("weg")), (Ok(true), Ok(false)));
    assert_eq!(files_in(temp.path()), before);
    let answer = backups.ask(vault::Place::Second, &made.name, &mut |_| panic!("it is not there"));
    assert_eq!(answer, Err(VaultError::PlaceGone));
    // Its first page: whatever is asked, it cannot be read.
    flip(&found(&temp).folder.join("journal.db"), 100);
    assert_eq!(holds("blijft"), Err(VaultError::BackupDamaged));
    flip(&found(&temp).folder.join("manifest"), 100);
    assert_eq!(holds("blijft"), Err(VaultError::BackupDamaged));
}

#[test]
fn a_backup_whose_rewriting_fails_stays() {
    let (temp, made) = backed_up(&["blijft"]);
    let backups = Backups::of(temp.folder(), &temp.data_key());
    let before = files_in(temp.path());
    let answer = backups.rewrite(HERE, &made.name, count, now(), &mut |_| Err(VaultError::DiskFull));
    assert_eq!(answer.err(), Some(VaultError::DiskFull));
    // What no longer can be counted is no backup either.
    let answer = backups.rewrite(HERE, &made.name, count, now(), &mut |vault| {
        vault.connection().execute_batch("DROP TABLE note").map_err(VaultError::from)?;
        Ok(vault)
    });
    assert!(answer.is_err());
    assert_eq!(files_in(temp.path()), before);
    flip(&found(&temp).folder.join("journal.db"), 9000);
    let answer = backups.rewrite(HERE, &made.name, count, now(), &mut |_| panic!("it is damaged"));
    assert_eq!(answer.err(), Some(VaultError::BackupDamaged));
}

#[test]
fn a_restored_journal_makes_backups_again() {
    let (temp, _) = backed_up(&["eerst"]);
    let backup = found(&temp);
    restore(temp.folder(), &backup, &temp.slots(), &temp.data_key(), count, now()).expect("it is restored");
    let mut vault = sound(&temp);
    assert!(!vault.has_changed_since(&made_inside(&temp)), "it is what the backup is");
    write(&vault, &["nieuw"]);
    let made = back_up(&mut vault, later(7200));
    assert_eq!(made.inside.map(|inside| inside.tally.entries), Ok(22));
}

fn made_inside(temp: &TempVault) -> vault::Inside {
    Backups::of(temp.folder(), &temp.data_key()).list().remove(0).inside.expect("it is readable")
}

/// Restores the newest backup; gives where the former journal is kept.
fn put_back(temp: &TempVault) -> Folder {
    let backup = found(temp);
    let slots = backup.slots().expect("it reads");
    let restored =
        restore(temp.folder(), &backup, &slots, &temp.data_key(), count, now()).expect("it is restored");
    Folder::open(restored.aside.expect("there was a journal")).expect("it is a folder")
}

fn opened(folder: &Folder, passphrase: &str) -> Option<VaultError> {
    let slots = SlotFile::load(folder).expect("it reads well");
    slots.open_with_passphrase(&Passphrase::new(passphrase)).err()
}

#[test]
fn a_former_passphrase_opens_nothing_that_was_kept_aside() {
    const NEW: &str = "een heel andere wachtzin";
    let (temp, _) = backed_up(&["blijft"]);
    temp.slots().retire_previous(temp.folder()).expect("it is written");
    let aside = put_back(&temp);
    let damaged = |folder: &Folder| folder.path().join("slots.damaged-1");
    for folder in [temp.folder(), &aside] {
        fs::copy(folder.path().join("slots"), damaged(folder)).expect("it is written");
    }
    let store = files_in(aside.path())["journal.db"].clone();

    let mut slots = temp.slots();
    slots
        .set_passphrase(&temp.data_key(), &Passphrase::new(NEW), CHEAP, &mut SeededRandomness::new(8))
        .expect("it is set");
    for _ in 0..2 {
        Backups::of(temp.folder(), &temp.data_key()).level_slots(&slots).expect("it is written");
        assert_eq!(opened(&aside, TempVault::PASSPHRASE), Some(VaultError::WrongSecret));
        assert_eq!(opened(&aside, NEW), None);
        assert_eq!(names_in(aside.path()), ["journal.db", "seal", "slots"]);
        assert!(!damaged(temp.folder()).exists());
    }
    assert_eq!(files_in(aside.path())["journal.db"], store);
    assert_eq!(notes(&aside, temp.data_key()), ["blijft"]);
}

#[test]
fn a_journal_aside_of_a_former_key_keeps_the_secret_that_opens_it() {
    let (temp, _) = backed_up(&["blijft"]);
    let aside = put_back(&temp);
    let before = files_in(aside.path());
    let passphrase = Passphrase::new("een heel andere wachtzin");
    let mut randomness = SeededRandomness::new(99);
    let (slots, key) =
        renew(temp.folder(), temp.data_key(), &passphrase, CHEAP, count, later(60), &mut randomness)
            .expect("it is renewed");
    Backups::of(temp.folder(), &key).level_slots(&slots).expect("nothing is in the way");
    assert_eq!(files_in(aside.path()), before);
    assert_eq!(opened(&aside, TempVault::PASSPHRASE), None);
}

/// Who is told that a former passphrase opens nothing any more believes it.
#[cfg(unix)]
#[test]
fn a_slot_file_aside_that_cannot_be_read_now_is_not_taken_for_another_journals() {
    let (temp, _) = backed_up(&["blijft"]);
    temp.slots().retire_previous(temp.folder()).expect("it is written");
    let aside = put_back(&temp);
    let slots = aside.path().join("slots");
    fs::remove_file(aside.path().join("slots.previous")).expect("it is removed");
    let bytes = fs::read(&slots).expect("it is read");
    fs::remove_file(&slots).expect("it is removed");
    std::os::unix::fs::symlink(&slots, &slots).expect("a link that leads to itself");
    let backups = Backups::of(temp.folder(), &temp.data_key());
    assert!(matches!(backups.level_slots(&temp.slots()), Err(VaultError::Io { .. })));
    fs::remove_file(&slots).expect("it is removed");
    fs::write(&slots, bytes).expect("it is written");
    assert!(backups.level_slots(&temp.slots()).is_ok());
}
