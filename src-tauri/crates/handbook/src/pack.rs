//! What a pack holds, and how to look things up in it.

use std::collections::BTreeMap;

use crate::{
    error::PackError,
    id::{KindId, QuestionId, SourceId, ThemeId},
    read,
    words::{WordTables, Words},
};

/// A pack that was read and checked: every reference in it leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    pub(crate) header: Header,
    pub(crate) house: HouseRules,
    pub(crate) words: WordTables,
    pub(crate) sources: Vec<Source>,
    pub(crate) themes: Vec<Theme>,
    pub(crate) kinds: Vec<Kind>,
    pub(crate) questions: Vec<Question>,
    /// Places in `questions`.
    pub(crate) by_id: BTreeMap<QuestionId, usize>,
    /// For each kind of contact, the places in `questions` of what may be asked by itself.
    pub(crate) by_kind: Vec<Vec<usize>>,
}

impl Pack {
    /// Reads a pack, from a stranger as well as our own.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong, with its line. A pack with one fault is refused whole.
    pub fn read(text: &str) -> Result<Self, PackError> {
        read::read(text)
    }

    /// What the pack says about itself.
    #[must_use]
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// What the organisation wants besides questions.
    #[must_use]
    pub const fn house(&self) -> &HouseRules {
        &self.house
    }

    /// The id of the pack; the same in every language.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.header.id
    }

    /// The kinds of contact, in the order in which a screen shows them.
    #[must_use]
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    /// One kind of contact.
    #[must_use]
    pub fn kind(&self, id: &KindId) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.id == *id)
    }

    /// The themes, in the order of the file.
    #[must_use]
    pub fn themes(&self) -> &[Theme] {
        &self.themes
    }

    /// One theme.
    #[must_use]
    pub fn theme(&self, id: &ThemeId) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.id == *id)
    }

    /// The sources, in the order of the file.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// All questions, in the order of the file.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// One question; none when this pack no longer has it.
    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.by_id.get(id).map(|place| &self.questions[*place])
    }

    /// The question that this one follows; none when it stands by itself.
    #[must_use]
    pub fn follows(&self, id: &QuestionId) -> Option<&QuestionId> {
        let parent = self.questions.iter().find(|question| question.follow_up.as_ref() == Some(id));
        parent.map(|question| &question.id)
    }

    /// The wording of the closing page: one that names this kind of contact, else one for every
    /// contact with a conversation. Without a kind, or with one that the pack does not have, the
    /// most general wording. None when the pack has no wording that fits.
    #[must_use]
    pub fn intention(&self, kind: Option<&KindId>) -> Option<&Question> {
        let mut wordings = self.questions.iter().filter(|question| question.intention);
        let Some(kind) = kind.and_then(|id| self.kind(id)) else {
            return wordings.clone().find(|question| question.any_conversation).or_else(|| wordings.next());
        };
        let named = wordings.clone().find(|question| question.kinds.contains(&kind.id));
        named.or_else(|| wordings.find(|question| question.fits(kind)))
    }

    /// What a question rests on: its own sources, or else those of its theme.
    #[must_use]
    pub fn sources_of(&self, question: &Question) -> Vec<&Source> {
        let ids = if question.sources.is_empty() {
            self.theme(&question.theme).map_or(&[][..], |theme| &theme.sources)
        } else {
            &question.sources
        };
        ids.iter().filter_map(|id| self.sources.iter().find(|source| source.id == *id)).collect()
    }

    /// Fills the placeholders of a text of this pack with an organisation's words.
    ///
    /// What is no placeholder of this pack stays as it is, so a text may be resolved twice.
    #[must_use]
    pub fn resolve(&self, text: &str, words: Words) -> String {
        self.words.resolve(text, words)
    }
}

/// What a pack says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The same in every language.
    pub id: String,
    /// Numbers with points between, `0.1.0`.
    pub version: String,
    /// The language of its texts.
    pub language: Language,
    /// The level of its language, `B1`.
    pub level: String,
    /// Its name on screen.
    pub name: String,
    /// Who made it.
    pub makers: Vec<String>,
    /// Its licence, an SPDX name where there is one.
    pub licence: String,
    /// Whether its texts are the makers' own words, taken over from nobody.
    pub own_wording: bool,
    /// What must be said wherever the pack is shown.
    pub disclaimer: String,
}

/// What an organisation wants besides questions. Nothing of it is there in a pack of nobody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HouseRules {
    /// The most days that an entry may live after the last contact with its alias, 1 to 180; none
    /// where the organisation sets no term.
    pub longest_days: Option<u16>,
    /// What it says about serious worries for somebody's safety; may have placeholders.
    pub safety: Option<String>,
    /// The line at which it stands; 0 where it is not there.
    pub line: u32,
}

/// The language of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

/// A publication or page, and what was read of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Its title, in its own language.
    pub title: String,
    /// Its address, always `https://`. It is shown, never opened.
    pub url: Option<String>,
    /// The year in which it came out.
    pub year: Option<u32>,
    /// What was read of it.
    pub read: String,
    /// What was not.
    pub not_read: Option<String>,
}

/// What questions belong together by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Its id.
    pub id: ThemeId,
    /// Its name on screen.
    pub name: String,
    /// What it is about; may have placeholders.
    pub explanation: String,
    /// What it rests on.
    pub sources: Vec<SourceId>,
    /// The line at which it stands.
    pub line: u32,
}

/// A kind of contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// Its id; the same in every language.
    pub id: KindId,
    /// Its name on screen.
    pub label: String,
    /// Whether somebody spoke with the resident.
    pub conversation: bool,
    /// The line at which it stands.
    pub line: u32,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
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
    /// Whether it only ever comes after its parent ([`Pack::follows`]).
    pub only_as_follow_up: bool,
    /// Whether it is the wording of the closing page, and asked nowhere else.
    pub intention: bool,
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
