//! D4: whichever call fails while it is done, the journal and every backup are whole afterwards.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::{Command, Stdio},
};

use boundaries::{again_under, figure, part, rounds, said, spread};

use super::{Act, Start, act, canonical, check};
use crate::{actor, strace};

const NAME: &str = "acts::failing::a_call_that_fails_leaves_journal_and_backups_whole";

/// The calls and how they fail.
const WAYS: &[(&[&str], &str)] = &[
    (&["pwrite64", "write", "copy_file_range"], "ENOSPC"),
    (&["pwrite64", "write"], "EDQUOT"),
    (&["pread64", "read", "getdents64"], "EIO"),
    (&["fsync", "fdatasync", "ftruncate"], "EIO"),
    (&["openat"], "EMFILE"),
    (&["statx", "newfstatat", "fstat", "lseek"], "EIO"),
    (&["rename", "unlink", "unlinkat", "mkdir", "rmdir"], "EIO"),
];

#[test]
fn a_call_that_fails_leaves_journal_and_backups_whole() {
    if let Some(name) = part() {
        return act(&name);
    }
    strace::must_work();
    let start = Start::new();
    for act in Act::ALL {
        let paths = paths(&start, act);
        let all = places(&start, act, &paths);
        let chosen = spread(all.len(), rounds(6, all.len()));
        let refused = chosen.iter().filter(|place| !fails_once(&start, act, &paths, all[**place])).count();
        let outcome = format!("all whole, 0 stubs, 0 panics; {refused} refused");
        figure("D4", &format!("calls that failed while it {}", act.name()), chosen.len(), outcome);
    }
}

/// A call by its name and number, and how it is to fail.
type Place = (&'static str, usize, &'static str);

/// Every file and folder that is touched, as seen from the data folder.
fn paths(start: &Start, act: Act) -> BTreeSet<String> {
    let copy = start.copy();
    let folder = canonical(&copy);
    let (log, heard) = run(start, &folder, act, &["-e", &trace()]);
    assert!(heard.lines().filter_map(said).any(|said| said == "done"), "{}: {heard}", act.name());
    let ours = folder.display().to_string();
    log.match_indices(&ours)
        .map(|(at, _)| {
            let rest = &log[at + ours.len()..];
            rest.split(['"', '>', ',']).next().unwrap_or_default().trim_start_matches('/').to_owned()
        })
        .collect()
}

/// Each call on one of these paths. strace counts those and no others, so that they go by a number.
fn places(start: &Start, act: Act, paths: &BTreeSet<String>) -> Vec<Place> {
    let copy = start.copy();
    let folder = canonical(&copy);
    let (log, _) = watched(start, &folder, act, paths, &["-e", &trace()]);
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    let mut places = Vec::new();
    for line in log.lines() {
        let Some((_, call)) = line.split_once(' ') else { continue };
        let Some((name, _)) = call.trim_start().split_once('(') else { continue };
        let number = counted.entry(name).or_default();
        *number += 1;
        for (calls, error) in WAYS {
            if let Some(call) = calls.iter().find(|call| **call == name) {
                places.push((*call, *number, *error));
            }
        }
    }
    assert!(places.len() > 20, "{} calls", places.len());
    places
}

/// Does it once more with one call failing; whether the child was told that it is done.
fn fails_once(start: &Start, act: Act, paths: &BTreeSet<String>, (call, number, error): Place) -> bool {
    let copy = start.copy();
    let folder = canonical(&copy);
    let inject = format!("inject={call}:error={error}:when={number}");
    let options = ["-e", &format!("trace={call}"), "-e", &inject];
    let (log, heard) = watched(start, &folder, act, paths, &options);
    let injected = log.lines().find(|line| line.contains("INJECTED"));
    let done = heard.lines().filter_map(said).any(|said| said == "done");
    // A backup whose manifest cannot be read now is left to the next rotation, which is soon enough.
    let is_sure = done && act != Act::Rotate;
    let looked =
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| check(start, &folder, act, is_sure)));
    assert!(looked.is_ok(), "while it {}: {call} {number}, {injected:?}: {heard}", act.name());
    done
}

fn trace() -> String {
    let calls = WAYS.iter().flat_map(|(calls, _)| calls.iter()).map(|call| format!("?{call}"));
    format!("trace={}", calls.collect::<Vec<_>>().join(","))
}

fn watched(
    start: &Start,
    folder: &Path,
    act: Act,
    paths: &BTreeSet<String>,
    options: &[&str],
) -> (String, String) {
    let paths =
        paths.iter().map(|path| folder.join(path).display().to_string().trim_end_matches('/').to_owned());
    let of_paths: Vec<String> = paths.flat_map(|path| ["-P".to_owned(), path]).collect();
    let mut all: Vec<&str> = of_paths.iter().map(String::as_str).collect();
    all.extend(options);
    run(start, folder, act, &all)
}

/// What strace wrote down of a child, and what the child said.
fn run(start: &Start, folder: &Path, act: Act, options: &[&str]) -> (String, String) {
    let log = tempfile::NamedTempFile::new().expect("a log");
    let mut strace = Command::new("strace");
    strace.args(["-f", "-y", "-qqq", "-e", "signal=none", "-o"]).arg(log.path()).args(options);
    let mut command = again_under(strace, NAME, act.name());
    actor::give(&mut command, folder, &start.key());
    let output = command.stderr(Stdio::piped()).output().expect("not run: there is no strace");
    let heard = String::from_utf8_lossy(&output.stdout).into_owned();
    let log = fs::read_to_string(log.path()).expect("a log");
    let trouble = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "it fell while it {}: {options:?} {heard}{trouble}", act.name());
    (log, heard)
}
