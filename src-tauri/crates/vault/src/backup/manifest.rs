//! The manifest of a backup: whose it is, which bytes it has, and how much it holds.
//!
//! ```text
//! offset  bytes                              numbers are little-endian
//!      0      8  magic
//!      8     32  SHA-256 of everything behind it; at this place in every version
//!     40      2  format version
//!     42     16  id of the journal
//!     58      8  when it was made: milliseconds since 1970, UTC
//!     66      8  length of the store in bytes
//!     74     32  SHA-256 of the store
//!    106     12  nonce
//!    118     52  AES-256-GCM under "backup/1"; associated data: magic and bytes 40–105
//!
//! what is encrypted
//!      0      8  number of entries
//!      8      8  greatest number of an entry
//!     16      8  when it was last opened and counted: milliseconds since 1970, UTC
//!     24      8  count of changes
//!     32      4  number of the store's last migration
//! ```
//!
//! A thief reads a size and a date, which the files' own names and lengths tell him too, but no
//! counts. The slot file is not covered: it authenticates itself, and is replaced when a passphrase
//! changes.
//!
//! Nonces are random. One backup is made a day and checked a few times more; a key that lasted a
//! thousand years would still be far from the 2³² messages that GCM allows.

use std::path::Path;

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes256Gcm, Nonce, Tag};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

use super::{Inside, Tally, Unreadable};
use crate::derive::SubKey;
use crate::secrets::VaultId;
use crate::{Randomness, VaultError, files};

const MAGIC: &[u8; 8] = b"TBmanif\n";
const VERSION: u16 = 1;
const CHECKSUM_END: usize = 40;
const NONCE: usize = 12;
const TAG: usize = 16;
const INSIDE: usize = 36;

/// The longest file that is read. A manifest of this version is far shorter.
const LONGEST: u64 = 4096;

/// What a manifest says in the open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) vault_id: VaultId,
    pub(crate) made_at: DateTime<Utc>,
    /// The length of the store in bytes.
    pub(crate) length: u64,
    /// The SHA-256 of the store.
    pub(crate) hash: [u8; 32],
}

/// A manifest that reads well, before the key has spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Manifest {
    pub(crate) header: Header,
    nonce: [u8; NONCE],
    ciphertext: [u8; INSIDE],
    tag: [u8; TAG],
}

impl Manifest {
    /// Seals a new one. Times are kept to the millisecond.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`].
    pub(crate) fn seal(
        header: Header,
        inside: &Inside,
        key: &SubKey,
        randomness: &mut dyn Randomness,
    ) -> Result<Self, VaultError> {
        let mut nonce = [0; NONCE];
        randomness.fill(&mut nonce)?;
        let mut ciphertext = spell(inside);
        let sealed = cipher(key)
            .encrypt_inout_detached(
                &Nonce::from(nonce),
                &header.associated_data(),
                ciphertext.as_mut_slice().into(),
            )
            .expect("36 bytes are within what GCM encrypts");
        let mut tag = [0; TAG];
        tag.copy_from_slice(&sealed);
        Ok(Self { header, nonce, ciphertext, tag })
    }

    /// What it says under this key of this journal.
    ///
    /// # Errors
    /// [`Unreadable::OtherKey`]; [`Unreadable::Damaged`] when what was authentic makes no sense.
    pub(crate) fn open(&self, key: &SubKey, vault_id: VaultId) -> Result<Inside, Unreadable> {
        if self.header.vault_id != vault_id {
            return Err(Unreadable::OtherKey);
        }
        let mut bytes = self.ciphertext;
        cipher(key)
            .decrypt_inout_detached(
                &Nonce::from(self.nonce),
                &self.header.associated_data(),
                bytes.as_mut_slice().into(),
                &Tag::from(self.tag),
            )
            .map_err(|_| Unreadable::OtherKey)?;
        read_inside(&bytes)
    }

    /// Reads the manifest at `path` as far as that needs no key.
    ///
    /// # Errors
    /// [`Unreadable::Damaged`], also when there is none; [`Unreadable::Newer`].
    pub(crate) fn read(path: &Path) -> Result<Self, Unreadable> {
        // A disk that fails once says nothing of the backup.
        let read = || files::read_bounded(path, LONGEST);
        let bytes = read().or_else(|_| read()).ok().flatten().ok_or(Unreadable::Damaged)?;
        Self::decode(&bytes)
    }

    /// Writes it in place of the former one, all or nothing.
    pub(crate) fn write(&self, path: &Path) -> Result<(), VaultError> {
        files::write_atomically(path, &self.encode())?;
        Ok(())
    }

    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut body = self.header.encode();
        body.extend_from_slice(&self.nonce);
        body.extend_from_slice(&self.ciphertext);
        body.extend_from_slice(&self.tag);
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&Sha256::digest(&body));
        bytes.extend_from_slice(&body);
        bytes
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, Unreadable> {
        if !bytes.starts_with(MAGIC) || bytes.len() < CHECKSUM_END {
            return Err(Unreadable::Damaged);
        }
        let (front, rest) = bytes.split_at(CHECKSUM_END);
        if Sha256::digest(rest).as_slice() != &front[MAGIC.len()..] {
            return Err(Unreadable::Damaged);
        }
        let mut reader = Reader(rest);
        // Only now is a number in it worth believing.
        let version = u16::from_le_bytes(reader.take()?);
        if version > VERSION {
            return Err(Unreadable::Newer);
        }
        if version != VERSION {
            return Err(Unreadable::Damaged);
        }
        let header = Header {
            vault_id: VaultId(reader.take()?),
            made_at: time(reader.take()?)?,
            length: u64::from_le_bytes(reader.take()?),
            hash: reader.take()?,
        };
        let manifest =
            Self { header, nonce: reader.take()?, ciphertext: reader.take()?, tag: reader.take()? };
        if reader.0.is_empty() { Ok(manifest) } else { Err(Unreadable::Damaged) }
    }
}

impl Header {
    fn encode(&self) -> Vec<u8> {
        let mut bytes = VERSION.to_le_bytes().to_vec();
        bytes.extend_from_slice(&self.vault_id.0);
        bytes.extend_from_slice(&self.made_at.timestamp_millis().to_le_bytes());
        bytes.extend_from_slice(&self.length.to_le_bytes());
        bytes.extend_from_slice(&self.hash);
        bytes
    }

    fn associated_data(&self) -> Vec<u8> {
        let mut data = MAGIC.to_vec();
        data.extend_from_slice(&self.encode());
        data
    }
}

fn spell(inside: &Inside) -> [u8; INSIDE] {
    let mut bytes = [0; INSIDE];
    bytes[..8].copy_from_slice(&inside.tally.entries.to_le_bytes());
    bytes[8..16].copy_from_slice(&inside.tally.newest.to_le_bytes());
    bytes[16..24].copy_from_slice(&inside.checked_at.timestamp_millis().to_le_bytes());
    bytes[24..32].copy_from_slice(&inside.changes.to_le_bytes());
    bytes[32..].copy_from_slice(&inside.format.to_le_bytes());
    bytes
}

fn read_inside(bytes: &[u8; INSIDE]) -> Result<Inside, Unreadable> {
    let mut reader = Reader(bytes);
    Ok(Inside {
        tally: Tally {
            entries: u64::from_le_bytes(reader.take()?),
            newest: i64::from_le_bytes(reader.take()?),
        },
        checked_at: time(reader.take()?)?,
        changes: u64::from_le_bytes(reader.take()?),
        format: u32::from_le_bytes(reader.take()?),
    })
}

/// A number of milliseconds may lie outside of what a calendar knows.
fn time(bytes: [u8; 8]) -> Result<DateTime<Utc>, Unreadable> {
    DateTime::from_timestamp_millis(i64::from_le_bytes(bytes)).ok_or(Unreadable::Damaged)
}

fn cipher(key: &SubKey) -> Aes256Gcm {
    Aes256Gcm::new_from_slice(key.expose()).expect("the key has 32 bytes")
}

/// Takes fixed lengths from the front.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], Unreadable> {
        let (head, rest) = self.0.split_first_chunk().ok_or(Unreadable::Damaged)?;
        self.0 = rest;
        Ok(*head)
    }
}

#[cfg(test)]
mod tests;
