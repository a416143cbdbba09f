//! What must hold of a rotation, whatever dates it is given.

use super::*;
use chrono::{Days, TimeDelta};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("it is a date")
}

fn at(date: NaiveDate, seconds: i64) -> DateTime<Utc> {
    date.and_hms_opt(0, 0, 0).expect("every day has a midnight").and_utc() + TimeDelta::seconds(seconds)
}

fn good(made_at: DateTime<Utc>) -> Dated {
    Dated { made_at, checked: true }
}

fn pick(backups: &[Dated], today: NaiveDate) -> Vec<Dated> {
    staying(backups, today).into_iter().map(|place| backups[place]).collect()
}

/// A backup every working day for a year, rotated every day.
#[test]
fn a_year_of_working_days_leaves_seven_days_four_weeks_six_months() {
    let first = day("2026-01-01");
    let mut backups = Vec::new();
    for number in 0..365 {
        let today = first + Days::new(number);
        if today.weekday().num_days_from_monday() < 5 {
            backups.push(good(at(today, 60 * 60 * 16)));
            backups = pick(&backups, today);
        }
    }
    let dates: Vec<String> = backups.iter().map(|backup| backup.made_at.date_naive().to_string()).collect();
    assert_eq!(
        dates,
        [
            // The last working day of each month, …
            "2026-07-31",
            "2026-08-31",
            "2026-09-30",
            "2026-10-30",
            "2026-11-30",
            // … of each week, …
            "2026-12-11",
            "2026-12-18",
            // … and the last seven working days.
            "2026-12-23",
            "2026-12-24",
            "2026-12-25",
            "2026-12-28",
            "2026-12-29",
            "2026-12-30",
            "2026-12-31",
        ]
    );
}

#[test]
fn weeks_are_iso_weeks() {
    // 2027-01-01 is a Friday in week 53 of 2026: one week with the days before it.
    let today = day("2027-03-31");
    let backups: Vec<Dated> = [
        "2026-12-31",
        "2027-01-01",
        "2027-03-01",
        "2027-03-02",
        "2027-03-03",
        "2027-03-04",
        "2027-03-05",
        "2027-03-06",
        "2027-03-07",
        "2027-03-08",
        "2027-03-15",
    ]
    .map(|date| good(at(day(date), 0)))
    .to_vec();
    let weeks =
        best_of(&(0..backups.len()).rev().collect::<Vec<_>>(), &backups, WEEKS, |date| date.iso_week());
    let dates: Vec<String> =
        weeks.iter().map(|place| backups[*place].made_at.date_naive().to_string()).collect();
    assert_eq!(dates, ["2027-03-15", "2027-03-08", "2027-03-07", "2027-01-01"]);
    assert!(staying(&backups, today).contains(&0), "it is the newest of its month");
}

#[test]
fn a_damaged_one_does_not_stand_for_its_day() {
    let today = day("2026-11-22");
    let backups =
        [good(at(day("2026-11-20"), 1)), Dated { made_at: at(day("2026-11-20"), 2), checked: false }];
    assert_eq!(staying(&backups, today), BTreeSet::from([0]));
    let alone = [Dated { made_at: at(day("2026-11-20"), 2), checked: false }];
    assert_eq!(staying(&alone, today), BTreeSet::from([0]), "better than nothing");
}

#[test]
fn a_clock_that_was_wrong_does_not_push_out_what_is_right() {
    let today = day("2026-11-22");
    let mut backups: Vec<Dated> =
        (0..30).map(|days| good(at(day("2031-01-01") + Days::new(days), 0))).collect();
    backups.push(good(at(today, 0)));
    let stay = staying(&backups, today);
    assert!(stay.contains(&30), "today's");
    assert_eq!(stay.len(), 1 + FUTURE);
}

#[test]
fn three_of_today_stay() {
    let today = day("2026-11-22");
    let backups: Vec<Dated> = (0..10).map(|second| good(at(today, second))).collect();
    assert_eq!(staying(&backups, today), BTreeSet::from([7, 8, 9]));
    let tomorrow = today + Days::new(1);
    assert_eq!(staying(&backups, tomorrow), BTreeSet::from([9]));
}

fn backups() -> impl Strategy<Value = Vec<Dated>> {
    let dated = (0_i64..1200 * 24 * 60, any::<bool>())
        .prop_map(|(minutes, checked)| Dated { made_at: at(day("2024-06-01"), minutes * 60), checked });
    proptest::collection::vec(dated, 0..200)
}

fn today() -> impl Strategy<Value = NaiveDate> {
    (0_u64..1400).prop_map(|days| day("2024-05-01") + Days::new(days))
}

proptest! {
    #[test]
    fn the_newest_good_one_never_goes(backups in backups(), today in today()) {
        let newest = backups.iter().filter(|backup| backup.checked).max_by_key(|backup| backup.made_at);
        if let Some(newest) = newest {
            prop_assert!(pick(&backups, today).contains(newest));
        }
    }

    #[test]
    fn never_more_than_so_many_stay(backups in backups(), today in today()) {
        prop_assert!(staying(&backups, today).len() <= MOST);
    }

    #[test]
    fn something_stays_when_there_was_something(backups in backups(), today in today()) {
        prop_assert_eq!(staying(&backups, today).is_empty(), backups.is_empty());
    }

    #[test]
    fn rotating_twice_is_rotating_once(backups in backups(), today in today()) {
        let once = pick(&backups, today);
        prop_assert_eq!(&pick(&once, today), &once);
    }

    #[test]
    fn the_order_of_the_list_does_not_matter(backups in backups(), today in today()) {
        let mut one = pick(&backups, today);
        let reversed: Vec<Dated> = backups.iter().rev().copied().collect();
        let mut other = pick(&reversed, today);
        let key = |backup: &Dated| (backup.made_at, backup.checked);
        one.sort_by_key(key);
        other.sort_by_key(key);
        // Of two made in the same minute either may stay.
        prop_assert_eq!(one.iter().map(|kept| kept.made_at).collect::<Vec<_>>(),
            other.iter().map(|kept| kept.made_at).collect::<Vec<_>>());
    }

    #[test]
    fn every_good_day_week_and_month_that_is_promised_is_there(backups in backups(), today in today()) {
        let good: Vec<Dated> = backups.into_iter().map(|backup| Dated { checked: true, ..backup }).collect();
        let kept = pick(&good, today);
        let days: BTreeSet<NaiveDate> =
            good.iter().map(|backup| backup.made_at.date_naive()).filter(|date| *date <= today).collect();
        for date in days.iter().rev().take(DAYS) {
            let newest = good.iter().filter(|b| b.made_at.date_naive() == *date).max_by_key(|b| b.made_at);
            prop_assert!(kept.iter().any(|k| Some(k) == newest));
        }
        let months: BTreeSet<(i32, u32)> = days.iter().map(|date| (date.year(), date.month())).collect();
        for (year, month) in months.iter().rev().take(MONTHS) {
            let there = kept.iter().any(|backup| {
                let date = backup.made_at.date_naive();
                (date.year(), date.month()) == (*year, *month)
            });
            prop_assert!(there);
        }
    }
}
