//! Drawing by lot, with the system's randomness.

use contract::Failure;
use vault::{Randomness as _, SystemRandomness};

use crate::failure::failure;

/// A number of 64 bits.
///
/// # Errors
/// When the system gives no randomness.
pub fn number() -> Result<u64, Failure> {
    let mut bytes = [0; 8];
    SystemRandomness.fill(&mut bytes).map_err(|error| failure(&error.into()))?;
    Ok(u64::from_le_bytes(bytes))
}

/// A number below `end`, every one as likely: numbers of the incomplete last round are thrown
/// away.
///
/// # Errors
/// As [`number`].
pub fn below(end: usize) -> Result<usize, Failure> {
    let end = u64::try_from(end.max(1)).unwrap_or(1);
    let whole = u64::MAX - u64::MAX % end;
    loop {
        let number = number()?;
        if number < whole {
            return Ok(usize::try_from(number % end).unwrap_or(0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_below_their_end_and_reach_all_of_it() {
        let mut seen = [false; 6];
        for _ in 0..1_000 {
            seen[below(6).expect("randomness")] = true;
        }
        assert_eq!(seen, [true; 6]);
        assert_eq!(below(1), Ok(0));
    }
}
