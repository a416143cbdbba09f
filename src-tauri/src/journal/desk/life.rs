//! How long entries live: what goes soon, what went, and what the person says about it.

use ::journal::{Same, Term};
use contract::*;

use crate::{
    failure::journal_failure,
    journal::desk::{Desk, Id},
    wire,
};

/// Entries named in the yearly question; more than these stand in the list of entries.
const MOST_ASKED: usize = 50;

impl Desk {
    /// The days that an entry lives after the last contact with its alias: what the person chose, or
    /// fewer where the organisation says so.
    pub(super) fn term(&self) -> Term {
        let chosen = self.settings.keep_days.0;
        Term(self.shelf.longest_days().map_or(chosen, |longest| longest.min(chosen)))
    }

    /// What the handbook says besides questions, in the organisation's words.
    pub(super) fn house_rules(&self) -> HouseRules {
        let words = self.words();
        HouseRules {
            longest_days: self.shelf.longest_days(),
            safety: self.shelf.safety(words),
            protocol: self.shelf.protocol(words),
        }
    }

    /// Asking starts the week for what was not told before, so only a window asks. Where nothing can
    /// be written nothing goes, and nothing is told.
    pub fn list_leaving(&mut self, (): ()) -> Result<LeavingList, Failure> {
        if self.only_reads() {
            return Ok(LeavingList { rows: vec![] });
        }
        let leaving =
            self.store.leaving(self.term(), self.today()).map_err(|error| journal_failure(&error))?;
        let rows = leaving
            .into_iter()
            .map(|leaving| LeavingRow { row: wire::row(leaving.row), going: wire::going(leaving.going) });
        Ok(LeavingList { rows: rows.collect() })
    }

    pub fn yearly_question(&mut self, (): ()) -> Result<YearlyQuestion, Failure> {
        if self.only_reads() {
            return Ok(YearlyQuestion { rows: vec![], more: false });
        }
        // One more than are named tells whether there are others.
        let rows = self.store.yearly(self.today(), MOST_ASKED + 1);
        let mut rows = rows.map_err(|error| journal_failure(&error))?;
        let more = rows.len() > MOST_ASKED;
        rows.truncate(MOST_ASKED);
        Ok(YearlyQuestion { rows: rows.into_iter().map(wire::row).collect(), more })
    }

    pub fn keep_another_year(&mut self, (): ()) -> Result<(), Failure> {
        self.store.keep_another_year(self.today()).map_err(|error| journal_failure(&error))
    }

    pub fn mark_shown(&mut self, request: EntryRequest) -> Result<EntryView, Failure> {
        let today = self.today();
        self.store.mark_shown(Id(request.entry.0), today).map_err(|error| journal_failure(&error))?;
        self.read_entry(request)
    }

    /// Erases what has to go, but for the entry that is perhaps on the screen; whether something went.
    pub fn end_terms(&mut self) -> Result<bool, Failure> {
        let ended = self.store.end_terms(self.term(), self.today(), self.in_hand);
        let ended = ended.map_err(|error| journal_failure(&error))?;
        for same in &ended {
            self.sittings.forget(same.entry);
        }
        Ok(!ended.is_empty())
    }

    /// Erases an entry, to be taken out of every copy; says what to know it by there.
    pub fn erase_everywhere(&mut self, request: EntryRequest) -> Result<Same, Failure> {
        let erased = self.store.erase_everywhere(Id(request.entry.0));
        let erased = erased.map_err(|error| journal_failure(&error))?;
        self.sittings.forget(erased.entry);
        Ok(erased)
    }

    /// What is gone here and may still be in a copy.
    pub fn forgotten(&self) -> Result<Vec<Same>, Failure> {
        self.store.forgotten().map_err(|error| journal_failure(&error))
    }

    /// These are in no copy any more.
    pub fn forget_done(&mut self, done: &[Same]) -> Result<(), Failure> {
        self.store.forget_done(done).map_err(|error| journal_failure(&error))
    }
}
