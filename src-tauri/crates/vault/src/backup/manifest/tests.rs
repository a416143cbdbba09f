//! The manifest as an accident, a thief or a newer program would leave it.

use super::*;
use crate::{DataKey, NoRandomness};

/// The bytes of [`manifest`], computed with another implementation (Python's `cryptography`).
const GOLDEN: &str = "54426d616e69660a8aef5a5052c2c8dd48649f98ac0bb7e859e4bc2950d3196ae784fd8e63324ed5\
    01000909090909090909090909090909090919bf2504a2010000cb04fb711f010000abababababab\
    abababababababababababababababababababababababababab0102030405060708090a0b0cf82a\
    2627456f9f639c89d5477d989d61b73804f2e89d29ae8e87af17abb48b496a6926ceba7fd25d2a9d\
    e11779a9c6d56af6d35f";

/// Gives 1, 2, 3, …
struct Counting(u8);

impl Randomness for Counting {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        for byte in bytes {
            self.0 += 1;
            *byte = self.0;
        }
        Ok(())
    }
}

fn key(seed: u8) -> DataKey {
    let mut block = [seed; DataKey::HAND_OVER_LENGTH];
    block[DataKey::LENGTH..].fill(9);
    DataKey::from_hand_over(&block)
}

fn at(milliseconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(milliseconds).expect("it is a time")
}

fn header() -> Header {
    Header {
        vault_id: key(7).vault_id(),
        made_at: at(1_795_365_912_345),
        length: 1_234_567_890_123,
        hash: [0xab; 32],
    }
}

fn inside() -> Inside {
    Inside {
        tally: Tally { entries: 1203, newest: 1377 },
        checked_at: at(1_795_365_999_000),
        changes: 987_654_321,
        format: 4,
    }
}

fn manifest() -> Manifest {
    Manifest::seal(header(), &inside(), &SubKey::backup(&key(7)), &mut Counting(0)).expect("it is sealed")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn renew_checksum(bytes: &mut [u8]) {
    let checksum = Sha256::digest(&bytes[CHECKSUM_END..]);
    bytes[MAGIC.len()..CHECKSUM_END].copy_from_slice(&checksum);
}

#[test]
fn a_manifest_has_the_bytes_that_others_compute() {
    assert_eq!(hex(&manifest().encode()), GOLDEN);
}

#[test]
fn what_was_sealed_is_what_opens() {
    let read = Manifest::decode(&manifest().encode()).expect("it reads well");
    assert_eq!(read, manifest());
    assert_eq!(read.header, header());
    assert_eq!(read.open(&SubKey::backup(&key(7)), key(7).vault_id()), Ok(inside()));
}

#[test]
fn another_key_and_another_journal_open_nothing() {
    let other = key(8);
    assert_eq!(
        manifest().open(&SubKey::backup(&other), other.vault_id()),
        Err(Unreadable::OtherKey),
        "the same journal under another key"
    );
    let key = SubKey::backup(&key(7));
    assert_eq!(manifest().open(&key, VaultId([1; 16])), Err(Unreadable::OtherKey));
}

#[test]
fn counts_are_not_to_be_read_without_a_key() {
    let bytes = manifest().encode();
    for number in [&1203_u64.to_le_bytes()[..3], &1377_i64.to_le_bytes()[..3]] {
        assert!(!bytes.windows(3).any(|window| window == number));
    }
}

#[test]
fn every_flipped_bit_and_every_cut_is_damage() {
    let bytes = manifest().encode();
    for bit in 0..bytes.len() * 8 {
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(Manifest::decode(&changed), Err(Unreadable::Damaged), "bit {bit}");
    }
    for length in 0..bytes.len() {
        assert_eq!(Manifest::decode(&bytes[..length]), Err(Unreadable::Damaged), "length {length}");
    }
    let longer = [bytes.as_slice(), &[0]].concat();
    assert_eq!(Manifest::decode(&longer), Err(Unreadable::Damaged));
}

#[test]
fn a_change_on_purpose_opens_nothing() {
    let bytes = manifest().encode();
    let key_here = SubKey::backup(&key(7));
    for byte in CHECKSUM_END..bytes.len() {
        let mut changed = bytes.clone();
        changed[byte] ^= 0x10;
        renew_checksum(&mut changed);
        let opened = Manifest::decode(&changed)
            .and_then(|manifest| manifest.open(&key_here, manifest.header.vault_id));
        assert!(opened.is_err(), "byte {byte}");
    }
    let mut longer = bytes.clone();
    longer.push(0);
    renew_checksum(&mut longer);
    assert_eq!(Manifest::decode(&longer), Err(Unreadable::Damaged));
}

#[test]
fn a_newer_version_is_not_called_damage() {
    let mut bytes = manifest().encode();
    bytes[40] = 2;
    bytes.extend_from_slice(b"what that version adds");
    renew_checksum(&mut bytes);
    assert_eq!(Manifest::decode(&bytes), Err(Unreadable::Newer));
    bytes[40] = 0;
    renew_checksum(&mut bytes);
    assert_eq!(Manifest::decode(&bytes), Err(Unreadable::Damaged));
}

#[test]
fn a_time_that_no_calendar_knows_is_damage() {
    let mut bytes = manifest().encode();
    bytes[58..66].copy_from_slice(&i64::MAX.to_le_bytes());
    renew_checksum(&mut bytes);
    assert_eq!(Manifest::decode(&bytes), Err(Unreadable::Damaged));
}

#[test]
fn without_randomness_there_is_no_manifest() {
    struct Dry;
    impl Randomness for Dry {
        fn fill(&mut self, _: &mut [u8]) -> Result<(), NoRandomness> {
            Err(NoRandomness)
        }
    }
    let sealed = Manifest::seal(header(), &inside(), &SubKey::backup(&key(7)), &mut Dry);
    assert_eq!(sealed.err(), Some(VaultError::NoRandomness));
}
