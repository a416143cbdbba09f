//! Finding what was written: by its words, by its month, and in one entry.

#![expect(clippy::needless_pass_by_value, reason = "a command owns its request, as every adapter gives it")]

use contract::*;

use crate::{
    failure::journal_failure,
    journal::desk::{Desk, PAGE},
    wire,
};

impl Desk {
    pub fn search_entries(&mut self, request: SearchEntries) -> Result<SearchPage, Failure> {
        let rows = self.store.search(&request.text, PAGE).map_err(|error| journal_failure(&error))?;
        let found = |row: journal::Row| {
            let text = row.excerpt.clone();
            FoundRow { row: wire::row(row), excerpt: vec![ExcerptPiece { text, marked: false }] }
        };
        Ok(SearchPage { rows: rows.into_iter().map(found).collect(), next: None })
    }

    pub fn find_in_entry(&mut self, _request: FindInEntry) -> Result<EntryMatches, Failure> {
        Ok(EntryMatches { matches: Vec::new() })
    }

    pub fn list_months(&mut self, (): ()) -> Result<MonthList, Failure> {
        Ok(MonthList { months: Vec::new() })
    }

    pub fn list_month(&mut self, _request: ListMonth) -> Result<EntryPage, Failure> {
        Ok(EntryPage { rows: Vec::new(), next: None })
    }

    pub fn list_days(&mut self, _request: MonthRequest) -> Result<DayList, Failure> {
        Ok(DayList { days: Vec::new() })
    }
}
