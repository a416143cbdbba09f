//! Own trials of the writer's own behaviour: what the store keeps, with what its phases say side by side.

use ::journal::{
    Behaviour, Better as DirectionThere, Differently, Measurement, MeasurementId as ValueThere, OwnTrial,
    OwnTrialId as TrialThere, OwnTrialPlan, OwnTrialRow as RowThere, Phase, PhaseId as PhaseThere,
    PhaseKind as KindThere, Scale as ScaleThere,
};
use chrono::NaiveDate;
use contract::*;
use overlap::Overlap;

use crate::{
    failure::journal_failure,
    journal::desk::Desk,
    own_trial_table::{OwnTrialTable, Row},
    wire,
};

impl Desk {
    pub fn list_own_trials(&mut self, (): ()) -> Result<OwnTrialList, Failure> {
        let trials = self.store.own_trials().map_err(|error| journal_failure(&error))?;
        Ok(OwnTrialList { trials: trials.iter().map(row).collect() })
    }

    pub fn start_own_trial(&mut self, request: StartOwnTrial) -> Result<OwnTrialView, Failure> {
        let plan = plan(&request.behaviour, request.scale, request.better)?;
        shown(self.store.start_own_trial(&plan, self.today()))
    }

    pub fn read_own_trial(&mut self, request: OwnTrialRequest) -> Result<OwnTrialView, Failure> {
        shown(self.store.own_trial(TrialThere(request.trial.0)))
    }

    pub fn change_own_trial(&mut self, request: ChangeOwnTrial) -> Result<OwnTrialView, Failure> {
        let plan = plan(&request.behaviour, request.scale, request.better)?;
        shown(self.store.change_own_trial(TrialThere(request.trial.0), &plan))
    }

    pub fn begin_phase(&mut self, request: BeginPhase) -> Result<OwnTrialView, Failure> {
        let differently = differently(&request.differently)?;
        let kind = match request.kind {
            PhaseKind::Begin => KindThere::Begin,
            PhaseKind::Trial => KindThere::Trial,
        };
        shown(self.store.begin_phase(TrialThere(request.trial.0), kind, &differently, self.today()))
    }

    pub fn change_phase(&mut self, request: ChangePhase) -> Result<OwnTrialView, Failure> {
        let differently = differently(&request.differently)?;
        shown(self.store.change_phase(PhaseThere(request.phase.0), &differently))
    }

    pub fn erase_phase(&mut self, request: PhaseRequest) -> Result<OwnTrialView, Failure> {
        shown(self.store.erase_phase(PhaseThere(request.phase.0)))
    }

    pub fn measure(&mut self, request: Measure) -> Result<Measured, Failure> {
        let today = self.today();
        let day = request.day.as_ref().map(wire::read_day).transpose()?.unwrap_or(today);
        let measured = self.store.measure(TrialThere(request.trial.0), request.value, day, today);
        let (measurement, trial) = measured.map_err(|error| journal_failure(&error))?;
        Ok(Measured { measurement: MeasurementId(measurement.0), trial: view(&trial) })
    }

    pub fn change_measurement(&mut self, request: ChangeMeasurement) -> Result<OwnTrialView, Failure> {
        let (day, today) = (wire::read_day(&request.day)?, self.today());
        let measurement = ValueThere(request.measurement.0);
        shown(self.store.change_measurement(measurement, request.value, day, today))
    }

    pub fn erase_measurement(&mut self, request: MeasurementRequest) -> Result<OwnTrialView, Failure> {
        shown(self.store.erase_measurement(ValueThere(request.measurement.0)))
    }

    pub fn end_own_trial(&mut self, request: EndOwnTrial) -> Result<OwnTrialView, Failure> {
        let ended_on = request.ended.then(|| self.today());
        shown(self.store.end_own_trial(TrialThere(request.trial.0), ended_on))
    }

    pub fn erase_own_trial(&mut self, request: OwnTrialRequest) -> Result<(), Failure> {
        self.store.erase_own_trial(TrialThere(request.trial.0)).map_err(|error| journal_failure(&error))
    }

    /// An own trial as a table, without any alias that is in use.
    pub fn own_trial_table(&self, request: OwnTrialRequest) -> Result<OwnTrialTable, Failure> {
        let trial = self.store.own_trial(TrialThere(request.trial.0));
        let trial = trial.map_err(|error| journal_failure(&error))?;
        let nobody = self.without_aliases()?;
        let mut rows = Vec::new();
        for (place, phase) in trial.phases.iter().enumerate() {
            let differently = nobody.apply(phase.differently.as_str());
            rows.extend(phase.measurements.iter().map(|one| Row {
                phase: place + 1,
                kind: kind(phase.kind),
                differently: differently.clone(),
                day: one.day,
                value: one.value,
            }));
        }
        Ok(OwnTrialTable { behaviour: nobody.apply(trial.row.plan.behaviour.as_str()), rows })
    }
}

fn plan(behaviour: &str, scale: Scale, better: Better) -> Result<OwnTrialPlan, Failure> {
    let behaviour = Behaviour::parse(behaviour).map_err(|error| journal_failure(&error))?;
    let scale = match scale {
        Scale::ZeroToTen => ScaleThere::ZeroToTen,
        Scale::Count => ScaleThere::Count,
    };
    let better = match better {
        Better::Higher => DirectionThere::Higher,
        Better::Lower => DirectionThere::Lower,
    };
    Ok(OwnTrialPlan { behaviour, scale, better })
}

fn differently(text: &str) -> Result<Differently, Failure> {
    Differently::parse(text).map_err(|error| journal_failure(&error))
}

fn shown(trial: Result<OwnTrial, ::journal::JournalError>) -> Result<OwnTrialView, Failure> {
    trial.map(|trial| view(&trial)).map_err(|error| journal_failure(&error))
}

fn view(trial: &OwnTrial) -> OwnTrialView {
    let better = trial.row.plan.better;
    let comparisons = trial.comparisons().map(|(begin, tried)| ComparisonView {
        begin: PhaseId(begin.id.0),
        trial: PhaseId(tried.id.0),
        overlap: overlap::overlap(&values(begin), &values(tried), direction(better)).map(overlap_of),
    });
    OwnTrialView {
        row: row(&trial.row),
        scale_open: trial.scale_is_open(),
        better_open: trial.better_is_open(),
        phases: trial.phases.iter().map(phase).collect(),
        comparisons: comparisons.collect(),
    }
}

fn row(row: &RowThere) -> OwnTrialRow {
    let day = |day: Option<NaiveDate>| day.map(wire::day);
    OwnTrialRow {
        trial: OwnTrialId(row.id.0),
        behaviour: row.plan.behaviour.as_str().to_owned(),
        scale: match row.plan.scale {
            ScaleThere::ZeroToTen => Scale::ZeroToTen,
            ScaleThere::Count => Scale::Count,
        },
        better: match row.plan.better {
            DirectionThere::Higher => Better::Higher,
            DirectionThere::Lower => Better::Lower,
        },
        phase: kind(row.phase),
        started_on: wire::day(row.started_on),
        measured_on: day(row.measured_on),
        ended_on: day(row.ended_on),
    }
}

fn phase(phase: &Phase) -> PhaseView {
    PhaseView {
        phase: PhaseId(phase.id.0),
        kind: kind(phase.kind),
        began_on: wire::day(phase.began_on),
        differently: phase.differently.as_str().to_owned(),
        measurements: phase.measurements.iter().map(measurement).collect(),
        median: overlap::median(&values(phase)),
    }
}

fn measurement(one: &Measurement) -> MeasurementView {
    MeasurementView { measurement: MeasurementId(one.id.0), day: wire::day(one.day), value: one.value }
}

const fn kind(kind: KindThere) -> PhaseKind {
    match kind {
        KindThere::Begin => PhaseKind::Begin,
        KindThere::Trial => PhaseKind::Trial,
    }
}

const fn direction(better: DirectionThere) -> overlap::Better {
    match better {
        DirectionThere::Higher => overlap::Better::Higher,
        DirectionThere::Lower => overlap::Better::Lower,
    }
}

/// The values of a phase, in the order of time.
fn values(phase: &Phase) -> Vec<u32> {
    phase.measurements.iter().map(|one| one.value).collect()
}

fn overlap_of(found: Overlap) -> OverlapView {
    // A window counts in 32 bits; a life has fewer pairs.
    let count = |pairs: u64| u32::try_from(pairs).unwrap_or(u32::MAX);
    OverlapView {
        better: count(found.better),
        worse: count(found.worse),
        equal: count(found.equal),
        nap: found.nap(),
        tau: found.tau(),
        tau_corrected: found.tau_corrected(),
        begin_went: match found.begin_went() {
            overlap::Went::Better => Went::Better,
            overlap::Went::Worse => Went::Worse,
            overlap::Went::Flat => Went::Flat,
        },
    }
}
