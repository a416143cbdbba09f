//! Whether an entry still says what it said when a page was frozen from it.

use std::fmt::Write as _;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension};

use crate::{EntryId, JournalError};

/// What became of an entry since a page was frozen from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Original {
    /// Nothing; or, once the page was shown, nobody asks any more.
    Same,
    /// It says something else now: its day, its kind of contact, its alias, its baggage, its mood, what was
    /// asked, or what was written.
    Changed,
    /// It is in the bin.
    InBin,
}

/// What an entry says now.
pub(super) struct Now {
    /// The number of its alias, if it has one. An alias is compared by its number, so that another name of
    /// it is no change, and no name outlives it.
    pub(super) alias: Option<i64>,
    /// All else that it says: each value with its kind and its length, so that no two entries say the same
    /// by chance.
    pub(super) said: String,
    in_bin: bool,
}

/// What a page remembers of its entry.
pub(super) struct Then {
    /// The number of its alias; none when that is gone, too.
    pub(super) alias: Option<i64>,
    /// Whether it had one.
    pub(super) had_alias: bool,
    /// All else that it said; none once the page was shown.
    pub(super) said: Option<String>,
}

impl Now {
    /// Reads an entry.
    pub(super) fn of(connection: &Connection, entry: EntryId) -> Result<Self, JournalError> {
        let mut said = String::new();
        let head = connection
            .prepare_cached(HEAD)?
            .query_row([entry.0], |row| {
                (2..7).try_for_each(|column| say(&mut said, row.get_ref(column)?))?;
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        let (in_bin, alias) = head.ok_or(JournalError::EntryGone)?;
        let mut read = connection.prepare_cached(ANSWERS)?;
        let mut answers = read.query([entry.0])?;
        while let Some(row) = answers.next()? {
            (0..6).try_for_each(|column| say(&mut said, row.get_ref(column)?))?;
        }
        Ok(Self { alias, said, in_bin })
    }

    /// What became of it since then.
    pub(super) fn since(&self, then: &Then) -> Original {
        let same_alias = self.alias == then.alias && self.alias.is_some() == then.had_alias;
        match &then.said {
            _ if self.in_bin => Original::InBin,
            Some(said) if !same_alias || *said != self.said => Original::Changed,
            Some(_) | None => Original::Same,
        }
    }
}

const HEAD: &str = "SELECT entry.deleted_at IS NOT NULL, contact.alias,
    entry.day, contact.kind, baggage, mood, title
    FROM entry LEFT JOIN contact ON contact.id = entry.contact WHERE entry.id = ?1";

/// What says nothing is not shown, and is no answer here.
const ANSWERS: &str = "SELECT answer.id, field, wording.text, heading.text, option, answer.text
    FROM answer LEFT JOIN wording ON wording.id = answer.wording
    LEFT JOIN wording AS heading ON heading.id = answer.heading
    WHERE entry = ?1 AND has_text ORDER BY ordinal";

/// One value, on a line of its own.
fn say(said: &mut String, value: ValueRef<'_>) -> rusqlite::Result<()> {
    // Writing into memory does not fail.
    let _written = if let ValueRef::Integer(number) = value {
        writeln!(said, "{number}")
    } else if let Some(text) = value.as_str_or_null()? {
        writeln!(said, "{}:{text}", text.len())
    } else {
        writeln!(said, "-")
    };
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_values_say_the_same() {
        let of = |values: &[ValueRef<'_>]| {
            let mut said = String::new();
            values.iter().try_for_each(|value| say(&mut said, *value)).expect("said");
            said
        };
        let text = |text: &'static str| ValueRef::Text(text.as_bytes());
        let all = [
            of(&[ValueRef::Null, text("")]),
            of(&[text(""), ValueRef::Null]),
            of(&[text("-\n0:"), ValueRef::Null]),
            of(&[text("7"), ValueRef::Integer(7)]),
            of(&[ValueRef::Integer(7), text("7")]),
            of(&[text("ab"), text("")]),
            of(&[text("a"), text("b")]),
        ];
        for (place, one) in all.iter().enumerate() {
            assert!(!all[..place].contains(one), "{one}");
        }
    }
}
