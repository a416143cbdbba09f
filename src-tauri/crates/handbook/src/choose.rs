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
        let order = self.best_of_each_aspect(choice);
        let most = most_questions(choice.minutes);
        let first_of = |aspects: &[Aspect]| order.iter().position(|q| aspects.contains(&q.aspect));
        let closing = if most >= CLOSING_FROM { first_of(&[Aspect::NextStep]) } else { None };
        let outward = if most >= OUTWARD_FROM { first_of(&OUTWARD) } else { None };
        let kept = [outward, closing];

        let mut places: Vec<usize> = kept.into_iter().flatten().collect();
        let free = (0..order.len()).filter(|place| !kept.contains(&Some(*place)));
        places.extend(free.take(most - places.len()));
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
        let lacks_outward = most >= OUTWARD_FROM && !used.iter().any(|aspect| OUTWARD.contains(aspect));
        let lacks_closing = most >= CLOSING_FROM && !used.contains(&Aspect::NextStep);
        let other = self
            .candidates(choice)
            .into_iter()
            .filter(|(_, question)| !standing.contains(&question.id) && !aside.contains(&question.id))
            .min_by_key(|(rank, question)| {
                let aspect = &question.aspect;
                let mends_outward = lacks_outward && OUTWARD.contains(aspect);
                let mends_closing = lacks_closing && *aspect == Aspect::NextStep;
                (!mends_outward, !mends_closing, used.contains(aspect), *rank)
            });
        other.map(|(_, question)| question)
    }

    /// All questions that fit, in the order of the pack; no follow-ups, and no wordings of a
    /// closing page.
    #[must_use]
    pub fn pool(&self, choice: &Choice<'_>) -> Vec<&Question> {
        self.places_of_pool(choice).map(|place| &self.questions[place]).collect()
    }

    fn places_of_pool(&self, choice: &Choice<'_>) -> impl Iterator<Item = usize> {
        let kind = self.kinds.iter().position(|kind| kind.id == *choice.kind);
        let of_kind = kind.map_or(&[][..], |kind| &self.by_kind[kind]).iter().copied();
        of_kind.filter(|place| {
            let question = &self.questions[*place];
            question.minutes <= choice.minutes
                && question.moments.contains(&choice.moment)
                && fits_baggage(question, choice.baggage)
        })
    }

    /// The one question of each aspect that this sitting would take, the best first.
    fn best_of_each_aspect(&self, choice: &Choice<'_>) -> Vec<&Question> {
        let mut best: Vec<(Rank, usize, &Question)> = Vec::new();
        for (place, (rank, question)) in self.candidates(choice).into_iter().enumerate() {
            match best.iter_mut().find(|(_, _, other)| other.aspect == question.aspect) {
                None => best.push((rank, place, question)),
                Some(other) if rank < other.0 => *other = (rank, place, question),
                Some(_) => {}
            }
        }
        best.sort_unstable_by_key(|(rank, place, _)| (*rank, *place));
        best.into_iter().map(|(_, _, question)| question).collect()
    }

    /// The pool in the order of chance. Where ranks are equal, the first is taken.
    fn candidates(&self, choice: &Choice<'_>) -> Vec<(Rank, &Question)> {
        let mut recency = vec![0; self.questions.len()];
        for (lately, id) in (1..).zip(choice.recently_answered.iter().rev()) {
            if let Some(place) = self.by_id.get(id) {
                recency[*place] = lately;
            }
        }
        let mut pool = Vec::with_capacity(self.questions.len());
        pool.extend(self.places_of_pool(choice).map(|place| {
            let question = &self.questions[place];
            (rank(question, recency[place], choice), question)
        }));
        SplitMix64::new(choice.seed).shuffle(&mut pool);
        pool
    }
}

/// What goes first: the least. First comes 0 for what was not answered lately, or more the more
/// lately it was; then baggage, mood, a young person.
type Rank = (usize, bool, bool, bool);

fn rank(question: &Question, recency: usize, choice: &Choice<'_>) -> Rank {
    let for_mood = choice.mood.is_some_and(|mood| question.moods.contains(&mood));
    let for_young = choice.young && question.group == Some(Group::Young);
    (recency, !speaks_of_baggage(question, choice), !for_mood, !for_young)
}

/// With nothing said, or "hard to say", no question guesses what the resident carries.
fn fits_baggage(question: &Question, baggage: Option<Baggage>) -> bool {
    question.baggage.is_empty() || question.baggage.contains(&baggage.unwrap_or(Baggage::Unknown))
}

/// Who finds it hard to say has said nothing that a question could be about; it would be the same
/// one every time.
fn speaks_of_baggage(question: &Question, choice: &Choice<'_>) -> bool {
    let said = choice.baggage.filter(|baggage| *baggage != Baggage::Unknown);
    said.is_some_and(|baggage| question.baggage.contains(&baggage))
}
