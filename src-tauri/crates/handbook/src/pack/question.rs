//! Questions: what is asked, and when.

use crate::{
    id::{KindId, QuestionId, SourceId, ThemeId},
    pack::Kind,
};

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The id of the pack it is of.
    pub pack: String,
    /// Its id; the same in every language, for as long as it asks the same.
    pub id: QuestionId,
    /// Counts up when the wording changes.
    pub version: u32,
    /// What is asked; may have placeholders.
    pub text: String,
    /// Why it is asked; may have placeholders.
    pub why: String,
    /// Its theme.
    pub theme: ThemeId,
    /// What it looks at.
    pub aspect: Aspect,
    /// How deep it goes, 1 to 3.
    pub depth: u8,
    /// Whether it fits every contact with a conversation.
    pub any_conversation: bool,
    /// The kinds of contact that it names.
    pub kinds: Vec<KindId>,
    /// The least minutes it deserves.
    pub minutes: u8,
    /// When it may be asked.
    pub moments: Vec<Moment>,
    /// What the resident must carry for it to fit; empty for whatever they carry.
    pub baggage: Vec<Baggage>,
    /// For whom it is written first of all; it is never kept from others.
    pub group: Option<Group>,
    /// The moods of the writer that it suits best; it is never kept from others.
    pub moods: Vec<Mood>,
    /// The question that may come directly after this one.
    pub follow_up: Option<QuestionId>,
    /// Whether it only ever comes after its parent ([`Pack::follows`](crate::Pack::follows)).
    pub only_as_follow_up: bool,
    /// Whether it is the wording of the closing page, and asked nowhere else.
    pub intention: bool,
    /// What to leave out of an answer, shown under it; may have placeholders.
    pub privacy: Option<String>,
    /// Whether its answers stay out of every walk-through.
    pub never_together: bool,
    /// What it rests on, where that differs from its theme.
    pub sources: Vec<SourceId>,
    /// The line at which it stands.
    pub line: u32,
}

impl Question {
    /// Whether it may be asked by itself.
    pub(crate) const fn stands_alone(&self) -> bool {
        !self.only_as_follow_up && !self.intention
    }

    /// Whether it may be asked after this kind of contact.
    pub(crate) fn fits(&self, kind: &Kind) -> bool {
        (self.any_conversation && kind.conversation) || self.kinds.contains(&kind.id)
    }
}

/// What a question looks at. After the kinds of cue questions in Johns' model, with own names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// What happened.
    Event,
    /// The one who writes.
    Myself,
    /// The other.
    Other,
    /// What is good or fair.
    Values,
    /// What one knows and how.
    Knowledge,
    /// What comes next.
    NextStep,
    /// Rules, team, organisation.
    Context,
}

/// When a question may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moment {
    /// Before the contact.
    Before,
    /// On the day of the contact.
    RightAfter,
    /// Days later.
    Later,
    /// Looking back on a month.
    MonthReview,
    /// In company.
    Together,
}

/// What a resident carries, as far as the writer can tell. Steers one sitting; not for the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

/// For whom a question is written first of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Residents from 18 to 27 years.
    Young,
}

/// How the writer feels at the start. Steers one sitting; kept only when the writer asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mood {
    /// Nothing weighs.
    Calm,
    /// Something came close.
    Touched,
    /// Something was not right.
    Angry,
    /// Something went well.
    Proud,
}
