//! The rules of choosing a way, one by one; that every way gives a plain scan's answer is tested on
//! whole journals.

use super::*;

#[test]
fn the_newest_are_kept_in_order_and_once() {
    let mut newest = Newest { limit: 3, found: Vec::new() };
    for place in [(5, 1), (9, 2), (5, 1), (7, 3), (9, 4), (1, 5)] {
        if newest.wants(place) {
            newest.add(place);
        }
    }
    assert_eq!(newest.found, [(9, 4), (9, 2), (7, 3)]);
    assert_eq!(newest.floor(), Some((7, 3)));
}

#[test]
fn a_rare_word_does_not_have_the_list_walked() {
    let balance = Balance::MEASURED;
    // One entry in nine has it, one in a hundred, and sixty of a hundred thousand.
    assert!(balance.worth_looking(100_000, (0, 99_550), 50));
    assert!(!balance.worth_looking(100_000, (0, 95_000), 50));
    assert!(balance.worth_looking(100_000, (0, 95_000), 400));
    assert!(!balance.worth_looking(100_000, (0, 20_000), 60));
}

#[test]
fn nothing_is_sorted_and_no_table_is_scanned() {
    for sql in [ASK, NEWER, NEWEST, ANSWERS] {
        let plan = crate::schema::plan(sql);
        // The index is walked newest first by itself; `NEWEST` walks an index that is in order.
        let bad = |step: &String| {
            step.contains("TEMP B-TREE")
                || (step.starts_with("SCAN") && !step.contains("VIRTUAL TABLE") && !step.contains("USING"))
        };
        assert!(!plan.iter().any(bad), "{sql}: {plan:?}");
    }
}

#[test]
fn fragments_ask_for_parts_of_words() {
    let parts = |folded: &str| Fragment { raw: String::new(), folded: folded.to_owned() }.parts();
    assert_eq!(parts(""), []);
    assert_eq!(parts("schaam"), [Part::Inside("schaam".into())]);
    let expected = [Part::Ends("o".into()), Part::Whole("van".into()), Part::Starts("cl".into())];
    assert_eq!(parts("o van cl"), expected);
}
