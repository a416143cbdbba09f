//! Finite verbs of the third person, by their ending and their infinitive.

use crate::{
    lists::Lists,
    marks::{ARTICLE, AT, ORDINARY, SUBJECT, WITH},
};

impl Lists {
    /// Whether a folded word can be a weak verb with he or she: `bloeit`, `twijfelde`, `kookte`.
    ///
    /// The stem is a word, and so is the infinitive that spelling makes of it. Some nouns pass
    /// (`kast` looks like a form of *kassen*); none of them stands right behind another noun.
    pub(crate) fn is_finite(&self, word: &str) -> bool {
        let stem = ["de", "te", "t"].iter().find_map(|ending| word.strip_suffix(ending));
        let Some(stem) = stem.filter(|stem| stem.len() >= 3 && stem.is_ascii()) else { return false };
        let marks = self.marks(word);
        marks.any(ORDINARY)
            && !marks.any(ARTICLE.or(AT).or(WITH).or(SUBJECT))
            && self.marks(stem).any(ORDINARY)
            && self.has_infinitive(stem)
    }

    /// `bloei` → `bloeien`, `straal` → `stralen`, `stop` → `stoppen`, `leef` → `leven`.
    fn has_infinitive(&self, stem: &str) -> bool {
        let is_word = |word: String| self.marks(&word).any(ORDINARY);
        let (body, last) = stem.split_at(stem.len() - 1);
        let voiced = match last {
            "f" => "v",
            "s" => "z",
            last => last,
        };
        let is_long = ["aa", "ee", "oo", "uu"].iter().any(|vowel| body.ends_with(vowel));
        is_word(format!("{stem}en"))
            || is_word(format!("{body}{voiced}en"))
            || is_word(format!("{stem}{last}en"))
            || is_long && is_word(format!("{}{voiced}en", &body[..body.len() - 1]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_is_known_by_its_infinitive() {
        let lists = Lists::shipped();
        for verb in ["bloeit", "twijfelt", "straalde", "verdient", "kookte", "leefde", "stopt", "droomt"] {
            assert!(lists.is_finite(verb), "{verb}");
        }
        for other in ["buiten", "met", "niet", "tafel", "en", "t", "kamer", "qqqt"] {
            assert!(!lists.is_finite(other), "{other}");
        }
    }
}
