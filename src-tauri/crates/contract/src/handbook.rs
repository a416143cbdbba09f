//! The handbook as one leafs through it, and the packs it is made of.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{FormAbout, FormKey, Labelled, Language, QuestionView};

/// The handbook, whole: every pack that is switched on, in the language of the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandbookView {
    /// The packs, our own first.
    pub packs: Vec<PackHead>,
    /// The themes with their questions, in the order of the packs.
    pub themes: Vec<ThemeView>,
    /// The sources.
    pub sources: Vec<HandbookSource>,
    /// The forms.
    pub forms: Vec<FormHead>,
    /// The ways to look at something together.
    pub methods: Vec<MethodView>,
    /// Words of the field, explained.
    pub terms: Vec<TermView>,
    /// Cases of nobody, to practise with.
    pub cases: Vec<CaseView>,
    /// The roles that one can take in practice.
    pub roles: Vec<RoleView>,
    /// The cards that are drawn in practice.
    pub cards: Vec<CardView>,
    /// How a rule of thumb can begin; never a rule by itself.
    pub starters: Vec<String>,
    /// What a group agrees on before it talks.
    pub agreements: Vec<String>,
    /// What a companion may ask who looks along.
    pub companion: Vec<String>,
    /// What an organisation has to offer a resident.
    pub instruments: Vec<TermView>,
}

/// What a pack says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackHead {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Who made it.
    pub makers: Vec<String>,
    /// Its licence.
    pub licence: String,
    /// Whether its texts are the makers' own words.
    pub own_wording: bool,
    /// What must be said wherever it is shown.
    pub disclaimer: String,
}

/// A theme with its questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ThemeView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is about.
    pub explanation: String,
    /// The ids of its sources.
    pub sources: Vec<String>,
    /// Its questions, each follow-up directly after its parent.
    pub questions: Vec<HandbookQuestion>,
}

/// A question as one leafs through it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandbookQuestion {
    /// The question.
    pub question: QuestionView,
    /// The names of the kinds of contact it fits; empty for every one with a conversation.
    pub kinds: Vec<String>,
    /// Whether it follows the one before it.
    pub follows: bool,
}

/// A source, as the handbook lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandbookSource {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its address: shown, never opened.
    pub url: Option<String>,
    /// The year in which it came out, as it is written.
    pub year: Option<String>,
    /// What was read of it.
    pub read: String,
    /// What was not.
    pub not_read: Option<String>,
}

/// A form, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormHead {
    /// Which form.
    pub form: FormKey,
    /// Its name.
    pub title: String,
    /// What it is for.
    pub explanation: String,
    /// Whom it is about.
    pub about: FormAbout,
    /// Whether it holds no person.
    pub person_free: bool,
    /// Whether earlier ones are worth reading beside it.
    pub compare: bool,
    /// The kinds of contact after which it is offered first, by their ids.
    pub kinds: Vec<String>,
    /// The theme it stands under, by its name.
    pub theme: Option<String>,
    /// The ids of its sources.
    pub sources: Vec<String>,
    /// What it is for where colleagues learn together; none: for nothing there.
    pub intervision: Option<FormInIntervision>,
}

/// What a form is for where colleagues learn together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum FormInIntervision {
    /// What somebody brings in.
    Contribution,
    /// What somebody takes along.
    Result,
}

/// A way to look at something together, in steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MethodView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub explanation: String,
    /// Its steps in order.
    pub steps: Vec<MethodStep>,
    /// The ids of its sources.
    pub sources: Vec<String>,
}

/// A step of a method.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MethodStep {
    /// What is done.
    pub text: String,
    /// Who speaks, where that is said.
    pub who: Option<String>,
    /// The time that the method gives it.
    pub minutes: u8,
}

/// A word with its explanation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TermView {
    /// The word.
    pub word: String,
    /// What it means.
    pub explanation: String,
}

/// A case of nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseView {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What happens, in paragraphs.
    pub paragraphs: Vec<String>,
    /// What only one of the roles knows or wants in it, for some of the roles.
    pub roles: Vec<CaseRole>,
}

/// What one of the roles knows or wants in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseRole {
    /// The role's id.
    pub role: String,
    /// What it knows or wants.
    pub text: String,
}

/// A role that one can take in practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RoleView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is there for, and what it looks at.
    pub explanation: String,
}

/// A card that is drawn in practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CardView {
    /// Its id.
    pub id: String,
    /// From which pile it is drawn.
    pub deck: Deck,
    /// What stands on it in large letters: a way to look, or a word.
    pub title: String,
    /// What one does with it.
    pub text: String,
}

/// A pile of cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Deck {
    /// Ways to look at the case.
    Frame,
    /// Words that mean something else to each.
    Word,
}

/// The packs that are here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackList {
    /// Our own first, the others in the order in which they were added.
    pub packs: Vec<PackRow>,
}

/// A pack that is here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackRow {
    /// What it says about itself.
    pub head: PackHead,
    /// The languages in which it is here.
    pub languages: Vec<Language>,
    /// Whether it came with the program, and stays.
    pub built_in: bool,
    /// Whether it is at work.
    pub on: bool,
}

/// Names a pack.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackRequest {
    /// Its id.
    pub pack: String,
}

/// Switches a pack on or off.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SwitchPack {
    /// Its id.
    pub pack: String,
    /// Whether it is to be at work.
    pub on: bool,
}

/// What became of a file that the person pointed at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum PackChecked {
    /// The person closed the dialog.
    Cancelled,
    /// The file could not be read, or is no text.
    Unreadable,
    /// The pack was refused whole.
    Refused {
        /// The name of the file, without its folder.
        file: String,
        /// What is wrong.
        fault: PackFault,
    },
    /// It can be added.
    Fits {
        /// The name of the file, without its folder.
        file: String,
        /// What it brings.
        preview: Box<PackPreview>,
    },
}

/// What is wrong in a pack, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackFault {
    /// The line of the file, from 1.
    pub line: u32,
    /// What is wrong there.
    pub code: PackFaultCode,
    /// The key it is about, if any.
    pub key: Option<String>,
    /// What stands there, cut short, if that helps.
    pub value: Option<String>,
    /// The least that is allowed, where there is a bound.
    pub least: Option<u32>,
    /// The most that is allowed, where there is a bound.
    pub most: Option<u32>,
}

/// What is wrong in a pack: the codes of the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PackFaultCode {
    /// The file is larger than a pack may be.
    TooLarge,
    /// Not TOML.
    NotToml,
    /// Written for a newer reader.
    NewerFormat,
    /// A key that has no meaning here.
    UnknownKey,
    /// A key that must be here is not.
    MissingKey,
    /// A value of another type than the key takes.
    WrongType,
    /// A number outside the bounds of its key.
    OutOfBounds,
    /// A word that is none of those its key takes.
    UnknownValue,
    /// A text without a character that can be seen.
    EmptyText,
    /// A text longer than its key takes.
    TextTooLong,
    /// More entries than a list takes.
    TooMany,
    /// A list without entries, or with fewer than its key needs.
    EmptyList,
    /// An id that is not letters, digits and hyphens.
    UnusableId,
    /// An id that was given out before.
    Duplicate,
    /// An id that nothing has.
    UnknownReference,
    /// A follow-up that does not say that it is one.
    NotAFollowUp,
    /// A follow-up that has a follow-up of its own, or follows itself.
    NestedFollowUp,
    /// A follow-up that follows no question, or more than one.
    FollowUpParents,
    /// A follow-up that does not fit everywhere where its parent does.
    NarrowerThanParent,
    /// The wording of a closing page that is not about a next step.
    IntentionLooksElsewhere,
    /// The wording of a closing page that follows a question or has a follow-up.
    IntentionInAChain,
    /// A placeholder that the pack has no word for.
    UnknownPlaceholder,
    /// A brace without its partner.
    StrayBrace,
    /// A character that cannot be seen.
    HiddenCharacter,
    /// Something that a web page could read as markup.
    Markup,
    /// An address that is none of the web.
    UnusableUrl,
    /// It builds on a pack that is not here.
    UnknownBase,
    /// A key that a field of this shape does not take.
    KeyOfOtherShape,
    /// A beginning of a rule of thumb that does not end on an ellipsis.
    StarterWithoutEllipsis,
    /// The id of the pack that came with the program, or of another pack.
    IdInUse,
}

/// What a pack brings, before it is added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackPreview {
    /// What it says about itself.
    pub head: PackHead,
    /// The language of its texts.
    pub language: Language,
    /// The version that is here already and goes; none where it is new.
    pub replaces: Option<String>,
    /// The names of kinds of contact that it adds.
    pub kinds: Vec<String>,
    /// Its questions, as they will be shown.
    pub questions: Vec<String>,
    /// The names of its forms.
    pub forms: Vec<String>,
    /// The names of its methods.
    pub methods: Vec<String>,
    /// The words it explains.
    pub terms: Vec<String>,
    /// The names of the instruments it lists.
    pub instruments: Vec<Labelled>,
    /// The most days that an entry may live, if it says so.
    pub longest_days: Option<u16>,
    /// What it says about serious worries for somebody's safety.
    pub safety: Option<String>,
    /// What it says about the organisation's own way of working.
    pub protocol: Option<String>,
    /// What is allowed and could be better; a person decides.
    pub advice: Vec<PackAdvice>,
}

/// Something in a pack that is allowed and could be better.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackAdvice {
    /// The line of the file, from 1.
    pub line: u32,
    /// What could be better.
    pub code: PackAdviceCode,
    /// The word or the number that it is about, if any.
    pub value: Option<String>,
}

/// What in a pack could be better: the codes of the lint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PackAdviceCode {
    /// More than two sentences.
    ManySentences,
    /// A sentence of more than fifteen words.
    LongSentence,
    /// An explanation that is too long.
    LongExplanation,
    /// A word that makes it a duty.
    Duty,
    /// A turn of phrase that blames.
    Blame,
    /// Only yes or no would answer it.
    Closed,
    /// It asks for a figure about somebody.
    Score,
    /// It puts residents in an order.
    Ranking,
    /// A word above the level of plain language.
    HardWord,
    /// A kind of contact whose closing page has no wording.
    NoIntention,
    /// A kind of contact with few questions.
    FewQuestions,
}
