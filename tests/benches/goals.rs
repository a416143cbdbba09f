//! The twelve goals, each held against what was measured in the same run. A goal of which something
//! was not measured is neither met nor missed.

use crate::{
    measured::{Measured, SMALL},
    samples::{figure, ms},
};

/// What came of a goal.
pub struct Verdict {
    pub number: usize,
    pub goal: &'static str,
    pub measured: String,
    /// None where it was not measured.
    pub met: Option<bool>,
}

/// What may take longer the more there is: it reads all of it, or is named by the goal itself.
const GROWS: &[&str] = &[
    "store.best",
    "store.everything",
    "store.alias page",
    "store.alias page right after unlock",
    "store.newest of an alias right after unlock",
    "store.words of an alias right after unlock",
];

/// What came of the measurements of a goal: told in a line, and whether they meet it.
type Held = Option<(String, bool)>;

/// A goal, and how it is held against what was measured.
type Goal = (&'static str, fn(&Measured) -> Held);

const GOALS: [Goal; 12] = [
    ("unlock: first 50 rows within key derivation + 10 ms (p95)", |all| {
        most(all, &[("store.unlock", 0.95, 10.0)])
    }),
    ("durable save: p50 ≤ 3 × fdatasync + 0.3, p95 ≤ fdatasync + 3, never over 50 ms", save),
    ("word search, newest 20 with excerpt: p95 ≤ 3, p99 ≤ 10 ms", |all| {
        most(all, &[("store.word", 0.95, 3.0), ("store.word", 0.99, 10.0)])
    }),
    ("word part complete, p95 ≤ 20 ms; prefix p95 ≤ 15 ms", parts),
    ("key press to painted results: p95 ≤ 50 ms", |all| {
        most(all, &[("window.key to results", 0.95, 50.0)])
    }),
    ("search within one alias ≤ 5 ms, also right after unlock", |all| {
        let (warm, cold) = ("store.words of an alias", "store.words of an alias right after unlock");
        most(all, &[(warm, 0.95, 5.0), (cold, 0.95, 5.0)])
    }),
    ("latest 50 ≤ 2 ms, one alias ≤ 6 ms, right after unlock", |all| {
        let latest = ("store.latest right after unlock", 0.95, 2.0);
        let newest = ("store.newest of an alias right after unlock", 0.95, 6.0);
        most(all, &[latest, newest, ("store.alias page right after unlock", 0.95, 6.0)])
    }),
    ("reading everything ≤ 2.5 × plain SQLite", |all| {
        ratios(all, &[("store.everything", "plain.everything", 2.5)])
    }),
    ("file ≤ 2.2 × the text", |all| figures(all, &[("file / text", 2.2)])),
    ("SQLCipher ≤ 1.2 × plain for warm reads, ≤ 2 × for saves", |all| {
        let pairs = [
            ("cipher.word", "plain.word", 1.2),
            ("cipher.two words", "plain.two words", 1.2),
            ("cipher.latest", "plain.latest", 1.2),
            ("cipher.newest of an alias", "plain.newest of an alias", 1.2),
            ("cipher.save", "plain.save", 2.0),
        ];
        ratios(all, &pairs)
    }),
    ("cold start ≤ 1.25 × MiniBrowser, below Chromium; installer ≤ 15 MB", |all| {
        let start = [("start / MiniBrowser", 1.25), ("start / Chromium --app", 1.0)];
        figures(all, &[start[0], start[1], ("installer in MB", 15.0)])
    }),
    ("any screen or search at the largest size ≤ 3 × its time at 1,000", growth),
];

/// All twelve.
pub fn verdicts(measured: &Measured) -> Vec<Verdict> {
    let verdict = |((goal, held), number): (Goal, usize)| {
        let (measured, met) = held(measured).unzip();
        Verdict { number, goal, measured: measured.unwrap_or_default(), met }
    };
    GOALS.into_iter().zip(1..).map(verdict).collect()
}

/// Holds shares of operations against the most that they may take, in milliseconds.
fn most(measured: &Measured, asked: &[(&str, f64, f64)]) -> Held {
    let (mut texts, mut met) = (Vec::new(), true);
    for (name, share, limit) in asked {
        let taken = measured.times(name)?.at(*share);
        texts.push(format!("{} p{} {}", short(name), share * 100.0, figure(taken)));
        met &= taken <= *limit;
    }
    Some((texts.join(" · "), met))
}

/// Holds the middles of operations against those of others.
fn ratios(measured: &Measured, asked: &[(&str, &str, f64)]) -> Held {
    let (mut texts, mut met) = (Vec::new(), true);
    for (name, beside, limit) in asked {
        let ratio = measured.ratio(name, beside)?;
        texts.push(format!("{} {ratio:.2} ×", short(name)));
        met &= ratio <= *limit;
    }
    Some((texts.join(" · "), met))
}

fn figures(measured: &Measured, asked: &[(&str, f64)]) -> Held {
    let (mut texts, mut met) = (Vec::new(), true);
    for (name, limit) in asked {
        let got = measured.get(name)?;
        texts.push(format!("{name} {}", figure(got)));
        met &= got <= *limit;
    }
    Some((texts.join(" · "), met))
}

/// Three times the disk and 0.3 ms; once the disk and 3 ms.
fn save(measured: &Measured) -> Held {
    let (disk, save) = (measured.times("disk.fdatasync")?.median(), measured.times("store.save")?);
    let (p50, p95) = (3.0 * disk + 0.3, disk + 3.0);
    let text = format!("{}; allowed {} and {}", save.spread(), figure(p50), figure(p95));
    Some((text, save.median() <= p50 && save.p95() <= p95 && save.longest() <= 50.0))
}

fn parts(measured: &Measured) -> Held {
    let (text, met) = most(measured, &[("store.part", 0.95, 20.0), ("store.prefix", 0.95, 15.0)])?;
    let missing = measured.get("entries a scan finds and a search does not")?;
    Some((format!("{text} · {missing} entries missing"), met && missing == 0.0))
}

/// The operations that take more than three times as long in the largest journal.
fn growth(measured: &Measured) -> Held {
    let mut over = Vec::new();
    let mut compared = 0;
    for name in measured.names().filter(|name| name.starts_with("store.") || name.starts_with("window.")) {
        let Some(ratio) = measured.ratio(name, &format!("{name}{SMALL}")) else { continue };
        if GROWS.contains(&name) {
            continue;
        }
        compared += 1;
        if ratio > 3.0 {
            let taken = measured.times(name)?.median();
            over.push(format!("{} {ratio:.1} × ({})", short(name), ms(taken)));
        }
    }
    let text = match over.is_empty() {
        true => format!("{compared} operations"),
        false => format!("over: {}", over.join(", ")),
    };
    (compared > 0).then_some((text, over.is_empty()))
}

/// The name of an operation without its room.
fn short(name: &str) -> &str {
    name.split_once('.').map_or(name, |(_, what)| what)
}
