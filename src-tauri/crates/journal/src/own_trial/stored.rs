//! How the kinds of own trials stand in the store.

use super::{Better, PhaseKind, Scale};
use crate::stored::stored;

stored!(Scale { ZeroToTen = "zero-to-ten", Count = "count" });
stored!(Better { Higher = "higher", Lower = "lower" });
stored!(PhaseKind { Begin = "begin", Trial = "trial" });
