//! From secrets to keys: Argon2id (RFC 9106), HKDF-SHA256 (RFC 5869) and HMAC (RFC 2104).

use argon2::{Algorithm, Argon2, Block, Params, Version};
use hkdf::{Hkdf, HkdfExtract};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroize;

use crate::secrets::{DataKey, Passphrase, SecretBytes, VaultId};
use crate::{RecoveryKey, VaultError};

/// What deriving a key from a passphrase costs: its legal owner a second, a thief years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub passes: u32,
    /// Lanes. More than one helps only a thief: our implementation computes them one by one.
    pub lanes: u32,
}

impl Cost {
    /// What a new slot gets: 256 MiB, three passes, one lane; 0.6–0.8 s on a slow core.
    pub const DEFAULT: Self = Self { memory_kib: 256 * 1024, passes: 3, lanes: 1 };
    /// The least that is written. A slot below it is written anew when it is next opened.
    pub const FLOOR: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 1 };
    /// The most that is read or written, so that a changed file cannot take all memory or time.
    pub const CEILING: Self = Self { memory_kib: 1024 * 1024, passes: 10, lanes: 4 };
    /// The least that is read.
    ///
    /// A slot from another past may lie below the floor. Opening it gives nothing away: its numbers
    /// went into the key that made it, so lowering them in the file makes it open to nobody. What
    /// would be wrong is to leave it, or to write another; hence [`crate::SlotFile::needs_rewrap`].
    /// Below this no program of ours ever wrote, and it is taken for damage.
    pub const LEAST_READ: Self = Self { memory_kib: 8 * 1024, passes: 1, lanes: 1 };

    /// Whether each number is at least that of `least` and at most that of [`Self::CEILING`].
    pub(crate) fn within(self, least: Self) -> bool {
        (least.memory_kib..=Self::CEILING.memory_kib).contains(&self.memory_kib)
            && (least.passes..=Self::CEILING.passes).contains(&self.passes)
            && (least.lanes..=Self::CEILING.lanes).contains(&self.lanes)
    }
}

/// The key under which one slot wraps the data key, split in a cipher key and a commitment.
pub(crate) struct SlotKeys(SecretBytes<64>);

impl SlotKeys {
    /// Derives from a passphrase; takes `cost.memory_kib` of memory and wipes it.
    pub(crate) fn from_passphrase(
        passphrase: &Passphrase,
        salt: &[u8; 16],
        cost: Cost,
    ) -> Result<Self, VaultError> {
        let kek = argon2id(passphrase.expose_bytes(), salt, cost)?;
        Ok(Self::expand(&kek, b"terugblik/slot/passphrase/1"))
    }

    /// Derives from a recovery key. Its 130 random bits need no slow derivation.
    pub(crate) fn from_recovery_key(key: &RecoveryKey, salt: &[u8; 16]) -> Self {
        Self::expand(&extract(salt, key.expose_symbols()), b"terugblik/slot/recovery/1")
    }

    /// The key for AES-256-GCM.
    pub(crate) fn expose_cipher_key(&self) -> &[u8] {
        &self.0.expose()[..32]
    }

    /// What binds the slot to exactly this key. GCM alone lets one ciphertext open under two.
    pub(crate) fn commitment(&self) -> &[u8] {
        &self.0.expose()[32..]
    }

    fn expand(kek: &SecretBytes<32>, info: &[u8]) -> Self {
        Self(expand(kek, info))
    }
}

/// A key for one purpose, derived from the data key.
pub(crate) struct SubKey(SecretBytes<32>);

impl SubKey {
    /// The raw key of the store.
    pub(crate) fn store(key: &DataKey) -> Self {
        Self::derive(key, b"db/1")
    }

    /// Authenticates the slot file.
    pub(crate) fn header(key: &DataKey) -> Self {
        Self::derive(key, b"header/1")
    }

    /// Authenticates the store and its generation.
    pub(crate) fn seal(key: &DataKey) -> Self {
        Self::derive(key, b"seal/1")
    }

    /// Hides and authenticates what a backup's manifest says of its contents.
    pub(crate) fn backup(key: &DataKey) -> Self {
        Self::derive(key, b"backup/1")
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        self.0.expose()
    }

    /// HMAC-SHA256 over the parts, one after the other.
    pub(crate) fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.expose()).expect("HMAC takes keys of any length");
        for part in parts {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }

    fn derive(key: &DataKey, info: &[u8]) -> Self {
        let VaultId(salt) = key.vault_id();
        Self(expand(&extract(&salt, key.expose_bytes()), info))
    }
}

/// HKDF-Extract, whose result does not stay behind on the stack.
fn extract(salt: &[u8; 16], secret: &[u8]) -> SecretBytes<32> {
    let mut extract = HkdfExtract::<Sha256>::new(Some(salt));
    extract.input_ikm(secret);
    let (mut prk, _) = extract.finalize();
    let mut kept = SecretBytes::zeroed();
    kept.expose_mut().copy_from_slice(&prk);
    prk.as_mut_slice().zeroize();
    kept
}

/// HKDF-Expand.
fn expand<const N: usize>(prk: &SecretBytes<32>, info: &[u8]) -> SecretBytes<N> {
    let mut okm = SecretBytes::zeroed();
    Hkdf::<Sha256>::from_prk(prk.expose())
        .expect("a key of 32 bytes is as long as the hash")
        .expand(info, okm.expose_mut())
        .expect("no key of ours is longer than 255 blocks");
    okm
}

/// Argon2id version 1.3 in a block of memory that is ours: fallibly taken, wiped afterwards.
fn argon2id(secret: &[u8], salt: &[u8; 16], cost: Cost) -> Result<SecretBytes<32>, VaultError> {
    if !cost.within(Cost::LEAST_READ) {
        return Err(VaultError::CostOutOfBounds);
    }
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32))
        .map_err(|_| VaultError::CostOutOfBounds)?;
    let mut memory = Memory::take(params.block_count())?;
    let mut kek = SecretBytes::zeroed();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(secret, salt, kek.expose_mut(), memory.0.as_mut_slice())
        .map_err(|_| VaultError::CostOutOfBounds)?;
    Ok(kek)
}

/// The memory of one derivation.
struct Memory(Vec<Block>);

impl Memory {
    fn take(blocks: usize) -> Result<Self, VaultError> {
        let mut memory = Vec::new();
        memory.try_reserve_exact(blocks).map_err(|_| VaultError::NotEnoughMemory)?;
        memory.resize(blocks, Block::new());
        Ok(Self(memory))
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        for block in &mut self.0 {
            block.zeroize();
        }
    }
}

#[cfg(test)]
mod tests {
    //! Vectors computed with another implementation (Python's `cryptography`, which is OpenSSL).

    use super::*;

    const SALT: [u8; 16] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn a_passphrase_gives_the_keys_that_others_compute() {
        let typed = "Zoe\u{308}\u{2019}s cafe\u{301} \u{2014} \u{fb01}ets \u{1f600}";
        let keys = SlotKeys::from_passphrase(&Passphrase::new(typed), &SALT, Cost::FLOOR)
            .expect("the floor is within bounds");
        assert_eq!(
            hex(keys.0.expose()),
            "539929afd969303607814d665466d301af3b9a1267ef4025b9e8bf1aa943d0ca\
             a918ac846826b78919dab9b59471def7b975783242465938f7de5c7d0cf50aee"
        );
    }

    #[test]
    fn a_recovery_key_gives_the_keys_that_others_compute() {
        let mut counting = Counting(0);
        let key = RecoveryKey::draw(&mut counting).expect("it counts for ever");
        assert_eq!(
            hex(SlotKeys::from_recovery_key(&key, &SALT).0.expose()),
            "27481242222174895798d0017db6c6e971ba1823e70d890defd5d0179f436625\
             377ed99e141523346cacb0f81fff723253a9b88abd155d3320f7cb10204513ad"
        );
    }

    #[test]
    fn sub_keys_are_those_that_others_compute() {
        let mut block = [0; DataKey::HAND_OVER_LENGTH];
        for (place, byte) in (0..).zip(&mut block[..32]) {
            *byte = place;
        }
        for (place, byte) in (100..).zip(&mut block[32..]) {
            *byte = place;
        }
        let key = DataKey::from_hand_over(&block);
        let cases = [
            (SubKey::store(&key), "d9e87cb2f4604ba01ec56f4df702de0c50de5a876d5c034d44527a55387834e4"),
            (SubKey::header(&key), "ce15e2ea9c922571148987254c9b5757f6aa4ee3b62adba5269d1adec26f563c"),
            (SubKey::seal(&key), "e90a8c9892d46a65e739a620b84225dfdf1518ca45ed3e018206753ed1b53b88"),
        ];
        for (sub_key, expected) in cases {
            assert_eq!(hex(sub_key.expose()), expected);
        }
    }

    #[test]
    fn no_cost_outside_the_bounds_takes_memory() {
        let wrong = [
            Cost { memory_kib: 0, ..Cost::FLOOR },
            Cost { passes: 0, ..Cost::FLOOR },
            Cost { lanes: 0, ..Cost::FLOOR },
            Cost { memory_kib: Cost::LEAST_READ.memory_kib - 1, ..Cost::FLOOR },
            Cost { memory_kib: Cost::CEILING.memory_kib + 1, ..Cost::FLOOR },
            Cost { memory_kib: u32::MAX, ..Cost::FLOOR },
            Cost { passes: u32::MAX, ..Cost::FLOOR },
            Cost { lanes: u32::MAX, ..Cost::FLOOR },
            Cost { memory_kib: u32::MAX, passes: u32::MAX, lanes: u32::MAX },
        ];
        for cost in wrong {
            let keys = SlotKeys::from_passphrase(&Passphrase::new("x"), &SALT, cost);
            assert_eq!(keys.err(), Some(VaultError::CostOutOfBounds), "{cost:?}");
        }
    }

    #[test]
    fn memory_that_cannot_be_had_is_an_answer() {
        assert_eq!(Memory::take(usize::MAX / 2048).err(), Some(VaultError::NotEnoughMemory));
    }

    struct Counting(u8);

    impl crate::Randomness for Counting {
        fn fill(&mut self, bytes: &mut [u8]) -> Result<(), crate::NoRandomness> {
            for byte in bytes {
                *byte = self.0;
                self.0 += 1;
            }
            Ok(())
        }
    }
}
