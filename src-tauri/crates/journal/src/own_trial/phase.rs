//! The phases of an own trial. They begin in their order: the day of one is never before that of the one
//! before it.

use std::fmt;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use super::measurement::{self, Measurement};
use super::{Left, MOST_OWN_TRIAL_CHARACTERS, OwnTrial, OwnTrialId, running, whole};
use crate::{Journal, JournalError, line, stamp};

/// A phase's number in the store, which is also its place among those of its trial. It is never given out
/// twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhaseId(pub i64);

/// What a phase is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhaseKind {
    /// As one always does; also a return to that.
    Begin,
    /// One does something differently.
    Trial,
}

/// What is done differently in a phase: one line of at most [`MOST_OWN_TRIAL_CHARACTERS`], or nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Differently(String);

impl Differently {
    /// Reads it as it was typed; white space around it is dropped.
    ///
    /// # Errors
    /// [`JournalError::OwnTrialUnusable`] when it is too long, or holds a line break, a control character,
    /// or a mark that turns the direction of the text around it.
    pub fn parse(text: &str) -> Result<Self, JournalError> {
        let text = text.trim();
        if !line::fits(text, MOST_OWN_TRIAL_CHARACTERS) {
            return Err(JournalError::OwnTrialUnusable);
        }
        Ok(Self(text.to_owned()))
    }

    /// Nothing was said.
    #[must_use]
    pub const fn nothing() -> Self {
        Self(String::new())
    }

    /// The line; empty where nothing was said.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Differently {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Differently")
    }
}

/// A phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// Which.
    pub id: PhaseId,
    /// What it is.
    pub kind: PhaseKind,
    /// The day on which it was begun.
    pub began_on: NaiveDate,
    /// What is done differently in it.
    pub differently: Differently,
    /// Its measurements, in the order of time.
    pub measurements: Vec<Measurement>,
}

/// The phases of a trial, in their order.
pub(super) fn all(connection: &Connection, trial: OwnTrialId) -> Result<Vec<Phase>, JournalError> {
    const ALL: &str = "SELECT id, kind, began_on, differently FROM trial_phase WHERE trial = ?1 ORDER BY id";
    let mut read = connection.prepare_cached(ALL)?;
    let phases = read.query_map([trial.0], |row| {
        Ok(Phase {
            id: PhaseId(row.get(0)?),
            kind: row.get(1)?,
            began_on: stamp::day(row.get(2)?)?,
            differently: Differently(row.get(3)?),
            measurements: Vec::new(),
        })
    })?;
    let mut phases: Vec<Phase> = phases.collect::<Result<_, _>>()?;
    for phase in &mut phases {
        phase.measurements = measurement::all(connection, phase.id)?;
    }
    Ok(phases)
}

/// Adds a phase.
pub(super) fn insert(
    connection: &Connection,
    trial: OwnTrialId,
    kind: PhaseKind,
    differently: &Differently,
    began_on: NaiveDate,
) -> Result<(), JournalError> {
    const ADD: &str = "INSERT INTO trial_phase (trial, kind, began_on, differently) VALUES (?1, ?2, ?3, ?4)";
    connection.prepare_cached(ADD)?.execute(params![
        trial.0,
        kind,
        stamp::number(began_on),
        differently.0
    ])?;
    Ok(())
}

/// The trial of a phase, whole.
fn of(connection: &Connection, phase: PhaseId) -> Result<OwnTrial, JournalError> {
    let trial = connection
        .prepare_cached("SELECT trial FROM trial_phase WHERE id = ?1")?
        .query_row([phase.0], |row| row.get(0).map(OwnTrialId))
        .optional()?;
    whole(connection, trial.ok_or(JournalError::OwnTrialGone)?)
}

impl Journal {
    /// Begins the next phase. Two of a kind may follow each other.
    ///
    /// # Errors
    /// [`JournalError::OwnTrialGone`]; [`JournalError::OwnTrialEnded`]; [`JournalError::OnlyReading`];
    /// and whatever the store says.
    pub fn begin_phase(
        &mut self,
        trial: OwnTrialId,
        kind: PhaseKind,
        differently: &Differently,
        today: NaiveDate,
    ) -> Result<OwnTrial, JournalError> {
        self.change(|transaction, _| {
            let now = running(transaction, trial)?;
            // A clock that was put back begins nothing before what went before it.
            let began_on = now.phases.last().map_or(today, |last| today.max(last.began_on));
            insert(transaction, trial, kind, differently, began_on)?;
            whole(transaction, trial)
        })
    }

    /// Changes what is done differently in a phase, also of an ended trial; the words it had are nowhere
    /// any more.
    ///
    /// # Errors
    /// [`JournalError::OwnTrialGone`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn change_phase(
        &mut self,
        phase: PhaseId,
        differently: &Differently,
    ) -> Result<OwnTrial, JournalError> {
        const CHANGE: &str = "UPDATE trial_phase SET differently = ?2 WHERE id = ?1";
        self.taking_back(|connection| {
            let now = of(connection, phase)?;
            if now.phases.iter().any(|known| known.id == phase && known.differently == *differently) {
                return Ok((Left::Nothing, now));
            }
            connection.prepare_cached(CHANGE)?.execute(params![phase.0, differently.0])?;
            Ok((Left::Something, whole(connection, now.row.id)?))
        })
    }

    /// Takes the last phase back, beyond recovery, while it has no measurement. The first one stays.
    ///
    /// # Errors
    /// [`JournalError::OwnTrialGone`]; [`JournalError::PhaseInUse`] when it has measurements, is not the
    /// last one, or is the first; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn erase_phase(&mut self, phase: PhaseId) -> Result<OwnTrial, JournalError> {
        self.taking_back(|connection| {
            let now = of(connection, phase)?;
            match now.phases.as_slice() {
                [_, .., last] if last.id == phase && last.measurements.is_empty() => {}
                _ => return Err(JournalError::PhaseInUse),
            }
            connection.prepare_cached("DELETE FROM trial_phase WHERE id = ?1")?.execute([phase.0])?;
            Ok((Left::Something, whole(connection, now.row.id)?))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_differently_is_one_trimmed_line_or_nothing() {
        assert_eq!(Differently::parse("  Eerst stil zijn. ").expect("usable").as_str(), "Eerst stil zijn.");
        assert_eq!(Differently::parse(" \n "), Ok(Differently::nothing()));
        assert!(Differently::parse(&"é".repeat(200)).is_ok());
        for unusable in ["twee\nregels", "nul\0", &"é".repeat(201)] {
            assert_eq!(Differently::parse(unusable), Err(JournalError::OwnTrialUnusable), "{unusable:?}");
        }
        assert_eq!(format!("{:?}", Differently::parse("Stil zijn.")), "Ok(Differently)");
    }
}
