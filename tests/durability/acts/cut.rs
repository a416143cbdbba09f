//! Power cuts: at each of the last writes of it, with what was not synced gone or partly there, there
//! is the old state or the new one, never neither.

use boundaries::part;

use super::{Act, Start, act, canonical, check};
use crate::{power::replay, recording, strace};

#[test]
fn a_backup_that_comes_back() {
    cut(Act::Restore, "acts::cut::a_backup_that_comes_back");
}

#[test]
fn a_new_data_key() {
    cut(Act::Renew, "acts::cut::a_new_data_key");
}

#[test]
fn a_backup_that_is_rewritten() {
    cut(Act::Rewrite, "acts::cut::a_backup_that_is_rewritten");
}

#[test]
fn a_journal_aside_that_is_rewritten() {
    cut(Act::RewriteAside, "acts::cut::a_journal_aside_that_is_rewritten");
}

#[test]
fn a_copy_at_the_second_place() {
    cut(Act::CopyToSecondPlace, "acts::cut::a_copy_at_the_second_place");
}

#[test]
fn new_secrets_in_every_backup() {
    cut(Act::ChangeSecrets, "acts::cut::new_secrets_in_every_backup");
}

fn cut(what: Act, test: &str) {
    if let Some(name) = part() {
        return act(&name);
    }
    strace::must_work();
    let start = Start::new();
    let copy = start.copy();
    let recording = recording::record(&canonical(&copy), &start.key(), test, what.name());
    assert_eq!(recording.marks.len(), 1, "it was done");
    assert!(recording.changes.len() > 10, "{} changes", recording.changes.len());
    replay(what.name(), &recording, |folder, marks| check(&start, folder, what, marks == 1));
}
