//! Search: every answer equals a plain scan of all texts, only faster.
//!
//! What a search means, without any index:
//!
//! - A text is read as words, as FTS5's `unicode61 remove_diacritics 2` makes them: letters and
//!   digits, case and diacritics folded; everything else separates.
//! - What is typed is cut into tokens at white space. A straight quote at the start of a token begins a
//!   phrase, which ends at the next one; a quote that is never closed is text, and so is every other.
//!   A `-` at the start of a token, directly before a character of a word, says that what follows must
//!   not occur. A `-` or a quote alone says nothing. Anything else is text.
//! - Every word of a token must occur as a part of some word of the entry: `schaam` in `beschaamd`.
//!   Each may be in another word, and in another answer.
//! - A phrase must occur in one answer, whatever separates its words there: the first as the end of a
//!   word, the last as the beginning of one, those between whole. In other words, the phrase's words
//!   with a space between are part of the answer's words with a space between. So is it with a token
//!   that must not occur, which may have several words (`-niet-verschenen`).
//! - A token or a phrase without any word (an emoji, `*(`) occurs where it stands, character for
//!   character.
//! - Where nothing is asked, every entry is found; where only something must not occur, every entry
//!   without it.
//!
//! How it is done: a part of a word is looked up among all words, held in memory, and asked as
//! the words that contain it. What the index cannot decide is read and looked at. Where a part
//! meets very many words, the newest entries are read first; what then is still open is asked in
//! portions. No list of words is ever cut short.

mod best;
mod careful;
mod filter;
mod matches;
mod plan;
mod query;
#[cfg(test)]
mod tests;
mod walk;

use rusqlite::{Connection, OptionalExtension};

use crate::entry::{Row, row_from, row_sql};
use crate::index::fold::Folder;
use crate::index::words::Words;
use crate::{Cursor, Journal, JournalError};
use best::Tally;
use filter::Scope;
pub use filter::{SearchFilters, SearchForm, SearchStatus, SearchTheme};
pub use matches::{EntryMatch, ExcerptPiece};
pub(crate) use plan::Balance;
use plan::Plan;
use query::Query;
use walk::Walk;

/// The place of an entry in the order of lists: its day, then its number.
type Place = (i32, i64);

/// Asks for entries by their words.
pub struct Search<'a> {
    /// What is asked, as it was typed. Any text will do.
    pub text: &'a str,
    /// In which order.
    pub order: SearchOrder,
    /// Of which entries.
    pub filters: SearchFilters,
    /// Where the last page ended; none for the first. Only [`SearchOrder::Newest`] has more than one.
    pub after: Option<Cursor>,
    /// The most rows of a page.
    pub limit: usize,
}

impl std::fmt::Debug for Search<'_> {
    /// What a person looks for is in no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Search")
            .field("order", &self.order)
            .field("limit", &self.limit)
            .finish_non_exhaustive()
    }
}

impl Search<'_> {
    /// How many hits are gathered at most: those of the page and one more, or those that are weighed.
    fn gathered(&self) -> usize {
        match self.order {
            SearchOrder::Newest => self.limit.saturating_add(1),
            SearchOrder::Best => best::WEIGHED,
        }
    }

    fn cursor(&self) -> Option<Cursor> {
        self.after.filter(|_| self.order == SearchOrder::Newest)
    }
}

/// In which order hits come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchOrder {
    /// That of [`Journal::entries`].
    Newest,
    /// What fits best first, of the newest thousand.
    Best,
}

/// A page of hits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchPage {
    /// The hits.
    pub rows: Vec<FoundRow>,
    /// Where the next page starts; none at the end.
    pub next: Option<Cursor>,
}

/// An entry that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundRow {
    /// The entry as a list shows it; its excerpt is that of `excerpt`.
    pub row: Row,
    /// The surroundings of what was found, on one line, cut into what is marked and what is not; the
    /// beginning of the entry where nothing was asked.
    pub excerpt: Vec<ExcerptPiece>,
}

impl Journal {
    /// The newest entries in which `text` is found, at most `limit`; see [`Journal::find`].
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn search(&mut self, text: &str, limit: usize) -> Result<Vec<Row>, JournalError> {
        let filters = SearchFilters::default();
        let page = self.find(&Search { text, order: SearchOrder::Newest, filters, after: None, limit })?;
        Ok(page.rows.into_iter().map(|found| found.row).collect())
    }

    /// Entries that are asked for by their words. The module says what a search means.
    ///
    /// Text that waits for the index is put in first. Where that cannot be, on a full disk or in a
    /// journal that is only read, every entry is read instead: slower, and the same answer. So it is
    /// in a store that is damaged, for the index may be what is broken; an entry that cannot be read
    /// is then not found.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn find(&mut self, search: &Search<'_>) -> Result<SearchPage, JournalError> {
        if search.limit == 0 {
            return Ok(SearchPage { rows: Vec::new(), next: None });
        }
        let query = Query::read(search.text, &mut self.index.folder)?;
        let rows = if self.must_be_careful() || self.vault.heal().is_err() {
            self.find_carefully(search, &query)
        } else {
            let up_to_date = self.index_pending().is_ok();
            match self.find_quickly(search, &query, up_to_date) {
                // A bad moment of the disk: the connection that met it answers nothing any more.
                Err(JournalError::Vault(error)) if error.is_about_a_page() => {
                    self.find_carefully(search, &query)
                }
                answer => answer,
            }
        };
        let mut rows = rows?;
        let goes_on = search.order == SearchOrder::Newest && rows.len() > search.limit;
        rows.truncate(search.limit);
        let next = rows.last().filter(|_| goes_on).map(|found| found.row.cursor());
        Ok(SearchPage { rows, next })
    }

    fn find_quickly(
        &mut self,
        search: &Search<'_>,
        query: &Query,
        up_to_date: bool,
    ) -> Result<Vec<FoundRow>, JournalError> {
        let connection = self.vault.connection();
        let Some(scope) = Scope::of(connection, &search.filters, search.cursor())? else {
            return Ok(Vec::new());
        };
        let balance = self.index.balance;
        let (folder, words) = self.index.parts();
        let mut walk = Walk::new(connection, folder, query, &scope, balance, search.gathered());
        if up_to_date {
            // All words are read when they are first needed; what is common is found sooner.
            walk.read(if words.is_some() { 0 } else { balance.before_words })?;
            if !walk.is_over() {
                let words = match words {
                    Some(words) => words,
                    None => words.insert(Words::read(connection)?),
                };
                match Plan::of(connection, query, &scope, words, balance)? {
                    Plan::Nothing => {}
                    Plan::Read => walk.read(usize::MAX)?,
                    Plan::Ask { first, questions, exact } => {
                        walk.read(first)?;
                        let left = if walk.is_over() { Vec::new() } else { questions };
                        left.iter().try_for_each(|question| walk.ask(question, exact))?;
                    }
                }
            }
        } else {
            walk.read(usize::MAX)?;
        }
        let mut found = walk.found();
        if search.order == SearchOrder::Best {
            let tally = |place: Place| Ok((place, Tally::of(connection, folder, query, place)?));
            found = best::first(&found.into_iter().map(tally).collect::<Result<Vec<_>, JournalError>>()?);
            found.truncate(search.limit);
        }
        let mut rows = Vec::with_capacity(found.len());
        for place in found {
            rows.extend(row(connection, folder, query, place)?);
        }
        // A broken page on the way may have been read as zeros instead of words.
        vault::read_well(connection)?;
        Ok(rows)
    }
}

/// What was found, as a list shows it.
fn row(
    connection: &Connection,
    folder: &mut Folder,
    query: &Query,
    (_, entry): Place,
) -> Result<Option<FoundRow>, JournalError> {
    const ONE: &str = row_sql!("", "WHERE entry.id = ?1");
    let row = connection.prepare_cached(ONE)?.query_row([entry], row_from).optional()?;
    let Some(mut row) = row else { return Ok(None) };
    let excerpt = matches::excerpt(connection, folder, row.entry, query)?;
    row.excerpt = excerpt.iter().map(|piece| piece.text.as_str()).collect();
    Ok(Some(FoundRow { row, excerpt }))
}
