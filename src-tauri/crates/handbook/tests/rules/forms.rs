//! The rules that are about what there is not, over every form, question and kind of our own packs
//! and of the joined one.

use handbook::{Fault, Pack, Place, Shape};

use crate::sweep::{EDITIONS, JOINED};

const DUTCH: &str = include_str!("../../../../../assets/handbook/nl/dichterbij.toml");

/// What somebody might write who wants a checklist.
const DUTIES: [&str; 16] = [
    "required = true",
    "mandatory = true",
    "optional = false",
    "order = 1",
    "score = 1",
    "total = 12",
    "weight = 2",
    "points = 5",
    "progress = true",
    "count = true",
    "complete = \"all\"",
    "rank = 1",
    "rating = 4",
    "least = 1",
    "reminder = true",
    "judge = \"risk\"",
];

fn packs() -> impl Iterator<Item = &'static Pack> {
    EDITIONS.iter().chain(&JOINED[..1])
}

/// Neither duty nor count nor order has a key, and a key without a meaning refuses the pack: tried
/// at every question, form, field, option, kind and step of our own pack.
#[test]
fn rules_1_and_2_nothing_is_required_numbered_or_scored() {
    let heads = [
        "[[kind]]\n",
        "[[question]]\n",
        "[[form]]\n",
        "[[form.field]]\n",
        "[[method]]\n",
        "[[method.step]]\n",
    ];
    for (at, head) in heads.iter().flat_map(|head| DUTCH.match_indices(head)) {
        let duty = DUTIES[at % DUTIES.len()];
        let place = at + head.len();
        let changed = format!("{}{duty}\n{}", &DUTCH[..place], &DUTCH[place..]);
        let error = Pack::read(&changed).expect_err("a key without a meaning");
        let line = DUTCH[..place].matches('\n').count() + 1;
        assert!(matches!(error.code, Fault::UnknownKey { .. }), "{duty}: {error}");
        assert_eq!(error.line as usize, line, "{duty}");
    }
    for duty in DUTIES {
        for head in heads.iter().filter(|head| DUTCH.contains(**head)) {
            let changed = DUTCH.replacen(head, &format!("{head}{duty}\n"), 1);
            let code = Pack::read(&changed).expect_err("a key without a meaning").code;
            assert!(matches!(code, Fault::UnknownKey { .. }), "{duty} in {head}: {code:?}");
        }
    }
}

/// No figure stands in what is asked: nothing can be read as "3 of 12" or as a mark.
#[test]
fn rule_2_nothing_that_is_asked_has_a_figure() {
    for text in packs().flat_map(Pack::texts) {
        if matches!(text.place, Place::Question | Place::Label | Place::Hint) {
            assert!(
                !text.text.contains(|letter: char| letter.is_ascii_digit()),
                "line {}: {}",
                text.line,
                text.text
            );
        }
    }
}

/// A choice is among words; there is no shape for a number, so nothing can be measured.
#[test]
fn rules_2_and_10_no_field_takes_a_number() {
    for shape in ["number", "scale", "rating", "slider", "stars", "checkbox", "percentage"] {
        let changed = format!(
            "{DUTCH}\n[[form]]\nid = \"meten\"\nversion = 1\nname = \"Meten\"\nexplanation = \"Om te meten.\"\n\
             about = \"nobody\"\n[[form.field]]\nid = \"maat\"\nlabel = \"Hoeveel?\"\nshape = \"{shape}\"\n"
        );
        let code = Pack::read(&changed).expect_err("no such shape").code;
        assert_eq!(code, Fault::UnknownValue { key: "shape", value: shape.to_owned() });
    }
    for form in packs().flat_map(Pack::forms) {
        for field in &form.fields {
            // No judgement, either, of what is written: a field is words, a choice or a day.
            match &field.shape {
                Shape::Text { .. } | Shape::Date { .. } => {}
                Shape::Columns { columns, .. } => assert!((2..=4).contains(&columns.len()), "{}", form.id),
                Shape::Choice { options, .. } => assert!((2..=12).contains(&options.len()), "{}", form.id),
            }
        }
    }
}

/// Rule 9, for sheets: what it is for stands above it, and what it rests on can be looked up.
#[test]
fn rule_9_every_form_says_what_it_is_for_and_from_where() {
    for pack in packs() {
        for form in pack.forms() {
            assert!(!form.explanation.trim().is_empty());
            let of_theme = form.theme.as_ref().and_then(|id| pack.theme(id)).map(|theme| &theme.sources);
            let sources = if form.sources.is_empty() { of_theme } else { Some(&form.sources) };
            let sources = sources.expect("a source, or a theme");
            for id in sources {
                let source = pack.sources().iter().find(|source| source.id == *id).expect("it is there");
                assert!(!source.read.is_empty(), "{}", form.id);
            }
            assert!(form.kinds.iter().all(|kind| pack.kind(kind).is_some()), "{}", form.id);
        }
    }
}

/// What is made to be taken to others names nobody: a form about a contact cannot be it.
#[test]
fn what_is_taken_to_others_is_about_nobody() {
    for form in packs().flat_map(Pack::forms).filter(|form| form.person_free) {
        assert_eq!(form.about, handbook::About::Nobody, "{}", form.id);
    }
}
