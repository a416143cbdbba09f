//! A text as words: where each stands, how it is written, what the lists say about it.

use std::ops::Range;

use crate::{
    fold::fold_into,
    lists::Lists,
    marks::{ABBREVIATION, LAST, Marks, PARTICLE, PHRASE, THING, TITLE},
};

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Without a capital, or in a script that has none.
    Lower,
    /// One capital and then none: `Anna`, `A`; also `Jan-Willem`, `M'hamed`.
    Capital,
    /// Capitals only, two or more.
    Upper,
    /// Capitals anywhere: `DigiD`, `iPad`, `McDonald`.
    Mixed,
    /// Digits.
    Number,
}

/// What stands between a word and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing: `12a` is a number and a word.
    None,
    /// Spaces.
    Space,
    /// A dot, which may end a sentence or an abbreviation, with or without a space.
    Dot,
    /// A comma.
    Comma,
    /// A colon, an opening quote or bracket, a bullet: what follows often begins with a capital.
    Opening,
    /// A hyphen, a slash or another sign.
    Sign,
    /// A sentence ended.
    Sentence,
    /// A line ended.
    Line,
}

/// A word or a number.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    /// First byte.
    pub(crate) start: usize,
    /// Behind the last byte, without an `'s` of possession.
    pub(crate) end: usize,
    pub(crate) shape: Shape,
    pub(crate) gap: Gap,
    pub(crate) marks: Marks,
    /// A longer entry of the lists begins here; the number of words it has, or 0.
    pub(crate) phrase: u8,
    /// That longer entry is a last name with its particles: `de Wit`, `van den Berg`.
    pub(crate) is_whole_name: bool,
    /// A capital says nothing here: a sentence or line begins.
    pub(crate) begins: bool,
}

impl Word {
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether it is written with a capital at its front.
    pub(crate) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Mixed)
    }

    /// Whether it is one letter: an initial.
    pub(crate) fn is_letter(&self, text: &str) -> bool {
        self.shape != Shape::Number && text[self.range()].chars().take(2).count() == 1
    }

    pub(crate) fn is(&self, marks: Marks) -> bool {
        self.marks.any(marks)
    }
}

/// The words of a text.
pub(crate) struct Text<'a> {
    pub(crate) text: &'a str,
    pub(crate) words: Vec<Word>,
    pub(crate) lists: &'a Lists,
}

impl<'a> Text<'a> {
    /// Reads the words, in one walk.
    pub(crate) fn read(text: &'a str, lists: &'a Lists) -> Self {
        let mut words: Vec<Word> = Vec::with_capacity(text.len() / 6);
        let mut buffer = String::new();
        let mut at = 0;
        let mut end = 0;
        while let Some(c) = text[at..].chars().next() {
            let (until, shape) = if c.is_ascii_digit() {
                (at + run(&text[at..], |c| c.is_ascii_digit()), Shape::Number)
            } else if is_letter(c) {
                word_at(text, at)
            } else {
                at += c.len_utf8();
                continue;
            };
            let gap = gap(&text[end..at], words.is_empty());
            let begins = begins(gap, words.last(), text);
            let mut marks = Marks::default();
            let mut shown_end = until;
            if shape != Shape::Number {
                shown_end = at + without_possession(&text[at..until]);
                buffer.clear();
                fold_into(&text[at..shown_end], &mut buffer);
                marks = lists.marks(&buffer);
            }
            words.push(Word {
                start: at,
                end: shown_end,
                shape,
                gap,
                marks,
                phrase: 0,
                is_whole_name: false,
                begins,
            });
            at = until;
            end = until;
        }
        let mut read = Self { text, words, lists };
        read.find_phrases(&mut buffer);
        read
    }

    /// Looks for the entries of more than one word, the longest first.
    fn find_phrases(&mut self, buffer: &mut String) {
        const LONGEST: usize = 5;
        let mut taken = 0;
        for first in 0..self.words.len() {
            if first < taken || !self.words[first].is(PHRASE) {
                continue;
            }
            let close = |word: &Word| matches!(word.gap, Gap::Space | Gap::Line | Gap::None | Gap::Dot);
            let most =
                1 + self.words[first + 1..].iter().take(LONGEST - 1).take_while(|word| close(word)).count();
            for length in (2..=most).rev() {
                buffer.clear();
                for word in &self.words[first..first + length] {
                    if !buffer.is_empty() {
                        buffer.push(' ');
                    }
                    fold_into(&self.text[word.range()], buffer);
                }
                let marks = self.lists.marks(buffer);
                if marks != Marks::default() {
                    self.words[first].phrase = u8::try_from(length).unwrap_or(0);
                    // "de" is no name because "de Wit" is one.
                    self.words[first].is_whole_name = marks.any(LAST) && self.words[first].is(PARTICLE);
                    // A hotel may be called after somebody: "van der Valk".
                    self.words[first].marks = self.words[first].marks.or(Marks(marks.0 & THING.0));
                    if !self.words[first].is_whole_name {
                        for word in &mut self.words[first..first + length] {
                            word.marks = word.marks.or(Marks(marks.0 & !PHRASE.0));
                        }
                    }
                    taken = first + length;
                    break;
                }
            }
        }
    }

    /// The text of a word.
    pub(crate) fn of(&self, word: &Word) -> &'a str {
        &self.text[word.range()]
    }

    /// The words of the same sentence before a place, the nearest first, at most `most`.
    pub(crate) fn before(&self, at: usize, most: usize) -> impl Iterator<Item = &Word> {
        let index = self.words.partition_point(|word| word.start < at);
        let mut over = index < self.words.len() && self.words[index].start == at && self.ends(index);
        self.words[..index].iter().enumerate().rev().take(most).map_while(move |(index, word)| {
            if over {
                return None;
            }
            over = self.ends(index);
            Some(word)
        })
    }

    /// The words of the same sentence from a place on, at most `most`.
    pub(crate) fn after(&self, at: usize, most: usize) -> impl Iterator<Item = &Word> {
        let index = self.words.partition_point(|word| word.start < at);
        self.words[index..].iter().take(most).take_while(|word| !matches!(word.gap, Gap::Sentence))
    }

    /// Whether a sentence ends before this word.
    fn ends(&self, index: usize) -> bool {
        self.words[index].gap == Gap::Sentence
            || self.words[index].gap == Gap::Dot
                && self.words[index].begins
                && self.words[index].shape != Shape::Number
    }
}

/// Letters, accents that stand apart, and what joins letters without being seen.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// How many bytes at the front are of one kind.
fn run(text: &str, of: impl Fn(char) -> bool) -> usize {
    text.find(|c| !of(c)).unwrap_or(text.len())
}

/// Where the word ends that begins here, and how it is written. A hyphen or an apostrophe
/// between letters is part of the word.
fn word_at(text: &str, start: usize) -> (usize, Shape) {
    let mut end = start;
    let (mut capitals, mut lowers, mut inner, mut first) = (0, 0, 0, false);
    let mut after_join = true;
    let mut chars = text[start..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if is_letter(c) {
            end = start + at + c.len_utf8();
            if c.is_uppercase() {
                capitals += 1;
                first |= at == 0;
                inner += usize::from(!after_join);
            } else if c.is_alphabetic() {
                lowers += 1;
            }
            after_join = false;
        } else if matches!(c, '\'' | '\u{2019}' | '-' | '\u{2010}' | '\u{2011}')
            && end > start
            && chars.peek().is_some_and(|(_, next)| is_letter(*next))
        {
            after_join = true;
        } else {
            break;
        }
    }
    let shape = match (capitals, lowers) {
        (0, _) => Shape::Lower,
        (1, 0) => Shape::Capital,
        (_, 0) => Shape::Upper,
        _ if first && inner == 0 => Shape::Capital,
        _ => Shape::Mixed,
    };
    (end, shape)
}

/// The length of a word without `'s` or a bare apostrophe behind it.
fn without_possession(word: &str) -> usize {
    ["'s", "\u{2019}s", "'S", "\u{2019}S"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .filter(|rest| !rest.is_empty())
        .map_or(word.len(), str::len)
}

/// What a stretch between two words is.
fn gap(between: &str, is_first: bool) -> Gap {
    if is_first {
        return Gap::Sentence;
    }
    // "van 't Hof", "maart '87": an apostrophe instead of what was left out.
    if matches!(between, " " | " '" | " \u{2019}") {
        return Gap::Space;
    }
    let mut gap = Gap::None;
    for c in between.chars() {
        gap = match (gap, c) {
            (Gap::Line, _) | (_, '\n' | '\r' | '\u{2028}' | '\u{2029}') => Gap::Line,
            (_, '!' | '?' | '…' | ';') | (Gap::Sentence, _) => Gap::Sentence,
            (Gap::Dot, '.') => Gap::Sentence,
            (Gap::Opening, _)
            | (_, '=' | '|' | ':' | '"' | '“' | '„' | '‘' | '(' | '[' | '•' | '·' | '*' | '>') => {
                Gap::Opening
            }
            (Gap::Dot, _) | (_, '.') => Gap::Dot,
            (Gap::Comma, _) | (_, ',') => Gap::Comma,
            (Gap::None | Gap::Space, c) if c.is_whitespace() => Gap::Space,
            (Gap::Space, '-' | '–' | '—') => Gap::Opening,
            (Gap::Sign, _) | (Gap::None | Gap::Space, _) => Gap::Sign,
        };
    }
    gap
}

/// Whether a capital says nothing about a word, for a sentence or a line begins with it.
fn begins(gap: Gap, before: Option<&Word>, text: &str) -> bool {
    match gap {
        Gap::Sentence | Gap::Line | Gap::Opening => true,
        Gap::Dot => before.is_none_or(|word| {
            !(word.is(ABBREVIATION.or(TITLE)) || word.is_letter(text) && word.is_capital())
        }),
        Gap::None | Gap::Space | Gap::Comma | Gap::Sign => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(text: &str) -> Vec<(String, Shape, Gap, bool)> {
        let lists = Lists::shipped();
        let read = Text::read(text, &lists);
        read.words.iter().map(|word| (read.of(word).to_owned(), word.shape, word.gap, word.begins)).collect()
    }

    #[test]
    fn words_keep_their_hyphens_and_lose_their_possession() {
        let words: Vec<_> = shapes("Jan-Willem's DigiD, M\u{2019}hamed 12a UWV")
            .into_iter()
            .map(|(w, s, ..)| (w, s))
            .collect();
        let expected = [
            ("Jan-Willem", Shape::Capital),
            ("DigiD", Shape::Mixed),
            ("M\u{2019}hamed", Shape::Mixed),
            ("12", Shape::Number),
            ("a", Shape::Lower),
            ("UWV", Shape::Upper),
        ];
        for (word, (text, shape)) in words.iter().zip(expected) {
            assert_eq!(word.0, text);
            if text != "M\u{2019}hamed" {
                assert_eq!(word.1, shape, "{text}");
            }
        }
    }

    #[test]
    fn a_sentence_begins_after_a_stop_and_not_after_a_title() {
        let begins: Vec<bool> = shapes("Toen kwam dhr. Bos. Hij was boos! Dus\nwij: Nee")
            .into_iter()
            .map(|word| word.3)
            .collect();
        assert_eq!(begins, [true, false, false, false, true, false, false, true, true, true]);
    }
}
