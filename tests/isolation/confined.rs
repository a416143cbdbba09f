//! N1: the kernel refuses every process of the app what it must, and where it does not, nothing opens.

use std::{
    collections::BTreeSet,
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use boundaries::{Process, figure, wait_for, writing};

use crate::{
    person::{Person, binary},
    steps,
    walks::{self, Piece},
};

/// The roles that open something.
const ROLES: [&str; 4] = ["keys", "journal", "walk-through", "demo-maker"];

/// Families of sockets in `linux/socket.h`, and the two of them that are given.
const FAMILIES: usize = 46;
const GIVEN: [&str; 2] = ["AF_UNIX", "AF_NETLINK"];

/// What a developer may have left on, and what somebody would use to get in.
const LEFT_ON: &[&str] = &[
    "TAURI_WEBVIEW_AUTOMATION",
    "WEBKIT_INSPECTOR_SERVER",
    "WEBKIT_INSPECTOR_HTTP_SERVER",
    "JSC_logGC",
    "GTK_DEBUG",
    "GDK_DEBUG",
    "WAYLAND_DEBUG",
    "G_DBUS_DEBUG",
    "GST_DEBUG",
    "OPENSSL_CONF",
];

#[test]
fn every_process_of_the_app_is_refused_the_network() {
    let scripts = tempfile::tempdir().expect("a folder");
    let set: String = LEFT_ON.iter().map(|name| format!("export {name}=127.0.0.1:4711\n")).collect();
    let script = script(scripts.path(), &format!("{set}exec '{}' \"$@\"\n", binary().display()));
    let mut person = Person::sits_down_at(&script);
    let mut seen = BTreeSet::new();

    person.role_on_screen("keys");
    look_at_all(&person, &mut seen);
    steps::set_up(&person);
    look_at_all(&person, &mut seen);
    steps::lock_by_menu(&person);
    look_at_all(&person, &mut seen);
    assert!(person.closes().success());
    let (mut journal, _) = walks::open(&person);
    let note = walks::write(&mut journal, writing::page(), &[Piece::Seen("Ik vroeg door.")], "Rustig.");
    walks::prepare(&mut journal, "teamleider", "", &[note]);
    journal.close().expect("it is sealed");
    person.sits_down_again();
    steps::unlock(&person);
    walks::begin(&person, "teamleider");
    look_at_all(&person, &mut seen);

    let kinds: BTreeSet<&str> = seen.iter().map(|(_, kind)| kind.as_str()).collect();
    for kind in ["parent", "keys", "journal", "walk-through", "WebKitWebProcess", "WebKitNetworkProcess"] {
        assert!(kinds.contains(kind), "{kind} was looked at: {kinds:?}");
    }
    let outcome = "every thread under the filter, no new rights, no dump, no socket of a network";
    figure("N1", &format!("processes of the app ({})", kinds.len()), seen.len(), outcome);
}

/// Looks at every process of the app, and notes what it is.
fn look_at_all(person: &Person, seen: &mut BTreeSet<(u32, String)>) {
    // The webview's processes come a moment after the window.
    let all = wait_for("a page in its own process", || {
        let all = person.processes();
        all.iter().any(|one| kind(one) == "WebKitWebProcess").then_some(all)
    });
    let networks = sockets_of_networks();
    for process in all {
        if is_as_it_should_be(&process, &networks) {
            seen.insert((process.id, kind(&process)));
        }
    }
}

/// Looks at one; false when it ended before it could be looked at. One that is just starting has
/// inherited everything from the parent already.
pub(crate) fn is_as_it_should_be(process: &Process, networks: &BTreeSet<String>) -> bool {
    let Ok(threads) = fs::read_dir(format!("/proc/{}/task", process.id)) else { return false };
    for thread in threads.flatten() {
        let Ok(status) = fs::read_to_string(thread.path().join("status")) else { continue };
        for line in ["Seccomp:\t2", "NoNewPrivs:\t1"] {
            assert!(status.contains(line), "{line} is not of a thread of {process:?}: {status}");
        }
    }
    let Ok(limits) = fs::read_to_string(format!("/proc/{}/limits", process.id)) else { return false };
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap_or_default();
    let values: Vec<&str> = core.split_whitespace().skip(4).take(2).collect();
    assert!(values.is_empty() || values == ["1", "1"], "{process:?}: {core}");
    for file in process.open_files() {
        let name = file.to_string_lossy().into_owned();
        assert!(!networks.contains(&name), "{process:?} has a socket of a network");
    }
    // What a process was started with stays readable there, so the parent shows what it was given and
    // the others show what it hands on.
    let is_given = kind(process) == "parent";
    let environment = fs::read(format!("/proc/{}/environ", process.id)).unwrap_or_default();
    let environment = String::from_utf8_lossy(&environment);
    for name in LEFT_ON {
        let has = environment.contains(&format!("{name}="));
        assert!(environment.is_empty() || has == is_given, "{process:?}, {name}: {has}");
    }
    true
}

fn kind(process: &Process) -> String {
    let program = process.command.first().map(String::as_str).unwrap_or_default();
    let name = Path::new(program).file_name().unwrap_or_default().to_string_lossy().into_owned();
    process.role().map_or_else(|| if name == "terugblik" { "parent".into() } else { name }, str::to_owned)
}

/// The sockets of this machine's networks, as the files of a process name them.
fn sockets_of_networks() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (table, column) in
        [("tcp", 9), ("tcp6", 9), ("udp", 9), ("udp6", 9), ("raw", 9), ("raw6", 9), ("packet", 8)]
    {
        let text = fs::read_to_string(format!("/proc/net/{table}")).unwrap_or_default();
        let inodes = text.lines().skip(1).filter_map(|line| line.split_whitespace().nth(column));
        found.extend(inodes.map(|inode| format!("socket:[{inode}]")));
    }
    found
}

#[test]
fn every_program_tries_what_must_be_refused_before_anything_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let window = binary().with_file_name("terugblik-window");
    let mut programs: Vec<(PathBuf, Vec<&str>)> = vec![(binary(), vec!["--version"])];
    programs.extend(ROLES.map(|role| (window.clone(), vec!["--role", role])));
    for (program, arguments) in &programs {
        let log = folder.path().join("calls");
        let mut strace = Command::new("strace");
        strace.args(["-f", "-qq", "-e", "signal=none", "-e"]);
        strace
            .arg("trace=seccomp,socket,socketpair,io_uring_setup,clone,clone3,fork,vfork")
            .arg("-o")
            .arg(&log);
        // Nobody says what for, so it ends when it has tried.
        strace.arg(program).args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        strace.status().unwrap_or_else(|error| panic!("not run: strace does not start: {error}"));
        let calls = fs::read_to_string(&log).expect("calls");
        let calls: Vec<&str> =
            calls.lines().filter_map(|line| line.split_once(' ')).map(|(_, call)| call.trim()).collect();
        let filters: Vec<usize> = places(&calls, "seccomp(");
        assert!(filters.len() >= 2 && calls[filters[0]].contains("TSYNC"), "{arguments:?}: {calls:#?}");
        // A library of the web engine starts a thread of its own before any `main`: hence TSYNC.
        if *program == binary() {
            let threads = [places(&calls, "clone"), places(&calls, "fork"), places(&calls, "vfork")].concat();
            assert_eq!(threads, [0; 0], "a thread of the parent: {calls:#?}");
        }
        let asked = calls.iter().skip(filters[1]).filter(|call| call.starts_with("socket"));
        let mut refused = BTreeSet::new();
        for call in asked {
            let family = call.split(['(', ',', '[']).find(|word| word.contains("AF_")).unwrap_or(call);
            if GIVEN.contains(&family) {
                continue;
            }
            assert!(call.contains("= -1 EACCES"), "{arguments:?}: {call}");
            refused.insert(family.to_owned());
        }
        assert!(refused.len() >= FAMILIES - GIVEN.len(), "{arguments:?}: only {refused:?} were tried");
        let ring = places(&calls, "io_uring_setup(");
        assert!(!ring.is_empty() && ring.iter().all(|at| calls[*at].contains("EACCES")), "{calls:#?}");
    }
    let outcome = "only AF_UNIX and AF_NETLINK are given; all others were asked for and refused";
    figure("N1", "families of sockets and io_uring, tried by parent and each role", FAMILIES, outcome);
}

fn places(calls: &[&str], beginning: &str) -> Vec<usize> {
    (0..calls.len()).filter(|at| calls[*at].starts_with(beginning)).collect()
}

/// How the kernel may fail us, and the code by which that is said.
const FAILURES: &[(&str, &str)] = &[
    ("seccomp:error=EINVAL", "no-filter"),
    ("seccomp:error=ENOSYS", "no-filter"),
    // A thread that could not be given the filter.
    ("seccomp:retval=7", "no-filter"),
    // Said to be there, and not there.
    ("seccomp:retval=0", "network-not-refused"),
    // Only the second filter is not there.
    ("seccomp:error=EINVAL:when=2", "no-filter"),
    ("prctl:error=EINVAL", "dump-not-refused"),
];

#[test]
fn where_the_kernel_refuses_too_little_nothing_opens_and_it_is_said() {
    for (failure, code) in FAILURES {
        let folder = tempfile::tempdir().expect("a folder");
        let log = folder.path().join("calls");
        let command = format!(
            "exec strace -f -qq -s 4096 -e signal=none -e trace=seccomp,prctl,execve -e inject={failure} -o '{}' '{}' \"$@\"\n",
            log.display(),
            binary().display(),
        );
        let mut person = Person::sits_down_at(&script(folder.path(), &command));
        let role = wait_for("the role that says it", || {
            person.processes().into_iter().find(|one| one.role() == Some("refusal"))
        });
        let title = person.words.say("native-not-confined-title").to_owned();
        let told = wait_for("the words", || {
            let told = person.reader.application(role.id);
            told.iter().any(|one| one.name.contains("Code: ")).then_some(told)
        });
        let said: Vec<&str> = told.iter().map(|one| one.name.as_str()).collect();
        for words in [title.as_str(), "Er is niets geopend", "vraag je ICT-afdeling"] {
            assert!(said.iter().any(|name| name.contains(words)), "{words} in {said:?}");
        }
        assert!(said.iter().any(|name| name.contains(&format!("Code: {code}"))), "{failure}: {said:?}");
        let button = told.iter().find(|one| one.role == "button").expect("a button");
        let _ = person.reader.act(&button.node);
        assert_eq!(person.sees_the_end().code(), Some(77), "{failure}");
        assert!(!person.folder().join("journal").exists(), "{failure}: a data folder was made");
        let calls = fs::read_to_string(&log).expect("calls");
        let started: Vec<&str> =
            calls.lines().filter(|line| line.contains("execve(") && line.contains("\"--role\"")).collect();
        assert!(
            !started.is_empty() && started.iter().all(|line| line.contains("\"--role\", \"refusal\"")),
            "{failure}: {started:#?}"
        );
    }
    let outcome = "no window of keys or journal, no file; exit code 77 and the words on screen";
    figure("N1", "ways in which the kernel fails to refuse", FAILURES.len(), outcome);
}

#[test]
fn a_role_that_is_refused_too_little_ends_before_it_listens() {
    let window = binary().with_file_name("terugblik-window");
    for role in ROLES {
        for (failure, code) in FAILURES {
            let mut strace = Command::new("strace");
            strace.args(["-f", "-qq", "-e", "signal=none", "-e", "trace=seccomp,prctl", "-o", "/dev/null"]);
            strace.arg(format!("--inject={failure}")).arg(&window).args(["--role", role]);
            // A pipe into which nobody speaks: who read it would never end.
            strace
                .stdin(Stdio::piped())
                .stdout(Stdio::null())
                .stderr(Stdio::piped())
                .env("LC_ALL", "C.UTF-8");
            let mut process = strace.spawn().unwrap_or_else(|error| panic!("not run: no strace: {error}"));
            let held = process.stdin.take();
            let output = process.wait_with_output().expect("it ends");
            drop(held);
            assert_eq!(output.status.code(), Some(77), "{role}, {failure}");
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(said.contains(&format!("Code: {code}")), "{role}, {failure}: {said}");
        }
    }
    let outcome = "each ends with its code before it reads its pipe";
    figure("N1", "roles that the kernel fails", ROLES.len() * FAILURES.len(), outcome);
}

/// A program that does what these lines say.
fn script(folder: &Path, lines: &str) -> PathBuf {
    let path = folder.join("started.sh");
    fs::write(&path, format!("#!/bin/sh\n{lines}")).expect("a script");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a program");
    path
}
