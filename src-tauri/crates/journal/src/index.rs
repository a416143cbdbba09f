//! The full-text index: what goes in, what comes out, and when.
//!
//! The first change to an indexed entry takes its old text out, in the same transaction: with
//! external content, what is no longer stored cannot be taken out later. The new text waits,
//! because one save per key press must not pay for the index; it goes in when one leaves the
//! entry, closes the journal or searches. An entry in the bin is in no index.

pub(crate) mod fold;
pub(crate) mod residue;
pub(crate) mod words;

use rusqlite::{Connection, OptionalExtension, params};

use crate::search::Balance;
use crate::{EntryId, Journal, JournalError};
use fold::Folder;
use words::Words;

impl Journal {
    /// The person left the entry: its new text goes into the index. Nothing happens to an entry
    /// that is gone, in the bin or indexed as it stands, and nothing in a journal that is only read.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn leave(&mut self, entry: EntryId) -> Result<(), JournalError> {
        const WAITING: &str = "SELECT 1 FROM entry WHERE id = ?1 AND indexed = 0 AND deleted_at IS NULL";
        if self.only_reads() {
            return Ok(());
        }
        let waiting = self.connection().prepare_cached(WAITING)?.exists([entry.0])?;
        if waiting {
            self.change(|transaction, writer| writer.put_in(transaction, entry))?;
        }
        Ok(())
    }

    /// Indexes every entry that waits for it.
    pub(crate) fn index_pending(&mut self) -> Result<(), JournalError> {
        let waiting: Vec<i64> = self
            .connection()
            .prepare_cached("SELECT id FROM entry WHERE indexed = 0 AND deleted_at IS NULL ORDER BY id")?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        if waiting.is_empty() {
            return Ok(());
        }
        self.change(|transaction, writer| {
            waiting.iter().try_for_each(|entry| writer.put_in(transaction, EntryId(*entry)))
        })
    }
}

/// What the index keeps in memory.
pub(crate) struct Index {
    /// Reads a text as the index reads it.
    pub(crate) folder: Folder,
    /// Every word of the store; none where they could not be read at the opening, or have to be anew.
    words: Option<Words>,
    /// How a search weighs its ways.
    pub(crate) balance: Balance,
}

impl Index {
    pub(crate) fn new() -> Result<Self, JournalError> {
        Ok(Self { folder: Folder::new()?, words: None, balance: Balance::MEASURED })
    }

    /// Reads the words of the store, so that the first search need not.
    ///
    /// # Errors
    /// Whatever the store says.
    pub(crate) fn read_words(&mut self, connection: &Connection) -> Result<(), JournalError> {
        self.words = Some(Words::read(connection)?);
        Ok(())
    }

    /// Starts the bookkeeping of one transaction.
    pub(crate) fn writer(&mut self) -> Writer<'_> {
        Writer { folder: &mut self.folder, changes: TermChanges::default() }
    }

    /// After a commit, and only then: the words in memory become those of the store.
    pub(crate) fn follow(&mut self, changes: &TermChanges) {
        if let Some(words) = &mut self.words
            && !words.follow(changes)
        {
            self.words = None;
        }
    }

    /// What a search reads with: the folder, and the words of the store once they were read.
    pub(crate) const fn parts(&mut self) -> (&mut Folder, &mut Option<Words>) {
        (&mut self.folder, &mut self.words)
    }
}

/// Words that came into the store or went out of it in one transaction.
#[derive(Default)]
pub(crate) struct TermChanges {
    /// In the order in which it happened: the word, and whether it came.
    pub(crate) steps: Vec<(String, bool)>,
}

/// Changes the index within one transaction.
pub(crate) struct Writer<'a> {
    folder: &'a mut Folder,
    changes: TermChanges,
}

impl Writer<'_> {
    /// Puts an entry's text into the index and its words among the terms.
    pub(crate) fn put_in(&mut self, connection: &Connection, entry: EntryId) -> Result<(), JournalError> {
        const TAKE_UP: &str = "INSERT INTO term (term, entries) VALUES (?1, 1)
            ON CONFLICT (term) DO UPDATE SET entries = entries + 1 RETURNING entries";
        connection.prepare_cached("UPDATE entry SET indexed = 1 WHERE id = ?1")?.execute([entry.0])?;
        let Some((body, meta)) = text_of(connection, entry)? else { return Ok(()) };
        connection
            .prepare_cached("INSERT INTO entry_index (rowid, body, meta) VALUES (?1, ?2, ?3)")?
            .execute(params![entry.0, body, meta])?;
        let mut take_up = connection.prepare_cached(TAKE_UP)?;
        for term in self.folder.terms(&body)? {
            let entries: i64 = take_up.query_row([&term], |row| row.get(0))?;
            if entries == 1 {
                self.changes.steps.push((term, true));
            }
        }
        Ok(())
    }

    /// Whether an entry's text is in the index.
    pub(crate) fn is_in(&self, connection: &Connection, entry: EntryId) -> Result<bool, JournalError> {
        let sql = "SELECT indexed FROM entry WHERE id = ?1";
        Ok(connection.prepare_cached(sql)?.query_row([entry.0], |row| row.get(0))?)
    }

    /// Takes an entry's text out of the index and its words out of the terms, before that text
    /// changes. Nothing happens when it is not in.
    pub(crate) fn take_out(&mut self, connection: &Connection, entry: EntryId) -> Result<(), JournalError> {
        // The view shows only what is indexed.
        let Some((body, meta)) = text_of(connection, entry)? else { return Ok(()) };
        connection
            .prepare_cached(
                "INSERT INTO entry_index (entry_index, rowid, body, meta) VALUES ('delete', ?1, ?2, ?3)",
            )?
            .execute(params![entry.0, body, meta])?;
        connection.prepare_cached("UPDATE entry SET indexed = 0 WHERE id = ?1")?.execute([entry.0])?;
        let mut last = connection.prepare_cached("DELETE FROM term WHERE term = ?1 AND entries = 1")?;
        let mut one_of =
            connection.prepare_cached("UPDATE term SET entries = entries - 1 WHERE term = ?1")?;
        for term in self.folder.terms(&body)? {
            if last.execute([&term])? == 1 {
                self.changes.steps.push((term, false));
            } else {
                one_of.execute([&term])?;
            }
        }
        Ok(())
    }

    /// What changed among the words, to be told to the list in memory after the commit.
    pub(crate) fn finish(self) -> TermChanges {
        self.changes
    }
}

/// What the index has seen of an entry; none when it is not in the index.
fn text_of(connection: &Connection, entry: EntryId) -> Result<Option<(String, String)>, JournalError> {
    Ok(connection
        .prepare_cached("SELECT body, meta FROM entry_text WHERE id = ?1")?
        .query_row([entry.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}
