//! The measurements of an own trial: a value on a day, in a phase.
//!
//! One falls in the last phase that had begun on its day, so on the day on which a phase began in the
//! later one. It stays in its phase when only its value is corrected: what was measured in the morning,
//! before a phase began, is not moved by that.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use super::{Left, OwnTrial, OwnTrialId, PhaseId, running, whole};
use crate::{Journal, JournalError, stamp};

/// A measurement's number in the store, which is also its place among those of one day. It is never given
/// out twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasurementId(pub i64);

/// A measurement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measurement {
    /// Which.
    pub id: MeasurementId,
    /// Its day.
    pub day: NaiveDate,
    /// Its value, on the scale of the trial.
    pub value: u32,
}

/// The measurements of a phase, in the order of time.
pub(super) fn all(connection: &Connection, phase: PhaseId) -> Result<Vec<Measurement>, JournalError> {
    const ALL: &str = "SELECT id, day, value FROM measurement WHERE phase = ?1 ORDER BY day, id";
    let mut read = connection.prepare_cached(ALL)?;
    let measurements = read.query_map([phase.0], |row| {
        Ok(Measurement { id: MeasurementId(row.get(0)?), day: stamp::day(row.get(1)?)?, value: row.get(2)? })
    })?;
    Ok(measurements.collect::<Result<_, _>>()?)
}

impl OwnTrial {
    /// The phase into which a day falls.
    fn phase_on(&self, day: NaiveDate, today: NaiveDate) -> Result<PhaseId, JournalError> {
        let phase = self.phases.iter().rev().find(|phase| phase.began_on <= day);
        phase.filter(|_| day <= today).map(|phase| phase.id).ok_or(JournalError::DayOutOfReach)
    }

    fn must_be_on_the_scale(&self, value: u32) -> Result<(), JournalError> {
        let most = self.row.plan.scale.most();
        if value > most { Err(JournalError::ValueOffScale { most }) } else { Ok(()) }
    }
}

/// The trial of a measurement, whole; its phase; and the measurement.
fn of(
    connection: &Connection,
    measurement: MeasurementId,
) -> Result<(OwnTrial, PhaseId, Measurement), JournalError> {
    const OF: &str = "SELECT trial_phase.trial FROM measurement
        JOIN trial_phase ON trial_phase.id = measurement.phase WHERE measurement.id = ?1";
    let trial = connection
        .prepare_cached(OF)?
        .query_row([measurement.0], |row| row.get(0).map(OwnTrialId))
        .optional()?;
    let trial = whole(connection, trial.ok_or(JournalError::OwnTrialGone)?)?;
    let found = trial.phases.iter().find_map(|phase| {
        let one = phase.measurements.iter().find(|one| one.id == measurement)?;
        Some((phase.id, *one))
    });
    let (phase, one) = found.ok_or(JournalError::OwnTrialGone)?;
    Ok((trial, phase, one))
}

impl Journal {
    /// Writes a value down for a day; says which measurement it became.
    ///
    /// # Errors
    /// [`JournalError::OwnTrialGone`]; [`JournalError::OwnTrialEnded`]; [`JournalError::ValueOffScale`];
    /// [`JournalError::DayOutOfReach`] for a day before the trial or after today;
    /// [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn measure(
        &mut self,
        trial: OwnTrialId,
        value: u32,
        day: NaiveDate,
        today: NaiveDate,
    ) -> Result<(MeasurementId, OwnTrial), JournalError> {
        const ADD: &str = "INSERT INTO measurement (phase, day, value) VALUES (?1, ?2, ?3)";
        self.change(|transaction, _| {
            let now = running(transaction, trial)?;
            now.must_be_on_the_scale(value)?;
            let phase = now.phase_on(day, today)?;
            transaction.prepare_cached(ADD)?.execute(params![phase.0, stamp::number(day), value])?;
            let measurement = MeasurementId(transaction.last_insert_rowid());
            Ok((measurement, whole(transaction, trial)?))
        })
    }

    /// Corrects a measurement, also of an ended trial; what it was is nowhere any more. Another day can
    /// put it in another phase.
    ///
    /// # Errors
    /// [`JournalError::OwnTrialGone`]; [`JournalError::ValueOffScale`]; [`JournalError::DayOutOfReach`];
    /// [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn change_measurement(
        &mut self,
        measurement: MeasurementId,
        value: u32,
        day: NaiveDate,
        today: NaiveDate,
    ) -> Result<OwnTrial, JournalError> {
        const CHANGE: &str = "UPDATE measurement SET phase = ?2, day = ?3, value = ?4 WHERE id = ?1";
        self.taking_back(|connection| {
            let (now, phase, one) = of(connection, measurement)?;
            now.must_be_on_the_scale(value)?;
            let phase = if day == one.day { phase } else { now.phase_on(day, today)? };
            if (day, value) == (one.day, one.value) {
                return Ok((Left::Nothing, now));
            }
            connection.prepare_cached(CHANGE)?.execute(params![
                measurement.0,
                phase.0,
                stamp::number(day),
                value
            ])?;
            Ok((Left::Something, whole(connection, now.row.id)?))
        })
    }

    /// Erases a measurement, also of an ended trial, beyond recovery.
    ///
    /// # Errors
    /// [`JournalError::OwnTrialGone`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn erase_measurement(&mut self, measurement: MeasurementId) -> Result<OwnTrial, JournalError> {
        self.taking_back(|connection| {
            let (now, ..) = of(connection, measurement)?;
            connection.prepare_cached("DELETE FROM measurement WHERE id = ?1")?.execute([measurement.0])?;
            Ok((Left::Something, whole(connection, now.row.id)?))
        })
    }
}
