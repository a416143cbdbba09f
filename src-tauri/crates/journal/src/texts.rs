//! The texts themselves, a part at a time, for whoever looks them over.

use std::fmt;

use crate::entry::{Cursor, Row};
use crate::look::Look;
use crate::{EntryId, Journal, JournalError};

/// Everything that a person wrote in one entry.
#[derive(Clone, PartialEq, Eq)]
pub struct Texts {
    /// The entry as a list shows it.
    pub row: Row,
    /// Its answers, each after the person's own question where it answers one; in the order of their
    /// first saves. Days and chosen options are no words of the person's.
    pub texts: Vec<String>,
}

impl fmt::Debug for Texts {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts").field("row", &self.row).finish_non_exhaustive()
    }
}

const OF_ENTRY: &str = "SELECT iif(field = 'own', wording.text, NULL), answer.text
    FROM answer LEFT JOIN wording ON wording.id = answer.wording WHERE entry = ?1
      AND (value IS NULL OR value = 'text') ORDER BY ordinal";

impl Journal {
    /// Entries that are not in the bin with all that was written in them, in the order of
    /// [`Journal::entries`]: at most `limit` of those after the cursor. Reading writes nothing. In a
    /// store that is damaged an entry whose text cannot be read comes without it.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn texts(&self, after: Option<Cursor>, limit: usize) -> Result<Vec<Texts>, JournalError> {
        let rows = self.entries(after, limit)?;
        rows.into_iter()
            .map(|row| match self.reading(|look| of_entry(look, row.entry)) {
                Ok(texts) => Ok(Texts { row, texts }),
                Err(JournalError::Vault(error)) if error.is_about_a_page() && self.must_be_careful() => {
                    Ok(Texts { row, texts: Vec::new() })
                }
                Err(error) => Err(error),
            })
            .collect()
    }
}

fn of_entry(look: &Look<'_>, entry: EntryId) -> Result<Vec<String>, JournalError> {
    let mut statement = look.prepare_cached(OF_ENTRY)?;
    let mut rows = statement.query([entry.0])?;
    let mut texts = Vec::new();
    while let Some(row) = rows.next()? {
        texts.extend(row.get::<_, Option<String>>(0)?);
        texts.push(row.get(1)?);
    }
    Ok(texts)
}
