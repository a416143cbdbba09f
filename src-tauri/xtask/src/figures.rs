//! What the long tests say they did: lines in a file, and the table that is made of them.
//!
//! A line is `promise ⇥ what ⇥ times ⇥ outcome`, as `boundaries::figure` writes it. An outcome that
//! begins with `not run:` is no outcome: it is counted apart and never as passed.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
};

/// How an outcome begins that is none.
const NOT_RUN: &str = "not run:";

/// The file in which tests write what they did; it goes away again.
pub(crate) struct Figures(PathBuf);

impl Figures {
    pub(crate) fn new(test: &str) -> Self {
        Self(env::temp_dir().join(format!("terugblik-{test}-{}.tsv", process::id())))
    }

    /// Where the tests write, for `TERUGBLIK_FIGURES`.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Everything so far; nothing, when no test came so far.
    pub(crate) fn lines(&self) -> String {
        fs::read_to_string(&self.0).unwrap_or_default()
    }
}

impl Drop for Figures {
    fn drop(&mut self) {
        // It is small, and the system empties this folder by itself.
        let _stays = fs::remove_file(&self.0);
    }
}

/// A line of our own.
pub(crate) fn line(promise: &str, what: &str, times: usize, outcome: &str) -> String {
    format!("{promise}\t{what}\t{times}\t{outcome}\n")
}

/// Promise, times, what was done, outcome.
type Row<'a> = [&'a str; 4];

/// The lines in order and in columns. Below them, how many were not run, when one was not.
pub(crate) fn table(lines: &str) -> String {
    let mut rows = rows(lines);
    // By letter and number: S3 before S10.
    rows.sort_by_key(|[promise, _, what, _]| {
        let digits = promise.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        (
            promise.len() - digits.len(),
            promise.chars().next(),
            digits.parse::<u32>().unwrap_or(u32::MAX),
            *what,
        )
    });
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let [first, second, third] = [0, 1, 2].map(width);
    let mut text: String = rows
        .iter()
        .map(|[promise, times, what, outcome]| {
            // A number beside what never ran would look like a result.
            let times = if outcome.starts_with(NOT_RUN) { &"–" } else { times };
            format!("{promise:first$}  {times:>second$}  {what:third$}  {outcome}\n")
        })
        .collect();
    let not_run = rows.iter().filter(|[.., outcome]| outcome.starts_with(NOT_RUN)).count();
    if not_run > 0 {
        text.push_str(&format!("{} run, {not_run} not run\n", rows.len() - not_run));
    }
    text
}

/// What was not run, a line each: `N3 packets in a cage: why`.
pub(crate) fn not_run(lines: &str) -> Vec<String> {
    let left = |[promise, _, what, outcome]: Row<'_>| {
        let why = outcome.strip_prefix(NOT_RUN)?;
        Some(format!("{promise} {what}: {}", why.trim()))
    };
    rows(lines).into_iter().filter_map(left).collect()
}

fn rows(lines: &str) -> Vec<Row<'_>> {
    lines
        .lines()
        .filter_map(|line| Row::try_from(line.split('\t').collect::<Vec<_>>()).ok())
        .map(|[promise, what, times, outcome]| [promise, times, what, outcome])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_in_order_and_in_columns() {
        let lines = "S10\tslots\t10000\t0 twice\nS3\tbytes of a store\t9\t7.99\ntorn line\n";
        assert_eq!(
            table(lines),
            "S3       9  bytes of a store  7.99\nS10  10000  slots             0 twice\n"
        );
        assert_eq!(table(""), "");
    }

    #[test]
    fn what_was_not_run_is_counted_apart() {
        let lines = line("N1", "socket families", 46, "2 succeed")
            + &line("N3", "packets", 0, "not run: no network namespace");
        assert_eq!(
            table(&lines),
            "N1  46  socket families  2 succeed\nN3   –  packets          not run: no network namespace\n1 run, 1 not run\n"
        );
        assert_eq!(not_run(&lines), ["N3 packets: no network namespace"]);
    }
}
