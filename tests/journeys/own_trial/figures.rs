//! What a comparison of two phases must say, worked out in other ways than the app does it: by the ranks
//! of all values together, and by putting the values of the begin phase in order one after the other.

/// The figures of two phases of a trial in which lower is better.
pub struct Figures {
    /// In how many of all pairs the trial phase is better.
    pub better: f64,
    /// In how many it is worse.
    pub worse: f64,
    /// In how many the two are equal.
    pub equal: f64,
    /// The share that is better, an equal pair counting for a half.
    pub nap: f64,
    /// The share that is better less the share that is worse.
    pub tau: f64,
    /// The same less what went to better by itself in the begin phase.
    pub corrected: f64,
    /// Of the begin phase: the pairs in the order of time that went to better, less those to worse.
    pub begin: f64,
}

impl Figures {
    /// Of two phases, each in the order of time.
    pub fn of(begin: &[u32], trial: &[u32]) -> Self {
        // With the sign turned, higher is better.
        let turned = |values: &[u32]| values.iter().map(|value| -i64::from(*value)).collect::<Vec<_>>();
        let (begin, trial) = (turned(begin), turned(trial));
        let pairs = (begin.len() * trial.len()) as f64;
        let equal: usize =
            trial.iter().map(|value| begin.iter().filter(|other| *other == value).count()).sum();
        let above = u_of_mann_and_whitney(&begin, &trial);
        let better = above - equal as f64 / 2.0;
        let nap = above / pairs;
        let tau = 2.0 * nap - 1.0;
        let begin = s_of_kendall(&begin);
        let corrected = tau - begin / pairs;
        Self { better, worse: pairs - better - equal as f64, equal: equal as f64, nap, tau, corrected, begin }
    }
}

/// A figure as a Dutch screen says it: two digits behind the comma at most, and a minus as wide as a digit.
pub fn in_dutch(figure: f64) -> String {
    let text = format!("{figure:.2}");
    text.trim_end_matches('0').trim_end_matches('.').replace('.', ",").replace('-', "−")
}

/// U of the second phase: the sum of its ranks among all values, less the least that sum can be. Values that
/// are equal share the mean of their ranks.
fn u_of_mann_and_whitney(first: &[i64], second: &[i64]) -> f64 {
    let mut all = [first, second].concat();
    all.sort_unstable();
    let rank = |value: i64| {
        let below = all.partition_point(|other| *other < value);
        let up_to = all.partition_point(|other| *other <= value);
        (below + 1 + up_to) as f64 / 2.0
    };
    let sum: f64 = second.iter().map(|value| rank(*value)).sum();
    let count = second.len() as f64;
    sum - count * (count + 1.0) / 2.0
}

/// S of values in the order of time: each is put among those before it, and more of them below than above
/// it means that it went up.
fn s_of_kendall(values: &[i64]) -> f64 {
    let (mut s, mut before) = (0.0, Vec::new());
    for value in values {
        let below = before.partition_point(|other| other < value);
        let up_to = before.partition_point(|other| other <= value);
        s += below as f64 - (before.len() - up_to) as f64;
        before.insert(below, *value);
    }
    s
}
