//! Which backups go: seven days, four weeks, six months stay.
//!
//! A number of days *that have a backup*, not of days on the calendar: who comes back from three
//! weeks of leave still has the seven days before it.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, NaiveDate, Utc};

/// Days of which the newest backup stays.
const DAYS: usize = 7;
/// ISO weeks of which the newest backup stays.
const WEEKS: usize = 4;
/// Months of which the newest backup stays.
const MONTHS: usize = 6;
/// Backups of today that stay: one from before a new version changed the store may be among them.
const TODAY: usize = 3;
/// Backups dated after today that stay. A clock that was wrong for a while made them; they are whole,
/// but they do not stand in the way of those with the right date.
const FUTURE: usize = 3;

/// More than this never stay. The last two: the newest good one, and the newest good one of those
/// that are not dated after today.
#[cfg(test)]
const MOST: usize = DAYS + WEEKS + MONTHS + TODAY + FUTURE + 2;

/// What the rotation looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dated {
    pub(crate) made_at: DateTime<Utc>,
    /// Whether it is what was opened and counted when it was made. A backup is not made otherwise, so
    /// this is false only for one that was damaged since.
    pub(crate) checked: bool,
}

/// The places in `backups`, in ascending order, of those that stay. Days are those of the dates in
/// UTC, as in the backups' names.
pub(crate) fn staying(backups: &[Dated], today: NaiveDate) -> BTreeSet<usize> {
    let mut newest_first: Vec<usize> = (0..backups.len()).collect();
    newest_first.sort_by_key(|place| Reverse((backups[*place].made_at, *place)));
    let date = |place: &usize| backups[*place].made_at.date_naive();
    let checked = |place: &&usize| backups[**place].checked;
    let (future, past): (Vec<usize>, Vec<usize>) = newest_first.iter().partition(|place| date(place) > today);

    let mut stay: BTreeSet<usize> = BTreeSet::new();
    stay.extend(best_of(&past, backups, DAYS, |date| date.num_days_from_ce()));
    stay.extend(best_of(&past, backups, WEEKS, |date| {
        let week = date.iso_week();
        (week.year(), week.week())
    }));
    stay.extend(best_of(&past, backups, MONTHS, |date| (date.year(), date.month())));
    stay.extend(past.iter().filter(|place| date(place) == today).take(TODAY));
    stay.extend(future.iter().take(FUTURE));
    stay.extend(past.iter().find(checked));
    stay.extend(newest_first.iter().find(checked));
    stay
}

/// Of each of the newest `most` periods the newest backup; the newest good one where there is one.
fn best_of<P: PartialEq>(
    newest_first: &[usize],
    backups: &[Dated],
    most: usize,
    period: impl Fn(NaiveDate) -> P,
) -> Vec<usize> {
    let period = |place: &usize| period(backups[*place].made_at.date_naive());
    newest_first
        .chunk_by(|one, other| period(one) == period(other))
        .take(most)
        .filter_map(|of_one| {
            of_one.iter().find(|place| backups[**place].checked).or_else(|| of_one.first()).copied()
        })
        .collect()
}

#[cfg(test)]
mod tests;
