//! What becomes of them: the list, the drill, what goes when, and a new passphrase.

use std::fs;

use chrono::{Days, NaiveDate, TimeDelta};
use desk::*;
use testkit::{CHEAP, SeededRandomness, TempVault};
use vault::{
    Backup, BackupName, Folder, Levelled, Passphrase, Place, SlotFile, Tally, Unreadable, VaultError,
};

use crate::desk;

#[test]
fn the_list_shows_the_newest_first_and_says_what_cannot_be_read() {
    let temp = journal(20);
    let mut vault = sound(&temp);
    let days = ["2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22"];
    let made: Vec<Backup> =
        days.map(|day| back_up(&mut vault, at(&format!("{day}T12:00:00Z"))).expect("it is made")).to_vec();

    // Cut off; its manifest changed by accident; another journal's; a newer program's.
    let store = fs::File::options().write(true).open(folder(&temp, &made[0]).join("journal.db"));
    store.expect("it is there").set_len(4096).expect("it is cut");
    damage(&folder(&temp, &made[1]).join("manifest"));
    let other = TempVault::drawn(4);
    fill(&other, 1);
    let others = back_up(&mut sound(&other), at("2026-11-20T12:00:00Z")).expect("it is made");
    fs::remove_dir_all(folder(&temp, &made[2])).expect("it can be removed");
    fs::rename(folder(&other, &others), folder(&temp, &made[2])).expect("it can be moved");
    fs::remove_file(folder(&temp, &made[3]).join("journal.db")).expect("it can be removed");
    fs::create_dir(temp.path().join("backups/vakantiefoto's")).expect("it can be made");

    let list = vault.backups().list();
    let shown: Vec<_> = list.iter().map(|backup| (backup.name.as_str(), backup.inside)).collect();
    assert_eq!(
        shown,
        [
            ("20261122T120000Z", made[4].inside),
            ("20261121T120000Z", Err(Unreadable::Damaged)),
            ("20261120T120000Z", Err(Unreadable::OtherKey)),
            ("20261119T120000Z", Err(Unreadable::Damaged)),
            ("20261118T120000Z", Err(Unreadable::Damaged)),
        ]
    );
    let errors = [
        VaultError::BackupDamaged,
        VaultError::BackupDamaged,
        VaultError::BackupOfOtherKey,
        VaultError::BackupDamaged,
    ];
    for (backup, error) in made.iter().zip(errors) {
        let checked = vault.backups().check(Place::Here, &backup.name, count, noon());
        assert_eq!(checked, Err(error), "{}", backup.name);
    }
    let none = BackupName::parse("20200101T000000Z").expect("it is a name");
    assert_eq!(vault.backups().check(Place::Here, &none, count, noon()), Err(VaultError::BackupGone));
}

#[test]
fn the_drill_notes_when_it_was_and_changes_nothing_else() {
    let temp = journal(20);
    let mut vault = sound(&temp);
    let made = back_up(&mut vault, noon()).expect("it is made");
    let store = fs::read(folder(&temp, &made).join("journal.db")).expect("it is there");
    let later = noon() + TimeDelta::days(7);
    let checked = vault.backups().check(Place::Here, &made.name, count, later).expect("it is whole");
    let (before, after) = (made.inside.expect("readable"), checked.inside.expect("readable"));
    assert_eq!(after.checked_at, later);
    assert_eq!((after.tally, after.changes, after.format), (before.tally, before.changes, before.format));
    assert_eq!(checked.made_at, made.made_at);
    assert_eq!(vault.backups().list(), [checked]);
    assert_eq!(names(&folder(&temp, &made)), ["journal.db", "manifest", "slots"]);
    assert_eq!(fs::read(folder(&temp, &made).join("journal.db")).expect("it is there"), store);
}

#[test]
fn the_drill_finds_whatever_is_not_as_it_was() {
    let temp = journal(20);
    let mut vault = sound(&temp);
    let made = back_up(&mut vault, noon()).expect("it is made");
    let older = back_up(&mut vault, noon()).expect("it is made");
    let path = |name: &str| folder(&temp, &made).join(name);
    let check = || vault.backups().check(Place::Here, &made.name, count, noon()).map(|_| ());
    assert_eq!(check(), Ok(()));

    let store = fs::read(path("journal.db")).expect("it is there");
    let mut randomness = SeededRandomness::new(11);
    for _ in 0..100 {
        let mut changed = store.clone();
        changed[randomness.below(store.len())] ^= 1 << randomness.below(8);
        fs::write(path("journal.db"), &changed).expect("it can be written");
        assert_eq!(check(), Err(VaultError::BackupDamaged));
    }
    // A store with the right key and every page whole, but not this one.
    fs::copy(folder(&temp, &older).join("journal.db"), path("journal.db")).expect("it is copied");
    assert_eq!(check(), Err(VaultError::BackupDamaged));
    fs::write(path("journal.db"), &store).expect("it can be written");
    assert_eq!(check(), Ok(()));

    let slots = fs::read(path("slots")).expect("it is there");
    damage(&path("slots"));
    assert_eq!(check(), Err(VaultError::BackupDamaged));
    fs::remove_file(path("slots")).expect("it can be removed");
    assert_eq!(check(), Err(VaultError::BackupDamaged), "nobody could open it");
    fs::write(path("slots"), slots).expect("it can be written");
    assert_eq!(check(), Ok(()));

    // Whole, but it does not hold what was counted.
    let miscount: vault::Count =
        |connection| count(connection).map(|tally| Tally { entries: tally.entries + 1, ..tally });
    let checked = vault.backups().check(Place::Here, &made.name, miscount, noon());
    assert_eq!(checked, Err(VaultError::BackupDamaged));
    assert_eq!(check(), Ok(()));
}

#[test]
fn seven_days_four_weeks_six_months_stay() {
    let temp = journal(2);
    let mut vault = sound(&temp);
    let first = NaiveDate::from_ymd_opt(2026, 9, 1).expect("it is a day");
    for number in 0..60 {
        let day = first + Days::new(number);
        let noon = at(&format!("{day}T12:00:00Z"));
        back_up(&mut vault, noon).expect("it is made");
        vault.backups().rotate(Place::Here, noon).expect("it is rotated");
    }
    let days: Vec<String> = on_shelf(&temp).iter().map(|name| name[4..8].to_owned()).collect();
    assert_eq!(days, ["0930", "1011", "1018", "1024", "1025", "1026", "1027", "1028", "1029", "1030"]);
}

/// Where it is past midnight already, it is one day later than in the names.
#[test]
fn three_of_one_day_stay_also_late_on_it() {
    let temp = journal(2);
    let mut vault = sound(&temp);
    for minute in 10..14 {
        let now = at(&format!("2026-11-22T23:{minute}:00Z"));
        back_up(&mut vault, now).expect("it is made");
        vault.backups().rotate(Place::Here, now).expect("it is rotated");
    }
    assert_eq!(on_shelf(&temp), ["20261122T231100Z", "20261122T231200Z", "20261122T231300Z"]);
}

#[test]
fn rotation_leaves_alone_what_is_not_ours_or_not_readable() {
    let temp = journal(2);
    let mut vault = sound(&temp);
    let other = TempVault::drawn(4);
    fill(&other, 1);
    let mut others = sound(&other);
    let mut foreign = Vec::new();
    for hour in 10..20 {
        back_up(&mut vault, at(&format!("2025-01-01T{hour}:00:00Z"))).expect("it is made");
        let made = back_up(&mut others, at(&format!("2025-01-01T{hour}:30:00Z"))).expect("it is made");
        fs::rename(folder(&other, &made), folder(&temp, &made)).expect("it can be moved");
        foreign.push(made.name.to_string());
    }
    let damaged = back_up(&mut vault, at("2025-01-01T09:00:00Z")).expect("it is made");
    damage(&folder(&temp, &damaged).join("manifest"));
    let cut = back_up(&mut vault, at("2025-01-01T21:00:00Z")).expect("it is made");
    fs::write(folder(&temp, &cut).join("journal.db"), "cut").expect("it can be written");

    for _ in 0..2 {
        vault.backups().rotate(Place::Here, noon()).expect("it is rotated");
        let mut expected = foreign.clone();
        // The newest good one, not the newest one: that was cut off.
        expected.extend([damaged.name.to_string(), "20250101T190000Z".to_owned()]);
        expected.sort();
        assert_eq!(on_shelf(&temp), expected);
    }
}

#[test]
fn a_backup_that_is_removed_is_gone() {
    let temp = journal(2);
    let mut vault = sound(&temp);
    let backup = back_up(&mut vault, noon()).expect("it is made");
    assert_eq!(vault.backups().remove(Place::Here, &backup.name), Ok(()));
    assert!(on_shelf(&temp).is_empty());
    assert_eq!(vault.backups().remove(Place::Here, &backup.name), Err(VaultError::BackupGone));
    assert_eq!(vault.backups().remove(Place::Second, &backup.name), Err(VaultError::PlaceGone));
}

#[cfg(unix)]
#[test]
fn a_link_with_the_name_of_a_backup_leads_nowhere() {
    let temp = journal(2);
    let mut vault = sound(&temp);
    let backup = back_up(&mut vault, noon()).expect("it is made");
    let elsewhere = tempfile::tempdir().expect("a temporary folder can be made");
    let moved = elsewhere.path().join("moved");
    fs::rename(folder(&temp, &backup), &moved).expect("it can be moved");
    std::os::unix::fs::symlink(&moved, folder(&temp, &backup)).expect("it can be made");
    assert!(vault.backups().list().is_empty());
    assert_eq!(vault.backups().remove(Place::Here, &backup.name), Err(VaultError::BackupGone));
    assert_eq!(names(&moved).len(), 3);
}

#[test]
fn a_new_passphrase_takes_the_place_of_the_old_one_in_every_backup() {
    let temp = journal(2);
    let stick = tempfile::tempdir().expect("a temporary folder can be made");
    temp.folder().set_second_place(Some(stick.path())).expect("it is chosen");
    let mut vault = sound(&temp);
    let backups = vault.backups();
    let first = back_up(&mut vault, at("2026-11-21T12:00:00Z")).expect("it is made");
    let second = back_up(&mut vault, noon()).expect("it is made");
    let there = backups.copy_to_second_place(&first.name, count, noon()).expect("it is copied");
    let other = TempVault::drawn(4);
    fill(&other, 1);
    let others = back_up(&mut sound(&other), at("2026-11-20T12:00:00Z")).expect("it is made");
    fs::rename(folder(&other, &others), folder(&temp, &others)).expect("it can be moved");
    let foreign_slots = fs::read(folder(&temp, &others).join("slots")).expect("it is there");

    let (old, new) = (Passphrase::new(TempVault::PASSPHRASE), Passphrase::new("een heel andere wachtzin"));
    let mut slots = temp.slots();
    slots.set_passphrase(&temp.data_key(), &new, CHEAP, &mut SeededRandomness::new(8)).expect("it is set");
    assert_eq!(backups.level_slots(&slots), Ok(Levelled { replaced: 3, out_of_reach: false }));
    assert_eq!(backups.level_slots(&slots), Ok(Levelled { replaced: 0, out_of_reach: false }));
    let shelf = stick.path().join("Terugblik");
    for path in [folder(&temp, &first), folder(&temp, &second), shelf.join(there.name.as_str())] {
        let slots = SlotFile::load(&Folder::open(&path).expect("it can be written")).expect("it reads well");
        assert_eq!(slots.open_with_passphrase(&old).err(), Some(VaultError::WrongSecret));
        assert!(slots.open_with_passphrase(&new).is_ok());
    }
    for backup in [&first, &second] {
        assert!(backups.check(Place::Here, &backup.name, count, noon()).is_ok(), "it is as good as before");
    }
    assert_eq!(fs::read(folder(&temp, &others).join("slots")).expect("it is there"), foreign_slots);
    assert_eq!(backups.level_slots(&other.slots()), Err(VaultError::ForeignDataKey));

    // The stick is in a drawer.
    fs::rename(&shelf, stick.path().join("elders")).expect("it can be moved");
    assert_eq!(backups.level_slots(&slots), Ok(Levelled { replaced: 0, out_of_reach: true }));
    temp.folder().set_second_place(None).expect("it is forgotten");
    assert_eq!(backups.level_slots(&slots), Ok(Levelled { replaced: 0, out_of_reach: false }));
}

#[test]
fn a_damaged_slot_file_in_a_backup_is_mended_by_a_good_one() {
    let temp = journal(2);
    let mut vault = sound(&temp);
    let backup = back_up(&mut vault, noon()).expect("it is made");
    damage(&folder(&temp, &backup).join("slots"));
    let replaced = vault.backups().level_slots(&temp.slots()).expect("it is written").replaced;
    assert_eq!(replaced, 1);
    assert!(vault.backups().check(Place::Here, &backup.name, count, noon()).is_ok());
}

/// Every byte string of the manifest, and its hash, tried as a key of the store and as the data key.
#[test]
fn a_thief_with_a_backup_opens_nothing() {
    use sha2::{Digest, Sha256};
    use vault::{DataKey, Vault, rusqlite::Connection};

    let temp = journal(2);
    let made = back_up(&mut sound(&temp), noon()).expect("it is made");
    let directory = tempfile::tempdir().expect("a temporary folder can be made");
    copy(&folder(&temp, &made), directory.path());
    let stolen = Folder::open(directory.path()).expect("it can be written");
    let store = directory.path().join("journal.db");
    let opens = |key: &[u8]| {
        let spelt: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        let connection = Connection::open(&store).expect("it is a file");
        connection.execute_batch(&format!("PRAGMA key = \"x'{spelt}'\"")).expect("it is taken");
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).is_ok()
    };
    let mut block = temp.data_key().to_hand_over();
    let manifest = fs::read(directory.path().join("manifest")).expect("it is there");
    for window in manifest.windows(32) {
        for key in [window.to_vec(), Sha256::digest(window).to_vec()] {
            assert!(!opens(&key), "the key of the store");
            block[..32].copy_from_slice(&key);
            let opened = Vault::at(stolen.clone()).unlock(DataKey::from_hand_over(&block));
            assert!(opened.is_err(), "the data key");
        }
    }
    assert!(Vault::at(stolen).unlock(temp.data_key()).is_ok());
}
