//! How long a test of secrecy or durability goes on, and what it then says it has done.

use std::{
    env,
    fmt::Display,
    fs::{self, OpenOptions},
    io::{self, Write as _},
    os::unix::fs::MetadataExt as _,
};

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

/// Adds a line to the table that `cargo xtask journeys`, `secrecy`, `durability` and `isolation` print:
/// the promise it is about, what was done how often, and what came of it. Without such a table nothing happens.
///
/// # Panics
/// When the table cannot be written.
pub fn figure(promise: &str, what: &str, times: usize, outcome: impl Display) {
    let Some(path) = env::var_os("TERUGBLIK_FIGURES") else { return };
    let mut table = OpenOptions::new().create(true).append(true).open(path).expect("the table of figures");
    let line = format!("{promise}\t{what}\t{times}\t{outcome}\n");
    table.write_all(line.as_bytes()).expect("a line in the table of figures");
}

/// Says what cannot be tried here, and why: in that table, where it is counted apart and never as
/// passed, and to whoever sits at the terminal. Whoever calls this returns.
///
/// # Panics
/// When the table cannot be written.
pub fn not_run(promise: &str, what: &str, why: impl Display) {
    // Past the test runner, which keeps to itself what a test that passes prints.
    let _ = writeln!(io::stderr(), "not run: {promise} {what}: {why}");
    figure(promise, what, 0, format_args!("not run: {why}"));
}

/// Whether this is the administrator, who alone may look into a process that lets nobody read it.
#[must_use]
pub fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}
