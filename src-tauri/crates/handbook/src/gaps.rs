//! What a pack cannot serve: which sittings stay empty or short, whatever the seed.

use std::collections::BTreeSet;

use crate::{
    choose::{Choice, most_questions},
    id::KindId,
    pack::{Baggage, Moment, Pack},
};

/// A sitting for which a pack has fewer questions than fit in its minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The kind of contact.
    pub kind: KindId,
    /// When the writer looks back.
    pub moment: Moment,
    /// How many minutes the writer has.
    pub minutes: u8,
    /// What the resident carries.
    pub baggage: Option<Baggage>,
    /// How many questions a sitting has, follow-ups left out; 0 when the pack has nothing to ask.
    pub served: usize,
    /// How many would fit.
    pub most: usize,
}

/// The minutes that a screen offers.
pub const MINUTES: [u8; 4] = [2, 5, 15, 30];
/// The moments at which somebody looks back on one contact.
pub const LOOKING_BACK: [Moment; 2] = [Moment::RightAfter, Moment::Later];
/// What the writer may say, or not say, about what the resident carries.
pub const CARRIED: [Option<Baggage>; 5] =
    [None, Some(Baggage::LifeStory), Some(Baggage::Criticism), Some(Baggage::Both), Some(Baggage::Unknown)];

/// Every gap over all kinds of contact, [`LOOKING_BACK`], [`MINUTES`] and [`CARRIED`], in that order.
#[must_use]
pub fn gaps(pack: &Pack) -> Vec<Gap> {
    let mut found = Vec::new();
    for (kind, moment) in pack.kinds().iter().flat_map(|kind| LOOKING_BACK.map(|moment| (kind, moment))) {
        for (minutes, baggage) in MINUTES.iter().flat_map(|m| CARRIED.map(|baggage| (*m, baggage))) {
            let served = served(pack, &Choice { moment, baggage, ..Choice::new(&kind.id, minutes, 0) });
            let most = most_questions(minutes);
            if served < most {
                found.push(Gap { kind: kind.id.clone(), moment, minutes, baggage, served, most });
            }
        }
    }
    found
}

/// How many questions a sitting has, follow-ups left out: one for each aspect in the pool.
pub(crate) fn served(pack: &Pack, choice: &Choice<'_>) -> usize {
    let aspects: BTreeSet<_> = pack.pool(choice).into_iter().map(|question| question.aspect).collect();
    aspects.len().min(most_questions(choice.minutes))
}
