//! What the parent does when something happens: no processes here, only decisions.
//!
//! ```text
//! keys ──painted──▶ a journal is started, warm and hidden
//! keys ──key──────▶ handed to the journal ──opened──▶ keys leaves
//! journal ─locking▶ keys starts at once, the journal ends when it is sealed
//! journal ─gone───▶ keys starts and says so
//! either ──refused▶ the other leaves, and the app ends
//! ```

use contract::{Appearance, BackupRef, Intent, LockReason, LockedBy, Notice, WalkEnd};
use household::{
    Role,
    payload::Payload,
    pipe::{Handover, Note},
};

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
    journal: Journal,
    /// The next `keys` window, when the present one has gone.
    next: Option<Opening>,
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
            journal: Journal::Absent,
            next: None,
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
            Event::Said(_, Note::Appearance { appearance }) => {
                self.appearance = Some(appearance);
                Vec::new()
            }
            Event::Said(Role::Keys, Note::Painted) => {
                self.keys = Keys::Painted;
                self.falls = 0;
                self.warm_up()
            }
            Event::Key(handover) => {
                let mut acts = self.warm_up();
                self.journal = Journal::Opening;
                acts.push(Act::HandOver(handover));
                acts
            }
            Event::Said(Role::Journal, Note::Opened) => {
                self.journal = Journal::Open;
                self.dismiss_keys()
            }
            Event::Said(Role::Journal, Note::OpeningFailed { failure }) => {
                self.journal = Journal::Leaving;
                self.open_keys(Opening::saying(Notice::OpeningFailed { failure }))
            }
            Event::Said(Role::Journal, Note::Locking { intent, why, saved, backup }) => {
                self.journal = Journal::Leaving;
                let notice = by_itself(why).map(|why| Notice::LockedByItself { why, saved });
                self.open_keys(Opening { intent, backup, notice, ..Opening::default() })
            }
            Event::Said(Role::Journal, Note::Quit) => {
                self.quitting = true;
                self.journal = Journal::Leaving;
                self.dismiss_keys()
            }
            Event::Said(Role::Keys, Note::Quit) => {
                self.quitting = true;
                self.keys = Keys::Leaving;
                self.dismiss_journal()
            }
            Event::Ended(Role::Keys) => self.keys_ended(),
            Event::Ended(Role::Journal) => self.journal_ended(),
            Event::Refused(role) => self.refused(role),
            Event::Knock if self.journal == Journal::Open => vec![Act::Tell(Role::Journal, Note::Show)],
            Event::Knock if self.keys == Keys::Painted => vec![Act::Tell(Role::Keys, Note::Show)],
            // A role that says what is not its to say is not listened to.
            Event::Knock | Event::Said(..) | Event::Ended(_) | Event::Shown(_) => Vec::new(),
        }
    }

    /// Starts `keys`, or lets the present one go first: there is never more than one.
    fn open_keys(&mut self, opening: Opening) -> Vec<Act> {
        let opening = Opening { appearance: self.appearance, ..opening };
        if self.keys == Keys::Absent {
            self.keys = Keys::Starting;
            return vec![Act::Start(Role::Keys, opening)];
        }
        self.next = Some(opening);
        self.dismiss_keys()
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
        if self.journal != Journal::Absent || self.quitting {
            return Vec::new();
        }
        self.journal = Journal::Warm;
        vec![Act::Start(Role::Journal, Opening { appearance: self.appearance, ..Opening::default() })]
    }

    fn keys_ended(&mut self) -> Vec<Act> {
        let expected = self.keys == Keys::Leaving;
        self.keys = Keys::Absent;
        if let Some(opening) = self.next.take().filter(|_| !self.quitting) {
            self.keys = Keys::Starting;
            return vec![Act::Start(Role::Keys, opening)];
        }
        // With the key handed over, `keys` has done its work, however it ended.
        if self.quitting || expected || matches!(self.journal, Journal::Opening | Journal::Open) {
            return self.finish_if_done();
        }
        self.falls += 1;
        if self.falls > FALLS {
            (self.quitting, self.code) = (true, 1);
            return self.dismiss_journal();
        }
        self.open_keys(Opening::saying(Notice::KeysStopped))
    }

    fn journal_ended(&mut self) -> Vec<Act> {
        let was = std::mem::replace(&mut self.journal, Journal::Absent);
        if self.quitting {
            return self.finish_if_done();
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
        (self.quitting, self.code) = (true, Role::REFUSED);
        match role {
            Role::Keys => {
                self.keys = Keys::Absent;
                self.dismiss_journal()
            }
            Role::Journal => {
                self.journal = Journal::Absent;
                self.dismiss_keys()
            }
            Role::WalkThrough | Role::DemoMaker | Role::Refusal => Vec::new(),
        }
    }

    fn finish_if_done(&self) -> Vec<Act> {
        let done = self.quitting && self.keys == Keys::Absent && self.journal == Journal::Absent;
        if done { vec![Act::Finish(self.code)] } else { Vec::new() }
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
mod tests {
    use contract::Failure;
    use household::pipe::Circumstances;

    use super::*;

    fn key() -> Event {
        Event::Key(Handover::new(&[7; 48], Circumstances::default()))
    }

    fn said(role: Role, note: Note) -> Event {
        Event::Said(role, note)
    }

    /// What the acts are, in words short enough to compare.
    fn words(acts: &[Act]) -> Vec<String> {
        acts.iter()
            .map(|act| match act {
                Act::Start(role, opening) => match &opening.notice {
                    None => format!("start {}", role.name()),
                    Some(Notice::LockedByItself { why, .. }) => format!("start {} {why:?}", role.name()),
                    Some(Notice::JournalStopped | Notice::KeysStopped) => {
                        format!("start {} stopped", role.name())
                    }
                    Some(Notice::OpeningFailed { .. }) => format!("start {} failed", role.name()),
                    Some(Notice::WalkThroughEnded { end }) => format!("start {} {end:?}", role.name()),
                    Some(Notice::WalkThroughStopped) => format!("start {} walk-through stopped", role.name()),
                },
                Act::Tell(role, note) => format!("tell {} {note:?}", role.name()),
                Act::HandOver(_) => "hand over".into(),
                Act::Finish(code) => format!("finish {code}"),
            })
            .collect()
    }

    /// Plays events; gives what the last one led to.
    #[track_caller]
    fn check(events: Vec<Event>, expected: &[&str]) {
        let (mut plan, mut acts) = Plan::begin();
        for event in events {
            acts = plan.after(event);
        }
        assert_eq!(words(&acts), expected);
    }

    fn open() -> Vec<Event> {
        vec![
            said(Role::Keys, Note::Painted),
            key(),
            said(Role::Journal, Note::Opened),
            Event::Ended(Role::Keys),
        ]
    }

    fn then(mut events: Vec<Event>, more: Vec<Event>) -> Vec<Event> {
        events.extend(more);
        events
    }

    #[test]
    fn the_journal_is_warmed_once_the_lock_window_is_painted() {
        check(vec![], &["start keys"]);
        check(vec![said(Role::Keys, Note::Painted)], &["start journal"]);
    }

    #[test]
    fn a_key_goes_to_the_warm_journal_or_to_one_started_for_it() {
        check(vec![said(Role::Keys, Note::Painted), key()], &["hand over"]);
        check(vec![key()], &["start journal", "hand over"]);
    }

    #[test]
    fn keys_leaves_when_the_journal_stands() {
        let events = vec![said(Role::Keys, Note::Painted), key(), said(Role::Journal, Note::Opened)];
        check(events, &["tell keys Leave"]);
    }

    #[test]
    fn locking_starts_keys_at_once_and_warms_after_the_end() {
        let locking = said(
            Role::Journal,
            Note::Locking { intent: Intent::Open, why: LockReason::Idle, saved: true, backup: None },
        );
        check(then(open(), vec![locking]), &["start keys Idle"]);
        let locking = said(
            Role::Journal,
            Note::Locking { intent: Intent::Open, why: LockReason::Asked, saved: true, backup: None },
        );
        let events = vec![locking, Event::Ended(Role::Journal), said(Role::Keys, Note::Painted)];
        check(then(open(), events), &["start journal"]);
    }

    #[test]
    fn locking_while_keys_still_leaves_waits_for_it() {
        let locking = said(
            Role::Journal,
            Note::Locking { intent: Intent::Open, why: LockReason::Asked, saved: true, backup: None },
        );
        let events = vec![said(Role::Keys, Note::Painted), key(), said(Role::Journal, Note::Opened), locking];
        check(events, &[]);
        let locking = said(
            Role::Journal,
            Note::Locking { intent: Intent::Open, why: LockReason::Asked, saved: true, backup: None },
        );
        let events = vec![
            said(Role::Keys, Note::Painted),
            key(),
            said(Role::Journal, Note::Opened),
            locking,
            Event::Ended(Role::Keys),
        ];
        check(events, &["start keys"]);
    }

    #[test]
    fn a_journal_that_falls_is_said() {
        check(then(open(), vec![Event::Ended(Role::Journal)]), &["start keys stopped"]);
    }

    #[test]
    fn a_store_that_does_not_open_is_said_in_a_new_lock_window() {
        let failed = said(Role::Journal, Note::OpeningFailed { failure: Failure::StoreDamaged });
        let events = vec![said(Role::Keys, Note::Painted), key(), failed];
        check(events, &["tell keys Leave"]);
        let failed = said(Role::Journal, Note::OpeningFailed { failure: Failure::StoreDamaged });
        let events = vec![said(Role::Keys, Note::Painted), key(), failed, Event::Ended(Role::Keys)];
        check(events, &["start keys failed"]);
    }

    #[test]
    fn closing_the_journal_closes_the_app_when_all_is_sealed() {
        check(then(open(), vec![said(Role::Journal, Note::Quit)]), &[]);
        let events = vec![said(Role::Journal, Note::Quit), Event::Ended(Role::Journal)];
        check(then(open(), events), &["finish 0"]);
    }

    #[test]
    fn closing_the_lock_window_sends_the_warm_journal_away() {
        let quit = vec![said(Role::Keys, Note::Painted), said(Role::Keys, Note::Quit)];
        check(quit, &["tell journal Leave"]);
        let quit = vec![
            said(Role::Keys, Note::Painted),
            said(Role::Keys, Note::Quit),
            Event::Ended(Role::Journal),
            Event::Ended(Role::Keys),
        ];
        check(quit, &["finish 0"]);
    }

    #[test]
    fn a_role_that_keeps_falling_is_given_up() {
        check(vec![Event::Ended(Role::Keys)], &["start keys stopped"]);
        let falls = (0..=FALLS).map(|_| Event::Ended(Role::Keys)).collect();
        check(falls, &["finish 1"]);
        let warm = (0..FALLS).map(|_| Event::Ended(Role::Journal)).collect();
        check(then(vec![said(Role::Keys, Note::Painted)], warm), &["start journal"]);
        let warm = (0..=FALLS).map(|_| Event::Ended(Role::Journal)).collect();
        check(then(vec![said(Role::Keys, Note::Painted)], warm), &[]);
    }

    #[test]
    fn a_role_that_is_not_refused_enough_ends_the_app() {
        check(vec![Event::Refused(Role::Keys)], &["finish 77"]);
        let warm = vec![said(Role::Keys, Note::Painted), Event::Refused(Role::Journal)];
        check(warm, &["tell keys Leave"]);
        let warm =
            vec![said(Role::Keys, Note::Painted), Event::Refused(Role::Journal), Event::Ended(Role::Keys)];
        check(warm, &["finish 77"]);
        let locking = said(
            Role::Journal,
            Note::Locking { intent: Intent::Open, why: LockReason::Asked, saved: true, backup: None },
        );
        // The journal that still seals is waited for.
        check(then(open(), vec![locking, Event::Refused(Role::Keys)]), &[]);
        let locking = said(
            Role::Journal,
            Note::Locking { intent: Intent::Open, why: LockReason::Asked, saved: true, backup: None },
        );
        let events = vec![locking, Event::Refused(Role::Keys), Event::Ended(Role::Journal)];
        check(then(open(), events), &["finish 77"]);
    }

    #[test]
    fn a_knock_goes_to_the_window_in_use() {
        check(then(open(), vec![Event::Knock]), &["tell journal Show"]);
        check(vec![said(Role::Keys, Note::Painted), Event::Knock], &["tell keys Show"]);
    }

    #[test]
    fn a_chosen_language_reaches_the_next_role() {
        let (mut plan, _) = Plan::begin();
        let english = Appearance { language: contract::Language::En, ..Appearance::default() };
        plan.after(said(Role::Keys, Note::Appearance { appearance: english }));
        let acts = plan.after(said(Role::Keys, Note::Painted));
        let [Act::Start(Role::Journal, opening)] = &acts[..] else { panic!("the journal is warmed") };
        assert_eq!(opening.appearance, Some(english));
    }

    #[test]
    fn keys_cannot_speak_for_the_journal() {
        check(vec![said(Role::Keys, Note::Opened)], &[]);
    }
}
