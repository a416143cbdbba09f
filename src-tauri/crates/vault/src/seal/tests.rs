//! Computing only what changed must give what computing everything gives.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::*;
use crate::seal::ledger::{Scribe, StoreBytes};
use crate::{Cost, DataKey, Folder, Passphrase, SystemRandomness, Vault, set_up};

/// What one step of a session does.
#[derive(Debug, Clone)]
enum Step {
    Write { rows: u16, length: u16 },
    Rewrite { every: u8 },
    Delete { every: u8 },
    Shrink,
    GiveBack { pages: u16 },
    Merge,
    Lock,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => (1..40_u16, 1..20_000_u16).prop_map(|(rows, length)| Step::Write { rows, length }),
        2 => (1..9_u8).prop_map(|every| Step::Rewrite { every }),
        2 => (1..4_u8).prop_map(|every| Step::Delete { every }),
        1 => Just(Step::Shrink),
        3 => (1..200_u16).prop_map(|pages| Step::GiveBack { pages }),
        2 => Just(Step::Merge),
        3 => Just(Step::Lock),
    ];
    proptest::collection::vec(step, 1..12)
}

#[test]
fn only_what_changed_is_computed_and_it_equals_everything() {
    let directory = tempfile::tempdir().expect("a temporary folder can be made");
    let folder = Folder::open(directory.path()).expect("it can be written");
    let passphrase = Passphrase::new("een lange wachtzin");
    let (_, key) = set_up(&folder, &passphrase, Cost::FLOOR, &mut SystemRandomness).expect("it is set up");
    let hand_over = key.to_hand_over();
    let unlock = || Vault::at(folder.clone()).unlock(DataKey::from_hand_over(&hand_over)).expect("it opens");
    let seal_key = SubKey::seal(&key);
    unlock()
        .connection()
        .execute_batch("CREATE TABLE blob (id INTEGER PRIMARY KEY, bytes BLOB)")
        .expect("it is made");
    let mut vault = Some(unlock());

    let mut runner = TestRunner::new(Config { cases: 24, ..Config::default() });
    let cell = std::cell::RefCell::new(&mut vault);
    runner
        .run(&steps(), |steps| {
            let mut borrowed = cell.borrow_mut();
            for step in steps.into_iter().chain([Step::Lock]) {
                let mut open = borrowed.take().unwrap_or_else(unlock);
                // Sealed last time and not looked at by a checker: settle as if it were.
                open.settle(crate::Verdict::Sound).expect("it is noted");
                let connection = open.connection();
                let done = match step {
                    Step::Write { rows, length } => connection.execute(
                        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ?1)
                         INSERT INTO blob (bytes) SELECT randomblob(?2) FROM n",
                        [rows, length],
                    ),
                    Step::Rewrite { every } => connection.execute(
                        "UPDATE blob SET bytes = randomblob(length(bytes)) WHERE id % ?1 = 0",
                        [every],
                    ),
                    Step::Delete { every } => {
                        connection.execute("DELETE FROM blob WHERE id % ?1 = 0", [every])
                    }
                    Step::Shrink => connection.execute("DELETE FROM blob", []),
                    Step::GiveBack { pages } => {
                        open.give_back(u32::from(pages)).expect("it is given back");
                        Ok(0)
                    }
                    Step::Merge => {
                        open.merge_now().expect("it merges");
                        Ok(0)
                    }
                    Step::Lock => {
                        open.lock().expect("it locks");
                        let seal = SealFile::read(&folder.seal(), &seal_key, key.vault_id())
                            .expect("it was just written");
                        let store = StoreBytes::open(&folder.store()).expect("it is there");
                        let vault_id = key.vault_id();
                        let scribe = Scribe { key: &seal_key, vault_id, store: &store };
                        prop_assert_eq!(seal.ledger, scribe.whole().expect("it is read"));
                        continue;
                    }
                };
                done.expect("it is done");
                **borrowed = Some(open);
            }
            Ok(())
        })
        .expect("the property holds");
}

/// Files that grow and shrink in ways in which SQLite does not change ours today.
#[test]
fn a_chunk_of_another_length_is_computed_again() {
    let directory = tempfile::tempdir().expect("a temporary folder can be made");
    let path = directory.path().join("store");
    let key = SubKey::seal(&DataKey::from_hand_over(&[3; DataKey::HAND_OVER_LENGTH]));
    let vault_id = VaultId([3; VaultId::LENGTH]);
    let chunk = usize::try_from(CHUNK).expect("a chunk fits in memory");
    let lengths = [0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 5];
    for before in lengths {
        for after in lengths {
            let ledger = |length: usize, old: Option<&Ledger>| {
                std::fs::write(&path, vec![1; length]).expect("it can be written");
                let store = StoreBytes::open(&path).expect("it is there");
                let scribe = Scribe { key: &key, vault_id, store: &store };
                match old {
                    Some(old) => scribe.renewed(old, &std::collections::BTreeSet::new()),
                    None => scribe.whole(),
                }
                .expect("it is read")
            };
            let old = ledger(before, None);
            assert_eq!(ledger(after, Some(&old)), ledger(after, None), "{before} to {after}");
        }
    }
}
