//! What was written about this time last year.

use chrono::{Datelike, Days, NaiveDate};

use crate::entry::{row_from, row_sql};
use crate::quiet::looked_back_on;
use crate::{Journal, JournalError, Row, stamp};

/// How many days before and after the same date are this time last year.
const DAYS_AROUND: Days = Days::new(7);

/// The entries of some days, for who looks back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearAgo {
    /// The first day that was looked at.
    pub from: NaiveDate,
    /// The last.
    pub until: NaiveDate,
    /// The newest first.
    pub rows: Vec<Row>,
}

const ROWS: &str = row_sql!(
    "",
    concat!(
        "WHERE entry.day BETWEEN ?1 AND ?2 AND ",
        looked_back_on!(),
        " ORDER BY entry.day DESC, entry.id DESC LIMIT ?3"
    )
);

/// The same date a year before; of 29 February, which that year does not have, the day before it.
fn year_before(day: NaiveDate) -> NaiveDate {
    day.with_year(day.year() - 1).unwrap_or_else(|| day - Days::new(366))
}

impl Journal {
    /// The entries from a week before to a week after the same date last year, the newest first, at most
    /// `most`; without those in the bin and those that are kept quiet.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn year_ago(&self, today: NaiveDate, most: usize) -> Result<YearAgo, JournalError> {
        let date = year_before(today);
        let (from, until) = (date - DAYS_AROUND, date + DAYS_AROUND);
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.reading(|look| {
            let days = (stamp::number(from), stamp::number(until), most);
            let mut rows: Vec<Row> =
                look.prepare_cached(ROWS)?.query_map(days, row_from)?.collect::<Result<_, _>>()?;
            for row in &mut rows {
                row.excerpt = self.first_words(look, row.entry)?;
            }
            Ok(YearAgo { from, until, rows })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn the_days_of_last_year_are_walked_by_their_index() {
        let plan = schema::plan(ROWS);
        assert_eq!(plan[0], "SEARCH entry USING INDEX entry_by_day (day>? AND day<?)", "{plan:?}");
        assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:?}");
    }

    #[test]
    fn the_same_date_of_a_leap_day_is_the_day_before_it() {
        let day = |day: &str| day.parse::<NaiveDate>().expect("a day");
        assert_eq!(year_before(day("2028-02-29")), day("2027-02-28"));
        assert_eq!(year_before(day("2028-03-01")), day("2027-03-01"));
        assert_eq!(year_before(day("2029-02-28")), day("2028-02-28"));
        assert_eq!(year_before(day("2027-01-01")), day("2026-01-01"));
    }
}
