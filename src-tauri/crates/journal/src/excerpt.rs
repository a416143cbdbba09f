//! A few words of a text on one line, for lists.

use std::ops::Range;

use rusqlite::Connection;

use crate::{EntryId, JournalError};

/// The most characters of an excerpt, the ellipses not counted.
pub(crate) const MOST_CHARACTERS: usize = 160;

/// How many characters before a hit are shown at most.
const LEAD: usize = 48;

/// The first words of the first answer that has any. A day and the name of an option stand in a list
/// only where no words of the person do; how it was for the person is kept apart, and stands there
/// only where nothing else does.
pub(crate) fn first_words(connection: &Connection, entry: EntryId) -> Result<String, JournalError> {
    const READ: &str = "SELECT text, value IN ('choice', 'date', 'look-back'), field = 'feeling'
        FROM answer WHERE entry = ?1 ORDER BY ordinal";
    let mut statement = connection.prepare_cached(READ)?;
    let mut rows = statement.query([entry.0])?;
    let (mut chosen, mut of_feeling) = (None, None);
    while let Some(row) = rows.next()? {
        let words = beginning(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?);
        if words.is_empty() {
            continue;
        }
        let is_chosen = row.get::<_, Option<bool>>(1)? == Some(true);
        match (is_chosen, row.get(2)?) {
            (false, false) => return Ok(words),
            (true, _) => chosen.get_or_insert(words),
            (false, true) => of_feeling.get_or_insert(words),
        };
    }
    Ok(chosen.or(of_feeling).unwrap_or_default())
}

/// The beginning of a text on one line; empty when it holds no visible character.
pub(crate) fn beginning(text: &str) -> String {
    Line::of(text, 0, &[]).text
}

/// The surroundings of a place in a text, on one line, with what is marked of it. `place` is a byte at
/// which a character begins; `marks` are bytes of the text, from front to back and apart.
pub(crate) fn around(text: &str, place: usize, marks: &[Range<usize>]) -> Line {
    let (before, _) = text.split_at_checked(place).unwrap_or(("", text));
    let reach = before.char_indices().rev().nth(LEAD).map(|(at, character)| at + character.len_utf8());
    // The lead starts with a whole word where there is one.
    let start = match reach {
        None => 0,
        Some(reach) => match before[reach..].find(char::is_whitespace) {
            Some(space) => reach + space,
            None => reach,
        },
    };
    let mut line = Line::of(text, start, marks);
    if !before[..start].chars().all(blank) {
        line.text.insert(0, '…');
        for mark in &mut line.marks {
            *mark = mark.start + '…'.len_utf8()..mark.end + '…'.len_utf8();
        }
    }
    line
}

/// A text on one line, and what is marked of it.
pub(crate) struct Line {
    /// The line.
    pub(crate) text: String,
    /// Bytes of the line, from front to back and apart.
    pub(crate) marks: Vec<Range<usize>>,
}

impl Line {
    /// Collapses white space from `start` on, and cuts between words where it can. Control characters
    /// count as white space: a list must not carry a line break, nor a NUL.
    fn of(text: &str, start: usize, marks: &[Range<usize>]) -> Self {
        let mut line = Self { text: String::new(), marks: Vec::new() };
        let mut marks = marks.iter().skip_while(|mark| mark.end <= start).peekable();
        let mut count = 0;
        let mut last_space = None;
        let mut gap = false;
        let mut open = None;
        for (at, character) in text.char_indices().skip_while(|(at, _)| *at < start) {
            if blank(character) {
                gap = true;
                continue;
            }
            if count >= MOST_CHARACTERS {
                // A single long word is cut where it is; a sentence between two words.
                match last_space {
                    Some((at, kept)) if !gap && kept > MOST_CHARACTERS / 2 => line.cut(at),
                    _ => {}
                }
                // Apart from the mark that ends a sentence, which it would otherwise run into.
                let ends = line.text.ends_with(['.', '!', '?', '…']);
                line.text.push_str(if ends { " …" } else { "…" });
                break;
            }
            if gap && !line.text.is_empty() {
                last_space = Some((line.text.len(), count));
                line.text.push(' ');
                count += 1;
            }
            gap = false;
            while marks.next_if(|mark| mark.end <= at).is_some() {}
            let mark = marks.peek().filter(|mark| mark.contains(&at));
            let place = line.text.len();
            line.text.push(character);
            count += 1;
            if let Some(mark) = mark {
                line.mark(place, open == Some(mark.start));
            }
            open = mark.map(|mark| mark.start);
        }
        line
    }

    /// Marks the last character, which begins at `place`; `goes_on`: with the one before it.
    fn mark(&mut self, place: usize, goes_on: bool) {
        let end = self.text.len();
        match self.marks.last_mut() {
            Some(last) if goes_on => last.end = end,
            _ => self.marks.push(place..end),
        }
    }

    fn cut(&mut self, at: usize) {
        self.text.truncate(at);
        self.marks.retain(|mark| mark.start < at);
        if let Some(last) = self.marks.last_mut() {
            last.end = last.end.min(at);
        }
    }
}

fn blank(character: char) -> bool {
    character.is_whitespace() || character.is_control()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn white_space_collapses_and_nothing_stays_nothing() {
        assert_eq!(beginning(" \n een\t\u{a0} twee\0drie \r\n"), "een twee drie");
        assert_eq!(beginning(" \n\u{3000}\t\0"), "");
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        let text = "woord ".repeat(100);
        let cut = beginning(&text);
        assert!(cut.ends_with("woord…"), "{cut}");
        assert!(cut.chars().count() <= MOST_CHARACTERS + 1);
    }

    #[test]
    fn an_ellipsis_does_not_run_into_the_end_of_a_sentence() {
        let cut = beginning(&"Het ging. ".repeat(100));
        assert!(cut.ends_with("Het ging. …"), "{cut}");
    }

    #[test]
    fn one_long_word_is_cut_between_characters() {
        assert_eq!(beginning(&"é".repeat(500)), format!("{}…", "é".repeat(MOST_CHARACTERS)));
        assert_eq!(beginning(&"é".repeat(MOST_CHARACTERS)), "é".repeat(MOST_CHARACTERS));
    }

    #[test]
    fn a_hit_far_into_the_text_is_shown() {
        let text = format!("{}het gesprek {}", "eerst ".repeat(80), "daarna ".repeat(80));
        let shown = around(&text, text.find("gesprek").expect("there"), &[]).text;
        assert!(shown.starts_with('…') && shown.ends_with('…'), "{shown}");
        assert!(shown.contains("het gesprek daarna"), "{shown}");
        assert_eq!(around("  het gesprek", 6, &[]).text, "het gesprek");
    }

    proptest! {
        #[test]
        fn any_text_and_any_place_give_one_short_line(text in "(\\PC|[ \n\0é😀\u{301}]){0,400}", at in 0..400_usize) {
            let place = text.char_indices().map(|(place, _)| place).nth(at).unwrap_or(text.len());
            for shown in [beginning(&text), around(&text, place, &[]).text] {
                prop_assert!(shown.chars().count() <= MOST_CHARACTERS + 3);
                prop_assert!(!shown.chars().any(char::is_control));
            }
        }
    }
}
