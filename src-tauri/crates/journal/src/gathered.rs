//! What there is of one time to look back on: what was tried, what was learned, and what was taken along
//! from walking through together. Nothing is counted.

use std::fmt;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::intention::shown;
use crate::quiet::looked_back_on;
use crate::tried::became;
use crate::{AnswerId, Became, EntryId, Journal, JournalError, Rule, RuleId, Tried, stamp};

/// What was gathered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gathered {
    /// Intentions of entries of that time, and those that an entry of that time tells about; the newest
    /// first.
    pub tried: Vec<Tried>,
    /// Rules of thumb that were kept or changed in that time, the latest change first.
    pub rules: Vec<Rule>,
    /// What joint cards that were kept say is taken along, the latest walk-through first.
    pub taken_along: Vec<TakenAlong>,
}

/// What a joint card says is taken along.
#[derive(Clone, PartialEq, Eq)]
pub struct TakenAlong {
    /// The day of the walk-through.
    pub day: NaiveDate,
    /// What, byte for byte; never without a visible word.
    pub text: String,
}

impl fmt::Debug for TakenAlong {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TakenAlong").field("day", &self.day).finish_non_exhaustive()
    }
}

const TRIED: &str = concat!(
    "SELECT DISTINCT iif(answer.field = 'intention', answer.id, answer.about)
     FROM entry CROSS JOIN answer ON answer.entry = entry.id
     WHERE entry.day BETWEEN ?1 AND ?2 AND ",
    looked_back_on!(),
    " AND (answer.field = 'intention' OR answer.field = 'outcome' AND answer.about IS NOT NULL)
      AND answer.has_text
     ORDER BY 1 DESC"
);

const LOOKED_BACK_ON: &str = concat!("SELECT 1 FROM entry WHERE entry.id = ?1 AND ", looked_back_on!());

/// Day 719,163 is the first of 1970.
macro_rules! local_day {
    ($moment:literal, $offset:literal) => {
        concat!("(", $moment, " + ", $offset, " * 60000 + 62135596800000) / 86400000 + 1")
    };
}

const RULES: &str = concat!(
    "SELECT id FROM rule_of_thumb WHERE ",
    local_day!("written_at", "written_offset"),
    " BETWEEN ?1 AND ?2 OR ",
    local_day!("changed_at", "changed_offset"),
    " BETWEEN ?1 AND ?2
     OR EXISTS (SELECT 1 FROM rule_wording WHERE rule = rule_of_thumb.id AND until BETWEEN ?1 AND ?2)
     ORDER BY changed_at DESC, id DESC"
);

const TAKEN_ALONG: &str = concat!(
    "SELECT ",
    local_day!("began_at", "began_offset"),
    " AS day, take_along FROM walk_through WHERE card = 'kept' AND day BETWEEN ?1 AND ?2
     ORDER BY began_at DESC, id DESC"
);

impl Journal {
    /// What there is to look back on of these days, the first and the last among them. Nothing of it
    /// stands in an entry that is in the bin or kept quiet: an intention that such an entry tells about
    /// is left out with what it tells.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn gathered(&self, from: NaiveDate, until: NaiveDate) -> Result<Gathered, JournalError> {
        let days = [stamp::number(from), stamp::number(until)];
        self.reading(|look| {
            let mut read = look.prepare_cached(RULES)?;
            let rules: Vec<RuleId> =
                read.query_map(days, |row| row.get(0).map(RuleId))?.collect::<Result<_, _>>()?;
            let rules = rules.into_iter().map(|rule| crate::rule::one(look, rule));
            Ok(Gathered {
                tried: tried(look, days)?,
                rules: rules.collect::<Result<_, _>>()?,
                taken_along: taken_along(look, days)?,
            })
        })
    }
}

fn tried(connection: &Connection, days: [i32; 2]) -> Result<Vec<Tried>, JournalError> {
    let mut read = connection.prepare_cached(TRIED)?;
    let intentions = read.query_map(days, |row| row.get(0).map(AnswerId))?;
    let mut tried = Vec::new();
    for intention in intentions {
        let Some(intention) = shown(connection, intention?)? else { continue };
        let became = became(connection, intention.answer)?;
        let told_in = if let Became::Told { entry, .. } = &became { Some(*entry) } else { None };
        let mut entries = [Some(intention.entry), told_in].into_iter().flatten();
        if entries.try_fold(true, |all, entry| {
            Ok::<_, JournalError>(all && is_looked_back_on(connection, entry)?)
        })? {
            tried.push(Tried { intention, became });
        }
    }
    Ok(tried)
}

fn is_looked_back_on(connection: &Connection, entry: EntryId) -> Result<bool, JournalError> {
    Ok(connection.prepare_cached(LOOKED_BACK_ON)?.exists([entry.0])?)
}

fn taken_along(connection: &Connection, days: [i32; 2]) -> Result<Vec<TakenAlong>, JournalError> {
    let mut read = connection.prepare_cached(TAKEN_ALONG)?;
    let cards =
        read.query_map(days, |row| Ok(TakenAlong { day: stamp::day(row.get(0)?)?, text: row.get(1)? }))?;
    let mut cards: Vec<TakenAlong> = cards.collect::<Result<_, _>>()?;
    cards.retain(|card| !card.text.trim().is_empty());
    Ok(cards)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn the_days_are_walked_by_their_index() {
        let plan = schema::plan(TRIED);
        assert_eq!(plan[0], "SEARCH entry USING INDEX entry_by_day (day>? AND day<?)", "{plan:?}");
        assert!(plan.contains(&"SEARCH answer USING INDEX sqlite_autoindex_answer_1 (entry=?)".to_owned()));
        assert_eq!(schema::plan(LOOKED_BACK_ON)[0], "SEARCH entry USING INTEGER PRIMARY KEY (rowid=?)");
    }

    #[test]
    fn what_is_taken_along_is_not_printed() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day");
        let card = TakenAlong { day, text: "Eerst vragen.".into() };
        assert_eq!(format!("{card:?}"), "TakenAlong { day: 2026-11-21, .. }");
    }
}
