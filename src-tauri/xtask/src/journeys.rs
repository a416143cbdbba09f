//! `cargo xtask journeys` and `screens`: the real app in its real webview.

use std::path::Path;

use crate::{
    Done, app, house,
    run::{cargo, run},
    setup::{self, Needs},
};

/// Builds what can be driven and drives it. Arguments go to the tests.
///
/// # Errors
/// When a journey fails.
pub(crate) fn journeys(arguments: &[String]) -> Done {
    setup::setup(&Needs::everything())?;
    setup::build_ui()?;
    drive(&build()?, arguments, None)
}

/// The same, with a picture of every screen, light and dark.
///
/// # Errors
/// When a journey fails.
pub(crate) fn screens(arguments: &[String]) -> Done {
    setup::setup(&Needs::everything())?;
    setup::build_ui()?;
    let folder = house::screens();
    drive(&build()?, arguments, Some(&folder))?;
    println!("── pictures: {}", house::shown(&folder));
    Ok(())
}

/// The app with the feature `automation`.
///
/// The whole workspace is selected, so that cargo gives every dependency the features it has in
/// the tests: only the app itself is compiled again.
pub(crate) fn build() -> Done<std::path::PathBuf> {
    app::build(&["--workspace", "--features", "terugblik/automation"])
}

/// Runs the tests of the boundary `journeys` against a built app. The harness learns from the
/// environment which binary to drive and where pictures go.
pub(crate) fn drive(app: &Path, arguments: &[String], pictures: Option<&Path>) -> Done {
    let mut command = cargo(["test", "--workspace", "--test", "journeys", "--"]);
    command.args(arguments).env("TERUGBLIK_AUTOMATION_APP", app);
    if let Some(folder) = pictures {
        command.env("TERUGBLIK_SCREENS", folder);
    }
    run(&mut command)
}
