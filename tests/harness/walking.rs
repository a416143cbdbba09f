//! Walk-throughs without a window: frozen as the app does it, for tests of a journal's files.

use journal::{
    Answer, Entry, EntryId, Journal, NewWalkBlock, NewWalkPage, StoredField, WalkLabel, WalkPage,
    WalkThrough, WalkThroughId,
};

use crate::writing::moment;

/// A page of an entry as it stands now; what the writer felt is covered.
#[must_use]
pub fn page_of(entry: &Entry) -> NewWalkPage {
    let block = |answer: &Answer| {
        let (label, heading) = match &answer.field {
            StoredField::Question(question) => (WalkLabel::Asked { text: question.wording.clone() }, None),
            StoredField::Own { wording } => (WalkLabel::Asked { text: wording.clone() }, None),
            StoredField::Cell(cell) => (WalkLabel::Asked { text: cell.label.clone() }, cell.heading.clone()),
            StoredField::LookBack { asks, .. } => (WalkLabel::Asked { text: asks.clone() }, None),
            StoredField::Free => (WalkLabel::Free, None),
            StoredField::Feeling => (WalkLabel::Feeling, None),
            StoredField::Intention { .. } => (WalkLabel::Intention, None),
            StoredField::Outcome { .. } => (WalkLabel::Outcome, None),
        };
        NewWalkBlock {
            answer: Some(answer.id),
            covered: label == WalkLabel::Feeling,
            label,
            heading,
            original: answer.text.clone(),
            text: answer.text.clone(),
        }
    };
    let contact = entry.contact.as_ref();
    NewWalkPage {
        entry: entry.id,
        kind: contact.map(|contact| contact.kind.clone()),
        title: entry.title.clone(),
        who: contact.and_then(|contact| contact.alias.as_ref()).map(|_| "inwoner A".to_owned()),
        blocks: entry.answers.iter().map(block).collect(),
    }
}

/// Freezes these entries for a new walk-through.
///
/// # Panics
/// When it is not taken.
pub fn prepare(journal: &mut Journal, entries: &[EntryId]) -> WalkThroughId {
    let pages: Vec<NewWalkPage> =
        entries.iter().map(|entry| page_of(&journal.entry(*entry).expect("an entry"))).collect();
    journal.prepare_walk_through(&pages, &[], moment()).expect("prepared")
}

/// The first page of one.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn first_page(journal: &Journal, id: WalkThroughId) -> WalkPage {
    let WalkThrough { mut pages, .. } = journal.walk_through(id).expect("it is there");
    pages.remove(0)
}

/// The writer has looked it over, and it begins.
///
/// # Panics
/// When it may not.
pub fn begin(journal: &mut Journal, id: WalkThroughId) {
    journal.looked_over_walk_through(id).expect("looked over");
    journal.begin_walk_through(id, moment()).expect("begun");
}
