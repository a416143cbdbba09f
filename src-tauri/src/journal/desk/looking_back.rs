//! Looking back: what returns, over months; and what is kept quiet.

#![expect(clippy::needless_pass_by_value, reason = "a command owns its request, as every adapter gives it")]

use contract::*;

use crate::journal::desk::Desk;

impl Desk {
    pub fn read_over_months(&mut self, (): ()) -> Result<OverMonths, Failure> {
        Ok(OverMonths { months: Vec::new(), themes: Vec::new(), aspects: Vec::new() })
    }

    pub fn list_returning_words(&mut self, (): ()) -> Result<ReturningWords, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn read_year_ago(&mut self, (): ()) -> Result<YearAgo, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn list_alike(&mut self, _request: EntryRequest) -> Result<AlikeEntries, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn gather_month(&mut self, _request: MonthRequest) -> Result<GatheredMonth, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn list_quiet(&mut self, (): ()) -> Result<QuietList, Failure> {
        Ok(QuietList { entries: Vec::new(), aliases: Vec::new(), periods: Vec::new() })
    }

    pub fn keep_quiet(&mut self, _request: KeepQuiet) -> Result<QuietList, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn end_quiet(&mut self, _request: EndQuiet) -> Result<QuietList, Failure> {
        Err(Failure::OutOfTurn)
    }
}
