//! `cargo xtask isolation`: nothing leaves the machine, and a locked journal leaves nothing behind.
//!
//! The short form sits down at the app that the journeys made, for seconds. The long form takes
//! what would be installed: it makes the packages, tries them, and lets the tests go on for as long
//! as was promised. What cannot run here is counted apart and named.

use std::path::Path;

use crate::{
    Done,
    figures::{self, Figures},
    journeys, package,
    promises::{self, WHOLE},
    run::{cargo, run},
    setup::{self, Needs},
};

/// The journey that is a promise about the lock.
const IDLENESS: &str = "idle::five_minutes_without_a_key_end_the_journals_process_within_a_second";

/// `--rounds N` does everything N times, with a build as the journeys have it; without it the
/// packaged programs are looked at, as often as was promised. Other arguments go to the tests.
///
/// # Errors
/// When a promise does not hold.
pub(crate) fn isolation(arguments: &[String]) -> Done {
    let (rounds, rest) = promises::rounds(arguments)?;
    setup::setup(&Needs::everything())?;
    setup::build_ui()?;
    let figures = Figures::new("isolation");
    if rounds != WHOLE {
        let app = journeys::build_shipped()?;
        let done = look_at(&app, &figures, Some(rounds), rest);
        println!("\n{}", figures::table(&figures.lines()));
        return done;
    }
    let made = package::make(&[])?;
    let tried = package::try_out(&made);
    let (done, tried) = match tried {
        Ok(lines) => (look_at(&made.packaged(), &figures, Some(rounds), rest), lines),
        Err(trouble) => (Err(trouble), String::new()),
    };
    println!("\n{}", figures::table(&(made.figures + &tried + &figures.lines())));
    done
}

/// For some seconds, as one of the checks. Answers with what could not be run here.
///
/// # Errors
/// When a promise does not hold.
pub(crate) fn short() -> Done<Vec<String>> {
    let figures = Figures::new("isolation");
    let app = journeys::build_shipped()?;
    let done = look_at(&app, &figures, None, &[]);
    let lines = figures.lines() + &package::look_at_programs(&app)?;
    println!("\n{}", figures::table(&lines));
    done.map(|()| figures::not_run(&lines))
}

/// Runs the tests of the boundary `isolation` against an app as it ships and one that can be driven.
fn look_at(app: &Path, figures: &Figures, rounds: Option<&str>, arguments: &[String]) -> Done {
    let drivable = journeys::build_drivable()?;
    let mut command = cargo(["test", "--workspace", "--test", "isolation", "--"]);
    command.args(arguments).env("TERUGBLIK_FIGURES", figures.path());
    match rounds {
        Some(rounds) => command.env("TERUGBLIK_ROUNDS", rounds),
        None => command.env_remove("TERUGBLIK_ROUNDS"),
    };
    run(command.env("TERUGBLIK_APP", app).env("TERUGBLIK_AUTOMATION_APP", &drivable))?;
    // Five minutes without a key pass only where a test has the page's clock in its hand. Its short
    // form is among the journeys.
    let Some(rounds) = rounds else { return Ok(()) };
    let mut idle = cargo(["test", "--workspace", "--test", "journeys", "--", "--exact", IDLENESS]);
    idle.env("TERUGBLIK_FIGURES", figures.path()).env("TERUGBLIK_ROUNDS", rounds);
    run(idle.env("TERUGBLIK_AUTOMATION_APP", drivable))
}
