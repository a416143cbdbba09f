//! Searching a store that is damaged somewhere: no index is trusted, and one broken page hides one
//! entry.

use rusqlite::Connection;

use super::{Fragment, NEWEST, Newest, Place, Search};
use crate::{EntryId, Journal, JournalError, Row};

impl Journal {
    /// A search that reads every entry, and goes on behind a broken page.
    pub(super) fn search_carefully(&mut self, text: &str, limit: usize) -> Result<Vec<Row>, JournalError> {
        let fragments = Fragment::all(text, &mut self.index.folder)?;
        let mut look = self.vault.another_look()?;
        let mut places: Vec<Place> = Vec::new();
        if !fragments.is_empty() {
            let mut newest = look.prepare(NEWEST)?;
            let rows = newest.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            places = rows.collect::<Result<_, _>>()?;
        }
        let mut found = Vec::new();
        for place in places {
            if found.len() >= limit {
                break;
            }
            let newest = Newest { limit: 1, found: Vec::new() };
            let (folder, balance) = (&mut self.index.folder, self.index.balance);
            let mut one = Search { connection: &look, folder, fragments: &fragments, balance, newest };
            let rows = one.all_occur(EntryId(place.1)).and_then(|occurs| {
                if occurs {
                    one.newest.add(place);
                }
                believed(&look, one.rows()?)
            });
            match rows {
                Ok(rows) => found.extend(rows),
                // The connection that met a broken page answers nothing any more.
                Err(JournalError::Vault(error)) if error.is_about_a_page() => {
                    look = self.vault.another_look()?;
                }
                Err(error) => return Err(error),
            }
        }
        Ok(found)
    }
}

/// What was found, unless a page on the way was broken.
pub(super) fn believed(connection: &Connection, rows: Vec<Row>) -> Result<Vec<Row>, JournalError> {
    vault::read_well(connection)?;
    Ok(rows)
}
