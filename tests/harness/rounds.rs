//! How long a test of secrecy or durability goes on, and what it then says it has done.

use std::{env, fmt::Display, fs::OpenOptions, io::Write as _};

/// How often: `short` with the ordinary tests, `whole` (the figure that was promised) when
/// `TERUGBLIK_ROUNDS` says `whole`, and as often as it says when it is a number.
///
/// # Panics
/// When it is neither.
#[must_use]
pub fn rounds(short: usize, whole: usize) -> usize {
    match env::var("TERUGBLIK_ROUNDS").as_deref() {
        Err(_) => short,
        Ok("whole") => whole,
        Ok(number) => number.parse().expect("TERUGBLIK_ROUNDS is a number, or `whole`"),
    }
}

/// At most `most` of `all`, evenly spread over them; the first and the last are always among them.
#[must_use]
pub fn spread(all: usize, most: usize) -> Vec<usize> {
    if all <= most {
        return (0..all).collect();
    }
    match most {
        0 => Vec::new(),
        1 => vec![0],
        _ => (0..most).map(|step| step * (all - 1) / (most - 1)).collect(),
    }
}

/// Adds a line to the table that `cargo xtask secrecy`, `durability` and `isolation` print: the promise it is
/// about, what was done how often, and what came of it. Without such a table nothing happens.
///
/// # Panics
/// When the table cannot be written.
pub fn figure(promise: &str, what: &str, times: usize, outcome: impl Display) {
    let Some(path) = env::var_os("TERUGBLIK_FIGURES") else { return };
    let mut table = OpenOptions::new().create(true).append(true).open(path).expect("the table of figures");
    let line = format!("{promise}\t{what}\t{times}\t{outcome}\n");
    table.write_all(line.as_bytes()).expect("a line in the table of figures");
}

/// Says in that table what cannot be tried here, and why; it is counted apart, never as passed.
/// Whoever calls this returns.
///
/// # Panics
/// When the table cannot be written.
pub fn not_run(promise: &str, what: &str, why: impl Display) {
    figure(promise, what, 0, format_args!("not run: {why}"));
}
