//! The places of a sheet: a field of a form, a column of it, a row.
//!
//! Everything that is needed to read a sheet stands in its own answers: what was asked, what a column
//! was called, the name of the option that was chosen. A pack may go, and its sheets can be read.

use std::fmt;

use chrono::NaiveDate;
use rusqlite::types::FromSqlError;
use rusqlite::{Connection, OptionalExtension, params};

use crate::{AnswerId, EntryId, JournalError};

/// How a day is written in a sheet.
const DAY: &str = "%Y-%m-%d";

/// A place in a sheet, and what is asked there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct CellRef<'a> {
    /// The form's id of the field.
    pub field: &'a str,
    /// The column, where the field has columns; the option, where several may be chosen. An empty
    /// one is none.
    pub column: Option<&'a str>,
    /// The row, from 0, where there may be many; else 0. Rows may come in any order.
    pub row: u32,
    /// What the field asks, as it is shown.
    pub label: &'a str,
    /// The name of the column, or the question that comes back on a day, as it is shown.
    pub heading: Option<&'a str>,
    /// What is written there.
    pub value: CellValue<'a>,
}

/// What is written in a place of a sheet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum CellValue<'a> {
    /// Text.
    Text,
    /// The name of an option; nothing, where none is chosen.
    Choice {
        /// The option's id; none where its form is not known any more. Without a text there is none.
        option: Option<&'a str>,
    },
    /// A day, written `YYYY-MM-DD`, or nothing.
    Date,
    /// The same, and on that day the heading is asked.
    LookBack,
}

/// A place in a stored sheet, and what was asked there when it was first saved.
#[derive(Clone, PartialEq, Eq)]
pub struct Cell {
    /// The form's id of the field.
    pub field: String,
    /// The column, or the option where several may be chosen.
    pub column: Option<String>,
    /// The row, from 0.
    pub row: u32,
    /// What the field asked.
    pub label: String,
    /// The name of the column, or the question that comes back on a day.
    pub heading: Option<String>,
    /// What is written there.
    pub value: StoredValue,
}

/// What is written in a place of a stored sheet.
#[derive(Clone, PartialEq, Eq)]
pub enum StoredValue {
    /// Text.
    Text,
    /// The name of an option; nothing, where none is chosen.
    Choice {
        /// The option's id, as it was last saved.
        option: Option<String>,
    },
    /// A day, written `YYYY-MM-DD`, or nothing.
    Date,
    /// The same, and on that day the heading is asked.
    LookBack {
        /// Whether the person let it go.
        let_go: bool,
    },
}

impl CellRef<'_> {
    /// Whether the text is what this place takes.
    pub(crate) fn check(&self, text: &str) -> Result<(), JournalError> {
        match self.value {
            CellValue::Text | CellValue::Choice { .. } => Ok(()),
            CellValue::Date | CellValue::LookBack if text.is_empty() || day(text).is_some() => Ok(()),
            CellValue::Date | CellValue::LookBack => Err(JournalError::DayUnusable),
        }
    }

    /// The column, if there is one.
    pub(crate) fn column(&self) -> Option<&str> {
        self.column.filter(|column| !column.is_empty())
    }

    /// The option that this text stands for.
    pub(crate) fn option(&self, text: &str) -> Option<&str> {
        match self.value {
            CellValue::Choice { option } => option.filter(|_| !text.is_empty()),
            CellValue::Text | CellValue::Date | CellValue::LookBack => None,
        }
    }

    /// The day at which one looks back.
    pub(crate) fn due(&self, text: &str) -> Option<NaiveDate> {
        match self.value {
            CellValue::LookBack => day(text),
            CellValue::Text | CellValue::Choice { .. } | CellValue::Date => None,
        }
    }

    /// Its answer in an entry, if that has one.
    pub(crate) fn find(
        &self,
        connection: &Connection,
        entry: EntryId,
    ) -> Result<Option<AnswerId>, JournalError> {
        let place =
            params![entry.0, self.field, self.column().unwrap_or_default(), self.row, self.value.code()];
        Ok(connection.prepare_cached(FIND)?.query_row(place, |row| row.get(0).map(AnswerId)).optional()?)
    }
}

const FIND: &str = "SELECT id FROM answer
    WHERE entry = ?1 AND cell = ?2 AND coalesce(cell_column, '') = ?3 AND cell_row = ?4 AND value = ?5";

impl CellValue<'_> {
    /// Its word in the store.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Choice { .. } => "choice",
            Self::Date => "date",
            Self::LookBack => "look-back",
        }
    }
}

impl Cell {
    /// From its columns, `cell`, `cell_column`, `cell_row`, `value`, `option` and the heading's words,
    /// which begin at `at`, and two others of its row.
    pub(crate) fn read(
        row: &rusqlite::Row<'_>,
        at: usize,
        label: String,
        let_go: Option<bool>,
    ) -> rusqlite::Result<Self> {
        let value = match (row.get_ref(at + 3)?.as_str()?, let_go) {
            ("text", None) => StoredValue::Text,
            ("choice", None) => StoredValue::Choice { option: row.get(at + 4)? },
            ("date", None) => StoredValue::Date,
            ("look-back", Some(let_go)) => StoredValue::LookBack { let_go },
            _ => return Err(FromSqlError::InvalidType.into()),
        };
        Ok(Self {
            field: row.get(at)?,
            column: row.get(at + 1)?,
            row: row.get(at + 2)?,
            label,
            heading: row.get(at + 5)?,
            value,
        })
    }

    /// Whether saving there goes on with this answer.
    pub(crate) fn is_place(&self, cell: &CellRef<'_>) -> bool {
        self.field == cell.field
            && self.column.as_deref() == cell.column()
            && self.row == cell.row
            && self.value.code() == cell.value.code()
    }

    /// Whether another option is chosen from now on.
    pub(crate) fn is_chosen_anew(&self, cell: &CellRef<'_>, text: &str) -> bool {
        match &self.value {
            StoredValue::Choice { option } => option.as_deref() != cell.option(text),
            StoredValue::Text | StoredValue::Date | StoredValue::LookBack { .. } => false,
        }
    }
}

impl StoredValue {
    const fn code(&self) -> &'static str {
        match self {
            Self::Text => CellValue::Text.code(),
            Self::Choice { .. } => CellValue::Choice { option: None }.code(),
            Self::Date => CellValue::Date.code(),
            Self::LookBack { .. } => CellValue::LookBack.code(),
        }
    }
}

/// The day of a text, written as it is written here and in no other way.
fn day(text: &str) -> Option<NaiveDate> {
    let day = NaiveDate::parse_from_str(text, DAY).ok()?;
    (text.len() == "2026-11-28".len() && day.format(DAY).to_string() == text).then_some(day)
}

impl fmt::Debug for CellRef<'_> {
    /// What a person chose, or asked in a form of his own, is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CellRef").field("row", &self.row).finish_non_exhaustive()
    }
}

impl fmt::Debug for CellValue<'_> {
    /// What a person chose is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CellValue({})", self.code())
    }
}

impl fmt::Debug for Cell {
    /// What a person chose, or asked in a form of his own, is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cell").field("row", &self.row).finish_non_exhaustive()
    }
}

impl fmt::Debug for StoredValue {
    /// What a person chose is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StoredValue({})", self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn a_day_is_written_in_one_way() {
        for text in ["2026-11-28", "2024-02-29", "0001-01-01", "9999-12-31"] {
            assert!(day(text).is_some(), "{text}");
        }
        for text in [
            "",
            " ",
            "2026-11-28 ",
            " 2026-11-28",
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-1-28",
            "28-11-2026",
            "2026-11-2",
            "+026-11-28",
            "-001-11-28",
            "12026-11-28",
            "morgen",
            "2026-11-28\0",
            "٢٠٢٦-11-28",
        ] {
            assert_eq!(day(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_place_is_found_by_its_index() {
        let plan = schema::plan(FIND);
        assert_eq!(plan.len(), 1, "{plan:?}");
        assert!(plan[0].starts_with("SEARCH answer USING COVERING INDEX cell_by_place (entry=?"), "{plan:?}");
    }

    #[test]
    fn what_stands_in_a_place_is_not_printed() {
        let value = CellValue::Choice { option: Some("boos") };
        let cell = CellRef {
            field: "f",
            column: Some("ik"),
            row: 2,
            label: "Mijn vraag",
            heading: Some("Ik"),
            value,
        };
        assert_eq!(format!("{cell:?} {value:?}"), "CellRef { row: 2, .. } CellValue(choice)");
        let value = StoredValue::Choice { option: Some("boos".into()) };
        let printed = format!("{value:?}");
        assert_eq!(printed, "StoredValue(choice)");
        let cell = Cell {
            field: "f".into(),
            column: Some("ik".into()),
            row: 2,
            label: "Mijn vraag".into(),
            heading: None,
            value,
        };
        assert_eq!(format!("{cell:?}"), "Cell { row: 2, .. }");
    }
}
