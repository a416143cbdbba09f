//! The handbook with the organisation's words: how questions, forms and packs are shown.

use ::journal::Entry;
use chrono::{Days, NaiveDate};
use contract::*;
use handbook::{Form as HandbookForm, KindId, Pack, QuestionId, Shape, Words};

use crate::wire;

/// The handbook with the organisation's words.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    pub pack: &'a Pack,
    pub words: Words,
}

impl<'a> Wording<'a> {
    /// A text of the handbook, with the words filled in.
    pub fn say(self, text: &str) -> String {
        self.pack.resolve(text, self.words)
    }

    /// A question, while a pack here has it.
    pub fn known(self, key: &QuestionKey) -> Option<&'a handbook::Question> {
        let QuestionKey { pack, question } = key;
        self.pack.question(&QuestionId::from(question.as_str())).filter(|known| known.pack == *pack)
    }

    /// A question of today's handbook.
    pub fn question(self, question: &handbook::Question) -> QuestionView {
        let theme = self.pack.theme(&question.theme);
        let source = |source: &handbook::Source| SourceView {
            title: source.title.clone(),
            read: source.read.clone(),
            not_read: source.not_read.clone(),
        };
        QuestionView {
            pack: question.pack.clone(),
            id: question.id.as_str().to_owned(),
            text: self.say(&question.text),
            theme: theme.map(|theme| self.say(&theme.name)),
            why: Some(self.say(&question.why)),
            privacy: question.privacy.as_deref().map(|hint| self.say(hint)),
            sources: self.pack.sources_of(question).into_iter().map(source).collect(),
        }
    }

    /// A stored question keeps the words it was asked with; the why comes from the handbook of
    /// today, while that has the question.
    pub fn stored(self, asked: &::journal::Question) -> QuestionView {
        let key = QuestionKey { pack: asked.pack.clone(), question: asked.id.clone() };
        match self.known(&key) {
            Some(known) => QuestionView { text: asked.wording.clone(), ..self.question(known) },
            None => QuestionView {
                pack: asked.pack.clone(),
                id: asked.id.clone(),
                text: asked.wording.clone(),
                theme: None,
                why: None,
                privacy: None,
                sources: Vec::new(),
            },
        }
    }

    /// The kinds of contact, in the order of the handbook.
    pub fn kinds(self) -> Vec<ContactKind> {
        let kind = |kind: &handbook::Kind| ContactKind {
            id: kind.id.as_str().to_owned(),
            label: self.say(&kind.label),
            contact: kind.contact,
            discussion: kind.discussion,
        };
        self.pack.kinds().iter().map(kind).collect()
    }

    /// Whether a kind looks back on a time or a meeting; not where no pack here has it.
    pub fn is_without_contact(self, kind: &str) -> bool {
        self.pack.kind(&KindId::from(kind)).is_some_and(|kind| !kind.contact)
    }

    /// The form that an entry was made from, while a pack here has it; none where it is no sheet.
    pub fn form_of(self, entry: &Entry) -> Option<&'a HandbookForm> {
        entry.title.as_ref()?;
        self.pack.form(&entry.form.pack, &entry.form.form)
    }

    /// Whom a sheet is about. Without its form that is seen by what it has.
    pub fn about(self, entry: &Entry) -> FormAbout {
        match (self.form_of(entry), &entry.contact) {
            (Some(form), _) => wire::about(form.about),
            (None, Some(_)) if entry.prepares => FormAbout::ComingContact,
            (None, Some(_)) => FormAbout::Contact,
            (None, None) => FormAbout::Nobody,
        }
    }

    /// The form of a sheet as it is filled in; without fields where no pack here has it any more.
    pub fn sheet(self, entry: &Entry) -> Option<FormView> {
        let title = entry.title.clone()?;
        let known = self.form_of(entry);
        let field = |field| self.field(field, entry.day);
        Some(FormView {
            form: FormKey { pack: entry.form.pack.clone(), form: entry.form.form.clone() },
            title,
            explanation: known.map(|form| self.say(&form.explanation)),
            note: known.and_then(|form| form.note.as_deref()).map(|note| self.say(note)),
            about: self.about(entry),
            person_free: known.is_some_and(|form| form.person_free),
            compare: known.is_some_and(|form| form.compare),
            fields: known.map_or_else(Vec::new, |form| form.fields.iter().map(field).collect()),
        })
    }

    fn field(self, field: &handbook::FormField, day: NaiveDate) -> SheetField {
        let suggestions = if field.suggests_instruments { self.pack.instruments() } else { &[] };
        SheetField {
            id: field.id.clone(),
            label: self.say(&field.label),
            hint: field.hint.as_deref().map(|hint| self.say(hint)),
            shape: match &field.shape {
                Shape::Text { repeated } => FieldShape::Text { repeated: *repeated },
                Shape::Columns { columns, repeated } => {
                    FieldShape::Columns { columns: self.labelled(columns), repeated: *repeated }
                }
                Shape::Choice { options, many } => {
                    FieldShape::Choice { options: self.labelled(options), many: *many }
                }
                Shape::Date { asks, after_days } => FieldShape::Date {
                    asks: asks.as_deref().map(|asks| self.say(asks)),
                    proposed: after_days
                        .and_then(|days| day.checked_add_days(Days::new(u64::from(days))))
                        .map(wire::day),
                },
            },
            suggestions: suggestions.iter().map(|instrument| instrument.name.clone()).collect(),
        }
    }

    fn labelled(self, all: &[handbook::Labelled]) -> Vec<Labelled> {
        all.iter().map(|one| Labelled { id: one.id.clone(), label: self.say(&one.label) }).collect()
    }
}

/// What a pack says about itself.
pub fn head(header: &handbook::Header) -> PackHead {
    PackHead {
        id: header.id.clone(),
        name: header.name.clone(),
        version: header.version.clone(),
        makers: header.makers.clone(),
        licence: header.licence.clone(),
        own_wording: header.own_wording,
        disclaimer: header.disclaimer.clone(),
    }
}

/// What is known of a pack that no longer reads.
pub fn nameless_head(id: &str, version: String) -> PackHead {
    PackHead {
        id: id.to_owned(),
        name: id.to_owned(),
        version,
        makers: Vec::new(),
        licence: String::new(),
        own_wording: false,
        disclaimer: String::new(),
    }
}
