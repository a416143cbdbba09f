//! From the first page that somebody sees until the journal is opened again.

use chrono::{DateTime, FixedOffset};
use rusqlite::{OptionalExtension, params};

use super::{WalkThrough, WalkThroughId, whole};
use crate::{Journal, JournalError, stamp};

/// How a walk-through ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WalkEnd {
    /// Somebody ended it.
    Asked,
    /// The time was over, and nobody asked for more.
    Time,
    /// Nobody pressed a key for a time.
    Idle,
    /// The screen was locked.
    Screen,
    /// The machine went to sleep.
    Sleep,
    /// The lid was closed.
    Lid,
}

/// How a walk-through went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WalkShown {
    /// When it began, to the millisecond.
    pub began_at: DateTime<FixedOffset>,
    /// When it ended and how; none where the program or the machine stopped before.
    pub ended: Option<(DateTime<FixedOffset>, WalkEnd)>,
    /// Whether somebody opened the journal after it.
    pub returned: bool,
}

impl WalkShown {
    /// From six columns; none where it was not shown.
    pub(super) fn read(row: &rusqlite::Row<'_>, first: usize) -> rusqlite::Result<Option<Self>> {
        let Some(began_at) = row.get(first)? else { return Ok(None) };
        let ended = match row.get(first + 2)? {
            None => None,
            Some(ended_at) => Some((stamp::join(ended_at, row.get(first + 3)?)?, row.get(first + 4)?)),
        };
        Ok(Some(Self {
            began_at: stamp::join(began_at, row.get(first + 1)?)?,
            ended,
            returned: row.get(first + 5)?,
        }))
    }
}

impl Journal {
    /// A walk-through begins: that stands on disk when this returns, and each of its entries was shown on
    /// the day of `now`. What is given back is what is shown. What its pages remembered of their entries,
    /// before words were replaced, is nowhere but in those any more.
    ///
    /// # Errors
    /// [`JournalError::WalkThroughGone`]; [`JournalError::WalkThroughShown`];
    /// [`JournalError::WalkThroughWithdrawn`]; [`JournalError::PreviewNeeded`] unless
    /// [`WalkThrough::is_ready`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn begin_walk_through(
        &mut self,
        id: WalkThroughId,
        now: DateTime<FixedOffset>,
    ) -> Result<WalkThrough, JournalError> {
        const BEGIN: &str = "UPDATE walk_through SET began_at = ?2, began_offset = ?3 WHERE id = ?1";
        const SHOWN: &str = "UPDATE entry SET shown_on = ?2
            WHERE id IN (SELECT entry FROM walk_page WHERE walk_through = ?1)
              AND (shown_on IS NULL OR shown_on < ?2)";
        const FORGET_SAID: &str = "UPDATE walk_page SET said = '' WHERE walk_through = ?1";
        const FORGET_ORIGINALS: &str = "UPDATE walk_block SET original = ''
            WHERE page IN (SELECT id FROM walk_page WHERE walk_through = ?1)";
        self.change(|transaction, _| {
            super::must_be_open(transaction, id)?;
            if !whole(transaction, id)?.is_ready() {
                return Err(JournalError::PreviewNeeded);
            }
            let (millis, offset) = stamp::split(now);
            transaction.prepare_cached(BEGIN)?.execute(params![id.0, millis, offset])?;
            let today = stamp::number(now.date_naive());
            transaction.prepare_cached(SHOWN)?.execute(params![id.0, today])?;
            transaction.prepare_cached(FORGET_SAID)?.execute([id.0])?;
            transaction.prepare_cached(FORGET_ORIGINALS)?.execute([id.0])?;
            whole(transaction, id)
        })
    }

    /// Says when and how a walk-through ended; with nothing, that nobody can say. What is known stays. A
    /// clock that was put back ends nothing before it began.
    ///
    /// # Errors
    /// [`JournalError::WalkThroughGone`]; [`JournalError::WalkThroughNotShown`];
    /// [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn end_walk_through(
        &mut self,
        id: WalkThroughId,
        ended: Option<(DateTime<FixedOffset>, WalkEnd)>,
    ) -> Result<WalkThrough, JournalError> {
        const END: &str =
            "UPDATE walk_through SET ended_at = max(began_at, ?2), ended_offset = ?3, ended = ?4
            WHERE id = ?1 AND ended_at IS NULL";
        self.after_walk_through(id, |transaction| {
            if let Some((now, end)) = ended {
                let (millis, offset) = stamp::split(now);
                transaction.prepare_cached(END)?.execute(params![id.0, millis, offset, end])?;
            }
            Ok(())
        })
    }

    /// A walk-through that began, and after which nobody has opened the journal; of several, the one that
    /// began first.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn awaiting_return(&self) -> Result<Option<WalkThroughId>, JournalError> {
        self.reading(|look| {
            let mut read = look.prepare_cached(AWAITING)?;
            Ok(read.query_row([], |row| row.get(0).map(WalkThroughId)).optional()?)
        })
    }

    /// Somebody opens the journal after a walk-through. Its card stays as it is.
    ///
    /// # Errors
    /// [`JournalError::WalkThroughGone`]; [`JournalError::WalkThroughNotShown`];
    /// [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn return_from_walk_through(&mut self, id: WalkThroughId) -> Result<WalkThrough, JournalError> {
        const RETURN: &str = "UPDATE walk_through SET returned = 1 WHERE id = ?1";
        self.after_walk_through(id, |transaction| {
            transaction.prepare_cached(RETURN)?.execute([id.0])?;
            Ok(())
        })
    }

    /// A change of a walk-through that was shown.
    pub(super) fn after_walk_through(
        &mut self,
        id: WalkThroughId,
        work: impl Fn(&rusqlite::Connection) -> Result<(), JournalError>,
    ) -> Result<WalkThrough, JournalError> {
        const SHOWN: &str = "SELECT began_at IS NOT NULL FROM walk_through WHERE id = ?1";
        self.change(|transaction, _| {
            let shown: Option<bool> =
                transaction.prepare_cached(SHOWN)?.query_row([id.0], |row| row.get(0)).optional()?;
            match shown {
                None => return Err(JournalError::WalkThroughGone),
                Some(false) => return Err(JournalError::WalkThroughNotShown),
                Some(true) => work(transaction)?,
            }
            whole(transaction, id)
        })
    }
}

const AWAITING: &str = "SELECT id FROM walk_through WHERE began_at IS NOT NULL AND returned = 0
    ORDER BY began_at, id LIMIT 1";

#[cfg(test)]
mod tests {
    use crate::schema;

    #[test]
    fn whether_one_waits_is_asked_at_every_opening_and_costs_one_step() {
        let plan = schema::plan(super::AWAITING);
        assert_eq!(plan.len(), 1, "{plan:?}");
        assert!(plan[0].contains("USING COVERING INDEX walk_through_to_return"), "{plan:?}");
    }
}
