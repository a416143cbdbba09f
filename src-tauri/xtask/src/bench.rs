//! `cargo xtask bench`: a release build, measured beside its surroundings in the same run.

use std::path;

use crate::{
    Done, app, house, package,
    packages::Purpose,
    run::{cargo, run},
    setup::{self, Needs},
};

/// What measures nothing but `vault` and `journal`, and needs no app.
const OF_THE_STORE: [&str; 3] = ["scale", "store", "backup"];

/// Measures the detector, which needs no app; then builds the app twice as a release, as it ships
/// and as it can be driven, makes the installers of it, and measures all of that. `detector` asks for
/// the first part only. Arguments go to the benchmarks.
///
/// # Errors
/// When something does not compile or a benchmark fails.
pub(crate) fn bench(arguments: &[String]) -> Done {
    let Asked { parts, arguments } = read(arguments)?;
    let mut needs = Needs::everything();
    needs.purposes.push(Purpose::Measuring);
    setup::setup(&needs)?;
    if arguments.is_empty() || parts.iter().any(|part| part == "detector") {
        run(&mut cargo(["bench", "--package", "privacy"]))?;
    }
    if parts.iter().any(|part| part == "detector") {
        return Ok(());
    }
    let mut command = cargo(["bench", "--package", "boundaries", "--"]);
    command.args(arguments);
    if !parts.is_empty() && parts.iter().all(|part| OF_THE_STORE.contains(&part.as_str())) {
        return run(&mut command);
    }
    setup::build_ui()?;
    let folder = house::root().join(".bench");
    let mut release = app::ALONE.to_vec();
    release.push("--release");
    let shipped = app::keep(&app::build(&release)?, &folder.join("shipped"), false)?;
    if parts.is_empty() || parts.iter().any(|part| part == "size") {
        match package::make(&[]) {
            Ok(made) => drop(command.env("TERUGBLIK_INSTALLER", made.largest())),
            // What cannot be packed here takes nothing away from the rest.
            Err(why) => println!("── no installer: {why}"),
        }
    }
    release.extend(["--features", app::DRIVABLE]);
    let drivable = app::keep(&app::build(&release)?, &folder.join("automation"), true)?;
    run(command.env("TERUGBLIK_APP", shipped).env("TERUGBLIK_AUTOMATION_APP", drivable))
}

/// What was asked for.
#[derive(Debug)]
struct Asked {
    /// The parts; none for all.
    parts: Vec<String>,
    /// What the benchmarks are told.
    arguments: Vec<String>,
}

/// Reads what was asked for. The benchmarks run in another folder: the file of `--json` is named so
/// that it is where it is for who asks.
fn read(arguments: &[String]) -> Done<Asked> {
    let mut asked = Asked { parts: Vec::new(), arguments: arguments.to_vec() };
    let mut words = asked.arguments.iter_mut();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--entries" => {
                let number = words.next().and_then(|number| number.parse::<u32>().ok());
                if number.is_none_or(|number| number <= 1_000) {
                    return Err("--entries takes a number above 1000".to_owned());
                }
            }
            "--json" => {
                let file = words.next().ok_or("--json takes a file")?;
                let whole = path::absolute(&*file).map_err(|error| format!("{file}: {error}"))?;
                *file = whole.display().to_string();
            }
            part if part.starts_with('-') => return Err(format!("there is no {part} here")),
            part => asked.parts.push(part.to_owned()),
        }
    }
    Ok(asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Done<Asked> {
        read(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn parts_are_told_from_what_belongs_to_an_option() {
        let asked = asked("scale --entries 5000 store").expect("parts and a number");
        assert_eq!(asked.parts, ["scale", "store"]);
        assert_eq!(asked.arguments, ["scale", "--entries", "5000", "store"]);
    }

    #[test]
    fn a_file_stays_where_it_was_meant() {
        let asked = asked("--json out.jsonl").expect("a file");
        let here = path::absolute("out.jsonl").expect("a path").display().to_string();
        assert!(asked.parts.is_empty());
        assert_eq!(asked.arguments, ["--json", here.as_str()]);
    }

    #[test]
    fn what_is_no_number_or_no_option_is_refused() {
        for line in ["--entries", "--entries many", "--entries 1000", "--json", "--entrys 5000"] {
            assert!(asked(line).is_err(), "{line}");
        }
    }
}
