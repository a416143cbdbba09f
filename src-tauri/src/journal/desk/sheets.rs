//! Sheets: those of one form beside each other, what was written before a contact, and what is carried
//! out as a page.

#![expect(clippy::needless_pass_by_value, reason = "a command owns its request, as every adapter gives it")]

use ::journal::Entry;
use contract::*;
use household::catalogue::{Say, Speaker};

use crate::{
    failure::journal_failure,
    journal::{
        desk::{Desk, Id, PAGE},
        view::cells::{self, Part},
    },
    page,
    sheet_page::SheetPage,
    wire,
};

impl Desk {
    pub fn list_sheets(&mut self, request: FormKey) -> Result<SheetVersions, Failure> {
        let sheets = self.store.sheets(&request.pack, &request.form, PAGE);
        let sheets = sheets.map_err(|error| journal_failure(&error))?;
        Ok(SheetVersions { sheets: sheets.iter().map(|sheet| self.sheet_version(sheet)).collect() })
    }

    /// A sheet beside others of its form: what was written in it.
    pub(super) fn sheet_version(&self, entry: &Entry) -> SheetVersion {
        let has_text = |step: &Step| step.answer.as_ref().is_some_and(|answer| !answer.text.is_empty());
        let mut steps = cells::steps(entry, self.wording().form_of(entry));
        steps.extend(cells::free_pages(entry));
        steps.retain(has_text);
        let alias = entry.contact.as_ref().and_then(|contact| contact.alias.as_ref());
        SheetVersion {
            entry: EntryId(entry.id.0),
            day: wire::day(entry.day),
            alias: alias.map(|alias| alias.as_str().to_owned()),
            steps,
        }
    }

    /// What was written before a contact, while that is still there.
    pub(super) fn prepared(&self, entry: &Entry) -> Result<Option<PreparedView>, Failure> {
        let Some(prepared) = entry.prepared else { return Ok(None) };
        let prepared = match self.store.entry(prepared) {
            Ok(prepared) if prepared.deleted_at.is_none() => prepared,
            // It may be in the bin, and in a damaged store it may be gone.
            Ok(_) | Err(::journal::JournalError::EntryGone) => return Ok(None),
            Err(_) if self.only_reads() => return Ok(None),
            Err(error) => return Err(journal_failure(&error)),
        };
        Ok(Some(PreparedView {
            entry: EntryId(prepared.id.0),
            day: wire::day(prepared.day),
            lines: cells::lines(self.parts(&prepared)),
        }))
    }

    /// A sheet that is made to be taken to others, as a page. No other is: what holds a person stays.
    pub fn sheet_page(&mut self, request: EntryRequest) -> Result<SheetPage, Failure> {
        let entry = self.store.entry(Id(request.entry.0)).map_err(|error| journal_failure(&error))?;
        if entry.deleted_at.is_some() {
            return Err(Failure::EntryInBin);
        }
        if !self.wording().form_of(&entry).is_some_and(|form| form.person_free) {
            return Err(Failure::OutOfTurn);
        }
        let title = entry.title.clone().ok_or(Failure::OutOfTurn)?;
        let without = self.without_aliases()?;
        let mut parts = self.parts(&entry);
        for text in parts.iter_mut().flat_map(Part::texts_mut) {
            *text = without.apply(text);
        }
        Ok(SheetPage { title, parts })
    }

    /// What was written in a sheet, its free pages behind it.
    fn parts(&self, entry: &Entry) -> Vec<Part> {
        let speaker = Speaker::of(self.language());
        let mut parts = cells::parts(entry, self.wording().form_of(entry), |day| page::day(&speaker, day));
        let free: Vec<String> = cells::free_pages(entry)
            .filter_map(|step| step.answer)
            .map(|answer| answer.text)
            .filter(|text| !text.trim().is_empty())
            .collect();
        if !free.is_empty() {
            parts.push(Part::Texts { label: speaker.say(Say::SheetFree), texts: free });
        }
        parts
    }
}
