//! Any life of an own trial, against a plain reading of the rules.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::desk::Desk;
use super::own_trials::{day, plan};
use crate::{
    Better, Differently, JournalError, MeasurementId, OwnTrial, OwnTrialId, OwnTrialPart, PhaseId, PhaseKind,
    Scale,
};

const WORDS: &str = "Wachten tot iemand uit zichzelf verdergaat";

#[derive(Debug, Clone, Copy)]
enum Step {
    /// So many days pass; the clock can be put back.
    Days(i64),
    Change(Scale, Better),
    Begin(PhaseKind),
    ErasePhase(usize),
    /// A value, and so many days ago.
    Measure(u32, i64),
    Correct(usize, u32, i64),
    EraseMeasurement(usize),
    End(bool),
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    let place = || 0..12_usize;
    let scale = || prop::sample::select(vec![Scale::ZeroToTen, Scale::Count]);
    let better = || prop::sample::select(vec![Better::Higher, Better::Lower]);
    let kind = || prop::sample::select(vec![PhaseKind::Begin, PhaseKind::Trial]);
    let value = || prop_oneof![8 => 0..=10_u32, 1 => Just(11_u32), 1 => Just(999_u32), 1 => Just(1_000_u32)];
    let ago = || prop_oneof![4 => Just(0_i64), 4 => 1..12_i64, 1 => -2..60_i64];
    prop_oneof![
        4 => (0..10_i64).prop_map(Step::Days),
        1 => (-9..0_i64).prop_map(Step::Days),
        3 => (scale(), better()).prop_map(|(scale, better)| Step::Change(scale, better)),
        4 => kind().prop_map(Step::Begin),
        3 => place().prop_map(Step::ErasePhase),
        8 => (value(), ago()).prop_map(|(value, ago)| Step::Measure(value, ago)),
        4 => (place(), value(), ago()).prop_map(|(place, value, ago)| Step::Correct(place, value, ago)),
        3 => place().prop_map(Step::EraseMeasurement),
        2 => any::<bool>().prop_map(Step::End),
        1 => Just(Step::Reopen),
    ]
}

#[derive(Debug, Clone, PartialEq)]
struct ModelPhase {
    id: PhaseId,
    kind: PhaseKind,
    began_on: NaiveDate,
}

#[derive(Debug, Clone, PartialEq)]
struct ModelValue {
    id: MeasurementId,
    phase: PhaseId,
    day: NaiveDate,
    value: u32,
}

/// The rules, without any cleverness.
#[derive(Debug)]
struct Model {
    trial: OwnTrialId,
    today: NaiveDate,
    scale: Scale,
    better: Better,
    started_on: NaiveDate,
    ended_on: Option<NaiveDate>,
    phases: Vec<ModelPhase>,
    values: Vec<ModelValue>,
}

impl Model {
    /// Why this could not be chosen any more.
    fn fixed(&self, scale: Scale, better: Better) -> Option<OwnTrialPart> {
        if scale != self.scale && !self.values.is_empty() {
            return Some(OwnTrialPart::Scale);
        }
        let tried = self.phases.iter().any(|phase| phase.kind == PhaseKind::Trial);
        (better != self.better && tried).then_some(OwnTrialPart::Better)
    }

    fn on_scale(&self, value: u32) -> Result<(), JournalError> {
        let most = if self.scale == Scale::Count { 999 } else { 10 };
        if value > most { Err(JournalError::ValueOffScale { most }) } else { Ok(()) }
    }

    /// Into which phase a day falls.
    fn phase_on(&self, day: NaiveDate) -> Result<PhaseId, JournalError> {
        let mut found = None;
        for phase in &self.phases {
            if phase.began_on <= day && day <= self.today {
                found = Some(phase.id);
            }
        }
        found.ok_or(JournalError::DayOutOfReach)
    }

    fn can_erase(&self, phase: PhaseId) -> bool {
        let is_last = self.phases.last().is_some_and(|last| last.id == phase);
        is_last && self.phases.len() > 1 && self.values.iter().all(|value| value.phase != phase)
    }

    /// What a reader would see.
    fn shows(&self, found: &OwnTrial) {
        let row = &found.row;
        assert_eq!((row.plan.scale, row.plan.better), (self.scale, self.better));
        assert_eq!((row.started_on, row.ended_on), (self.started_on, self.ended_on));
        assert_eq!(row.measured_on, self.values.iter().map(|value| value.day).max());
        assert_eq!(Some(row.phase), self.phases.last().map(|phase| phase.kind));
        assert_eq!(found.phases[0].kind, PhaseKind::Begin);
        let phases: Vec<ModelPhase> = found
            .phases
            .iter()
            .map(|phase| ModelPhase { id: phase.id, kind: phase.kind, began_on: phase.began_on })
            .collect();
        assert_eq!(phases, self.phases);
        for phase in &found.phases {
            let values: Vec<ModelValue> = phase
                .measurements
                .iter()
                .map(|one| ModelValue { id: one.id, phase: phase.id, day: one.day, value: one.value })
                .collect();
            let mut expected: Vec<ModelValue> =
                self.values.iter().filter(|value| value.phase == phase.id).cloned().collect();
            expected.sort_by_key(|value| (value.day, value.id));
            assert_eq!(values, expected);
        }
        assert_eq!(found.scale_is_open(), self.values.is_empty());
        assert_eq!(found.better_is_open(), self.phases.iter().all(|phase| phase.kind == PhaseKind::Begin));
        let mut begin = None;
        let mut compared = Vec::new();
        for phase in &self.phases {
            match phase.kind {
                PhaseKind::Begin => begin = Some(phase.id),
                PhaseKind::Trial => compared.push((begin.expect("the first is one"), phase.id)),
            }
        }
        let found: Vec<_> = found.comparisons().map(|(begin, trial)| (begin.id, trial.id)).collect();
        assert_eq!(found, compared);
    }
}

fn before(today: NaiveDate, days: i64) -> NaiveDate {
    let by = Days::new(days.unsigned_abs());
    let day = if days < 0 { today.checked_add_days(by) } else { today.checked_sub_days(by) };
    day.expect("within the calendar")
}

/// Takes a step in both. What the rules refuse must be refused.
fn take(desk: &mut Desk, model: &mut Model, step: Step) {
    let (trial, today) = (model.trial, model.today);
    match step {
        Step::Days(days) => model.today = before(today, -days),
        Step::Change(scale, better) => {
            let changed = desk.journal.change_own_trial(trial, &plan(WORDS, scale, better));
            if let Some(part) = model.fixed(scale, better) {
                assert_eq!(changed.err(), Some(JournalError::OwnTrialFixed { part }));
            } else {
                changed.expect("it is open");
                (model.scale, model.better) = (scale, better);
            }
        }
        Step::Begin(kind) => {
            let begun = desk.journal.begin_phase(trial, kind, &Differently::nothing(), today);
            if model.ended_on.is_some() {
                assert_eq!(begun.err(), Some(JournalError::OwnTrialEnded));
                return;
            }
            let id = begun.expect("it runs").phases.last().expect("a phase").id;
            let began_on = model.phases.last().expect("a phase").began_on.max(today);
            model.phases.push(ModelPhase { id, kind, began_on });
        }
        Step::ErasePhase(place) => {
            let phase = model.phases[place % model.phases.len()].id;
            let erased = desk.journal.erase_phase(phase);
            if model.can_erase(phase) {
                erased.expect("nothing is in it");
                model.phases.pop();
            } else {
                assert_eq!(erased.err(), Some(JournalError::PhaseInUse));
            }
        }
        Step::Measure(value, ago) => {
            let day = before(today, ago);
            let measured = desk.journal.measure(trial, value, day, today);
            let falls_in = match model.ended_on {
                Some(_) => Err(JournalError::OwnTrialEnded),
                None => model.on_scale(value).and_then(|()| model.phase_on(day)),
            };
            match falls_in {
                Ok(phase) => {
                    let id = measured.expect("it can be").0;
                    model.values.push(ModelValue { id, phase, day, value });
                }
                Err(error) => assert_eq!(measured.err(), Some(error)),
            }
        }
        Step::Correct(place, value, ago) => {
            let Some(known) = place.checked_rem(model.values.len()).map(|at| model.values[at].clone()) else {
                return;
            };
            let day = before(today, ago);
            let corrected = desk.journal.change_measurement(known.id, value, day, today);
            // Where only the value is corrected, it stays where it was.
            let phase = if day == known.day { Ok(known.phase) } else { model.phase_on(day) };
            match model.on_scale(value).and(phase) {
                Ok(phase) => {
                    corrected.expect("it can be");
                    let at = model.values.iter().position(|one| one.id == known.id).expect("it is there");
                    model.values[at] = ModelValue { id: known.id, phase, day, value };
                }
                Err(error) => assert_eq!(corrected.err(), Some(error)),
            }
        }
        Step::EraseMeasurement(place) => {
            let Some(at) = place.checked_rem(model.values.len()) else { return };
            let erased = model.values.remove(at);
            desk.journal.erase_measurement(erased.id).expect("it is there");
        }
        Step::End(ends) => {
            desk.journal.end_own_trial(trial, ends.then_some(today)).expect("it is there");
            if ends != model.ended_on.is_some() {
                model.ended_on = ends.then(|| today.max(model.started_on));
            }
        }
        Step::Reopen => desk.reopen(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_life_of_a_trial_is_the_one_the_rules_tell(steps in prop::collection::vec(step(), 1..60)) {
        let mut desk = Desk::new();
        // Another one, whose values must never be mixed in.
        let other = plan("Doorvragen", Scale::Count, Better::Lower);
        let other = desk.journal.start_own_trial(&other, day("2026-08-01")).expect("started").row.id;
        let (_, beside) = desk.journal.measure(other, 7, day("2026-08-01"), day("2026-09-01")).expect("measured");
        let today = day("2026-09-01");
        let (scale, better) = (Scale::ZeroToTen, Better::Higher);
        let trial = desk.journal.start_own_trial(&plan(WORDS, scale, better), today).expect("started");
        let first = ModelPhase { id: trial.phases[0].id, kind: PhaseKind::Begin, began_on: today };
        let (trial, phases, values) = (trial.row.id, vec![first], vec![]);
        let mut model =
            Model { trial, today, scale, better, started_on: today, ended_on: None, phases, values };
        for step in steps {
            take(&mut desk, &mut model, step);
            model.shows(&desk.journal.own_trial(trial).expect("read"));
        }
        prop_assert_eq!(desk.journal.own_trial(other), Ok(beside));
    }
}
