//! Puts the words of a name together: initials, particles, parts.

use super::{Chain, LISTED, Lead, Names, Weight};
use crate::{
    fold::folded,
    marks::{ACTS, ARTICLE, AT, FIRST, ORDINARY, PARTICLE, WITH},
    text::{Gap, Shape, Word},
};

impl Names<'_> {
    /// Puts the longest chain together that begins with a word.
    pub(super) fn chain(&self, index: usize, lead: Lead) -> Option<Chain> {
        let words = &self.text.words;
        let mut chain = Chain {
            first: index,
            next: index,
            parts: 0,
            best: Weight::None,
            has_initials: false,
            has_particle: false,
            cut: 0,
            is_cued: false,
        };
        if let Some(next) = self.whole_name(index, lead) {
            return Some(Chain {
                next,
                parts: 1,
                best: Weight::Weak,
                has_particle: true,
                is_cued: true,
                ..chain
            });
        }
        let mut at = self.initials(index);
        chain.has_initials = at > index;
        while at < words.len() && at - index < 9 && chain.parts < 5 {
            let word = &words[at];
            if at > index && !self.is_joined(at, chain.has_initials && chain.parts == 0) {
                break;
            }
            let begins_chain = chain.parts == 0;
            let weight = self.weigh_in(word, at, &chain, lead);
            let is_particle = word.is(PARTICLE);
            if weight > Weight::None && !(is_particle && self.goes_on(at, &chain, lead)) {
                // A word at the start of a sentence that is rather a verb is left out.
                chain.parts += 1;
                chain.best = chain.best.max(weight);
                chain.is_cued |= begins_chain && weight == Weight::Weak && self.is_cued(at);
                chain.next = at + 1;
                at += 1;
            } else if is_particle && (self.goes_on(at, &chain, lead)) {
                chain.has_particle |= begins_chain;
                at += 1;
            } else if self.is_short_for_more(at, &chain) {
                chain.parts += 1;
                chain.next = at + 1;
                break;
            } else {
                break;
            }
        }
        (chain.parts > 0).then_some(chain).map(|chain| self.trim(chain, lead))
    }

    /// "Mo B.", "Fatima A.": a letter with a dot instead of the last name.
    fn is_short_for_more(&self, at: usize, chain: &Chain) -> bool {
        let word = &self.text.words[at];
        let is_first = at > chain.first && self.text.words[at - 1].is(FIRST);
        is_first
            && chain.parts > 0
            && word.gap == Gap::Space
            && word.is_capital()
            && word.is_letter(self.text.text)
            && self.text.text[word.end..].starts_with('.')
    }

    /// Behind the initials that begin with a word: `A.B.`, `J. P.`; without any, the word itself.
    fn initials(&self, index: usize) -> usize {
        let words = &self.text.words;
        let mut at = index;
        while at < words.len() && at - index < 6 {
            let word = &words[at];
            let length = word.end - word.start;
            let is_short = word.is_letter(self.text.text)
                || length <= 3
                    && word.shape == Shape::Capital
                    && ["Th", "Ch", "Ph", "IJ", "Chr", "Joh", "Fr", "Sj", "Tj"].contains(&self.text.of(word));
            let has_dot = self.text.text[word.end..].starts_with('.');
            let is_near = at == index || matches!(word.gap, Gap::Dot | Gap::None);
            if !(is_short && has_dot && is_near && (word.is_capital() || self.is_initial_below(at))) {
                break;
            }
            at += 1;
        }
        at
    }

    /// A small letter is an initial only before a name that is sure: "f. yilmaz".
    fn is_initial_below(&self, at: usize) -> bool {
        self.text.words[at + 1..].iter().take(3).any(|next| self.weigh(next) == Weight::Sure)
    }

    /// Whether a word belongs to the one before it: a space between, or the dot of an initial.
    fn is_joined(&self, at: usize, behind_initial: bool) -> bool {
        let (word, before) = (&self.text.words[at], &self.text.words[at - 1]);
        match word.gap {
            Gap::Space => self.text.text[before.end..word.start]
                .trim_matches([' ', '\'', '\u{2019}', '\t', '\u{a0}'])
                .is_empty(),
            Gap::Dot | Gap::None => {
                behind_initial || before.is_letter(self.text.text) && word.gap == Gap::Dot
            }
            Gap::Sign => false,
            Gap::Comma | Gap::Opening | Gap::Sentence | Gap::Line => false,
        }
    }

    /// Whether a particle here leads on to a part of the name.
    fn goes_on(&self, at: usize, chain: &Chain, lead: Lead) -> bool {
        const MOST: usize = 3;
        let words = &self.text.words;
        let opens = chain.parts == 0 && !chain.has_initials && lead != Lead::Title;
        let word = &words[at];
        if opens {
            // "van" and "de" are mostly no part of a name; "van den", "el" and "El" are.
            let is_listed = word.is_whole_name
                && words.get(at + usize::from(word.phrase) - 1).is_some_and(Word::is_capital);
            let is_plain = word.is(ARTICLE.or(AT).or(WITH)) && word.shape == Shape::Lower;
            let then = words.get(at + 1).is_some_and(|next| ["den", "der"].contains(&self.text.of(next)));
            if is_plain && !is_listed && !(then && self.text.of(word) == "van") {
                return false;
            }
            if word.begins
                && word.is(ARTICLE.or(WITH).or(AT))
                && !is_listed
                && !words.get(at + 1).is_some_and(|next| next.is(PARTICLE))
            {
                return false;
            }
        }
        let mut next = at + 1;
        while next < words.len() && next - at <= MOST && self.is_joined(next, false) {
            let word = &words[next];
            if self.weigh_behind_particle(word, lead, chain, at) > Weight::None {
                return true;
            }
            if !word.is(PARTICLE) {
                return false;
            }
            next += 1;
        }
        false
    }

    /// Takes off what does not belong: a verb at the start of a sentence, an *s* of possession.
    fn trim(&self, mut chain: Chain, lead: Lead) -> Chain {
        let words = &self.text.words;
        let first = &words[chain.first];
        let is_verb = first.begins && lead != Lead::Title && chain.parts > 1 && first.is(ACTS);
        if is_verb {
            chain.first += 1;
            chain.parts -= 1;
        }
        let last = &words[chain.next - 1];
        let shown = self.text.of(last);
        if last.is_capital() && !self.marks(last).any(LISTED) && shown.ends_with('s') && shown.len() > 3 {
            let stem = &shown[..shown.len() - 1];
            let marks = self.text.lists.marks(&folded(stem));
            if marks.any(FIRST) && !marks.any(ORDINARY) {
                chain.cut = 1;
                chain.best = Weight::Sure;
            }
        }
        chain
    }
}
