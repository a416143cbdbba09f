//! `cargo xtask handbook`: looks packs through, ours or those of whoever writes one.

use std::{fs::File, process::Command};

use crate::{
    Done,
    run::{cargo, run},
};

/// Prints `file:line: reason` for what is wrong in the given packs and for what could be better;
/// without files, for our own, with the table of what they cover.
///
/// # Errors
/// When the crate does not compile, or a pack cannot be opened or is refused; for our own also when
/// anything was found.
pub(crate) fn handbook(files: &[String]) -> Done {
    if files.is_empty() {
        return run(&mut looking());
    }
    // Every file has its say, also after one that is refused.
    let refused: Vec<&str> = files.iter().filter(|file| look_at(file).is_err()).map(String::as_str).collect();
    if refused.is_empty() { Ok(()) } else { Err(format!("refused: {}", refused.join(", "))) }
}

fn look_at(file: &str) -> Done {
    let text = File::open(file).map_err(|error| {
        println!("{file}: {error}");
        error.to_string()
    })?;
    run(looking().arg("--").arg(file).stdin(text))
}

/// The program is an example of the crate that reads packs: this one has no dependencies.
fn looking() -> Command {
    cargo(["run", "--quiet", "--package", "handbook", "--example", "handbook"])
}
