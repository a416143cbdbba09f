//! Own trials: what can be chosen when, into which phase a day falls, and what is left of what was taken
//! back.

use chrono::NaiveDate;

use super::desk::{Desk, free_page};
use super::erasing::{CANARY, PIECE, places_of};
use crate::{
    Behaviour, Better, Differently, Journal, JournalError, MeasurementId, OwnTrial, OwnTrialId, OwnTrialPart,
    OwnTrialPlan, PhaseId, PhaseKind, Scale,
};

pub(super) fn day(day: &str) -> NaiveDate {
    day.parse().expect("a day")
}

pub(super) fn plan(behaviour: &str, scale: Scale, better: Better) -> OwnTrialPlan {
    OwnTrialPlan { behaviour: Behaviour::parse(behaviour).expect("usable"), scale, better }
}

fn differently(text: &str) -> Differently {
    Differently::parse(text).expect("usable")
}

/// Tot tien tellen, from the first of September.
fn started(desk: &mut Desk) -> OwnTrial {
    let plan = plan("Stil zijn na een vraag", Scale::ZeroToTen, Better::Higher);
    desk.journal.start_own_trial(&plan, day("2026-09-01")).expect("started")
}

/// A value on a day of that autumn, written down on that day.
fn measured(desk: &mut Desk, trial: OwnTrialId, on: &str, value: u32) -> MeasurementId {
    desk.journal.measure(trial, value, day(on), day(on)).expect("measured").0
}

fn begun(desk: &mut Desk, trial: OwnTrialId, kind: PhaseKind, on: &str) -> PhaseId {
    let now = desk.journal.begin_phase(trial, kind, &differently(""), day(on)).expect("begun");
    now.phases.last().expect("it is there").id
}

/// The days and values of each phase.
fn shape(trial: &OwnTrial) -> Vec<Vec<(String, u32)>> {
    let phases = trial.phases.iter();
    phases
        .map(|phase| phase.measurements.iter().map(|one| (one.day.to_string(), one.value)).collect())
        .collect()
}

fn of(measurements: &[(&str, u32)]) -> Vec<(String, u32)> {
    measurements.iter().map(|(day, value)| ((*day).to_owned(), *value)).collect()
}

#[test]
fn a_trial_begins_with_a_begin_phase_and_is_read_back() {
    let mut desk = Desk::new();
    let trial = started(&mut desk);
    assert_eq!(trial.phases.len(), 1);
    assert_eq!((trial.phases[0].kind, trial.phases[0].began_on), (PhaseKind::Begin, day("2026-09-01")));
    assert_eq!((trial.row.measured_on, trial.row.ended_on), (None, None));
    let id = trial.row.id;
    measured(&mut desk, id, "2026-09-02", 3);
    begun(&mut desk, id, PhaseKind::Trial, "2026-09-20");
    measured(&mut desk, id, "2026-09-21", 8);
    let before = desk.journal.own_trial(id).expect("read");
    desk.reopen();
    assert_eq!(desk.journal.own_trial(id), Ok(before.clone()));
    assert_eq!(shape(&before), [of(&[("2026-09-02", 3)]), of(&[("2026-09-21", 8)])]);
    assert_eq!(desk.journal.own_trials(), Ok(vec![before.row.clone()]));
    assert_eq!((before.row.phase, before.row.measured_on), (PhaseKind::Trial, Some(day("2026-09-21"))));
    let cut = desk.after_power_cut();
    assert_eq!(cut.journal.own_trial(id), Ok(before));
}

#[test]
fn the_scale_is_fixed_by_the_first_value() {
    let mut desk = Desk::new();
    let id = started(&mut desk).row.id;
    let counted = plan("Stil zijn na een vraag", Scale::Count, Better::Higher);
    let now = desk.journal.change_own_trial(id, &counted).expect("nothing stands there yet");
    assert!(now.scale_is_open());
    let first = measured(&mut desk, id, "2026-09-02", 40);
    let judged = plan("Stil zijn na een vraag", Scale::ZeroToTen, Better::Higher);
    let fixed = Err(JournalError::OwnTrialFixed { part: OwnTrialPart::Scale });
    assert_eq!(desk.journal.change_own_trial(id, &judged), fixed);
    assert!(!desk.journal.own_trial(id).expect("read").scale_is_open());
    // Other words, and the other direction, are still free.
    let renamed = plan("Wachten", Scale::Count, Better::Lower);
    assert_eq!(desk.journal.change_own_trial(id, &renamed).expect("changed").row.plan, renamed);
    desk.journal.erase_measurement(first).expect("erased");
    assert!(desk.journal.change_own_trial(id, &judged).expect("free again").scale_is_open());
}

#[test]
fn the_direction_is_fixed_by_the_first_trial_phase() {
    let mut desk = Desk::new();
    let id = started(&mut desk).row.id;
    let lower = plan("Stil zijn na een vraag", Scale::ZeroToTen, Better::Lower);
    let higher = plan("Stil zijn na een vraag", Scale::ZeroToTen, Better::Higher);
    measured(&mut desk, id, "2026-09-02", 4);
    assert!(desk.journal.change_own_trial(id, &lower).expect("nobody knows the outcome").better_is_open());
    begun(&mut desk, id, PhaseKind::Begin, "2026-09-03");
    assert!(desk.journal.change_own_trial(id, &higher).expect("still nobody does").better_is_open());
    let phase = begun(&mut desk, id, PhaseKind::Trial, "2026-09-10");
    let fixed = Err(JournalError::OwnTrialFixed { part: OwnTrialPart::Better });
    assert_eq!(desk.journal.change_own_trial(id, &lower), fixed);
    let value = measured(&mut desk, id, "2026-09-11", 9);
    assert_eq!(desk.journal.erase_phase(phase), Err(JournalError::PhaseInUse));
    assert_eq!(desk.journal.change_own_trial(id, &lower), fixed);
    desk.journal.erase_measurement(value).expect("erased");
    desk.journal.erase_phase(phase).expect("taken back");
    assert_eq!(desk.journal.change_own_trial(id, &lower).expect("free again").row.plan.better, Better::Lower);
}

#[test]
fn a_day_falls_in_the_last_phase_that_had_begun() {
    let mut desk = Desk::new();
    let id = started(&mut desk).row.id;
    let today = day("2026-10-31");
    let morning = measured(&mut desk, id, "2026-09-20", 2);
    begun(&mut desk, id, PhaseKind::Trial, "2026-09-20");
    measured(&mut desk, id, "2026-09-20", 7);
    for (on, value) in [("2026-09-30", 9), ("2026-09-01", 1), ("2026-09-19", 3)] {
        desk.journal.measure(id, value, day(on), today).expect("measured");
    }
    let now = desk.journal.own_trial(id).expect("read");
    let begin = of(&[("2026-09-01", 1), ("2026-09-19", 3), ("2026-09-20", 2)]);
    let trial = of(&[("2026-09-20", 7), ("2026-09-30", 9)]);
    assert_eq!(shape(&now), [begin.clone(), trial], "in the order of time");
    for (on, today) in
        [("2026-08-31", "2026-10-31"), ("2026-11-01", "2026-10-31"), ("2026-09-05", "2026-09-04")]
    {
        let refused = desk.journal.measure(id, 1, day(on), day(today));
        assert_eq!(refused.err(), Some(JournalError::DayOutOfReach), "{on}");
    }
    // Another value leaves it where it was; another day does not.
    let now = desk.journal.change_measurement(morning, 4, day("2026-09-20"), today).expect("corrected");
    assert_eq!(shape(&now)[0][2], ("2026-09-20".to_owned(), 4));
    let now = desk.journal.change_measurement(morning, 4, day("2026-09-21"), today).expect("moved");
    assert_eq!(
        shape(&now),
        [begin[..2].to_vec(), of(&[("2026-09-20", 7), ("2026-09-21", 4), ("2026-09-30", 9)])]
    );
    let now = desk.journal.change_measurement(morning, 4, day("2026-09-20"), today).expect("moved");
    assert_eq!(shape(&now)[0].len(), 2, "on the day on which a phase began, in the later one");
    let refused = desk.journal.change_measurement(morning, 4, day("2026-08-01"), today);
    assert_eq!(refused, Err(JournalError::DayOutOfReach));
}

#[test]
fn a_value_is_on_its_scale() {
    let mut desk = Desk::new();
    let id = started(&mut desk).row.id;
    let on = day("2026-09-02");
    assert_eq!(desk.journal.measure(id, 11, on, on).err(), Some(JournalError::ValueOffScale { most: 10 }));
    let ten = measured(&mut desk, id, "2026-09-02", 10);
    assert_eq!(
        desk.journal.change_measurement(ten, 11, on, on),
        Err(JournalError::ValueOffScale { most: 10 })
    );
    let counted = plan("Doorvragen", Scale::Count, Better::Higher);
    let counted = desk.journal.start_own_trial(&counted, on).expect("started").row.id;
    measured(&mut desk, counted, "2026-09-02", 999);
    assert_eq!(
        desk.journal.measure(counted, 1_000, on, on).err(),
        Some(JournalError::ValueOffScale { most: 999 })
    );
}

#[test]
fn each_trial_phase_stands_beside_the_last_begin_phase_before_it() {
    let mut desk = Desk::new();
    let trial = started(&mut desk);
    let (id, first) = (trial.row.id, trial.phases[0].id);
    assert_eq!(trial.comparisons().count(), 0);
    let tried = begun(&mut desk, id, PhaseKind::Trial, "2026-09-10");
    let again = begun(&mut desk, id, PhaseKind::Trial, "2026-09-20");
    begun(&mut desk, id, PhaseKind::Begin, "2026-09-30");
    let back = begun(&mut desk, id, PhaseKind::Begin, "2026-10-10");
    let last = begun(&mut desk, id, PhaseKind::Trial, "2026-10-20");
    let now = desk.journal.own_trial(id).expect("read");
    let compared: Vec<_> = now.comparisons().map(|(begin, trial)| (begin.id, trial.id)).collect();
    assert_eq!(compared, [(first, tried), (first, again), (back, last)]);
}

#[test]
fn only_the_last_phase_can_be_taken_back_and_the_first_never() {
    let mut desk = Desk::new();
    let trial = started(&mut desk);
    let (id, first) = (trial.row.id, trial.phases[0].id);
    assert_eq!(desk.journal.erase_phase(first), Err(JournalError::PhaseInUse));
    let second = begun(&mut desk, id, PhaseKind::Trial, "2026-09-10");
    let third = begun(&mut desk, id, PhaseKind::Begin, "2026-09-20");
    assert_eq!(desk.journal.erase_phase(second), Err(JournalError::PhaseInUse), "not the last one");
    assert_eq!(desk.journal.erase_phase(third).expect("taken back").phases.len(), 2);
    assert_eq!(desk.journal.erase_phase(third), Err(JournalError::OwnTrialGone));
    let fourth = begun(&mut desk, id, PhaseKind::Begin, "2026-09-20");
    assert!(fourth > third, "no number comes back");
    let said = differently("Eerst tot tien tellen");
    let now = desk.journal.change_phase(second, &said).expect("changed");
    assert_eq!(now.phases[1].differently, said);
}

#[test]
fn an_ended_trial_takes_nothing_new_and_can_go_on() {
    let mut desk = Desk::new();
    let id = started(&mut desk).row.id;
    let (wrong, twice) = (measured(&mut desk, id, "2026-09-02", 3), measured(&mut desk, id, "2026-09-02", 3));
    let now = desk.journal.end_own_trial(id, Some(day("2026-09-30"))).expect("ended");
    assert_eq!(now.row.ended_on, Some(day("2026-09-30")));
    let again = desk.journal.end_own_trial(id, Some(day("2026-10-30"))).expect("passed over");
    assert_eq!(again.row.ended_on, Some(day("2026-09-30")), "it keeps its day");
    let on = day("2026-10-01");
    assert_eq!(desk.journal.measure(id, 3, on, on).err(), Some(JournalError::OwnTrialEnded));
    let refused = desk.journal.begin_phase(id, PhaseKind::Trial, &differently(""), on);
    assert_eq!(refused, Err(JournalError::OwnTrialEnded));
    desk.journal.change_measurement(wrong, 4, day("2026-09-02"), on).expect("corrected");
    let now = desk.journal.erase_measurement(twice).expect("erased");
    assert_eq!(shape(&now), [of(&[("2026-09-02", 4)])]);
    assert_eq!(desk.journal.end_own_trial(id, None).expect("it goes on").row.ended_on, None);
    measured(&mut desk, id, "2026-10-01", 5);
}

#[test]
fn those_that_run_come_first_and_the_latest_first() {
    let mut desk = Desk::new();
    let ids: Vec<OwnTrialId> = (0..4).map(|_| started(&mut desk).row.id).collect();
    desk.journal.end_own_trial(ids[0], Some(day("2026-09-20"))).expect("ended");
    desk.journal.end_own_trial(ids[3], Some(day("2026-09-10"))).expect("ended");
    let listed: Vec<_> = desk.journal.own_trials().expect("a list").into_iter().map(|row| row.id).collect();
    assert_eq!(listed, [ids[2], ids[1], ids[0], ids[3]]);
}

#[test]
fn a_clock_that_was_put_back_turns_nothing_around() {
    let mut desk = Desk::new();
    let id = started(&mut desk).row.id;
    begun(&mut desk, id, PhaseKind::Trial, "2026-09-10");
    begun(&mut desk, id, PhaseKind::Begin, "2026-08-01");
    let now = desk.journal.own_trial(id).expect("read");
    let days: Vec<String> = now.phases.iter().map(|phase| phase.began_on.to_string()).collect();
    assert_eq!(days, ["2026-09-01", "2026-09-10", "2026-09-10"]);
    let today = day("2026-08-01");
    assert_eq!(desk.journal.measure(id, 3, today, today).err(), Some(JournalError::DayOutOfReach));
    let ended = desk.journal.end_own_trial(id, Some(today)).expect("ended");
    assert_eq!(ended.row.ended_on, Some(day("2026-09-01")));
}

#[test]
fn what_is_gone_is_said() {
    let mut desk = Desk::new();
    let (id, on) = (started(&mut desk).row.id, day("2026-09-02"));
    let (phase, value) =
        (begun(&mut desk, id, PhaseKind::Trial, "2026-09-02"), measured(&mut desk, id, "2026-09-02", 1));
    desk.journal.erase_own_trial(id).expect("erased");
    let gone = Some(JournalError::OwnTrialGone);
    let plan = plan("Iets", Scale::Count, Better::Lower);
    assert_eq!(desk.journal.own_trials(), Ok(Vec::new()));
    assert_eq!(desk.journal.own_trial(id).err(), gone);
    assert_eq!(desk.journal.change_own_trial(id, &plan).err(), gone);
    assert_eq!(desk.journal.begin_phase(id, PhaseKind::Trial, &differently(""), on).err(), gone);
    assert_eq!(desk.journal.change_phase(phase, &differently("x")).err(), gone);
    assert_eq!(desk.journal.erase_phase(phase).err(), gone);
    assert_eq!(desk.journal.measure(id, 1, on, on).err(), gone);
    assert_eq!(desk.journal.change_measurement(value, 1, on, on).err(), gone);
    assert_eq!(desk.journal.erase_measurement(value).err(), gone);
    assert_eq!(desk.journal.end_own_trial(id, Some(on)).err(), gone);
    assert_eq!(desk.journal.erase_own_trial(id).err(), gone);
    assert!(started(&mut desk).row.id > id, "no number comes back");
    assert_eq!((desk.count("trial_phase"), desk.count("measurement")), (1, 0));
}

#[test]
fn in_a_journal_that_is_only_read_a_trial_is_read_and_stays() {
    let mut desk = Desk::new();
    let id = started(&mut desk).row.id;
    let phase = begun(&mut desk, id, PhaseKind::Trial, "2026-09-02");
    let value = measured(&mut desk, id, "2026-09-02", 1);
    let known = desk.journal.own_trial(id).expect("read");
    let (plan, on) = (known.row.plan.clone(), day("2026-09-03"));
    let Desk { journal, folder } = desk;
    drop(journal.close().expect("locks"));
    let vault = vault::Vault::at(folder.folder().clone()).unlock_to_read(folder.data_key());
    let mut journal = Journal::open_to_read(vault.expect("it opens")).expect("a journal");
    let refused = Some(JournalError::OnlyReading);
    assert_eq!(journal.start_own_trial(&plan, on).err(), refused);
    assert_eq!(journal.change_own_trial(id, &plan).err(), refused);
    assert_eq!(journal.begin_phase(id, PhaseKind::Begin, &differently(""), on).err(), refused);
    assert_eq!(journal.change_phase(phase, &differently("x")).err(), refused);
    assert_eq!(journal.erase_phase(phase).err(), refused);
    assert_eq!(journal.measure(id, 1, on, on).err(), refused);
    assert_eq!(journal.change_measurement(value, 2, on, on).err(), refused);
    assert_eq!(journal.erase_measurement(value).err(), refused);
    assert_eq!(journal.end_own_trial(id, Some(on)).err(), refused);
    assert_eq!(journal.erase_own_trial(id).err(), refused);
    assert_eq!(journal.own_trial(id), Ok(known));
}

#[test]
fn a_trial_knows_nothing_of_an_entry() {
    let desk = Desk::new();
    let all = |sql: &str| -> Vec<String> {
        let mut read = desk.journal.connection().prepare(sql).expect("prepare");
        let rows = read.query_map([], |row| row.get(0)).expect("query");
        rows.collect::<Result<_, _>>().expect("texts")
    };
    let columns = |table: &str| all(&format!("SELECT name FROM pragma_table_info('{table}')"));
    let points = |table: &str| all(&format!("SELECT \"table\" FROM pragma_foreign_key_list('{table}')"));
    assert_eq!(columns("own_trial"), ["id", "behaviour", "scale", "better", "started_on", "ended_on"]);
    assert_eq!(columns("trial_phase"), ["id", "trial", "kind", "began_on", "differently"]);
    assert_eq!(columns("measurement"), ["id", "phase", "day", "value"]);
    assert_eq!(points("own_trial"), [""; 0]);
    assert_eq!(
        (points("trial_phase"), points("measurement")),
        (vec!["own_trial".to_owned()], vec!["trial_phase".to_owned()])
    );
}

/// A journal with something else in it, and a trial that says the canary in both its places.
fn singing() -> (Desk, OwnTrialId, PhaseId) {
    let mut desk = Desk::new();
    for number in 0..40 {
        desk.write(free_page(), &format!("gewone woorden {number}"));
    }
    let said = format!("Wachten op {CANARY}");
    let id = desk.journal.start_own_trial(&plan(&said, Scale::Count, Better::Higher), day("2026-09-01"));
    let id = id.expect("started").row.id;
    let said = differently(&said);
    let now = desk.journal.begin_phase(id, PhaseKind::Trial, &said, day("2026-09-02")).expect("begun");
    let phase = now.phases[1].id;
    let places = places_of(&mut desk, PIECE.as_bytes());
    for place in ["own_trial,", "trial_phase,", "page "] {
        assert!(places.iter().any(|found| found.starts_with(place)), "{place} in {places:?}");
    }
    (desk, id, phase)
}

#[track_caller]
fn silent(mut desk: Desk) {
    assert_eq!(places_of(&mut desk, PIECE.as_bytes()), Vec::<String>::new());
    let log = desk.folder.path().join("journal.db-wal");
    assert_eq!(std::fs::metadata(&log).expect("the log is there").len(), 0, "nothing lives on in the log");
    desk.reopen();
    assert_eq!(places_of(&mut desk, PIECE.as_bytes()), Vec::<String>::new());
}

#[test]
fn what_a_trial_said_before_is_nowhere() {
    let (mut changed, id, phase) = singing();
    changed.journal.change_own_trial(id, &plan("Wachten", Scale::Count, Better::Higher)).expect("changed");
    changed.journal.change_phase(phase, &differently("")).expect("changed");
    silent(changed);

    let (mut back, id, phase) = singing();
    back.journal.erase_phase(phase).expect("taken back");
    back.journal.change_own_trial(id, &plan("Wachten", Scale::Count, Better::Lower)).expect("changed");
    silent(back);

    let (mut erased, id, _) = singing();
    erased.journal.erase_own_trial(id).expect("erased");
    silent(erased);
}

#[test]
fn what_changes_nothing_writes_nothing() {
    let mut desk = Desk::new();
    let id = started(&mut desk).row.id;
    let phase = begun(&mut desk, id, PhaseKind::Trial, "2026-09-02");
    let value = measured(&mut desk, id, "2026-09-02", 5);
    let (known, on, before) = (desk.journal.own_trial(id).expect("read"), day("2026-09-02"), desk.changes());
    assert_eq!(desk.journal.change_own_trial(id, &known.row.plan), Ok(known.clone()));
    assert_eq!(desk.journal.change_phase(phase, &differently(" ")), Ok(known.clone()));
    assert_eq!(desk.journal.change_measurement(value, 5, on, on), Ok(known.clone()));
    assert_eq!(desk.journal.end_own_trial(id, None), Ok(known));
    assert_eq!(desk.changes(), before);
}
