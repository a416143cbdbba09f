//! An own trial: an N=1 study of the writer's own behaviour, in phases, never of a resident.
//!
//! Nothing of it points at a contact: a measurement has a day and a place in the order, no alias.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Day;

/// An own trial's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(type = "number & { readonly __id: \"own-trial\" }")]
pub struct OwnTrialId(pub i64);

/// A phase's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(type = "number & { readonly __id: \"phase\" }")]
pub struct PhaseId(pub i64);

/// A measurement's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(type = "number & { readonly __id: \"measurement\" }")]
pub struct MeasurementId(pub i64);

/// In what one measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Scale {
    /// A whole number from 0 to 10, as one judges oneself.
    ZeroToTen,
    /// How many times: a whole number from 0 to 999.
    Count,
}

/// Which way is better. Said before the first trial phase, so that nobody chooses it by the outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Better {
    /// A higher value is better.
    Higher,
    /// A lower value is better.
    Lower,
}

/// What a phase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PhaseKind {
    /// *Beginfase*, A: as one always does; also a return to that.
    Begin,
    /// *Proeffase*, B: one does something differently.
    Trial,
}

/// The own trials.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OwnTrialList {
    /// Those that run first, then those that ended; the latest first in both.
    pub trials: Vec<OwnTrialRow>,
}

/// An own trial in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OwnTrialRow {
    /// Which.
    pub trial: OwnTrialId,
    /// What of one's own acting is looked at, one line.
    pub behaviour: String,
    /// In what it is measured.
    pub scale: Scale,
    /// Which way is better.
    pub better: Better,
    /// What the last phase is.
    pub phase: PhaseKind,
    /// The day on which it was started.
    pub started_on: Day,
    /// The day of the last measurement; none before the first.
    pub measured_on: Option<Day>,
    /// The day on which it was ended; none while it runs.
    pub ended_on: Option<Day>,
}

/// An own trial, whole.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OwnTrialView {
    /// Which, and what the list says of it.
    pub row: OwnTrialRow,
    /// Whether the scale can still be chosen: no value stands there yet.
    pub scale_open: bool,
    /// Whether the direction can still be chosen: no trial phase was begun yet.
    pub better_open: bool,
    /// The phases in their order; the first is always a begin phase.
    pub phases: Vec<PhaseView>,
    /// Each trial phase beside the begin phase before it, in the order of the trial phases.
    pub comparisons: Vec<ComparisonView>,
}

/// A phase.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PhaseView {
    /// Which.
    pub phase: PhaseId,
    /// What it is.
    pub kind: PhaseKind,
    /// The day on which it was begun.
    pub began_on: Day,
    /// What is done differently in it, one line; empty where nothing was said.
    pub differently: String,
    /// The measurements, in the order of time.
    pub measurements: Vec<MeasurementView>,
    /// The median of the values; none without any.
    pub median: Option<f64>,
}

/// A measurement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeasurementView {
    /// Which.
    pub measurement: MeasurementId,
    /// The day.
    pub day: Day,
    /// The value, on the scale of the trial.
    pub value: u32,
}

/// A trial phase beside the begin phase before it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComparisonView {
    /// The begin phase.
    pub begin: PhaseId,
    /// The trial phase.
    pub trial: PhaseId,
    /// How they differ; none while one of them has fewer than five measurements.
    pub overlap: Option<OverlapView>,
}

/// How far two phases overlap. It says nothing about causes.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OverlapView {
    /// Of all pairs of a value of the begin phase and one of the trial phase: in how many the latter is
    /// better.
    pub better: u32,
    /// In how many it is worse.
    pub worse: u32,
    /// In how many the two are equal.
    pub equal: u32,
    /// NAP, 0 to 1: (better + ½ equal) of all pairs. Parker & Vannest 2009.
    pub nap: f64,
    /// Tau-U without correction, −1 to 1. Parker, Vannest, Davis & Sauber 2011.
    pub tau: f64,
    /// Tau-U corrected for where the begin phase was already going; it can leave −1 to 1.
    pub tau_corrected: f64,
    /// Where the begin phase was already going by itself.
    pub begin_went: Went,
}

/// Where the values of a phase went by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Went {
    /// To better.
    Better,
    /// To worse.
    Worse,
    /// Neither.
    Flat,
}

/// Starts an own trial, with its first begin phase today.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StartOwnTrial {
    /// What of one's own acting is looked at: one line of 1 to 200 characters.
    pub behaviour: String,
    /// In what it is measured.
    pub scale: Scale,
    /// Which way is better.
    pub better: Better,
}

/// Changes what an own trial says of itself.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeOwnTrial {
    /// Which.
    pub trial: OwnTrialId,
    /// One line of 1 to 200 characters.
    pub behaviour: String,
    /// Another scale is refused once a value stands there.
    pub scale: Scale,
    /// Another direction is refused once a trial phase was begun.
    pub better: Better,
}

/// Names one own trial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OwnTrialRequest {
    /// Which.
    pub trial: OwnTrialId,
}

/// Begins the next phase, today.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BeginPhase {
    /// Of which trial.
    pub trial: OwnTrialId,
    /// What it is.
    pub kind: PhaseKind,
    /// What is done differently in it: one line of at most 200 characters, or nothing.
    pub differently: String,
}

/// Changes what is done differently in a phase.
#[derive(Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangePhase {
    /// Which.
    pub phase: PhaseId,
    /// One line of at most 200 characters, or nothing.
    pub differently: String,
}

/// Names one phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PhaseRequest {
    /// Which.
    pub phase: PhaseId,
}

/// Writes down a value.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Measure {
    /// Of which trial.
    pub trial: OwnTrialId,
    /// The value, on the scale of the trial.
    pub value: u32,
    /// The day, from the start of the trial to today; none for today. It falls in the last phase that
    /// had begun on that day.
    pub day: Option<Day>,
}

/// A value was written down.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Measured {
    /// Which it became, so that it can be taken back.
    pub measurement: MeasurementId,
    /// The trial as it is now.
    pub trial: OwnTrialView,
}

/// Changes a measurement; another day can put it in another phase.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeMeasurement {
    /// Which.
    pub measurement: MeasurementId,
    /// The value.
    pub value: u32,
    /// The day.
    pub day: Day,
}

/// Names one measurement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MeasurementRequest {
    /// Which.
    pub measurement: MeasurementId,
}

/// Ends an own trial, or lets it go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EndOwnTrial {
    /// Which.
    pub trial: OwnTrialId,
    /// Whether it is over.
    pub ended: bool,
}

/// What of an own trial can no longer be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum OwnTrialPart {
    /// The scale: a value stands there.
    Scale,
    /// The direction: a trial phase was begun.
    Better,
}
