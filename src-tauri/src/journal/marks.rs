//! From what the detector finds to what a window shows: places as a text field counts them, what may
//! stand there instead, and what the person said is nobody.

use std::{
    collections::{BTreeSet, HashSet},
    ops::Range,
    sync::OnceLock,
};

use contract::{Finding, FindingKind, Instead, Language, Weight};
use handbook::PairList;
use privacy::{Detector, Kind, Utf16, Weighty, folded};

use crate::handbook_files::alias_words;

/// What is known to be nobody.
#[derive(Default)]
pub struct Nobody {
    /// Words that the person said are no person, as [`word_key`] gives them.
    pub words: HashSet<String>,
    /// Numbers of which the person said so in this session, as [`number_key`] gives them.
    pub numbers: HashSet<String>,
    /// The words of each alias in use.
    aliases: Vec<Vec<String>>,
}

impl Nobody {
    /// What is known, with the aliases in use.
    pub fn new<'a>(
        words: HashSet<String>,
        numbers: HashSet<String>,
        aliases: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let aliases = aliases.into_iter().map(|alias| words_of(alias).map(|(word, _)| word).collect());
        Self { words, numbers, aliases: aliases.filter(|words: &Vec<String>| !words.is_empty()).collect() }
    }

    /// Leaves out what is nobody.
    pub fn without(&self, text: &str, mut found: Vec<privacy::Finding>) -> Vec<privacy::Finding> {
        if found.is_empty() {
            return found;
        }
        let named =
            if found.iter().any(|one| is_word(one.kind)) { self.places_of_aliases(text) } else { vec![] };
        found.retain(|one| {
            let there = &text[one.range.clone()];
            if is_word(one.kind) {
                let is_alias =
                    named.iter().any(|alias| alias.start <= one.range.start && one.range.end <= alias.end);
                !is_alias && !self.words.contains(&word_key(there))
            } else {
                !self.numbers.contains(&number_key(there))
            }
        });
        found
    }

    /// Where aliases in use stand, in the order of the text. Two that share a word are one place.
    pub fn aliases_in(&self, text: &str) -> Vec<Range<usize>> {
        let mut places = self.places_of_aliases(text);
        places.retain(|place| !self.words.contains(&word_key(&text[place.clone()])));
        places.sort_by_key(|place| place.start);
        places.dedup_by(|next, before| {
            let shares = next.start < before.end;
            if shares {
                before.end = before.end.max(next.end);
            }
            shares
        });
        places
    }

    fn places_of_aliases(&self, text: &str) -> Vec<Range<usize>> {
        let words: Vec<(String, Range<usize>)> = words_of(text).collect();
        let mut places = Vec::new();
        for alias in &self.aliases {
            for window in words.windows(alias.len()) {
                let is_it = window.iter().map(|(word, _)| word).eq(alias);
                if let (true, [(_, first), ..], [.., (_, last)]) = (is_it, window, window) {
                    places.push(first.start..last.end);
                }
            }
        }
        places
    }
}

/// Whether a finding is kept as a word. All others are numbers: those are in no store, also not as
/// something that is nobody.
pub const fn is_word(kind: Kind) -> bool {
    matches!(kind, Kind::Name | Kind::Street)
}

/// What two spellings of a name or street have in common.
pub fn word_key(text: &str) -> String {
    folded(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What two spellings of a number have in common: its letters and digits.
pub fn number_key(text: &str) -> String {
    folded(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// What points at a person in a text, without what is nobody, for a window. `aliases` are the places
/// of aliases that do not belong in it; `alias` is that of the entry.
pub fn findings(
    text: &str,
    found: &[privacy::Finding],
    aliases: &[Range<usize>],
    alias: Option<&str>,
) -> Vec<Finding> {
    let stands_alone = |place: &&Range<usize>| {
        !found.iter().any(|one| one.range.start < place.end && place.start < one.range.end)
    };
    let aliases = aliases.iter().filter(stands_alone);
    let aliases = aliases.map(|place| (place, FindingKind::Alias, Instead::Somebody));
    let found = found.iter().map(|one| (&one.range, kind(one.kind), instead(one, alias)));
    let mut all: Vec<_> = found.chain(aliases).collect();
    all.sort_by_key(|(range, ..)| range.start);
    let mut utf16 = Utf16::new(text);
    let unit = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let shown = all.into_iter().map(|(range, kind, instead)| {
        let range = utf16.range(range);
        Finding { kind, start: unit(range.start), end: unit(range.end), instead }
    });
    shown.collect()
}

/// What may stand in the place of a finding. After a title there is a name, whoever it is: "mevrouw
/// \[naam\]" reads well, "mevrouw blauwe reiger" does not.
fn instead(found: &privacy::Finding, alias: Option<&str>) -> Instead {
    match (found.kind, alias) {
        (Kind::Name, Some(alias)) if !found.after_title => Instead::Alias { alias: alias.to_owned() },
        (Kind::Name, _) => Instead::Name,
        (Kind::Street | Kind::Postcode, _) => Instead::Address,
        (
            Kind::Bsn
            | Kind::Iban
            | Kind::Phone
            | Kind::Email
            | Kind::BirthDate
            | Kind::Plate
            | Kind::CaseNumber,
            _,
        ) => Instead::Blank,
    }
}

/// The kinds of what was found, each once, in the order of the detector.
pub fn kinds<'a>(found: impl IntoIterator<Item = &'a privacy::Finding>) -> Vec<FindingKind> {
    let kinds: BTreeSet<Kind> = found.into_iter().map(|one| one.kind).collect();
    kinds.into_iter().map(kind).collect()
}

/// What the law protects more than the rest, each once.
pub fn weights(texts: impl IntoIterator<Item = Weighty>) -> Vec<Weight> {
    let add = |one: Weighty, other: Weighty| Weighty {
        health: one.health || other.health,
        crime: one.crime || other.crime,
        faith: one.faith || other.faith,
        origin: one.origin || other.origin,
    };
    let Weighty { health, crime, faith, origin } = texts.into_iter().fold(Weighty::default(), add);
    let all =
        [(health, Weight::Health), (crime, Weight::Crime), (faith, Weight::Faith), (origin, Weight::Origin)];
    all.into_iter().filter(|(is_there, _)| *is_there).map(|(_, weight)| weight).collect()
}

/// Whether an alias, which stands by itself, looks like somebody's name or holds a number of theirs.
/// A pair of our own words is none: those were chosen for that, and some of them are rare names too.
pub fn points_at_person(detector: &Detector, alias: &str) -> bool {
    if words_of(alias).all(|(word, _)| proposed_words().contains(word.as_str())) {
        return false;
    }
    !detector.find(alias).is_empty() || detector.is_name_by_itself(alias)
}

/// The words that aliases are proposed from, in both languages.
fn proposed_words() -> &'static HashSet<&'static str> {
    static WORDS: OnceLock<HashSet<&str>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let lists = [Language::Nl, Language::En].map(alias_words);
        lists.iter().flatten().flat_map(PairList::words).collect()
    })
}

/// Words of letters and digits, folded, with their places.
pub fn words_of(text: &str) -> impl Iterator<Item = (String, Range<usize>)> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(char::is_alphanumeric)?;
        let length = text[start..].find(|letter: char| !letter.is_alphanumeric() && !is_accent(letter));
        rest = length.map_or(text.len(), |length| start + length);
        Some((folded(&text[start..rest]), start..rest))
    })
}

/// Whether it stands on the letter before it, as macOS writes an accent.
const fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// A kind as a window knows it.
pub const fn kind(kind: Kind) -> FindingKind {
    match kind {
        Kind::Bsn => FindingKind::Bsn,
        Kind::Iban => FindingKind::Iban,
        Kind::Phone => FindingKind::Phone,
        Kind::Email => FindingKind::Email,
        Kind::Postcode => FindingKind::Postcode,
        Kind::Street => FindingKind::Street,
        Kind::BirthDate => FindingKind::BirthDate,
        Kind::Plate => FindingKind::Plate,
        Kind::CaseNumber => FindingKind::CaseNumber,
        Kind::Name => FindingKind::Name,
    }
}

/// A kind as a window says it.
pub const fn read_kind(kind: FindingKind) -> Kind {
    match kind {
        FindingKind::Bsn => Kind::Bsn,
        FindingKind::Iban => Kind::Iban,
        FindingKind::Phone => Kind::Phone,
        FindingKind::Email => Kind::Email,
        FindingKind::Postcode => Kind::Postcode,
        FindingKind::Street => Kind::Street,
        FindingKind::BirthDate => Kind::BirthDate,
        FindingKind::Plate => Kind::Plate,
        FindingKind::CaseNumber => Kind::CaseNumber,
        // Kept as a word, as a name is: who says that it is nobody hears of it in no text.
        FindingKind::Name | FindingKind::Alias => Kind::Name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mirror(text: &str, nobody: &Nobody, alias: Option<&str>) -> Vec<(FindingKind, String, Instead)> {
        let found = nobody.without(text, Detector::shipped().find(text));
        let units: Vec<u16> = text.encode_utf16().collect();
        let there = |one: &Finding| {
            let place = usize::try_from(one.start).expect("small")..usize::try_from(one.end).expect("small");
            String::from_utf16(&units[place]).expect("whole characters")
        };
        let found = findings(text, &found, &[], alias);
        found.into_iter().map(|one| (one.kind, there(&one), one.instead)).collect()
    }

    fn nobody<'a>(words: &[&str], numbers: &[&str], aliases: impl IntoIterator<Item = &'a str>) -> Nobody {
        let words = words.iter().map(|word| word_key(word)).collect();
        Nobody::new(words, numbers.iter().map(|number| number_key(number)).collect(), aliases)
    }

    const TEXT: &str = "👩‍👩‍👧 Fatima belde. Mevrouw Yılmaz woont op de Kerkstraat 12a, 3511 AB. \
        Haar BSN is 111222333 en je mailt fatima@example.nl.";

    #[test]
    fn each_kind_has_its_word_and_its_place_as_a_field_counts() {
        use FindingKind::*;
        let alias = || Instead::Alias { alias: "stille beuk".to_owned() };
        let all = mirror(TEXT, &Nobody::default(), Some("stille beuk"));
        assert_eq!(
            all,
            [
                (Name, "Fatima".to_owned(), alias()),
                (Name, "Yılmaz".to_owned(), Instead::Name),
                (Street, "Kerkstraat 12a".to_owned(), Instead::Address),
                (Postcode, "3511 AB".to_owned(), Instead::Address),
                (Bsn, "111222333".to_owned(), Instead::Blank),
                (Email, "fatima@example.nl".to_owned(), Instead::Blank),
            ]
        );
        let (_, _, instead) = &mirror(TEXT, &Nobody::default(), None)[0];
        assert_eq!(*instead, Instead::Name);
    }

    #[test]
    fn what_is_no_person_is_not_marked() {
        let spared = nobody(&["FATIMA", "kerkstraat 12a"], &["111.222.333", "3511ab"], []);
        let left: Vec<String> = mirror(TEXT, &spared, None).into_iter().map(|(_, text, _)| text).collect();
        assert_eq!(left, ["Yılmaz", "fatima@example.nl"]);
    }

    #[test]
    fn an_alias_in_use_is_nobody_and_what_is_more_than_it_is_somebody() {
        let left = |text: &str, aliases: &[&str]| -> Vec<String> {
            let nobody = nobody(&[], &[], aliases.iter().copied());
            mirror(text, &nobody, None).into_iter().map(|(_, text, _)| text).collect()
        };
        assert_eq!(left("Ik sprak Fatima Bakker.", &[]), ["Fatima Bakker"]);
        for alias in ["fatima bakker", "Fatima-Bakker", "Fátima Bakker"] {
            assert_eq!(left("Ik sprak Fatima Bakker.", &[alias]), [""; 0], "{alias}");
        }
        assert_eq!(left("Ik sprak Fatima Bakker.", &["Fatima"]), ["Fatima Bakker"]);
        assert_eq!(left("Ik sprak Fatima Bakker.", &["Bakker Fatima", "🙂"]), ["Fatima Bakker"]);
    }

    #[test]
    fn kinds_and_weights_are_said_once() {
        let detector = Detector::shipped();
        let texts = ["Fatima belde. Mevrouw Yılmaz ook.", "Haar BSN is 111222333."];
        let found: Vec<_> = texts.iter().flat_map(|text| detector.find(text)).collect();
        assert_eq!(kinds(&found), [FindingKind::Bsn, FindingKind::Name]);
        let health = Weighty { health: true, ..Weighty::default() };
        let origin = Weighty { origin: true, ..Weighty::default() };
        let both = Weighty { crime: true, faith: true, ..Weighty::default() };
        assert_eq!(weights([origin, health, Weighty::default(), health]), [Weight::Health, Weight::Origin]);
        assert_eq!(weights([both]), [Weight::Crime, Weight::Faith]);
        assert_eq!(weights([]), []);
    }

    #[test]
    fn an_alias_that_is_a_name_points_at_a_person() {
        let points = |alias: &str| points_at_person(Detector::shipped(), alias);
        for alias in [
            "Fatima",
            "fatima",
            "Jan",
            "jan",
            "Mohamed",
            "mevrouw Bakker",
            "Jan Jansen",
            "jan jansen",
            "111222333",
            "06 12345678",
            "fatima@example.nl",
            "Kerkstraat 12",
        ] {
            assert!(points(alias), "{alias}");
        }
        for alias in ["stille beuk", "Blauwe Reiger", "paper boat", "Vink", "🙂", "reiger", "inwoner 3"] {
            assert!(!points(alias), "{alias}");
        }
    }

    /// Read without [`points_at_person`], which trusts these lists.
    #[test]
    fn the_words_of_proposed_aliases_say_nothing_about_a_person() {
        let detector = Detector::shipped();
        for language in [Language::Nl, Language::En] {
            let pairs = alias_words(language).expect("the shipped list");
            for word in pairs.words() {
                assert_eq!(
                    weights([detector.weighty(word)]),
                    [],
                    "{word} says something that is nobody's business"
                );
                // What the mirror would mark in a Dutch sentence is no alias either.
                assert!(language == Language::En || detector.find(word).is_empty(), "{word} is a name");
            }
        }
    }

    #[test]
    fn an_alias_does_not_belong_in_what_is_for_others() {
        let known = |words: &[&str]| {
            let words = words.iter().map(|word| word_key(word)).collect();
            Nobody::new(words, HashSet::new(), ["houten merel", "merel blauw", "Fatima"])
        };
        let text = "Über Houten Mérel en Fatima, BSN 111222333. Een merel.";
        let told = |nobody: &Nobody| -> Vec<(FindingKind, String, Instead)> {
            let found = nobody.without(text, Detector::shipped().find(text));
            let units: Vec<u16> = text.encode_utf16().collect();
            let place =
                |one: &Finding| String::from_utf16_lossy(&units[one.start as usize..one.end as usize]);
            let all = findings(text, &found, &nobody.aliases_in(text), None);
            all.iter().map(|one| (one.kind, place(one), one.instead.clone())).collect()
        };
        let alias = |words: &str| (FindingKind::Alias, words.to_owned(), Instead::Somebody);
        let bsn = (FindingKind::Bsn, "111222333".to_owned(), Instead::Blank);
        assert_eq!(told(&known(&[])), [alias("Houten Mérel"), alias("Fatima"), bsn.clone()]);
        assert_eq!(told(&known(&["houten merel"])), [alias("Fatima"), bsn], "said to be nobody");
        let text = "de houten merel blauw";
        let shared: Vec<_> = known(&[]).aliases_in(text).into_iter().map(|place| &text[place]).collect();
        assert_eq!(shared, ["houten merel blauw"], "two that share a word are one place");
    }
}
