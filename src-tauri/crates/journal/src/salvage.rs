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
         shown_on, carried_out_on, title, prepares, NULL
     FROM entry NOT INDEXED WHERE id = ?1";

/// What its answers tell of an entry, with the same columns.
pub(crate) const ENTRY_OF_ANSWERS: &str =
    "SELECT min(written_at + written_offset * 60000) / 86400000 + 719163, '', 'free-page', 1, 0,
         min(written_at), 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0,
         NULL
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
