//! What others see of a walk-through: its frozen texts, with what is covered taken out of them.
//!
//! This is all that leaves the journal. It is made of the walk-through alone, the words of the
//! organisation and the handbook: no number of a row, no moment and no count is in it, and of what is
//! covered not even the length.

use ::journal::{Cover, WalkBlock, WalkPage, WalkThrough};
use contract::*;

use crate::{
    journal::{view::walks, wording::Wording},
    wire,
};

/// Exactly what is seen.
pub fn shown(walk_through: &WalkThrough, settings: &Settings, wording: Wording<'_>) -> ShownWalkThrough {
    let plan = &walk_through.row.plan;
    ShownWalkThrough {
        for_whom: plan.for_whom().to_owned(),
        question: plan.question().to_owned(),
        minutes: WalkMinutes(plan.minutes()),
        resident_word: settings.resident_word,
        worker_word: settings.worker_word,
        pages: walk_through.pages.iter().map(page).collect(),
        companion: wording.pack.companion().iter().map(|one| wording.say(&one.text)).collect(),
    }
}

fn page(page: &WalkPage) -> ShownPage {
    ShownPage {
        who: page.who.clone(),
        day: page.shows_day.then(|| wire::day(page.head.day)),
        kind: page.head.kind.clone(),
        title: page.head.title.clone(),
        blocks: page.blocks.iter().map(block).collect(),
    }
}

fn block(block: &WalkBlock) -> ShownBlock {
    ShownBlock {
        label: walks::label(&block.label),
        heading: block.heading.clone(),
        pieces: pieces(&block.text, &block.covers),
    }
}

/// A text in pieces. `covers` stand in their order and none touches another.
fn pieces(text: &str, covers: &[Cover]) -> Vec<ShownPiece> {
    let mut pieces = Vec::with_capacity(2 * covers.len() + 1);
    let mut rest = text;
    let mut at = 0;
    for cover in covers {
        let (before, covered) = split(rest, cover.start.saturating_sub(at));
        let (_, after) = split(covered, cover.end.saturating_sub(at.max(cover.start)));
        pieces.extend(said(before));
        pieces.push(ShownPiece::Covered);
        (rest, at) = (after, cover.end);
    }
    pieces.extend(said(rest));
    pieces
}

fn said(text: &str) -> Option<ShownPiece> {
    (!text.is_empty()).then(|| ShownPiece::Text { text: text.to_owned() })
}

/// Splits after so many UTF-16 code units, and never within a character.
fn split(text: &str, units: u32) -> (&str, &str) {
    let mut left = units as usize;
    let end = text.char_indices().find(|(_, letter)| match left.checked_sub(letter.len_utf16()) {
        Some(less) => {
            left = less;
            false
        }
        None => true,
    });
    text.split_at(end.map_or(text.len(), |(at, _)| at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, covers: &[(u32, u32)]) -> String {
        let covers: Vec<Cover> =
            covers.iter().map(|(start, end)| Cover { start: *start, end: *end }).collect();
        let piece = |piece: ShownPiece| match piece {
            ShownPiece::Text { text } => text,
            ShownPiece::Covered => "█".to_owned(),
        };
        pieces(text, &covers).into_iter().map(piece).collect()
    }

    #[test]
    fn what_is_covered_leaves_one_piece_whatever_stood_there() {
        assert_eq!(shown("Ik zei niets.", &[]), "Ik zei niets.");
        assert_eq!(shown("Ik zei niets.", &[(0, 13)]), "█");
        assert_eq!(shown("Ik zei niets.", &[(0, 2), (7, 12)]), "█ zei █.");
        assert_eq!(shown("", &[]), "");
        // A page counts in UTF-16.
        assert_eq!(shown("🙂 één 🙂 twee", &[(3, 6), (10, 14)]), "🙂 █ 🙂 █");
        assert_eq!(shown("kort", &[(2, 90)]), "ko█");
    }
}
