//! What a pack holds besides questions and forms: to leaf through, to practise with, to choose from.

use crate::id::SourceId;

/// A way to look at something together, in steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    /// The id of the pack it is of.
    pub pack: String,
    /// Its id; the same in every language.
    pub id: String,
    /// Its name; may have placeholders.
    pub name: String,
    /// What it is for; may have placeholders.
    pub explanation: String,
    /// Its steps in order, 1 to 20.
    pub steps: Vec<MethodStep>,
    /// What it rests on.
    pub sources: Vec<SourceId>,
    /// The line at which it stands.
    pub line: u32,
}

/// A step of a method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MethodStep {
    /// What is done; may have placeholders.
    pub text: String,
    /// Who does it, where that is said; may have placeholders.
    pub who: Option<String>,
    /// The minutes that the method gives it, 1 to 120.
    pub minutes: u8,
    /// The line at which it stands.
    pub line: u32,
}

/// A word of the field, explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The id of the pack it is of.
    pub pack: String,
    /// The word.
    pub word: String,
    /// What it means; may have placeholders.
    pub explanation: String,
    /// The line at which it stands.
    pub line: u32,
}

/// A case of nobody, to practise with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The id of the pack it is of.
    pub pack: String,
    /// Its id; the same in every language.
    pub id: String,
    /// Its title; may have placeholders.
    pub title: String,
    /// What happens, 1 to 8 paragraphs; may have placeholders.
    pub paragraphs: Vec<String>,
    /// What only one of the roles knows or wants in it: at most 8, each for another role.
    pub roles: Vec<CaseRole>,
    /// The line at which it stands.
    pub line: u32,
}

/// What only one of the roles knows or wants in a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRole {
    /// The id of a role, of this pack or of the one that it builds on.
    pub role: String,
    /// What it knows or wants; may have placeholders.
    pub text: String,
    /// The line at which it stands.
    pub line: u32,
}

/// What somebody may ask who looks along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Companion {
    /// The id of the pack it is of.
    pub pack: String,
    /// Its id; the same in every language.
    pub id: String,
    /// What is asked; may have placeholders.
    pub text: String,
    /// The line at which it stands.
    pub line: u32,
}

/// What an organisation has to offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instrument {
    /// The id of the pack it is of.
    pub pack: String,
    /// Its id; the same in every language.
    pub id: String,
    /// Its name; may have placeholders.
    pub name: String,
    /// What it is; may have placeholders.
    pub explanation: String,
    /// The line at which it stands.
    pub line: u32,
}
