//! The team card: what one takes along to the team, about a shared approach and about nobody. Nothing
//! says where it came from.

use std::fmt;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use crate::{Journal, JournalError, line, stamp};

/// The most characters of what is taken along.
pub const MOST_TEAM_CHARACTERS: usize = 600;

/// A point's number in the store. It is never given out twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TeamPointId(pub i64);

/// A theme of the handbook, as its pack had it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamTheme {
    /// The pack's id of it.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// Something to take along to the team.
#[derive(Clone, PartialEq, Eq)]
pub struct TeamPoint {
    /// Which point.
    pub id: TeamPointId,
    /// Its theme, if any.
    pub theme: Option<TeamTheme>,
    /// A text of a few lines.
    pub text: String,
    /// The day on which it was first written.
    pub written_on: NaiveDate,
    /// The day on which it was talked about; none while it stands on the card.
    pub discussed_on: Option<NaiveDate>,
}

impl fmt::Debug for TeamPoint {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TeamPoint").field("id", &self.id).finish_non_exhaustive()
    }
}

/// What is taken along: lines of 1 to [`MOST_TEAM_CHARACTERS`] together, without white space around
/// them.
#[derive(Clone, PartialEq, Eq)]
pub struct TeamPointText(String);

impl TeamPointText {
    /// Reads it as it was typed; white space around it is dropped, every end of a line becomes one
    /// character, and a tab, as lists are pasted with, a space.
    ///
    /// # Errors
    /// [`JournalError::TeamPointUnusable`] when it is empty, too long, or holds a control character, or
    /// a mark that turns the direction of the text around it.
    pub fn parse(text: &str) -> Result<Self, JournalError> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
        let text = text.trim();
        let is_usable = !text.is_empty()
            && text.chars().count() <= MOST_TEAM_CHARACTERS
            && text.split('\n').all(|line| line::fits(line, MOST_TEAM_CHARACTERS));
        is_usable.then(|| Self(text.to_owned())).ok_or(JournalError::TeamPointUnusable)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for TeamPointText {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TeamPointText")
    }
}

macro_rules! point_sql {
    ($which:literal) => {
        concat!("SELECT id, theme, theme_name, text, written_on, discussed_on FROM team_point ", $which)
    };
}

/// Those of the card, the earliest first; then those that were talked about, the latest first.
const ALL: &str =
    point_sql!("ORDER BY discussed_on IS NOT NULL, discussed_on DESC, iif(discussed_on IS NULL, id, -id)");

fn point_from(row: &rusqlite::Row<'_>) -> rusqlite::Result<TeamPoint> {
    let theme: (Option<String>, Option<String>) = (row.get(1)?, row.get(2)?);
    let discussed_on: Option<i32> = row.get(5)?;
    Ok(TeamPoint {
        id: TeamPointId(row.get(0)?),
        theme: theme.0.zip(theme.1).map(|(id, name)| TeamTheme { id, name }),
        text: row.get(3)?,
        written_on: stamp::day(row.get(4)?)?,
        discussed_on: discussed_on.map(stamp::day).transpose()?,
    })
}

fn one(connection: &Connection, point: TeamPointId) -> Result<TeamPoint, JournalError> {
    let mut read = connection.prepare_cached(point_sql!("WHERE id = ?1"))?;
    read.query_row([point.0], point_from).optional()?.ok_or(JournalError::TeamPointGone)
}

/// The two columns of a theme.
fn columns(theme: Option<&TeamTheme>) -> (Option<&str>, Option<&str>) {
    (theme.map(|theme| theme.id.as_str()), theme.map(|theme| theme.name.as_str()))
}

impl Journal {
    /// What is taken along to the team: what stands on the card first, the earliest first; then what was
    /// talked about, the latest first.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn team_points(&self) -> Result<Vec<TeamPoint>, JournalError> {
        self.reading(|look| {
            let mut read = look.prepare_cached(ALL)?;
            let points = read.query_map([], point_from)?;
            Ok(points.collect::<Result<_, _>>()?)
        })
    }

    /// One point of it.
    ///
    /// # Errors
    /// [`JournalError::TeamPointGone`], and whatever the store says.
    pub fn team_point(&self, point: TeamPointId) -> Result<TeamPoint, JournalError> {
        self.reading(|look| one(look, point))
    }

    /// Keeps something to take along. Nothing is stored of where it came from.
    ///
    /// # Errors
    /// [`JournalError::OnlyReading`], and whatever the store says.
    pub fn keep_team_point(
        &mut self,
        theme: Option<&TeamTheme>,
        text: &TeamPointText,
        today: NaiveDate,
    ) -> Result<TeamPoint, JournalError> {
        const KEEP: &str =
            "INSERT INTO team_point (theme, theme_name, text, written_on) VALUES (?1, ?2, ?3, ?4)";
        self.change(|transaction, _| {
            let (id, name) = columns(theme);
            transaction.prepare_cached(KEEP)?.execute(params![id, name, text.0, stamp::number(today)])?;
            one(transaction, TeamPointId(transaction.last_insert_rowid()))
        })
    }

    /// Changes something to take along; the words it had are nowhere any more. Its day stays.
    ///
    /// # Errors
    /// [`JournalError::TeamPointGone`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn change_team_point(
        &mut self,
        point: TeamPointId,
        theme: Option<&TeamTheme>,
        text: &TeamPointText,
    ) -> Result<TeamPoint, JournalError> {
        const CHANGE: &str = "UPDATE team_point SET theme = ?2, theme_name = ?3, text = ?4 WHERE id = ?1";
        let changed = self.change(|transaction, _| {
            let (id, name) = columns(theme);
            transaction.prepare_cached(CHANGE)?.execute(params![point.0, id, name, text.0])?;
            one(transaction, point)
        })?;
        self.with_room(|journal| Ok(journal.vault.empty_log()?))?;
        Ok(changed)
    }

    /// It was talked about on a day; or with none, was not after all and stands on the card again. What
    /// was talked about already was so on the earlier day.
    ///
    /// # Errors
    /// [`JournalError::TeamPointGone`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn discuss_team_point(
        &mut self,
        point: TeamPointId,
        discussed_on: Option<NaiveDate>,
    ) -> Result<TeamPoint, JournalError> {
        // The smallest of a number and nothing is nothing.
        const DISCUSS: &str =
            "UPDATE team_point SET discussed_on = min(coalesce(discussed_on, ?2), ?2) WHERE id = ?1";
        self.change(|transaction, _| {
            let day = discussed_on.map(stamp::number);
            transaction.prepare_cached(DISCUSS)?.execute(params![point.0, day])?;
            one(transaction, point)
        })
    }

    /// Erases something to take along, beyond recovery.
    ///
    /// # Errors
    /// [`JournalError::TeamPointGone`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn erase_team_point(&mut self, point: TeamPointId) -> Result<(), JournalError> {
        self.erase_row("DELETE FROM team_point WHERE id = ?1", point.0, JournalError::TeamPointGone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_along_is_a_few_lines() {
        let text = TeamPointText::parse("  Eerst vragen.\r\n\r-\tDan zeggen. \n").expect("usable");
        assert_eq!(text.as_str(), "Eerst vragen.\n\n- Dan zeggen.");
        let longest = format!("{}\n{}", "é".repeat(300), "é".repeat(299));
        assert!(TeamPointText::parse(&longest).is_ok());
        for unusable in ["", " \n ", "nul\0", "om\u{202e}\ngekeerd", "re\u{2028}gel", &format!("{longest}é")]
        {
            assert_eq!(TeamPointText::parse(unusable), Err(JournalError::TeamPointUnusable), "{unusable:?}");
        }
    }

    #[test]
    fn a_point_is_not_printed() {
        let text = TeamPointText::parse("Eerst vragen.").expect("usable");
        assert_eq!(format!("{text:?}"), "TeamPointText");
        let written_on = "2026-11-21".parse().expect("a day");
        let id = TeamPointId(3);
        let point = TeamPoint { id, theme: None, text: text.0, written_on, discussed_on: None };
        assert_eq!(format!("{point:?}"), "TeamPoint { id: TeamPointId(3), .. }");
    }
}
