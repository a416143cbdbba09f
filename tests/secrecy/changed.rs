//! S5: a slot file that was changed, by accident or on purpose, opens nothing and says what it is.

use boundaries::{
    figure,
    forge::{PREFIX, SLOT, Slots, renew_checksum},
    rounds, spread, writing,
};
use testkit::TempVault;
use vault::{DataKey, Folder, Vault, VaultError};

use crate::cheap::{Cheap, How, PASSPHRASE, bytes_of};

const DAMAGED: VaultError = VaultError::SlotsDamaged { previous_usable: false };

fn cheap() -> Cheap {
    let cheap = Cheap::new([0xa1; 16], [0x5c; 32]);
    for how in [How::Sheet, How::Passphrase] {
        let opened = cheap.open(&cheap.file(), how).expect("as it should be, it opens");
        assert_eq!(bytes_of(&opened), cheap.data_key);
    }
    cheap
}

#[test]
fn every_flipped_bit_is_damage_before_any_secret_is_asked() {
    let cheap = cheap();
    let good = cheap.file();
    for bit in 0..good.len() * 8 {
        let mut bytes = good.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(cheap.load(&bytes).err(), Some(DAMAGED), "bit {bit}");
    }
    figure(
        "S5",
        "bits of the slot file flipped by accident",
        good.len() * 8,
        "all damage, none a wrong passphrase",
    );
}

#[test]
fn every_bit_flipped_by_somebody_opens_nothing() {
    let cheap = cheap();
    let good = cheap.file();
    let flipped = |bit: usize| {
        let mut bytes = good.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        renew_checksum(&mut bytes);
        bytes
    };
    // The checksum is its own: from behind it on, each change is one that its maker made up for.
    let bits: Vec<usize> = (40 * 8..good.len() * 8).collect();
    for bit in &bits {
        assert!(cheap.open(&flipped(*bit), How::Sheet).is_err(), "bit {bit}, recovery key");
    }
    let derived = spread(bits.len(), rounds(120, bits.len()));
    for place in &derived {
        let bit = bits[*place];
        assert!(cheap.open(&flipped(bit), How::Passphrase).is_err(), "bit {bit}, passphrase");
    }
    figure(
        "S5",
        "bits flipped with the checksum renewed, tried with the right recovery key",
        bits.len(),
        "0 opened",
    );
    figure(
        "S5",
        "bits flipped with the checksum renewed, tried with the right passphrase",
        derived.len(),
        "0 opened",
    );
}

#[test]
fn every_truncation_and_everything_behind_the_end_is_damage() {
    let cheap = cheap();
    let good = cheap.file();
    let mut tried = 0;
    for length in 0..good.len() {
        let mut bytes = good[..length].to_vec();
        assert_eq!(cheap.load(&bytes).err(), Some(DAMAGED), "{length} bytes");
        renew_checksum(&mut bytes);
        assert_eq!(cheap.load(&bytes).err(), Some(DAMAGED), "{length} bytes, checksum renewed");
        tried += 2;
    }
    for more in 1..=2 * SLOT {
        let mut bytes = good.clone();
        bytes.resize(good.len() + more, 0);
        renew_checksum(&mut bytes);
        assert_eq!(cheap.load(&bytes).err(), Some(DAMAGED), "{more} bytes more");
        tried += 1;
    }
    figure("S5", "truncations, and bytes behind the end", tried, "all damage");
}

#[test]
fn slots_in_another_order_number_or_journal_open_nothing() {
    let (ours, theirs) = (cheap(), Cheap::new([0xb2; 16], [0x6d; 32]));
    let [passphrase, sheet] = [0, 1].map(|place| ours.slots.slots[place].clone());
    let foreign = [0, 1].map(|place| theirs.slots.slots[place].clone());
    let with = |slots: &[&boundaries::forge::Slot]| Slots {
        slots: slots.iter().map(|slot| (*slot).clone()).collect(),
        ..ours.slots.clone()
    };
    let as_other = |slot: &boundaries::forge::Slot, kind| boundaries::forge::Slot { kind, ..slot.clone() };
    let ways = [
        ("none", with(&[])),
        ("recovery key first", with(&[&sheet, &passphrase])),
        ("recovery key alone", with(&[&sheet])),
        ("passphrase twice", with(&[&passphrase, &passphrase])),
        ("recovery key twice", with(&[&passphrase, &sheet, &sheet])),
        ("three", with(&[&passphrase, &foreign[0], &sheet])),
        ("the other journal's passphrase", with(&[&foreign[0], &sheet])),
        ("the other journal's slots under our id", with(&[&foreign[0], &foreign[1]])),
        ("kinds exchanged", with(&[&as_other(&sheet, 1), &as_other(&passphrase, 2)])),
        ("a kind that there is not", with(&[&as_other(&passphrase, 3)])),
        ("another journal's id", Slots { vault_id: [0xb2; 16], ..ours.slots.clone() }),
    ];
    let mut tried = 0;
    for (what, slots) in &ways {
        // With the MAC that only the journal's own key can give: each slot must hold by itself.
        for key in [&ours.data_key, &theirs.data_key] {
            let bytes = slots.encode(key);
            for cheap in [&ours, &theirs] {
                let opened = cheap.open(&bytes, How::Passphrase);
                assert!(opened.is_err(), "{what}: opens with the passphrase");
                tried += 1;
            }
        }
        let bytes = slots.encode(&ours.data_key);
        // The recovery key's own slot may be whole beside a foreign one; the file's MAC is then
        // the forger's, who would have to know the data key already.
        if slots.slots.get(1) != Some(&sheet) || slots.vault_id != ours.slots.vault_id {
            assert!(ours.open(&bytes, How::Sheet).is_err(), "{what}: opens with the recovery key");
            tried += 1;
        }
    }
    // A slot left out, without the key to say so.
    let mut bytes = ours.file();
    bytes[58] = 1;
    bytes.drain(PREFIX + SLOT..PREFIX + 2 * SLOT);
    renew_checksum(&mut bytes);
    assert_eq!(ours.open(&bytes, How::Passphrase).err(), Some(DAMAGED));
    figure("S5", "slots reordered, duplicated, left out, swapped between journals", tried + 1, "0 opened");
}

#[test]
fn files_swapped_between_two_journals_show_no_text() {
    let (ours, theirs) = (TempVault::drawn(31), TempVault::drawn(32));
    for temp in [&ours, &theirs] {
        let mut journal = writing::open(temp.path(), temp.data_key()).expect("opens");
        writing::fill(&mut journal, 3, 500);
        journal.close().expect("locks");
    }
    let copy = |name: &str| {
        let mixed = ours.copy();
        std::fs::copy(theirs.path().join(name), mixed.path().join(name)).expect("copied");
        mixed
    };
    // Their slot file opens with the same passphrase, for it is a whole one: to their data key.
    let mixed = copy("slots");
    let key =
        mixed.slots().open_with_passphrase(&vault::Passphrase::new(TempVault::PASSPHRASE)).expect("whole");
    assert_ne!(key.vault_id(), ours.data_key().vault_id());
    let folder = Folder::open(mixed.path()).expect("a folder");
    assert_eq!(Vault::at(folder).unlock(key).err().map(|(_, error)| error), Some(VaultError::StoreDamaged));
    // Their store in our folder.
    assert_eq!(copy("journal.db").try_unlock().err(), Some(VaultError::StoreDamaged));
    // Their seal beside our store.
    let mixed = copy("seal");
    let mut vault = mixed.unlock();
    assert_eq!(writing::look(&mut vault), Ok(Some(vault::Verdict::ChangedOutside)));
    let foreign = DataKey::from_hand_over(&theirs.data_key().to_hand_over());
    assert!(Vault::at(ours.folder().clone()).unlock(foreign).is_err(), "their key, our journal");
    figure("S5", "files swapped between two journals", 4, "all reported");
    assert_ne!(PASSPHRASE, TempVault::PASSPHRASE);
}
