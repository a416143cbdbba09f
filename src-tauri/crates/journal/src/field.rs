//! What an answer answers: as it is given to be saved, and as it stands in the store.

use std::fmt;

use chrono::NaiveDate;

use crate::{AnswerId, Cell, CellRef, JournalError, line};

/// The most characters of a question in the person's own words.
pub const MOST_OWN_CHARACTERS: usize = 300;

/// What an answer answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Field<'a> {
    /// A question of a pack.
    Question {
        /// The pack's id.
        pack: &'a str,
        /// The question's id in that pack.
        id: &'a str,
        /// The question's version.
        version: u32,
        /// Its words as they were shown, with the organisation's words filled in.
        wording: &'a str,
    },
    /// A question that the person asked.
    Own {
        /// The person's words: one line of at most [`MOST_OWN_CHARACTERS`], and byte for byte. It
        /// may be empty, for no answer is refused because its question is still to come.
        wording: &'a str,
    },
    /// Nothing: a free page.
    Free,
    /// How it was for the person, kept apart from what happened.
    Feeling,
    /// The one thing to try next time.
    Intention {
        /// The question it was asked with; none when there was none.
        question: Option<QuestionRef<'a>>,
        /// When it comes back.
        returns: Returns,
    },
    /// What came of an earlier intention.
    Outcome {
        /// The intention, an answer in another entry.
        of: AnswerId,
    },
    /// A place in a sheet.
    Cell(CellRef<'a>),
    /// What came of a sheet, written on the day on which it asked, in the same sheet.
    LookBack {
        /// The answer that holds the day.
        of: AnswerId,
        /// The day on which it asked.
        due: NaiveDate,
        /// What it asked, as it is shown.
        asks: &'a str,
    },
}

/// A question of a pack, as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuestionRef<'a> {
    /// The pack's id.
    pub pack: &'a str,
    /// The question's id in that pack.
    pub id: &'a str,
    /// The question's version.
    pub version: u32,
    /// Its words as they were shown, with the organisation's words filled in.
    pub wording: &'a str,
}

/// At which contact an intention comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Returns {
    /// The next with the same alias; never by itself while its entry has none.
    Alias,
    /// The next of the same kind; never by itself while its entry has no contact.
    Kind,
}

/// What a stored answer answers.
#[derive(Clone, PartialEq, Eq)]
pub enum StoredField {
    /// A question of a pack.
    Question(Question),
    /// A question that the person asked.
    Own {
        /// The person's words, as they were last saved.
        wording: String,
    },
    /// Nothing: a free page.
    Free,
    /// How it was for the person.
    Feeling,
    /// The one thing to try next time.
    Intention {
        /// The question it was asked with, if any.
        question: Option<Question>,
        /// When it comes back.
        returns: Returns,
        /// Whether the person let it go.
        let_go: bool,
    },
    /// What came of an earlier intention.
    Outcome {
        /// The intention; none when it was erased.
        of: Option<AnswerId>,
    },
    /// A place in a sheet.
    Cell(Cell),
    /// What came of a sheet.
    LookBack {
        /// The answer that holds the day; none when it was taken out.
        of: Option<AnswerId>,
        /// The day on which it asked.
        due: NaiveDate,
        /// What it asked.
        asks: String,
    },
}

/// The question of a stored answer, as it was when it was first saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The pack's id.
    pub pack: String,
    /// The question's id in that pack.
    pub id: String,
    /// The question's version.
    pub version: u32,
    /// Its words as they were shown.
    pub wording: String,
}

impl Field<'_> {
    /// Whether the store can hold it with this text, as far as it can say by itself.
    pub(crate) fn check(&self, text: &str) -> Result<(), JournalError> {
        match self {
            Self::Cell(cell) => cell.check(text),
            Self::Own { wording } if !line::fits(wording, MOST_OWN_CHARACTERS) => {
                Err(JournalError::OwnQuestionUnusable)
            }
            Self::Own { .. }
            | Self::Question { .. }
            | Self::Free
            | Self::Feeling
            | Self::Intention { .. }
            | Self::Outcome { .. }
            | Self::LookBack { .. } => Ok(()),
        }
    }

    /// Its word in the store.
    pub(crate) const fn code(&self) -> &'static str {
        match self {
            Self::Question { .. } => "question",
            Self::Own { .. } => "own",
            Self::Free => "free",
            Self::Feeling => "feeling",
            Self::Intention { .. } => "intention",
            Self::Outcome { .. } => "outcome",
            Self::Cell(_) => "cell",
            Self::LookBack { .. } => "look-back",
        }
    }

    /// The pack's question, if it is one or was asked with one.
    pub(crate) const fn question(&self) -> Option<QuestionRef<'_>> {
        match *self {
            Self::Question { pack, id, version, wording } => Some(QuestionRef { pack, id, version, wording }),
            Self::Intention { question, .. } => question,
            Self::Own { .. }
            | Self::Free
            | Self::Feeling
            | Self::Outcome { .. }
            | Self::Cell(_)
            | Self::LookBack { .. } => None,
        }
    }

    /// When it comes back, if it is an intention.
    pub(crate) const fn returns(&self) -> Option<Returns> {
        match self {
            Self::Intention { returns, .. } => Some(*returns),
            Self::Question { .. }
            | Self::Own { .. }
            | Self::Free
            | Self::Feeling
            | Self::Outcome { .. }
            | Self::Cell(_)
            | Self::LookBack { .. } => None,
        }
    }

    /// The place in a sheet, if it is one.
    pub(crate) const fn cell(&self) -> Option<&CellRef<'_>> {
        match self {
            Self::Cell(cell) => Some(cell),
            Self::Question { .. }
            | Self::Own { .. }
            | Self::Free
            | Self::Feeling
            | Self::Intention { .. }
            | Self::Outcome { .. }
            | Self::LookBack { .. } => None,
        }
    }

    /// The day at which one looks back with this text, or on which that was asked.
    pub(crate) fn due(&self, text: &str) -> Option<NaiveDate> {
        match self {
            Self::LookBack { due, .. } => Some(*due),
            Self::Cell(cell) => cell.due(text),
            Self::Question { .. }
            | Self::Own { .. }
            | Self::Free
            | Self::Feeling
            | Self::Intention { .. }
            | Self::Outcome { .. } => None,
        }
    }

    /// The words of what is asked, if anything is.
    pub(crate) const fn wording(&self) -> Option<&str> {
        match (self, self.question()) {
            (Self::Own { wording }, _) => Some(wording),
            (Self::Cell(cell), _) => Some(cell.label),
            (Self::LookBack { asks, .. }, _) => Some(asks),
            (_, Some(question)) => Some(question.wording),
            (_, None) => None,
        }
    }
}

impl StoredField {
    /// Whether saving under `field` goes on with this answer. A wording may have changed; an
    /// outcome whose intention was erased goes on under the intention's old number.
    pub(crate) fn goes_on_as(&self, field: &Field<'_>) -> bool {
        match (self, field) {
            (Self::Question(known), Field::Question { pack, id, .. }) => {
                known.pack == *pack && known.id == *id
            }
            (Self::Outcome { of: known }, Field::Outcome { of }) => known.is_none_or(|known| known == *of),
            (Self::Cell(known), Field::Cell(cell)) => known.is_place(cell),
            (Self::LookBack { of: known, due: day, .. }, Field::LookBack { of, due, .. }) => {
                known.is_none_or(|known| known == *of) && day == due
            }
            (Self::Own { .. }, Field::Own { .. })
            | (Self::Free, Field::Free)
            | (Self::Feeling, Field::Feeling)
            | (Self::Intention { .. }, Field::Intention { .. }) => true,
            _ => false,
        }
    }

    /// The new words of the person's own question, when they differ from those that stand here.
    pub(crate) fn reworded<'a>(&self, field: &Field<'a>) -> Option<&'a str> {
        match (self, field) {
            (Self::Own { wording: known }, Field::Own { wording }) if known != wording => Some(wording),
            _ => None,
        }
    }

    /// Whether another option is chosen from now on.
    pub(crate) fn chosen_anew(&self, field: &Field<'_>, text: &str) -> bool {
        match (self, field) {
            (Self::Cell(known), Field::Cell(cell)) => known.is_chosen_anew(cell, text),
            _ => false,
        }
    }

    /// When the intention comes back from now on, when that differs from what stands here.
    pub(crate) fn turned(&self, field: &Field<'_>) -> Option<Returns> {
        match (self, field) {
            (Self::Intention { returns: known, .. }, Field::Intention { returns, .. })
                if known != returns =>
            {
                Some(*returns)
            }
            _ => None,
        }
    }
}

impl Returns {
    /// Its word in the store.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Alias => "alias",
            Self::Kind => "kind",
        }
    }

    /// The word in the store, read.
    pub(crate) fn read(code: &str) -> Option<Self> {
        [Self::Alias, Self::Kind].into_iter().find(|returns| returns.code() == code)
    }
}

impl fmt::Debug for Field<'_> {
    /// What a person asked is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Field({})", self.code())
    }
}

impl fmt::Debug for StoredField {
    /// What a person asked is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("StoredField")
    }
}
