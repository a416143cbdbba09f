//! Entries: starting one, writing in it, and the intention that comes back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    AnswerId, CellView, Day, EntryId, EntryStatus, FormKey, FormView, Going, Moment, PreparedView,
    QuestionKey,
};

/// Starts an entry.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StartEntry {
    /// The contact it looks back on; none for a free page on its own.
    pub contact: Option<ContactDraft>,
    /// What the questions are chosen by; none for a free page.
    pub sitting: Option<Sitting>,
    /// Questions, a free page or a sheet.
    pub form: Form,
    /// Which sheet; only where `form` is one.
    pub sheet: Option<FormKey>,
    /// A question that the person wants to answer now, whatever would have been chosen; only where
    /// `form` is a guide. Without a contact it is the only one.
    pub question: Option<QuestionKey>,
}

/// A contact as the person describes it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContactDraft {
    /// The day of the contact.
    pub day: Day,
    /// The kind, an id of the handbook.
    pub kind: String,
    /// A pseudonym, or none.
    pub alias: Option<String>,
}

/// What the questions of one sitting are chosen by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Sitting {
    /// The time there is.
    pub minutes: Minutes,
    /// Whether the contact was with somebody of 18 to 27 years.
    pub young: bool,
    /// What the resident carries, as far as the person wishes to say.
    pub baggage: Option<Baggage>,
    /// How the person feels, as far as he wishes to say.
    pub mood: Option<Mood>,
    /// Whether baggage and mood are stored with the entry. Otherwise this process forgets them at
    /// the lock.
    pub keep: bool,
}

/// Minutes that somebody takes for one sitting: 2, 5, 15 or 30.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(type = "2 | 5 | 15 | 30")]
pub struct Minutes(pub u8);

/// What a resident carries, as far as the person can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Baggage {
    /// Something heavy in life.
    LifeStory,
    /// Trouble with the municipality or with help.
    Criticism,
    /// Both.
    Both,
    /// Hard to say.
    Unknown,
}

/// How the person feels who writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Mood {
    /// Calm.
    Calm,
    /// Touched.
    Touched,
    /// Angry.
    Angry,
    /// Proud.
    Proud,
}

/// What an entry is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// A few questions from the handbook.
    Guide,
    /// An empty page.
    FreePage,
    /// Named fields of a form of the handbook.
    Sheet,
}

/// Names one entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryRequest {
    /// Which entry.
    pub entry: EntryId,
}

/// Changes what an entry looks back on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeEntry {
    /// Which entry.
    pub entry: EntryId,
    /// The day it belongs to.
    pub day: Day,
    /// The kind of contact; none leaves an entry without a contact as it is.
    pub kind: Option<String>,
    /// A pseudonym, or none; only where there is a kind.
    pub alias: Option<String>,
}

/// One entry, whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryView {
    /// Which entry.
    pub entry: EntryId,
    /// The contact it looks back on, if any.
    pub contact: Option<ContactView>,
    /// What its questions were chosen by, as far as it is known; none for a free page.
    pub sitting: Option<Sitting>,
    /// The day it belongs to: the contact's, or the day it was started.
    pub day: Day,
    /// What it was made from.
    pub form: Form,
    /// The form of a sheet; none for anything else.
    pub sheet: Option<FormView>,
    /// What was written before this contact, if anything.
    pub prepared: Option<PreparedView>,
    /// When it was started.
    pub started_at: Moment,
    /// When it goes; none where it has no term.
    pub going: Option<Going>,
    /// What became of it outside this journal.
    pub status: EntryStatus,
    /// Whether it is kept quiet by itself.
    pub quiet: bool,
    /// Its steps in the order of the screen: what was answered, and what may still be. A field
    /// of [`StepField::Intention`] and one of [`StepField::Feeling`] are always the last two, but on a
    /// sheet. A sheet has a step for every cell that was answered, in the order of the form and of the
    /// rows, each look-back directly after its day; and its free pages.
    pub steps: Vec<Step>,
}

/// The contact of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContactView {
    /// The day of the contact.
    pub day: Day,
    /// The kind, an id of the handbook.
    pub kind: String,
    /// The pseudonym, if any.
    pub alias: Option<String>,
}

/// One field of an entry, with what was written in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// What is asked.
    pub field: StepField,
    /// What was written, if anything.
    pub answer: Option<AnswerView>,
}

/// What a field of an entry asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum StepField {
    /// What came of an earlier intention.
    Outcome {
        /// The intention; none when it was erased since.
        intention: Option<IntentionView>,
    },
    /// A question of the handbook.
    Question {
        /// The question.
        question: QuestionView,
        /// For a follow-up, the question whose answer it asks on from.
        follows: Option<String>,
    },
    /// A question that the person asked.
    Own {
        /// Its words, byte for byte.
        question: String,
    },
    /// A free page.
    Free,
    /// The one thing to try next time.
    Intention {
        /// Its wording from the handbook; none when that has none.
        question: Option<QuestionView>,
        /// When it comes back.
        returns: Returns,
    },
    /// How it was for the person.
    Feeling,
    /// A place in a sheet.
    Cell {
        /// Where, and with which words.
        cell: CellView,
    },
    /// What came of a sheet, written on the day on which it asked.
    LookBack {
        /// The answer that holds the day; none when it was taken out since.
        look_back: Option<AnswerId>,
        /// What is asked.
        asks: String,
        /// The day on which it asked.
        due: Day,
    },
}

/// A question as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionView {
    /// The pack it is of.
    pub pack: String,
    /// The handbook's id.
    pub id: String,
    /// Its wording, with the organisation's words filled in.
    pub text: String,
    /// The theme's name, while the handbook has the question.
    pub theme: Option<String>,
    /// Why it is asked, while the handbook has the question.
    pub why: Option<String>,
    /// What to leave out of the answer, where the handbook says so.
    pub privacy: Option<String>,
    /// Where it comes from, while the handbook has the question.
    pub sources: Vec<SourceView>,
}

/// A source of a question, with how far it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SourceView {
    /// Its title.
    pub title: String,
    /// What was read of it.
    pub read: String,
    /// What was not.
    pub not_read: Option<String>,
}

/// An answer as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerView {
    /// Which answer.
    pub answer: AnswerId,
    /// What was written, byte for byte.
    pub text: String,
    /// When it was first saved.
    pub written_at: Moment,
    /// When it was last saved.
    pub saved_at: Moment,
}

/// Asks for another question in the place of one without an answer. Nothing of it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OtherQuestion {
    /// The entry.
    pub entry: EntryId,
    /// The question to put aside, an id of the handbook.
    pub question: String,
}

/// Another question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnotherQuestion {
    /// The question; none when the handbook has no other for this contact.
    pub question: Option<QuestionView>,
}

/// When an intention comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Returns {
    /// At the next contact with the same alias.
    Alias,
    /// At the next contact of the same kind.
    Kind,
}

/// An intention that waits for its next contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IntentionView {
    /// The answer in which it was written.
    pub intention: AnswerId,
    /// The entry in which it was written.
    pub entry: EntryId,
    /// What the person wanted to try.
    pub text: String,
    /// The day of that contact.
    pub day: Day,
    /// The kind of that contact; none for a free page on its own.
    pub kind: Option<String>,
    /// The pseudonym of that contact, if any.
    pub alias: Option<String>,
    /// When it comes back.
    pub returns: Returns,
}

/// Intentions that come back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IntentionList {
    /// The latest first.
    pub intentions: Vec<IntentionView>,
}

/// Lets an intention rest, or takes that back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LetGo {
    /// Which intention.
    pub intention: AnswerId,
    /// Whether it no longer comes back.
    pub let_go: bool,
}

/// Saves one answer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveAnswer {
    /// The entry it belongs to.
    pub entry: EntryId,
    /// The answer, once it has a number.
    pub answer: Option<AnswerId>,
    /// What it answers.
    pub field: AnswerField,
    /// What was written, byte for byte.
    pub text: String,
}

/// What an answer answers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum AnswerField {
    /// What came of an earlier intention.
    Outcome {
        /// The intention; none when it was erased since, and the answer has a number.
        intention: Option<AnswerId>,
    },
    /// A question of the handbook.
    Question {
        /// Its id.
        id: String,
    },
    /// A question that the person asked.
    Own {
        /// Its words, on one line.
        question: String,
    },
    /// A free page.
    Free,
    /// The one thing to try next time.
    Intention {
        /// When it comes back.
        returns: Returns,
    },
    /// How it was for the person.
    Feeling,
    /// A place in a sheet. A day is `YYYY-MM-DD`, a choice the name of its option; an empty text takes
    /// either back.
    Cell {
        /// The form's id of the field.
        field: String,
        /// The column, or the option where several may be chosen.
        column: Option<String>,
        /// The row, from 0.
        row: u32,
        /// The option that is chosen; only for a choice.
        option: Option<String>,
    },
    /// What came of a sheet.
    LookBack {
        /// The answer that holds the day; none when it was taken out since, and the answer has a number.
        look_back: Option<AnswerId>,
        /// The day on which it asked.
        due: Day,
    },
}

/// An answer is on disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerSaved {
    /// Its number from now on.
    pub answer: AnswerId,
    /// When it was saved.
    pub saved_at: Moment,
}
