//! What is covered of a text, in UTF-16 code units, as a page counts.
//!
//! A passage that was covered stays covered, whatever is done to the text: in doubt more is covered, never
//! less, and never something else in its place.

/// A covered passage, from one UTF-16 code unit of its text to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cover {
    /// Where it begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

/// How many UTF-16 code units a text has.
pub(super) fn units(text: &str) -> u32 {
    text.chars().map(units_of).sum()
}

/// One or two.
fn units_of(character: char) -> u32 {
    if character.len_utf16() == 1 { 1 } else { 2 }
}

/// All of a text; nothing of an empty one.
pub(super) fn whole(text: &str) -> Vec<Cover> {
    settled(text, &[Cover { start: 0, end: u32::MAX }])
}

/// Covers as they can stand on a text: in its order, within it, none empty, none in the middle of a
/// character, and none that overlaps or touches another.
pub(super) fn settled(text: &str, covers: &[Cover]) -> Vec<Cover> {
    let mut wanted: Vec<Cover> = covers.iter().copied().filter(|cover| cover.start < cover.end).collect();
    wanted.sort_unstable();
    let mut settled: Vec<Cover> = Vec::new();
    let mut wanted = wanted.into_iter().peekable();
    // The furthest end of the wanted covers that began before or at this character.
    let (mut at, mut until) = (0, 0);
    for character in text.chars() {
        let next = at + units_of(character);
        while let Some(cover) = wanted.next_if(|cover| cover.start < next) {
            until = until.max(cover.end);
        }
        if until > at {
            match settled.last_mut() {
                Some(last) if last.end == at => last.end = next,
                _ => settled.push(Cover { start: at, end: next }),
            }
        }
        at = next;
    }
    settled
}

/// The covers of a text after the words of `span` made way for others, which have `units` units. One that
/// covered any of the old words covers all of the new; the others stay on the words that they covered.
pub(super) fn after_replacing(covers: &[Cover], span: Cover, units: u32) -> Vec<Cover> {
    let moved = |place: u32| place - span.end + span.start + units;
    covers
        .iter()
        .map(|cover| {
            if cover.end <= span.start {
                *cover
            } else if cover.start >= span.end {
                Cover { start: moved(cover.start), end: moved(cover.end) }
            } else {
                Cover { start: cover.start.min(span.start), end: moved(cover.end.max(span.end)) }
            }
        })
        .collect()
}

/// The bytes of a passage of a text; none where one of its ends is in the middle of a character or
/// outside the text, or where it is empty.
pub(super) fn bytes(text: &str, span: Cover) -> Option<std::ops::Range<usize>> {
    let mut at = 0;
    let mut places = text.char_indices().map(|(byte, character)| {
        let place = (at, byte);
        at += units_of(character);
        place
    });
    let end = (units(text), text.len());
    let start = places.find(|(unit, _)| *unit == span.start)?;
    let end = places.find(|(unit, _)| *unit == span.end).or((span.end == end.0).then_some(end))?;
    Some(start.1..end.1)
}
