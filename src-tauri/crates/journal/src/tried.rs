//! What was to be tried, and what became of it: every intention, with nothing counted.

use std::fmt;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

use crate::intention::shown;
use crate::{AnswerId, EntryId, Journal, JournalError, OpenIntention, stamp};

/// An intention, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// The intention, open or not.
    pub intention: OpenIntention,
    /// What became of it.
    pub became: Became,
}

/// What became of an intention.
#[derive(Clone, PartialEq, Eq)]
pub enum Became {
    /// It comes back, or stands there until somebody takes it up.
    Waits,
    /// Something was written about it. Where that was done more than once, the last time it was begun.
    Told {
        /// Where.
        entry: EntryId,
        /// The day of that entry.
        day: NaiveDate,
        /// What, byte for byte.
        text: String,
    },
    /// The person let it go.
    LetGo,
    /// A newer one of the same alias or kind took its place.
    Replaced,
}

impl fmt::Debug for Became {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Waits => f.write_str("Waits"),
            Self::Told { entry, day, .. } => {
                f.debug_struct("Told").field("entry", entry).field("day", day).finish_non_exhaustive()
            }
            Self::LetGo => f.write_str("LetGo"),
            Self::Replaced => f.write_str("Replaced"),
        }
    }
}

const NEWEST: &str = "SELECT id FROM answer WHERE field = 'intention' AND id < ?1 ORDER BY id DESC";

const TOLD: &str = "SELECT outcome.entry, entry.day, outcome.text
    FROM answer AS outcome CROSS JOIN entry ON entry.id = outcome.entry
    WHERE outcome.about = ?1 AND outcome.has_text AND entry.deleted_at IS NULL
    ORDER BY outcome.id DESC LIMIT 1";

/// Whether it was let go, and else whether a newer one of its scope says something.
const OVER: &str = "SELECT own.let_go, EXISTS (
        SELECT 1 FROM answer AS newer CROSS JOIN entry ON entry.id = newer.entry
        WHERE newer.scope = own.scope AND newer.id > own.id AND newer.has_text AND entry.deleted_at IS NULL)
    FROM answer AS own WHERE own.id = ?1";

impl Journal {
    /// The intentions with text that are not in the bin, newest first, with what became of each: at
    /// most `most` of those after the one that is given. What was told outweighs that it was let go,
    /// and that outweighs that it was replaced.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn tried(&self, after: Option<AnswerId>, most: usize) -> Result<Vec<Tried>, JournalError> {
        self.reading(|look| {
            let connection: &Connection = look;
            let mut tried = Vec::new();
            let mut statement = connection.prepare_cached(NEWEST)?;
            let mut rows = statement.query([after.map_or(i64::MAX, |after| after.0)])?;
            while tried.len() < most
                && let Some(row) = rows.next()?
            {
                if let Some(intention) = shown(connection, AnswerId(row.get(0)?))? {
                    let became = became(connection, intention.answer)?;
                    tried.push(Tried { intention, became });
                }
            }
            Ok(tried)
        })
    }
}

/// What became of it, by what is not in the bin.
pub(crate) fn became(connection: &Connection, intention: AnswerId) -> Result<Became, JournalError> {
    let told = connection
        .prepare_cached(TOLD)?
        .query_row([intention.0], |row| {
            Ok(Became::Told { entry: EntryId(row.get(0)?), day: stamp::day(row.get(1)?)?, text: row.get(2)? })
        })
        .optional()?;
    if let Some(told) = told {
        // A page of its text may have been broken.
        vault::read_well(connection)?;
        return Ok(told);
    }
    let over = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
    Ok(match connection.prepare_cached(OVER)?.query_row([intention.0], over)? {
        (true, _) => Became::LetGo,
        (false, true) => Became::Replaced,
        (false, false) => Became::Waits,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn what_became_of_an_intention_is_found_by_indexes() {
        for (sql, expected) in [
            (NEWEST, "SEARCH answer USING COVERING INDEX intention_by_age (id<?)"),
            (TOLD, "SEARCH outcome USING INDEX outcome_by_intention (about=?)"),
            (OVER, "SEARCH newer USING INDEX intention_by_scope (scope=? AND id>?)"),
        ] {
            let plan = schema::plan(sql);
            assert!(plan.iter().any(|step| step == expected), "{sql}: {plan:?}");
            assert!(
                !plan.iter().any(|step| step.starts_with("SCAN") && !step.contains("COVERING")),
                "{plan:?}"
            );
        }
    }

    #[test]
    fn what_was_told_is_not_printed() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");
        let told = Became::Told { entry: EntryId(3), day, text: "Het hielp.".into() };
        assert_eq!(format!("{told:?}"), "Told { entry: EntryId(3), day: 2026-11-21, .. }");
    }
}
