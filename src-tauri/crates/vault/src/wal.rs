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
