//! A new data key: the old one opens nothing any more, and nothing is lost on the way.

#[path = "helper/journals.rs"]
mod journals;

use std::fs;
use std::path::Path;

use journals::{backed_up, count, files_in, flip, later, names_in, notes, second_place, sound, texts, write};
use testkit::{CHEAP, ScarceRandomness, SeededRandomness, TempVault};
use vault::{
    Backups, DataKey, Folder, Left, Passphrase, Place, RecoveryKey, SlotFile, Vault, VaultError, Verdict,
    renew,
};

const NEW: &str = "een nieuwe lange wachtzin";

fn renewed(temp: &TempVault) -> Result<(SlotFile, DataKey), VaultError> {
    renew(
        temp.folder(),
        temp.data_key(),
        &Passphrase::new(NEW),
        CHEAP,
        count,
        later(60),
        &mut SeededRandomness::new(99),
    )
}

/// Tries a key on every store and a passphrase on every slot file below a folder; how many opened.
fn opens(folder: &Path, key: &DataKey, passphrase: &Passphrase) -> (usize, usize) {
    let (mut stores, mut slots) = (0, 0);
    for name in names_in(folder) {
        let path = folder.join(&name);
        let inside = Folder::to_read(path.parent().expect("it is in a folder")).expect("it is there");
        if name.ends_with("journal.db") {
            let key = DataKey::from_hand_over(&key.to_hand_over());
            stores += usize::from(Vault::at(inside).unlock_to_read(key).is_ok());
        } else if name.contains("slots") {
            let alone = tempfile::tempdir().expect("a temporary folder can be made");
            fs::copy(&path, alone.path().join("slots")).expect("it is copied");
            let inside = Folder::to_read(alone.path()).expect("it is there");
            let opened = SlotFile::load(&inside).and_then(|slots| slots.open_with_passphrase(passphrase));
            slots += usize::from(opened.is_ok());
        }
    }
    (stores, slots)
}

#[test]
fn the_old_key_and_the_old_passphrase_open_nothing_within_reach() {
    let (temp, made) = backed_up(&["blijft"]);
    let stick = second_place(&temp);
    let backups = Backups::of(temp.folder(), &temp.data_key());
    backups.copy_to_second_place(&made.name, count, later(5)).expect("it is copied");
    let (old_passphrase, new_passphrase) = (Passphrase::new(TempVault::PASSPHRASE), Passphrase::new(NEW));
    temp.slots().retire_previous(temp.folder()).expect("it is written");
    let recovery = RecoveryKey::draw(&mut SeededRandomness::new(5)).expect("it is drawn");
    let mut slots = temp.slots();
    slots.set_recovery_key(&temp.data_key(), &recovery, &mut SeededRandomness::new(6)).expect("it is set");
    slots.store(temp.folder()).expect("it is written");
    assert_eq!(opens(temp.path(), &temp.data_key(), &old_passphrase), (2, 3));
    assert_eq!(opens(stick.path(), &temp.data_key(), &old_passphrase), (1, 1));
    // Another's backup on the same stick.
    let other = journals::filled(TempVault::drawn(7), &["van een ander"]);
    other.folder().set_second_place(Some(stick.path())).expect("it is chosen");
    let mut vault = sound(&other);
    let others = journals::back_up(&mut vault, later(-9000));
    vault.backups().copy_to_second_place(&others.name, count, later(5)).expect("it is copied");
    vault.lock().expect("it locks");

    let (slots, key) = renewed(&temp).expect("it is renewed");
    assert_eq!(key.vault_id(), temp.data_key().vault_id());
    assert_ne!(*key.to_hand_over(), *temp.data_key().to_hand_over());
    assert!(!slots.recovery_ready(), "a sheet that was not made yet opens nothing");
    assert_eq!(temp.slots().open_with_recovery_key(&recovery).err(), Some(VaultError::WrongSecret));
    for place in [temp.path(), stick.path()] {
        assert_eq!(
            opens(place, &temp.data_key(), &old_passphrase),
            (0, if place == temp.path() { 0 } else { 1 })
        );
    }
    // What is left on the stick with that passphrase is the other's, whose passphrase is the same.
    assert_eq!(names_in(&stick.path().join("Terugblik")).len(), 3);
    assert_eq!(opens(stick.path(), &other.data_key(), &old_passphrase), (1, 1));
    // And the new ones do open: the journal, and its first backup.
    assert_eq!(opens(temp.path(), &key, &new_passphrase), (2, 2));
    assert_eq!(notes(temp.folder(), DataKey::from_hand_over(&key.to_hand_over())), ["blijft"]);
    let list = Backups::of(temp.folder(), &key).list();
    let here: Vec<_> = list.iter().filter(|backup| backup.place == Place::Here).collect();
    assert_eq!(here.len(), 1);
    assert_eq!(here[0].inside.map(|inside| inside.tally.entries), Ok(21));
    Backups::of(temp.folder(), &key)
        .check(Place::Here, &here[0].name, count, later(90))
        .expect("it is whole");

    // It is an ordinary journal: sealed, sound, unchanged since its backup.
    let mut vault = Vault::at(temp.folder().clone()).unlock(key).expect("it opens");
    assert_eq!(vault.left(), Left::Sealed);
    assert_eq!(vault.checker().run(), Some(Verdict::Sound));
    vault.settle(Verdict::Sound).expect("it is noted");
    assert!(!vault.has_changed_since(&here[0].inside.expect("it is readable")));
    write(&vault, &["erbij"]);
    vault.lock().expect("it locks");
    assert!(!names_in(temp.path()).iter().any(|name| name.starts_with("turn") || name.starts_with("aside")));
}

#[test]
fn only_a_journal_that_is_known_to_be_sound_is_renewed() {
    let (crashed, _) = backed_up(&["x"]);
    let vault = crashed.unlock();
    write(&vault, &["in de wal"]);
    drop(vault);
    let (broken, _) = backed_up(&["x"]);
    flip(&broken.path().join("journal.db"), 30_000);
    let (first_page, _) = backed_up(&["x"]);
    flip(&first_page.path().join("journal.db"), 3000);
    let (rolled_back, _) = backed_up(&["x"]);
    let old = fs::read(rolled_back.path().join("journal.db")).expect("it is there");
    let vault = sound(&rolled_back);
    write(&vault, &["y"]);
    vault.lock().expect("it locks");
    fs::write(rolled_back.path().join("journal.db"), old).expect("it can be written");
    let (unsealed, _) = backed_up(&["x"]);
    fs::remove_file(unsealed.path().join("seal")).expect("it can be removed");
    for temp in [crashed, broken, first_page, rolled_back, unsealed] {
        let before = files_in(temp.path());
        assert_eq!(renewed(&temp).err(), Some(VaultError::NotSound));
        assert_eq!(files_in(temp.path()), before);
    }
}

#[test]
fn what_fails_leaves_the_former_key_in_force() {
    let (temp, _) = backed_up(&["blijft"]);
    let before = files_in(temp.path());
    let short = renew(
        temp.folder(),
        temp.data_key(),
        &Passphrase::new("kort"),
        CHEAP,
        count,
        later(60),
        &mut SeededRandomness::new(1),
    );
    assert!(matches!(short.err(), Some(VaultError::PassphraseTooShort { .. })));
    let mut failures = 0;
    for times in 0..20 {
        let answer = renew(
            temp.folder(),
            temp.data_key(),
            &Passphrase::new(NEW),
            CHEAP,
            count,
            later(60),
            &mut ScarceRandomness::new(times),
        );
        match answer {
            Err(error) => {
                assert_eq!(error, VaultError::NoRandomness);
                assert_eq!(files_in(temp.path()), before);
                failures += 1;
            }
            Ok(_) => break,
        }
    }
    assert!(failures >= 4, "key, id, salt and nonce are each drawn");
    // A store that cannot be counted the same way twice is not trusted.
    let (temp, _) = backed_up(&["blijft"]);
    let before = files_in(temp.path());
    let miscount = |connection: &rusqlite::Connection| {
        let right = count(connection)?;
        let key_is_new = connection.query_row("SELECT total_changes()", [], |row| row.get::<_, i64>(0))?;
        static CALLS: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
        let call = CALLS.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        Ok(vault::Tally { entries: right.entries + call, newest: right.newest + key_is_new })
    };
    let answer = renew(
        temp.folder(),
        temp.data_key(),
        &Passphrase::new(NEW),
        CHEAP,
        miscount,
        later(60),
        &mut SeededRandomness::new(2),
    );
    assert!(answer.is_err());
    assert_eq!(files_in(temp.path()), before);
}

#[test]
fn a_journal_without_backups_and_a_new_one_can_be_renewed() {
    let temp = journals::journal(&["een"]);
    let (_, key) = renewed(&temp).expect("it is renewed");
    assert_eq!(notes(temp.folder(), key), ["een"]);
    // Twice in a row, under the passphrase of the first time.
    let slots = temp.slots();
    let key = slots.open_with_passphrase(&Passphrase::new(NEW)).expect("it opens");
    let mut randomness = SeededRandomness::new(100);
    let (_, key) = renew(temp.folder(), key, &Passphrase::new(NEW), CHEAP, count, later(99), &mut randomness)
        .expect("it is renewed");
    let vault = Vault::at(temp.folder().clone()).unlock_to_read(key).expect("it opens");
    assert_eq!(texts(&vault).pop().as_deref(), Some("een"));
    assert_eq!(names_in(&temp.path().join("backups")).len(), 3, "the first backup of the second key");
}
