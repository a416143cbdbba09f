//! Which letter stands for which alias in one walk-through, so that a person is the same on every page.

use rusqlite::{Connection, OptionalExtension, params};

use super::WalkThroughId;
use crate::{Alias, Journal, JournalError};

/// The letters of a walk-through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WalkLetters {
    /// Which alias has which, in the order of the letters: the place of each in the alphabet, from 0.
    pub known: Vec<(Alias, u32)>,
    /// The first that stands for nobody. The letter of an alias that was erased is not given out again,
    /// for frozen texts may name it.
    pub next: u32,
}

/// Keeps letters; an alias that has one keeps it.
pub(super) fn keep(
    connection: &Connection,
    id: WalkThroughId,
    letters: &[(Alias, u32)],
) -> Result<(), JournalError> {
    const KEEP: &str = "INSERT INTO walk_letter (walk_through, alias, letter) VALUES (?1, ?2, ?3)
        ON CONFLICT (walk_through, alias) DO NOTHING";
    for (alias, letter) in letters {
        let known: Option<i64> = connection
            .prepare_cached("SELECT id FROM alias WHERE folded = ?1")?
            .query_row([alias.folded()], |row| row.get(0))
            .optional()?;
        let known = known.ok_or(JournalError::AliasGone)?;
        connection.prepare_cached(KEEP)?.execute(params![id.0, known, letter])?;
    }
    Ok(())
}

impl Journal {
    /// The letters of a walk-through; none of one that is not there.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn walk_letters(&self, id: WalkThroughId) -> Result<WalkLetters, JournalError> {
        const LETTERS: &str = "SELECT alias.name, letter FROM walk_letter
            LEFT JOIN alias ON alias.id = walk_letter.alias WHERE walk_through = ?1 ORDER BY letter";
        self.reading(|look| {
            let mut read = look.prepare_cached(LETTERS)?;
            let mut rows = read.query([id.0])?;
            let mut letters = WalkLetters::default();
            while let Some(row) = rows.next()? {
                let letter = row.get(1)?;
                letters.next = letter + 1;
                letters
                    .known
                    .extend(row.get::<_, Option<String>>(0)?.map(|name| (Alias::stored(name), letter)));
            }
            Ok(letters)
        })
    }
}
