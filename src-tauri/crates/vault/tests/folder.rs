//! The data folder: what it holds, who may have it, and a set-up that was cut off.

use std::fs;

use testkit::{CHEAP, ScarceRandomness, SeededRandomness, TempVault};
use vault::{
    Appearance, Folder, Language, Left, Passphrase, Situation, SlotFile, TextSize, Vault, VaultError, set_up,
};

fn empty() -> (tempfile::TempDir, Folder) {
    let directory = tempfile::tempdir().expect("a temporary folder can be made");
    let folder = Folder::open(directory.path()).expect("it can be written");
    (directory, folder)
}

fn set_up_in(folder: &Folder) -> Result<(), VaultError> {
    let passphrase = Passphrase::new(TempVault::PASSPHRASE);
    set_up(folder, &passphrase, CHEAP, &mut SeededRandomness::new(3)).map(|_| ())
}

#[test]
fn each_situation_is_told_apart() {
    let (_directory, folder) = empty();
    assert_eq!(folder.situation(), Situation::NotSetUp);
    assert_eq!(SlotFile::load(&folder).err(), Some(VaultError::SlotsMissing));

    let temp = TempVault::set_up();
    assert_eq!(temp.folder().situation(), Situation::Locked { recovery_ready: false });
    assert_eq!(set_up_in(temp.folder()), Err(VaultError::AlreadySetUp));

    fs::remove_file(temp.path().join("journal.db")).expect("it can be removed");
    assert_eq!(temp.folder().situation(), Situation::StoreMissing);
    assert_eq!(set_up_in(temp.folder()), Err(VaultError::StoreMissing));
    assert_eq!(temp.try_unlock().err(), Some(VaultError::StoreMissing));

    let temp = TempVault::set_up();
    fs::write(temp.path().join("slots"), b"").expect("it can be written");
    let damaged = Situation::SlotsDamaged { previous_usable: false };
    assert_eq!(temp.folder().situation(), damaged);
    assert_eq!(
        temp.folder().restore_previous_slots(),
        Err(VaultError::SlotsDamaged { previous_usable: false })
    );
}

#[test]
fn a_used_store_without_slots_is_never_replaced() {
    let temp = TempVault::set_up();
    temp.unlock().lock().expect("it locks");
    fs::remove_file(temp.path().join("slots")).expect("it can be removed");
    assert_eq!(temp.folder().situation(), Situation::SlotsMissing);
    assert_eq!(set_up_in(temp.folder()), Err(VaultError::SlotsMissing));

    // Opened and killed before its first lock: it may hold words.
    let temp = TempVault::set_up();
    drop(temp.unlock());
    fs::remove_file(temp.path().join("slots")).expect("it can be removed");
    assert_eq!(temp.folder().situation(), Situation::SlotsMissing);

    // Its length is not what set-up left: something was written.
    let temp = TempVault::set_up();
    fs::remove_file(temp.path().join("slots")).expect("it can be removed");
    let mut store = fs::read(temp.path().join("journal.db")).expect("it is there");
    store.extend_from_slice(&[0; 4096]);
    fs::write(temp.path().join("journal.db"), store).expect("it can be written");
    assert_eq!(temp.folder().situation(), Situation::SlotsMissing);

    // The same with words that are only in the WAL.
    let temp = TempVault::set_up();
    fs::remove_file(temp.path().join("slots")).expect("it can be removed");
    fs::write(temp.path().join("journal.db-wal"), b"words").expect("it can be written");
    assert_eq!(temp.folder().situation(), Situation::SlotsMissing);

    // Without a seal nobody knows.
    let temp = TempVault::set_up();
    fs::remove_file(temp.path().join("slots")).expect("it can be removed");
    fs::remove_file(temp.path().join("seal")).expect("it can be removed");
    assert_eq!(temp.folder().situation(), Situation::SlotsMissing);
}

/// Removes what a set-up makes, last made first, as a cut at each moment would leave it.
#[test]
fn a_set_up_that_was_cut_off_is_done_again() {
    let temp = TempVault::set_up();
    for gone in ["slots", "journal.db", "seal"] {
        fs::remove_file(temp.path().join(gone)).expect("it can be removed");
        let cut = temp.copy();
        fs::write(cut.path().join("journal.db.new"), b"half a store").expect("it is written");
        fs::write(cut.path().join("slots.new"), b"half a file").expect("it is written");
        assert_eq!(cut.folder().situation(), Situation::NotSetUp, "{gone}");
        let passphrase = Passphrase::new(TempVault::PASSPHRASE);
        let (slots, key) =
            set_up(cut.folder(), &passphrase, CHEAP, &mut SeededRandomness::new(4)).expect("it is set up");
        assert!(!slots.recovery_ready());
        let vault = Vault::at(cut.folder().clone()).unlock(key).expect("it opens");
        assert_eq!(vault.left(), Left::New);
    }
}

#[test]
fn a_set_up_without_randomness_makes_nothing() {
    let passphrase = Passphrase::new(TempVault::PASSPHRASE);
    let mut failures = 0;
    for times in 0.. {
        let (_directory, folder) = empty();
        match set_up(&folder, &passphrase, CHEAP, &mut ScarceRandomness::new(times)) {
            Err(error) => {
                assert_eq!(error, VaultError::NoRandomness);
                assert_eq!(folder.situation(), Situation::NotSetUp);
                failures += 1;
            }
            Ok(_) => break,
        }
    }
    assert!(failures >= 5, "journal, key, id, salt and nonce are each drawn");
}

#[test]
fn one_app_at_a_time() {
    let (directory, folder) = empty();
    let claim = folder.claim().expect("nobody has it");
    let second = Folder::open(directory.path()).expect("it can be written");
    assert_eq!(second.claim().err(), Some(VaultError::AlreadyClaimed));
    drop(claim);
    assert!(second.claim().is_ok());
}

#[test]
fn appearance_is_kept_and_a_damaged_file_is_nothing() {
    let (directory, folder) = empty();
    assert_eq!(folder.appearance(), None);
    let chosen = Appearance { language: Language::En, text_size: TextSize::Larger };
    folder.set_appearance(chosen).expect("it is written");
    assert_eq!(folder.appearance(), Some(chosen));
    let file = directory.path().join("appearance.toml");
    let text = fs::read_to_string(&file).expect("it is text");
    assert_eq!(text, "language = \"en\"\ntext-size = \"larger\"\n");
    for damage in ["", "language = \"fy\"", "\u{0}", "language = ", &"x".repeat(10_000)] {
        fs::write(&file, damage).expect("it can be written");
        assert_eq!(folder.appearance(), None, "{damage:.20?}");
    }
}

#[test]
fn a_folder_that_is_a_file_cannot_be_written() {
    let directory = tempfile::tempdir().expect("a temporary folder can be made");
    let file = directory.path().join("file");
    fs::write(&file, b"").expect("it can be written");
    assert_eq!(Folder::open(&file).err(), Some(VaultError::FolderNotWritable));
    assert_eq!(Folder::open(file.join("in")).err(), Some(VaultError::FolderNotWritable));
}

#[test]
fn a_folder_is_made_with_all_that_leads_to_it() {
    let directory = tempfile::tempdir().expect("a temporary folder can be made");
    let path = directory.path().join("één/twee drie/😀");
    let folder = Folder::open(&path).expect("it is made");
    set_up_in(&folder).expect("it is set up");
    assert_eq!(folder.situation(), Situation::Locked { recovery_ready: false });
}

#[test]
#[cfg(unix)]
fn only_the_owner_may_read() {
    use std::os::unix::fs::PermissionsExt;

    let directory = tempfile::tempdir().expect("a temporary folder can be made");
    let folder = Folder::open(directory.path().join("data")).expect("it is made");
    let rights =
        |path: &std::path::Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!(rights(folder.path()), 0o700);
    let passphrase = Passphrase::new(TempVault::PASSPHRASE);
    let (slots, key) =
        set_up(&folder, &passphrase, CHEAP, &mut SeededRandomness::new(5)).expect("it is set up");
    slots.store(&folder).expect("it is written");
    folder.set_appearance(Appearance::default()).expect("it is written");
    let _claim = folder.claim().expect("nobody has it");
    let vault = Vault::at(folder.clone()).unlock(key).expect("it opens");
    vault.connection().execute_batch("CREATE TABLE t (x)").expect("it is written");
    let mut seen = 0;
    for entry in fs::read_dir(folder.path()).expect("it is listed") {
        let path = entry.expect("it is listed").path();
        assert_eq!(rights(&path), 0o600, "{}", path.display());
        seen += 1;
    }
    // The store, its WAL and shared memory, slots and their copy, seal, appearance, lock.
    assert_eq!(seen, 8);
}
