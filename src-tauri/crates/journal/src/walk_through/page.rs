//! The pages of a walk-through: each frozen from one entry.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Connection, OptionalExtension, params};

use super::block::{self, NewWalkBlock, WalkBlock};
use super::original::{Now, Original, Then};
use super::{Done, WalkPlan, WalkThrough, WalkThroughId, letter};
use crate::{Alias, EntryId, Journal, JournalError, entry, stamp};

/// The most pages of one walk-through.
pub const MOST_WALK_PAGES: u32 = 50;

/// The most parts of one page.
pub const MOST_WALK_BLOCKS: usize = 2_000;

/// The most bytes of UTF-8 in all texts of one walk-through, when they are frozen.
pub const MOST_WALK_BYTES: u32 = 8 << 20;

/// The number of a page in the store. It is never given out twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WalkPageId(pub i64);

/// A page to be frozen.
#[derive(Clone, PartialEq, Eq)]
pub struct NewWalkPage {
    /// The entry.
    pub entry: EntryId,
    /// The name of its kind of contact; none where it has no contact.
    pub kind: Option<String>,
    /// The name of a sheet; none for anything else.
    pub title: Option<String>,
    /// What stands for its alias; there when it has one, and only then.
    pub who: Option<String>,
    /// Its parts in their order.
    pub blocks: Vec<NewWalkBlock>,
}

impl fmt::Debug for NewWalkPage {
    /// A form may be one's own: its name is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewWalkPage")
            .field("entry", &self.entry)
            .field("blocks", &self.blocks)
            .finish_non_exhaustive()
    }
}

/// What a page is of.
#[derive(Clone, PartialEq, Eq)]
pub struct WalkPageHead {
    /// The entry.
    pub entry: EntryId,
    /// The day that the entry had when it was frozen.
    pub day: NaiveDate,
    /// The name of its kind of contact, as it was frozen.
    pub kind: Option<String>,
    /// The name of a sheet.
    pub title: Option<String>,
    /// The alias that the entry has now. It is never shown to others.
    pub alias: Option<Alias>,
}

impl fmt::Debug for WalkPageHead {
    /// A form may be one's own: its name is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WalkPageHead")
            .field("entry", &self.entry)
            .field("day", &self.day)
            .finish_non_exhaustive()
    }
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WalkPage {
    /// Which.
    pub id: WalkPageId,
    /// What it is of.
    pub head: WalkPageHead,
    /// What stands for its alias.
    pub who: Option<String>,
    /// Whether its day is shown.
    pub shows_day: bool,
    /// What became of the entry since; of a page that was shown, only whether it is in the bin.
    pub original: Original,
    /// Its parts in their order.
    pub blocks: Vec<WalkBlock>,
}

const HEAD: &str = "SELECT walk_page.entry, walk_page.day, walk_page.kind, walk_page.title, alias.name,
    walk_page.id, who, shows_day, walk_page.alias,
    iif((SELECT began_at FROM walk_through WHERE walk_through.id = walk_page.walk_through) IS NULL, said, NULL)
    FROM walk_page JOIN entry ON entry.id = walk_page.entry
    LEFT JOIN contact ON contact.id = entry.contact LEFT JOIN alias ON alias.id = contact.alias
    WHERE walk_through = ?1 ORDER BY place, walk_page.id";

fn head_from(row: &rusqlite::Row<'_>) -> rusqlite::Result<WalkPageHead> {
    Ok(WalkPageHead {
        entry: EntryId(row.get(0)?),
        day: stamp::day(row.get(1)?)?,
        kind: row.get(2)?,
        title: row.get(3)?,
        alias: row.get::<_, Option<String>>(4)?.map(Alias::stored),
    })
}

/// What the pages of a walk-through are of, in their order.
pub(super) fn heads(connection: &Connection, id: WalkThroughId) -> Result<Vec<WalkPageHead>, JournalError> {
    let mut read = connection.prepare_cached(HEAD)?;
    let heads = read.query_map([id.0], head_from)?;
    Ok(heads.collect::<Result<_, _>>()?)
}

/// The pages of a walk-through in their order.
pub(super) fn all(connection: &Connection, id: WalkThroughId) -> Result<Vec<WalkPage>, JournalError> {
    let mut read = connection.prepare_cached(HEAD)?;
    let pages = read.query_map([id.0], |row| {
        let page = WalkPage {
            id: WalkPageId(row.get(5)?),
            head: head_from(row)?,
            who: row.get(6)?,
            shows_day: row.get(7)?,
            original: Original::Changed,
            blocks: Vec::new(),
        };
        let then = Then { alias: row.get(8)?, had_alias: page.who.is_some(), said: row.get(9)? };
        Ok((page, then))
    })?;
    let pages: Vec<(WalkPage, Then)> = pages.collect::<Result<_, _>>()?;
    pages
        .into_iter()
        .map(|(page, then)| {
            let original = Now::of(connection, page.head.entry)?.since(&then);
            Ok(WalkPage { original, blocks: block::all(connection, page.id)?, ..page })
        })
        .collect()
}

/// An entry is about to go, and its pages with it: who looked them over did not see that.
pub(crate) fn entry_goes(connection: &Connection, entry: EntryId) -> Result<(), JournalError> {
    const GOES: &str = "UPDATE walk_through SET looked_over = 0
        WHERE began_at IS NULL AND id IN (SELECT walk_through FROM walk_page WHERE entry = ?1)";
    connection.prepare_cached(GOES)?.execute([entry.0])?;
    Ok(())
}

/// Freezes pages after those that are there; says how many that were. One that is there already is passed
/// over.
fn add(
    connection: &Connection,
    id: WalkThroughId,
    pages: &[NewWalkPage],
    letters: &[(Alias, u32)],
) -> Result<u32, JournalError> {
    const THERE: &str = "SELECT 1 FROM walk_page WHERE walk_through = ?1 AND entry = ?2";
    const ADD: &str = "INSERT INTO walk_page
        (walk_through, place, entry, kind, title, who, day, shows_day, alias, said)
        SELECT ?1, (SELECT coalesce(max(place) + 1, 0) FROM walk_page WHERE walk_through = ?1),
            ?2, ?3, ?4, ?5, entry.day, 0, ?6, ?7 FROM entry WHERE entry.id = ?2";
    const MADE: &str = "UPDATE walk_through SET pages_made = pages_made + ?2 WHERE id = ?1";
    letter::keep(connection, id, letters)?;
    let mut added = 0_u32;
    for new in pages {
        if connection.prepare_cached(THERE)?.exists([id.0, new.entry.0])? {
            continue;
        }
        new.check()?;
        entry::writable(connection, new.entry)?;
        let Now { alias, said, .. } = Now::of(connection, new.entry)?;
        connection.prepare_cached(ADD)?.execute(params![
            id.0,
            new.entry.0,
            new.kind,
            new.title,
            new.who,
            alias,
            said
        ])?;
        block::insert(connection, WalkPageId(connection.last_insert_rowid()), &new.blocks)?;
        added += 1;
    }
    connection.prepare_cached(MADE)?.execute(params![id.0, added])?;
    must_fit(connection, id)?;
    Ok(added)
}

/// Whether a walk-through is not more than it may be.
fn must_fit(connection: &Connection, id: WalkThroughId) -> Result<(), JournalError> {
    const PAGES: &str = "SELECT count(*) FROM walk_page WHERE walk_through = ?1";
    const BYTES: &str = "SELECT coalesce(sum(octet_length(text)), 0) FROM walk_page
        JOIN walk_block ON walk_block.page = walk_page.id WHERE walk_through = ?1";
    let count = |sql: &str| -> Result<u32, JournalError> {
        let found: i64 = connection.prepare_cached(sql)?.query_row([id.0], |row| row.get(0))?;
        Ok(u32::try_from(found).unwrap_or(u32::MAX))
    };
    if count(PAGES)? > MOST_WALK_PAGES {
        Err(JournalError::WalkThroughFull { most: MOST_WALK_PAGES })
    } else if count(BYTES)? > MOST_WALK_BYTES {
        Err(JournalError::WalkThroughTooLong)
    } else {
        Ok(())
    }
}

impl NewWalkPage {
    fn check(&self) -> Result<(), JournalError> {
        if self.blocks.len() > MOST_WALK_BLOCKS { Err(JournalError::WalkThroughTooLong) } else { Ok(()) }
    }
}

/// The walk-through of a page.
fn of(connection: &Connection, page: WalkPageId) -> Result<WalkThroughId, JournalError> {
    let found = connection
        .prepare_cached("SELECT walk_through FROM walk_page WHERE id = ?1")?
        .query_row([page.0], |row| row.get(0).map(WalkThroughId))
        .optional()?;
    found.ok_or(JournalError::WalkThroughGone)
}

impl Journal {
    /// The walk-through of a page, and its entry.
    ///
    /// # Errors
    /// [`JournalError::WalkThroughGone`], and whatever the store says.
    pub fn walk_page(&self, page: WalkPageId) -> Result<(WalkThroughId, EntryId), JournalError> {
        self.reading(|look| {
            let found = look
                .prepare_cached("SELECT walk_through, entry FROM walk_page WHERE id = ?1")?
                .query_row([page.0], |row| Ok((WalkThroughId(row.get(0)?), EntryId(row.get(1)?))))
                .optional()?;
            found.ok_or(JournalError::WalkThroughGone)
        })
    }

    /// Freezes entries for a new walk-through, with the letters that stand for aliases on its pages. An
    /// entry that is given twice is frozen once.
    ///
    /// # Errors
    /// [`JournalError::EntryGone`]; [`JournalError::EntryInBin`]; [`JournalError::AliasGone`] for the
    /// letter of an alias that is not in use; [`JournalError::WalkThroughFull`];
    /// [`JournalError::WalkThroughTooLong`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn prepare_walk_through(
        &mut self,
        pages: &[NewWalkPage],
        letters: &[(Alias, u32)],
        now: DateTime<FixedOffset>,
    ) -> Result<WalkThroughId, JournalError> {
        const PREPARE: &str = "INSERT INTO walk_through
            (for_whom, question, minutes, planned_on, prepared_at, prepared_offset, looked_over, pages_made,
             returned, card, discussed, take_along, differently)
            VALUES (?1, ?2, ?3, NULL, ?4, ?5, 0, 0, 0, 'open', '', '', '')";
        let plan = WalkPlan::open();
        self.change(|transaction, _| {
            let (millis, offset) = stamp::split(now);
            transaction.prepare_cached(PREPARE)?.execute(params![
                plan.for_whom,
                plan.question,
                plan.minutes,
                millis,
                offset
            ])?;
            let id = WalkThroughId(transaction.last_insert_rowid());
            add(transaction, id, pages, letters)?;
            Ok(id)
        })
    }

    /// Freezes more entries, after the pages that are there. One that is there already is passed over and
    /// stays as it was frozen.
    ///
    /// # Errors
    /// Those of [`Journal::prepare_walk_through`]; [`JournalError::WalkThroughGone`];
    /// [`JournalError::WalkThroughShown`]; [`JournalError::WalkThroughWithdrawn`].
    pub fn add_walk_pages(
        &mut self,
        id: WalkThroughId,
        pages: &[NewWalkPage],
        letters: &[(Alias, u32)],
        today: NaiveDate,
    ) -> Result<WalkThrough, JournalError> {
        self.preparing(id, today, |connection| {
            Ok(if add(connection, id, pages, letters)? == 0 { Done::Nothing } else { Done::Something })
        })
    }

    /// Takes a page out: what was frozen is nowhere any more.
    ///
    /// # Errors
    /// [`JournalError::WalkThroughGone`]; [`JournalError::WalkThroughShown`];
    /// [`JournalError::WalkThroughWithdrawn`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn take_walk_page_out(
        &mut self,
        page: WalkPageId,
        today: NaiveDate,
    ) -> Result<WalkThrough, JournalError> {
        const MADE: &str = "UPDATE walk_through SET pages_made = pages_made - 1 WHERE id = ?1";
        self.may_write()?;
        let id = of(self.connection(), page)?;
        let left = self.preparing(id, today, |connection| {
            connection.prepare_cached("DELETE FROM walk_page WHERE id = ?1")?.execute([page.0])?;
            connection.prepare_cached(MADE)?.execute([id.0])?;
            Ok(Done::Something)
        })?;
        self.with_room(|journal| Ok(journal.vault.empty_log()?))?;
        Ok(left)
    }

    /// Puts a page before another one, or at the end.
    ///
    /// # Errors
    /// [`JournalError::WalkThroughGone`] also for a page of another walk-through;
    /// [`JournalError::WalkThroughShown`]; [`JournalError::WalkThroughWithdrawn`];
    /// [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn move_walk_page(
        &mut self,
        page: WalkPageId,
        before: Option<WalkPageId>,
        today: NaiveDate,
    ) -> Result<WalkThrough, JournalError> {
        const ORDER: &str = "SELECT id FROM walk_page WHERE walk_through = ?1 ORDER BY place, id";
        self.may_write()?;
        let id = of(self.connection(), page)?;
        self.preparing(id, today, |connection| {
            let known: Vec<WalkPageId> = connection
                .prepare_cached(ORDER)?
                .query_map([id.0], |row| row.get(0).map(WalkPageId))?
                .collect::<Result<_, _>>()?;
            let mut order = known.clone();
            if before != Some(page) {
                order.retain(|other| *other != page);
                let place = match before {
                    None => order.len(),
                    Some(before) => {
                        let place = order.iter().position(|other| *other == before);
                        place.ok_or(JournalError::WalkThroughGone)?
                    }
                };
                order.insert(place, page);
            }
            if order == known {
                return Ok(Done::Nothing);
            }
            let mut put = connection.prepare_cached("UPDATE walk_page SET place = ?2 WHERE id = ?1")?;
            for (place, page) in (0_i64..).zip(order) {
                put.execute(params![page.0, place])?;
            }
            Ok(Done::Something)
        })
    }

    /// Freezes a page again, from what its entry says now. A part whose original is as it was keeps its
    /// text and what is covered of it. One that says something else now is covered whole if any of it was
    /// covered, and otherwise as a new one is. The page keeps its place, and whether its day is shown.
    ///
    /// # Errors
    /// Those of [`Journal::add_walk_pages`], of which [`JournalError::WalkThroughGone`] also for a page of
    /// another entry.
    pub fn freeze_walk_page_again(
        &mut self,
        page: WalkPageId,
        new: &NewWalkPage,
        letters: &[(Alias, u32)],
        today: NaiveDate,
    ) -> Result<WalkThrough, JournalError> {
        const AGAIN: &str = "UPDATE walk_page SET kind = ?3, title = ?4, who = ?5, alias = ?6, said = ?7,
            day = (SELECT day FROM entry WHERE id = ?2) WHERE id = ?1 AND entry = ?2";
        self.may_write()?;
        let id = of(self.connection(), page)?;
        self.preparing(id, today, |connection| {
            new.check()?;
            letter::keep(connection, id, letters)?;
            entry::writable(connection, new.entry)?;
            let Now { alias, said, .. } = Now::of(connection, new.entry)?;
            let found = connection.prepare_cached(AGAIN)?.execute(params![
                page.0,
                new.entry.0,
                new.kind,
                new.title,
                new.who,
                alias,
                said
            ])?;
            if found == 0 {
                return Err(JournalError::WalkThroughGone);
            }
            block::freeze_again(connection, page, &new.blocks)?;
            must_fit(connection, id)?;
            Ok(Done::Something)
        })
    }

    /// Shows the day of a page, or does not.
    ///
    /// # Errors
    /// [`JournalError::WalkThroughGone`]; [`JournalError::WalkThroughShown`];
    /// [`JournalError::WalkThroughWithdrawn`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn show_walk_day(
        &mut self,
        page: WalkPageId,
        shows_day: bool,
        today: NaiveDate,
    ) -> Result<WalkThrough, JournalError> {
        const SHOW: &str = "UPDATE walk_page SET shows_day = ?2 WHERE id = ?1 AND shows_day <> ?2";
        self.may_write()?;
        let id = of(self.connection(), page)?;
        self.preparing(id, today, |connection| {
            let shown = connection.prepare_cached(SHOW)?.execute(params![page.0, shows_day])?;
            Ok(if shown == 0 { Done::Nothing } else { Done::Something })
        })
    }
}
