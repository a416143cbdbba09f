//! D1: killed at a random moment of changing what is indexed, a journal has an index that is whole and is
//! the one that would be made anew.

use std::{
    io::{BufRead as _, BufReader, Read as _},
    thread,
    time::Duration,
};

use boundaries::{again, figure, indexed, part, rounds, said, say, writing};
use chrono::Days;
use journal::{Alias, EntryId, Field, Journal, JournalError, SaveAnswer};
use testkit::{SeededRandomness, TempVault, realistic_dutch};
use vault::Verdict;

use crate::actor;

const NAME: &str = "index_kills::a_kill_at_any_moment_leaves_an_index_that_is_true";
/// A journal is changed for so many rounds; then a new one, so that the checks stay quick.
const ROUNDS_OF_ONE: usize = 25;
const ALIASES: [&str; 4] = ["Rode Wouw", "Grijze Reiger", "Zwarte Specht", "Witte Kwik"];
const KINDS: [&str; 3] = ["gesprek", "huisbezoek", "telefonisch"];
const QUESTIONS: [&str; 3] = ["q1", "q2", "q3"];

#[test]
fn a_kill_at_any_moment_leaves_an_index_that_is_true() {
    if let Some(seed) = part() {
        return change_for_ever(seed.parse().expect("a seed"));
    }
    let all = rounds(200, 1_000);
    let mut temp = TempVault::set_up();
    let (mut changes, mut entries) = (0, 0);
    for round in 0..all {
        if round % ROUNDS_OF_ONE == ROUNDS_OF_ONE - 1 {
            temp = TempVault::set_up();
        }
        changes += kill_one(&temp, round);
        entries += check(&temp, round);
    }
    assert!(changes > all && entries > all, "there was something to index: {changes} changes");
    figure("D1", "kills while what is indexed changes", all, "the index whole and equal to a new one");
}

/// Starts a child and kills it; says how many changes it had told of.
fn kill_one(temp: &TempVault, seed: usize) -> usize {
    let mut dice = SeededRandomness::new(seed as u64);
    let mut command = again(NAME, &seed.to_string());
    actor::give(&mut command, temp.path(), &temp.data_key());
    let mut child = command.spawn().expect("it starts");
    let mut output = BufReader::new(child.stdout.take().expect("piped"));
    let mut heard = String::new();
    while !heard.contains("> open\n") {
        assert_ne!(output.read_line(&mut heard).expect("a line"), 0, "round {seed}: {heard}");
    }
    thread::sleep(Duration::from_micros(dice.below(150_000) as u64));
    child.kill().expect("it is killed");
    let status = child.wait().expect("it is gone");
    output.read_to_string(&mut heard).expect("the rest");
    assert_eq!(status.code(), None, "round {seed}: it fell before it was killed: {heard}");
    heard.lines().filter_map(said).filter(|line| *line == "changed").count()
}

/// Opens what is left, and looks at the index before and after the first search; says how many entries it
/// has.
fn check(temp: &TempVault, seed: usize) -> usize {
    let mut journal = writing::open(temp.path(), temp.data_key())
        .unwrap_or_else(|error| panic!("round {seed}: it does not open: {error:?}"));
    let verdict = writing::look(journal.vault_mut()).expect("it is noted");
    assert_eq!(verdict, Some(Verdict::Sound), "round {seed}, {:?}", journal.vault().left());
    for _ in 0..2 {
        assert_eq!(writing::faults(&journal), [""; 0], "round {seed}");
        assert_eq!(indexed::differs_from_new(&journal), [""; 0], "round {seed}");
        // Puts in what waits.
        journal.search("gesprek", 5).expect("it searches");
    }
    let entries = journal.entries(None, usize::MAX).expect("a list").len();
    assert_eq!(journal.search("", usize::MAX).expect("it searches").len(), entries, "round {seed}");
    if seed.is_multiple_of(2) {
        journal.close().expect("it locks");
    }
    entries
}

/// In the child: changes all that the index knows, until it is killed.
fn change_for_ever(seed: u64) {
    let mut dice = SeededRandomness::new(seed ^ 0x5eed);
    let mut journal = actor::open().expect("it opens");
    say("open");
    if dice.below(4) > 0 {
        writing::look(journal.vault_mut()).expect("it is noted");
    }
    loop {
        if dice.below(24) == 0 {
            drop(journal.close().expect("locked"));
            journal = actor::open().expect("it opens again");
        }
        match change(&mut journal, &mut dice) {
            // What is in the bin, gone or of an alias that is gone by now cannot be changed.
            Ok(()) | Err(JournalError::EntryInBin | JournalError::EntryGone | JournalError::AliasGone) => {
                say("changed");
            }
            Err(error) => panic!("a change failed: {error:?}"),
        }
    }
}

fn pick<T: Copy>(dice: &mut SeededRandomness, from: &[T]) -> T {
    from[dice.below(from.len())]
}

fn alias(dice: &mut SeededRandomness) -> Alias {
    Alias::parse(pick(dice, &ALIASES)).expect("a pseudonym")
}

fn change(journal: &mut Journal, dice: &mut SeededRandomness) -> Result<(), JournalError> {
    let all: Vec<EntryId> = journal
        .entries(None, usize::MAX)?
        .into_iter()
        .map(|row| row.entry)
        .chain(journal.bin()?.into_iter().map(|row| row.row.entry))
        .collect();
    if all.len() < 4 || dice.below(6) == 0 {
        let new = if dice.below(3) == 0 { writing::page() } else { writing::contact(pick(dice, &ALIASES)) };
        let new = if dice.below(4) == 0 { writing::sheet(new, "Dilemmablad") } else { new };
        let entry = journal.start_entry(new, writing::moment())?.id;
        return write(journal, entry, dice);
    }
    let entry = pick(dice, &all);
    match dice.below(16) {
        0..=4 => write(journal, entry, dice),
        5 | 6 => journal.leave(entry),
        7 => journal.search("woord", 9).map(drop),
        8 => journal.delete(entry, writing::moment()),
        9 | 10 => journal.restore(entry),
        11 => journal.erase(entry),
        12 | 13 => {
            let day = writing::moment().date_naive() - Days::new(dice.next_u64() % 40);
            let alias = (dice.below(3) > 0).then(|| alias(dice));
            journal.change_entry(entry, day, Some((pick(dice, &KINDS).to_owned(), alias))).map(drop)
        }
        14 => {
            let (from, into) = (alias(dice), alias(dice));
            if from == into { Ok(()) } else { journal.merge_aliases(&from, &into) }
        }
        _ => journal.erase_alias(&alias(dice)).map(drop),
    }
}

/// Answers a question or writes freely, anew or in place of what stands; now and then nothing is left.
fn write(journal: &mut Journal, entry: EntryId, dice: &mut SeededRandomness) -> Result<(), JournalError> {
    let text = match dice.below(5) {
        0 => String::new(),
        _ => format!("woord{} {}", dice.below(50), realistic_dutch(dice.below(2_000))),
    };
    let known = journal.entry(entry)?.answers;
    let chosen = (!known.is_empty() && dice.below(3) > 0).then(|| &known[dice.below(known.len())]);
    let id = match chosen.map(|answer| &answer.field) {
        Some(journal::StoredField::Question(question)) => Some(question.id.clone()),
        Some(_) => None,
        None => (dice.below(2) == 0).then(|| pick(dice, &QUESTIONS).to_owned()),
    };
    let field = match &id {
        Some(id) => Field::Question { pack: "basis", id, version: 1, wording: "Wat deed jij?" },
        None => Field::Free,
    };
    let save = SaveAnswer { entry, answer: chosen.map(|answer| answer.id), field, text: &text };
    journal.save_answer(save, writing::moment()).map(drop)
}
