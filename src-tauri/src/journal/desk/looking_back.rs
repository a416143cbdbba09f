//! Looking back: what returns, over months; and what is kept quiet.

use ::journal::{Alias, Subject};
use chrono::{Datelike, Months, NaiveDate};
use contract::*;
use handbook::Aspect;
use household::tell;

use crate::{
    failure::journal_failure,
    handbook_files,
    journal::{
        desk::{Desk, Id, PAGE, rules},
        wording::Wording,
    },
    wire,
};

/// How many months are looked over, this one among them.
const MONTHS: u32 = 12;
/// The most words that return.
const MOST_RETURNING: usize = 24;
/// The most entries that resemble one, and the most words that say why.
const MOST_ALIKE: usize = 8;
const MOST_ALIKE_WORDS: usize = 6;

/// The kinds of questions, in the order of the handbook, by the ids that a window knows.
const ASPECTS: [(Aspect, &str); 7] = [
    (Aspect::Event, "event"),
    (Aspect::Myself, "myself"),
    (Aspect::Other, "other"),
    (Aspect::Values, "values"),
    (Aspect::Knowledge, "knowledge"),
    (Aspect::NextStep, "next-step"),
    (Aspect::Context, "context"),
];

impl Desk {
    pub fn read_over_months(&mut self, (): ()) -> Result<OverMonths, Failure> {
        let months = months_until(self.today());
        let (Some(from), Some(until)) = (months.first().copied(), months.last().copied()) else {
            return Ok(OverMonths { months: Vec::new(), themes: Vec::new(), aspects: Vec::new() });
        };
        let written = self.store.written_about(from, last_day(until));
        let written = written.map_err(|error| journal_failure(&error))?;
        let wording = self.wording();
        let about: Vec<About<'_>> =
            written.subjects.iter().map(|subject| About::of(subject, wording)).collect();
        let row = |of: &dyn Fn(&About<'_>) -> bool| {
            let mut row = Row { entries: vec![0; months.len()], last: None };
            for entry in &written.entries {
                // However many of its answers are of it: one entry.
                if entry.subjects.iter().filter_map(|place| about.get(*place)).any(of) {
                    row.add(months.iter().rposition(|month| *month <= entry.day), entry.day);
                }
            }
            row
        };
        let mut themes: Vec<(Row, OverMonthsRow)> = Vec::new();
        for theme in wording.pack.themes() {
            let row = row(&|about| about.theme == Some(&theme.id));
            let (id, name) = (theme.id.as_str().to_owned(), wording.say(&theme.name));
            themes.push((row.clone(), OverMonthsRow { id, name, entries: row.entries }));
        }
        themes.retain(|(row, _)| row.last.is_some());
        // In the order of the handbook where both came last on one day.
        themes.sort_by_key(|(row, _)| std::cmp::Reverse(row.last));
        let aspects = ASPECTS.into_iter().map(|(aspect, id)| {
            let row = row(&|about| about.aspect == Some(aspect));
            (row.last, OverMonthsRow { id: id.to_owned(), name: String::new(), entries: row.entries })
        });
        Ok(OverMonths {
            aspects: aspects.filter(|(last, _)| last.is_some()).map(|(_, row)| row).collect(),
            themes: themes.into_iter().map(|(_, row)| row).collect(),
            months: months.into_iter().map(wire::month).collect(),
        })
    }

    pub fn list_returning_words(&mut self, (): ()) -> Result<ReturningWords, Failure> {
        let plain = handbook_files::plain_words().map_err(|fault| tell::incident(&fault))?;
        let found = self.store.returning_words(self.today(), plain, MOST_RETURNING);
        let found = found.map_err(|error| journal_failure(&error))?;
        let word =
            |found: ::journal::ReturningWord| ReturningWord { word: found.word, entries: found.entries };
        Ok(ReturningWords {
            from: wire::day(found.from),
            until: wire::day(found.until),
            words: found.words.into_iter().map(word).collect(),
        })
    }

    pub fn read_year_ago(&mut self, (): ()) -> Result<YearAgo, Failure> {
        let found = self.store.year_ago(self.today(), PAGE).map_err(|error| journal_failure(&error))?;
        Ok(YearAgo {
            from: wire::day(found.from),
            until: wire::day(found.until),
            rows: found.rows.into_iter().map(wire::row).collect(),
        })
    }

    pub fn list_alike(&mut self, request: EntryRequest) -> Result<AlikeEntries, Failure> {
        let plain = handbook_files::plain_words().map_err(|fault| tell::incident(&fault))?;
        // Apart from the store, which takes in what waits for its index.
        let wording = Wording { pack: self.shelf.joined(), words: self.words() };
        let themes = wording.pack.themes();
        let place = |subject: &Subject| {
            let theme = About::of(subject, wording).theme?;
            themes.iter().position(|known| known.id == *theme)
        };
        let found = self.store.alike(Id(request.entry.0), plain, place, MOST_ALIKE);
        let rows = found.map_err(|error| journal_failure(&error))?.into_iter().map(|mut alike| {
            alike.words.truncate(MOST_ALIKE_WORDS);
            let names = alike.themes.iter().filter_map(|place| themes.get(*place));
            AlikeEntry {
                row: wire::row(alike.row),
                themes: names.map(|theme| wording.say(&theme.name)).collect(),
                words: alike.words,
            }
        });
        Ok(AlikeEntries { rows: rows.collect() })
    }

    pub fn gather_month(&mut self, request: MonthRequest) -> Result<GatheredMonth, Failure> {
        let first = wire::read_month(&request.month)?;
        let gathered =
            self.store.gathered(first, last_day(first)).map_err(|error| journal_failure(&error))?;
        let card = |card: ::journal::TakenAlong| TakenAlong { day: wire::day(card.day), text: card.text };
        Ok(GatheredMonth {
            month: request.month,
            tried: gathered.tried.into_iter().map(wire::tried_row).collect(),
            rules: gathered.rules.into_iter().map(rules::shown).collect(),
            taken_along: gathered.taken_along.into_iter().map(card).collect(),
        })
    }

    pub fn list_quiet(&mut self, (): ()) -> Result<QuietList, Failure> {
        let quiet = self.store.quiet().map_err(|error| journal_failure(&error))?;
        Ok(wire::quiet(quiet))
    }

    pub fn keep_quiet(&mut self, request: KeepQuiet) -> Result<QuietList, Failure> {
        let kept = match request {
            KeepQuiet::Entry { entry } => self.store.keep_entry_quiet(Id(entry.0), true),
            KeepQuiet::Alias { alias } => {
                Alias::parse(&alias).and_then(|alias| self.store.keep_alias_quiet(&alias, true))
            }
            KeepQuiet::Period { from, until } => {
                self.store.keep_period_quiet(wire::read_day(&from)?, wire::read_day(&until)?)
            }
        };
        kept.map_err(|error| journal_failure(&error))?;
        self.list_quiet(())
    }

    pub fn end_quiet(&mut self, request: EndQuiet) -> Result<QuietList, Failure> {
        let ended = match request {
            EndQuiet::Entry { entry } => self.store.keep_entry_quiet(Id(entry.0), false),
            EndQuiet::Alias { alias } => {
                Alias::parse(&alias).and_then(|alias| self.store.keep_alias_quiet(&alias, false))
            }
            EndQuiet::Period { period } => self.store.end_quiet_period(::journal::QuietPeriodId(period.0)),
        };
        ended.map_err(|error| journal_failure(&error))?;
        self.list_quiet(())
    }
}

/// What a subject is about, as today's handbook has it.
struct About<'a> {
    theme: Option<&'a handbook::ThemeId>,
    aspect: Option<Aspect>,
}

impl<'a> About<'a> {
    fn of(subject: &Subject, wording: Wording<'a>) -> Self {
        match subject {
            Subject::Question { pack, question } => {
                let key = QuestionKey { pack: pack.clone(), question: question.clone() };
                let known = wording.known(&key);
                // Nearly every entry closes with the question for an intention, whatever it is about.
                let theme = known.filter(|known| !known.intention).map(|known| &known.theme);
                Self { theme, aspect: known.map(|known| known.aspect) }
            }
            Subject::Sheet { pack, form } => {
                let known = wording.pack.form(pack, form);
                Self { theme: known.and_then(|form| form.theme.as_ref()), aspect: None }
            }
        }
    }
}

/// In how many entries of each month something stands, and the last day of one.
#[derive(Clone)]
struct Row {
    entries: Vec<u32>,
    last: Option<NaiveDate>,
}

impl Row {
    fn add(&mut self, month: Option<usize>, day: NaiveDate) {
        if let Some(count) = month.and_then(|month| self.entries.get_mut(month)) {
            *count += 1;
            self.last = self.last.max(Some(day));
        }
    }
}

/// The first days of the last months, that of this one at the end.
fn months_until(today: NaiveDate) -> Vec<NaiveDate> {
    let this = today.with_day(1).unwrap_or(today);
    (0..MONTHS).rev().filter_map(|back| this.checked_sub_months(Months::new(back))).collect()
}

/// The last day of the month that begins on this day.
fn last_day(first: NaiveDate) -> NaiveDate {
    let next = first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt());
    next.unwrap_or(first)
}
