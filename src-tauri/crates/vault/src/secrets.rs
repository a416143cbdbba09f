//! Closed types for what must not be seen: redacted, wiped, boxed, neither `Copy` nor `Clone`.
//!
//! They are boxed because a move of a plain array leaves its bytes behind on the stack. What a
//! type here cannot do is wipe copies that others made: a webview's strings, a pipe's buffer.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

use crate::{Randomness, VaultError};

/// What a person remembers, normalised to NFKC so that one passphrase is one key on every system.
///
/// Nothing is trimmed and case counts: what was typed is what is derived from.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// The least number of characters that is written into a slot.
    ///
    /// How hard a passphrase is to guess is judged where it is typed; this only keeps out what no
    /// judgement can save. Twelve random characters, or the five words that we propose, are out of
    /// reach of a thief at our cost of derivation; eight random characters are not for one with
    /// many graphics cards.
    pub const LEAST_CHARACTERS: usize = 12;

    /// Takes what was typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        // One code point of three bytes grows to at most 33 (U+FDFA). With that room the string
        // never moves while it is filled, so no half-filled copy stays behind.
        let mut normalised = Zeroizing::new(String::with_capacity(typed.len() * 11));
        normalised.extend(typed.nfkc());
        Self(normalised)
    }

    /// The number of characters (code points after NFKC).
    #[must_use]
    pub fn characters(&self) -> usize {
        self.0.chars().count()
    }

    /// Whether it has fewer than [`Self::LEAST_CHARACTERS`].
    #[must_use]
    pub fn is_too_short(&self) -> bool {
        self.characters() < Self::LEAST_CHARACTERS
    }

    pub(crate) fn expose_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// Which journal a key belongs to. Not a secret: it stands in the slot file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VaultId(pub(crate) [u8; VaultId::LENGTH]);

impl VaultId {
    /// Its length in bytes.
    pub const LENGTH: usize = 16;

    pub(crate) fn draw(randomness: &mut dyn Randomness) -> Result<Self, VaultError> {
        let mut bytes = [0; Self::LENGTH];
        randomness.fill(&mut bytes)?;
        Ok(Self(bytes))
    }
}

/// The random key from which every key of one journal is derived.
pub struct DataKey {
    bytes: SecretBytes<{ DataKey::LENGTH }>,
    vault_id: VaultId,
}

impl DataKey {
    /// The length of the key itself in bytes.
    pub const LENGTH: usize = 32;
    /// The length of [`Self::to_hand_over`] in bytes: the key, then the journal's id.
    pub const HAND_OVER_LENGTH: usize = Self::LENGTH + VaultId::LENGTH;

    pub(crate) fn draw(vault_id: VaultId, randomness: &mut dyn Randomness) -> Result<Self, VaultError> {
        let mut bytes = SecretBytes::zeroed();
        randomness.fill(bytes.expose_mut())?;
        Ok(Self { bytes, vault_id })
    }

    pub(crate) fn from_parts(bytes: SecretBytes<{ Self::LENGTH }>, vault_id: VaultId) -> Self {
        Self { bytes, vault_id }
    }

    /// The key and the journal's id as one block, for a pipe to the process that opens the store.
    #[must_use]
    pub fn to_hand_over(&self) -> Zeroizing<[u8; Self::HAND_OVER_LENGTH]> {
        let mut block = Zeroizing::new([0; Self::HAND_OVER_LENGTH]);
        block[..Self::LENGTH].copy_from_slice(self.bytes.expose());
        block[Self::LENGTH..].copy_from_slice(&self.vault_id.0);
        block
    }

    /// Takes over what [`Self::to_hand_over`] made. Wiping `block` is up to the caller.
    #[must_use]
    pub fn from_hand_over(block: &[u8; Self::HAND_OVER_LENGTH]) -> Self {
        let mut bytes = SecretBytes::zeroed();
        bytes.expose_mut().copy_from_slice(&block[..Self::LENGTH]);
        let mut vault_id = VaultId([0; VaultId::LENGTH]);
        vault_id.0.copy_from_slice(&block[Self::LENGTH..]);
        Self { bytes, vault_id }
    }

    /// The journal this key belongs to.
    #[must_use]
    pub fn vault_id(&self) -> VaultId {
        self.vault_id
    }

    pub(crate) fn expose_bytes(&self) -> &[u8; Self::LENGTH] {
        self.bytes.expose()
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey")
    }
}

/// A fixed number of secret bytes on the heap.
pub(crate) struct SecretBytes<const N: usize>(Box<[u8; N]>);

impl<const N: usize> SecretBytes<N> {
    pub(crate) fn zeroed() -> Self {
        Self(Box::new([0; N]))
    }

    pub(crate) fn expose(&self) -> &[u8; N] {
        &self.0
    }

    pub(crate) fn expose_mut(&mut self) -> &mut [u8; N] {
        &mut self.0
    }
}

impl<const N: usize> Drop for SecretBytes<N> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl<const N: usize> fmt::Debug for SecretBytes<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretBytes")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> bool {
        Passphrase::new(a).expose_bytes() == Passphrase::new(b).expose_bytes()
    }

    #[test]
    fn one_passphrase_is_one_key_on_every_system() {
        // The same words as macOS (NFD), Windows (NFC) and a phone's keyboard (full width) give them.
        assert!(same("cafe\u{301} zo\u{308}e\u{308}", "caf\u{e9} z\u{f6}\u{eb}"));
        assert!(same("ﬁets", "fiets"));
        assert!(same("ｗachtwoord", "wachtwoord"));
        assert!(same("een\u{a0}twee", "een twee"));
        assert!(!same("Fiets", "fiets"));
        assert!(!same("fiets ", "fiets"));
        assert_eq!(Passphrase::new("😀👨‍👩‍👧").expose_bytes(), "😀👨‍👩‍👧".as_bytes());
    }

    #[test]
    fn normalising_never_outgrows_its_room() {
        for typed in ["\u{fdfa}".repeat(100), "\u{1d160}".repeat(9), "ΐ".repeat(1000)] {
            let room = typed.len() * 11;
            assert!(Passphrase::new(&typed).0.capacity() <= room.max(1), "{}", typed.len());
        }
    }

    #[test]
    fn characters_are_counted_after_normalising() {
        assert_eq!(Passphrase::new("e\u{301}e\u{301}").characters(), 2);
        assert!(Passphrase::new("elf tekens.").is_too_short());
        assert!(!Passphrase::new("twaalf teken").is_too_short());
    }

    #[test]
    fn secrets_do_not_print() {
        let key = DataKey::from_hand_over(&[7; DataKey::HAND_OVER_LENGTH]);
        assert_eq!(format!("{key:?}"), "DataKey");
        assert_eq!(format!("{:?}", Passphrase::new("geheim")), "Passphrase");
    }

    #[test]
    fn a_key_survives_its_hand_over() {
        let mut block = [0; DataKey::HAND_OVER_LENGTH];
        for (index, byte) in block.iter_mut().enumerate() {
            *byte = u8::try_from(index).unwrap_or_default();
        }
        assert_eq!(*DataKey::from_hand_over(&block).to_hand_over(), block);
    }
}
