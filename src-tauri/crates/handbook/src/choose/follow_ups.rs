//! Which follow-ups come along, and what makes room for them.
//!
//! A follow-up asks on after one question, so it deepens a sitting and takes the place of another
//! question. The best question goes first. Room is made at the other end of the order, and never at
//! the cost of what a sitting rests on: the question that looks outward, the closing next step, the
//! parent itself, the parent of another follow-up, or a question about what the resident carries
//! for the sake of one that is not about it. Without room there is no follow-up. One that was
//! answered lately waits, as every question does.

use super::{Choice, most_questions, speaks_of_baggage};
use crate::pack::{Pack, Question};

/// From how many minutes on there may be two.
const TWO_FROM: u8 = 30;

/// Takes places away from the sitting, as far as follow-ups need them, and answers with each
/// parent's place and its follow-up.
///
/// `places` are places in `order`, the best first; `kept` are those of the question that looks
/// outward and of the closing one.
pub(super) fn take_places<'p>(
    pack: &'p Pack,
    choice: &Choice<'_>,
    order: &[&Question],
    kept: [Option<usize>; 2],
    places: &mut Vec<usize>,
) -> Vec<(usize, &'p Question)> {
    let most = most_questions(choice.minutes);
    let most_follow_ups = if choice.minutes >= TWO_FROM { 2 } else { 1 };
    let mut followed: Vec<(usize, &Question)> = Vec::new();
    for parent in places.clone() {
        if followed.len() == most_follow_ups {
            break;
        }
        let follow_up = order[parent].follow_up.as_ref().filter(|id| !choice.recently_answered.contains(id));
        let Some(follow_up) = follow_up.and_then(|id| pack.question(id)) else { continue };
        // An earlier follow-up may have taken this one's place.
        if !places.contains(&parent) {
            continue;
        }
        if places.len() + followed.len() >= most {
            let droppable = |place: &usize| {
                *place != parent
                    && !kept.contains(&Some(*place))
                    && !followed.iter().any(|(other, _)| other == place)
                    && (speaks_of_baggage(order[parent], choice) || !speaks_of_baggage(order[*place], choice))
            };
            let Some(at) = places.iter().rposition(droppable) else { continue };
            places.remove(at);
        }
        followed.push((parent, follow_up));
    }
    followed
}
