//! What holds for any two phases.

use proptest::{collection::vec, prelude::*};

use super::by_ranks;
use crate::{Better, Overlap};

fn phase() -> impl Strategy<Value = Vec<u32>> {
    // Few values, so that many are equal; and, sometimes, any there can be.
    prop_oneof![vec(0..4_u32, 1..20), vec(0..=10_u32, 1..20), vec(any::<u32>(), 1..20)]
}

fn direction() -> impl Strategy<Value = Better> {
    prop_oneof![Just(Better::Higher), Just(Better::Lower)]
}

fn other(better: Better) -> Better {
    match better {
        Better::Higher => Better::Lower,
        Better::Lower => Better::Higher,
    }
}

fn of(begin: &[u32], trial: &[u32], better: Better) -> Overlap {
    Overlap::of(begin, trial, better).expect("both have a value")
}

fn close(one: f64, two: f64) -> bool {
    (one - two).abs() < 1e-9
}

proptest! {
    #[test]
    fn the_other_direction_gives_one_less_nap(begin in phase(), trial in phase(), better in direction()) {
        let (here, there) = (of(&begin, &trial, better), of(&begin, &trial, other(better)));
        prop_assert!(close(there.nap(), 1.0 - here.nap()));
        prop_assert!(close(there.tau(), -here.tau()));
        prop_assert!(close(there.tau_corrected(), -here.tau_corrected()));
        prop_assert_eq!((there.better, there.worse, there.equal), (here.worse, here.better, here.equal));
        prop_assert_eq!(there.begin, -here.begin);
    }

    #[test]
    fn the_other_phase_first_gives_one_less_nap(begin in phase(), trial in phase(), better in direction()) {
        prop_assert!(close(of(&trial, &begin, better).nap(), 1.0 - of(&begin, &trial, better).nap()));
    }

    #[test]
    fn equal_phases_overlap_wholly(values in phase(), better in direction()) {
        let found = of(&values, &values, better);
        prop_assert_eq!((found.nap(), found.tau()), (0.5, 0.0));
    }

    #[test]
    fn phases_of_one_value_are_equal_in_every_pair(
        value in any::<u32>(), begins in 1..20_usize, trials in 1..20_usize, better in direction(),
    ) {
        let found = of(&vec![value; begins], &vec![value; trials], better);
        prop_assert_eq!(found, Overlap { better: 0, worse: 0, equal: (begins * trials) as u64, begin: 0 });
        prop_assert_eq!((found.nap(), found.tau(), found.tau_corrected()), (0.5, 0.0, 0.0));
    }

    #[test]
    fn the_order_within_the_trial_phase_says_nothing(
        begin in phase(), (trial, shuffled) in phase().prop_flat_map(|trial| (Just(trial.clone()), Just(trial).prop_shuffle())),
        better in direction(),
    ) {
        prop_assert_eq!(of(&begin, &trial, better), of(&begin, &shuffled, better));
    }

    #[test]
    fn the_correction_takes_off_what_the_begin_phase_did(
        begin in phase(), trial in phase(), better in direction(),
    ) {
        let found = of(&begin, &trial, better);
        let taken_off = by_ranks::s(&begin, better) as f64 / (begin.len() * trial.len()) as f64;
        prop_assert!(close(found.tau_corrected() - found.tau(), -taken_off));
    }

    #[test]
    fn every_pair_is_counted_once_and_nap_is_a_share(
        begin in phase(), trial in phase(), better in direction(),
    ) {
        let found = of(&begin, &trial, better);
        prop_assert_eq!(found.better + found.worse + found.equal, (begin.len() * trial.len()) as u64);
        prop_assert!((0.0..=1.0).contains(&found.nap()));
        prop_assert!(close(found.tau(), 2.0 * found.nap() - 1.0));
    }

    #[test]
    fn ranks_find_the_same(begin in phase(), trial in phase(), better in direction()) {
        let found = of(&begin, &trial, better);
        prop_assert!(close(found.nap(), by_ranks::nap(&begin, &trial, better)));
        prop_assert_eq!(found.begin, by_ranks::s(&begin, better));
    }
}

#[test]
fn a_thousand_by_a_thousand_is_counted() {
    let begin: Vec<u32> = (0..1_000).collect();
    let trial: Vec<u32> = (u32::MAX - 999..=u32::MAX).collect();
    let found = of(&begin, &trial, Better::Higher);
    assert_eq!(found, Overlap { better: 1_000_000, worse: 0, equal: 0, begin: 499_500 });
    assert_eq!((found.nap(), found.tau(), found.tau_corrected()), (1.0, 1.0, 0.5005));
    let backwards: Vec<u32> = begin.iter().rev().copied().collect();
    let found = of(&backwards, &trial, Better::Lower);
    assert_eq!((found.worse, found.begin, found.nap()), (1_000_000, 499_500, 0.0));
}
