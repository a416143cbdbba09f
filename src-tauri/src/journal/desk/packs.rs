//! The packs that are here: listed, looked over, added, switched and removed.

#![expect(clippy::needless_pass_by_value, reason = "a command owns its request, as every adapter gives it")]

use contract::*;

use crate::{
    failure::journal_failure,
    journal::{
        desk::Desk,
        pack_fault,
        shelf::{Looked, Shelf},
        wording::{self, Wording},
    },
    wire,
};

/// A pack that was looked over and not added yet. It is nowhere but here, and gone at the lock.
pub(super) struct Pending {
    pack: String,
    text: String,
}

impl Desk {
    pub fn list_packs(&mut self, (): ()) -> Result<PackList, Failure> {
        Ok(PackList { packs: self.shelf.rows() })
    }

    /// Looks over what stands in a file that the person pointed at. One that fits waits to be added.
    pub fn look_over_pack(&mut self, file: String, text: String) -> Result<PackChecked, Failure> {
        self.pending = None;
        match self.shelf.look_over(&text)? {
            Err(fault) => Ok(PackChecked::Refused { file, fault }),
            Ok(looked) => {
                self.pending = Some(Pending { pack: looked.pack.id().to_owned(), text });
                Ok(PackChecked::Fits { file, preview: Box::new(self.preview(&looked)) })
            }
        }
    }

    /// What was looked over before is no longer at hand: the person pointed at something else.
    pub fn put_pack_aside(&mut self) {
        self.pending = None;
    }

    fn preview(&self, looked: &Looked) -> PackPreview {
        let say = Wording { pack: &looked.joined, words: self.words() };
        let (pack, house) = (&looked.pack, looked.pack.house());
        PackPreview {
            head: wording::head(pack.header()),
            language: looked.language,
            replaces: looked.replaces.clone(),
            kinds: pack.kinds().iter().map(|kind| say.say(&kind.label)).collect(),
            questions: pack.questions().iter().map(|question| say.say(&question.text)).collect(),
            forms: pack.forms().iter().map(|form| say.say(&form.name)).collect(),
            methods: pack.methods().iter().map(|method| say.say(&method.name)).collect(),
            terms: pack.terms().iter().map(|term| say.say(&term.word)).collect(),
            instruments: pack
                .instruments()
                .iter()
                .map(|one| Labelled { id: one.id.clone(), label: say.say(&one.name) })
                .collect(),
            longest_days: house.longest_days,
            safety: house.safety.as_deref().map(|text| say.say(text)),
            protocol: house.protocol.as_deref().map(|text| say.say(text)),
            advice: looked.advice.iter().map(pack_fault::advice).collect(),
        }
    }

    pub fn add_pack(&mut self, request: PackRequest) -> Result<PackList, Failure> {
        self.must_not_only_read()?;
        let pending = self.pending.take().filter(|pending| pending.pack == request.pack);
        let pending = pending.ok_or(Failure::PackNotAtHand)?;
        // Another pack may have been put to work since.
        let looked = self.shelf.look_over(&pending.text)?.map_err(|_| Failure::PackNotAtHand)?;
        let (language, version) = (wire::language_code(looked.language), &looked.pack.header().version);
        let added = self.store.add_pack(&pending.pack, language, version, &pending.text, self.clock.now());
        added.map_err(|error| journal_failure(&error))?;
        self.take_from_shelf()
    }

    pub fn switch_pack(&mut self, request: SwitchPack) -> Result<PackList, Failure> {
        self.must_not_only_read()?;
        if request.on && self.has_pack(&request.pack)? && !self.shelf.may_be_on(&request.pack) {
            return Err(Failure::OutOfTurn);
        }
        let switched = self.store.switch_pack(&request.pack, request.on);
        switched.map_err(|error| journal_failure(&error))?;
        self.take_from_shelf()
    }

    pub fn remove_pack(&mut self, request: PackRequest) -> Result<PackList, Failure> {
        self.must_not_only_read()?;
        self.store.remove_pack(&request.pack).map_err(|error| journal_failure(&error))?;
        self.take_from_shelf()
    }

    fn has_pack(&self, id: &str) -> Result<bool, Failure> {
        let packs = self.store.packs().map_err(|error| journal_failure(&error))?;
        Ok(packs.iter().any(|pack| pack.id == id))
    }

    /// Whether anything may be changed here.
    pub fn must_not_only_read(&self) -> Result<(), Failure> {
        if self.only_reads() { Err(Failure::OnlyReading) } else { Ok(()) }
    }

    /// The handbook changed.
    fn take_from_shelf(&mut self) -> Result<PackList, Failure> {
        let stored = self.store.packs().map_err(|error| journal_failure(&error))?;
        self.shelf = Shelf::of(self.language(), &stored)?;
        self.list_packs(())
    }
}
