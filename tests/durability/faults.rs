//! D4: whichever read, write or sync fails, and however often one more of them is let through
//! first, nothing that was acknowledged is lost, nothing is corrupt and nothing panics.
//!
//! A disk that has one bad moment: the call fails once, and everything after it works again.

use std::{collections::BTreeMap, fs};

use boundaries::{figure, part, rounds, said, spread, writing};
use journal::Journal;
use testkit::TempVault;
use vault::Verdict;

use crate::{actor, strace, walks};

/// A way to fail: what it is, the calls, the error, and how many of the places of each call a short
/// round takes.
struct Way {
    what: &'static str,
    calls: &'static [&'static str],
    error: &'static str,
    short: usize,
}

const fn way(what: &'static str, calls: &'static [&'static str], error: &'static str, short: usize) -> Way {
    Way { what, calls, error, short }
}

const WAYS: &[Way] = &[
    way("writes refused by a full disk", &["pwrite64", "write"], "ENOSPC", 5),
    way("writes that failed", &["pwrite64", "write"], "EIO", 3),
    way("reads that failed", &["pread64", "read"], "EIO", 4),
    way("syncs that failed", &["fsync", "fdatasync"], "EIO", 5),
    way("files that could not be opened", &["open", "openat"], "EMFILE", 4),
    way("files that could not be cut", &["ftruncate"], "EIO", 2),
    way("lengths that could not be asked", &["statx", "newfstatat", "fstat", "lseek"], "EIO", 2),
    way(
        "names that could not be changed",
        &["rename", "renameat", "renameat2", "unlink", "unlinkat"],
        "EIO",
        2,
    ),
];

#[test]
fn a_call_that_fails_loses_and_corrupts_nothing() {
    if part().is_some() {
        return actor::sitting();
    }
    strace::must_work();
    let start = written();
    let before: BTreeMap<i64, String> = {
        let copy = start.copy();
        let journal = writing::open(copy.path(), copy.data_key()).expect("opens");
        writing::texts(&journal).into_iter().collect()
    };
    for way in WAYS {
        let mut outcomes = Vec::new();
        for call in way.calls {
            let places = places(&start, way, call);
            let fails = |place: usize| fails_once(&start, &before, way, call, place + 1);
            outcomes.extend(places.into_iter().filter_map(fails));
        }
        assert!(!outcomes.is_empty(), "{} happened", way.what);
        figure("D4", way.what, outcomes.len(), "0 corrupt, 0 lost, 0 panics, 0 false alarms");
    }
}

const NAME: &str = "faults::a_call_that_fails_loses_and_corrupts_nothing";

/// A journal with a few texts, locked.
fn written() -> TempVault {
    let temp = TempVault::set_up();
    let mut journal = writing::open(temp.path(), temp.data_key()).expect("opens");
    writing::fill(&mut journal, 4, 2_000);
    journal.close().expect("locks");
    temp
}

/// Which of the calls fail: all there are and those that only a failure brings, or some of them.
fn places(start: &TempVault, way: &Way, call: &str) -> Vec<usize> {
    let log = tempfile::NamedTempFile::new().expect("a log");
    let output = strace::watched(&start.copy(), log.path(), &["-e", &format!("trace=?{call}")], NAME, "sit");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    match fs::read_to_string(log.path()).expect("a log").lines().count() {
        0 => Vec::new(),
        all => spread(all + 8, rounds(way.short, all + 8)),
    }
}

/// One sitting in which the n-th call fails; nothing when there were not so many.
fn fails_once(
    start: &TempVault,
    before: &BTreeMap<i64, String>,
    way: &Way,
    call: &str,
    number: usize,
) -> Option<()> {
    let temp = start.copy();
    let log = tempfile::NamedTempFile::new().expect("a log");
    let (trace, inject) =
        (format!("trace=?{call}"), format!("inject=?{call}:error={}:when={number}", way.error));
    let output = strace::watched(&temp, log.path(), &["-e", &trace, "-e", &inject], NAME, "sit");
    let log = fs::read_to_string(log.path()).expect("a log");
    let injected = log.lines().find(|line| line.contains("INJECTED")).map(str::to_owned);
    let heard = String::from_utf8_lossy(&output.stdout).into_owned();
    let context = format!("{} ({number}), {injected:?}, {heard}", way.what);
    assert!(output.status.success(), "it fell: {context}{}", String::from_utf8_lossy(&output.stderr));
    let verdict = check(&temp, before, &heard, &context);
    assert_eq!(verdict, Some(Verdict::Sound), "one bad moment is no finding: {context}");
    injected.map(drop)
}

/// Opens what is left, holds it against what was said, and says what a checker now makes of it.
pub(crate) fn check(
    temp: &TempVault,
    before: &BTreeMap<i64, String>,
    heard: &str,
    context: &str,
) -> Option<Verdict> {
    let mut journal = match writing::open(temp.path(), temp.data_key()) {
        Ok(journal) => journal,
        Err(error) => panic!("it does not open any more: {error:?} after {context}"),
    };
    let verdict = writing::look(journal.vault_mut()).expect("it is noted");
    assert_eq!(writing::faults(&journal), [""; 0], "{context}");
    let found: BTreeMap<i64, String> = writing::texts(&journal).into_iter().collect();
    for (answer, text) in before {
        assert_eq!(found.get(answer), Some(text), "answer {answer} from before, {context}");
    }
    let mut told: BTreeMap<i64, usize> = BTreeMap::new();
    let mut erasing = false;
    for line in heard.lines().filter_map(said) {
        let words: Vec<&str> = line.split(' ').collect();
        match words[0] {
            "saved" => {
                told.insert(words[1].parse().expect("a number"), words[2].parse().expect("a version"));
            }
            "erasing" => erasing = true,
            _ => {}
        }
    }
    let first = told.keys().next().copied();
    for (answer, version) in told {
        match found.get(&answer).map(|text| actor::version(text).expect("a text that was written")) {
            Some(found) => assert!(found == version || found == version + 1, "answer {answer}, {context}"),
            None => assert!(erasing && Some(answer) == first, "answer {answer} is lost, {context}"),
        }
    }
    check_learned(&journal, heard, context);
    walks::check(&journal, heard, context);
    verdict
}

/// Every rule that was acknowledged is there, in that version or in the next, with all the words that it
/// had before and no others; a word is there until it was erased.
fn check_learned(journal: &Journal, heard: &str, context: &str) {
    let rules = journal.rules().expect("the rules");
    let version =
        |text: &str| actor::RULES.iter().position(|known| *known == text).expect("one that was kept");
    for rule in &rules {
        let former: Vec<usize> = rule.former.iter().map(|former| version(&former.text)).collect();
        let expected: Vec<usize> = (0..version(&rule.text)).rev().collect();
        assert_eq!(former, expected, "rule {:?} and its past, {context}", rule.id);
    }
    let words = journal.twofold_words().expect("the words");
    let said: Vec<&str> = heard.lines().filter_map(said).collect();
    for line in &said {
        let words_said: Vec<&str> = line.split(' ').collect();
        match words_said[..] {
            ["ruled", id, least] => {
                let rule = rules.iter().find(|rule| rule.id.0.to_string() == id);
                let rule = rule.unwrap_or_else(|| panic!("rule {id} is lost, {context}"));
                let least: usize = least.parse().expect("a version");
                assert!(version(&rule.text) >= least, "rule {id} has an older version, {context}");
            }
            ["worded", _] if !said.contains(&"unwording") => {
                assert_eq!(words.len(), 1, "the word is lost, {context}");
            }
            ["unworded", _] => assert_eq!(words.len(), 0, "the word is back, {context}"),
            _ => {}
        }
    }
}
