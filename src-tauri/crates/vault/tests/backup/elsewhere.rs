//! The second place, and what a person finds on a stick without a key.

use std::fs;
use std::path::Path;

use chrono::TimeDelta;
use desk::*;
use testkit::TempVault;
use vault::{Backup, Passphrase, Place, PlaceWarning, SecondPlace, VaultError, find_backups, judge_place};

use crate::desk;

struct Stick {
    directory: tempfile::TempDir,
}

impl Stick {
    fn of(temp: &TempVault) -> Self {
        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        temp.folder().set_second_place(Some(directory.path())).expect("it is chosen");
        Self { directory }
    }

    fn shelf(&self) -> std::path::PathBuf {
        self.directory.path().join("Terugblik")
    }

    fn folder(&self, backup: &Backup) -> std::path::PathBuf {
        self.shelf().join(backup.name.as_str())
    }

    fn pull_out(&self) {
        fs::rename(self.shelf(), self.directory.path().join("away")).expect("it can be moved");
    }
}

#[test]
fn a_second_place_is_there_only_while_its_own_folder_is() {
    let temp = journal(1);
    assert_eq!(temp.folder().second_place(), SecondPlace::None);
    let stick = Stick::of(&temp);
    let path = fs::canonicalize(stick.directory.path()).expect("it is there");
    assert_eq!(temp.folder().second_place(), SecondPlace::There { path: path.clone() });
    assert_eq!(names(&stick.shelf()), [""; 0], "choosing leaves nothing but the folder");
    // The empty folder in which a stick appears is not the stick.
    stick.pull_out();
    assert_eq!(temp.folder().second_place(), SecondPlace::Absent { path });
    temp.folder().set_second_place(None).expect("it is forgotten");
    temp.folder().set_second_place(None).expect("twice is once");
    assert_eq!(temp.folder().second_place(), SecondPlace::None);
}

#[test]
fn a_place_that_is_none_is_refused_and_a_file_that_is_none_says_none() {
    let temp = journal(1);
    let choose = |path: &Path| temp.folder().set_second_place(Some(path));
    assert_eq!(choose(&temp.path().join("nowhere")), Err(VaultError::PlaceGone));
    assert_eq!(choose(&temp.path().join("slots")), Err(VaultError::PlaceGone));
    #[cfg(target_os = "linux")]
    assert_eq!(choose(Path::new("/sys")), Err(VaultError::PlaceNotWritable));
    assert_eq!(temp.folder().second_place(), SecondPlace::None);
    for text in ["", "path = 3", "path = \"stick\"", "path = \"/\"\nmore = 1", "\u{0}"] {
        fs::write(temp.path().join("second-place.toml"), text).expect("it can be written");
        assert_eq!(temp.folder().second_place(), SecondPlace::None, "{text:?}");
    }
}

#[test]
fn a_copy_at_the_second_place_is_opened_and_counted_there() {
    let temp = journal(50);
    let stick = Stick::of(&temp);
    let mut vault = sound(&temp);
    let backups = vault.backups();
    let here = back_up(&mut vault, noon()).expect("it is made");
    let later = noon() + TimeDelta::minutes(5);
    let there = backups.copy_to_second_place(&here.name, count, later).expect("it is copied");
    assert_eq!((there.place, &there.name, there.made_at), (Place::Second, &here.name, here.made_at));
    let inside = there.inside.expect("it is readable");
    assert_eq!((inside.tally, inside.checked_at), (here.inside.expect("readable").tally, later));
    assert_eq!(names(&stick.folder(&there)), ["journal.db", "manifest", "slots"]);
    assert_eq!(tally_in_copy(&stick.folder(&there), temp.data_key()), inside.tally);
    assert_eq!(backups.list(), [here.clone(), there.clone()]);

    // Once more: it is there already, so it is checked.
    let again = backups.copy_to_second_place(&here.name, count, later + TimeDelta::days(1));
    assert_eq!(again.expect("it is whole").inside.expect("readable").checked_at, later + TimeDelta::days(1));
    // Damaged there: it is copied anew.
    damage(&stick.folder(&there).join("journal.db"));
    assert_eq!(backups.check(Place::Second, &there.name, count, later), Err(VaultError::BackupDamaged));
    backups.copy_to_second_place(&here.name, count, later).expect("it is copied");
    assert!(backups.check(Place::Second, &there.name, count, later).is_ok());

    // What a crash left there goes with the next copy.
    fs::create_dir(stick.shelf().join("20200101T000000Z.part")).expect("it can be made");
    let next = back_up(&mut vault, later).expect("it is made");
    backups.copy_to_second_place(&next.name, count, later).expect("it is copied");
    assert_eq!(names(&stick.shelf()), [here.name.as_str(), next.name.as_str()]);
    backups.remove(Place::Second, &here.name).expect("it is removed");
    assert_eq!(names(&stick.shelf()), [next.name.as_str()]);
}

#[test]
fn what_is_rotten_here_is_not_copied_there() {
    let temp = journal(50);
    let stick = Stick::of(&temp);
    let mut vault = sound(&temp);
    let backups = vault.backups();
    let here = back_up(&mut vault, noon()).expect("it is made");
    damage(&folder(&temp, &here).join("journal.db"));
    let copied = backups.copy_to_second_place(&here.name, count, noon());
    assert_eq!(copied, Err(VaultError::BackupDamaged));
    assert!(names(&stick.shelf()).is_empty());
    damage(&folder(&temp, &here).join("journal.db"));
    damage(&folder(&temp, &here).join("slots"));
    let copied = backups.copy_to_second_place(&here.name, count, noon());
    assert_eq!(copied, Err(VaultError::BackupDamaged));
    assert!(names(&stick.shelf()).is_empty());
}

#[test]
fn a_stick_that_is_not_there_is_called_gone() {
    let temp = journal(5);
    let mut vault = sound(&temp);
    let backups = vault.backups();
    let here = back_up(&mut vault, noon()).expect("it is made");
    assert_eq!(backups.copy_to_second_place(&here.name, count, noon()), Err(VaultError::PlaceGone));
    let stick = Stick::of(&temp);
    backups.copy_to_second_place(&here.name, count, noon()).expect("it is copied");
    stick.pull_out();
    assert_eq!(backups.copy_to_second_place(&here.name, count, noon()), Err(VaultError::PlaceGone));
    assert_eq!(backups.check(Place::Second, &here.name, count, noon()), Err(VaultError::PlaceGone));
    assert_eq!(backups.list(), [here]);
}

/// `/dev/full` answers every write as a full disk does.
#[cfg(target_os = "linux")]
#[test]
fn a_full_stick_keeps_what_it_had() {
    let temp = journal(5);
    let stick = Stick::of(&temp);
    let mut vault = sound(&temp);
    let here = back_up(&mut vault, noon()).expect("it is made");
    let there = vault.backups().copy_to_second_place(&here.name, count, noon()).expect("it is copied");
    let note = stick.folder(&there).join("manifest.new");
    std::os::unix::fs::symlink("/dev/full", &note).expect("it can be made");
    let later = noon() + TimeDelta::days(1);
    let checked = vault.backups().check(Place::Second, &here.name, count, later);
    assert_eq!(checked, Err(VaultError::DiskFull));
    assert_eq!(names(&stick.folder(&there)), ["journal.db", "manifest", "slots"]);
    assert_eq!(vault.backups().list(), [here, there]);
}

#[test]
fn places_are_judged() {
    let temp = journal(1);
    let place = tempfile::tempdir().expect("a temporary folder can be made");
    let judge = |path: &Path| judge_place(temp.path(), path);
    assert_eq!(judge(&place.path().join("nowhere")), PlaceWarning::NotWritable);
    let synced = place.path().join("OneDrive - Gemeente Terneuzen/Documenten");
    fs::create_dir_all(&synced).expect("it can be made");
    assert_eq!(judge(&synced), PlaceWarning::Synced { service: "OneDrive" });
    let marked = place.path().join("gedeeld");
    fs::create_dir_all(marked.join("diep")).expect("it can be made");
    fs::create_dir(marked.join(".stfolder")).expect("it can be made");
    assert_eq!(judge(&marked.join("diep")), PlaceWarning::Synced { service: "Syncthing" });
    #[cfg(target_os = "linux")]
    {
        assert_eq!(judge(place.path()), PlaceWarning::SameDisk);
        assert_eq!(judge(Path::new("/sys")), PlaceWarning::NotWritable);
        // A file system in memory is another disk, and neither a network's nor synced.
        let other = tempfile::tempdir_in("/dev/shm").expect("a temporary folder can be made");
        assert_eq!(judge(other.path()), PlaceWarning::Fine);
    }
    assert!(names(place.path()).iter().all(|name| !name.starts_with(".probe")));
}

#[cfg(unix)]
#[test]
fn a_link_into_a_synced_folder_is_seen_through() {
    let temp = journal(1);
    let place = tempfile::tempdir().expect("a temporary folder can be made");
    let synced = place.path().join("Nextcloud");
    fs::create_dir(&synced).expect("it can be made");
    let link = place.path().join("reserve");
    std::os::unix::fs::symlink(&synced, &link).expect("it can be made");
    assert_eq!(judge_place(temp.path(), &link), PlaceWarning::Synced { service: "Nextcloud" });
}

#[test]
fn backups_are_found_without_a_key_wherever_a_person_points() {
    let temp = journal(10);
    let stick = Stick::of(&temp);
    let mut vault = sound(&temp);
    let first = back_up(&mut vault, at("2026-11-21T12:00:00Z")).expect("it is made");
    let second = back_up(&mut vault, noon()).expect("it is made");
    vault.backups().copy_to_second_place(&first.name, count, noon()).expect("it is copied");

    let found = find_backups(temp.path());
    let seen: Vec<_> = found.iter().map(|backup| (backup.made_at, backup.bytes)).collect();
    assert_eq!(seen, [(second.made_at, second.bytes), (first.made_at, first.bytes)]);
    assert!(found.iter().all(|backup| backup.vault_id == temp.data_key().vault_id()));
    assert_eq!(find_backups(&temp.path().join("backups")), found);
    assert_eq!(find_backups(&folder(&temp, &second))[..], found[..1]);
    for pointed in [stick.directory.path().to_owned(), stick.shelf(), stick.folder(&first)] {
        let found = find_backups(&pointed);
        assert_eq!(found.len(), 1, "{}", pointed.display());
        assert_eq!(found[0].name, first.name);
        let passphrase = Passphrase::new(TempVault::PASSPHRASE);
        let key = found[0].slots().expect("they read well").open_with_passphrase(&passphrase);
        assert_eq!(*key.expect("it opens").to_hand_over(), *temp.data_key().to_hand_over());
    }
    // Copied by hand, under a name of a person's own: found when pointed at.
    let own = stick.directory.path().join("dagboek van november");
    copy(&folder(&temp, &second), &own);
    assert_eq!(find_backups(&own)[0].name, second.name);
    assert!(find_backups(&stick.directory.path().join("nowhere")).is_empty());

    damage(&own.join("slots"));
    let damaged = find_backups(&own)[0].slots().err();
    assert_eq!(damaged, Some(VaultError::SlotsDamaged { previous_usable: false }));
    fs::copy(TempVault::drawn(4).path().join("slots"), own.join("slots")).expect("it is copied");
    assert_eq!(find_backups(&own)[0].slots().err(), Some(VaultError::ForeignDataKey));
}

/// Whatever somebody put on a stick: no panic, no waiting, and no backup where there is none.
#[test]
fn hostile_folders_hold_no_backups() {
    let temp = journal(2);
    let backup = back_up(&mut sound(&temp), noon()).expect("it is made");
    let good = folder(&temp, &backup);
    let stick = tempfile::tempdir().expect("a temporary folder can be made");
    let make = |name: &str, spoil: &dyn Fn(&Path)| {
        let path = stick.path().join(name);
        copy(&good, &path);
        spoil(&path);
    };
    make("20260101T000000Z", &|path| fs::remove_file(path.join("manifest")).expect("ok"));
    make("20260102T000000Z", &|path| fs::write(path.join("manifest"), vec![7; 10_000_000]).expect("ok"));
    make("20260103T000000Z", &|path| damage(&path.join("manifest")));
    make("20260104T000000Z", &|path| fs::remove_file(path.join("journal.db")).expect("ok"));
    make("20260105T000000Z", &|path| {
        fs::remove_file(path.join("manifest")).expect("ok");
        fs::create_dir(path.join("manifest")).expect("ok");
    });
    #[cfg(unix)]
    {
        make("20260106T000000Z", &|path| {
            fs::remove_file(path.join("manifest")).expect("ok");
            let made = std::process::Command::new("mkfifo").arg(path.join("manifest")).status();
            assert!(made.expect("there is such a program").success());
        });
        make("20260107T000000Z", &|path| {
            fs::remove_file(path.join("manifest")).expect("ok");
            std::os::unix::fs::symlink("/dev/zero", path.join("manifest")).expect("ok");
        });
        std::os::unix::fs::symlink(stick.path(), stick.path().join("backups")).expect("ok");
        std::os::unix::fs::symlink("Terugblik", stick.path().join("Terugblik")).expect("ok");
    }
    #[cfg(unix)]
    {
        // Its manifest is good; what else it has is read only when somebody asks for it.
        let piped = stick.path().join("met een pijp");
        copy(&good, &piped);
        fs::remove_file(piped.join("slots")).expect("ok");
        let made = std::process::Command::new("mkfifo").arg(piped.join("slots")).status();
        assert!(made.expect("there is such a program").success());
        assert!(find_backups(&piped)[0].slots().is_err());
    }
    make("20261322T000000Z", &|_| {});
    make("20260108T000000Z.part", &|_| {});
    assert!(find_backups(stick.path()).is_empty());
    make("20260109T000000Z", &|_| {});
    let found = find_backups(stick.path());
    assert!(found.iter().all(|found| found.name.as_str() == "20260109T000000Z"));
    assert!(!found.is_empty());
}
