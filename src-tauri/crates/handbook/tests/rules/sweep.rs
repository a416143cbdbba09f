//! Ten thousand seeds for every combination of kind, moment, minutes and baggage, walked
//! through once; every rule looks at every sitting. The even seeds are for the Dutch edition and the
//! odd ones for the English: `editions.rs` shows that they differ in words only, of which choosing
//! reads none.
//!
//! What is answered lately, the mood and a young person are drawn at random, [`VARIANTS`] times
//! for each combination, and the seeds go round among them. The rules that choose again do so once
//! for every [`ROUND`] seeds; the one that empties the pool, once for every combination.

use std::{collections::BTreeSet, ops::Range, sync::LazyLock, thread};

use handbook::{Choice, Kind, MINUTES, Mood, Pack, Question, QuestionId};

use crate::{
    facts::Facts,
    rule::{Rule, Sitting},
};

/// The seeds of every combination, for our own pack.
pub const SEEDS: u64 = 10_000;
/// And for our pack with another beside it.
pub const JOINED_SEEDS: u64 = 1_000;
const VARIANTS: u64 = 32;
const ROUND: u64 = 16;

/// The Dutch and the English edition.
pub static EDITIONS: LazyLock<[Pack; 2]> = LazyLock::new(|| {
    [
        Pack::read(include_str!("../../../../../assets/handbook/nl/dichterbij.toml")).expect("it reads"),
        Pack::read(include_str!("../../../../../assets/handbook/en/dichterbij.toml")).expect("it reads"),
    ]
});

/// What was found on the way.
#[derive(Default)]
pub struct Report {
    /// The first sitting that breaks a rule.
    pub broken: [Option<String>; Rule::ALL.len()],
    /// Of either language.
    pub combinations: usize,
    pub sittings: u64,
    /// Sittings in which a rule had something to say; a rule that never had is not shown.
    pub spoke: [u64; Rule::ALL.len()],
}

/// The walk, made once for all tests.
pub static REPORT: LazyLock<Report> = LazyLock::new(|| {
    let [dutch, english] = &*EDITIONS;
    thread::scope(|scope| {
        let other = scope.spawn(|| walk([english, dutch], 1, SEEDS));
        let mut report = walk([dutch, english], 0, SEEDS);
        let other = other.join().expect("the walk does not panic");
        report.combinations += other.combinations;
        report.sittings += other.sittings;
        for (rule, (spoke, broken)) in other.spoke.into_iter().zip(other.broken).enumerate() {
            report.spoke[rule] += spoke;
            report.broken[rule] = report.broken[rule].take().or(broken);
        }
        report
    })
});

/// Our pack with the example of an organisation's beside it, read twice.
pub static JOINED: LazyLock<[Pack; 2]> = LazyLock::new(|| {
    let page = include_str!("../../../../../assets/handbook/README.md");
    let (_, example) = page.split_once("```toml\n").expect("an example");
    let (example, _) = example.split_once("```").expect("its end");
    let ours = &EDITIONS[0];
    // The rules know a question by its line, so theirs begin below ours.
    let below = ours.questions().iter().map(|question| question.line as usize).max().expect("questions");
    let theirs = Pack::read_beside(&format!("{}{example}", "\n".repeat(below)), ours).expect("it reads");
    [ours.with(&[&theirs]), ours.with(&[&theirs])]
});

/// The same walk through the joined pack.
pub static JOINED_REPORT: LazyLock<Report> = LazyLock::new(|| {
    let [joined, again] = &*JOINED;
    walk([joined, again], 0, JOINED_SEEDS)
});

/// The sittings that a screen offers, for each kind: moments, minutes, what is carried.
pub fn combinations(pack: &Pack) -> usize {
    let of_kind = |kind: &Kind| kind.looking_back().len() * MINUTES.len() * kind.carried().len();
    pack.kinds().iter().map(of_kind).sum()
}

/// Walks with every other seed, from `first` on.
fn walk(editions: [&Pack; 2], first: u64, seeds: u64) -> Report {
    let [pack, _] = editions;
    let mut report = Report::default();
    let mut dice = Dice(pack.questions().len() as u64);
    for kind in pack.kinds() {
        for (moment, minutes) in kind.looking_back().iter().flat_map(|m| MINUTES.map(|minutes| (*m, minutes)))
        {
            for baggage in kind.carried() {
                let choice = Choice { moment, baggage: *baggage, ..Choice::new(&kind.id, minutes, 0) };
                combination(editions, kind, &choice, first..seeds, &mut dice, &mut report);
            }
        }
    }
    report
}

fn combination(
    [pack, translation]: [&Pack; 2],
    kind: &Kind,
    choice: &Choice<'_>,
    seeds: Range<u64>,
    dice: &mut Dice,
    report: &mut Report,
) {
    report.combinations += 1;
    let first = seeds.start;
    let mut different: BTreeSet<Vec<u32>> = BTreeSet::new();
    for variant in (first..VARIANTS).step_by(2) {
        let lately = if variant == first { Vec::new() } else { dice.some_of(&pack.pool(choice), pack) };
        let (mood, young) = if variant == first { (None, false) } else { dice.person() };
        let choice = Choice { recently_answered: &lately, mood, young, ..*choice };
        let facts = Facts::new(pack, kind, &choice);
        for seed in (variant..seeds.end).step_by(VARIANTS as usize) {
            let choice = Choice { seed, ..choice };
            let chosen = pack.choose(&choice);
            let sitting = Sitting {
                facts: &facts,
                translation,
                choice: &choice,
                chosen: &chosen,
                rounds: (seed / VARIANTS).is_multiple_of(ROUND),
                long_rounds: seed == first,
            };
            report.sittings += 1;
            for rule in Rule::ALL {
                match sitting.keeps(rule) {
                    None => {}
                    Some(true) => report.spoke[rule as usize] += 1,
                    Some(false) => {
                        report.broken[rule as usize].get_or_insert_with(|| shown(&choice, &chosen));
                    }
                }
            }
            if sitting.rounds {
                different.insert(chosen.iter().map(|question| question.line).collect());
            }
        }
    }
    // Rule 7 over the seeds: where there is a choice, chance makes one.
    if pack.pool(choice).len() > handbook::most_questions(choice.minutes) {
        if different.len() > 1 {
            report.spoke[Rule::OthersNextTime as usize] += 1;
        } else {
            report.broken[Rule::OthersNextTime as usize].get_or_insert_with(|| shown(choice, &[]));
        }
    }
}

fn shown(choice: &Choice<'_>, chosen: &[&Question]) -> String {
    let ids: Vec<&str> = chosen.iter().map(|question| question.id.as_str()).collect();
    format!("{choice:?} gives {ids:?}")
}

/// Plain chance for what the tests vary beside the seed: Marsaglia's xorshift64.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }

    /// Some questions, most of them from the pool, some from anywhere, none to nearly all.
    fn some_of(&mut self, pool: &[&Question], pack: &Pack) -> Vec<QuestionId> {
        let most = if self.below(4) == 0 { pool.len() } else { 8 };
        let many = self.below(most + 4);
        let mut ids = Vec::new();
        for _ in 0..many {
            let from_pool = !pool.is_empty() && self.below(4) > 0;
            let question = if from_pool {
                pool[self.below(pool.len())]
            } else {
                &pack.questions()[self.below(pack.questions().len())]
            };
            if !ids.contains(&question.id) {
                ids.push(question.id.clone());
            }
        }
        ids
    }

    fn person(&mut self) -> (Option<Mood>, bool) {
        let moods = [None, Some(Mood::Calm), Some(Mood::Touched), Some(Mood::Angry), Some(Mood::Proud)];
        (moods[self.below(5)], self.below(2) == 0)
    }
}
