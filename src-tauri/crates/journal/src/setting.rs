//! Settings: words by their keys. What a newer version stored under a key we do not know stays.

use std::str::FromStr;

use rusqlite::{Connection, OptionalExtension};

use crate::{Journal, JournalError};

impl Journal {
    /// The value of a setting; none when it was never set, or when it was set to something that
    /// this version cannot read.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn setting<T: FromStr>(&self, key: &str) -> Result<Option<T>, JournalError> {
        let value: Option<String> = self.reading(|look| {
            let mut read = look.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
            Ok(read.query_row([key], |row| row.get(0)).optional()?)
        })?;
        Ok(value.and_then(|value| value.parse().ok()))
    }

    /// Sets all of these, or none; other keys stay as they are.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn set_settings(&mut self, settings: &[(&str, &dyn ToString)]) -> Result<(), JournalError> {
        self.change(|transaction, _| {
            settings.iter().try_for_each(|(key, value)| set(transaction, key, &value.to_string()))
        })
    }
}

/// Sets one, as part of a change.
pub(crate) fn set(connection: &Connection, key: &str, value: &str) -> Result<(), JournalError> {
    connection
        .prepare_cached(
            "INSERT INTO setting (key, value) VALUES (?1, ?2)
             ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        )?
        .execute([key, value])?;
    Ok(())
}
