//! Which aliases are easily taken for one another. Writing about the wrong person under the right
//! alias is worse than having to choose another word; a warning at every turn is worse still.

use privacy::folded;

/// Up to this many letters, one letter more or less makes another word ("bos", "vos").
const SHORT: usize = 5;

/// What a hurried reader sees of an alias: its letters and digits, folded, word by word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looks {
    words: Vec<Vec<char>>,
    /// The same without the spaces between.
    whole: Vec<char>,
}

impl Looks {
    /// How an alias looks.
    pub fn of(alias: &str) -> Self {
        let folded = folded(alias);
        let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        let words: Vec<Vec<char>> = words.map(|word| word.chars().collect()).collect();
        Self { whole: words.concat(), words }
    }

    /// Whether one is easily taken for the other:
    ///
    /// * they differ in capitals, accents, spaces and hyphens only;
    /// * they are long enough to be read at a glance, and differ by one letter that is more, less,
    ///   another, or has changed places with its neighbour;
    /// * they are the same words in another order, or one is a part of the other;
    /// * they are two words of which one is the same, in the same place, and the other is nearly so.
    ///   Sharing a word alone is no reason: a hundred pairs of a few hundred words often do.
    pub fn is_like(&self, other: &Self) -> bool {
        if self.whole == other.whole {
            return true;
        }
        let shortest = self.whole.len().min(other.whole.len());
        if shortest > SHORT && distance_within(&self.whole, &other.whole, 1) {
            return true;
        }
        let (few, many) = if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        if !few.words.is_empty() && few.words.iter().all(|word| many.words.contains(word)) {
            return true;
        }
        match (self.words.as_slice(), other.words.as_slice()) {
            ([first, one], [again, two]) if first == again => are_near(one, two),
            ([one, last], [two, again]) if last == again => are_near(one, two),
            _ => false,
        }
    }
}

/// Words that look nearly the same: two letters apart, when they are long enough for that, or one is
/// the beginning of the other.
fn are_near(one: &[char], other: &[char]) -> bool {
    const BEGINNING: usize = 4;
    let shortest = one.len().min(other.len());
    let begins = shortest >= BEGINNING && (one.starts_with(other) || other.starts_with(one));
    begins || shortest >= SHORT && distance_within(one, other, 2)
}

/// Whether at most `most` steps lead from one to the other: a letter more, less, another, or two
/// neighbours changed (Damerau-Levenshtein, in the variant that touches no letter twice).
fn distance_within(one: &[char], other: &[char], most: usize) -> bool {
    if one.len().abs_diff(other.len()) > most {
        return false;
    }
    // Most pairs part at once and end apart: what they share at both ends is not looked at twice.
    let start = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[start..], &other[start..]);
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[..one.len() - end], &other[..other.len() - end]);
    // Every step changes two letters at most.
    if one.len().max(other.len()) > 2 * most {
        return false;
    }
    let mut rows: Vec<Vec<usize>> = vec![(0..=other.len()).collect()];
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let mut steps = (rows[i][j] + usize::from(a != b)).min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && one[i - 1] == *b && *a == other[j - 1] {
                steps = steps.min(rows[i - 1][j - 1] + 1);
            }
            row.push(steps);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()] <= most
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;
    use crate::handbook_files::alias_words;

    fn alike(one: &str, other: &str) -> bool {
        let (one, other) = (Looks::of(one), Looks::of(other));
        assert_eq!(one.is_like(&other), other.is_like(&one), "{one:?} and {other:?}");
        one.is_like(&other)
    }

    #[test]
    fn what_a_hurried_reader_takes_for_the_same_is_alike() {
        for (one, other) in [
            ("Blauwe Reiger", "blauwe reiger"),
            ("Blauwe Reiger", "Blauwe-Reiger"),
            ("Blauwe Reiger", "blauwereiger"),
            ("Café Noir", "cafe noir"),
            ("Blauwe Reiger", "Blauwe Reigers"),
            ("Blauwe Reiger", "Blauwe Rieger"),
            ("Blauwe Reiger", "Grauwe Reiger"),
            ("stille beuk", "stille beek"),
            ("reiger blauwe", "blauwe reiger"),
            ("reiger", "blauwe reiger"),
            ("houten vork", "houten vorken"),
            ("kristallen kan", "kristal kan"),
            ("inwoner 1", "inwoner 2"),
            ("bos", "Bós"),
        ] {
            assert!(alike(one, other), "{one} and {other}");
        }
    }

    #[test]
    fn what_merely_shares_a_word_is_not() {
        for (one, other) in [
            ("blauwe reiger", "blauwe sleutel"),
            ("blauwe sleutel", "koperen sleutel"),
            ("stille beuk", "stille boot"),
            ("gele vos", "gele mus"),
            ("bos", "vos"),
            ("beuk", "beek"),
            ("papieren boot", "wollen sjaal"),
            ("blauw", "🙂"),
        ] {
            assert!(!alike(one, other), "{one} and {other}");
        }
        assert!(!alike("🙂", "👩‍👩‍👧 é"));
    }

    #[test]
    fn proposed_pairs_are_seldom_alike() {
        for language in [Language::Nl, Language::En] {
            let pairs = alias_words(language).expect("the shipped list");
            // Every so many of them, far enough apart that both words change: as if drawn.
            let step = 7_919;
            let drawn: Vec<Looks> = (0..200)
                .filter_map(|place| pairs.get(place * step % pairs.len()))
                .map(|pair| Looks::of(&pair))
                .collect();
            let warned = (1..drawn.len())
                .filter(|place| drawn[..*place].iter().any(|other| other.is_like(&drawn[*place])))
                .count();
            assert!(warned <= drawn.len() / 10, "{language:?}: {warned} of {}", drawn.len());
        }
    }

    #[test]
    fn the_distance_counts_steps() {
        let within = |one: &str, other: &str, most| {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            distance_within(&letters(one), &letters(other), most)
        };
        for (one, other, steps) in [
            ("reiger", "reiger", 0),
            ("reiger", "rieger", 1),
            ("reiger", "reigers", 1),
            ("reiger", "eiger", 1),
            ("reiger", "ruiger", 1),
            ("reiger", "regen", 2),
            ("reiger", "steiger", 2),
            ("ab", "ba", 1),
            ("", "a", 1),
            ("a", "bcd", 3),
            ("reiger", "sleutel", 4),
        ] {
            for most in 0..=2 {
                assert_eq!(within(one, other, most), steps <= most, "{one} {other} within {most}");
            }
        }
    }
}
