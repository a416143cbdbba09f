//! A walk-through among the other processes: what the journal hands over waits here until no process
//! that holds a key lives any more, goes on to a process that never held one, and is wiped here.
//!
//! ```text
//! journal ──shown──▶ walk-through starts, warm and hidden
//! journal ──gone───▶ what is shown goes on; nothing else is started while it runs
//! walk-through ─more time wanted▶ keys asks for the passphrase ──yes or no──▶ said to it
//! walk-through ─over────▶ its process ends, and when it is gone keys opens
//! ```

use contract::{Intent, Notice, WalkEnd};
use household::{Role, pipe::Note};
use payload::Payload;

use super::{Act, FALLS, Journal, Keys, Opening, Plan};

/// Where a walk-through stands.
#[derive(Debug, Default)]
pub(super) struct Walk {
    stage: Stage,
    /// How the last one ended, until a journal has opened that knows it.
    walked: Option<WalkEnd>,
}

#[derive(Debug, Default)]
enum Stage {
    #[default]
    Absent,
    /// Its process waits, and what is shown waits here for the journal to end.
    Warm(Payload),
    /// What is shown has gone on.
    Shown,
    /// Its process ends; then `keys` opens, unless the app ends.
    Leaving(Box<Opening>),
}

impl Walk {
    pub(super) const fn is_absent(&self) -> bool {
        matches!(self.stage, Stage::Absent)
    }

    pub(super) const fn is_shown(&self) -> bool {
        matches!(self.stage, Stage::Shown)
    }

    /// How the last one ended, where a journal is still to hear of it.
    pub(super) const fn walked(&self) -> Option<WalkEnd> {
        self.walked
    }

    /// A journal has opened, and knows.
    pub(super) const fn came_back(&mut self) {
        self.walked = None;
    }

    /// Its process is gone, and what waited for it is wiped.
    pub(super) fn is_gone(&mut self) {
        self.stage = Stage::Absent;
    }
}

impl Plan {
    /// The journal has handed over what is shown, and ends.
    pub(super) fn begin_walk_through(&mut self, payload: Payload) -> Vec<Act> {
        let may_show = matches!(self.journal, Journal::Opening | Journal::Open);
        if !may_show || !self.walk.is_absent() || self.quitting {
            return Vec::new();
        }
        self.journal = Journal::Leaving;
        self.next = None;
        self.walk = Walk { stage: Stage::Warm(payload), walked: None };
        let mut acts = vec![self.start_walk_through()];
        // It knows the passphrase, if it is still there.
        acts.extend(self.dismiss_keys());
        acts
    }

    fn start_walk_through(&self) -> Act {
        Act::Start(Role::WalkThrough, Opening { appearance: self.appearance, ..Opening::default() })
    }

    /// Passes on what is shown once no process lives that could hold a key.
    pub(super) fn show_when_alone(&mut self) -> Vec<Act> {
        let is_alone = self.keys == Keys::Absent && self.journal == Journal::Absent;
        if !is_alone || !matches!(self.walk.stage, Stage::Warm(_)) {
            return Vec::new();
        }
        match std::mem::replace(&mut self.walk.stage, Stage::Shown) {
            Stage::Warm(payload) => vec![Act::Show(payload)],
            Stage::Absent | Stage::Shown | Stage::Leaving(_) => Vec::new(),
        }
    }

    /// It is over: its process ends by itself, and a window that asks for more time has nothing to ask any
    /// more. Nothing else opens before it is gone.
    pub(super) fn walk_through_is_over(&mut self, end: WalkEnd) -> Vec<Act> {
        if !matches!(self.walk.stage, Stage::Warm(_) | Stage::Shown) {
            return Vec::new();
        }
        let then = Opening::saying(Notice::WalkThroughEnded { end });
        self.walk = Walk { stage: Stage::Leaving(Box::new(then)), walked: Some(end) };
        self.next = None;
        let mut acts = vec![Act::Tell(Role::WalkThrough, Note::Leave)];
        acts.extend(self.dismiss_keys());
        acts
    }

    /// Somebody asks for more time: a window asks for the passphrase.
    pub(super) fn ask_more_time(&mut self) -> Vec<Act> {
        match self.keys {
            _ if !self.walk.is_shown() => Vec::new(),
            Keys::Painted => vec![Act::Tell(Role::Keys, Note::Show)],
            Keys::Starting => Vec::new(),
            Keys::Absent | Keys::Leaving => {
                self.open_keys(Opening { intent: Intent::MoreTime, ..Opening::default() })
            }
        }
    }

    /// The `keys` window that asked for more time has an answer, and ends by itself.
    pub(super) fn answer_more_time(&mut self, is_given: bool) -> Vec<Act> {
        if self.keys == Keys::Leaving || !self.walk.is_shown() {
            return Vec::new();
        }
        self.keys = Keys::Leaving;
        if is_given { vec![Act::Tell(Role::WalkThrough, Note::MoreTime)] } else { self.refuse_more_time() }
    }

    /// Nobody gave a passphrase.
    pub(super) fn refuse_more_time(&self) -> Vec<Act> {
        let is_shown = self.walk.is_shown();
        if is_shown { vec![Act::Tell(Role::WalkThrough, Note::NoMoreTime)] } else { Vec::new() }
    }

    /// The process of a walk-through is gone.
    pub(super) fn walk_through_ended(&mut self) -> Vec<Act> {
        let was = std::mem::take(&mut self.walk.stage);
        if self.quitting {
            return self.finish_if_done();
        }
        match was {
            Stage::Absent => Vec::new(),
            // It had nothing yet.
            Stage::Warm(payload) if self.falls < FALLS => {
                self.falls += 1;
                self.walk.stage = Stage::Warm(payload);
                vec![self.start_walk_through()]
            }
            Stage::Warm(_) | Stage::Shown => self.open_keys(Opening::saying(Notice::WalkThroughStopped)),
            Stage::Leaving(opening) => self.open_keys(*opening),
        }
    }

    /// The journal locks. A walk-through that it had just begun is not shown: whoever closes the lid
    /// wants nothing on screen.
    pub(super) fn open_keys_after_walk(&mut self, opening: Opening) -> Vec<Act> {
        if self.walk.is_absent() {
            return self.open_keys(opening);
        }
        if !matches!(self.walk.stage, Stage::Leaving(_)) {
            self.walk.stage = Stage::Leaving(Box::new(opening));
        }
        vec![Act::Tell(Role::WalkThrough, Note::Leave)]
    }

    /// Sends a walk-through away because the app ends.
    pub(super) fn dismiss_walk_through(&mut self) -> Vec<Act> {
        match self.walk.stage {
            Stage::Absent => self.finish_if_done(),
            Stage::Leaving(_) => Vec::new(),
            Stage::Warm(_) | Stage::Shown => {
                self.walk.stage = Stage::Leaving(Box::default());
                vec![Act::Tell(Role::WalkThrough, Note::Leave)]
            }
        }
    }
}
