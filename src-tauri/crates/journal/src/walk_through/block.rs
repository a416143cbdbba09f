//! The parts of a page: each one answer, as it will be seen.

use std::fmt;

use chrono::NaiveDate;
use rusqlite::types::FromSqlError;
use rusqlite::{Connection, OptionalExtension, params};

use super::cover::{self, Cover};
use super::{Done, WalkPageId, WalkThrough, WalkThroughId};
use crate::{AnswerId, Journal, JournalError, line};

/// The most characters of the words that take the place of others.
pub const MOST_WALK_REPLACEMENT_CHARACTERS: usize = 60;

/// The number of a part of a page in the store. It is never given out twice; freezing a page again gives
/// new ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WalkBlockId(pub i64);

/// What a part of a page answers.
#[derive(Clone, PartialEq, Eq)]
pub enum WalkLabel {
    /// A question, a field of a sheet or a look-back.
    Asked {
        /// The words in which it was asked, as they will be seen.
        text: String,
    },
    /// Nothing: a free page.
    Free,
    /// How it was for the writer.
    Feeling,
    /// The one thing to try next time.
    Intention,
    /// What came of an earlier intention.
    Outcome,
    /// What the person brought along, a code of the handbook.
    Baggage,
    /// How the writer felt, a code of the handbook.
    Mood,
}

impl WalkLabel {
    /// Its word in the store.
    const fn code(&self) -> &'static str {
        match self {
            Self::Asked { .. } => "asked",
            Self::Free => "free",
            Self::Feeling => "feeling",
            Self::Intention => "intention",
            Self::Outcome => "outcome",
            Self::Baggage => "baggage",
            Self::Mood => "mood",
        }
    }

    /// The words in which it was asked, if any.
    const fn asks(&self) -> Option<&String> {
        match self {
            Self::Asked { text } => Some(text),
            Self::Free | Self::Feeling | Self::Intention | Self::Outcome | Self::Baggage | Self::Mood => None,
        }
    }

    /// From its two columns.
    fn read(code: &str, asks: Option<String>) -> Result<Self, FromSqlError> {
        match (code, asks) {
            ("asked", Some(text)) => Ok(Self::Asked { text }),
            ("free", None) => Ok(Self::Free),
            ("feeling", None) => Ok(Self::Feeling),
            ("intention", None) => Ok(Self::Intention),
            ("outcome", None) => Ok(Self::Outcome),
            ("baggage", None) => Ok(Self::Baggage),
            ("mood", None) => Ok(Self::Mood),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

impl fmt::Debug for WalkLabel {
    /// What a person asked is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WalkLabel({})", self.code())
    }
}

/// A part of a page to be frozen.
#[derive(Clone, PartialEq, Eq)]
pub struct NewWalkBlock {
    /// The answer; none for what the sitting was about.
    pub answer: Option<AnswerId>,
    /// What it answers.
    pub label: WalkLabel,
    /// The name of a column of a sheet, if any, as it will be seen.
    pub heading: Option<String>,
    /// What stands in the entry; for baggage and mood the code.
    pub original: String,
    /// The same as it will be seen, without aliases.
    pub text: String,
    /// Whether all of it is covered at first.
    pub covered: bool,
}

impl fmt::Debug for NewWalkBlock {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewWalkBlock")
            .field("answer", &self.answer)
            .field("label", &self.label)
            .field("covered", &self.covered)
            .finish_non_exhaustive()
    }
}

/// A part of a page.
#[derive(Clone, PartialEq, Eq)]
pub struct WalkBlock {
    /// Which.
    pub id: WalkBlockId,
    /// The answer; none for what the sitting was about.
    pub answer: Option<AnswerId>,
    /// What it answers.
    pub label: WalkLabel,
    /// The name of a column of a sheet, if any.
    pub heading: Option<String>,
    /// The text as it will be seen where it is not covered; for baggage and mood the code.
    pub text: String,
    /// What is covered of it, in the order of the text; none overlaps or touches another.
    pub covers: Vec<Cover>,
}

impl fmt::Debug for WalkBlock {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WalkBlock")
            .field("id", &self.id)
            .field("label", &self.label)
            .field("covers", &self.covers.len())
            .finish_non_exhaustive()
    }
}

/// The parts of a page in their order.
pub(super) fn all(connection: &Connection, page: WalkPageId) -> Result<Vec<WalkBlock>, JournalError> {
    const ALL: &str = "SELECT id, answer, label, asks, heading, text FROM walk_block
        WHERE page = ?1 ORDER BY id";
    let mut read = connection.prepare_cached(ALL)?;
    let blocks = read.query_map([page.0], |row| {
        Ok(WalkBlock {
            id: WalkBlockId(row.get(0)?),
            answer: row.get::<_, Option<i64>>(1)?.map(AnswerId),
            label: WalkLabel::read(row.get_ref(2)?.as_str()?, row.get(3)?)?,
            heading: row.get(4)?,
            text: row.get(5)?,
            covers: Vec::new(),
        })
    })?;
    let mut blocks: Vec<WalkBlock> = blocks.collect::<Result<_, _>>()?;
    for block in &mut blocks {
        block.covers = covers(connection, block.id)?;
    }
    Ok(blocks)
}

/// Adds parts to a page, in their order.
pub(super) fn insert(
    connection: &Connection,
    page: WalkPageId,
    blocks: &[NewWalkBlock],
) -> Result<(), JournalError> {
    for new in blocks {
        let covers = if new.covered { cover::whole(&new.text) } else { Vec::new() };
        insert_one(connection, page, new, &new.text, &covers)?;
    }
    Ok(())
}

/// Puts new parts in the place of those of a page.
///
/// One whose original is as it was keeps its text and what is covered of it. One that says something else
/// is covered whole if any of it was covered, for nobody knows where that passage is now.
pub(super) fn freeze_again(
    connection: &Connection,
    page: WalkPageId,
    blocks: &[NewWalkBlock],
) -> Result<(), JournalError> {
    let mut before = Vec::new();
    for block in all(connection, page)? {
        let original: String = connection
            .prepare_cached("SELECT original FROM walk_block WHERE id = ?1")?
            .query_row([block.id.0], |row| row.get(0))?;
        before.push((block, original));
    }
    connection.prepare_cached("DELETE FROM walk_block WHERE page = ?1")?.execute([page.0])?;
    for new in blocks {
        let is_same = |old: &WalkBlock| match (old.answer, new.answer) {
            (Some(old), Some(new)) => old == new,
            (None, None) => old.label.code() == new.label.code(),
            (Some(_), None) | (None, Some(_)) => false,
        };
        let place = before.iter().position(|(old, _)| is_same(old));
        match place.map(|place| before.remove(place)) {
            Some((old, original)) if original == new.original => {
                insert_one(connection, page, new, &old.text, &old.covers)?;
            }
            old => {
                let covered = new.covered || old.is_some_and(|(old, _)| !old.covers.is_empty());
                let covers = if covered { cover::whole(&new.text) } else { Vec::new() };
                insert_one(connection, page, new, &new.text, &covers)?;
            }
        }
    }
    Ok(())
}

fn insert_one(
    connection: &Connection,
    page: WalkPageId,
    new: &NewWalkBlock,
    text: &str,
    covers: &[Cover],
) -> Result<(), JournalError> {
    const ADD: &str = "INSERT INTO walk_block (page, answer, label, asks, heading, original, text)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    connection.prepare_cached(ADD)?.execute(params![
        page.0,
        new.answer.map(|answer| answer.0),
        new.label.code(),
        new.label.asks(),
        new.heading,
        new.original,
        text
    ])?;
    set_covers(connection, WalkBlockId(connection.last_insert_rowid()), covers)
}

fn covers(connection: &Connection, block: WalkBlockId) -> Result<Vec<Cover>, JournalError> {
    const COVERS: &str = "SELECT start, end FROM walk_cover WHERE block = ?1 ORDER BY start";
    let mut read = connection.prepare_cached(COVERS)?;
    let covers = read.query_map([block.0], |row| Ok(Cover { start: row.get(0)?, end: row.get(1)? }))?;
    Ok(covers.collect::<Result<_, _>>()?)
}

fn set_covers(connection: &Connection, block: WalkBlockId, covers: &[Cover]) -> Result<(), JournalError> {
    connection.prepare_cached("DELETE FROM walk_cover WHERE block = ?1")?.execute([block.0])?;
    let mut add =
        connection.prepare_cached("INSERT INTO walk_cover (block, start, end) VALUES (?1, ?2, ?3)")?;
    for cover in covers {
        add.execute(params![block.0, cover.start, cover.end])?;
    }
    Ok(())
}

/// The walk-through of a part.
fn of(connection: &Connection, block: WalkBlockId) -> Result<WalkThroughId, JournalError> {
    const OF: &str = "SELECT walk_page.walk_through FROM walk_block
        JOIN walk_page ON walk_page.id = walk_block.page WHERE walk_block.id = ?1";
    let found = connection
        .prepare_cached(OF)?
        .query_row([block.0], |row| row.get(0).map(WalkThroughId))
        .optional()?;
    found.ok_or(JournalError::WalkThroughGone)
}

/// The text of a part as it will be seen.
fn text(connection: &Connection, block: WalkBlockId) -> Result<String, JournalError> {
    const TEXT: &str = "SELECT text FROM walk_block WHERE id = ?1";
    Ok(connection.prepare_cached(TEXT)?.query_row([block.0], |row| row.get(0))?)
}

impl Journal {
    /// Says all that is covered of a part; nothing uncovers it. A cover that ends in the middle of a
    /// character covers that character, what lies outside the text is dropped, and covers that overlap or
    /// touch become one.
    ///
    /// # Errors
    /// [`JournalError::WalkThroughGone`]; [`JournalError::WalkThroughShown`];
    /// [`JournalError::WalkThroughWithdrawn`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn cover_walk_block(
        &mut self,
        block: WalkBlockId,
        wanted: &[Cover],
        today: NaiveDate,
    ) -> Result<WalkThrough, JournalError> {
        self.may_write()?;
        let id = of(self.connection(), block)?;
        self.preparing(id, today, |connection| {
            let settled = cover::settled(&text(connection, block)?, wanted);
            if settled == covers(connection, block)? {
                return Ok(Done::Nothing);
            }
            set_covers(connection, block, &settled)?;
            Ok(Done::Something)
        })
    }

    /// Puts other words in the place of a passage of a part, which must be `expected`. Covers stay on the
    /// words that they covered; one that covered any of the passage covers all of the new words. The entry
    /// stays as it is.
    ///
    /// # Errors
    /// [`JournalError::WalkThroughUnusable`] unless the new words are one line of at most
    /// [`MOST_WALK_REPLACEMENT_CHARACTERS`]; [`JournalError::PassageMoved`] when something else stands
    /// there; [`JournalError::WalkThroughGone`]; [`JournalError::WalkThroughShown`];
    /// [`JournalError::WalkThroughWithdrawn`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn replace_in_walk_block(
        &mut self,
        block: WalkBlockId,
        passage: Cover,
        expected: &str,
        with: &str,
        today: NaiveDate,
    ) -> Result<WalkThrough, JournalError> {
        if !line::fits(with, MOST_WALK_REPLACEMENT_CHARACTERS) {
            return Err(JournalError::WalkThroughUnusable);
        }
        self.may_write()?;
        let id = of(self.connection(), block)?;
        self.preparing(id, today, |connection| {
            let mut text = text(connection, block)?;
            let place =
                cover::bytes(&text, passage).filter(|place| text.get(place.clone()) == Some(expected));
            let place = place.ok_or(JournalError::PassageMoved)?;
            if expected == with {
                return Ok(Done::Nothing);
            }
            text.replace_range(place, with);
            let moved = cover::after_replacing(&covers(connection, block)?, passage, cover::units(with));
            connection
                .prepare_cached("UPDATE walk_block SET text = ?2 WHERE id = ?1")?
                .execute(params![block.0, text])?;
            set_covers(connection, block, &cover::settled(&text, &moved))?;
            Ok(Done::Something)
        })
    }
}
