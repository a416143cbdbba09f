//! Own trials of the writer's own behaviour.

use contract::*;

use super::Desk;

impl Desk {
    pub fn list_own_trials(&mut self, _: ()) -> Result<OwnTrialList, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn start_own_trial(&mut self, _: StartOwnTrial) -> Result<OwnTrialView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn read_own_trial(&mut self, _: OwnTrialRequest) -> Result<OwnTrialView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn change_own_trial(&mut self, _: ChangeOwnTrial) -> Result<OwnTrialView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn begin_phase(&mut self, _: BeginPhase) -> Result<OwnTrialView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn change_phase(&mut self, _: ChangePhase) -> Result<OwnTrialView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn erase_phase(&mut self, _: PhaseRequest) -> Result<OwnTrialView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn measure(&mut self, _: Measure) -> Result<Measured, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn change_measurement(&mut self, _: ChangeMeasurement) -> Result<OwnTrialView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn erase_measurement(&mut self, _: MeasurementRequest) -> Result<OwnTrialView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn end_own_trial(&mut self, _: EndOwnTrial) -> Result<OwnTrialView, Failure> {
        Err(Failure::OutOfTurn)
    }

    pub fn erase_own_trial(&mut self, _: OwnTrialRequest) -> Result<(), Failure> {
        Err(Failure::OutOfTurn)
    }
}
