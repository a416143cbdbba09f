//! D6, the log: bits flipped in the WAL that a crash left.
//!
//! SQLite takes the log up to the first frame that does not agree with its checksum, and is silent
//! about what lies behind it. At most the last transaction may go in silence, as a power cut takes
//! it; never is a text another than was written.

use std::{collections::BTreeMap, fs};

use boundaries::{figure, rounds, writing};
use testkit::{SeededRandomness, TempVault};
use vault::Verdict;

use crate::actor;

#[test]
fn a_flipped_bit_in_the_log_never_makes_another_text() {
    let temp = TempVault::set_up();
    let mut journal = writing::open(temp.path(), temp.data_key()).expect("opens");
    let entry = journal.start_entry(writing::page(), writing::moment()).expect("an entry").id;
    let kept = writing::save(&mut journal, entry, None, &actor::text(0)).expect("saved");
    journal.close().expect("locks");
    let mut journal = writing::open(temp.path(), temp.data_key()).expect("opens");
    writing::look(journal.vault_mut()).expect("noted");
    let entry = journal.start_entry(writing::page(), writing::moment()).expect("an entry").id;
    let mut answer = None;
    const SAVES: usize = 12;
    for version in 1..=SAVES {
        answer = Some(writing::save(&mut journal, entry, answer, &actor::text(version)).expect("saved"));
    }
    // As a crash leaves it: the files as they are while it is open.
    let fallen = temp.copy();
    drop(journal);
    let good = fs::read(fallen.path().join("journal.db-wal")).expect("a log");

    let all = rounds(60, 500);
    let mut dice = SeededRandomness::new(66);
    let mut heard = BTreeMap::<&str, usize>::new();
    for _ in 0..all {
        let bit = dice.below(good.len() * 8);
        let mut bytes = good.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        let broken = fallen.copy();
        fs::write(broken.path().join("journal.db-wal"), bytes).expect("written");
        let outcome = match writing::open(broken.path(), broken.data_key()) {
            Err(_) => "refused",
            Ok(mut journal) => {
                let verdict = writing::look(journal.vault_mut()).expect("noted");
                assert_eq!(writing::faults(&journal), [""; 0], "bit {bit}");
                let found: BTreeMap<i64, usize> = writing::texts(&journal)
                    .into_iter()
                    .map(|(answer, text)| (answer, actor::version(&text).expect("a text that was written")))
                    .collect();
                assert_eq!(found.get(&kept.0), Some(&0), "what was locked is not in the log");
                let version = answer.and_then(|answer| found.get(&answer.0)).copied().unwrap_or_default();
                match (verdict, version) {
                    (Some(Verdict::Sound), SAVES) => "all there",
                    (Some(Verdict::Sound), version) if version + 1 == SAVES => "the last transaction lost",
                    (Some(Verdict::Sound), _) => "more lost in silence",
                    _ => "reported",
                }
            }
        };
        *heard.entry(outcome).or_default() += 1;
    }
    let silent = heard.get("more lost in silence").copied().unwrap_or_default();
    assert_eq!(silent, 0, "{heard:?}");
    let heard: Vec<String> = heard.iter().map(|(said, times)| format!("{said} {times}")).collect();
    figure(
        "D6",
        "bits flipped in a log left by a crash",
        all,
        format!("0 wrong texts ({})", heard.join(", ")),
    );
}
