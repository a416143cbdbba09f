//! `cargo xtask handbook [FILE…]`: looks packs through, for the people who write them.
//!
//! With files it prints `file:line: reason` for what is wrong in them and for what could be better,
//! and fails when one is refused. A pack that builds on ours is read beside ours. Without files it
//! looks our own packs through and prints what they cover; then everything it finds is a failure.

#![allow(clippy::print_stdout, reason = "a command-line tool speaks on the terminal")]

mod reasons;
mod table;

use std::{env, fs, process::ExitCode};

use handbook::{Finding, Language, Pack, PackError, lint, lint_beside};
use reasons::{Advice, Refusal};

const EDITIONS: [(&str, &str); 2] = [
    ("assets/handbook/nl/dichterbij.toml", include_str!("../../../../../assets/handbook/nl/dichterbij.toml")),
    ("assets/handbook/en/dichterbij.toml", include_str!("../../../../../assets/handbook/en/dichterbij.toml")),
];

fn main() -> ExitCode {
    let files: Vec<String> = env::args().skip(1).collect();
    let is_well = if files.is_empty() {
        our_own()
    } else {
        // Every file has its say, also after one that is refused.
        files.iter().filter(|file| !of_others(file)).count() == 0
    };
    if is_well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Whether our own packs are free of findings.
fn our_own() -> bool {
    let mut is_well = true;
    for (path, text) in EDITIONS {
        match Pack::read(text) {
            Ok(pack) => {
                let findings = lint(&pack);
                show(path, &findings);
                table::show(&pack);
                is_well &= findings.is_empty();
            }
            Err(error) => {
                println!("{path}:{}: {}", error.line, Refusal(&error.code));
                is_well = false;
            }
        }
    }
    is_well
}

/// Whether a file is a pack; what could be better in it is said, and refuses nothing.
fn of_others(path: &str) -> bool {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            println!("{path}: {error}");
            return false;
        }
    };
    match read_beside_ours(&text) {
        Ok(findings) => {
            show(path, &findings);
            true
        }
        Err(error) => {
            println!("{path}:{}: {}", error.line, Refusal(&error.code));
            false
        }
    }
}

/// Reads a pack as the app does: by itself, or beside ours when it builds on ours.
fn read_beside_ours(text: &str) -> Result<Vec<Finding>, PackError> {
    let [dutch, english] = EDITIONS;
    let (_, ours) = if Pack::language_of(text) == Some(Language::En) { english } else { dutch };
    let ours = Pack::read(ours)?;
    let pack = match Pack::read(text) {
        Err(error) if error.builds_on(ours.id()) => Pack::read_beside(text, &ours)?,
        read => read?,
    };
    // Ours itself, or an edition of it, stands alone.
    Ok(if pack.id() == ours.id() { lint(&pack) } else { lint_beside(&pack, &ours) })
}

fn show(path: &str, findings: &[Finding]) {
    let mut in_order: Vec<&Finding> = findings.iter().collect();
    in_order.sort_by_key(|finding| finding.line);
    for finding in in_order {
        println!("{path}:{}: could be better: {}", finding.line, Advice(&finding.code));
    }
}
