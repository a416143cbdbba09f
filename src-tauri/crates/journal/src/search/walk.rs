//! Walking to the newest entries that are asked for: along a list, or along the index.

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
    connection: &'a Connection,
    folder: &'a mut Folder,
    query: &'a Query,
    scope: &'a Scope,
    balance: Balance,
    newest: Newest,
    /// Everything newer than this has been looked at.
    before: Place,
    /// Whether nothing is left to be looked at.
    over: bool,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        connection: &'a Connection,
        folder: &'a mut Folder,
        query: &'a Query,
        scope: &'a Scope,
        balance: Balance,
        limit: usize,
    ) -> Self {
        let (newest, before) = (Newest::new(limit), scope.before);
        Self { connection, folder, query, scope, balance, newest, before, over: false }
    }

    /// Whether nothing is left to be looked at, or enough was found.
    pub(super) const fn is_over(&self) -> bool {
        self.over
    }

    /// What was found, the newest first.
    pub(super) fn found(self) -> Vec<Place> {
        self.newest.found
    }

    /// Goes on along the list and reads each entry, until enough is found or about `most` were looked at;
    /// see [`Balance::reads_on`].
    pub(super) fn read(&mut self, most: usize) -> Result<(), JournalError> {
        if self.over || most == 0 {
            return Ok(());
        }
        let mut statement = self.connection.prepare_cached(&list(self.scope))?;
        let mut rows =
            statement.query((self.before.0, self.before.1, self.scope.from, self.scope.alias()))?;
        let (mut read, had) = (0, self.newest.found.len());
        while let Some(row) = rows.next()? {
            let place: Place = (row.get(0)?, row.get(1)?);
            let entry = EntryId(place.1);
            let holds = self.scope.is_told_by_list() || self.scope.holds(self.connection, entry)?;
            if holds && self.all_occur(entry)? {
                self.newest.add(place);
            }
            self.before = place;
            read += 1;
            if self.newest.full() {
                break;
            }
            let found = self.newest.found.len() - had;
            if !self.balance.reads_on(most, read, found, self.newest.limit - had) {
                return Ok(());
            }
        }
        self.over = true;
        Ok(())
    }

    /// Asks the index, the latest started first, and stops when nothing newer can come. What was read
    /// before is left out; where it is not `exact`, each hit is looked at.
    pub(super) fn ask(&mut self, question: &str, exact: bool) -> Result<(), JournalError> {
        let Some((least, greatest)) = self.numbers()? else { return Ok(()) };
        let mut statement = self.connection.prepare_cached(&ask(self.scope))?;
        let before = self.before;
        let mut rows = statement.query((question, before.0, before.1, self.scope.from, least, greatest))?;
        let (mut seen, mut next_look) = (0_usize, self.newest.limit);
        while let Some(row) = rows.next()? {
            let place: Place = (row.get(0)?, row.get(1)?);
            seen += 1;
            if self.newest.wants(place) && (exact || self.all_occur(EntryId(place.1))?) {
                self.newest.add(place);
            }
            // Looked at after 50, 100, 200, … rows, so that looking never outweighs walking.
            if seen >= next_look {
                next_look = seen * 2;
                if let Some(floor) = self.newest.floor()
                    && self.is_above_the_rest(floor, (place.1, greatest), seen)?
                {
                    break;
                }
            }
        }
        Ok(())
    }

    fn all_occur(&mut self, entry: EntryId) -> Result<bool, JournalError> {
        all_occur(self.connection, self.folder, self.query, entry)
    }

    /// The least and the greatest number on the days that are asked for, where those are few: the order of
    /// numbers is nearly that of days, so that the index need not be walked from today. None where no entry
    /// is on those days.
    fn numbers(&self) -> Result<Option<(i64, i64)>, JournalError> {
        let all = (i64::MIN, i64::MAX);
        if !self.scope.has_days {
            return Ok(Some(all));
        }
        let most = i64::try_from(self.balance.days_first).unwrap_or(i64::MAX);
        let values = (self.before.0, self.before.1, self.scope.from, most);
        let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let mut ends = self.connection.prepare_cached(NUMBERS)?;
        let (entries, least, greatest): (i64, Option<i64>, Option<i64>) = ends.query_row(values, read)?;
        Ok(if entries >= most { Some(all) } else { least.zip(greatest) })
    }

    /// About the greatest number of an entry that may be asked for.
    fn latest(&self, greatest: i64) -> Result<i64, JournalError> {
        let mut newest = self.connection.prepare_cached("SELECT max(id) FROM entry")?;
        let newest: Option<i64> = newest.query_row([], |row| row.get(0))?;
        let newest = newest.unwrap_or_default().min(greatest);
        // The place after a last day has no entry of its own.
        Ok(if self.before.1 > 0 { newest.min(self.before.1) } else { newest })
    }

    /// Whether it is sure, after so many hits, that no entry started before `started` comes before `floor`
    /// in the list: a contact may be written about long after it took place, so that the two orders differ.
    fn is_above_the_rest(
        &self,
        floor: Place,
        (started, greatest): (i64, i64),
        hits: usize,
    ) -> Result<bool, JournalError> {
        let (after, before) = (floor, self.before);
        if let Some(alias) = self.scope.alias() {
            let most = self.balance.rows_of_alias(hits);
            // Contacts are counted in their index, which is soon done; their entries stand far apart.
            let mut contacts = self.connection.prepare_cached(CONTACTS_OF_ALIAS)?;
            let contacts: i64 =
                contacts.query_row((alias, after.0, before.0, most.saturating_add(1)), |row| row.get(0))?;
            if contacts > most {
                return Ok(false);
            }
            let values = (after.0, after.1, before.0, before.1, started, alias, most.saturating_add(1));
            let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
            let mut rows = self.connection.prepare_cached(NEWER_OF_ALIAS)?;
            let (rows, newer): (i64, bool) = rows.query_row(values, read)?;
            return Ok(rows <= most && !newer);
        }
        if !self.balance.worth_looking(self.latest(greatest)?, floor, hits) {
            return Ok(false);
        }
        let values = (after.0, after.1, before.0, before.1, started);
        Ok(!self.connection.prepare_cached(NEWER)?.exists(values)?)
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

/// Whether at most so many entries are in the list of a scope.
pub(super) fn at_most(connection: &Connection, scope: &Scope, most: usize) -> Result<bool, JournalError> {
    let sql = format!("SELECT count(*) FROM ({} LIMIT ?5)", list(scope));
    let more = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
    let values = (scope.before.0, scope.before.1, scope.from, scope.alias(), more);
    let count: i64 = connection.prepare_cached(&sql)?.query_row(values, |row| row.get(0))?;
    Ok(count < more)
}

pub(super) const NUMBERS: &str = "SELECT count(*), min(id), max(id) FROM (
    SELECT id FROM entry WHERE deleted_at IS NULL AND (day, id) < (?1, ?2) AND day >= ?3 LIMIT ?4)";

pub(super) const NEWER: &str = "SELECT 1 FROM entry
    WHERE deleted_at IS NULL AND (day, id) > (?1, ?2) AND (day, id) < (?3, ?4) AND id < ?5";

pub(super) const CONTACTS_OF_ALIAS: &str = "SELECT count(*) FROM (
    SELECT 1 FROM contact WHERE alias = ?1 AND day > ?2 AND day <= ?3 LIMIT ?4)";

pub(super) const NEWER_OF_ALIAS: &str = "SELECT count(*), coalesce(max(id < ?5), 0) FROM (
    SELECT entry.id FROM contact CROSS JOIN entry ON entry.contact = contact.id
    WHERE contact.alias = ?6 AND contact.day >= ?1 AND contact.day <= ?3
      AND (contact.day, entry.id) > (?1, ?2) AND (contact.day, entry.id) < (?3, ?4) LIMIT ?7)";

pub(super) fn ask(scope: &Scope) -> String {
    format!(
        "SELECT entry.day, entry.id FROM entry_index CROSS JOIN entry ON entry.id = entry_index.rowid
         WHERE entry_index MATCH ?1 AND entry_index.rowid BETWEEN ?5 AND ?6
           AND (entry.day, entry.id) < (?2, ?3) AND entry.day >= ?4{}
         ORDER BY entry_index.rowid DESC",
        scope.condition()
    )
}

/// The entries of a scope, newest first: of all, or of an alias; of what was shown or carried out, those.
/// An entry has the day of its contact.
pub(super) fn list(scope: &Scope) -> String {
    let condition = scope.condition();
    if scope.alias().is_some() {
        return format!(
            "SELECT contact.day, entry.id FROM contact CROSS JOIN entry ON entry.contact = contact.id
             WHERE contact.alias = ?4 AND entry.deleted_at IS NULL AND contact.day >= ?3
               AND contact.day <= ?1 AND (contact.day, entry.id) < (?1, ?2){condition}
             ORDER BY contact.day DESC, entry.id DESC"
        );
    }
    format!(
        "SELECT day, id FROM entry
         WHERE deleted_at IS NULL AND (day, id) < (?1, ?2) AND day >= ?3 AND ?4 IS NULL{condition}
         ORDER BY day DESC, id DESC"
    )
}
