//! `cargo xtask secrecy` and `durability`: the long rounds of what is promised about the files.
//!
//! The same tests run with all others, for a few seconds; here they go on for as long as the
//! promise says, and what they did stands in a table.

use crate::{
    Done,
    figures::{Figures, table},
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
    command.args(rest).env("TERUGBLIK_ROUNDS", rounds).env("TERUGBLIK_FIGURES", figures.path());
    let done = run(&mut command);
    println!("\n{}", table(&figures.lines()));
    done
}

/// As often as was promised, as the tests are told it.
pub(crate) const WHOLE: &str = "whole";

/// How many rounds are asked for, as the tests are told it, and what is left of the arguments.
pub(crate) fn rounds(arguments: &[String]) -> Done<(&str, &[String])> {
    match arguments {
        [option, number, rest @ ..] if option == "--rounds" => match number.parse::<usize>() {
            Ok(1..) => Ok((number, rest)),
            Ok(0) | Err(_) => Err(format!("--rounds takes a number from 1, not `{number}`")),
        },
        [option] if option == "--rounds" => Err("--rounds takes a number from 1".into()),
        rest => Ok((WHOLE, rest)),
    }
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
}
