//! Walking to the newest entries that are asked for: along the index, or along the list.

use rusqlite::Connection;

use super::Place;
use super::filter::Scope;
use super::plan::Balance;
use super::query::{Query, Scan};
use crate::index::fold::Folder;
use crate::{EntryId, JournalError};

/// The answers of an entry.
pub(super) const ANSWERS: &str = "SELECT text FROM answer WHERE entry = ?1 ORDER BY ordinal";

/// The newest of what was found so far.
pub(super) struct Newest {
    limit: usize,
    /// Newest first.
    pub(super) found: Vec<Place>,
}

impl Newest {
    pub(super) const fn new(limit: usize) -> Self {
        Self { limit, found: Vec::new() }
    }

    pub(super) fn full(&self) -> bool {
        self.found.len() >= self.limit
    }

    /// The oldest of those found, once there are enough of them.
    pub(super) fn floor(&self) -> Option<Place> {
        if self.full() { self.found.last().copied() } else { None }
    }

    /// Where this place would stand; none when it is there already.
    fn slot(&self, place: Place) -> Option<usize> {
        let at = self.found.partition_point(|other| *other > place);
        if self.found.get(at) == Some(&place) { None } else { Some(at) }
    }

    /// Whether this place would be among the newest, and is not yet.
    pub(super) fn wants(&self, place: Place) -> bool {
        self.floor().is_none_or(|floor| place > floor) && self.slot(place).is_some()
    }

    pub(super) fn add(&mut self, place: Place) {
        if let Some(at) = self.slot(place) {
            self.found.insert(at, place);
            self.found.truncate(self.limit);
        }
    }
}

/// One search under way.
pub(super) struct Walk<'a> {
    pub(super) connection: &'a Connection,
    pub(super) folder: &'a mut Folder,
    pub(super) query: &'a Query,
    pub(super) scope: &'a Scope,
    pub(super) balance: Balance,
    pub(super) newest: Newest,
    /// The numbers of the entries on the days that are asked for: the least and the greatest.
    pub(super) numbers: (i64, i64),
}

impl<'a> Walk<'a> {
    /// None where no entry is on the days that are asked for.
    pub(super) fn new(
        connection: &'a Connection,
        folder: &'a mut Folder,
        (query, scope): (&'a Query, &'a Scope),
        balance: Balance,
        limit: usize,
    ) -> Result<Option<Self>, JournalError> {
        let numbers = if scope.has_days { numbers(connection, scope)? } else { Some((i64::MIN, i64::MAX)) };
        let newest = Newest::new(limit);
        Ok(numbers.map(|numbers| Self { connection, folder, query, scope, balance, newest, numbers }))
    }

    /// Asks the index, the latest started first, and stops when nothing newer can come. `edge`:
    /// everything newer than that has been looked at.
    pub(super) fn ask(
        &mut self,
        question: &str,
        exact: bool,
        edge: Option<Place>,
    ) -> Result<(), JournalError> {
        let mut statement = self.connection.prepare_cached(&ask(self.scope))?;
        let before = edge.map_or(self.scope.before, |edge| edge.min(self.scope.before));
        let (least, greatest) = self.numbers;
        let mut rows = statement.query((question, before.0, before.1, self.scope.from, least, greatest))?;
        let (mut seen, mut next_look) = (0_usize, self.newest.limit);
        while let Some(row) = rows.next()? {
            let place: Place = (row.get(0)?, row.get(1)?);
            seen += 1;
            if self.newest.wants(place) && (exact || self.holds(EntryId(place.1))?) {
                self.newest.add(place);
            }
            // Looked at after 50, 100, 200, … rows, so that looking never outweighs walking.
            if seen >= next_look {
                next_look = seen * 2;
                if let Some(floor) = self.newest.floor()
                    && self.balance.worth_looking(self.latest(before)?, floor, seen)
                    && !self.newer_in_lists(floor, before, place.1)?
                {
                    break;
                }
            }
        }
        Ok(())
    }

    fn holds(&mut self, entry: EntryId) -> Result<bool, JournalError> {
        all_occur(self.connection, self.folder, self.query, entry)
    }

    /// About the greatest number of an entry that may be asked for.
    fn latest(&self, before: Place) -> Result<i64, JournalError> {
        let mut newest = self.connection.prepare_cached("SELECT max(id) FROM entry")?;
        let newest: Option<i64> = newest.query_row([], |row| row.get(0))?;
        let newest = newest.unwrap_or_default().min(self.numbers.1);
        // The place after a last day has no entry of its own.
        Ok(if before.1 > 0 { newest.min(before.1) } else { newest })
    }

    /// Whether some entry started before `started` comes before `floor` in a list: a contact may be
    /// written about long after it took place, so that the two orders differ.
    fn newer_in_lists(&self, floor: Place, before: Place, started: i64) -> Result<bool, JournalError> {
        let values = (floor.0, floor.1, before.0, before.1, started);
        Ok(self.connection.prepare_cached(NEWER)?.exists(values)?)
    }

    /// Reads the newest entries until enough is found; gives the place where it stopped for
    /// having read `most` of them, and none when there is nothing left to do.
    pub(super) fn read_newest(&mut self, most: Option<usize>) -> Result<Option<Place>, JournalError> {
        let mut statement = self.connection.prepare_cached(&newest(self.scope))?;
        let Scope { before, from, .. } = self.scope;
        let mut rows = statement.query((before.0, before.1, from))?;
        let mut read = 0;
        while let Some(row) = rows.next()? {
            let place: Place = (row.get(0)?, row.get(1)?);
            let entry = EntryId(place.1);
            if self.scope.holds(self.connection, entry)? && self.holds(entry)? {
                self.newest.add(place);
                if self.newest.full() {
                    return Ok(None);
                }
            }
            read += 1;
            if most == Some(read) {
                return Ok(Some(place));
            }
        }
        Ok(None)
    }
}

/// Looks at an entry's answers themselves.
pub(super) fn all_occur(
    connection: &Connection,
    folder: &mut Folder,
    query: &Query,
    entry: EntryId,
) -> Result<bool, JournalError> {
    if query.is_empty() {
        return Ok(true);
    }
    let mut scan = Scan::new(query);
    let mut statement = connection.prepare_cached(ANSWERS)?;
    let mut rows = statement.query([entry.0])?;
    while let Some(row) = rows.next()? {
        let raw = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        if !scan.take(raw, folder)? {
            break;
        }
    }
    Ok(scan.holds())
}

/// The least and the greatest number on the days of a scope: the two orders are nearly the same, so that
/// the index need not be walked from today.
fn numbers(connection: &Connection, scope: &Scope) -> Result<Option<(i64, i64)>, JournalError> {
    let Scope { before, from, .. } = scope;
    let ends = connection
        .prepare_cached(NUMBERS)?
        .query_row((before.0, before.1, from), |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(match ends {
        (Some(least), Some(greatest)) => Some((least, greatest)),
        _ => None,
    })
}

pub(super) const NUMBERS: &str = "SELECT min(id), max(id) FROM entry
    WHERE deleted_at IS NULL AND (day, id) < (?1, ?2) AND day >= ?3";

pub(super) const NEWER: &str = "SELECT 1 FROM entry
    WHERE deleted_at IS NULL AND (day, id) > (?1, ?2) AND (day, id) < (?3, ?4) AND id < ?5";

pub(super) fn ask(scope: &Scope) -> String {
    format!(
        "SELECT entry.day, entry.id FROM entry_index CROSS JOIN entry ON entry.id = entry_index.rowid
         WHERE entry_index MATCH ?1 AND entry_index.rowid BETWEEN ?5 AND ?6
           AND (entry.day, entry.id) < (?2, ?3) AND entry.day >= ?4{}
         ORDER BY entry_index.rowid DESC",
        scope.condition()
    )
}

/// Whether at most so many entries are in the list of a scope.
pub(super) fn at_most(connection: &Connection, scope: &Scope, most: usize) -> Result<bool, JournalError> {
    let sql = format!("SELECT count(*) FROM ({} LIMIT ?4)", newest(scope));
    let Scope { before, from, .. } = scope;
    let more = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
    let count: i64 =
        connection.prepare_cached(&sql)?.query_row((before.0, before.1, from, more), |row| row.get(0))?;
    Ok(count < more)
}

/// The list, newest first.
pub(super) fn newest(scope: &Scope) -> String {
    format!(
        "SELECT day, id FROM entry
         WHERE deleted_at IS NULL AND (day, id) < (?1, ?2) AND day >= ?3{}
         ORDER BY day DESC, id DESC",
        scope.condition()
    )
}
