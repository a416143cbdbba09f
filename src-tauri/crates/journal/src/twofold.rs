//! Words that two people used with different meanings: what it means to the writer, and what to the
//! other, who is a role and nobody. Nothing says where it was heard.

use std::fmt;

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension, params};

use crate::index::fold::Folder;
use crate::{Journal, JournalError, line, stamp};

/// The most characters of the word, and of the role of the other.
pub const MOST_TWOFOLD_CHARACTERS: usize = 60;

/// The most characters of a meaning.
pub const MOST_MEANING_CHARACTERS: usize = 300;

/// A word's number in the store. It is never given out twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TwofoldWordId(pub i64);

/// A word with two meanings.
#[derive(Clone, PartialEq, Eq)]
pub struct TwofoldWord {
    /// Which word.
    pub id: TwofoldWordId,
    /// What is written about it.
    pub text: TwofoldText,
    /// When it was last written, to the millisecond.
    pub changed_at: DateTime<FixedOffset>,
}

impl fmt::Debug for TwofoldWord {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TwofoldWord").field("id", &self.id).finish_non_exhaustive()
    }
}

/// What is written about a word: four lines without white space around them. All but the word may be
/// empty.
#[derive(Clone, PartialEq, Eq)]
pub struct TwofoldText {
    word: String,
    mine: String,
    theirs: String,
    whose: String,
}

impl TwofoldText {
    /// Reads the word, what it means to the writer, what to the other, and who that is, as they were
    /// typed; white space around them is dropped.
    ///
    /// # Errors
    /// [`JournalError::TwofoldWordUnusable`] when the word is empty, when one of them is too long, or
    /// holds a line break, a control character, or a mark that turns the direction of the text around
    /// it.
    pub fn parse(word: &str, mine: &str, theirs: &str, whose: &str) -> Result<Self, JournalError> {
        let read = |text: &str, most| {
            let text = text.trim();
            line::fits(text, most).then(|| text.to_owned()).ok_or(JournalError::TwofoldWordUnusable)
        };
        let word = read(word, MOST_TWOFOLD_CHARACTERS)?;
        if word.is_empty() {
            return Err(JournalError::TwofoldWordUnusable);
        }
        Ok(Self {
            word,
            mine: read(mine, MOST_MEANING_CHARACTERS)?,
            theirs: read(theirs, MOST_MEANING_CHARACTERS)?,
            whose: read(whose, MOST_TWOFOLD_CHARACTERS)?,
        })
    }

    /// The word.
    #[must_use]
    pub fn word(&self) -> &str {
        &self.word
    }

    /// What it means to the writer.
    #[must_use]
    pub fn mine(&self) -> &str {
        &self.mine
    }

    /// What it means to the other.
    #[must_use]
    pub fn theirs(&self) -> &str {
        &self.theirs
    }

    /// Who the other is: a role.
    #[must_use]
    pub fn whose(&self) -> &str {
        &self.whose
    }
}

impl fmt::Debug for TwofoldText {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TwofoldText")
    }
}

macro_rules! word_sql {
    ($which:literal) => {
        concat!("SELECT id, word, mine, theirs, whose, changed_at, changed_offset FROM twofold_word ", $which)
    };
}

fn word_from(row: &rusqlite::Row<'_>) -> rusqlite::Result<TwofoldWord> {
    let text = TwofoldText { word: row.get(1)?, mine: row.get(2)?, theirs: row.get(3)?, whose: row.get(4)? };
    let changed_at = stamp::join(row.get(5)?, row.get(6)?)?;
    Ok(TwofoldWord { id: TwofoldWordId(row.get(0)?), text, changed_at })
}

fn one(connection: &Connection, word: TwofoldWordId) -> Result<TwofoldWord, JournalError> {
    let mut read = connection.prepare_cached(word_sql!("WHERE id = ?1"))?;
    read.query_row([word.0], word_from).optional()?.ok_or(JournalError::TwofoldWordGone)
}

impl Journal {
    /// The words with two meanings, as a dictionary has them: case and diacritics do not count. Of two
    /// that are alike, the earlier one first.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn twofold_words(&self) -> Result<Vec<TwofoldWord>, JournalError> {
        self.reading(|look| {
            let mut read = look.prepare_cached(word_sql!("ORDER BY id"))?;
            let words: Vec<TwofoldWord> = read.query_map([], word_from)?.collect::<Result<_, _>>()?;
            let mut folder = Folder::new()?;
            let keyed = words.into_iter().map(|word| Ok((folder.fold(&word.text.word)?, word)));
            let mut keyed: Vec<(String, TwofoldWord)> = keyed.collect::<Result<_, JournalError>>()?;
            keyed.sort_by(|(one, _), (other, _)| one.cmp(other));
            Ok(keyed.into_iter().map(|(_, word)| word).collect())
        })
    }

    /// Keeps a word with two meanings. Nothing is stored of where it came from.
    ///
    /// # Errors
    /// [`JournalError::OnlyReading`], and whatever the store says.
    pub fn keep_twofold_word(
        &mut self,
        text: &TwofoldText,
        now: DateTime<FixedOffset>,
    ) -> Result<TwofoldWord, JournalError> {
        const KEEP: &str = "INSERT INTO twofold_word
            (word, mine, theirs, whose, written_at, written_offset, changed_at, changed_offset)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?5, ?6)";
        self.change(|transaction, _| {
            let ((millis, offset), TwofoldText { word, mine, theirs, whose }) = (stamp::split(now), text);
            let values = params![word, mine, theirs, whose, millis, offset];
            transaction.prepare_cached(KEEP)?.execute(values)?;
            one(transaction, TwofoldWordId(transaction.last_insert_rowid()))
        })
    }

    /// Changes what is written about a word; what stood there is nowhere any more. Changing it to what it
    /// is changes nothing, not even the time.
    ///
    /// # Errors
    /// [`JournalError::TwofoldWordGone`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn change_twofold_word(
        &mut self,
        word: TwofoldWordId,
        text: &TwofoldText,
        now: DateTime<FixedOffset>,
    ) -> Result<TwofoldWord, JournalError> {
        const CHANGE: &str = "UPDATE twofold_word SET word = ?2, mine = ?3, theirs = ?4, whose = ?5,
            changed_at = ?6, changed_offset = ?7 WHERE id = ?1";
        self.may_write()?;
        let known = one(self.connection(), word)?;
        if known.text == *text {
            return Ok(known);
        }
        let changed = self.change(|transaction, _| {
            let (millis, offset) = stamp::split(now);
            let TwofoldText { word: name, mine, theirs, whose } = text;
            let values = params![word.0, name, mine, theirs, whose, millis, offset];
            transaction.prepare_cached(CHANGE)?.execute(values)?;
            one(transaction, word)
        })?;
        self.with_room(|journal| Ok(journal.vault.empty_log()?))?;
        Ok(changed)
    }

    /// Erases a word, beyond recovery.
    ///
    /// # Errors
    /// [`JournalError::TwofoldWordGone`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn erase_twofold_word(&mut self, word: TwofoldWordId) -> Result<(), JournalError> {
        self.erase_row("DELETE FROM twofold_word WHERE id = ?1", word.0, JournalError::TwofoldWordGone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_about_a_word_is_four_trimmed_lines() {
        let (long, longest) = ("é".repeat(60), "é".repeat(300));
        let text = TwofoldText::parse("  stabiel ", " geen schuld ", "", " wijkteam").expect("usable");
        let read = [text.word(), text.mine(), text.theirs(), text.whose()];
        assert_eq!(read, ["stabiel", "geen schuld", "", "wijkteam"]);
        assert!(TwofoldText::parse(&long, &longest, &longest, &long).is_ok());
        let (too_long, longer) = (format!("{long}é"), format!("{longest}é"));
        for [word, mine, theirs, whose] in [
            ["", "a", "b", "c"],
            [" \n ", "a", "b", "c"],
            [&too_long, "", "", ""],
            ["a", &longer, "", ""],
            ["a", "", &longer, ""],
            ["a", "", "", &too_long],
            ["a\nb", "", "", ""],
            ["a", "om\u{202e}gekeerd", "", ""],
            ["a", "", "nul\0", ""],
            ["a", "", "", "twee\nregels"],
        ] {
            let read = TwofoldText::parse(word, mine, theirs, whose);
            assert_eq!(
                read,
                Err(JournalError::TwofoldWordUnusable),
                "{word:?} {mine:?} {theirs:?} {whose:?}"
            );
        }
    }

    #[test]
    fn a_word_is_not_printed() {
        let text = TwofoldText::parse("stabiel", "rust", "geen schuld", "wijkteam").expect("usable");
        assert_eq!(format!("{text:?}"), "TwofoldText");
        let changed_at = DateTime::parse_from_rfc3339("2026-11-21T16:50:00+01:00").expect("a moment");
        let word = TwofoldWord { id: TwofoldWordId(3), text, changed_at };
        assert_eq!(format!("{word:?}"), "TwofoldWord { id: TwofoldWordId(3), .. }");
    }
}
