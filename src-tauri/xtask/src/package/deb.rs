//! The package of Debian and Ubuntu.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::{VERSION, libraries, tree};
use crate::{
    Done, house,
    run::{read, run},
};

/// What the package says about itself; words in braces are filled in.
const CONTROL: &str = "assets/linux/control";

/// Makes the .deb: nothing in it runs at installing or removing, and whoever builds the same commit
/// with the same tools gets the same bytes.
///
/// # Errors
/// When it cannot be made.
pub(super) fn make(tree: &Path, folder: &Path, programs: &[PathBuf; 2], epoch: &str) -> Done<PathBuf> {
    let architecture = architecture()?;
    let control = control(tree, programs, architecture)?;
    let sums = read(
        Command::new("md5sum")
            .args(tree::files(tree)?.iter().filter(|file| *file != tree::LINK))
            .current_dir(tree),
    )?;
    let installer = folder.join(format!("terugblik_{VERSION}_{architecture}.deb"));
    // Only while it is made: the same tree goes into the other package.
    let about = tree.join("DEBIAN");
    fs::create_dir_all(&about).map_err(|error| tree::at(&about, &error))?;
    let done = write(&about.join("control"), &control)
        .and_then(|()| write(&about.join("md5sums"), &sums))
        .and_then(|()| {
            let mut build = Command::new("dpkg-deb");
            build.args(["--root-owner-group", "--uniform-compression", "-Zxz", "-z9", "--build"]);
            run(build.arg(tree).arg(&installer).env("SOURCE_DATE_EPOCH", epoch))
        });
    fs::remove_dir_all(&about).map_err(|error| tree::at(&about, &error))?;
    done.map(|()| installer)
}

fn control(tree: &Path, programs: &[PathBuf; 2], architecture: &str) -> Done<String> {
    let mut kilobytes = 0;
    for file in tree::files(tree)? {
        let path = tree.join(file);
        let data = fs::symlink_metadata(&path).map_err(|error| tree::at(&path, &error))?;
        kilobytes += data.len().div_ceil(1024);
    }
    let template = house::root().join(CONTROL);
    let template = fs::read_to_string(&template).map_err(|error| tree::at(&template, &error))?;
    let filled = template
        .replace("{version}", VERSION)
        .replace("{architecture}", architecture)
        .replace("{installed-size}", &kilobytes.to_string())
        .replace("{depends}", &libraries::depends(programs)?.join(", "));
    match filled.find('{') {
        Some(at) => Err(format!(
            "{CONTROL}: `{}` is filled in by nobody",
            filled[at..].lines().next().unwrap_or_default()
        )),
        None => Ok(filled),
    }
}

/// What Debian calls the machine that this was compiled for.
fn architecture() -> Done<&'static str> {
    match env::consts::ARCH {
        "x86_64" => Ok("amd64"),
        "aarch64" => Ok("arm64"),
        other => Err(format!("nobody tried a package for {other}")),
    }
}

fn write(path: &Path, text: &str) -> Done {
    fs::write(path, text).map_err(|error| tree::at(path, &error))
}
