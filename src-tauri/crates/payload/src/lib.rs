//! What is shown in a walk-through, on its way from the journal to the process that shows it.
//!
//! ```text
//! 8 bytes   a mark with the version
//! 4 bytes   the length of what follows, little endian
//! …         `contract::ShownWalkThrough` in JSON, as `encode` writes it and in no other way
//! …         zeros, to the next multiple of `STEP`
//! ```
//!
//! The padding keeps the size from telling how much was chosen, let alone what was left out. Whoever
//! reads it trusts nothing: a mark, a length, a byte of padding, a space, an order of fields that
//! [`encode`] would not have written is foreign, and how many there are of everything is counted
//! before memory is taken for it.

mod shape;

use std::io::{self, Write};

use contract::ShownWalkThrough;
use zeroize::Zeroizing;

/// A payload is a multiple of this many bytes.
pub const STEP: usize = 4_096;

/// The largest payload, in bytes: a multiple of [`STEP`]. Fifty long entries are a tenth of it.
pub const MOST: usize = 16 * 1024 * 1024;

/// The first bytes; the last of them is the version.
const MARK: &[u8; 8] = b"TBSHOWN\x01";
/// The bytes before the texts: the mark, and a length.
const HEAD: usize = MARK.len() + 4;

/// The lengths in minutes that a walk-through can have.
const MINUTES: [u8; 4] = [15, 30, 45, 60];

/// The bytes of what is shown. Wiped when dropped, never printed, and on the heap, so that passing it
/// on leaves no copy behind.
pub struct Payload {
    bytes: Zeroizing<Vec<u8>>,
}

impl Payload {
    /// Takes bytes as they came. Nothing about them is known yet but that they can be one by their
    /// number; `None` where not even that.
    #[must_use]
    pub fn new(bytes: Zeroizing<Vec<u8>>) -> Option<Self> {
        is_size(bytes.len()).then_some(Self { bytes })
    }

    /// The bytes: a multiple of [`STEP`], at most [`MOST`].
    #[must_use]
    pub fn expose(&self) -> &[u8] {
        &self.bytes
    }
}

impl std::fmt::Debug for Payload {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Payload")
    }
}

/// Whether a payload can have this many bytes: for whoever takes memory before they have come.
#[must_use]
pub const fn is_size(bytes: usize) -> bool {
    bytes > 0 && bytes <= MOST && bytes.is_multiple_of(STEP)
}

/// There is more to show than one payload holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong;

/// Not a payload as [`encode`] writes it. It says nothing more: what is in it may be anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Foreign;

/// Packs what is shown. The same is always packed the same.
///
/// # Errors
/// [`TooLong`] where it is larger than [`MOST`], has more than 50 pages, 2,000 parts of a page, 4,000
/// pieces of a part or 100 questions of a companion, one text of more than 8 MiB, or a number of
/// minutes that there is none of.
pub fn encode(shown: &ShownWalkThrough) -> Result<Payload, TooLong> {
    // Measured first: a vector that grows leaves copies behind that nobody wipes.
    let mut measure = Measure(0);
    serde_json::to_writer(&mut measure, shown).map_err(|_| TooLong)?;
    let length = measure.0;
    if length > MOST - HEAD || !MINUTES.contains(&shown.minutes.0) {
        return Err(TooLong);
    }
    let padded = (HEAD + length).next_multiple_of(STEP);
    let mut bytes = Zeroizing::new(Vec::with_capacity(padded));
    bytes.extend_from_slice(MARK);
    bytes.extend_from_slice(&u32::try_from(length).map_err(|_| TooLong)?.to_le_bytes());
    serde_json::to_writer(&mut *bytes, shown).map_err(|_| TooLong)?;
    if !shape::is_within_bounds(&bytes[HEAD..]) {
        return Err(TooLong);
    }
    bytes.resize(padded, 0);
    Ok(Payload { bytes })
}

/// Unpacks what is shown, taking at most four times [`MOST`] of memory whatever the bytes are.
///
/// # Errors
/// [`Foreign`] for anything that [`encode`] would not have written, to the byte.
pub fn decode(payload: &Payload) -> Result<ShownWalkThrough, Foreign> {
    let bytes = payload.expose();
    let (head, rest) = bytes.split_first_chunk::<HEAD>().ok_or(Foreign)?;
    let (mark, length) = head.split_at(MARK.len());
    let length = u32::from_le_bytes(length.try_into().map_err(|_| Foreign)?) as usize;
    let (texts, padding) = rest.split_at_checked(length).ok_or(Foreign)?;
    let is_ours = mark == MARK
        && bytes.len() == (HEAD + length).next_multiple_of(STEP)
        && padding.iter().all(|byte| *byte == 0)
        && shape::is_within_bounds(texts);
    if !is_ours {
        return Err(Foreign);
    }
    let shown: ShownWalkThrough = serde_json::from_slice(texts).map_err(|_| Foreign)?;
    let mut same = Same(texts);
    serde_json::to_writer(&mut same, &shown).map_err(|_| Foreign)?;
    if same.0.is_empty() && MINUTES.contains(&shown.minutes.0) { Ok(shown) } else { Err(Foreign) }
}

/// Counts what would have been written.
struct Measure(usize);

impl Write for Measure {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.saturating_add(bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Compares what is written with what is still to come, and keeps none of it.
struct Same<'a>(&'a [u8]);

impl Write for Same<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.strip_prefix(bytes).ok_or(io::ErrorKind::InvalidData)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
