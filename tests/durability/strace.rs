//! A child under strace: its system calls written down, or made to fail.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use boundaries::again_under;
use testkit::TempVault;

use crate::actor;

/// The names in a data folder that calls are watched on.
const NAMES: &[&str] = &[
    "",
    "journal.db",
    "journal.db-wal",
    "journal.db-shm",
    "seal",
    "seal.new",
    "slots",
    "slots.new",
    "slots.previous",
    "slots.previous.new",
    ".probe-room",
];

/// Runs a part of a test under strace, on a journal's files only.
pub(crate) fn watched(temp: &TempVault, log: &Path, options: &[&str], test: &str, part: &str) -> Output {
    let folder = fs::canonicalize(temp.path()).expect("a folder");
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qqq", "-e", "signal=none", "-o"]).arg(log);
    for name in NAMES {
        let path: PathBuf = if name.is_empty() { folder.clone() } else { folder.join(name) };
        strace.arg("-P").arg(path);
    }
    strace.args(options);
    let mut command = again_under(strace, test, part);
    actor::give(&mut command, &folder, &temp.data_key());
    command.stderr(Stdio::piped()).output().expect("not run: there is no strace")
}

/// Panics with `not run: why` where no process may be traced.
pub(crate) fn must_work() {
    let tried = Command::new("strace").args(["-qqq", "-o", "/dev/null", "true"]).output();
    match tried {
        Ok(output) if output.status.success() => {}
        Ok(output) => panic!("not run: strace may not trace: {}", String::from_utf8_lossy(&output.stderr)),
        Err(error) => panic!("not run: strace does not start: {error}"),
    }
}
