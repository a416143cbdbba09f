//! Time as an argument, so that tests can say which day it is.

use chrono::{DateTime, FixedOffset, Local};

/// Tells the time and the zone's offset at that time.
pub trait Clock: Send + Sync {
    /// Now, with the offset of the place where the person is.
    fn now(&self) -> DateTime<FixedOffset>;
}

/// The machine's own clock and zone.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the clock that all others take")]
    fn now(&self) -> DateTime<FixedOffset> {
        Local::now().fixed_offset()
    }
}
