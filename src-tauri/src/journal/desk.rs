//! What the open journal does, one method per command of the role's table.

#![expect(clippy::needless_pass_by_value, reason = "a command owns its request, as every adapter gives it")]

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use ::journal::{Entry, EntryId as Id, Journal as Store, JournalError};
use chrono::TimeDelta;
use contract::*;
use handbook::{Pack, QuestionId, Words};
use household::{appearance, pipe::Circumstances};
use vault::{Checker, Clock, Folder, Locked, Vault};

use crate::{
    failure::{failure, journal_failure},
    journal::{preferences, shelf::Shelf, sittings::Sittings, view::Shown, wording::Wording},
    role::Errand,
    wire,
};

mod aliases;
pub mod backups;
mod finding;
mod leafing;
mod learned;
mod life;
mod looking_back;
mod mirror;
mod overview;
mod own_trials;
mod packs;
mod returning;
mod rules;
mod saving;
mod sheets;
mod starting;
mod walk_throughs;

/// Rows on a page of the list.
const PAGE: usize = 50;
/// How many of the questions answered last wait for others.
const RECENT: usize = 40;
/// After this long somebody is welcomed back.
const A_WHILE: TimeDelta = TimeDelta::weeks(3);
/// The form of an entry that is no sheet is one of these two. A sheet has a title, whatever its form is
/// called.
const GUIDE: &str = "guide";
const FREE_PAGE: &str = "free-page";

/// The open journal and what it is read with.
pub struct Desk {
    store: Store,
    clock: Box<dyn Clock>,
    /// The handbook: ours, and what was added.
    shelf: Shelf,
    pending: Option<packs::Pending>,
    sittings: Sittings,
    settings: Settings,
    /// The entry that was read or written last, and is perhaps on the screen.
    in_hand: Option<Id>,
    /// Numbers that are no person's, until the lock: they are in no store.
    spared_numbers: HashSet<String>,
    folder: PathBuf,
    circumstances: Circumstances,
    /// Why nothing can be written; none where it can.
    only_reading: Option<OnlyReading>,
    verdict: Option<vault::Verdict>,
    /// The walk-through that is over and that nobody came back from: until then only its card is shown.
    awaited: Option<::journal::WalkThroughId>,
}

impl Desk {
    /// Sits down at an open store.
    ///
    /// # Errors
    /// Whatever the store says; an incident when the shipped handbook cannot be read.
    pub fn new(
        mut store: Store,
        clock: Box<dyn Clock>,
        errand: &Errand,
        circumstances: Circumstances,
        only_reading: Option<OnlyReading>,
    ) -> Result<Self, Failure> {
        let settings = match preferences::read(&store, errand.appearance) {
            // Who wants to save what can be saved is not kept out by a broken page of settings.
            Err(_) if only_reading.is_some() => Settings::first(errand.appearance.language),
            settings => settings.map_err(|error| journal_failure(&error))?,
        };
        if only_reading.is_none() {
            store.sweep(clock.now()).map_err(|error| journal_failure(&error))?;
        }
        let packs = match store.packs() {
            // The handbook that came with the program is enough to read by.
            Err(_) if only_reading.is_some() => Vec::new(),
            packs => packs.map_err(|error| journal_failure(&error))?,
        };
        Ok(Self {
            store,
            clock,
            shelf: Shelf::of(settings.appearance.language, &packs)?,
            pending: None,
            sittings: Sittings::default(),
            settings,
            in_hand: None,
            spared_numbers: HashSet::new(),
            folder: errand.folder.clone(),
            circumstances,
            only_reading,
            verdict: None,
            awaited: None,
        })
    }

    /// The data of the first screen.
    pub fn opened(&mut self) -> Result<Opened, Failure> {
        Ok(Opened {
            today: wire::day(self.clock.now().date_naive()),
            recovery_ready: self.circumstances.recovery_ready,
            with_recovery_key: self.circumstances.with_recovery_key,
            settings: self.settings.clone(),
            kinds: self.wording().kinds(),
            house_rules: self.house_rules(),
            entries: self.list_entries(ListEntries { after: None })?,
            intentions: self
                .unless_only_reading(Self::list_intentions, IntentionList { intentions: vec![] })?,
            look_backs: self
                .unless_only_reading(Self::list_look_backs, LookBackList { look_backs: vec![] })?,
            after_a_while: self.unless_only_reading(|desk, ()| desk.is_after_a_while(), false)?,
            check: self.store_check(())?,
            only_reading: self.only_reading.clone(),
        })
    }

    /// Reads something that a journal can do without where it is only read, perhaps because of damage.
    fn unless_only_reading<T>(
        &mut self,
        read: impl FnOnce(&mut Self, ()) -> Result<T, Failure>,
        without: T,
    ) -> Result<T, Failure> {
        let answer = read(self, ());
        if self.only_reads() { answer.or(Ok(without)) } else { answer }
    }

    /// How the key came.
    pub fn circumstances(&self) -> Circumstances {
        self.circumstances
    }

    /// What holds now: the words and the look of the screen.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The language of the screen.
    pub fn language(&self) -> Language {
        self.settings.appearance.language
    }

    /// Chooses or forgets the second place for backups.
    pub fn set_second_place(&mut self, place: Option<&Path>) -> Result<(), Failure> {
        let folder = Folder::open(&self.folder).map_err(|error| failure(&error))?;
        folder.set_second_place(place).map_err(|error| failure(&error))
    }

    /// Whether weeks have passed since somebody last began to write.
    fn is_after_a_while(&self) -> Result<bool, Failure> {
        let last = self.store.newest_started().map_err(|error| journal_failure(&error))?;
        Ok(last.is_some_and(|last| self.clock.now() - last > A_WHILE))
    }

    /// Puts what was written into the index, seals the store and closes it.
    pub fn close(self) -> Result<Vault<Locked>, JournalError> {
        self.store.close()
    }

    /// What looks over the store, on a thread of its own.
    pub fn checker(&self) -> Checker {
        self.store.vault().checker()
    }

    /// Takes in what the checks found.
    pub fn settle(&mut self, verdict: vault::Verdict) -> Result<StoreCheck, Failure> {
        // The verdict holds for this session also when it could not be written down.
        self.verdict = Some(verdict);
        self.store.vault_mut().settle(verdict).map_err(|error| failure(&error))?;
        self.store_check(())
    }

    /// Erases what has lain in the bin for a day.
    pub fn sweep(&mut self) -> Result<(), Failure> {
        self.store.sweep(self.clock.now()).map(drop).map_err(|error| journal_failure(&error))
    }

    pub fn store_check(&mut self, (): ()) -> Result<StoreCheck, Failure> {
        Ok(wire::check(self.store.vault().left(), self.verdict))
    }

    pub fn read_entry(&mut self, request: EntryRequest) -> Result<EntryView, Failure> {
        let entry = self.store.entry(Id(request.entry.0)).map_err(|error| journal_failure(&error))?;
        self.view(&entry)
    }

    /// An entry as a window shows it.
    fn view(&mut self, entry: &Entry) -> Result<EntryView, Failure> {
        self.in_hand = Some(entry.id);
        let form = match &entry.title {
            Some(_) => Form::Sheet,
            None if entry.form.form == GUIDE => Form::Guide,
            None => Form::FreePage,
        };
        let questions = if form == Form::Guide {
            let reads = self.only_reads();
            let recent = || {
                let recent = recently_answered(&self.store, self.shelf.joined(), entry);
                if reads { recent.or(Ok(Vec::new())) } else { recent }
            };
            self.sittings.questions(entry, self.shelf.joined(), recent)?
        } else {
            Vec::new()
        };
        let opens = match self.store.intention_for(entry.id) {
            // A sheet is about something else than the last contact.
            _ if form == Form::Sheet => None,
            // What came before is worth less than what was written.
            Err(_) if self.only_reads() => None,
            opens => opens.map_err(|error| journal_failure(&error))?,
        };
        let going = match self.store.going(entry.id, self.term(), self.today()) {
            Err(_) if self.only_reads() => None,
            going => going.map_err(|error| journal_failure(&error))?.map(wire::going),
        };
        let shown = Shown {
            entry,
            sitting: self.sittings.of(entry),
            questions: &questions,
            opens,
            form,
            prepared: self.prepared(entry)?,
            today: self.today(),
            going,
        };
        shown.view(self.wording(), |intention| {
            self.store.intention(intention).map_err(|error| journal_failure(&error))
        })
    }

    fn wording(&self) -> Wording<'_> {
        Wording { pack: self.shelf.joined(), words: self.words() }
    }

    /// The organisation's words.
    fn words(&self) -> Words {
        wire::words(self.settings.resident_word, self.settings.worker_word)
    }

    pub fn other_question(&mut self, request: OtherQuestion) -> Result<AnotherQuestion, Failure> {
        let entry = self.store.entry(Id(request.entry.0)).map_err(|error| journal_failure(&error))?;
        let pack = self.shelf.joined();
        let recent = recently_answered(&self.store, pack, &entry)?;
        let unwanted = QuestionId::from(request.question.as_str());
        let other = self.sittings.another(&entry, &unwanted, pack, &recent)?;
        let other = other.and_then(|id| pack.question(&id));
        Ok(AnotherQuestion { question: other.map(|question| self.wording().question(question)) })
    }

    pub fn list_entries(&mut self, request: ListEntries) -> Result<EntryPage, Failure> {
        let after = request.after.as_ref().map(wire::read_cursor).transpose()?;
        // One more than a page tells whether there is another.
        let mut rows = self.store.entries(after, PAGE + 1).map_err(|error| journal_failure(&error))?;
        let more = rows.len() > PAGE;
        rows.truncate(PAGE);
        let next = rows.last().filter(|_| more).map(|row| wire::cursor(row.cursor()));
        Ok(EntryPage { rows: rows.into_iter().map(wire::row).collect(), next })
    }

    pub fn leave_entry(&mut self, request: EntryRequest) -> Result<(), Failure> {
        self.store.leave(Id(request.entry.0)).map_err(|error| journal_failure(&error))
    }

    pub fn delete_entry(&mut self, request: EntryRequest) -> Result<(), Failure> {
        self.store.delete(Id(request.entry.0), self.clock.now()).map_err(|error| journal_failure(&error))
    }

    pub fn restore_entry(&mut self, request: EntryRequest) -> Result<(), Failure> {
        self.store.restore(Id(request.entry.0)).map_err(|error| journal_failure(&error))
    }

    pub fn erase_entry(&mut self, request: EntryRequest) -> Result<(), Failure> {
        self.store.erase(Id(request.entry.0)).map_err(|error| journal_failure(&error))
    }

    pub fn list_bin(&mut self, (): ()) -> Result<BinPage, Failure> {
        let rows = self.store.bin().map_err(|error| journal_failure(&error))?;
        let rows = rows
            .into_iter()
            .map(|binned| BinRow { goes_at: wire::moment(binned.goes_at), row: wire::row(binned.row) })
            .collect();
        Ok(BinPage { rows, held: self.held() })
    }

    pub fn change_settings(&mut self, request: Settings) -> Result<SettingsChanged, Failure> {
        preferences::keep(&mut self.store, &request)?;
        if request.appearance != self.settings.appearance {
            let folder = Folder::open(&self.folder).map_err(|error| failure(&error))?;
            appearance::keep(&folder, request.appearance).map_err(|error| failure(&error))?;
            let packs = self.store.packs().map_err(|error| journal_failure(&error))?;
            self.shelf = Shelf::of(request.appearance.language, &packs)?;
        }
        self.settings = request;
        Ok(SettingsChanged {
            settings: self.settings.clone(),
            kinds: self.wording().kinds(),
            house_rules: self.house_rules(),
        })
    }
}

/// What was answered lately when an entry was started, so that the entry keeps its questions.
fn recently_answered(store: &Store, pack: &Pack, entry: &Entry) -> Result<Vec<QuestionId>, Failure> {
    let recent = store.recently_answered(entry.id, RECENT).map_err(|error| journal_failure(&error))?;
    let still_here = recent.into_iter().filter_map(|(of, question)| {
        let known = pack.question(&QuestionId::from(question.as_str()))?;
        (known.pack == of).then(|| known.id.clone())
    });
    Ok(still_here.collect())
}

#[cfg(test)]
mod tests;
