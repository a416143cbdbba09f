//! Power cuts: at each of the last writes of it, with what was not synced gone or partly there, there
//! is the old state or the new one, never neither.

use boundaries::part;

use super::{Act, Start, act, canonical, check};
use crate::{power::replay, recording, strace};

/// One test each, so that they share the processors.
macro_rules! cuts {
    ($($name:ident: $act:expr;)*) => {$(
        #[test]
        fn $name() {
            cut($act, concat!("acts::cut::", stringify!($name)));
        }
    )*};
}

cuts! {
    a_backup_that_comes_back: Act::Restore;
    a_new_data_key: Act::Renew;
    a_backup_that_is_rewritten: Act::Rewrite;
    a_copy_at_the_second_place: Act::CopyToSecondPlace;
    new_secrets_in_every_backup: Act::ChangeSecrets;
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
