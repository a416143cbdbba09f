//! Randomness that repeats itself. **Never** for a key that protects anything.

use vault::{NoRandomness, Randomness};

/// The same bytes for the same seed, on every system (SplitMix64).
#[derive(Debug, Clone)]
pub struct SeededRandomness {
    state: u64,
}

impl SeededRandomness {
    /// Begins at a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next number.
    pub const fn next_u64(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, which must not be 0. A little uneven, which tests do not mind.
    pub const fn below(&mut self, bound: usize) -> usize {
        #[allow(clippy::cast_possible_truncation, reason = "the remainder is below a usize")]
        let number = (self.next_u64() % bound as u64) as usize;
        number
    }
}

impl Randomness for SeededRandomness {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.next_u64().to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

/// Gives what a seed gives, a number of times, and then nothing any more.
#[derive(Debug, Clone)]
pub struct ScarceRandomness {
    inner: SeededRandomness,
    left: usize,
}

impl ScarceRandomness {
    /// Can be asked this many times.
    #[must_use]
    pub const fn new(times: usize) -> Self {
        Self { inner: SeededRandomness::new(1), left: times }
    }
}

impl Randomness for ScarceRandomness {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        self.left = self.left.checked_sub(1).ok_or(NoRandomness)?;
        self.inner.fill(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_numbers_are_those_of_splitmix64() {
        // From the reference implementation by Sebastiano Vigna, seed 1234567.
        let mut randomness = SeededRandomness::new(1_234_567);
        assert_eq!(randomness.next_u64(), 6_457_827_717_110_365_317);
        assert_eq!(randomness.next_u64(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn one_seed_is_one_sequence() {
        let (mut one, mut two) = ([0; 13], [0; 13]);
        SeededRandomness::new(7).fill(&mut one).expect("it never runs dry");
        SeededRandomness::new(7).fill(&mut two).expect("it never runs dry");
        assert_eq!(one, two);
        SeededRandomness::new(8).fill(&mut two).expect("it never runs dry");
        assert_ne!(one, two);
    }
}
