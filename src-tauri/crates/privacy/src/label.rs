//! A name that stands by itself, such as a pseudonym that somebody typed.

use crate::{
    Detector,
    fold::folded,
    marks::{FIRST, LAST, Marks, ORDINARY, PLACE, THING},
};

impl Detector {
    /// Whether a few words without a text around them are somebody's name by the lists: a name that is
    /// no other word, a first name before a last name, or one listed word alone.
    ///
    /// In a text the words around a name, and its capital, tell whether "roos" is somebody. A label
    /// has neither: more is taken for a name here, and whoever asks knows which words are none.
    #[must_use]
    pub fn is_name_by_itself(&self, label: &str) -> bool {
        const OTHER: Marks = PLACE.or(THING);
        let words = label.split(|letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '’');
        let words = words.filter(|word| !word.is_empty()).map(|word| self.lists.marks(&folded(word)));
        let words: Vec<Marks> = words.collect();
        let is_sure =
            |word: &Marks| !word.any(ORDINARY) && (word.any(FIRST) || word.any(LAST) && !word.any(OTHER));
        let is_whole = |pair: &[Marks]| matches!(pair, [first, last] if first.any(FIRST) && last.any(LAST));
        let is_alone = matches!(words.as_slice(), [word] if word.any(FIRST.or(LAST)) && !word.any(OTHER));
        is_alone || words.iter().any(is_sure) || words.windows(2).any(is_whole)
    }
}

#[cfg(test)]
mod tests {
    use crate::Detector;

    #[test]
    fn a_name_alone_is_seen_in_whatever_case() {
        for name in ["Fatima", "fatima", "Jan", "jan", "JAN", "Roos", "Jansen", "jan bakker", "piet visser"] {
            assert!(Detector::shipped().is_name_by_itself(name), "{name}");
        }
    }

    #[test]
    fn words_that_are_no_names_are_none() {
        for label in
            ["", "🙂", "stille beuk", "paper boat", "inwoner 3", "zwarte kat", "het verre huis", "Utrecht"]
        {
            assert!(!Detector::shipped().is_name_by_itself(label), "{label}");
        }
    }
}
