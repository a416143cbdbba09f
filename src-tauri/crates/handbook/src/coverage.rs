//! How many questions the chooser really reaches: what a pool promises, chance must keep.

use std::collections::BTreeSet;

use crate::{
    choose::Choice,
    gaps::sittings,
    id::KindId,
    pack::{Baggage, Pack},
};

/// How many sittings are chosen for each line of the table.
const SEEDS: u64 = 1_000;

/// What somebody meets who looks back often on one kind of contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// The kind.
    pub kind: KindId,
    /// How many minutes the writer has.
    pub minutes: u8,
    /// What the resident carries.
    pub baggage: Option<Baggage>,
    /// How many different questions came in a thousand sittings, follow-ups included.
    pub reached: usize,
}

/// The table of kinds, minutes and baggage, in that order. The moment is the day of the contact, or
/// [`Moment::MonthReview`](crate::Moment::MonthReview) where there was none. Nothing is said about
/// the writer, and nothing was answered lately: so this is the least that chance reaches.
#[must_use]
pub fn coverage(pack: &Pack) -> Vec<Coverage> {
    let first_moment = |choice: &Choice<'_>| {
        let kind = pack.kind(choice.kind);
        kind.is_some_and(|kind| kind.looking_back().first() == Some(&choice.moment))
    };
    let reached = |choice: Choice<'_>| {
        let of_seed = |seed| pack.choose(&Choice { seed, ..choice });
        let questions: BTreeSet<_> = (0..SEEDS).flat_map(of_seed).map(|question| &question.id).collect();
        Coverage {
            kind: choice.kind.clone(),
            minutes: choice.minutes,
            baggage: choice.baggage,
            reached: questions.len(),
        }
    };
    sittings(pack).filter(first_moment).map(reached).collect()
}
