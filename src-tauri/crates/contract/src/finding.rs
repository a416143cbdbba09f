//! Finding what was written: by its words, by its month, and in one entry.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{AnswerId, Day, EntryCursor, EntryId, EntryRow, FormKey};

/// A month of the calendar, `YYYY-MM`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[ts(type = "string & { readonly __kind: \"month\" }")]
pub struct Month(pub String);

/// Asks for entries by their words.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchEntries {
    /// What is asked, as it was typed: words, `"phrases"`, `-words` that must not occur. Any text will
    /// do; nothing but white space asks for everything.
    pub text: String,
    /// In which order.
    pub order: SearchOrder,
    /// Of which entries.
    pub filters: SearchFilters,
    /// Where the last page ended; none for the first. Only [`SearchOrder::Newest`] has more than one.
    pub after: Option<EntryCursor>,
}

/// In which order hits come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SearchOrder {
    /// The newest first.
    Newest,
    /// What fits best first, of the newest thousand.
    Best,
}

/// Which entries are looked through. What is none lets everything through.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchFilters {
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub until: Option<Day>,
    /// The kind of contact, an id of the handbook.
    pub kind: Option<String>,
    /// The pseudonym.
    pub alias: Option<String>,
    /// A theme of the handbook, by its id: entries that answer a question of it, or sheets of it.
    pub theme: Option<String>,
    /// What it was made from.
    pub form: Option<SearchForm>,
    /// What became of it outside this journal.
    pub status: Option<SearchStatus>,
}

/// What an entry was made from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum SearchForm {
    /// Questions.
    Guide,
    /// A free page.
    FreePage,
    /// A sheet.
    Sheet {
        /// Which.
        form: FormKey,
    },
}

/// What became of an entry outside this journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SearchStatus {
    /// Nothing: it is personal.
    Personal,
    /// It was shown to somebody.
    Shown,
    /// It was carried out as a page.
    CarriedOut,
}

/// A page of hits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchPage {
    /// The hits, at most 50.
    pub rows: Vec<FoundRow>,
    /// Where the next page starts; none at the end.
    pub next: Option<EntryCursor>,
}

/// An entry that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundRow {
    /// The entry as a list shows it.
    pub row: EntryRow,
    /// The surroundings of what was found, on one line, cut into what is marked and what is not; the
    /// beginning of the entry where nothing was asked.
    pub excerpt: Vec<ExcerptPiece>,
}

/// A piece of an excerpt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExcerptPiece {
    /// Its text.
    pub text: String,
    /// Whether it is what was asked.
    pub marked: bool,
}

/// Asks where something stands in one entry.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FindInEntry {
    /// Which entry.
    pub entry: EntryId,
    /// What is asked, as in [`SearchEntries`]; words that must not occur ask for nothing here.
    pub text: String,
}

/// Where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryMatches {
    /// In the order of the answers, and in each from front to back; none overlaps another.
    pub matches: Vec<EntryMatch>,
}

/// One place in an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntryMatch {
    /// The answer.
    pub answer: AnswerId,
    /// Where it begins in the answer's text, in UTF-16 code units.
    pub start: u32,
    /// Where it ends, in the same.
    pub end: u32,
}

/// The months that have entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MonthList {
    /// The newest first.
    pub months: Vec<MonthRow>,
}

/// A month that has entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MonthRow {
    /// Which.
    pub month: Month,
    /// How many rows it takes in the list.
    pub rows: u32,
}

/// Asks for a part of a month.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListMonth {
    /// Which month.
    pub month: Month,
    /// The place of the first row in the month, from 0: a multiple of 50.
    pub first: u32,
}

/// Names a month.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MonthRequest {
    /// Which.
    pub month: Month,
}

/// The days of a month that have entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DayList {
    /// The first first, each once.
    pub days: Vec<Day>,
}
