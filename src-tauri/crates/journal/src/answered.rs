//! One question, or one form, through time: all own answers to it.

use std::fmt;

use chrono::NaiveDate;

use crate::quiet::looked_back_on;
use crate::{Alias, Entry, EntryId, Journal, JournalError, stamp};

/// An answer to a question of a pack, wherever it was given.
#[derive(Clone, PartialEq, Eq)]
pub struct Answered {
    /// The entry.
    pub entry: EntryId,
    /// The day it belongs to.
    pub day: NaiveDate,
    /// The kind of its contact, an id of the handbook; none for a page on its own.
    pub kind: Option<String>,
    /// The pseudonym of its contact, if any.
    pub alias: Option<Alias>,
    /// The question as it was asked then.
    pub wording: String,
    /// What was written, byte for byte.
    pub text: String,
}

impl fmt::Debug for Answered {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answered").field("entry", &self.entry).field("day", &self.day).finish_non_exhaustive()
    }
}

const ANSWERS: &str = concat!(
    "SELECT answer.entry, entry.day, contact.kind, alias.name, wording.text, answer.text
    FROM answer CROSS JOIN entry ON entry.id = answer.entry
    LEFT JOIN wording ON wording.id = answer.wording
    LEFT JOIN contact ON contact.id = entry.contact
    LEFT JOIN alias ON alias.id = contact.alias
    WHERE answer.question_pack = ?1 AND answer.question = ?2 AND answer.has_text AND ",
    looked_back_on!(),
    " ORDER BY entry.day DESC, entry.id DESC, answer.ordinal LIMIT ?3"
);

const SHEETS: &str = "SELECT id FROM entry
    WHERE form_pack = ?1 AND form = ?2 AND title IS NOT NULL AND deleted_at IS NULL
    ORDER BY day DESC, id DESC LIMIT ?3";

impl Journal {
    /// All answers with text to one question of a pack, whatever its version then was, also where it
    /// asked for an intention; without those in the bin and those
    /// that are kept quiet. The newest day first, at most `most`.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn answers_to(&self, pack: &str, question: &str, most: usize) -> Result<Vec<Answered>, JournalError> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.reading(|look| {
            let mut read = look.prepare_cached(ANSWERS)?;
            let answers = read.query_map((pack, question, most), |row| {
                Ok(Answered {
                    entry: EntryId(row.get(0)?),
                    day: stamp::day(row.get(1)?)?,
                    kind: row.get(2)?,
                    alias: row.get::<_, Option<String>>(3)?.map(Alias::stored),
                    wording: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
                    text: row.get(5)?,
                })
            })?;
            Ok(answers.collect::<Result<_, _>>()?)
        })
    }

    /// All sheets of one form of a pack, whatever its version then was, without those in the bin. The
    /// newest day first, at most `most`.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn sheets(&self, pack: &str, form: &str, most: usize) -> Result<Vec<Entry>, JournalError> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let sheets: Vec<EntryId> = self.reading(|look| {
            let mut read = look.prepare_cached(SHEETS)?;
            let sheets = read.query_map((pack, form, most), |row| row.get(0).map(EntryId))?;
            Ok(sheets.collect::<Result<_, _>>()?)
        })?;
        sheets.into_iter().map(|sheet| self.entry(sheet)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn a_question_and_a_form_are_found_by_their_indexes() {
        let plan = schema::plan(ANSWERS);
        let by_question = "SEARCH answer USING INDEX answer_by_question (question_pack=? AND question=?)";
        assert_eq!(plan[0], by_question, "{plan:?}");
        let by_form = "SEARCH entry USING INDEX sheet_by_form (form_pack=? AND form=?)";
        assert_eq!(schema::plan(SHEETS), [by_form]);
    }

    #[test]
    fn an_answer_to_a_question_is_not_printed() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");
        let (wording, text) = ("Wat zag je?".to_owned(), "Een kale muur.".to_owned());
        let answered = Answered { entry: EntryId(3), day, kind: None, alias: None, wording, text };
        assert_eq!(format!("{answered:?}"), "Answered { entry: EntryId(3), day: 2026-11-21, .. }");
    }
}
