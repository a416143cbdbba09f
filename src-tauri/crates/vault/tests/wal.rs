//! What a flipped bit in the WAL of a crash costs, and that nobody is left in the dark about it.

use std::fs;

use testkit::{SeededRandomness, TempVault};
use vault::{Left, Migration, Unlocked, Vault, Verdict};

const NOTES: Migration =
    Migration { version: 1, sql: "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;" };

/// How many bits are flipped, one at a time.
const FLIPS: usize = 500;

/// One transaction each; the text tells which, and is long enough to be in many frames.
const TRANSACTIONS: i64 = 12;

fn text(number: i64) -> String {
    format!("bladzijde {number} ").repeat(400 + 37 * usize::try_from(number).unwrap_or_default())
}

/// A journal that crashed with all its transactions in the WAL.
fn crashed() -> TempVault {
    let temp = TempVault::set_up();
    let mut vault = temp.unlock();
    vault.migrate(&[NOTES]).expect("it runs");
    vault.lock().expect("it locks");
    let vault = temp.unlock();
    for number in 1..=TRANSACTIONS {
        vault.connection().execute("INSERT INTO note (text) VALUES (?1)", [text(number)]).expect("ok");
    }
    temp
}

/// The rows that are there; panics at a text that nobody wrote.
fn rows(vault: &Vault<Unlocked>) -> i64 {
    let mut statement = vault.connection().prepare("SELECT id, text FROM note ORDER BY id").expect("ok");
    let rows: Vec<(i64, String)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .expect("it is read")
        .collect::<rusqlite::Result<_>>()
        .expect("it is read");
    for (place, (id, found)) in (1..).zip(&rows) {
        assert_eq!(*id, place, "a transaction is missing among others");
        assert!(*found == text(*id), "a text that nobody wrote");
    }
    rows.len() as i64
}

#[test]
fn a_flipped_bit_is_told_unless_only_the_last_transaction_is_gone() {
    let temp = crashed();
    let wal = fs::read(temp.path().join("journal.db-wal")).expect("it is there");
    let mut randomness = SeededRandomness::new(2026);
    let (mut told, mut silent) = (0, 0);
    for flip in 0..FLIPS {
        let (byte, bit) = (randomness.below(wal.len()), randomness.below(8));
        let mut bytes = wal.clone();
        bytes[byte] ^= 1 << bit;
        let temp = temp.copy();
        fs::write(temp.path().join("journal.db-wal"), &bytes).expect("it can be written");
        let mut vault = temp.unlock();
        assert_eq!(vault.left(), Left::NotClosed);
        let found = rows(&vault);
        let aside = temp.path().join("journal.db-wal.damaged-1");
        if vault.verdict() == Some(Verdict::Damaged) {
            told += 1;
            assert_eq!(fs::read(&aside).expect("it is kept"), bytes, "as it was found");
            assert!(vault.accept().is_err());
        } else {
            silent += 1;
            assert!(found >= TRANSACTIONS - 1, "flip {flip}, byte {byte}: {found} rows in silence");
            assert_eq!(vault.checker().run(), Some(Verdict::Sound));
            assert!(!aside.exists());
        }
        // And it is told at the next opening too, whatever was written meanwhile.
        let verdict = vault.verdict();
        vault.connection().execute("INSERT INTO note (text) VALUES (?1)", [text(found + 1)]).expect("ok");
        if flip % 10 == 0 && verdict.is_some() {
            drop(vault);
            let vault = temp.unlock();
            assert_eq!(vault.verdict(), Some(Verdict::Damaged));
            assert_eq!(rows(&vault), found + 1);
            vault.lock().expect("it locks");
            assert_eq!(temp.unlock().verdict(), Some(Verdict::Damaged));
        }
    }
    assert!(told > FLIPS / 2 && silent > 10, "{told} told, {silent} in silence");
}

/// Cut off anywhere, as a power cut leaves it: the transactions before that are there, and it is no
/// damage.
#[test]
fn a_wal_that_ends_early_is_a_crash_and_no_damage() {
    let temp = crashed();
    let wal = fs::read(temp.path().join("journal.db-wal")).expect("it is there");
    let mut most = 0;
    for length in (0..=wal.len()).step_by(9_973).chain([wal.len()]) {
        let temp = temp.copy();
        fs::write(temp.path().join("journal.db-wal"), &wal[..length]).expect("it can be written");
        let vault = temp.unlock();
        assert_eq!(vault.verdict(), None, "{length} bytes");
        assert_eq!(vault.checker().run(), Some(Verdict::Sound), "{length} bytes");
        let found = rows(&vault);
        assert!(found >= most);
        most = found;
    }
    assert_eq!(most, TRANSACTIONS);
}

/// What the first crash left behind its last transaction is gone before a second one can find it.
#[test]
fn two_crashes_in_a_row_are_no_damage() {
    let temp = crashed();
    let path = temp.path().join("journal.db-wal");
    let mut wal = fs::read(&path).expect("it is there");
    // The last transaction has several frames; its first ones never reached the disk.
    let frame = 24 + 4096;
    let torn = wal.len() - 3 * frame;
    wal[torn + 100..torn + 700].fill(0);
    fs::write(&path, &wal).expect("it can be written");
    let mut vault = temp.unlock();
    assert_eq!(vault.verdict(), None);
    assert_eq!(rows(&vault), TRANSACTIONS - 1);
    vault.settle(vault.checker().run().expect("nobody locks it")).expect("it is noted");
    assert_eq!(fs::metadata(&path).expect("it is there").len(), 0, "it was merged");
    vault.connection().execute("INSERT INTO note (text) VALUES (?1)", [text(TRANSACTIONS)]).expect("ok");
    let mut wal = fs::read(&path).expect("it is there");
    let last = wal.len() - 2000;
    wal[last..].fill(0);
    drop(vault);
    fs::write(&path, &wal).expect("it can be written");
    let vault = temp.unlock();
    assert_eq!(vault.verdict(), None, "an ordinary end");
    assert_eq!(rows(&vault), TRANSACTIONS - 1);
}

#[test]
fn a_break_is_told_when_only_reading_and_nothing_is_kept_aside() {
    let temp = crashed();
    let path = temp.path().join("journal.db-wal");
    let mut wal = fs::read(&path).expect("it is there");
    wal[32 + 24 + 4096 + 200] ^= 1;
    fs::write(&path, &wal).expect("it can be written");
    let before = fs::read_dir(temp.path()).expect("it is listed").count();
    let vault = Vault::at(temp.folder().clone()).unlock_to_read(temp.data_key()).expect("it opens");
    assert_eq!(vault.verdict(), Some(Verdict::Damaged));
    assert_eq!(rows(&vault), 0);
    vault.lock().expect("it closes");
    assert_eq!(fs::read_dir(temp.path()).expect("it is listed").count(), before);
    assert_eq!(fs::read(&path).expect("it is there"), wal);
}

/// A power cut while a lock merged the log: pages are torn in the file, and the log still has them.
#[test]
fn a_page_that_the_log_holds_anew_is_looked_at_there() {
    let temp = TempVault::set_up();
    let mut vault = temp.unlock();
    vault.migrate(&[NOTES]).expect("it runs");
    for number in 1..=TRANSACTIONS {
        vault.connection().execute("INSERT INTO note (text) VALUES (?1)", [text(number)]).expect("ok");
    }
    vault.lock().expect("it locks");
    let vault = temp.unlock();
    vault.connection().execute("UPDATE note SET text = text || ' '", []).expect("it is written");
    let fallen = temp.copy();
    drop(vault);
    let wal = fs::read(fallen.path().join("journal.db-wal")).expect("it is there");
    let in_log: Vec<usize> = wal[32..]
        .chunks(24 + 4096)
        .map(|frame| u32::from_be_bytes(frame[..4].try_into().expect("four bytes")) as usize)
        .collect();
    let good = fs::read(fallen.path().join("journal.db")).expect("it is there");
    let pages = good.len() / 4096;
    let (mut torn, mut rotten) = (0, 0);
    for page in 2..=pages {
        let fallen = fallen.copy();
        let mut bytes = good.clone();
        bytes[(page - 1) * 4096 + 512..page * 4096].fill(0);
        fs::write(fallen.path().join("journal.db"), &bytes).expect("it can be written");
        let Ok(mut vault) = fallen.try_unlock() else { continue };
        let verdict = vault.checker().run().expect("nobody locks it");
        if in_log.contains(&page) {
            torn += 1;
            assert_eq!(verdict, Verdict::Sound, "page {page} is whole in the log");
            vault.settle(verdict).expect("it is noted");
            vault.lock().expect("it locks");
            assert_eq!(fallen.unlock().checker().run(), Some(Verdict::Sound), "and now in the file");
        } else {
            rotten += 1;
            assert_eq!(verdict, Verdict::Damaged, "page {page} is in no log");
        }
    }
    assert!(torn > 3 && rotten > 0, "{torn} torn, {rotten} rotten of {pages}");
    // The file ended in the middle of a page that the log has.
    let last = in_log.iter().max().expect("there is one");
    if *last == pages {
        fs::write(fallen.path().join("journal.db"), &good[..good.len() - 1000]).expect("it can be written");
        assert_eq!(fallen.unlock().checker().run(), Some(Verdict::Sound));
    }
}
