//! What tests of every crate need: a clock that stands still, randomness that repeats itself, a
//! journal in a folder that goes away, texts that hurt, and as much Dutch as a career fills.
//!
//! For tests only. Nothing here may be a dependency of what is shipped: [`SeededRandomness`] makes
//! keys that anybody can compute.

mod clock;
mod dutch;
mod lexicon;
mod randomness;
pub mod specimens;
mod temp_vault;

pub use clock::FixedClock;
pub use dutch::realistic_dutch;
pub use lexicon::Lexicon;
pub use randomness::{ScarceRandomness, SeededRandomness};
pub use temp_vault::TempVault;

use vault::Cost;

/// The cheapest derivation that may be written: the floor. About 150 ms.
pub const CHEAP: Cost = Cost::FLOOR;
