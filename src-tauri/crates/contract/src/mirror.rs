//! The mirror: what in a text points at a person, shown to the one who writes it and to nobody else.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{EntryCursor, EntryId, EntryRow};

/// Asks what in a text points at a person. Nothing of it is stored.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MirrorText {
    /// The text as it stands in the field.
    pub text: String,
    /// The entry that it belongs to, whose alias may take a name's place; none outside an entry.
    pub entry: Option<EntryId>,
    /// Whether it is made to be shown to others, so that an alias in use does not belong in it either.
    pub for_others: bool,
}

/// What the mirror shows of one text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Mirror {
    /// In the order of the text, none overlapping another.
    pub findings: Vec<Finding>,
}

/// A place in a text that points at a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// Where it begins, in UTF-16 code units, as a text field counts.
    pub start: u32,
    /// Where it ends, in UTF-16 code units.
    pub end: u32,
    /// What may stand there instead.
    pub instead: Instead,
}

/// What points at a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum FindingKind {
    /// A citizen service number.
    Bsn,
    /// A bank account.
    Iban,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A postcode, perhaps with a house number.
    Postcode,
    /// A street with a house number, or one that somebody lives in.
    Street,
    /// A date of birth.
    BirthDate,
    /// A licence plate.
    Plate,
    /// A number of a case or of a client.
    CaseNumber,
    /// A first or last name.
    Name,
    /// An alias in use, in a text that is for others.
    Alias,
}

/// What may stand in the place of a finding. The words are the catalogue's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Instead {
    /// The alias of the entry.
    Alias {
        /// The alias.
        alias: String,
    },
    /// That there was a name.
    Name,
    /// Somebody, whoever it is.
    Somebody,
    /// That there was an address.
    Address,
    /// That there was something.
    Blank,
}

/// Says that a finding is no person. A word is kept in the store; a number only until the lock.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Spare {
    /// What it was taken for.
    pub kind: FindingKind,
    /// What stands there.
    pub text: String,
}

/// Words that the person said are no person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SparedWords {
    /// In the order of the alphabet.
    pub words: Vec<String>,
}

/// Takes back that a word is no person.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SparedWord {
    /// The word, as it stands in the list.
    pub word: String,
}

/// What the mirror shows of a whole entry, for one quiet line when it is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryMirror {
    /// What still points at a person, each kind once.
    pub kinds: Vec<FindingKind>,
    /// What the law protects more than the rest, each kind once.
    pub weighty: Vec<Weight>,
}

/// Facts that the law protects more than others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// Health.
    Health,
    /// Crime.
    Crime,
    /// Faith.
    Faith,
    /// Origin.
    Origin,
}

/// Asks for the next entries in which something points at a person.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckEntries {
    /// Where the last answer ended; none to begin with the newest.
    pub after: Option<EntryCursor>,
}

/// A part of what stands in the journal was looked over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckedEntries {
    /// The entries of that part in which something points at a person, newest first.
    pub rows: Vec<CheckedRow>,
    /// Where to go on; none when all was looked over.
    pub next: Option<EntryCursor>,
}

/// An entry in which something points at a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckedRow {
    /// The entry as a list shows it.
    pub row: EntryRow,
    /// What points at a person in its answers and own questions, each kind once.
    pub kinds: Vec<FindingKind>,
}
