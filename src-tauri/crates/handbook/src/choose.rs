//! Choosing the questions of one sitting.
//!
//! The rules, and why:
//!
//! 1. Only what fits: the kind of contact, the moment, the minutes, and what the resident carries.
//! 2. At most one question for each [`Aspect`], so that a sitting does not ask the same thing twice
//!    in other words.
//! 3. What was answered lately waits. What was merely shown or skipped leaves no trace anywhere, so
//!    it cannot wait: a skip is not a fact about anybody.
//! 4. Questions about what the resident carries go first, when the writer chose to say so.
//! 5. From two questions on, at least one looks at the other or at what happened, where the pool has
//!    one: reflection on oneself alone turns in a circle.
//! 6. From three questions on, the last one is a next step, where the pool has one.
//! 7. The others go from the surface down, by depth: nobody starts a sitting with the hardest part.
//! 8. All else is chance, and chance is the seed: the same seed, pack and choice give the same
//!    questions in the same order, in each language of the pack.

use crate::{
    id::{KindId, QuestionId},
    pack::{Aspect, Baggage, Moment, Pack, Question},
    shuffle::SplitMix64,
};

/// From how many questions on the last one is a next step.
const CLOSING_FROM: usize = 3;
/// From how many questions on one must look at the other or at what happened.
const OUTWARD_FROM: usize = 2;

/// What to choose questions for.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'a> {
    /// The kind of contact.
    pub kind: &'a KindId,
    /// How many questions at most.
    pub count: usize,
    /// Where chance begins. Keep it with the sitting to find the same questions again.
    pub seed: u64,
    /// Questions answered lately, the latest first.
    pub recently_answered: &'a [QuestionId],
    /// When the writer looks back.
    pub moment: Moment,
    /// How many minutes the writer has.
    pub minutes: u8,
    /// What the resident carries; none when nothing was said about it.
    pub baggage: Option<Baggage>,
}

impl<'a> Choice<'a> {
    /// A sitting on the day of the contact, of five minutes, with nothing answered lately and
    /// nothing said about what the resident carries.
    #[must_use]
    pub const fn new(kind: &'a KindId, count: usize, seed: u64) -> Self {
        Self {
            kind,
            count,
            seed,
            recently_answered: &[],
            moment: Moment::RightAfter,
            minutes: 5,
            baggage: None,
        }
    }
}

impl Pack {
    /// The questions of one sitting, in the order in which to ask them. Fewer than asked for when
    /// the pool has fewer aspects; none for a kind that the pack does not have.
    #[must_use]
    pub fn choose(&self, choice: &Choice<'_>) -> Vec<&Question> {
        let mut order = self.pool(choice);
        SplitMix64::new(choice.seed).shuffle(&mut order);
        order.sort_by_key(|question| (recency(question, choice), !speaks_of_baggage(question, choice)));

        let first_of = |aspects: &[Aspect]| order.iter().position(|q| aspects.contains(&q.aspect));
        let closing = if choice.count >= CLOSING_FROM { first_of(&[Aspect::NextStep]) } else { None };
        let outward =
            if choice.count >= OUTWARD_FROM { first_of(&[Aspect::Other, Aspect::Event]) } else { None };
        let reserved = [outward, closing];
        let mut used: Vec<Aspect> = reserved.iter().flatten().map(|place| order[*place].aspect).collect();
        let mut places: Vec<usize> = outward.into_iter().collect();
        for (place, question) in order.iter().enumerate() {
            if places.len() + usize::from(closing.is_some()) >= choice.count {
                break;
            }
            if !used.contains(&question.aspect) {
                used.push(question.aspect);
                places.push(place);
            }
        }
        // A next step comes last, also where no place was kept for it.
        places.sort_by_key(|place| {
            let question = order[*place];
            (question.aspect == Aspect::NextStep, question.depth, *place)
        });
        places.into_iter().chain(closing).map(|place| order[place]).collect()
    }

    /// All questions that fit, in the order of the pack.
    #[must_use]
    pub fn pool(&self, choice: &Choice<'_>) -> Vec<&Question> {
        let Some(kind) = self.kind(choice.kind) else { return Vec::new() };
        self.questions
            .iter()
            .filter(|question| {
                !question.only_as_follow_up
                    && !question.intention
                    && question.fits(kind)
                    && question.moments.contains(&choice.moment)
                    && question.minutes <= choice.minutes
                    && fits_baggage(question, choice.baggage)
            })
            .collect()
    }
}

/// With nothing said, or "hard to say", no question guesses what the resident carries.
fn fits_baggage(question: &Question, baggage: Option<Baggage>) -> bool {
    question.baggage.is_empty() || question.baggage.contains(&baggage.unwrap_or(Baggage::Unknown))
}

fn speaks_of_baggage(question: &Question, choice: &Choice<'_>) -> bool {
    choice.baggage.is_some_and(|baggage| question.baggage.contains(&baggage))
}

/// 0 for what was not answered lately, and more the more lately it was.
fn recency(question: &Question, choice: &Choice<'_>) -> usize {
    let answered = choice.recently_answered;
    answered.iter().position(|id| *id == question.id).map_or(0, |place| answered.len() - place)
}
