//! What was written about over some time: which questions each entry answers, and which form it is a
//! sheet of. Nothing is added up here: an entry that answers two questions of one theme is one entry of
//! that theme, and only who knows the handbook knows themes.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::quiet::looked_back_on;
use crate::{EntryId, Journal, JournalError, stamp};

/// What an entry can be about, as far as a store knows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// It answers a question of a pack.
    Question {
        /// The pack's id.
        pack: String,
        /// The question's id in it.
        question: String,
    },
    /// It is a sheet of a form of a pack.
    Sheet {
        /// The pack's id.
        pack: String,
        /// The form's id in it.
        form: String,
    },
}

/// What was written about over some time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenAbout {
    /// Each subject once.
    pub subjects: Vec<Subject>,
    /// The entries that have a subject, the oldest first.
    pub entries: Vec<WrittenEntry>,
}

/// One entry of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenEntry {
    /// The day it belongs to.
    pub day: NaiveDate,
    /// Its subjects, each once, as places in the list of them.
    pub subjects: Vec<usize>,
}

/// One row for each entry and subject; the first column after the day tells a sheet from a question.
const SUBJECTS: &str = concat!(
    "SELECT entry.id, entry.day, answer.question IS NULL,
         coalesce(answer.question_pack, entry.form_pack), coalesce(answer.question, entry.form)
     FROM entry CROSS JOIN answer ON answer.entry = entry.id
     WHERE entry.day BETWEEN ?1 AND ?2 AND ",
    looked_back_on!(),
    " AND (answer.question IS NOT NULL OR entry.title IS NOT NULL) AND answer.has_text
     ORDER BY entry.day, entry.id"
);

/// The same of one entry.
const OF_ENTRY: &str = "SELECT answer.question IS NULL, coalesce(answer.question_pack, entry.form_pack),
        coalesce(answer.question, entry.form)
    FROM entry CROSS JOIN answer ON answer.entry = entry.id
    WHERE entry.id = ?1 AND (answer.question IS NOT NULL OR entry.title IS NOT NULL) AND answer.has_text";

/// What one entry is about, each subject once.
pub(crate) fn subjects_of(
    connection: &Connection,
    entry: EntryId,
) -> Result<BTreeSet<Subject>, JournalError> {
    let mut read = connection.prepare_cached(OF_ENTRY)?;
    let subjects = read.query_map([entry.0], |row| Ok(Subject::of(row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(subjects.collect::<Result<_, _>>()?)
}

impl Subject {
    fn of(is_sheet: bool, pack: String, id: String) -> Self {
        if is_sheet { Self::Sheet { pack, form: id } } else { Self::Question { pack, question: id } }
    }
}

impl Journal {
    /// What was written about on these days, the first and the last among them; without entries in the
    /// bin and those that are kept quiet. What has no text is not written about.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn written_about(&self, from: NaiveDate, until: NaiveDate) -> Result<WrittenAbout, JournalError> {
        self.reading(|look| {
            let mut places: HashMap<Subject, usize> = HashMap::new();
            let mut written = WrittenAbout::default();
            let mut last = None;
            let mut read = look.prepare_cached(SUBJECTS)?;
            let mut rows = read.query([stamp::number(from), stamp::number(until)])?;
            while let Some(row) = rows.next()? {
                let entry: i64 = row.get(0)?;
                let subject = Subject::of(row.get(2)?, row.get(3)?, row.get(4)?);
                let next = places.len();
                let place = *places.entry(subject).or_insert_with_key(|subject| {
                    written.subjects.push(subject.clone());
                    next
                });
                if last.replace(entry) != Some(entry) {
                    let day = stamp::day(row.get(1)?).map_err(rusqlite::Error::from)?;
                    written.entries.push(WrittenEntry { day, subjects: Vec::new() });
                }
                if let Some(of_entry) = written.entries.last_mut()
                    && !of_entry.subjects.contains(&place)
                {
                    of_entry.subjects.push(place);
                }
            }
            Ok(written)
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::schema;

    #[test]
    fn the_days_are_walked_by_their_index_and_nothing_is_sorted() {
        let plan = schema::plan(super::SUBJECTS);
        assert_eq!(plan[0], "SEARCH entry USING INDEX entry_by_day (day>? AND day<?)", "{plan:?}");
        assert!(plan.contains(&"SEARCH answer USING INDEX sqlite_autoindex_answer_1 (entry=?)".to_owned()));
        assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:?}");
    }
}
