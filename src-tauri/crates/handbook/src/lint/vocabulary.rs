//! The words that the lint looks for. They are compared with, never shown.

use crate::pack::Language;

/// What a language's rules look for, all in small letters.
pub(super) struct Vocabulary {
    /// Makes a question a duty.
    pub(super) duty: &'static [&'static str],
    /// Blames the reader.
    pub(super) blame: &'static [&'static str],
    /// Opens a question that yes or no would answer.
    pub(super) closed: &'static [&'static str],
    /// Offers a choice.
    pub(super) or: &'static str,
    /// Asks for a figure.
    pub(super) score: &'static [&'static str],
    /// Above plain language.
    pub(super) hard: &'static [&'static str],
    /// Whether a word puts what follows in an order of better and worse.
    pub(super) ranks: fn(&str) -> bool,
}

pub(super) const fn of(language: Language) -> &'static Vocabulary {
    match language {
        Language::Nl => &DUTCH,
        Language::En => &ENGLISH,
    }
}

const DUTCH: Vocabulary = Vocabulary {
    duty: &["verplicht", "verplichte", "verplichting"],
    blame: &[
        "waarom heb je niet",
        "waarom heb je geen",
        "waarom had je niet",
        "waarom had je geen",
        "waarom ben je niet",
        "waarom deed je niet",
        "waarom kon je niet",
        "je had moeten",
        "had je niet moeten",
    ],
    closed: &[
        "begreep", "ben", "bent", "deed", "denk", "doe", "doet", "durfde", "ga", "gaat", "ging", "had",
        "hadden", "heb", "hebben", "heeft", "hielp", "is", "kan", "klopt", "kon", "kreeg", "krijg", "kun",
        "kunnen", "lukt", "lukte", "mag", "mocht", "moest", "moet", "past", "vind", "vond", "voelde", "was",
        "waren", "weet", "werd", "werkt", "werkte", "wil", "wilde", "wist", "wordt", "zag", "zei", "zijn",
        "zou",
    ],
    or: "of",
    score: &[
        "cijfer",
        "cijfers",
        "percentage",
        "procent",
        "punten",
        "rapportcijfer",
        "schaal",
        "score",
        "scores",
    ],
    hard: &[
        "aangaande",
        "adequaat",
        "betreffende",
        "conform",
        "derhalve",
        "desalniettemin",
        "evalueren",
        "faciliteren",
        "implementeren",
        "inzake",
        "jegens",
        "middels",
        "omtrent",
        "participeren",
        "teneinde",
        "tevens",
        "thans",
    ],
    ranks: |word| word.ends_with("ste") && !matches!(word, "eerste" | "laatste" | "naaste"),
};

const ENGLISH: Vocabulary = Vocabulary {
    duty: &["compulsory", "mandatory", "obligatory", "required"],
    blame: &[
        "why did you not",
        "why didn't you",
        "why have you not",
        "why haven't you",
        "why were you not",
        "why weren't you",
        "why could you not",
        "you should have",
        "shouldn't you have",
    ],
    closed: &[
        "am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might", "must",
        "shall", "should", "was", "were", "will", "would",
    ],
    or: "or",
    score: &[
        "grade",
        "grades",
        "percent",
        "percentage",
        "points",
        "rate",
        "rating",
        "scale",
        "score",
        "scores",
    ],
    hard: &[
        "aforementioned",
        "commence",
        "endeavour",
        "facilitate",
        "hereby",
        "implement",
        "notwithstanding",
        "pursuant",
        "thereof",
        "utilise",
        "utilize",
        "whereas",
    ],
    ranks: |word| {
        matches!(word, "best" | "worst") || (word.len() > 5 && word.ends_with("est") && word != "honest")
    },
};
