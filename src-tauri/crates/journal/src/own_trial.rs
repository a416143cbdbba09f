//! Own trials: each a study of the writer's own behaviour, in phases, never of a resident.
//!
//! No row of one knows an entry, a contact or an alias: a measurement has a value, a day and a place in
//! the order. The direction of better is chosen before the first trial phase and the scale before the
//! first value, so that nobody chooses them by the outcome.

mod measurement;
mod phase;
mod stored;

use std::fmt;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use crate::{Journal, JournalError, line, stamp};

pub use measurement::{Measurement, MeasurementId};
pub use phase::{Differently, Phase, PhaseId, PhaseKind};

/// The most characters of what an own trial looks at, and of what a phase does differently.
pub const MOST_OWN_TRIAL_CHARACTERS: usize = 200;

/// An own trial's number in the store. It is never given out twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnTrialId(pub i64);

/// In what one measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// A whole number from 0 to 10, as one judges oneself.
    ZeroToTen,
    /// How many times: a whole number from 0 to 999.
    Count,
}

impl Scale {
    /// The highest value.
    #[must_use]
    pub const fn most(self) -> u32 {
        match self {
            Self::ZeroToTen => 10,
            Self::Count => 999,
        }
    }
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// A higher value is better.
    Higher,
    /// A lower value is better.
    Lower,
}

/// What of an own trial can no longer be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnTrialPart {
    /// The scale: a value stands there.
    Scale,
    /// The direction: a trial phase was begun.
    Better,
}

/// What of one's own acting is looked at: one line of 1 to [`MOST_OWN_TRIAL_CHARACTERS`], without white
/// space around it.
#[derive(Clone, PartialEq, Eq)]
pub struct Behaviour(String);

impl Behaviour {
    /// Reads it as it was typed; white space around it is dropped.
    ///
    /// # Errors
    /// [`JournalError::OwnTrialUnusable`] when it is empty, too long, or holds a line break, a control
    /// character, or a mark that turns the direction of the text around it.
    pub fn parse(text: &str) -> Result<Self, JournalError> {
        let text = text.trim();
        if text.is_empty() || !line::fits(text, MOST_OWN_TRIAL_CHARACTERS) {
            return Err(JournalError::OwnTrialUnusable);
        }
        Ok(Self(text.to_owned()))
    }

    /// The line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Behaviour {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Behaviour")
    }
}

/// What an own trial is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTrialPlan {
    /// What of one's own acting is looked at.
    pub behaviour: Behaviour,
    /// In what it is measured.
    pub scale: Scale,
    /// Which way is better.
    pub better: Better,
}

/// An own trial in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTrialRow {
    /// Which.
    pub id: OwnTrialId,
    /// What it is about.
    pub plan: OwnTrialPlan,
    /// What its last phase is.
    pub phase: PhaseKind,
    /// The day on which it was started.
    pub started_on: NaiveDate,
    /// The last day on which something was measured; none before the first.
    pub measured_on: Option<NaiveDate>,
    /// The day on which it was ended; none while it runs.
    pub ended_on: Option<NaiveDate>,
}

/// An own trial, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTrial {
    /// What the list says of it.
    pub row: OwnTrialRow,
    /// Its phases in their order, one at least; the first is a begin phase.
    pub phases: Vec<Phase>,
}

impl OwnTrial {
    /// Whether the scale can still be chosen: no value stands there.
    #[must_use]
    pub fn scale_is_open(&self) -> bool {
        self.phases.iter().all(|phase| phase.measurements.is_empty())
    }

    /// Whether the direction can still be chosen: there is no trial phase.
    #[must_use]
    pub fn better_is_open(&self) -> bool {
        self.phases.iter().all(|phase| phase.kind == PhaseKind::Begin)
    }

    /// Each trial phase with the last begin phase before it, in the order of the trial phases.
    pub fn comparisons(&self) -> impl Iterator<Item = (&Phase, &Phase)> {
        self.phases.iter().enumerate().filter(|(_, phase)| phase.kind == PhaseKind::Trial).filter_map(
            |(place, trial)| {
                let before = self.phases[..place].iter().rev();
                before.into_iter().find(|phase| phase.kind == PhaseKind::Begin).map(|begin| (begin, trial))
            },
        )
    }

    /// What of it a plan would change that can no longer be chosen.
    fn fixed(&self, plan: &OwnTrialPlan) -> Option<OwnTrialPart> {
        let now = &self.row.plan;
        if plan.scale != now.scale && !self.scale_is_open() {
            Some(OwnTrialPart::Scale)
        } else if plan.better != now.better && !self.better_is_open() {
            Some(OwnTrialPart::Better)
        } else {
            None
        }
    }
}

/// The SQL of a row of the list.
macro_rules! row_sql {
    ($rest:literal) => {
        concat!(
            "SELECT id, behaviour, scale, better,
                 (SELECT kind FROM trial_phase WHERE trial = own_trial.id ORDER BY id DESC LIMIT 1),
                 started_on,
                 (SELECT max(measurement.day) FROM trial_phase
                  JOIN measurement ON measurement.phase = trial_phase.id
                  WHERE trial_phase.trial = own_trial.id),
                 ended_on
             FROM own_trial ",
            $rest
        )
    };
}

const ONE: &str = row_sql!("WHERE id = ?1");
const LIST: &str = row_sql!("ORDER BY ended_on IS NOT NULL, ended_on DESC, id DESC");

fn row_from(row: &rusqlite::Row<'_>) -> rusqlite::Result<OwnTrialRow> {
    let day_of = |number: Option<i32>| number.map(stamp::day).transpose();
    Ok(OwnTrialRow {
        id: OwnTrialId(row.get(0)?),
        plan: OwnTrialPlan { behaviour: Behaviour(row.get(1)?), scale: row.get(2)?, better: row.get(3)? },
        phase: row.get(4)?,
        started_on: stamp::day(row.get(5)?)?,
        measured_on: day_of(row.get(6)?)?,
        ended_on: day_of(row.get(7)?)?,
    })
}

/// One, whole.
fn whole(connection: &Connection, trial: OwnTrialId) -> Result<OwnTrial, JournalError> {
    let row = connection.prepare_cached(ONE)?.query_row([trial.0], row_from).optional()?;
    Ok(OwnTrial { row: row.ok_or(JournalError::OwnTrialGone)?, phases: phase::all(connection, trial)? })
}

/// One that runs, whole.
fn running(connection: &Connection, trial: OwnTrialId) -> Result<OwnTrial, JournalError> {
    let trial = whole(connection, trial)?;
    if trial.row.ended_on.is_some() { Err(JournalError::OwnTrialEnded) } else { Ok(trial) }
}

/// Whether a change left words or a value behind that somebody took back.
enum Left {
    Something,
    Nothing,
}

impl Journal {
    /// The own trials: those that run, then those that ended; the latest first in both.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn own_trials(&self) -> Result<Vec<OwnTrialRow>, JournalError> {
        self.reading(|look| {
            let mut read = look.prepare_cached(LIST)?;
            let rows = read.query_map([], row_from)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// An own trial, whole.
    ///
    /// # Errors
    /// [`JournalError::OwnTrialGone`], and whatever the store says.
    pub fn own_trial(&self, trial: OwnTrialId) -> Result<OwnTrial, JournalError> {
        self.reading(|look| whole(look, trial))
    }

    /// Starts an own trial, with its first begin phase today.
    ///
    /// # Errors
    /// [`JournalError::OnlyReading`], and whatever the store says.
    pub fn start_own_trial(
        &mut self,
        plan: &OwnTrialPlan,
        today: NaiveDate,
    ) -> Result<OwnTrial, JournalError> {
        const START: &str =
            "INSERT INTO own_trial (behaviour, scale, better, started_on) VALUES (?1, ?2, ?3, ?4)";
        self.change(|transaction, _| {
            let started_on = stamp::number(today);
            transaction.prepare_cached(START)?.execute(params![
                plan.behaviour.0,
                plan.scale,
                plan.better,
                started_on
            ])?;
            let trial = OwnTrialId(transaction.last_insert_rowid());
            phase::insert(transaction, trial, PhaseKind::Begin, &Differently::nothing(), today)?;
            whole(transaction, trial)
        })
    }

    /// Changes what an own trial says of itself; the words it had are nowhere any more. An ended one can
    /// be changed too.
    ///
    /// # Errors
    /// [`JournalError::OwnTrialGone`]; [`JournalError::OwnTrialFixed`] for another scale once a value
    /// stands there, or another direction once a trial phase was begun; [`JournalError::OnlyReading`];
    /// and whatever the store says.
    pub fn change_own_trial(
        &mut self,
        trial: OwnTrialId,
        plan: &OwnTrialPlan,
    ) -> Result<OwnTrial, JournalError> {
        const CHANGE: &str = "UPDATE own_trial SET behaviour = ?2, scale = ?3, better = ?4 WHERE id = ?1";
        self.taking_back(|connection| {
            let now = whole(connection, trial)?;
            if let Some(part) = now.fixed(plan) {
                return Err(JournalError::OwnTrialFixed { part });
            }
            if now.row.plan == *plan {
                return Ok((Left::Nothing, now));
            }
            connection.prepare_cached(CHANGE)?.execute(params![
                trial.0,
                plan.behaviour.0,
                plan.scale,
                plan.better
            ])?;
            Ok((Left::Something, whole(connection, trial)?))
        })
    }

    /// Ends an own trial on a day, or lets it go on. One that was ended keeps its day.
    ///
    /// # Errors
    /// [`JournalError::OwnTrialGone`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn end_own_trial(
        &mut self,
        trial: OwnTrialId,
        ended_on: Option<NaiveDate>,
    ) -> Result<OwnTrial, JournalError> {
        self.change(|transaction, _| {
            let now = whole(transaction, trial)?;
            if now.row.ended_on.is_some() == ended_on.is_some() {
                return Ok(now);
            }
            // A clock that was put back ends nothing before it began.
            let ended_on = ended_on.map(|day| stamp::number(day.max(now.row.started_on)));
            transaction
                .prepare_cached("UPDATE own_trial SET ended_on = ?2 WHERE id = ?1")?
                .execute(params![trial.0, ended_on])?;
            whole(transaction, trial)
        })
    }

    /// Erases an own trial with all its phases and measurements, beyond recovery.
    ///
    /// # Errors
    /// [`JournalError::OwnTrialGone`]; [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn erase_own_trial(&mut self, trial: OwnTrialId) -> Result<(), JournalError> {
        self.taking_back(|connection| {
            let erased =
                connection.prepare_cached("DELETE FROM own_trial WHERE id = ?1")?.execute([trial.0])?;
            if erased == 0 { Err(JournalError::OwnTrialGone) } else { Ok((Left::Something, ())) }
        })
    }

    /// A change that may take something back: what it leaves behind is then in no log any more, also on
    /// a full disk.
    fn taking_back<T>(
        &mut self,
        work: impl Fn(&Connection) -> Result<(Left, T), JournalError>,
    ) -> Result<T, JournalError> {
        let (left, answer) = self.with_room(|journal| journal.change(|transaction, _| work(transaction)))?;
        if matches!(left, Left::Something) {
            self.with_room(|journal| Ok(journal.vault.empty_log()?))?;
        }
        Ok(answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_at_is_one_trimmed_line() {
        assert_eq!(Behaviour::parse("  Tot tien tellen. ").expect("usable").as_str(), "Tot tien tellen.");
        assert!(Behaviour::parse(&"é".repeat(200)).is_ok());
        for unusable in ["", " \n ", "twee\nregels", "om\u{202e}gekeerd", &"é".repeat(201)] {
            assert_eq!(Behaviour::parse(unusable), Err(JournalError::OwnTrialUnusable), "{unusable:?}");
        }
    }

    #[test]
    fn what_is_looked_at_is_not_printed() {
        let behaviour = Behaviour::parse("Tot tien tellen.").expect("usable");
        let plan = OwnTrialPlan { behaviour, scale: Scale::Count, better: Better::Higher };
        assert_eq!(
            format!("{plan:?}"),
            "OwnTrialPlan { behaviour: Behaviour, scale: Count, better: Higher }"
        );
    }
}
