//! Slot files that only somebody with the keys could make, wrong in one thing each: what is inside,
//! what it is bound to, or the MAC.

use boundaries::forge::{self, Slot, SlotKeys, Slots, renew_checksum};

use crate::make::Kit;

const DAMAGED: &str = "slots-damaged";
const WRONG: &str = "wrong-secret";

pub(crate) fn all(kit: &mut Kit) {
    let good = kit.slots();
    let sheet = forge::symbols(&kit.golden.content.recovery_key.replace('-', ""));
    let recovery = good.slots[1].clone();
    let keys = SlotKeys::of_recovery_key(&sheet[..26], &recovery.salt);
    let (id, own) = (good.vault_id, kit.data_key);
    let other = [0x0d; 32];
    let mut with = |name: &str, why: &str, slot: Slot, vault_id: [u8; 16], mac: &[u8; 32], expected: &str| {
        let slots = Slots { vault_id, slots: vec![good.slots[0].clone(), slot] };
        kit.slot_file(name, why, slots.encode(mac), expected);
    };
    let foreign = recovery.clone().wrap(&id, &keys, &other);
    with(
        "slots-other-key-inside",
        "the slot holds another data key than the file is of",
        foreign.clone(),
        id,
        &own,
        DAMAGED,
    );
    let moved = recovery.clone().wrap(&[9; 16], &keys, &own);
    with(
        "slots-slot-of-another-journal",
        "the slot was wrapped for another journal",
        moved.clone(),
        id,
        &own,
        DAMAGED,
    );
    with(
        "slots-of-another-journal",
        "the file says another journal than its slot",
        recovery.clone(),
        [9; 16],
        &own,
        DAMAGED,
    );
    let long = SlotKeys::of_recovery_key(&sheet, &recovery.salt);
    with(
        "slots-key-with-check",
        "made from the check characters too",
        recovery.clone().wrap(&id, &long, &own),
        id,
        &own,
        WRONG,
    );
    let salted = SlotKeys::of_recovery_key(&sheet[..26], &[0; 16]);
    with(
        "slots-key-without-salt",
        "made without its salt",
        recovery.clone().wrap(&id, &salted, &own),
        id,
        &own,
        WRONG,
    );
    let kek = forge::mac(&recovery.salt, &[&sheet[..26]]);
    let label = SlotKeys::expand(&kek, "terugblik/slot/passphrase/1");
    with(
        "slots-key-of-other-kind",
        "made with the label of the other kind",
        recovery.clone().wrap(&id, &label, &own),
        id,
        &own,
        WRONG,
    );
    let swapped = SlotKeys { cipher: keys.commitment, commitment: keys.commitment };
    with(
        "slots-cipher-is-commitment",
        "encrypted under what stands in the open",
        recovery.clone().wrap(&id, &swapped, &own),
        id,
        &own,
        DAMAGED,
    );
    let committed =
        Slot { commitment: SlotKeys::of_recovery_key(&sheet[..26], &[0; 16]).commitment, ..recovery.clone() };
    with(
        "slots-committed-to-another",
        "right for this key, committed to another",
        committed,
        id,
        &own,
        WRONG,
    );
    let plain = Slot {
        wrapped: [own.as_slice(), &[0; 16]].concat().try_into().expect("48 bytes"),
        ..recovery.clone()
    };
    with("slots-not-encrypted", "the data key stands there in plain", plain, id, &own, DAMAGED);

    let mut mac = |name: &str, why: &str, mac: [u8; 32]| {
        let mut bytes = good.encode(&own);
        bytes[317..].copy_from_slice(&mac);
        renew_checksum(&mut bytes);
        kit.slot_file(name, why, bytes, DAMAGED);
    };
    let bytes = good.encode(&own);
    let parts: [&[u8]; 2] = [&bytes[..8], &bytes[40..317]];
    mac("slots-mac-zeroes", "no MAC at all", [0; 32]);
    mac(
        "slots-mac-of-seal",
        "the MAC was made with the seal's key",
        forge::mac(&forge::sub_key(&own, &id, "seal/1"), &parts),
    );
    mac("slots-mac-of-data-key", "the MAC was made with the data key itself", forge::mac(&own, &parts));
    mac(
        "slots-mac-of-other-key",
        "the MAC was made with another journal's key",
        forge::mac(&forge::sub_key(&other, &id, "header/1"), &parts),
    );
    let header = forge::sub_key(&own, &id, "header/1");
    mac("slots-mac-without-magic", "the MAC leaves the magic out", forge::mac(&header, &parts[1..]));
    mac("slots-mac-with-checksum", "the MAC takes the checksum in", forge::mac(&header, &[&bytes[..317]]));
}
