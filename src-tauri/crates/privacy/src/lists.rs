//! The word lists, as one read-only table inside the program.

use fst::raw::{Fst, Output};

use crate::marks::{Marks, ORDINARY};

/// Every word of `assets/names`, folded, with its marks; made by the build script.
static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.fst"));

/// The lists.
pub(crate) struct Lists {
    /// Nothing when the table does not read, which a test rules out.
    table: Option<Fst<&'static [u8]>>,
}

impl Lists {
    /// Opens the table: nothing is copied or unpacked.
    pub(crate) fn shipped() -> Self {
        Self { table: Fst::new(TABLE).ok() }
    }

    /// What the lists say about a folded word, or a phrase with single spaces.
    pub(crate) fn marks(&self, word: &str) -> Marks {
        let found = self.table.as_ref().and_then(|table| table.get(word.as_bytes()));
        found.map_or_else(Marks::default, |found: Output| Marks(found.value()))
    }

    /// Whether a folded word is Dutch: in the dictionary, or made of two words that are.
    ///
    /// Dutch writes compounds as one word and makes new ones daily, so no list has them all. Parts
    /// shorter than four letters are no parts: `Osman` is not *os* and *man*.
    pub(crate) fn is_dutch(&self, word: &str) -> bool {
        self.marks(word).any(ORDINARY) || self.in_compound(word, ORDINARY).any(ORDINARY)
    }

    /// Whether one letter less, more, other or swapped makes an ordinary word. The first letter is
    /// taken to be right. Some hundreds of look-ups, so only for the rare word that needs it.
    pub(crate) fn is_nearly_dutch(&self, word: &str) -> bool {
        const LONGEST: usize = 24;
        if !word.is_ascii() || word.len() > LONGEST {
            return false;
        }
        let is_ordinary =
            |bytes: &[u8]| str::from_utf8(bytes).is_ok_and(|word| self.marks(word).any(ORDINARY));
        let bytes = word.as_bytes();
        (1..=bytes.len()).any(|at| {
            let (head, tail) = bytes.split_at(at);
            let less = tail.first().is_some_and(|_| is_ordinary(&[head, &tail[1..]].concat()));
            let swapped =
                || tail.len() >= 2 && is_ordinary(&[head, &[tail[1], tail[0]], &tail[2..]].concat());
            let more_or_other = || {
                (b'a'..=b'z').any(|letter| {
                    is_ordinary(&[head, &[letter], tail].concat())
                        || !tail.is_empty() && is_ordinary(&[head, &[letter], &tail[1..]].concat())
                })
            };
            less || swapped() || more_or_other()
        })
    }

    /// Which of the wanted marks a part of a compound has, the other part being an ordinary word;
    /// with or without a linking *s*, *e* or *en* between.
    pub(crate) fn in_compound(&self, word: &str, wanted: Marks) -> Marks {
        const SHORTEST: usize = 4;
        // Nobody writes a longer word; the work stays the same however long a "word" is.
        const LONGEST: usize = 60;
        if word.len() < 2 * SHORTEST || word.len() > LONGEST {
            return Marks::default();
        }
        let splits = (SHORTEST - 1..=word.len() - SHORTEST).filter(|at| word.is_char_boundary(*at));
        for (head, tail) in splits.map(|at| word.split_at(at)) {
            let last = self.marks(tail.trim_start_matches('-'));
            if !last.any(wanted.or(ORDINARY)) {
                continue;
            }
            for head in ["", "s", "e", "en", "-"].iter().filter_map(|link| head.strip_suffix(link)) {
                let first = self.marks(head);
                if head.len() >= SHORTEST && last.any(ORDINARY) && first.any(wanted) {
                    return Marks(first.0 & wanted.0);
                }
                if head.len() >= SHORTEST && first.any(ORDINARY) && last.any(wanted) {
                    return Marks(last.0 & wanted.0);
                }
            }
        }
        Marks::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marks::{FIRST, TITLE};

    #[test]
    fn the_table_reads() {
        let lists = Lists::shipped();
        assert!(lists.table.is_some());
        assert!(lists.marks("mevrouw").any(TITLE));
        assert!(lists.marks("fatima").any(FIRST));
        assert_eq!(lists.marks("qqqq"), Marks::default());
    }

    #[test]
    fn compounds_and_slips_are_dutch() {
        let lists = Lists::shipped();
        assert!(lists.is_dutch("uitkering") && lists.is_dutch("uitkeringsgesprek"));
        assert!(!lists.is_dutch("gebremeskel"));
        for slip in ["gsiteren", "vanmidag", "gesprk", "gespreck", "gisteran"] {
            assert!(lists.is_nearly_dutch(slip) && !lists.is_dutch(slip), "{slip}");
        }
        assert!(!lists.is_nearly_dutch("gebremeskel"));
    }
}
