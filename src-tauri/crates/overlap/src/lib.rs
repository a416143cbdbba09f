//! How far two phases of a single-case study overlap. Pure arithmetic: no dependency, no file, no clock.
//!
//! The measures are those of the field, with the formulas of their papers, so that what a screen shows
//! can be computed again by hand or in R:
//!
//! - NAP, the non-overlap of all pairs: Parker, R. I., & Vannest, K. (2009). An improved effect size for
//!   single-case research: Nonoverlap of all pairs. *Behavior Therapy, 40*(4), 357–367.
//!   doi:10.1016/j.beth.2008.10.006
//! - Tau-U, plain and corrected for the trend of the begin phase: Parker, R. I., Vannest, K. J., Davis,
//!   J. L., & Sauber, S. B. (2011). Combining nonoverlap and trend for single-case research: Tau-U.
//!   *Behavior Therapy, 42*(2), 284–299. doi:10.1016/j.beth.2010.08.006
//!
//! Both are counted as the R package `SingleCaseES` counts them. They say how far the values of two phases
//! lie apart, and nothing of why: no measure here knows a cause, and none knows a significance.

#[cfg(test)]
mod tests;

use std::cmp::Ordering;

/// The fewest measurements of a phase of which a screen says anything. With fewer one value decides all.
pub const LEAST: usize = 5;

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// A higher value is better.
    Higher,
    /// A lower value is better.
    Lower,
}

/// Where the values of a phase went by themselves, in the order of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Went {
    /// To better.
    Better,
    /// To worse.
    Worse,
    /// Neither: as many pairs went the one way as the other.
    Flat,
}

/// How a trial phase stands against a begin phase: every value of the one beside every value of the
/// other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlap {
    /// In how many pairs the value of the trial phase is better.
    pub better: u64,
    /// In how many it is worse.
    pub worse: u64,
    /// In how many the two are equal.
    pub equal: u64,
    /// S of the begin phase: of its pairs in the order of time, how many went to better, less those that
    /// went to worse.
    pub begin: i64,
}

/// How far two phases overlap, each in the order of time; none where one of them has fewer than
/// [`LEAST`] values.
#[must_use]
pub fn overlap(begin: &[u32], trial: &[u32], better: Better) -> Option<Overlap> {
    if begin.len() < LEAST || trial.len() < LEAST { None } else { Overlap::of(begin, trial, better) }
}

/// The median: the value in the middle, or the mean of the two there; none of nothing.
#[must_use]
pub fn median(values: &[u32]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = sorted[(sorted.len() - 1) / 2];
    Some(f64::midpoint(f64::from(lower), f64::from(upper)))
}

impl Overlap {
    /// As [`overlap`] does it, but of any two phases that have a value at all. The published examples are
    /// shorter than what a screen may speak of.
    #[must_use]
    pub fn of(begin: &[u32], trial: &[u32], better: Better) -> Option<Self> {
        if begin.is_empty() || trial.is_empty() {
            return None;
        }
        let mut between = Pairs::default();
        for &before in begin {
            trial.iter().for_each(|&after| between.add(before, after, better));
        }
        let mut within = Pairs::default();
        for (place, &before) in begin.iter().enumerate() {
            begin[place + 1..].iter().for_each(|&after| within.add(before, after, better));
        }
        let Pairs { better, worse, equal } = between;
        Some(Self { better, worse, equal, begin: within.s() })
    }

    /// NAP, 0 to 1: the share of pairs in which the trial phase is better, an equal pair counting for a
    /// half. At 0.5 the phases overlap as if they were one. Parker & Vannest 2009.
    #[must_use]
    pub fn nap(&self) -> f64 {
        (self.better as f64 + self.equal as f64 / 2.0) / self.pairs()
    }

    /// Tau-U without correction, −1 to 1: S between the phases, of all pairs. It is 2 × NAP − 1. Parker,
    /// Vannest, Davis & Sauber 2011.
    #[must_use]
    pub fn tau(&self) -> f64 {
        self.between() as f64 / self.pairs()
    }

    /// Tau-U corrected for where the begin phase was already going: S between the phases less S of the
    /// begin phase, of the pairs between the phases. It can leave −1 to 1, for what is taken off is
    /// counted over other pairs than it is divided by. Parker, Vannest, Davis & Sauber 2011, as in
    /// `SingleCaseES`.
    #[must_use]
    pub fn tau_corrected(&self) -> f64 {
        (self.between() - self.begin) as f64 / self.pairs()
    }

    /// Where the begin phase was already going by itself.
    #[must_use]
    pub fn begin_went(&self) -> Went {
        match self.begin.cmp(&0) {
            Ordering::Greater => Went::Better,
            Ordering::Less => Went::Worse,
            Ordering::Equal => Went::Flat,
        }
    }

    /// S between the phases.
    fn between(&self) -> i64 {
        self.better.cast_signed() - self.worse.cast_signed()
    }

    /// Every pair between the phases. There is one at least.
    fn pairs(&self) -> f64 {
        (self.better + self.worse + self.equal) as f64
    }
}

/// How many pairs went which way. The number of pairs of two lists in memory is within 64 bits.
#[derive(Default)]
struct Pairs {
    better: u64,
    worse: u64,
    equal: u64,
}

impl Pairs {
    fn add(&mut self, before: u32, after: u32, better: Better) {
        let rose = match better {
            Better::Higher => after.cmp(&before),
            Better::Lower => before.cmp(&after),
        };
        match rose {
            Ordering::Greater => self.better += 1,
            Ordering::Less => self.worse += 1,
            Ordering::Equal => self.equal += 1,
        }
    }

    /// S: those that went to better less those that went to worse.
    fn s(&self) -> i64 {
        self.better.cast_signed() - self.worse.cast_signed()
    }
}
