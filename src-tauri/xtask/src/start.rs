//! `cargo start`: from a fresh clone to an open window.
//!
//! It builds with the dev profile. The UI is embedded in it as in a release, what computes is
//! optimised in it too, and it opens minutes earlier: a release adds link-time optimisation over
//! everything. Speed is measured by `cargo xtask bench`, on a release.

use std::{
    io::{self, IsTerminal as _},
    process::Command,
};

use crate::{
    Done, app,
    display::{self, VirtualDisplay},
    house,
    setup::{self, Needs},
};

/// Sets up, builds and opens the app.
///
/// # Errors
/// When something is missing, does not compile, or the app ends with a failure.
pub(crate) fn start(arguments: &[String]) -> Done {
    let for_app = arguments_for_app(arguments)?;
    let headless = display::is_missing();
    setup::setup(&if headless { Needs::showing() } else { Needs::building() })?;
    setup::build_ui()?;
    let binary = app::build(&["--workspace"])?;
    let mut command = display::bound(&binary.to_string_lossy());
    command.args(for_app);
    if headless { on_virtual_display(&mut command) } else { on_screen(&mut command) }
}

/// `--demo` and all that follows `--` are the app's; anything else is a slip.
fn arguments_for_app(arguments: &[String]) -> Done<Vec<String>> {
    let mut ours = arguments;
    let mut theirs: &[String] = &[];
    if let Some(at) = arguments.iter().position(|argument| argument == "--") {
        (ours, theirs) = (&arguments[..at], &arguments[at + 1..]);
    }
    if let Some(unknown) = ours.iter().find(|argument| *argument != "--demo") {
        return Err(format!("`{unknown}` is not known; arguments for the app follow `--`"));
    }
    Ok(ours.iter().chain(theirs).cloned().collect())
}

fn on_screen(command: &mut Command) -> Done {
    println!("── the app is open; close its window or press Ctrl+C to end it");
    let status = command.status().map_err(|error| format!("the app did not start: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("the app ended with a failure ({status})")) }
}

fn on_virtual_display(command: &mut Command) -> Done {
    let display = VirtualDisplay::start()?;
    println!("── there is no display here, so the app opens on a virtual one, {}", display.name());
    let spawned = display.place(command).spawn();
    let mut app = spawned.map_err(|error| format!("the app did not start: {error}"))?;
    let picture = house::screens().join("start.png");
    let shown = display.picture(&mut app, &picture);
    if shown.is_ok() {
        println!("── the window is painted; its picture: {}", house::shown(&picture));
        if io::stdin().is_terminal() && !house::is_automatic() {
            println!("   press Ctrl+C to end it");
            let status = app.wait().map_err(|error| error.to_string())?;
            return if status.success() { Ok(()) } else { Err(format!("the app ended ({status})")) };
        }
        println!("   nobody is watching, so it ends here");
    }
    display.close(&mut app);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(arguments: &[&str]) -> Done<Vec<String>> {
        arguments_for_app(&arguments.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn what_follows_the_dashes_is_the_apps() {
        assert_eq!(given(&[]), Ok(vec![]));
        assert_eq!(
            given(&["--demo", "--", "--data-dir", "x"]),
            Ok(vec!["--demo".into(), "--data-dir".into(), "x".into()])
        );
        assert!(given(&["--data-dir", "x"]).is_err_and(|trouble| trouble.contains("--data-dir")));
    }
}
