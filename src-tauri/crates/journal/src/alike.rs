//! Entries that resemble one, and why: by the rare words that both have, and by the themes that both are
//! about. Whom they are about plays no part.
//!
//! Of the words of an entry the twelve rarest count that stand in at least one other entry, and in no more
//! than one of a hundred entries (in a small journal: in five). The rarer a word, the more it weighs: by
//! the logarithm of how many times as many entries there are as have it. A theme that both are about
//! weighs as a word that one of three entries has; alone it makes no likeness, for a theme has hundreds
//! of entries. Nor does one word alone, unless no third entry has it. So two entries are alike for the same reasons whichever is asked, unless one of them has
//! more than twelve rare words.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension};

use crate::entry::{row_from, row_sql};
use crate::over_months::subjects_of;
use crate::own_words::{self, OwnWords};
use crate::quiet::looked_back_on;
use crate::returning_words::{all_entries, entries_with};
use crate::{EntryId, Journal, JournalError, Row, Subject};

/// How many words of an entry are looked for in others.
const MOST_WORDS: usize = 12;
/// A word is rare where it stands in at most one of so many entries.
const RARE_ONE_OF: u32 = 100;
/// And in a small journal where it stands in at most so many.
const RARE_IN: u32 = 5;
/// How many of those that share most are looked at for their themes.
const MOST_COMPARED: usize = 64;
/// A theme weighs as a word that stands in one of so many entries.
const THEME_ONE_OF: f64 = 3.0;

/// An entry that resembles another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike<T> {
    /// The entry as a list shows it.
    pub row: Row,
    /// What both are about, in its own order.
    pub themes: Vec<T>,
    /// The rare words that both have, as they stand in the entry that was asked about; the rarest first.
    pub words: Vec<String>,
}

const WITH_WORD: &str = "SELECT rowid FROM entry_index WHERE entry_index MATCH ?1";

const ROW: &str = row_sql!("", concat!("WHERE entry.id = ?1 AND ", looked_back_on!()));

/// A rare word of the entry that was asked about.
struct Rare {
    folded: String,
    raw: String,
    entries: u32,
}

/// What an entry shares: how much that weighs, and the places of the words.
#[derive(Default)]
struct Shared {
    weight: f64,
    words: Vec<usize>,
}

impl Journal {
    /// The entries that resemble one most, at most `most`; without those in the bin and those that are
    /// kept quiet. What is alike stands with the newest first. `plain` are words that say nothing by
    /// themselves, in whatever case; `theme_of` is the theme of a subject, if it has one.
    ///
    /// # Errors
    /// [`JournalError::EntryGone`], and whatever the store says.
    pub fn alike<'w, T: Ord>(
        &mut self,
        entry: EntryId,
        plain: impl IntoIterator<Item = &'w str>,
        theme_of: impl Fn(&Subject) -> Option<T>,
        most: usize,
    ) -> Result<Vec<Alike<T>>, JournalError> {
        if !self.only_reads() {
            self.index_pending()?;
        }
        let (text, names) = self.reading(|look| {
            let there = look.prepare_cached("SELECT 1 FROM entry WHERE id = ?1")?.exists([entry.0])?;
            if !there {
                return Err(JournalError::EntryGone);
            }
            Ok((own_words::text_of(look, entry)?, own_words::names(look)?))
        })?;
        let words = OwnWords::new(&mut self.index.folder, plain, &names)?.of(&text)?;
        self.reading(|look| {
            let all = all_entries(look)?;
            let mut rare = Vec::new();
            for (folded, written) in words.iter().filter(|(_, written)| !written.is_name()) {
                let entries = entries_with(look, folded)?;
                if entries >= 2 && entries <= (all / RARE_ONE_OF).max(RARE_IN) {
                    rare.push(Rare { folded: folded.clone(), raw: written.most().to_owned(), entries });
                }
            }
            // Of words that are as rare the first in the alphabet.
            rare.sort_by_key(|word| word.entries);
            rare.truncate(MOST_WORDS);
            let own: BTreeSet<T> = subjects_of(look, entry)?.iter().filter_map(&theme_of).collect();
            let mut alike = Vec::new();
            let mut compared = 0;
            for (id, shared) in by_words(look, entry, &rare, all)? {
                if compared == MOST_COMPARED {
                    break;
                }
                let row = look.prepare_cached(ROW)?.query_row([id.0], row_from).optional()?;
                let Some(row) = row else { continue };
                compared += 1;
                let theirs: BTreeSet<T> = subjects_of(look, id)?.iter().filter_map(&theme_of).collect();
                let themes: Vec<T> = theirs.into_iter().filter(|theme| own.contains(theme)).collect();
                let weight = themes.iter().fold(shared.weight, |weight, _| weight + THEME_ONE_OF.ln());
                let words: Vec<&Rare> = shared.words.iter().filter_map(|place| rare.get(*place)).collect();
                // One reason alone is chance, but for a word that these two have and no other entry.
                if words.len() + themes.len() < 2 && words.iter().all(|word| word.entries > 2) {
                    continue;
                }
                let words = words.iter().map(|word| word.raw.clone()).collect();
                alike.push((weight, Alike { row, themes, words }));
            }
            alike.sort_by(|(weight, one), (other_weight, other)| {
                let newest = |row: &Row| Reverse((row.day, row.entry));
                other_weight.total_cmp(weight).then(newest(&one.row).cmp(&newest(&other.row)))
            });
            alike.truncate(most);
            let mut alike: Vec<Alike<T>> = alike.into_iter().map(|(_, alike)| alike).collect();
            for alike in &mut alike {
                alike.row.excerpt = self.first_words(look, alike.row.entry)?;
            }
            Ok(alike)
        })
    }
}

/// The other entries that have one of these words, those whose words weigh most first, then the newest.
fn by_words(
    connection: &Connection,
    entry: EntryId,
    rare: &[Rare],
    all: u32,
) -> Result<Vec<(EntryId, Shared)>, JournalError> {
    let mut found: BTreeMap<i64, Shared> = BTreeMap::new();
    let mut read = connection.prepare_cached(WITH_WORD)?;
    for (place, word) in rare.iter().enumerate() {
        let weight = (f64::from(all) / f64::from(word.entries)).ln();
        let mut rows = read.query([format!("body : \"{}\"", word.folded)])?;
        while let Some(row) = rows.next()? {
            let shared = found.entry(row.get(0)?).or_default();
            shared.weight += weight;
            shared.words.push(place);
        }
    }
    found.remove(&entry.0);
    let mut found: Vec<(EntryId, Shared)> =
        found.into_iter().map(|(id, shared)| (EntryId(id), shared)).collect();
    found
        .sort_by(|(id, shared), (other, others)| others.weight.total_cmp(&shared.weight).then(other.cmp(id)));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn a_word_is_asked_of_the_index_and_an_entry_by_its_number() {
        let plan = schema::plan(WITH_WORD);
        assert!(plan[0].starts_with("SCAN entry_index VIRTUAL TABLE INDEX 0:M"), "{plan:?}");
        let plan = schema::plan(ROW);
        assert_eq!(plan[0], "SEARCH entry USING INTEGER PRIMARY KEY (rowid=?)", "{plan:?}");
    }
}
