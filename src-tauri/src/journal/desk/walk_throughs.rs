//! Walk-throughs: preparing them, remembering them, and the card after one.

use ::journal::{
    Alias, JointCardText, JournalError, MOST_BYTES, NewWalkPage, WalkBlockId as StoredBlock, WalkLetters,
    WalkPageId as StoredPage, WalkPlan, WalkThrough, WalkThroughId as Stored,
};
use chrono::{DateTime, FixedOffset};
use contract::*;
use handbook::KindId;
use household::catalogue::Speaker;
use payload::Payload;

use super::{Desk, Id};
use crate::{
    failure::journal_failure,
    journal::{
        freezing::{self, Letters},
        showing,
        view::walks,
    },
    wire,
};

/// The setting that says that the person has read what a note becomes that was shown.
const EXPLAINED: &str = "walk-throughs-explained";

/// Pages as they stand now, and every letter that stands for an alias then.
type Frozen = (Vec<NewWalkPage>, Vec<(Alias, u32)>);

/// Preparing.
impl Desk {
    pub fn list_walk_throughs(&mut self, (): ()) -> Result<WalkThroughList, Failure> {
        let rows = self.store.walk_throughs().map_err(|error| journal_failure(&error))?;
        let (past, prepared): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.shown.is_some());
        let explained = self.store.setting(EXPLAINED).map_err(|error| journal_failure(&error))?;
        Ok(WalkThroughList {
            explained: explained.unwrap_or_default(),
            prepared: prepared.iter().map(walks::row).collect(),
            past: past.iter().map(walks::row).collect(),
        })
    }

    pub fn explain_walk_throughs(&mut self, (): ()) -> Result<(), Failure> {
        self.store.set_settings(&[(EXPLAINED, &true)]).map_err(|error| journal_failure(&error))
    }

    pub fn prepare_walk_through(&mut self, request: PrepareWalkThrough) -> Result<WalkThroughView, Failure> {
        let (pages, letters) = self.freeze(&request.entries, &WalkLetters::default())?;
        let now = self.clock.now();
        let prepared = self.store.prepare_walk_through(&pages, &letters, now);
        let prepared = prepared.map_err(|error| journal_failure(&error))?;
        self.walk_through(prepared)
    }

    pub fn read_walk_through(&mut self, request: WalkThroughRequest) -> Result<WalkThroughView, Failure> {
        self.walk_through(Stored(request.walk_through.0))
    }

    pub fn change_walk_through(&mut self, request: ChangeWalkThrough) -> Result<WalkThroughView, Failure> {
        let planned_on = request.planned_on.as_ref().map(wire::read_day).transpose()?;
        let plan = WalkPlan::parse(&request.for_whom, &request.question, request.minutes.0, planned_on);
        let plan = plan.map_err(|error| journal_failure(&error))?;
        let today = self.today();
        viewed(self.store.change_walk_through(Stored(request.walk_through.0), &plan, today))
    }

    pub fn add_walk_pages(&mut self, request: AddWalkPages) -> Result<WalkThroughView, Failure> {
        let id = Stored(request.walk_through.0);
        let there = self.store.walk_through(id).map_err(|error| journal_failure(&error))?;
        let is_new = |entry: &EntryId| there.pages.iter().all(|page| page.head.entry.0 != entry.0);
        let entries: Vec<EntryId> = request.entries.into_iter().filter(is_new).collect();
        let letters = self.store.walk_letters(id).map_err(|error| journal_failure(&error))?;
        let (pages, letters) = self.freeze(&entries, &letters)?;
        let today = self.today();
        viewed(self.store.add_walk_pages(id, &pages, &letters, today))
    }

    pub fn take_walk_page_out(&mut self, request: WalkPageRequest) -> Result<WalkThroughView, Failure> {
        let today = self.today();
        viewed(self.store.take_walk_page_out(StoredPage(request.page.0), today))
    }

    pub fn move_walk_page(&mut self, request: MoveWalkPage) -> Result<WalkThroughView, Failure> {
        let before = request.before.map(|before| StoredPage(before.0));
        let today = self.today();
        viewed(self.store.move_walk_page(StoredPage(request.page.0), before, today))
    }

    pub fn freeze_walk_page_again(&mut self, request: WalkPageRequest) -> Result<WalkThroughView, Failure> {
        let page = StoredPage(request.page.0);
        let (id, entry) = self.store.walk_page(page).map_err(|error| journal_failure(&error))?;
        let letters = self.store.walk_letters(id).map_err(|error| journal_failure(&error))?;
        let (pages, letters) = self.freeze(&[EntryId(entry.0)], &letters)?;
        let frozen = pages.first().ok_or(Failure::EntryGone)?;
        let today = self.today();
        viewed(self.store.freeze_walk_page_again(page, frozen, &letters, today))
    }

    pub fn show_walk_day(&mut self, request: ShowWalkDay) -> Result<WalkThroughView, Failure> {
        let today = self.today();
        viewed(self.store.show_walk_day(StoredPage(request.page.0), request.shows_day, today))
    }

    pub fn cover_walk_block(&mut self, request: CoverBlock) -> Result<WalkThroughView, Failure> {
        let covers: Vec<_> = request.covers.into_iter().map(walks::read_cover).collect();
        let today = self.today();
        viewed(self.store.cover_walk_block(StoredBlock(request.block.0), &covers, today))
    }

    pub fn replace_in_walk_block(&mut self, request: ReplaceInBlock) -> Result<WalkThroughView, Failure> {
        let ReplaceInBlock { block, span, text, with } = request;
        let span = walks::read_cover(span);
        let today = self.today();
        viewed(self.store.replace_in_walk_block(StoredBlock(block.0), span, &text, &with, today))
    }

    pub fn preview_walk_through(&mut self, request: WalkThroughRequest) -> Result<ShownWalkThrough, Failure> {
        let walk_through = self.store.walk_through(Stored(request.walk_through.0));
        Ok(self.shown(&walk_through.map_err(|error| journal_failure(&error))?))
    }

    pub fn looked_over_walk_through(
        &mut self,
        request: WalkThroughRequest,
    ) -> Result<WalkThroughView, Failure> {
        viewed(self.store.looked_over_walk_through(Stored(request.walk_through.0)))
    }

    pub fn withdraw_walk_through(
        &mut self,
        request: WithdrawWalkThrough,
    ) -> Result<WalkThroughView, Failure> {
        let withdrawn_on = request.withdrawn.then(|| self.today());
        viewed(self.store.withdraw_walk_through(Stored(request.walk_through.0), withdrawn_on))
    }

    pub fn erase_walk_through(&mut self, request: WalkThroughRequest) -> Result<(), Failure> {
        let erased = self.store.erase_walk_through(Stored(request.walk_through.0));
        erased.map_err(|error| journal_failure(&error))
    }

    /// Writes down that a walk-through begins, and gives what will be shown. First it is known that it
    /// can be handed over: what began and could not be shown would come back as a card about nothing.
    pub fn begin_walk_through(&mut self, request: WalkThroughRequest) -> Result<Payload, Failure> {
        let id = Stored(request.walk_through.0);
        let prepared = self.store.walk_through(id).map_err(|error| journal_failure(&error))?;
        let payload = payload::encode(&self.shown(&prepared))
            .map_err(|payload::TooLong| Failure::WalkThroughTooLong)?;
        let began = self.store.begin_walk_through(id, self.clock.now());
        began.map_err(|error| journal_failure(&error))?;
        Ok(payload)
    }

    fn walk_through(&self, id: Stored) -> Result<WalkThroughView, Failure> {
        viewed(self.store.walk_through(id))
    }

    fn shown(&self, walk_through: &WalkThrough) -> ShownWalkThrough {
        showing::shown(walk_through, &self.settings, self.wording())
    }

    /// Freezes entries, in the words of the screen.
    fn freeze(&self, entries: &[EntryId], before: &WalkLetters) -> Result<Frozen, Failure> {
        let aliases = self.store.alias_names().map_err(|error| journal_failure(&error))?;
        let mut letters = Letters::new(self.speaker(), &aliases, before);
        let mut pages: Vec<NewWalkPage> = Vec::with_capacity(entries.len());
        for entry in entries {
            // Pointed at twice, shown once.
            if pages.iter().any(|page| page.entry.0 == entry.0) {
                continue;
            }
            let entry = self.store.entry(Id(entry.0)).map_err(|error| journal_failure(&error))?;
            if entry.deleted_at.is_some() {
                return Err(Failure::EntryInBin);
            }
            let kind = entry.contact.as_ref().map(|contact| self.name_of_kind(&contact.kind));
            pages.push(freezing::page(&entry, self.wording().form_of(&entry), kind, &mut letters));
        }
        Ok((pages, letters.given().map_err(|error| journal_failure(&error))?))
    }

    /// A kind of contact as a screen names it; its code where no pack here has it any more.
    fn name_of_kind(&self, kind: &str) -> String {
        let known = self.shelf.joined().kind(&KindId::from(kind));
        known.map_or_else(|| kind.to_owned(), |known| self.wording().say(&known.label))
    }

    /// Speaks the language of the screen, in the organisation's words.
    pub(super) fn speaker(&self) -> Speaker {
        let (resident, worker) = (self.settings.resident_word, self.settings.worker_word);
        Speaker::in_words_of(self.language(), resident, worker)
    }
}

/// After one.
impl Desk {
    /// What the card's screen knows, where there is a walk-through that nobody came back from.
    pub fn joint_card_screen(&self) -> Result<Option<JointCardScreen>, Failure> {
        let Some(id) = self.awaited else { return Ok(None) };
        let walk_through = self.store.walk_through(id).map_err(|error| journal_failure(&error))?;
        let card = walk_through.card.as_ref().ok_or(Failure::OutOfTurn)?;
        let ended = walk_through.row.shown.as_ref().and_then(|shown| shown.ended);
        Ok(Some(JointCardScreen {
            appearance: self.settings.appearance,
            idle_minutes: self.settings.idle_minutes,
            resident_word: self.settings.resident_word,
            worker_word: self.settings.worker_word,
            walk_through: WalkThroughId(id.0),
            end: ended.map(|(_, end)| walks::end(end)),
            card: walks::card(card),
            only_reading: self.only_reads(),
        }))
    }

    /// Waits for the card of a walk-through that nobody came back from, and writes down how that one
    /// ended, where it is known.
    pub fn await_return(&mut self, ended: Option<(DateTime<FixedOffset>, WalkEnd)>) -> Result<(), Failure> {
        let awaited = self.store.awaiting_return().map_err(|error| journal_failure(&error))?;
        if let (Some(id), Some((at, end)), false) = (awaited, ended, self.only_reads()) {
            let ended = self.store.end_walk_through(id, Some((at, walks::read_end(end))));
            ended.map_err(|error| journal_failure(&error))?;
        }
        self.awaited = awaited;
        Ok(())
    }

    /// Somebody opens the journal after the card. Where nothing can be written the card comes again.
    pub fn return_from_walk_through(&mut self) -> Result<(), Failure> {
        match self.awaited.take() {
            Some(id) if !self.only_reads() => {
                let returned = self.store.return_from_walk_through(id);
                returned.map(drop).map_err(|error| journal_failure(&error))
            }
            _ => Ok(()),
        }
    }

    pub fn save_joint_card(&mut self, request: SaveJointCard) -> Result<JointCard, Failure> {
        let SaveJointCard { walk_through, discussed, take_along, differently } = request;
        let id = self.card_of(walk_through)?;
        let text = JointCardText { discussed, take_along, differently };
        carded(self.store.save_joint_card(id, &text))
    }

    pub fn decide_joint_card(&mut self, request: DecideJointCard) -> Result<JointCard, Failure> {
        let id = self.card_of(request.walk_through)?;
        carded(self.store.decide_joint_card(id, request.keep))
    }

    /// An intention that stands on a free page of today, for it is about no contact.
    pub fn make_intention(&mut self, request: MakeIntention) -> Result<(), Failure> {
        if request.text.trim().is_empty() {
            return Err(Failure::OutOfTurn);
        }
        if u32::try_from(request.text.len()).map_or(true, |bytes| bytes > MOST_BYTES) {
            return Err(Failure::TextTooLong { most: MOST_BYTES });
        }
        let page = self.start_entry(StartEntry {
            contact: None,
            sitting: None,
            form: Form::FreePage,
            sheet: None,
            question: None,
        })?;
        let field = AnswerField::Intention { returns: Returns::Kind };
        self.save_answer(SaveAnswer { entry: page.entry, answer: None, field, text: request.text })?;
        self.leave_entry(EntryRequest { entry: page.entry })
    }

    /// Whose card it is: while somebody may still look along, only that of the walk-through that is over.
    fn card_of(&self, walk_through: WalkThroughId) -> Result<Stored, Failure> {
        match self.awaited {
            Some(awaited) if awaited.0 != walk_through.0 => Err(Failure::OutOfTurn),
            _ => Ok(Stored(walk_through.0)),
        }
    }
}

fn viewed(walk_through: Result<WalkThrough, JournalError>) -> Result<WalkThroughView, Failure> {
    walk_through.map(|walk_through| walks::view(&walk_through)).map_err(|error| journal_failure(&error))
}

fn carded(walk_through: Result<WalkThrough, JournalError>) -> Result<JointCard, Failure> {
    let walk_through = walk_through.map_err(|error| journal_failure(&error))?;
    walk_through.card.as_ref().map(walks::card).ok_or(Failure::OutOfTurn)
}
