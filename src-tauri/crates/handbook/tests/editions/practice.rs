//! What our own packs bring to practise with, and for a group of colleagues.

use handbook::{Deck, Pack};

use crate::editions;

/// Words that begin with a capital anywhere, and are nobody's name.
const NO_NAMES: [&str; 3] = ["WW", "CV", "I"];

#[test]
fn every_case_has_a_part_for_every_role() {
    for pack in editions() {
        let roles: Vec<&str> = pack.roles().iter().map(|role| role.id.as_str()).collect();
        assert_eq!(roles, ["consulent", "sociaal-werker", "inwoner", "leidinggevende"]);
        assert!(pack.cases().len() >= 12, "{} cases", pack.cases().len());
        for case in pack.cases() {
            let parts: Vec<&str> = case.roles.iter().map(|part| part.role.as_str()).collect();
            assert_eq!(parts, roles, "{}", case.id);
            assert!((2..=4).contains(&case.paragraphs.len()), "{} is read aloud", case.id);
        }
    }
}

/// Nobody is told apart by a name, and no case plays anywhere.
#[test]
fn nobody_in_a_case_has_a_name() {
    for pack in editions() {
        for text in cases(&pack) {
            for name in capitals_inside(text) {
                assert!(NO_NAMES.contains(&name), "{name}: {text}");
            }
        }
    }
    let found = capitals_inside("Toen zei Anna: ‘Kom binnen’. Ze ging.");
    assert_eq!(found, ["Anna"], "a name would be found");
}

#[test]
fn there_are_cards_beginnings_and_agreements() {
    for pack in editions() {
        let cards = |deck| pack.cards().iter().filter(|card| card.deck == deck).count();
        assert!(cards(Deck::Frame) >= 12 && cards(Deck::Word) >= 12);
        assert!(pack.starters().len() >= 8 && pack.agreements().len() >= 6);
    }
}

/// A method can be planned: it says who speaks and how long, and fits into a meeting.
#[test]
fn every_method_says_who_and_fits_into_a_meeting() {
    for pack in editions() {
        let lasts = |minutes: &mut Vec<u32>, method: &handbook::Method| {
            assert!(method.steps.iter().all(|step| step.who.is_some()), "{}", method.id);
            // Everybody agrees before anybody tells.
            assert_eq!(method.steps[0].who, pack.methods()[0].steps[0].who, "{}", method.id);
            minutes.push(method.steps.iter().map(|step| u32::from(step.minutes)).sum());
        };
        let mut minutes = Vec::new();
        pack.methods().iter().for_each(|method| lasts(&mut minutes, method));
        assert_eq!(minutes.len(), 6);
        assert!(minutes.iter().all(|minutes| (30..=90).contains(minutes)), "{minutes:?}");
        assert!(minutes.contains(&60), "one that takes an hour");
    }
}

/// What is told in the cases, and to each role.
fn cases(pack: &Pack) -> impl Iterator<Item = &str> {
    pack.cases().iter().flat_map(|case| {
        let parts = case.roles.iter().map(|part| part.text.as_str());
        case.paragraphs.iter().map(String::as_str).chain(parts)
    })
}

/// The words with a capital that begin no sentence and no quotation.
fn capitals_inside(text: &str) -> Vec<&str> {
    let mut begins = true;
    let mut found = Vec::new();
    for word in text.split_whitespace() {
        let opens = word.starts_with(['‘', '“']);
        let bare = word.trim_matches(|letter: char| !letter.is_alphabetic());
        let bare = bare.split(['’', '\'']).next().unwrap_or(bare);
        if !begins && !opens && bare.starts_with(char::is_uppercase) {
            found.push(bare);
        }
        begins = word.trim_end_matches(['’', '”']).ends_with(['.', '?', '!']);
    }
    found
}
