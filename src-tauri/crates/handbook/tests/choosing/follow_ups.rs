//! Follow-ups: when they come, where they stand, and what makes room for them.

use handbook::{Baggage, Choice};

use crate::small::{gesprek, ids, named, pack};

const AFTER: &str = "only_as_follow_up = true";

/// The sitting is the same for every seed, or the specimen is not what the test is about.
#[track_caller]
fn always(questions: &[(&str, &str, &str)], choice: Choice<'_>, sitting: &[&str]) {
    let pack = pack(questions);
    for seed in 0..50 {
        assert_eq!(ids(&pack.choose(&Choice { seed, ..choice })), sitting, "seed {seed}");
    }
}

#[test]
fn a_follow_up_stands_directly_after_its_parent_and_never_alone() {
    let questions = [
        ("light", "other", "follow_up = \"after\""),
        ("deep", "self", "depth = 3"),
        ("after", "other", AFTER),
    ];
    let kind = gesprek();
    always(&questions, Choice::new(&kind, 5, 0), &["light", "after", "deep"]);
    let pack = pack(&questions);
    assert_eq!(ids(&pack.pool(&Choice::new(&kind, 30, 0))), ["light", "deep"]);
    assert_eq!(pack.follows(&"after".into()), Some(&"light".into()));
    assert_eq!(pack.follows(&"light".into()), None);
}

#[test]
fn one_question_has_no_room_for_a_follow_up() {
    let questions = [("only", "other", "follow_up = \"after\""), ("after", "other", AFTER)];
    let kind = gesprek();
    always(&questions, Choice::new(&kind, 2, 0), &["only"]);
    always(&questions, Choice::new(&kind, 5, 0), &["only", "after"]);
}

#[test]
fn at_five_minutes_the_middle_question_makes_room_for_the_outward_one_or_the_closing_one() {
    let kind = gesprek();
    let middle = ("middle", "self", "");
    always(
        &[
            ("out", "other", "follow_up = \"after\""),
            middle,
            ("next", "next-step", ""),
            ("after", "self", AFTER),
        ],
        Choice::new(&kind, 5, 0),
        &["out", "after", "next"],
    );
    always(
        &[
            ("out", "other", ""),
            middle,
            ("next", "next-step", "follow_up = \"after\""),
            ("after", "self", AFTER),
        ],
        Choice::new(&kind, 5, 0),
        &["out", "next", "after"],
    );
}

#[test]
fn nothing_that_a_sitting_rests_on_makes_room() {
    let questions = [
        ("out", "other", ""),
        ("middle", "self", "depth = 2\nfollow_up = \"after\""),
        ("next", "next-step", ""),
        ("after", "self", AFTER),
    ];
    always(&questions, Choice::new(&gesprek(), 5, 0), &["out", "middle", "next"]);
}

#[test]
fn a_next_step_after_a_question_does_not_use_up_the_closing_one() {
    let questions = [
        ("out", "event", "follow_up = \"after\""),
        ("middle", "self", ""),
        ("next", "next-step", ""),
        ("after", "next-step", AFTER),
    ];
    always(&questions, Choice::new(&gesprek(), 5, 0), &["out", "after", "next"]);
}

#[test]
fn one_follow_up_in_a_quarter_and_two_in_half_an_hour() {
    let questions = [
        ("a", "event", "follow_up = \"a-after\""),
        ("b", "self", "follow_up = \"b-after\""),
        ("c", "values", "follow_up = \"c-after\""),
        ("a-after", "event", AFTER),
        ("b-after", "self", AFTER),
        ("c-after", "values", AFTER),
    ];
    let (pack, kind) = (pack(&questions), gesprek());
    for seed in 0..50 {
        let follow_ups = |minutes| {
            let chosen = pack.choose(&Choice::new(&kind, minutes, seed));
            chosen.iter().filter(|question| question.only_as_follow_up).count()
        };
        assert_eq!([2, 5, 15, 30].map(follow_ups), [0, 1, 1, 2], "seed {seed}");
    }
}

#[test]
fn the_best_question_is_followed_and_the_least_makes_room() {
    let answered = named(&["late"]);
    let kind = gesprek();
    let choice = Choice { recently_answered: &answered, ..Choice::new(&kind, 15, 0) };
    let choice = Choice { baggage: Some(Baggage::Both), ..choice };
    always(
        &[
            ("out", "other", "depth = 2"),
            ("plain", "self", "depth = 3\nfollow_up = \"plain-after\""),
            ("carried", "values", "baggage = [\"both\"]\nfollow_up = \"carried-after\""),
            ("late", "knowledge", ""),
            ("carried-after", "values", AFTER),
            ("plain-after", "self", AFTER),
        ],
        choice,
        &["carried", "carried-after", "out", "plain"],
    );
}

#[test]
fn what_somebody_carries_makes_no_room_for_something_else() {
    let kind = gesprek();
    let questions = [
        ("out", "other", "follow_up = \"after\""),
        ("carried", "values", "baggage = [\"both\"]"),
        ("next", "next-step", ""),
        ("after", "other", AFTER),
    ];
    let both = Choice { baggage: Some(Baggage::Both), ..Choice::new(&kind, 5, 0) };
    let pack = pack(&questions);
    for seed in 0..50 {
        let chosen = ids(&pack.choose(&Choice { seed, ..both }));
        assert!(chosen.contains(&"carried".to_owned()) && chosen.len() == 3, "{chosen:?}");
        assert!(!chosen.contains(&"after".to_owned()), "{chosen:?}");
    }
}

#[test]
fn a_follow_up_that_was_answered_lately_waits() {
    let questions = [
        ("out", "other", "follow_up = \"after\""),
        ("middle", "self", "depth = 2"),
        ("next", "next-step", ""),
        ("after", "other", AFTER),
    ];
    let kind = gesprek();
    let answered = named(&["after"]);
    let choice = Choice { recently_answered: &answered, ..Choice::new(&kind, 5, 0) };
    always(&questions, choice, &["out", "middle", "next"]);
}

#[test]
fn a_follow_up_does_not_take_the_place_of_one_that_is_followed() {
    let questions = [
        ("a", "event", "follow_up = \"a-after\""),
        ("b", "self", "follow_up = \"b-after\""),
        ("c", "values", ""),
        ("d", "knowledge", ""),
        ("e", "context", ""),
        ("next", "next-step", ""),
        ("a-after", "event", AFTER),
        ("b-after", "self", AFTER),
    ];
    let (pack, kind) = (pack(&questions), gesprek());
    for seed in 0..200 {
        let chosen = pack.choose(&Choice::new(&kind, 30, seed));
        assert_eq!(chosen.len(), 6, "seed {seed}");
        for (at, question) in chosen.iter().enumerate().filter(|(_, question)| question.only_as_follow_up) {
            assert_eq!(chosen[at - 1].follow_up.as_ref(), Some(&question.id), "seed {seed}");
        }
        assert!(chosen.iter().any(|question| question.only_as_follow_up), "seed {seed}");
        let last = chosen.iter().rfind(|question| !question.only_as_follow_up);
        assert_eq!(last.map(|question| question.id.as_str()), Some("next"));
    }
}
