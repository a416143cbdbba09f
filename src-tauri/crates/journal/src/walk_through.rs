//! Walking through entries with somebody who was invited: what is prepared, what was shown, and the card
//! after it.
//!
//! What will be seen is frozen from entries, page by page, and is the writer's to cover, to order and to
//! put in other words; the entries stay as they are. Nobody sees what the writer has not looked over since
//! the last change, or what its entry no longer says. Once shown it is not changed any more. A page goes
//! with its entry, beyond recovery; that it was shown, when and for whom, stays.

mod block;
mod card;
mod cover;
mod letter;
mod original;
mod page;
mod showing;
mod stored;

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Connection, OptionalExtension, params};

use crate::{Journal, JournalError, line, stamp};

pub use block::{MOST_WALK_REPLACEMENT_CHARACTERS, NewWalkBlock, WalkBlock, WalkBlockId, WalkLabel};
pub use card::{CardState, JointCard, JointCardText, MOST_CARD_CHARACTERS};
pub use cover::Cover;
pub use letter::WalkLetters;
pub use original::Original;
pub(crate) use page::entry_goes;
pub use page::{
    MOST_WALK_BLOCKS, MOST_WALK_BYTES, MOST_WALK_PAGES, NewWalkPage, WalkPage, WalkPageHead, WalkPageId,
};
pub use showing::{WalkEnd, WalkShown};

/// The most characters of for whom it is.
pub const MOST_FOR_WHOM_CHARACTERS: usize = 60;

/// The most characters of the question that the writer has.
pub const MOST_WALK_QUESTION_CHARACTERS: usize = 300;

/// The minutes that a walk-through can take.
const MINUTES: [u8; 4] = [15, 30, 45, 60];

/// A walk-through's number in the store. It is never given out twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WalkThroughId(pub i64);

/// For whom, what for, how long and when.
#[derive(Clone, PartialEq, Eq)]
pub struct WalkPlan {
    for_whom: String,
    question: String,
    minutes: u8,
    planned_on: Option<NaiveDate>,
}

impl WalkPlan {
    /// Reads a plan as it was typed; white space around for whom and the question is dropped. Both may be
    /// empty.
    ///
    /// # Errors
    /// [`JournalError::WalkThroughUnusable`] when one of the two is too long, or holds a line break, a
    /// control character, or a mark that turns the direction of the text around it; or for other minutes
    /// than 15, 30, 45 and 60.
    pub fn parse(
        for_whom: &str,
        question: &str,
        minutes: u8,
        planned_on: Option<NaiveDate>,
    ) -> Result<Self, JournalError> {
        let (for_whom, question) = (for_whom.trim(), question.trim());
        let fits = line::fits(for_whom, MOST_FOR_WHOM_CHARACTERS)
            && line::fits(question, MOST_WALK_QUESTION_CHARACTERS)
            && MINUTES.contains(&minutes);
        if !fits {
            return Err(JournalError::WalkThroughUnusable);
        }
        Ok(Self { for_whom: for_whom.to_owned(), question: question.to_owned(), minutes, planned_on })
    }

    /// What nobody has said yet: for nobody, without a question, half an hour, whenever.
    #[must_use]
    pub const fn open() -> Self {
        Self { for_whom: String::new(), question: String::new(), minutes: 30, planned_on: None }
    }

    /// For whom: a role, one line; empty while nothing was written.
    #[must_use]
    pub fn for_whom(&self) -> &str {
        &self.for_whom
    }

    /// The question that the writer has, one line; empty while nothing was written.
    #[must_use]
    pub fn question(&self) -> &str {
        &self.question
    }

    /// How long: 15, 30, 45 or 60.
    #[must_use]
    pub const fn minutes(&self) -> u8 {
        self.minutes
    }

    /// For which day; none: now, or whenever.
    #[must_use]
    pub const fn planned_on(&self) -> Option<NaiveDate> {
        self.planned_on
    }
}

impl fmt::Debug for WalkPlan {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WalkPlan")
            .field("minutes", &self.minutes)
            .field("planned_on", &self.planned_on)
            .finish_non_exhaustive()
    }
}

/// A walk-through in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WalkThroughRow {
    /// Which.
    pub id: WalkThroughId,
    /// For whom, what for, how long and when.
    pub plan: WalkPlan,
    /// When it was prepared, to the millisecond.
    pub prepared_at: DateTime<FixedOffset>,
    /// The last day on which it was changed after it had been looked over; none where nothing was.
    pub changed_on: Option<NaiveDate>,
    /// The day on which it was withdrawn; none while it holds.
    pub withdrawn_on: Option<NaiveDate>,
    /// Whether the writer has looked over what will be seen since the last change.
    pub looked_over: bool,
    /// How it went; none before it was shown.
    pub shown: Option<WalkShown>,
    /// What became of its card; none before it was shown.
    pub card: Option<CardState>,
    /// Whether a page is gone because its entry was erased.
    pub has_lost_pages: bool,
    /// What its pages are of, in their order.
    pub pages: Vec<WalkPageHead>,
}

/// A walk-through, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WalkThrough {
    /// What the list says of it.
    pub row: WalkThroughRow,
    /// Its pages in their order.
    pub pages: Vec<WalkPage>,
    /// What was written about it; none before it was shown.
    pub card: Option<JointCard>,
}

impl WalkThrough {
    /// Whether it may begin: there are pages, every original is what it was, the writer has looked over
    /// what will be seen since the last change, and it was neither shown nor withdrawn.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.row.shown.is_none()
            && self.row.withdrawn_on.is_none()
            && self.row.looked_over
            && !self.pages.is_empty()
            && self.pages.iter().all(|page| page.original == Original::Same)
    }
}

/// The SQL of a row of the list.
macro_rules! row_sql {
    ($rest:literal) => {
        concat!(
            "SELECT id, for_whom, question, minutes, planned_on, prepared_at, prepared_offset, changed_on,
                 withdrawn_on, looked_over, began_at, began_offset, ended_at, ended_offset, ended, returned,
                 card, pages_made > (SELECT count(*) FROM walk_page WHERE walk_through = walk_through.id)
             FROM walk_through ",
            $rest
        )
    };
}

const ONE: &str = row_sql!("WHERE id = ?1");

/// What is prepared or withdrawn, those without a day first, then the next planned; then what was shown,
/// the latest first.
const LIST: &str = row_sql!(
    "ORDER BY began_at IS NOT NULL, began_at DESC, planned_on IS NOT NULL, planned_on, id * iif(began_at IS NULL, 1, -1)"
);

fn day_of(number: Option<i32>) -> rusqlite::Result<Option<NaiveDate>> {
    Ok(number.map(stamp::day).transpose()?)
}

/// A row without its pages.
fn row_from(row: &rusqlite::Row<'_>) -> rusqlite::Result<WalkThroughRow> {
    let shown = WalkShown::read(row, 10)?;
    Ok(WalkThroughRow {
        id: WalkThroughId(row.get(0)?),
        plan: WalkPlan {
            for_whom: row.get(1)?,
            question: row.get(2)?,
            minutes: row.get(3)?,
            planned_on: day_of(row.get(4)?)?,
        },
        prepared_at: stamp::join(row.get(5)?, row.get(6)?)?,
        changed_on: day_of(row.get(7)?)?,
        withdrawn_on: day_of(row.get(8)?)?,
        looked_over: row.get(9)?,
        card: shown.as_ref().map(|_| row.get(16)).transpose()?,
        shown,
        has_lost_pages: row.get(17)?,
        pages: Vec::new(),
    })
}

/// One, whole.
fn whole(connection: &Connection, id: WalkThroughId) -> Result<WalkThrough, JournalError> {
    let row = connection.prepare_cached(ONE)?.query_row([id.0], row_from).optional()?;
    let mut row = row.ok_or(JournalError::WalkThroughGone)?;
    row.pages = page::heads(connection, id)?;
    let card = row.shown.as_ref().map(|_| card::read(connection, id)).transpose()?;
    Ok(WalkThrough { pages: page::all(connection, id)?, row, card })
}

/// One must be there to be prepared: neither shown nor withdrawn.
fn must_be_open(connection: &Connection, id: WalkThroughId) -> Result<(), JournalError> {
    const STATE: &str =
        "SELECT began_at IS NOT NULL, withdrawn_on IS NOT NULL FROM walk_through WHERE id = ?1";
    let state = connection
        .prepare_cached(STATE)?
        .query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    match state.ok_or(JournalError::WalkThroughGone)? {
        (true, _) => Err(JournalError::WalkThroughShown),
        (false, true) => Err(JournalError::WalkThroughWithdrawn),
        (false, false) => Ok(()),
    }
}

/// What will be seen is no longer what the writer looked over, if that was looked over.
fn changed(connection: &Connection, id: WalkThroughId, today: NaiveDate) -> Result<(), JournalError> {
    const CHANGED: &str = "UPDATE walk_through SET changed_on = ?2, looked_over = 0
        WHERE id = ?1 AND looked_over = 1";
    connection.prepare_cached(CHANGED)?.execute(params![id.0, stamp::number(today)])?;
    Ok(())
}

/// Whether anything of it changed.
enum Done {
    Something,
    Nothing,
}

impl Journal {
    /// The walk-throughs: those that are prepared or withdrawn, those without a day first and then the
    /// next planned; then those that were shown, the latest first.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn walk_throughs(&self) -> Result<Vec<WalkThroughRow>, JournalError> {
        self.reading(|look| {
            let rows: Vec<WalkThroughRow> =
                look.prepare_cached(LIST)?.query_map([], row_from)?.collect::<Result<_, _>>()?;
            rows.into_iter()
                .map(|row| Ok(WalkThroughRow { pages: page::heads(look, row.id)?, ..row }))
                .collect()
        })
    }

    /// A walk-through, whole.
    ///
    /// # Errors
    /// [`JournalError::WalkThroughGone`], and whatever the store says.
    pub fn walk_through(&self, id: WalkThroughId) -> Result<WalkThrough, JournalError> {
        self.reading(|look| whole(look, id))
    }

    /// Says for whom, what for, how long and when; the words it had are nowhere any more. Saying what it
    /// says already changes nothing.
    ///
    /// # Errors
    /// [`JournalError::WalkThroughGone`]; [`JournalError::WalkThroughShown`];
    /// [`JournalError::WalkThroughWithdrawn`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn change_walk_through(
        &mut self,
        id: WalkThroughId,
        plan: &WalkPlan,
        today: NaiveDate,
    ) -> Result<WalkThrough, JournalError> {
        const CHANGE: &str =
            "UPDATE walk_through SET for_whom = ?2, question = ?3, minutes = ?4, planned_on = ?5
            WHERE id = ?1";
        let answer = self.preparing(id, today, |connection| {
            let now = connection.prepare_cached(ONE)?.query_row([id.0], row_from)?;
            if now.plan == *plan {
                return Ok(Done::Nothing);
            }
            connection.prepare_cached(CHANGE)?.execute(params![
                id.0,
                plan.for_whom,
                plan.question,
                plan.minutes,
                plan.planned_on.map(stamp::number)
            ])?;
            Ok(Done::Something)
        })?;
        self.with_room(|journal| Ok(journal.vault.empty_log()?))?;
        Ok(answer)
    }

    /// The writer has looked over what will be seen, page by page.
    ///
    /// # Errors
    /// [`JournalError::WalkThroughGone`]; [`JournalError::WalkThroughShown`];
    /// [`JournalError::WalkThroughWithdrawn`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn looked_over_walk_through(&mut self, id: WalkThroughId) -> Result<WalkThrough, JournalError> {
        self.change(|transaction, _| {
            must_be_open(transaction, id)?;
            transaction
                .prepare_cached("UPDATE walk_through SET looked_over = 1 WHERE id = ?1")?
                .execute([id.0])?;
            whole(transaction, id)
        })
    }

    /// Withdraws what was prepared, on a day, or with none takes that back. What was withdrawn already
    /// stays so from the earlier day.
    ///
    /// # Errors
    /// [`JournalError::WalkThroughGone`]; [`JournalError::WalkThroughShown`];
    /// [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn withdraw_walk_through(
        &mut self,
        id: WalkThroughId,
        withdrawn_on: Option<NaiveDate>,
    ) -> Result<WalkThrough, JournalError> {
        // The smallest of a number and nothing is nothing.
        const WITHDRAW: &str =
            "UPDATE walk_through SET withdrawn_on = min(coalesce(withdrawn_on, ?2), ?2) WHERE id = ?1";
        self.change(|transaction, _| {
            match must_be_open(transaction, id) {
                Ok(()) | Err(JournalError::WalkThroughWithdrawn) => {}
                Err(error) => return Err(error),
            }
            transaction.prepare_cached(WITHDRAW)?.execute(params![id.0, withdrawn_on.map(stamp::number)])?;
            whole(transaction, id)
        })
    }

    /// Erases a walk-through with its frozen texts and its card, beyond recovery: prepared, withdrawn or
    /// shown.
    ///
    /// # Errors
    /// [`JournalError::WalkThroughGone`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn erase_walk_through(&mut self, id: WalkThroughId) -> Result<(), JournalError> {
        self.erase_row("DELETE FROM walk_through WHERE id = ?1", id.0, JournalError::WalkThroughGone)
    }

    /// A change of what will be seen: where it changes something, that has to be looked over again.
    fn preparing(
        &mut self,
        id: WalkThroughId,
        today: NaiveDate,
        work: impl Fn(&Connection) -> Result<Done, JournalError>,
    ) -> Result<WalkThrough, JournalError> {
        self.with_room(|journal| {
            journal.change(|transaction, _| {
                must_be_open(transaction, id)?;
                if matches!(work(transaction)?, Done::Something) {
                    changed(transaction, id, today)?;
                }
                whole(transaction, id)
            })
        })
    }
}
