//! `cargo xtask bench`: a release build, measured beside its surroundings in the same run.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    Done, app, house,
    packages::Purpose,
    run::{cargo, run},
    setup::{self, Needs},
};

/// Builds the app twice as a release, as it ships and as it can be driven, and measures both.
/// Arguments go to the benchmarks.
///
/// # Errors
/// When something does not compile or a benchmark fails.
pub(crate) fn bench(arguments: &[String]) -> Done {
    let mut needs = Needs::everything();
    needs.purposes.push(Purpose::Measuring);
    setup::setup(&needs)?;
    setup::build_ui()?;
    let shipped = keep(&app::build(&["--package", "terugblik", "--release"])?, "terugblik", false)?;
    let drivable = app::build(&["--package", "terugblik", "--release", "--features", "automation"])?;
    let drivable = keep(&drivable, "terugblik-automation", true)?;
    let mut command = cargo(["bench", "--package", "boundaries", "--"]);
    command.args(arguments).env("TERUGBLIK_APP", shipped).env("TERUGBLIK_AUTOMATION_APP", drivable);
    run(&mut command)
}

/// Both builds have the same name in the same folder, so each is copied aside. That the mark is
/// in the one and not in the other shows that `cargo xtask package` would see it.
fn keep(built: &Path, name: &str, drivable: bool) -> Done<PathBuf> {
    let bytes = fs::read(built).map_err(|error| format!("{}: {error}", built.display()))?;
    if app::is_drivable(&bytes) != drivable {
        return Err(format!("{name}: the mark of an automation build is not where it belongs"));
    }
    let folder = house::root().join(".bench");
    let kept = folder.join(name);
    fs::create_dir_all(&folder)
        .and_then(|()| fs::copy(built, &kept))
        .map_err(|error| format!("{}: {error}", house::shown(&kept)))?;
    Ok(kept)
}
