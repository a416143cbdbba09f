//! Where what is asked stands: in one entry, and in a few words of it for a list.

use std::ops::Range;

use rusqlite::Connection;

use super::query::{Asked, Query};
use super::walk::ANSWERS;
use crate::excerpt::{self, Line};
use crate::index::fold::{Folded, Folder};
use crate::{AnswerId, EntryId, Journal, JournalError};

/// A place in an entry where something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryMatch {
    /// The answer.
    pub answer: AnswerId,
    /// Where it begins in the answer's text, in UTF-16 code units.
    pub start: u32,
    /// Where it ends, in the same.
    pub end: u32,
}

/// A piece of an excerpt.
#[derive(Clone, PartialEq, Eq)]
pub struct ExcerptPiece {
    /// Its text.
    pub text: String,
    /// Whether it is what was asked.
    pub marked: bool,
}

impl std::fmt::Debug for ExcerptPiece {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ExcerptPiece").field("marked", &self.marked).finish_non_exhaustive()
    }
}

impl Journal {
    /// Where what is asked stands in an entry, also in one of the bin: in the order of its answers, in
    /// each from front to back, none overlapping another. The text is read as [`Journal::find`] reads it;
    /// what must not occur asks for nothing here.
    ///
    /// # Errors
    /// [`JournalError::EntryGone`], and whatever the store says.
    pub fn find_in_entry(&mut self, entry: EntryId, text: &str) -> Result<Vec<EntryMatch>, JournalError> {
        let answers = self.entry(entry)?.answers;
        let folder = &mut self.index.folder;
        let query = Query::read(text, folder)?;
        let mut matches = Vec::new();
        for answer in answers {
            let (mut byte, mut unit) = (0, 0);
            for place in places(&query.asked, &answer.text, &folder.fold_with_places(&answer.text)?, folder) {
                let mut units = |to: usize| {
                    let passed = answer.text.get(byte..to).unwrap_or_default();
                    (byte, unit) = (to, unit + passed.encode_utf16().count());
                    u32::try_from(unit).unwrap_or(u32::MAX)
                };
                let (start, end) = (units(place.start), units(place.end));
                matches.push(EntryMatch { answer: answer.id, start, end });
            }
        }
        Ok(matches)
    }
}

/// Where these stand in a text, in bytes: from front to back, none overlapping another. What overlaps is
/// one place.
fn places(asked: &[Asked], text: &str, folded: &Folded, folder: &Folder) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> = Vec::new();
    for asked in asked {
        match asked {
            Asked::Words(words) => {
                places.extend(folded.text.match_indices(words.as_str()).filter_map(|(at, words)| {
                    let last = *folded.from.get((at + words.len()).checked_sub(1)?)?;
                    Some(*folded.from.get(at)?..folder.after(text, last))
                }));
            }
            Asked::Raw(raw) => {
                places.extend(text.match_indices(raw.as_str()).map(|(at, raw)| at..at + raw.len()));
            }
        }
    }
    places.sort_unstable_by_key(|place| (place.start, place.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(places.len());
    for place in places {
        match apart.last_mut() {
            Some(last) if place.start < last.end => last.end = last.end.max(place.end),
            _ => apart.push(place),
        }
    }
    apart
}

/// The words around what is asked first, in the first answer that has it, with all that is asked marked;
/// the beginning of the entry where nothing is asked.
pub(super) fn excerpt(
    connection: &Connection,
    folder: &mut Folder,
    entry: EntryId,
    query: &Query,
) -> Result<Vec<ExcerptPiece>, JournalError> {
    let beginning = |connection| {
        let text = excerpt::first_words(connection, entry)?;
        Ok(if text.is_empty() { Vec::new() } else { vec![ExcerptPiece { text, marked: false }] })
    };
    let [first, ..] = query.asked.as_slice() else { return beginning(connection) };
    let mut statement = connection.prepare_cached(ANSWERS)?;
    let mut rows = statement.query([entry.0])?;
    while let Some(row) = rows.next()? {
        let text = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        if !first.stands_in(text) && !first.occurs(text, &folder.fold(text)?) {
            continue;
        }
        let folded = folder.fold_with_places(text)?;
        if let [place, ..] = places(std::slice::from_ref(first), text, &folded, folder).as_slice() {
            let marks = places(&query.asked, text, &folded, folder);
            return Ok(pieces(&excerpt::around(text, place.start, &marks)));
        }
    }
    beginning(connection)
}

/// A line cut into what is marked and what is not.
fn pieces(line: &Line) -> Vec<ExcerptPiece> {
    let mut pieces = Vec::with_capacity(line.marks.len() * 2 + 1);
    let mut from = 0;
    let ends = std::iter::once(line.text.len()..line.text.len());
    for mark in line.marks.iter().cloned().chain(ends) {
        for (range, marked) in [(from..mark.start, false), (mark.clone(), true)] {
            if let Some(text) = line.text.get(range).filter(|text| !text.is_empty()) {
                pieces.push(ExcerptPiece { text: text.to_owned(), marked });
            }
        }
        from = mark.end;
    }
    pieces
}
