//! Names of people: by lists, by how a word is written, and by the words around it.
//!
//! Every word that may be part of a name gets a weight. *Sure* is listed and nothing else; *weak* is
//! listed and an ordinary word, a place or a brand too ("Bloem", "Visser", "Sofia"); *strange* is
//! no word that the lists know. Sure words are names wherever they stand. Weak and strange ones
//! need something beside them: a title, a relation, an initial, a sure word, a capital where
//! Dutch writes none, or a verb that only people do. Which of these are enough is what this
//! module says, in the order in which it looks.

use crate::{
    finding::{Finding, Kind},
    fold::folded,
    marks::{
        ACTS, ARTICLE, AT, BODY, FIRST, INTRODUCES, KIN, LAST, Marks, NOUN, ORDINARY, PARTICLE, PLACE,
        PROPER, SUBJECT, THING, TITLE, WARY, WITH,
    },
    street,
    text::{Gap, Shape, Text, Word},
};

/// A first or last name.
const LISTED: Marks = FIRST.or(LAST);

/// A proper noun that is no person.
const OTHER: Marks = PLACE.or(THING);

/// How sure a word by itself is part of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// No name.
    None,
    /// No word of the lists; or a proper noun of which no more is known.
    Strange,
    /// A name and something else as well.
    Weak,
    /// A name and nothing else.
    Sure,
}

/// What the words before a place say about the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// Nothing.
    Nothing,
    /// An article, the name of a body, a place's preposition: rather no name.
    Against,
    /// A preposition or verb that goes with people.
    With,
    /// A relation, or "heet".
    Kin,
    /// A form of address.
    Title,
}

/// Every name in a text, in order.
pub(crate) fn all(text: &Text<'_>) -> Vec<Finding> {
    let names = Names { text };
    let mut found = Vec::new();
    let mut index = 0;
    while index < text.words.len() {
        match names.name(index) {
            Some(name) => {
                index = name.next;
                found.push(Finding { kind: Kind::Name, range: name.range, after_title: name.after_title });
            }
            None => index += names.skip(index),
        }
    }
    found
}

/// "Van" and "De" are no names by themselves, whatever a list says.
fn is_small(marks: Marks) -> bool {
    marks.any(PARTICLE) && marks.any(ARTICLE.or(WITH).or(AT))
        || marks.any(ARTICLE.or(SUBJECT)) && marks.any(ORDINARY)
}

/// A name that was found.
struct Name {
    range: std::ops::Range<usize>,
    /// The index of the word behind it.
    next: usize,
    after_title: bool,
}

struct Names<'a> {
    text: &'a Text<'a>,
}

/// The words of a name while it is put together.
#[derive(Debug, Clone, Copy)]
struct Chain {
    /// The first and behind the last word.
    first: usize,
    next: usize,
    /// Words that weigh: how many, and the best.
    parts: usize,
    best: Weight,
    has_initials: bool,
    /// A particle of last names stands in front: `van`, `el`.
    has_particle: bool,
    /// A letter less at the end: the *s* of possession ("Ahmeds").
    cut: usize,
}

impl Names<'_> {
    /// How many words to pass over where no name begins: the whole of a proper noun that is no
    /// person, and of a name that the word before makes one of a body ("hotel van der Valk").
    fn skip(&self, index: usize) -> usize {
        let word = &self.text.words[index];
        let is_of_a_body = word.is_whole_name && self.lead(index) == Lead::Against;
        if word.is(OTHER) || is_of_a_body { usize::from(word.phrase).max(1) } else { 1 }
    }

    /// The name that begins with a word.
    fn name(&self, index: usize) -> Option<Name> {
        let words = &self.text.words;
        let word = &words[index];
        if word.shape == Shape::Number || word.gap == Gap::None && index > 0 {
            return None;
        }
        let lead = self.lead(index);
        let chain = self.chain(index, lead)?;
        self.is_name(&chain, lead).then(|| Name {
            range: words[chain.first].start..words[chain.next - 1].end - chain.cut,
            next: chain.next,
            after_title: lead == Lead::Title,
        })
    }

    /// What stands before a word.
    fn lead(&self, index: usize) -> Lead {
        let words = &self.text.words;
        if words[index].start == 1 && self.text.text.starts_with('@') {
            return Lead::Kin;
        }
        let Some(before) = index.checked_sub(1).map(|at| &words[at]) else { return Lead::Nothing };
        match words[index].gap {
            Gap::Opening | Gap::Sign | Gap::Sentence
                if self.text.text[..words[index].start].ends_with('@') =>
            {
                return Lead::Kin;
            }
            Gap::Space | Gap::Line if before.is(TITLE) => return Lead::Title,
            Gap::Dot if before.is(TITLE) && before.end - before.start <= 4 => return Lead::Title,
            Gap::Space | Gap::Opening if before.is(KIN.or(INTRODUCES)) => return Lead::Kin,
            Gap::Space => {}
            Gap::None | Gap::Dot | Gap::Comma | Gap::Opening | Gap::Sign | Gap::Sentence | Gap::Line => {
                return Lead::Nothing;
            }
        }
        // "naam is Fatima", "zijn naam was".
        let is_naming =
            ["is", "was"].contains(&self.text.of(before)) && index >= 2 && words[index - 2].is(INTRODUCES);
        if is_naming {
            return Lead::Kin;
        }
        // "mevrouw en meneer", "Fatima en Bloem": what is said of the one goes for the other.
        if before.is(ARTICLE.or(BODY))
            || before.is(AT) && !before.is(WITH)
            || before.is(THING) && before.is_capital()
        {
            return Lead::Against;
        }
        if before.is(WITH.or(ACTS)) { Lead::With } else { Lead::Nothing }
    }

    /// How sure a word is, by itself and by how it is written.
    fn weigh(&self, word: &Word) -> Weight {
        let length = word.end - word.start;
        let marks = self.marks(word);
        let is_small = is_small(marks);
        if word.shape == Shape::Number || length < 2 || is_small || street::is_street(self.text, word) {
            return Weight::None;
        }
        if marks.any(LISTED) {
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
        if is_known || !matches!(word.shape, Shape::Capital) || length < 3 {
            return Weight::None;
        }
        if self.text.of(word).len() > 24 || self.text.lists.is_dutch(&folded(self.text.of(word))) {
            return Weight::None;
        }
        Weight::Strange
    }

    /// The marks of a word; of one with a hyphen, of its parts if the whole is not listed.
    fn marks(&self, word: &Word) -> Marks {
        let shown = self.text.of(word);
        if word.marks != Marks::default() || !shown.contains('-') || shown.len() > 40 {
            return word.marks;
        }
        let mut marks = Marks::default();
        for part in folded(shown).split('-') {
            let of = self.text.lists.marks(part);
            if !of.any(LISTED) {
                return if of.any(ORDINARY.or(OTHER)) { Marks(ORDINARY.0) } else { marks };
            }
            marks = marks.or(Marks(of.0 & LISTED.0));
        }
        marks
    }

    /// Puts the longest chain together that begins with a word.
    fn chain(&self, index: usize, lead: Lead) -> Option<Chain> {
        let words = &self.text.words;
        let mut chain = Chain {
            first: index,
            next: index,
            parts: 0,
            best: Weight::None,
            has_initials: false,
            has_particle: false,
            cut: 0,
        };
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
                chain.next = at + 1;
                at += 1;
            } else if is_particle && (self.goes_on(at, &chain, lead)) {
                chain.has_particle |= begins_chain;
                at += 1;
            } else {
                break;
            }
        }
        (chain.parts > 0).then_some(chain).map(|chain| self.trim(chain, lead))
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
            Gap::Space => self.text.text[before.end..word.start].trim().is_empty(),
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

    /// What a word weighs behind a particle: "de Wit", "el amrani", "van Waterdrinker".
    fn weigh_behind_particle(&self, word: &Word, lead: Lead, chain: &Chain, particle: usize) -> Weight {
        let weight = self.weigh(word);
        let marks = self.marks(word);
        if is_small(marks) || street::is_street(self.text, word) {
            return Weight::None;
        }
        if word.is_capital() && self.ends_whole_name(word) {
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
            return if is_plain && marks.any(ORDINARY) && lead != Lead::Title {
                Weight::None
            } else if marks.any(ORDINARY) && !behind_name {
                Weight::None
            } else if marks.any(TITLE.or(KIN).or(BODY).or(SUBJECT)) {
                Weight::None
            } else {
                Weight::Strange
            };
        }
        if marks.any(LISTED) && behind_name && !marks.any(ACTS) {
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

    /// What a word weighs at its place in a chain.
    fn weigh_in(&self, word: &Word, at: usize, chain: &Chain, lead: Lead) -> Weight {
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
        if opens && lead == Lead::Title {
            return self.weigh_behind_title(word, marks);
        }
        // "fatima bakker", "Fatima Boterbloem", "mark yilmaz".
        let is_last = chain.parts > 0 && chain.best == Weight::Sure;
        if is_last
            && word.shape == Shape::Capital
            && !word.is(OTHER.or(TITLE).or(KIN).or(BODY).or(SUBJECT).or(ACTS))
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

    /// Whether a word ends a listed last name with its particles: `Berg` of `van den Berg`.
    fn ends_whole_name(&self, word: &Word) -> bool {
        let at = self.text.words.partition_point(|other| other.start < word.start);
        (1..=4).filter_map(|back| at.checked_sub(back).map(|first| (first, back))).any(|(first, back)| {
            let first = &self.text.words[first];
            first.is_whole_name && usize::from(first.phrase) == back + 1
        })
    }

    fn is_verb_like(&self, word: &Word) -> bool {
        word.is(ACTS) && word.is(ORDINARY) && word.begins
    }

    /// What a word weighs right behind a title: nearly everything that is no ordinary word.
    fn weigh_behind_title(&self, word: &Word, marks: Marks) -> Weight {
        let length = word.end - word.start;
        if length < 2
            || word.shape == Shape::Number
            || is_small(marks)
            || marks.any(TITLE.or(KIN).or(BODY).or(SUBJECT).or(THING))
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

    /// Whether a chain is a name, by what it weighs and what stands around it.
    fn is_name(&self, chain: &Chain, lead: Lead) -> bool {
        let words = &self.text.words;
        let first = &words[chain.first];
        let next = words.get(chain.next).filter(|next| next.gap == Gap::Space);
        if lead == Lead::Title {
            return true;
        }
        if self.is_in_street(chain) {
            return false;
        }
        if chain.best == Weight::Sure {
            return true;
        }
        if chain.has_initials {
            return chain.best > Weight::None && !first.is(OTHER);
        }
        if self.is_hyphened(chain) {
            return false;
        }
        let is_other = words[chain.first..chain.next].iter().any(|word| word.is(OTHER));
        let acts = next.is_some_and(|next| next.is(ACTS) && next.shape == Shape::Lower);
        let asks = words.get(chain.next + 1).is_some_and(|after| after.is(SUBJECT));
        let speaks = acts && !asks;
        let last = &words[chain.next - 1];
        let is_capital = last.is_capital();
        let is_owner = ["'s ", "\u{2019}s "].iter().any(|own| self.text.text[last.end..].starts_with(own));
        // Where everything is in capitals, a capital says nothing.
        if first.shape == Shape::Upper && lead != Lead::Kin && chain.parts < 2 {
            return false;
        }
        match (lead, chain.best) {
            (Lead::Kin, _) if !is_other => is_capital,
            (Lead::Against, _) => {
                chain.parts > 1 && !is_other && chain.best == Weight::Weak && chain.has_particle
            }
            (_, Weight::Weak) if is_other => {
                chain.parts > 1 && !words[chain.first..chain.next].iter().any(|word| word.is(THING))
                    || speaks && !first.is(THING) && first.is(FIRST)
            }
            (_, Weight::Weak) => {
                let is_rare = first.is(WARY) && first.is(ORDINARY);
                !first.begins && !is_rare
                    || lead == Lead::With && !first.begins
                    || chain.parts > 1
                    || chain.has_particle && !first.begins
                    || speaks && !is_rare
                    || is_owner
            }
            (Lead::With, Weight::Strange) => is_capital && !first.begins,
            (Lead::Nothing, Weight::Strange) if first.begins => {
                speaks && !first.is(PROPER) || chain.parts > 1 && !first.is(PROPER)
            }
            (Lead::Nothing, Weight::Strange) => {
                is_capital && (chain.parts > 1 || speaks || !first.is(PROPER))
            }
            _ => false,
        }
    }

    /// Whether it is the first name of a street: "Johan de Wittstraat".
    fn is_in_street(&self, chain: &Chain) -> bool {
        let rest = self.text.words[chain.next..].iter().take(3);
        let mut rest = rest.take_while(|word| word.gap == Gap::Space).skip_while(|word| word.is(PARTICLE));
        rest.next().is_some_and(|word| street::is_street(self.text, word))
    }

    /// "Suite-pakket": with a hyphen and more behind it, a strange word is no name.
    fn is_hyphened(&self, chain: &Chain) -> bool {
        self.text.text[self.text.words[chain.next - 1].end..].starts_with(['-', '/', '+', '&', '@', '_'])
    }
}

#[cfg(test)]
mod tests {
    use crate::check::{finds, finds_nothing};

    #[test]
    fn listed_names_are_found_wherever_they_stand() {
        finds("name", "Fatima belde over haar toeslag.", &["Fatima"]);
        finds("name", "vandaag fatima gesproken", &["fatima"]);
    }

    #[test]
    fn a_title_makes_a_name_of_what_follows() {
        finds("name", "Ik sprak mevrouw Xyzander.", &["Xyzander"]);
        finds_nothing("Ik sprak mevrouw over haar huis.");
    }
}
