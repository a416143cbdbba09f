//! How this role goes: by a lock that is asked for, by one that the system calls for, or because the
//! window is closed. Whoever is first decides which, and all end in one place.

use std::{
    process,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use contract::{Failure, Intent, LockJournal, LockReason, ShellEvent};
use household::{
    Role,
    catalogue::{Say, say},
    pipe::Note,
    tell,
};
use payload::Payload;

use super::{Journal, Room, backing_up::end_of_trial};
use crate::{
    session::{self, Call},
    window,
};

/// How long a page may take to save what it holds when the window is closed or the parent sends
/// this role away. What was typed is on disk within two seconds in any case.
const LAST_WORDS: Duration = Duration::from_secs(3);

/// How long it may take when the system calls for a lock: from there to the end of this process may
/// take a second, and on a machine that is busy with a dozen other things sealing and ending were seen
/// to take more than half of that.
const LAST_WORDS_BEFORE_LOCK: Duration = Duration::from_millis(400);

/// How far this role is.
#[derive(Debug, Default)]
pub struct Leaving {
    stage: Mutex<Stage>,
    /// The parent has heard what this role ends for.
    is_said: AtomicBool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Stage {
    /// It waits for a key, and has nothing to lock.
    #[default]
    Warm,
    /// The key has come. What the system calls for meanwhile must not be lost: who closes the lid
    /// right after the passphrase finds the journal locked.
    Opening { called: Option<LockReason> },
    /// There is an open journal.
    Open,
    /// It goes, and nothing changes that.
    Leaving,
}

impl Stage {
    /// What follows from a call for a lock: whether it is for now.
    fn call(&mut self, why: LockReason) -> bool {
        match self {
            Self::Warm | Self::Leaving => false,
            Self::Opening { called } => {
                called.get_or_insert(why);
                false
            }
            Self::Open => {
                *self = Self::Leaving;
                true
            }
        }
    }

    /// The journal is open; gives the lock that was called for meanwhile.
    fn open(&mut self) -> Option<LockReason> {
        match std::mem::replace(self, Self::Open) {
            Self::Opening { called } => called,
            Self::Warm | Self::Open | Self::Leaving => None,
        }
    }
}

impl Leaving {
    fn stage<T>(&self, change: impl FnOnce(&mut Stage) -> T) -> T {
        change(&mut self.stage.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Journal {
    pub(super) fn lock_journal(&self, request: LockJournal) -> Result<(), Failure> {
        let LockJournal { intent, why, backup } = request;
        self.part(&Note::Locking { intent, why, saved: true, backup })
    }

    pub(super) fn quit_journal(&self, (): ()) -> Result<(), Failure> {
        self.part(&Note::Quit)
    }

    /// The key has come: from now on the system is listened to.
    pub(super) fn begin_opening(self: &Arc<Self>) {
        self.leaving.stage(|stage| *stage = Stage::Opening { called: None });
        let journal = Arc::clone(self);
        session::heed(say(self.errand.appearance.language, Say::BeforeSleep), move |call| match call {
            Call::Lock(why) => journal.lock_because(why),
            Call::Leave => journal.close(),
        });
    }

    /// The journal is open, and its window on screen.
    pub(super) fn is_opened(self: &Arc<Self>) {
        if let Some(why) = self.leaving.stage(Stage::open) {
            self.lock_because(why);
        }
    }

    /// The system calls for a lock. The page gets a moment to save what it holds and to lock; then it
    /// is done whatever the page does.
    pub(super) fn lock_because(self: &Arc<Self>, why: LockReason) {
        if !self.leaving.stage(|stage| stage.call(why)) {
            return;
        }
        self.events.push(ShellEvent::LockRequested { why });
        let journal = Arc::clone(self);
        thread::spawn(move || {
            thread::sleep(LAST_WORDS_BEFORE_LOCK);
            journal.part(&Note::Locking { intent: Intent::Open, why, saved: false, backup: None })
        });
    }

    /// The person closes the window, the session ends or the parent is gone: the page gets a moment to
    /// save what it holds, and then all is sealed.
    pub(super) fn close(self: &Arc<Self>) {
        if self.room.lock().unwrap_or_else(PoisonError::into_inner).is_none() {
            process::exit(0);
        }
        self.leaving.stage(|stage| *stage = Stage::Leaving);
        self.events.push(ShellEvent::CloseRequested);
        let journal = Arc::clone(self);
        thread::spawn(move || {
            thread::sleep(LAST_WORDS);
            journal.part(&Note::Quit)
        });
    }

    /// The page is gone, and with it what it had not yet saved. The store is closed well, and the
    /// parent sees a role that ended without a word.
    pub(super) fn fall(self: &Arc<Self>) {
        let journal = Arc::clone(self);
        thread::spawn(move || journal.end());
    }

    /// Says what this role ends for and ends. Said first: the lock window starts while this role
    /// seals. Said once: page and system may both come to it.
    fn part(&self, note: &Note) -> ! {
        if !self.leaving.is_said.swap(true, Ordering::SeqCst) {
            self.speech.say(note);
        }
        self.end()
    }

    /// Hands over what a walk-through shows and ends. It begins when this process is gone, and what the
    /// system or the person calls for meanwhile changes nothing: here all is being sealed already.
    pub(super) fn hand_over_and_end(&self, payload: Payload) -> ! {
        self.leaving.stage(|stage| *stage = Stage::Leaving);
        if !self.leaving.is_said.swap(true, Ordering::SeqCst)
            && let Err(error) = self.speech.hand_over_shown(payload)
        {
            // The parent is gone, and nothing will be shown; the next unlock begins with the card.
            tell::incident(&error);
        }
        self.end()
    }

    /// Seals the store and ends the process. Every answer is on disk already: what goes wrong
    /// here costs a check at the next unlock, never a word, and must not keep the journal open.
    fn end(&self) -> ! {
        let _here = self.busy.enter();
        let forgetting = window::forget(&self.app, Role::Journal);
        let mut room = self.room.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(Room { own, trial }) = room.take() {
            if let Some(trial) = trial {
                end_of_trial(&own, trial);
            }
            if let Err(error) = own.close() {
                tell::incident(&error);
            }
        }
        forgetting.wait();
        process::exit(0)
    }
}

/// At the end of a session the system asks every process to end: as good a reason to save and seal
/// as any. Without the handler the next unlock would say that the journal was not closed.
#[cfg(unix)]
pub(super) fn when_session_ends(journal: &Arc<Journal>) {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGTERM},
        iterator::Signals,
    };
    let journal = Arc::clone(journal);
    if let Ok(mut signals) = Signals::new([SIGTERM, SIGHUP, SIGINT]) {
        thread::spawn(move || signals.forever().for_each(|_| journal.close()));
    }
}

/// Windows asks the window, and that closes it. Untested.
#[cfg(not(unix))]
pub(super) fn when_session_ends(_journal: &Arc<Journal>) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_calls_for_a_lock_lock_once() {
        let mut stage = Stage::Open;
        assert!(stage.call(LockReason::Lid));
        assert!(!stage.call(LockReason::Sleep));
        assert_eq!(stage, Stage::Leaving);
    }

    #[test]
    fn a_role_that_waits_for_its_key_has_nothing_to_lock() {
        let mut stage = Stage::Warm;
        assert!(!stage.call(LockReason::Screen));
        assert_eq!(stage, Stage::Warm);
    }

    #[test]
    fn a_call_that_comes_while_the_journal_opens_locks_it_once_it_is_open() {
        let mut stage = Stage::Opening { called: None };
        assert!(!stage.call(LockReason::Lid));
        assert!(!stage.call(LockReason::Sleep));
        assert_eq!(stage.open(), Some(LockReason::Lid));
        assert!(stage.call(LockReason::Lid));
        assert_eq!(Stage::Opening { called: None }.open(), None);
    }
}
