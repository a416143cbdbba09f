//! What people need who practise with a case or talk as a group: roles, cards, how a rule of thumb can
//! begin, what is agreed on first.

/// A role that one can take when a case is played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The id of the pack it is of.
    pub pack: String,
    /// Its id; the same in every language.
    pub id: String,
    /// Its name, at most 60 characters; may have placeholders.
    pub name: String,
    /// What it is there for, and what it looks at; may have placeholders.
    pub explanation: String,
    /// The line at which it stands.
    pub line: u32,
}

/// A card that is drawn when a case is played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The id of the pack it is of.
    pub pack: String,
    /// Its id; the same in every language.
    pub id: String,
    /// From which pile it is drawn.
    pub deck: Deck,
    /// What stands on it in large letters, at most 60 characters; may have placeholders.
    pub title: String,
    /// What one does with it; may have placeholders.
    pub text: String,
    /// The line at which it stands.
    pub line: u32,
}

/// A pile of cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Deck {
    /// Ways to look at a case.
    Frame,
    /// Words that mean something else to each.
    Word,
}

/// How a rule of thumb can begin. The rest is the writer's own: no pack brings a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Starter {
    /// The id of the pack it is of.
    pub pack: String,
    /// Its id; the same in every language.
    pub id: String,
    /// The first words, with an ellipsis at their end; may have placeholders.
    pub text: String,
    /// The line at which it stands.
    pub line: u32,
}

/// What a group agrees on before it talks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// The id of the pack it is of.
    pub pack: String,
    /// Its id; the same in every language.
    pub id: String,
    /// What is agreed on; may have placeholders.
    pub text: String,
    /// The line at which it stands.
    pub line: u32,
}
