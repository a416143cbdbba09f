//! Every word of the store, held in memory so that a part of a word can be looked up.
//!
//! One string with a line for each word: some tens of thousands of words are well under a
//! megabyte, and looking through them takes about a millisecond.

use rusqlite::Connection;

use super::TermChanges;
use crate::JournalError;

/// More removals than this are read again rather than looked up one by one.
const MOST_REMOVALS: usize = 64;

/// The words, in no order.
pub(crate) struct Words {
    /// Begins with a line break, and each word ends with one.
    lines: String,
}

/// Part of a word, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// Anywhere in it.
    Inside(String),
    /// Its end.
    Ends(String),
    /// All of it.
    Whole(String),
    /// Its beginning.
    Starts(String),
}

impl Part {
    /// Its letters.
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Inside(text) | Self::Ends(text) | Self::Whole(text) | Self::Starts(text) => text,
        }
    }
}

impl Words {
    /// Reads the table of terms.
    pub(crate) fn read(connection: &Connection) -> Result<Self, JournalError> {
        // One text out of the store, not tens of thousands: the first search waits for this.
        const ALL: &str =
            "SELECT coalesce(char(10) || group_concat(term, char(10)), '') || char(10) FROM term";
        let lines = connection.prepare_cached(ALL)?.query_row([], |row| row.get(0))?;
        Ok(Self { lines })
    }

    /// The words that have this part.
    pub(crate) fn with<'w>(&'w self, part: &Part) -> impl Iterator<Item = &'w str> + use<'w> {
        let pattern = match part {
            Part::Inside(text) => text.clone(),
            Part::Ends(text) => format!("{text}\n"),
            Part::Whole(text) => format!("\n{text}\n"),
            Part::Starts(text) => format!("\n{text}"),
        };
        let mut from = 0;
        std::iter::from_fn(move || {
            let hit = from + self.lines.get(from..)?.find(&pattern)?;
            // A hit may begin or end with the line break itself.
            let inside = hit + usize::from(pattern.starts_with('\n'));
            let start = self.lines[..inside].rfind('\n')? + 1;
            let end = inside + self.lines[inside..].find('\n')?;
            // The line break stays in sight: the next word may be looked for by its beginning.
            from = end;
            Some(&self.lines[start..end])
        })
    }

    /// Takes over what a transaction changed. Says `false` when reading the table again is better.
    pub(crate) fn follow(&mut self, changes: &TermChanges) -> bool {
        if changes.steps.iter().filter(|(_, came)| !came).count() > MOST_REMOVALS {
            return false;
        }
        for (word, came) in &changes.steps {
            if *came {
                self.lines.push_str(word);
                self.lines.push('\n');
            } else if let Some(place) = self.lines.find(&format!("\n{word}\n")) {
                self.lines.replace_range(place..=place + word.len(), "");
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(all: &[&str]) -> Words {
        Words { lines: format!("\n{}\n", all.join("\n")) }
    }

    fn found(words: &Words, part: &Part) -> Vec<String> {
        words.with(part).map(str::to_owned).collect()
    }

    #[test]
    fn a_part_finds_the_words_that_have_it_once_each() {
        let words = words(&["ana", "banaan", "an", "na", "kanaal"]);
        assert_eq!(found(&words, &Part::Inside("an".into())), ["ana", "banaan", "an", "kanaal"]);
        assert_eq!(found(&words, &Part::Inside("a".into())), ["ana", "banaan", "an", "na", "kanaal"]);
        assert_eq!(found(&words, &Part::Ends("an".into())), ["banaan", "an"]);
        assert_eq!(found(&words, &Part::Starts("an".into())), ["ana", "an"]);
        assert_eq!(found(&words, &Part::Whole("an".into())), ["an"]);
        assert_eq!(found(&words, &Part::Inside("x".into())), Vec::<String>::new());
    }

    #[test]
    fn words_come_and_go() {
        let mut words = words(&["een", "twee"]);
        let steps = vec![("drie".to_owned(), true), ("een".to_owned(), false), ("twee".to_owned(), false)];
        assert!(words.follow(&TermChanges { steps }));
        assert_eq!(words.lines, "\ndrie\n");
        let steps = (0..=MOST_REMOVALS).map(|n| (n.to_string(), false)).collect();
        assert!(!words.follow(&TermChanges { steps }));
    }
}
