//! Every text of a pack that people read, in one list: what is looked for in texts is looked for in
//! all of them.

use crate::pack::{Form, Pack, Shape};

/// A text of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text<'p> {
    /// The line of the question, form, field, step, … that it belongs to.
    pub line: u32,
    /// What it is there for.
    pub place: Place,
    /// The text, with its placeholders.
    pub text: &'p str,
}

/// What a text is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// It asks: a question, a look-back, what a companion may ask.
    Question,
    /// It stands above a field, a column or beside an option.
    Label,
    /// It helps: a hint, a note, what to leave out of an answer, how a rule of thumb can begin.
    Hint,
    /// It says why something is asked.
    Reason,
    /// It says what is done: a step of a method, a card, what a group agrees on.
    Step,
    /// It explains, in a paragraph.
    Explanation,
    /// An organisation speaks for itself.
    House,
    /// It is what something is called.
    Title,
    /// It is what something is called, without placeholders.
    Name,
}

impl Place {
    /// Whether placeholders may stand in it.
    #[must_use]
    pub const fn is_filled(self) -> bool {
        !matches!(self, Self::Name)
    }
}

impl Pack {
    /// Every text that people read, except what the pack says about itself and its sources.
    #[must_use]
    pub fn texts(&self) -> Vec<Text<'_>> {
        let mut texts = Vec::new();
        let mut add = |line, place, text| texts.push(Text { line, place, text });
        for text in self.house.safety.iter().chain(&self.house.protocol) {
            add(self.house.line, Place::House, text);
        }
        for theme in &self.themes {
            add(theme.line, Place::Name, &theme.name);
            add(theme.line, Place::Explanation, &theme.explanation);
        }
        for kind in &self.kinds {
            add(kind.line, Place::Name, &kind.label);
        }
        for question in &self.questions {
            add(question.line, Place::Question, &question.text);
            add(question.line, Place::Reason, &question.why);
            if let Some(privacy) = &question.privacy {
                add(question.line, Place::Hint, privacy);
            }
        }
        for form in &self.forms {
            texts_of_form(form, &mut add);
        }
        for method in &self.methods {
            add(method.line, Place::Title, &method.name);
            add(method.line, Place::Explanation, &method.explanation);
            for step in &method.steps {
                add(step.line, Place::Step, &step.text);
                if let Some(who) = &step.who {
                    add(step.line, Place::Title, who);
                }
            }
        }
        for term in &self.terms {
            add(term.line, Place::Name, &term.word);
            add(term.line, Place::Explanation, &term.explanation);
        }
        for case in &self.cases {
            add(case.line, Place::Title, &case.title);
            for paragraph in &case.paragraphs {
                add(case.line, Place::Explanation, paragraph);
            }
            for part in &case.roles {
                add(part.line, Place::Explanation, &part.text);
            }
        }
        for companion in &self.companion {
            add(companion.line, Place::Question, &companion.text);
        }
        for role in &self.roles {
            add(role.line, Place::Title, &role.name);
            add(role.line, Place::Explanation, &role.explanation);
        }
        for card in &self.cards {
            add(card.line, Place::Title, &card.title);
            add(card.line, Place::Step, &card.text);
        }
        for starter in &self.starters {
            add(starter.line, Place::Hint, &starter.text);
        }
        for agreement in &self.agreements {
            add(agreement.line, Place::Step, &agreement.text);
        }
        for instrument in &self.instruments {
            add(instrument.line, Place::Title, &instrument.name);
            add(instrument.line, Place::Explanation, &instrument.explanation);
        }
        texts
    }
}

fn texts_of_form<'p>(form: &'p Form, add: &mut impl FnMut(u32, Place, &'p str)) {
    add(form.line, Place::Title, &form.name);
    add(form.line, Place::Explanation, &form.explanation);
    if let Some(note) = &form.note {
        add(form.line, Place::Hint, note);
    }
    for field in &form.fields {
        add(field.line, Place::Label, &field.label);
        if let Some(hint) = &field.hint {
            add(field.line, Place::Hint, hint);
        }
        match &field.shape {
            Shape::Columns { columns: labelled, .. } | Shape::Choice { options: labelled, .. } => {
                for labelled in labelled {
                    add(field.line, Place::Label, &labelled.label);
                }
            }
            Shape::Date { asks: Some(asks), .. } => add(field.line, Place::Question, asks),
            Shape::Date { asks: None, .. } | Shape::Text { .. } => {}
        }
    }
}
