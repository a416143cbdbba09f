//! What a pack cannot serve: which sittings stay empty or short, whatever the seed.

use std::collections::BTreeSet;

use crate::{
    choose::{Choice, most_questions},
    id::KindId,
    pack::{Baggage, Kind, Moment, Pack},
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

/// Every gap over all kinds, their moments of looking back, [`MINUTES`] and what may be carried, in
/// that order. A kind without a contact is looked back on at [`Moment::MonthReview`], with nothing
/// said about what anybody carries.
#[must_use]
pub fn gaps(pack: &Pack) -> Vec<Gap> {
    let mut found = Vec::new();
    for choice in sittings(pack) {
        let (served, most) = (served(pack, &choice), most_questions(choice.minutes));
        if served < most {
            let Choice { moment, minutes, baggage, .. } = choice;
            found.push(Gap { kind: choice.kind.clone(), moment, minutes, baggage, served, most });
        }
    }
    found
}

/// Every sitting that a screen offers, with nothing said about the writer: kinds, moments, minutes,
/// what is carried, in that order.
pub(crate) fn sittings(pack: &Pack) -> impl Iterator<Item = Choice<'_>> {
    let moments = |kind| Kind::looking_back(kind).iter().map(move |moment| (kind, *moment));
    pack.kinds().iter().flat_map(moments).flat_map(|(kind, moment)| {
        MINUTES.into_iter().flat_map(move |minutes| {
            let choice = Choice { moment, ..Choice::new(&kind.id, minutes, 0) };
            kind.carried().iter().map(move |baggage| Choice { baggage: *baggage, ..choice })
        })
    })
}

/// How many questions a sitting has, follow-ups left out: one for each aspect in the pool.
pub(crate) fn served(pack: &Pack, choice: &Choice<'_>) -> usize {
    let aspects: BTreeSet<_> = pack.pool(choice).into_iter().map(|question| question.aspect).collect();
    aspects.len().min(most_questions(choice.minutes))
}
