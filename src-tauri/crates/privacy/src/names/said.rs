//! What is said behind a word at the start of a sentence: it may tell a name from a noun.

use super::{Chain, LISTED, Names};
use crate::{
    fold::folded,
    marks::{ACTS, ARTICLE, AT, KIN, LAST, LIKELY, MASS, NOUN, PARTICLE, SUBJECT, TELLS, TITLE, WARY, WITH},
    text::{Gap, Shape, Word},
};

impl Names<'_> {
    /// Whether what follows is a verb that makes a name of the word before it.
    ///
    /// A noun that can be counted needs an article in Dutch, so that "Visser twijfelt" can only be
    /// somebody. "Rust", "hoop" and a word for somebody's trade or relation can do without.
    pub(super) fn acts(&self, first: &Word, next: &Word) -> bool {
        if next.shape != Shape::Lower {
            return false;
        }
        if first.begins && first.is(KIN) {
            return false;
        }
        if first.begins && first.is(MASS) {
            return next.is(TELLS);
        }
        next.is(ACTS) || self.text.lists.is_finite(&folded(self.text.of(next)))
    }

    /// Whether the verb comes before its subject, so that the word before it is none: "Wil je",
    /// "Dan zei de man". Behind what can be a name only "hij" and the like say so: "Visser zei dat".
    pub(super) fn is_turned(&self, first: &Word, after: &Word) -> bool {
        const WHO: &[&str] = &["hij", "zij", "ze", "ik", "we", "wij", "je", "jij", "jullie", "u", "men"];
        if first.is(LIKELY.or(NOUN)) || first.is(LISTED) && !first.is(WARY) {
            WHO.contains(&self.text.of(after))
        } else {
            after.is(SUBJECT)
        }
    }

    /// "Prins, die zijn baan verloor", "Boer en zijn vrouw": without an article it is not the prince.
    /// "Hoop heet ze."
    pub(super) fn is_told_of(&self, chain: &Chain) -> bool {
        let first = &self.text.words[chain.first];
        let next = self.text.words.get(chain.next).filter(|next| next.gap == Gap::Comma);
        let near = |at: usize, what: &[&str]| {
            let word = self.text.words.get(chain.next + at);
            word.is_some_and(|word| what.contains(&self.text.of(word)))
        };
        let is_noun = first.is(NOUN.or(LIKELY)) && !first.is(MASS.or(KIN));
        is_noun
            && (next.is_some() && near(0, &["die"]) || near(0, &["en"]) && near(1, &["zijn", "haar", "ik"]))
            || first.is(LIKELY) && near(0, &["heet", "heette"])
    }

    /// "Zwart belde gisteren": an adjective that is a last name, and a verb that only people do; the
    /// one who does it does not come behind ("Snel belde ik", "Laat belde Fatima").
    pub(super) fn tells(&self, chain: &Chain) -> bool {
        let words = &self.text.words;
        let first = &words[chain.first];
        let is_plain = PARTICLE.or(SUBJECT).or(ARTICLE).or(WITH).or(AT).or(ACTS).or(MASS).or(KIN);
        let verb = words.get(chain.next).filter(|verb| verb.gap == Gap::Space && verb.shape == Shape::Lower);
        let after = words.get(chain.next + 1).filter(|after| after.gap == Gap::Space);
        first.is(LAST)
            && !first.is(is_plain)
            && verb.is_some_and(|verb| verb.is(TELLS))
            && !after.is_some_and(|after| after.is_capital() || after.is(SUBJECT.or(KIN).or(TITLE)))
    }
}
