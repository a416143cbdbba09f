//! Randomness as an argument, so that tests can repeat themselves.

use std::fmt;

/// A source of bytes that nobody can foresee.
pub trait Randomness: Send {
    /// Fills all of `bytes`.
    ///
    /// # Errors
    /// When the source has nothing to give; `bytes` must then not be used.
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness>;
}

/// The operating system's own source, with no buffer of ours between.
///
/// A generator in user space would keep a copy of every key it gave in its own buffer; that was
/// seen with the usual thread-local one.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), NoRandomness> {
        getrandom::fill(bytes).map_err(|_| NoRandomness)
    }
}

/// The source gave nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoRandomness;

impl fmt::Display for NoRandomness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no-randomness")
    }
}

impl std::error::Error for NoRandomness {}
