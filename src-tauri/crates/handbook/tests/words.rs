//! The lists of words that we ship, and what a list refuses.

use handbook::{ListError, ListFault, PairList, WordList};

const PASSPHRASE: &str = include_str!("../../../../assets/words/passphrase-nl.txt");
const ALIASES: [&str; 2] = [
    include_str!("../../../../assets/words/alias-nl.txt"),
    include_str!("../../../../assets/words/alias-en.txt"),
];

#[test]
fn five_words_of_the_list_are_sixty_four_bits() {
    let list = WordList::parse(PASSPHRASE).expect("every line is a word of its own");
    assert_eq!(list.len(), 7_776);
    assert!(f64::from(7_776_u32).log2() * 5.0 > 64.0);
    assert!((0..list.len()).all(|place| list.get(place).is_some_and(|word| (3..=9).contains(&word.len()))));
    assert_eq!(list.get(list.len()), None);
}

#[test]
fn there_are_enough_aliases_and_each_pair_is_two_words() {
    for text in ALIASES {
        let list = PairList::parse(text).expect("the list reads");
        assert!(list.len() >= 120 * 200, "{}", list.len());
        let pairs: std::collections::BTreeSet<String> =
            (0..list.len()).map(|place| list.get(place).expect("below the length")).collect();
        assert_eq!(pairs.len(), list.len(), "no pair twice");
        assert!(pairs.iter().all(|pair| pair.split(' ').count() == 2));
        assert_eq!(list.get(list.len()), None);
    }
}

#[test]
fn no_alias_says_one_word_twice() {
    for text in ALIASES {
        let list = PairList::parse(text).expect("the list reads");
        for pair in (0..list.len()).filter_map(|place| list.get(place)) {
            let (adjective, noun) = pair.split_once(' ').expect("two words");
            assert_ne!(adjective, noun);
        }
    }
}

#[test]
fn a_list_refuses_what_would_bend_the_draw() {
    let error = |line, code| Err(ListError { line, code });
    assert_eq!(WordList::parse("een\n\n# twee\neen\n"), error(4, ListFault::Duplicate));
    assert_eq!(WordList::parse("een\ntwee drie"), error(2, ListFault::UnusableWord));
    assert_eq!(WordList::parse("Een"), error(1, ListFault::UnusableWord));
    assert_eq!(WordList::parse("# niets\n"), error(1, ListFault::Empty));
    assert_eq!(PairList::parse("stille"), Err(ListError { line: 1, code: ListFault::UnknownHeading }));
    assert_eq!(
        PairList::parse("[adjective]\nstille\n[verb]\n"),
        Err(ListError { line: 3, code: ListFault::UnusableWord })
    );
    assert_eq!(PairList::parse("[adjective]\nstille"), Err(ListError { line: 1, code: ListFault::Empty }));
}

#[test]
fn pairs_come_in_a_fixed_order() {
    let list = PairList::parse("[noun]\nbeuk\nberk\n[adjective]\ngroene\nblauwe\n").expect("it reads");
    let all: Vec<String> = (0..list.len()).filter_map(|place| list.get(place)).collect();
    assert_eq!(all, ["groene beuk", "groene berk", "blauwe beuk", "blauwe berk"]);
}
