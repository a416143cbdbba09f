//! What a word weighs: by itself, behind a title, behind a particle.

use super::{Chain, LISTED, Lead, Names, OTHER, Weight, forms, is_small};
use crate::{
    fold::folded,
    marks::{
        ACTS, ARTICLE, BODY, FIRST, KIN, LAST, Marks, NOUN, ORDINARY, PARTICLE, SUBJECT, THING, TITLE, TRADE,
        WARY,
    },
    street,
    text::{Gap, Shape, Word},
};

impl Names<'_> {
    /// How sure a word is, by itself and by how it is written.
    pub(super) fn weigh(&self, word: &Word) -> Weight {
        let length = word.end - word.start;
        let marks = self.marks(word);
        let is_small = is_small(marks);
        if word.shape == Shape::Number || length < 2 || is_small || street::is_street(self.text, word) {
            return Weight::None;
        }
        if marks.any(LISTED) {
            // "coll.", "verw.": a shortened word, and the sentence goes on.
            if word.shape == Shape::Lower && self.is_shortened(word) {
                return Weight::None;
            }
            // "Hélder" is no "helder".
            let is_accented = word.shape == Shape::Capital && !self.text.of(word).is_ascii();
            if is_accented && !marks.any(OTHER) {
                return Weight::Sure;
            }
            let is_wary = marks.any(WARY) && (word.begins || word.shape != Shape::Capital);
            let is_other = marks.any(ORDINARY.or(OTHER)) || is_wary || length < 3;
            return match word.shape {
                Shape::Lower if is_other || length < 3 => Weight::None,
                Shape::Lower if length > 8 && self.text.lists.is_dutch(&folded(self.text.of(word))) => {
                    Weight::None
                }
                Shape::Upper if length < 3 => Weight::None,
                Shape::Lower | Shape::Upper | Shape::Capital | Shape::Mixed | Shape::Number => {
                    if is_other {
                        Weight::Weak
                    } else {
                        Weight::Sure
                    }
                }
            };
        }
        let is_known =
            marks.any(ORDINARY.or(OTHER).or(TITLE).or(KIN).or(BODY).or(ACTS).or(SUBJECT).or(ARTICLE));
        let is_lower = word.shape == Shape::Lower;
        if is_known || !matches!(word.shape, Shape::Capital | Shape::Lower) || length < 3 {
            return Weight::None;
        }
        let is_made = (word.end - word.start <= 24)
            && forms::is_made_like_a_name(self.text.lists, &folded(self.text.of(word)));
        if is_made && !self.text.lists.is_dutch(&folded(self.text.of(word))) {
            return Weight::Sure;
        }
        if is_lower {
            return Weight::None;
        }
        if self.text.of(word).len() > 24 || self.text.lists.is_dutch(&folded(self.text.of(word))) {
            return Weight::None;
        }
        // Without a vowel it is an abbreviation: "Vrw wil scheiden".
        if !self.text.of(word).contains(|c: char| !c.is_ascii() || "aeiouyAEIOUY".contains(c)) {
            return Weight::None;
        }
        Weight::Strange
    }

    /// The marks of a word; of one with a hyphen, of its parts if the whole is not listed.
    pub(super) fn marks(&self, word: &Word) -> Marks {
        let shown = self.text.of(word);
        if word.marks != Marks::default() || !shown.contains('-') || shown.len() > 40 {
            return word.marks;
        }
        let mut marks = Marks::default();
        for part in folded(shown).split('-') {
            let of = self.text.lists.marks(part);
            // "Al-Khatib", "El-Amrani": the article says nothing; "ma-vr" is too short to be one.
            if marks == Marks::default() && of.any(PARTICLE) && !of.any(LISTED) {
                continue;
            }
            if part.len() < 3 && word.shape == Shape::Lower {
                return Marks::default();
            }
            if !of.any(LISTED) {
                return if of.any(ORDINARY.or(OTHER)) { Marks(ORDINARY.0) } else { marks };
            }
            marks = marks.or(Marks(of.0 & LISTED.0));
        }
        marks
    }

    /// What a word weighs at its place in a chain.
    pub(super) fn weigh_in(&self, word: &Word, at: usize, chain: &Chain, lead: Lead) -> Weight {
        let weight = self.weigh(word);
        let marks = self.marks(word);
        let behind_particle = at > chain.first
            && self.text.words[at - 1].is(PARTICLE)
            && (chain.parts > 0 || chain.has_particle || chain.has_initials || lead == Lead::Title);
        if weight > Weight::None && !(chain.parts > 0 && word.is_capital() && self.is_verb_like(word)) {
            return weight;
        }
        if behind_particle {
            return self.weigh_behind_particle(word, lead, chain, at - 1);
        }
        let opens = chain.parts == 0;
        if opens && word.shape == Shape::Lower && lead != Lead::Title && self.is_cued(at) {
            return Weight::Weak;
        }
        if opens && lead == Lead::Title {
            return self.weigh_behind_title(word, marks);
        }
        // "fatima bakker", "Fatima Boterbloem", "mark yilmaz".
        let is_last = chain.parts > 0 && chain.best == Weight::Sure;
        if is_last
            && word.shape == Shape::Capital
            && !word.is(OTHER.or(TITLE).or(KIN).or(BODY).or(SUBJECT).or(ACTS).or(TRADE))
            && word.end - word.start >= 3
            && !word.begins
        {
            return Weight::Strange;
        }
        if is_last
            && word.shape == Shape::Lower
            && marks.any(LAST)
            && marks.any(NOUN)
            && !marks.any(WARY)
            && self.text.words[at - 1].shape == Shape::Lower
        {
            return Weight::Weak;
        }
        let next = self.text.words.get(at + 1);
        let before_sure = next.is_some_and(|next| {
            next.shape == Shape::Lower
                && next.gap == Gap::Space
                && next.is(LAST)
                && self.weigh(next) == Weight::Sure
        });
        if opens
            && word.shape == Shape::Lower
            && marks.any(FIRST)
            && !marks.any(WARY.or(ACTS).or(OTHER))
            && before_sure
        {
            return Weight::Weak;
        }
        Weight::None
    }

    /// What a word weighs right behind a title: nearly everything that is no ordinary word.
    fn weigh_behind_title(&self, word: &Word, marks: Marks) -> Weight {
        let length = word.end - word.start;
        if length < 2
            || word.shape == Shape::Number
            || is_small(marks)
            || marks.any(TITLE.or(SUBJECT).or(THING))
            || marks.any(KIN.or(BODY)) && (word.shape != Shape::Capital || word.begins)
        {
            return Weight::None;
        }
        match word.shape {
            Shape::Capital | Shape::Mixed if !marks.any(ACTS.or(ARTICLE)) => Weight::Strange,
            Shape::Lower | Shape::Upper
                if marks.any(LISTED) && (marks.any(NOUN) || !marks.any(ORDINARY.or(ACTS))) =>
            {
                Weight::Weak
            }
            Shape::Lower | Shape::Upper
                if marks == Marks::default()
                    && length >= 3
                    && !self.text.lists.is_dutch(&folded(self.text.of(word))) =>
            {
                Weight::Strange
            }
            Shape::Lower | Shape::Upper | Shape::Capital | Shape::Mixed | Shape::Number => Weight::None,
        }
    }

    /// What a word weighs behind a particle: "de Wit", "el amrani", "van Waterdrinker".
    pub(super) fn weigh_behind_particle(
        &self,
        word: &Word,
        lead: Lead,
        chain: &Chain,
        particle: usize,
    ) -> Weight {
        let weight = self.weigh(word);
        let marks = self.marks(word);
        if is_small(marks) {
            return Weight::None;
        }
        if word.is_capital() && self.ends_whole_name(word) {
            return weight.max(Weight::Weak);
        }
        // "v.d. Meer", "vd Berg": nothing else is shortened so.
        let shortened =
            ["vd", "d"].contains(&self.text.of(&self.text.words[particle]).to_lowercase().as_str());
        if shortened && word.shape == Shape::Capital && word.end - word.start >= 3 {
            return Weight::Sure;
        }
        if street::is_street(self.text, word) {
            return Weight::None;
        }
        // "meneer van den heuvel", and not "meneer van de kerk".
        let at_once = [self.text.words.get(particle.wrapping_sub(1)), self.text.words.get(particle)];
        let is_of_the = at_once.map(|word| word.map(|word| self.text.of(word))) == [Some("van"), Some("de")];
        if lead == Lead::Title && self.ends_whole_name(word) && !is_of_the {
            return weight.max(Weight::Weak);
        }
        if weight > Weight::Strange || word.is(OTHER) && !marks.any(LISTED) {
            return weight;
        }
        let behind_name = lead == Lead::Title || chain.has_initials || chain.parts > 0;
        if word.is_capital() && word.shape != Shape::Upper {
            // "Fatima van Schuldhulp" works there; "Jan van de Boterbloem" is called so.
            let is_plain = ["van", "bij", "uit", "voor", "aan", "in", "op", "over", "onder"]
                .contains(&self.text.of(&self.text.words[particle]));
            let is_word = marks.any(ORDINARY) && (is_plain && lead != Lead::Title || !behind_name);
            let is_other = is_word || marks.any(TITLE.or(KIN).or(BODY).or(SUBJECT));
            return if is_other { Weight::None } else { Weight::Strange };
        }
        if marks.any(LISTED.or(NOUN)) && behind_name && !marks.any(ACTS) {
            let is_listed_whole = self.text.words[particle].is_whole_name;
            return if !marks.any(ORDINARY) || is_listed_whole { Weight::Weak } else { Weight::None };
        }
        let is_strange = lead == Lead::Title && marks == Marks::default() && word.shape == Shape::Lower;
        if is_strange && !self.text.lists.is_dutch(&folded(self.text.of(word))) {
            Weight::Strange
        } else {
            Weight::None
        }
    }

    /// Whether a word ends a listed last name with its particles: `Berg` of `van den Berg`.
    fn ends_whole_name(&self, word: &Word) -> bool {
        let at = self.text.words.partition_point(|other| other.start < word.start);
        (1..=4).filter_map(|back| at.checked_sub(back).map(|first| (first, back))).any(|(first, back)| {
            let first = &self.text.words[first];
            first.is_whole_name && usize::from(first.phrase) == back + 1
        })
    }

    /// Whether a dot follows that ends no sentence.
    fn is_shortened(&self, word: &Word) -> bool {
        let rest = self.text.text[word.end..].strip_prefix('.');
        let next = rest.map(str::trim_start).and_then(|rest| rest.chars().next());
        next.is_some_and(|next| next.is_lowercase() || next == ',')
    }

    fn is_verb_like(&self, word: &Word) -> bool {
        word.is(ACTS) && word.is(ORDINARY) && word.begins
    }
}
