//! `cargo xtask package`: the release binaries, checked. Installers are made by a later command.

use std::fs;

use crate::{
    Done, app,
    setup::{self, Needs},
};

/// Builds the release binaries, refuses one that tests can drive, says where they are and how large.
/// Arguments go to cargo.
///
/// # Errors
/// When one does not compile or can be driven.
pub(crate) fn package(arguments: &[String]) -> Done {
    setup::setup(&Needs::building())?;
    setup::build_ui()?;
    let mut all = app::ALONE.to_vec();
    all.extend(["--release", "--locked"]);
    all.extend(arguments.iter().map(String::as_str));
    let parent = app::build(&all)?;
    for program in app::programs(&parent) {
        let shown = program.display();
        let bytes = fs::read(&program).map_err(|error| format!("{shown}: {error}"))?;
        if app::is_drivable(&bytes) {
            return Err(format!(
                "{shown} can be driven from outside (feature `automation`); it must not ship"
            ));
        }
        println!("── {shown}");
        println!("   {}; it cannot be driven from outside", megabytes(bytes.len()));
    }
    println!("   these are the programs alone, which stay beside each other: there is no installer yet");
    Ok(())
}

fn megabytes(bytes: usize) -> String {
    let tenths = (bytes + 50_000) / 100_000;
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rounded_to_tenths() {
        assert_eq!(megabytes(14_449_999), "14.4 MB");
        assert_eq!(megabytes(14_450_000), "14.5 MB");
        assert_eq!(megabytes(40_000), "0.0 MB");
    }
}
