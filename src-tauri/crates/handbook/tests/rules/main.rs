//! The ten rules of "not a checklist" over the shipped packs, as far as this crate can see them.
//!
//! Rules 3, 4, 5 and 7 hold for every sitting of ten thousand seeds of every combination ([`sweep`]),
//! those of a week or a meeting among them, and with the pack of an organisation beside ours. Rules 1,
//! 2 and 10 are about what there is not: no question and no field can be made a duty, nothing can be
//! counted, no answer is looked at; they are read off the format ([`forms`]). Rule 6 is the screen's,
//! which needs from us that a sitting without questions is an answer like any other. Rule 8 is the
//! lint's, in `linting.rs` and `editions`.

mod facts;
mod forms;
mod rule;
mod sweep;

use handbook::{CARRIED, Choice, MINUTES};
use rule::Rule;
use sweep::{EDITIONS, JOINED, JOINED_REPORT, JOINED_SEEDS, REPORT, SEEDS, combinations};

/// A rule holds for our own pack, and with another pack beside it.
#[track_caller]
fn holds(rule: Rule) {
    for report in [&*REPORT, &*JOINED_REPORT] {
        assert_eq!(report.broken[rule as usize], None, "{rule:?}");
        let sittings = report.sittings;
        assert!(report.spoke[rule as usize] > 0, "{rule:?} had nothing to say in {sittings} sittings");
    }
}

#[test]
fn every_combination_is_walked_ten_thousand_times() {
    let all: usize = EDITIONS.iter().map(combinations).sum();
    assert_eq!(REPORT.combinations, all);
    assert_eq!(REPORT.sittings, all as u64 / 2 * SEEDS);
    let [joined, _] = &*JOINED;
    assert_eq!(JOINED_REPORT.combinations, combinations(joined));
    assert_eq!(JOINED_REPORT.sittings, combinations(joined) as u64 * JOINED_SEEDS / 2);
    assert!(combinations(joined) > all / 2, "theirs has a kind of its own");
}

#[test]
fn rule_3_a_sitting_is_short() {
    holds(Rule::Short);
}

#[test]
fn rule_3_a_sitting_is_as_long_as_the_pool_can_make_it() {
    holds(Rule::Full);
}

#[test]
fn rule_4_only_what_fits() {
    holds(Rule::Fits);
}

#[test]
fn rule_4_each_aspect_once() {
    holds(Rule::EachAspectOnce);
}

#[test]
fn rule_4_what_was_answered_lately_waits() {
    holds(Rule::RecentWaits);
}

#[test]
fn rule_4_what_matches_goes_first_within_an_aspect() {
    holds(Rule::MatchingFirst);
}

/// At two minutes the one question is the best of the whole pool, of whatever aspect.
#[test]
fn rule_4_what_matches_goes_first_among_aspects() {
    holds(Rule::BestAspectFirst);
}

#[test]
fn rule_4_something_looks_outward() {
    holds(Rule::Outward);
}

#[test]
fn rule_4_the_last_is_a_next_step() {
    holds(Rule::ClosesWithNextStep);
}

#[test]
fn rule_4_a_seed_gives_one_sitting_in_both_languages() {
    holds(Rule::Repeatable);
}

#[test]
fn a_sitting_goes_from_the_surface_down() {
    holds(Rule::SurfaceDown);
}

#[test]
fn a_follow_up_stands_directly_after_its_parent() {
    holds(Rule::FollowUpAfterParent);
}

#[test]
fn follow_ups_are_few() {
    holds(Rule::FewFollowUps);
}

#[test]
fn a_follow_up_comes_where_there_is_room() {
    holds(Rule::FollowUpWhereRoom);
}

#[test]
fn the_wording_of_a_closing_page_is_no_question() {
    holds(Rule::NoIntention);
}

#[test]
fn rule_5_another_question_is_another() {
    holds(Rule::AnotherIsAnother);
}

#[test]
fn rule_5_another_question_keeps_the_rules() {
    holds(Rule::AnotherKeepsRules);
}

#[test]
fn rule_5_putting_aside_ends_and_leaves_no_trace() {
    holds(Rule::AnotherUntilTheEnd);
}

/// A screen that always offers an own question and a free page can do so on an empty sitting too.
#[test]
fn rule_6_no_question_at_all_is_an_answer() {
    for pack in &*EDITIONS {
        let kind = "gone".into();
        for (minutes, baggage) in MINUTES.iter().flat_map(|m| CARRIED.map(|baggage| (*m, baggage))) {
            let choice = Choice { baggage, ..Choice::new(&kind, minutes, 1) };
            assert!(pack.choose(&choice).is_empty());
            assert_eq!(pack.another(&choice, &[], &[]), None);
        }
    }
}

#[test]
fn rule_7_the_pool_is_never_shown_whole() {
    holds(Rule::NeverWhole);
}

#[test]
fn rule_7_the_next_sitting_has_something_new() {
    holds(Rule::OthersNextTime);
}

/// The why-panel has something to show: a reason, a source, and what was read of it.
#[test]
fn rule_9_every_question_says_why_and_from_where() {
    for pack in &*EDITIONS {
        for question in pack.questions() {
            assert!(!question.why.trim().is_empty());
            let sources = pack.sources_of(question);
            assert!(!sources.is_empty(), "{}", question.id);
            assert!(sources.iter().all(|source| !source.read.is_empty()), "{}", question.id);
        }
    }
}
