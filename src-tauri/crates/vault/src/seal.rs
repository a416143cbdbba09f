//! The seal: whether the store is, byte for byte, the one that was locked.
//!
//! SQLCipher authenticates each page but not which version of it: one old page put back passes all
//! its checks, and so does a file cut off at a page. The seal is a small authenticated file beside
//! the store with its generation, its length and a MAC per chunk.
//!
//! ```text
//! offset  bytes                              numbers are little-endian
//!      0      8  magic
//!      8     32  SHA-256 of everything behind it; at this place in every version
//!     40      2  format version
//!     42     16  id of the journal
//!     58      1  state: 1 open, 2 sealed
//!     59      1  finding not yet accepted: 0 none, 1 changed outside, 2 damaged
//!     60      8  generation: how many times the journal was locked
//!     68      8  length of the store in bytes
//!     76      4  bytes per chunk
//!     80      4  number of chunks
//!     84   16·n  MAC of each chunk
//!    end     32  HMAC-SHA256 under "seal/1" of magic and everything behind the checksum
//! ```

pub(crate) mod ledger;

use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::derive::SubKey;
use crate::secrets::VaultId;
use crate::{VaultError, files};
use ledger::{CHUNK, Ledger};

const MAGIC: &[u8; 8] = b"TBseal\r\n";
const VERSION: u16 = 1;
const CHECKSUM_END: usize = 40;

/// A seal for a store of 4 TiB. A longer file is none.
const LONGEST: u64 = 256 * 1024 * 1024;

/// Whether the journal was locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Open,
    Sealed,
}

/// What was found and not yet accepted by a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Finding {
    ChangedOutside,
    Damaged,
}

/// What the seal file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SealFile {
    pub(crate) vault_id: VaultId,
    pub(crate) state: State,
    pub(crate) finding: Option<Finding>,
    pub(crate) generation: u64,
    pub(crate) ledger: Ledger,
}

/// Why there is no seal to go by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoSeal {
    /// Missing, damaged, or not made for this journal.
    Broken,
    /// Written by a newer program.
    Newer,
    /// It could not be read now, which says nothing about what is in it.
    NotRead(VaultError),
}

impl SealFile {
    /// Reads the seal of this journal and checks it under its key.
    pub(crate) fn read(path: &Path, key: &SubKey, vault_id: VaultId) -> Result<Self, NoSeal> {
        let bytes = match files::read_bounded(path, LONGEST) {
            Ok(bytes) => bytes.ok_or(NoSeal::Broken)?,
            // Something by this name that is no file was not put there by us.
            Err(error) if error.kind() == io::ErrorKind::InvalidData => return Err(NoSeal::Broken),
            Err(error) => return Err(NoSeal::NotRead(error.into())),
        };
        let (seal, mac) = Self::decode(&bytes)?;
        let authentic = bool::from(seal.compute_mac(key).ct_eq(&mac));
        if authentic && seal.vault_id == vault_id { Ok(seal) } else { Err(NoSeal::Broken) }
    }

    /// Writes it in place of the former one, all or nothing.
    pub(crate) fn write(&self, path: &Path, key: &SubKey) -> Result<(), VaultError> {
        files::write_atomically(path, &self.encode(key))?;
        Ok(())
    }

    /// Whether a seal says "made by set-up, never opened" of a store of this length.
    ///
    /// This needs no key, and nobody gains by forging it: a store without slots is lost already.
    pub(crate) fn is_untouched_set_up(path: &Path, length: u64) -> bool {
        let Ok(Some(bytes)) = files::read_bounded(path, LONGEST) else {
            return false;
        };
        Self::decode(&bytes).is_ok_and(|(seal, _)| {
            seal.state == State::Sealed && seal.generation == 0 && seal.ledger.length == length
        })
    }

    /// The journal that a seal says it belongs to. Not checked with a key.
    pub(crate) fn of_journal(path: &Path) -> Option<VaultId> {
        let bytes = files::read_bounded(path, LONGEST).ok()??;
        Some(Self::decode(&bytes).ok()?.0.vault_id)
    }

    fn encode(&self, key: &SubKey) -> Vec<u8> {
        let body = self.body();
        let mac = self.compute_mac(key);
        let mut bytes = MAGIC.to_vec();
        let mut hash = Sha256::new();
        hash.update(&body);
        hash.update(mac);
        bytes.extend_from_slice(&hash.finalize());
        bytes.extend_from_slice(&body);
        bytes.extend_from_slice(&mac);
        bytes
    }

    fn decode(bytes: &[u8]) -> Result<(Self, [u8; 32]), NoSeal> {
        if !bytes.starts_with(MAGIC) || bytes.len() < CHECKSUM_END {
            return Err(NoSeal::Broken);
        }
        let (front, rest) = bytes.split_at(CHECKSUM_END);
        if Sha256::digest(rest).as_slice() != &front[MAGIC.len()..] {
            return Err(NoSeal::Broken);
        }
        let mut reader = Reader(rest);
        let version = u16::from_le_bytes(reader.take()?);
        if version > VERSION {
            return Err(NoSeal::Newer);
        }
        if version != VERSION {
            return Err(NoSeal::Broken);
        }
        let vault_id = VaultId(reader.take()?);
        let state = match reader.take()? {
            [1] => State::Open,
            [2] => State::Sealed,
            _ => return Err(NoSeal::Broken),
        };
        let finding = match reader.take()? {
            [0] => None,
            [1] => Some(Finding::ChangedOutside),
            [2] => Some(Finding::Damaged),
            _ => return Err(NoSeal::Broken),
        };
        let generation = u64::from_le_bytes(reader.take()?);
        let length = u64::from_le_bytes(reader.take()?);
        let chunk = u32::from_le_bytes(reader.take()?);
        let count = u32::from_le_bytes(reader.take()?);
        let fits = u64::from(chunk) == CHUNK && u64::from(count) == length.div_ceil(CHUNK);
        if !fits || reader.0.len() as u64 != u64::from(count) * 16 + 32 {
            return Err(NoSeal::Broken);
        }
        let mut macs = Vec::new();
        for _ in 0..count {
            macs.push(reader.take()?);
        }
        let ledger = Ledger { length, macs };
        Ok((Self { vault_id, state, finding, generation, ledger }, reader.take()?))
    }

    fn body(&self) -> Vec<u8> {
        let mut body = VERSION.to_le_bytes().to_vec();
        body.extend_from_slice(&self.vault_id.0);
        body.push(match self.state {
            State::Open => 1,
            State::Sealed => 2,
        });
        body.push(match self.finding {
            None => 0,
            Some(Finding::ChangedOutside) => 1,
            Some(Finding::Damaged) => 2,
        });
        body.extend_from_slice(&self.generation.to_le_bytes());
        body.extend_from_slice(&self.ledger.length.to_le_bytes());
        let chunk = u32::try_from(CHUNK).expect("a chunk is far below 4 GiB");
        body.extend_from_slice(&chunk.to_le_bytes());
        let count = u32::try_from(self.ledger.macs.len()).expect("SQLite stores at most 2^32 pages");
        body.extend_from_slice(&count.to_le_bytes());
        body.extend_from_slice(self.ledger.macs.as_flattened());
        body
    }

    fn compute_mac(&self, key: &SubKey) -> [u8; 32] {
        key.mac(&[MAGIC, &self.body()])
    }
}

/// Takes fixed lengths from the front.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], NoSeal> {
        let (head, rest) = self.0.split_first_chunk().ok_or(NoSeal::Broken)?;
        self.0 = rest;
        Ok(*head)
    }
}

#[cfg(test)]
mod tests;
