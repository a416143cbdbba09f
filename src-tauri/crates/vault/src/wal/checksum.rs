//! The running checksum of a WAL: two sums that feed each other.
//!
//! It finds accidents, not intentions: it has no key. <https://sqlite.org/fileformat2.html#checksum_algorithm>

use super::number;

/// The sum so far. The next frame's begins with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Checksum(u32, u32);

/// The order of bytes in the numbers that are summed; the sums themselves are stored big-endian.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Little,
    Big,
}

impl Order {
    /// What the first number of a WAL says; nothing when it is no WAL.
    pub(super) fn of_magic(magic: u32) -> Option<Self> {
        match magic {
            0x377f_0682 => Some(Self::Little),
            0x377f_0683 => Some(Self::Big),
            _ => None,
        }
    }
}

impl Checksum {
    /// The two sums as they are stored.
    pub(super) fn read(bytes: &[u8]) -> Self {
        Self(number(bytes, 0), number(bytes, 4))
    }

    /// Goes on over these bytes, whose number is a multiple of eight.
    pub(super) fn over(self, bytes: &[u8], order: Order) -> Self {
        let Self(mut one, mut two) = self;
        let (pairs, rest) = bytes.as_chunks::<8>();
        debug_assert!(rest.is_empty(), "a sum takes two numbers at a time");
        for [a, b, c, d, e, f, g, h] in pairs {
            let read = match order {
                Order::Little => u32::from_le_bytes,
                Order::Big => u32::from_be_bytes,
            };
            one = one.wrapping_add(read([*a, *b, *c, *d])).wrapping_add(two);
            two = two.wrapping_add(read([*e, *f, *g, *h])).wrapping_add(one);
        }
        Self(one, two)
    }

    /// As they are stored.
    #[cfg(test)]
    pub(super) fn to_bytes(self) -> [u8; 8] {
        let mut bytes = [0; 8];
        bytes[..4].copy_from_slice(&self.0.to_be_bytes());
        bytes[4..].copy_from_slice(&self.1.to_be_bytes());
        bytes
    }
}
