//! Another question for the place of one.

use std::collections::BTreeSet;

use handbook::{Aspect, Choice, QuestionId};

use crate::small::{gesprek, ids, named, pack, wide};

#[test]
fn another_is_neither_standing_nor_aside_and_ends() {
    let (pack, kind) = (wide(), gesprek());
    for seed in 0..20 {
        let choice = Choice::new(&kind, 5, seed);
        let chosen = pack.choose(&choice);
        let standing = [chosen[1].id.clone(), chosen[2].id.clone()];
        let mut aside = vec![chosen[0].id.clone()];
        while let Some(other) = pack.another(&choice, &standing, &aside) {
            assert!(!standing.contains(&other.id) && !aside.contains(&other.id), "{}", other.id);
            aside.push(other.id.clone());
        }
        let seen: BTreeSet<&QuestionId> = aside.iter().chain(&standing).collect();
        assert_eq!(seen.len(), pack.pool(&choice).len(), "every question of the pool, each once");
    }
}

#[test]
fn another_looks_outward_or_ahead_when_nothing_else_does() {
    let (pack, kind) = (wide(), gesprek());
    let outward = [Aspect::Other, Aspect::Event];
    for seed in 0..50 {
        let choice = Choice::new(&kind, 5, seed);
        let other = |standing: &[&str], aside: &[&str]| {
            pack.another(&choice, &named(standing), &named(aside)).map(|question| question.aspect)
        };
        let found = other(&["self-1", "next-step-1"], &["event-1"]);
        assert!(found.is_some_and(|aspect| outward.contains(&aspect)));
        assert_eq!(other(&["self-1", "other-1"], &["next-step-1"]), Some(Aspect::NextStep));
        let found = other(&["other-1", "next-step-1"], &["self-1"]);
        assert!(found.is_some_and(|aspect| ![Aspect::Other, Aspect::NextStep].contains(&aspect)));
    }
}

#[test]
fn another_for_the_one_question_of_two_minutes_may_look_anywhere() {
    let (pack, kind) = (wide(), gesprek());
    let aside = named(&["self-1"]);
    let reached: BTreeSet<Aspect> = (0..300)
        .filter_map(|seed| pack.another(&Choice::new(&kind, 2, seed), &[], &aside))
        .map(|question| question.aspect)
        .collect();
    assert_eq!(reached.len(), 7);
}

#[test]
fn another_has_a_new_aspect_while_there_is_one() {
    let pack = pack(&[
        ("out", "other", ""),
        ("next", "next-step", ""),
        ("self-1", "self", ""),
        ("self-2", "self", ""),
        ("other-2", "other", ""),
        ("values", "values", ""),
    ]);
    let kind = gesprek();
    // Even when it was answered lately, for a sitting asks each thing once.
    let answered = named(&["values"]);
    for seed in 0..30 {
        let choice = Choice { recently_answered: &answered, ..Choice::new(&kind, 15, seed) };
        let standing = named(&["out", "next", "self-1"]);
        let other =
            |aside: &[&str]| pack.another(&choice, &standing, &named(aside)).map(|q| q.id.to_string());
        assert_eq!(other(&[]).as_deref(), Some("values"));
        assert!(["self-2", "other-2"].contains(&other(&["values"]).as_deref().expect("two are left")));
        assert_eq!(other(&["values", "self-2", "other-2"]), None);
    }
}

#[test]
fn another_waits_like_every_question_and_is_the_same_for_a_seed() {
    let pack = pack(&[("A", "event", ""), ("B", "event", ""), ("C", "event", "")]);
    let kind = gesprek();
    let answered = named(&["B"]);
    for seed in 0..30 {
        let choice = Choice { recently_answered: &answered, ..Choice::new(&kind, 2, seed) };
        let other = |aside: &[&str]| pack.another(&choice, &[], &named(aside)).map(|q| q.id.to_string());
        assert_eq!(other(&["A"]).as_deref(), Some("C"));
        assert_eq!(other(&["A", "C"]).as_deref(), Some("B"));
        assert_eq!(other(&["A"]), other(&["A"]));
    }
}

#[test]
fn another_is_never_a_follow_up_or_the_wording_of_a_closing_page() {
    let pack = pack(&[
        ("A", "event", "follow_up = \"A-after\""),
        ("B", "self", ""),
        ("next", "next-step", ""),
        ("A-after", "next-step", "only_as_follow_up = true"),
        ("closing", "next-step", "intention = true"),
    ]);
    let kind = gesprek();
    for seed in 0..30 {
        let choice = Choice::new(&kind, 5, seed);
        assert_eq!(ids(&pack.choose(&choice)), ["A", "A-after", "next"]);
        let standing = named(&["A", "A-after"]);
        let other = |aside: &[&str]| pack.another(&choice, &standing, &named(aside)).map(|q| q.id.as_str());
        assert_eq!(other(&[]), Some("next"), "the next step that follows does not stand for the closing one");
        assert_eq!(other(&["next"]), Some("B"));
        assert_eq!(other(&["next", "B"]), None);
    }
}
