//! The slot file and the seal, made by somebody who has our source and the keys of a test.
//!
//! Written from the documentation of the formats and not with the vault's own code: what both
//! agree on is what is documented. It writes what the vault refuses to write.

use aes_gcm::{
    Aes256Gcm, Nonce,
    aead::{Aead as _, KeyInit as _, Payload},
};
use argon2::{Algorithm, Argon2, Params, Version};
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use sha2::{Digest as _, Sha256};

/// Where the bytes begin that the checksum of a slot file or seal is over.
pub const CHECKSUM_END: usize = 40;
/// The length of a slot file before its first slot.
pub const PREFIX: usize = 59;
/// The length of a slot.
pub const SLOT: usize = 129;

/// A slot file in its pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slots {
    /// The journal it says it is of.
    pub vault_id: [u8; 16],
    /// Its slots, in the order in which they are written.
    pub slots: Vec<Slot>,
}

/// One slot in its pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// 1 for a passphrase, 2 for a recovery key.
    pub kind: u8,
    /// Drawn with each writing.
    pub id: [u8; 8],
    /// KiB of memory, passes, lanes.
    pub cost: [u32; 3],
    /// Drawn with each writing.
    pub salt: [u8; 16],
    /// The second half of the slot's keys.
    pub commitment: [u8; 32],
    /// Drawn with each writing.
    pub nonce: [u8; 12],
    /// The data key under the first half of the slot's keys, and its tag.
    pub wrapped: [u8; 48],
}

/// The keys of one slot: the cipher's and the commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SlotKeys {
    /// For AES-256-GCM.
    pub cipher: [u8; 32],
    /// What stands in the slot.
    pub commitment: [u8; 32],
}

/// HMAC-SHA256 over the parts, one after the other.
#[must_use]
pub fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any length");
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// The key that a journal derives from its data key for one purpose, such as `db/1`.
#[must_use]
pub fn sub_key(data_key: &[u8], vault_id: &[u8; 16], purpose: &str) -> [u8; 32] {
    let mut key = [0; 32];
    Hkdf::<Sha256>::new(Some(vault_id), data_key).expand(purpose.as_bytes(), &mut key).expect("one block");
    key
}

/// The key that Argon2id (version 1.3) makes of the bytes of a passphrase.
///
/// # Panics
/// When Argon2 cannot count so far.
#[must_use]
pub fn argon2id(passphrase: &[u8], salt: &[u8], [memory, passes, lanes]: [u32; 3]) -> [u8; 32] {
    let params = Params::new(memory, passes, lanes, Some(32)).expect("a cost that Argon2 knows");
    let mut key = [0; 32];
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon2.hash_password_into(passphrase, salt, &mut key).expect("32 bytes");
    key
}

impl SlotKeys {
    /// From the normalised bytes of a passphrase.
    #[must_use]
    pub fn of_passphrase(passphrase: &[u8], salt: &[u8; 16], cost: [u32; 3]) -> Self {
        Self::expand(&argon2id(passphrase, salt, cost), "terugblik/slot/passphrase/1")
    }

    /// From the 26 symbols of a recovery key.
    #[must_use]
    pub fn of_recovery_key(symbols: &[u8], salt: &[u8; 16]) -> Self {
        Self::expand(&mac(salt, &[symbols]), "terugblik/slot/recovery/1")
    }

    /// From the key that a derivation ended with.
    ///
    /// # Panics
    /// When it is shorter than a hash.
    #[must_use]
    pub fn expand(key: &[u8], purpose: &str) -> Self {
        let mut both = [0; 64];
        Hkdf::<Sha256>::from_prk(key).expect("32 bytes").expand(purpose.as_bytes(), &mut both).expect("two");
        Self { cipher: first(&both), commitment: first(&both[32..]) }
    }
}

impl Slot {
    /// A slot that these keys open, in this journal.
    #[must_use]
    pub fn wrap(mut self, vault_id: &[u8; 16], keys: &SlotKeys, data_key: &[u8; 32]) -> Self {
        self.commitment = keys.commitment;
        let payload = Payload { msg: data_key, aad: &self.associated_data(vault_id) };
        let sealed = cipher(keys).encrypt(&Nonce::from(self.nonce), payload).expect("32 bytes");
        self.wrapped = first(&sealed);
        self
    }

    /// What plain AES-GCM says, whatever the slot is committed to.
    #[must_use]
    pub fn unwrap(&self, vault_id: &[u8; 16], keys: &SlotKeys) -> Option<[u8; 32]> {
        let payload = Payload { msg: &self.wrapped, aad: &self.associated_data(vault_id) };
        cipher(keys).decrypt(&Nonce::from(self.nonce), payload).ok().map(|key| first(&key))
    }

    /// All that the slot's cipher is bound to.
    #[must_use]
    pub fn associated_data(&self, vault_id: &[u8; 16]) -> Vec<u8> {
        let mut data = b"terugblik/slot".to_vec();
        data.extend(1_u16.to_le_bytes());
        data.extend(vault_id);
        data.extend(&self.encode()[..81]);
        data
    }

    fn encode(&self) -> Vec<u8> {
        let mut bytes = vec![self.kind];
        bytes.extend(self.id);
        bytes.extend(self.cost.iter().flat_map(|number| number.to_le_bytes()));
        bytes.extend(self.salt);
        bytes.extend(self.commitment);
        bytes.extend(self.nonce);
        bytes.extend(self.wrapped);
        bytes
    }

    fn parse(bytes: &[u8]) -> Self {
        let number = |at: usize| u32::from_le_bytes(first(&bytes[at..]));
        Self {
            kind: bytes[0],
            id: first(&bytes[1..]),
            cost: [number(9), number(13), number(17)],
            salt: first(&bytes[21..]),
            commitment: first(&bytes[37..]),
            nonce: first(&bytes[69..]),
            wrapped: first(&bytes[81..]),
        }
    }
}

impl Slots {
    /// Takes a good file to pieces.
    ///
    /// # Panics
    /// When it is none.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Self {
        let count = usize::from(bytes[58]);
        assert_eq!(bytes.len(), PREFIX + count * SLOT + 32, "a slot file of version 1");
        let slots = bytes[PREFIX..].chunks_exact(SLOT).take(count).map(Slot::parse).collect();
        Self { vault_id: first(&bytes[42..]), slots }
    }

    /// The file, with the MAC that its journal's data key gives it.
    #[must_use]
    pub fn encode(&self, data_key: &[u8; 32]) -> Vec<u8> {
        let mut bytes = b"TBslots\n".to_vec();
        bytes.extend([0; 32]);
        bytes.extend(1_u16.to_le_bytes());
        bytes.extend(self.vault_id);
        bytes.push(u8::try_from(self.slots.len()).expect("few slots"));
        for slot in &self.slots {
            bytes.extend(slot.encode());
        }
        bytes.extend([0; 32]);
        authenticate(&mut bytes, &sub_key(data_key, &self.vault_id, "header/1"));
        bytes
    }
}

/// Gives a slot file or a seal the MAC and the checksum that its present bytes have under `key`.
pub fn authenticate(bytes: &mut [u8], key: &[u8; 32]) {
    let end = bytes.len() - 32;
    let mac = mac(key, &[&bytes[..8], &bytes[CHECKSUM_END..end]]);
    bytes[end..].copy_from_slice(&mac);
    renew_checksum(bytes);
}

/// What everybody can do who changes a slot file or a seal on purpose.
pub fn renew_checksum(bytes: &mut [u8]) {
    if bytes.len() >= CHECKSUM_END {
        let checksum = Sha256::digest(&bytes[CHECKSUM_END..]);
        bytes[8..CHECKSUM_END].copy_from_slice(&checksum);
    }
}

/// The manifest of a backup, taken apart: what it says in the open, and what it says under the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// Its first 118 bytes: magic, checksum, version, journal, time, length, hash, nonce.
    pub open: Vec<u8>,
    /// Entries, newest, time of the last check, count of changes, format.
    pub inside: Vec<u8>,
}

impl Manifest {
    const OPEN: usize = 118;

    /// Opens a good one with the sub-key `backup/1`.
    ///
    /// # Panics
    /// When it is none, or of another key.
    #[must_use]
    pub fn open(bytes: &[u8], key: &[u8; 32]) -> Self {
        let (open, sealed) = bytes.split_at(Self::OPEN);
        let payload = Payload { msg: sealed, aad: &Self::associated_data(open) };
        let cipher = Aes256Gcm::new_from_slice(key).expect("32 bytes");
        let inside = cipher.decrypt(&Nonce::from(first(&open[106..])), payload).expect("authentic");
        Self { open: open.to_vec(), inside }
    }

    /// The file, sealed with the sub-key and with its checksum.
    ///
    /// # Panics
    /// Never.
    #[must_use]
    pub fn seal(&self, key: &[u8; 32]) -> Vec<u8> {
        let payload = Payload { msg: &self.inside, aad: &Self::associated_data(&self.open) };
        let cipher = Aes256Gcm::new_from_slice(key).expect("32 bytes");
        let sealed = cipher.encrypt(&Nonce::from(first(&self.open[106..])), payload).expect("36 bytes");
        let mut bytes = [self.open.as_slice(), &sealed].concat();
        renew_checksum(&mut bytes);
        bytes
    }

    /// Magic and all that stands between checksum and nonce.
    fn associated_data(open: &[u8]) -> Vec<u8> {
        [&open[..8], &open[CHECKSUM_END..106]].concat()
    }
}

/// The symbols of a recovery key, as a sheet has them: the last four are its check.
///
/// # Panics
/// When it is no sheet.
#[must_use]
pub fn symbols(sheet: &str) -> Vec<u8> {
    const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let symbol = |letter: char| ALPHABET.find(letter).and_then(|place| u8::try_from(place).ok());
    sheet.chars().filter(|letter| *letter != ' ').map(|letter| symbol(letter).expect("a sheet")).collect()
}

/// The first bytes of more.
///
/// # Panics
/// When there are fewer.
#[must_use]
pub fn first<const N: usize>(bytes: &[u8]) -> [u8; N] {
    *bytes.first_chunk().expect("enough bytes")
}

fn cipher(keys: &SlotKeys) -> Aes256Gcm {
    Aes256Gcm::new_from_slice(&keys.cipher).expect("32 bytes")
}
