//! D9: a migration that is killed at any of its writes leaves the old version or the new one, and
//! every text.

use std::fs;

use boundaries::{figure, part, rounds, said, say, spread, writing};
use testkit::TempVault;
use vault::{Migration, Verdict};

use crate::{actor, strace};

const NAME: &str = "migration::a_killed_migration_leaves_the_old_version_or_the_new";
const CALLS: &[&str] = &["pwrite64", "fsync", "write", "rename"];

/// The journals that are out there, as the journal's own tests have them.
const FORMAT_1: Migration =
    Migration { version: 1, sql: include_str!("../../src-tauri/crates/journal/src/schema/1.sql") };
const CONTENT: &str = include_str!("../../src-tauri/crates/journal/src/tests/format_1.sql");

#[test]
fn a_killed_migration_leaves_the_old_version_or_the_new() {
    if part().is_some() {
        let journal = actor::open().expect("it migrates");
        say("migrated");
        return drop(journal.close());
    }
    strace::must_work();
    let start = TempVault::set_up();
    let mut vault = start.unlock();
    vault.migrate(&[FORMAT_1]).expect("format 1");
    vault.connection().execute_batch(CONTENT).expect("content");
    vault.lock().expect("locks");
    let before = texts(&start);

    let (mut old, mut new) = (0, 0);
    for (call, number) in places(&start) {
        let temp = start.copy();
        let log = tempfile::NamedTempFile::new().expect("a log");
        let (trace, inject) = (format!("trace={call}"), format!("inject={call}:signal=KILL:when={number}"));
        let output = strace::watched(&temp, log.path(), &["-e", &trace, "-e", &inject], NAME, "killed");
        let place = format!("{call} {number}");
        assert!(!output.status.success(), "it was killed at {place}");
        let heard = String::from_utf8_lossy(&output.stdout).into_owned();

        let mut vault = temp.try_unlock().unwrap_or_else(|error| panic!("{place}: {error}"));
        assert_eq!(writing::look(&mut vault), Ok(Some(Verdict::Sound)), "{place}");
        match vault.connection().query_row("PRAGMA user_version", [], |row| row.get(0)).expect("a number") {
            1 => {
                assert!(!heard.lines().filter_map(said).any(|said| said == "migrated"), "{place}");
                old += 1;
            }
            7 => new += 1,
            version => panic!("{place}: version {version}"),
        }
        drop(vault);
        assert_eq!(texts(&temp), before, "{place}");
        let journal = writing::open(temp.path(), temp.data_key()).expect("it goes on from there");
        assert_eq!(writing::faults(&journal), [""; 0], "{place}");
        assert_eq!(writing::texts(&journal), before, "{place}");
    }
    assert!(old > 0 && new > 0, "{old} old, {new} new");
    figure(
        "D9",
        "migrations killed at a write or sync",
        old + new,
        format!("{old} old, {new} new, 0 neither"),
    );
}

/// Each call of a whole migration and lock, by its name and number; in a short round some of them.
fn places(start: &TempVault) -> Vec<(&'static str, usize)> {
    let mut places = Vec::new();
    for call in CALLS {
        let log = tempfile::NamedTempFile::new().expect("a log");
        let output =
            strace::watched(&start.copy(), log.path(), &["-e", &format!("trace={call}")], NAME, "whole");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let calls = fs::read_to_string(log.path()).expect("a log").lines().count();
        places.extend(spread(calls, rounds(6, calls)).into_iter().map(|place| (*call, place + 1)));
    }
    places
}

fn texts(temp: &TempVault) -> Vec<(i64, String)> {
    let copy = temp.copy();
    let vault = copy.unlock();
    let mut statement =
        vault.connection().prepare("SELECT id, text FROM answer ORDER BY id").expect("a query");
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    rows.collect::<Result<_, _>>().expect("texts")
}
