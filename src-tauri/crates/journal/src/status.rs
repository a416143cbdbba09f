//! What became of an entry outside this journal. What happened, happened: nothing takes it back.

use chrono::NaiveDate;
use rusqlite::params;

use crate::{EntryId, Journal, JournalError, entry, stamp};

/// What became of an entry outside this journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Status {
    /// The day on which it was last shown to somebody; none: it is personal.
    pub shown_on: Option<NaiveDate>,
    /// The day on which it was last carried out of the journal as a page; none: it never was.
    pub carried_out_on: Option<NaiveDate>,
}

impl Status {
    /// From its two columns.
    pub(crate) fn read(shown_on: Option<i32>, carried_out_on: Option<i32>) -> rusqlite::Result<Self> {
        Ok(Self {
            shown_on: shown_on.map(stamp::day).transpose()?,
            carried_out_on: carried_out_on.map(stamp::day).transpose()?,
        })
    }
}

impl Journal {
    /// The person showed an entry to somebody. A day before the one that is known changes nothing.
    ///
    /// # Errors
    /// [`JournalError::EntryGone`]; [`JournalError::EntryInBin`]; [`JournalError::OnlyReading`]; and
    /// whatever the store says.
    pub fn mark_shown(&mut self, entry: EntryId, today: NaiveDate) -> Result<(), JournalError> {
        const MARK: &str = "UPDATE entry SET shown_on = ?2
            WHERE id = ?1 AND (shown_on IS NULL OR shown_on < ?2)";
        self.change(|transaction, _| {
            entry::writable(transaction, entry)?;
            transaction.prepare_cached(MARK)?.execute(params![entry.0, stamp::number(today)])?;
            Ok(())
        })
    }

    /// These entries were saved in a page outside the journal, those in the bin too: all of them are
    /// marked, or none. One that is gone by now is passed over.
    ///
    /// # Errors
    /// [`JournalError::OnlyReading`], and whatever the store says.
    pub fn mark_carried_out(&mut self, entries: &[EntryId], today: NaiveDate) -> Result<(), JournalError> {
        const MARK: &str = "UPDATE entry SET carried_out_on = ?2
            WHERE id = ?1 AND (carried_out_on IS NULL OR carried_out_on < ?2)";
        self.change(|transaction, _| {
            let mut mark = transaction.prepare_cached(MARK)?;
            for entry in entries {
                mark.execute(params![entry.0, stamp::number(today)])?;
            }
            Ok(())
        })
    }
}
