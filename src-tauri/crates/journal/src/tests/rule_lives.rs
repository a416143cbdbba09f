//! Any life of the rules of thumb, against a plain reading of what is promised of them.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta};
use proptest::prelude::*;

use super::desk::{Desk, at};
use crate::{JournalError, Rule, RuleId, RuleText, RuleWordingId};

const WORDS: [&str; 4] = ["Eerst vragen.", "Eerst vragen, dan zeggen.", "Stil zijn 🙂", "e\u{301}én ding"];

#[derive(Debug, Clone, Copy)]
enum Step {
    /// So many hours pass; the clock can be put back.
    Hours(i64),
    Keep(usize),
    /// A rule, and what it becomes.
    Change(usize, usize),
    Drop(usize),
    TakeUp(usize),
    Erase(usize),
    /// A former wording of any rule.
    EraseWording(usize),
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    let (place, words) = (|| 0..6_usize, || 0..WORDS.len());
    prop_oneof![
        3 => (-30..90_i64).prop_map(Step::Hours),
        4 => words().prop_map(Step::Keep),
        6 => (place(), words()).prop_map(|(rule, words)| Step::Change(rule, words)),
        3 => place().prop_map(Step::Drop),
        2 => place().prop_map(Step::TakeUp),
        1 => place().prop_map(Step::Erase),
        2 => place().prop_map(Step::EraseWording),
        1 => Just(Step::Reopen),
    ]
}

#[derive(Debug, Clone)]
struct ModelRule {
    id: i64,
    text: usize,
    changed_at: DateTime<FixedOffset>,
    dropped_on: Option<NaiveDate>,
    /// Number, words and day, the earliest first.
    former: Vec<(i64, usize, NaiveDate)>,
}

impl ModelRule {
    fn shows(&self, found: &Rule) {
        assert_eq!((found.id.0, found.text.as_str()), (self.id, WORDS[self.text]));
        assert_eq!((found.changed_at, found.dropped_on), (self.changed_at, self.dropped_on));
        let former: Vec<_> =
            found.former.iter().map(|former| (former.id.0, former.text.as_str(), former.until)).collect();
        let expected: Vec<_> =
            self.former.iter().rev().map(|(id, words, until)| (*id, WORDS[*words], *until)).collect();
        assert_eq!(former, expected);
    }
}

/// The rules of rules, without any cleverness.
struct Model {
    now: DateTime<FixedOffset>,
    rules: Vec<ModelRule>,
    /// How many numbers were ever given out, to rules and to wordings.
    given: (i64, i64),
}

impl Model {
    /// Those in use, the latest kept first; then the dropped ones, the latest dropped first.
    fn in_order(&self) -> Vec<&ModelRule> {
        let mut used: Vec<&ModelRule> = self.rules.iter().filter(|rule| rule.dropped_on.is_none()).collect();
        used.sort_by_key(|rule| -rule.id);
        let mut dropped: Vec<&ModelRule> =
            self.rules.iter().filter(|rule| rule.dropped_on.is_some()).collect();
        dropped.sort_by_key(|rule| (std::cmp::Reverse(rule.dropped_on), -rule.id));
        [used, dropped].concat()
    }

    fn take(&mut self, desk: &mut Desk, step: Step) {
        let (now, today) = (self.now, self.now.date_naive());
        let words = |words: usize| RuleText::parse(WORDS[words]).expect("usable");
        // One beyond the last is a rule that is gone, or never was.
        let of =
            |rules: &[ModelRule], place: usize| rules.get(place).map_or(RuleId(999), |rule| RuleId(rule.id));
        match step {
            Step::Hours(hours) => self.now += TimeDelta::hours(hours),
            Step::Keep(text) => {
                let kept = desk.journal.keep_rule(&words(text), now).expect("kept");
                self.given.0 += 1;
                let rule =
                    ModelRule { id: self.given.0, text, changed_at: now, dropped_on: None, former: vec![] };
                rule.shows(&kept);
                self.rules.push(rule);
            }
            Step::Change(place, text) => {
                let changed = desk.journal.change_rule(of(&self.rules, place), &words(text), now);
                let Some(rule) = self.rules.get_mut(place) else {
                    return assert_eq!(changed, Err(JournalError::RuleGone));
                };
                if rule.text != text {
                    self.given.1 += 1;
                    rule.former.push((self.given.1, rule.text, today));
                    (rule.text, rule.changed_at) = (text, now);
                }
                rule.shows(&changed.expect("changed"));
            }
            Step::Drop(place) | Step::TakeUp(place) => {
                let on = matches!(step, Step::Drop(_)).then_some(today);
                let dropped = desk.journal.drop_rule(of(&self.rules, place), on);
                let Some(rule) = self.rules.get_mut(place) else {
                    return assert_eq!(dropped, Err(JournalError::RuleGone));
                };
                rule.dropped_on = on.map(|today| rule.dropped_on.map_or(today, |before| before.min(today)));
                rule.shows(&dropped.expect("dropped"));
            }
            Step::Erase(place) => {
                let erased = desk.journal.erase_rule(of(&self.rules, place));
                if place < self.rules.len() {
                    assert_eq!(erased, Ok(()));
                    self.rules.remove(place);
                } else {
                    assert_eq!(erased, Err(JournalError::RuleGone));
                }
            }
            Step::EraseWording(place) => {
                let all = self.rules.iter().flat_map(|rule| &rule.former).map(|former| former.0);
                let wording = all.clone().nth(place).unwrap_or(999);
                let left = desk.journal.erase_wording(RuleWordingId(wording));
                let has = |rule: &&mut ModelRule| rule.former.iter().any(|former| former.0 == wording);
                let Some(rule) = self.rules.iter_mut().find(has) else {
                    return assert_eq!(left, Err(JournalError::RuleGone));
                };
                rule.former.retain(|former| former.0 != wording);
                rule.shows(&left.expect("erased"));
            }
            Step::Reopen => desk.reopen(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_life_of_rules_is_the_one_that_is_promised(steps in prop::collection::vec(step(), 1..40)) {
        let mut desk = Desk::new();
        let mut model = Model { now: at("2026-11-21T17:00:00+01:00"), rules: vec![], given: (0, 0) };
        for step in steps {
            model.take(&mut desk, step);
            let found = desk.journal.rules().expect("read");
            let expected = model.in_order();
            prop_assert_eq!(found.len(), expected.len());
            for (found, expected) in found.iter().zip(expected) {
                expected.shows(found);
            }
        }
    }
}
