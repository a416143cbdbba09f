//! Ways in which a store is wrong: rotten pages, pages of another time or place, files of another
//! length or kind, and stores that were changed by somebody with the key.

use std::fs;

use boundaries::writing;
use vault::{Folder, Vault};

use crate::make::{Change, Kit};

const DAMAGED: &str = "damaged";
const CHANGED: &str = "changed-outside";
const UNREADABLE: &str = "store-damaged";
const PAGE: usize = 4096;

type Piece = (usize, &'static str, usize, usize);

pub(crate) fn all(kit: &mut Kit) {
    rot(kit);
    pages(kit);
    lengths(kit);
    others(kit);
    inside(kit);
}

/// One bit in each part of a page: of the first, of the next, and of one in the middle and the last.
fn rot(kit: &mut Kit) {
    let good = kit.golden.file("journal.db");
    let last = good.len() / PAGE - 1;
    for (page, number) in [("first", 0), ("second", 1), ("middle", last / 2), ("last", last)] {
        let parts = [("front", 3), ("body", 2_000), ("initial-vector", PAGE - 75), ("mac", PAGE - 5)];
        for (part, at) in parts {
            let mut bytes = good.clone();
            bytes[number * PAGE + at] ^= 0x20;
            let why = format!("one bit fell over in the {part} of the {page} page");
            let expected = if number == 0 { UNREADABLE } else { DAMAGED };
            let change = [("journal.db", Change::Is(bytes))];
            kit.add(&format!("store-rotten-{page}-{part}"), &why, "data-key", &change, expected);
        }
    }
}

/// Whole pages that are authentic, of another time or place.
fn pages(kit: &mut Kit) {
    let now = kit.golden.file("journal.db");
    let former = kit.golden.file("former.db");
    assert_eq!(now.len(), former.len(), "pages can be put back");
    // Pages of two times may contradict each other, which is damage, or agree, which is a change.
    let key = kit.golden.content.hand_over;
    let mixed = |now: &[u8], pieces: &[Piece], former: &[u8]| {
        let mut bytes = now.to_vec();
        for (at, _, from, length) in pieces {
            bytes[*at..at + length].copy_from_slice(&former[*from..from + length]);
        }
        let copy = tempfile::tempdir().expect("a folder");
        fs::write(copy.path().join("journal.db"), bytes).expect("written");
        let vault = Vault::at(Folder::open(copy.path()).expect("a folder"))
            .unlock(vault::DataKey::from_hand_over(&key))
            .map_err(|(_, error)| error)
            .expect("every page of it is authentic");
        let look: String = vault
            .connection()
            .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
            .expect("an answer");
        if look == "ok" { CHANGED } else { DAMAGED }
    };
    let page = |number: usize| number * PAGE..(number + 1) * PAGE;
    let last = now.len() / PAGE - 1;
    let mut add = |name: String, why: String, pieces: Vec<Piece>, expected: &str| {
        kit.add(&name, &why, "data-key", &[("journal.db", Change::Pieces(pieces, None))], expected);
    };
    let changed: Vec<usize> =
        (0..=last).filter(|number| now[page(*number)] != former[page(*number)]).collect();
    for number in &changed {
        let pieces = vec![(number * PAGE, "former.db", number * PAGE, PAGE)];
        let why = format!("page {number} is that of the lock before");
        let expected = mixed(&now, &pieces, &former);
        add(format!("store-former-page-{number}"), why, pieces, expected);
    }
    let others: Vec<Piece> =
        changed[1..].iter().map(|number| (number * PAGE, "former.db", number * PAGE, PAGE)).collect();
    add(
        "store-former-but-first".into(),
        "all pages but the first are those of the lock before".into(),
        others.clone(),
        mixed(&now, &others, &former),
    );
    let whole = vec![(0, "former.db", 0, former.len())];
    add("store-former".into(), "the whole store is that of the lock before".into(), whole, CHANGED);
    for (one, other) in [(1, 2), (2, last), (last / 2, last / 2 + 1)] {
        let swap = vec![
            (one * PAGE, "journal.db", other * PAGE, PAGE),
            (other * PAGE, "journal.db", one * PAGE, PAGE),
        ];
        add(
            format!("store-exchanged-{one}-{other}"),
            format!("pages {one} and {other} are exchanged"),
            swap,
            DAMAGED,
        );
    }
    for (to, from) in [(3, 4), (last, 1)] {
        let copy = vec![(to * PAGE, "journal.db", from * PAGE, PAGE)];
        add(
            format!("store-doubled-{from}-{to}"),
            format!("page {from} stands in the place of {to} too"),
            copy,
            DAMAGED,
        );
    }
    let first = vec![(0, "journal.db", PAGE, PAGE)];
    add("store-first-is-second".into(), "the second page stands first".into(), first, UNREADABLE);
    let shifted = vec![(1, "journal.db", 0, now.len() - 1)];
    add("store-shifted".into(), "every byte stands one place further".into(), shifted, UNREADABLE);
    for (name, number) in [("second", 1), ("last", last)] {
        let mut bytes = now.clone();
        bytes[page(number)].fill(0);
        let why = format!("the {name} page came back as zeroes");
        kit.add(
            &format!("store-zeroed-{name}"),
            &why,
            "data-key",
            &[("journal.db", Change::Is(bytes))],
            DAMAGED,
        );
    }
}

fn lengths(kit: &mut Kit) {
    let good = kit.golden.file("journal.db");
    let mut add = |name: &str, why: &str, length: usize, expected: &str| {
        let change = Change::Pieces(Vec::new(), Some(length));
        kit.add(name, why, "data-key", &[("journal.db", change)], expected);
    };
    add("store-empty", "the file is there and empty", 0, UNREADABLE);
    add("store-one-byte", "one byte is left", 1, UNREADABLE);
    add("store-header", "the header is left", 100, UNREADABLE);
    add("store-almost-a-page", "one byte less than a page", PAGE - 1, UNREADABLE);
    add("store-one-page", "only the first page is left", PAGE, UNREADABLE);
    add("store-half", "the second half is gone", good.len() / 2 / PAGE * PAGE, UNREADABLE);
    add("store-half-a-page-gone", "cut off in its last page", good.len() - PAGE / 2, DAMAGED);
    add("store-a-page-gone", "the last page is gone", good.len() - PAGE, UNREADABLE);
    add("store-a-byte-more", "a zero stands behind its end", good.len() + 1, DAMAGED);
    add("store-a-page-more", "a page of zeroes stands behind its end", good.len() + PAGE, DAMAGED);
    let doubled = Change::Pieces(vec![(good.len(), "journal.db", good.len() - PAGE, PAGE)], None);
    let why = "its last page stands there twice";
    kit.add("store-last-page-twice", why, "data-key", &[("journal.db", doubled)], DAMAGED);
}

/// Another file in its place, or none.
fn others(kit: &mut Kit) {
    let length = kit.golden.file("journal.db").len();
    let mut add = |name: &str, why: &str, change: Change, expected: &str| {
        kit.add(name, why, "data-key", &[("journal.db", change)], expected);
    };
    add("store-gone", "somebody tidied up", Change::Gone, "store-missing");
    let mut plain = b"SQLite format 3\0".to_vec();
    plain.extend([0x10, 0, 2, 2, 0, 0x40, 0x20, 0x20]);
    plain.resize(2 * PAGE, 0);
    add("store-plain", "a database that was never encrypted", Change::Is(plain), UNREADABLE);
    add("store-text", "somebody saved a note over it", Change::Is(b"te doen\n".repeat(1_000)), UNREADABLE);
    add("store-noise", "an encrypted file of another program", Change::Is(noise(3 * PAGE)), UNREADABLE);
    let seal = Change::Pieces(vec![(0, "seal", 0, kit.golden.file("seal").len())], Some(length));
    kit.add(
        "store-is-the-seal",
        "the seal was copied over it",
        "data-key",
        &[("journal.db", seal)],
        UNREADABLE,
    );
    for (name, why, bytes) in [
        ("log-foreign", "a log of another journal lies beside it", foreign_log()),
        ("log-noise", "something that is no log lies in its place", noise(5_000)),
        ("log-short", "the beginning of a log lies beside it", foreign_log()[..20].to_vec()),
    ] {
        let change = [("journal.db-wal", Change::Is(bytes))];
        kit.add(&format!("store-{name}"), why, "data-key", &change, CHANGED);
    }
}

/// What somebody with the key, or a newer program, can do.
fn inside(kit: &mut Kit) {
    let ways: &[(&str, &str, &str, bool, &str)] = &[
        (
            "newer",
            "a newer program brought it to its own format",
            "PRAGMA user_version = 9000",
            true,
            "newer-format",
        ),
        ("negative", "a format that no program ever had", "PRAGMA user_version = -1", true, UNREADABLE),
        (
            "written-outside",
            "it was written in and not sealed",
            "INSERT INTO setting (key, value) VALUES ('idle-minutes', '9')",
            false,
            CHANGED,
        ),
        (
            "no-generation",
            "it does not know how often it was locked",
            "DELETE FROM vault_state",
            false,
            DAMAGED,
        ),
        (
            "generation-ahead",
            "it was locked more often than its seal",
            "UPDATE vault_state SET generation = generation + 1",
            false,
            CHANGED,
        ),
        (
            "generation-behind",
            "it was locked less often than its seal",
            "UPDATE vault_state SET generation = generation - 1",
            false,
            CHANGED,
        ),
        (
            "generation-negative",
            "a generation that cannot be",
            "UPDATE vault_state SET generation = -1",
            false,
            DAMAGED,
        ),
    ];
    for (name, why, sql, sealed, expected) in ways {
        let copy = kit.golden.copy();
        let folder = Folder::open(copy.path()).expect("a folder");
        let mut vault =
            Vault::at(folder).unlock(kit.golden.content.key()).map_err(|(_, error)| error).expect("opens");
        writing::look(&mut vault).expect("noted");
        let file = |name: &str| fs::read(copy.path().join(name)).expect("a file");
        let mut changes = Vec::new();
        if *sealed {
            vault.connection().execute_batch(sql).expect(name);
            vault.lock().expect("it locks");
            changes.push(("seal", Change::Is(file("seal"))));
            changes.push(("journal.db", Change::Is(file("journal.db"))));
        } else {
            // The seal stays the one that was there; what was written lies in the log.
            vault.connection().execute_batch(sql).expect(name);
            changes.push(("journal.db-wal", Change::Is(file("journal.db-wal"))));
        }
        kit.add(&format!("store-{name}"), why, "data-key", &changes, expected);
    }
}

/// Bytes that mean nothing, the same each time.
fn noise(length: usize) -> Vec<u8> {
    let mut randomness = testkit::SeededRandomness::new(77);
    (0..length).map(|_| randomness.next_u64().to_le_bytes()[0]).collect()
}

/// A log with the right magic and page size, and a frame that is nobody's.
fn foreign_log() -> Vec<u8> {
    let mut log = vec![0x37, 0x7f, 0x06, 0x82, 0, 0x2d, 0xe2, 0x18, 0, 0, 0x10, 0];
    log.extend(noise(20 + 24 + PAGE));
    log
}
