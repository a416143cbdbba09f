//! What is asked, read from what was typed.

use std::collections::HashSet;

use crate::JournalError;
use crate::index::fold::Folder;

/// What is asked: what must occur, and what must not. It is what a person typed, and in no log.
#[derive(Default)]
pub(super) struct Query {
    /// What must occur, each once, in the order in which it was typed.
    pub(super) asked: Vec<Asked>,
    /// The folded words of what must not occur, with one space between, each once.
    pub(super) excluded: Vec<String>,
}

/// What must occur in one answer.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Asked {
    /// Folded words with one space between. Alone a word may be any part of a word; of more words the
    /// first is the end of a word and the last the beginning of one.
    Words(String),
    /// What has no word in it, character for character.
    Raw(String),
}

impl Query {
    /// Reads any text: what it does not know is text too.
    pub(super) fn read(text: &str, folder: &mut Folder) -> Result<Self, JournalError> {
        let mut query = Self::default();
        let mut known = HashSet::new();
        let mut known_excluded = HashSet::new();
        let mut rest = text.trim_start();
        while !rest.is_empty() {
            let (token, after) = Token::first(rest);
            rest = after.trim_start();
            match token {
                Token::Phrase(inner) => {
                    let folded = folder.fold(inner)?;
                    let phrase = if folded.is_empty() {
                        Asked::Raw(inner.trim().to_owned())
                    } else {
                        Asked::Words(folded)
                    };
                    query.ask(phrase, &mut known);
                }
                Token::Bare("-" | "\"") => {}
                Token::Bare(bare) => {
                    if let Some(excluded) = excluded(bare, folder)? {
                        if known_excluded.insert(excluded.clone()) {
                            query.excluded.push(excluded);
                        }
                        continue;
                    }
                    let folded = folder.fold(bare)?;
                    if folded.is_empty() {
                        query.ask(Asked::Raw(bare.to_owned()), &mut known);
                    }
                    for word in folded.split(' ').filter(|word| !word.is_empty()) {
                        query.ask(Asked::Words(word.to_owned()), &mut known);
                    }
                }
            }
        }
        Ok(query)
    }

    fn ask(&mut self, asked: Asked, known: &mut HashSet<Asked>) {
        if asked != Asked::Raw(String::new()) && known.insert(asked.clone()) {
            self.asked.push(asked);
        }
    }

    /// Whether nothing is asked of any text.
    pub(super) const fn is_empty(&self) -> bool {
        self.asked.is_empty() && self.excluded.is_empty()
    }
}

/// What stands between white space, or between straight quotes.
enum Token<'a> {
    /// Between two quotes of which the first begins a token.
    Phrase(&'a str),
    /// Everything else.
    Bare(&'a str),
}

impl<'a> Token<'a> {
    /// The first token of a text that does not begin with white space, and what follows it.
    fn first(text: &'a str) -> (Self, &'a str) {
        if let Some((phrase, after)) = text.strip_prefix('"').and_then(|inner| inner.split_once('"')) {
            return (Self::Phrase(phrase), after);
        }
        let (bare, after) = text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()));
        (Self::Bare(bare), after)
    }
}

/// The folded words of a token that says what must not occur.
fn excluded(token: &str, folder: &mut Folder) -> Result<Option<String>, JournalError> {
    let Some(inner) = token.strip_prefix('-') else { return Ok(None) };
    let Some(first) = inner.chars().next() else { return Ok(None) };
    let begins_a_word = !folder.fold(first.encode_utf8(&mut [0; 4]))?.is_empty();
    if begins_a_word { folder.fold(inner).map(Some) } else { Ok(None) }
}

impl Asked {
    /// Whether it certainly occurs in an answer, by its letters as they stand there: what is folded
    /// already folds to itself. Where it is not seen so, folded text has to be asked.
    pub(super) fn stands_in(&self, raw: &str) -> bool {
        match self {
            Self::Words(text) | Self::Raw(text) => raw.contains(text.as_str()),
        }
    }

    /// Whether it occurs in an answer, given the answer's words with a space between.
    pub(super) fn occurs(&self, raw: &str, folded: &str) -> bool {
        match self {
            Self::Words(words) => folded.contains(words.as_str()),
            Self::Raw(text) => raw.contains(text.as_str()),
        }
    }

    /// How many times it occurs in an answer, without overlaps.
    pub(super) fn times(&self, raw: &str, folded: &str) -> usize {
        match self {
            Self::Words(words) => folded.matches(words.as_str()).count(),
            Self::Raw(text) => raw.matches(text.as_str()).count(),
        }
    }
}

/// Looks at the answers of one entry, one after the other.
pub(super) struct Scan<'q> {
    query: &'q Query,
    missing: Vec<&'q Asked>,
    excluded: bool,
}

impl<'q> Scan<'q> {
    pub(super) fn new(query: &'q Query) -> Self {
        Self { query, missing: query.asked.iter().collect(), excluded: false }
    }

    /// Takes in one answer; says whether another could still change the outcome.
    pub(super) fn take(&mut self, raw: &str, folder: &mut Folder) -> Result<bool, JournalError> {
        self.missing.retain(|asked| !asked.stands_in(raw));
        self.excluded |= self.query.excluded.iter().any(|excluded| raw.contains(excluded.as_str()));
        let words_missing = self.missing.iter().any(|asked| matches!(asked, Asked::Words(_)));
        if !self.excluded && (words_missing || !self.query.excluded.is_empty()) {
            let folded = folder.fold(raw)?;
            self.missing.retain(|asked| !asked.occurs(raw, &folded));
            self.excluded |= self.query.excluded.iter().any(|excluded| folded.contains(excluded.as_str()));
        }
        Ok(!self.excluded && (!self.missing.is_empty() || !self.query.excluded.is_empty()))
    }

    /// Whether the entry is one that is asked for, as far as its answers were taken in.
    pub(super) const fn holds(&self) -> bool {
        self.missing.is_empty() && !self.excluded
    }
}
