//! Forms: sheets with fields of their own. Content, drawn by one component.

use crate::id::{FormId, KindId, SourceId, ThemeId};

/// A sheet. Every field may stay empty, and no key of the format can say otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The id of the pack it is of.
    pub pack: String,
    /// Its id; the same in every language.
    pub id: FormId,
    /// Counts up when its fields change.
    pub version: u32,
    /// Its name on screen; may have placeholders.
    pub name: String,
    /// What it is for; may have placeholders.
    pub explanation: String,
    /// What to keep in mind, shown above the fields; may have placeholders.
    pub note: Option<String>,
    /// Whom it is about.
    pub about: About,
    /// Whether it is made to be taken to others; then it is about nobody.
    pub person_free: bool,
    /// What it is for where colleagues learn together; then it holds no person.
    pub intervision: Option<FormInIntervision>,
    /// Whether earlier ones are worth reading beside it.
    pub compare: bool,
    /// The kinds after which it is offered first.
    pub kinds: Vec<KindId>,
    /// The theme that it stands under.
    pub theme: Option<ThemeId>,
    /// What it rests on.
    pub sources: Vec<SourceId>,
    /// Its fields in order, 1 to 20.
    pub fields: Vec<FormField>,
    /// The line at which it stands.
    pub line: u32,
}

/// Whom a form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// A contact that is still to come.
    ComingContact,
    /// A contact that was, or the case around it.
    Contact,
    /// No resident: the work itself.
    Nobody,
}

/// What a form is for where colleagues learn together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormInIntervision {
    /// What somebody brings in.
    Contribution,
    /// What somebody takes along.
    Result,
}

/// One field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormField {
    /// Its id, once in its form; the same in every language.
    pub id: String,
    /// What it asks for; may have placeholders.
    pub label: String,
    /// What helps to fill it; may have placeholders.
    pub hint: Option<String>,
    /// What goes into it.
    pub shape: Shape,
    /// Whether the instruments of an organisation are proposed in it.
    pub suggests_instruments: bool,
    /// The line at which it stands.
    pub line: u32,
}

/// What goes into a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Words.
    Text {
        /// Any number of times, also none.
        repeated: bool,
    },
    /// Words side by side.
    Columns {
        /// The columns, 2 to 4.
        columns: Vec<Labelled>,
        /// Any number of rows, also none.
        repeated: bool,
    },
    /// One of a few options, or several of them.
    Choice {
        /// The options, 2 to 12.
        options: Vec<Labelled>,
        /// Whether more than one may be chosen.
        many: bool,
    },
    /// A day.
    Date {
        /// The question that comes back on that day; may have placeholders.
        asks: Option<String>,
        /// How many days after the entry's day it is proposed, 1 to 400.
        after_days: Option<u16>,
    },
}

/// A column or an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labelled {
    /// Its id, once in its field; the same in every language.
    pub id: String,
    /// What it is called on screen; may have placeholders.
    pub label: String,
}
