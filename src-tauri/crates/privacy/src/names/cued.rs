//! Names that are words too, written small: "joke gesproken", "mo en samira".

use super::{Lead, Names, Weight};
use crate::{
    marks::{ACTS, ARTICLE, FIRST, LAST, LIKELY, MASS, NOUN, THING},
    text::{Gap, Shape, Word},
};

/// What one does with somebody, right before the name.
const BEFORE: &[&str] = &[
    "met",
    "sprak",
    "spreek",
    "belde",
    "bel",
    "gebeld",
    "mailde",
    "mail",
    "appte",
    "app",
    "vroeg",
    "vraag",
    "ontmoette",
    "zag",
    "hielp",
    "bezocht",
    "gesproken",
    "ken",
    "kende",
    "herkende",
    "bedankte",
];

/// The same, right behind it.
const BEHIND: &[&str] = &[
    "gesproken",
    "gebeld",
    "gezien",
    "gemaild",
    "geappt",
    "geholpen",
    "bezocht",
    "ontmoet",
    "gevraagd",
    "nt",
    "no",
];

impl Names<'_> {
    /// Behind a listed last name with its particles, where how it is written or what stands beside it
    /// says that it is one: "De Wit belde", "gesprek met van dijk", "van es gesproken".
    pub(super) fn whole_name(&self, at: usize, lead: Lead) -> Option<usize> {
        let words = &self.text.words;
        let word = &words[at];
        let next = at + usize::from(word.phrase);
        let last = words.get(next.checked_sub(1)?).filter(|_| word.is_whole_name)?;
        let is_for_people = matches!(lead, Lead::With | Lead::Kin | Lead::Title);
        if lead == Lead::Against || word.is(THING) && !is_for_people {
            return None;
        }
        // A second part, or the rest of a street, is for the longer way.
        let goes_on = words.get(next).is_some_and(|word| word.gap == Gap::Space && word.is_capital());
        if last.shape == Shape::Capital {
            return (!goes_on && (word.begins || word.is_capital())).then_some(next);
        }
        let is_of = |near: Option<&Word>, list: &[&str]| {
            near.is_some_and(|near| {
                near.shape != Shape::Number && list.contains(&self.text.of(near).to_lowercase().as_str())
            })
        };
        let before = at.checked_sub(1).filter(|_| word.gap == Gap::Space).map(|at| &words[at]);
        let behind = words.get(next).filter(|next| next.gap == Gap::Space);
        let is_plain = word.is(ARTICLE) && word.phrase == 2;
        let is_met = is_of(before, BEFORE) && !is_plain
            || is_of(behind, BEHIND) && !last.is(NOUN)
            || word.begins && !is_plain && behind.is_some_and(|behind| behind.is(ACTS));
        is_met.then_some(next)
    }

    /// Whether the words beside a name make it one that alone would be a word.
    pub(super) fn is_cued(&self, at: usize) -> bool {
        let words = &self.text.words;
        let word = &words[at];
        let may_be = word.is(FIRST) || word.is(LAST) && word.end - word.start <= 2;
        if !may_be || !word.is(LIKELY) || word.is(MASS) {
            return false;
        }
        let before = at.checked_sub(1).filter(|_| word.gap == Gap::Space).map(|at| &words[at]);
        let next = words.get(at + 1).filter(|next| next.gap == Gap::Space);
        let is_of = |near: Option<&Word>, list: &[&str]| {
            near.is_some_and(|near| list.contains(&self.text.of(near).to_lowercase().as_str()))
        };
        let is_counted = next.is_some_and(|next| next.shape == Shape::Number);
        let is_noun = word.is(NOUN) && word.shape == Shape::Lower;
        let is_met = !is_counted && (is_of(before, BEFORE) && !is_noun || is_of(next, BEHIND));
        let sure = |at: Option<usize>| {
            at.and_then(|at| words.get(at)).is_some_and(|other| self.weigh(other) == Weight::Sure)
        };
        let after = words.get(at + 2).filter(|after| after.gap == Gap::Space);
        let acts = word.shape == Shape::Lower
            && word.begins
            && !word.is(NOUN)
            && next.is_some_and(|next| next.is(ACTS))
            && !after.is_some_and(|after| self.is_turned(word, after));
        acts || is_met
            || is_of(next, &["en"]) && sure(at.checked_add(2))
            || is_of(before, &["en"]) && sure(at.checked_sub(2))
    }
}
