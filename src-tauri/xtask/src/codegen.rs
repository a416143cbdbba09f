//! `cargo xtask codegen`: what is generated is committed, and this writes it.

use crate::{
    Done,
    run::{cargo, npm, run},
    setup::{self, Needs},
};

/// Writes the TypeScript of the contract and the message ids of the catalogue.
///
/// # Errors
/// When either does not compile.
pub(crate) fn codegen() -> Done {
    setup::setup(&Needs::building())?;
    // Of the whole workspace, so that dependencies are those of `cargo verify`.
    let contract = ["test", "--quiet", "--workspace", "--test", "typescript"];
    run(cargo(contract).env("TERUGBLIK_CODEGEN", "1"))?;
    run(&mut npm(&["run", "--silent", "messages"]))
}
