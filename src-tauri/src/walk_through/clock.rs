//! The clock of a walk-through. It takes the place of the idle lock: when the time is over everything
//! is covered, and where nobody asks for more it ends by itself.
//!
//! It counts time that passes, not the time of day: a clock that is put back gives nobody more.

use std::time::{Duration, Instant};

/// How long a walk-through that is over stays, covered, for somebody to ask for more time.
const WAITS: Duration = Duration::from_secs(5 * 60);
/// How much more time there is at least, once a passphrase was given.
const MORE: Duration = Duration::from_secs(15 * 60);

/// What a moment calls for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Struck {
    /// Nothing.
    Nothing,
    /// The time is over: everything is covered.
    Over,
    /// Nobody asked for more: it ends.
    End,
}

/// Where the time stands. Every moment is an argument.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    stage: Stage,
    /// Whether more time was asked for, and nobody has answered.
    is_asked: bool,
    waits: Duration,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Nothing is on screen yet.
    Waiting { length: Duration },
    /// It is shown.
    Running { until: Instant },
    /// The time is over; it ends then.
    Over { ends: Instant },
}

impl Clock {
    /// A clock that waits for the first screen.
    pub fn new(length: Duration) -> Self {
        Self { stage: Stage::Waiting { length }, is_asked: false, waits: waits() }
    }

    /// The first screen is painted. A page that paints once more begins nothing.
    pub fn begin(&mut self, now: Instant) {
        if let Stage::Waiting { length } = self.stage {
            self.stage = Stage::Running { until: now + length };
        }
    }

    /// Somebody asks for more time; whether that is to be passed on. It is waited for a while.
    pub fn ask(&mut self, now: Instant) -> bool {
        match &mut self.stage {
            Stage::Waiting { .. } => return false,
            Stage::Running { .. } => {}
            Stage::Over { ends } => *ends = now + self.waits,
        }
        self.is_asked = true;
        true
    }

    /// A passphrase was given; whether anybody had asked. What was left is never made shorter.
    pub fn give(&mut self, now: Instant) -> bool {
        let was_asked = std::mem::take(&mut self.is_asked);
        if was_asked {
            let left = match self.stage {
                Stage::Running { until } => until,
                Stage::Waiting { .. } | Stage::Over { .. } => now,
            };
            self.stage = Stage::Running { until: left.max(now + MORE) };
        }
        was_asked
    }

    /// Nobody gave a passphrase; whether anybody had asked. It can be asked once more.
    pub fn refuse(&mut self, now: Instant) -> bool {
        let was_asked = std::mem::take(&mut self.is_asked);
        if let (true, Stage::Over { ends }) = (was_asked, &mut self.stage) {
            *ends = now + self.waits;
        }
        was_asked
    }

    /// What this moment calls for. Each is told once.
    pub fn strike(&mut self, now: Instant) -> Struck {
        match self.stage {
            Stage::Running { until } if until <= now => {
                self.stage = Stage::Over { ends: now + self.waits };
                Struck::Over
            }
            Stage::Over { ends } if ends <= now => Struck::End,
            Stage::Waiting { .. } | Stage::Running { .. } | Stage::Over { .. } => Struck::Nothing,
        }
    }

    /// The next moment that calls for something; none before the first screen.
    pub fn next(&self) -> Option<Instant> {
        match self.stage {
            Stage::Waiting { .. } => None,
            Stage::Running { until } => Some(until),
            Stage::Over { ends } => Some(ends),
        }
    }

    /// Seconds until the time is over, rounded up.
    pub fn seconds_left(&self, now: Instant) -> u32 {
        let left = match self.stage {
            Stage::Waiting { length } => length,
            Stage::Running { until } => until.saturating_duration_since(now),
            Stage::Over { .. } => Duration::ZERO,
        };
        u32::try_from(left.as_millis().div_ceil(1_000)).unwrap_or(u32::MAX)
    }
}

#[cfg(not(feature = "automation"))]
fn waits() -> Duration {
    WAITS
}

#[cfg(feature = "automation")]
fn waits() -> Duration {
    crate::automation::walk_through_waits().unwrap_or(WAITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    fn begun(minutes: u32) -> (Clock, Instant) {
        let now = Instant::now();
        let mut clock = Clock { waits: WAITS, ..Clock::new(MINUTE * minutes) };
        clock.begin(now);
        (clock, now)
    }

    #[test]
    fn it_begins_with_the_first_screen_and_only_once() {
        let now = Instant::now();
        let mut clock = Clock::new(MINUTE * 30);
        assert_eq!((clock.next(), clock.seconds_left(now)), (None, 1_800));
        assert_eq!(clock.strike(now + MINUTE * 60), Struck::Nothing);
        clock.begin(now);
        clock.begin(now + MINUTE * 10);
        assert_eq!(clock.seconds_left(now + MINUTE * 10), 1_200);
        assert_eq!(clock.next(), Some(now + MINUTE * 30));
    }

    #[test]
    fn a_part_of_a_second_is_a_second_that_is_left() {
        let (clock, now) = begun(15);
        assert_eq!(clock.seconds_left(now + MINUTE * 15 - Duration::from_millis(1)), 1);
        assert_eq!(clock.seconds_left(now + MINUTE * 15), 0);
        assert_eq!(clock.seconds_left(now + MINUTE * 16), 0);
    }

    #[test]
    fn when_the_time_is_over_that_is_told_once_and_then_it_ends() {
        let (mut clock, now) = begun(15);
        let over = now + MINUTE * 15;
        assert_eq!(clock.strike(over - Duration::from_millis(1)), Struck::Nothing);
        assert_eq!(clock.strike(over), Struck::Over);
        assert_eq!(clock.strike(over), Struck::Nothing);
        assert_eq!(clock.strike(over + WAITS - Duration::from_millis(1)), Struck::Nothing);
        assert_eq!(clock.next(), Some(over + WAITS));
        assert_eq!(clock.strike(over + WAITS), Struck::End);
    }

    #[test]
    fn who_asks_for_more_time_has_a_while_to_give_a_passphrase() {
        let (mut clock, now) = begun(15);
        let over = now + MINUTE * 15;
        assert_eq!(clock.strike(over), Struck::Over);
        assert!(clock.ask(over + MINUTE * 4));
        assert_eq!(clock.strike(over + MINUTE * 6), Struck::Nothing);
        assert!(clock.refuse(over + MINUTE * 8));
        assert_eq!(clock.strike(over + MINUTE * 12), Struck::Nothing);
        assert_eq!(clock.strike(over + MINUTE * 13), Struck::End);
    }

    #[test]
    fn more_time_is_a_quarter_of_an_hour_from_now_and_never_less_than_was_left() {
        let (mut clock, now) = begun(15);
        assert_eq!(clock.strike(now + MINUTE * 15), Struck::Over);
        assert!(clock.ask(now + MINUTE * 16) && clock.give(now + MINUTE * 17));
        assert_eq!(clock.seconds_left(now + MINUTE * 17), 15 * 60);
        assert_eq!(clock.strike(now + MINUTE * 32), Struck::Over);

        let (mut clock, now) = begun(60);
        assert!(clock.ask(now + MINUTE) && clock.give(now + MINUTE));
        assert_eq!(clock.seconds_left(now + MINUTE), 59 * 60);
        assert!(clock.ask(now + MINUTE * 56) && clock.give(now + MINUTE * 56));
        assert_eq!(clock.seconds_left(now + MINUTE * 56), 15 * 60);
    }

    #[test]
    fn the_time_runs_on_while_it_is_asked() {
        let (mut clock, now) = begun(15);
        assert!(clock.ask(now + MINUTE * 14));
        assert_eq!(clock.strike(now + MINUTE * 15), Struck::Over);
        assert!(clock.give(now + MINUTE * 16));
        assert_eq!(clock.seconds_left(now + MINUTE * 16), 15 * 60);
    }

    #[test]
    fn a_yes_that_nobody_asked_for_gives_nothing_and_each_counts_once() {
        let (mut clock, now) = begun(15);
        assert!(!clock.give(now + MINUTE));
        assert!(!clock.refuse(now + MINUTE));
        assert_eq!(clock.seconds_left(now + MINUTE), 14 * 60);
        assert!(clock.ask(now + MINUTE * 2) && clock.give(now + MINUTE * 2));
        assert!(!clock.give(now + MINUTE * 9));
        assert_eq!(clock.seconds_left(now + MINUTE * 9), 8 * 60);
        assert!(!Clock::new(MINUTE).ask(now), "nothing is on screen yet");
    }
}
