//! Why a pack was refused: a line and a code with data, never prose.

use std::fmt;

/// Why a pack was refused, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackError {
    /// The line of the file, counted from 1.
    pub line: u32,
    /// What is wrong there.
    pub code: Fault,
}

impl PackError {
    /// Whether the only trouble is that the pack builds on this one: then [`Pack::read_beside`]
    /// is what reads it.
    ///
    /// [`Pack::read_beside`]: crate::Pack::read_beside
    #[must_use]
    pub fn builds_on(&self, base: &str) -> bool {
        matches!(&self.code, Fault::UnknownBase { id } if id == base)
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {:?}", self.line, self.code)
    }
}

impl std::error::Error for PackError {}

/// What is wrong in a pack. Names and values from the file are cut to forty characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The file is larger than a pack may be.
    TooLarge {
        /// The most bytes.
        most: usize,
    },
    /// Not TOML.
    NotToml,
    /// Written for a newer reader.
    NewerFormat {
        /// The newest format that this reader knows.
        newest: u32,
    },
    /// A key that has no meaning here.
    UnknownKey {
        /// The key.
        key: String,
    },
    /// A key that must be here is not.
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// A value of another type than the key takes.
    WrongType {
        /// The key.
        key: &'static str,
    },
    /// A number outside the bounds of its key.
    OutOfBounds {
        /// The key.
        key: &'static str,
        /// The least number.
        least: u32,
        /// The most.
        most: u32,
    },
    /// A word that is none of those its key takes.
    UnknownValue {
        /// The key.
        key: &'static str,
        /// The word.
        value: String,
    },
    /// A text without a character that can be seen.
    EmptyText {
        /// The key.
        key: &'static str,
    },
    /// A text longer than its key takes.
    TextTooLong {
        /// The key.
        key: &'static str,
        /// The most characters.
        most: usize,
    },
    /// More entries than a list takes.
    TooMany {
        /// The key.
        key: &'static str,
        /// The most entries.
        most: usize,
    },
    /// A list without entries, or with fewer than its key needs.
    EmptyList {
        /// The key.
        key: &'static str,
    },
    /// An id that is not letters, digits and hyphens.
    UnusableId {
        /// The key.
        key: &'static str,
    },
    /// An id, or a placeholder, that was given out before.
    Duplicate {
        /// The id.
        id: String,
    },
    /// An id that nothing in the pack has.
    UnknownReference {
        /// The key.
        key: &'static str,
        /// The id.
        id: String,
    },
    /// A follow-up that does not say `only_as_follow_up`.
    NotAFollowUp {
        /// The id of what should follow.
        id: String,
    },
    /// A follow-up that has a follow-up of its own.
    NestedFollowUp {
        /// The id of the follow-up in the middle.
        id: String,
    },
    /// A follow-up that follows no question, or more than one.
    FollowUpParents {
        /// How many questions it follows.
        parents: usize,
    },
    /// A follow-up that does not fit everywhere where its parent does.
    NarrowerThanParent {
        /// The key that is too narrow.
        key: &'static str,
    },
    /// The wording of a closing page that is not about a next step.
    IntentionLooksElsewhere,
    /// The wording of a closing page that follows a question or has a follow-up.
    IntentionInAChain,
    /// A placeholder that the pack has no word for.
    UnknownPlaceholder {
        /// What stands between the braces.
        name: String,
    },
    /// A brace without its partner, or where no placeholder may stand.
    StrayBrace,
    /// A character that cannot be seen: control, invisible, or one that turns the direction.
    HiddenCharacter {
        /// Its Unicode number.
        code_point: u32,
    },
    /// Something that a web page could read as markup.
    Markup,
    /// An address that does not begin with `https://`, or has characters that no address has.
    UnusableUrl,
    /// It builds on a pack that is not the one given.
    UnknownBase {
        /// The id of the pack that it builds on; empty where it names none.
        id: String,
    },
    /// A key that a field of this shape does not take.
    KeyOfOtherShape {
        /// The key.
        key: &'static str,
    },
    /// A beginning of a rule of thumb that does not go on: no ellipsis at its end, or nothing before
    /// it.
    StarterWithoutEllipsis,
}
