//! A career's worth of Dutch, made up: as many different texts as one asks for, the same each time.
//!
//! Words are used as often as they are in languages: 29,000 forms, of which the one of rank *r* makes up
//! a share of (*r* + 2.7)^−1.15 (Zipf and Mandelbrot's law). Function words are the commonest; then come
//! the nouns of the work, and then rarer words and thousands of compounds of both, so that a part of a
//! word is found in far more texts than the word: *uitkering* in a ninth of the texts, and inside of
//! *bijstandsuitkering* and its like in a quarter. Sentences are built as Dutch builds them, with
//! accents, quotes and paragraphs, and mean nothing.
//!
//! Every figure about speed comes from these texts: another text is another edition of the journals
//! that are measured.

mod lists;

use crate::SeededRandomness;
use lists::{
    ADJECTIVES, ADVERBS, CONJUNCTIONS, DETERMINERS, FIRST_PARTS, LAST_PARTS, NOUNS, PREPOSITIONS, PRONOUNS,
    SENTENCES, VERBS,
};

/// The rare words: a list of the app, which has no names and nothing that hurts.
const RARE: &str = include_str!("../../../../assets/words/passphrase-nl.txt");
/// The classes of words, by their letters in [`SENTENCES`].
const CLASSES: [char; 8] = ['D', 'P', 'C', 'R', 'A', 'V', 'J', 'N'];
/// The class of nouns in [`CLASSES`].
const NOUN: usize = 7;
/// The commonest words of a language are no nouns.
const FIRST_NOUN: usize = 120;
/// One of so many rarer words is a compound of words of the work.
const A_COMPOUND_IN: usize = 18;
/// Words of a text, and how many more its last sentence may bring.
const LEAST_WORDS: usize = 120;
const SPREAD: usize = 121;

/// The word forms, the commonest first.
#[derive(Debug)]
pub struct Lexicon {
    forms: Vec<String>,
    /// Of each class, its forms by rank, and the sum of their weights up to and with each.
    classes: [Class; CLASSES.len()],
}

#[derive(Debug, Default)]
struct Class {
    ranks: Vec<usize>,
    upto: Vec<f64>,
}

impl Lexicon {
    /// How many forms there are.
    pub const FORMS: usize = 29_000;
    /// A word that a ninth of the texts have; a quarter have it as a part of a word.
    pub const COMMON: &'static str = "uitkering";

    /// Makes all forms, and gives each its rank.
    #[must_use]
    pub fn new() -> Self {
        let mut lists = [DETERMINERS, PREPOSITIONS, CONJUNCTIONS, PRONOUNS, ADVERBS, VERBS, ADJECTIVES]
            .map(|list| list.split_whitespace().map(str::to_owned).collect::<Vec<_>>().into_iter());
        let taken = lists.iter().flat_map(|list| list.as_slice().to_vec()).collect();
        let mut nouns = nouns(taken).into_iter();
        let shares = shares();
        let whole: f64 = (0..Self::FORMS).map(weight).sum();
        let (mut forms, mut classes) = (Vec::new(), <[Class; CLASSES.len()]>::default());
        for rank in 0..Self::FORMS {
            // Each class gets as much of the whole as sentences ask of it.
            let lacks = |class: usize| shares[class] - classes[class].weight() / whole;
            let most = (0..NOUN).filter(|class| lists[*class].len() > 0).max_by(|one, other| {
                let (one, other) = (lacks(*one), lacks(*other));
                one.total_cmp(&other)
            });
            let noun = rank >= FIRST_NOUN && most.is_none_or(|class| lacks(NOUN) > lacks(class));
            let class = if noun { NOUN } else { most.unwrap_or(NOUN) };
            let next = if class == NOUN { nouns.next() } else { lists[class].next() };
            forms.push(next.unwrap_or_else(|| format!("woord{rank}")));
            classes[class].add(rank);
        }
        Self { forms, classes }
    }

    /// The form of a rank, from 0.
    ///
    /// # Panics
    /// When the rank is not below [`Self::FORMS`].
    #[must_use]
    pub fn form(&self, rank: usize) -> &str {
        &self.forms[rank]
    }

    /// A text of 120 to 250 words in sentences and paragraphs. The same number gives the same text.
    #[must_use]
    pub fn text(&self, number: u64) -> String {
        self.write(number).0
    }

    /// The ranks of the words of [`Self::text`], in their order.
    #[must_use]
    pub fn ranks(&self, number: u64) -> Vec<usize> {
        self.write(number).1
    }

    /// The rarest word of a text.
    #[must_use]
    pub fn rarest(&self, number: u64) -> &str {
        self.ranks(number).into_iter().max().map_or("", |rank| self.form(rank))
    }

    fn write(&self, number: u64) -> (String, Vec<usize>) {
        let mut chance = SeededRandomness::new(number);
        let words = LEAST_WORDS + chance.below(SPREAD);
        let (mut text, mut ranks) = (String::new(), Vec::new());
        while ranks.len() < words {
            if !text.is_empty() {
                text.push_str(if chance.below(5) == 0 { "\n\n" } else { " " });
            }
            let mut begins = true;
            for sign in SENTENCES[chance.below(SENTENCES.len())].chars() {
                let Some(class) = CLASSES.iter().position(|class| *class == sign) else {
                    begins = begins || sign == '„';
                    text.push(sign);
                    continue;
                };
                let rank = self.classes[class].draw(&mut chance);
                let mut letters = self.form(rank).chars();
                if std::mem::take(&mut begins) {
                    text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
                }
                text.push_str(letters.as_str());
                ranks.push(rank);
            }
        }
        (text, ranks)
    }
}

impl Default for Lexicon {
    fn default() -> Self {
        Self::new()
    }
}

impl Class {
    fn weight(&self) -> f64 {
        self.upto.last().copied().unwrap_or_default()
    }

    fn add(&mut self, rank: usize) {
        self.upto.push(self.weight() + weight(rank));
        self.ranks.push(rank);
    }

    fn draw(&self, chance: &mut SeededRandomness) -> usize {
        #[expect(clippy::cast_precision_loss, reason = "53 bits of chance are plenty")]
        let share = (chance.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
        let sought = share * self.weight();
        self.ranks[self.upto.partition_point(|upto| *upto <= sought).min(self.ranks.len() - 1)]
    }
}

/// How often the form of a rank is used, as far as it can be said of one alone.
fn weight(rank: usize) -> f64 {
    let rank = u32::try_from(rank).map_or(f64::INFINITY, f64::from);
    (rank + 3.7).powf(-1.15)
}

/// Which part of all words is of each class.
fn shares() -> [f64; CLASSES.len()] {
    let signs = || SENTENCES.iter().flat_map(|sentence| sentence.chars());
    let many =
        |class: char| u32::try_from(signs().filter(|sign| *sign == class).count()).map_or(0.0, f64::from);
    let whole: f64 = CLASSES.into_iter().map(many).sum();
    CLASSES.map(|class| many(class) / whole)
}

/// Nouns, the commonest first: those of the work; then rare words and compounds in turn.
fn nouns(mut taken: std::collections::BTreeSet<String>) -> Vec<String> {
    let mut chance = SeededRandomness::new(1);
    let split = |list: &'static str| list.split_whitespace();
    let mut rare: Vec<String> = RARE.lines().map(str::to_owned).collect();
    let mut compounds: Vec<String> = split(FIRST_PARTS)
        .flat_map(|first| split(LAST_PARTS).map(move |last| format!("{first}{last}")))
        .collect();
    shuffle(&mut rare, &mut chance);
    shuffle(&mut compounds, &mut chance);
    let far = (0..2 * Lexicon::FORMS).map(|_| {
        let mut any = || rare[chance.below(rare.len())].as_str();
        format!("{}{}", any(), any())
    });
    let mut rest = rare.iter().cloned().chain(far);
    let mut all: Vec<String> = split(NOUNS).map(str::to_owned).collect();
    for compound in compounds {
        all.push(compound);
        all.extend(rest.by_ref().take(A_COMPOUND_IN - 1));
    }
    all.extend(rest);
    all.retain(|form| taken.insert(form.clone()));
    all
}

fn shuffle(words: &mut [String], chance: &mut SeededRandomness) {
    for place in (1..words.len()).rev() {
        words.swap(place, chance.below(place + 1));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// How many of some texts have a word or a part of one, whatever its case.
    fn share(texts: &[String], holds: impl Fn(&str) -> bool) -> f64 {
        let many = |count: usize| u32::try_from(count).map_or(f64::NAN, f64::from);
        many(texts.iter().filter(|text| holds(&text.to_lowercase())).count()) / many(texts.len())
    }

    fn texts(count: u64) -> Vec<String> {
        let lexicon = Lexicon::new();
        (0..count).map(|number| lexicon.text(number)).collect()
    }

    fn words(text: &str) -> impl Iterator<Item = &str> {
        text.split(|sign: char| !sign.is_alphanumeric() && sign != '\'').filter(|word| !word.is_empty())
    }

    #[test]
    fn one_number_is_one_text() {
        let (one, other) = (Lexicon::new(), Lexicon::new());
        assert_eq!(one.text(7), other.text(7));
        assert_ne!(one.text(7), one.text(8));
        // Journals are kept by their edition: `EDITION` of the benchmark goes up when this changes.
        assert!(one.text(0).starts_with("De anemoonlichtroze was lesauto van journaal "), "{}", one.text(0));
    }

    #[test]
    fn forms_are_many_and_each_is_there_once() {
        let lexicon = Lexicon::new();
        let forms: BTreeSet<&str> = (0..Lexicon::FORMS).map(|rank| lexicon.form(rank)).collect();
        assert_eq!(forms.len(), Lexicon::FORMS);
        assert!(!forms.iter().any(|form| form.starts_with("woord") && form.ends_with(char::is_numeric)));
        assert!(forms.contains("bijstandsuitkering"));
    }

    #[test]
    fn a_text_is_as_long_as_an_entry_and_has_what_dutch_has() {
        let lexicon = Lexicon::new();
        let texts = texts(300);
        for (number, text) in (0..).zip(&texts) {
            let ranks = lexicon.ranks(number);
            assert!((120..=250).contains(&ranks.len()), "{}", ranks.len());
            let written: Vec<String> = words(text).map(str::to_lowercase).collect();
            let drawn: Vec<&str> = ranks.iter().map(|rank| lexicon.form(*rank)).collect();
            assert_eq!(written, drawn);
            assert!(drawn.contains(&lexicon.rarest(number)));
        }
        for part in ["ë", "ï", "ö", "é", "ó", "„", "?”", "–", "\n\n", ". ", "zo'n"] {
            assert!(texts.iter().any(|text| text.contains(part)), "{part:?}");
        }
    }

    #[test]
    fn a_common_word_is_in_a_ninth_of_the_texts_and_its_compounds_in_many_more() {
        let common = Lexicon::COMMON;
        let texts = texts(4_000);
        let whole = share(&texts, |text| words(text).any(|word| word == common));
        let part = share(&texts, |text| text.contains(common));
        assert!((0.09..0.14).contains(&whole), "{whole}");
        assert!((0.20..0.30).contains(&part), "{part}");
    }

    #[test]
    fn words_are_used_as_often_as_the_law_says() {
        let lexicon = Lexicon::new();
        let mut counts = BTreeMap::<usize, u32>::new();
        for number in 0..3_000 {
            for rank in lexicon.ranks(number) {
                *counts.entry(rank).or_default() += 1;
            }
        }
        let all: u32 = counts.values().sum();
        let whole: f64 = (0..Lexicon::FORMS).map(weight).sum();
        // Single words differ by chance and by how sentences need their class; stretches of ranks hardly.
        for (from, to) in [(0, 10), (10, 100), (100, 1_000), (1_000, 10_000), (10_000, Lexicon::FORMS)] {
            let used =
                f64::from(counts.range(from..to).map(|(_, count)| count).sum::<u32>()) / f64::from(all);
            let law = (from..to).map(weight).sum::<f64>() / whole;
            assert!((0.8..1.25).contains(&(used / law)), "{from} to {to}: {used} beside {law}");
        }
    }
}
