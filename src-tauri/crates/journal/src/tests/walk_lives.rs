//! Any life of a frozen text, against a plain reading of the rules: what was covered is never seen, and
//! nothing else is covered in its place.

use proptest::prelude::*;

use super::desk::{Desk, question};
use super::walk_throughs::{day, freeze_again, one_text, seen};
use crate::{AnswerId, Cover, EntryId, JournalError, Original, WalkBlock, WalkThroughId};

/// Texts that hurt: of one unit and two, of marks on letters, of nothing that is seen.
const WORDS: [&str; 8] = ["ja ", "😀", "é", "e\u{301}", "👩‍👩‍👧 ", "\n", "Jan", "x"];

#[derive(Debug, Clone)]
enum Step {
    /// The writer covers these passages, by units that may lie anywhere.
    Cover(Vec<(u32, u32)>),
    /// Words from one character to another are replaced.
    Replace(usize, usize, String),
    /// Something else than what is asked stands there: nothing happens.
    Stale(u32, u32),
    /// The entry is written in.
    Edit(String),
    /// It goes in the bin, and comes back.
    Bin(bool),
    FreezeAgain,
    Reopen,
}

fn words(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS.to_vec()), 1..most).prop_map(|words| words.concat())
}

fn step() -> impl Strategy<Value = Step> {
    let line =
        prop_oneof![Just(String::new()), Just("de buurman".into()), Just("🙂".into()), Just("x".into())];
    let place = || 0..60_usize;
    prop_oneof![
        5 => prop::collection::vec((0..50_u32, 0..50_u32), 0..4).prop_map(Step::Cover),
        6 => (place(), place(), line).prop_map(|(from, to, with)| Step::Replace(from, to, with)),
        1 => (0..50_u32, 0..50_u32).prop_map(|(start, end)| Step::Stale(start, end)),
        3 => words(9).prop_map(Step::Edit),
        1 => any::<bool>().prop_map(Step::Bin),
        3 => Just(Step::FreezeAgain),
        1 => Just(Step::Reopen),
    ]
}

/// The rules, without any cleverness: every character with whether it is covered.
struct Model {
    text: Vec<(char, bool)>,
    original: String,
    now: String,
    in_bin: bool,
}

impl Model {
    /// The first unit of every character, and the end of the text.
    fn places(&self) -> Vec<u32> {
        let mut places = vec![0];
        for (character, _) in &self.text {
            let units = u32::try_from(character.len_utf16()).expect("one or two");
            places.push(places[places.len() - 1] + units);
        }
        places
    }

    fn cover(&mut self, passages: &[(u32, u32)]) {
        let places = self.places();
        for (place, (_, covered)) in self.text.iter_mut().enumerate() {
            let (start, end) = (places[place], places[place + 1]);
            *covered = passages.iter().any(|(from, to)| from < to && *from < end && *to > start);
        }
    }

    fn freeze_again(&mut self) {
        if self.original != self.now {
            let covered = self.text.iter().any(|(_, covered)| *covered);
            self.text = self.now.chars().map(|character| (character, covered)).collect();
            self.original = self.now.clone();
        }
    }

    fn seen(&self) -> String {
        let mut seen = String::new();
        let mut before = false;
        for (character, covered) in &self.text {
            match (before, *covered) {
                (_, false) => seen.push(*character),
                (false, true) => seen.push('▇'),
                (true, true) => {}
            }
            before = *covered;
        }
        seen
    }
}

struct Life {
    desk: Desk,
    model: Model,
    id: WalkThroughId,
    entry: EntryId,
    answer: AnswerId,
}

impl Life {
    fn new(text: &str) -> Self {
        let mut desk = Desk::new();
        let (id, entry, answer) = one_text(&mut desk, text);
        let model = Model {
            text: text.chars().map(|character| (character, false)).collect(),
            original: text.to_owned(),
            now: text.to_owned(),
            in_bin: false,
        };
        Self { desk, model, id, entry, answer }
    }

    fn block(&self) -> WalkBlock {
        self.desk.journal.walk_through(self.id).expect("read").pages.remove(0).blocks.remove(0)
    }

    fn step(&mut self, step: &Step) {
        let today = day("2026-11-22");
        match step {
            Step::Cover(passages) => {
                let covers: Vec<Cover> =
                    passages.iter().map(|(start, end)| Cover { start: *start, end: *end }).collect();
                let block = self.block().id;
                self.desk.journal.cover_walk_block(block, &covers, today).expect("covered");
                self.model.cover(passages);
            }
            Step::Replace(from, to, with) => {
                let most = self.model.text.len();
                let (from, to) = ((*from).min(*to).min(most), (*from).max(*to).min(most));
                let places = self.model.places();
                let span = Cover { start: places[from], end: places[to] };
                let expected: String = self.model.text[from..to].iter().map(|(one, _)| one).collect();
                let block = self.block().id;
                let found = self.desk.journal.replace_in_walk_block(block, span, &expected, with, today);
                if from == to {
                    assert_eq!(found.err(), Some(JournalError::PassageMoved), "nothing is no passage");
                } else if expected != *with {
                    found.expect("replaced");
                    let covered = self.model.text[from..to].iter().any(|(_, covered)| *covered);
                    let new = with.chars().map(|character| (character, covered));
                    self.model.text.splice(from..to, new);
                }
            }
            Step::Stale(start, end) => {
                let (block, span) = (self.block().id, Cover { start: *start, end: *end });
                let found = self.desk.journal.replace_in_walk_block(block, span, "nergens", "x", today);
                assert_eq!(found.err(), Some(JournalError::PassageMoved));
            }
            Step::Edit(text) if !self.model.in_bin => {
                self.desk.save(self.entry, Some(self.answer), question("q1"), text);
                self.model.now = text.clone();
            }
            Step::Bin(true) => {
                let now = super::desk::at(super::walk_throughs::NOW);
                self.desk.journal.delete(self.entry, now).expect("deleted");
                self.model.in_bin = true;
            }
            Step::Bin(false) => {
                self.desk.journal.restore(self.entry).expect("restored");
                self.model.in_bin = false;
            }
            // What is nothing but white space is no answer, and no part then.
            Step::FreezeAgain if !self.model.in_bin && !self.model.now.trim().is_empty() => {
                let page = self.desk.journal.walk_through(self.id).expect("read").pages[0].id;
                freeze_again(&mut self.desk, page, self.entry);
                self.model.freeze_again();
            }
            Step::Edit(_) | Step::FreezeAgain => {}
            Step::Reopen => self.desk.reopen(),
        }
    }

    fn check(&self) {
        let found = self.desk.journal.walk_through(self.id).expect("read");
        let page = &found.pages[0];
        let is_same = self.model.original == self.model.now;
        let original = match (self.model.in_bin, is_same) {
            (true, _) => Original::InBin,
            (false, true) => Original::Same,
            (false, false) => Original::Changed,
        };
        assert_eq!(page.original, original);
        assert_eq!(seen(&page.blocks[0]), self.model.seen());
        let text: String = self.model.text.iter().map(|(character, _)| character).collect();
        assert_eq!(page.blocks[0].text, text);
        for pair in page.blocks[0].covers.windows(2) {
            assert!(pair[0].end < pair[1].start, "in order, and none touches another: {pair:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn never_a_shifted_cover(text in words(12), steps in prop::collection::vec(step(), 1..25)) {
        prop_assume!(!text.trim().is_empty());
        let mut life = Life::new(&text);
        life.check();
        for step in steps {
            life.step(&step);
            life.check();
        }
    }
}
