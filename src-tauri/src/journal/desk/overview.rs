//! What the overview of an alias holds: what is stored, and nothing that this session knows besides.

use ::journal::{Alias, Entry, StoredField, StoredValue};
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
        let (row, entries) =
            self.store.alias_entries(alias, self.term(), today).map_err(|error| journal_failure(&error))?;
        let ids = entries.iter().map(|entry| entry.row.entry).collect();
        let written = entries.into_iter().map(|listed| {
            let entry = self.store.entry(listed.row.entry).map_err(|error| journal_failure(&error))?;
            let goes_on = listed.going.map(|going| going.day);
            Ok(Written { goes_on, in_bin: listed.in_bin, ..self.written(entry)? })
        });
        let overview = Overview {
            alias: row.alias.as_str().to_owned(),
            made_on: today,
            closed_on: row.closed_on,
            entries: written.collect::<Result<_, Failure>>()?,
        };
        Ok((overview, ids))
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
