//! Ways in which a slot file is wrong. By accident, the checksum says so before anything else is
//! looked at. On purpose, somebody renews it; then numbers, commitment, cipher and MAC speak, each
//! by itself: where it says "authentic", the file even has the MAC that only the journal can give.

use boundaries::forge::{self, PREFIX, SLOT, Slot, Slots, authenticate, renew_checksum};

use crate::{
    authentic_slots,
    make::{Change, Kit},
};

const DAMAGED: &str = "slots-damaged";
const WRONG: &str = "wrong-secret";

/// The fields of a slot: name, place, length.
const FIELDS: &[(&str, usize, usize)] = &[
    ("kind", 0, 1),
    ("id", 1, 8),
    ("memory", 9, 4),
    ("passes", 13, 4),
    ("lanes", 17, 4),
    ("salt", 21, 16),
    ("commitment", 37, 32),
    ("nonce", 69, 12),
    ("ciphertext", 81, 32),
    ("tag", 113, 16),
];

/// The fields before the slots, and the one after them.
const FRAME: &[(&str, usize, usize)] = &[
    ("magic", 0, 8),
    ("checksum", 8, 32),
    ("version", 40, 2),
    ("journal", 42, 16),
    ("count", 58, 1),
    ("mac", 317, 32),
];

pub(crate) fn all(kit: &mut Kit) {
    flips(kit);
    numbers(kit);
    lengths(kit);
    others(kit);
    order(kit);
    authentic_slots::all(kit);
}

/// One bit in the middle of each field, by accident and on purpose.
fn flips(kit: &mut Kit) {
    let good = kit.golden.file("slots");
    let slots = [("passphrase", PREFIX), ("recovery", PREFIX + SLOT)];
    let of_slots = slots.iter().flat_map(|(slot, start)| {
        FIELDS.iter().map(move |(name, at, length)| (format!("{slot}-{name}"), start + at + length / 2))
    });
    let frame = FRAME.iter().map(|(name, at, length)| ((*name).to_owned(), at + length / 2));
    for (name, at) in frame.chain(of_slots) {
        let mut bytes = good.clone();
        bytes[at] ^= 0x04;
        let why = format!("one bit of {name} fell over");
        kit.slot_file(&format!("slots-rotten-{name}"), &why, bytes.clone(), DAMAGED);
        // The checksum is over what follows it: before that there is nothing to renew.
        if ["magic", "checksum"].contains(&name.as_str()) {
            continue;
        }
        renew_checksum(&mut bytes);
        let why = format!("somebody changed {name} and renewed the checksum");
        let expected = match name.as_str() {
            // The version's high byte: a number that is far beyond ours.
            "version" => "newer-format",
            // What the recovery key's slot is made of, or committed to.
            "recovery-salt" | "recovery-commitment" => WRONG,
            _ => DAMAGED,
        };
        kit.slot_file(&format!("slots-forged-{name}"), &why, bytes.clone(), expected);
        // The passphrase's own slot, opened with the passphrase.
        let expected = match name.as_str() {
            "passphrase-salt" | "passphrase-commitment" => WRONG,
            "passphrase-id" | "passphrase-nonce" | "passphrase-ciphertext" | "passphrase-tag" => DAMAGED,
            _ => continue,
        };
        let why = format!("{why}; the right passphrase is typed");
        kit.add(
            &format!("slots-typed-{name}"),
            &why,
            "passphrase",
            &[("slots", Change::Is(bytes))],
            expected,
        );
    }
}

/// Versions, counts and costs that are not ours.
fn numbers(kit: &mut Kit) {
    let good = kit.golden.file("slots");
    let mut forged = |name: &str, why: &str, at: usize, piece: &[u8], expected: &str| {
        let mut bytes = good.clone();
        bytes[at..at + piece.len()].copy_from_slice(piece);
        renew_checksum(&mut bytes);
        kit.slot_file(name, why, bytes, expected);
    };
    forged("slots-version-0", "there was never a version 0", 40, &[0, 0], DAMAGED);
    forged("slots-version-2", "a newer program wrote it", 40, &[2, 0], "newer-format");
    forged("slots-version-65535", "the newest version that can be written", 40, &[255, 255], "newer-format");
    for count in [0, 1, 3, 255] {
        let why = format!("it says {count} slots and has two");
        forged(&format!("slots-count-{count}"), &why, 58, &[count], DAMAGED);
    }
    for kind in [0, 3, 255] {
        let why = format!("nobody has a secret of kind {kind}");
        forged(&format!("slots-kind-{kind}"), &why, PREFIX, &[kind], DAMAGED);
    }
    let costs: &[(&str, usize, u32)] = &[
        ("memory-0", 9, 0),
        ("memory-below-least", 9, 8 * 1024 - 1),
        ("memory-above-ceiling", 9, 1024 * 1024 + 1),
        ("memory-overflow", 9, u32::MAX),
        ("passes-0", 13, 0),
        ("passes-above-ceiling", 13, 11),
        ("passes-overflow", 13, u32::MAX),
        ("lanes-0", 17, 0),
        ("lanes-above-ceiling", 17, 5),
        ("lanes-overflow", 17, u32::MAX),
    ];
    for (name, at, number) in costs {
        let mut bytes = kit.golden.file("slots");
        bytes[PREFIX + at..PREFIX + at + 4].copy_from_slice(&number.to_le_bytes());
        authenticate(&mut bytes, &forge::sub_key(&kit.data_key, &kit.vault_id, "header/1"));
        let why = format!("an authentic file asks for a derivation out of bounds: {name}");
        kit.slot_file(&format!("slots-cost-{name}"), &why, bytes, DAMAGED);
    }
    for (name, at) in [("memory", 9), ("passes", 13), ("lanes", 17)] {
        let mut bytes = kit.golden.file("slots");
        bytes[PREFIX + SLOT + at] = 1;
        authenticate(&mut bytes, &forge::sub_key(&kit.data_key, &kit.vault_id, "header/1"));
        let why = format!("a recovery key is not derived slowly, yet its slot has {name}");
        kit.slot_file(&format!("slots-recovery-cost-{name}"), &why, bytes, DAMAGED);
    }
    let lowered: &[(&str, usize, u32)] =
        &[("memory", 9, 64 * 1024 - 1), ("memory-least", 9, 8 * 1024), ("passes", 13, 1), ("lanes", 17, 2)];
    for (name, at, number) in lowered {
        let mut bytes = kit.golden.file("slots");
        bytes[PREFIX + at..PREFIX + at + 4].copy_from_slice(&number.to_le_bytes());
        authenticate(&mut bytes, &forge::sub_key(&kit.data_key, &kit.vault_id, "header/1"));
        let why = format!("{name} was changed to something cheaper to guess at");
        kit.add(&format!("slots-lowered-{name}"), &why, "passphrase", &[("slots", Change::Is(bytes))], WRONG);
    }
}

/// Cut off, and with something behind its end.
fn lengths(kit: &mut Kit) {
    let good = kit.golden.file("slots");
    let cuts = [
        ("nothing", 0),
        ("one-byte", 1),
        ("magic", 8),
        ("checksum", 40),
        ("version", 42),
        ("journal", 58),
        ("count", 59),
        ("inside-first-slot", 100),
        ("first-slot", 188),
        ("second-slot", 317),
        ("half-mac", 333),
        ("last-byte-gone", 348),
    ];
    for (name, length) in cuts {
        let why = format!("the file ends after {length} of 349 bytes");
        kit.slot_file(&format!("slots-cut-{name}"), &why, good[..length].to_vec(), DAMAGED);
        if length > 40 {
            let mut bytes = good[..length].to_vec();
            renew_checksum(&mut bytes);
            let why = format!("it ends after {length} bytes, and its checksum agrees");
            kit.slot_file(&format!("slots-short-{name}"), &why, bytes, DAMAGED);
        }
    }
    for (name, more) in [("byte", 1), ("mac", 32), ("slot", SLOT), ("block", 4096)] {
        let mut bytes = good.clone();
        bytes.resize(good.len() + more, 0);
        renew_checksum(&mut bytes);
        let why = format!("{more} zeroes stand behind its end, and its checksum agrees");
        kit.slot_file(&format!("slots-long-{name}"), &why, bytes, DAMAGED);
    }
    let twice = [good.as_slice(), &good].concat();
    kit.slot_file("slots-twice", "the file stands twice in itself", twice, DAMAGED);
    let change = Change::Pieces(vec![], Some(64 * 1024 + 1));
    kit.add(
        "slots-endless",
        "longer than any slot file ever is",
        "recovery-key",
        &[("slots", change)],
        DAMAGED,
    );
}

/// Another file in its place, or none.
fn others(kit: &mut Kit) {
    let good = kit.golden.file("slots");
    let length = good.len();
    kit.slot_file("slots-zeroes", "a disk that gave zeroes back", vec![0; length], DAMAGED);
    kit.slot_file("slots-ones", "a disk that gave ones back", vec![0xff; length], DAMAGED);
    kit.slot_file("slots-text", "somebody saved a note over it", b"te doen: koffie\n".to_vec(), DAMAGED);
    kit.slot_file(
        "slots-json",
        "a program of another kind",
        br#"{"version":1,"slots":[]}"#.to_vec(),
        DAMAGED,
    );
    kit.slot_file("slots-zip", "a cloud service packed it", b"PK\x03\x04slots".to_vec(), DAMAGED);
    let mark = [b"\xef\xbb\xbf".as_slice(), &good].concat();
    kit.slot_file("slots-byte-order-mark", "an editor put a mark before it", mark, DAMAGED);
    let lines = [b"TBslots\r\n".as_slice(), &good[8..]].concat();
    kit.slot_file("slots-line-ends", "a transfer as text made two line ends of one", lines, DAMAGED);
    let stripped: Vec<u8> = good.iter().map(|byte| byte & 0x7f).collect();
    kit.slot_file("slots-seven-bits", "a transfer took the eighth bit", stripped, DAMAGED);
    let seal = Change::Pieces(vec![(0, "seal", 0, kit.golden.file("seal").len())], None);
    kit.add("slots-is-the-seal", "the seal was copied over it", "recovery-key", &[("slots", seal)], DAMAGED);
    let store = Change::Pieces(vec![(0, "journal.db", 0, 4096)], Some(4096));
    kit.add(
        "slots-is-the-store",
        "the store was copied over it",
        "recovery-key",
        &[("slots", store)],
        DAMAGED,
    );
    let gone = || ("slots", Change::Gone);
    kit.add("slots-gone", "somebody tidied up", "recovery-key", &[gone()], "slots-missing");
    let previous = ("slots.previous", Change::Is(good.clone()));
    let better = "slots-damaged, previous usable";
    kit.add(
        "slots-gone-previous-there",
        "gone, and the copy is there",
        "recovery-key",
        &[gone(), previous],
        better,
    );
    let previous = ("slots.previous", Change::Is(good.clone()));
    let empty = ("slots", Change::Is(Vec::new()));
    kit.add(
        "slots-empty-previous-there",
        "empty, and the copy is there",
        "recovery-key",
        &[empty, previous],
        better,
    );
    let mut rotten = good.clone();
    rotten[100] ^= 1;
    let both = [("slots", Change::Is(rotten.clone())), ("slots.previous", Change::Is(rotten.clone()))];
    kit.add("slots-rotten-previous-too", "both copies have rotted", "recovery-key", &both, DAMAGED);
    let both = [gone(), ("slots.previous", Change::Is(rotten))];
    kit.add(
        "slots-gone-previous-rotten",
        "gone, and the copy has rotted",
        "recovery-key",
        &both,
        "slots-missing",
    );
}

/// Slots in another order or number, with and without the key to say so.
fn order(kit: &mut Kit) {
    let Slots { vault_id, slots } = kit.slots();
    let [passphrase, recovery] = [0, 1].map(|place: usize| slots[place].clone());
    let ways: &[(&str, &str, Vec<&Slot>)] = &[
        ("none", "there is no slot", vec![]),
        ("recovery-first", "the recovery key stands first", vec![&recovery, &passphrase]),
        ("recovery-alone", "there is no passphrase", vec![&recovery]),
        ("passphrase-twice", "two passphrases", vec![&passphrase, &passphrase]),
        ("recovery-twice", "two recovery keys", vec![&passphrase, &recovery, &recovery]),
        ("three", "more slots than there are kinds", vec![&passphrase, &passphrase, &recovery]),
    ];
    for (name, why, slots) in ways {
        let file = Slots { vault_id, slots: slots.iter().map(|slot| (*slot).clone()).collect() };
        let bytes = file.encode(&kit.data_key);
        kit.slot_file(
            &format!("slots-order-{name}"),
            &format!("{why}; the file is authentic"),
            bytes,
            DAMAGED,
        );
    }
    // Without the key: the MAC is that of the whole file.
    let mut bytes = kit.golden.file("slots");
    bytes.drain(PREFIX + SLOT..PREFIX + 2 * SLOT);
    bytes[58] = 1;
    renew_checksum(&mut bytes);
    let why = "somebody took the recovery key's slot out, without the key";
    kit.add("slots-taken-out", why, "passphrase", &[("slots", Change::Is(bytes))], DAMAGED);
    let mut kinds = [passphrase.clone(), recovery];
    (kinds[0].kind, kinds[1].kind) = (2, 1);
    kinds.reverse();
    let bytes = Slots { vault_id, slots: kinds.to_vec() }.encode(&kit.data_key);
    kit.slot_file("slots-kinds-exchanged", "each slot says that it is the other's", bytes, DAMAGED);
}
