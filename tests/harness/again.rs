//! A test that starts its own program again, as a child that may be killed, starved or watched.

use std::{
    env,
    process::{Command, Stdio},
};

/// What this process was started to do, when it is such a child.
#[must_use]
pub fn part() -> Option<String> {
    env::var("TERUGBLIK_PART").ok()
}

/// This program as a child: it runs one test, whose [`part()`] it is told. Its output can be read.
///
/// libtest speaks on the same stdout and may leave a line unfinished; [`say`] begins a new one.
///
/// # Panics
/// When the program does not know where it lies.
#[must_use]
pub fn again(test: &str, part: &str) -> Command {
    let mut command = Command::new(env::current_exe().expect("our own program"));
    command.args(arguments(test));
    prepared(&mut command, part);
    command
}

/// The same through another program, which gets ours as its last arguments.
///
/// # Panics
/// As [`again`].
#[must_use]
pub fn again_under(mut command: Command, test: &str, part: &str) -> Command {
    command.arg(env::current_exe().expect("our own program")).args(arguments(test));
    prepared(&mut command, part);
    command
}

/// Says a line to the parent; it is on its way when this returns.
#[allow(clippy::print_stdout, reason = "the parent listens on the pipe that is our stdout")]
pub fn say(line: &str) {
    print!("\n{MARK}{line}\n");
}

/// What a child said in such a line.
#[must_use]
pub fn said(line: &str) -> Option<&str> {
    line.strip_prefix(MARK)
}

const MARK: &str = "> ";

fn arguments(test: &str) -> [&str; 4] {
    [test, "--exact", "--nocapture", "--test-threads=1"]
}

fn prepared(command: &mut Command, part: &str) {
    command.env("TERUGBLIK_PART", part).env_remove("TERUGBLIK_FIGURES").env("RUST_BACKTRACE", "0");
    command.stdin(Stdio::null()).stdout(Stdio::piped());
}
