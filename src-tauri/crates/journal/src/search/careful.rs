//! Searching a store that is damaged somewhere: no index is trusted, and one broken page hides one
//! entry.

use rusqlite::Connection;
use vault::{Unlocked, Vault};

use super::best::{self, Tally};
use super::filter::Scope;
use super::query::Query;
use super::walk::all_occur;
use super::{FoundRow, Place, Search, SearchOrder, row};
use crate::index::fold::Folder;
use crate::{EntryId, Journal, JournalError};

impl Journal {
    /// A search that reads every entry, and goes on behind a broken page.
    pub(super) fn find_carefully(
        &mut self,
        search: &Search<'_>,
        query: &Query,
    ) -> Result<Vec<FoundRow>, JournalError> {
        let look = self.vault.another_look()?;
        let mut reader = Reader { vault: &self.vault, folder: &mut self.index.folder, look };
        let Some(scope) = Scope::of(&reader.look, &search.filters, search.cursor())? else {
            return Ok(Vec::new());
        };
        let places = reader.places(&scope)?;
        let mut hits = Vec::new();
        let mut rows = Vec::new();
        for place in places {
            let entry = EntryId(place.1);
            let found = reader.one(|look, folder| {
                if !scope.holds(look, entry)? || !all_occur(look, folder, query, entry)? {
                    return Ok(None);
                }
                Ok(match search.order {
                    SearchOrder::Newest => row(look, folder, query, place)?.map(|row| (row, None)),
                    SearchOrder::Best => {
                        let tally = Tally::of(look, folder, query, place)?;
                        row(look, folder, query, place)?.map(|row| (row, Some(tally)))
                    }
                })
            })?;
            let Some((row, tally)) = found.flatten() else { continue };
            rows.push(row);
            hits.extend(tally.map(|tally| (place, tally)));
            if rows.len() >= search.gathered() {
                break;
            }
        }
        if search.order == SearchOrder::Best {
            let order = best::first(&hits);
            rows.sort_by_cached_key(|found| order.iter().position(|(_, entry)| *entry == found.row.entry.0));
        }
        Ok(rows)
    }
}

/// Reads one thing after the other, and stumbles over none.
struct Reader<'a> {
    vault: &'a Vault<Unlocked>,
    folder: &'a mut Folder,
    look: Connection,
}

impl Reader<'_> {
    /// Does a piece of reading; none where it met a broken page. The connection that did so answers
    /// nothing any more, and another one takes its place.
    fn one<T>(
        &mut self,
        work: impl FnOnce(&Connection, &mut Folder) -> Result<T, JournalError>,
    ) -> Result<Option<T>, JournalError> {
        let done = work(&self.look, self.folder).and_then(|done| {
            vault::read_well(&self.look)?;
            Ok(done)
        });
        match done {
            Ok(done) => Ok(Some(done)),
            Err(JournalError::Vault(error)) if error.is_about_a_page() => {
                self.look = self.vault.another_look()?;
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// The entries on the days that are asked for, newest first: by the index of days, or without it.
    fn places(&mut self, scope: &Scope) -> Result<Vec<Place>, JournalError> {
        let by_index = self.one(|look, _| list(look, scope, ""))?;
        match by_index {
            Some(places) => Ok(places),
            None => list(&self.look, scope, "NOT INDEXED"),
        }
    }
}

fn list(look: &Connection, scope: &Scope, way: &str) -> Result<Vec<Place>, JournalError> {
    let sql = format!(
        "SELECT day, id FROM entry {way}
         WHERE deleted_at IS NULL AND (day, id) < (?1, ?2) AND day >= ?3 ORDER BY day DESC, id DESC"
    );
    let mut list = look.prepare(&sql)?;
    let places =
        list.query_map((scope.before.0, scope.before.1, scope.from), |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(places.collect::<Result<_, _>>()?)
}
