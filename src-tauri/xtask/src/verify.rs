//! `cargo verify`: every check, the quick ones first.
//!
//! Clippy, tests and the app that the journeys drive are built with the same profile and with the
//! whole workspace selected, so that each dependency is compiled once for checking and once for
//! running.

use std::process::Command;

use crate::{
    Done, app, house, isolation, journeys, package,
    report::Report,
    run::{cargo, npm, read, run},
    setup::{self, Needs},
    tidy,
};

/// A check by its name.
struct Check {
    name: &'static str,
    what: &'static str,
    run: Run,
}

enum Run {
    Whole(fn() -> Done),
    /// Some of it may be unable to run here; it answers with what that is, and why.
    InParts(fn() -> Done<Vec<String>>),
}

use Run::{InParts, Whole};

const CHECKS: &[Check] = &[
    Check { name: "set-up", what: "system packages, Node, npm packages", run: Whole(set_up) },
    Check { name: "format", what: "rustfmt", run: Whole(format) },
    Check {
        name: "format-ui",
        what: "prettier",
        run: Whole(|| run(&mut npm(&["run", "--silent", "format:check"]))),
    },
    Check { name: "tidy", what: "the rules of the house", run: Whole(tidy::tidy) },
    Check {
        name: "licences",
        what: "licences, sources and bans of all packages",
        run: Whole(tidy::licences),
    },
    Check {
        name: "check-ui",
        what: "svelte-check and TypeScript",
        run: Whole(|| run(&mut npm(&["run", "--silent", "check"]))),
    },
    Check { name: "test-ui", what: "vitest", run: Whole(|| run(&mut npm(&["test", "--silent"]))) },
    Check { name: "build-ui", what: "the bundle of each role", run: Whole(setup::build_ui) },
    Check { name: "clippy", what: "lints, warnings denied", run: Whole(clippy) },
    Check { name: "test", what: "unit, property, contract and boundary tests", run: Whole(test) },
    Check { name: "doc", what: "documentation, warnings denied", run: Whole(doc) },
    Check {
        name: "journeys",
        what: "the real app in its real webview, driven and as it ships",
        run: InParts(drive),
    },
    Check {
        name: "isolation",
        what: "nothing leaves the machine; a locked journal leaves nothing behind",
        run: InParts(isolation::short),
    },
    Check {
        name: "package",
        what: "what a package holds beside the programs, and what it asks for",
        run: InParts(package::check),
    },
];

/// Runs the checks: all of them, or those that are named.
///
/// # Errors
/// Names every check that failed.
pub(crate) fn verify(arguments: &[String]) -> Done {
    if arguments.iter().any(|argument| argument == "--list") {
        for check in CHECKS {
            println!("{:10} {}", check.name, check.what);
        }
        println!("{WORK_TREE:10} all of them leave the work tree as it was (with CI=true)");
        return Ok(());
    }
    let named = named(arguments)?;
    let before = work_tree();
    let mut report = Report::new(arguments.iter().any(|argument| argument == "--keep-going"));
    for check in CHECKS.iter().filter(|check| named.is_empty() || named.contains(&check.name)) {
        match cannot_run(check.name) {
            Some(why) => report.skip(check.name, why),
            None => match check.run {
                Whole(run) => report.step(check.name, run),
                InParts(run) => report.step_in_parts(check.name, run),
            },
        }
    }
    if named.is_empty() {
        match before {
            Ok(before) => report.step(WORK_TREE, || compare(&before, &work_tree()?)),
            Err(why) => report.skip(WORK_TREE, why),
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

/// Why a check cannot run on this system.
fn cannot_run(name: &str) -> Option<&'static str> {
    if cfg!(target_os = "linux") {
        return None;
    }
    match name {
        "journeys" | "isolation" => Some("only WebKitGTK, on Linux, can be driven"),
        "package" => Some("only the packages of Linux are looked at"),
        _ => None,
    }
}

/// The last step: what the checks made is committed or ignored.
const WORK_TREE: &str = "work-tree";

/// What differs from the last commit, or why that is not asked: while somebody works in the tree
/// it changes by itself, and an unpacked archive has nothing to compare with.
fn work_tree() -> Result<String, &'static str> {
    if !house::is_automatic() {
        return Err("somebody may be working in the tree; CI=true compares it");
    }
    if !house::is_checkout() {
        return Err("this is not a git checkout");
    }
    let mut git = Command::new("git");
    read(git.args(["status", "--porcelain"]).current_dir(house::root())).map_err(|_| "git does not answer")
}

fn compare(before: &str, after: &str) -> Done {
    let new: Vec<&str> = after.lines().filter(|line| !before.lines().any(|old| old == *line)).collect();
    if new.is_empty() {
        Ok(())
    } else {
        Err(format!("the checks changed the work tree:\n{}", new.join("\n")))
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
    let driven = [
        "--bins",
        "--test",
        "journeys",
        "--test",
        "shipped",
        "--test",
        "isolation",
        "--features",
        app::DRIVABLE,
    ];
    run(cargo(["clippy", "--quiet", "--workspace"]).args(driven).args(denied))
}

fn test() -> Done {
    run(&mut cargo(["test", "--workspace"]))
}

fn doc() -> Done {
    let mut command = cargo(["doc", "--quiet", "--workspace", "--no-deps", "--document-private-items"]);
    run(command.env("RUSTDOCFLAGS", "-D warnings"))
}

fn drive() -> Done<Vec<String>> {
    journeys::drive(&[])
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
    fn what_the_checks_left_behind_is_named() {
        assert_eq!(compare(" M a.rs\n", " M a.rs\n"), Ok(()));
        let trouble = compare(" M a.rs\n", " M a.rs\n?? ui/b.ts\n").expect_err("a new file");
        assert!(trouble.ends_with("\n?? ui/b.ts"), "{trouble}");
    }
}
