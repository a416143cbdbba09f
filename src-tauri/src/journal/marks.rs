//! From what the detector finds to what a window shows: places as a text field counts them, what may
//! stand there instead, and what the person said is nobody.

use std::{
    collections::{BTreeSet, HashSet},
    ops::Range,
};

use contract::{Finding, FindingKind, Instead, Weight};
use privacy::{Detector, Kind, Utf16, Weighty, folded};

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

/// What points at a person in a text, without what is nobody, for a window. `alias` is that of the
/// entry.
pub fn findings(text: &str, found: &[privacy::Finding], alias: Option<&str>) -> Vec<Finding> {
    let mut utf16 = Utf16::new(text);
    let unit = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let found = found.iter().map(|one| {
        let range = utf16.range(&one.range);
        let instead = instead(one, alias);
        Finding { kind: kind(one.kind), start: unit(range.start), end: unit(range.end), instead }
    });
    found.collect()
}

/// What may stand in the place of a finding. After a title there is a name, whoever it is: "mevrouw
/// [naam]" reads well, "mevrouw blauwe reiger" does not.
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

/// What the law protects more than the rest, in these texts.
pub fn weights<'a>(detector: &Detector, texts: impl IntoIterator<Item = &'a str>) -> Vec<Weight> {
    let mut all =
        [(false, Weight::Health), (false, Weight::Crime), (false, Weight::Faith), (false, Weight::Origin)];
    for text in texts {
        let Weighty { health, crime, faith, origin } = detector.weighty(text);
        for ((is_there, _), now) in all.iter_mut().zip([health, crime, faith, origin]) {
            *is_there |= now;
        }
    }
    all.into_iter().filter(|(is_there, _)| *is_there).map(|(_, weight)| weight).collect()
}

/// Whether an alias, which stands by itself, looks like somebody's name or holds a number of theirs.
/// In a text the words around a name give it away; here there are none, so each word is looked at
/// as if it were spoken of.
pub fn points_at_person(detector: &Detector, alias: &str) -> bool {
    if !detector.find(alias).is_empty() {
        return true;
    }
    let words: Vec<&str> = alias.split_whitespace().collect();
    let capitals: Vec<String> = words.iter().map(|word| with_capital(word)).collect();
    let is_named = |spoken: &str| {
        detector.find(&format!("Ik sprak {spoken} vandaag.")).iter().any(|one| one.kind == Kind::Name)
    };
    is_named(&capitals.join(" "))
}

fn with_capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Words of letters and digits, folded, with their places.
fn words_of(text: &str) -> impl Iterator<Item = (String, Range<usize>)> {
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
        FindingKind::Name => Kind::Name,
    }
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;
    use crate::handbook_files::alias_words;

    fn mirror(text: &str, nobody: &Nobody, alias: Option<&str>) -> Vec<(FindingKind, String, Instead)> {
        let found = nobody.without(text, Detector::shipped().find(text));
        let units: Vec<u16> = text.encode_utf16().collect();
        let there = |one: &Finding| {
            let place = usize::try_from(one.start).expect("small")..usize::try_from(one.end).expect("small");
            String::from_utf16(&units[place]).expect("whole characters")
        };
        let found = findings(text, &found, alias);
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
        assert_eq!(weights(detector, ["Ze is depressief.", "Een depressie, zei ze."]), [Weight::Health]);
        assert_eq!(weights(detector, ["Het regende.", ""]), []);
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
        for alias in ["stille beuk", "Blauwe Reiger", "paper boat", "🙂", "reiger", "inwoner 3"] {
            assert!(!points(alias), "{alias}");
        }
    }

    #[test]
    fn no_proposed_alias_points_at_a_person() {
        for language in [Language::Nl, Language::En] {
            let pairs = alias_words(language).expect("the shipped list");
            // Every word comes by many times, beside ever others.
            let step = 37;
            let seen: Vec<String> = (0..pairs.len())
                .step_by(step)
                .filter_map(|place| pairs.get(place))
                .filter(|pair| points_at_person(Detector::shipped(), pair))
                .collect();
            assert_eq!(seen, [""; 0], "{language:?}");
        }
    }
}
