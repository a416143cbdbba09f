//! Words that return: those of the last three months that stand out among all that was ever written.
//!
//! A word returns where it stands in at least three entries on at least three days, and in no more than a
//! third of the entries of that time: what stands everywhere tells nothing. First stands
//! the word that is in most entries more than one would expect by how common it is in all of them; in a
//! new journal, where all is of these months, the one in most entries.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, OptionalExtension};

use crate::own_words::{self, OwnWords, Written};
use crate::quiet::looked_back_on;
use crate::{EntryId, Journal, JournalError, stamp};

/// How many days are looked at, today among them.
const DAYS: u64 = 90;
/// The fewest entries, and the fewest days, in which a word returns.
const FEWEST: u32 = 3;
/// A word that stands in more than one of so many entries tells nothing.
const ONE_OF: u32 = 3;

/// Words that return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturningWords {
    /// The first day that was looked at.
    pub from: NaiveDate,
    /// The last.
    pub until: NaiveDate,
    /// What stands out most first.
    pub words: Vec<ReturningWord>,
}

/// A word that returns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReturningWord {
    /// As it was written most.
    pub word: String,
    /// In how many entries of that time it stands.
    pub entries: u32,
}

const ENTRIES: &str = concat!(
    "SELECT entry.id, entry.day FROM entry WHERE entry.day BETWEEN ?1 AND ?2 AND ",
    looked_back_on!(),
    " ORDER BY entry.day, entry.id"
);

/// Where a word stands.
#[derive(Default)]
struct Met {
    entries: u32,
    days: BTreeSet<NaiveDate>,
    written: Written,
}

impl Journal {
    /// The words that return in the 90 days until today, at most `most`; without entries in the bin and
    /// those that are kept quiet, and without words of aliases. `plain` are words that say nothing by
    /// themselves, in whatever case.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn returning_words<'w>(
        &mut self,
        today: NaiveDate,
        plain: impl IntoIterator<Item = &'w str>,
        most: usize,
    ) -> Result<ReturningWords, JournalError> {
        if !self.only_reads() {
            self.index_pending()?;
        }
        let from = today - Days::new(DAYS - 1);
        let (texts, names) = self.reading(|look| Ok((texts(look, from, today)?, own_words::names(look)?)))?;
        let mut own = OwnWords::new(&mut self.index.folder, plain, &names)?;
        let mut met: BTreeMap<String, Met> = BTreeMap::new();
        for (day, text) in &texts {
            for (word, written) in own.of(text)? {
                let met = met.entry(word).or_default();
                met.entries += 1;
                met.days.insert(*day);
                met.written.join(written);
            }
        }
        let of_these = u32::try_from(texts.len()).unwrap_or(u32::MAX);
        met.retain(|_, met| {
            met.entries >= FEWEST
                && met.days.len() >= FEWEST as usize
                && met.entries * ONE_OF <= of_these
                && !met.written.is_name()
        });
        let mut words = self.reading(|look| {
            let all = all_entries(look)?;
            let mut words = Vec::new();
            for (word, met) in &met {
                // Where nothing can be put into the index, some of these may wait for it.
                let in_all = entries_with(look, word)?.max(met.entries);
                let here = i64::from(met.entries) * i64::from(all.max(of_these));
                let expected = i64::from(in_all) * i64::from(of_these);
                let word = ReturningWord { word: met.written.most().to_owned(), entries: met.entries };
                words.push((here - expected, word));
            }
            Ok(words)
        })?;
        // Where two stand out alike: by the alphabet, in which they are.
        words.sort_by_key(|(more, word)| Reverse((*more, word.entries)));
        words.truncate(most);
        Ok(ReturningWords { from, until: today, words: words.into_iter().map(|(_, word)| word).collect() })
    }
}

/// What was written on these days, entry by entry.
fn texts(
    connection: &Connection,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<Vec<(NaiveDate, String)>, JournalError> {
    let mut read = connection.prepare_cached(ENTRIES)?;
    let entries = read.query_map([stamp::number(from), stamp::number(until)], |row| {
        Ok((EntryId(row.get(0)?), stamp::day(row.get(1)?)?))
    })?;
    let entries: Vec<(EntryId, NaiveDate)> = entries.collect::<Result<_, _>>()?;
    let texts = entries.into_iter().map(|(entry, day)| Ok((day, own_words::text_of(connection, entry)?)));
    let mut texts: Vec<(NaiveDate, String)> = texts.collect::<Result<_, JournalError>>()?;
    // An entry in which nothing was written is none of them.
    texts.retain(|(_, text)| !text.trim().is_empty());
    Ok(texts)
}

/// By an index whose rows are counted and not looked up, for its condition is this one.
const ALL: &str = "SELECT count(*) FROM entry WHERE deleted_at IS NULL";

/// How many entries there are outside the bin.
pub(crate) fn all_entries(connection: &Connection) -> Result<u32, JournalError> {
    Ok(connection.prepare_cached(ALL)?.query_row([], |row| row.get(0))?)
}

/// In how many indexed entries a folded word stands.
pub(crate) fn entries_with(connection: &Connection, word: &str) -> Result<u32, JournalError> {
    let mut read = connection.prepare_cached("SELECT entries FROM term WHERE term = ?1")?;
    let entries: Option<u32> = read.query_row([word], |row| row.get(0)).optional()?;
    Ok(entries.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn the_days_are_walked_by_their_index_and_counting_reads_no_table() {
        let plan = schema::plan(ENTRIES);
        assert_eq!(plan[0], "SEARCH entry USING INDEX entry_by_day (day>? AND day<?)", "{plan:?}");
        assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:?}");
        assert_eq!(schema::plan(ALL), ["SCAN entry USING INDEX entry_by_day"]);
    }
}
