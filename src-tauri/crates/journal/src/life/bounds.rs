//! The arithmetic of days: what bounds the life of an entry, in numbers of days as the store has them.

use chrono::{Days, Months, NaiveDate, NaiveTime};

use super::{DAYS_AFTER_CLOSING, DAYS_OF_NOTICE, GoingReason, Term};
use crate::{JournalError, stamp};

/// Milliseconds in a day.
pub(crate) const MILLIS_A_DAY: i64 = 24 * 60 * 60 * 1000;

/// What bounds the life of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bounds {
    /// The last contact with its alias; none while it has no alias.
    pub(crate) last_contact: Option<i64>,
    /// Two years after it was started, if it ever had an alias.
    pub(crate) keep_until: Option<i64>,
    /// When the work with its alias was closed, if it was.
    pub(crate) closed_on: Option<i64>,
}

impl Bounds {
    /// The day on which it goes, and why; none where nothing bounds it. Of two reasons on one day the
    /// person's own act says most.
    pub(crate) fn goes(&self, term: Term) -> Option<(i64, GoingReason)> {
        let after = |day: i64, days: i64| day.saturating_add(days);
        [
            self.closed_on.map(|day| (after(day, DAYS_AFTER_CLOSING), GoingReason::Closed)),
            self.last_contact.map(|day| (after(day, i64::from(term.0)), GoingReason::Term)),
            self.keep_until.map(|day| (day, GoingReason::TwoYears)),
        ]
        .into_iter()
        .flatten()
        .min_by_key(|(day, _)| *day)
    }
}

/// The last contact with an alias, where there is one. While all its contacts are still to come, by a
/// clock that was put back or a slip of the pen, it is as if there was one today.
pub(crate) fn of_alias(alias: Option<i64>, last: Option<i64>, today: i64) -> Option<i64> {
    alias.map(|_| last.unwrap_or(today))
}

/// Whether an announcement counts: it was made, and within a week of the day on which the entry goes
/// or later.
pub(crate) fn counts(announced: i64, goes: i64, today: i64) -> bool {
    (goes.saturating_sub(DAYS_OF_NOTICE)..=today).contains(&announced)
}

/// The first day on which an entry may be gone.
pub(crate) fn with_notice(goes: i64, announced: Option<i64>, today: i64) -> i64 {
    goes.max(announced.unwrap_or(today).saturating_add(DAYS_OF_NOTICE))
}

/// The day of a number.
pub(crate) fn day(number: i64) -> Result<NaiveDate, JournalError> {
    let number = i32::try_from(number).unwrap_or(i32::MAX);
    Ok(stamp::day(number).map_err(rusqlite::Error::from)?)
}

/// Two years after a day, as a number; the 28th of February for a 29th.
pub(crate) fn two_years(day: NaiveDate) -> i64 {
    i64::from(stamp::number(day.checked_add_months(Months::new(24)).unwrap_or(NaiveDate::MAX)))
}

/// The day a year before.
pub(crate) fn a_year_before(day: NaiveDate) -> NaiveDate {
    day.checked_sub_months(Months::new(12)).unwrap_or(NaiveDate::MIN)
}

/// Where a day ends, in milliseconds since 1970 by its own clock.
pub(crate) fn millis(day: NaiveDate) -> i64 {
    let next = day.checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX);
    next.and_time(NaiveTime::MIN).and_utc().timestamp_millis()
}
