//! What can be saved of a store whose tables no longer hold together.
//!
//! A list needs entries, their index, contacts and aliases; one broken page in any of them hides all.
//! Where nothing can be written anyway, less is asked then: entries alone, and if those cannot be
//! read, the answers alone. What was written is worth more than whom it was about.

use crate::look::Look;
use crate::{Journal, JournalError};

/// Entries alone, in the order of the list.
pub(crate) const ENTRIES: &str = "SELECT id, day, NULL, NULL, title FROM entry NOT INDEXED
     WHERE deleted_at IS NULL AND (day, id) < (?1, ?2) ORDER BY day DESC, id DESC LIMIT ?3";

/// Answers alone: an entry for each number that they name, on the day it was first written in. Days
/// count from the year 1, in which the first of 1970 is number 719,163.
pub(crate) const ENTRIES_OF_ANSWERS: &str = "SELECT * FROM (
         SELECT entry AS id, min(written_at + written_offset * 60000) / 86400000 + 719163 AS day, NULL, NULL,
             NULL
         FROM answer NOT INDEXED GROUP BY entry)
     WHERE (day, id) < (?1, ?2) ORDER BY day DESC, id DESC LIMIT ?3";

/// One entry alone, with the columns that reading one asks for.
pub(crate) const ENTRY: &str = "SELECT day, form_pack, form, form_version, seed, started_at,
         started_offset, deleted_at, deleted_offset, NULL, NULL, NULL, NULL, minutes, young, baggage, mood,
         shown_on, carried_out_on, title, prepares, NULL, quiet
     FROM entry NOT INDEXED WHERE id = ?1";

/// What its answers tell of an entry, with the same columns.
pub(crate) const ENTRY_OF_ANSWERS: &str =
    "SELECT min(written_at + written_offset * 60000) / 86400000 + 719163, '', 'free-page', 1, 0,
         min(written_at), 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0,
         NULL, 0
     FROM answer NOT INDEXED WHERE entry = ?1 HAVING count(*) > 0";

impl Journal {
    /// Reads in the first of these ways that meets no broken page; only the first one where the
    /// journal can be written.
    ///
    /// # Errors
    /// Those of the last way that was tried.
    pub(crate) fn salvaging<'a, T>(
        &'a self,
        ways: &[&str],
        work: impl Fn(&mut Look<'a>, &str) -> Result<T, JournalError>,
    ) -> Result<T, JournalError> {
        let most = if self.only_reads() { ways.len() } else { 1 };
        let mut answer = Err(JournalError::EntryGone);
        for way in &ways[..most] {
            answer = self.reading(|look| work(look, way));
            match &answer {
                Err(JournalError::Vault(error)) if error.is_about_a_page() => {}
                _ => break,
            }
        }
        answer
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn every_way_has_the_columns_of_the_first() {
        let tables = schema::tables();
        let columns = |sql: &str| tables.prepare(sql).expect("it is SQL").column_count();
        assert_eq!([ENTRIES, ENTRIES_OF_ANSWERS].map(columns), [columns(crate::entry::LIST); 2]);
        assert_eq!([ENTRY, ENTRY_OF_ANSWERS].map(columns), [columns(crate::entry::ONE); 2]);
    }

    #[test]
    fn a_sheet_is_saved_by_its_name_or_by_what_stands_in_it() {
        let tables = schema::tables();
        tables
            .execute_batch(
                "INSERT INTO entry (id, day, form_pack, form, form_version, seed, started_at, started_offset,
                     title, prepares) VALUES (1, 739948, 'basis', 'dilemma', 1, 0, 0, 0, 'Dilemmablad', 1);
                 INSERT INTO wording (id, text) VALUES (1, 'Wat speelt er?');
                 INSERT INTO answer (entry, ordinal, field, wording, cell, cell_row, value, text, written_at,
                     written_offset, saved_at, saved_offset)
                     VALUES (1, 0, 'cell', 1, 'feiten', 0, 'text', 'een muur', 0, 0, 0, 0);",
            )
            .expect("a sheet");
        let title = |sql: &str, values: &[i64], column: usize| {
            let mut statement = tables.prepare(sql).expect("it is SQL");
            let values = rusqlite::params_from_iter(values);
            statement.query_row(values, |row| row.get::<_, Option<String>>(column)).expect("it is found")
        };
        let newest = [i64::MAX, i64::MAX, 9];
        let named = Some("Dilemmablad".to_owned());
        assert_eq!((title(ENTRIES, &newest, 4), title(ENTRY, &[1], 19)), (named, Some("Dilemmablad".into())));
        assert_eq!((title(ENTRIES_OF_ANSWERS, &newest, 4), title(ENTRY_OF_ANSWERS, &[1], 19)), (None, None));
    }
}
