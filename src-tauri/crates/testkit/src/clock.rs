//! A clock that stands still until a test moves it.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, FixedOffset, TimeDelta};
use vault::Clock;

/// A clock that tests set. Clones share their time.
#[derive(Debug, Clone)]
pub struct FixedClock(Arc<Mutex<DateTime<FixedOffset>>>);

impl FixedClock {
    /// Stands at `time`, written as RFC 3339: `2026-03-09T16:50:00+01:00`.
    ///
    /// # Panics
    /// When it is written otherwise.
    #[must_use]
    pub fn at(time: &str) -> Self {
        Self(Arc::new(Mutex::new(read(time))))
    }

    /// Puts the clock to `time`, written as for [`Self::at`]. It may go back.
    ///
    /// # Panics
    /// When it is written otherwise.
    pub fn set(&self, time: &str) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = read(time);
    }

    /// Moves the clock on by this many seconds; back, when negative.
    pub fn advance_seconds(&self, seconds: i64) {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *now += TimeDelta::seconds(seconds);
    }

    /// Moves the clock on by this many times 24 hours; back, when negative.
    pub fn advance_days(&self, days: i64) {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *now += TimeDelta::days(days);
    }
}

impl Default for FixedClock {
    /// A Monday at ten to five.
    fn default() -> Self {
        Self::at("2026-03-09T16:50:00+01:00")
    }
}

impl Clock for FixedClock {
    fn now(&self) -> DateTime<FixedOffset> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn read(time: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(time).expect("a time in a test is written as RFC 3339")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_share_their_time() {
        let clock = FixedClock::default();
        let other = clock.clone();
        clock.advance_days(1);
        assert_eq!(other.now().to_rfc3339(), "2026-03-10T16:50:00+01:00");
        other.set("2026-03-09T09:00:00+01:00");
        clock.advance_seconds(-1);
        assert_eq!(clock.now().to_rfc3339(), "2026-03-09T08:59:59+01:00");
    }
}
