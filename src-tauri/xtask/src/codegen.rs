//! `cargo xtask codegen`: what is generated is committed, and this writes it.

use std::process::Command;

use crate::{
    Done, house,
    run::{cargo, npm, read, run},
    setup::{self, Needs},
};

/// Writes the TypeScript of the contract and the message ids of the catalogue.
///
/// # Errors
/// When either does not compile.
pub(crate) fn codegen() -> Done {
    setup::setup(&Needs::building())?;
    run(cargo(["test", "--quiet", "--package", "contract"]).env("TERUGBLIK_CODEGEN", "1"))?;
    run(&mut npm(&["run", "--silent", "messages"]))
}

/// Fails when the work tree differs from what is committed: a check made something that belongs
/// in the repository.
///
/// # Errors
/// Names the files.
pub(crate) fn check_work_tree() -> Done {
    let changed = read(Command::new("git").args(["status", "--porcelain"]).current_dir(house::root()))?;
    if changed.is_empty() { Ok(()) } else { Err(format!("the work tree changed:\n{changed}")) }
}
