//! The same measures, found another way: by ranks, as statisticians before computers did. The tests hold
//! the product against it.

use crate::Better;

/// NAP from the Mann–Whitney U of the trial phase: from the sum of the mean ranks of its values among
/// all.
pub(crate) fn nap(begin: &[u32], trial: &[u32], better: Better) -> f64 {
    let mut all: Vec<u32> = begin.iter().chain(trial).copied().collect();
    all.sort_unstable();
    // Twice the mean rank of equal values, so that it is a whole number.
    let twice_rank = |value: u32| {
        let below = all.partition_point(|&other| other < value);
        let until = all.partition_point(|&other| other <= value);
        below + until + 1
    };
    let twice_sum: usize = trial.iter().map(|&value| twice_rank(value)).sum();
    let of_trial = trial.len();
    let twice_u = (twice_sum - of_trial * (of_trial + 1)) as f64;
    let share = twice_u / 2.0 / (begin.len() * of_trial) as f64;
    match better {
        Better::Higher => share,
        Better::Lower => 1.0 - share,
    }
}

/// Kendall's S of a phase: each value among those before it, which are held sorted.
pub(crate) fn s(phase: &[u32], better: Better) -> i64 {
    let mut sorted: Vec<u32> = Vec::new();
    let mut rose = 0;
    for &value in phase {
        let below = sorted.partition_point(|&other| other < value);
        let until = sorted.partition_point(|&other| other <= value);
        rose += i64::try_from(below).expect("small") - i64::try_from(sorted.len() - until).expect("small");
        sorted.insert(below, value);
    }
    match better {
        Better::Higher => rose,
        Better::Lower => -rose,
    }
}
