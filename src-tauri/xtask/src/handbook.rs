//! `cargo xtask handbook`: what our pack of questions cannot serve.

use crate::{
    Done,
    run::{cargo, run},
};

/// Prints, for each language, the sittings for which the pack has no question and those for which
/// it has fewer than fit.
///
/// # Errors
/// When the crate does not compile or a pack does not read.
pub(crate) fn handbook() -> Done {
    run(&mut cargo(["run", "--quiet", "--package", "handbook", "--example", "gaps"]))
}
