//! The package of Fedora and openSUSE. What it requires is found by rpm itself, as names of
//! libraries, for those two call the packages differently.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{VERSION, elf, tree};
use crate::{
    Done, house,
    run::{read, run},
};

const SPEC: &str = "assets/linux/terugblik.spec";

/// Makes the .rpm: nothing in it runs at installing or removing, and whoever builds the same commit
/// with the same tools gets the same bytes.
///
/// # Errors
/// When it cannot be made, or does not require a library that the programs load.
pub(super) fn make(tree: &Path, folder: &Path, programs: &[PathBuf; 2], epoch: &str) -> Done<PathBuf> {
    // What rpmbuild lays down on its way.
    let workshop = folder.join("rpmbuild");
    if workshop.exists() {
        fs::remove_dir_all(&workshop).map_err(|error| tree::at(&workshop, &error))?;
    }
    let define = |name: &str, value: &Path| format!("{name} {}", value.display());
    let mut build = Command::new("rpmbuild");
    build.args(["-bb", "--quiet", "--target", env::consts::ARCH]);
    for definition in [
        define("_topdir", &workshop),
        define("_rpmdir", folder),
        define("staged", tree),
        format!("app_version {VERSION}"),
    ] {
        build.args(["--define", &definition]);
    }
    run(build.arg(house::root().join(SPEC)).env("SOURCE_DATE_EPOCH", epoch))?;
    fs::remove_dir_all(&workshop).map_err(|error| tree::at(&workshop, &error))?;

    let installer = folder.join(format!("terugblik-{VERSION}-1.{}.rpm", env::consts::ARCH));
    let required = read(Command::new("rpm").args(["--query", "--requires", "--package"]).arg(&installer))?;
    for library in programs.iter().map(|program| elf::needed(program)).collect::<Done<Vec<_>>>()?.concat() {
        // `libgtk-3.so.0()(64bit)`; glibc's own with a version between the brackets.
        if !required.lines().any(|line| line.starts_with(&format!("{library}("))) {
            return Err(format!("{} does not require {library}", house::shown(&installer)));
        }
    }
    Ok(installer)
}
