//! Answers: each a row of its own, on disk when saving returns, byte for byte.

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension, params};

use crate::{EntryId, Journal, JournalError, entry, stamp};

/// The most bytes of UTF-8 in one answer: some hundred and seventy thousand words.
pub const MOST_BYTES: u32 = 1 << 20;

/// An answer's number in the store. It is never given out twice, also not after an erasure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AnswerId(pub i64);

/// A wording's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WordingId(pub i64);

/// What an answer answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field<'a> {
    /// A question of a pack.
    Question {
        /// The pack's id.
        pack: &'a str,
        /// The question's id in that pack.
        id: &'a str,
        /// The question's version.
        version: u32,
        /// Its words as they were shown, with the organisation's words filled in.
        wording: &'a str,
    },
    /// Nothing: a free page.
    Free,
}

/// An answer to be saved.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SaveAnswer<'a> {
    /// The entry it belongs to.
    pub entry: EntryId,
    /// The answer, once it has a number. Without one, a new row is made: what was saved before is
    /// never overwritten by somebody who did not know of it.
    pub answer: Option<AnswerId>,
    /// What it answers.
    pub field: Field<'a>,
    /// What was written.
    pub text: &'a str,
}

/// The question of a stored answer, as it was when it was first saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The pack's id.
    pub pack: String,
    /// The question's id in that pack.
    pub id: String,
    /// The question's version.
    pub version: u32,
    /// Its words as they were shown.
    pub wording: String,
}

/// A stored answer.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer {
    /// Which answer.
    pub id: AnswerId,
    /// Its place in the entry, by the order of first saves, from 0.
    pub ordinal: u32,
    /// The question; none for free text.
    pub question: Option<Question>,
    /// What was written, byte for byte.
    pub text: String,
    /// When it was last saved, to the millisecond.
    pub saved_at: DateTime<FixedOffset>,
}

impl std::fmt::Debug for Answer {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Answer")
            .field("id", &self.id)
            .field("bytes", &self.text.len())
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for SaveAnswer<'_> {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SaveAnswer")
            .field("entry", &self.entry)
            .field("answer", &self.answer)
            .finish_non_exhaustive()
    }
}

const READ: &str = "SELECT answer.id, ordinal, question_pack, question, question_version, wording.text,
    answer.text, saved_at, saved_offset FROM answer LEFT JOIN wording ON wording.id = answer.wording";

fn answer_from(row: &rusqlite::Row<'_>) -> rusqlite::Result<Answer> {
    let question = match row.get(3)? {
        None => None,
        Some(id) => Some(Question { pack: row.get(2)?, id, version: row.get(4)?, wording: row.get(5)? }),
    };
    Ok(Answer {
        id: AnswerId(row.get(0)?),
        ordinal: row.get(1)?,
        question,
        text: row.get(6)?,
        saved_at: stamp::join(row.get(7)?, row.get(8)?)?,
    })
}

/// The answers of an entry, in the order of their first saves.
pub(crate) fn of_entry(connection: &Connection, entry: EntryId) -> Result<Vec<Answer>, JournalError> {
    let mut statement = connection.prepare_cached(&format!("{READ} WHERE entry = ?1 ORDER BY ordinal"))?;
    let answers = statement.query_map([entry.0], answer_from)?;
    Ok(answers.collect::<Result<_, _>>()?)
}

impl Journal {
    /// Saves one answer; it is on disk when this returns. An empty text is an empty answer, and
    /// stays one. The wording of a question is that of the first save, whatever is given later.
    ///
    /// Saving the text that stands there already changes nothing, not even the time of saving.
    ///
    /// # Errors
    /// [`JournalError::TextTooLong`]; [`JournalError::EntryGone`]; [`JournalError::EntryInBin`];
    /// [`JournalError::AnswerGone`] when the entry has no such answer to this question; and
    /// whatever the store says. What was saved before then stands as it did.
    pub fn save_answer(
        &mut self,
        save: SaveAnswer<'_>,
        now: DateTime<FixedOffset>,
    ) -> Result<Answer, JournalError> {
        if save.text.len() > MOST_BYTES as usize {
            return Err(JournalError::TextTooLong { most: MOST_BYTES });
        }
        let known = match save.answer {
            None => None,
            Some(answer) => {
                let known = self.answer_to(save.entry, answer, save.field)?;
                if known.text == save.text {
                    return Ok(known);
                }
                Some(known)
            }
        };
        self.change(|transaction, index| {
            entry::writable(transaction, save.entry)?;
            index.take_out(transaction, save.entry)?;
            let (millis, offset) = stamp::split(now);
            let Some(known) = known else { return insert(transaction, save, now) };
            transaction
                .prepare_cached(
                    "UPDATE answer SET text = ?2, saved_at = ?3, saved_offset = ?4 WHERE id = ?1",
                )?
                .execute(params![known.id.0, save.text, millis, offset])?;
            Ok(Answer { text: save.text.to_owned(), saved_at: stamp::kept(now), ..known })
        })
    }

    /// A stored answer, if it belongs to this entry and answers this question.
    fn answer_to(&self, of: EntryId, answer: AnswerId, field: Field<'_>) -> Result<Answer, JournalError> {
        let connection = self.connection();
        entry::writable(connection, of)?;
        let found = connection
            .prepare_cached(&format!("{READ} WHERE answer.id = ?1 AND entry = ?2"))?
            .query_row([answer.0, of.0], answer_from)
            .optional()?
            .ok_or(JournalError::AnswerGone)?;
        let same = match (&found.question, field) {
            (None, Field::Free) => true,
            (Some(question), Field::Question { pack, id, .. }) => question.pack == pack && question.id == id,
            (None, Field::Question { .. }) | (Some(_), Field::Free) => false,
        };
        if same { Ok(found) } else { Err(JournalError::AnswerGone) }
    }
}

fn insert(
    connection: &Connection,
    save: SaveAnswer<'_>,
    now: DateTime<FixedOffset>,
) -> Result<Answer, JournalError> {
    const INSERT: &str = "INSERT INTO answer
        (entry, ordinal, question_pack, question, question_version, wording, text, saved_at, saved_offset)
        VALUES (?1, (SELECT coalesce(max(ordinal) + 1, 0) FROM answer WHERE entry = ?1),
                ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        RETURNING id, ordinal";
    let question = match save.field {
        Field::Free => None,
        Field::Question { pack, id, version, wording } => {
            Some((wording_row(connection, wording)?, pack, id, version, wording))
        }
    };
    let (millis, offset) = stamp::split(now);
    let (id, ordinal) = connection.prepare_cached(INSERT)?.query_row(
        params![
            save.entry.0,
            question.map(|(_, pack, ..)| pack),
            question.map(|(_, _, id, ..)| id),
            question.map(|(_, _, _, version, _)| version),
            question.map(|(row, ..)| row.0),
            save.text,
            millis,
            offset
        ],
        |row| Ok((AnswerId(row.get(0)?), row.get(1)?)),
    )?;
    Ok(Answer {
        id,
        ordinal,
        question: question.map(|(_, pack, id, version, wording)| Question {
            pack: pack.to_owned(),
            id: id.to_owned(),
            version,
            wording: wording.to_owned(),
        }),
        text: save.text.to_owned(),
        saved_at: stamp::kept(now),
    })
}

/// The row of a wording, made when there is none: each distinct text is stored once.
fn wording_row(connection: &Connection, wording: &str) -> Result<WordingId, JournalError> {
    connection
        .prepare_cached("INSERT INTO wording (text) VALUES (?1) ON CONFLICT (text) DO NOTHING")?
        .execute([wording])?;
    Ok(connection
        .prepare_cached("SELECT id FROM wording WHERE text = ?1")?
        .query_row([wording], |row| row.get(0).map(WordingId))?)
}
