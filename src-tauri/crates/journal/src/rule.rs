//! Rules of thumb: one's own, about one's own acting. They say nothing of where they came from.

use std::fmt;

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension, params};

use crate::{Journal, JournalError, line, stamp};

/// The most characters of a rule of thumb.
pub const MOST_RULE_CHARACTERS: usize = 300;

/// A rule of thumb's number in the store. It is never given out twice, also not after a rule was
/// dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub i64);

/// A rule of thumb.
#[derive(Clone, PartialEq, Eq)]
pub struct Rule {
    /// Which rule.
    pub id: RuleId,
    /// One line.
    pub text: String,
    /// When it was last written, to the millisecond.
    pub changed_at: DateTime<FixedOffset>,
}

impl fmt::Debug for Rule {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rule").field("id", &self.id).finish_non_exhaustive()
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

const READ: &str = "SELECT id, text, changed_at, changed_offset FROM rule_of_thumb WHERE id = ?1";

fn rule_from(row: &rusqlite::Row<'_>) -> rusqlite::Result<Rule> {
    Ok(Rule {
        id: RuleId(row.get(0)?),
        text: row.get(1)?,
        changed_at: stamp::join(row.get(2)?, row.get(3)?)?,
    })
}

fn one(connection: &Connection, rule: RuleId) -> Result<Rule, JournalError> {
    connection.prepare_cached(READ)?.query_row([rule.0], rule_from).optional()?.ok_or(JournalError::RuleGone)
}

impl Journal {
    /// The rules of thumb, the latest kept first.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn rules(&self) -> Result<Vec<Rule>, JournalError> {
        self.reading(|look| {
            let mut read = look.prepare_cached(
                "SELECT id, text, changed_at, changed_offset FROM rule_of_thumb ORDER BY id DESC",
            )?;
            let rules = read.query_map([], rule_from)?;
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

    /// Changes a rule of thumb; the words it had are nowhere any more. Changing it to what it was
    /// changes nothing, not even the time.
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
        let changed = self.change(|transaction, _| {
            let (millis, offset) = stamp::split(now);
            transaction
                .prepare_cached(
                    "UPDATE rule_of_thumb SET text = ?2, changed_at = ?3, changed_offset = ?4 WHERE id = ?1",
                )?
                .execute(params![rule.0, text.0, millis, offset])?;
            one(transaction, rule)
        })?;
        self.with_room(|journal| Ok(journal.vault.empty_log()?))?;
        Ok(changed)
    }

    /// Drops a rule of thumb, beyond recovery.
    ///
    /// # Errors
    /// [`JournalError::RuleGone`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn drop_rule(&mut self, rule: RuleId) -> Result<(), JournalError> {
        self.with_room(|journal| {
            journal.change(|transaction, _| {
                let dropped = transaction
                    .prepare_cached("DELETE FROM rule_of_thumb WHERE id = ?1")?
                    .execute([rule.0])?;
                if dropped == 0 { Err(JournalError::RuleGone) } else { Ok(()) }
            })
        })?;
        self.with_room(|journal| Ok(journal.vault.empty_log()?))
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
        let rule = Rule { id: RuleId(3), text: text.0, changed_at };
        assert_eq!(format!("{rule:?}"), "Rule { id: RuleId(3), .. }");
    }
}
