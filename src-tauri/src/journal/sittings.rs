//! What the questions of an entry are, and what of that lives only until the lock.
//!
//! The store keeps the seed, the minutes and what was answered. What was put aside, and the
//! baggage and mood that nobody asked to keep, stand here: the process ends at the lock, and with
//! it they are forgotten. The next time the seed chooses again, around what was answered.

use std::collections::HashMap;

use chrono::Days;
use contract::{Baggage, Failure, Minutes, Mood, Sitting};
use handbook::{Choice, KindId, Moment, Pack, QuestionId};
use journal::{Contact, Entry, EntryId, StoredField};

use crate::wire;

/// Minutes of an entry that does not say how many there were.
const USUAL_MINUTES: u8 = 5;

/// The sittings of this session.
#[derive(Default)]
pub struct Sittings(HashMap<EntryId, InHand>);

/// One sitting while it is in hand.
#[derive(Default)]
struct InHand {
    questions: Vec<QuestionId>,
    aside: Vec<QuestionId>,
    baggage: Option<Baggage>,
    mood: Option<Mood>,
}

impl Sittings {
    /// Begins a sitting with what is known of it only here.
    pub fn begin(&mut self, entry: EntryId, sitting: &Sitting) {
        let Sitting { baggage, mood, .. } = *sitting;
        self.0.insert(entry, InHand { baggage, mood, ..InHand::default() });
    }

    /// The questions are to be chosen anew: the contact is another one now.
    pub fn forget_questions(&mut self, entry: EntryId) {
        if let Some(hand) = self.0.get_mut(&entry) {
            hand.questions.clear();
            hand.aside.clear();
        }
    }

    /// The entry is gone, and what was known of it only here goes with it.
    pub fn forget(&mut self, entry: EntryId) {
        self.0.remove(&entry);
    }

    /// What a sitting is, as far as it is known. None for a free page.
    pub fn of(&self, entry: &Entry) -> Option<Sitting> {
        let stored = entry.sitting.as_ref()?;
        let kept = (
            stored.baggage.as_deref().and_then(wire::read_baggage),
            stored.mood.as_deref().and_then(wire::read_mood),
        );
        let hand = self.0.get(&entry.id);
        Some(Sitting {
            minutes: Minutes(stored.minutes),
            young: stored.young,
            baggage: kept.0.or_else(|| hand?.baggage),
            mood: kept.1.or_else(|| hand?.mood),
            keep: kept.0.is_some() || kept.1.is_some(),
        })
    }

    /// The questions of an entry in their order, the answered ones among them. What was answered
    /// lately is looked up only when they are chosen, not whenever the entry is shown.
    pub fn questions(
        &mut self,
        entry: &Entry,
        pack: &Pack,
        recent: impl FnOnce() -> Result<Vec<QuestionId>, Failure>,
    ) -> Result<Vec<QuestionId>, Failure> {
        let answered = answered(entry, pack);
        if let Some(hand) = self.0.get(&entry.id).filter(|hand| !hand.questions.is_empty()) {
            let elsewhere = answered.iter().filter(|id| !hand.questions.contains(id));
            return Ok(elsewhere.chain(&hand.questions).cloned().collect());
        }
        let chosen: Vec<QuestionId> = self.choice(entry, pack, &recent()?, |choice| {
            pack.choose(choice).into_iter().map(|question| question.id.clone()).collect()
        });
        let mut questions = around(&answered, chosen, pack, self.minutes(entry));
        if let Some(now) = asked_now(entry) {
            // What follows it stays directly after it.
            questions.sort_by_key(|id| *id != now && pack.follows(id) != Some(&now));
        }
        self.0.entry(entry.id).or_default().questions.clone_from(&questions);
        Ok(questions)
    }

    /// Another question in the place of one; none when the handbook has no other.
    pub fn another(
        &mut self,
        entry: &Entry,
        unwanted: &QuestionId,
        pack: &Pack,
        recent: &[QuestionId],
    ) -> Result<Option<QuestionId>, Failure> {
        let questions = self.questions(entry, pack, || Ok(recent.to_vec()))?;
        // What follows the one that goes, goes with it.
        let goes = |id: &QuestionId| id == unwanted || pack.follows(id) == Some(unwanted);
        let standing: Vec<QuestionId> = questions.iter().filter(|id| !goes(id)).cloned().collect();
        let mut aside = self.0.get(&entry.id).map(|hand| hand.aside.clone()).unwrap_or_default();
        aside.push(unwanted.clone());
        let Some(other) = self.choice(entry, pack, recent, |choice| {
            pack.another(choice, &standing, &aside).map(|question| question.id.clone())
        }) else {
            return Ok(None);
        };
        if let Some(hand) = self.0.get_mut(&entry.id) {
            hand.aside = aside;
            let put = |id: &QuestionId| if id == unwanted { other.clone() } else { id.clone() };
            hand.questions = questions.iter().filter(|id| *id == unwanted || !goes(id)).map(put).collect();
        }
        Ok(Some(other))
    }

    fn minutes(&self, entry: &Entry) -> u8 {
        self.of(entry).map_or(USUAL_MINUTES, |sitting| sitting.minutes.0)
    }

    fn choice<T: Default>(
        &self,
        entry: &Entry,
        pack: &Pack,
        recent: &[QuestionId],
        choose: impl FnOnce(&Choice<'_>) -> T,
    ) -> T {
        // Questions are chosen for a kind of contact; without one there are none.
        let Some(contact) = &entry.contact else { return T::default() };
        let sitting = self.of(entry);
        let kind = pack.kind(&KindId::from(contact.kind.as_str()));
        let is_contact = kind.is_none_or(|kind| kind.contact);
        // A week or a meeting has no resident: nobody carries anything, and nobody is young.
        let with_resident = sitting.filter(|_| is_contact);
        choose(&Choice {
            recently_answered: recent,
            moment: if is_contact { moment(entry, contact) } else { Moment::MonthReview },
            baggage: with_resident.and_then(|sitting| sitting.baggage).map(wire::baggage),
            mood: sitting.and_then(|sitting| sitting.mood).map(wire::mood),
            young: with_resident.is_some_and(|sitting| sitting.young),
            ..Choice::new(&KindId::from(contact.kind.as_str()), self.minutes(entry), entry.seed)
        })
    }
}

/// The morning after still counts as right after: the contact is fresh, and the day was full.
fn moment(entry: &Entry, contact: &Contact) -> Moment {
    let fresh_until = contact.day.checked_add_days(Days::new(1)).unwrap_or(contact.day);
    if entry.started_at.date_naive() <= fresh_until { Moment::RightAfter } else { Moment::Later }
}

/// The question that the person started this entry for. It was saved, empty, in the moment of the start;
/// a hand is never as fast.
fn asked_now(entry: &Entry) -> Option<QuestionId> {
    let first = entry.answers.iter().find(|answer| answer.ordinal == 0)?;
    let StoredField::Question(question) = &first.field else { return None };
    (first.written_at == entry.started_at).then(|| QuestionId::from(question.id.as_str()))
}

fn answered(entry: &Entry, pack: &Pack) -> Vec<QuestionId> {
    let questions = entry.answers.iter().filter_map(|answer| {
        if let StoredField::Question(question) = &answer.field { Some(question) } else { None }
    });
    // Of a pack that is gone, or of another one that has the same id, the stored words are shown.
    let still_here = questions.filter_map(|question| {
        let here = pack.question(&QuestionId::from(question.id.as_str()))?;
        (here.pack == question.pack).then(|| here.id.clone())
    });
    let mut each = Vec::new();
    for question in still_here {
        // A question may have more answers than one.
        if !each.contains(&question) {
            each.push(question);
        }
    }
    each
}

/// What the seed chose, around what was answered: together no more than one sitting. What was put
/// aside in an earlier session is chosen again and goes, before it takes the place of another.
fn around(answered: &[QuestionId], chosen: Vec<QuestionId>, pack: &Pack, minutes: u8) -> Vec<QuestionId> {
    let elsewhere: Vec<QuestionId> = answered.iter().filter(|id| !chosen.contains(id)).cloned().collect();
    let aspect = |id: &QuestionId| pack.question(id).map(|question| question.aspect);
    let is_taken = |id: &QuestionId| {
        elsewhere.iter().any(|other| pack.follows(other).is_none() && aspect(other) == aspect(id))
    };
    let mut standing = chosen;
    while elsewhere.len() + standing.len() > handbook::most_questions(minutes) {
        let open = |id: &&QuestionId| !answered.contains(id);
        let Some(goes) = standing
            .iter()
            .find(|id| open(id) && is_taken(id))
            .or_else(|| standing.iter().find(open))
            .cloned()
        else {
            break;
        };
        standing.retain(|id| *id != goes && pack.follows(id) != Some(&goes));
    }
    elsewhere.into_iter().chain(standing).collect()
}
