//! What lies in a stolen folder, and every lock that a key could be tried on.

use aes_gcm::{
    Aes256Gcm, Nonce,
    aead::{Aead as _, KeyInit as _, Payload},
    aes::{Aes256, cipher::BlockCipherDecrypt as _},
};
use boundaries::{
    forge::{self, CHECKSUM_END, SlotKeys, Slots, first},
    writing,
};
use hmac::{Hmac, Mac as _};
use sha2::Sha512;
use std::{collections::BTreeSet, path::Path};

const PAGE: usize = 4096;
/// At the end of a page: 16 bytes that its cipher began with, 64 bytes of HMAC-SHA512.
const RESERVE: usize = 80;

/// What every SQLite file with our settings says from byte 16 on, where SQLCipher begins to
/// encrypt: pages of 4096 bytes, WAL, the reserve, three fixed fractions.
const HEADER: [u8; 8] = [0x10, 0x00, 2, 2, 80, 64, 32, 32];

/// All files of a folder, and the locks of every journal and backup among them.
pub(crate) struct Loot {
    pub(crate) files: Vec<(String, Vec<u8>)>,
    pub(crate) locks: Vec<Locks>,
}

/// One journal, seen from outside.
pub(crate) struct Locks {
    page: Vec<u8>,
    pub(crate) slots: Slots,
    slots_file: Vec<u8>,
    seal_file: Option<Vec<u8>>,
    manifest: Option<Manifest>,
}

/// What of a backup is encrypted: the counts.
struct Manifest {
    nonce: [u8; 12],
    aad: Vec<u8>,
    sealed: Vec<u8>,
}

impl Manifest {
    /// Before the nonce: magic, checksum, version, journal, moment, length and digest of the store.
    const NONCE_AT: usize = CHECKSUM_END + 2 + 16 + 8 + 8 + 32;

    fn parse(bytes: &[u8]) -> Self {
        let (front, sealed) = bytes.split_at(Self::NONCE_AT + 12);
        let aad = [&front[..8], &front[CHECKSUM_END..Self::NONCE_AT]].concat();
        Self { nonce: first(&front[Self::NONCE_AT..]), aad, sealed: sealed.to_vec() }
    }

    fn opens(&self, key: &[u8; 32]) -> bool {
        let cipher = Aes256Gcm::new(&(*key).into());
        let payload = Payload { msg: &self.sealed, aad: &self.aad };
        cipher.decrypt(&Nonce::from(self.nonce), payload).is_ok()
    }
}

impl Loot {
    /// Takes everything below a folder. A folder in it with a store and slots is a journal of its
    /// own: a backup.
    pub(crate) fn of(folder: &Path) -> Self {
        let files = writing::files(folder);
        let locks = files.iter().filter_map(|(name, store)| {
            let beside = |other: &str| {
                let name = name.strip_suffix("journal.db").map(|folder| format!("{folder}{other}"))?;
                files.iter().find(|(path, _)| *path == name).map(|(_, bytes)| bytes.clone())
            };
            let slots_file = beside("slots")?;
            Some(Locks {
                page: store[..PAGE].to_vec(),
                slots: Slots::parse(&slots_file),
                slots_file,
                seal_file: beside("seal"),
                manifest: beside("manifest").map(|bytes| Manifest::parse(&bytes)),
            })
        });
        let locks: Vec<Locks> = locks.collect();
        assert!(!locks.is_empty(), "there is a journal to steal");
        Self { files, locks }
    }

    /// Every piece that has a meaning of its own: fields, names, whole small files, our labels.
    pub(crate) fn fields(&self) -> Vec<Vec<u8>> {
        let mut fields = BTreeSet::new();
        for locks in &self.locks {
            fields.insert(locks.slots.vault_id.to_vec());
            fields.insert(locks.page[..16].to_vec());
            fields.insert(locks.page[PAGE - RESERVE..PAGE - 64].to_vec());
            fields.insert(locks.page[PAGE - 64..].to_vec());
            for slot in &locks.slots.slots {
                let pieces: [&[u8]; 7] = [
                    &slot.id,
                    &slot.salt,
                    &slot.commitment,
                    &slot.nonce,
                    &slot.wrapped,
                    &slot.wrapped[..32],
                    &slot.wrapped[32..],
                ];
                fields.extend(pieces.map(<[u8]>::to_vec));
            }
            for file in [Some(&locks.slots_file), locks.seal_file.as_ref()].into_iter().flatten() {
                fields.insert(file[8..CHECKSUM_END].to_vec());
                fields.insert(file[file.len() - 32..].to_vec());
                fields.insert(file[CHECKSUM_END..].to_vec());
            }
        }
        for (name, bytes) in &self.files {
            fields.insert(name.as_bytes().to_vec());
            fields.insert((bytes.len() as u64).to_le_bytes().to_vec());
            if bytes.len() <= PAGE {
                fields.insert(bytes.clone());
            }
        }
        let labels =
            ["", "terugblik", "Terugblik", "db/1", "header/1", "seal/1", "backup/1", "terugblik/slot"];
        fields.extend(labels.map(|label| label.as_bytes().to_vec()));
        fields.into_iter().collect()
    }
}

impl Locks {
    /// Everything that 32 bytes could be, tried one after the other; what they open, if anything.
    pub(crate) fn opened_by(&self, key: &[u8; 32]) -> Option<&'static str> {
        let id = &self.slots.vault_id;
        if self.store_opens(key) {
            return Some("the store, as its raw key");
        }
        if self.store_opens(&forge::sub_key(key, id, "db/1")) {
            return Some("the store, as the data key");
        }
        if self.manifest_opens(key) || self.manifest_opens(&forge::sub_key(key, id, "backup/1")) {
            return Some("a manifest");
        }
        self.authenticates(key).or_else(|| {
            self.slots.slots.iter().find_map(|slot| {
                let label = if slot.kind == 1 { "passphrase" } else { "recovery" };
                let derived = SlotKeys::expand(key, &format!("terugblik/slot/{label}/1"));
                let symbols: Vec<u8> = key[..26].iter().map(|byte| byte & 31).collect();
                let of_sheet = SlotKeys::of_recovery_key(&symbols, &slot.salt);
                let plain = SlotKeys { cipher: *key, commitment: [0; 32] };
                if [derived, of_sheet].iter().any(|keys| keys.commitment == slot.commitment) {
                    Some("a slot, as what its keys are made of")
                } else {
                    slot.unwrap(id, &plain).map(|_| "a slot, as its cipher key")
                }
            })
        })
    }

    /// Whether this is the key of a backup's counts; a journal that is no backup has none.
    pub(crate) fn manifest_opens(&self, key: &[u8; 32]) -> bool {
        self.manifest.as_ref().is_some_and(|manifest| manifest.opens(key))
    }

    /// Whether this is a backup.
    pub(crate) fn is_backup(&self) -> bool {
        self.manifest.is_some()
    }

    /// The two cheapest: the store, with the key as it is and as the data key.
    pub(crate) fn store_opened_by(&self, key: &[u8; 32]) -> bool {
        self.store_opens(key) || self.store_opens(&forge::sub_key(key, &self.slots.vault_id, "db/1"))
    }

    /// Whether this is the raw key of the store: the first block decrypts to what every store
    /// begins with, and the page has the HMAC that SQLCipher gives it.
    pub(crate) fn store_opens(&self, key: &[u8; 32]) -> bool {
        let cipher = Aes256::new(&(*key).into());
        let mut block = first::<16>(&self.page[16..]).into();
        cipher.decrypt_block(&mut block);
        let begun_with = &self.page[PAGE - RESERVE..];
        let plain = HEADER.iter().zip(begun_with).map(|(byte, mask)| byte ^ mask);
        block.iter().copied().zip(plain).all(|(found, expected)| found == expected) && self.page_is_of(key)
    }

    /// SQLCipher 4: HMAC-SHA512 over the page's ciphertext and its number, under a key that two
    /// rounds of PBKDF2 make of the raw key and the file's salt, each byte of it changed by 0x3a.
    fn page_is_of(&self, key: &[u8; 32]) -> bool {
        let salt: Vec<u8> = self.page[..16].iter().map(|byte| byte ^ 0x3a).collect();
        let mac_key = pbkdf2(key, &salt, 2);
        let found = hmac_sha512(&mac_key, &[&self.page[16..PAGE - 64], &1_u32.to_le_bytes()]);
        found == self.page[PAGE - 64..]
    }

    /// Whether it is the key of the slot file's MAC or of the seal's, itself or by way of our derivation.
    fn authenticates(&self, key: &[u8; 32]) -> Option<&'static str> {
        let id = &self.slots.vault_id;
        let files = [(Some(&self.slots_file), "header/1"), (self.seal_file.as_ref(), "seal/1")];
        files.into_iter().find_map(|(file, purpose)| {
            let file = file?;
            let end = file.len() - 32;
            let opens =
                |key: &[u8; 32]| forge::mac(key, &[&file[..8], &file[CHECKSUM_END..end]]) == file[end..];
            (opens(key) || opens(&forge::sub_key(key, id, purpose))).then_some("a MAC")
        })
    }

    /// The raw key that SQLCipher would make of a passphrase: 256,000 rounds.
    pub(crate) fn as_sqlcipher_passphrase(&self, passphrase: &[u8]) -> [u8; 32] {
        pbkdf2(passphrase, &self.page[..16], 256_000)
    }
}

/// The first 32 bytes of PBKDF2-HMAC-SHA512 (RFC 8018).
fn pbkdf2(secret: &[u8], salt: &[u8], rounds: u32) -> [u8; 32] {
    let mut round = hmac_sha512(secret, &[salt, &1_u32.to_be_bytes()]);
    let mut sum = round;
    for _ in 1..rounds {
        round = hmac_sha512(secret, &[&round]);
        sum.iter_mut().zip(round).for_each(|(sum, byte)| *sum ^= byte);
    }
    first(&sum)
}

fn hmac_sha512(key: &[u8], parts: &[&[u8]]) -> [u8; 64] {
    let mut mac = Hmac::<Sha512>::new_from_slice(key).expect("any length");
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}
