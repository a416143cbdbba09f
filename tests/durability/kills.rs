//! D1: killed at a random moment of writing, a journal has every answer that was acknowledged.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{BufRead as _, BufReader, Read as _},
    thread,
    time::Duration,
};

use boundaries::{again, figure, part, rounds, said, say, writing};
use journal::{AnswerId, EntryId};
use testkit::{SeededRandomness, TempVault};
use vault::Verdict;

use crate::actor;

/// A journal is written in for so many rounds; then a new one, so that the checks stay quick.
const ROUNDS_OF_ONE: usize = 60;

#[test]
fn a_kill_at_any_moment_loses_no_acknowledged_answer() {
    if let Some(seed) = part() {
        return write_for_ever(seed.parse().expect("a seed"));
    }
    let (mut acknowledged, mut while_locking) = (0, 0);
    let all = rounds(20, 1_000);
    let mut one = Rounds::new();
    for round in 0..all {
        if round % ROUNDS_OF_ONE == ROUNDS_OF_ONE - 1 {
            one = Rounds::new();
        }
        let (saves, locking) = one.round(round);
        acknowledged += saves;
        while_locking += usize::from(locking);
    }
    assert!(acknowledged > all, "there was something to lose: {acknowledged}");
    figure(
        "D1",
        "kills at random moments of writing",
        all,
        format!("0 of {acknowledged} acknowledged answers lost"),
    );
    figure("D1", "of these, while it locked", while_locking, "sound, none reported as changed");
}

/// One journal, and what its children were told is on disk.
struct Rounds {
    temp: TempVault,
    /// The last acknowledged version of each answer, and its entry.
    known: BTreeMap<i64, usize>,
    /// Entries whose erasure was begun, with their answers.
    erasing: BTreeSet<i64>,
    erased: BTreeSet<i64>,
}

impl Rounds {
    fn new() -> Self {
        Self {
            temp: TempVault::set_up(),
            known: BTreeMap::new(),
            erasing: BTreeSet::new(),
            erased: BTreeSet::new(),
        }
    }

    /// Starts a child, kills it, and holds the journal against what was said.
    fn round(&mut self, seed: usize) -> (usize, bool) {
        const NAME: &str = "kills::a_kill_at_any_moment_loses_no_acknowledged_answer";
        let mut dice = SeededRandomness::new(seed as u64);
        let mut command = again(NAME, &seed.to_string());
        actor::give(&mut command, self.temp.path(), &self.temp.data_key());
        let mut child = command.spawn().expect("it starts");
        let mut output = BufReader::new(child.stdout.take().expect("piped"));
        let mut heard = String::new();
        // One in eight falls before it is open, the others while they write.
        if dice.below(8) == 0 {
            thread::sleep(Duration::from_micros(dice.below(30_000) as u64));
        } else {
            while !heard.contains("> open\n") {
                assert_ne!(output.read_line(&mut heard).expect("a line"), 0, "round {seed}: {heard}");
            }
            thread::sleep(Duration::from_micros(dice.below(120_000) as u64));
        }
        child.kill().expect("it is killed");
        let status = child.wait().expect("it is gone");
        output.read_to_string(&mut heard).expect("the rest");
        assert_eq!(status.code(), None, "round {seed}: it fell before it was killed: {heard}");
        let saves = self.hear(&heard);
        self.check(seed, &mut dice);
        let last = heard.lines().filter_map(said).next_back();
        (saves, last == Some("locking"))
    }

    fn hear(&mut self, heard: &str) -> usize {
        let mut saves = 0;
        // A line that is cut off was not yet said.
        let whole = heard.rfind('\n').map_or("", |end| &heard[..end]);
        for line in whole.lines().filter_map(said) {
            let words: Vec<&str> = line.split(' ').collect();
            let number = |at: usize| words[at].parse().expect("a number");
            match words[0] {
                "saved" => {
                    self.known.insert(number(1), words[2].parse().expect("a version"));
                    saves += 1;
                }
                "erasing" => drop(self.erasing.insert(number(1))),
                "erased" => drop(self.erased.insert(number(1))),
                "open" | "locking" | "locked" => {}
                _ => panic!("it says: {line}"),
            }
        }
        saves
    }

    /// Opens what is left.
    fn check(&mut self, seed: usize, dice: &mut SeededRandomness) {
        let mut journal = writing::open(self.temp.path(), self.temp.data_key())
            .unwrap_or_else(|error| panic!("round {seed}: it does not open: {error:?}"));
        let verdict = writing::look(journal.vault_mut()).expect("it is noted");
        assert_eq!(verdict, Some(Verdict::Sound), "round {seed}, {:?}", journal.vault().left());
        assert_eq!(writing::faults(&journal), [""; 0], "round {seed}");
        let answers = writing::texts(&journal);
        let found: BTreeMap<i64, usize> = answers
            .iter()
            .map(|(answer, text)| (*answer, actor::version(text).expect("a text that was written")))
            .collect();
        for (answer, version) in &self.known {
            match found.get(answer) {
                Some(found) if *found == *version || *found == version + 1 => {
                    assert!(!self.erased.contains(answer), "round {seed}: {answer} was erased");
                }
                Some(found) => {
                    panic!("round {seed}: answer {answer} has version {found}, {version} was acknowledged")
                }
                None => assert!(self.erasing.contains(answer), "round {seed}: answer {answer} is lost"),
            }
        }
        // What it had written and not yet said.
        assert!(found.keys().filter(|answer| !self.known.contains_key(*answer)).count() <= 1, "round {seed}");
        self.known = found;
        self.erasing.clear();
        self.erased.clear();
        let searched = journal.search("lift", 5).expect("it searches");
        assert!(searched.len() <= 5);
        // Half of the rounds go on from a locked journal, half from one that fell.
        if dice.below(2) == 0 {
            journal.close().expect("it locks");
        }
    }
}

/// In the child: writes until it is killed.
fn write_for_ever(seed: u64) {
    let mut dice = SeededRandomness::new(seed ^ 0x5eed);
    let mut journal = actor::open().expect("it opens");
    say("open");
    if dice.below(4) > 0 {
        writing::look(journal.vault_mut()).expect("it is noted");
    }
    loop {
        let answers = actor::answers(&journal);
        let chosen = (!answers.is_empty()).then(|| answers[dice.below(answers.len())].clone());
        match (dice.below(16), chosen) {
            (0..=2, _) | (_, None) => {
                let new = if dice.below(2) == 0 { writing::page() } else { writing::contact("Rode Wouw") };
                let entry = journal.start_entry(new, writing::moment()).expect("an entry").id;
                save(&mut journal, entry, None, 0);
            }
            (3..=10, Some((entry, answer, text))) => {
                let next = actor::version(&text).expect("one of ours") + 1;
                save(&mut journal, entry, Some(answer), next);
            }
            (11, Some((entry, ..))) => journal.leave(entry).expect("indexed"),
            (12, Some(_)) => drop(journal.search("gesprek", 20).expect("searched")),
            (13, Some((entry, answer, _))) if answers.len() > 4 => {
                journal.delete(entry, writing::moment()).expect("in the bin");
                // An entry of these tests has one answer.
                say(&format!("erasing {}", answer.0));
                journal.erase(entry).expect("erased");
                say(&format!("erased {}", answer.0));
            }
            (14, Some(_)) => {
                say("locking");
                drop(journal.close().expect("locked"));
                say("locked");
                journal = actor::open().expect("it opens again");
            }
            (_, Some((entry, ..))) => journal.leave(entry).expect("indexed"),
        }
    }
}

fn save(journal: &mut journal::Journal, entry: EntryId, answer: Option<AnswerId>, version: usize) {
    let saved = writing::save(journal, entry, answer, &actor::text(version)).expect("saved");
    say(&format!("saved {} {version}", saved.0));
}
