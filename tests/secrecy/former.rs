//! A former passphrase and a former recovery sheet open nothing that is left on this machine.

use std::{
    fs,
    path::{Path, PathBuf},
};

use boundaries::{figure, forge::SLOT, writing};
use testkit::{CHEAP, TempVault};
use vault::{Backups, Folder, Passphrase, RecoveryKey, SlotFile, SystemRandomness};

use crate::cheap;

const NEW: &str = "een nieuwe lange wachtzin";

#[test]
fn a_former_secret_opens_no_file_that_is_left() {
    let temp = TempVault::set_up();
    let key = temp.data_key();
    let sheets = [0, 1].map(|_| RecoveryKey::draw(&mut SystemRandomness).expect("randomness"));
    let mut slots = temp.slots();
    slots.set_recovery_key(&key, &sheets[0], &mut SystemRandomness).expect("a slot");
    slots.store(temp.folder()).expect("stored");
    // The second place lies among the files that are looked through.
    let second = temp.path().join("second");
    fs::create_dir(&second).expect("a folder");
    temp.folder().set_second_place(Some(&second)).expect("chosen");
    let mut journal = writing::open(temp.path(), temp.data_key()).expect("opens");
    writing::look(journal.vault_mut()).expect("noted");
    for hours in 0..BACKUPS {
        writing::fill(&mut journal, 1, 800);
        let now = writing::moment().to_utc() + chrono::TimeDelta::hours(hours);
        let made = writing::back_up(&mut journal, now);
        let backups = journal.vault().backups();
        backups.copy_to_second_place(&made.name, journal::tally, now).expect("copied");
    }
    journal.close().expect("locks");
    // One whose manifest rotted: it is none that the app restores, and it opens all the same.
    let manifest = &files_named(&second, "manifest")[0];
    let mut bytes = fs::read(manifest).expect("a manifest");
    bytes[60] ^= 1;
    fs::write(manifest, bytes).expect("written");

    // Who restored something once has a journal aside, with the slot file of that day; and damage that
    // was mended left a slot file that opens all the same.
    let newest = vault::find_backups(&temp.path().join("backups")).remove(0);
    let restored =
        vault::restore(temp.folder(), &newest, &slots, &key, journal::tally, writing::moment().to_utc())
            .expect("restored");
    let aside = restored.aside.expect("there was a journal");
    for folder in [temp.path(), &aside] {
        fs::copy(temp.path().join("slots"), folder.join("slots.damaged-1")).expect("copied");
    }

    let in_backups = 2 * usize::try_from(BACKUPS).expect("few");
    let before = opened(temp.path(), &[TempVault::PASSPHRASE], &sheets[..1]);
    // Here the slot file and a damaged one; aside the same two and the previous one, which had no sheet.
    assert_eq!(before.1, 9 + 2 * in_backups, "by the passphrase and by the sheet: {before:?}");

    // A new passphrase, and a new sheet, as the keys' role does it.
    let passphrase = Passphrase::new(NEW);
    slots.set_passphrase(&key, &passphrase, CHEAP, &mut SystemRandomness).expect("a slot");
    slots.store(temp.folder()).expect("stored");
    slots.set_recovery_key(&key, &sheets[1], &mut SystemRandomness).expect("a slot");
    slots.store(temp.folder()).expect("stored");
    // The next unlock proves that the new one opens; only then does the old one go.
    let proven = SlotFile::load(temp.folder()).expect("reads well");
    proven.open_with_passphrase(&passphrase).expect("the new one opens");
    let levelled = Backups::of(temp.folder(), &key).level_slots(&proven).expect("levelled");
    assert_eq!((levelled.replaced, levelled.out_of_reach), (in_backups, false));
    proven.retire_previous(temp.folder()).expect("replaced");

    let (tried, found) = opened(temp.path(), &[TempVault::PASSPHRASE], &sheets[..1]);
    assert_eq!(found, 0, "a former secret opens a file");
    let (_, found) = opened(temp.path(), &[NEW], &sheets[1..]);
    assert_eq!(found, 6 + 2 * in_backups, "the new ones open both copies, the one aside, and every backup");
    figure("—", "former secrets tried on every local file, backups and second place", tried, "0 opened");
}

const BACKUPS: i64 = 3;

fn files_named(folder: &Path, name: &str) -> Vec<PathBuf> {
    let files = writing::files(folder).into_iter().map(|(path, _)| folder.join(path));
    files.filter(|path| path.file_name().is_some_and(|found| found == name)).collect()
}

/// Tries the secrets on every file, and on every place in a file where a slot file begins. Says how
/// often one was tried and how often one opened.
fn opened(folder: &Path, passphrases: &[&str], sheets: &[RecoveryKey]) -> (usize, usize) {
    let scratch = tempfile::tempdir().expect("a folder");
    let (mut tried, mut found) = (0, 0);
    for (_, bytes) in writing::files(folder) {
        let begins = |at: &usize| bytes[*at..].starts_with(b"TBslots\n");
        let mut places: Vec<usize> = (0..bytes.len()).filter(begins).collect();
        places.push(0);
        places.dedup();
        for at in places {
            let mut ends = [1, 2].map(|slots| (at + 59 + slots * SLOT + 32).min(bytes.len())).to_vec();
            ends.dedup();
            for end in ends {
                tried += passphrases.len() + sheets.len();
                let Ok(file) = cheap::load_in(scratch.path(), &bytes[at..end]) else { continue };
                let by_words = passphrases
                    .iter()
                    .filter(|typed| file.open_with_passphrase(&Passphrase::new(typed)).is_ok());
                let by_sheet = sheets.iter().filter(|sheet| file.open_with_recovery_key(sheet).is_ok());
                found += by_words.count() + by_sheet.count();
            }
        }
    }
    assert!(
        Folder::open(folder).is_ok() && fs::metadata(folder.join("journal.db")).is_ok(),
        "it was all there"
    );
    (tried, found)
}
