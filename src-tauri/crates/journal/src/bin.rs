//! The bin: what is deleted waits for 24 hours, and then is erased beyond recovery.

use chrono::{DateTime, FixedOffset, TimeDelta};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use crate::entry::{row_from, row_sql};
use crate::index::{Writer, residue};
use crate::{
    ContactId, EntryId, Journal, JournalError, Row, WordingId, answer, prepared, stamp, walk_through,
};

/// How long an entry stays in the bin.
pub const HOURS_IN_BIN: i64 = 24;

const MILLIS_IN_BIN: i64 = HOURS_IN_BIN * 60 * 60 * 1000;

/// An entry in the bin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinRow {
    /// The entry as a list shows it.
    pub row: Row,
    /// When it goes for good.
    pub goes_at: DateTime<FixedOffset>,
}

impl Journal {
    /// Puts an entry in the bin; it leaves the index at once. One that is there already stays with
    /// the time it has.
    ///
    /// # Errors
    /// [`JournalError::EntryGone`], and whatever the store says.
    pub fn delete(&mut self, id: EntryId, now: DateTime<FixedOffset>) -> Result<(), JournalError> {
        self.with_room(|journal| {
            journal.change(|transaction, index| {
                if in_bin(transaction, id)? {
                    return Ok(());
                }
                index.take_out(transaction, id)?;
                let (millis, offset) = stamp::split(now);
                transaction
                    .prepare_cached("UPDATE entry SET deleted_at = ?2, deleted_offset = ?3 WHERE id = ?1")?
                    .execute(params![id.0, millis, offset])?;
                Ok(())
            })
        })
    }

    /// Takes an entry out of the bin, and puts it back into the index. One that is not there stays
    /// as it is.
    ///
    /// # Errors
    /// [`JournalError::EntryGone`], and whatever the store says.
    pub fn restore(&mut self, id: EntryId) -> Result<(), JournalError> {
        self.change(|transaction, index| {
            if !in_bin(transaction, id)? {
                return Ok(());
            }
            transaction
                .prepare_cached("UPDATE entry SET deleted_at = NULL, deleted_offset = NULL WHERE id = ?1")?
                .execute([id.0])?;
            // Meanwhile another entry may have got what was prepared.
            prepared::link(transaction, id)?;
            index.put_in(transaction, id)
        })
    }

    /// Erases an entry now, in the bin or not: its answers, the wordings, contact and alias that
    /// nothing else uses, its part of the index. While its alias is in use, its number is kept beside
    /// it, for the day on which the alias is erased. No page of the store holds it any more, and
    /// the store's log is emptied as soon as the store is known to be sound.
    ///
    /// # Errors
    /// [`JournalError::EntryGone`], and whatever the store says.
    pub fn erase(&mut self, id: EntryId) -> Result<(), JournalError> {
        self.erase_all(&[id])
    }

    /// What is in the bin, last deleted first.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn bin(&self) -> Result<Vec<BinRow>, JournalError> {
        self.reading(|look| {
            const IN_BIN: &str = row_sql!(
                ", entry.deleted_at, entry.deleted_offset",
                "WHERE entry.deleted_at IS NOT NULL ORDER BY entry.deleted_at DESC, entry.id DESC"
            );
            let mut rows: Vec<BinRow> = look
                .prepare_cached(IN_BIN)?
                .query_map([], |row| {
                    let deleted_at = stamp::join(row.get(5)?, row.get(6)?)?;
                    Ok(BinRow { row: row_from(row)?, goes_at: deleted_at + TimeDelta::hours(HOURS_IN_BIN) })
                })?
                .collect::<Result<_, _>>()?;
            for BinRow { row, .. } in &mut rows {
                row.excerpt = self.first_words(look, row.entry)?;
            }
            Ok(rows)
        })
    }

    /// Erases what has been in the bin for 24 hours, and says how many that were. To be called
    /// after opening and every hour. A clock that was put back makes the wait longer, never
    /// shorter.
    ///
    /// # Errors
    /// Whatever the store says; nothing is erased then.
    pub fn sweep(&mut self, now: DateTime<FixedOffset>) -> Result<usize, JournalError> {
        self.may_write()?;
        let due: Vec<EntryId> = self
            .connection()
            .prepare_cached("SELECT id FROM entry WHERE deleted_at IS NOT NULL AND deleted_at <= ?1")?
            .query_map([now.timestamp_millis().saturating_sub(MILLIS_IN_BIN)], |row| row.get(0).map(EntryId))?
            .collect::<Result<_, _>>()?;
        self.erase_all(&due)?;
        Ok(due.len())
    }

    /// Erases these entries in one change, or none of them.
    pub(crate) fn erase_all(&mut self, entries: &[EntryId]) -> Result<(), JournalError> {
        self.erase_all_and(entries, |_| Ok(()))
    }

    /// Erases these entries and does something besides, in one change; nothing where there are none.
    pub(crate) fn erase_all_and(
        &mut self,
        entries: &[EntryId],
        also: impl Fn(&Transaction<'_>) -> Result<(), JournalError>,
    ) -> Result<(), JournalError> {
        if entries.is_empty() {
            return Ok(());
        }
        self.with_room(|journal| {
            journal.change(|transaction, index| {
                for id in entries {
                    in_bin(transaction, *id)?;
                    erase(transaction, index, *id)?;
                }
                also(transaction)?;
                residue::clear(transaction)
            })
        })?;
        self.with_room(|journal| Ok(journal.vault.empty_log()?))
    }
}

fn in_bin(connection: &Connection, id: EntryId) -> Result<bool, JournalError> {
    connection
        .prepare_cached("SELECT deleted_at IS NOT NULL FROM entry WHERE id = ?1")?
        .query_row([id.0], |row| row.get(0))
        .optional()?
        .ok_or(JournalError::EntryGone)
}

fn erase(connection: &Connection, index: &mut Writer<'_>, id: EntryId) -> Result<(), JournalError> {
    const WORDINGS: &str = "SELECT wording FROM answer WHERE entry = ?1 AND wording IS NOT NULL
        UNION SELECT heading FROM answer WHERE entry = ?1 AND heading IS NOT NULL";
    const REMEMBER: &str = "INSERT OR IGNORE INTO erased (alias, entry, seed)
        SELECT contact.alias, entry.id, entry.seed FROM entry JOIN contact ON contact.id = entry.contact
        WHERE entry.id = ?1 AND contact.alias IS NOT NULL";
    index.take_out(connection, id)?;
    let wordings: Vec<WordingId> = connection
        .prepare_cached(WORDINGS)?
        .query_map([id.0], |row| row.get(0).map(WordingId))?
        .collect::<Result<_, _>>()?;
    let contact: Option<ContactId> = connection
        .prepare_cached("SELECT contact FROM entry WHERE id = ?1")?
        .query_row([id.0], |row| Ok(row.get::<_, Option<i64>>(0)?.map(ContactId)))?;
    connection.prepare_cached(REMEMBER)?.execute([id.0])?;
    walk_through::entry_goes(connection, id)?;
    // An outcome elsewhere stays, and no longer says of which intention it is.
    connection.prepare_cached("DELETE FROM answer WHERE entry = ?1")?.execute([id.0])?;
    connection.prepare_cached("DELETE FROM entry WHERE id = ?1")?.execute([id.0])?;
    wordings.into_iter().try_for_each(|wording| answer::drop_unused_wording(connection, wording))?;
    contact.map_or(Ok(()), |contact| drop_unused_contact(connection, contact))
}

/// Erases a contact that no entry has any more, and its alias when no contact has that.
pub(crate) fn drop_unused_contact(connection: &Connection, contact: ContactId) -> Result<(), JournalError> {
    let alias: Option<i64> = connection
        .prepare_cached("SELECT alias FROM contact WHERE id = ?1")?
        .query_row([contact.0], |row| row.get(0))?;
    connection
        .prepare_cached(
            "DELETE FROM contact WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM entry WHERE contact = ?1)",
        )?
        .execute([contact.0])?;
    connection
        .prepare_cached(
            "DELETE FROM alias WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM contact WHERE alias = ?1)",
        )?
        .execute([alias])?;
    Ok(())
}
