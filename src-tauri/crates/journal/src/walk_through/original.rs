//! Whether an entry still says what it said when a page was frozen from it.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use crate::{EntryId, JournalError};

/// What became of an entry since a page was frozen from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Original {
    /// Nothing.
    Same,
    /// It says something else now: its day, its kind of contact, its alias, its baggage, its mood, what was
    /// asked, or what was written.
    Changed,
    /// It is in the bin.
    InBin,
}

/// What an entry says now.
pub(super) struct Now {
    /// The number of its alias, if it has one.
    pub(super) alias: Option<i64>,
    /// A print of all else: equal prints, equal entries. An alias is compared by its number, so that
    /// another name of it is none, and no print of a name outlives it.
    pub(super) print: Vec<u8>,
    in_bin: bool,
}

/// What a frozen page remembers of its entry.
pub(super) struct Then {
    /// The number of its alias; none when that is gone, too.
    pub(super) alias: Option<i64>,
    /// Whether it had one.
    pub(super) had_alias: bool,
    /// The print of all else.
    pub(super) print: Vec<u8>,
}

impl Now {
    /// Reads an entry.
    pub(super) fn of(connection: &Connection, entry: EntryId) -> Result<Self, JournalError> {
        const HEAD: &str = "SELECT entry.deleted_at IS NOT NULL, contact.alias,
            entry.day, contact.kind, baggage, mood, title
            FROM entry LEFT JOIN contact ON contact.id = entry.contact WHERE entry.id = ?1";
        const ANSWERS: &str = "SELECT answer.id, field, wording.text, heading.text, option, answer.text
            FROM answer LEFT JOIN wording ON wording.id = answer.wording
            LEFT JOIN wording AS heading ON heading.id = answer.heading
            WHERE entry = ?1 AND has_text ORDER BY ordinal";
        let mut print = Sha256::new_with_prefix(b"walk-page 1\0");
        let head = connection
            .prepare_cached(HEAD)?
            .query_row([entry.0], |row| {
                for column in 2..7 {
                    take(&mut print, row.get_ref(column)?);
                }
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        let (in_bin, alias) = head.ok_or(JournalError::EntryGone)?;
        let mut read = connection.prepare_cached(ANSWERS)?;
        let mut answers = read.query([entry.0])?;
        while let Some(row) = answers.next()? {
            for column in 0..6 {
                take(&mut print, row.get_ref(column)?);
            }
        }
        Ok(Self { alias, print: print.finalize().to_vec(), in_bin })
    }

    /// What became of it since then.
    pub(super) fn since(&self, then: &Then) -> Original {
        let same_alias = self.alias == then.alias && self.alias.is_some() == then.had_alias;
        if self.in_bin {
            Original::InBin
        } else if same_alias && self.print == then.print {
            Original::Same
        } else {
            Original::Changed
        }
    }
}

/// One value, with what kind it is and how long, so that no two rows give the same bytes.
fn take(print: &mut Sha256, value: ValueRef<'_>) {
    let (kind, bytes): (u8, &[u8]) = match &value {
        ValueRef::Null => (0, &[]),
        ValueRef::Integer(number) => (1, &number.to_le_bytes()),
        ValueRef::Real(number) => (2, &number.to_le_bytes()),
        ValueRef::Text(bytes) => (3, bytes),
        ValueRef::Blob(bytes) => (4, bytes),
    };
    print.update([kind]);
    print.update((bytes.len() as u64).to_le_bytes());
    print.update(bytes);
}
