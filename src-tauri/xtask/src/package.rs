//! `cargo xtask package`: the release programs, looked at, in what a system installs.
//!
//! On Linux a .deb and an .rpm, both from one staged tree; on Windows an MSI; on macOS a disk image.
//! The last two are written for those systems and were never tried.

mod copyright;
mod deb;
mod dmg;
mod elf;
mod libraries;
mod licence_texts;
mod msi;
mod rpm;
mod symbols;
mod tree;
mod try_out;
mod validate;

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use crate::{
    Done, app, house,
    packages::Purpose,
    run::ask,
    setup::{self, Needs},
};

/// The version of everything in the work tree.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// No installer may be larger, in bytes.
const LARGEST: u64 = 15_000_000;

/// What was made.
pub(crate) struct Made {
    /// The program that a person starts, where cargo built it.
    program: PathBuf,
    /// What is installed, as it lies on a machine.
    tree: PathBuf,
    /// The moment that it carries; empty where it carries the present.
    epoch: String,
    /// What a person downloads.
    installers: Vec<PathBuf>,
    /// What looking at it gave, for the table.
    pub(crate) figures: String,
}

impl Made {
    /// One installer that carries the present, of which there are no figures.
    fn of_one(program: &Path, tree: PathBuf, installer: PathBuf) -> Self {
        let (program, installers) = (program.to_owned(), vec![installer]);
        Self { program, tree, epoch: String::new(), installers, figures: String::new() }
    }

    /// The largest of what a person may download.
    pub(crate) fn largest(&self) -> &Path {
        let by_size = |file: &&PathBuf| size(file).unwrap_or_default();
        self.installers.iter().max_by_key(by_size).map_or(&self.tree, |file| file)
    }

    /// The program that a person starts, as a package has it, with the other one beside it.
    pub(crate) fn packaged(&self) -> PathBuf {
        self.tree.join(tree::PROGRAM)
    }
}

/// Makes the installers; with `--try` first among the arguments they are installed, started and
/// removed too. Other arguments go to cargo.
///
/// # Errors
/// When one cannot be made, does not belong on a person's machine, or leaves something there.
pub(crate) fn package(arguments: &[String]) -> Done {
    let (tries, rest) = match arguments.split_first() {
        Some((first, rest)) if first == "--try" => (true, rest),
        Some(_) | None => (false, arguments),
    };
    let mut needs = Needs::building();
    needs.purposes.push(Purpose::Packaging);
    setup::setup(&if tries { Needs::everything() } else { needs })?;
    setup::build_ui()?;
    let made = make(rest)?;
    let tried = if tries { try_out(&made)? } else { String::new() };
    println!("\n{}", crate::figures::table(&(made.figures.clone() + &tried)));
    for installer in &made.installers {
        println!("── {} ({})", house::shown(installer), megabytes(size(installer)?));
    }
    Ok(())
}

/// Builds the programs as a release and makes the installers of this system. System packages and
/// the pages must be there.
///
/// # Errors
/// When one cannot be made or does not belong on a person's machine.
pub(crate) fn make(arguments: &[String]) -> Done<Made> {
    let mut all = app::ALONE.to_vec();
    all.extend(["--release", "--locked"]);
    all.extend(arguments.iter().map(String::as_str));
    let parent = app::build(&all)?;
    let programs = app::programs(&parent);
    refuse_drivable(&programs)?;
    // Beside the folder of the profile, wherever the person has cargo build.
    let target = parent.ancestors().nth(2).unwrap_or_else(|| Path::new("."));
    let folder = target.join("packages");
    let made = match env::consts::OS {
        "linux" => for_linux(&folder, &programs)?,
        "windows" => msi::make(&folder, &programs)?,
        "macos" => dmg::make(&folder, &programs)?,
        other => return Err(format!("there is no installer for {other}")),
    };
    for installer in &made.installers {
        let bytes = size(installer)?;
        if bytes > LARGEST {
            let shown = house::shown(installer);
            return Err(format!(
                "{shown} is {}, which is more than {}",
                megabytes(bytes),
                megabytes(LARGEST)
            ));
        }
    }
    Ok(made)
}

/// A .deb and an .rpm from one tree.
fn for_linux(folder: &Path, programs: &[PathBuf; 2]) -> Done<Made> {
    let mut figures = symbols::look_at(programs)? + &symbols::look_at_modules(programs)?;
    let epoch = epoch()?;
    let tree = folder.join("tree");
    tree::stage(&tree, Some(programs), &copyright::text()?)?;
    let left = validate::validate(&tree)?;
    let deb = deb::make(&tree, folder, programs, &epoch)?;
    let rpm = rpm::make(&tree, folder, programs, &epoch)?;
    for installer in [&deb, &rpm] {
        let kind = installer.extension().unwrap_or_default().to_string_lossy();
        let outcome = format!("{} of {}", megabytes(size(installer)?), megabytes(LARGEST));
        figures += &crate::figures::line("N5", &format!("size of the .{kind}"), 1, &outcome);
    }
    figures.extend(left.iter().map(|why| crate::figures::line("N5", "validators", 0, why)));
    Ok(Made { program: programs[0].clone(), tree, epoch, installers: vec![deb, rpm], figures })
}

/// Installs, starts and removes what was made. Answers with lines for the table.
///
/// # Errors
/// When it does not start, or leaves something behind.
pub(crate) fn try_out(made: &Made) -> Done<String> {
    try_out::try_out(made)
}

/// Looks for what may not be in the programs of an app as it ships, however it was built.
///
/// # Errors
/// When it is there.
pub(crate) fn look_at_programs(parent: &Path) -> Done<String> {
    let programs = app::programs(parent);
    refuse_drivable(&programs)?;
    libraries::depends(&programs)?;
    symbols::look_at(&programs)
}

/// What needs no release build: all that a package holds beside the programs is put together and
/// validated. Answers with what could not be looked at here.
///
/// # Errors
/// When something of it is not valid.
pub(crate) fn check() -> Done<Vec<String>> {
    let folder = env::temp_dir().join(format!("terugblik-package-{}", std::process::id()));
    let tree = folder.join("tree");
    let done = copyright::text()
        .and_then(|copyright| tree::stage(&tree, None, &copyright))
        .and_then(|()| validate::validate(&tree));
    let gone = fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()));
    let left = done?;
    gone?;
    Ok(left.iter().map(|why| format!("package: {}", why.trim_start_matches("not run: "))).collect())
}

/// Prints the licences of everything that stands in the programs, as the packages have them.
///
/// # Errors
/// When a library's licence has no words anywhere.
pub(crate) fn licences() -> Done {
    print!("{}", copyright::text()?);
    Ok(())
}

/// What tests can drive never ships.
fn refuse_drivable(programs: &[PathBuf; 2]) -> Done {
    for program in programs {
        let shown = program.display();
        let bytes = fs::read(program).map_err(|error| format!("{shown}: {error}"))?;
        if let Some(trace) = app::trace_of_automation(&bytes) {
            return Err(format!(
                "{shown} can be driven from outside (feature `automation`, by its “{trace}”); it must not ship"
            ));
        }
        println!("   {shown}: {}, and it cannot be driven from outside", megabytes(bytes.len() as u64));
    }
    Ok(())
}

/// The moment that installers carry instead of the present, in seconds since 1970: that of the last
/// commit, so that whoever builds the same commit gets the same bytes.
fn epoch() -> Done<String> {
    if let Ok(given) = env::var("SOURCE_DATE_EPOCH") {
        return Ok(given);
    }
    let root = house::root();
    let committed = ask("git", &["-C", &root.to_string_lossy(), "log", "-1", "--format=%ct"]);
    let committed = committed.map(|text| text.trim().to_string()).filter(|text| !text.is_empty());
    committed.ok_or_else(|| "this is not a git checkout; please set SOURCE_DATE_EPOCH".into())
}

fn size(path: &Path) -> Done<u64> {
    fs::metadata(path).map(|data| data.len()).map_err(|error| format!("{}: {error}", house::shown(path)))
}

fn megabytes(bytes: u64) -> String {
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
