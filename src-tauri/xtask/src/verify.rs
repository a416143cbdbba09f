//! `cargo verify`: every check, the quick ones first.
//!
//! Clippy, tests and the app that the journeys drive are built with the same profile and with the
//! whole workspace selected, so that each dependency is compiled once for checking and once for
//! running.

use std::path::PathBuf;

use crate::{
    Done, codegen, house, journeys,
    report::Report,
    run::{cargo, npm, run},
    setup::{self, Needs},
    tidy,
};

/// A check by its name.
struct Check {
    name: &'static str,
    what: &'static str,
    run: fn() -> Done,
}

const CHECKS: &[Check] = &[
    Check { name: "set-up", what: "system packages, Node, npm packages", run: set_up },
    Check { name: "format", what: "rustfmt", run: format },
    Check {
        name: "format-ui",
        what: "prettier",
        run: || run(&mut npm(&["run", "--silent", "format:check"])),
    },
    Check { name: "tidy", what: "the rules of the house", run: tidy::tidy },
    Check { name: "licences", what: "licences, sources and bans of all packages", run: tidy::licences },
    Check {
        name: "check-ui",
        what: "svelte-check and TypeScript",
        run: || run(&mut npm(&["run", "--silent", "check"])),
    },
    Check { name: "test-ui", what: "vitest", run: || run(&mut npm(&["test", "--silent"])) },
    Check { name: "build-ui", what: "the bundle of each role", run: setup::build_ui },
    Check { name: "clippy", what: "lints, warnings denied", run: clippy },
    Check { name: "test", what: "unit, property, contract and boundary tests", run: test },
    Check { name: "doc", what: "documentation, warnings denied", run: doc },
    Check { name: "journeys", what: "the real app in its real webview", run: drive },
    Check {
        name: "work-tree",
        what: "nothing generated is stale, nothing is left behind",
        run: codegen::check_work_tree,
    },
];

/// Runs the checks: all of them, or those that are named.
///
/// # Errors
/// Names every check that failed.
pub(crate) fn verify(arguments: &[String]) -> Done {
    if arguments.iter().any(|argument| argument == "--list") {
        for check in CHECKS {
            println!("{:12} {}", check.name, check.what);
        }
        return Ok(());
    }
    let named = named(arguments)?;
    let mut report = Report::new(arguments.iter().any(|argument| argument == "--keep-going"));
    for check in CHECKS {
        if !named.is_empty() && !named.contains(&check.name) {
            continue;
        }
        match reason_to_skip(check.name, named.is_empty()) {
            Some(why) => report.skip(check.name, why),
            None => report.step(check.name, check.run),
        }
    }
    report.finish()
}

fn named(arguments: &[String]) -> Done<Vec<&str>> {
    let names: Vec<&str> =
        arguments.iter().map(String::as_str).filter(|argument| *argument != "--keep-going").collect();
    match names.iter().find(|name| !CHECKS.iter().any(|check| check.name == **name)) {
        Some(unknown) => Err(format!("there is no check `{unknown}`; `cargo verify --list` names them")),
        None => Ok(names),
    }
}

/// Only the last check may be left out, and it says why: on one's own machine work in progress
/// is no failure, and an unpacked archive has nothing to compare with.
fn reason_to_skip(name: &str, all: bool) -> Option<&'static str> {
    if name != "work-tree" || !all {
        None
    } else if !house::is_checkout() {
        Some("this is not a git checkout")
    } else if !house::is_automatic() {
        Some("work in progress is no failure; CI=true checks it")
    } else {
        None
    }
}

fn set_up() -> Done {
    setup::setup(&Needs::everything())
}

fn format() -> Done {
    run(&mut cargo(["fmt", "--all", "--check"]))
}

/// Twice: as it ships with all its tests, and as the journeys drive it. Only ours is looked at
/// again; every dependency is the same.
fn clippy() -> Done {
    let denied = ["--", "-D", "warnings"];
    run(cargo(["clippy", "--quiet", "--workspace", "--all-targets"]).args(denied))?;
    let driven = ["--bins", "--test", "journeys", "--features", "terugblik/automation"];
    run(cargo(["clippy", "--quiet", "--workspace"]).args(driven).args(denied))
}

fn test() -> Done {
    run(&mut cargo(["test", "--workspace"]))
}

fn doc() -> Done {
    let mut command = cargo(["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"]);
    run(command.env("RUSTDOCFLAGS", "-D warnings"))
}

fn drive() -> Done {
    let app: PathBuf = journeys::build()?;
    journeys::drive(&app, &[], None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_is_run_by_its_name_and_a_slip_is_refused() {
        let given = |text: &str| text.split(' ').map(str::to_string).collect::<Vec<_>>();
        assert_eq!(named(&given("clippy --keep-going")), Ok(vec!["clippy"]));
        assert!(named(&given("clipy")).is_err_and(|trouble| trouble.contains("clipy")));
    }

    #[test]
    fn only_the_work_tree_may_be_left_out() {
        for check in CHECKS.iter().filter(|check| check.name != "work-tree") {
            assert_eq!(reason_to_skip(check.name, true), None);
        }
        assert_eq!(reason_to_skip("work-tree", false), None);
    }
}
