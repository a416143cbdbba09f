//! Forms and their fields.
//!
//! There is no key that makes a field a duty, counts it or weighs it, and an unknown key is an
//! error: so no pack can bring one.

use super::{LONG, SHORT, all_different_in, read_ids, read_mark, read_template};
use crate::{
    error::{Fault, PackError},
    id::{FormId, ThemeId},
    pack::{About, Form, FormField, FormInIntervision, Labelled, Shape},
    tree::{Entry, Table},
};

const MAX_FIELDS: usize = 20;
const MAX_COLUMNS: usize = 4;
const MAX_OPTIONS: usize = 12;
const MOST_DAYS: u16 = 400;

const ABOUT: [(&str, About); 3] =
    [("coming-contact", About::ComingContact), ("contact", About::Contact), ("nobody", About::Nobody)];

const INTERVISION: [(&str, FormInIntervision); 2] =
    [("contribution", FormInIntervision::Contribution), ("result", FormInIntervision::Result)];

pub(super) fn read_form(mut table: Table<'_>, pack: &str) -> Result<Form, PackError> {
    let about = table.need("about")?;
    let person_free = table.take("person_free");
    let intervision = table.take("intervision").map(|part| part.one_of(&INTERVISION)).transpose()?;
    if intervision.is_some() {
        refuse_persons(&table, person_free.as_ref())?;
    }
    let form = Form {
        pack: pack.to_owned(),
        id: FormId::from(table.need("id")?.id()?),
        version: table.need("version")?.number(1, 9_999)?,
        name: table.need("name")?.template(SHORT)?,
        explanation: table.need("explanation")?.template(LONG)?,
        note: read_template(table.take("note"))?,
        about: about.one_of(&ABOUT)?,
        person_free: read_mark(person_free)?,
        intervision,
        compare: read_mark(table.take("compare"))?,
        kinds: table.take("kinds").map(read_ids).transpose()?.unwrap_or_default(),
        theme: table.take("theme").map(|theme| theme.id().map(ThemeId::from)).transpose()?,
        sources: table.take("sources").map(read_ids).transpose()?.unwrap_or_default(),
        fields: read_fields(table.need("field")?)?,
        line: table.line,
    };
    table.done()?;
    if form.person_free && form.about != About::Nobody {
        // What is made for others has no room for a person: only "nobody" goes with it.
        about.one_of(&[("nobody", ())])?;
    }
    Ok(form)
}

/// What is brought into a group, or taken along from one, is made for others' eyes.
fn refuse_persons(table: &Table<'_>, person_free: Option<&Entry<'_>>) -> Result<(), PackError> {
    let key = "person_free";
    match person_free {
        None => Err(PackError { line: table.line, code: Fault::MissingKey { key } }),
        Some(entry) if entry.yes()? => Ok(()),
        Some(entry) => Err(entry.fail(Fault::UnknownValue { key, value: "false".to_owned() })),
    }
}

fn read_fields(entry: Entry<'_>) -> Result<Vec<FormField>, PackError> {
    let fields: Vec<FormField> = entry
        .list(MAX_FIELDS)?
        .into_iter()
        .map(|field| read_field(field.table()?))
        .collect::<Result<_, _>>()?;
    all_different_in(fields.iter().map(|field| (field.line, field.id.as_str())))?;
    Ok(fields)
}

fn read_field(mut table: Table<'_>) -> Result<FormField, PackError> {
    let (shape, suggests_instruments) = read_shape(&mut table)?;
    let field = FormField {
        id: table.need("id")?.id()?,
        label: table.need("label")?.template(LONG)?,
        hint: read_template(table.take("hint"))?,
        shape,
        suggests_instruments,
        line: table.line,
    };
    table.done()?;
    Ok(field)
}

/// The shape of a field, and whether it proposes instruments.
fn read_shape(table: &mut Table<'_>) -> Result<(Shape, bool), PackError> {
    let kind = table.need("shape")?.one_of(&SHAPES)?;
    for key in KEYS_OF_SHAPES.into_iter().filter(|key| !kind.takes(key)) {
        if let Some(entry) = table.take(key) {
            return Err(entry.fail(Fault::KeyOfOtherShape { key }));
        }
    }
    let shape = match kind {
        Kind::Text => Shape::Text { repeated: read_mark(table.take("repeated"))? },
        Kind::Columns => Shape::Columns {
            columns: read_labelled(table.need("columns")?, MAX_COLUMNS)?,
            repeated: read_mark(table.take("repeated"))?,
        },
        Kind::Choice => Shape::Choice {
            options: read_labelled(table.need("options")?, MAX_OPTIONS)?,
            many: read_mark(table.take("many"))?,
        },
        Kind::Date => Shape::Date {
            asks: read_template(table.take("asks"))?,
            after_days: table.take("after_days").map(|days| read_days(&days)).transpose()?,
        },
    };
    let suggests = table.take("suggest").map(|what| what.one_of(&[("instruments", ())])).transpose()?;
    Ok((shape, suggests.is_some()))
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Text,
    Columns,
    Choice,
    Date,
}

const SHAPES: [(&str, Kind); 4] =
    [("text", Kind::Text), ("columns", Kind::Columns), ("choice", Kind::Choice), ("date", Kind::Date)];

const KEYS_OF_SHAPES: [&str; 7] = ["repeated", "suggest", "columns", "options", "many", "asks", "after_days"];

impl Kind {
    fn takes(self, key: &str) -> bool {
        match self {
            Self::Text => matches!(key, "repeated" | "suggest"),
            Self::Columns => matches!(key, "repeated" | "columns"),
            Self::Choice => matches!(key, "options" | "many"),
            Self::Date => matches!(key, "asks" | "after_days"),
        }
    }
}

/// Two or more: one alone is no choice, and one column is a text.
fn read_labelled(entry: Entry<'_>, most: usize) -> Result<Vec<Labelled>, PackError> {
    let items = entry.list_of(2, most)?;
    let lines: Vec<u32> = items.iter().map(Entry::line).collect();
    let labelled = items
        .into_iter()
        .map(|item| {
            let mut table = item.table()?;
            let labelled =
                Labelled { id: table.need("id")?.id()?, label: table.need("label")?.template(SHORT)? };
            table.done()?;
            Ok(labelled)
        })
        .collect::<Result<Vec<_>, _>>()?;
    all_different_in(lines.into_iter().zip(labelled.iter().map(|labelled| labelled.id.as_str())))?;
    Ok(labelled)
}

fn read_days(entry: &Entry<'_>) -> Result<u16, PackError> {
    let days = entry.number(1, u32::from(MOST_DAYS))?;
    Ok(u16::try_from(days).unwrap_or(MOST_DAYS))
}
