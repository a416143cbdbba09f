//! D4, what a person is told of it: a disk that does not answer one read, once.
//!
//! By SQLCipher's design a connection that failed to read a page reads and writes nothing any more,
//! and calls itself read-only. That is not passed on: whoever reads, lists or searches gets the words,
//! whoever writes is refused at most once and not for the folder's sake, and nobody hears of damage.

use std::fs;

use boundaries::{figure, part, rounds, said, say, spread, writing};
use testkit::TempVault;
use vault::Verdict;

use crate::{actor, strace};

const NAME: &str = "bad_moment::one_read_that_fails_is_passed_on_to_nobody_who_reads";
const ENTRIES: usize = 12;

#[test]
fn one_read_that_fails_is_passed_on_to_nobody_who_reads() {
    if part().is_some() {
        return read_and_write();
    }
    strace::must_work();
    let start = TempVault::set_up();
    let mut journal = writing::open(start.path(), start.data_key()).expect("opens");
    writing::fill(&mut journal, ENTRIES, 3_000);
    journal.close().expect("locks");
    let all = heard(&start, &["-e", "trace=pread64"]).1.lines().count();
    assert!(all > 30, "{all} reads");

    let places = spread(all, rounds(16, all));
    let mut refused = 0;
    for place in &places {
        let inject = format!("inject=pread64:error=EIO:when={}", place + 1);
        let (heard, log) = heard(&start, &["-e", "trace=pread64", "-e", &inject]);
        let injected = log.lines().find(|line| line.contains("INJECTED"));
        let context = format!("read {place} of {all}, {injected:?}: {heard}");
        let lines: Vec<&str> = heard.lines().filter_map(said).collect();
        let refusals: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix("refused ")).collect();
        refused += refusals.len();
        assert!(refusals.len() <= 1, "{context}");
        for refusal in refusals {
            let (step, code) = refusal.split_once(' ').expect("a step and a code");
            assert!(
                ["open", "start", "save", "lock"].contains(&step),
                "who reads is told nothing: {context}"
            );
            assert!(code.starts_with("sqlite:") || code.starts_with("io:"), "{context}");
        }
        for expected in ["listed 12", "read 12", "found 12", "listed 12 again"] {
            assert!(lines.contains(&expected), "{expected}: {context}");
        }
        assert!(!lines.iter().any(|line| line.contains("Damaged") || line.contains("Changed")), "{context}");
    }
    let outcome = format!(
        "all could be read, listed and found; {refused} times opening, writing or locking was refused once"
    );
    figure("D4", "single reads that failed while somebody read and wrote", places.len(), outcome);
}

/// What the child said, and what strace wrote down.
fn heard(start: &TempVault, options: &[&str]) -> (String, String) {
    let temp = start.copy();
    let log = tempfile::NamedTempFile::new().expect("a log");
    let output = strace::watched(&temp, log.path(), options, NAME, "read");
    let heard = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{heard}{}", String::from_utf8_lossy(&output.stderr));
    let log = fs::read_to_string(log.path()).expect("a log");
    let mut journal = writing::open(temp.path(), temp.data_key()).expect("it opens afterwards");
    assert_eq!(writing::look(journal.vault_mut()), Ok(Some(Verdict::Sound)), "{heard}");
    (heard, log)
}

/// In the child.
fn read_and_write() {
    let opened = actor::open().or_else(|error| {
        actor::refused("open", error);
        actor::open()
    });
    let mut journal = opened.expect("it opens the second time");
    let rows = match journal.entries(None, 100) {
        Ok(rows) => rows,
        Err(error) => return actor::refused("list", error),
    };
    say(&format!("listed {}", rows.len()));
    say(&format!("verdict {:?}", writing::look(journal.vault_mut()).expect("it is noted")));
    let read = rows.iter().filter(|row| match journal.entry(row.entry) {
        Ok(entry) => entry.answers.iter().any(|answer| answer.text.contains("lift")),
        Err(error) => {
            actor::refused("read", error);
            false
        }
    });
    say(&format!("read {}", read.count()));
    match journal.search("lift", 100) {
        Ok(found) => say(&format!("found {}", found.len())),
        Err(error) => actor::refused("search", error),
    }
    for number in 0..2 {
        let entry = match journal.start_entry(writing::page(), writing::moment()) {
            Ok(entry) => entry.id,
            Err(error) => {
                actor::refused("start", error);
                continue;
            }
        };
        if let Err(error) = writing::save(&mut journal, entry, None, &actor::text(number)) {
            actor::refused("save", error);
        }
        let _in_the_bin = journal.delete(entry, writing::moment());
    }
    match journal.entries(None, 100) {
        Ok(rows) => say(&format!("listed {} again", rows.len())),
        Err(error) => actor::refused("list", error),
    }
    match journal.close() {
        Ok(_) => say("locked"),
        Err(error) => actor::refused("lock", error),
    }
}
