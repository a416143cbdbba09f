//! L3: a crash leaves no dump, also where the system hands dumps to a program.

use std::{
    fs,
    io::Write as _,
    os::unix::{fs::PermissionsExt as _, process::CommandExt as _},
    process::{Child, ChildStdin, Command, Stdio},
    thread,
    time::Duration,
};

use boundaries::{Process, figure, is_alive, not_run, rounds, wait_for};
use tempfile::TempDir;

use crate::{person::Person, walking::Walk};

const PATTERN: &str = "/proc/sys/kernel/core_pattern";
const SIGNALS: [&str; 2] = ["SEGV", "ABRT"];

#[test]
fn a_crash_leaves_no_dump() {
    let dumps = match Dumps::to_a_program() {
        Ok(dumps) => dumps,
        Err(why) => return not_run("L3", "crashes with dumps handed to a program", why),
    };
    let mut crashes = 0;
    for round in 0..rounds(1, 10) {
        for (place, victim) in VICTIMS.into_iter().enumerate() {
            let signal = SIGNALS[(round + place) % SIGNALS.len()];
            let person = Person::sits_down();
            let process = wait_for(&format!("{victim:?}"), || find(&person, victim));
            let all = person.processes();
            crash(&process, signal);
            // Nor does anything fall and leave one because that one fell.
            for one in all {
                assert!(!dumps.has(one.id), "round {round}: {victim:?}, {signal}: {one:?}");
            }
            crashes += 1;
        }
        for (place, program) in OF_A_WALK_THROUGH.into_iter().enumerate() {
            let signal = SIGNALS[(round + place) % SIGNALS.len()];
            let walk = Walk::shows();
            let is_it = |one: &Process| program.is_none_or(|program| one.program().ends_with(program));
            let process = wait_for(&format!("{program:?}"), || walk.all().into_iter().find(is_it));
            let all = walk.all();
            crash(&process, signal);
            walk.left_behind();
            for one in all {
                assert!(!dumps.has(one.id), "round {round}: walk-through, {signal}: {one:?}");
            }
            crashes += 1;
        }
    }
    // All the while dumps were handed on; and it is the limit that keeps them from being made.
    assert!(dumps.takes_one_of(unprotected("0")), "an unprotected process is dumped");
    assert!(!dumps.takes_one_of(unprotected("1")), "one with our limit is not");
    let outcome = "0 dumps; of an unprotected process there is one";
    figure("L3", "crashes of each role and its web processes", crashes, outcome);
}

/// A process of the app: the role it plays or belongs to, and its program where that is the webview's.
type Victim = (Option<&'static str>, Option<&'static str>);

/// The processes of a walk-through, by their program; the first is its own.
const OF_A_WALK_THROUGH: [Option<&str>; 3] = [None, Some("WebKitWebProcess"), Some("WebKitNetworkProcess")];

/// The journal's is started, warm, while the lock window is on screen.
const VICTIMS: [Victim; 7] = [
    (None, None),
    (Some("keys"), None),
    (Some("keys"), Some("WebKitWebProcess")),
    (Some("keys"), Some("WebKitNetworkProcess")),
    (Some("journal"), None),
    (Some("journal"), Some("WebKitWebProcess")),
    (Some("journal"), Some("WebKitNetworkProcess")),
];

fn find(person: &Person, (role, program): Victim) -> Option<Process> {
    let all = person.processes();
    // The journal is there when everything is.
    all.iter().find(|one| one.role() == Some("journal"))?;
    let player = match role {
        None => all.first(),
        Some(role) => all.iter().find(|one| one.role() == Some(role)),
    }?;
    let Some(program) = program else { return Some(player.clone()) };
    let is_it = |one: &&Process| one.parent == player.id && one.program().ends_with(program);
    all.iter().find(is_it).cloned()
}

/// Sends a signal until it has been taken: a program may look at the first before it falls by it.
fn crash(process: &Process, signal: &str) {
    wait_for("a process to fall", || {
        let _ = Command::new("kill")
            .args([&format!("-{signal}"), &process.id.to_string()])
            .stderr(Stdio::null())
            .status();
        thread::sleep(Duration::from_millis(20));
        (!is_alive(process.id)).then_some(())
    });
}

/// The system's dumps, handed to a program of this test while this value lives.
struct Dumps {
    folder: TempDir,
    /// Puts back what was there when this pipe is closed, also when we are killed.
    pipe: Option<ChildStdin>,
    restorer: Child,
}

impl Dumps {
    fn to_a_program() -> Result<Self, String> {
        let before = fs::read_to_string(PATTERN).map_err(|error| format!("no core_pattern ({error})"))?;
        let folder = tempfile::Builder::new().prefix("tb-dumps-").tempdir().expect("a folder");
        let program = folder.path().join("take");
        // The beginning is enough to know by.
        let lines = format!("#!/bin/sh\nexec head -c 65536 > '{}'/dump.\"$1\"\n", folder.path().display());
        fs::write(&program, lines).expect("a script");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("a program");
        let mut restorer = Command::new("sh");
        restorer.args([
            "-c",
            "cat > /dev/null; printf %s \"$1\" > \"$2\" 2> /dev/null",
            "sh",
            before.trim_end(),
            PATTERN,
        ]);
        // Ctrl+C at the tests must not reach it first.
        restorer.process_group(0).stdin(Stdio::piped());
        let mut restorer = restorer.spawn().expect("a shell");
        let pipe = restorer.stdin.take();
        let dumps = Self { folder, pipe, restorer };
        fs::OpenOptions::new()
            .write(true)
            .open(PATTERN)
            .and_then(|mut file| write!(file, "|{} %p", program.display()))
            .map_err(|error| format!("core_pattern cannot be set ({error})"))?;
        let takes = dumps.takes_one_of(unprotected("0"));
        takes.then_some(dumps).ok_or_else(|| "the kernel does not start our program".into())
    }

    /// Whether something was dumped of a process that has ended: the kernel lets it go when the
    /// program has read enough.
    fn has(&self, process: u32) -> bool {
        self.folder.path().join(format!("dump.{process}")).exists()
    }

    /// The same, given a moment.
    fn takes_one_of(&self, process: u32) -> bool {
        (0..50).any(|_| {
            thread::sleep(Duration::from_millis(20));
            self.has(process)
        })
    }
}

impl Drop for Dumps {
    fn drop(&mut self) {
        // The end of its pipe is what it waits for.
        drop(self.pipe.take());
        let _ = self.restorer.wait();
    }
}

/// A process that falls, with this limit in bytes on what may be dumped; gives its number when it has
/// fallen. A kernel that hands dumps to a program takes no notice of a limit of nothing.
fn unprotected(limit: &str) -> u32 {
    let mut command = Command::new("prlimit");
    command.args([&format!("--core={limit}:{limit}"), "sleep", "60"]).stdout(Stdio::null());
    let mut process = command.spawn().expect("not run: there is no prlimit");
    wait_for("it to sleep", || {
        let name = fs::read_to_string(format!("/proc/{}/comm", process.id())).unwrap_or_default();
        (name.trim() == "sleep").then_some(())
    });
    let _ = Command::new("kill").args(["-SEGV", &process.id().to_string()]).status();
    let _ = process.wait();
    process.id()
}
