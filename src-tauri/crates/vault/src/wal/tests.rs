//! WALs as SQLite writes them, as a power cut leaves them, and as only damage leaves them.

use std::fs;

use super::*;

/// One frame to write: the page, and the store's length if a transaction ends with it.
type Plan = (u32, u32);

/// A WAL with these frames, checksums and all.
fn wal(order: Order, plan: &[Plan]) -> Vec<u8> {
    let magic: u32 = match order {
        Order::Little => 0x377f_0682,
        Order::Big => 0x377f_0683,
    };
    let mut bytes = magic.to_be_bytes().to_vec();
    bytes.extend_from_slice(&VERSION.to_be_bytes());
    bytes.extend_from_slice(&4096_u32.to_be_bytes());
    bytes.extend_from_slice(&[0, 0, 0, 1]);
    bytes.extend_from_slice(b"saltsalt");
    let mut sum = Checksum::default().over(&bytes, order);
    bytes.extend_from_slice(&sum.to_bytes());
    for (place, (page, commit)) in (0..).zip(plan) {
        let front = [page.to_be_bytes(), commit.to_be_bytes()].concat();
        let content: Vec<u8> = (0_u32..4096).map(|byte| (byte.wrapping_mul(7) + place) as u8).collect();
        sum = sum.over(&front, order).over(&content, order);
        bytes.extend_from_slice(&front);
        bytes.extend_from_slice(b"saltsalt");
        bytes.extend_from_slice(&sum.to_bytes());
        bytes.extend_from_slice(&content);
    }
    bytes
}

/// Three transactions, of two frames, three and one; the store has 8 pages then.
const THREE: [Plan; 6] = [(7, 0), (3, 8), (7, 0), (9, 0), (4, 8), (5, 8)];

fn frame(number: usize) -> usize {
    HEADER + (number - 1) * (FRAME_HEADER + PAGE_BYTES)
}

fn with_file<T>(bytes: &[u8], look: impl FnOnce(&Path) -> T) -> T {
    let directory = tempfile::tempdir().expect("a temporary folder can be made");
    let path = directory.path().join("wal");
    fs::write(&path, bytes).expect("it can be written");
    look(&path)
}

fn read(bytes: &[u8]) -> io::Result<Vec<u32>> {
    with_file(bytes, |path| pages(path).map(|pages| pages.into_iter().collect()))
}

fn broken(bytes: &[u8]) -> bool {
    with_file(bytes, |path| is_broken(path).expect("it can be read"))
}

#[test]
fn pages_are_those_of_the_current_round() {
    let mut bytes = wal(Order::Little, &[(7, 0), (3, 0), (7, 0), (9, 0), (4, 0), (0, 0)]);
    bytes[frame(4) + 8] = b'S';
    assert_eq!(read(&bytes).expect("it reads well"), [3, 4, 7]);
}

#[test]
fn a_wal_that_is_cut_off_is_read_as_far_as_it_goes() {
    let bytes = wal(Order::Little, &[(1, 0), (2, 3)]);
    // The second frame's page is cut: its number still counts, which is never wrong.
    assert_eq!(read(&bytes[..bytes.len() - 1]).expect("it reads well"), [1, 2]);
    assert_eq!(read(&bytes[..frame(2) + 23]).expect("it reads well"), [1]);
    assert_eq!(read(&bytes[..HEADER - 1]).expect("it reads well"), []);
    assert_eq!(read(&[]).expect("it reads well"), []);
}

#[test]
fn no_wal_is_no_pages_and_another_page_size_is_an_error() {
    assert!(pages(Path::new("nowhere/at/all")).expect("there is none").is_empty());
    assert!(!is_broken(Path::new("nowhere/at/all")).expect("there is none"));
    let mut bytes = wal(Order::Little, &[(1, 2)]);
    bytes[10] = 0x20;
    let sum = Checksum::default().over(&bytes[..24], Order::Little).to_bytes();
    bytes[24..32].copy_from_slice(&sum);
    assert_eq!(read(&bytes).expect_err("it is not ours").kind(), io::ErrorKind::InvalidData);
    // With a header that is only damaged SQLite merges nothing.
    bytes[9] ^= 1;
    assert_eq!(read(&bytes).expect("it says nothing"), []);
}

/// The checksums are those of SQLite itself.
#[test]
fn what_sqlite_writes_is_whole() {
    let directory = tempfile::tempdir().expect("a temporary folder can be made");
    let path = directory.path().join("plain.db");
    let connection = rusqlite::Connection::open(&path).expect("it is made");
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE t (x);
             INSERT INTO t VALUES (randomblob(9000)); INSERT INTO t VALUES (randomblob(9000));",
        )
        .expect("it is written");
    let bytes = fs::read(directory.path().join("plain.db-wal")).expect("it is there");
    assert!(bytes.len() > frame(6));
    assert!(!broken(&bytes));
    for at in [0, 8, 20, 30, frame(2) + 500, frame(3) + 18] {
        let mut bytes = bytes.clone();
        bytes[at] ^= 4;
        assert!(broken(&bytes), "byte {at}");
    }
}

#[test]
fn a_break_with_a_transaction_behind_it_is_told_and_one_in_the_last_is_not() {
    for order in [Order::Little, Order::Big] {
        let good = wal(order, &THREE);
        assert!(!broken(&good));
        for number in 1..=6 {
            // The page's number, the store's length, the salts, the checksum, and the page itself.
            for at in [3, 7, 8, 15, 16, 23, 24, 2000, 4119] {
                for bit in 0..8 {
                    let mut bytes = good.clone();
                    bytes[frame(number) + at] ^= 1 << bit;
                    assert_eq!(broken(&bytes), number < 6, "{order:?}, frame {number}, byte {at}, bit {bit}");
                }
            }
        }
    }
}

#[test]
fn a_broken_header_with_a_frame_behind_it_is_told() {
    let good = wal(Order::Little, &THREE);
    for at in 0..HEADER {
        let mut bytes = good.clone();
        bytes[at] ^= 16;
        assert!(broken(&bytes), "byte {at}");
        assert!(!broken(&bytes[..HEADER]), "nothing is behind it");
    }
    // A file that was made longer and not written yet.
    assert!(!broken(&vec![0; good.len()]));
}

#[test]
fn what_a_power_cut_leaves_of_the_last_transaction_is_not_told() {
    let two = [(7, 0), (3, 8), (7, 0), (9, 0), (4, 0), (5, 8)];
    let good = wal(Order::Little, &two);
    for length in (0..=good.len()).step_by(97) {
        assert!(!broken(&good[..length]), "{length} bytes");
    }
    // The disk wrote the later sectors of the last transaction and not the earlier ones.
    for from in (frame(3)..good.len()).step_by(512) {
        for to in (from + 512..=good.len()).step_by(1536) {
            let mut bytes = good.clone();
            bytes[from..to].fill(0);
            assert!(!broken(&bytes), "{from} to {to}");
        }
    }
    // Frames of a former round behind it, with a commit among them.
    let mut bytes = good.clone();
    let former: Vec<u8> = good[HEADER..].to_vec();
    bytes.truncate(frame(6));
    bytes.extend(former.chunks(FRAME_HEADER + PAGE_BYTES).flat_map(|frame| {
        let mut frame = frame.to_vec();
        frame[8..16].copy_from_slice(b"formerly");
        frame
    }));
    assert!(!broken(&bytes));
}
