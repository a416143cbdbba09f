//! What was erased and may still be in another copy, a backup or a journal kept aside: numbers, until
//! every copy has been done.

use crate::{EntryId, Journal, JournalError, Same};

impl Journal {
    /// Erases an entry as [`Journal::erase`] does, and remembers it for the other copies, in one
    /// change; says what to know it by there.
    ///
    /// # Errors
    /// Those of [`Journal::erase`].
    pub fn erase_everywhere(&mut self, entry: EntryId) -> Result<Same, JournalError> {
        self.may_write()?;
        self.forget(&[entry], &[])?.pop().ok_or(JournalError::EntryGone)
    }

    /// What was erased by its term, with its alias or everywhere, and may still be in another copy.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn forgotten(&self) -> Result<Vec<Same>, JournalError> {
        self.reading(|look| {
            let mut read = look.prepare_cached("SELECT entry, seed FROM forgotten ORDER BY entry, seed")?;
            let same = read.query_map([], Same::read)?;
            Ok(same.collect::<Result<_, _>>()?)
        })
    }

    /// Every copy that is known has been rewritten without these.
    ///
    /// # Errors
    /// [`JournalError::OnlyReading`], and whatever the store says.
    pub fn forget_done(&mut self, done: &[Same]) -> Result<(), JournalError> {
        if done.is_empty() {
            return Ok(());
        }
        self.change(|transaction, _| {
            let mut drop =
                transaction.prepare_cached("DELETE FROM forgotten WHERE entry = ?1 AND seed = ?2")?;
            for same in done {
                drop.execute([same.entry.0, same.seed.cast_signed()])?;
            }
            Ok(())
        })
    }

    /// Erases these entries in one change, and remembers them for the backups, with others that were
    /// erased before; says which those are.
    pub(crate) fn forget(&mut self, entries: &[EntryId], before: &[Same]) -> Result<Vec<Same>, JournalError> {
        let mut same: Vec<Same> = entries.iter().map(|entry| self.same(*entry)).collect::<Result<_, _>>()?;
        same.extend(before);
        self.erase_all_and(entries, |transaction| {
            let mut remember = transaction.prepare_cached(
                "INSERT INTO forgotten (entry, seed) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            )?;
            for same in &same {
                remember.execute([same.entry.0, same.seed.cast_signed()])?;
            }
            Ok(())
        })?;
        Ok(same)
    }
}
