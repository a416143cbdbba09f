//! What lies in the WAL, read before SQLite reads it: which pages a checkpoint will change, and
//! whether something is broken that no power cut breaks.
//!
//! SQLCipher encrypts pages; the headers between them are plain, and the checksums are over the
//! bytes as they lie in the file. Format: <https://sqlite.org/fileformat2.html#the_write_ahead_log>

mod checksum;

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use crate::settings::PAGE;
use checksum::{Checksum, Order};

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;
#[allow(clippy::cast_possible_truncation, reason = "4096 fits everywhere")]
const PAGE_BYTES: usize = PAGE as usize;

/// The only version of the format there is.
const VERSION: u32 = 3_007_000;

/// The numbers, from 1, of all pages in a WAL; empty when there is no WAL or nothing in it.
///
/// Frames of a WAL's former round carry other salts and are left out. A frame that was never
/// committed is counted: a page too many costs a little time, a page too few would go unsealed.
/// A WAL whose header is broken holds nothing for SQLite, and so merges nothing.
pub(crate) fn pages(path: &Path) -> io::Result<BTreeSet<u32>> {
    let mut pages = BTreeSet::new();
    let Some((header, mut frames)) = open(path)? else { return Ok(pages) };
    let Some(header) = header else { return Ok(pages) };
    if header.page != PAGE {
        return Err(io::ErrorKind::InvalidData.into());
    }
    while let Some(head) = frames.head()? {
        if head.salts == header.salts {
            pages.insert(head.page);
        }
        frames.skip_page()?;
    }
    pages.remove(&0);
    Ok(pages)
}

/// The numbers of all pages of which the WAL holds a version that is in force: frame after frame
/// without a break, up to the last that ends a transaction. SQLite reads these pages from here and
/// not from the file.
pub(crate) fn pages_in_force(path: &Path) -> io::Result<BTreeSet<u32>> {
    let mut in_force = BTreeSet::new();
    let Some((header, mut frames)) = open(path)? else { return Ok(in_force) };
    let Some(header) = header.filter(|header| header.page == PAGE) else { return Ok(in_force) };
    let mut before = header.checksum;
    let mut transaction = Vec::new();
    while let Some(frame) = frames.whole()? {
        let computed = frame.checksum(before, header.order);
        if frame.head.salts != header.salts || frame.head.checksum != computed {
            break;
        }
        before = computed;
        transaction.push(frame.head.page);
        if frame.head.commit != 0 {
            in_force.extend(transaction.drain(..));
        }
    }
    Ok(in_force)
}

/// Whether a WAL is broken in a way that cannot come from a crash or a power cut.
///
/// SQLite takes up the frames before the first one whose checksum is wrong, and forgets the rest
/// without a word. That is right where the rest is one transaction that was being written. But each
/// transaction is forced to the disk before the next begins: when a *further* transaction lies
/// behind the first wrong frame, that frame was whole once, and acknowledged words are lost.
///
/// The break is in the last transaction, which nobody can tell from a power cut: `false`. The header
/// is forced to the disk before the first frame, so a broken one with a frame behind it: `true`.
///
/// This relies on frames not being padded to the length of a sector, which SQLite does only on
/// devices that it does not trust to leave the bytes beside a write alone; none of our systems is
/// one by default.
pub(crate) fn is_broken(path: &Path) -> io::Result<bool> {
    let Some((header, mut frames)) = open(path)? else { return Ok(false) };
    let Some(header) = header.filter(|header| header.page == PAGE) else {
        // A file system may leave zeros where nothing was written yet.
        return Ok(frames.whole()?.is_some_and(|frame| frame.bytes.iter().any(|byte| *byte != 0)));
    };
    let mut before = header.checksum;
    loop {
        let Some(frame) = frames.whole()? else { return Ok(false) };
        let computed = frame.checksum(before, header.order);
        if frame.head.salts == header.salts && frame.head.checksum == computed {
            before = computed;
            continue;
        }
        return frames.hold_a_transaction_behind(&frame, before, &header);
    }
}

/// The header, when it is whole and right.
struct Header {
    order: Order,
    page: u64,
    salts: [u8; 8],
    checksum: Checksum,
}

/// What stands before each page.
struct Head {
    page: u32,
    /// The length of the store in pages after this transaction; 0 before its last frame.
    commit: u32,
    salts: [u8; 8],
    checksum: Checksum,
}

/// One frame: its head, and all its bytes.
struct Frame {
    head: Head,
    bytes: Vec<u8>,
}

/// The frames of a WAL, one after the other.
struct Frames(BufReader<File>);

/// Opens a WAL; nothing when there is none, or not even a header in it.
fn open(path: &Path) -> io::Result<Option<(Option<Header>, Frames)>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut frames = Frames(BufReader::new(file));
    let mut header = [0; HEADER];
    if !frames.fill(&mut header)? {
        return Ok(None);
    }
    Ok(Some((Header::read(&header), frames)))
}

impl Header {
    fn read(bytes: &[u8; HEADER]) -> Option<Self> {
        let order = Order::of_magic(number(bytes, 0))?;
        let checksum = Checksum::default().over(&bytes[..24], order);
        let right = checksum == Checksum::read(&bytes[24..]) && number(bytes, 4) == VERSION;
        right.then(|| Self { order, page: u64::from(number(bytes, 8)), salts: eight(bytes, 16), checksum })
    }
}

impl Head {
    fn read(bytes: &[u8]) -> Self {
        Self {
            page: number(bytes, 0),
            commit: number(bytes, 4),
            salts: eight(bytes, 8),
            checksum: Checksum::read(&bytes[16..24]),
        }
    }
}

impl Frame {
    /// The checksum of the WAL up to and with this frame, computed from the one before it.
    fn checksum(&self, before: Checksum, order: Order) -> Checksum {
        before.over(&self.bytes[..8], order).over(&self.bytes[FRAME_HEADER..], order)
    }

    /// Whether the first wrong frame of a WAL ended a transaction.
    fn ended(&self, before: Checksum, header: &Header) -> bool {
        let computed = self.checksum(before, header.order);
        let right = computed == self.head.checksum;
        if self.head.commit != 0 {
            // The checksum does not cover the salts: it may be they that are wrong.
            return right || self.head.salts == header.salts;
        }
        // The one bit that said so may be the one that is gone.
        !right
            && (0..32).any(|bit| {
                let commit = (1_u32 << bit).to_be_bytes();
                let front = [&self.bytes[..4], &commit[..]].concat();
                let all = before.over(&front, header.order).over(&self.bytes[FRAME_HEADER..], header.order);
                all == self.head.checksum
            })
    }
}

impl Frames {
    /// Whether behind `broken`, the first wrong frame, its own transaction ends and another lies.
    ///
    /// Frames count that carry the salts of this round and follow from the frame before them: what a
    /// file system left there of former rounds does neither.
    fn hold_a_transaction_behind(
        &mut self,
        broken: &Frame,
        before: Checksum,
        header: &Header,
    ) -> io::Result<bool> {
        let mut ended = broken.ended(before, header);
        // What is wrong may be the frame, or only what it says of itself.
        let mut from = vec![broken.head.checksum, broken.checksum(before, header.order)];
        while let Some(frame) = self.whole()? {
            if frame.head.salts == header.salts {
                let follows =
                    from.iter().any(|from| frame.checksum(*from, header.order) == frame.head.checksum);
                if ended && follows {
                    return Ok(true);
                }
                ended |= frame.head.commit != 0;
            }
            from = vec![frame.head.checksum];
        }
        Ok(false)
    }

    /// The next frame, or nothing when less than a whole one is left.
    fn whole(&mut self) -> io::Result<Option<Frame>> {
        let mut bytes = vec![0; FRAME_HEADER + PAGE_BYTES];
        Ok(self.fill(&mut bytes)?.then(|| Frame { head: Head::read(&bytes), bytes }))
    }

    /// What stands before the next page, also when that page is cut off.
    fn head(&mut self) -> io::Result<Option<Head>> {
        let mut bytes = [0; FRAME_HEADER];
        Ok(self.fill(&mut bytes)?.then(|| Head::read(&bytes)))
    }

    fn skip_page(&mut self) -> io::Result<()> {
        self.0.seek_relative(i64::try_from(PAGE).map_err(|_| io::ErrorKind::InvalidData)?)
    }

    /// Fills `buffer`; false when fewer bytes are left.
    fn fill(&mut self, buffer: &mut [u8]) -> io::Result<bool> {
        match self.0.read_exact(buffer) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(false),
            Err(error) => Err(error),
        }
    }
}

fn number(bytes: &[u8], at: usize) -> u32 {
    let mut four = [0; 4];
    four.copy_from_slice(&bytes[at..at + 4]);
    u32::from_be_bytes(four)
}

fn eight(bytes: &[u8], at: usize) -> [u8; 8] {
    let mut eight = [0; 8];
    eight.copy_from_slice(&bytes[at..at + 8]);
    eight
}

#[cfg(test)]
mod tests;
