//! Packs of an organisation or of the person, as they were read. What is in them is for the handbook to
//! know.

use std::fmt;

use chrono::{DateTime, FixedOffset};
use rusqlite::params;

use crate::{Journal, JournalError, stamp};

/// A pack that was added.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredPack {
    /// Its id.
    pub id: String,
    /// The code of its language.
    pub language: String,
    /// Its version, as it says itself.
    pub version: String,
    /// The whole file, byte for byte.
    pub text: String,
    /// Whether it is in use.
    pub on: bool,
}

impl fmt::Debug for StoredPack {
    /// What a person brings is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoredPack")
            .field("bytes", &self.text.len())
            .field("on", &self.on)
            .finish_non_exhaustive()
    }
}

impl Journal {
    /// The packs, in the order of adding.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn packs(&self) -> Result<Vec<StoredPack>, JournalError> {
        const READ: &str = "SELECT id, language, version, text, is_on FROM pack ORDER BY place";
        self.reading(|look| {
            let mut read = look.prepare_cached(READ)?;
            let packs = read.query_map([], |row| {
                Ok(StoredPack {
                    id: row.get(0)?,
                    language: row.get(1)?,
                    version: row.get(2)?,
                    text: row.get(3)?,
                    on: row.get(4)?,
                })
            })?;
            Ok(packs.collect::<Result<_, _>>()?)
        })
    }

    /// Adds a pack, in use, or puts it in the place of the one with the same id and language: that is
    /// nowhere any more, and the new one is in use as it was.
    ///
    /// # Errors
    /// [`JournalError::OnlyReading`], and whatever the store says.
    pub fn add_pack(
        &mut self,
        id: &str,
        language: &str,
        version: &str,
        text: &str,
        now: DateTime<FixedOffset>,
    ) -> Result<(), JournalError> {
        const ADD: &str = "INSERT INTO pack (id, language, version, text, is_on, added_at, added_offset)
            VALUES (?1, ?2, ?3, ?4, 1, ?5, ?6)
            ON CONFLICT (id, language) DO UPDATE SET version = excluded.version, text = excluded.text,
                added_at = excluded.added_at, added_offset = excluded.added_offset";
        let (millis, offset) = stamp::split(now);
        self.change(|transaction, _| {
            transaction.prepare_cached(ADD)?.execute(params![id, language, version, text, millis, offset])?;
            Ok(())
        })?;
        self.with_room(|journal| Ok(journal.vault.empty_log()?))
    }

    /// Takes a pack into use or out of it, in every language.
    ///
    /// # Errors
    /// [`JournalError::PackGone`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn switch_pack(&mut self, id: &str, on: bool) -> Result<(), JournalError> {
        self.change(|transaction, _| {
            let switched =
                transaction.prepare_cached("UPDATE pack SET is_on = ?2 WHERE id = ?1")?.execute((id, on))?;
            if switched == 0 { Err(JournalError::PackGone) } else { Ok(()) }
        })
    }

    /// Removes a pack, in every language and beyond recovery. What was written with it stays, and can
    /// be read.
    ///
    /// # Errors
    /// [`JournalError::PackGone`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn remove_pack(&mut self, id: &str) -> Result<(), JournalError> {
        self.with_room(|journal| {
            journal.change(|transaction, _| {
                let removed = transaction.prepare_cached("DELETE FROM pack WHERE id = ?1")?.execute([id])?;
                if removed == 0 { Err(JournalError::PackGone) } else { Ok(()) }
            })
        })?;
        self.with_room(|journal| Ok(journal.vault.empty_log()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_is_not_printed() {
        let pack = StoredPack {
            id: "team-zuid".into(),
            language: "nl".into(),
            version: "1".into(),
            text: "geheim".into(),
            on: true,
        };
        assert_eq!(format!("{pack:?}"), "StoredPack { bytes: 6, on: true, .. }");
    }
}
