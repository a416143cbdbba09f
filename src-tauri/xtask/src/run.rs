//! Starting other programs, with their command line shown and their failure named.

use std::{
    env,
    ffi::OsStr,
    path::PathBuf,
    process::{Command, Stdio},
};

use crate::{Done, house};

/// Cargo, in the work tree, in the environment of the person and not of the `cargo run` that
/// started us: those variables would make build scripts run again.
pub(crate) fn cargo<I: AsRef<OsStr>>(arguments: impl IntoIterator<Item = I>) -> Command {
    let mut command = inner(Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into())));
    command.args(arguments);
    command
}

/// A program that is or starts a cargo, in the work tree and in the same environment.
pub(crate) fn inner(mut command: Command) -> Command {
    command.current_dir(house::root());
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        let of_cargo_run = ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"];
        if of_cargo_run.iter().any(|prefix| text.starts_with(prefix)) || text == "CARGO_CRATE_NAME" {
            command.env_remove(&name);
        }
    }
    // What is compiled once and thrown away gains nothing from being compiled in pieces.
    if house::is_automatic() {
        command.env("CARGO_INCREMENTAL", "0");
    }
    command
}

/// npm in the folder of the UI.
pub(crate) fn npm(arguments: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(arguments).current_dir(house::ui());
    command
}

/// Runs a program with our own terminal.
pub(crate) fn run(command: &mut Command) -> Done {
    let line = shown(command);
    println!("   $ {line}");
    let status = command.status().map_err(|error| format!("`{line}` did not start: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` failed ({status})")) }
}

/// Runs a program and takes what it printed; its errors stay on the terminal.
pub(crate) fn read(command: &mut Command) -> Done<String> {
    let line = shown(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("`{line}` did not start: {error}"))?;
    if !output.status.success() {
        return Err(format!("`{line}` failed ({})", output.status));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("`{line}` did not print text"))
}

/// What a program prints, or nothing when it is absent or fails. For questions that may be asked
/// in vain.
pub(crate) fn ask(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// The program's place on the search path, if it has one.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&name)).find(|path| path.is_file())
}

/// The command as one would type it. Long arguments are scripts of ours and are cut.
fn shown(command: &Command) -> String {
    let mut line = PathBuf::from(command.get_program())
        .file_name()
        .map_or_else(|| "?".to_string(), |name| name.to_string_lossy().into_owned());
    for argument in command.get_args() {
        let argument = argument.to_string_lossy();
        line.push(' ');
        if argument.contains(char::is_whitespace) {
            line.push_str(&format!("{argument:?}"));
        } else {
            line.push_str(&argument);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_program_is_named_with_its_arguments() {
        let trouble =
            run(cargo(["no-such-command"]).stderr(Stdio::null())).expect_err("cargo has no such command");
        assert!(trouble.contains("cargo no-such-command"), "{trouble}");
    }

    #[test]
    fn a_missing_program_is_named() {
        let trouble = read(&mut Command::new("no such program")).expect_err("there is no such program");
        assert!(trouble.contains("no such program"), "{trouble}");
        assert_eq!(ask("no such program", &[]), None);
    }

    #[test]
    fn variables_of_cargo_run_do_not_reach_the_inner_cargo() {
        assert!(env::var_os("CARGO_MANIFEST_DIR").is_some(), "cargo sets it for tests");
        let command = cargo(["check"]);
        let gone = command.get_envs().any(|(name, value)| name == "CARGO_MANIFEST_DIR" && value.is_none());
        assert!(gone);
    }
}
