//! How time is stored: a moment as milliseconds of UTC with the zone's offset beside it, a day as
//! a number.
//!
//! The offset is kept because "16:50" is what a person remembers; the UTC part is kept because a
//! traveller's clock must not change the order of things.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use rusqlite::types::FromSqlError;

/// A moment in its two columns: milliseconds since 1970 in UTC, and minutes east of Greenwich.
pub(crate) fn split(moment: DateTime<FixedOffset>) -> (i64, i32) {
    (moment.timestamp_millis(), moment.offset().local_minus_utc() / 60)
}

/// The moment of two columns.
pub(crate) fn join(millis: i64, offset_minutes: i32) -> Result<DateTime<FixedOffset>, FromSqlError> {
    let offset = offset_minutes
        .checked_mul(60)
        .and_then(FixedOffset::east_opt)
        .ok_or(FromSqlError::OutOfRange(i64::from(offset_minutes)))?;
    let utc = DateTime::from_timestamp_millis(millis).ok_or(FromSqlError::OutOfRange(millis))?;
    Ok(utc.with_timezone(&offset))
}

/// A day as a number: day 1 is 1 January of the year 1.
pub(crate) fn number(day: NaiveDate) -> i32 {
    day.num_days_from_ce()
}

/// The day of a number.
pub(crate) fn day(number: i32) -> Result<NaiveDate, FromSqlError> {
    NaiveDate::from_num_days_from_ce_opt(number).ok_or(FromSqlError::OutOfRange(i64::from(number)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_moment_keeps_its_instant_and_its_wall_clock(
            millis in -62_000_000_000_000_i64..250_000_000_000_000,
            minutes in -1439..1440_i32,
        ) {
            let moment = join(millis, minutes).expect("within bounds");
            prop_assert_eq!(split(moment), (millis, minutes));
        }

        #[test]
        fn a_day_keeps_its_date(number_of_day in -1_000_000..4_000_000_i32) {
            prop_assert_eq!(number(day(number_of_day).expect("within bounds")), number_of_day);
        }
    }

    #[test]
    fn what_no_calendar_has_is_refused() {
        assert!(join(i64::MAX, 0).is_err());
        assert!(join(0, 1440).is_err());
        assert!(join(0, i32::MAX).is_err());
        assert!(day(i32::MAX).is_err());
    }
}
