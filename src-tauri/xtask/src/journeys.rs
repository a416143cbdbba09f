//! `cargo xtask journeys` and `screens`: the real app in its real webview.

use std::path::PathBuf;

use crate::{
    Done, app,
    figures::{self, Figures},
    house,
    run::{cargo, run},
    setup::{self, Needs},
};

/// Builds the app as it ships and as it can be driven, and sits down at both. Arguments go to the
/// tests.
///
/// # Errors
/// When a journey fails.
pub(crate) fn journeys(arguments: &[String]) -> Done {
    setup::setup(&Needs::everything())?;
    setup::build_ui()?;
    drive(arguments).map(drop)
}

/// The same with every screen's picture, light and dark; for that the app only needs to be driven.
///
/// # Errors
/// When a journey fails.
pub(crate) fn screens(arguments: &[String]) -> Done {
    setup::setup(&Needs::everything())?;
    setup::build_ui()?;
    let folder = house::screens();
    let mut command = cargo(["test", "--workspace", "--test", "journeys", "--"]);
    command.args(arguments).env("TERUGBLIK_AUTOMATION_APP", build_drivable()?);
    run(command.env("TERUGBLIK_SCREENS", &folder))?;
    println!("── pictures: {}", house::shown(&folder));
    Ok(())
}

/// Runs the tests of the boundaries `journeys` (the app built for automation) and `shipped` (the
/// app as it ships). The harness learns from the environment where they are. Answers with what could
/// not be run here.
///
/// # Errors
/// When a journey fails.
pub(crate) fn drive(arguments: &[String]) -> Done<Vec<String>> {
    let (shipped, drivable, figures) = (build_shipped()?, build_drivable()?, Figures::new("journeys"));
    let mut command = cargo(["test", "--workspace", "--test", "journeys", "--test", "shipped"]);
    command.args(["--no-fail-fast", "--"]).args(arguments);
    command.env("TERUGBLIK_APP", shipped).env("TERUGBLIK_AUTOMATION_APP", drivable);
    // A journey waits for a window more than it computes.
    command.env("RUST_TEST_THREADS", (threads() * 3 / 2).to_string());
    // What is wrong with a screen stands in the message; the frames of a runtime bury it.
    command.env("RUST_BACKTRACE", "0");
    let done = run(command.env("TERUGBLIK_FIGURES", figures.path()));
    println!("\n{}", figures::table(&figures.lines()));
    done.map(|()| figures::not_run(&figures.lines()))
}

/// As many as the machine runs at once, and never one alone.
fn threads() -> usize {
    std::thread::available_parallelism().map_or(2, |threads| threads.get().max(2))
}

/// The app without anything for tests.
///
/// The whole workspace is selected, so that cargo gives every dependency the features it has in
/// the tests: only the app itself is compiled again.
///
/// # Errors
/// When it does not compile, or can be driven after all.
pub(crate) fn build_shipped() -> Done<PathBuf> {
    let built = app::build(&["--workspace"])?;
    app::keep(&built, &built.with_file_name("shipped"), false)
}

/// The app with the feature `automation`.
///
/// # Errors
/// When it does not compile, or cannot be driven.
pub(crate) fn build_drivable() -> Done<PathBuf> {
    let built = app::build(&["--workspace", "--features", app::DRIVABLE])?;
    app::keep(&built, &built.with_file_name("automation"), true)
}
