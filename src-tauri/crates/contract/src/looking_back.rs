//! Looking back: what returns, over months, for the one who wrote it; and what is kept quiet.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Day, EntryId, EntryRow, Month, RuleOfThumb, TriedRow};

/// What was written about, month by month. What is kept quiet is not among it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OverMonths {
    /// The months, the oldest first; the last one is this month.
    pub months: Vec<Month>,
    /// The themes that were written about, what came last first.
    pub themes: Vec<OverMonthsRow>,
    /// The kinds of questions that were answered, in the order of the handbook.
    pub aspects: Vec<OverMonthsRow>,
}

/// One theme, or one kind of question, over the months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OverMonthsRow {
    /// Its id: of a theme of the handbook, or the name of a kind of question.
    pub id: String,
    /// The name of a theme; empty for a kind of question, whose name the catalogue has.
    pub name: String,
    /// In how many entries of each month it stands, in the order of the months.
    pub entries: Vec<u32>,
}

/// Words that return.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReturningWords {
    /// The first day that was looked at.
    pub from: Day,
    /// The last.
    pub until: Day,
    /// What stands out most first; at most 24.
    pub words: Vec<ReturningWord>,
}

/// A word that returns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReturningWord {
    /// The word, as it was written most.
    pub word: String,
    /// In how many entries of that time it stands.
    pub entries: u32,
}

/// What was written about this time last year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct YearAgo {
    /// The first day that was looked at.
    pub from: Day,
    /// The last.
    pub until: Day,
    /// The newest first; at most 50.
    pub rows: Vec<EntryRow>,
}

/// Entries that resemble one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlikeEntries {
    /// What resembles it most first; at most 8.
    pub rows: Vec<AlikeEntry>,
}

/// An entry that resembles another, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlikeEntry {
    /// The entry as a list shows it.
    pub row: EntryRow,
    /// The names of the themes that both are about.
    pub themes: Vec<String>,
    /// The rare words that both have, the rarest first; at most 6.
    pub words: Vec<String>,
}

/// What there is of one month to look back on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GatheredMonth {
    /// The month.
    pub month: Month,
    /// What was to be tried and was written in that month, or what something was written about in
    /// it; the newest first.
    pub tried: Vec<TriedRow>,
    /// The rules of thumb that were kept or changed in that month, the newest first.
    pub rules: Vec<RuleOfThumb>,
    /// What walking through together taught in that month, as the joint cards say what is taken
    /// along, the newest first.
    pub taken_along: Vec<TakenAlong>,
}

/// What a joint card says is taken along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TakenAlong {
    /// The day of the walk-through.
    pub day: Day,
    /// What.
    pub text: String,
}

/// Names a period that is kept quiet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(type = "number & { readonly __kind: \"quiet-period\" }")]
pub struct QuietPeriodId(pub i64);

/// Keeps something quiet: it is found and read as before, and looking back leaves it out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum KeepQuiet {
    /// One entry.
    Entry {
        /// Which.
        entry: EntryId,
    },
    /// All entries of an alias.
    Alias {
        /// The alias.
        alias: String,
    },
    /// All entries of some days.
    Period {
        /// The first day.
        from: Day,
        /// The last day, not before the first.
        until: Day,
    },
}

/// Keeps something quiet no longer.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum EndQuiet {
    /// One entry.
    Entry {
        /// Which.
        entry: EntryId,
    },
    /// An alias.
    Alias {
        /// The alias.
        alias: String,
    },
    /// A period.
    Period {
        /// Which.
        period: QuietPeriodId,
    },
}

/// What is kept quiet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuietList {
    /// Entries, the newest first; without those in the bin.
    pub entries: Vec<EntryRow>,
    /// Aliases, by their names.
    pub aliases: Vec<String>,
    /// Periods, the latest first.
    pub periods: Vec<QuietPeriod>,
}

/// A period that is kept quiet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuietPeriod {
    /// Which.
    pub period: QuietPeriodId,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
}
