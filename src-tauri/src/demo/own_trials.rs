//! The own trials of the example journal: their phases, and what was measured on which day.

use journal::{Behaviour, Better, Differently, Journal, JournalError, OwnTrialPlan, PhaseKind, Scale};
use serde::Deserialize;

use super::ago;

/// An own trial.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleOwnTrial {
    pub days_ago: u64,
    behaviour: String,
    pub scale: ExampleScale,
    pub better: ExampleBetter,
    /// What was measured before anything was done differently.
    pub measured: Vec<ExampleMeasurement>,
    pub phases: Vec<ExamplePhase>,
}

/// A phase after the first one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExamplePhase {
    pub days_ago: u64,
    pub kind: ExamplePhaseKind,
    differently: String,
    pub measured: Vec<ExampleMeasurement>,
}

/// So many days ago, a value.
pub type ExampleMeasurement = (u64, u32);

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExampleScale {
    ZeroToTen,
    Count,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExampleBetter {
    Higher,
    Lower,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExamplePhaseKind {
    Begin,
    Trial,
}

/// Lives one through.
///
/// # Errors
/// When the example is no trial that can be, and what keeping it can go wrong with.
pub fn live(journal: &mut Journal, example: &ExampleOwnTrial) -> Result<(), JournalError> {
    let plan = OwnTrialPlan {
        behaviour: Behaviour::parse(&example.behaviour)?,
        scale: match example.scale {
            ExampleScale::ZeroToTen => Scale::ZeroToTen,
            ExampleScale::Count => Scale::Count,
        },
        better: match example.better {
            ExampleBetter::Higher => Better::Higher,
            ExampleBetter::Lower => Better::Lower,
        },
    };
    let day = |days_ago| ago(days_ago).date_naive();
    let trial = journal.start_own_trial(&plan, day(example.days_ago))?.row.id;
    let measure = |journal: &mut Journal, measured: &[ExampleMeasurement]| {
        measured.iter().try_for_each(|&(days_ago, value)| {
            let on = day(days_ago);
            journal.measure(trial, value, on, on).map(drop)
        })
    };
    measure(journal, &example.measured)?;
    for phase in &example.phases {
        let kind = match phase.kind {
            ExamplePhaseKind::Begin => PhaseKind::Begin,
            ExamplePhaseKind::Trial => PhaseKind::Trial,
        };
        let differently = Differently::parse(&phase.differently)?;
        journal.begin_phase(trial, kind, &differently, day(phase.days_ago))?;
        measure(journal, &phase.measured)?;
    }
    Ok(())
}
