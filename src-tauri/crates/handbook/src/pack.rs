//! What a pack holds, and how to look things up in it.

use std::collections::BTreeMap;

use crate::{
    error::PackError,
    gaps::{CARRIED, LOOKING_BACK},
    id::{KindId, QuestionId, SourceId, ThemeId},
    read,
    words::{self, WordTables, Words},
};

mod form;
mod practice;
mod question;
mod shelf;

pub use form::{About, Form, FormField, FormInIntervision, Labelled, Shape};
pub use practice::{Agreement, Card, Deck, Role, Starter};
pub use question::{Aspect, Baggage, Group, Moment, Mood, Question};
pub use shelf::{Case, CaseRole, Companion, Instrument, Method, MethodStep, Term};

/// A pack that was read and checked: every reference in it leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// Of everything that was joined, its own first; never empty.
    pub(crate) headers: Vec<Header>,
    pub(crate) house: HouseRules,
    /// Of everything that was joined, the base's first; never empty.
    pub(crate) words: Vec<WordTables>,
    pub(crate) sources: Vec<Source>,
    pub(crate) themes: Vec<Theme>,
    pub(crate) kinds: Vec<Kind>,
    pub(crate) questions: Vec<Question>,
    pub(crate) forms: Vec<Form>,
    pub(crate) methods: Vec<Method>,
    pub(crate) terms: Vec<Term>,
    pub(crate) cases: Vec<Case>,
    pub(crate) companion: Vec<Companion>,
    pub(crate) roles: Vec<Role>,
    pub(crate) cards: Vec<Card>,
    pub(crate) starters: Vec<Starter>,
    pub(crate) agreements: Vec<Agreement>,
    pub(crate) instruments: Vec<Instrument>,
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
    /// The first thing that is wrong, with its line. A pack with one fault is refused whole. One
    /// that builds on another (`extends`) is [`Fault::UnknownBase`]: [`Pack::read_beside`] reads it.
    ///
    /// [`Fault::UnknownBase`]: crate::Fault::UnknownBase
    pub fn read(text: &str) -> Result<Self, PackError> {
        read::read(text, None)
    }

    /// Reads a pack that builds on another one. The answer holds only what the file itself brings;
    /// [`Pack::with`] joins the two.
    ///
    /// # Errors
    ///
    /// As [`Pack::read`]; and [`Fault::UnknownBase`] when it builds on another pack or on none,
    /// [`Fault::UnknownValue`] of `language` when its language is not the base's, and
    /// [`Fault::Duplicate`] for an id that the base has.
    ///
    /// [`Fault::UnknownBase`]: crate::Fault::UnknownBase
    /// [`Fault::UnknownValue`]: crate::Fault::UnknownValue
    /// [`Fault::Duplicate`]: crate::Fault::Duplicate
    pub fn read_beside(text: &str, base: &Self) -> Result<Self, PackError> {
        read::read(text, Some(base))
    }

    /// The language that a file says it has, however much else is wrong in it; none when that
    /// cannot be told.
    #[must_use]
    pub fn language_of(text: &str) -> Option<Language> {
        read::language_of(text)
    }

    /// What the pack says about itself.
    #[must_use]
    pub fn header(&self) -> &Header {
        &self.headers[0]
    }

    /// What each of the packs says about itself that were joined into this one, its own first.
    #[must_use]
    pub fn headers(&self) -> &[Header] {
        &self.headers
    }

    /// What the organisation wants besides questions.
    #[must_use]
    pub const fn house(&self) -> &HouseRules {
        &self.house
    }

    /// The id of the pack; the same in every language.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.header().id
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
    /// most general wording. Among equals that of the pack which was joined last goes first: an
    /// organisation writes one to see it. None when the pack has no wording that fits.
    #[must_use]
    pub fn intention(&self, kind: Option<&KindId>) -> Option<&Question> {
        let of_pack = |header: &Header| {
            let id = header.id.clone();
            self.questions.iter().filter(move |question| question.intention && question.pack == id)
        };
        let mut wordings = self.headers.iter().rev().flat_map(of_pack);
        let Some(kind) = kind.and_then(|id| self.kind(id)) else {
            return wordings.clone().find(|question| question.any_conversation).or_else(|| wordings.next());
        };
        let named = wordings.clone().find(|question| question.kinds.contains(&kind.id));
        named.or_else(|| wordings.find(|question| question.fits(kind)))
    }

    /// The forms with fields of their own, in the order of the files.
    #[must_use]
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// One form of one pack; none when the pack no longer has it, or is not here.
    #[must_use]
    pub fn form(&self, pack: &str, id: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.pack == pack && form.id.as_str() == id)
    }

    /// The ways to look at something together.
    #[must_use]
    pub fn methods(&self) -> &[Method] {
        &self.methods
    }

    /// The words that are explained.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The cases of nobody.
    #[must_use]
    pub fn cases(&self) -> &[Case] {
        &self.cases
    }

    /// What somebody who looks along may ask.
    #[must_use]
    pub fn companion(&self) -> &[Companion] {
        &self.companion
    }

    /// The roles that one can take when a case is played.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// The cards that are drawn when a case is played, both piles in the order of the files.
    #[must_use]
    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    /// How a rule of thumb can begin.
    #[must_use]
    pub fn starters(&self) -> &[Starter] {
        &self.starters
    }

    /// What a group agrees on before it talks.
    #[must_use]
    pub fn agreements(&self) -> &[Agreement] {
        &self.agreements
    }

    /// What an organisation has to offer.
    #[must_use]
    pub fn instruments(&self) -> &[Instrument] {
        &self.instruments
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
        words::resolve(&self.words, text, words)
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
    /// The id of the pack that it builds on; none where it stands by itself.
    pub extends: Option<String>,
}

/// What an organisation wants besides questions. Nothing of it is there in a pack of nobody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HouseRules {
    /// The most days that an entry may live after the last contact with its alias, 1 to 180; none
    /// where the organisation sets no term.
    pub longest_days: Option<u16>,
    /// What it says about serious worries for somebody's safety; may have placeholders.
    pub safety: Option<String>,
    /// Its own way of working, in one paragraph; may have placeholders.
    pub protocol: Option<String>,
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
    /// The line at which it stands.
    pub line: u32,
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

/// A kind of contact, or a time or a meeting that one looks back on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// The id of the pack it is of.
    pub pack: String,
    /// Its id; the same in every language.
    pub id: KindId,
    /// Its name on screen.
    pub label: String,
    /// Whether somebody spoke with the resident.
    pub conversation: bool,
    /// Whether there was a contact at all. Without one there is no alias and nothing carried, and
    /// what is asked is asked at [`Moment::MonthReview`].
    pub contact: bool,
    /// Whether a case is talked about in it: then one's own rules of thumb are worth seeing before.
    pub discussion: bool,
    /// The line at which it stands.
    pub line: u32,
}

impl Kind {
    /// The moments at which one looks back on it.
    #[must_use]
    pub const fn looking_back(&self) -> &'static [Moment] {
        if self.contact { &LOOKING_BACK } else { &[Moment::MonthReview] }
    }

    /// What the writer may say, or not say, about what somebody carries.
    #[must_use]
    pub const fn carried(&self) -> &'static [Option<Baggage>] {
        if self.contact { &CARRIED } else { &[None] }
    }
}
