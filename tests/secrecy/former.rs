//! A former passphrase and a former recovery sheet open nothing that is left on this machine.

use std::{fs, path::Path};

use boundaries::{figure, forge::SLOT, writing};
use testkit::{CHEAP, TempVault};
use vault::{Folder, Passphrase, RecoveryKey, SlotFile, SystemRandomness};

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
    let mut journal = writing::open(temp.path(), temp.data_key()).expect("opens");
    writing::fill(&mut journal, 3, 800);
    journal.close().expect("locks");

    let before = opened(temp.path(), &[TempVault::PASSPHRASE], &sheets[..1]);
    assert_eq!(before.1, 3, "both copies by the passphrase, one by the first sheet: {before:?}");

    // A new passphrase, and a new sheet.
    let passphrase = Passphrase::new(NEW);
    slots.set_passphrase(&key, &passphrase, CHEAP, &mut SystemRandomness).expect("a slot");
    slots.store(temp.folder()).expect("stored");
    slots.set_recovery_key(&key, &sheets[1], &mut SystemRandomness).expect("a slot");
    slots.store(temp.folder()).expect("stored");
    // The next unlock proves that the new one opens; only then does the old one go.
    let proven = SlotFile::load(temp.folder()).expect("reads well");
    proven.open_with_passphrase(&passphrase).expect("the new one opens");
    proven.retire_previous(temp.folder()).expect("replaced");

    let (tried, found) = opened(temp.path(), &[TempVault::PASSPHRASE], &sheets[..1]);
    assert_eq!(found, 0, "a former secret opens a file");
    let (_, found) = opened(temp.path(), &[NEW], &sheets[1..]);
    assert_eq!(found, 4, "the new ones open both copies");
    figure("—", "former secrets tried on every local file", tried, "0 opened");
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
