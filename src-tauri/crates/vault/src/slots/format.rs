//! The bytes of the slot file, version 1. All numbers are little-endian.
//!
//! ```text
//! offset  bytes
//!      0      8  magic
//!      8     32  SHA-256 of everything behind it; at this place in every version
//!     40      2  format version
//!     42     16  id of the journal
//!     58      1  number of slots, 1 or 2, the first a passphrase's
//!     59  129·n  slots, the passphrase's before the recovery key's
//!    end     32  HMAC-SHA256 under "header/1" of magic and everything behind the checksum
//!
//! one slot
//!      0      1  kind: 1 passphrase, 2 recovery key
//!      1      8  id of the slot
//!      9     12  Argon2id: KiB, passes, lanes (all 0 for a recovery key)
//!     21     16  salt
//!     37     32  key commitment
//!     69     12  nonce
//!     81     48  AES-256-GCM of the data key; associated data: label, version, journal, bytes 0–80
//! ```
//!
//! The SHA-256 has no key and is checked first: when it is wrong the file was damaged by accident,
//! whatever else may be wrong. Who changes the file on purpose can renew it; then the keyed checks
//! speak. Everything has a fixed length and every number its bounds before anything is derived.

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes256Gcm, Nonce, Tag};
use sha2::{Digest, Sha256};

use super::SlotFile;
use crate::derive::{Cost, SlotKeys, SubKey};
use crate::secrets::{DataKey, SecretBytes, VaultId};

const MAGIC: &[u8; 8] = b"TBslots\n";
const VERSION: u16 = 1;
const MOST_SLOTS: usize = 2;
const CHECKSUM_END: usize = 40;
const PREFIX: usize = 59;
const HEAD: usize = 81;
const SLOT: usize = HEAD + 48;
const MAC: usize = 32;

/// The length in bytes of the longest file of this version. A longer one is not read; it is either
/// no slot file or of a version whose length its own program knows.
pub(crate) const LONGEST: u64 = 64 * 1024;

/// A recovery key needs no slow derivation.
pub(super) const NO_COST: Cost = Cost { memory_kib: 0, passes: 0, lanes: 0 };

/// Why bytes are not a slot file that this version reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// Not as it was written.
    Damaged,
    /// As it was written, by a newer program.
    Newer,
}

/// Who may open a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Passphrase = 1,
    RecoveryKey = 2,
}

/// Everything of a slot that is not encrypted.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) kind: Kind,
    pub(super) id: [u8; 8],
    pub(super) cost: Cost,
    pub(super) salt: [u8; 16],
    pub(super) commitment: [u8; 32],
    pub(super) nonce: [u8; 12],
}

/// The data key under a slot's key.
#[derive(Debug)]
pub(super) struct Wrapped {
    pub(super) ciphertext: [u8; DataKey::LENGTH],
    pub(super) tag: [u8; 16],
}

#[derive(Debug)]
pub(super) struct Slot {
    pub(super) head: Head,
    pub(super) wrapped: Wrapped,
}

/// The keyed check failed; nothing was decrypted.
pub(super) struct NotAuthentic;

impl SlotFile {
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(PREFIX + self.slots.len() * SLOT + MAC);
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&[0; 32]);
        bytes.extend_from_slice(&self.body());
        bytes.extend_from_slice(&self.mac);
        let checksum = Sha256::digest(&bytes[CHECKSUM_END..]);
        bytes[MAGIC.len()..CHECKSUM_END].copy_from_slice(&checksum);
        bytes
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, Unreadable> {
        let mut reader = Reader(bytes);
        if &reader.take::<8>()? != MAGIC {
            return Err(Unreadable::Damaged);
        }
        let checksum = reader.take::<32>()?;
        if Sha256::digest(reader.0).as_slice() != checksum {
            return Err(Unreadable::Damaged);
        }
        // Only now is a number in it worth believing.
        let version = u16::from_le_bytes(reader.take()?);
        if version > VERSION {
            return Err(Unreadable::Newer);
        }
        if version != VERSION {
            return Err(Unreadable::Damaged);
        }
        let vault_id = VaultId(reader.take()?);
        let [count] = reader.take()?;
        let count = usize::from(count);
        if count > MOST_SLOTS || reader.0.len() != count * SLOT + MAC {
            return Err(Unreadable::Damaged);
        }
        let mut slots: Vec<Slot> = Vec::with_capacity(count);
        for _ in 0..count {
            let slot = Slot::read(&mut reader)?;
            // One of each kind, in order: there is one way to write a file.
            if slots.last().is_some_and(|last| last.head.kind >= slot.head.kind) {
                return Err(Unreadable::Damaged);
            }
            slots.push(slot);
        }
        if slots.first().is_none_or(|first| first.head.kind != Kind::Passphrase) {
            return Err(Unreadable::Damaged);
        }
        Ok(Self { vault_id, slots, mac: reader.take()?, previous_usable: false })
    }

    pub(super) fn compute_mac(&self, key: &SubKey) -> [u8; 32] {
        key.mac(&[MAGIC, &self.body()])
    }

    fn body(&self) -> Vec<u8> {
        let mut body = Vec::with_capacity(PREFIX - CHECKSUM_END + self.slots.len() * SLOT);
        body.extend_from_slice(&VERSION.to_le_bytes());
        body.extend_from_slice(&self.vault_id.0);
        body.push(u8::try_from(self.slots.len()).expect("a file has at most two slots"));
        for slot in &self.slots {
            body.extend_from_slice(&slot.head.encode());
            body.extend_from_slice(&slot.wrapped.ciphertext);
            body.extend_from_slice(&slot.wrapped.tag);
        }
        body
    }
}

impl Head {
    pub(super) fn blank(kind: Kind, cost: Cost) -> Self {
        Self { kind, id: [0; 8], cost, salt: [0; 16], commitment: [0; 32], nonce: [0; 12] }
    }

    fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(HEAD);
        bytes.push(self.kind as u8);
        bytes.extend_from_slice(&self.id);
        bytes.extend_from_slice(&self.cost.memory_kib.to_le_bytes());
        bytes.extend_from_slice(&self.cost.passes.to_le_bytes());
        bytes.extend_from_slice(&self.cost.lanes.to_le_bytes());
        bytes.extend_from_slice(&self.salt);
        bytes.extend_from_slice(&self.commitment);
        bytes.extend_from_slice(&self.nonce);
        bytes
    }

    pub(super) fn associated_data(&self, vault_id: VaultId) -> Vec<u8> {
        let mut data = b"terugblik/slot".to_vec();
        data.extend_from_slice(&VERSION.to_le_bytes());
        data.extend_from_slice(&vault_id.0);
        data.extend_from_slice(&self.encode());
        data
    }
}

impl Wrapped {
    pub(super) fn wrap(vault_id: VaultId, head: &Head, keys: &SlotKeys, data_key: &DataKey) -> Self {
        let mut wrapped = Self { ciphertext: *data_key.expose_bytes(), tag: [0; 16] };
        let tag = cipher(keys)
            .encrypt_inout_detached(
                &Nonce::from(head.nonce),
                &head.associated_data(vault_id),
                wrapped.ciphertext.as_mut_slice().into(),
            )
            .expect("32 bytes are within what GCM encrypts");
        wrapped.tag.copy_from_slice(&tag);
        wrapped
    }
}

impl Slot {
    pub(super) fn unwrap(
        &self,
        vault_id: VaultId,
        keys: &SlotKeys,
        out: &mut SecretBytes<{ DataKey::LENGTH }>,
    ) -> Result<(), NotAuthentic> {
        out.expose_mut().copy_from_slice(&self.wrapped.ciphertext);
        cipher(keys)
            .decrypt_inout_detached(
                &Nonce::from(self.head.nonce),
                &self.head.associated_data(vault_id),
                out.expose_mut().as_mut_slice().into(),
                &Tag::from(self.wrapped.tag),
            )
            .map_err(|_| NotAuthentic)
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, Unreadable> {
        let kind = match reader.take()? {
            [1] => Kind::Passphrase,
            [2] => Kind::RecoveryKey,
            _ => return Err(Unreadable::Damaged),
        };
        let id = reader.take()?;
        let cost = Cost {
            memory_kib: u32::from_le_bytes(reader.take()?),
            passes: u32::from_le_bytes(reader.take()?),
            lanes: u32::from_le_bytes(reader.take()?),
        };
        let in_bounds = match kind {
            Kind::Passphrase => cost.within(Cost::LEAST_READ),
            Kind::RecoveryKey => cost == NO_COST,
        };
        if !in_bounds {
            return Err(Unreadable::Damaged);
        }
        let head =
            Head { kind, id, cost, salt: reader.take()?, commitment: reader.take()?, nonce: reader.take()? };
        let wrapped = Wrapped { ciphertext: reader.take()?, tag: reader.take()? };
        Ok(Self { head, wrapped })
    }
}

fn cipher(keys: &SlotKeys) -> Aes256Gcm {
    Aes256Gcm::new_from_slice(keys.expose_cipher_key()).expect("the key has 32 bytes")
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
