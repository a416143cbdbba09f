//! An entry as a window shows it.

use ::journal::{Answer, AnswerId as StoredAnswer, Entry, OpenIntention, StoredField};
use chrono::NaiveDate;
use contract::*;
use handbook::{KindId, Pack, QuestionId};

use crate::{journal::wording::Wording, wire};

pub mod cells;
pub mod walks;

/// What an entry is shown with.
pub struct Shown<'a> {
    pub entry: &'a Entry,
    pub sitting: Option<Sitting>,
    /// Its questions in their order, the answered ones among them.
    pub questions: &'a [QuestionId],
    /// The intention that opens first, if there is one.
    pub opens: Option<OpenIntention>,
    /// What it is made from.
    pub form: Form,
    /// What was written before its contact, if anything.
    pub prepared: Option<PreparedView>,
    pub today: NaiveDate,
    /// When it goes, if it has a term.
    pub going: Option<Going>,
}

impl Shown<'_> {
    /// The entry with its steps in the order of the screen. `intention` finds what an outcome is of.
    pub fn view(
        &self,
        wording: Wording<'_>,
        intention: impl Fn(StoredAnswer) -> Result<Option<OpenIntention>, Failure>,
    ) -> Result<EntryView, Failure> {
        let mut steps = self.outcomes(intention)?;
        steps.extend(self.with_own(self.asked(wording)));
        steps.extend(cells::steps(self.entry, wording.form_of(self.entry)));
        steps.extend(self.free());
        let closing = [self.intention(wording), self.feeling()];
        // A sheet closes with its last field; what was stored is shown, whatever it stands in.
        steps.extend(closing.into_iter().filter(|step| self.form != Form::Sheet || step.answer.is_some()));
        Ok(EntryView {
            entry: EntryId(self.entry.id.0),
            contact: self.entry.contact.as_ref().map(wire::contact),
            sitting: self.sitting,
            day: wire::day(self.entry.day),
            form: self.form,
            sheet: wording.sheet(self.entry),
            prepared: self.prepared.clone(),
            started_at: wire::moment(self.entry.started_at),
            going: self.going.clone(),
            status: wire::status(&self.entry.status),
            quiet: self.entry.quiet,
            steps,
        })
    }

    fn answers<T>(&self, pick: impl Fn(&StoredField) -> Option<T>) -> impl Iterator<Item = (T, &Answer)> {
        self.entry.answers.iter().filter_map(move |answer| pick(&answer.field).map(|found| (found, answer)))
    }

    fn outcomes(
        &self,
        intention: impl Fn(StoredAnswer) -> Result<Option<OpenIntention>, Failure>,
    ) -> Result<Vec<Step>, Failure> {
        let mut steps = Vec::new();
        for (of, answer) in
            self.answers(|field| if let StoredField::Outcome { of } = field { Some(*of) } else { None })
        {
            let shown = of.map(&intention).transpose()?.flatten();
            let field = StepField::Outcome { intention: shown.map(wire::intention) };
            steps.push(Step { field, answer: Some(wire::answer(answer)) });
        }
        if steps.is_empty()
            && let Some(opens) = &self.opens
        {
            let field = StepField::Outcome { intention: Some(wire::intention(opens.clone())) };
            steps.push(Step { field, answer: None });
        }
        Ok(steps)
    }

    /// Questions in the order of the sitting; what was answered from another pack comes first.
    fn asked(&self, wording: Wording<'_>) -> Vec<Step> {
        let stored: Vec<(&::journal::Question, &Answer)> = self
            .entry
            .answers
            .iter()
            .filter_map(|answer| {
                if let StoredField::Question(question) = &answer.field {
                    Some((question, answer))
                } else {
                    None
                }
            })
            .collect();
        let is_listed = |question: &::journal::Question| {
            let is_asked = |id: &&QuestionId| id.as_str() == question.id;
            let here = self.questions.iter().find(is_asked).and_then(|id| wording.pack.question(id));
            here.is_some_and(|here| here.pack == question.pack)
        };
        let answered = |(question, answer): &(&::journal::Question, &Answer)| Step {
            field: StepField::Question {
                question: wording.stored(question),
                follows: self.follows(wording.pack, &question.id),
            },
            answer: Some(wire::answer(answer)),
        };
        let mut steps: Vec<Step> =
            stored.iter().filter(|(question, _)| !is_listed(question)).map(answered).collect();
        for id in self.questions {
            let mut of_it = stored
                .iter()
                .filter(|(question, _)| is_listed(question) && question.id == id.as_str())
                .peekable();
            if of_it.peek().is_some() {
                steps.extend(of_it.map(answered));
            } else if let Some(question) = wording.pack.question(id) {
                let field = StepField::Question {
                    question: wording.question(question),
                    follows: self.follows(wording.pack, id.as_str()),
                };
                steps.push(Step { field, answer: None });
            }
        }
        steps
    }

    /// The question that one asks on from, where this entry has it.
    fn follows(&self, pack: &Pack, id: &str) -> Option<String> {
        let parent = pack.follows(&QuestionId::from(id))?;
        self.questions.contains(parent).then(|| parent.as_str().to_owned())
    }

    /// Puts the person's own questions between those of the handbook, in the order of answering.
    fn with_own(&self, mut steps: Vec<Step>) -> Vec<Step> {
        let place_of = |step: &Step| {
            let answer = step.answer.as_ref()?;
            self.entry.answers.iter().position(|other| other.id.0 == answer.answer.0)
        };
        let own =
            self.answers(
                |field| {
                    if let StoredField::Own { wording } = field { Some(wording.clone()) } else { None }
                },
            );
        for (question, answer) in own {
            let step = Step { field: StepField::Own { question }, answer: Some(wire::answer(answer)) };
            let place = place_of(&step);
            let after = steps.iter().rposition(|other| place_of(other).is_some_and(|at| Some(at) < place));
            let before = steps.iter().position(|other| place_of(other).is_some_and(|at| Some(at) > place));
            steps.insert(after.map_or(before.unwrap_or(steps.len()), |after| after + 1), step);
        }
        steps
    }

    /// Free pages; a fresh one where one writes on at a later day, so that what is added later
    /// stands by itself, and one on a form that has nothing else.
    fn free(&self) -> Vec<Step> {
        let mut steps: Vec<Step> = self
            .answers(|field| matches!(field, StoredField::Free).then_some(()))
            .map(|((), answer)| Step { field: StepField::Free, answer: Some(wire::answer(answer)) })
            .collect();
        let last = self.answers(|field| matches!(field, StoredField::Free).then_some(())).last();
        let is_later = !self.entry.answers.is_empty() && self.entry.started_at.date_naive() < self.today;
        let has_todays = last.is_some_and(|(_, answer)| {
            answer.text.is_empty() || answer.written_at.date_naive() == self.today
        });
        if is_later && !has_todays || self.form == Form::FreePage && steps.is_empty() {
            steps.push(Step { field: StepField::Free, answer: None });
        }
        steps
    }

    fn intention(&self, wording: Wording<'_>) -> Step {
        let stored = self.answers(|field| {
            if let StoredField::Intention { question, returns, .. } = field {
                Some((question.clone(), *returns))
            } else {
                None
            }
        });
        if let Some(((question, returns), answer)) = stored.last() {
            let question = question.as_ref().map(|question| wording.stored(question));
            let field = StepField::Intention { question, returns: wire::returns(returns) };
            return Step { field, answer: Some(wire::answer(answer)) };
        }
        let contact = self.entry.contact.as_ref();
        let kind = contact.map(|contact| KindId::from(contact.kind.as_str()));
        let question = wording.pack.intention(kind.as_ref()).map(|question| wording.question(question));
        let has_alias = contact.is_some_and(|contact| contact.alias.is_some());
        let returns = if has_alias { Returns::Alias } else { Returns::Kind };
        Step { field: StepField::Intention { question, returns }, answer: None }
    }

    fn feeling(&self) -> Step {
        let stored = self.answers(|field| matches!(field, StoredField::Feeling).then_some(())).last();
        Step { field: StepField::Feeling, answer: stored.map(|((), answer)| wire::answer(answer)) }
    }
}
