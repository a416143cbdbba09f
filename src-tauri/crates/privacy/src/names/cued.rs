//! Names that are words too, written small: "joke gesproken", "mo en samira".

use super::{Names, Weight};
use crate::{
    marks::{FIRST, LIKELY, MASS, NOUN},
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
    /// Whether the words beside a name make it one that alone would be a word.
    pub(super) fn is_cued(&self, at: usize) -> bool {
        let words = &self.text.words;
        let word = &words[at];
        if !word.is(FIRST) || !word.is(LIKELY) || word.is(MASS) {
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
        is_met
            || is_of(next, &["en"]) && sure(at.checked_add(2))
            || is_of(before, &["en"]) && sure(at.checked_sub(2))
    }
}
