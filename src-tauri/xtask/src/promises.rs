//! `cargo xtask secrecy` and `durability`: the long rounds of what is promised about the files.
//!
//! The same tests run with all others, for a few seconds; here they go on for as long as the
//! promise says, and what they did stands in a table.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
};

use crate::{
    Done,
    run::{cargo, run},
    setup::{self, Needs},
};

/// What a thief and a forger get.
///
/// # Errors
/// When a promise does not hold.
pub(crate) fn secrecy(arguments: &[String]) -> Done {
    go_on("secrecy", arguments)
}

/// What kills, failing disks, power cuts and rot do.
///
/// # Errors
/// When a promise does not hold.
pub(crate) fn durability(arguments: &[String]) -> Done {
    go_on("durability", arguments)
}

/// `--rounds N` does everything N times; without it, as often as was promised. Other arguments go
/// to the tests.
fn go_on(test: &str, arguments: &[String]) -> Done {
    let (rounds, rest) = rounds(arguments)?;
    setup::setup(&Needs::everything())?;
    let figures = Figures::new(test);
    // The whole workspace is selected, so that nothing is compiled with other features.
    let mut command = cargo(["test", "--workspace", "--test", test, "--"]);
    command.args(rest).env("TERUGBLIK_ROUNDS", rounds).env("TERUGBLIK_FIGURES", &figures.0);
    let done = run(&mut command);
    println!("\n{}", table(&figures.lines()));
    done
}

/// How many rounds are asked for, as the tests are told it, and what is left of the arguments.
fn rounds(arguments: &[String]) -> Done<(&str, &[String])> {
    match arguments {
        [option, number, rest @ ..] if option == "--rounds" => match number.parse::<usize>() {
            Ok(1..) => Ok((number, rest)),
            Ok(0) | Err(_) => Err(format!("--rounds takes a number from 1, not `{number}`")),
        },
        [option] if option == "--rounds" => Err("--rounds takes a number from 1".into()),
        rest => Ok(("whole", rest)),
    }
}

/// The file in which the tests write what they did; it goes away again.
struct Figures(PathBuf);

impl Figures {
    fn new(test: &str) -> Self {
        Self(env::temp_dir().join(format!("terugblik-{test}-{}.tsv", process::id())))
    }

    fn lines(&self) -> String {
        read(&self.0)
    }
}

impl Drop for Figures {
    fn drop(&mut self) {
        // It is small, and the system empties this folder by itself.
        let _stays = fs::remove_file(&self.0);
    }
}

/// Nothing, when no test came so far.
fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// The lines in order and in columns: promise, times, what was done, outcome.
fn table(lines: &str) -> String {
    let mut rows: Vec<[&str; 4]> = lines
        .lines()
        .filter_map(|line| <[&str; 4]>::try_from(line.split('\t').collect::<Vec<_>>()).ok())
        .map(|[promise, what, times, outcome]| [promise, times, what, outcome])
        .collect();
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
    rows.iter()
        .map(|[promise, times, what, outcome]| {
            format!("{promise:first$}  {times:>second$}  {what:third$}  {outcome}\n")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_are_a_number_or_what_was_promised() {
        let given = |text: &str| text.split_whitespace().map(str::to_string).collect::<Vec<_>>();
        assert_eq!(rounds(&given("--rounds 20 thief")), Ok(("20", &given("thief")[..])));
        assert_eq!(rounds(&given("thief")), Ok(("whole", &given("thief")[..])));
        for wrong in ["--rounds", "--rounds many", "--rounds 0"] {
            assert!(rounds(&given(wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn figures_stand_in_order_and_in_columns() {
        let lines = "S10\tslots\t10000\t0 twice\nS3\tbytes of a store\t9\t7.99\ntorn line\n";
        assert_eq!(
            table(lines),
            "S3       9  bytes of a store  7.99\nS10  10000  slots             0 twice\n"
        );
        assert_eq!(table(""), "");
    }
}
