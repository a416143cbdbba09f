//! Own trials as a window sees them.

use super::*;

const BEHAVIOUR: &str = "Stil zijn na een vraag";

fn starting(behaviour: &str, scale: Scale, better: Better) -> StartOwnTrial {
    StartOwnTrial { behaviour: behaviour.to_owned(), scale, better }
}

fn begin(trial: OwnTrialId, kind: PhaseKind, differently: &str) -> BeginPhase {
    BeginPhase { trial, kind, differently: differently.to_owned() }
}

/// These values, one a day from now on.
fn measured(open: &mut Desk, clock: &FixedClock, trial: OwnTrialId, values: &[u32]) -> OwnTrialView {
    for &value in values {
        clock.advance_days(1);
        open.measure(Measure { trial, value, day: None }).expect("measured");
    }
    open.read_own_trial(OwnTrialRequest { trial }).expect("it is there")
}

#[test]
fn a_trial_of_ten_weeks_says_how_its_phases_lie_apart() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let started = open.start_own_trial(starting(BEHAVIOUR, Scale::Count, Better::Higher)).expect("started");
    assert_eq!(started.row.started_on, Day("2026-03-09".to_owned()));
    assert_eq!((started.scale_open, started.better_open, started.phases.len()), (true, true, 1));
    assert_eq!((started.phases[0].median, started.comparisons.len()), (None, 0));
    let trial = started.row.trial;

    // The values of Parker, Vannest & Davis (2011): NAP 38.5/42, Tau-U 0.738.
    measured(&mut open, &clock, trial, &[20, 20, 26, 25, 22, 23]);
    clock.advance_days(21);
    open.begin_phase(begin(trial, PhaseKind::Trial, "Tot tien tellen")).expect("begun");
    let few = measured(&mut open, &clock, trial, &[28, 25, 24, 27]);
    assert_eq!(few.comparisons.len(), 1);
    assert_eq!(few.comparisons[0].overlap, None, "not before there are five in each");
    let view = measured(&mut open, &clock, trial, &[30, 30, 29]);
    assert_eq!((view.scale_open, view.better_open), (false, false));
    assert_eq!([view.phases[0].median, view.phases[1].median], [Some(22.5), Some(28.0)]);
    let compared = &view.comparisons[0];
    assert_eq!((compared.begin, compared.trial), (view.phases[0].phase, view.phases[1].phase));
    let found = compared.overlap.as_ref().expect("six and seven");
    assert_eq!((found.better, found.worse, found.equal), (38, 3, 1));
    assert!((found.nap - 0.916_666_7).abs() < 1e-7 && (found.tau - 0.833_333_3).abs() < 1e-7);
    assert!((found.tau_corrected - 0.738_095_2).abs() < 1e-7);
    assert_eq!(found.begin_went, Went::Better);
    lock(open);

    clock.advance_days(28);
    let mut open = desk(&vault, &clock);
    assert_eq!(open.read_own_trial(OwnTrialRequest { trial }), Ok(view.clone()));
    let listed = open.list_own_trials(()).expect("a list").trials;
    assert_eq!(listed, [view.row]);
    let ended = open.end_own_trial(EndOwnTrial { trial, ended: true }).expect("ended");
    assert_eq!(ended.row.ended_on, Some(Day("2026-05-10".to_owned())));
}

#[test]
fn which_way_is_better_decides_what_a_comparison_says() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let mut naps = Vec::new();
    for better in [Better::Higher, Better::Lower] {
        let trial =
            open.start_own_trial(starting(BEHAVIOUR, Scale::ZeroToTen, better)).expect("started").row.trial;
        measured(&mut open, &clock, trial, &[3, 4, 2, 4, 5]);
        open.begin_phase(begin(trial, PhaseKind::Trial, "")).expect("begun");
        let view = measured(&mut open, &clock, trial, &[6, 4, 7, 8, 6]);
        naps.push(view.comparisons[0].overlap.as_ref().expect("five and five").nap);
    }
    assert!((naps[0] + naps[1] - 1.0).abs() < 1e-12, "{naps:?}");
    assert!(naps[0] > 0.5);
}

#[test]
fn what_cannot_be_is_told_with_its_reason() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let unusable = starting("twee\nregels", Scale::Count, Better::Higher);
    assert_eq!(open.start_own_trial(unusable).err(), Some(Failure::OwnTrialUnusable));
    let started =
        open.start_own_trial(starting(BEHAVIOUR, Scale::ZeroToTen, Better::Higher)).expect("started");
    let (trial, first) = (started.row.trial, started.phases[0].phase);
    let measure =
        |value, day: Option<&str>| Measure { trial, value, day: day.map(|day| Day(day.to_owned())) };
    assert_eq!(open.measure(measure(11, None)).err(), Some(Failure::ValueOffScale { most: 10 }));
    for day in ["2026-03-08", "2026-03-10"] {
        assert_eq!(open.measure(measure(1, Some(day))).err(), Some(Failure::DayOutOfReach), "{day}");
    }
    assert_eq!(open.measure(measure(1, Some("gisteren"))).err(), Some(Failure::OutOfTurn));
    let kept = open.measure(measure(1, Some("2026-03-09"))).expect("measured");
    assert_eq!(kept.trial.phases[0].measurements[0].measurement, kept.measurement);
    let change = |scale, better| ChangeOwnTrial { trial, behaviour: BEHAVIOUR.to_owned(), scale, better };
    let fixed = |part| Some(Failure::OwnTrialFixed { part });
    let changed = open.change_own_trial(change(Scale::Count, Better::Higher));
    assert_eq!(changed.err(), fixed(OwnTrialPart::Scale));
    assert_eq!(open.erase_phase(PhaseRequest { phase: first }).err(), Some(Failure::PhaseInUse));
    let long = begin(trial, PhaseKind::Trial, &"é".repeat(201));
    assert_eq!(open.begin_phase(long).err(), Some(Failure::OwnTrialUnusable));
    let begun = open.begin_phase(begin(trial, PhaseKind::Trial, "  Tot tien tellen ")).expect("begun");
    assert_eq!(begun.phases[1].differently, "Tot tien tellen");
    let changed = open.change_own_trial(change(Scale::ZeroToTen, Better::Lower));
    assert_eq!(changed.err(), fixed(OwnTrialPart::Better));

    let phase = begun.phases[1].phase;
    let other = ChangePhase { phase, differently: "Tot drie tellen".to_owned() };
    assert_eq!(open.change_phase(other).expect("changed").phases[1].differently, "Tot drie tellen");
    let corrected =
        ChangeMeasurement { measurement: kept.measurement, value: 4, day: Day("2026-03-09".to_owned()) };
    assert_eq!(open.change_measurement(corrected).expect("corrected").phases[0].measurements[0].value, 4);
    assert_eq!(open.erase_phase(PhaseRequest { phase }).expect("taken back").phases.len(), 1);
    open.end_own_trial(EndOwnTrial { trial, ended: true }).expect("ended");
    assert_eq!(open.measure(measure(1, None)).err(), Some(Failure::OwnTrialEnded));
    let erased = open.erase_measurement(MeasurementRequest { measurement: kept.measurement });
    assert_eq!(erased.expect("erased").phases[0].measurements, []);
    open.erase_own_trial(OwnTrialRequest { trial }).expect("erased");
    assert_eq!(open.read_own_trial(OwnTrialRequest { trial }).err(), Some(Failure::OwnTrialGone));
    assert_eq!(open.list_own_trials(()).expect("a list").trials, []);
}

#[test]
fn no_alias_is_in_the_table_of_a_trial() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    open.start_entry(start(5, false)).expect("an entry of the silent beech");
    let behaviour = "Stil zijn als STILLE Beuk praat";
    let trial =
        open.start_own_trial(starting(behaviour, Scale::Count, Better::Higher)).expect("started").row.trial;
    open.begin_phase(begin(trial, PhaseKind::Trial, "Stille beuk niet onderbreken")).expect("begun");
    open.begin_phase(begin(trial, PhaseKind::Begin, "")).expect("begun, and nothing was measured in it");
    measured(&mut open, &clock, trial, &[3]);
    for day in ["2026-03-10", "2026-03-09"] {
        open.measure(Measure { trial, value: 2, day: Some(Day(day.to_owned())) }).expect("measured");
    }
    let table = open.own_trial_table(OwnTrialRequest { trial }).expect("a table");
    let said = Settings { resident_word: ResidentWord::Client, ..open.settings.clone() };
    open.change_settings(said).expect("settings");
    let in_their_words = open.own_trial_table(OwnTrialRequest { trial }).expect("a table");
    assert_eq!(table.behaviour, "Stil zijn als een inwoner praat");
    assert_eq!(in_their_words.behaviour, "Stil zijn als een cliënt praat");
    let rows: Vec<_> =
        table.rows.iter().map(|row| (row.phase, row.kind, row.day.to_string(), row.value)).collect();
    let expected = [(3, "2026-03-09", 2), (3, "2026-03-10", 3), (3, "2026-03-10", 2)]
        .map(|(phase, day, value)| (phase, PhaseKind::Begin, day.to_owned(), value));
    assert_eq!(rows, expected);
    let gone = open.own_trial_table(OwnTrialRequest { trial: OwnTrialId(trial.0 + 1) });
    assert_eq!(gone.err(), Some(Failure::OwnTrialGone));
}

#[test]
fn what_is_done_differently_names_nobody_in_the_table() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    open.start_entry(start(5, false)).expect("an entry of the silent beech");
    let trial =
        open.start_own_trial(starting(BEHAVIOUR, Scale::Count, Better::Higher)).expect("started").row.trial;
    open.begin_phase(begin(trial, PhaseKind::Trial, "Stille beuk niet onderbreken")).expect("begun");
    measured(&mut open, &clock, trial, &[3]);
    let table = open.own_trial_table(OwnTrialRequest { trial }).expect("a table");
    assert_eq!(table.rows[0].differently, "Een inwoner niet onderbreken");
    assert_eq!((table.rows[0].phase, table.rows[0].kind), (2, PhaseKind::Trial));
}
