//! Look-backs: a day in a sheet on which a question comes back, and what is written then, in the same
//! sheet.
//!
//! A look-back is open while it has a day, was not let go, and nothing with words was written about it
//! for that day; the bin counts as nowhere. So another day asks again, also where something was written
//! for the day before or where it was let go, and what was written stays.

use std::fmt;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::{Alias, AnswerId, EntryId, Journal, JournalError, stamp};

/// A look-back whose question is not answered.
#[derive(Clone, PartialEq, Eq)]
pub struct OpenLookBack {
    /// The answer that holds the day.
    pub answer: AnswerId,
    /// The sheet in which it stands.
    pub entry: EntryId,
    /// The sheet's name.
    pub title: String,
    /// What is asked on that day.
    pub asks: String,
    /// The day.
    pub due: NaiveDate,
    /// The day the sheet belongs to.
    pub day: NaiveDate,
    /// The pseudonym of the sheet's contact, if any.
    pub alias: Option<Alias>,
    /// The first words of the sheet, on one line.
    pub excerpt: String,
}

impl fmt::Debug for OpenLookBack {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpenLookBack")
            .field("answer", &self.answer)
            .field("entry", &self.entry)
            .finish_non_exhaustive()
    }
}

const OPEN: &str =
    "SELECT answer.id, answer.entry, entry.title, wording.text, answer.due, entry.day, alias.name
    FROM answer CROSS JOIN entry ON entry.id = answer.entry
    LEFT JOIN wording ON wording.id = coalesce(answer.heading, answer.wording)
    LEFT JOIN contact ON contact.id = entry.contact
    LEFT JOIN alias ON alias.id = contact.alias
    WHERE answer.value = 'look-back' AND answer.let_go = 0 AND answer.due IS NOT NULL
      AND entry.deleted_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM answer AS told
          WHERE told.about = answer.id AND told.due = answer.due AND told.has_text)
    ORDER BY answer.due, answer.id LIMIT ?1";

impl Journal {
    /// The open look-backs, the earliest day first, whether that has come or not; at most `most`.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn look_backs(&self, most: usize) -> Result<Vec<OpenLookBack>, JournalError> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.reading(|look| {
            let mut open: Vec<OpenLookBack> = look
                .prepare_cached(OPEN)?
                .query_map([most], |row| {
                    Ok(OpenLookBack {
                        answer: AnswerId(row.get(0)?),
                        entry: EntryId(row.get(1)?),
                        title: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
                        asks: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
                        due: stamp::day(row.get(4)?)?,
                        day: stamp::day(row.get(5)?)?,
                        alias: row.get::<_, Option<String>>(6)?.map(Alias::stored),
                        excerpt: String::new(),
                    })
                })?
                .collect::<Result<_, _>>()?;
            for open in &mut open {
                open.excerpt = self.first_words(look, open.entry)?;
            }
            Ok(open)
        })
    }

    /// Lets a look-back rest, or takes that back. Its day stays as it is; another day that is given to
    /// it later asks again.
    ///
    /// # Errors
    /// [`JournalError::LookBackGone`] when there is no such look-back; [`JournalError::EntryInBin`];
    /// [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn let_go_look_back(&mut self, answer: AnswerId, let_go: bool) -> Result<(), JournalError> {
        const FIND: &str = "SELECT entry, let_go FROM answer WHERE id = ?1 AND value = 'look-back'";
        self.let_rest(FIND, answer, let_go, JournalError::LookBackGone)
    }
}

/// The answer that holds the day of a look-back, when it is one of this sheet.
pub(crate) fn here(
    connection: &Connection,
    entry: EntryId,
    look_back: AnswerId,
) -> Result<AnswerId, JournalError> {
    let there = connection
        .prepare_cached("SELECT 1 FROM answer WHERE id = ?1 AND value = 'look-back' AND entry = ?2")?
        .exists([look_back.0, entry.0])?;
    if there { Ok(look_back) } else { Err(JournalError::LookBackGone) }
}

#[cfg(test)]
mod tests {
    use crate::schema;

    #[test]
    fn open_look_backs_are_walked_by_their_days_and_nothing_is_sorted() {
        let plan = schema::plan(super::OPEN);
        assert_eq!(plan[0], "SEARCH answer USING INDEX look_back_by_day (due>?)", "{plan:?}");
        assert!(plan.iter().any(|step| step.contains("outcome_by_intention (about=?)")), "{plan:?}");
        assert!(
            !plan.iter().any(|step| step.contains("TEMP B-TREE") || step.starts_with("SCAN")),
            "{plan:?}"
        );
    }
}
