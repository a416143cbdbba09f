//! The two languages differ in words only: one seed, one sheet, one look-back in both.

use handbook::{Form, FormField, HouseRules, Kind, Labelled, Pack, Place, Question, Shape, Source, Theme};

use crate::editions;

#[test]
fn the_languages_differ_in_words_only() {
    let [dutch, english] = editions();
    assert_eq!(questions(&dutch), questions(&english));
    assert_eq!(kinds(&dutch), kinds(&english));
    assert_eq!(themes(&dutch), themes(&english));
    assert_eq!(sources(&dutch), sources(&english));
    assert_eq!(forms(&dutch), forms(&english));
    assert_eq!(shelf(&dutch), shelf(&english));
    assert_eq!(practice(&dutch), practice(&english));
    // What an organisation wants and has to offer comes from that organisation.
    for pack in [&dutch, &english] {
        assert_eq!(*pack.house(), HouseRules::default());
        assert!(pack.instruments().is_empty() && pack.header().extends.is_none());
    }
    let header = |pack: &Pack| (pack.header().id.clone(), pack.header().version.clone());
    assert_eq!(header(&dutch), header(&english));
}

#[test]
fn every_text_is_there_in_both_and_was_translated() {
    let [dutch, english] = editions();
    let (ours, theirs) = (dutch.texts(), english.texts());
    assert_eq!(ours.len(), theirs.len());
    for (ours, theirs) in ours.iter().zip(theirs) {
        assert_eq!(ours.place, theirs.place, "line {}", ours.line);
        // A name may be the same word in both.
        if !matches!(ours.place, Place::Name | Place::Title | Place::Label) {
            assert_ne!(ours.text, theirs.text, "line {} was not translated", ours.line);
        }
        if ours.place == Place::Question {
            let placeholders = |text: &str| text.matches('{').count();
            let (one, other) = (placeholders(ours.text), placeholders(theirs.text));
            assert_eq!(one, other, "line {} names somebody else: {}", ours.line, ours.text);
        }
    }
}

fn questions(pack: &Pack) -> Vec<Question> {
    let same = |question: &Question| Question {
        text: String::new(),
        why: String::new(),
        privacy: question.privacy.as_ref().map(|_| String::new()),
        line: 0,
        ..question.clone()
    };
    pack.questions().iter().map(same).collect()
}

fn kinds(pack: &Pack) -> Vec<Kind> {
    pack.kinds().iter().map(|kind| Kind { label: String::new(), line: 0, ..kind.clone() }).collect()
}

fn themes(pack: &Pack) -> Vec<Theme> {
    let same =
        |theme: &Theme| Theme { name: String::new(), explanation: String::new(), line: 0, ..theme.clone() };
    pack.themes().iter().map(same).collect()
}

/// A title is in its own language, or translated for who cannot read it.
fn sources(pack: &Pack) -> Vec<Source> {
    let same = |source: &Source| Source {
        title: String::new(),
        read: String::new(),
        not_read: source.not_read.as_ref().map(|_| String::new()),
        line: 0,
        ..source.clone()
    };
    pack.sources().iter().map(same).collect()
}

fn forms(pack: &Pack) -> Vec<Form> {
    let same = |form: &Form| Form {
        name: String::new(),
        explanation: String::new(),
        note: form.note.as_ref().map(|_| String::new()),
        fields: form.fields.iter().map(field).collect(),
        line: 0,
        ..form.clone()
    };
    pack.forms().iter().map(same).collect()
}

fn field(field: &FormField) -> FormField {
    let same = |labelled: &[Labelled]| -> Vec<Labelled> {
        labelled.iter().map(|one| Labelled { id: one.id.clone(), label: String::new() }).collect()
    };
    let shape = match &field.shape {
        Shape::Text { repeated } => Shape::Text { repeated: *repeated },
        Shape::Columns { columns, repeated } => {
            Shape::Columns { columns: same(columns), repeated: *repeated }
        }
        Shape::Choice { options, many } => Shape::Choice { options: same(options), many: *many },
        Shape::Date { asks, after_days } => {
            Shape::Date { asks: asks.as_ref().map(|_| String::new()), after_days: *after_days }
        }
    };
    FormField {
        label: String::new(),
        hint: field.hint.as_ref().map(|_| String::new()),
        shape,
        line: 0,
        ..field.clone()
    }
}

/// Methods with the minutes of their steps, words, cases with their paragraphs and parts, what a
/// companion may ask: each as far as it has no words.
fn shelf(pack: &Pack) -> Vec<String> {
    let methods = pack.methods().iter().map(|method| {
        let steps: Vec<_> = method.steps.iter().map(|step| (step.who.is_some(), step.minutes)).collect();
        format!("{} {steps:?} {:?}", method.id, method.sources)
    });
    let terms = pack.terms().iter().map(|_| "term".to_owned());
    let cases = pack.cases().iter().map(|case| {
        let roles: Vec<&str> = case.roles.iter().map(|part| part.role.as_str()).collect();
        format!("{} {} {roles:?}", case.id, case.paragraphs.len())
    });
    let companion = pack.companion().iter().map(|companion| companion.id.clone());
    methods.chain(terms).chain(cases).chain(companion).collect()
}

/// What one practises and talks as a group with: ids in their order, and from which pile.
fn practice(pack: &Pack) -> Vec<String> {
    let roles = pack.roles().iter().map(|role| role.id.clone());
    let cards = pack.cards().iter().map(|card| format!("{} {:?}", card.id, card.deck));
    let starters = pack.starters().iter().map(|starter| starter.id.clone());
    let agreements = pack.agreements().iter().map(|agreement| agreement.id.clone());
    roles.chain(cards).chain(starters).chain(agreements).collect()
}
