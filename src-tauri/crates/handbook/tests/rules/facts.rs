//! What is known about one choice before any seed: worked out here from the questions' fields, so
//! that the chooser is not its own witness.

use handbook::{Aspect, Choice, Group, Kind, Pack, Question, QuestionId};

/// The aspects, as bits and as places in [`Facts::best`].
pub const ASPECTS: usize = 7;

/// One choice without its seed, and what every sitting for it must answer to.
pub struct Facts<'p> {
    pub pack: &'p Pack,
    /// The pool, in the order of the pack.
    pub pool: Vec<&'p Question>,
    /// By the line of a question, which no other question has.
    fits: Vec<bool>,
    ranks: Vec<u64>,
    /// The best rank of each aspect in the pool; [`u64::MAX`] without one.
    pub best: [u64; ASPECTS],
    /// How many aspects the pool has.
    pub aspects: usize,
    pub has_outward: bool,
    pub has_next_step: bool,
}

impl<'p> Facts<'p> {
    pub fn new(pack: &'p Pack, kind: &Kind, choice: &Choice<'_>) -> Self {
        let lines = pack.questions().iter().map(|question| question.line as usize).max().expect("questions");
        let mut facts = Self {
            pack,
            pool: Vec::new(),
            fits: vec![false; lines + 1],
            ranks: vec![u64::MAX; lines + 1],
            best: [u64::MAX; ASPECTS],
            aspects: 0,
            has_outward: false,
            has_next_step: false,
        };
        for question in pack.questions() {
            let line = question.line as usize;
            facts.fits[line] = fits(question, kind, choice);
            facts.ranks[line] = rank(question, choice);
            if facts.fits[line] && !question.only_as_follow_up && !question.intention {
                facts.pool.push(question);
                let best = &mut facts.best[question.aspect as usize];
                *best = (*best).min(facts.ranks[line]);
                facts.has_outward |= outward(question);
                facts.has_next_step |= question.aspect == Aspect::NextStep;
            }
        }
        facts.aspects = facts.best.iter().filter(|best| **best < u64::MAX).count();
        facts
    }

    /// Whether this question fits, alone or as a follow-up.
    pub fn fits(&self, question: &Question) -> bool {
        self.fits[question.line as usize]
    }

    /// 0 is best: what was not answered lately, then what is about the baggage, for the mood, for
    /// the young.
    pub fn rank(&self, question: &Question) -> u64 {
        self.ranks[question.line as usize]
    }

    /// Whether this question is about the baggage that was chosen.
    pub fn is_carried(&self, question: &Question) -> bool {
        self.rank(question) & CARRIED_NOT == 0
    }

    /// How lately this question was answered; 0 for not lately.
    pub fn recency(&self, question: &Question) -> u64 {
        recency_of(self.rank(question))
    }
}

/// The bit of a rank that says: not about the baggage.
const CARRIED_NOT: u64 = 4;
/// All of a rank above this is how lately.
const RECENT: u64 = 8;

pub fn recency_of(rank: u64) -> u64 {
    rank / RECENT
}

pub fn outward(question: &Question) -> bool {
    matches!(question.aspect, Aspect::Other | Aspect::Event)
}

/// How many questions rule 3 allows.
pub fn most(minutes: u8) -> usize {
    match minutes {
        2 => 1,
        5 => 3,
        15 => 4,
        30 => 6,
        other => panic!("no screen offers {other} minutes"),
    }
}

fn fits(question: &Question, kind: &Kind, choice: &Choice<'_>) -> bool {
    let of_kind = question.kinds.contains(&kind.id) || kind.conversation && question.any_conversation;
    let carried = choice.baggage.unwrap_or(handbook::Baggage::Unknown);
    let of_baggage = question.baggage.is_empty() || question.baggage.contains(&carried);
    let of_moment = question.moments.contains(&choice.moment);
    of_kind && of_baggage && of_moment && question.minutes <= choice.minutes
}

fn rank(question: &Question, choice: &Choice<'_>) -> u64 {
    let lately: &[QuestionId] = choice.recently_answered;
    let place = lately.iter().position(|id| *id == question.id);
    let recency = place.map_or(0, |place| lately.len() - place) as u64;
    let said = choice.baggage.filter(|baggage| *baggage != handbook::Baggage::Unknown);
    let carried = said.is_some_and(|baggage| question.baggage.contains(&baggage));
    let mood = choice.mood.is_some_and(|mood| question.moods.contains(&mood));
    let young = choice.young && question.group == Some(Group::Young);
    recency * RECENT + u64::from(!carried) * CARRIED_NOT + u64::from(!mood) * 2 + u64::from(!young)
}
