//! What the parent does when something happens: no processes here, only decisions.
//!
//! ```text
//! keys ──painted──▶ a journal is started, warm and hidden
//! keys ──key──────▶ handed to the journal ──opened──▶ keys leaves
//! journal ─locking▶ keys starts at once, the journal ends when it is sealed
//! journal ─gone───▶ keys starts and says so
//! journal ─shown──▶ a walk-through is started, warm and hidden; what is shown waits here
//! journal ─gone───▶ … and goes on to it: no process with a key lives beside one that shows
//! any ─────refused▶ the others leave, and the app ends
//! ```
//!
//! What a walk-through adds is in [`walk`].

mod walk;

use contract::{Appearance, BackupRef, Intent, LockReason, LockedBy, Notice, WalkEnd};
use household::{
    Role,
    pipe::{Handover, Note},
};
use payload::Payload;

use walk::Walk;

/// How often a role may fall over in a row before the parent gives up on it.
const FALLS: u8 = 3;

/// Something that happened.
#[derive(Debug)]
pub enum Event {
    /// A role said something.
    Said(Role, Note),
    /// `keys` hands over the data key.
    Key(Handover),
    /// `journal` hands over what is shown in a walk-through.
    Shown(Payload),
    /// A role's process is gone.
    Ended(Role),
    /// A role's process is gone because the system refuses it too little.
    Refused(Role),
    /// A second start wants the window in front.
    Knock,
}

/// Something to do.
#[derive(Debug)]
pub enum Act {
    /// Start a role's process.
    Start(Role, Opening),
    /// Say something to a role.
    Tell(Role, Note),
    /// Hand the data key to `journal`.
    HandOver(Handover),
    /// Pass what is shown on to `walk-through`.
    Show(Payload),
    /// Nothing is left to do; end with this exit code.
    Finish(u8),
}

/// What a role is started with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opening {
    /// What the `keys` window opens for.
    pub intent: Intent,
    /// The backup to restore, where one was chosen in the journal.
    pub backup: Option<BackupRef>,
    /// What happened just before.
    pub notice: Option<Notice>,
    /// How the walk-through ended that nobody came back from yet.
    pub walked: Option<WalkEnd>,
    /// Language and text size, where they changed since the start.
    pub appearance: Option<Appearance>,
}

impl Opening {
    /// To unlock, after something that must be said.
    fn saying(notice: Notice) -> Self {
        Self { notice: Some(notice), ..Self::default() }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keys {
    Absent,
    Starting,
    Painted,
    Leaving,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Journal {
    Absent,
    Warm,
    Opening,
    Open,
    Leaving,
}

/// Where the processes stand.
#[derive(Debug)]
pub struct Plan {
    keys: Keys,
    /// Whether the present `keys` window asks for more time for a walk-through, and opens nothing.
    asks_more_time: bool,
    journal: Journal,
    walk: Walk,
    /// The next `keys` window, when the present one has gone.
    next: Option<Opening>,
    /// The key that came while the journal before still sealed.
    key_that_waits: Option<Handover>,
    appearance: Option<Appearance>,
    falls: u8,
    quitting: bool,
    code: u8,
}

impl Plan {
    /// The first plan, and what to do first.
    pub fn begin() -> (Self, Vec<Act>) {
        let mut plan = Self {
            keys: Keys::Absent,
            asks_more_time: false,
            journal: Journal::Absent,
            walk: Walk::default(),
            next: None,
            key_that_waits: None,
            appearance: None,
            falls: 0,
            quitting: false,
            code: 0,
        };
        let acts = plan.open_keys(Opening::default());
        (plan, acts)
    }

    /// What follows from an event.
    pub fn after(&mut self, event: Event) -> Vec<Act> {
        match event {
            Event::Said(Role::Keys | Role::Journal, Note::Appearance { appearance }) => {
                self.appearance = Some(appearance);
                Vec::new()
            }
            // A role that falls before it shows anything is not tried for ever.
            Event::Said(Role::WalkThrough, Note::Painted) => {
                self.falls = 0;
                Vec::new()
            }
            Event::Said(Role::WalkThrough, Note::MoreTimeWanted) => self.ask_more_time(),
            Event::Said(Role::WalkThrough, Note::WalkEnded { end }) => self.walk_through_is_over(end),
            // The session ends, and the app with it.
            Event::Said(Role::WalkThrough, Note::Quit) if !self.walk.is_absent() => self.quit(),
            Event::Shown(payload) => self.begin_walk_through(payload),
            Event::Ended(Role::WalkThrough) => self.walk_through_ended(),
            Event::Said(Role::Keys, Note::MoreTime | Note::Quit) if self.asks_more_time => {
                self.answer_more_time(matches!(event, Event::Said(_, Note::MoreTime)))
            }
            // It was asked for a yes and for nothing else; and no key comes beside what is shown.
            Event::Key(_) if self.asks_more_time || !self.walk.is_absent() || self.quitting => Vec::new(),
            // The one before still seals: it takes no key any more.
            Event::Key(handover) if self.journal == Journal::Leaving => {
                self.key_that_waits = Some(handover);
                Vec::new()
            }
            Event::Key(_) if matches!(self.journal, Journal::Opening | Journal::Open) => Vec::new(),
            Event::Said(Role::Keys, Note::Painted) if self.keys != Keys::Leaving => {
                self.keys = Keys::Painted;
                self.falls = 0;
                self.warm_up()
            }
            Event::Key(handover) => self.hand_over(handover),
            Event::Said(Role::Journal, Note::Opened) if self.journal == Journal::Opening => {
                self.journal = Journal::Open;
                self.walk.came_back();
                self.dismiss_keys()
            }
            Event::Said(Role::Journal, Note::OpeningFailed { failure })
                if self.journal == Journal::Opening =>
            {
                self.journal = Journal::Leaving;
                self.open_keys(Opening::saying(Notice::OpeningFailed { failure }))
            }
            Event::Said(Role::Journal, Note::Locking { intent, why, saved, backup }) => {
                self.journal = Journal::Leaving;
                let notice = by_itself(why).map(|why| Notice::LockedByItself { why, saved });
                self.open_keys_after_walk(Opening { intent, backup, notice, ..Opening::default() })
            }
            Event::Said(Role::Journal, Note::Quit) => {
                self.journal = Journal::Leaving;
                self.quit()
            }
            Event::Said(Role::Keys, Note::Quit) => {
                self.keys = Keys::Leaving;
                self.quit()
            }
            Event::Ended(Role::Keys) => self.keys_ended(),
            Event::Ended(Role::Journal) => self.journal_ended(),
            Event::Refused(role) => self.refused(role),
            Event::Knock if self.walk.is_shown() && self.keys != Keys::Painted => {
                vec![Act::Tell(Role::WalkThrough, Note::Show)]
            }
            Event::Knock if self.journal == Journal::Open => vec![Act::Tell(Role::Journal, Note::Show)],
            Event::Knock if self.keys == Keys::Painted => vec![Act::Tell(Role::Keys, Note::Show)],
            // A role that says what is not its to say is not listened to.
            Event::Knock | Event::Said(..) | Event::Ended(_) => Vec::new(),
        }
    }

    fn hand_over(&mut self, handover: Handover) -> Vec<Act> {
        let mut acts = self.warm_up();
        self.journal = Journal::Opening;
        acts.push(Act::HandOver(handover));
        acts
    }

    /// Starts `keys`, or lets the present one go first: there is never more than one.
    fn open_keys(&mut self, opening: Opening) -> Vec<Act> {
        let opening = Opening { appearance: self.appearance, ..opening };
        self.key_that_waits = None;
        if self.keys == Keys::Absent {
            return self.start_keys(opening);
        }
        self.next = Some(opening);
        self.dismiss_keys()
    }

    fn start_keys(&mut self, opening: Opening) -> Vec<Act> {
        self.keys = Keys::Starting;
        self.asks_more_time = opening.intent == Intent::MoreTime;
        vec![Act::Start(Role::Keys, opening)]
    }

    /// Nothing is opened any more: whatever still lives leaves.
    fn quit(&mut self) -> Vec<Act> {
        (self.quitting, self.key_that_waits) = (true, None);
        let mut acts = self.dismiss_keys();
        acts.extend(self.dismiss_journal());
        acts.extend(self.dismiss_walk_through());
        // Each of them says so when nothing is left.
        acts.dedup_by(|next, before| matches!((next, before), (Act::Finish(_), Act::Finish(_))));
        acts
    }

    fn dismiss_keys(&mut self) -> Vec<Act> {
        match self.keys {
            Keys::Absent => self.finish_if_done(),
            Keys::Leaving => Vec::new(),
            Keys::Starting | Keys::Painted => {
                self.keys = Keys::Leaving;
                vec![Act::Tell(Role::Keys, Note::Leave)]
            }
        }
    }

    fn dismiss_journal(&mut self) -> Vec<Act> {
        match self.journal {
            Journal::Absent => self.finish_if_done(),
            Journal::Leaving => Vec::new(),
            Journal::Warm | Journal::Opening | Journal::Open => {
                self.journal = Journal::Leaving;
                vec![Act::Tell(Role::Journal, Note::Leave)]
            }
        }
    }

    fn warm_up(&mut self) -> Vec<Act> {
        // Beside a walk-through nothing lives that could hold a key.
        if self.journal != Journal::Absent || self.quitting || !self.walk.is_absent() {
            return Vec::new();
        }
        self.journal = Journal::Warm;
        let (appearance, walked) = (self.appearance, self.walk.walked());
        vec![Act::Start(Role::Journal, Opening { appearance, walked, ..Opening::default() })]
    }

    fn keys_ended(&mut self) -> Vec<Act> {
        let expected = self.keys == Keys::Leaving;
        let asked_more_time = std::mem::take(&mut self.asks_more_time);
        self.keys = Keys::Absent;
        if let Some(opening) = self.next.take().filter(|_| !self.quitting) {
            return self.start_keys(opening);
        }
        if !self.quitting && !self.walk.is_absent() {
            let was_asking = asked_more_time && !expected;
            return if was_asking { self.refuse_more_time() } else { self.show_when_alone() };
        }
        // With the key handed over, `keys` has done its work, however it ended.
        let has_handed_over =
            matches!(self.journal, Journal::Opening | Journal::Open) || self.key_that_waits.is_some();
        if self.quitting || expected || has_handed_over {
            return self.finish_if_done();
        }
        self.falls += 1;
        if self.falls > FALLS {
            self.code = 1;
            return self.quit();
        }
        self.open_keys(Opening::saying(Notice::KeysStopped))
    }

    fn journal_ended(&mut self) -> Vec<Act> {
        let was = std::mem::replace(&mut self.journal, Journal::Absent);
        if self.quitting {
            return self.finish_if_done();
        }
        if !self.walk.is_absent() {
            return self.show_when_alone();
        }
        if let Some(handover) = self.key_that_waits.take() {
            return self.hand_over(handover);
        }
        match was {
            Journal::Opening | Journal::Open => self.open_keys(Opening::saying(Notice::JournalStopped)),
            Journal::Warm => {
                // It held nothing. A key that comes later starts another.
                self.falls += 1;
                if self.falls <= FALLS { self.warm_up() } else { Vec::new() }
            }
            Journal::Leaving | Journal::Absent if self.keys == Keys::Painted => self.warm_up(),
            Journal::Leaving | Journal::Absent => Vec::new(),
        }
    }

    /// Nothing is tried again: what the system refuses does not change while we run.
    fn refused(&mut self, role: Role) -> Vec<Act> {
        self.code = Role::REFUSED;
        match role {
            Role::Keys => self.keys = Keys::Absent,
            Role::Journal => self.journal = Journal::Absent,
            Role::WalkThrough => self.walk.is_gone(),
            Role::DemoMaker | Role::Refusal => return Vec::new(),
        }
        self.quit()
    }

    fn finish_if_done(&self) -> Vec<Act> {
        let is_alone = self.keys == Keys::Absent && self.journal == Journal::Absent && self.walk.is_absent();
        if self.quitting && is_alone { vec![Act::Finish(self.code)] } else { Vec::new() }
    }
}

/// What is said about a lock in the window that follows; who asked for it needs to be told nothing.
fn by_itself(why: LockReason) -> Option<LockedBy> {
    match why {
        LockReason::Asked => None,
        LockReason::Idle => Some(LockedBy::Idle),
        LockReason::Screen => Some(LockedBy::Screen),
        LockReason::Sleep => Some(LockedBy::Sleep),
        LockReason::Lid => Some(LockedBy::Lid),
    }
}

#[cfg(test)]
mod tests;
