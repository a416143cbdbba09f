//! The house's own tools: everything that a newcomer, a release or a check needs, in plain Rust.
//!
//! No dependency at all, so that the first thing a fresh clone compiles takes a second.

#![allow(clippy::print_stdout, reason = "a command-line tool speaks on the terminal")]
#![allow(clippy::print_stderr, reason = "a command-line tool speaks on the terminal")]

mod advisories;
mod app;
mod bench;
mod codegen;
mod display;
mod figures;
mod fuzz;
mod handbook;
mod house;
mod isolation;
mod journeys;
mod json;
mod package;
mod packages;
mod promises;
mod report;
mod run;
mod setup;
mod start;
mod tidy;
mod verify;

use std::{env, process::ExitCode};

/// What a command hands back: nothing, or one sentence that says what to do about it.
type Done<T = ()> = Result<T, String>;

const HELP: &str = "\
cargo start             set up, build and open the app; --demo opens a filled example journal,
                        arguments after -- go to the app
cargo verify            set up and run every check; --list names them, a name runs only that one,
                        --keep-going goes on after a failure

cargo xtask setup       system packages and npm packages, nothing else
cargo xtask tidy        the rules of the house that no linter knows
cargo xtask codegen     writes what is generated from the contract and the catalogue
cargo xtask handbook    looks our packs through and prints what they cover; with files, those packs
cargo xtask journeys    drives the real app in its real webview; arguments go to the tests
cargo xtask screens     the same, with a picture of every screen in .screens
cargo xtask secrecy     a thief and a forger try for as long as was promised; --rounds N for N rounds
cargo xtask durability  kills, failing disks, power cuts and rot, likewise
cargo xtask isolation   nothing leaves the machine, a locked journal leaves nothing: of what would be
                        installed; --rounds N for N rounds, of a quick build
cargo xtask fuzz        a fuzzer tries the reader of what is shown in a walk-through, for ten minutes or
                        as many seconds as are given; needs nightly and cargo-fuzz
cargo xtask bench       measures a release build and prints the table; a name measures one part,
                        --entries N in another size of journal than 100000, --json FILE writes each
                        operation as a line
cargo xtask package     the release binaries, checked, in installers; --try installs, starts and
                        removes them
cargo xtask licences    the licences of everything in the programs, with their words
cargo xtask advisories  known faults in dependencies; needs the internet
";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    let done = match command {
        "start" => start::start(rest),
        "verify" => verify::verify(rest),
        "setup" => setup::setup(&setup::Needs::everything()),
        "tidy" => tidy::tidy(),
        "codegen" => codegen::codegen(),
        "handbook" => handbook::handbook(passed_on(rest)),
        "journeys" => journeys::journeys(passed_on(rest)),
        "screens" => journeys::screens(passed_on(rest)),
        "secrecy" => promises::secrecy(rest),
        "durability" => promises::durability(rest),
        "isolation" => isolation::isolation(rest),
        "fuzz" => fuzz::fuzz(rest),
        "bench" => bench::bench(passed_on(rest)),
        "package" => package::package(passed_on(rest)),
        "licences" => package::licences(),
        "advisories" => advisories::advisories(),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(format!("there is no `{other}`\n\n{HELP}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("\nxtask {command}: {trouble}");
            ExitCode::FAILURE
        }
    }
}

/// What is for another program, with or without the dashes that some type before it.
fn passed_on(arguments: &[String]) -> &[String] {
    match arguments.split_first() {
        Some((first, rest)) if first == "--" => rest,
        Some(_) | None => arguments,
    }
}
