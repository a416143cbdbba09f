//! Durations, and what can be said of many of them.

use std::time::{Duration, Instant};

/// Durations in milliseconds.
#[derive(Debug, Default, Clone)]
pub struct Samples(Vec<f64>);

impl Samples {
    /// Runs something and keeps how long it took.
    pub fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let begin = Instant::now();
        let done = work();
        self.push(begin.elapsed());
        done
    }

    /// Adds a duration.
    pub fn push(&mut self, duration: Duration) {
        self.push_ms(duration.as_secs_f64() * 1_000.0);
    }

    /// Adds a duration in milliseconds.
    pub fn push_ms(&mut self, ms: f64) {
        let place = self.0.partition_point(|other| *other < ms);
        self.0.insert(place, ms);
    }

    /// Adds those of others.
    pub fn join(&mut self, others: &Self) {
        others.0.iter().for_each(|ms| self.push_ms(*ms));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The least value that `share` of the samples do not exceed; NaN when there are none.
    pub fn at(&self, share: f64) -> f64 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a share of a small count is a small count"
        )]
        let place = (share * self.0.len() as f64).ceil() as usize;
        self.0.get(place.saturating_sub(1)).copied().unwrap_or(f64::NAN)
    }

    /// The middle one.
    pub fn median(&self) -> f64 {
        self.at(0.5)
    }

    /// What one in twenty exceeds.
    pub fn p95(&self) -> f64 {
        self.at(0.95)
    }

    /// The longest.
    pub fn longest(&self) -> f64 {
        self.at(1.0)
    }

    /// Median, 95th percentile and longest, as one cell of the table.
    pub fn spread(&self) -> String {
        format!("p50 {} · p95 {} · max {}", figure(self.median()), figure(self.p95()), ms(self.longest()))
    }

    /// Median and both ends, for few samples.
    pub fn range(&self) -> String {
        format!("{} ({} – {})", ms(self.median()), figure(self.at(0.0)), figure(self.longest()))
    }
}

/// Milliseconds with their unit.
pub fn ms(value: f64) -> String {
    format!("{} ms", figure(value))
}

/// Milliseconds with as many digits as mean something.
pub fn figure(value: f64) -> String {
    let digits = match value.abs() {
        ..10.0 => 2,
        ..100.0 => 1,
        _ => 0,
    };
    format!("{value:.digits$}")
}
