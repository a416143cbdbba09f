//! Finding what was written: by its words, by its month, and in one entry.

#![expect(clippy::needless_pass_by_value, reason = "a command owns its request, as every adapter gives it")]

use ::journal::{Alias, Search};
use chrono::NaiveDate;
use contract::*;
use handbook::ThemeId;

use crate::{
    failure::journal_failure,
    journal::desk::{Desk, FREE_PAGE, GUIDE, Id, PAGE},
    wire,
};

/// How many of the newest hits are answered at once: more than a window shows, and little enough to be
/// there and painted before the next key. More come as one goes on.
pub(super) const HITS: usize = 20;

impl Desk {
    pub fn search_entries(&mut self, request: SearchEntries) -> Result<SearchPage, Failure> {
        let SearchEntries { text, order, filters, after } = request;
        let Some(filters) = self.filters(filters)? else {
            return Ok(SearchPage { rows: Vec::new(), next: None });
        };
        let (order, limit) = match order {
            SearchOrder::Newest => (::journal::SearchOrder::Newest, HITS),
            // There are no more of these.
            SearchOrder::Best => (::journal::SearchOrder::Best, PAGE),
        };
        let after = after.as_ref().map(wire::read_cursor).transpose()?;
        let search = Search { text: &text, order, filters, after, limit };
        let page = self.store.find(&search).map_err(|error| journal_failure(&error))?;
        let rows = page.rows.into_iter().map(|found| FoundRow {
            row: wire::row(found.row),
            excerpt: found.excerpt.into_iter().map(wire::excerpt_piece).collect(),
        });
        Ok(SearchPage { rows: rows.collect(), next: page.next.map(wire::cursor) })
    }

    /// The filters as the store knows them; none where no entry can pass them.
    fn filters(&self, filters: SearchFilters) -> Result<Option<::journal::SearchFilters>, Failure> {
        let SearchFilters { from, until, kind, alias, theme, form, status } = filters;
        // What can be no alias is that of no entry.
        let alias = match alias.map(|alias| Alias::parse(&alias)) {
            Some(Err(_)) => return Ok(None),
            alias => alias.and_then(Result::ok),
        };
        let status = status.map(|status| match status {
            SearchStatus::Personal => ::journal::SearchStatus::Personal,
            SearchStatus::Shown => ::journal::SearchStatus::Shown,
            SearchStatus::CarriedOut => ::journal::SearchStatus::CarriedOut,
        });
        Ok(Some(::journal::SearchFilters {
            from: from.as_ref().map(wire::read_day).transpose()?,
            until: until.as_ref().map(wire::read_day).transpose()?,
            kind,
            alias,
            theme: theme.map(|theme| self.of_theme(&ThemeId::from(theme.as_str()))),
            form: form.map(|form| self.made_from(form)),
            status,
        }))
    }

    /// The questions and the sheets of a theme, of all packs that are at work.
    fn of_theme(&self, theme: &ThemeId) -> ::journal::SearchTheme {
        let pack = self.shelf.joined();
        // Nearly every entry closes with the question for an intention, whatever it is about.
        let questions =
            pack.questions().iter().filter(|question| question.theme == *theme && !question.intention);
        let forms = pack.forms().iter().filter(|form| form.theme.as_ref() == Some(theme));
        ::journal::SearchTheme {
            questions: questions.map(|one| (one.pack.clone(), one.id.as_str().to_owned())).collect(),
            forms: forms.map(|one| (one.pack.clone(), one.id.as_str().to_owned())).collect(),
        }
    }

    fn made_from(&self, form: SearchForm) -> ::journal::SearchForm {
        let page = |form: &str| ::journal::SearchForm {
            pack: self.shelf.joined().id().to_owned(),
            form: form.to_owned(),
            is_sheet: false,
        };
        match form {
            SearchForm::Guide => page(GUIDE),
            SearchForm::FreePage => page(FREE_PAGE),
            SearchForm::Sheet { form } => {
                ::journal::SearchForm { pack: form.pack, form: form.form, is_sheet: true }
            }
        }
    }

    pub fn find_in_entry(&mut self, request: FindInEntry) -> Result<EntryMatches, Failure> {
        let matches = self.store.find_in_entry(Id(request.entry.0), &request.text);
        let matches = matches.map_err(|error| journal_failure(&error))?;
        let place = |place: ::journal::EntryMatch| EntryMatch {
            answer: AnswerId(place.answer.0),
            start: place.start,
            end: place.end,
        };
        Ok(EntryMatches { matches: matches.into_iter().map(place).collect() })
    }

    pub fn list_months(&mut self, (): ()) -> Result<MonthList, Failure> {
        let months = self.store.months().map_err(|error| journal_failure(&error))?;
        let row = |month: ::journal::MonthRow| MonthRow { month: wire::month(month.month), rows: month.rows };
        Ok(MonthList { months: months.into_iter().map(row).collect() })
    }

    pub fn list_month(&mut self, request: ListMonth) -> Result<EntryPage, Failure> {
        let first = usize::try_from(request.first).unwrap_or(usize::MAX);
        let month = wire::read_month(&request.month)?;
        let rows = self.store.month(month, first, PAGE).map_err(|error| journal_failure(&error))?;
        Ok(EntryPage { rows: rows.into_iter().map(wire::row).collect(), next: None })
    }

    pub fn list_days(&mut self, request: MonthRequest) -> Result<DayList, Failure> {
        let days = self.store.days_of_month(wire::read_month(&request.month)?);
        let days: Vec<NaiveDate> = days.map_err(|error| journal_failure(&error))?;
        Ok(DayList { days: days.into_iter().map(wire::day).collect() })
    }
}
