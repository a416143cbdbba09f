//! Answers: each a row of its own, on disk when saving returns, byte for byte.

use chrono::{DateTime, FixedOffset};
use rusqlite::types::FromSqlError;
use rusqlite::{Connection, OptionalExtension, params};

use crate::field::{Field, Question, Returns, StoredField};
use crate::{EntryId, Journal, JournalError, entry, intention, stamp};

/// The most bytes of UTF-8 in one answer: some hundred and seventy thousand words.
pub const MOST_BYTES: u32 = 1 << 20;

/// An answer's number in the store. It is never given out twice, also not after an erasure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnswerId(pub i64);

/// A wording's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WordingId(pub i64);

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

/// A stored answer.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer {
    /// Which answer.
    pub id: AnswerId,
    /// Its place in the entry, by the order of first saves, from 0.
    pub ordinal: u32,
    /// What it answers.
    pub field: StoredField,
    /// What was written, byte for byte.
    pub text: String,
    /// When it was first saved, to the millisecond.
    pub written_at: DateTime<FixedOffset>,
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

const READ: &str = "SELECT answer.id, ordinal, field, question_pack, question, question_version,
    wording.text, returns, let_go, about, answer.text, written_at, written_offset, saved_at, saved_offset
    FROM answer LEFT JOIN wording ON wording.id = answer.wording";

fn answer_from(row: &rusqlite::Row<'_>) -> rusqlite::Result<Answer> {
    let question = match row.get(4)? {
        None => None,
        Some(id) => Some(Question { pack: row.get(3)?, id, version: row.get(5)?, wording: row.get(6)? }),
    };
    let field = match (row.get_ref(2)?.as_str()?, question) {
        ("question", Some(question)) => StoredField::Question(question),
        ("own", None) => StoredField::Own { wording: row.get(6)? },
        ("free", None) => StoredField::Free,
        ("feeling", None) => StoredField::Feeling,
        ("intention", question) => {
            let returns = Returns::read(row.get_ref(7)?.as_str()?).ok_or(FromSqlError::InvalidType)?;
            StoredField::Intention { question, returns, let_go: row.get(8)? }
        }
        ("outcome", None) => StoredField::Outcome { of: row.get::<_, Option<i64>>(9)?.map(AnswerId) },
        _ => return Err(FromSqlError::InvalidType.into()),
    };
    Ok(Answer {
        id: AnswerId(row.get(0)?),
        ordinal: row.get(1)?,
        field,
        text: row.get(10)?,
        written_at: stamp::join(row.get(11)?, row.get(12)?)?,
        saved_at: stamp::join(row.get(13)?, row.get(14)?)?,
    })
}

/// The answers of an entry, in the order of their first saves.
pub(crate) fn of_entry(connection: &Connection, entry: EntryId) -> Result<Vec<Answer>, JournalError> {
    let mut statement = connection.prepare_cached(&format!("{READ} WHERE entry = ?1 ORDER BY ordinal"))?;
    let answers = statement.query_map([entry.0], answer_from)?;
    Ok(answers.collect::<Result<_, _>>()?)
}

/// One answer of an entry.
fn one(connection: &Connection, entry: EntryId, answer: AnswerId) -> Result<Answer, JournalError> {
    connection
        .prepare_cached(&format!("{READ} WHERE answer.id = ?1 AND entry = ?2"))?
        .query_row([answer.0, entry.0], answer_from)
        .optional()?
        .ok_or(JournalError::AnswerGone)
}

impl Journal {
    /// Saves one answer; it is on disk when this returns. An empty text is an empty answer, and
    /// stays one. The wording of a pack's question is that of the first save, whatever is given
    /// later; the person's own question and when an intention returns are those of the last.
    ///
    /// Saving what stands there already changes nothing, not even the time of saving.
    ///
    /// # Errors
    /// [`JournalError::TextTooLong`]; [`JournalError::OwnQuestionUnusable`];
    /// [`JournalError::EntryGone`]; [`JournalError::EntryInBin`]; [`JournalError::AnswerGone`] when
    /// the entry has no such answer to this question; [`JournalError::IntentionGone`] when a new
    /// outcome is of no intention in another entry; and whatever the store says. What was saved
    /// before then stands as it did.
    pub fn save_answer(
        &mut self,
        save: SaveAnswer<'_>,
        now: DateTime<FixedOffset>,
    ) -> Result<Answer, JournalError> {
        if save.text.len() > MOST_BYTES as usize {
            return Err(JournalError::TextTooLong { most: MOST_BYTES });
        }
        save.field.check()?;
        self.may_write()?;
        let Some(answer) = save.answer else {
            return self.change(|transaction, index| {
                entry::writable(transaction, save.entry)?;
                index.take_out(transaction, save.entry)?;
                let answer = insert(transaction, save, now)?;
                one(transaction, save.entry, answer)
            });
        };
        entry::writable(self.connection(), save.entry)?;
        let known = one(self.connection(), save.entry, answer)?;
        if !known.field.goes_on_as(&save.field) {
            return Err(JournalError::AnswerGone);
        }
        let (reworded, turned) = (known.field.reworded(&save.field), known.field.turned(&save.field));
        if known.text == save.text && reworded.is_none() && turned.is_none() {
            return Ok(known);
        }
        self.change(|transaction, index| {
            if known.text != save.text {
                index.take_out(transaction, save.entry)?;
            }
            let (millis, offset) = stamp::split(now);
            transaction
                .prepare_cached(
                    "UPDATE answer SET text = ?2, saved_at = ?3, saved_offset = ?4 WHERE id = ?1",
                )?
                .execute(params![answer.0, save.text, millis, offset])?;
            if let Some(wording) = reworded {
                reword(transaction, answer, wording)?;
            }
            if let Some(returns) = turned {
                intention::turn(transaction, save.entry, answer, returns)?;
            }
            one(transaction, save.entry, answer)
        })
    }
}

fn insert(
    connection: &Connection,
    save: SaveAnswer<'_>,
    now: DateTime<FixedOffset>,
) -> Result<AnswerId, JournalError> {
    const INSERT: &str = "INSERT INTO answer
        (entry, ordinal, field, question_pack, question, question_version, wording, returns, let_go, about,
         text, written_at, written_offset, saved_at, saved_offset)
        VALUES (?1, (SELECT coalesce(max(ordinal) + 1, 0) FROM answer WHERE entry = ?1),
                ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?11, ?12)";
    let returns = match save.field {
        Field::Intention { returns, .. } => Some(returns),
        Field::Question { .. } | Field::Own { .. } | Field::Free | Field::Feeling | Field::Outcome { .. } => {
            None
        }
    };
    let about = match save.field {
        Field::Outcome { of } => Some(intention::elsewhere(connection, save.entry, of)?),
        Field::Question { .. }
        | Field::Own { .. }
        | Field::Free
        | Field::Feeling
        | Field::Intention { .. } => None,
    };
    let wording = save.field.wording().map(|wording| wording_row(connection, wording)).transpose()?;
    let question = save.field.question();
    let (millis, offset) = stamp::split(now);
    connection.prepare_cached(INSERT)?.execute(params![
        save.entry.0,
        save.field.code(),
        question.map(|question| question.pack),
        question.map(|question| question.id),
        question.map(|question| question.version),
        wording.map(|wording| wording.0),
        returns.map(Returns::code),
        returns.map(|_| false),
        about.map(|about| about.0),
        save.text,
        millis,
        offset
    ])?;
    let answer = AnswerId(connection.last_insert_rowid());
    if returns.is_some() {
        intention::follow_contact(connection, save.entry)?;
    }
    Ok(answer)
}

/// Gives an answer another wording. The old one goes when nothing else uses it: a person's own
/// question is the person's text.
fn reword(connection: &Connection, answer: AnswerId, wording: &str) -> Result<(), JournalError> {
    let old = connection
        .prepare_cached("SELECT wording FROM answer WHERE id = ?1")?
        .query_row([answer.0], |row| row.get(0).map(WordingId))?;
    let new = wording_row(connection, wording)?;
    connection.prepare_cached("UPDATE answer SET wording = ?2 WHERE id = ?1")?.execute([answer.0, new.0])?;
    drop_unused_wording(connection, old)
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

/// Erases a wording that no answer has any more.
pub(crate) fn drop_unused_wording(connection: &Connection, wording: WordingId) -> Result<(), JournalError> {
    connection
        .prepare_cached(
            "DELETE FROM wording WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM answer WHERE wording = ?1)",
        )?
        .execute([wording.0])?;
    Ok(())
}
