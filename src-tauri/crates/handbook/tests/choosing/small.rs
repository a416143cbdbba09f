//! Small packs whose every question is known.

use std::fmt::Write as _;

use handbook::{KindId, Pack, Question, QuestionId};

pub const HEAD: &str = include_str!("../specimens/head.toml");

/// A pack with these questions: id, aspect, and further lines.
pub fn pack(questions: &[(&str, &str, &str)]) -> Pack {
    let mut text = HEAD.to_owned();
    for (id, aspect, more) in questions {
        let defaults = [
            ("kinds", "kinds = [\"*\"]"),
            ("minutes", "minutes = 2"),
            ("depth", "depth = 1"),
            ("moments", "moments = [\"right-after\", \"later\"]"),
        ];
        write!(
            text,
            "\n[[question]]\nid = \"{id}\"\nversion = 1\ntext = \"Wat zag je?\"\nwhy = \"Daarom.\"\n\
             theme = \"thema\"\naspect = \"{aspect}\"\n{more}\n"
        )
        .expect("writing to a string");
        for (key, line) in defaults {
            if !more.contains(key) {
                writeln!(text, "{line}").expect("writing to a string");
            }
        }
    }
    Pack::read(&text).expect("the specimen reads")
}

/// Two of each aspect.
pub fn wide() -> Pack {
    let aspects = ["event", "self", "other", "values", "knowledge", "next-step", "context"];
    let named: Vec<(String, &str)> = aspects
        .iter()
        .flat_map(|aspect| [(format!("{aspect}-1"), *aspect), (format!("{aspect}-2"), *aspect)])
        .collect();
    let questions: Vec<(&str, &str, &str)> =
        named.iter().map(|(id, aspect)| (id.as_str(), *aspect, "")).collect();
    pack(&questions)
}

pub fn ids(questions: &[&Question]) -> Vec<String> {
    questions.iter().map(|question| question.id.to_string()).collect()
}

pub fn named(ids: &[&str]) -> Vec<QuestionId> {
    ids.iter().map(|id| QuestionId::from(*id)).collect()
}

/// The one kind of contact with a conversation.
pub fn gesprek() -> KindId {
    KindId::from("gesprek")
}
