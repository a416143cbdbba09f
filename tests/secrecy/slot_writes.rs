//! S10: no nonce, no salt and no id is ever written twice.
//!
//! What is written is read back from the folder. Nearly all writes are of recovery keys, whose
//! derivation costs nothing; both kinds of slot are drawn by the same lines. The folder lies in
//! memory where the system has such a place: forcing it to a disk is not what is asked here.

use std::{collections::HashSet, fs, path::Path};

use boundaries::{figure, forge::Slots, rounds};
use vault::{Folder, Passphrase, RecoveryKey, SystemRandomness, set_up};

#[test]
fn no_nonce_or_salt_is_written_twice() {
    let memory = Path::new("/dev/shm");
    let directory = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    let directory = directory.expect("a folder");
    let folder = Folder::open(directory.path()).expect("a folder");
    let passphrase = Passphrase::new("een zin om vaak te schrijven");
    let (mut file, key) =
        set_up(&folder, &passphrase, testkit::CHEAP, &mut SystemRandomness).expect("set up");

    let writes = rounds(1_000, 10_000);
    let (mut seen, mut pieces) = (HashSet::<Vec<u8>>::new(), 0);
    for number in 0..writes {
        let is_passphrase = number % 500 == 0;
        if is_passphrase {
            file.set_passphrase(&key, &passphrase, testkit::CHEAP, &mut SystemRandomness).expect("a slot");
        } else {
            let sheet = RecoveryKey::draw(&mut SystemRandomness).expect("randomness");
            file.set_recovery_key(&key, &sheet, &mut SystemRandomness).expect("a slot");
        }
        file.store(&folder).expect("stored");
        let written = Slots::parse(&fs::read(directory.path().join("slots")).expect("there"));
        let kind = if is_passphrase { 1 } else { 2 };
        let slot = written.slots.iter().find(|slot| slot.kind == kind).expect("just written");
        let drawn: [&[u8]; 5] = [&slot.id, &slot.salt, &slot.nonce, &slot.commitment, &slot.wrapped];
        for piece in drawn {
            pieces += 1;
            assert!(seen.insert(piece.to_vec()), "write {number} repeats {piece:02x?}");
        }
    }
    figure(
        "S10",
        "slots written, their ids, salts and nonces compared",
        writes,
        format!("0 of {pieces} pieces twice"),
    );
}
