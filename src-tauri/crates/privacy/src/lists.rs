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
}
