//! The handbook as one leafs through it, and what one answered to it at other times.

#![expect(clippy::needless_pass_by_value, reason = "a command owns its request, as every adapter gives it")]

use contract::*;
use handbook::{KindId, Theme};

use crate::{
    failure::journal_failure,
    journal::{
        desk::Desk,
        wording::{self, Wording},
    },
    wire,
};

/// Answers to one question that are shown on its page.
const MOST_ANSWERS: usize = 200;

impl Desk {
    pub fn read_handbook(&mut self, (): ()) -> Result<HandbookView, Failure> {
        let say = self.wording();
        let pack = say.pack;
        let theme = |theme| theme_view(say, theme);
        let source = |source: &handbook::Source| HandbookSource {
            id: source.id.as_str().to_owned(),
            title: source.title.clone(),
            url: source.url.clone(),
            year: source.year.map(|year| year.to_string()),
            read: source.read.clone(),
            not_read: source.not_read.clone(),
        };
        let form = |form| form_head(say, form);
        let method = |method: &handbook::Method| MethodView {
            id: method.id.clone(),
            name: say.say(&method.name),
            explanation: say.say(&method.explanation),
            steps: method.steps.iter().map(|step| method_step(say, step)).collect(),
            sources: method.sources.iter().map(|id| id.as_str().to_owned()).collect(),
        };
        let case = |case: &handbook::Case| CaseView {
            id: case.id.clone(),
            title: say.say(&case.title),
            paragraphs: case.paragraphs.iter().map(|paragraph| say.say(paragraph)).collect(),
            roles: case.roles.iter().map(|part| case_role(say, part)).collect(),
        };
        let role = |role: &handbook::Role| RoleView {
            id: role.id.clone(),
            name: say.say(&role.name),
            explanation: say.say(&role.explanation),
        };
        let term = |word: &str, explanation: &str| TermView {
            word: say.say(word),
            explanation: say.say(explanation),
        };
        Ok(HandbookView {
            packs: pack.headers().iter().map(wording::head).collect(),
            themes: pack.themes().iter().map(theme).collect(),
            sources: pack.sources().iter().map(source).collect(),
            forms: pack.forms().iter().map(form).collect(),
            methods: pack.methods().iter().map(method).collect(),
            terms: pack.terms().iter().map(|one| term(&one.word, &one.explanation)).collect(),
            cases: pack.cases().iter().map(case).collect(),
            roles: pack.roles().iter().map(role).collect(),
            cards: pack.cards().iter().map(|card| card_view(say, card)).collect(),
            starters: pack.starters().iter().map(|one| say.say(&one.text)).collect(),
            agreements: pack.agreements().iter().map(|one| say.say(&one.text)).collect(),
            companion: pack.companion().iter().map(|one| say.say(&one.text)).collect(),
            instruments: pack.instruments().iter().map(|one| term(&one.name, &one.explanation)).collect(),
        })
    }

    pub fn question_through_time(&mut self, request: QuestionKey) -> Result<ThroughTime, Failure> {
        let rows = self.store.answers_to(&request.pack, &request.question, MOST_ANSWERS);
        let rows = rows.map_err(|error| journal_failure(&error))?;
        let rows = rows.into_iter().map(|row| ThroughTimeRow {
            entry: EntryId(row.entry.0),
            day: wire::day(row.day),
            kind: row.kind,
            alias: row.alias.map(|alias| alias.as_str().to_owned()),
            asked: row.wording,
            text: row.text,
        });
        let known = self.wording().known(&request);
        Ok(ThroughTime {
            question: known.map(|question| self.wording().question(question)),
            rows: rows.collect(),
        })
    }
}

/// A theme with its questions; what only follows another question stands behind that one, whatever
/// theme it is of.
fn theme_view(say: Wording<'_>, theme: &Theme) -> ThemeView {
    let of_theme = say.pack.questions().iter().filter(|question| question.theme == theme.id);
    let mut questions = Vec::new();
    for question in of_theme.filter(|question| !question.only_as_follow_up) {
        questions.push(handbook_question(say, question, false));
        let after = question.follow_up.as_ref().and_then(|id| say.pack.question(id));
        questions.extend(after.map(|after| handbook_question(say, after, true)));
    }
    ThemeView {
        id: theme.id.as_str().to_owned(),
        name: say.say(&theme.name),
        explanation: say.say(&theme.explanation),
        sources: theme.sources.iter().map(|id| id.as_str().to_owned()).collect(),
        questions,
    }
}

fn handbook_question(say: Wording<'_>, question: &handbook::Question, follows: bool) -> HandbookQuestion {
    let named: &[KindId] = if question.any_conversation { &[] } else { &question.kinds };
    let name = |id| say.pack.kind(id).map(|kind| say.say(&kind.label));
    HandbookQuestion {
        question: say.question(question),
        kinds: named.iter().filter_map(name).collect(),
        follows,
    }
}

fn form_head(say: Wording<'_>, form: &handbook::Form) -> FormHead {
    let theme = form.theme.as_ref().and_then(|theme| say.pack.theme(theme));
    FormHead {
        form: FormKey { pack: form.pack.clone(), form: form.id.as_str().to_owned() },
        title: say.say(&form.name),
        explanation: say.say(&form.explanation),
        about: wire::about(form.about),
        person_free: form.person_free,
        compare: form.compare,
        kinds: form.kinds.iter().map(|kind| kind.as_str().to_owned()).collect(),
        theme: theme.map(|theme| say.say(&theme.name)),
        sources: form.sources.iter().map(|id| id.as_str().to_owned()).collect(),
        intervision: form.intervision.map(in_intervision),
    }
}

fn method_step(say: Wording<'_>, step: &handbook::MethodStep) -> MethodStep {
    MethodStep {
        text: say.say(&step.text),
        who: step.who.as_deref().map(|who| say.say(who)),
        minutes: step.minutes,
    }
}

const fn in_intervision(part: handbook::FormInIntervision) -> FormInIntervision {
    match part {
        handbook::FormInIntervision::Contribution => FormInIntervision::Contribution,
        handbook::FormInIntervision::Result => FormInIntervision::Result,
    }
}

fn case_role(say: Wording<'_>, part: &handbook::CaseRole) -> CaseRole {
    CaseRole { role: part.role.clone(), text: say.say(&part.text) }
}

fn card_view(say: Wording<'_>, card: &handbook::Card) -> CardView {
    CardView {
        id: card.id.clone(),
        deck: match card.deck {
            handbook::Deck::Frame => Deck::Frame,
            handbook::Deck::Word => Deck::Word,
        },
        title: say.say(&card.title),
        text: say.say(&card.text),
    }
}
