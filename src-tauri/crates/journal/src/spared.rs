//! Words that the person said are no person, as lists compare them: folded by whoever compares.

use crate::{Journal, JournalError};

impl Journal {
    /// From now on this folded word is no person. One that is known stays; an empty one is none.
    ///
    /// # Errors
    /// [`JournalError::OnlyReading`], and whatever the store says.
    pub fn spare(&mut self, word: &str) -> Result<(), JournalError> {
        self.must_not_only_read()?;
        if word.is_empty() {
            return Ok(());
        }
        self.change(|transaction, _| {
            transaction
                .prepare_cached("INSERT INTO spared (word) VALUES (?1) ON CONFLICT DO NOTHING")?
                .execute([word])?;
            Ok(())
        })
    }

    /// The spared words, in the order of the alphabet.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn spared(&self) -> Result<Vec<String>, JournalError> {
        self.reading(|look| {
            let mut read = look.prepare_cached("SELECT word FROM spared ORDER BY word")?;
            let words = read.query_map([], |row| row.get(0))?;
            Ok(words.collect::<Result<_, _>>()?)
        })
    }

    /// Takes that back; the word is nowhere any more. One that is not known is passed over.
    ///
    /// # Errors
    /// [`JournalError::OnlyReading`], and whatever the store says.
    pub fn unspare(&mut self, word: &str) -> Result<(), JournalError> {
        self.with_room(|journal| {
            journal.change(|transaction, _| {
                transaction.prepare_cached("DELETE FROM spared WHERE word = ?1")?.execute([word])?;
                Ok(())
            })
        })?;
        self.with_room(|journal| Ok(journal.vault.empty_log()?))
    }
}
