//! `cargo xtask handbook`: looks packs through, ours or those of whoever writes one.

use std::env;

use crate::{
    Done, house,
    run::{cargo, run},
};

/// Prints `file:line: reason` for what is wrong in the given packs and for what could be better;
/// without files, for our own, with the table of what they cover.
///
/// # Errors
/// When the crate does not compile or a pack is refused; for our own also when anything was found.
pub(crate) fn handbook(files: &[String]) -> Done {
    let manifest = house::root().join("Cargo.toml");
    let mut command = cargo(["run", "--quiet", "--package", "handbook", "--example", "handbook"]);
    command.arg("--manifest-path").arg(manifest).arg("--").args(files);
    // Files are named from where the person stands.
    if let Ok(here) = env::current_dir() {
        command.current_dir(here);
    }
    run(&mut command)
}
