//! Pseudonyms for residents. A name, and nothing else, is stored of a person.

mod named;
mod page;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use crate::entry::{row_from, row_sql};
use crate::index::{Writer, residue};
use crate::{
    Cursor, EntryId, Going, Journal, JournalError, Row, Same, Status, Term, intention, life, line, stamp,
};

/// The most characters of an alias.
const MOST_CHARACTERS: usize = 60;

/// An alias's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AliasId(pub i64);

/// A pseudonym: one to sixty characters on one line, without white space around it.
#[derive(Clone, PartialEq, Eq)]
pub struct Alias(String);

impl Alias {
    /// Reads an alias as it was typed; white space around it is dropped.
    ///
    /// # Errors
    /// [`JournalError::AliasUnusable`] when it is empty, longer than sixty characters, or holds a
    /// line break, a control character, or a mark that turns the direction of the text around it.
    pub fn parse(text: &str) -> Result<Self, JournalError> {
        let name = text.trim();
        if name.is_empty() || !line::fits(name, MOST_CHARACTERS) {
            return Err(JournalError::AliasUnusable);
        }
        Ok(Self(name.to_owned()))
    }

    /// As it was first typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In lower case: what two spellings of one alias have in common.
    pub(crate) fn folded(&self) -> String {
        self.0.to_lowercase()
    }

    /// As it stands in the store, where only [`Alias::parse`] put it.
    pub(crate) const fn stored(name: String) -> Self {
        Self(name)
    }

    /// Its row, made when there is none.
    pub(crate) fn row(&self, connection: &Connection) -> Result<AliasId, JournalError> {
        let folded = self.folded();
        connection
            .prepare_cached(
                "INSERT INTO alias (name, folded) VALUES (?1, ?2) ON CONFLICT (folded) DO NOTHING",
            )?
            .execute([&self.0, &folded])?;
        Ok(connection
            .prepare_cached("SELECT id FROM alias WHERE folded = ?1")?
            .query_row([&folded], |row| row.get(0).map(AliasId))?)
    }
}

impl std::fmt::Debug for Alias {
    /// A pseudonym still points at somebody: it is in no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Alias")
    }
}

/// An alias in the list of all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AliasRow {
    /// The alias, as it was first typed.
    pub alias: Alias,
    /// The day of the last contact; that of an entry in the bin only where there is no other.
    pub last_contact: NaiveDate,
    /// The day on which the work with it was closed; none: it goes on.
    pub closed_on: Option<NaiveDate>,
}

/// An entry under an alias.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AliasEntry {
    /// The entry as a list shows it.
    pub row: Row,
    /// When it goes; none in the bin, which empties itself.
    pub going: Option<Going>,
    /// What became of it outside this journal.
    pub status: Status,
    /// Whether it is in the bin.
    pub in_bin: bool,
}

/// The SQL of an alias's row: its name, the day of its last contact, the day of its closing.
macro_rules! alias_sql {
    ($rest:literal) => {
        concat!(
            "SELECT * FROM (SELECT alias.name, coalesce(
                 (SELECT contact.day FROM contact CROSS JOIN entry ON entry.contact = contact.id
                  WHERE contact.alias = alias.id AND entry.deleted_at IS NULL
                  ORDER BY contact.day DESC LIMIT 1),
                 (SELECT max(day) FROM contact WHERE alias = alias.id)) AS last_contact,
                 alias.closed_on, alias.id AS id, alias.folded AS folded FROM alias)
             WHERE last_contact IS NOT NULL ",
            $rest
        )
    };
}

fn alias_row_from(row: &rusqlite::Row<'_>) -> rusqlite::Result<AliasRow> {
    Ok(AliasRow {
        alias: row.get(0).map(Alias::stored)?,
        last_contact: stamp::day(row.get(1)?)?,
        closed_on: row.get::<_, Option<i32>>(2)?.map(stamp::day).transpose()?,
    })
}

/// The number of an alias that is in use, the bin included.
pub(crate) fn known(connection: &Connection, alias: &Alias) -> Result<AliasId, JournalError> {
    find(connection, alias)?.ok_or(JournalError::AliasGone)
}

fn find(connection: &Connection, alias: &Alias) -> Result<Option<AliasId>, JournalError> {
    Ok(connection
        .prepare_cached("SELECT id FROM alias WHERE folded = ?1")?
        .query_row([alias.folded()], |row| row.get(0).map(AliasId))
        .optional()?)
}

/// There is a new contact with this alias: the work goes on.
pub(crate) fn open(connection: &Connection, alias: &Alias) -> Result<(), JournalError> {
    connection
        .prepare_cached("UPDATE alias SET closed_on = NULL WHERE folded = ?1 AND closed_on IS NOT NULL")?
        .execute([alias.folded()])?;
    Ok(())
}

/// A contact with this alias was on this day: after a closing, the work goes on.
pub(crate) fn open_before(
    connection: &Connection,
    alias: &Alias,
    contact: NaiveDate,
) -> Result<(), JournalError> {
    connection
        .prepare_cached("UPDATE alias SET closed_on = NULL WHERE folded = ?1 AND closed_on < ?2")?
        .execute(params![alias.folded(), stamp::number(contact)])?;
    Ok(())
}

/// Its entries, those in the bin too.
fn entries_of(connection: &Connection, alias: AliasId) -> Result<Vec<EntryId>, JournalError> {
    let mut read = connection.prepare_cached(
        "SELECT entry.id FROM contact CROSS JOIN entry ON entry.contact = contact.id
         WHERE contact.alias = ?1 ORDER BY entry.id",
    )?;
    let entries = read.query_map([alias.0], |row| row.get(0).map(EntryId))?;
    Ok(entries.collect::<Result<_, _>>()?)
}

/// What was erased of it while it was in use.
fn erased_before(connection: &Connection, alias: AliasId) -> Result<Vec<Same>, JournalError> {
    let mut read =
        connection.prepare_cached("SELECT entry, seed FROM erased WHERE alias = ?1 ORDER BY entry, seed")?;
    let same = read.query_map([alias.0], Same::read)?;
    Ok(same.collect::<Result<_, _>>()?)
}

/// Joins one alias to another: its contacts become those of the other, and its name goes.
fn join(
    connection: &Connection,
    index: &mut Writer<'_>,
    from: AliasId,
    into: AliasId,
) -> Result<(), JournalError> {
    let entries = entries_of(connection, from)?;
    let mut indexed = Vec::new();
    for entry in &entries {
        if index.is_in(connection, *entry)? {
            // The index knows the alias by its number: the text goes out as it came in.
            index.take_out(connection, *entry)?;
            indexed.push(*entry);
        }
    }
    connection.prepare_cached("UPDATE contact SET alias = ?2 WHERE alias = ?1")?.execute([from.0, into.0])?;
    connection
        .prepare_cached("UPDATE OR REPLACE erased SET alias = ?2 WHERE alias = ?1")?
        .execute([from.0, into.0])?;
    for entry in &entries {
        intention::follow_contact(connection, *entry)?;
    }
    let closed_on = closed_together(connection, from, into)?;
    connection
        .prepare_cached("UPDATE alias SET closed_on = ?2 WHERE id = ?1")?
        .execute(params![into.0, closed_on])?;
    // What one was spared of is not brought back by a name.
    connection
        .prepare_cached(
            "UPDATE alias SET quiet = 1 WHERE id = ?2 AND EXISTS (SELECT 1 FROM alias WHERE id = ?1 AND quiet = 1)",
        )?
        .execute([from.0, into.0])?;
    connection.prepare_cached("DELETE FROM alias WHERE id = ?1")?.execute([from.0])?;
    for entry in indexed {
        index.put_in(connection, entry)?;
    }
    residue::clear(connection)
}

/// When the work with two aliases that became one was closed: the earliest of their closings that no
/// contact came after; none where it goes on. To be asked once their contacts are one's.
fn closed_together(
    connection: &Connection,
    from: AliasId,
    into: AliasId,
) -> Result<Option<i64>, JournalError> {
    const CLOSED: &str = "SELECT min(closed_on) FROM alias WHERE id IN (?1, ?2) AND NOT EXISTS (
        SELECT 1 FROM contact CROSS JOIN entry ON entry.contact = contact.id
        WHERE contact.alias = ?2 AND contact.day > closed_on AND entry.deleted_at IS NULL)";
    Ok(connection.prepare_cached(CLOSED)?.query_row([from.0, into.0], |row| row.get(0))?)
}

impl Journal {
    /// The aliases of entries that are not in the bin, the latest contact first.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn aliases(&self) -> Result<Vec<Alias>, JournalError> {
        self.reading(|look| {
            const BY_LATEST: &str = "SELECT alias.name FROM entry
                JOIN contact ON contact.id = entry.contact
                JOIN alias ON alias.id = contact.alias
                WHERE entry.deleted_at IS NULL
                GROUP BY alias.id ORDER BY max(contact.day) DESC, max(entry.id) DESC";
            let mut statement = look.prepare_cached(BY_LATEST)?;
            let aliases = statement.query_map([], |row| row.get(0).map(Alias::stored))?;
            Ok(aliases.collect::<Result<_, _>>()?)
        })
    }

    /// Whether an alias is in use, in whatever case it was typed. The bin counts: what is put back
    /// must find its alias free.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn alias_in_use(&self, alias: &Alias) -> Result<bool, JournalError> {
        self.reading(|look| {
            Ok(look
                .prepare_cached("SELECT 1 FROM alias WHERE folded = ?1")?
                .query_row([alias.folded()], |_| Ok(()))
                .optional()?
                .is_some())
        })
    }

    /// Every alias that is in use, the bin included: the latest contact first.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn alias_rows(&self) -> Result<Vec<AliasRow>, JournalError> {
        self.reading(|look| {
            let mut read = look.prepare_cached(alias_sql!("ORDER BY last_contact DESC, id DESC"))?;
            let rows = read.query_map([], alias_row_from)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// The names alone of the same aliases, in no order that means anything: for looking through a text,
    /// at every pause in typing.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn alias_names(&self) -> Result<Vec<Alias>, JournalError> {
        const NAMES: &str =
            "SELECT name FROM alias WHERE EXISTS (SELECT 1 FROM contact WHERE contact.alias = alias.id)";
        self.reading(|look| {
            let mut read = look.prepare_cached(NAMES)?;
            let names = read.query_map([], |row| row.get(0).map(Alias::stored))?;
            Ok(names.collect::<Result<_, _>>()?)
        })
    }

    /// One alias, as the list of all has it.
    ///
    /// # Errors
    /// [`JournalError::AliasGone`], and whatever the store says.
    pub fn alias_row(&self, alias: &Alias) -> Result<AliasRow, JournalError> {
        self.reading(|look| {
            let mut read = look.prepare_cached(alias_sql!("AND folded = ?1"))?;
            read.query_row([alias.folded()], alias_row_from).optional()?.ok_or(JournalError::AliasGone)
        })
    }

    /// Entries of an alias, newest first, those in the bin too, and when each goes: at most `limit`, those
    /// after a place where an earlier page ended. None where the alias is gone.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn alias_entries(
        &self,
        alias: &Alias,
        term: Term,
        today: NaiveDate,
        after: Option<Cursor>,
        limit: usize,
    ) -> Result<Vec<AliasEntry>, JournalError> {
        const ENTRIES: &str = row_sql!(
            ", entry.shown_on, entry.carried_out_on, entry.deleted_at IS NOT NULL",
            "WHERE alias.folded = ?1 AND (entry.day, entry.id) < (?2, ?3)
             ORDER BY entry.day DESC, entry.id DESC LIMIT ?4"
        );
        let before = after.map_or((i32::MAX, i64::MAX), |after| (stamp::number(after.day), after.entry.0));
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.reading(|look| {
            let mut entries: Vec<AliasEntry> = look
                .prepare_cached(ENTRIES)?
                .query_map((alias.folded(), before.0, before.1, limit), |row| {
                    let status = Status::read(row.get(5)?, row.get(6)?)?;
                    Ok(AliasEntry { row: row_from(row)?, going: None, status, in_bin: row.get(7)? })
                })?
                .collect::<Result<_, _>>()?;
            for entry in &mut entries {
                let id = entry.row.entry;
                entry.going = life::going(look, id, term, today)?.ok_or(JournalError::EntryGone)?;
                entry.row.excerpt = self.first_words(look, id)?;
            }
            Ok(entries)
        })
    }

    /// Gives an alias another name; the old one is nowhere any more, but in texts that name it.
    /// Another case of its own name is no conflict.
    ///
    /// # Errors
    /// [`JournalError::AliasGone`]; [`JournalError::AliasTaken`] when another alias has that name;
    /// [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn rename_alias(&mut self, alias: &Alias, to: &Alias) -> Result<(), JournalError> {
        self.change(|transaction, _| {
            let id = known(transaction, alias)?;
            if find(transaction, to)?.is_some_and(|other| other != id) {
                return Err(JournalError::AliasTaken);
            }
            transaction
                .prepare_cached("UPDATE alias SET name = ?2, folded = ?3 WHERE id = ?1")?
                .execute(params![id.0, to.0, to.folded()])?;
            Ok(())
        })?;
        self.with_room(|journal| Ok(journal.vault.empty_log()?))
    }

    /// Joins an alias to another one, which keeps its name; the first one's name is nowhere any more,
    /// but in texts that name it. An alias joined to itself stays as it is.
    ///
    /// The term of every entry then counts from the last contact with the two, and none moves its own
    /// two years. Of two closings the earliest holds that no contact came after.
    ///
    /// # Errors
    /// [`JournalError::AliasGone`] when one of them is; [`JournalError::OnlyReading`]; and whatever
    /// the store says.
    pub fn merge_aliases(&mut self, alias: &Alias, into: &Alias) -> Result<(), JournalError> {
        self.with_room(|journal| {
            journal.change(|transaction, index| {
                let (from, into) = (known(transaction, alias)?, known(transaction, into)?);
                if from == into { Ok(()) } else { join(transaction, index, from, into) }
            })
        })?;
        self.with_room(|journal| Ok(journal.vault.empty_log()?))
    }

    /// Closes the work with an alias on a day, or with none, takes that back. One that is closed
    /// already stays so from the earlier day.
    ///
    /// # Errors
    /// [`JournalError::AliasGone`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn close_alias(&mut self, alias: &Alias, closed_on: Option<NaiveDate>) -> Result<(), JournalError> {
        const CLOSE: &str = "UPDATE alias SET closed_on = min(coalesce(closed_on, ?2), ?2)
            WHERE id = ?1 AND closed_on IS NOT ?2";
        self.change(|transaction, _| {
            let id = known(transaction, alias)?;
            // The smallest of a number and nothing is nothing.
            transaction.prepare_cached(CLOSE)?.execute(params![id.0, closed_on.map(stamp::number)])?;
            Ok(())
        })
    }

    /// Erases an alias with all its entries, those in the bin too, in one change: what was written,
    /// the contacts, their part of the index, the name. Says what was erased now and of this alias
    /// before, while backups may hold it still, and remembers it for them.
    ///
    /// # Errors
    /// [`JournalError::AliasGone`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn erase_alias(&mut self, alias: &Alias) -> Result<Vec<Same>, JournalError> {
        self.may_write()?;
        let id = known(self.connection(), alias)?;
        let entries = entries_of(self.connection(), id)?;
        let before = erased_before(self.connection(), id)?;
        self.forget(&entries, &before)
    }

    /// Whether the words of an alias stand, one after the other, in a text that is not one of its own
    /// entries: in an answer, in a question of the person, in what was learned, such as a rule of thumb
    /// or its former wordings, or in what was frozen for a walk-through. Case and diacritics do not count, and the bin does not. The alias
    /// need not be in use.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn is_named(&self, alias: &Alias) -> Result<bool, JournalError> {
        named::is_named(self, alias)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_is_one_trimmed_line() {
        assert_eq!(Alias::parse("  Blauwe Reiger ").expect("usable").as_str(), "Blauwe Reiger");
        assert!(Alias::parse("👩‍👩‍👧 é").is_ok());
        assert!(Alias::parse(&"é".repeat(60)).is_ok());
        for unusable in
            ["", " \n ", "twee\nregels", "nul\0", "om\u{202e}gekeerd", "re\u{2028}gel", &"é".repeat(61)]
        {
            assert!(matches!(Alias::parse(unusable), Err(JournalError::AliasUnusable)), "{unusable:?}");
        }
    }

    #[test]
    fn an_alias_is_not_printed() {
        assert_eq!(format!("{:?}", Alias::parse("Reiger").expect("usable")), "Alias");
    }
}
