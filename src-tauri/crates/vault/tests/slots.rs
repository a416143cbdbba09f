//! The slot file as a thief, an accident or a newer program would leave it.

use std::fs;

use proptest::prelude::*;
use sha2::{Digest, Sha256};
use testkit::{CHEAP, SeededRandomness, TempVault};
use vault::{
    Backups, Folder, Passphrase, RecoveryKey, Situation, SlotFile, SystemRandomness, VaultError, set_up,
};

/// The place of the checksum and of what follows it; the same in every version of the format.
const CHECKSUM: std::ops::Range<usize> = 8..40;
const SLOT: usize = 129;
const SLOTS: usize = 59;

/// A journal with both slots.
struct Journal {
    temp: TempVault,
    recovery_key: RecoveryKey,
}

impl Journal {
    fn new() -> Self {
        Self::of(TempVault::set_up(), 1)
    }

    fn of(temp: TempVault, seed: u64) -> Self {
        let mut randomness = SeededRandomness::new(seed);
        let recovery_key = RecoveryKey::draw(&mut randomness).expect("it never runs dry");
        let mut slots = temp.slots();
        slots.set_recovery_key(&temp.data_key(), &recovery_key, &mut randomness).expect("the slot is set");
        slots.store(temp.folder()).expect("the file is written");
        Self { temp, recovery_key }
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.temp.path().join("slots")).expect("there is a slot file")
    }

    fn load(&self, bytes: &[u8]) -> Result<SlotFile, VaultError> {
        let path = self.temp.path().join("slots");
        // Removed first: some file systems force a file to the disk when it is written over.
        fs::remove_file(&path).expect("it can be removed");
        fs::write(path, bytes).expect("it can be written");
        SlotFile::load(self.temp.folder())
    }

    /// Loads changed bytes and opens them with the recovery key.
    fn open(&self, bytes: &[u8]) -> Result<(), VaultError> {
        let key = self.load(bytes)?.open_with_recovery_key(&self.recovery_key)?;
        assert_eq!(*key.to_hand_over(), *self.temp.data_key().to_hand_over(), "another key!");
        Ok(())
    }
}

/// What somebody who changes the file on purpose would do.
fn renew_checksum(bytes: &mut [u8]) {
    let checksum = Sha256::digest(&bytes[CHECKSUM.end..]);
    bytes[CHECKSUM].copy_from_slice(&checksum);
}

fn passphrase() -> Passphrase {
    Passphrase::new(TempVault::PASSPHRASE)
}

#[test]
fn each_secret_opens_the_same_key_and_no_other_does() {
    let journal = Journal::new();
    let slots = journal.temp.slots();
    assert!(slots.recovery_ready() && !slots.needs_rewrap());
    let by_passphrase = slots.open_with_passphrase(&passphrase()).expect("it opens");
    let by_recovery = slots.open_with_recovery_key(&journal.recovery_key).expect("it opens");
    assert_eq!(*by_passphrase.to_hand_over(), *by_recovery.to_hand_over());

    let wrong = Passphrase::new("een hele lange wachtzim");
    assert_eq!(slots.open_with_passphrase(&wrong).err(), Some(VaultError::WrongSecret));
    let other = RecoveryKey::draw(&mut SystemRandomness).expect("the system has randomness");
    assert_eq!(slots.open_with_recovery_key(&other).err(), Some(VaultError::WrongSecret));
}

#[test]
fn without_a_recovery_slot_no_recovery_key_opens() {
    let temp = TempVault::set_up();
    let key = RecoveryKey::draw(&mut SystemRandomness).expect("the system has randomness");
    assert!(!temp.slots().recovery_ready());
    assert_eq!(temp.slots().open_with_recovery_key(&key).err(), Some(VaultError::WrongSecret));
}

#[test]
fn every_flipped_bit_is_damage_and_not_a_wrong_passphrase() {
    let journal = Journal::new();
    let good = journal.bytes();
    assert_eq!(journal.open(&good), Ok(()));
    for place in 0..good.len() {
        for bit in 0..8 {
            let mut bytes = good.clone();
            bytes[place] ^= 1 << bit;
            assert!(
                matches!(journal.load(&bytes).err(), Some(VaultError::SlotsDamaged { .. })),
                "byte {place}, bit {bit}"
            );
        }
    }
}

#[test]
fn every_changed_byte_with_a_renewed_checksum_opens_nothing() {
    let journal = Journal::new();
    let good = journal.bytes();
    for place in CHECKSUM.end..good.len() {
        for change in [1, 0x80, 0xff] {
            let mut bytes = good.clone();
            bytes[place] ^= change;
            renew_checksum(&mut bytes);
            assert!(journal.open(&bytes).is_err(), "byte {place} changed by {change:#x}");
        }
    }
}

/// Every field of the passphrase's slot, once each: deriving takes its time.
#[test]
fn a_changed_passphrase_slot_with_a_renewed_checksum_opens_nothing() {
    let journal = Journal::new();
    let good = journal.bytes();
    // Id, salt, commitment, nonce, ciphertext, tag; then the recovery key's slot and the MAC.
    for place in [1, 21, 37, 69, 81, 113, SLOT + 30, 2 * SLOT] {
        let mut bytes = good.clone();
        bytes[SLOTS + place] ^= 1;
        renew_checksum(&mut bytes);
        let opened = journal.load(&bytes).expect("it is well formed");
        let answer = opened.open_with_passphrase(&passphrase()).err();
        assert!(
            matches!(
                answer,
                Some(VaultError::WrongSecret | VaultError::SlotsDamaged { previous_usable: true })
            ),
            "place {place}: {answer:?}"
        );
    }
}

#[test]
fn every_other_length_is_damage() {
    let journal = Journal::new();
    let good = journal.bytes();
    for length in 0..good.len() {
        let mut bytes = good[..length].to_vec();
        assert!(journal.load(&bytes).is_err(), "{length} bytes");
        if length >= CHECKSUM.end {
            renew_checksum(&mut bytes);
            assert!(journal.load(&bytes).is_err(), "{length} bytes, checksum renewed");
        }
    }
    for more in [1, SLOT, 1 << 20] {
        let mut bytes = good.clone();
        bytes.resize(good.len() + more, 0);
        renew_checksum(&mut bytes);
        assert!(journal.load(&bytes).is_err(), "{more} bytes more");
    }
}

#[test]
fn slots_of_another_journal_open_nothing() {
    let (one, two) = (Journal::new(), Journal::of(TempVault::drawn(9), 2));
    let (first, second) = (one.bytes(), two.bytes());
    for slot in 0..2 {
        let place = SLOTS + slot * SLOT..SLOTS + (slot + 1) * SLOT;
        let mut mixed = first.clone();
        mixed[place.clone()].copy_from_slice(&second[place]);
        renew_checksum(&mut mixed);
        let slots = one.load(&mixed).expect("it is well formed");
        assert!(slots.open_with_recovery_key(&one.recovery_key).is_err());
        assert!(slots.open_with_recovery_key(&two.recovery_key).is_err());
        assert!(slots.open_with_passphrase(&passphrase()).is_err());
    }
}

#[test]
fn duplicated_reordered_and_dropped_slots_are_damage() {
    let journal = Journal::new();
    let good = journal.bytes();
    let (front, rest) = good.split_at(SLOTS);
    let (first, rest) = rest.split_at(SLOT);
    let (second, mac) = rest.split_at(SLOT);
    let orders: [&[&[u8]]; 7] = [
        &[second, first],
        &[first, first],
        &[second, second],
        &[first, second, second],
        &[first],
        &[second],
        &[],
    ];
    for slots in orders {
        let mut bytes = front.to_vec();
        bytes[SLOTS - 1] = u8::try_from(slots.len()).expect("there are few");
        bytes.extend_from_slice(&slots.concat());
        bytes.extend_from_slice(mac);
        renew_checksum(&mut bytes);
        let opened = journal.load(&bytes).and_then(|slots| slots.open_with_passphrase(&passphrase()));
        assert!(matches!(opened.err(), Some(VaultError::SlotsDamaged { .. })), "{} slots", slots.len());
    }
}

#[test]
fn a_newer_format_is_only_believed_when_nothing_is_damaged() {
    let journal = Journal::new();
    let mut bytes = journal.bytes();
    bytes[CHECKSUM.end] = 2;
    assert!(matches!(journal.load(&bytes).err(), Some(VaultError::SlotsDamaged { .. })));
    renew_checksum(&mut bytes);
    assert_eq!(journal.load(&bytes).err(), Some(VaultError::NewerFormat));
    assert_eq!(journal.temp.folder().situation(), Situation::NewerFormat);
    // A newer program may have another length altogether.
    bytes.extend_from_slice(&[1; 77]);
    renew_checksum(&mut bytes);
    assert_eq!(journal.load(&bytes).err(), Some(VaultError::NewerFormat));
    bytes[CHECKSUM.end] = 0;
    renew_checksum(&mut bytes);
    assert!(matches!(journal.load(&bytes).err(), Some(VaultError::SlotsDamaged { .. })));
}

#[test]
fn a_new_passphrase_ends_the_old_one() {
    let temp = TempVault::set_up();
    let new = Passphrase::new("Zoë’s nieuwe wachtzin 😀");
    let mut slots = temp.slots();
    slots.set_passphrase(&temp.data_key(), &new, CHEAP, &mut SystemRandomness).expect("it is set");
    slots.store(temp.folder()).expect("it is written");
    let slots = temp.slots();
    assert_eq!(slots.open_with_passphrase(&passphrase()).err(), Some(VaultError::WrongSecret));
    // Typed on another system: decomposed, and with a compatibility character.
    let decomposed = Passphrase::new("Zoe\u{308}’s nieuwe wachtzin 😀");
    let key = slots.open_with_passphrase(&decomposed).expect("it opens");
    assert_eq!(*key.to_hand_over(), *temp.data_key().to_hand_over());

    let previous = || fs::read(temp.path().join("slots.previous")).expect("there is a copy");
    assert_ne!(previous(), fs::read(temp.path().join("slots")).expect("there is a file"));
    slots.retire_previous(temp.folder()).expect("the copy is written");
    assert_eq!(previous(), fs::read(temp.path().join("slots")).expect("there is a file"));
}

#[test]
fn a_passphrase_of_a_thousand_characters_opens() {
    let temp = TempVault::set_up();
    let long = "één 😀 ".repeat(200);
    let mut slots = temp.slots();
    slots
        .set_passphrase(&temp.data_key(), &Passphrase::new(&long), CHEAP, &mut SystemRandomness)
        .expect("it is set");
    assert!(slots.open_with_passphrase(&Passphrase::new(&long)).is_ok());
    let cut = Passphrase::new(&long[..long.len() - 1]);
    assert_eq!(slots.open_with_passphrase(&cut).err(), Some(VaultError::WrongSecret));
}

#[test]
fn a_short_passphrase_is_not_written() {
    let directory = tempfile::tempdir().expect("a temporary folder can be made");
    let folder = Folder::open(directory.path()).expect("it can be written");
    let made = set_up(&folder, &Passphrase::new("elf tekens."), CHEAP, &mut SystemRandomness);
    assert_eq!(made.err(), Some(VaultError::PassphraseTooShort { least: 12 }));
    assert_eq!(folder.situation(), Situation::NotSetUp);
}

#[test]
fn the_previous_file_comes_back_and_the_damaged_one_is_kept() {
    let journal = Journal::new();
    let good = journal.bytes();
    journal.temp.slots().store(journal.temp.folder()).expect("it is written again");
    for number in 1..=2 {
        let mut bytes = good.clone();
        bytes[100] ^= number;
        assert_eq!(journal.load(&bytes).err(), Some(VaultError::SlotsDamaged { previous_usable: true }));
        assert_eq!(journal.temp.folder().situation(), Situation::SlotsDamaged { previous_usable: true });
        journal.temp.folder().restore_previous_slots().expect("there is a good copy");
        assert_eq!(journal.bytes(), good);
        let aside = journal.temp.path().join(format!("slots.damaged-{number}"));
        assert_eq!(fs::read(aside).expect("it was kept"), bytes);
    }
    assert_eq!(journal.temp.folder().situation(), Situation::Locked { recovery_ready: true });
}

#[test]
fn a_damaged_file_never_becomes_the_previous_one() {
    let journal = Journal::new();
    let slots = journal.temp.slots();
    slots.store(journal.temp.folder()).expect("it is written");
    let good = journal.bytes();
    fs::write(journal.temp.path().join("slots"), &good[..50]).expect("it can be written");
    slots.store(journal.temp.folder()).expect("it is written");
    let previous = fs::read(journal.temp.path().join("slots.previous"));
    assert_eq!(previous.expect("there is a copy"), good);
}

#[test]
fn a_slot_file_that_is_gone_is_found_again_in_its_copy() {
    let journal = Journal::new();
    fs::remove_file(journal.temp.path().join("slots")).expect("it can be removed");
    let there = Situation::SlotsDamaged { previous_usable: true };
    assert_eq!(journal.temp.folder().situation(), there);
    journal.temp.folder().restore_previous_slots().expect("there is a copy");
    assert!(journal.temp.slots().open_with_passphrase(&passphrase()).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_recovery_key_opens_what_it_closed(seed: u64) {
        let journal = Journal::of(TempVault::set_up(), seed);
        prop_assert_eq!(journal.open(&journal.bytes()), Ok(()));
        let sheet = journal.recovery_key.groups().iter()
            .map(|group| group.to_string()).collect::<Vec<_>>().join(" ");
        let copied = RecoveryKey::parse(&sheet).expect("a sheet reads well");
        let opened = journal.temp.slots().open_with_recovery_key(&copied).expect("it opens");
        prop_assert_eq!(*opened.to_hand_over(), *journal.temp.data_key().to_hand_over());
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let journal = TempVault::set_up();
        let mut file = b"TBslots\n".to_vec();
        file.extend_from_slice(&[0; 32]);
        file.extend_from_slice(&[1, 0]);
        file.extend_from_slice(&bytes);
        renew_checksum(&mut file);
        fs::write(journal.path().join("slots"), &file).expect("it can be written");
        prop_assert!(SlotFile::load(journal.folder()).is_err());
    }
}

#[test]
fn a_file_that_is_not_authentic_is_put_into_no_backup() {
    let journal = Journal::new();
    let mut bytes = journal.bytes();
    // The keyed check ends the file.
    *bytes.last_mut().expect("it is long") ^= 1;
    renew_checksum(&mut bytes);
    let forged = journal.load(&bytes).expect("it is well formed");
    let levelled = Backups::of(journal.temp.folder(), &journal.temp.data_key()).level_slots(&forged);
    assert!(matches!(levelled, Err(VaultError::SlotsDamaged { .. })), "{levelled:?}");
}
