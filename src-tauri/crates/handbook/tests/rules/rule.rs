//! The rules, each as one look at one sitting.

use handbook::{Aspect, Choice, Pack, Question, QuestionId};

use crate::facts::{Facts, most, outward, recency_of};

macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $name:ident)+) => {
        /// A rule of choice; the numbers are those of "not a checklist".
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Rule { $($(#[doc = $doc])+ $name),+ }

        impl Rule {
            pub const ALL: [Self; [$(stringify!($name)),+].len()] = [$(Self::$name),+];
        }
    };
}

rules! {
    /// 3: at most so many as the minutes allow, follow-ups included.
    Short
    /// 3: and so many as the pool has aspects for.
    Full
    /// 4: only what fits.
    Fits
    /// 4: each aspect once.
    EachAspectOnce
    /// 4: of an aspect, what was answered longest ago or never.
    RecentWaits
    /// 4: of an aspect, what matches the baggage; then the mood; then a young person.
    MatchingFirst
    /// 4: a place that is free goes to the aspect with the best question.
    BestAspectFirst
    /// 4: something outward, where the pool has it.
    Outward
    /// 4: a next step at the end, where the pool has it.
    ClosesWithNextStep
    /// 4: the same again, in each language.
    Repeatable
    /// From the surface down.
    SurfaceDown
    /// A follow-up directly after its parent, and never by itself.
    FollowUpAfterParent
    /// One follow-up up to a quarter of an hour, two in half an hour.
    FewFollowUps
    /// A follow-up comes where there is room.
    FollowUpWhereRoom
    /// The wording of a closing page is no question.
    NoIntention
    /// 5: another question fits, and is neither standing nor put aside.
    AnotherIsAnother
    /// 5: another question keeps rule 4 where the pool can.
    AnotherKeepsRules
    /// 5: putting aside goes on to the end of the pool, and leaves no trace.
    AnotherUntilTheEnd
    /// 7: the pool is never shown whole.
    NeverWhole
    /// 7: what was answered gives way at the next sitting.
    OthersNextTime
}

/// A sitting, and what it answers to.
pub struct Sitting<'a> {
    pub facts: &'a Facts<'a>,
    /// The other edition of the pack.
    pub translation: &'a Pack,
    pub choice: &'a Choice<'a>,
    pub chosen: &'a [&'a Question],
    /// Whether the rules that take more than one sitting look too.
    pub rounds: bool,
    /// Whether the rule that empties the pool looks too.
    pub long_rounds: bool,
}

impl Sitting<'_> {
    /// Whether the rule is kept; none when it has nothing to say about this sitting.
    pub fn keeps(&self, rule: Rule) -> Option<bool> {
        let most = most(self.choice.minutes);
        match rule {
            Rule::Short => Some(self.chosen.len() <= most),
            Rule::Full => Some(self.chosen.len() >= most.min(self.facts.aspects)),
            Rule::Fits => Some(self.chosen.iter().all(|question| self.facts.fits(question))),
            Rule::EachAspectOnce => Some(self.each_aspect_once()),
            Rule::RecentWaits => Some(self.own().all(|question| {
                self.facts.recency(question) == recency_of(self.facts.best[question.aspect as usize])
            })),
            Rule::MatchingFirst => {
                Some(self.own().all(|q| self.facts.rank(q) == self.facts.best[q.aspect as usize]))
            }
            Rule::BestAspectFirst => self.best_aspect_first(most),
            Rule::Outward => (most >= 2 && self.facts.has_outward).then(|| self.own().any(outward)),
            Rule::ClosesWithNextStep => (most >= 3 && self.facts.has_next_step)
                .then(|| self.own().last().is_some_and(|question| question.aspect == Aspect::NextStep)),
            Rule::Repeatable => self.rounds.then(|| self.repeatable()),
            Rule::SurfaceDown => {
                let depths = || self.own().filter(|q| q.aspect != Aspect::NextStep).map(|q| q.depth);
                Some(depths().zip(depths().skip(1)).all(|(before, after)| before <= after))
            }
            Rule::FollowUpAfterParent => self.follow_up_after_parent(),
            Rule::FewFollowUps => {
                let follow_ups = self.chosen.iter().filter(|question| question.only_as_follow_up).count();
                let few = if self.choice.minutes >= 30 { 2 } else { 1 };
                (follow_ups > 0).then_some(follow_ups <= few)
            }
            Rule::FollowUpWhereRoom => self.follow_up_where_room(most),
            Rule::NoIntention => Some(!self.chosen.iter().any(|question| question.intention)),
            Rule::AnotherIsAnother => self.other().map(|(_, other, left)| match other {
                None => !left,
                Some(other) => {
                    self.facts.pool.iter().any(|question| question.line == other.line)
                        && !self.chosen.iter().any(|question| question.line == other.line)
                }
            }),
            Rule::AnotherKeepsRules => self.another_keeps_rules(most),
            Rule::AnotherUntilTheEnd => self.another_until_the_end(),
            Rule::NeverWhole => {
                (self.facts.pool.len() > most).then(|| self.own().count() < self.facts.pool.len())
            }
            Rule::OthersNextTime => self.others_next_time(most),
        }
    }

    /// The questions that stand by themselves.
    fn own(&self) -> impl Iterator<Item = &Question> {
        self.chosen.iter().copied().filter(|question| !question.only_as_follow_up)
    }

    fn each_aspect_once(&self) -> bool {
        let mut seen = 0_u8;
        self.own().all(|question| {
            let bit = 1 << question.aspect as u8;
            let is_new = seen & bit == 0;
            seen |= bit;
            is_new
        })
    }

    /// The places kept for something outward and for the next step are not free. A follow-up may
    /// have taken a place, and then nothing can be said.
    fn best_aspect_first(&self, most: usize) -> Option<bool> {
        if self.own().count() < self.chosen.len() {
            return None;
        }
        let unused = (0..self.facts.best.len()).filter(|at| !self.own().any(|q| q.aspect as usize == *at));
        let best_unused = unused.map(|at| self.facts.best[at]).min()?;
        let one_is_kept = most >= 2 && self.own().filter(|question| outward(question)).count() == 1;
        let free = self.own().filter(|question| {
            let kept =
                (one_is_kept && outward(question)) || (most >= 3 && question.aspect == Aspect::NextStep);
            !kept
        });
        Some(free.map(|question| self.facts.rank(question)).all(|rank| rank <= best_unused))
    }

    fn repeatable(&self) -> bool {
        let again = self.facts.pack.choose(self.choice);
        let translated = self.translation.choose(self.choice);
        again == self.chosen
            && translated.len() == again.len()
            && translated.iter().zip(&again).all(|(theirs, ours)| theirs.id == ours.id)
    }

    fn follow_up_after_parent(&self) -> Option<bool> {
        let mut follow_ups = self.chosen.iter().enumerate().filter(|(_, q)| q.only_as_follow_up).peekable();
        follow_ups.peek()?;
        Some(follow_ups.all(|(at, question)| {
            let parent = at.checked_sub(1).map(|before| self.chosen[before]);
            parent.is_some_and(|parent| parent.follow_up.as_ref() == Some(&question.id))
        }))
    }

    /// Where nothing follows, nothing could: no place is left, and no question may make room.
    fn follow_up_where_room(&self, most: usize) -> Option<bool> {
        if most == 1 || self.own().count() < self.chosen.len() {
            return (most > 1).then_some(true);
        }
        let waiting = |question: &Question| {
            let follow_up = question.follow_up.as_ref().and_then(|id| self.facts.pack.question(id));
            follow_up.is_some_and(|follow_up| self.facts.recency(follow_up) == 0)
        };
        let makes_room = |question: &Question, parent: &Question| {
            question.line != parent.line
                && !outward(question)
                && question.aspect != Aspect::NextStep
                && (self.facts.is_carried(parent) || !self.facts.is_carried(question))
        };
        let could = self.own().filter(|parent| waiting(parent)).any(|parent| {
            self.chosen.len() < most || self.own().any(|question| makes_room(question, parent))
        });
        Some(!could)
    }

    /// Another question for one place of this sitting: the ids that stand, the answer, and whether
    /// the pool had one left.
    fn other(&self) -> Option<(Vec<QuestionId>, Option<&Question>, bool)> {
        if !self.rounds || self.chosen.is_empty() {
            return None;
        }
        let place = (self.choice.seed / 7) as usize % self.chosen.len();
        let mut standing: Vec<QuestionId> = self.chosen.iter().map(|question| question.id.clone()).collect();
        let aside = [standing.remove(place)];
        let left = self.facts.pool.iter().any(|q| !self.chosen.iter().any(|chosen| chosen.line == q.line));
        let other = self.facts.pack.another(self.choice, &standing, &aside);
        Some((standing, other, left))
    }

    fn another_keeps_rules(&self, most: usize) -> Option<bool> {
        let (standing, other, _) = self.other()?;
        let other = other?;
        let stands: Vec<&Question> = self.own().filter(|question| standing.contains(&question.id)).collect();
        let free: Vec<&&Question> = (self.facts.pool.iter())
            .filter(|question| !self.chosen.iter().any(|chosen| chosen.line == question.line))
            .collect();
        if most >= 2 && !stands.iter().any(|q| outward(q)) && free.iter().any(|q| outward(q)) {
            return Some(outward(other));
        }
        let next_step = |question: &Question| question.aspect == Aspect::NextStep;
        if most >= 3 && !stands.iter().any(|q| next_step(q)) && free.iter().any(|q| next_step(q)) {
            return Some(next_step(other));
        }
        let is_new = |question: &Question| !stands.iter().any(|stands| stands.aspect == question.aspect);
        let allowed = |question: &Question| is_new(question) || !free.iter().any(|free| is_new(free));
        let best = free.iter().filter(|q| allowed(q)).map(|q| self.facts.rank(q)).min();
        Some(allowed(other) && Some(self.facts.rank(other)) == best)
    }

    fn another_until_the_end(&self) -> Option<bool> {
        if !self.long_rounds {
            return None;
        }
        let standing: Vec<QuestionId> = self.other()?.0;
        let mut aside: Vec<QuestionId> = Vec::new();
        while let Some(other) = self.facts.pack.another(self.choice, &standing, &aside) {
            if aside.contains(&other.id) || standing.contains(&other.id) {
                return Some(false);
            }
            aside.push(other.id.clone());
        }
        let standing_in_pool = self.facts.pool.iter().filter(|q| standing.contains(&q.id)).count();
        let all_seen = aside.len() + standing_in_pool == self.facts.pool.len();
        Some(all_seen && self.facts.pack.choose(self.choice) == self.chosen)
    }

    fn others_next_time(&self, most: usize) -> Option<bool> {
        if !self.rounds || self.facts.pool.len() <= most {
            return None;
        }
        let answered: Vec<QuestionId> = self.chosen.iter().map(|question| question.id.clone()).collect();
        let recently_answered: Vec<QuestionId> =
            answered.iter().chain(self.choice.recently_answered).cloned().collect();
        let next = self.facts.pack.choose(&Choice { recently_answered: &recently_answered, ..*self.choice });
        Some(next.iter().any(|question| !answered.contains(&question.id)))
    }
}
