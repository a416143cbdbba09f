//! What is kept quiet: it is found, read and listed as before, and left out where one looks back.
//!
//! An entry is kept quiet by itself, with its alias, or with the days on which it lies. Every module that
//! looks back asks by [`looked_back_on`], so that none of them can show what another leaves out. What
//! is in the bin is nowhere looked back on.

use chrono::NaiveDate;
use rusqlite::params;

use crate::entry::{row_from, row_sql};
use crate::{Alias, EntryId, Journal, JournalError, Row, alias, entry, stamp};

/// The SQL of an `entry` that is looked back on: not in the bin, and not kept quiet in any way.
macro_rules! looked_back_on {
    () => {
        "entry.deleted_at IS NULL AND entry.quiet = 0
         AND NOT EXISTS (SELECT 1 FROM contact AS of_it JOIN alias AS whose ON whose.id = of_it.alias
                         WHERE of_it.id = entry.contact AND whose.quiet = 1)
         AND NOT EXISTS (SELECT 1 FROM quiet_period WHERE entry.day BETWEEN first_day AND last_day)"
    };
}
pub(crate) use looked_back_on;

/// A quiet period's number in the store. It is never given out twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct QuietPeriodId(pub i64);

/// Days that are kept quiet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuietPeriod {
    /// Which.
    pub id: QuietPeriodId,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, not before the first.
    pub until: NaiveDate,
}

/// All that is kept quiet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quiet {
    /// Entries that are so by themselves, the newest first; without those in the bin.
    pub entries: Vec<Row>,
    /// Aliases, in the order of the alphabet.
    pub aliases: Vec<Alias>,
    /// Periods, the one that ends last first.
    pub periods: Vec<QuietPeriod>,
}

const ENTRIES: &str =
    row_sql!("", "WHERE entry.quiet = 1 AND entry.deleted_at IS NULL ORDER BY entry.day DESC, entry.id DESC");

impl Journal {
    /// All that is kept quiet.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn quiet(&self) -> Result<Quiet, JournalError> {
        const ALIASES: &str = "SELECT name FROM alias WHERE quiet = 1 ORDER BY folded";
        const PERIODS: &str = "SELECT id, first_day, last_day FROM quiet_period
            ORDER BY last_day DESC, first_day DESC, id DESC";
        self.reading(|look| {
            let mut entries: Vec<Row> =
                look.prepare_cached(ENTRIES)?.query_map([], row_from)?.collect::<Result<_, _>>()?;
            for row in &mut entries {
                row.excerpt = self.first_words(look, row.entry)?;
            }
            let mut read = look.prepare_cached(ALIASES)?;
            let aliases = read.query_map([], |row| row.get(0).map(Alias::stored))?;
            let aliases = aliases.collect::<Result<_, _>>()?;
            let mut read = look.prepare_cached(PERIODS)?;
            let periods = read.query_map([], |row| {
                Ok(QuietPeriod {
                    id: QuietPeriodId(row.get(0)?),
                    from: stamp::day(row.get(1)?)?,
                    until: stamp::day(row.get(2)?)?,
                })
            })?;
            Ok(Quiet { entries, aliases, periods: periods.collect::<Result<_, _>>()? })
        })
    }

    /// Keeps an entry quiet by itself, or ends that. It stays as it is otherwise, its place in the index
    /// too.
    ///
    /// # Errors
    /// [`JournalError::EntryGone`]; [`JournalError::EntryInBin`]; [`JournalError::OnlyReading`]; and
    /// whatever the store says.
    pub fn keep_entry_quiet(&mut self, id: EntryId, quiet: bool) -> Result<(), JournalError> {
        self.change(|transaction, _| {
            entry::writable(transaction, id)?;
            transaction
                .prepare_cached("UPDATE entry SET quiet = ?2 WHERE id = ?1 AND quiet <> ?2")?
                .execute(params![id.0, quiet])?;
            Ok(())
        })
    }

    /// Keeps all entries of an alias quiet, those to come too, or ends that. It follows the alias: to
    /// another name, and into the alias that it is joined to.
    ///
    /// # Errors
    /// [`JournalError::AliasGone`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn keep_alias_quiet(&mut self, alias: &Alias, quiet: bool) -> Result<(), JournalError> {
        self.change(|transaction, _| {
            let id = alias::known(transaction, alias)?;
            transaction
                .prepare_cached("UPDATE alias SET quiet = ?2 WHERE id = ?1 AND quiet <> ?2")?
                .execute(params![id.0, quiet])?;
            Ok(())
        })
    }

    /// Whether an alias is kept quiet.
    ///
    /// # Errors
    /// [`JournalError::AliasGone`], and whatever the store says.
    pub fn is_alias_quiet(&self, alias: &Alias) -> Result<bool, JournalError> {
        self.reading(|look| {
            let id = alias::known(look, alias)?;
            let mut read = look.prepare_cached("SELECT quiet FROM alias WHERE id = ?1")?;
            Ok(read.query_row([id.0], |row| row.get(0))?)
        })
    }

    /// Keeps all entries of these days quiet, the first and the last among them, and those that are
    /// written about them later. A period that is kept quiet already stays one.
    ///
    /// # Errors
    /// [`JournalError::PeriodUnusable`] when the last day is before the first;
    /// [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn keep_period_quiet(&mut self, from: NaiveDate, until: NaiveDate) -> Result<(), JournalError> {
        const KEEP: &str = "INSERT INTO quiet_period (first_day, last_day) SELECT ?1, ?2
            WHERE NOT EXISTS (SELECT 1 FROM quiet_period WHERE first_day = ?1 AND last_day = ?2)";
        if until < from {
            return Err(JournalError::PeriodUnusable);
        }
        self.change(|transaction, _| {
            transaction.prepare_cached(KEEP)?.execute([stamp::number(from), stamp::number(until)])?;
            Ok(())
        })
    }

    /// Keeps a period quiet no longer; its days are nowhere any more. One that is gone is passed over.
    ///
    /// # Errors
    /// [`JournalError::OnlyReading`], and whatever the store says.
    pub fn end_quiet_period(&mut self, period: QuietPeriodId) -> Result<(), JournalError> {
        self.with_room(|journal| {
            journal.change(|transaction, _| {
                transaction.prepare_cached("DELETE FROM quiet_period WHERE id = ?1")?.execute([period.0])?;
                Ok(())
            })
        })?;
        self.with_room(|journal| Ok(journal.vault.empty_log()?))
    }
}

#[cfg(test)]
mod tests {
    use crate::schema;

    #[test]
    fn quiet_entries_are_found_by_an_index_and_in_its_order() {
        let plan = schema::plan(super::ENTRIES);
        assert_eq!(plan[0], "SCAN entry USING INDEX quiet_entry", "{plan:?}");
        assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:?}");
    }
}
