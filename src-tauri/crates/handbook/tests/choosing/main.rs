//! The rules of choice, one test each, on a small pack whose every question is known.

mod another;
mod follow_ups;
mod small;

use std::collections::BTreeSet;

use handbook::{
    Aspect, Baggage, CARRIED, Choice, KindId, LOOKING_BACK, MINUTES, Moment, Mood, Pack, QuestionId,
    coverage, gaps, most_questions,
};
use proptest::prelude::*;
use small::{gesprek, ids, named, pack, wide};

#[test]
fn a_star_means_a_conversation_and_other_kinds_are_named() {
    let pack = pack(&[
        ("A", "event", ""),
        ("B", "other", "kinds = [\"bericht\"]"),
        ("C", "self", "kinds = [\"*\", \"bericht\"]"),
    ]);
    let pool = |kind: &str| ids(&pack.pool(&Choice::new(&kind.into(), 5, 0)));
    assert_eq!(pool("gesprek"), ["A", "C"]);
    assert_eq!(pool("bericht"), ["B", "C"]);
    assert!(pool("onbekend").is_empty());
}

#[test]
fn moment_and_minutes_must_fit() {
    let pack =
        pack(&[("A", "event", "moments = [\"later\"]"), ("B", "other", "minutes = 15"), ("C", "self", "")]);
    let kind = gesprek();
    assert_eq!(ids(&pack.pool(&Choice::new(&kind, 5, 0))), ["C"]);
    assert_eq!(ids(&pack.pool(&Choice { moment: Moment::Later, ..Choice::new(&kind, 5, 0) })), ["A", "C"]);
    assert_eq!(ids(&pack.pool(&Choice { ..Choice::new(&kind, 15, 0) })), ["B", "C"]);
}

#[test]
fn nothing_guesses_what_somebody_carries_and_what_was_said_goes_first() {
    let pack = pack(&[
        ("A", "event", "baggage = [\"criticism\", \"both\"]"),
        ("B", "event", "baggage = [\"life-story\", \"unknown\"]"),
        ("C", "event", ""),
    ]);
    let kind = gesprek();
    let with = |baggage| Choice { baggage, ..Choice::new(&kind, 2, 0) };
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
            let recently_answered = named(answered);
            ids(&pack
                .choose(&Choice { recently_answered: &recently_answered, ..Choice::new(&kind, 2, seed) }))
        };
        assert_eq!(choose(&["A", "B"]), ["C"]);
        assert_eq!(choose(&["C", "B", "A"]), ["A"]);
        assert_eq!(choose(&["B", "A", "C", "gone"]), ["C"]);
    }
}

#[test]
fn the_mood_comes_after_what_is_carried_and_the_young_after_the_mood() {
    let pack = pack(&[
        ("plain", "event", ""),
        ("young", "event", "group = \"young\""),
        ("proud", "event", "moods = [\"proud\", \"calm\"]"),
        ("young-proud", "event", "group = \"young\"\nmoods = [\"proud\"]"),
        ("carried", "event", "baggage = [\"both\", \"unknown\"]"),
    ]);
    let kind = gesprek();
    let reached = |choice: Choice<'_>| -> BTreeSet<String> {
        (0..100).flat_map(|seed| ids(&pack.choose(&Choice { seed, ..choice }))).collect()
    };
    let plain = Choice::new(&kind, 2, 0);
    let set = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(reached(plain).len(), 5, "nothing said prefers nothing");
    assert_eq!(reached(Choice { young: true, ..plain }), set(&["young", "young-proud"]));
    assert_eq!(reached(Choice { mood: Some(Mood::Calm), ..plain }), set(&["proud"]));
    assert_eq!(reached(Choice { mood: Some(Mood::Proud), ..plain }), set(&["proud", "young-proud"]));
    let proud_and_young = Choice { mood: Some(Mood::Proud), young: true, ..plain };
    assert_eq!(reached(proud_and_young), set(&["young-proud"]));
    assert_eq!(reached(Choice { mood: Some(Mood::Calm), young: true, ..plain }), set(&["proud"]));
    assert_eq!(reached(Choice { baggage: Some(Baggage::Both), ..proud_and_young }), set(&["carried"]));
    let angry = Choice { mood: Some(Mood::Angry), ..plain };
    assert_eq!(reached(angry).len(), 5, "a mood that no question is for prefers nothing");
    assert_eq!(pack.pool(&proud_and_young).len(), 5, "a preference keeps nothing out of the pool");
    let answered = named(&["young-proud"]);
    let waiting = Choice { recently_answered: &answered, ..proud_and_young };
    assert_eq!(reached(waiting), set(&["proud"]), "what was answered lately waits first of all");
}

#[test]
fn minutes_say_how_many() {
    let counts = [0, 2, 4, 5, 14, 15, 29, 30, 255].map(most_questions);
    assert_eq!(counts, [1, 1, 1, 3, 3, 4, 4, 6, 6]);
}

#[test]
fn what_a_pack_cannot_serve_is_named() {
    let pack = pack(&[
        ("A", "event", "moments = [\"right-after\"]\nbaggage = [\"both\"]"),
        ("B", "self", "minutes = 5\nfollow_up = \"B-after\""),
        ("B-again", "self", "minutes = 5"),
        ("B-after", "self", "only_as_follow_up = true"),
        ("C", "next-step", "minutes = 5\nmoments = [\"right-after\"]"),
    ]);
    let found = gaps(&pack);
    let served = |kind: &str, moment, minutes, baggage| {
        let gap = found.iter().find(|gap| {
            (gap.kind.as_str(), gap.moment, gap.minutes, gap.baggage) == (kind, moment, minutes, baggage)
        })?;
        assert_eq!(gap.most, most_questions(minutes));
        Some(gap.served)
    };
    let both = Some(Baggage::Both);
    assert_eq!(
        served("gesprek", Moment::RightAfter, 2, both),
        None,
        "one question is enough for two minutes"
    );
    assert_eq!(served("gesprek", Moment::RightAfter, 2, None), Some(0));
    assert_eq!(served("gesprek", Moment::RightAfter, 5, both), None);
    assert_eq!(served("gesprek", Moment::RightAfter, 5, None), Some(2));
    assert_eq!(served("gesprek", Moment::Later, 30, both), Some(1));
    assert_eq!(served("bericht", Moment::Later, 30, None), Some(0));
    let all = pack.kinds().len() * LOOKING_BACK.len() * MINUTES.len() * CARRIED.len();
    assert_eq!(found.len(), all - 2);
}

/// Every number of the table is one that can be counted by hand.
#[test]
fn what_chance_reaches_is_counted() {
    let pack = pack(&[
        ("A", "event", "moments = [\"right-after\"]"),
        ("B", "event", "moments = [\"later\"]"),
        ("C", "self", "baggage = [\"both\"]"),
        ("D", "other", "minutes = 5\nfollow_up = \"D-after\""),
        ("D-after", "other", "minutes = 5\nonly_as_follow_up = true"),
        ("E", "event", "kinds = [\"bericht\"]"),
        ("close", "next-step", "intention = true"),
    ]);
    let table = coverage(&pack);
    assert_eq!(table.len(), pack.kinds().len() * MINUTES.len() * CARRIED.len());
    let reached = |kind: &str, minutes, baggage| {
        let line = table
            .iter()
            .find(|line| (line.kind.as_str(), line.minutes, line.baggage) == (kind, minutes, baggage));
        line.map(|line| line.reached)
    };
    let both = Some(Baggage::Both);
    assert_eq!(reached("gesprek", 2, None), Some(1), "only A on the day itself");
    assert_eq!(reached("gesprek", 2, both), Some(1), "C goes first");
    assert_eq!(reached("gesprek", 5, None), Some(3), "A, D and what follows D");
    assert_eq!(reached("gesprek", 5, both), Some(4), "C comes along, and sometimes what follows D");
    assert_eq!(reached("bericht", 30, both), Some(1));
    assert_eq!(reached("gesprek", 7, None), None, "no screen offers seven minutes");
}

/// A week is no contact: it is looked back on at its own moment, and nobody carried anything.
#[test]
fn what_is_no_contact_has_a_moment_of_its_own() {
    let question = "\n[[question]]\nid = \"W\"\nversion = 1\ntext = \"Wat zag je?\"\nwhy = \"Daarom.\"\n\
                    theme = \"thema\"\naspect = \"event\"\ndepth = 1\nkinds = [\"week\", \"*\"]\nminutes = 2\n\
                    moments = [\"month-review\"]\n";
    let week = "\n[[kind]]\nid = \"week\"\nlabel = \"Een week\"\nconversation = false\ncontact = false\n";
    let pack = Pack::read(&format!("{}{week}{question}", small::HEAD)).expect("a pack with a week");
    let kind = pack.kind(&"week".into()).expect("the week");
    assert_eq!((kind.looking_back(), kind.carried()), (&[Moment::MonthReview][..], &[None][..]));
    let of_week: Vec<_> = coverage(&pack).into_iter().filter(|line| line.kind.as_str() == "week").collect();
    assert_eq!(
        of_week.iter().map(|line| (line.minutes, line.reached)).collect::<Vec<_>>(),
        MINUTES.map(|m| (m, 1))
    );
    let choice = Choice { moment: Moment::MonthReview, ..Choice::new(&kind.id, 2, 0) };
    assert_eq!(ids(&pack.choose(&choice)), ["W"]);
    assert!(pack.choose(&Choice { moment: Moment::RightAfter, ..choice }).is_empty());
    assert!(gaps(&pack).iter().all(|gap| gap.kind.as_str() != "week" || gap.moment == Moment::MonthReview));
}

/// Who finds it hard to say is asked what everybody is asked, and not one question over and over.
#[test]
fn hard_to_say_prefers_nothing() {
    let pack = pack(&[("A", "event", ""), ("B", "event", "baggage = [\"unknown\"]"), ("C", "self", "")]);
    let kind = gesprek();
    for seed in 0..50 {
        let choice = Choice::new(&kind, 2, seed);
        let unknown = Choice { baggage: Some(Baggage::Unknown), ..choice };
        assert_eq!(ids(&pack.choose(&unknown)), ids(&pack.choose(&choice)));
    }
    let line =
        coverage(&pack).into_iter().find(|line| line.baggage == Some(Baggage::Unknown)).expect("a line");
    assert_eq!((line.minutes, line.reached), (2, 3));
}

#[test]
fn the_wording_of_a_closing_page_is_the_nearest_and_no_question() {
    let mark = |more: &str| format!("intention = true\n{more}");
    let pack = pack(&[
        ("A", "event", ""),
        ("next", "next-step", ""),
        ("named", "next-step", &mark("kinds = [\"bericht\"]")),
        ("star", "next-step", &mark("")),
        ("late", "next-step", &mark("")),
    ]);
    let wording = |kind: Option<&str>| {
        let kind = kind.map(KindId::from);
        pack.intention(kind.as_ref()).map(|question| question.id.to_string())
    };
    assert_eq!(wording(Some("gesprek")).as_deref(), Some("star"));
    assert_eq!(wording(Some("bericht")).as_deref(), Some("named"));
    assert_eq!(wording(Some("gone")).as_deref(), Some("star"), "a kind of another pack");
    assert_eq!(wording(None).as_deref(), Some("star"), "no contact at all");
    let kind = gesprek();
    for seed in 0..30 {
        assert_eq!(ids(&pack.choose(&Choice::new(&kind, 5, seed))), ["A", "next"]);
    }
    assert_eq!(small::pack(&[("A", "event", "")]).intention(None), None);
    let only_named = small::pack(&[("named", "next-step", &mark("kinds = [\"bericht\"]"))]);
    assert_eq!(only_named.intention(Some(&kind)), None, "a wording for a message fits no conversation");
    assert!(only_named.intention(None).is_some());
}

#[test]
fn one_question_may_look_anywhere() {
    let (pack, kind) = (wide(), gesprek());
    let reached: BTreeSet<Aspect> =
        (0..300).flat_map(|seed| pack.choose(&Choice::new(&kind, 2, seed))).map(|q| q.aspect).collect();
    assert_eq!(reached.len(), 7);
}

#[test]
fn two_questions_without_anything_outward_are_still_two() {
    let pack = pack(&[("A", "self", ""), ("B", "next-step", ""), ("C", "values", "")]);
    let kind = gesprek();
    for seed in 0..30 {
        let chosen = pack.choose(&Choice::new(&kind, 5, seed));
        assert_eq!(chosen.len(), 3);
        assert_eq!(chosen[2].aspect, Aspect::NextStep);
    }
}

#[test]
fn a_pool_without_a_next_step_still_fills_the_sitting() {
    let pack = pack(&[("A", "self", ""), ("B", "event", ""), ("C", "values", "")]);
    let kind = gesprek();
    assert_eq!(pack.choose(&Choice::new(&kind, 5, 1)).len(), 3);
}

#[test]
fn a_poor_pool_gives_what_it_has() {
    let pack = pack(&[("A", "self", ""), ("B", "self", "")]);
    let kind = gesprek();
    assert_eq!(pack.choose(&Choice::new(&kind, 5, 1)).len(), 1);
    assert!(pack.choose(&Choice::new(&"onbekend".into(), 5, 1)).is_empty());
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
        assert_eq!(ids(&pack.choose(&Choice::new(&kind, 15, seed))), ["light", "middle", "deep", "next"]);
    }
}

#[test]
fn the_same_contact_twice_may_give_other_questions() {
    let (pack, kind) = (wide(), gesprek());
    let sittings: BTreeSet<Vec<String>> =
        (0..50).map(|seed| ids(&pack.choose(&Choice::new(&kind, 5, seed)))).collect();
    assert!(sittings.len() > 20);
}

proptest! {
    #[test]
    fn the_rules_hold_for_every_seed_and_all_minutes(
        seed: u64,
        minutes in 2_u8..60,
        answered in proptest::collection::vec(0_usize..14, 0..6),
    ) {
        let (pack, kind) = (wide(), gesprek());
        let recently_answered: Vec<QuestionId> =
            answered.iter().map(|place| pack.questions()[*place].id.clone()).collect();
        let choice = Choice { recently_answered: &recently_answered, ..Choice::new(&kind, minutes, seed) };
        let chosen = pack.choose(&choice);

        prop_assert_eq!(ids(&chosen), ids(&pack.choose(&choice)), "a seed gives one sitting");
        prop_assert_eq!(chosen.len(), most_questions(minutes));
        let aspects: BTreeSet<Aspect> = chosen.iter().map(|question| question.aspect).collect();
        prop_assert_eq!(aspects.len(), chosen.len(), "each aspect once");
        if minutes >= 5 {
            prop_assert!(aspects.contains(&Aspect::Event) || aspects.contains(&Aspect::Other));
            prop_assert_eq!(chosen[chosen.len() - 1].aspect, Aspect::NextStep);
        }
    }
}
