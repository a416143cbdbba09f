//! Choosing the questions of one sitting.
//!
//! The rules, and why:
//!
//! 1. Only what fits: the kind of contact, the moment, the minutes, and what the resident carries.
//!    A follow-up comes after its parent or not at all; the wording of a closing page comes there.
//! 2. A sitting is short: [`most_questions`], follow-ups included.
//! 3. At most one question for each [`Aspect`], so that a sitting does not ask the same thing twice
//!    in other words. A follow-up asks on, and is exempt.
//! 4. What was answered lately waits. What was merely shown or skipped leaves no trace anywhere, so
//!    it cannot wait: a skip is not a fact about anybody.
//! 5. Questions about what the resident carries go first, when the writer chose to say so; then
//!    those for the writer's mood; then, with a young person, those written for the young.
//! 6. From two questions on, at least one looks at the other or at what happened, where the pool has
//!    one: reflection on oneself alone turns in a circle.
//! 7. From three questions on, the last one is a next step, where the pool has one.
//! 8. The others go from the surface down, by depth: nobody starts a sitting with the hardest part.
//! 9. A question that has a follow-up brings it along where there is room ([`follow_ups`]).
//! 10. All else is chance, and chance is the seed: the same seed, pack and choice give the same
//!     questions in the same order, in each language of the pack.

mod follow_ups;

use crate::{
    id::{KindId, QuestionId},
    pack::{Aspect, Baggage, Group, Moment, Mood, Pack, Question},
    shuffle::SplitMix64,
};

/// From how many questions on the last one is a next step.
const CLOSING_FROM: usize = 3;
/// From how many questions on one must look at the other or at what happened.
const OUTWARD_FROM: usize = 2;
const OUTWARD: [Aspect; 2] = [Aspect::Other, Aspect::Event];

/// The most questions of one sitting of so many minutes, follow-ups included.
#[must_use]
pub const fn most_questions(minutes: u8) -> usize {
    match minutes {
        0..5 => 1,
        5..15 => 3,
        15..30 => 4,
        30.. => 6,
    }
}

/// What to choose questions for.
#[derive(Debug, Clone, Copy)]
pub struct Choice<'a> {
    /// The kind of contact.
    pub kind: &'a KindId,
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
    /// How the writer feels; none when nothing was said about it.
    pub mood: Option<Mood>,
    /// Whether the contact was with a young person.
    pub young: bool,
}

impl<'a> Choice<'a> {
    /// A sitting on the day of the contact, with nothing answered lately and nothing said about
    /// the resident or the writer.
    #[must_use]
    pub const fn new(kind: &'a KindId, minutes: u8, seed: u64) -> Self {
        Self {
            kind,
            seed,
            recently_answered: &[],
            moment: Moment::RightAfter,
            minutes,
            baggage: None,
            mood: None,
            young: false,
        }
    }
}

impl Pack {
    /// The questions of one sitting, in the order in which to ask them, each follow-up directly
    /// after its parent: at most [`most_questions`] in all. Fewer when the pool has fewer aspects;
    /// none for a kind that the pack does not have.
    #[must_use]
    pub fn choose(&self, choice: &Choice<'_>) -> Vec<&Question> {
        let order = self.order(choice);
        let most = most_questions(choice.minutes);
        let first_of = |aspects: &[Aspect]| order.iter().position(|q| aspects.contains(&q.aspect));
        let closing = if most >= CLOSING_FROM { first_of(&[Aspect::NextStep]) } else { None };
        let outward = if most >= OUTWARD_FROM { first_of(&OUTWARD) } else { None };
        let kept = [outward, closing];

        let mut places: Vec<usize> = kept.into_iter().flatten().collect();
        let mut used: Vec<Aspect> = places.iter().map(|place| order[*place].aspect).collect();
        for (place, question) in order.iter().enumerate() {
            if places.len() >= most {
                break;
            }
            if !used.contains(&question.aspect) {
                used.push(question.aspect);
                places.push(place);
            }
        }
        places.sort_unstable();
        let followed = follow_ups::take_places(self, choice, &order, kept, &mut places);

        // A next step comes last, also where no place was kept for it.
        places.sort_by_key(|place| {
            let question = order[*place];
            (question.aspect == Aspect::NextStep, question.depth, *place)
        });
        let mut sitting = Vec::with_capacity(most);
        for place in places {
            sitting.push(order[place]);
            sitting.extend(followed.iter().filter(|(parent, _)| *parent == place).map(|(_, after)| *after));
        }
        sitting
    }

    /// Another question for the place of one that the writer does not want.
    ///
    /// `standing` are the other questions of the sitting, which keep their places; `aside` are those
    /// that were put aside in this sitting, the unwanted one among them. The rules are those of
    /// [`Pack::choose`]: it looks outward, or is a next step, where nothing that stands does; its
    /// aspect is a new one while there is one; what was answered lately waits. It brings no
    /// follow-up, and is never one. None when the pool has no other: then what stands may stay.
    #[must_use]
    pub fn another(
        &self,
        choice: &Choice<'_>,
        standing: &[QuestionId],
        aside: &[QuestionId],
    ) -> Option<&Question> {
        let most = most_questions(choice.minutes);
        let used: Vec<Aspect> = standing
            .iter()
            .filter_map(|id| self.question(id))
            .filter(|question| !question.only_as_follow_up)
            .map(|question| question.aspect)
            .collect();
        let wants_outward = most >= OUTWARD_FROM && !used.iter().any(|aspect| OUTWARD.contains(aspect));
        let wants_closing = most >= CLOSING_FROM && !used.contains(&Aspect::NextStep);
        // Of equals the first is taken, and the order has all the other rules in it.
        self.order(choice)
            .into_iter()
            .filter(|question| !standing.contains(&question.id) && !aside.contains(&question.id))
            .min_by_key(|question| match question.aspect {
                aspect if wants_outward && OUTWARD.contains(&aspect) => 0,
                Aspect::NextStep if wants_closing => 1,
                aspect if !used.contains(&aspect) => 2,
                _ => 3,
            })
    }

    /// All questions that fit, in the order of the pack; no follow-ups, and no wordings of a
    /// closing page.
    #[must_use]
    pub fn pool(&self, choice: &Choice<'_>) -> Vec<&Question> {
        let Some(kind) = self.kind(choice.kind) else { return Vec::new() };
        self.questions
            .iter()
            .filter(|question| {
                question.minutes <= choice.minutes
                    && !question.only_as_follow_up
                    && !question.intention
                    && question.moments.contains(&choice.moment)
                    && fits_baggage(question, choice.baggage)
                    && question.fits(kind)
            })
            .collect()
    }

    /// The pool, best first: by preference, and by chance among equals.
    fn order(&self, choice: &Choice<'_>) -> Vec<&Question> {
        let mut order = self.pool(choice);
        SplitMix64::new(choice.seed).shuffle(&mut order);
        order.sort_by_cached_key(|question| {
            (
                recency(&question.id, choice),
                !speaks_of_baggage(question, choice),
                !choice.mood.is_some_and(|mood| question.moods.contains(&mood)),
                !(choice.young && question.group == Some(Group::Young)),
            )
        });
        order
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
fn recency(question: &QuestionId, choice: &Choice<'_>) -> usize {
    let answered = choice.recently_answered;
    answered.iter().position(|id| id == question).map_or(0, |place| answered.len() - place)
}
