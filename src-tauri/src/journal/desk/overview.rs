//! What the overview of an alias holds: what is stored, and nothing that this session knows besides.

use ::journal::{
    Alias, Entry, StoredField, StoredValue, WalkBlock, WalkLabel, WalkPage, WalkThrough, WalkThroughRow,
};
use contract::Failure;
use handbook::KindId;

use crate::{
    failure::journal_failure,
    journal::desk::Desk,
    overview::{Asked, Overview, Said, Written},
    wire,
};

impl Desk {
    /// All that is known under an alias, the bin included, and which entries that are.
    pub fn overview(&self, alias: &Alias) -> Result<(Overview, Vec<::journal::EntryId>), Failure> {
        let today = self.today();
        let row = self.store.alias_row(alias).map_err(|error| journal_failure(&error))?;
        let all = self.store.alias_entries(alias, self.term(), today, None, usize::MAX);
        let entries = all.map_err(|error| journal_failure(&error))?;
        let ids: Vec<::journal::EntryId> = entries.iter().map(|entry| entry.row.entry).collect();
        let frozen = self.frozen_of(&ids)?;
        let written = entries.into_iter().map(|listed| {
            let id = listed.row.entry;
            let entry = self.store.entry(id).map_err(|error| journal_failure(&error))?;
            let goes_on = listed.going.map(|going| going.day);
            let mut written = Written { goes_on, in_bin: listed.in_bin, ..self.written(entry)? };
            for (walk_through, page) in pages_of(&frozen, id) {
                let said = page.blocks.iter().filter_map(|block| frozen_as(walk_through, block));
                let on = written.started_on;
                written.said.extend(said.map(|(asked, text)| Said { asked, text, written_on: on }));
            }
            Ok(written)
        });
        let overview = Overview {
            alias: row.alias.as_str().to_owned(),
            made_on: today,
            closed_on: row.closed_on,
            entries: written.collect::<Result<_, Failure>>()?,
        };
        Ok((overview, ids))
    }

    /// The walk-throughs that have a page of one of these entries.
    fn frozen_of(&self, entries: &[::journal::EntryId]) -> Result<Vec<WalkThrough>, Failure> {
        let rows = self.store.walk_throughs().map_err(|error| journal_failure(&error))?;
        let has_one = |row: &WalkThroughRow| row.pages.iter().any(|page| entries.contains(&page.entry));
        let those = rows.into_iter().filter(has_one).map(|row| self.store.walk_through(row.id));
        those.collect::<Result<_, _>>().map_err(|error| journal_failure(&error))
    }

    /// These entries were carried out of the journal today. Where nothing can be written, the page is
    /// all that there is of it.
    pub fn mark_carried_out(&mut self, entries: &[::journal::EntryId]) -> Result<(), Failure> {
        if self.only_reads() {
            return Ok(());
        }
        let today = self.today();
        self.store.mark_carried_out(entries, today).map_err(|error| journal_failure(&error))
    }

    fn written(&self, entry: Entry) -> Result<Written, Failure> {
        let kind = entry.contact.as_ref().map(|contact| {
            let known = self.shelf.joined().kind(&KindId::from(contact.kind.as_str()));
            known.map_or_else(|| contact.kind.clone(), |kind| kind.label.clone())
        });
        let own = entry.contact.as_ref().and_then(|contact| contact.alias.clone());
        let stored = entry.sitting.as_ref();
        let code = |pick: fn(&::journal::Sitting) -> Option<&String>| stored.and_then(pick).cloned();
        let mut said = Vec::with_capacity(entry.answers.len());
        for answer in entry.answers.into_iter().filter(|answer| !answer.text.is_empty()) {
            let asked = match answer.field {
                StoredField::Question(question) => Asked::Question(question.wording),
                StoredField::Own { wording } => Asked::Own(wording),
                StoredField::Free => Asked::Free,
                StoredField::Intention { question, .. } => {
                    Asked::Intention(question.map(|question| question.wording))
                }
                StoredField::Outcome { of } => {
                    let of = of.map(|of| self.store.intention(of)).transpose();
                    let of = of.map_err(|error| journal_failure(&error))?.flatten();
                    // One that came back by the kind of contact may be about somebody else.
                    let is_of_this = |alias: &Option<Alias>| alias.is_some() && *alias == own;
                    let of = of.filter(|intention| is_of_this(&intention.alias));
                    Asked::Outcome(of.map(|intention| intention.text))
                }
                StoredField::Feeling => Asked::Feeling,
                StoredField::Cell(cell) => {
                    let is_day = matches!(cell.value, StoredValue::Date | StoredValue::LookBack { .. });
                    match answer.text.parse().ok().filter(|_| is_day) {
                        Some(day) => Asked::Day { label: cell.label, day },
                        None => Asked::Cell { label: cell.label, heading: cell.heading },
                    }
                }
                StoredField::LookBack { due, asks, .. } => Asked::LookBack { asks, due },
            };
            said.push(Said { asked, text: answer.text, written_on: answer.written_at.date_naive() });
        }
        Ok(Written {
            day: entry.day,
            kind,
            title: entry.title,
            started_on: entry.started_at.date_naive(),
            in_bin: entry.deleted_at.is_some(),
            goes_on: None,
            shown_on: entry.status.shown_on,
            carried_out_on: entry.status.carried_out_on,
            young: stored.is_some_and(|sitting| sitting.young),
            baggage: code(|sitting| sitting.baggage.as_ref()).and_then(|code| wire::read_baggage(&code)),
            mood: code(|sitting| sitting.mood.as_ref()).and_then(|code| wire::read_mood(&code)),
            said,
        })
    }
}

fn pages_of(
    walk_throughs: &[WalkThrough],
    entry: ::journal::EntryId,
) -> impl Iterator<Item = (&WalkThrough, &WalkPage)> {
    let pages = walk_throughs.iter().flat_map(|one| one.pages.iter().map(move |page| (one, page)));
    pages.filter(move |(_, page)| page.head.entry == entry)
}

/// What was frozen of one answer. Baggage and mood are said once, with the entry.
fn frozen_as(walk_through: &WalkThrough, block: &WalkBlock) -> Option<(Asked, String)> {
    let asked = match (&block.label, &block.heading) {
        (WalkLabel::Asked { text }, Some(heading)) => {
            Asked::Cell { label: text.clone(), heading: Some(heading.clone()) }
        }
        (WalkLabel::Asked { text }, None) => Asked::Question(text.clone()),
        (WalkLabel::Free, _) => Asked::Free,
        (WalkLabel::Feeling, _) => Asked::Feeling,
        (WalkLabel::Intention, _) => Asked::Intention(None),
        (WalkLabel::Outcome, _) => Asked::Outcome(None),
        (WalkLabel::Baggage | WalkLabel::Mood, _) => return None,
    };
    let row = &walk_through.row;
    let frozen = Asked::Frozen {
        asked: Box::new(asked),
        for_whom: row.plan.for_whom().to_owned(),
        shown_on: row.shown.as_ref().map(|shown| shown.began_at.date_naive()),
    };
    Some((frozen, block.text.clone()))
}
