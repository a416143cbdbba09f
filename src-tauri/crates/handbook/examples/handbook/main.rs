//! What `cargo xtask handbook [FILE…]` runs: looks packs through, for the people who write them.
//!
//! With the name of a file, whose text comes in through the standard input, it prints `file:line:
//! reason` for what is wrong in it and for what could be better, and fails when it is refused. A
//! pack that builds on ours is read beside ours. Without a name it looks our own packs through and
//! prints what they cover; then everything it finds is a failure.

#![allow(clippy::print_stdout, reason = "a command-line tool speaks on the terminal")]

mod reasons;
mod table;

use std::{env, io, process::ExitCode};

use handbook::{Fault, Finding, Language, Pack, PackError, lint, lint_beside};
use reasons::{Advice, Refusal};

const EDITIONS: [(&str, &str); 2] = [
    ("assets/handbook/nl/dichterbij.toml", include_str!("../../../../../assets/handbook/nl/dichterbij.toml")),
    ("assets/handbook/en/dichterbij.toml", include_str!("../../../../../assets/handbook/en/dichterbij.toml")),
];

fn main() -> ExitCode {
    let is_well = match env::args().nth(1) {
        None => our_own(),
        Some(name) => of_others(&name),
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

/// Whether what comes in is a pack; what could be better in it is said, and refuses nothing.
fn of_others(path: &str) -> bool {
    let text = match io::read_to_string(io::stdin()) {
        Ok(text) => text,
        Err(error) => {
            println!("{path}: {error}");
            return false;
        }
    };
    match read_beside_ours(&text) {
        Ok((findings, taken)) => {
            show(path, &findings);
            if let Some(id) = &taken {
                println!("{path}:1: {}", Refusal(&Fault::Duplicate { id: id.clone() }));
            }
            taken.is_none()
        }
        Err(error) => {
            println!("{path}:{}: {}", error.line, Refusal(&error.code));
            false
        }
    }
}

/// What could be better in a pack, and an id in it that ours has.
type Looked = (Vec<Finding>, Option<String>);

/// Reads a pack as the app does: by itself, or beside ours when it builds on ours.
fn read_beside_ours(text: &str) -> Result<Looked, PackError> {
    let [dutch, english] = EDITIONS;
    let (_, ours) = if Pack::language_of(text) == Some(Language::En) { english } else { dutch };
    let ours = Pack::read(ours)?;
    let pack = match Pack::read(text) {
        Err(error) if error.builds_on(ours.id()) => Pack::read_beside(text, &ours)?,
        read => read?,
    };
    // Ours itself, or an edition of it, stands alone.
    Ok(if pack.id() == ours.id() {
        (lint(&pack), None)
    } else {
        (lint_beside(&pack, &ours), ours.clash(&pack))
    })
}

fn show(path: &str, findings: &[Finding]) {
    let mut in_order: Vec<&Finding> = findings.iter().collect();
    in_order.sort_by_key(|finding| finding.line);
    for finding in in_order {
        println!("{path}:{}: could be better: {}", finding.line, Advice(&finding.code));
    }
}
