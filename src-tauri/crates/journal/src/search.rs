//! Search: every answer equals a plain scan of all texts, only faster.
//!
//! What a search means, without any index:
//!
//! - A text is read as words, as FTS5's `unicode61 remove_diacritics 2` makes them: letters and
//!   digits, case and diacritics folded; everything else separates.
//! - What is asked is cut into fragments at white space. An entry is found when every fragment
//!   occurs in one of its answers, each fragment in whichever answer has it.
//! - A fragment of one word occurs anywhere inside a word: `schaam` in `beschaamd`.
//! - A fragment of more words (`niet-verschenen`, `o'clock`) occurs where its words follow one
//!   another in one answer, whatever separates them there: the first as the end of a word, the
//!   last as the beginning of one, those between whole. Both rules are one: the fragment's words
//!   with a space between are part of the answer's words with a space between.
//! - A fragment without any word (an emoji, a dash) occurs where it stands, character for
//!   character.
//! - Nothing but white space finds nothing.
//!
//! How it is done: a part of a word is looked up among all words, held in memory, and asked as
//! the words that contain it. What the index cannot decide is read and looked at. Where a part
//! meets very many words, the newest entries are read first; what then is still open is asked in
//! portions. No list of words is ever cut short.

mod careful;

use rusqlite::{Connection, OptionalExtension};

use crate::entry::{EntryId, Row, row_from, row_sql};
use crate::index::fold::Folder;
use crate::index::words::{Part, Words};
use crate::{Journal, JournalError, excerpt};
use careful::believed;

/// Where one way of answering becomes dearer than another. The answer is the same for any values;
/// tests take small ones, so that small journals go all ways.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Balance {
    /// The most words asked of the index at once.
    pub(crate) words_at_once: usize,
    /// How many of the newest entries are read before the index is asked in portions.
    pub(crate) read_first: usize,
    /// How many rows of the list may be walked, for each hit seen, to find that nothing newer can
    /// come.
    pub(crate) rows_a_hit: i64,
}

impl Balance {
    /// From the measurements at 100,000 entries: 500 words take about 5 ms, and so do the reading
    /// and folding of some hundred entries. A hit costs about as much as twenty rows of the list.
    pub(crate) const MEASURED: Self = Self { words_at_once: 512, read_first: 400, rows_a_hit: 20 };

    /// Whether to look if anything newer can come, after so many hits. The rows above the floor are
    /// walked for it, nearly all entries where a word is rare; going on with the hits is then the
    /// shorter way. `latest` is the number of the newest entry.
    fn worth_looking(self, latest: i64, floor: Place, hits: usize) -> bool {
        let hits = i64::try_from(hits).unwrap_or(i64::MAX);
        latest.saturating_sub(floor.1) <= self.rows_a_hit.saturating_mul(hits)
    }
}

/// FTS5 keeps this many bytes of a word; two longer words may look alike to it.
const WHOLE_IN_INDEX: usize = 32_768;

impl Journal {
    /// Entries in which every fragment of `text` occurs, at most `limit`, in the order of
    /// [`Journal::entries`], each with the surroundings of the first fragment. The module says
    /// what occurring means.
    ///
    /// Text that waits for the index is put in first. Where that cannot be, on a full disk or in a
    /// journal that is only read, every entry is read instead: slower, and the same answer. So it is
    /// in a store that is damaged, for the index may be what is broken; an entry that cannot be read
    /// is then not found.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn search(&mut self, text: &str, limit: usize) -> Result<Vec<Row>, JournalError> {
        if self.must_be_careful() || self.vault.heal().is_err() {
            return self.search_carefully(text, limit);
        }
        let up_to_date = self.index_pending().is_ok();
        match self.quickly(text, limit, up_to_date) {
            // A bad moment of the disk: the connection that met it answers nothing any more.
            Err(JournalError::Vault(error)) if error.is_about_a_page() => self.search_carefully(text, limit),
            answer => answer,
        }
    }

    fn quickly(&mut self, text: &str, limit: usize, up_to_date: bool) -> Result<Vec<Row>, JournalError> {
        let connection = self.vault.connection();
        let balance = self.index.balance;
        let fragments = Fragment::all(text, &mut self.index.folder)?;
        if fragments.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let newest = Newest { limit, found: Vec::new() };
        if !up_to_date {
            let folder = &mut self.index.folder;
            let mut search = Search { connection, folder, fragments: &fragments, balance, newest };
            search.read_newest(None)?;
            return believed(connection, search.rows()?);
        }
        let (folder, words) = self.index.reading(connection)?;
        let plan = Plan::of(&fragments, words, balance);
        let mut search = Search { connection, folder, fragments: &fragments, balance, newest };
        match plan {
            Plan::Nothing => {}
            Plan::Ask { question, exact } => search.ask(&question, exact, None)?,
            Plan::Read => {
                search.read_newest(None)?;
            }
            Plan::ReadThenAsk { parts } => {
                if let Some(edge) = search.read_newest(Some(balance.read_first))? {
                    for portion in fewest(&parts, words).chunks(balance.words_at_once) {
                        search.ask(&in_body(&any_of(portion)), false, Some(edge))?;
                    }
                }
            }
        }
        believed(connection, search.rows()?)
    }
}

/// How a search is answered.
enum Plan {
    /// Some part of a word is in no word at all.
    Nothing,
    /// The index names the entries; unless `exact`, each is looked at too.
    Ask { question: String, exact: bool },
    /// There is nothing that the index knows of: read until enough is found.
    Read,
    /// Each part is in very many words: read the newest, then ask for the rest in portions.
    ReadThenAsk { parts: Vec<Part> },
}

impl Plan {
    fn of(fragments: &[Fragment], words: &Words, balance: Balance) -> Self {
        let mut asked = Vec::new();
        let mut in_very_many = Vec::new();
        let mut exact = fragments.iter().all(Fragment::is_one_word);
        for part in fragments.iter().flat_map(Fragment::parts) {
            let with: Vec<&str> = words.with(&part).take(balance.words_at_once + 1).collect();
            if with.is_empty() {
                return Self::Nothing;
            }
            if with.len() <= balance.words_at_once {
                exact &= with.iter().all(|word| word.len() <= WHOLE_IN_INDEX);
                asked.push(any_of(&with));
            } else {
                in_very_many.push(part);
            }
        }
        exact &= in_very_many.is_empty();
        if !asked.is_empty() {
            Self::Ask { question: in_body(&asked.join(" AND ")), exact }
        } else if in_very_many.is_empty() {
            Self::Read
        } else {
            Self::ReadThenAsk { parts: in_very_many }
        }
    }
}

/// All words with the part that is in the fewest.
fn fewest<'w>(parts: &[Part], words: &'w Words) -> Vec<&'w str> {
    let with = |part| words.with(part).collect::<Vec<&str>>();
    parts.iter().map(with).min_by_key(Vec::len).unwrap_or_default()
}

/// Words of the index, any of which will do. They are letters and digits only, so that quotes
/// around them are all the care they need.
fn any_of(words: &[&str]) -> String {
    format!("(\"{}\")", words.join("\" OR \""))
}

fn in_body(question: &str) -> String {
    format!("body : ({question})")
}

/// One fragment of what is asked.
struct Fragment {
    raw: String,
    /// Its words with a space between; empty when it has none.
    folded: String,
}

impl Fragment {
    /// The fragments of what is asked.
    fn all(text: &str, folder: &mut Folder) -> Result<Vec<Self>, JournalError> {
        text.split_whitespace()
            .map(|raw| Ok(Self { raw: raw.to_owned(), folded: folder.fold(raw)? }))
            .collect()
    }

    fn is_one_word(&self) -> bool {
        !self.folded.is_empty() && !self.folded.contains(' ')
    }

    /// What the index can be asked: parts of words that an entry must have.
    fn parts(&self) -> Vec<Part> {
        let words: Vec<&str> = self.folded.split(' ').filter(|word| !word.is_empty()).collect();
        match words.as_slice() {
            [] => Vec::new(),
            [word] => vec![Part::Inside((*word).to_owned())],
            [first, between @ .., last] => {
                let between = between.iter().map(|word| Part::Whole((*word).to_owned()));
                let mut parts = vec![Part::Ends((*first).to_owned())];
                parts.extend(between);
                parts.push(Part::Starts((*last).to_owned()));
                parts
            }
        }
    }

    /// Whether it occurs in an answer, given the answer's words with a space between.
    fn occurs(&self, raw: &str, folded: &str) -> bool {
        if self.folded.is_empty() { raw.contains(&self.raw) } else { folded.contains(&self.folded) }
    }

    /// Where in an answer it occurs first.
    fn place(&self, text: &str, folder: &mut Folder) -> Result<Option<usize>, JournalError> {
        if self.folded.is_empty() {
            return Ok(text.find(&self.raw));
        }
        let folded = folder.fold_with_places(text)?;
        Ok(folded.text.find(&self.folded).and_then(|at| folded.from.get(at).copied()))
    }
}

/// The place of an entry in the order of lists: its day, then its number.
type Place = (i32, i64);

/// The newest of what was found so far.
struct Newest {
    limit: usize,
    /// Newest first.
    found: Vec<Place>,
}

impl Newest {
    fn full(&self) -> bool {
        self.found.len() >= self.limit
    }

    /// The oldest of those found, once there are enough of them.
    fn floor(&self) -> Option<Place> {
        if self.full() { self.found.last().copied() } else { None }
    }

    /// Whether this place would be among the newest, and is not yet.
    fn wants(&self, place: Place) -> bool {
        self.floor().is_none_or(|floor| place > floor) && !self.found.contains(&place)
    }

    fn add(&mut self, place: Place) {
        let at = self.found.partition_point(|other| *other > place);
        self.found.insert(at, place);
        self.found.truncate(self.limit);
    }
}

/// One search under way.
struct Search<'a> {
    connection: &'a Connection,
    folder: &'a mut Folder,
    fragments: &'a [Fragment],
    balance: Balance,
    newest: Newest,
}

impl Search<'_> {
    /// Asks the index, the latest started first, and stops when nothing newer can come. `edge`:
    /// everything newer than that has been looked at.
    fn ask(&mut self, question: &str, exact: bool, edge: Option<Place>) -> Result<(), JournalError> {
        let mut statement = self.connection.prepare_cached(ASK)?;
        let mut rows = statement.query([question])?;
        let (mut seen, mut next_look) = (0_usize, self.newest.limit);
        while let Some(row) = rows.next()? {
            let place: Place = (row.get(0)?, row.get(1)?);
            seen += 1;
            if self.newest.wants(place)
                && edge.is_none_or(|edge| place < edge)
                && (exact || self.all_occur(EntryId(place.1))?)
            {
                self.newest.add(place);
            }
            // Looked at after 50, 100, 200, … rows, so that looking never outweighs walking.
            if seen >= next_look {
                next_look = seen * 2;
                if let Some(floor) = self.newest.floor()
                    && self.balance.worth_looking(self.latest()?, floor, seen)
                    && !self.newer_in_lists(floor, place.1)?
                {
                    break;
                }
            }
        }
        Ok(())
    }

    /// The number of the newest entry.
    fn latest(&self) -> Result<i64, JournalError> {
        let latest: Option<i64> =
            self.connection.prepare_cached("SELECT max(id) FROM entry")?.query_row([], |row| row.get(0))?;
        Ok(latest.unwrap_or_default())
    }

    /// Whether some entry started before `started` comes before `floor` in a list: a contact may be
    /// written about long after it took place, so that the two orders differ.
    fn newer_in_lists(&self, floor: Place, started: i64) -> Result<bool, JournalError> {
        Ok(self.connection.prepare_cached(NEWER)?.exists((floor.0, floor.1, started))?)
    }

    /// Reads the newest entries until enough is found; gives the place where it stopped for
    /// having read `most` of them, and none when there is nothing left to do.
    fn read_newest(&mut self, most: Option<usize>) -> Result<Option<Place>, JournalError> {
        let mut statement = self.connection.prepare_cached(NEWEST)?;
        let mut rows = statement.query([])?;
        let mut read = 0;
        while let Some(row) = rows.next()? {
            let place: Place = (row.get(0)?, row.get(1)?);
            if self.all_occur(EntryId(place.1))? {
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

    /// Looks at an entry's answers themselves.
    fn all_occur(&mut self, entry: EntryId) -> Result<bool, JournalError> {
        let mut missing: Vec<&Fragment> = self.fragments.iter().collect();
        let words_asked = missing.iter().any(|fragment| !fragment.folded.is_empty());
        let mut statement = self.connection.prepare_cached(ANSWERS)?;
        let mut rows = statement.query([entry.0])?;
        while let Some(row) = rows.next()? {
            let raw = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            let folded = if words_asked { self.folder.fold(raw)? } else { String::new() };
            missing.retain(|fragment| !fragment.occurs(raw, &folded));
            if missing.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What was found, as a list shows it.
    fn rows(self) -> Result<Vec<Row>, JournalError> {
        const ONE: &str = row_sql!("", "WHERE entry.id = ?1");
        let mut rows = Vec::with_capacity(self.newest.found.len());
        let mut statement = self.connection.prepare_cached(ONE)?;
        for (_, id) in self.newest.found {
            let Some(mut row) = statement.query_row([id], row_from).optional()? else { continue };
            row.excerpt = surroundings(self.connection, self.folder, row.entry, self.fragments)?;
            rows.push(row);
        }
        Ok(rows)
    }
}

const ASK: &str = "SELECT entry.day, entry.id FROM entry_index
    CROSS JOIN entry ON entry.id = entry_index.rowid
    WHERE entry_index MATCH ?1 ORDER BY entry_index.rowid DESC";

const NEWER: &str = "SELECT 1 FROM entry
    WHERE deleted_at IS NULL AND (day, id) > (?1, ?2) AND id < ?3";

const NEWEST: &str = "SELECT day, id FROM entry WHERE deleted_at IS NULL ORDER BY day DESC, id DESC";

const ANSWERS: &str = "SELECT text FROM answer WHERE entry = ?1 ORDER BY ordinal";

/// The words around the first fragment in the first answer that has it.
fn surroundings(
    connection: &Connection,
    folder: &mut Folder,
    entry: EntryId,
    fragments: &[Fragment],
) -> Result<String, JournalError> {
    let Some(first) = fragments.first() else { return Ok(String::new()) };
    let mut statement = connection.prepare_cached(ANSWERS)?;
    let mut rows = statement.query([entry.0])?;
    while let Some(row) = rows.next()? {
        let text = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        if let Some(place) = first.place(text, folder)? {
            return Ok(excerpt::around(text, place));
        }
    }
    Ok(String::new())
}

#[cfg(test)]
mod tests;
