//! The words that an organisation chooses, and the placeholders that stand for them.

use std::borrow::Cow;

/// What the organisation calls a person on social assistance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ResidentWord {
    /// *Inwoner*, resident. The forms of this word are the placeholders of a pack.
    #[default]
    Inwoner,
    /// *Klant*, customer.
    Klant,
    /// *Cliënt*, client.
    Client,
    /// *Kandidaat*, candidate.
    Kandidaat,
}

/// What the organisation calls the person who writes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WorkerWord {
    /// *Consulent*. The forms of this word are the placeholders of a pack.
    #[default]
    Consulent,
    /// *Klantmanager*.
    Klantmanager,
    /// *Inkomensconsulent*.
    Inkomensconsulent,
    /// *Werkconsulent*.
    Werkconsulent,
    /// *Participatiecoach*.
    Participatiecoach,
}

/// The words of one organisation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Words {
    /// For a person on social assistance.
    pub resident: ResidentWord,
    /// For the person who writes.
    pub worker: WorkerWord,
}

/// One word in one and in many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Forms {
    pub(crate) one: String,
    pub(crate) many: String,
}

/// The word tables of a pack, in the order of the enums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WordTables {
    pub(crate) resident: [Forms; 4],
    pub(crate) worker: [Forms; 5],
}

/// Fills the placeholders of a text, each from the first tables that have it. What is no
/// placeholder of any stays as it is.
pub(crate) fn resolve(tables: &[WordTables], text: &str, words: Words) -> String {
    let mut filled = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Plain(plain) => filled.push_str(plain),
            Piece::Placeholder(name) => match word(tables, name, words) {
                Some(word) => filled.push_str(&word),
                None => {
                    filled.push('{');
                    filled.push_str(name);
                    filled.push('}');
                }
            },
            Piece::StrayBrace(brace) => filled.push_str(brace),
        }
    }
    filled
}

/// The word for a placeholder, of the first tables that have it.
pub(crate) fn word<'t>(tables: &'t [WordTables], name: &str, words: Words) -> Option<Cow<'t, str>> {
    tables.iter().find_map(|tables| tables.word(name, words))
}

impl WordTables {
    /// The word for a placeholder; a capital in the placeholder gives a capital in the word.
    fn word(&self, name: &str, words: Words) -> Option<Cow<'_, str>> {
        let resident = &self.resident[words.resident as usize];
        let worker = &self.worker[words.worker as usize];
        let pairs =
            self.placeholders().into_iter().zip([&resident.one, &resident.many, &worker.one, &worker.many]);
        for (placeholder, word) in pairs {
            if placeholder == name {
                return Some(Cow::Borrowed(word));
            }
            if capitalised(placeholder) == name {
                return Some(Cow::Owned(capitalised(word)));
            }
        }
        None
    }

    /// The four placeholders: the forms of each table's first word.
    pub(crate) fn placeholders(&self) -> [&str; 4] {
        let ([resident, ..], [worker, ..]) = (&self.resident, &self.worker);
        [&resident.one, &resident.many, &worker.one, &worker.many]
    }
}

/// A stretch of text between braces or outside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    Plain(&'a str),
    Placeholder(&'a str),
    StrayBrace(&'a str),
}

/// Cuts a text at its braces. The pieces in order, with braces added back, are the text.
pub(crate) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(brace) = rest.find(['{', '}']) {
        let (plain, from_brace) = rest.split_at(brace);
        if !plain.is_empty() {
            found.push(Piece::Plain(plain));
        }
        let inside = &from_brace[1..];
        let end = inside.find(['{', '}']);
        rest = match end {
            Some(end) if from_brace.starts_with('{') && inside[end..].starts_with('}') => {
                found.push(Piece::Placeholder(&inside[..end]));
                &inside[end + 1..]
            }
            Some(_) | None => {
                found.push(Piece::StrayBrace(&from_brace[..1]));
                inside
            }
        };
    }
    if !rest.is_empty() {
        found.push(Piece::Plain(rest));
    }
    found
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{Piece, ResidentWord, Words, WorkerWord, pieces};
    use crate::Pack;

    const PACK: &str = include_str!("../../../../assets/handbook/nl/dichterbij.toml");

    #[test]
    fn a_capital_in_the_placeholder_is_a_capital_in_the_word() {
        let pack = Pack::read(PACK).expect("the Dutch edition reads");
        let words = Words { resident: ResidentWord::Client, worker: WorkerWord::Participatiecoach };
        let text = "{Inwoners} en {consulenten}. {Consulent} en {inwoner}.";
        assert_eq!(
            pack.resolve(text, words),
            "Cliënten en participatiecoaches. Participatiecoach en cliënt."
        );
    }

    #[test]
    fn what_is_no_placeholder_stays_as_it_is() {
        let pack = Pack::read(PACK).expect("the Dutch edition reads");
        for text in ["{iets}", "{", "}", "{{inwoner", "a}b{c", "{}", ""] {
            assert_eq!(pack.resolve(text, Words::default()), text);
        }
    }

    #[test]
    fn a_brace_inside_braces_is_stray() {
        assert_eq!(
            pieces("a{b{c}"),
            [Piece::Plain("a"), Piece::StrayBrace("{"), Piece::Plain("b"), Piece::Placeholder("c")]
        );
    }
}
