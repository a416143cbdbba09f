//! What one learned and keeps without anybody in it: rules of thumb, words with two meanings, and what
//! one takes along to the team.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Day, Moment};

/// A rule of thumb's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(type = "number & { readonly __id: \"rule\" }")]
pub struct RuleId(pub i64);

/// A former wording's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(type = "number & { readonly __id: \"wording\" }")]
pub struct WordingId(pub i64);

/// A rule of thumb: one's own, about one's own acting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleOfThumb {
    /// Which.
    pub rule: RuleId,
    /// One line.
    pub text: String,
    /// When it was last written.
    pub changed_at: Moment,
    /// The day on which it was dropped; none while it is used.
    pub dropped_on: Option<Day>,
    /// How it was worded before, the latest first.
    pub former: Vec<FormerWording>,
}

/// How a rule of thumb was worded before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormerWording {
    /// Which.
    pub wording: WordingId,
    /// One line.
    pub text: String,
    /// The day on which other words took its place.
    pub until: Day,
}

/// The rules of thumb.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleList {
    /// Those that are used first, then those that were dropped; the latest first in both.
    pub rules: Vec<RuleOfThumb>,
}

/// Keeps a rule of thumb. It says nothing of where it came from: that would point back at a person.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeepRule {
    /// One line of 1 to 300 characters.
    pub text: String,
}

/// Changes a rule of thumb; the words it had stay beside it.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeRule {
    /// Which.
    pub rule: RuleId,
    /// One line of 1 to 300 characters.
    pub text: String,
}

/// Drops a rule of thumb, or takes it up again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DropRule {
    /// Which.
    pub rule: RuleId,
    /// Whether it is no longer used.
    pub dropped: bool,
}

/// Names one rule of thumb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleRequest {
    /// Which.
    pub rule: RuleId,
}

/// Names one former wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WordingRequest {
    /// Which.
    pub wording: WordingId,
}

/// A word's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(type = "number & { readonly __id: \"twofold-word\" }")]
pub struct TwofoldWordId(pub i64);

/// A word that two people used with different meanings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TwofoldWord {
    /// Which.
    pub twofold: TwofoldWordId,
    /// The word, one line.
    pub word: String,
    /// What it means to the writer, one line; perhaps nothing yet.
    pub mine: String,
    /// What it means to the other, one line; perhaps nothing yet.
    pub theirs: String,
    /// Who the other is: a role, one line; perhaps nothing.
    pub whose: String,
    /// When it was last written.
    pub changed_at: Moment,
}

/// The words with two meanings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TwofoldWordList {
    /// By the word, as a dictionary has them.
    pub words: Vec<TwofoldWord>,
}

/// What is written about a word.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TwofoldWordDraft {
    /// One line of 1 to 60 characters.
    pub word: String,
    /// One line of at most 300 characters.
    pub mine: String,
    /// One line of at most 300 characters.
    pub theirs: String,
    /// One line of at most 60 characters.
    pub whose: String,
}

/// Changes what is written about a word.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeTwofoldWord {
    /// Which.
    pub twofold: TwofoldWordId,
    /// What it becomes.
    pub draft: TwofoldWordDraft,
}

/// Names one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TwofoldWordRequest {
    /// Which.
    pub twofold: TwofoldWordId,
}

/// A point's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(type = "number & { readonly __id: \"team-point\" }")]
pub struct TeamPointId(pub i64);

/// The team card: what one takes along to the team, about a shared approach and about nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TeamCard {
    /// The themes that have something, in the order of the handbook; one that no pack here has any more
    /// comes after them, and what has no theme last.
    pub themes: Vec<TeamTheme>,
    /// What was talked about, the latest first.
    pub discussed: Vec<TeamPoint>,
}

/// A theme of the team card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TeamTheme {
    /// The handbook's id of it; none where there is no theme.
    pub theme: Option<String>,
    /// Its name; none where there is no theme.
    pub name: Option<String>,
    /// What there is to say, the earliest first.
    pub points: Vec<TeamPoint>,
}

/// Something to take along to the team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TeamPoint {
    /// Which.
    pub point: TeamPointId,
    /// The handbook's id of its theme, if any.
    pub theme: Option<String>,
    /// A text of a few lines.
    pub text: String,
    /// The day on which it was written.
    pub written_on: Day,
    /// The day on which it was talked about; none while it stands on the card.
    pub discussed_on: Option<Day>,
}

/// What is written for the team.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TeamPointDraft {
    /// A theme of the handbook, or none.
    pub theme: Option<String>,
    /// 1 to 600 characters.
    pub text: String,
}

/// Changes something for the team.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeTeamPoint {
    /// Which.
    pub point: TeamPointId,
    /// What it becomes.
    pub draft: TeamPointDraft,
}

/// It was talked about, or was not after all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DiscussTeamPoint {
    /// Which.
    pub point: TeamPointId,
    /// Whether it leaves the card.
    pub discussed: bool,
}

/// Names one point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TeamPointRequest {
    /// Which.
    pub point: TeamPointId,
}

/// What of it is written as a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Learned {
    /// The rules of thumb that are used.
    Rules,
    /// The words with two meanings.
    Words,
    /// What stands on the team card.
    TeamCard,
}

/// Asks for a page of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveLearned {
    /// What stands on it.
    pub what: Learned,
}
