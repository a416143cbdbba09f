//! How long entries live, as a window sees it; and the term that the organisation shortens.

use chrono::Days;

use super::*;

fn leaving(desk: &mut Desk) -> Vec<(EntryId, String)> {
    let list = desk.list_leaving(()).expect("a list");
    list.rows.into_iter().map(|row| (row.row.entry, row.going.day.0)).collect()
}

fn day_after(day: &str, days: u64) -> String {
    (day.parse::<chrono::NaiveDate>().expect("a day") + Days::new(days)).to_string()
}

const CONTACT: &str = "2026-03-09";

#[test]
fn what_goes_is_shown_for_a_week_and_is_gone_then() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let view = open.start_entry(start(5, false)).expect("an entry");
    let going = Going { day: Day(day_after(CONTACT, 180)), why: GoingReason::Term };
    assert_eq!(view.going, Some(going));
    assert_eq!(view.status, EntryStatus { shown_on: None, carried_out_on: None });
    open.in_hand = None;

    clock.advance_days(172);
    assert_eq!(leaving(&mut open), [], "eight days before");
    clock.advance_days(30);
    // Nobody was there for weeks: housekeeping alone shows nothing and takes nothing.
    assert_eq!(open.end_terms(), Ok(false));
    assert_eq!(leaving(&mut open), [(view.entry, day_after(CONTACT, 172 + 30 + 7))]);
    clock.advance_days(6);
    assert_eq!(open.end_terms(), Ok(false));
    clock.advance_days(1);
    assert_eq!(open.end_terms(), Ok(true));
    assert_eq!(leaving(&mut open), []);
    assert_eq!(open.list_entries(ListEntries { after: None }).expect("a list").rows, []);
    assert_eq!(open.forgotten().expect("a list").len(), 1, "the backups are still to be done");
}

#[test]
fn what_is_on_the_screen_goes_another_time() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let view = open.start_entry(start(5, false)).expect("an entry");
    clock.advance_days(175);
    assert_eq!(leaving(&mut open).len(), 1);
    clock.advance_days(30);
    read(&mut open, &view);
    assert_eq!(open.end_terms(), Ok(false), "it is open");
    let other = open.start_entry(free_page());
    other.expect("another entry");
    assert_eq!(open.end_terms(), Ok(true), "it is not any more");
}

#[test]
fn the_shorter_of_two_terms_holds() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let view = open.start_entry(start(5, false)).expect("an entry");
    let goes = |open: &mut Desk| read(open, &view).going.expect("a term").day.0;
    let keep = |open: &mut Desk, days| {
        let settings = Settings { keep_days: KeepDays(days), ..open.settings.clone() };
        open.change_settings(settings).map(|changed| changed.settings.keep_days)
    };
    assert_eq!(keep(&mut open, 90), Ok(KeepDays(90)));
    assert_eq!(goes(&mut open), day_after(CONTACT, 90));
    for days in [0, 29, 31, 181, 36_500] {
        assert_eq!(keep(&mut open, days), Err(Failure::SettingOutOfBounds), "{days}");
    }
    super::packs::add(&mut open, super::packs::HOUSE);
    assert_eq!(goes(&mut open), day_after(CONTACT, 45));
    assert_eq!(keep(&mut open, 30), Ok(KeepDays(30)));
    assert_eq!(goes(&mut open), day_after(CONTACT, 30));
    lock(open);

    let mut open = desk(&vault, &clock);
    assert_eq!(open.settings.keep_days, KeepDays(30), "it is kept");
    let settings = Settings { resident_word: ResidentWord::Klant, ..open.settings.clone() };
    open.settings = settings;
    assert_eq!(open.house_rules().safety.as_deref(), Some("Bel het team van de klant."));
    assert_eq!(open.opened().expect("the first screen").house_rules, open.house_rules());
}

#[test]
fn in_a_journal_that_is_only_read_nothing_is_announced_and_nothing_asked() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    open.start_entry(start(5, false)).expect("an entry");
    lock(open);
    clock.advance_days(400);

    let locked = vault::Vault::at(vault.folder().clone());
    let unlocked = locked.unlock_to_read(vault.data_key()).map_err(|(_, error)| error);
    let store = Store::open_to_read(unlocked.expect("it opens")).expect("it can be read");
    let mut reading = desk_over(store, &vault, &clock);
    reading.only_reading = Some(OnlyReading::Asked);
    assert_eq!(leaving(&mut reading), []);
    assert_eq!(reading.yearly_question(()), Ok(YearlyQuestion { rows: vec![], more: false }));
    drop(reading);

    let mut open = desk(&vault, &clock);
    assert_eq!(open.end_terms(), Ok(false), "nothing was announced");
    assert_eq!(leaving(&mut open).len(), 1);
}

#[test]
fn once_a_year_what_has_no_term_is_asked_about() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    for _ in 0..52 {
        open.start_entry(free_page()).expect("an entry");
    }
    let asked = |open: &mut Desk| {
        let question = open.yearly_question(()).expect("a list");
        (question.rows.len(), question.more)
    };
    assert_eq!(asked(&mut open), (0, false));
    clock.advance_days(367);
    assert_eq!(asked(&mut open), (50, true));
    open.keep_another_year(()).expect("kept");
    assert_eq!(asked(&mut open), (0, false));
    clock.advance_days(367);
    assert_eq!(asked(&mut open), (50, true));
}

#[test]
fn what_was_shown_says_so_from_then_on() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let view = open.start_entry(start(5, false)).expect("an entry");
    let shown = open.mark_shown(EntryRequest { entry: view.entry }).expect("shown");
    assert_eq!(shown.status.shown_on, Some(Day(CONTACT.to_owned())));
    assert_eq!(read(&mut open, &view), shown);
}
