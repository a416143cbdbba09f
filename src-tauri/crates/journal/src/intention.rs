//! Intentions: one thing to try, which opens the next entry about the same alias or of the same
//! kind, and what came of it.
//!
//! An intention is an answer like any other. It says something as soon as it has text, and counts
//! while its entry is not in the bin. It is open until an outcome with text stands in another
//! entry, or the person let it go; an outcome in the bin leaves it open. A newer one of the same
//! scope takes its place, whatever became of the newer: what was replaced does not come back, and
//! nothing piles up.
//!
//! Newer means saved first later; an entry was started before another when its number is smaller.
//! Neither asks the clock, which may be put back.

use std::collections::HashSet;
use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::types::FromSqlError;
use rusqlite::{Connection, OptionalExtension, params};

use crate::{Alias, AnswerId, EntryId, Journal, JournalError, Returns, entry, stamp};

/// An intention, as it is shown when it comes back.
#[derive(Clone, PartialEq, Eq)]
pub struct OpenIntention {
    /// The answer it is.
    pub answer: AnswerId,
    /// The entry it was written in.
    pub entry: EntryId,
    /// What was written, byte for byte; never without a visible word.
    pub text: String,
    /// The day of its entry.
    pub day: NaiveDate,
    /// The kind of its contact, an id of the handbook; none for a page on its own.
    pub kind: Option<String>,
    /// The pseudonym of its contact, if any.
    pub alias: Option<Alias>,
    /// When it comes back.
    pub returns: Returns,
    /// When it was first saved, to the millisecond.
    pub written_at: DateTime<FixedOffset>,
}

impl fmt::Debug for OpenIntention {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpenIntention")
            .field("answer", &self.answer)
            .field("entry", &self.entry)
            .finish_non_exhaustive()
    }
}

/// Where an entry's intentions return, and where an entry finds them: the token of an alias and
/// that of a kind.
const SCOPES: &str = "SELECT 'a' || contact.alias, 'k' || contact.kind
    FROM entry LEFT JOIN contact ON contact.id = entry.contact WHERE entry.id = ?1";

const NEWEST_OF_SCOPE: &str = "SELECT answer.id FROM answer CROSS JOIN entry ON entry.id = answer.entry
    WHERE answer.scope = ?1 AND answer.entry < ?2 AND answer.has_text AND entry.deleted_at IS NULL
    ORDER BY answer.id DESC LIMIT 1";

const NEWEST: &str = "SELECT id, scope FROM answer WHERE field = 'intention' ORDER BY id DESC";

const SHOWN: &str = "SELECT answer.entry, answer.text, entry.day, contact.kind, alias.name, answer.returns,
    answer.written_at, answer.written_offset
    FROM answer CROSS JOIN entry ON entry.id = answer.entry
    LEFT JOIN contact ON contact.id = entry.contact
    LEFT JOIN alias ON alias.id = contact.alias
    WHERE answer.id = ?1 AND answer.field = 'intention' AND answer.has_text AND entry.deleted_at IS NULL";

const IS_OPEN: &str = "SELECT 1 FROM answer WHERE id = ?1 AND let_go = 0 AND NOT EXISTS (
    SELECT 1 FROM answer AS outcome CROSS JOIN entry ON entry.id = outcome.entry
    WHERE outcome.about = ?1 AND outcome.has_text AND entry.deleted_at IS NULL)";

const OUTCOME: &str = "SELECT about FROM answer
    WHERE entry = ?1 AND field = 'outcome' AND has_text ORDER BY ordinal DESC LIMIT 1";

impl Journal {
    /// The intention that opens first in an entry.
    ///
    /// Where the entry has an outcome with text, that is the intention it is of, if it is still
    /// there. Otherwise it is, among those of entries started before this one, the newest that
    /// returns with this entry's alias, or else the newest that returns with its kind, each if it
    /// is open.
    ///
    /// # Errors
    /// [`JournalError::EntryGone`], and whatever the store says.
    pub fn intention_for(&self, entry: EntryId) -> Result<Option<OpenIntention>, JournalError> {
        self.reading(|look| {
            let connection: &Connection = look;
            let (alias, kind): (Option<String>, Option<String>) = connection
                .prepare_cached(SCOPES)?
                .query_row([entry.0], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?
                .ok_or(JournalError::EntryGone)?;
            let outcome: Option<Option<i64>> =
                connection.prepare_cached(OUTCOME)?.query_row([entry.0], |row| row.get(0)).optional()?;
            if let Some(about) = outcome {
                return about.map_or(Ok(None), |about| shown(connection, AnswerId(about)));
            }
            for scope in [alias, kind].into_iter().flatten() {
                let newest: Option<i64> = connection
                    .prepare_cached(NEWEST_OF_SCOPE)?
                    .query_row(params![scope, entry.0], |row| row.get(0))
                    .optional()?;
                if let Some(newest) = newest.map(AnswerId)
                    && is_open(connection, newest)?
                {
                    return shown(connection, newest);
                }
            }
            Ok(None)
        })
    }

    /// An intention, open or not, to be shown beside its outcome; none when it was erased or
    /// emptied, or when its entry is in the bin.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn intention(&self, answer: AnswerId) -> Result<Option<OpenIntention>, JournalError> {
        self.reading(|look| shown(look, answer))
    }

    /// The open intentions, newest first, at most `limit`: one for each alias and one for each kind,
    /// and all that return nowhere by themselves.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn open_intentions(&self, limit: usize) -> Result<Vec<OpenIntention>, JournalError> {
        self.reading(|look| {
            let connection: &Connection = look;
            let mut open = Vec::new();
            let mut taken: HashSet<String> = HashSet::new();
            let mut statement = connection.prepare_cached(NEWEST)?;
            let mut rows = statement.query([])?;
            while open.len() < limit
                && let Some(row) = rows.next()?
            {
                let answer = AnswerId(row.get(0)?);
                let scope = row.get_ref(1)?.as_str_or_null().map_err(rusqlite::Error::from)?;
                if scope.is_some_and(|scope| taken.contains(scope)) {
                    continue;
                }
                // What is in the bin or says nothing takes nobody's place.
                let Some(intention) = shown(connection, answer)? else { continue };
                taken.extend(scope.map(str::to_owned));
                if is_open(connection, answer)? {
                    open.push(intention);
                }
            }
            Ok(open)
        })
    }

    /// Lets an intention go, or takes it up again. Its text stays as it is.
    ///
    /// # Errors
    /// [`JournalError::IntentionGone`] when there is no such intention;
    /// [`JournalError::EntryInBin`]; and whatever the store says.
    pub fn let_go(&mut self, intention: AnswerId, let_go: bool) -> Result<(), JournalError> {
        const FIND: &str = "SELECT entry, let_go FROM answer WHERE id = ?1 AND field = 'intention'";
        self.let_rest(FIND, intention, let_go, JournalError::IntentionGone)
    }

    /// Marks an answer that comes back as let go, or takes that back. `find` gives its entry and the
    /// mark it has; where it finds nothing, `gone` is the answer.
    pub(crate) fn let_rest(
        &mut self,
        find: &str,
        answer: AnswerId,
        let_go: bool,
        gone: JournalError,
    ) -> Result<(), JournalError> {
        self.may_write()?;
        let (of, known): (i64, bool) = self
            .connection()
            .prepare_cached(find)?
            .query_row([answer.0], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?
            .ok_or(gone)?;
        entry::writable(self.connection(), EntryId(of))?;
        if known == let_go {
            return Ok(());
        }
        self.change(|transaction, _| {
            transaction
                .prepare_cached("UPDATE answer SET let_go = ?2 WHERE id = ?1")?
                .execute(params![answer.0, let_go])?;
            Ok(())
        })
    }
}

/// Gives the intentions of an entry the scope of its contact, as it is now. To be called when an
/// intention comes, when it returns elsewhere, and when the contact changes.
pub(crate) fn follow_contact(connection: &Connection, entry: EntryId) -> Result<(), JournalError> {
    const FOLLOW: &str = "UPDATE answer SET scope = iif(returns = 'alias', ?2, ?3)
        WHERE entry = ?1 AND field = 'intention'";
    let (alias, kind): (Option<String>, Option<String>) =
        connection.prepare_cached(SCOPES)?.query_row([entry.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    connection.prepare_cached(FOLLOW)?.execute(params![entry.0, alias, kind])?;
    Ok(())
}

/// Has an intention return elsewhere.
pub(crate) fn turn(
    connection: &Connection,
    entry: EntryId,
    intention: AnswerId,
    returns: Returns,
) -> Result<(), JournalError> {
    connection
        .prepare_cached("UPDATE answer SET returns = ?2 WHERE id = ?1")?
        .execute(params![intention.0, returns.code()])?;
    follow_contact(connection, entry)
}

/// The intention an outcome in `entry` is of, when it is one in another entry. The bin counts: what
/// was put there while somebody wrote must not cost the words.
pub(crate) fn elsewhere(
    connection: &Connection,
    entry: EntryId,
    intention: AnswerId,
) -> Result<AnswerId, JournalError> {
    let there = connection
        .prepare_cached("SELECT 1 FROM answer WHERE id = ?1 AND field = 'intention' AND entry <> ?2")?
        .exists([intention.0, entry.0])?;
    if there { Ok(intention) } else { Err(JournalError::IntentionGone) }
}

fn is_open(connection: &Connection, intention: AnswerId) -> Result<bool, JournalError> {
    Ok(connection.prepare_cached(IS_OPEN)?.exists([intention.0])?)
}

/// An intention with text whose entry is not in the bin.
pub(crate) fn shown(
    connection: &Connection,
    answer: AnswerId,
) -> Result<Option<OpenIntention>, JournalError> {
    let read = |row: &rusqlite::Row<'_>| {
        Ok(OpenIntention {
            answer,
            entry: EntryId(row.get(0)?),
            text: row.get(1)?,
            day: stamp::day(row.get(2)?)?,
            kind: row.get(3)?,
            alias: row.get::<_, Option<String>>(4)?.map(Alias::stored),
            returns: Returns::read(row.get_ref(5)?.as_str()?).ok_or(FromSqlError::InvalidType)?,
            written_at: stamp::join(row.get(6)?, row.get(7)?)?,
        })
    };
    let shown = connection.prepare_cached(SHOWN)?.query_row([answer.0], read).optional()?;
    // A page of its text may have been broken.
    vault::read_well(connection)?;
    Ok(shown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn every_way_to_an_intention_is_by_an_index() {
        let walks = [
            (NEWEST_OF_SCOPE, "SEARCH answer USING INDEX intention_by_scope (scope=?)"),
            (NEWEST, "SCAN answer USING COVERING INDEX intention_by_age"),
            (OUTCOME, "SEARCH answer USING INDEX sqlite_autoindex_answer_1 (entry=?)"),
            (SHOWN, "SEARCH answer USING INTEGER PRIMARY KEY (rowid=?)"),
            (IS_OPEN, "SEARCH answer USING INTEGER PRIMARY KEY (rowid=?)"),
        ];
        for (sql, first) in walks {
            let plan = schema::plan(sql);
            assert_eq!(plan[0], first, "{sql}: {plan:?}");
            assert!(
                !plan.iter().any(|step| step.contains("TEMP B-TREE")
                    || (step.starts_with("SCAN") && !step.contains("COVERING"))),
                "{sql}: {plan:?}"
            );
        }
        // Also when an erasure looks for the outcomes that lose it.
        for sql in [IS_OPEN, "DELETE FROM answer WHERE entry = ?1"] {
            let plan = schema::plan(sql);
            let by_index = |step: &String| step.contains("outcome_by_intention (about=?)");
            assert!(plan.iter().any(by_index), "{sql}: {plan:?}");
        }
    }
}
