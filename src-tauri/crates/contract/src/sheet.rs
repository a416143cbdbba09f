//! Sheets: forms with named fields, what was written in them, and the days at which one looks back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{AnswerId, Day, EntryId, Step};

/// Names a form of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormKey {
    /// The pack's id.
    pub pack: String,
    /// The form's id in that pack.
    pub form: String,
}

/// Names a question of a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionKey {
    /// The pack's id.
    pub pack: String,
    /// The question's id in that pack.
    pub question: String,
}

/// A form as it is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormView {
    /// Which form.
    pub form: FormKey,
    /// Its name, as it was when the entry was started.
    pub title: String,
    /// What it is for, in a few sentences; none when no pack here has the form any more.
    pub explanation: Option<String>,
    /// What must be read before one writes, such as whose impression it is.
    pub note: Option<String>,
    /// Whom it is about.
    pub about: FormAbout,
    /// Whether it is made to be taken to others, so that it holds no person.
    pub person_free: bool,
    /// Whether earlier ones are worth reading beside it.
    pub compare: bool,
    /// Its fields in order; none when no pack here has the form any more.
    pub fields: Vec<SheetField>,
}

/// Whom a form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum FormAbout {
    /// A contact that is still to come: its day may lie ahead.
    ComingContact,
    /// A contact, or nobody.
    Contact,
    /// Nobody: it never has a contact or an alias.
    Nobody,
}

/// One field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetField {
    /// The form's id of it.
    pub id: String,
    /// What it asks.
    pub label: String,
    /// A line that helps.
    pub hint: Option<String>,
    /// What it takes.
    pub shape: FieldShape,
    /// What an organisation proposes to choose from; one may write anything else.
    pub suggestions: Vec<String>,
}

/// What a field takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum FieldShape {
    /// A text.
    Text {
        /// Whether there may be any number of them, none included.
        repeated: bool,
    },
    /// Texts beside each other.
    Columns {
        /// Two to four columns.
        columns: Vec<Labelled>,
        /// Whether there may be any number of rows, none included.
        repeated: bool,
    },
    /// One of a few words, or several; nothing is chosen beforehand, and a choice can be taken back.
    Choice {
        /// The words.
        options: Vec<Labelled>,
        /// Whether several may be chosen.
        many: bool,
    },
    /// A day.
    Date {
        /// The question that comes back on that day; none for a day that is only noted.
        asks: Option<String>,
        /// The day that is proposed while nothing stands there; never stored by itself.
        proposed: Option<Day>,
    },
}

/// Something with a name on screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Labelled {
    /// Its id.
    pub id: String,
    /// Its name on screen.
    pub label: String,
}

/// The place of one answer in a sheet, with the words it was asked with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CellView {
    /// The form's id of the field.
    pub field: String,
    /// The column, where the field has columns; the option, where several may be chosen.
    pub column: Option<String>,
    /// The row, from 0, where there may be many; else 0.
    pub row: u32,
    /// What the field asks, as it was shown.
    pub label: String,
    /// The name of the column, or the question that comes back on a day, as it was shown.
    pub heading: Option<String>,
    /// What the answer is. A day is written `YYYY-MM-DD`, a choice as the option's name.
    pub value: CellValue,
    /// The option that was chosen, by its id.
    pub option: Option<String>,
}

/// What the answer in a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum CellValue {
    /// Text.
    Text,
    /// One of a few words.
    Choice,
    /// A day.
    Date,
    /// A day at which one looks back.
    LookBack,
}

/// What was written before a contact, to be read beside what is written after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreparedView {
    /// The entry in which it stands.
    pub entry: EntryId,
    /// The day for which it was written.
    pub day: Day,
    /// What was written, in the order of the form.
    pub lines: Vec<SheetLine>,
}

/// A text under its label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetLine {
    /// What was asked.
    pub label: String,
    /// What was written.
    pub text: String,
}

/// Days at which one looks back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LookBackList {
    /// Those whose day has come and those still to come, the earliest first.
    pub look_backs: Vec<LookBackView>,
}

/// A day at which one looks back on what a sheet said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LookBackView {
    /// The answer that holds the day.
    pub look_back: AnswerId,
    /// The sheet in which it stands.
    pub entry: EntryId,
    /// The name of the sheet.
    pub title: String,
    /// What is asked on that day.
    pub asks: String,
    /// The day.
    pub due: Day,
    /// The day the sheet belongs to.
    pub day: Day,
    /// The pseudonym of its contact, if any.
    pub alias: Option<String>,
    /// The first words of the sheet, on one line.
    pub excerpt: String,
}

/// Lets a look-back rest, or takes that back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LetGoLookBack {
    /// Which look-back.
    pub look_back: AnswerId,
    /// Whether it no longer comes back.
    pub let_go: bool,
}

/// Asks for what was to be tried, the latest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListTried {
    /// The last intention of the page before; none for the latest.
    pub after: Option<AnswerId>,
}

/// A page of what was to be tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TriedPage {
    /// The latest first, at most 50.
    pub rows: Vec<TriedRow>,
    /// Where the next page starts; none at the end.
    pub next: Option<AnswerId>,
}

/// An intention, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TriedRow {
    /// The intention.
    pub intention: crate::IntentionView,
    /// What became of it.
    pub became: Became,
}

/// What became of an intention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Became {
    /// It comes back.
    Waits,
    /// Something was written about it.
    Told {
        /// Where.
        entry: EntryId,
        /// The day of that entry.
        day: Day,
        /// What.
        text: String,
    },
    /// The person let it go.
    LetGo,
    /// Another one took its place.
    Replaced,
}

/// All own answers to one question, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ThroughTime {
    /// The question as the handbook of today asks it; none when no pack here has it.
    pub question: Option<crate::QuestionView>,
    /// At most 200.
    pub rows: Vec<ThroughTimeRow>,
}

/// One answer to a question, at one time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ThroughTimeRow {
    /// The entry.
    pub entry: EntryId,
    /// The day it belongs to.
    pub day: Day,
    /// The kind of contact, an id of the handbook, if any.
    pub kind: Option<String>,
    /// The pseudonym, if any.
    pub alias: Option<String>,
    /// The question as it was asked then.
    pub asked: String,
    /// What was written, byte for byte.
    pub text: String,
}

/// All own sheets of one form, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetVersions {
    /// At most 50.
    pub sheets: Vec<SheetVersion>,
}

/// One sheet of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetVersion {
    /// The entry.
    pub entry: EntryId,
    /// The day it belongs to.
    pub day: Day,
    /// The pseudonym, if any.
    pub alias: Option<String>,
    /// What was written: the steps that have text.
    pub steps: Vec<Step>,
}
