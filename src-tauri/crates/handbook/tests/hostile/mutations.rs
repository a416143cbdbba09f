//! Noise, mutations and torn copies: whatever comes is read or refused, and nothing panics.

use std::sync::LazyLock;

use handbook::{Choice, Moment, Pack, Words, lint_beside};
use proptest::prelude::*;

use crate::{chains::question, sheets::example, specimen};

const DUTCH: &str = include_str!("../../../../../assets/handbook/nl/dichterbij.toml");

static OURS: LazyLock<Pack> = LazyLock::new(|| Pack::read(DUTCH).expect("the Dutch edition reads"));

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered(text in "\\PC{0,300}") {
        let _ = Pack::read(&text);
    }

    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = Pack::read(&String::from_utf8_lossy(&bytes));
    }

    /// Mutations of the specimen reach further into the reader than noise does. Whatever still
    /// reads must also survive all that is done with a pack.
    #[test]
    fn a_mutated_pack_is_read_or_refused(
        cuts in proptest::collection::vec((any::<prop::sample::Index>(), 0_usize..30, "[\\PC\n]{0,6}"), 1..5),
    ) {
        let chain = [question("V2", "follow_up = \"V3\""), question("V3", "only_as_follow_up = true")];
        let mut letters: Vec<char> = format!("{}{}", specimen(), chain.concat()).chars().collect();
        for (place, length, insert) in cuts {
            let start = place.index(letters.len());
            let end = (start + length).min(letters.len());
            letters.splice(start..end, insert.chars());
        }
        let text: String = letters.into_iter().collect();
        match Pack::read(&text) {
            Ok(pack) => {
                let _ = handbook::lint(&pack);
                let _ = handbook::gaps(&pack);
                for kind in pack.kinds() {
                    let choice = Choice { moment: Moment::Later, ..Choice::new(&kind.id, 30, 1) };
                    let _ = (pack.choose(&choice), pack.another(&choice, &[], &[]), pack.intention(None));
                }
                for question in pack.questions() {
                    let _ = pack.resolve(&question.text, Words::default());
                    let _ = pack.sources_of(question);
                }
            }
            Err(error) => {
                let lines = u32::try_from(text.matches('\n').count()).expect("short") + 1;
                prop_assert!((1..=lines).contains(&error.line), "line {} of {lines}", error.line);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// The real pack, cut off anywhere, as a copy that was interrupted would be.
    #[test]
    fn a_torn_pack_is_read_or_refused(place: prop::sample::Index) {
        let letters: Vec<char> = DUTCH.chars().collect();
        let torn: String = letters[..place.index(letters.len())].iter().collect();
        if let Ok(pack) = Pack::read(&torn) {
            prop_assert!(!pack.questions().is_empty());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    /// The example of an organisation's pack has every table of the format. Whatever still reads is
    /// joined, leafed through and looked at.
    #[test]
    fn a_mutated_pack_beside_ours_is_read_or_refused(
        cuts in proptest::collection::vec((any::<prop::sample::Index>(), 0_usize..30, "[\\PC\n]{0,6}"), 1..4),
    ) {
        let mut letters: Vec<char> = example().chars().collect();
        for (place, length, insert) in cuts {
            let start = place.index(letters.len());
            let end = (start + length).min(letters.len());
            letters.splice(start..end, insert.chars());
        }
        let text: String = letters.into_iter().collect();
        let _ = Pack::language_of(&text);
        match Pack::read_beside(&text, &OURS) {
            Ok(pack) => {
                let _ = (lint_beside(&pack, &OURS), OURS.clash(&pack), pack.clash(&OURS));
                let joined = OURS.with(&[&pack]);
                for kind in pack.kinds() {
                    for moment in kind.looking_back() {
                        let choice = Choice { moment: *moment, ..Choice::new(&kind.id, 30, 1) };
                        let _ = (joined.choose(&choice), joined.another(&choice, &[], &[]));
                    }
                    prop_assert!(joined.kind(&kind.id).is_some());
                }
                for text in joined.texts() {
                    let _ = joined.resolve(text.text, Words::default());
                }
                for part in joined.cases().iter().flat_map(|case| &case.roles) {
                    prop_assert!(joined.roles().iter().any(|role| role.id == part.role), "{}", part.role);
                }
                prop_assert!(joined.starters().iter().all(|starter| starter.text.ends_with('…')));
                let mut for_groups = joined.forms().iter().filter(|form| form.intervision.is_some());
                prop_assert!(for_groups.all(|form| form.person_free));
                for form in pack.forms() {
                    prop_assert!(joined.form(pack.id(), form.id.as_str()).is_some());
                }
            }
            Err(error) => {
                let lines = u32::try_from(text.matches('\n').count()).expect("short") + 1;
                prop_assert!((1..=lines).contains(&error.line), "line {} of {lines}", error.line);
            }
        }
    }

    /// A line that is gone is a line that was needed, or one that could go: never a surprise.
    #[test]
    fn a_pack_without_one_of_its_lines_is_read_or_refused(place: prop::sample::Index) {
        let lines: Vec<&str> = example().lines().collect();
        let gone = place.index(lines.len());
        let text: String =
            lines.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, line)| format!("{line}\n")).collect();
        if let Err(error) = Pack::read_beside(&text, &OURS) {
            prop_assert!(!lines[gone].is_empty() && !lines[gone].starts_with('#'), "{error}");
        }
    }
}
