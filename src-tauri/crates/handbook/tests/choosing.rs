//! The rules of choice, one test each, on a small pack whose every question is known.

use std::{collections::BTreeSet, fmt::Write as _};

use handbook::{Aspect, Baggage, Choice, KindId, Moment, Pack, Question, QuestionId};
use proptest::prelude::*;

const HEAD: &str = include_str!("specimens/head.toml");

/// A pack with these questions: id, aspect, and further lines.
fn pack(questions: &[(&str, &str, &str)]) -> Pack {
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

fn ids(questions: &[&Question]) -> Vec<String> {
    questions.iter().map(|question| question.id.to_string()).collect()
}

fn gesprek() -> KindId {
    KindId::from("gesprek")
}

/// Two of each aspect.
fn wide() -> Pack {
    let aspects = ["event", "self", "other", "values", "knowledge", "next-step", "context"];
    let named: Vec<(String, &str)> = aspects
        .iter()
        .flat_map(|aspect| [(format!("{aspect}-1"), *aspect), (format!("{aspect}-2"), *aspect)])
        .collect();
    let questions: Vec<(&str, &str, &str)> =
        named.iter().map(|(id, aspect)| (id.as_str(), *aspect, "")).collect();
    pack(&questions)
}

#[test]
fn a_star_means_a_conversation_and_other_kinds_are_named() {
    let pack = pack(&[
        ("A", "event", ""),
        ("B", "other", "kinds = [\"bericht\"]"),
        ("C", "self", "kinds = [\"*\", \"bericht\"]"),
    ]);
    let pool = |kind: &str| ids(&pack.pool(&Choice::new(&kind.into(), 3, 0)));
    assert_eq!(pool("gesprek"), ["A", "C"]);
    assert_eq!(pool("bericht"), ["B", "C"]);
    assert!(pool("onbekend").is_empty());
}

#[test]
fn moment_and_minutes_must_fit() {
    let pack =
        pack(&[("A", "event", "moments = [\"later\"]"), ("B", "other", "minutes = 15"), ("C", "self", "")]);
    let kind = gesprek();
    assert_eq!(ids(&pack.pool(&Choice::new(&kind, 3, 0))), ["C"]);
    assert_eq!(ids(&pack.pool(&Choice { moment: Moment::Later, ..Choice::new(&kind, 3, 0) })), ["A", "C"]);
    assert_eq!(ids(&pack.pool(&Choice { minutes: 15, ..Choice::new(&kind, 3, 0) })), ["B", "C"]);
}

#[test]
fn nothing_guesses_what_somebody_carries_and_what_was_said_goes_first() {
    let pack = pack(&[
        ("A", "event", "baggage = [\"criticism\", \"both\"]"),
        ("B", "event", "baggage = [\"life-story\", \"unknown\"]"),
        ("C", "event", ""),
    ]);
    let kind = gesprek();
    let with = |baggage| Choice { baggage, ..Choice::new(&kind, 1, 0) };
    assert_eq!(ids(&pack.pool(&with(None))), ["B", "C"]);
    assert_eq!(ids(&pack.pool(&with(Some(Baggage::Unknown)))), ["B", "C"]);
    assert_eq!(ids(&pack.pool(&with(Some(Baggage::Criticism)))), ["A", "C"]);
    for seed in 0..30 {
        let choice = Choice { seed, ..with(Some(Baggage::Criticism)) };
        assert_eq!(ids(&pack.choose(&choice)), ["A"]);
    }
}

#[test]
fn what_was_answered_lately_waits_and_the_latest_waits_longest() {
    let pack = pack(&[("A", "event", ""), ("B", "event", ""), ("C", "event", "")]);
    let kind = gesprek();
    for seed in 0..30 {
        let choose = |answered: &[&str]| {
            let recently_answered: Vec<QuestionId> =
                answered.iter().map(|id| QuestionId::from(*id)).collect();
            ids(&pack
                .choose(&Choice { recently_answered: &recently_answered, ..Choice::new(&kind, 1, seed) }))
        };
        assert_eq!(choose(&["A", "B"]), ["C"]);
        assert_eq!(choose(&["C", "B", "A"]), ["A"]);
        assert_eq!(choose(&["B", "A", "C", "gone"]), ["C"]);
    }
}

#[test]
fn one_question_may_look_anywhere() {
    let (pack, kind) = (wide(), gesprek());
    let reached: BTreeSet<Aspect> =
        (0..300).flat_map(|seed| pack.choose(&Choice::new(&kind, 1, seed))).map(|q| q.aspect).collect();
    assert_eq!(reached.len(), 7);
}

#[test]
fn two_questions_without_anything_outward_are_still_two() {
    let pack = pack(&[("A", "self", ""), ("B", "next-step", ""), ("C", "values", "")]);
    let kind = gesprek();
    for seed in 0..30 {
        let chosen = pack.choose(&Choice::new(&kind, 3, seed));
        assert_eq!(chosen.len(), 3);
        assert_eq!(chosen[2].aspect, Aspect::NextStep);
    }
}

#[test]
fn a_pool_without_a_next_step_still_fills_the_sitting() {
    let pack = pack(&[("A", "self", ""), ("B", "event", ""), ("C", "values", "")]);
    let kind = gesprek();
    assert_eq!(pack.choose(&Choice::new(&kind, 3, 1)).len(), 3);
}

#[test]
fn a_poor_pool_gives_what_it_has() {
    let pack = pack(&[("A", "self", ""), ("B", "self", "")]);
    let kind = gesprek();
    assert_eq!(pack.choose(&Choice::new(&kind, 3, 1)).len(), 1);
    assert!(pack.choose(&Choice::new(&kind, 0, 1)).is_empty());
}

#[test]
fn a_sitting_goes_from_the_surface_down_and_ends_in_a_next_step() {
    let pack = pack(&[
        ("deep", "event", "depth = 3"),
        ("light", "self", "depth = 1"),
        ("middle", "values", "depth = 2"),
        ("next", "next-step", "depth = 1"),
    ]);
    let kind = gesprek();
    for seed in 0..30 {
        assert_eq!(ids(&pack.choose(&Choice::new(&kind, 4, seed))), ["light", "middle", "deep", "next"]);
    }
}

#[test]
fn the_same_contact_twice_may_give_other_questions() {
    let (pack, kind) = (wide(), gesprek());
    let sittings: BTreeSet<Vec<String>> =
        (0..50).map(|seed| ids(&pack.choose(&Choice::new(&kind, 3, seed)))).collect();
    assert!(sittings.len() > 20);
}

proptest! {
    #[test]
    fn the_rules_hold_for_every_seed_and_count(
        seed: u64,
        count in 0_usize..9,
        answered in proptest::collection::vec(0_usize..14, 0..6),
    ) {
        let (pack, kind) = (wide(), gesprek());
        let recently_answered: Vec<QuestionId> =
            answered.iter().map(|place| pack.questions()[*place].id.clone()).collect();
        let choice = Choice { recently_answered: &recently_answered, ..Choice::new(&kind, count, seed) };
        let chosen = pack.choose(&choice);

        prop_assert_eq!(ids(&chosen), ids(&pack.choose(&choice)), "a seed gives one sitting");
        prop_assert_eq!(chosen.len(), count.min(7));
        let aspects: BTreeSet<Aspect> = chosen.iter().map(|question| question.aspect).collect();
        prop_assert_eq!(aspects.len(), chosen.len(), "each aspect once");
        if count >= 2 {
            prop_assert!(aspects.contains(&Aspect::Event) || aspects.contains(&Aspect::Other));
        }
        if count >= 3 {
            prop_assert_eq!(chosen[chosen.len() - 1].aspect, Aspect::NextStep);
        }
    }
}
