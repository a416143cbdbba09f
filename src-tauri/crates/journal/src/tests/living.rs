//! Terms: when an entry goes, that it is announced a week before, and what a wrong clock does.

use chrono::{Days, NaiveDate};

use super::desk::{Desk, about, at, free_page};
use crate::{Alias, EntryId, GoingReason, JournalError, NewEntry, Same, Term};

const TERM: Term = Term(180);

fn day(day: &str) -> NaiveDate {
    day.parse().expect("a day")
}

fn alias(name: &str) -> Alias {
    Alias::parse(name).expect("usable")
}

/// An entry started at ten to five on a day, about a contact of that day.
fn met(desk: &mut Desk, on: &str, with: Option<&str>) -> EntryId {
    started(desk, on, about(on, "gesprek", with))
}

fn started(desk: &mut Desk, on: &str, new: NewEntry) -> EntryId {
    desk.journal.start_entry(new, at(&format!("{on}T16:50:00+01:00"))).expect("started").id
}

fn going(desk: &Desk, entry: EntryId, today: &str) -> Option<(String, GoingReason)> {
    let going = desk.journal.going(entry, TERM, day(today)).expect("read");
    going.map(|going| (going.day.to_string(), going.why))
}

/// What Today shows: entries with the days on which they go.
fn leaving(desk: &mut Desk, today: &str) -> Vec<(EntryId, String)> {
    let leaving = desk.journal.leaving(TERM, day(today)).expect("read");
    leaving.into_iter().map(|one| (one.row.entry, one.going.day.to_string())).collect()
}

/// What ends now.
fn ended(desk: &mut Desk, today: &str) -> Vec<EntryId> {
    let same = desk.journal.end_terms(TERM, day(today), None).expect("ended");
    same.into_iter().map(|same| same.entry).collect()
}

fn some(day: &str, why: GoingReason) -> Option<(String, GoingReason)> {
    Some((day.to_owned(), why))
}

#[test]
fn an_entry_goes_after_the_last_contact_with_its_alias() {
    let mut desk = Desk::new();
    let first = met(&mut desk, "2026-01-10", Some("Blauwe Reiger"));
    let page = met(&mut desk, "2026-01-10", None);
    assert_eq!(going(&desk, first, "2026-01-10"), some("2026-07-09", GoingReason::Term));
    assert_eq!(going(&desk, page, "2026-01-10"), None);
    let second = met(&mut desk, "2026-02-10", Some("blauwe reiger"));
    for entry in [first, second] {
        assert_eq!(going(&desk, entry, "2026-02-10"), some("2026-08-09", GoingReason::Term));
    }
    // A contact in the bin is none, and what is in the bin has no term of its own.
    desk.journal.delete(second, at("2026-02-10T17:00:00+01:00")).expect("delete");
    assert_eq!(going(&desk, first, "2026-02-10"), some("2026-07-09", GoingReason::Term));
    assert_eq!(going(&desk, second, "2026-02-10"), None);
    desk.journal.restore(second).expect("restore");
    // A shorter term is shorter for all.
    let shorter = desk.journal.going(first, Term(30), day("2026-02-10")).expect("read").expect("goes");
    assert_eq!(shorter.day, day("2026-03-12"));
    assert_eq!(desk.journal.going(EntryId(99), TERM, day("2026-02-10")), Err(JournalError::EntryGone));

    assert_eq!(leaving(&mut desk, "2026-08-01"), []);
    let both = [(first, "2026-08-09".to_owned()), (second, "2026-08-09".to_owned())];
    assert_eq!(leaving(&mut desk, "2026-08-02"), both);
    assert_eq!(ended(&mut desk, "2026-08-08"), []);
    assert_eq!(ended(&mut desk, "2026-08-09"), [first, second]);
    assert_eq!((desk.count("alias"), desk.count("contact"), desk.count("entry")), (0, 1, 1));
    assert_eq!(going(&desk, page, "2036-01-01"), None);
    assert_eq!(leaving(&mut desk, "2036-01-01"), []);
}

#[test]
fn two_years_are_the_most_whatever_becomes_of_the_alias() {
    let mut desk = Desk::new();
    let first = met(&mut desk, "2024-02-29", Some("Blauwe Reiger"));
    let taken = met(&mut desk, "2024-03-01", Some("Blauwe Reiger"));
    let late = met(&mut desk, "2024-03-02", None);
    let last = met(&mut desk, "2026-02-01", Some("Blauwe Reiger"));
    assert_eq!(going(&desk, first, "2026-02-01"), some("2026-02-28", GoingReason::TwoYears));
    // Taken away, it bounds all the same; given late, it counts from the start.
    let contact = |alias: Option<&str>| Some(("gesprek".to_owned(), alias.map(self::alias)));
    desk.journal.change_entry(taken, day("2024-03-01"), contact(None)).expect("changed");
    assert_eq!(going(&desk, taken, "2026-02-01"), some("2026-03-01", GoingReason::TwoYears));
    desk.journal.change_entry(late, day("2026-02-01"), contact(Some("Blauwe Reiger"))).expect("changed");
    assert_eq!(going(&desk, late, "2026-02-01"), some("2026-03-02", GoingReason::TwoYears));
    desk.journal.change_entry(late, day("2026-02-01"), contact(Some("Witte Wolk"))).expect("changed");
    desk.journal.rename_alias(&alias("Blauwe Reiger"), &alias("Rode Specht")).expect("renamed");
    desk.journal.merge_aliases(&alias("Rode Specht"), &alias("Witte Wolk")).expect("merged");
    assert_eq!(going(&desk, first, "2026-02-01"), some("2026-02-28", GoingReason::TwoYears));
    assert_eq!(going(&desk, late, "2026-02-01"), some("2026-03-02", GoingReason::TwoYears));
    assert_eq!(going(&desk, last, "2026-02-01"), some("2026-07-31", GoingReason::Term));

    assert_eq!(leaving(&mut desk, "2026-02-20"), []);
    assert_eq!(leaving(&mut desk, "2026-02-21"), [(first, "2026-02-28".to_owned())]);
    assert_eq!(ended(&mut desk, "2026-02-28"), [first]);
    let week = leaving(&mut desk, "2026-02-28");
    assert_eq!(week, [(taken, "2026-03-07".to_owned()), (late, "2026-03-07".to_owned())]);
    assert_eq!(ended(&mut desk, "2026-03-06"), []);
    assert_eq!(ended(&mut desk, "2026-03-07"), [taken, late]);
    assert_eq!(desk.count("entry"), 1);
}

#[test]
fn a_closed_alias_has_thirty_days_and_a_contact_opens_it() {
    let mut desk = Desk::new();
    let entry = met(&mut desk, "2026-01-10", Some("Blauwe Reiger"));
    let reiger = alias("blauwe REIGER");
    let closed = |desk: &Desk| desk.journal.alias_rows().expect("rows").remove(0).closed_on;
    desk.journal.close_alias(&reiger, Some(day("2026-01-20"))).expect("closed");
    assert_eq!(going(&desk, entry, "2026-01-20"), some("2026-02-19", GoingReason::Closed));
    // Closing again does not give more time.
    desk.journal.close_alias(&reiger, Some(day("2026-01-25"))).expect("closed");
    assert_eq!(closed(&desk), Some(day("2026-01-20")));
    desk.journal.close_alias(&reiger, None).expect("opened");
    assert_eq!(going(&desk, entry, "2026-01-25"), some("2026-07-09", GoingReason::Term));
    // A new entry opens it, also about a contact of before.
    desk.journal.close_alias(&reiger, Some(day("2026-01-20"))).expect("closed");
    let other = started(&mut desk, "2026-01-28", about("2026-01-15", "gesprek", Some("Blauwe Reiger")));
    assert_eq!(closed(&desk), None);
    // So does an entry that gets the alias, and one whose contact turns out to be of later.
    desk.journal.close_alias(&reiger, Some(day("2026-01-29"))).expect("closed");
    let contact = || Some(("gesprek".to_owned(), Some(alias("Blauwe Reiger"))));
    desk.journal.change_entry(other, day("2026-01-16"), contact()).expect("changed");
    assert_eq!(closed(&desk), Some(day("2026-01-29")), "a slip that is put right is no contact");
    desk.journal.change_entry(other, day("2026-01-30"), contact()).expect("changed");
    assert_eq!(closed(&desk), None);
    desk.journal.close_alias(&reiger, Some(day("2026-01-31"))).expect("closed");
    let page = met(&mut desk, "2026-01-02", None);
    desk.journal.change_entry(page, day("2026-01-02"), contact()).expect("changed");
    assert_eq!(closed(&desk), None);
    assert_eq!(desk.journal.close_alias(&alias("Niemand"), None), Err(JournalError::AliasGone));
}

#[test]
fn what_is_in_the_bin_of_a_closed_alias_gets_its_week_when_it_comes_back() {
    let mut desk = Desk::new();
    let entry = met(&mut desk, "2026-01-10", Some("Blauwe Reiger"));
    desk.journal.close_alias(&alias("Blauwe Reiger"), Some(day("2026-01-20"))).expect("closed");
    assert_eq!(leaving(&mut desk, "2026-02-15"), [(entry, "2026-02-22".to_owned())]);
    desk.journal.delete(entry, at("2026-02-21T17:00:00+01:00")).expect("delete");
    assert_eq!(leaving(&mut desk, "2026-02-22"), [], "the bin empties itself");
    assert_eq!(ended(&mut desk, "2026-02-22"), []);
    desk.journal.restore(entry).expect("restore");
    assert_eq!(ended(&mut desk, "2026-02-22"), []);
    assert_eq!(leaving(&mut desk, "2026-02-22"), [(entry, "2026-03-01".to_owned())]);
    assert_eq!(ended(&mut desk, "2026-03-01"), [entry]);
    assert_eq!(desk.count("alias"), 0, "it goes with its last entry");
}

#[test]
fn nothing_goes_unseen_after_a_long_absence() {
    let mut desk = Desk::new();
    let entry = met(&mut desk, "2026-01-10", Some("Blauwe Reiger"));
    // Housekeeping alone announces nothing.
    for today in ["2026-07-08", "2026-08-01", "2027-05-01"] {
        assert_eq!(ended(&mut desk, today), []);
    }
    assert_eq!(going(&desk, entry, "2027-05-01"), some("2027-05-08", GoingReason::Term));
    assert_eq!(leaving(&mut desk, "2027-05-01"), [(entry, "2027-05-08".to_owned())]);
    assert_eq!(leaving(&mut desk, "2027-05-04"), [(entry, "2027-05-08".to_owned())], "it is told once");
    desk.reopen();
    assert_eq!(ended(&mut desk, "2027-05-07"), []);
    assert_eq!(going(&desk, entry, "2027-05-07"), some("2027-05-08", GoingReason::Term));
    assert_eq!(ended(&mut desk, "2027-05-08"), [entry]);
}

#[test]
fn a_contact_after_the_announcement_takes_it_back() {
    let mut desk = Desk::new();
    let first = met(&mut desk, "2026-01-10", Some("Blauwe Reiger"));
    assert_eq!(leaving(&mut desk, "2026-07-05").len(), 1);
    let second = met(&mut desk, "2026-07-06", Some("Blauwe Reiger"));
    // Half a year nobody looks; then both are told anew.
    assert_eq!(ended(&mut desk, "2027-01-03"), []);
    let both = [(first, "2027-01-10".to_owned()), (second, "2027-01-10".to_owned())];
    assert_eq!(leaving(&mut desk, "2027-01-03"), both);
    assert_eq!(ended(&mut desk, "2027-01-09"), []);
    assert_eq!(ended(&mut desk, "2027-01-10"), [first, second]);
}

#[test]
fn a_clock_that_jumps_erases_nothing_unseen() {
    let mut desk = Desk::new();
    let entry = met(&mut desk, "2026-11-20", Some("Blauwe Reiger"));
    // Ten years ahead: it has to be gone, and is announced.
    assert_eq!(ended(&mut desk, "2036-11-20"), []);
    assert_eq!(leaving(&mut desk, "2036-11-20"), [(entry, "2036-11-27".to_owned())]);
    // The clock is put right: nothing of it counts, also not when that day really comes.
    assert_eq!(leaving(&mut desk, "2026-11-21"), []);
    assert_eq!(going(&desk, entry, "2026-11-21"), some("2027-05-19", GoingReason::Term));
    assert_eq!(ended(&mut desk, "2036-11-28"), []);
    // Twenty years back, where the contact is still to come.
    for today in ["2006-01-01", "1970-01-01", "0001-01-01"] {
        assert_eq!(leaving(&mut desk, today), []);
        assert_eq!(ended(&mut desk, today), []);
        let by_term = day(today).checked_add_days(Days::new(180)).expect("a day").to_string();
        assert_eq!(going(&desk, entry, today), Some((by_term, GoingReason::Term)));
    }
    assert_eq!(leaving(&mut desk, "2027-05-12"), [(entry, "2027-05-19".to_owned())]);
    assert_eq!(ended(&mut desk, "2027-05-19"), [entry]);
}

#[test]
fn an_entry_of_the_future_lasts_no_longer_than_its_two_years() {
    let mut desk = Desk::new();
    // Started while the clock was three years ahead.
    let entry = met(&mut desk, "2029-11-20", Some("Blauwe Reiger"));
    let slip = started(&mut desk, "2026-11-20", about("2062-11-20", "gesprek", Some("Witte Wolk")));
    let with = started(&mut desk, "2026-11-20", about("2026-11-20", "gesprek", Some("Witte Wolk")));
    assert_eq!(going(&desk, entry, "2026-11-21"), some("2027-05-20", GoingReason::Term));
    // A contact of the year 2062 does not keep what was met before it.
    assert_eq!(going(&desk, with, "2026-11-21"), some("2027-05-19", GoingReason::Term));
    assert_eq!(going(&desk, slip, "2026-11-21"), some("2027-05-19", GoingReason::Term));
    let told = [(slip, "2027-05-19".to_owned()), (with, "2027-05-19".to_owned())];
    assert_eq!(leaving(&mut desk, "2027-05-12"), told);
    assert_eq!(ended(&mut desk, "2027-05-19"), [slip, with]);
    assert_eq!(going(&desk, entry, "2029-11-21"), some("2030-05-19", GoingReason::Term));
    // Alone, it is as if there was a contact today, until its own two years are over.
    let alone = started(&mut desk, "2026-11-20", about("2062-11-20", "gesprek", Some("Witte Wolk")));
    assert_eq!(going(&desk, alone, "2028-11-01"), some("2028-11-20", GoingReason::TwoYears));
}

#[test]
fn the_entry_that_is_open_goes_the_next_time() {
    let mut desk = Desk::new();
    let open = met(&mut desk, "2026-01-10", Some("Blauwe Reiger"));
    let other = met(&mut desk, "2026-01-10", Some("Blauwe Reiger"));
    leaving(&mut desk, "2026-07-02");
    let over = day("2026-07-09");
    let same = desk.journal.end_terms(TERM, over, Some(open)).expect("ended");
    assert_eq!(same.iter().map(|same| same.entry).collect::<Vec<_>>(), [other]);
    assert!(desk.journal.entry(open).is_ok());
    assert_eq!(ended(&mut desk, "2026-07-09"), [open]);
}

#[test]
fn what_was_erased_is_remembered_until_every_backup_is_done() {
    let mut desk = Desk::new();
    let (one, two) =
        (met(&mut desk, "2026-01-10", Some("Reiger")), met(&mut desk, "2026-01-10", Some("Wolk")));
    let expected = [one, two].map(|entry| Same { entry, seed: 7 });
    leaving(&mut desk, "2026-07-02");
    assert_eq!(desk.journal.forgotten(), Ok(Vec::new()));
    assert_eq!(desk.journal.end_terms(TERM, day("2026-07-09"), None), Ok(expected.to_vec()));
    desk.reopen();
    assert_eq!(desk.journal.forgotten(), Ok(expected.to_vec()));
    let others = [Same { entry: one, seed: 8 }, expected[1]];
    desk.journal.forget_done(&others).expect("done");
    assert_eq!(desk.journal.forgotten(), Ok(vec![expected[0]]));
    desk.journal.forget_done(&expected).expect("done");
    assert_eq!(desk.journal.forgotten(), Ok(Vec::new()));
}

#[test]
fn a_backup_that_is_put_back_gets_its_week_anew() {
    let mut desk = Desk::new();
    let entry = met(&mut desk, "2026-01-10", Some("Blauwe Reiger"));
    leaving(&mut desk, "2026-07-02");
    desk.reopen();
    assert_eq!(ended(&mut desk, "2026-07-03"), []);
    // A backup of this very session is put back, sealed, in a folder of its own.
    let vault = desk.journal.vault_mut();
    let verdict = vault.checker().run().expect("nobody stops it");
    vault.settle(verdict).expect("sound");
    vault.begin_backup(at("2026-07-03T12:00:00Z").to_utc()).expect("it begins");
    let draft = loop {
        if let vault::Copied::Whole(draft) = vault.step_backup(64).expect("a step") {
            break draft;
        }
    };
    let tally = crate::tally(desk.journal.connection()).expect("counted");
    draft.finish(tally, crate::tally, at("2026-07-03T12:00:00Z").to_utc()).expect("made");
    assert_eq!(ended(&mut desk, "2026-07-09"), [entry]);
    let Desk { journal, folder } = desk;
    drop(journal.close().expect("locks"));
    let found = vault::find_backups(&folder.folder().backups());
    let backup = found.first().expect("one");
    let now = at("2026-07-20T12:00:00Z").to_utc();
    vault::restore(folder.folder(), backup, &folder.slots(), &folder.data_key(), crate::tally, now)
        .expect("put back");
    let mut desk = Desk::at(folder);
    assert_eq!(ended(&mut desk, "2026-07-20"), [], "it was announced before, but not here");
    assert_eq!(leaving(&mut desk, "2026-07-20"), [(entry, "2026-07-27".to_owned())]);
    desk.reopen();
    assert_eq!(ended(&mut desk, "2026-07-26"), []);
    desk.reopen();
    assert_eq!(ended(&mut desk, "2026-07-27"), [entry]);
}

#[test]
fn a_crash_is_no_restore() {
    let mut desk = Desk::new();
    let entry = met(&mut desk, "2026-01-10", Some("Blauwe Reiger"));
    leaving(&mut desk, "2026-07-02");
    let mut desk = desk.after_power_cut();
    assert_eq!(ended(&mut desk, "2026-07-08"), []);
    let mut desk = desk.after_power_cut();
    assert_eq!(ended(&mut desk, "2026-07-09"), [entry]);
}

#[test]
fn looking_when_nothing_goes_writes_nothing() {
    let mut desk = Desk::new();
    let entry = met(&mut desk, "2026-01-10", Some("Blauwe Reiger"));
    let before = desk.changes();
    leaving(&mut desk, "2026-02-01");
    ended(&mut desk, "2026-02-01");
    going(&desk, entry, "2026-07-09");
    assert_eq!(desk.changes(), before);
    leaving(&mut desk, "2026-07-03");
    let before = desk.changes();
    leaving(&mut desk, "2026-07-04");
    ended(&mut desk, "2026-07-04");
    assert_eq!(desk.changes(), before);
}

#[test]
fn what_never_had_an_alias_is_asked_about_once_a_year() {
    let mut desk = Desk::new();
    let old = started(&mut desk, "2024-02-29", free_page());
    let next = met(&mut desk, "2024-06-01", None);
    let once = met(&mut desk, "2024-06-02", Some("Blauwe Reiger"));
    let contact = Some(("gesprek".to_owned(), None));
    desk.journal.change_entry(once, day("2024-06-02"), contact).expect("changed");
    let binned = met(&mut desk, "2024-06-03", None);
    desk.journal.delete(binned, at("2024-06-03T17:00:00+01:00")).expect("delete");
    let asked = |desk: &Desk, today: &str| -> Vec<EntryId> {
        desk.journal.yearly(day(today), 50).expect("read").iter().map(|row| row.entry).collect()
    };
    assert_eq!(asked(&desk, "2025-02-27"), [], "nothing in the first year");
    assert_eq!(asked(&desk, "2025-02-28"), [], "a year is over when its day is");
    assert_eq!(asked(&desk, "2025-03-01"), [old]);
    assert_eq!(asked(&desk, "2025-06-30"), [old, next], "the oldest first");
    assert_eq!(desk.journal.yearly(day("2025-06-30"), 1).expect("read").len(), 1);
    desk.journal.keep_another_year(day("2025-06-30")).expect("kept");
    desk.reopen();
    for today in ["2025-06-30", "2025-12-01", "2026-06-29"] {
        assert_eq!(asked(&desk, today), [], "{today}");
    }
    assert_eq!(asked(&desk, "2026-06-30"), [old, next]);
    assert_eq!(asked(&desk, "2025-01-01"), [], "a clock put back makes nobody older");
    desk.journal.keep_another_year(day("2060-01-01")).expect("kept");
    assert_eq!(asked(&desk, "2026-07-01"), [old, next], "a day to come was a wrong clock's");
}
