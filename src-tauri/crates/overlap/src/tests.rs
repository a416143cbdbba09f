//! The measures against their floor, their bounds and small phases; the rest stands in its modules.

mod by_ranks;
mod properties;
mod published;

use crate::*;

#[test]
fn nothing_is_said_under_five_measurements() {
    let (few, enough) = ([1, 2, 3, 4], [1, 2, 3, 4, 5]);
    assert_eq!(overlap(&few, &enough, Better::Higher), None);
    assert_eq!(overlap(&enough, &few, Better::Higher), None);
    assert_eq!(overlap(&enough, &enough, Better::Higher), Overlap::of(&enough, &enough, Better::Higher));
    assert!(overlap(&enough, &enough, Better::Higher).is_some());
    assert_eq!(Overlap::of(&[], &enough, Better::Higher), None);
    assert_eq!(Overlap::of(&enough, &[], Better::Higher), None);
}

#[test]
fn the_median_is_in_the_middle() {
    for (values, expected) in [
        (&[][..], None),
        (&[7], Some(7.0)),
        (&[9, 2], Some(5.5)),
        (&[9, 2, 4], Some(4.0)),
        (&[4, 4, 1, 9], Some(4.0)),
        (&[u32::MAX, u32::MAX], Some(f64::from(u32::MAX))),
    ] {
        assert_eq!(median(values), expected, "{values:?}");
    }
}

#[test]
fn the_begin_phase_went_somewhere_by_itself() {
    let any = [5];
    for (begin, better, expected) in [
        ([1, 2, 3], Better::Higher, Went::Better),
        ([1, 2, 3], Better::Lower, Went::Worse),
        ([3, 3, 3], Better::Lower, Went::Flat),
        ([1, 3, 1], Better::Higher, Went::Flat),
    ] {
        let found = Overlap::of(&begin, &any, better).map(|overlap| overlap.begin_went());
        assert_eq!(found, Some(expected), "{begin:?}");
    }
}

#[test]
fn the_corrected_one_can_leave_the_bounds() {
    let worsening = [5, 4, 3, 2, 1];
    let found = Overlap::of(&worsening, &[6, 7, 8, 9, 10], Better::Higher).expect("values");
    assert_eq!((found.tau(), found.tau_corrected()), (1.0, 1.4));
}
