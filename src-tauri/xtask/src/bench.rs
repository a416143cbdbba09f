//! `cargo xtask bench`: a release build, measured beside its surroundings in the same run.

use crate::{
    Done, app, house,
    packages::Purpose,
    run::{cargo, run},
    setup::{self, Needs},
};

/// Measures the detector, which needs no app; then builds the app twice as a release, as it ships
/// and as it can be driven, and measures both. `detector` asks for the first part only.
/// Arguments go to the benchmarks.
///
/// # Errors
/// When something does not compile or a benchmark fails.
pub(crate) fn bench(arguments: &[String]) -> Done {
    let mut needs = Needs::everything();
    needs.purposes.push(Purpose::Measuring);
    setup::setup(&needs)?;
    let named = |part: &str| arguments.iter().any(|argument| argument == part);
    if arguments.is_empty() || named("detector") {
        run(&mut cargo(["bench", "--package", "privacy"]))?;
    }
    if named("detector") {
        return Ok(());
    }
    setup::build_ui()?;
    let folder = house::root().join(".bench");
    let mut release = app::ALONE.to_vec();
    release.push("--release");
    let shipped = app::keep(&app::build(&release)?, &folder.join("shipped"), false)?;
    release.extend(["--features", app::DRIVABLE]);
    let drivable = app::keep(&app::build(&release)?, &folder.join("automation"), true)?;
    let mut command = cargo(["bench", "--package", "boundaries", "--"]);
    command.args(arguments).env("TERUGBLIK_APP", shipped).env("TERUGBLIK_AUTOMATION_APP", drivable);
    run(&mut command)
}
