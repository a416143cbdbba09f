//! What was written in a sheet, in the order of its form.
//!
//! The rows say themselves what they answer, so a sheet can be read without its form; only the order
//! is the form's. What the form does not have comes after it, in the order of saving.

use std::collections::BTreeMap;

use ::journal::{Answer, AnswerId as StoredAnswer, Cell, Entry, StoredField, StoredValue};
use chrono::NaiveDate;
use contract::*;
use handbook::{Form as HandbookForm, FormField, Shape};

use crate::wire;

/// A cell with its answer, and what was written when its day had come.
pub struct Placed<'a> {
    pub cell: &'a Cell,
    pub answer: &'a Answer,
    pub look_backs: Vec<LookedBack<'a>>,
}

/// What was written on a day on which one looked back.
pub struct LookedBack<'a> {
    pub of: Option<StoredAnswer>,
    pub due: NaiveDate,
    pub asks: &'a str,
    pub answer: &'a Answer,
}

/// All cells in their order, each with its look-backs; and the look-backs whose day was taken out.
pub fn in_order<'a>(entry: &'a Entry, form: Option<&HandbookForm>) -> (Vec<Placed<'a>>, Vec<LookedBack<'a>>) {
    let mut cells: Vec<Placed<'a>> = Vec::new();
    let mut loose: Vec<LookedBack<'a>> = Vec::new();
    for answer in &entry.answers {
        if let StoredField::Cell(cell) = &answer.field {
            cells.push(Placed { cell, answer, look_backs: Vec::new() });
        }
    }
    cells.sort_by_key(|placed| place(placed.cell, form));
    for answer in &entry.answers {
        if let StoredField::LookBack { of, due, asks } = &answer.field {
            let looked = LookedBack { of: *of, due: *due, asks, answer };
            match cells.iter_mut().find(|placed| Some(placed.answer.id) == *of) {
                Some(placed) => placed.look_backs.push(looked),
                None => loose.push(looked),
            }
        }
    }
    for placed in &mut cells {
        placed.look_backs.sort_by_key(|looked| looked.due);
    }
    (cells, loose)
}

/// Field, row and column, by their places in the form; the last of each where it has none.
fn place(cell: &Cell, form: Option<&HandbookForm>) -> (usize, u32, usize) {
    const LAST: (usize, u32, usize) = (usize::MAX, 0, 0);
    let Some(form) = form else { return LAST };
    let Some(at) = form.fields.iter().position(|field| field.id == cell.field) else { return LAST };
    let columns = columns_of(&form.fields[at]);
    let column = cell.column.as_ref().and_then(|column| columns.iter().position(|one| one.id == *column));
    (at, cell.row, column.unwrap_or(usize::MAX))
}

/// What the column of a cell can be: a column, or an option where several may be chosen.
pub fn columns_of(field: &FormField) -> &[handbook::Labelled] {
    match &field.shape {
        Shape::Columns { columns, .. } => columns,
        Shape::Choice { options, many: true } => options,
        Shape::Text { .. } | Shape::Choice { many: false, .. } | Shape::Date { .. } => &[],
    }
}

/// The steps of a sheet: each cell, and directly after it what came of it.
pub fn steps(entry: &Entry, form: Option<&HandbookForm>) -> Vec<Step> {
    let (cells, loose) = in_order(entry, form);
    let mut steps = Vec::with_capacity(cells.len());
    for placed in cells {
        let field = StepField::Cell { cell: wire::cell(placed.cell) };
        steps.push(Step { field, answer: Some(wire::answer(placed.answer)) });
        steps.extend(placed.look_backs.iter().map(looked_back));
    }
    steps.extend(loose.iter().map(looked_back));
    steps
}

fn looked_back(looked: &LookedBack<'_>) -> Step {
    let field = StepField::LookBack {
        look_back: looked.of.map(|of| AnswerId(of.0)),
        asks: looked.asks.to_owned(),
        due: wire::day(looked.due),
    };
    Step { field, answer: Some(wire::answer(looked.answer)) }
}

/// What comes back on the day that a cell holds.
pub fn question_of(cell: &Cell) -> &str {
    cell.heading.as_deref().unwrap_or(&cell.label)
}

/// The free pages that stand beside the fields of a sheet.
pub fn free_pages(entry: &Entry) -> impl Iterator<Item = Step> {
    let free = entry.answers.iter().filter(|answer| matches!(answer.field, StoredField::Free));
    free.map(|answer| Step { field: StepField::Free, answer: Some(wire::answer(answer)) })
}

/// What stands under one label, to be read: only what was written.
pub enum Part {
    /// Texts below each other.
    Texts {
        /// What was asked.
        label: String,
        /// What was written.
        texts: Vec<String>,
    },
    /// Texts beside each other.
    Table {
        /// What was asked.
        label: String,
        /// The names of the columns.
        headings: Vec<String>,
        /// The texts, one of each column in each row; empty where nothing was written.
        rows: Vec<Vec<String>>,
    },
}

impl Part {
    /// What was written in it.
    pub fn texts_mut(&mut self) -> Box<dyn Iterator<Item = &mut String> + '_> {
        match self {
            Self::Texts { texts, .. } => Box::new(texts.iter_mut()),
            Self::Table { rows, .. } => Box::new(rows.iter_mut().flatten()),
        }
    }
}

/// What was written in a sheet, to be read by somebody; a day as `say_day` says it.
pub fn parts(entry: &Entry, form: Option<&HandbookForm>, say_day: impl Fn(NaiveDate) -> String) -> Vec<Part> {
    let (mut cells, loose) = in_order(entry, form);
    cells.retain(|placed| !placed.answer.text.trim().is_empty());
    let mut groups: Vec<Vec<Placed<'_>>> = Vec::new();
    for placed in cells {
        match groups.iter_mut().find(|group| group[0].cell.field == placed.cell.field) {
            Some(group) => group.push(placed),
            None => groups.push(vec![placed]),
        }
    }
    let mut parts = Vec::new();
    for group in &groups {
        parts.push(part(group, &say_day));
        parts.extend(group.iter().flat_map(|placed| &placed.look_backs).filter_map(of_look_back));
    }
    parts.extend(loose.iter().filter_map(of_look_back));
    parts
}

fn of_look_back(looked: &LookedBack<'_>) -> Option<Part> {
    let has_text = !looked.answer.text.trim().is_empty();
    has_text.then(|| Part::Texts { label: looked.asks.to_owned(), texts: vec![looked.answer.text.clone()] })
}

/// What stands in one field.
fn part(group: &[Placed<'_>], say_day: impl Fn(NaiveDate) -> String) -> Part {
    let label = group[0].cell.label.clone();
    let is_table =
        |placed: &Placed<'_>| placed.cell.value == StoredValue::Text && placed.cell.column.is_some();
    if group.iter().any(is_table) {
        return table(label, group);
    }
    let text = |placed: &Placed<'_>| match (&placed.cell.value, placed.answer.text.parse()) {
        (StoredValue::Date | StoredValue::LookBack { .. }, Ok(day)) => say_day(day),
        _ => placed.answer.text.clone(),
    };
    let are_choices = group.iter().all(|placed| matches!(placed.cell.value, StoredValue::Choice { .. }));
    let texts: Vec<String> = group.iter().map(text).collect();
    // What was chosen of several stands on one line.
    Part::Texts { label, texts: if are_choices { vec![texts.join(", ")] } else { texts } }
}

fn table(label: String, group: &[Placed<'_>]) -> Part {
    let mut columns: Vec<(Option<&str>, String)> = Vec::new();
    for placed in group {
        let column = placed.cell.column.as_deref();
        if !columns.iter().any(|(known, _)| *known == column) {
            columns.push((column, placed.cell.heading.clone().unwrap_or_default()));
        }
    }
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for placed in group {
        let row = rows.entry(placed.cell.row).or_insert_with(|| vec![String::new(); columns.len()]);
        let column = placed.cell.column.as_deref();
        if let Some(at) = columns.iter().position(|(known, _)| *known == column) {
            row[at].clone_from(&placed.answer.text);
        }
    }
    let headings = columns.into_iter().map(|(_, heading)| heading).collect();
    Part::Table { label, headings, rows: rows.into_values().collect() }
}

/// The same as lines, each with its label.
pub fn lines(parts: Vec<Part>) -> Vec<SheetLine> {
    let mut lines = Vec::new();
    for part in parts {
        match part {
            Part::Texts { label, texts } => {
                lines.extend(texts.into_iter().map(|text| SheetLine { label: label.clone(), text }));
            }
            Part::Table { label, headings, rows } => {
                for (heading, text) in rows.into_iter().flat_map(|row| headings.iter().zip(row)) {
                    if !text.is_empty() {
                        lines.push(SheetLine { label: format!("{label} {heading}"), text });
                    }
                }
            }
        }
    }
    lines
}
