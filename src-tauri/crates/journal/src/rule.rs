//! Rules of thumb: one's own, about one's own acting, with the words they had before. They say nothing of
//! where they came from.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Connection, OptionalExtension, params};

use crate::{Journal, JournalError, line, stamp};

/// The most characters of a rule of thumb.
pub const MOST_RULE_CHARACTERS: usize = 300;

/// A rule of thumb's number in the store. It is never given out twice, also not after a rule was
/// erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub i64);

/// A former wording's number in the store. It is never given out twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleWordingId(pub i64);

/// A rule of thumb.
#[derive(Clone, PartialEq, Eq)]
pub struct Rule {
    /// Which rule.
    pub id: RuleId,
    /// One line.
    pub text: String,
    /// When it was last written, to the millisecond.
    pub changed_at: DateTime<FixedOffset>,
    /// The day on which it was dropped; none while it is used.
    pub dropped_on: Option<NaiveDate>,
    /// How it was worded before, the latest first.
    pub former: Vec<RuleWording>,
}

impl fmt::Debug for Rule {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rule").field("id", &self.id).finish_non_exhaustive()
    }
}

/// How a rule of thumb was worded before.
#[derive(Clone, PartialEq, Eq)]
pub struct RuleWording {
    /// Which wording.
    pub id: RuleWordingId,
    /// One line.
    pub text: String,
    /// The day on which other words took its place.
    pub until: NaiveDate,
}

impl fmt::Debug for RuleWording {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RuleWording").field("id", &self.id).finish_non_exhaustive()
    }
}

/// The text of a rule of thumb: one line of 1 to [`MOST_RULE_CHARACTERS`], without white space around
/// it.
#[derive(Clone, PartialEq, Eq)]
pub struct RuleText(String);

impl RuleText {
    /// Reads a rule as it was typed; white space around it is dropped.
    ///
    /// # Errors
    /// [`JournalError::RuleUnusable`] when it is empty, too long, or holds a line break, a control
    /// character, or a mark that turns the direction of the text around it.
    pub fn parse(text: &str) -> Result<Self, JournalError> {
        let text = text.trim();
        if text.is_empty() || !line::fits(text, MOST_RULE_CHARACTERS) {
            return Err(JournalError::RuleUnusable);
        }
        Ok(Self(text.to_owned()))
    }

    /// The line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for RuleText {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RuleText")
    }
}

macro_rules! rule_sql {
    ($which:literal) => {
        concat!("SELECT id, text, changed_at, changed_offset, dropped_on FROM rule_of_thumb ", $which)
    };
}

const ONE: &str = rule_sql!("WHERE id = ?1");

/// Those that are used, the latest kept first; then those that were dropped, the latest dropped first.
const ALL: &str = rule_sql!("ORDER BY dropped_on IS NOT NULL, dropped_on DESC, id DESC");

const WORDINGS: &str = "SELECT id, text, until FROM rule_wording WHERE rule = ?1 ORDER BY id DESC";

/// A rule without its former wordings.
fn rule_from(row: &rusqlite::Row<'_>) -> rusqlite::Result<Rule> {
    let dropped_on: Option<i32> = row.get(4)?;
    Ok(Rule {
        id: RuleId(row.get(0)?),
        text: row.get(1)?,
        changed_at: stamp::join(row.get(2)?, row.get(3)?)?,
        dropped_on: dropped_on.map(stamp::day).transpose()?,
        former: Vec::new(),
    })
}

fn with_past(connection: &Connection, rule: Rule) -> rusqlite::Result<Rule> {
    let mut read = connection.prepare_cached(WORDINGS)?;
    let former = read.query_map([rule.id.0], |row| {
        Ok(RuleWording { id: RuleWordingId(row.get(0)?), text: row.get(1)?, until: stamp::day(row.get(2)?)? })
    })?;
    Ok(Rule { former: former.collect::<Result<_, _>>()?, ..rule })
}

pub(crate) fn one(connection: &Connection, rule: RuleId) -> Result<Rule, JournalError> {
    let rule = connection.prepare_cached(ONE)?.query_row([rule.0], rule_from).optional()?;
    Ok(with_past(connection, rule.ok_or(JournalError::RuleGone)?)?)
}

impl Journal {
    /// The rules of thumb, each with its past: those that are used first, then those that were dropped;
    /// the latest first in both.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn rules(&self) -> Result<Vec<Rule>, JournalError> {
        self.reading(|look| {
            let mut read = look.prepare_cached(ALL)?;
            let rules = read.query_map([], rule_from)?;
            let rules = rules.map(|rule| rule.and_then(|rule| with_past(look, rule)));
            Ok(rules.collect::<Result<_, _>>()?)
        })
    }

    /// Keeps a rule of thumb. Nothing is stored of where it came from.
    ///
    /// # Errors
    /// [`JournalError::OnlyReading`], and whatever the store says.
    pub fn keep_rule(&mut self, text: &RuleText, now: DateTime<FixedOffset>) -> Result<Rule, JournalError> {
        const KEEP: &str = "INSERT INTO rule_of_thumb
            (text, written_at, written_offset, changed_at, changed_offset) VALUES (?1, ?2, ?3, ?2, ?3)";
        self.change(|transaction, _| {
            let (millis, offset) = stamp::split(now);
            transaction.prepare_cached(KEEP)?.execute(params![text.0, millis, offset])?;
            one(transaction, RuleId(transaction.last_insert_rowid()))
        })
    }

    /// Changes a rule of thumb; the words it had stay beside it, until the day of `now`. Changing it to
    /// what it is changes nothing, not even the time. Words that it had before may come back: they then
    /// stand in its past too.
    ///
    /// # Errors
    /// [`JournalError::RuleGone`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn change_rule(
        &mut self,
        rule: RuleId,
        text: &RuleText,
        now: DateTime<FixedOffset>,
    ) -> Result<Rule, JournalError> {
        self.may_write()?;
        let known = one(self.connection(), rule)?;
        if known.text == text.0 {
            return Ok(known);
        }
        self.change(|transaction, _| {
            let (millis, offset) = stamp::split(now);
            transaction
                .prepare_cached(
                    "INSERT INTO rule_wording (rule, text, until)
                     SELECT id, text, ?2 FROM rule_of_thumb WHERE id = ?1",
                )?
                .execute(params![rule.0, stamp::number(now.date_naive())])?;
            transaction
                .prepare_cached(
                    "UPDATE rule_of_thumb SET text = ?2, changed_at = ?3, changed_offset = ?4 WHERE id = ?1",
                )?
                .execute(params![rule.0, text.0, millis, offset])?;
            one(transaction, rule)
        })
    }

    /// Drops a rule of thumb on a day, or with none, takes it up again. It stays, with its past. One
    /// that was dropped already stays so from the earlier day.
    ///
    /// # Errors
    /// [`JournalError::RuleGone`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn drop_rule(&mut self, rule: RuleId, dropped_on: Option<NaiveDate>) -> Result<Rule, JournalError> {
        // The smallest of a number and nothing is nothing.
        const DROP: &str =
            "UPDATE rule_of_thumb SET dropped_on = min(coalesce(dropped_on, ?2), ?2) WHERE id = ?1";
        self.change(|transaction, _| {
            transaction.prepare_cached(DROP)?.execute(params![rule.0, dropped_on.map(stamp::number)])?;
            one(transaction, rule)
        })
    }

    /// Erases a rule of thumb with all the words it ever had, beyond recovery.
    ///
    /// # Errors
    /// [`JournalError::RuleGone`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn erase_rule(&mut self, rule: RuleId) -> Result<(), JournalError> {
        self.erase_row("DELETE FROM rule_of_thumb WHERE id = ?1", rule.0, JournalError::RuleGone)
    }

    /// Erases one former wording, beyond recovery; says what is left of the rule.
    ///
    /// # Errors
    /// [`JournalError::RuleGone`] also when it is the wording that is no more;
    /// [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn erase_wording(&mut self, wording: RuleWordingId) -> Result<Rule, JournalError> {
        const OF: &str = "SELECT rule FROM rule_wording WHERE id = ?1";
        self.may_write()?;
        let rule =
            self.connection().prepare_cached(OF)?.query_row([wording.0], |row| row.get(0)).optional()?;
        let rule = RuleId(rule.ok_or(JournalError::RuleGone)?);
        self.erase_row("DELETE FROM rule_wording WHERE id = ?1", wording.0, JournalError::RuleGone)?;
        self.reading(|look| one(look, rule))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_one_trimmed_line() {
        assert_eq!(RuleText::parse("  Eerst vragen. ").expect("usable").as_str(), "Eerst vragen.");
        assert!(RuleText::parse(&"é".repeat(300)).is_ok());
        for unusable in ["", " \n ", "twee\nregels", "nul\0", "om\u{202e}gekeerd", &"é".repeat(301)] {
            assert!(matches!(RuleText::parse(unusable), Err(JournalError::RuleUnusable)), "{unusable:?}");
        }
    }

    #[test]
    fn a_rule_is_not_printed() {
        let text = RuleText::parse("Eerst vragen.").expect("usable");
        assert_eq!(format!("{text:?}"), "RuleText");
        let changed_at = DateTime::parse_from_rfc3339("2026-11-21T16:50:00+01:00").expect("a moment");
        let former =
            RuleWording { id: RuleWordingId(5), text: text.0.clone(), until: changed_at.date_naive() };
        assert_eq!(format!("{former:?}"), "RuleWording { id: RuleWordingId(5), .. }");
        let rule = Rule { id: RuleId(3), text: text.0, changed_at, dropped_on: None, former: vec![former] };
        assert_eq!(format!("{rule:?}"), "Rule { id: RuleId(3), .. }");
    }
}
