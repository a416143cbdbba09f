//! L3: a crash leaves no dump, also where the system hands dumps to a program.

use std::{
    cell::Cell,
    fs,
    io::Write as _,
    os::unix::{fs::PermissionsExt as _, process::CommandExt as _},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, Stdio},
    thread,
    time::Duration,
};

use boundaries::{Process, figure, is_alive, not_run, rounds, wait_for};
use tempfile::TempDir;

use crate::person::Person;

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
            crash(&process, signal);
            assert_eq!(dumps.of(process.id), None, "round {round}: {victim:?}, {signal}");
            crashes += 1;
        }
    }
    dumps.must_be_made_of_others();
    assert_eq!(dumps.all().len(), dumps.expected(), "of what the tests did themselves and nothing else");
    figure(
        "L3",
        "crashes of each role and its web processes",
        crashes,
        "0 dumps; one of an unprotected process",
    );
}

/// A process of the app: the role it plays or belongs to, and its program where that is the webview's.
type Victim = (Option<&'static str>, Option<&'static str>);

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
    let is_it = |one: &&Process| one.parent == player.id && one.command[0].ends_with(program);
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
    /// How many dumps this test has had made.
    own: Cell<usize>,
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
        restorer.args(["-c", "cat > /dev/null; printf %s \"$1\" > \"$2\"", "sh", before.trim_end(), PATTERN]);
        // Ctrl+C at the tests must not reach it first.
        restorer.process_group(0).stdin(Stdio::piped());
        let mut restorer = restorer.spawn().expect("a shell");
        let pipe = restorer.stdin.take();
        let dumps = Self { folder, pipe, restorer, own: Cell::new(0) };
        fs::OpenOptions::new()
            .write(true)
            .open(PATTERN)
            .and_then(|mut file| write!(file, "|{} %p", program.display()))
            .map_err(|error| format!("core_pattern cannot be set ({error})"))?;
        dumps
            .is_made_of_others()
            .then_some(dumps)
            .ok_or_else(|| "the kernel does not start our program".into())
    }

    /// What was dumped of a process.
    fn of(&self, process: u32) -> Option<PathBuf> {
        Some(self.folder.path().join(format!("dump.{process}"))).filter(|path| path.exists())
    }

    fn all(&self) -> Vec<PathBuf> {
        let files = fs::read_dir(self.folder.path()).expect("a folder").flatten().map(|file| file.path());
        files.filter(|path| is_dump(path)).collect()
    }

    /// The control: a process that nobody protects, with a limit of nothing, is dumped.
    fn is_made_of_others(&self) -> bool {
        let process = unprotected();
        let made = (0..100).any(|_| {
            thread::sleep(Duration::from_millis(20));
            self.of(process).is_some()
        });
        self.own.set(self.own.get() + usize::from(made));
        made
    }

    /// The same at the end: dumps were handed on all the while.
    fn must_be_made_of_others(&self) {
        assert!(self.is_made_of_others(), "an unprotected process is dumped");
    }

    /// What protects the webview's processes is the limit: without it they are dumped.
    fn must_be_made_without_the_limit(&self) {
        let person = Person::sits_down();
        let process = wait_for("a web process", || find(&person, (Some("keys"), Some("WebKitWebProcess"))));
        let lifted = Command::new("prlimit")
            .args(["--core=unlimited:unlimited", "--pid", &process.id.to_string()])
            .status()
            .expect("prlimit starts");
        assert!(lifted.success(), "the limit is lifted from outside");
        crash(&process, "SEGV");
        assert!(self.of(process.id).is_some(), "a web process without the limit is dumped");
        self.own.set(self.own.get() + 1);
    }
}

impl Drop for Dumps {
    fn drop(&mut self) {
        // The end of its pipe is what it waits for.
        drop(self.pipe.take());
        let _ = self.restorer.wait();
    }
}

fn is_dump(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("dump."))
}

/// A process that falls, and had a limit of nothing; gives its number when it has fallen.
fn unprotected() -> u32 {
    let mut command = Command::new("sh");
    command.args(["-c", "ulimit -c 0; exec sleep 60"]).stdout(Stdio::null());
    let mut process = command.spawn().expect("a shell");
    wait_for("it to sleep", || {
        let name = fs::read_to_string(format!("/proc/{}/comm", process.id())).unwrap_or_default();
        (name.trim() == "sleep").then_some(())
    });
    let _ = Command::new("kill").args(["-SEGV", &process.id().to_string()]).status();
    let _ = process.wait();
    process.id()
}
