//! Starting an entry, and changing what it is about.

use ::journal::{Alias, Entry, Field, FormRef, NewContact, NewEntry, SaveAnswer};
use chrono::{Days, NaiveDate};
use contract::*;
use handbook::{About, Form as HandbookForm, KindId};

use crate::{
    chance,
    failure::journal_failure,
    journal::desk::{Desk, FREE_PAGE, GUIDE, Id},
    wire,
};

/// The times that somebody can take, in minutes.
const MINUTES: [u8; 4] = [2, 5, 15, 30];
/// A sitting of which nothing was said.
const USUAL_SITTING: Sitting =
    Sitting { minutes: Minutes(5), young: false, baggage: None, mood: None, keep: false };
/// How far ahead a contact may lie that is still to come.
const AHEAD: Days = Days::new(366);

impl Desk {
    pub fn start_entry(&mut self, request: StartEntry) -> Result<EntryView, Failure> {
        match (&request.form, &request.sheet, &request.question) {
            (Form::Sheet, Some(_), None) => self.start_sheet(request),
            (Form::Guide, None, _) | (Form::FreePage, None, None) => self.start_page(request),
            _ => Err(Failure::OutOfTurn),
        }
    }

    /// Questions, or a free page.
    fn start_page(&mut self, request: StartEntry) -> Result<EntryView, Failure> {
        let asked_now = request.question.as_ref().map(|key| self.asked_now(key)).transpose()?;
        let contact = request.contact.map(|draft| self.contact(draft)).transpose()?;
        // Questions are chosen for a kind of contact; without one there is only the page, or the one
        // question that was asked for.
        let is_chosen = request.form == Form::Guide && contact.is_some();
        let sitting = is_chosen.then(|| request.sitting.unwrap_or(USUAL_SITTING));
        if sitting.is_some_and(|sitting| !MINUTES.contains(&sitting.minutes.0)) {
            return Err(Failure::SettingOutOfBounds);
        }
        let kind = contact.as_ref().map(|contact| contact.kind.as_str());
        let has_no_resident = kind.is_some_and(|kind| self.wording().is_without_contact(kind));
        let sitting = sitting.map(|sitting| match has_no_resident {
            true => Sitting { young: false, baggage: None, ..sitting },
            false => sitting,
        });
        let form = if is_chosen || asked_now.is_some() { GUIDE } else { FREE_PAGE };
        let form = FormRef { pack: self.shelf.joined().id().to_owned(), form: form.to_owned(), version: 1 };
        let stored = sitting.map(|sitting| ::journal::Sitting {
            minutes: sitting.minutes.0,
            young: sitting.young,
            baggage: sitting.baggage.filter(|_| sitting.keep).map(|code| wire::baggage_code(code).to_owned()),
            mood: sitting.mood.filter(|_| sitting.keep).map(|code| wire::mood_code(code).to_owned()),
        });
        let now = self.clock.now();
        let seed = chance::number()?;
        let new = NewEntry { contact, form, seed, sitting: stored, title: None, prepares: false };
        let mut entry = self.store.start_entry(new, now).map_err(|error| journal_failure(&error))?;
        if let Some(sitting) = &sitting {
            self.sittings.begin(entry.id, sitting);
        }
        if let Some(::journal::Question { pack, id, version, wording }) = &asked_now {
            // Saved in the moment of the start, so that it is known as the one that was asked for.
            let field = Field::Question { pack, id, version: *version, wording };
            let save = SaveAnswer { entry: entry.id, answer: None, field, text: "" };
            self.store.save_answer(save, now).map_err(|error| journal_failure(&error))?;
            entry = self.store.entry(entry.id).map_err(|error| journal_failure(&error))?;
        }
        self.view(&entry)
    }

    /// The question that somebody wants to answer now, in the words in which it is shown.
    fn asked_now(&self, key: &QuestionKey) -> Result<::journal::Question, Failure> {
        let known = self.wording().known(key).ok_or(Failure::UnknownQuestion)?;
        Ok(::journal::Question {
            pack: known.pack.clone(),
            id: known.id.as_str().to_owned(),
            version: known.version,
            wording: self.wording().say(&known.text),
        })
    }

    fn start_sheet(&mut self, request: StartEntry) -> Result<EntryView, Failure> {
        let key = request.sheet.ok_or(Failure::UnknownForm)?;
        let form = self.form(&key)?;
        let about = form.about;
        let title = self.wording().say(&form.name);
        let form = FormRef { pack: key.pack, form: key.form, version: form.version };
        if about == About::Nobody && request.contact.is_some() {
            return Err(Failure::FormWithoutPerson);
        }
        let contact = request.contact.map(|draft| self.contact(draft)).transpose()?;
        let prepares = about == About::ComingContact && contact.is_some();
        if let Some(contact) = contact.as_ref().filter(|_| prepares) {
            self.must_be_near(contact.day)?;
        }
        let new =
            NewEntry { contact, form, seed: chance::number()?, sitting: None, title: Some(title), prepares };
        let entry = self.store.start_entry(new, self.clock.now()).map_err(|error| journal_failure(&error))?;
        self.view(&entry)
    }

    /// Whether a contact that is still to come can be on that day. A window offers no day beyond it.
    fn must_be_near(&self, day: NaiveDate) -> Result<(), Failure> {
        let is_far = self.today().checked_add_days(AHEAD).is_some_and(|last| day > last);
        if is_far { Err(Failure::OutOfTurn) } else { Ok(()) }
    }

    /// A form that a pack here has.
    pub(super) fn form(&self, key: &FormKey) -> Result<&HandbookForm, Failure> {
        self.shelf.joined().form(&key.pack, &key.form).ok_or(Failure::UnknownForm)
    }

    fn contact(&self, draft: ContactDraft) -> Result<NewContact, Failure> {
        let day = wire::read_day(&draft.day)?;
        let (kind, alias) = self.kind_and_alias(draft.kind, draft.alias.as_deref())?;
        Ok(NewContact { day, kind, alias })
    }

    fn kind_and_alias(&self, kind: String, alias: Option<&str>) -> Result<(String, Option<Alias>), Failure> {
        self.shelf.joined().kind(&KindId::from(kind.as_str())).ok_or(Failure::UnknownKind)?;
        let alias = self.alias_for(&kind, alias)?;
        Ok((kind, alias))
    }

    /// An alias as it was typed; none where nothing was. What looks back on a week has none.
    fn alias_for(&self, kind: &str, typed: Option<&str>) -> Result<Option<Alias>, Failure> {
        let typed = typed.map(str::trim).filter(|alias| !alias.is_empty());
        if typed.is_some() && self.wording().is_without_contact(kind) {
            return Err(Failure::FormWithoutPerson);
        }
        typed.map(Alias::parse).transpose().map_err(|error| journal_failure(&error))
    }

    pub fn change_entry(&mut self, request: ChangeEntry) -> Result<EntryView, Failure> {
        let id = Id(request.entry.0);
        let day = wire::read_day(&request.day)?;
        let before = self.store.entry(id).map_err(|error| journal_failure(&error))?;
        let is_of_nobody = before.title.is_some() && self.wording().about(&before) == FormAbout::Nobody;
        if is_of_nobody && request.kind.is_some() {
            return Err(Failure::FormWithoutPerson);
        }
        if before.prepares {
            self.must_be_near(day)?;
        }
        // A kind of a pack that is gone may stay what it is; only a new one must be known.
        let contact = match (request.kind, &before.contact) {
            (None, _) => None,
            (Some(kind), Some(contact)) if contact.kind == kind => {
                let alias = self.alias_for(&kind, request.alias.as_deref())?;
                Some((kind, alias))
            }
            (Some(kind), _) => Some(self.kind_and_alias(kind, request.alias.as_deref())?),
        };
        let entry = self.store.change_entry(id, day, contact).map_err(|error| journal_failure(&error))?;
        let kind = |entry: &Entry| entry.contact.as_ref().map(|contact| contact.kind.clone());
        if kind(&entry) != kind(&before) {
            self.sittings.forget_questions(id);
        }
        self.view(&entry)
    }
}
