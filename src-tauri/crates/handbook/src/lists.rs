//! Plain lists of words: for passphrases, in pairs for aliases, and of what says nothing by itself.

use std::{collections::BTreeSet, fmt};

/// The most letters of a word in a list.
const MAX_WORD: usize = 24;

/// Why a list was refused, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListError {
    /// The line, counted from 1.
    pub line: u32,
    /// What is wrong there.
    pub code: ListFault,
}

impl fmt::Display for ListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {:?}", self.line, self.code)
    }
}

impl std::error::Error for ListError {}

/// What is wrong in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListFault {
    /// Not one to twenty-four small letters of ASCII.
    UnusableWord,
    /// The word stood in the list before: it would make the draw unequal.
    Duplicate,
    /// No word at all.
    Empty,
    /// A heading other than `[adjective]` or `[noun]`, or a word before any heading.
    UnknownHeading,
}

/// Words, one on each line. Empty lines and `#` comments are skipped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordList<'a> {
    words: Vec<&'a str>,
}

impl<'a> WordList<'a> {
    /// Reads a list.
    ///
    /// # Errors
    ///
    /// The first line that is not a word of its own.
    pub fn parse(text: &'a str) -> Result<Self, ListError> {
        let mut words = Words::default();
        for (line, word) in lines_of(text) {
            words.add(line, word)?;
        }
        Ok(Self { words: words.done()? })
    }

    /// How many words there are; never 0.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a list without words does not parse")]
    pub const fn len(&self) -> usize {
        self.words.len()
    }

    /// The word at a place, counted from 0. Draw the place with equal chance below [`Self::len`].
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&'a str> {
        self.words.get(place).copied()
    }

    /// Every word of it, in its order.
    pub fn words(&self) -> impl Iterator<Item = &'a str> {
        self.words.iter().copied()
    }
}

/// Adjectives and nouns to make pseudonyms from, under the headings `[adjective]` and `[noun]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairList<'a> {
    adjectives: Vec<&'a str>,
    nouns: Vec<&'a str>,
}

impl<'a> PairList<'a> {
    /// Reads a list.
    ///
    /// # Errors
    ///
    /// The first line that is neither a heading nor a word of its own under one.
    pub fn parse(text: &'a str) -> Result<Self, ListError> {
        let (mut adjectives, mut nouns) = (Words::default(), Words::default());
        let mut heading = None;
        for (line, word) in lines_of(text) {
            match (word, heading) {
                ("[adjective]" | "[noun]", _) => heading = Some(word),
                (_, Some("[adjective]")) => adjectives.add(line, word)?,
                (_, Some("[noun]")) => nouns.add(line, word)?,
                (_, _) => return Err(ListError { line, code: ListFault::UnknownHeading }),
            }
        }
        Ok(Self { adjectives: adjectives.done()?, nouns: nouns.done()? })
    }

    /// How many pairs there are; never 0.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a list without pairs does not parse")]
    pub const fn len(&self) -> usize {
        self.adjectives.len() * self.nouns.len()
    }

    /// The pair at a place, counted from 0: two words with a space between.
    ///
    /// Neighbouring places share their adjective; draw the place by chance.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<String> {
        let adjective = self.adjectives.get(place / self.nouns.len())?;
        let noun = self.nouns.get(place % self.nouns.len())?;
        Some(format!("{adjective} {noun}"))
    }

    /// Every word of it: what a name made from this list consists of.
    pub fn words(&self) -> impl Iterator<Item = &'a str> {
        self.adjectives.iter().chain(&self.nouns).copied()
    }
}

#[derive(Default)]
struct Words<'a> {
    in_order: Vec<&'a str>,
    seen: BTreeSet<&'a str>,
}

impl<'a> Words<'a> {
    fn add(&mut self, line: u32, word: &'a str) -> Result<(), ListError> {
        if word.len() > MAX_WORD || !word.bytes().all(|letter| letter.is_ascii_lowercase()) {
            return Err(ListError { line, code: ListFault::UnusableWord });
        }
        if !self.seen.insert(word) {
            return Err(ListError { line, code: ListFault::Duplicate });
        }
        self.in_order.push(word);
        Ok(())
    }

    fn done(self) -> Result<Vec<&'a str>, ListError> {
        if self.in_order.is_empty() {
            return Err(ListError { line: 1, code: ListFault::Empty });
        }
        Ok(self.in_order)
    }
}

fn lines_of(text: &str) -> impl Iterator<Item = (u32, &str)> {
    (1..).zip(text.lines().map(str::trim)).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}
