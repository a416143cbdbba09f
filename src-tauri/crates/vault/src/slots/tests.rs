//! What only shows from inside: slots below the floor, salts and nonces, what binds a slot.

use std::collections::HashSet;

use super::*;
use crate::SystemRandomness;

fn data_key() -> DataKey {
    DataKey::from_hand_over(&[7; DataKey::HAND_OVER_LENGTH])
}

fn recovery_key() -> RecoveryKey {
    RecoveryKey::draw(&mut SystemRandomness).expect("the system has randomness")
}

/// A file with a passphrase's slot at any cost, as a program of another past could have written.
fn file_at(cost: Cost, passphrase: &Passphrase) -> SlotFile {
    let key = data_key();
    let mut file = SlotFile::empty(&key);
    file.replace(&key, Kind::Passphrase, cost, &mut SystemRandomness, |salt| {
        SlotKeys::from_passphrase(passphrase, salt, cost)
    })
    .expect("the slot is written");
    file
}

/// Slots at 8 MiB opened for years at another program's users. Ours opens them once more and says so.
#[test]
fn a_slot_below_the_floor_opens_and_must_be_set_again() {
    let passphrase = Passphrase::new("een wachtzin van vroeger");
    let read = SlotFile::decode(&file_at(Cost::LEAST_READ, &passphrase).encode());
    let mut file = read.expect("a slot below the floor is read");
    assert!(file.needs_rewrap());
    let key = file.open_with_passphrase(&passphrase).expect("it opens");
    assert_eq!(
        file.set_passphrase(&key, &passphrase, Cost::LEAST_READ, &mut SystemRandomness),
        Err(VaultError::CostOutOfBounds),
        "it is not written again as it was"
    );
    file.set_passphrase(&key, &passphrase, Cost::FLOOR, &mut SystemRandomness).expect("it is raised");
    assert!(!file.needs_rewrap());
    let again = SlotFile::decode(&file.encode()).expect("the raised file reads well");
    assert!(again.open_with_passphrase(&passphrase).is_ok());
}

/// The passphrase was found with a cheap slot if a thief could lower the numbers of a dear one.
#[test]
fn lowering_the_numbers_opens_nothing() {
    let passphrase = Passphrase::new("een wachtzin van nu");
    let mut file = file_at(Cost::FLOOR, &passphrase);
    file.slots[0].head.cost = Cost::LEAST_READ;
    let lowered = SlotFile::decode(&file.encode()).expect("it is well formed");
    assert_eq!(lowered.open_with_passphrase(&passphrase).err(), Some(VaultError::WrongSecret));
}

#[test]
fn costs_outside_the_bounds_are_refused_when_written_and_when_read() {
    let passphrase = Passphrase::new("een wachtzin van nu");
    let mut file = file_at(Cost::LEAST_READ, &passphrase);
    let above = [
        Cost { memory_kib: Cost::CEILING.memory_kib + 1, ..Cost::FLOOR },
        Cost { passes: Cost::CEILING.passes + 1, ..Cost::FLOOR },
        Cost { lanes: Cost::CEILING.lanes + 1, ..Cost::FLOOR },
        Cost { memory_kib: u32::MAX, passes: u32::MAX, lanes: u32::MAX },
        Cost { memory_kib: 0, ..Cost::FLOOR },
        Cost { passes: 0, ..Cost::FLOOR },
        Cost { lanes: 0, ..Cost::FLOOR },
        Cost { memory_kib: Cost::LEAST_READ.memory_kib - 1, ..Cost::FLOOR },
    ];
    for cost in above {
        let written = file.set_passphrase(&data_key(), &passphrase, cost, &mut SystemRandomness);
        assert_eq!(written, Err(VaultError::CostOutOfBounds), "{cost:?}");
        let mut forged = file_at(Cost::LEAST_READ, &passphrase);
        forged.slots[0].head.cost = cost;
        // Refused while reading: no secret has been asked for, no memory taken.
        let read = SlotFile::decode(&forged.encode());
        assert_eq!(read.err(), Some(Unreadable::Damaged), "{cost:?}");
    }
}

#[test]
fn no_salt_nonce_or_id_is_used_twice() {
    let (key, recovery) = (data_key(), recovery_key());
    let mut file = file_at(Cost::LEAST_READ, &Passphrase::new("een wachtzin"));
    let (mut salts, mut nonces, mut ids) = (HashSet::new(), HashSet::new(), HashSet::new());
    for _ in 0..10_000 {
        file.set_recovery_key(&key, &recovery, &mut SystemRandomness).expect("it is written");
        let head = &file.slots[1].head;
        assert!(salts.insert(head.salt) && nonces.insert(head.nonce) && ids.insert(head.id));
    }
}

#[test]
fn a_file_with_a_foreign_slot_is_not_authenticated_anew() {
    let (key, recovery) = (data_key(), recovery_key());
    let mut file = file_at(Cost::LEAST_READ, &Passphrase::new("een wachtzin"));
    file.set_recovery_key(&key, &recovery, &mut SystemRandomness).expect("it is written");
    file.slots[0].head.id[0] ^= 1;
    let damaged = Err(VaultError::SlotsDamaged { previous_usable: false });
    assert_eq!(file.set_recovery_key(&key, &recovery, &mut SystemRandomness), damaged);
    let other = DataKey::from_hand_over(&[8; DataKey::HAND_OVER_LENGTH]);
    assert_eq!(
        file.set_recovery_key(&other, &recovery, &mut SystemRandomness),
        Err(VaultError::ForeignDataKey)
    );
}

/// Each slot is bound to its journal and to all its own numbers by itself, before the file's MAC.
#[test]
fn a_slot_opens_only_in_its_own_place() {
    let passphrase = Passphrase::new("een wachtzin");
    let opens = |change: &dyn Fn(&mut VaultId, &mut format::Head)| {
        let mut file = file_at(Cost::LEAST_READ, &passphrase);
        let mut slot = file.slots.remove(0);
        let keys = SlotKeys::from_passphrase(&passphrase, &slot.head.salt, slot.head.cost)
            .expect("the cost is within bounds");
        let mut vault_id = file.vault_id;
        change(&mut vault_id, &mut slot.head);
        slot.unwrap(vault_id, &keys, &mut SecretBytes::zeroed()).is_ok()
    };
    assert!(opens(&|_, _| {}));
    assert!(!opens(&|vault_id, _| vault_id.0[0] ^= 1));
    assert!(!opens(&|_, head| head.kind = Kind::RecoveryKey));
    assert!(!opens(&|_, head| head.id[7] ^= 1));
    assert!(!opens(&|_, head| head.cost.memory_kib += 1));
    assert!(!opens(&|_, head| head.cost.passes += 1));
    assert!(!opens(&|_, head| head.cost.lanes += 1));
    assert!(!opens(&|_, head| head.salt[0] ^= 1));
    assert!(!opens(&|_, head| head.commitment[0] ^= 1));
    assert!(!opens(&|_, head| head.nonce[0] ^= 1));
}
