//! How names look that no list has: the parts that whole languages make them of.

use super::LISTED;
use crate::{
    fold::sound,
    lists::Lists,
    marks::{ORDINARY, PARTICLE},
};

/// Endings of last names: Polish, Ukrainian, Turkish, Balkan, Georgian, Iranian, Frisian, Javanese and
/// Hindustani. No Dutch word ends so.
const ENDINGS: &[&str] = &[
    "owski", "owska", "ewski", "ewska", "inski", "inska", "ynski", "ynska", "onski", "anski", "anska",
    "alski", "alska", "elski", "icki", "icka", "ecki", "ecka", "ycki", "ycka", "acki", "acka", "ucki",
    "wicz", "aszek", "uszek", "czyk", "czak", "szczuk", "szcz", "enko", "chuk", "czuk", "shchuk", "oglu",
    "ovic", "evic", "ovich", "evich", "ovska", "ovski", "shvili", "zadeh", "nezhad", "nejad", "pour", "stra",
    "sma", "dikromo", "dikoro", "redjo", "medjo", "karso", "semito", "widjojo", "widjaja", "sentono",
    "pawiro", "sastro", "dimedjo", "persad", "pershad", "coemar", "koemar", "bahadoer", "narain", "radj",
    "dath", "dajal", "singh", "ullah", "uddin", "eddine", "allah",
];

/// How compound names begin: Arabic, Eritrean and Ethiopian, Nigerian and Ghanaian.
const BEGINNINGS: &[&str] = &[
    "abdel", "abdul", "abdal", "abdoul", "abdur", "gebre", "ghebre", "tesfa", "tekle", "wolde", "habte",
    "mebra", "haile", "oluwa", "chukwu",
];

/// Articles and kinships that are written together with the rest of an Arabic or Berber name.
const JOINED: &[&str] = &["al", "el", "ben", "bou", "ait", "abou", "abu", "bel"];

/// Whether a folded word that no list has is made like a name.
pub(super) fn is_made_like_a_name(lists: &Lists, word: &str) -> bool {
    const SHORTEST: usize = 7;
    is_prophet(word)
        || is_other_spelling(lists, word)
        || word.len() >= SHORTEST
            && (ENDINGS.iter().any(|ending| word.ends_with(ending))
                || BEGINNINGS.iter().any(|beginning| word.starts_with(beginning)))
        || JOINED.iter().any(|joined| is_listed_behind(lists, word, joined))
}

/// "alkhatib", "el-amrani", "benhaddou": what is left without the article is a name.
fn is_listed_behind(lists: &Lists, word: &str, joined: &str) -> bool {
    const SHORTEST: usize = 5;
    word.strip_prefix(joined).is_some_and(|rest| {
        let rest = rest.trim_start_matches('-');
        let marks = lists.marks(rest);
        rest.len() >= SHORTEST && marks.any(LISTED) && !marks.any(ORDINARY.or(PARTICLE))
    })
}

/// "sufyan", "oumaymah": a first name of the lists in another spelling, and no slip of the pen.
fn is_other_spelling(lists: &Lists, word: &str) -> bool {
    sound(word).is_some_and(|sound| lists.marks(&sound).any(LISTED)) && !lists.is_nearly_dutch(word)
}

/// The name with the most spellings there are: Mohamed, Muhammad, Mouhammed, Mehmed, Mhamed.
fn is_prophet(word: &str) -> bool {
    let consonants = word.bytes().filter(|c| !matches!(c, b'a' | b'e' | b'i' | b'o' | b'u' | b'\''));
    let mut skeleton = [0_u8; 6];
    let mut length = 0;
    let mut last = 0;
    for c in consonants.filter(|c| {
        let is_new = *c != last;
        last = *c;
        is_new
    }) {
        if length == skeleton.len() {
            return false;
        }
        skeleton[length] = c;
        length += 1;
    }
    (6..=11).contains(&word.len()) && word.starts_with('m') && &skeleton[..length] == b"mhmd"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_no_list_has_are_seen() {
        let lists = Lists::shipped();
        for name in [
            "mouhammad",
            "abdelghafour",
            "gorczynski",
            "bozdoganoglu",
            "gebretinsae",
            "wongsodikromo",
            "maciejczyk",
            "sufyan",
            "oumaymah",
            "chaymae",
            "al-khatib",
            "elamrani",
        ] {
            assert!(is_made_like_a_name(&lists, name), "{name}");
        }
        for word in ["gemeente", "al-dan-niet", "benadering", "elkaar", "mohair"] {
            assert!(!is_made_like_a_name(&lists, word), "{word}");
        }
    }
}
