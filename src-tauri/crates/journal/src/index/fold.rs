//! Reads a text as the index reads it: as words, with case and diacritics folded.
//!
//! There is one tokenizer, FTS5's `unicode61 remove_diacritics 2`. It judges one character at a
//! time: a character is part of a word, where it stands for one folded character, or it is a mark
//! that vanishes inside a word, or it separates. So it is asked once about every character that
//! turns up, and no text has to pass through it. A test compares the outcome with FTS5's own over
//! all planes of Unicode that have characters.

use std::collections::{BTreeSet, HashMap};

use rusqlite::Connection;

use crate::JournalError;

/// What the tokenizer makes of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Part of a word, as this folded character.
    Letter(char),
    /// Part of a word that has begun, and vanishes.
    Mark,
    /// Between words.
    Separator,
}

/// Knows what the tokenizer makes of each character met so far.
pub(crate) struct Folder {
    /// A table in memory that holds single characters for the moment of asking, never a text.
    probe: Connection,
    ascii: [Role; 128],
    others: HashMap<char, Role>,
}

/// A text as words with one space between.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Folded {
    /// The folded words.
    pub(crate) text: String,
    /// For each byte of `text`, where its character begins in the raw text.
    pub(crate) from: Vec<usize>,
}

impl Folder {
    pub(crate) fn new() -> Result<Self, JournalError> {
        let probe = Connection::open_in_memory()?;
        probe.execute_batch(
            "CREATE VIRTUAL TABLE probe USING fts5 (
                character, content = '', tokenize = 'unicode61 remove_diacritics 2');
             CREATE VIRTUAL TABLE token USING fts5vocab (probe, 'instance');",
        )?;
        let mut folder = Self { probe, ascii: [Role::Separator; 128], others: HashMap::new() };
        for (character, role) in folder.ask((0..128_u8).map(char::from))? {
            folder.ascii[character as usize] = role;
        }
        Ok(folder)
    }

    /// The distinct words of a text.
    pub(crate) fn terms(&mut self, text: &str) -> Result<BTreeSet<String>, JournalError> {
        Ok(self.fold(text)?.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect())
    }

    /// The folded words with one space between; empty when there is no word.
    pub(crate) fn fold(&mut self, text: &str) -> Result<String, JournalError> {
        self.learn(text)?;
        let mut folded = String::with_capacity(text.len());
        self.walk(text, |_, character| folded.push(character));
        Ok(folded)
    }

    /// The same, with the way back to the raw text.
    pub(crate) fn fold_with_places(&mut self, text: &str) -> Result<Folded, JournalError> {
        self.learn(text)?;
        let mut folded = Folded::default();
        self.walk(text, |place, character| {
            folded.text.push(character);
            folded.from.resize(folded.text.len(), place);
        });
        Ok(folded)
    }

    /// Where a character of a word ends in a raw text that was folded before, the marks that vanish
    /// behind it included.
    pub(crate) fn after(&self, text: &str, place: usize) -> usize {
        let mut characters = text.get(place..).unwrap_or_default().chars();
        let letter = characters.next().map_or(0, char::len_utf8);
        let marks = characters.take_while(|character| self.role(*character) == Some(Role::Mark));
        place + letter + marks.map(char::len_utf8).sum::<usize>()
    }

    /// Hands over each folded character with the place of the raw one.
    fn walk(&self, text: &str, mut found: impl FnMut(usize, char)) {
        let mut any = false;
        let mut inside = false;
        for (place, character) in text.char_indices() {
            match self.role(character) {
                Some(Role::Letter(folded)) => {
                    if any && !inside {
                        found(place, ' ');
                    }
                    (any, inside) = (true, true);
                    found(place, folded);
                }
                Some(Role::Mark) => {}
                Some(Role::Separator) | None => inside = false,
            }
        }
    }

    fn role(&self, character: char) -> Option<Role> {
        match self.ascii.get(character as usize) {
            Some(role) => Some(*role),
            None => self.others.get(&character).copied(),
        }
    }

    /// Asks about the characters of a text that were never met.
    fn learn(&mut self, text: &str) -> Result<(), JournalError> {
        if text.is_ascii() {
            return Ok(());
        }
        let new: BTreeSet<char> = text.chars().filter(|character| self.role(*character).is_none()).collect();
        if !new.is_empty() {
            let learned = self.ask(new.into_iter())?;
            self.others.extend(learned);
        }
        Ok(())
    }

    /// Puts each character between two letters and looks at what comes out.
    fn ask(&self, characters: impl Iterator<Item = char>) -> Result<Vec<(char, Role)>, JournalError> {
        let question = self.probe.unchecked_transaction()?;
        let mut learned = Vec::new();
        {
            let mut put = question.prepare_cached("INSERT INTO probe (rowid, character) VALUES (?1, ?2)")?;
            for character in characters {
                put.execute((i64::from(u32::from(character)), format!("a{character}a")))?;
                learned.push((character, Role::Separator));
            }
        }
        let answers: HashMap<i64, String> = question
            .prepare_cached("SELECT doc, term FROM token WHERE offset = 0")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        for (character, role) in &mut learned {
            let Some(answer) = answers.get(&i64::from(u32::from(*character))) else { continue };
            let mut inner = answer.chars().skip(1);
            *role = match (inner.next(), inner.next()) {
                (Some(folded), Some(_)) => Role::Letter(folded),
                (Some(_), None) => Role::Mark,
                (None, _) => Role::Separator,
            };
        }
        question.execute_batch("INSERT INTO probe (probe) VALUES ('delete-all')")?;
        question.commit()?;
        Ok(learned)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// FTS5's own words for a text, with one space between.
    fn by_fts5(table: &Connection, text: &str) -> String {
        table.execute("INSERT INTO whole (rowid, text) VALUES (1, ?1)", [text]).expect("insert");
        let words: Vec<String> = table
            .prepare_cached("SELECT term FROM word ORDER BY offset")
            .expect("prepare")
            .query_map([], |row| row.get(0))
            .expect("query")
            .collect::<Result<_, _>>()
            .expect("terms");
        table.execute("DELETE FROM whole", []).expect("delete");
        words.join(" ")
    }

    fn fts5() -> Connection {
        let table = Connection::open_in_memory().expect("memory");
        table
            .execute_batch(
                "CREATE VIRTUAL TABLE whole USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
                 CREATE VIRTUAL TABLE word USING fts5vocab (whole, 'instance');",
            )
            .expect("tables");
        table
    }

    /// The planes of Unicode that have characters, and the last of all.
    fn assigned() -> impl Iterator<Item = char> {
        ('\0'..='\u{3ffff}').chain('\u{e0000}'..='\u{e0fff}').chain('\u{10fff0}'..=char::MAX)
    }

    fn folder() -> Folder {
        Folder::new().expect("memory")
    }

    #[test]
    fn every_character_folds_as_fts5_folds_it() {
        let (table, mut folder) = (fts5(), folder());
        let all: Vec<char> = assigned().collect();
        for block in all.chunks(4096) {
            // Alone, inside a word, before a word and after one.
            let text: String = block.iter().map(|c| format!("{c} x{c}y {c}x x{c} ")).collect();
            assert_eq!(folder.fold(&text).expect("fold"), by_fts5(&table, &text), "block of {:?}", block[0]);
        }
    }

    #[test]
    fn a_folded_word_is_one_word_and_stays_as_it_is() {
        // The index is asked for folded words, and reads the question through the same tokenizer.
        let mut folder = folder();
        let all: String = assigned().flat_map(|c| [c, ' ']).collect();
        let once = folder.fold(&all).expect("fold");
        assert_eq!(folder.fold(&once).expect("fold"), once);
    }

    #[test]
    fn places_point_at_the_raw_characters() {
        let folded = folder().fold_with_places("—Één\u{301} o’clock").expect("fold");
        assert_eq!(folded.text, "een o clock");
        assert_eq!(folded.from, [3, 5, 7, 11, 11, 15, 15, 16, 17, 18, 19]);
    }

    proptest! {
        #[test]
        fn any_text_folds_as_fts5_folds_it(text in "(\\PC|[ -~]|[\u{300}-\u{340}éËï’'\\-\0\n😀]){0,80}") {
            prop_assert_eq!(folder().fold(&text).expect("fold"), by_fts5(&fts5(), &text));
        }
    }
}
