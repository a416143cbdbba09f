//! Which pages a checkpoint will change, read from the frame headers of the WAL.
//!
//! SQLCipher encrypts pages; the headers between them are plain. Format:
//! <https://sqlite.org/fileformat2.html#the_write_ahead_log>

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek};
use std::path::Path;

use crate::settings::PAGE;

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// The numbers, from 1, of all pages in a WAL; empty when there is no WAL or nothing in it.
///
/// Frames of a WAL's former round carry other salts and are left out. A frame that was never
/// committed is counted: a page too many costs a little time, a page too few would go unsealed.
pub(crate) fn pages(path: &Path) -> io::Result<BTreeSet<u32>> {
    let mut pages = BTreeSet::new();
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(pages),
        Err(error) => return Err(error),
    };
    let mut reader = BufReader::new(file);
    let mut header = [0; HEADER];
    if !read_whole(&mut reader, &mut header)? {
        return Ok(pages);
    }
    if u64::from(number(&header, 8)) != PAGE {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let salts = &header[16..24];
    let page = i64::try_from(PAGE).map_err(|_| io::ErrorKind::InvalidData)?;
    let mut frame = [0; FRAME_HEADER];
    while read_whole(&mut reader, &mut frame)? {
        if &frame[8..16] == salts {
            pages.insert(number(&frame, 0));
        }
        reader.seek_relative(page)?;
    }
    pages.remove(&0);
    Ok(pages)
}

fn number(bytes: &[u8], at: usize) -> u32 {
    let mut four = [0; 4];
    four.copy_from_slice(&bytes[at..at + 4]);
    u32::from_be_bytes(four)
}

/// Fills `buffer`; false when fewer bytes are left.
fn read_whole(reader: &mut (impl Read + Seek), buffer: &mut [u8]) -> io::Result<bool> {
    match reader.read_exact(buffer) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// A WAL with these frames: page number, and whether it is of the current round.
    fn wal(frames: &[(u32, bool)]) -> Vec<u8> {
        let mut bytes = vec![0; HEADER];
        bytes[8..12].copy_from_slice(&4096_u32.to_be_bytes());
        bytes[16..24].copy_from_slice(b"saltsalt");
        for (page, current) in frames {
            bytes.extend_from_slice(&page.to_be_bytes());
            bytes.extend_from_slice(&[0; 4]);
            bytes.extend_from_slice(if *current { b"saltsalt" } else { b"formerly" });
            bytes.extend_from_slice(&[0; 8 + 4096]);
        }
        bytes
    }

    fn read(bytes: &[u8]) -> io::Result<Vec<u32>> {
        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        let path = directory.path().join("wal");
        fs::write(&path, bytes).expect("it can be written");
        pages(&path).map(|pages| pages.into_iter().collect())
    }

    #[test]
    fn pages_are_those_of_the_current_round() {
        let frames = [(7, true), (3, true), (7, true), (9, false), (4, true), (0, true)];
        assert_eq!(read(&wal(&frames)).expect("it reads well"), [3, 4, 7]);
    }

    #[test]
    fn a_wal_that_is_cut_off_is_read_as_far_as_it_goes() {
        let bytes = wal(&[(1, true), (2, true)]);
        // The second frame's page is cut: its number still counts, which is never wrong.
        assert_eq!(read(&bytes[..bytes.len() - 1]).expect("it reads well"), [1, 2]);
        assert_eq!(read(&bytes[..HEADER + FRAME_HEADER + 4096 + 23]).expect("it reads well"), [1]);
        assert_eq!(read(&bytes[..HEADER - 1]).expect("it reads well"), []);
        assert_eq!(read(&[]).expect("it reads well"), []);
    }

    #[test]
    fn no_wal_is_no_pages_and_another_page_size_is_an_error() {
        assert!(pages(Path::new("nowhere/at/all")).expect("there is none").is_empty());
        let mut bytes = wal(&[(1, true)]);
        bytes[10] = 0;
        assert_eq!(read(&bytes).expect_err("it is not ours").kind(), io::ErrorKind::InvalidData);
    }
}
