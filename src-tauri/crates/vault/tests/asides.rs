//! A journal that was kept aside stays what it was but for what is taken out of it, and goes when its
//! time is over.

#[path = "helper/journals.rs"]
mod journals;

use std::fs;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use journals::{backed_up, count, files_in, flip, found, later, notes, now, sound, write};
use testkit::{CHEAP, SeededRandomness, TempVault};
use vault::{
    Aside, Backups, Folder, Left, Passphrase, Place, Unlocked, Vault, VaultError, Verdict, renew, restore,
};

const GOES: &str = "moet weg";

fn backups(temp: &TempVault) -> Backups {
    Backups::of(temp.folder(), &temp.data_key())
}

/// Restores the only backup; gives the folder in which the former journal is kept.
fn put_back(temp: &TempVault, at: DateTime<Utc>) -> Folder {
    let backup = found(temp);
    let slots = backup.slots().expect("it reads");
    let restored =
        restore(temp.folder(), &backup, &slots, &temp.data_key(), count, at).expect("it is restored");
    Folder::open(restored.aside.expect("there was a journal")).expect("it is a folder")
}

/// A journal with one aside in which two notes stand; locked before it was put aside, or cut off.
fn kept(locked: bool) -> (TempVault, Folder, Aside) {
    let (temp, _) = backed_up(&["blijft"]);
    let vault = sound(&temp);
    write(&vault, &[GOES, "blijft ook"]);
    if locked {
        vault.lock().expect("it locks");
    } else {
        drop(vault);
    }
    let folder = put_back(&temp, now());
    let aside = backups(&temp).asides().expect("a list").remove(0);
    (temp, folder, aside)
}

fn has(temp: &TempVault, aside: &Aside) -> Result<bool, VaultError> {
    backups(temp).ask_aside(aside, &mut |connection| {
        connection.prepare("SELECT 1 FROM note WHERE text = ?1")?.exists([GOES])
    })
}

fn take_out(vault: Vault<Unlocked>) -> Result<Vault<Unlocked>, VaultError> {
    vault.connection().execute("DELETE FROM note WHERE text = ?1", [GOES]).map_err(VaultError::from)?;
    Ok(vault)
}

fn without_it(temp: &TempVault, aside: &Aside) -> Result<(), VaultError> {
    backups(temp).rewrite_aside(aside, &mut take_out)
}

fn asides(temp: &TempVault) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(temp.path().join("aside"))
        .expect("it is listed")
        .map(|entry| entry.expect("it is listed").file_name().into_string().expect("it is text"))
        .collect();
    names.sort();
    names
}

#[test]
fn what_is_taken_out_of_a_journal_aside_leaves_it_as_it_was_otherwise() {
    for locked in [true, false] {
        let (temp, folder, aside) = kept(locked);
        fs::write(folder.path().join("waarom.txt"), "van de schrijver").expect("it is written");
        let before = files_in(folder.path());
        assert_eq!(before.contains_key("journal.db-wal"), !locked);
        assert_eq!(aside.since(), now() - TimeDelta::milliseconds(345));
        assert_eq!(has(&temp, &aside), Ok(true));
        assert_eq!(files_in(folder.path()), before, "asking writes nothing");

        without_it(&temp, &aside).expect("it is made anew");
        assert_eq!(has(&temp, &aside), Ok(false));
        assert_eq!(asides(&temp), ["20261122T164512Z"], "in the folder that was told");
        let after = files_in(folder.path());
        assert!(!after.contains_key("journal.db-wal") && !after.contains_key("reserve"));
        for (name, bytes) in &before {
            if !name.starts_with("journal.db") && name != "seal" {
                assert_eq!(after.get(name), Some(bytes), "{name}");
            }
        }
        // Put back by hand, it is a journal that was locked and that nobody touched.
        for name in ["journal.db", "seal", "slots"] {
            fs::copy(folder.path().join(name), temp.path().join(name)).expect("it is copied");
        }
        let vault = sound(&temp);
        assert_eq!((vault.left(), vault.verdict()), (Left::Sealed, Some(Verdict::Sound)));
        vault.lock().expect("it locks");
        assert_eq!(notes(temp.folder(), temp.data_key()), ["blijft", "blijft ook"]);
        assert!(temp.slots().open_with_passphrase(&Passphrase::new(TempVault::PASSPHRASE)).is_ok());
    }
}

#[test]
fn a_journal_aside_that_cannot_be_made_anew_stays_byte_for_byte() {
    let (temp, folder, aside) = kept(true);
    let before = files_in(folder.path());
    let answer = backups(&temp).rewrite_aside(&aside, &mut |_| Err(VaultError::DiskFull));
    assert_eq!(answer, Err(VaultError::DiskFull));
    assert_eq!((files_in(folder.path()), asides(&temp).len()), (before.clone(), 1));

    // More than one journal: no rewriting of the store reaches the other.
    for second in ["journal.db.2", "journal.db-wal.damaged-1"] {
        fs::write(folder.path().join(second), "words").expect("it is written");
        assert_eq!(has(&temp, &aside), Err(VaultError::NotSound));
        assert_eq!(without_it(&temp, &aside), Err(VaultError::NotSound));
        fs::remove_file(folder.path().join(second)).expect("it is removed");
    }

    let length = before["journal.db"].len();
    flip(&folder.path().join("journal.db"), length - 2000);
    let damaged = files_in(folder.path());
    assert_eq!(without_it(&temp, &aside), Err(VaultError::StoreDamaged));
    assert_eq!((files_in(folder.path()), asides(&temp).len()), (damaged, 1));
    flip(&folder.path().join("journal.db"), 100);
    assert_eq!(has(&temp, &aside), Err(VaultError::StoreDamaged));
}

#[test]
fn what_was_found_in_a_journal_aside_is_said_of_it_afterwards_too() {
    let (temp, folder, aside) = kept(true);
    fs::remove_file(folder.path().join("seal")).expect("it is removed");
    flip(&folder.path().join("slots"), 40);
    let vault = Vault::at(folder.clone()).unlock(temp.data_key()).expect("it opens");
    // Who changes a store and writes no seal has opened it with the key: here it is us.
    let mut vault = vault;
    vault.settle(Verdict::ChangedOutside).expect("it is noted");
    vault.lock().expect("it locks");
    without_it(&temp, &aside).expect("its slots are no matter of the store");
    let vault = Vault::at(folder).unlock_to_read(temp.data_key()).expect("it opens");
    assert_eq!((vault.left(), vault.verdict()), (Left::Sealed, Some(Verdict::ChangedOutside)));
    assert_eq!(has(&temp, &aside), Ok(false));
}

#[test]
fn a_journal_aside_of_another_key_cannot_be_asked_and_goes_by_its_day() {
    let (temp, folder, aside) = kept(true);
    let passphrase = Passphrase::new("een heel andere wachtzin");
    let mut randomness = SeededRandomness::new(99);
    let (_, key) =
        renew(temp.folder(), temp.data_key(), &passphrase, CHEAP, count, later(60), &mut randomness)
            .expect("it is renewed");
    let before = files_in(folder.path());
    let backups = Backups::of(temp.folder(), &key);
    let asked = backups.ask_aside(&aside, &mut |_| panic!("it cannot be read"));
    assert_eq!(asked, Err(VaultError::BackupOfOtherKey));
    let written = backups.rewrite_aside(&aside, &mut |_| panic!("it cannot be read"));
    assert_eq!(written, Err(VaultError::BackupOfOtherKey));
    assert_eq!(files_in(folder.path()), before);
    temp.folder().end_asides(now() + TimeDelta::days(180)).expect("they are looked at");
    assert_eq!(asides(&temp), [""; 0]);
    assert_eq!(backups.ask_aside(&aside, &mut |_| panic!("it is gone")), Err(VaultError::BackupGone));
}

/// Copies a folder of files to another place.
fn lay(files: &std::collections::BTreeMap<String, Vec<u8>>, at: &Path) {
    fs::create_dir(at).expect("it is made");
    for (name, bytes) in files {
        fs::write(at.join(name), bytes).expect("it is written");
    }
}

/// Every state that a crash can leave, with what was there before and what was to come.
#[test]
fn a_journal_aside_that_was_being_made_anew_is_the_former_or_the_new_one() {
    let (temp, folder, aside) = kept(true);
    let former = files_in(folder.path());
    without_it(&temp, &aside).expect("it is made anew");
    let new = files_in(folder.path());
    let half: std::collections::BTreeMap<_, _> =
        former.iter().filter(|(name, _)| *name != "slots").map(|(n, b)| (n.clone(), b.clone())).collect();
    let (part, whole) = (folder.path().with_extension("part"), folder.path().with_extension("in"));

    for (there, unfinished, finished, expected) in [
        (Some(&former), Some(&half), None, &former),
        (Some(&former), None, Some(&new), &new),
        (Some(&half), None, Some(&new), &new),
        (None, None, Some(&new), &new),
        (Some(&new), None, None, &new),
    ] {
        let put = || {
            for (files, at) in
                [(there, folder.path()), (unfinished, part.as_path()), (finished, whole.as_path())]
            {
                let _ = fs::remove_dir_all(at);
                if let Some(files) = files {
                    lay(files, at);
                }
            }
        };
        let look = || {
            assert_eq!(asides(&temp), ["20261122T164512Z"]);
            assert_eq!(&files_in(folder.path()), expected);
        };
        put();
        temp.folder().clear_leftovers().expect("the next start");
        look();
        put();
        backups(&temp).clear_unfinished(Place::Here).expect("the next who forgets");
        look();
        put();
        temp.folder().end_asides(now()).expect("the next who keeps house");
        look();
    }
}

#[test]
fn a_journal_aside_goes_after_a_hundred_and_eighty_days_and_never_early() {
    let (temp, folder, _) = kept(true);
    let kept = files_in(folder.path());
    let day = |days: i64| now() + TimeDelta::days(days);
    let end = |at: DateTime<Utc>| {
        temp.folder().end_asides(at).expect("they are looked at");
        asides(&temp)
    };
    // A clock that was put back by a little renames nothing.
    for days in [0, -1, 1, 100, 179] {
        assert_eq!(end(day(days)), ["20261122T164512Z"], "after {days} days");
    }
    assert_eq!(files_in(folder.path()), kept);
    // Ahead of the clock: its days begin again.
    assert_eq!(end(day(-90)), ["20260824T164512Z"]);
    assert_eq!(end(day(89)), ["20260824T164512Z"]);
    assert_eq!(files_in(&temp.path().join("aside/20260824T164512Z")), kept);
    assert_eq!(end(day(90)), [""; 0]);
    assert_eq!(notes(temp.folder(), temp.data_key()), ["blijft"], "the journal has nothing to do with it");
}

#[test]
fn what_says_no_day_that_can_be_true_counts_from_today() {
    let (temp, folder, _) = kept(true);
    let kept = files_in(folder.path());
    let shelf = temp.path().join("aside");
    // A clock that had stopped, a person's own name, one of the same second; and what is no journal.
    for name in ["19700101T000000Z", "mijn oude dagboek", "20990101T120000Z"] {
        lay(&kept, &shelf.join(name));
    }
    fs::write(shelf.join("een bestand"), "van iemand").expect("it is written");
    #[cfg(unix)]
    std::os::unix::fs::symlink(temp.path(), shelf.join("20260101T000000Z")).expect("a link");
    let today = now() + TimeDelta::days(100);
    temp.folder().end_asides(today).expect("they are looked at");
    let renamed = ["20270302T164512Z", "20270302T164512Z-2", "20270302T164512Z-3"];
    for name in renamed {
        assert_eq!(files_in(&shelf.join(name)), kept, "{name}");
    }
    assert!(asides(&temp).contains(&"20261122T164512Z".to_owned()));
    temp.folder().end_asides(today + TimeDelta::days(179)).expect("they are looked at");
    assert!(renamed.iter().all(|name| asides(&temp).contains(&(*name).to_owned())));
    temp.folder().end_asides(today + TimeDelta::days(180)).expect("they are looked at");
    let left: &[&str] = if cfg!(unix) { &["20260101T000000Z", "een bestand"] } else { &["een bestand"] };
    assert_eq!(asides(&temp), left, "a link is none of ours, nor is a file");
    assert!(temp.path().join("journal.db").exists(), "and what it leads to stays");
}
