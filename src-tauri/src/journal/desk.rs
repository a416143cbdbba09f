//! What the open journal does, one method per command of the role's table.

#![expect(clippy::needless_pass_by_value, reason = "a command owns its request, as every adapter gives it")]

use std::path::PathBuf;

use ::journal::{Alias, EntryId as Id, Field, FormRef, Journal as Store, JournalError, NewContact, NewEntry};
use chrono::{DateTime, FixedOffset};
use contract::*;
use handbook::{Choice, KindId, Pack, QuestionId};
use vault::{Checker, Clock as _, Folder, Locked, SystemClock, Vault};

use crate::{
    appearance, chance,
    failure::{failure, journal_failure},
    handbook_files,
    journal::preferences,
    pipe::Handover,
    role::Errand,
    tell, wire,
};

/// Rows on a page of the list.
const PAGE: usize = 50;
/// Questions in one sitting.
const QUESTIONS: usize = 3;
/// The entry's form is one of these two; packs bring more.
const GUIDE: &str = "guide";
const FREE_PAGE: &str = "free-page";

/// The open journal and what it is read with.
pub struct Desk {
    store: Store,
    pack: Pack,
    settings: Settings,
    folder: PathBuf,
    recovery_ready: bool,
    with_recovery_key: bool,
    verdict: Option<vault::Verdict>,
}

impl Desk {
    /// Sits down at an open store.
    ///
    /// # Errors
    /// Whatever the store says; an incident when the shipped handbook cannot be read.
    pub fn new(mut store: Store, errand: &Errand, handover: &Handover) -> Result<Self, Failure> {
        let settings =
            preferences::read(&store, errand.appearance).map_err(|error| journal_failure(&error))?;
        store.sweep(now()).map_err(|error| journal_failure(&error))?;
        Ok(Self {
            store,
            pack: pack(settings.appearance.language)?,
            settings,
            folder: errand.folder.clone(),
            recovery_ready: handover.recovery_ready(),
            with_recovery_key: handover.with_recovery_key(),
            verdict: None,
        })
    }

    /// The data of the first screen.
    pub fn opened(&mut self) -> Result<Opened, Failure> {
        Ok(Opened {
            today: wire::day(now().date_naive()),
            recovery_ready: self.recovery_ready,
            with_recovery_key: self.with_recovery_key,
            settings: self.settings.clone(),
            kinds: self.kinds(),
            entries: self.list_entries(ListEntries { after: None })?,
            check: self.store_check(())?,
        })
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
        self.store.sweep(now()).map(drop).map_err(|error| journal_failure(&error))
    }

    pub fn store_check(&mut self, (): ()) -> Result<StoreCheck, Failure> {
        Ok(wire::check(self.store.vault().left(), self.verdict))
    }

    pub fn start_entry(&mut self, request: StartEntry) -> Result<EntryView, Failure> {
        let contact = request.contact.map(|draft| self.contact(draft)).transpose()?;
        let form = match request.form {
            // Questions are chosen for a kind of contact; without one there is only the page.
            Form::Guide if contact.is_some() => GUIDE,
            Form::Guide | Form::FreePage => FREE_PAGE,
        };
        let form = FormRef { pack: self.pack_id().to_owned(), form: form.to_owned(), version: 1 };
        let new = NewEntry { contact, form, seed: chance::number()? };
        let entry = self.store.start_entry(new, now()).map_err(|error| journal_failure(&error))?;
        Ok(self.view(&entry))
    }

    fn contact(&self, draft: ContactDraft) -> Result<NewContact, Failure> {
        self.pack.kind(&KindId::from(draft.kind.as_str())).ok_or(Failure::UnknownKind)?;
        let alias = draft.alias.as_deref().map(str::trim).filter(|alias| !alias.is_empty());
        Ok(NewContact {
            day: wire::read_day(&draft.day)?,
            kind: draft.kind,
            alias: alias.map(Alias::parse).transpose().map_err(|error| journal_failure(&error))?,
        })
    }

    pub fn read_entry(&mut self, request: EntryRequest) -> Result<EntryView, Failure> {
        let entry = self.store.entry(Id(request.entry.0)).map_err(|error| journal_failure(&error))?;
        Ok(self.view(&entry))
    }

    /// An entry as a window shows it: what was answered, in the order of answering, and after it
    /// the questions of its form that were not.
    fn view(&self, entry: &::journal::Entry) -> EntryView {
        let is_guide = entry.form.form == GUIDE;
        let mut steps: Vec<Step> = entry.answers.iter().map(|answer| self.answered(answer)).collect();
        if is_guide {
            let answered = |id: &str| {
                entry
                    .answers
                    .iter()
                    .any(|answer| answer.question.as_ref().is_some_and(|question| question.id == id))
            };
            for question in self.chosen(entry).into_iter().filter(|question| !answered(question.id.as_str()))
            {
                steps.push(Step { question: Some(self.question(question)), answer: None });
            }
        } else if steps.is_empty() {
            steps.push(Step { question: None, answer: None });
        }
        EntryView {
            entry: EntryId(entry.id.0),
            contact: entry.contact.as_ref().map(wire::contact),
            day: wire::day(entry.day),
            form: if is_guide { Form::Guide } else { Form::FreePage },
            started_at: wire::moment(entry.started_at),
            steps,
        }
    }

    /// The questions of an entry: the same ones whenever it is opened, for its seed is kept.
    fn chosen(&self, entry: &::journal::Entry) -> Vec<&handbook::Question> {
        let Some(contact) = &entry.contact else { return Vec::new() };
        self.pack.choose(&Choice::new(&KindId::from(contact.kind.as_str()), QUESTIONS, entry.seed))
    }

    fn question(&self, question: &handbook::Question) -> QuestionView {
        let words = wire::words(self.settings.resident_word, self.settings.worker_word);
        let theme = self.pack.theme(&question.theme);
        QuestionView {
            id: question.id.as_str().to_owned(),
            text: self.pack.resolve(&question.text, words),
            theme: theme.map(|theme| self.pack.resolve(&theme.name, words)),
            why: Some(self.pack.resolve(&question.why, words)),
            sources: self.pack.sources_of(question).iter().map(|source| source.title.clone()).collect(),
        }
    }

    /// A stored answer keeps the words it was given under; the why comes from the handbook of
    /// today, while that has the question.
    fn answered(&self, answer: &::journal::Answer) -> Step {
        let question = answer.question.as_ref().map(|asked| {
            let known = (asked.pack == self.pack_id())
                .then(|| self.pack.question(&QuestionId::from(asked.id.as_str())))
                .flatten();
            match known {
                Some(known) => QuestionView { text: asked.wording.clone(), ..self.question(known) },
                None => QuestionView {
                    id: asked.id.clone(),
                    text: asked.wording.clone(),
                    theme: None,
                    why: None,
                    sources: Vec::new(),
                },
            }
        });
        Step { question, answer: Some(wire::answer(answer)) }
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

    pub fn search_entries(&mut self, request: SearchEntries) -> Result<EntryPage, Failure> {
        let rows = self.store.search(&request.text, PAGE).map_err(|error| journal_failure(&error))?;
        Ok(EntryPage { rows: rows.into_iter().map(wire::row).collect(), next: None })
    }

    pub fn save_answer(&mut self, request: SaveAnswer) -> Result<AnswerSaved, Failure> {
        let words = wire::words(self.settings.resident_word, self.settings.worker_word);
        let wording;
        let field = match request.question.as_deref() {
            None => Field::Free,
            Some(id) => match self.pack.question(&QuestionId::from(id)) {
                Some(question) => {
                    wording = self.pack.resolve(&question.text, words);
                    Field::Question {
                        pack: &self.pack.header().id,
                        id,
                        version: question.version,
                        wording: &wording,
                    }
                }
                // Its pack is gone; the answer keeps the wording it has.
                None => return self.save_kept(&request, id),
            },
        };
        let save = ::journal::SaveAnswer {
            entry: Id(request.entry.0),
            answer: request.answer.map(|answer| ::journal::AnswerId(answer.0)),
            field,
            text: &request.text,
        };
        let saved = self.store.save_answer(save, now()).map_err(|error| journal_failure(&error))?;
        Ok(AnswerSaved { answer: AnswerId(saved.id.0), saved_at: wire::moment(saved.saved_at) })
    }

    /// Writes on in an answer to a question that no pack here has any more.
    fn save_kept(&mut self, request: &SaveAnswer, id: &str) -> Result<AnswerSaved, Failure> {
        let entry = self.store.entry(Id(request.entry.0)).map_err(|error| journal_failure(&error))?;
        let kept = entry
            .answers
            .into_iter()
            .filter(|answer| Some(AnswerId(answer.id.0)) == request.answer)
            .find_map(|answer| answer.question.map(|question| (answer.id, question)))
            .filter(|(_, question)| question.id == id);
        let Some((answer, question)) = kept else { return Err(Failure::AnswerGone) };
        let save = ::journal::SaveAnswer {
            entry: Id(request.entry.0),
            answer: Some(answer),
            field: Field::Question {
                pack: &question.pack,
                id,
                version: question.version,
                wording: &question.wording,
            },
            text: &request.text,
        };
        let saved = self.store.save_answer(save, now()).map_err(|error| journal_failure(&error))?;
        Ok(AnswerSaved { answer: AnswerId(saved.id.0), saved_at: wire::moment(saved.saved_at) })
    }

    pub fn leave_entry(&mut self, request: EntryRequest) -> Result<(), Failure> {
        self.store.leave(Id(request.entry.0)).map_err(|error| journal_failure(&error))
    }

    pub fn delete_entry(&mut self, request: EntryRequest) -> Result<(), Failure> {
        self.store.delete(Id(request.entry.0), now()).map_err(|error| journal_failure(&error))
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
        Ok(BinPage { rows })
    }

    pub fn list_aliases(&mut self, (): ()) -> Result<AliasList, Failure> {
        let aliases = self.store.aliases().map_err(|error| journal_failure(&error))?;
        Ok(AliasList { aliases: aliases.iter().map(|alias| alias.as_str().to_owned()).collect() })
    }

    pub fn propose_alias(&mut self, (): ()) -> Result<ProposedAlias, Failure> {
        let pairs = handbook_files::alias_words(self.settings.appearance.language);
        let pairs = pairs.map_err(|fault| tell::incident(&fault))?;
        // Tens of thousands of pairs: a free one is found at once unless nearly all are in use.
        for _ in 0..1_000 {
            let pair = pairs.get(chance::below(pairs.len())?).unwrap_or_default();
            let alias = Alias::parse(&pair).map_err(|error| journal_failure(&error))?;
            if !self.store.alias_in_use(&alias).map_err(|error| journal_failure(&error))? {
                return Ok(ProposedAlias { alias: pair });
            }
        }
        Err(tell::incident(&"no-alias-left"))
    }

    pub fn change_settings(&mut self, request: Settings) -> Result<SettingsChanged, Failure> {
        preferences::keep(&mut self.store, &request)?;
        if request.appearance != self.settings.appearance {
            let folder = Folder::open(&self.folder).map_err(|error| failure(&error))?;
            appearance::keep(&folder, request.appearance)?;
            self.pack = pack(request.appearance.language)?;
        }
        self.settings = request;
        Ok(SettingsChanged { settings: self.settings.clone(), kinds: self.kinds() })
    }

    fn pack_id(&self) -> &str {
        &self.pack.header().id
    }

    fn kinds(&self) -> Vec<ContactKind> {
        let kinds = self.pack.kinds().iter();
        kinds.map(|kind| ContactKind { id: kind.id.as_str().to_owned(), label: kind.label.clone() }).collect()
    }
}

fn pack(language: Language) -> Result<Pack, Failure> {
    handbook_files::dichterbij(language).map_err(|fault| tell::incident(&fault))
}

fn now() -> DateTime<FixedOffset> {
    SystemClock.now()
}
