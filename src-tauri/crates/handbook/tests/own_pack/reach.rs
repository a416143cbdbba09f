//! Nothing of ours is lost beside another pack, and what is theirs is reached where it says.

use std::collections::BTreeSet;

use handbook::{Choice, MINUTES, Pack, Question, most_questions};
use proptest::prelude::*;

use crate::{beside, ours, question, theirs};

/// Every sitting that a screen can offer, with nothing said about the writer.
fn sittings(pack: &Pack) -> Vec<Choice<'_>> {
    let mut all = Vec::new();
    for kind in pack.kinds() {
        for (moment, minutes) in kind.looking_back().iter().flat_map(|m| MINUTES.map(|minutes| (*m, minutes)))
        {
            for baggage in kind.carried() {
                all.push(Choice { moment, baggage: *baggage, ..Choice::new(&kind.id, minutes, 0) });
            }
        }
    }
    all
}

/// What comes with one seed in all of these sittings.
fn comes_with<'p>(pack: &'p Pack, sittings: &[Choice<'_>], seed: u64) -> BTreeSet<&'p str> {
    let all = sittings.iter().flat_map(|choice| pack.choose(&Choice { seed, ..*choice }));
    all.map(|question| question.id.as_str()).collect()
}

fn ids<'p>(questions: &[&'p Question]) -> BTreeSet<&'p str> {
    questions.iter().map(|question| question.id.as_str()).collect()
}

/// What holds for whatever stands beside ours: nothing of ours goes, and what is theirs comes.
fn both_are_reached(ours: &Pack, theirs: &Pack) -> Result<(), TestCaseError> {
    let joined = ours.with(&[theirs]);
    let of_ours = sittings(ours);
    for choice in &of_ours {
        prop_assert!(ids(&joined.pool(choice)).is_superset(&ids(&ours.pool(choice))));
    }
    let mut lost: BTreeSet<&str> = (0..20).flat_map(|seed| comes_with(ours, &of_ours, seed)).collect();
    for seed in 0..400 {
        lost = &lost - &comes_with(&joined, &of_ours, seed);
        if lost.is_empty() {
            break;
        }
    }
    prop_assert!(lost.is_empty(), "{lost:?} is reached no more");
    for question in theirs.questions().iter().filter(|question| !question.intention) {
        for choice in sittings(&joined).iter().filter(|choice| says_so(question, choice, &joined)) {
            let comes = (0..4_000).any(|seed| {
                let chosen = joined.choose(&Choice { seed, ..*choice });
                assert!(chosen.len() <= most_questions(choice.minutes));
                chosen.iter().any(|chosen| chosen.id == question.id)
            });
            prop_assert!(comes, "{} never comes in {choice:?}", question.id);
        }
    }
    Ok(())
}

/// Whether a question's relevance says that it comes in this sitting: it fits, and nothing was said
/// that others answer better.
fn says_so(question: &Question, choice: &Choice<'_>, pack: &Pack) -> bool {
    let parent = pack.follows(&question.id).and_then(|id| pack.question(id));
    let first = parent.unwrap_or(question);
    let kind = pack.kind(choice.kind).expect("its own kind");
    let of_kind = first.kinds.contains(&kind.id) || kind.conversation && first.any_conversation;
    let of_baggage = choice.baggage == first.baggage.first().copied();
    let has_room = parent.is_none() || choice.minutes >= 5;
    of_kind
        && of_baggage
        && has_room
        && first.moments.contains(&choice.moment)
        && first.minutes <= choice.minutes
}

#[test]
fn the_example_takes_nothing_away_and_is_reached() {
    both_are_reached(&ours(), &theirs()).expect("it holds");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever an organisation asks.
    #[test]
    fn any_pack_takes_nothing_away_and_is_reached(
        asked in proptest::collection::vec(
            (
                prop::sample::select(vec!["event", "self", "other", "values", "knowledge", "next-step", "context"]),
                prop::sample::select(vec!["\"*\"", "\"huisbezoek\"", "\"mail-of-app\", \"*\"", "\"niet-verschenen\""]),
                prop::sample::select(MINUTES.to_vec()),
                prop::sample::select(vec!["\"right-after\"", "\"later\", \"together\""]),
                prop::sample::select(vec!["", "", "criticism", "life-story"]),
            ),
            1..6,
        ),
    ) {
        let questions: String = asked
            .iter()
            .enumerate()
            .map(|(place, (aspect, kinds, minutes, moments, baggage))| {
                question(&format!("H{place}"), aspect, kinds, *minutes, moments, baggage)
            })
            .collect();
        both_are_reached(&ours(), &beside("huis", &questions))?;
    }
}
