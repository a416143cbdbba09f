//! Ways in which a backup is wrong: its manifest, its store, its slot file. None is ever restored. The
//! code is that of the drill on the machine it was made on, and then that of a restore elsewhere.

use boundaries::forge::{Manifest, renew_checksum};

use crate::make::{Change, Kit};

const DAMAGED: &str = "backup-damaged";
const OTHER: &str = "backup-of-other-key";
const NEWER: &str = "newer-format";
const NOT_FOUND: &str = "not-found";
const SLOTS: &str = "slots-damaged";
const FOREIGN: &str = "foreign-data-key";
const PAGE: usize = 4096;

/// The fields of a manifest: name, place, length.
const FIELDS: &[(&str, usize, usize)] = &[
    ("magic", 0, 8),
    ("checksum", 8, 32),
    ("version", 40, 2),
    ("journal", 42, 16),
    ("made-at", 58, 8),
    ("length", 66, 8),
    ("hash", 74, 32),
    ("nonce", 106, 12),
    ("ciphertext", 118, 36),
    ("tag", 154, 16),
];

pub(crate) fn all(kit: &mut Kit) {
    manifests(kit);
    authentic(kit);
    stores(kit);
    slots(kit);
}

fn manifests(kit: &mut Kit) {
    let good = kit.golden.file("backup-manifest");
    let mut manifest = |name: &str, why: &str, bytes: Vec<u8>, check: &str, restore: &str| {
        let change = [("backup-manifest", Change::Is(bytes))];
        kit.add(name, why, "backup", &change, &format!("{check}, {restore}"));
    };
    for (name, at, length) in FIELDS {
        let mut bytes = good.clone();
        bytes[at + length / 2] ^= 0x10;
        let why = format!("one bit of {name} fell over");
        manifest(&format!("backup-rotten-{name}"), &why, bytes.clone(), DAMAGED, NOT_FOUND);
        if ["magic", "checksum"].contains(name) {
            continue;
        }
        renew_checksum(&mut bytes);
        let why = format!("somebody changed {name} and renewed the checksum");
        let (check, restore) = match *name {
            "version" => (NEWER, NOT_FOUND),
            // Its slot file says another journal than it does.
            "journal" => (OTHER, FOREIGN),
            _ => (OTHER, OTHER),
        };
        manifest(&format!("backup-forged-{name}"), &why, bytes, check, restore);
    }
    for length in [0, 1, 8, 40, 58, 106, 118, good.len() - 1] {
        let why = format!("the manifest ends after {length} of {} bytes", good.len());
        manifest(&format!("backup-cut-{length}"), &why, good[..length].to_vec(), DAMAGED, NOT_FOUND);
    }
    let mut long = good.clone();
    long.push(0);
    renew_checksum(&mut long);
    manifest("backup-long", "a byte stands behind the manifest's end", long, DAMAGED, NOT_FOUND);
    let mut version_0 = good.clone();
    version_0[40] = 0;
    renew_checksum(&mut version_0);
    manifest("backup-version-0", "there was never a version 0", version_0, DAMAGED, NOT_FOUND);
    let zeroes = vec![0; good.len()];
    manifest("backup-zeroes", "a disk that gave zeroes back", zeroes, DAMAGED, NOT_FOUND);
    manifest("backup-text", "somebody saved a note over it", b"kopie\n".to_vec(), DAMAGED, NOT_FOUND);
    let line_ends = [b"TBmanif\r\n".as_slice(), &good[8..]].concat();
    manifest("backup-line-ends", "a transfer as text changed its line end", line_ends, DAMAGED, NOT_FOUND);
    let gone = [("backup-manifest", Change::Gone)];
    let expected = format!("{DAMAGED}, {NOT_FOUND}");
    kit.add("backup-manifest-gone", "somebody copied the two large files only", "backup", &gone, &expected);
}

/// Sealed by the journal itself, and one thing in it does not agree with the store.
fn authentic(kit: &mut Kit) {
    let good = kit.golden.file("backup-manifest");
    let key = kit.backup_key();
    let mut sealed = |name: &str, why: &str, change: &dyn Fn(&mut Manifest)| {
        let mut manifest = Manifest::open(&good, &key);
        change(&mut manifest);
        let change = [("backup-manifest", Change::Is(manifest.seal(&key)))];
        kit.add(&format!("backup-sealed-{name}"), why, "backup", &change, &format!("{DAMAGED}, {DAMAGED}"));
    };
    sealed("entries", "it says one entry more than its store has", &|m| m.inside[0] += 1);
    sealed("newest", "it says another newest entry", &|m| m.inside[8] += 1);
    sealed("newest-below-zero", "no entry has such a number", &|m| m.inside[15] = 0x80);
    sealed("length", "it says a store of one page more", &|m| m.open[66 + 1] += 0x10);
    sealed("length-0", "it says an empty store", &|m| m.open[66..74].fill(0));
    sealed("length-beyond", "it says a store of more bytes than there are", &|m| m.open[66..74].fill(0xff));
    sealed("hash", "it says the hash of another store", &|m| m.open[74] ^= 1);
    sealed("checked-at", "it says a time that no calendar has", &|m| m.inside[16..24].fill(0x7f));
}

fn stores(kit: &mut Kit) {
    let good = kit.golden.file("backup-journal.db");
    let expected = format!("{DAMAGED}, {DAMAGED}");
    let last = good.len() / PAGE - 1;
    for (page, number) in [("first", 0), ("middle", last / 2), ("last", last)] {
        let mut bytes = good.clone();
        bytes[number * PAGE + 2_000] ^= 0x20;
        let why = format!("one bit fell over in the {page} page of its store");
        let change = [("backup-journal.db", Change::Is(bytes))];
        kit.add(&format!("backup-store-rotten-{page}"), &why, "backup", &change, &expected);
    }
    let mut cut = |name: &str, why: &str, length: usize| {
        let pieces = vec![(0, "backup-journal.db", 0, length.min(good.len()))];
        let change = [("backup-journal.db", Change::Pieces(pieces, Some(length)))];
        kit.add(&format!("backup-store-{name}"), why, "backup", &change, &expected);
    };
    cut("empty", "the stick was full", 0);
    cut("cut-page", "its last page is gone", good.len() - PAGE);
    cut("cut-byte", "its last byte is gone", good.len() - 1);
    cut("longer", "a page of zeroes stands behind its end", good.len() + PAGE);
    let former = vec![(0, "former.db", 0, kit.golden.file("former.db").len())];
    let length = Some(kit.golden.file("former.db").len());
    let change = [("backup-journal.db", Change::Pieces(former, length))];
    kit.add("backup-store-former", "the same journal's store of another day", "backup", &change, &expected);
    let gone = [("backup-journal.db", Change::Gone)];
    let expected = format!("{DAMAGED}, {NOT_FOUND}");
    kit.add("backup-store-gone", "somebody copied the small files only", "backup", &gone, &expected);
}

fn slots(kit: &mut Kit) {
    let good = kit.golden.file("backup-slots");
    let mut slots = |name: &str, why: &str, change: Change, restore: &str| {
        let name = format!("backup-slots-{name}");
        kit.add(&name, why, "backup", &[("backup-slots", change)], &format!("{DAMAGED}, {restore}"));
    };
    let mut rotten = good.clone();
    rotten[100] ^= 1;
    slots("rotten", "one bit of its slot file fell over", Change::Is(rotten), SLOTS);
    let mut other = good.clone();
    other[42] ^= 1;
    renew_checksum(&mut other);
    slots("other", "its slot file is another journal's", Change::Is(other), FOREIGN);
    slots("cut", "its slot file ends early", Change::Is(good[..good.len() / 2].to_vec()), SLOTS);
    slots("gone", "it has no slot file", Change::Gone, "slots-missing");
}
