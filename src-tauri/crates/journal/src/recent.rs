//! What was written lately: to ask something else this time, and to say welcome.

use std::collections::HashSet;

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension};

use crate::{EntryId, Journal, JournalError, stamp};

/// How many entries back counts as lately. A person who answers few questions must not have the
/// whole journal read for each entry.
const ENTRIES_BACK: i64 = 200;

const ENTRIES: &str = "SELECT id FROM entry WHERE id < ?1 AND deleted_at IS NULL ORDER BY id DESC LIMIT ?2";

const QUESTIONS: &str = "SELECT question_pack, question FROM answer
    WHERE entry = ?1 AND field = 'question' AND has_text ORDER BY ordinal DESC";

const NEWEST: &str =
    "SELECT started_at, started_offset FROM entry WHERE deleted_at IS NULL ORDER BY id DESC LIMIT 1";

impl Journal {
    /// The questions, each a pack's id and its own, that have an answer with text in the two
    /// hundred entries started before this one, without those in the bin: each once, the latest
    /// first, at most `limit`.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn recently_answered(
        &self,
        before: EntryId,
        limit: usize,
    ) -> Result<Vec<(String, String)>, JournalError> {
        self.reading(|look| {
            let connection: &Connection = look;
            let mut latest = Vec::new();
            let mut met = HashSet::new();
            let mut entries = connection.prepare_cached(ENTRIES)?;
            let mut entries = entries.query([before.0, ENTRIES_BACK])?;
            let mut questions = connection.prepare_cached(QUESTIONS)?;
            while latest.len() < limit
                && let Some(entry) = entries.next()?
            {
                let mut rows = questions.query([entry.get::<_, i64>(0)?])?;
                while let Some(row) = rows.next()? {
                    let question: (String, String) = (row.get(0)?, row.get(1)?);
                    if met.insert(question.clone()) {
                        latest.push(question);
                    }
                }
            }
            latest.truncate(limit);
            Ok(latest)
        })
    }

    /// When the newest entry that is not in the bin was started; none while there is none.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn newest_started(&self) -> Result<Option<DateTime<FixedOffset>>, JournalError> {
        let read = |row: &rusqlite::Row<'_>| Ok(stamp::join(row.get(0)?, row.get(1)?)?);
        self.reading(|look| Ok(look.prepare_cached(NEWEST)?.query_row([], read).optional()?))
    }
}

#[cfg(test)]
mod tests {
    use crate::schema;

    #[test]
    fn the_newest_entries_are_walked_and_nothing_is_sorted() {
        assert_eq!(schema::plan(super::ENTRIES), ["SEARCH entry USING INTEGER PRIMARY KEY (rowid<?)"]);
        assert_eq!(
            schema::plan(super::QUESTIONS),
            ["SEARCH answer USING INDEX sqlite_autoindex_answer_1 (entry=?)"]
        );
        assert_eq!(schema::plan(super::NEWEST), ["SCAN entry"]);
    }
}
