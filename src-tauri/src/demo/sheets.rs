//! The sheets of the example journal: what stands in their fields, and what came of them.

use chrono::{DateTime, Days, FixedOffset};
use handbook::{Form, FormField, Labelled, Pack, Shape, Words};
use journal::{AnswerId, CellRef, CellValue, EntryId, Field, Journal, JournalError};
use serde::Deserialize;
use vault::VaultError;

use super::save;

/// What stands in one place of a sheet. The labels are those of the form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleCell {
    pub field: String,
    pub column: Option<String>,
    #[serde(default)]
    pub row: u32,
    /// Empty where a day or an option says what stands there.
    #[serde(default)]
    pub text: String,
    /// The option that was chosen.
    pub option: Option<String>,
    /// The day, as so many days after the sheet was written.
    pub in_days: Option<u64>,
    /// What came of it, written on that day.
    pub became: Option<String>,
}

/// Fills a sheet in.
///
/// # Errors
/// When the example and the handbook do not fit, and what saving can go wrong with.
pub fn fill(
    journal: &mut Journal,
    (pack, form): (&Pack, &Form),
    entry: EntryId,
    cells: &[ExampleCell],
    then: DateTime<FixedOffset>,
) -> Result<(), JournalError> {
    for cell in cells {
        let field = form.fields.iter().find(|field| field.id == cell.field).ok_or(VaultError::Misuse)?;
        put(journal, (pack, field), entry, cell, then)?;
    }
    Ok(())
}

fn put(
    journal: &mut Journal,
    (pack, field): (&Pack, &FormField),
    entry: EntryId,
    cell: &ExampleCell,
    then: DateTime<FixedOffset>,
) -> Result<(), JournalError> {
    let say = |text: &str| pack.resolve(text, Words::default());
    let label = say(&field.label);
    let place = CellRef {
        field: &field.id,
        column: None,
        row: cell.row,
        label: &label,
        heading: None,
        value: CellValue::Text,
    };
    let mut keep = |place, text: &str| save(journal, entry, Field::Cell(place), text, then);
    match &field.shape {
        Shape::Text { .. } => keep(place, &cell.text).map(drop),
        Shape::Columns { columns, .. } => {
            let column = named(columns, cell.column.as_deref())?;
            let heading = say(&column.label);
            keep(CellRef { column: Some(&column.id), heading: Some(&heading), ..place }, &cell.text).map(drop)
        }
        Shape::Choice { options, many } => {
            let option = named(options, cell.option.as_deref())?;
            let value = CellValue::Choice { option: Some(&option.id) };
            let column = many.then_some(option.id.as_str());
            keep(CellRef { column, value, ..place }, &say(&option.label)).map(drop)
        }
        Shape::Date { asks, .. } => {
            let days = Days::new(cell.in_days.ok_or(VaultError::Misuse)?);
            let due = then.checked_add_days(days).ok_or(VaultError::Misuse)?;
            let day = due.date_naive().format("%Y-%m-%d").to_string();
            let Some(asks) = asks else {
                return keep(CellRef { value: CellValue::Date, ..place }, &day).map(drop);
            };
            let asks = say(asks);
            let of = keep(CellRef { heading: Some(&asks), value: CellValue::LookBack, ..place }, &day)?;
            came_of(journal, entry, (of, &asks), cell.became.as_deref(), due)
        }
    }
}

/// What came of it, on its day.
fn came_of(
    journal: &mut Journal,
    entry: EntryId,
    (of, asks): (AnswerId, &str),
    became: Option<&str>,
    due: DateTime<FixedOffset>,
) -> Result<(), JournalError> {
    let Some(text) = became else { return Ok(()) };
    save(journal, entry, Field::LookBack { of, due: due.date_naive(), asks }, text, due).map(drop)
}

fn named<'a>(all: &'a [Labelled], id: Option<&str>) -> Result<&'a Labelled, JournalError> {
    let found = all.iter().find(|one| Some(one.id.as_str()) == id);
    Ok(found.ok_or(VaultError::Misuse)?)
}
