//! Answers: each a row of its own, on disk when saving returns, byte for byte.

use chrono::{DateTime, FixedOffset};
use rusqlite::types::FromSqlError;
use rusqlite::{Connection, OptionalExtension, params};

use crate::field::{Field, Question, Returns, StoredField};
use crate::{Cell, CellRef, CellValue, EntryId, Journal, JournalError, entry, intention, look_back, stamp};

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
    /// never overwritten by somebody who did not know of it. A place in a sheet is there once, so that
    /// it is known by itself.
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
    wording.text, returns, let_go, about, answer.text, written_at, written_offset, saved_at, saved_offset,
    due, cell, cell_column, cell_row, value, option, heading.text
    FROM answer LEFT JOIN wording ON wording.id = answer.wording
    LEFT JOIN wording AS heading ON heading.id = answer.heading";

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
        ("cell", None) => StoredField::Cell(Cell::read(row, 16, row.get(6)?, row.get(8)?)?),
        ("look-back", None) => StoredField::LookBack {
            of: row.get::<_, Option<i64>>(9)?.map(AnswerId),
            due: stamp::day(row.get(15)?)?,
            asks: row.get(6)?,
        },
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
    /// later, and so are the label and the heading of a place in a sheet; the person's own question,
    /// when an intention returns and which option was chosen are those of the last. Another day takes
    /// back that a look-back was let go.
    ///
    /// Saving what stands there already changes nothing, not even the time of saving.
    ///
    /// # Errors
    /// [`JournalError::TextTooLong`]; [`JournalError::OwnQuestionUnusable`];
    /// [`JournalError::DayUnusable`]; [`JournalError::EntryGone`]; [`JournalError::EntryInBin`]; [`JournalError::AnswerGone`] when
    /// the entry has no such answer to this question; [`JournalError::IntentionGone`] when a new
    /// outcome is of no intention in another entry; [`JournalError::LookBackGone`] when what comes of a
    /// look-back is of none in this entry; and whatever the store says. What was saved before then
    /// stands as it did.
    pub fn save_answer(
        &mut self,
        save: SaveAnswer<'_>,
        now: DateTime<FixedOffset>,
    ) -> Result<Answer, JournalError> {
        if save.text.len() > MOST_BYTES as usize {
            return Err(JournalError::TextTooLong { most: MOST_BYTES });
        }
        save.field.check(save.text)?;
        self.may_write()?;
        let known = match (save.answer, save.field.cell()) {
            (None, Some(cell)) => cell.find(self.connection(), save.entry)?,
            (answer, _) => answer,
        };
        let Some(answer) = known else {
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
        let chosen_anew = known.field.chosen_anew(&save.field, save.text);
        if known.text == save.text && reworded.is_none() && turned.is_none() && !chosen_anew {
            return Ok(known);
        }
        self.change(|transaction, index| {
            if known.text != save.text {
                index.take_out(transaction, save.entry)?;
            }
            let (millis, offset) = stamp::split(now);
            let option = save.field.cell().and_then(|cell| cell.option(save.text));
            let due = save.field.due(save.text).map(stamp::number);
            transaction
                .prepare_cached(UPDATE)?
                .execute(params![answer.0, save.text, millis, offset, option, due])?;
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

/// What was let go stays so while it has the day that it had, or none.
const UPDATE: &str = "UPDATE answer SET text = ?2, saved_at = ?3, saved_offset = ?4, option = ?5, due = ?6,
    let_go = iif(let_go IS NULL OR ?6 IS NULL OR ?6 IS due, let_go, 0) WHERE id = ?1";

fn insert(
    connection: &Connection,
    save: SaveAnswer<'_>,
    now: DateTime<FixedOffset>,
) -> Result<AnswerId, JournalError> {
    const INSERT: &str = "INSERT INTO answer
        (entry, ordinal, field, question_pack, question, question_version, wording, returns, let_go, about,
         text, written_at, written_offset, saved_at, saved_offset, due,
         cell, cell_column, cell_row, value, option, heading)
        VALUES (?1, (SELECT coalesce(max(ordinal) + 1, 0) FROM answer WHERE entry = ?1),
                ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)";
    let about = match save.field {
        Field::Outcome { of } => Some(intention::elsewhere(connection, save.entry, of)?),
        Field::LookBack { of, .. } => Some(look_back::here(connection, save.entry, of)?),
        Field::Question { .. }
        | Field::Own { .. }
        | Field::Free
        | Field::Feeling
        | Field::Intention { .. }
        | Field::Cell(_) => None,
    };
    let (returns, cell) = (save.field.returns(), save.field.cell());
    let wording = save.field.wording().map(|wording| wording_row(connection, wording)).transpose()?;
    let heading = cell.and_then(|cell| cell.heading).map(|heading| wording_row(connection, heading));
    let question = save.field.question();
    let may_be_let_go = returns.is_some() || cell.is_some_and(|cell| cell.value == CellValue::LookBack);
    let (millis, offset) = stamp::split(now);
    connection.prepare_cached(INSERT)?.execute(params![
        save.entry.0,
        save.field.code(),
        question.map(|question| question.pack),
        question.map(|question| question.id),
        question.map(|question| question.version),
        wording.map(|wording| wording.0),
        returns.map(Returns::code),
        may_be_let_go.then_some(false),
        about.map(|about| about.0),
        save.text,
        millis,
        offset,
        save.field.due(save.text).map(stamp::number),
        cell.map(|cell| cell.field),
        cell.and_then(CellRef::column),
        cell.map(|cell| cell.row),
        cell.map(|cell| cell.value.code()),
        cell.and_then(|cell| cell.option(save.text)),
        heading.transpose()?.map(|heading| heading.0)
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

/// Erases a wording that no answer has any more, as what was asked or as a heading.
pub(crate) fn drop_unused_wording(connection: &Connection, wording: WordingId) -> Result<(), JournalError> {
    connection.prepare_cached(DROP)?.execute([wording.0])?;
    Ok(())
}

const DROP: &str = "DELETE FROM wording WHERE id = ?1
    AND NOT EXISTS (SELECT 1 FROM answer WHERE wording = ?1)
    AND NOT EXISTS (SELECT 1 FROM answer WHERE heading = ?1)";

#[cfg(test)]
mod tests {
    use crate::schema;

    #[test]
    fn who_uses_a_wording_is_found_by_indexes() {
        let plan = schema::plan(super::DROP);
        for by in ["answer_by_wording (wording=?)", "answer_by_heading (heading=?)"] {
            assert!(plan.iter().any(|step| step.ends_with(by)), "{plan:?}");
        }
        assert!(!plan.iter().any(|step| step.starts_with("SCAN") && step.contains("answer ")), "{plan:?}");
    }
}
