//! How long what is written lives, and what may outlive it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ContactView, Day, EntryCursor, EntryRow, ErasedEverywhere, SheetVersion, TriedRow};

/// How many days an entry lives after the last contact with its alias: 30, 90 or 180.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(type = "30 | 90 | 180")]
pub struct KeepDays(pub u16);

/// What the handbook says besides questions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HouseRules {
    /// The most days that an entry may live after the last contact with its alias; none where the
    /// organisation sets no term.
    pub longest_days: Option<u16>,
    /// What the organisation says about serious worries for somebody's safety; none where it says
    /// nothing.
    pub safety: Option<String>,
    /// What the organisation says about its own way of working; none where it says nothing.
    pub protocol: Option<String>,
}

/// What became of an entry outside this journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryStatus {
    /// The day on which it was last shown to somebody; none: it is personal.
    pub shown_on: Option<Day>,
    /// The day on which it was last carried out of the journal as a page; none: it never was.
    pub carried_out_on: Option<Day>,
}

/// When an entry goes, and why then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Going {
    /// The first day on which it may be gone.
    pub day: Day,
    /// Why then.
    pub why: GoingReason,
}

/// Why an entry goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum GoingReason {
    /// The term after the last contact with its alias ends.
    Term,
    /// Two years after it was started.
    TwoYears,
    /// The work with its alias was closed.
    Closed,
}

/// What goes within a week. Asking for it is what starts the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeavingList {
    /// What goes first stands first.
    pub rows: Vec<LeavingRow>,
}

/// An entry that goes within a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeavingRow {
    /// The entry as a list shows it.
    pub row: EntryRow,
    /// When it goes: never before a week after it was first shown here.
    pub going: Going,
}

/// Entries without an alias that are older than a year, when it is time to ask about them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct YearlyQuestion {
    /// The oldest first, at most 50; empty where there is nothing to ask.
    pub rows: Vec<EntryRow>,
    /// Whether there are more than these.
    pub more: bool,
}

/// Asks what is wrong with an alias before it is used.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JudgeAlias {
    /// As it was typed.
    pub alias: String,
}

/// What there is to say about an alias.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AliasJudgement {
    /// Whether it looks like the name of a person, or holds something else that points at one.
    pub points_at_person: bool,
    /// Aliases in use that are easily taken for it; never the alias itself.
    pub alike: Vec<String>,
}

/// Every alias, for the page about them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AliasRows {
    /// The latest contact first.
    pub rows: Vec<AliasRow>,
}

/// An alias in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AliasRow {
    /// The alias.
    pub alias: String,
    /// The day of the last contact.
    pub last_contact: Day,
    /// The day on which the work with this alias was closed; none: it goes on.
    pub closed_on: Option<Day>,
    /// What there is to say about it.
    pub judgement: AliasJudgement,
}

/// Names one alias, in whatever case.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AliasRequest {
    /// The alias.
    pub alias: String,
}

/// Gives an alias another name, or joins it to another alias.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RenameAlias {
    /// The alias.
    pub alias: String,
    /// What it becomes. To merge: the alias that takes in its entries.
    pub to: String,
}

/// Closes the work with an alias, or takes that back.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CloseAlias {
    /// The alias.
    pub alias: String,
    /// Whether the work is closed.
    pub closed: bool,
}

/// All that is known under one alias.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AliasView {
    /// The alias as it was first typed.
    pub alias: String,
    /// The day of the last contact.
    pub last_contact: Day,
    /// The day on which the work was closed; none: it goes on.
    pub closed_on: Option<Day>,
    /// What there is to say about its name.
    pub judgement: AliasJudgement,
    /// Its newest entries.
    pub entries: AliasEntries,
    /// Its contacts, the newest first, each once.
    pub contacts: Vec<ContactView>,
    /// What was to be tried with it, and what became of it; the newest first, at most 50.
    pub tried: Vec<TriedRow>,
    /// How the work together was looked at, in words: its sheets of the form that asks for it, the
    /// newest first, at most 12.
    pub relation: Vec<SheetVersion>,
    /// Whether it is kept quiet.
    pub quiet: bool,
}

/// Asks for older entries of an alias.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListAliasEntries {
    /// The alias.
    pub alias: String,
    /// Where the last page ended.
    pub after: EntryCursor,
}

/// A page of the entries under an alias.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AliasEntries {
    /// The entries, newest first, those in the bin too; at most 50.
    pub rows: Vec<AliasEntry>,
    /// Where the page ended; none where there are no older ones.
    pub next: Option<EntryCursor>,
}

/// An entry under an alias.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AliasEntry {
    /// The entry as a list shows it.
    pub row: EntryRow,
    /// When it goes; none in the bin, which empties itself.
    pub going: Option<Going>,
    /// What became of it outside this journal.
    pub status: EntryStatus,
    /// Whether it is in the bin.
    pub in_bin: bool,
}

/// An alias was erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AliasErased {
    /// What became of the backups.
    pub everywhere: ErasedEverywhere,
    /// Whether its words still stand in other entries.
    pub still_named: bool,
}
