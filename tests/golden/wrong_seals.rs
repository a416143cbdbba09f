//! Ways in which a seal is wrong. None keeps a person out; each is said.

use boundaries::forge::{authenticate, renew_checksum};

use crate::make::{Change, Kit};

const CHANGED: &str = "changed-outside";

/// The fields of a seal: name, place, length. Behind them a MAC for each chunk, and the seal's own.
const FIELDS: &[(&str, usize, usize)] = &[
    ("magic", 0, 8),
    ("checksum", 8, 32),
    ("version", 40, 2),
    ("journal", 42, 16),
    ("state", 58, 1),
    ("finding", 59, 1),
    ("generation", 60, 8),
    ("length", 68, 8),
    ("chunk", 76, 4),
    ("count", 80, 4),
    ("chunk-mac", 84, 16),
];

pub(crate) fn all(kit: &mut Kit) {
    let good = kit.golden.file("seal");
    let mut seal = |name: &str, why: &str, bytes: Vec<u8>, expected: &str| {
        kit.add(name, why, "data-key", &[("seal", Change::Is(bytes))], expected);
    };
    let own_mac = ("mac", good.len() - 32, 32);
    for (name, at, length) in FIELDS.iter().chain([&own_mac]) {
        let mut bytes = good.clone();
        bytes[at + length / 2] ^= 0x10;
        seal(&format!("seal-rotten-{name}"), &format!("one bit of {name} fell over"), bytes.clone(), CHANGED);
        if ["magic", "checksum"].contains(name) {
            continue;
        }
        renew_checksum(&mut bytes);
        let expected = if *name == "version" { "newer-format" } else { CHANGED };
        let why = format!("somebody changed {name} and renewed the checksum");
        seal(&format!("seal-forged-{name}"), &why, bytes, expected);
    }
    for length in [0, 1, 8, 40, 58, 84, 100, good.len() - 1] {
        let why = format!("the file ends after {length} of {} bytes", good.len());
        seal(&format!("seal-cut-{length}"), &why, good[..length].to_vec(), CHANGED);
    }
    let mut long = good.clone();
    long.push(0);
    renew_checksum(&mut long);
    seal("seal-long", "a byte stands behind its end, and its checksum agrees", long, CHANGED);
    seal("seal-zeroes", "a disk that gave zeroes back", vec![0; good.len()], CHANGED);
    seal("seal-text", "somebody saved a note over it", b"niet openen\n".to_vec(), CHANGED);
    let line_ends = [b"TBseal\n".as_slice(), &good[8..]].concat();
    seal("seal-line-ends", "a transfer as text made one line end of two", line_ends, CHANGED);
    authentic(kit);
    let slots = Change::Pieces(vec![(0, "slots", 0, kit.golden.file("slots").len())], None);
    kit.add("seal-is-the-slots", "the slot file was copied over it", "data-key", &[("seal", slots)], CHANGED);
    kit.add("seal-gone", "somebody tidied up", "data-key", &[("seal", Change::Gone)], CHANGED);
}

/// With the MAC that only the journal can give, and one thing that does not agree with the store.
fn authentic(kit: &mut Kit) {
    let good = kit.golden.file("seal");
    let key = kit.seal_key();
    let generation = u64::from_le_bytes(good[60..68].try_into().expect("a number"));
    let length = u64::from_le_bytes(good[68..76].try_into().expect("a number"));
    let mut with = |name: &str, why: &str, at: usize, piece: &[u8], expected: &str| {
        let mut bytes = good.clone();
        bytes[at..at + piece.len()].copy_from_slice(piece);
        authenticate(&mut bytes, &key);
        let why = format!("{why}; the seal is authentic");
        kit.add(name, &why, "data-key", &[("seal", Change::Is(bytes))], expected);
    };
    let number = |number: u64| number.to_le_bytes();
    with("seal-former", "the journal was locked once more since", 60, &number(generation - 1), CHANGED);
    with("seal-ahead", "the store is that of an earlier lock", 60, &number(generation + 1), CHANGED);
    with("seal-ahead-of-all", "the last generation there can be", 60, &number(u64::MAX), CHANGED);
    with("seal-longer", "the store was a page longer", 68, &number(length + 4096), CHANGED);
    with("seal-shorter", "the store was a page shorter", 68, &number(length - 4096), CHANGED);
    with("seal-length-0", "the store was empty", 68, &number(0), CHANGED);
    with("seal-length-overflow", "a length that no disk has", 68, &number(u64::MAX), CHANGED);
    with("seal-other-chunk", "chunks of another length", 76, &4096_u32.to_le_bytes(), CHANGED);
    with("seal-chunk-0", "chunks of no length", 76, &[0; 4], CHANGED);
    with("seal-count-0", "no chunk, and yet a length", 80, &[0; 4], CHANGED);
    with("seal-count-overflow", "more chunks than there is memory", 80, &[0xff; 4], CHANGED);
    with("seal-other-chunk-mac", "the first chunk was another", 84, &[0; 16], CHANGED);
    with("seal-state-0", "neither open nor sealed", 58, &[0], CHANGED);
    with("seal-state-3", "a state that there is not", 58, &[3], CHANGED);
    with("seal-finding-3", "a finding that there is not", 59, &[3], CHANGED);
    with("seal-finding-changed", "a change that was found and not yet accepted", 59, &[1], CHANGED);
    with("seal-other-journal", "the seal of another journal", 42, &[9; 16], CHANGED);
    with("seal-version-0", "there was never a version 0", 40, &[0, 0], CHANGED);
    with("seal-version-2", "a newer program sealed it", 40, &[2, 0], "newer-format");
    let open_long_ago = [[1, 0].as_slice(), &number(generation - 2)].concat();
    with(
        "seal-open-since-long",
        "left open, and the store was locked twice since",
        58,
        &open_long_ago,
        CHANGED,
    );
    let open_ahead = [[1, 0].as_slice(), &number(generation + 1)].concat();
    with("seal-open-ahead", "left open later than the store knows", 58, &open_ahead, CHANGED);
}
