//! The key on the recovery sheet: 130 random bits that survive being copied by hand.
//!
//! Twenty-six characters of Crockford's Base32 and four check characters, in six groups of five.
//! The check characters are a Reed–Solomon code over GF(32) with 30 of its 31 possible places used.
//! Its distance is five: *every* change of up to four characters is noticed, so every misread
//! character and every two that changed places, with certainty rather than with luck.

use std::fmt;

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::secrets::SecretBytes;
use crate::{Randomness, VaultError};

/// A recovery key. Losing the passphrase and this loses the journal.
pub struct RecoveryKey(SecretBytes<{ RecoveryKey::SECRET }>);

impl RecoveryKey {
    /// Groups on the sheet.
    pub const GROUPS: usize = 6;
    /// Characters in each of them.
    pub const GROUP_LENGTH: usize = 5;
    /// Characters that carry the key.
    const SECRET: usize = 26;
    /// Characters in all.
    const LENGTH: usize = Self::GROUPS * Self::GROUP_LENGTH;

    /// Draws a new one.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`].
    pub fn draw(randomness: &mut dyn Randomness) -> Result<Self, VaultError> {
        let mut symbols = SecretBytes::zeroed();
        randomness.fill(symbols.expose_mut())?;
        for symbol in symbols.expose_mut() {
            *symbol &= 31;
        }
        Ok(Self(symbols))
    }

    /// Reads what was copied from the sheet: any case, any spaces and dashes, O for 0, I and L for 1.
    ///
    /// # Errors
    /// What is wrong with it. No slot is tried before all is right.
    pub fn parse(typed: &str) -> Result<Self, RecoveryKeyError> {
        let mut symbols = SecretBytes::<{ Self::LENGTH }>::zeroed();
        let mut length = 0;
        for character in typed.chars().filter(|character| !is_separator(*character)) {
            let symbol = symbol_of(character).ok_or(RecoveryKeyError::Character)?;
            let place = symbols.expose_mut().get_mut(length).ok_or(RecoveryKeyError::Length)?;
            *place = symbol;
            length += 1;
        }
        if length != Self::LENGTH {
            return Err(RecoveryKeyError::Length);
        }
        let (secret, check) = symbols.expose().split_at(Self::SECRET);
        if check_symbols(secret) != check {
            return Err(RecoveryKeyError::Checksum);
        }
        let mut key = SecretBytes::zeroed();
        key.expose_mut().copy_from_slice(secret);
        Ok(Self(key))
    }

    /// The six groups as they stand on the sheet.
    #[must_use]
    pub fn groups(&self) -> [Zeroizing<String>; Self::GROUPS] {
        let mut all = SecretBytes::<{ Self::LENGTH }>::zeroed();
        all.expose_mut()[..Self::SECRET].copy_from_slice(self.0.expose());
        all.expose_mut()[Self::SECRET..].copy_from_slice(&check_symbols(self.0.expose()));
        std::array::from_fn(|group| {
            let start = group * Self::GROUP_LENGTH;
            let mut text = Zeroizing::new(String::with_capacity(Self::GROUP_LENGTH));
            for symbol in &all.expose()[start..start + Self::GROUP_LENGTH] {
                text.push(char::from(ALPHABET[usize::from(*symbol)]));
            }
            text
        })
    }

    /// Whether `typed` is group number `group` (from 0), read as forgivingly as [`Self::parse`] reads.
    #[must_use]
    pub fn group_matches(&self, group: usize, typed: &str) -> bool {
        let Some(expected) = self.groups().into_iter().nth(group) else {
            return false;
        };
        let mut read = Zeroizing::new(String::with_capacity(typed.len()));
        for character in typed.chars().filter(|character| !is_separator(*character)) {
            let Some(symbol) = symbol_of(character) else {
                return false;
            };
            read.push(char::from(ALPHABET[usize::from(symbol)]));
        }
        read.as_bytes().ct_eq(expected.as_bytes()).into()
    }

    pub(crate) fn expose_symbols(&self) -> &[u8] {
        self.0.expose()
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey")
    }
}

/// What is wrong with a recovery key, before any slot was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecoveryKeyError {
    /// Not thirty characters.
    Length,
    /// A character that a recovery key never has.
    Character,
    /// The characters do not belong together: one of them was misread.
    Checksum,
}

impl fmt::Display for RecoveryKeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Length => "length",
            Self::Character => "character",
            Self::Checksum => "checksum",
        })
    }
}

impl std::error::Error for RecoveryKeyError {}

/// Crockford's alphabet: no I, L, O (read as 1, 1, 0) and no U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn is_separator(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn symbol_of(character: char) -> Option<u8> {
    let plain = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|letter| char::from(*letter) == plain)?;
    u8::try_from(place).ok()
}

/// The remainder of the key, as a polynomial over GF(32), by a generator with the roots α¹…α⁴.
fn check_symbols(secret: &[u8]) -> [u8; 4] {
    // (x + α)(x + α²)(x + α³)(x + α⁴), highest power first and without its leading 1. Computed
    // here rather than written down: then there is nothing to mistype.
    let mut generator = [0_u8; 5];
    generator[0] = 1;
    let mut root = 1;
    for degree in 1..=4 {
        root = times(root, 2);
        for place in (1..=degree).rev() {
            generator[place] ^= times(generator[place - 1], root);
        }
    }
    let mut remainder = [0_u8; 4];
    for symbol in secret {
        let feedback = symbol ^ remainder[0];
        remainder = [remainder[1], remainder[2], remainder[3], 0];
        for (place, factor) in remainder.iter_mut().zip(&generator[1..]) {
            *place ^= times(feedback, *factor);
        }
    }
    remainder
}

/// Multiplication in GF(32) modulo x⁵ + x² + 1, whose root α = 2 is primitive.
///
/// Bit by bit and without tables, so that its time says nothing about the key.
fn times(left: u8, right: u8) -> u8 {
    let mut product = 0;
    for bit in (0..5).rev() {
        let carry = (product >> 4) & 1;
        product = (product << 1) & 31;
        product ^= carry * 0b00101;
        product ^= ((right >> bit) & 1) * left;
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemRandomness;

    fn sheet() -> Vec<u8> {
        let key = RecoveryKey::draw(&mut SystemRandomness).expect("the system has randomness");
        key.groups().iter().flat_map(|group| group.bytes().collect::<Vec<_>>()).collect()
    }

    fn read(letters: &[u8]) -> Result<RecoveryKey, RecoveryKeyError> {
        RecoveryKey::parse(std::str::from_utf8(letters).expect("a sheet is ASCII"))
    }

    fn below(bound: usize) -> usize {
        let mut bytes = [0; 8];
        SystemRandomness.fill(&mut bytes).expect("the system has randomness");
        usize::try_from(u64::from_le_bytes(bytes) % bound as u64).expect("it is below a usize")
    }

    #[test]
    fn multiplication_has_no_zero_divisors() {
        for left in 1..32 {
            let mut products: Vec<_> = (1..32).map(|right| times(left, right)).collect();
            products.sort_unstable();
            assert_eq!(products, (1..32).collect::<Vec<_>>());
        }
    }

    #[test]
    fn every_misread_character_is_noticed() {
        for _ in 0..20 {
            let sheet = sheet();
            for place in 0..sheet.len() {
                for letter in ALPHABET.iter().filter(|letter| **letter != sheet[place]) {
                    let mut copied = sheet.clone();
                    copied[place] = *letter;
                    assert_eq!(read(&copied).err(), Some(RecoveryKeyError::Checksum));
                }
            }
        }
    }

    #[test]
    fn every_two_characters_that_changed_places_are_noticed() {
        for _ in 0..25 {
            let sheet = sheet();
            for one in 0..sheet.len() {
                for other in 0..one {
                    let mut copied = sheet.clone();
                    copied.swap(one, other);
                    if copied != sheet {
                        assert_eq!(read(&copied).err(), Some(RecoveryKeyError::Checksum));
                    }
                }
            }
        }
    }

    #[test]
    fn any_four_wrong_characters_are_noticed() {
        for _ in 0..10_000 {
            let sheet = sheet();
            let mut copied = sheet.clone();
            for _ in 0..4 {
                copied[below(30)] = ALPHABET[below(32)];
            }
            if copied != sheet {
                assert_eq!(read(&copied).err(), Some(RecoveryKeyError::Checksum));
            }
        }
    }

    #[test]
    fn a_sheet_is_read_forgivingly() {
        let key = RecoveryKey(SecretBytes::zeroed());
        let groups = key.groups();
        assert_eq!(groups[0].as_str(), "00000");
        for typed in [
            "00000 00000 00000 00000 00000 00000",
            "ooooo-OOOOO-00000-00000-00000-00000",
            "  000000000000000000000000000000\n",
            "00000–00000—00000‑00000\u{a0}00000\t00000",
        ] {
            let read = RecoveryKey::parse(typed).expect("it is a sheet of zeros");
            assert_eq!(read.expose_symbols(), [0; 26], "{typed:?}");
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        let cases = [
            ("", RecoveryKeyError::Length),
            ("00000 00000 00000 00000 00000 0000", RecoveryKeyError::Length),
            ("00000 00000 00000 00000 00000 000000", RecoveryKeyError::Length),
            ("0000U 00000 00000 00000 00000 00000", RecoveryKeyError::Character),
            ("é0000 00000 00000 00000 00000 00000", RecoveryKeyError::Character),
            ("00000 00000 00000 00000 00000 00001", RecoveryKeyError::Checksum),
        ];
        for (typed, expected) in cases {
            assert_eq!(RecoveryKey::parse(typed).err(), Some(expected), "{typed:?}");
        }
    }

    #[test]
    fn groups_typed_back_are_compared_as_they_are_read() {
        let key = read(&sheet()).expect("a sheet reads well");
        for (number, group) in key.groups().iter().enumerate() {
            assert!(key.group_matches(number, &format!(" {}-", group.to_lowercase())));
            assert!(!key.group_matches(number, &group[1..]));
            assert!(!key.group_matches(number, "zzzzu"));
        }
        assert!(!key.group_matches(6, ""));
    }

    #[test]
    fn reading_gives_back_what_was_drawn() {
        for _ in 0..1000 {
            let sheet = sheet();
            let again: Vec<u8> = read(&sheet)
                .expect("a sheet reads well")
                .groups()
                .iter()
                .flat_map(|group| group.bytes().collect::<Vec<_>>())
                .collect();
            assert_eq!(sheet, again);
        }
    }
}
