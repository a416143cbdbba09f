//! After a wipe nothing within reach opens, and what is another's stays.

#[path = "helper/journals.rs"]
mod journals;

use std::fs;

use journals::{backed_up, count, files_in, found, later, names_in, now, second_place, sound, write};
use testkit::{CHEAP, SeededRandomness, TempVault};
use vault::{Appearance, Backups, Passphrase, Situation, Unlocked, Vault, restore, set_up, wipe};

/// A journal with everything a journal can have: backups, an aside, a trial, damaged copies.
fn everything() -> (TempVault, tempfile::TempDir) {
    let (temp, made) = backed_up(&["weg"]);
    let stick = second_place(&temp);
    let backups = Backups::of(temp.folder(), &temp.data_key());
    backups.copy_to_second_place(&made.name, count, now()).expect("it is copied");
    let backup = found(&temp);
    restore(temp.folder(), &backup, &temp.slots(), &temp.data_key(), count, later(9)).expect("ok");
    backups.stage_trial(journals::HERE, &made.name, count).expect("it is staged");
    temp.slots().retire_previous(temp.folder()).expect("it is written");
    temp.folder().set_appearance(Appearance::default()).expect("it is written");
    let mut vault: Vault<Unlocked> = sound(&temp);
    vault.keep_reserve();
    write(&vault, &["in de wal"]);
    drop(vault);
    for name in [
        "slots.damaged-1",
        "journal.db-wal.damaged-1",
        "turn.new/slots",
        "backups/20260101T000000Z.part/slots",
    ] {
        let path = temp.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        fs::copy(temp.path().join("slots"), path).expect("it is copied");
    }
    (temp, stick)
}

#[test]
fn nothing_stays_but_language_and_lock() {
    let (temp, stick) = everything();
    let _claim = temp.folder().claim().expect("nobody has it");
    let slots = names_in(temp.path()).iter().filter(|name| name.contains("slots")).count();
    assert!(slots >= 8, "{:?}", names_in(temp.path()));
    // Second names of the slot files' bytes show what became of them.
    let witnesses = tempfile::tempdir().expect("a temporary folder can be made");
    let mut witnessed = 0;
    for (folder, below) in [(temp.path(), ""), (stick.path(), "Terugblik")] {
        for name in names_in(&folder.join(below)).iter().filter(|name| name.contains("slots")) {
            let witness = witnesses.path().join(witnessed.to_string());
            fs::hard_link(folder.join(below).join(name), witness).expect("it is linked");
            witnessed += 1;
        }
    }
    let wiped = wipe(temp.folder()).expect("it is wiped");
    assert_eq!(wiped.out_of_reach, None);
    assert_eq!(names_in(temp.path()), ["appearance.toml", "lock"]);
    assert_eq!(names_in(stick.path()), Vec::<String>::new());
    for (name, bytes) in files_in(witnesses.path()) {
        assert!(!bytes.is_empty() && bytes.iter().all(|byte| *byte == 0), "witness {name} of {witnessed}");
    }
    // The folder is one in which a journal can be made.
    assert_eq!(temp.folder().situation(), Situation::NotSetUp);
    let passphrase = Passphrase::new(TempVault::PASSPHRASE);
    set_up(temp.folder(), &passphrase, CHEAP, &mut SeededRandomness::new(3)).expect("it is set up");
    assert!(wipe(temp.folder()).is_ok());
    assert_eq!(wipe(temp.folder()).map(|wiped| wiped.out_of_reach), Ok(None), "twice is fine");
}

#[test]
fn anothers_backup_on_the_same_stick_stays() {
    let (temp, stick) = everything();
    let other = journals::filled(TempVault::drawn(77), &["van een ander"]);
    other.folder().set_second_place(Some(stick.path())).expect("it is chosen");
    let mut vault = sound(&other);
    let made = journals::back_up(&mut vault, later(-5000));
    vault.backups().copy_to_second_place(&made.name, count, now()).expect("it is copied");
    fs::write(stick.path().join("Terugblik/boodschappen.txt"), "melk").expect("it is written");
    fs::write(stick.path().join("foto.jpg"), "foto").expect("it is written");
    wipe(temp.folder()).expect("it is wiped");
    let name = made.name.as_str();
    assert_eq!(
        names_in(stick.path()),
        [
            format!("Terugblik/{name}/journal.db"),
            format!("Terugblik/{name}/manifest"),
            format!("Terugblik/{name}/slots"),
            "Terugblik/boodschappen.txt".to_owned(),
            "foto.jpg".to_owned(),
        ]
    );
    vault.backups().check(vault::Place::Second, &made.name, count, now()).expect("it is whole");
}

#[test]
fn a_stick_in_a_drawer_is_out_of_reach_and_said_so() {
    let (temp, stick) = everything();
    let place = fs::canonicalize(stick.path()).expect("it is there");
    let drawer = tempfile::tempdir().expect("a temporary folder can be made");
    fs::rename(stick.path().join("Terugblik"), drawer.path().join("Terugblik")).expect("it is pulled out");
    assert_eq!(wipe(temp.folder()).map(|wiped| wiped.out_of_reach), Ok(Some(place)));
    assert_eq!(names_in(temp.path()), ["appearance.toml"]);
    assert_eq!(names_in(drawer.path()).len(), 3);
}

/// Killed after any of its steps, it is finished at the next start; the slots are the first to go.
#[test]
fn a_wipe_that_was_cut_off_is_finished() {
    let (temp, stick) = everything();
    // What a kill leaves: the mark, and some of the files.
    let before = names_in(temp.path());
    wipe(&temp.folder().clone()).expect("it is wiped");
    drop((temp, stick));
    for left in (0..before.len()).step_by(3) {
        let (temp, stick) = everything();
        let mark: Vec<u8> = temp.data_key().to_hand_over()[32..].to_vec();
        fs::write(temp.path().join("wiping"), mark).expect("it is written");
        // Slots are gone, and the others as far as it came.
        let mut names = names_in(temp.path());
        names.sort_by_key(|name| !name.contains("slots"));
        for name in names.iter().filter(|name| *name != "appearance.toml" && *name != "wiping").take(left) {
            // The place of the stick is forgotten last.
            if name != "second-place.toml" {
                fs::remove_file(temp.path().join(name)).expect("it can be removed");
            }
        }
        temp.folder().finish_turn().expect("it goes on");
        assert_eq!(names_in(temp.path()), ["appearance.toml"], "{left} of {}", before.len());
        assert_eq!(names_in(stick.path()), Vec::<String>::new());
    }
}
