//! The words that a person wrote, as looking back compares them: folded as the index folds them, and shown
//! as they were written most.
//!
//! A word of its own has at least four letters and nothing but letters. What says nothing by itself is
//! handed in as plain words; the words of aliases are left out, and so is what is written as a name, for
//! looking back is not about persons.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use crate::index::fold::Folder;
use crate::{EntryId, JournalError};

/// The fewest letters of a word that can say something by itself.
const FEWEST_LETTERS: usize = 4;

/// All words of an entry that are the person's: no name of an option and no day.
const TEXTS: &str = "SELECT text FROM answer
    WHERE entry = ?1 AND (value IS NULL OR value = 'text') ORDER BY ordinal";

/// What an entry says in the person's own words, each answer on lines of its own.
pub(crate) fn text_of(connection: &Connection, entry: EntryId) -> Result<String, JournalError> {
    let mut read = connection.prepare_cached(TEXTS)?;
    let texts: Vec<String> = read.query_map([entry.0], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(texts.join("\n"))
}

/// The words of every alias, those of the bin too.
pub(crate) fn names(connection: &Connection) -> Result<Vec<String>, JournalError> {
    let mut read = connection.prepare_cached("SELECT name FROM alias")?;
    let names = read.query_map([], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

/// Finds the words in a text that say something.
pub(crate) struct OwnWords<'a> {
    folder: &'a mut Folder,
    /// Folded.
    left_out: BTreeSet<String>,
}

impl<'a> OwnWords<'a> {
    /// Leaves out the plain words and the words of these names, also with the *s* of what is somebody's.
    pub(crate) fn new<'w>(
        folder: &'a mut Folder,
        plain: impl IntoIterator<Item = &'w str>,
        names: &[String],
    ) -> Result<Self, JournalError> {
        let mut left_out = BTreeSet::new();
        for word in plain {
            left_out.extend(folder.terms(word)?);
        }
        for name in names {
            for word in folder.terms(name)? {
                left_out.insert(format!("{word}s"));
                left_out.insert(word);
            }
        }
        Ok(Self { folder, left_out })
    }

    /// The words of a text, each with the ways in which it was written and how often.
    pub(crate) fn of(&mut self, text: &str) -> Result<BTreeMap<String, Written>, JournalError> {
        let folded = self.folder.fold_with_places(text)?;
        let mut words: BTreeMap<String, Written> = BTreeMap::new();
        let mut at = 0;
        for word in folded.text.split(' ') {
            let (first, last) = (at, at + word.len().saturating_sub(1));
            at += word.len() + 1;
            if word.chars().count() < FEWEST_LETTERS
                || !word.chars().all(char::is_alphabetic)
                || self.left_out.contains(word)
            {
                continue;
            }
            if let (Some(from), Some(last)) = (folded.from.get(first), folded.from.get(last)) {
                let begins = begins_sentence(text, *from);
                words.entry(word.to_owned()).or_default().add(raw(text, *from, *last), begins);
            }
        }
        Ok(words)
    }
}

/// A word as it stands in a text, from the place of its first letter to that of its last one, with the
/// marks that belong to the last one.
fn raw(text: &str, first: usize, last: usize) -> &str {
    let mut end = last;
    for (place, character) in text.get(last..).unwrap_or_default().char_indices() {
        if place > 0 && !('\u{300}'..='\u{36f}').contains(&character) {
            break;
        }
        end = last + place + character.len_utf8();
    }
    text.get(first..end).unwrap_or_default()
}

/// Whether a sentence or a line begins at a place of a text, as far as marks tell.
fn begins_sentence(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let before = before.trim_end_matches(|character: char| {
        character != '\n' && (character.is_whitespace() || "\"'“”‘’„«»()[]*-–—•".contains(character))
    });
    before.chars().next_back().is_none_or(|last| "\n.!?:…".contains(last))
}

/// The ways in which one word was written, and how often.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Written {
    ways: BTreeMap<String, u32>,
    /// Whether it has a capital where no sentence begins.
    capital_within: bool,
}

impl Written {
    fn add(&mut self, raw: &str, begins_sentence: bool) {
        self.capital_within |= !begins_sentence && is_capitalised(raw);
        *self.ways.entry(raw.to_owned()).or_default() += 1;
    }

    /// Takes in how it was written elsewhere.
    pub(crate) fn join(&mut self, other: Self) {
        self.capital_within |= other.capital_within;
        for (raw, count) in other.ways {
            *self.ways.entry(raw).or_default() += count;
        }
    }

    /// Whether it is written as a name: never without a capital, and with one inside a sentence. That
    /// takes names of organisations and laws for those of persons; the other way round would be worse.
    pub(crate) fn is_name(&self) -> bool {
        self.capital_within && self.ways.keys().all(|raw| is_capitalised(raw))
    }

    /// As it was written most; where that is undecided, rather without a capital and with its marks.
    pub(crate) fn most(&self) -> &str {
        self.ways.iter().max_by_key(|(_, count)| **count).map_or("", |(raw, _)| raw)
    }
}

/// Whether a word has a capital and then small letters; an abbreviation has capitals alone.
fn is_capitalised(raw: &str) -> bool {
    let mut characters = raw.chars();
    characters.next().is_some_and(char::is_uppercase) && characters.any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, plain: &[&str], names: &[&str]) -> Vec<(String, String)> {
        let mut folder = Folder::new().expect("memory");
        let names: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
        let mut own = OwnWords::new(&mut folder, plain.iter().copied(), &names).expect("folds");
        let found = own.of(text).expect("folds");
        found.into_iter().map(|(word, written)| (word, written.most().to_owned())).collect()
    }

    fn folded(text: &str, plain: &[&str], names: &[&str]) -> Vec<String> {
        words(text, plain, names).into_iter().map(|(word, _)| word).collect()
    }

    #[test]
    fn a_word_has_four_letters_and_nothing_else() {
        let text = "Hij wil de huur, op 2026 of 4weken; één-op-één wachttijd.";
        assert_eq!(folded(text, &[], &[]), ["huur", "wachttijd"]);
        assert_eq!(folded("", &[], &[]), Vec::<String>::new());
        assert_eq!(folded("😀 \"*( -", &[], &[]), Vec::<String>::new());
    }

    #[test]
    fn plain_words_and_the_words_of_aliases_are_left_out_however_they_are_written() {
        let text = "GEÏRRITEERD wachtte Stille Beuk, en Beuks brief bij de beukenhaag";
        assert_eq!(folded(text, &["geïrriteerd"], &["stille beuk"]), ["beukenhaag", "brief", "wachtte"]);
    }

    #[test]
    fn a_word_is_shown_as_it_was_written_most() {
        assert_eq!(words("Huur huur HUUR huur", &[], &[]), [("huur".into(), "huur".into())]);
        assert_eq!(words("Huur huur", &[], &[]), [("huur".into(), "huur".into())]);
        assert_eq!(words("cafe café", &[], &[]), [("cafe".into(), "café".into())]);
        assert_eq!(words("—Cafe\u{301}!", &[], &[]), [("cafe".into(), "Cafe\u{301}".into())]);
    }

    #[test]
    fn a_name_has_its_capital_inside_a_sentence_and_never_goes_without() {
        let mut folder = Folder::new().expect("memory");
        let mut own = OwnWords::new(&mut folder, [], &[]).expect("folds");
        let mut is_name = |text: &str, word: &str| own.of(text).expect("folds")[word].is_name();
        assert!(is_name("Daar was Fatima.", "fatima"));
        assert!(is_name("Fatima kwam. Toen ging Fatima", "fatima"));
        assert!(is_name("daar (Fatima) was", "fatima"));
        for text in
            ["Fatima kwam.", "Wel? “Fatima”", "weg\n- Fatima", "Ja: Fatima", "fatima en Fatima", "van FATIMA"]
        {
            assert!(!is_name(text, "fatima"), "{text}");
        }
    }
}
