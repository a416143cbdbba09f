//! Whether the store is sound, found out in the background while a person already reads.
//!
//! A checker has its own handle and its own read-only connection, so it never makes the person
//! wait. That is safe with one writer because nothing merges the WAL before the verdict is in: the
//! store's file does not change while it is read.

use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, InterruptHandle};

use crate::VaultError;
use crate::seal::ledger::{Ledger, Scribe, StoreBytes};
use crate::store::{self, Access};
use crate::vault::Keys;
use crate::{files, whole};

/// What a checker found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The store is the one that was locked; or, after a crash, every page and index is whole.
    Sound,
    /// Readable and whole, but not the store that was locked: a file or a page was replaced, or
    /// the seal is gone.
    ChangedOutside,
    /// A page or an index is broken.
    Damaged,
}

/// Checks one unlocked store. It can be moved to another thread.
#[derive(Debug)]
pub struct Checker {
    pub(crate) question: Question,
    pub(crate) store: Arc<StoreBytes>,
    pub(crate) path: PathBuf,
    /// How to open the store beside the connection that is open.
    pub(crate) access: Access,
    pub(crate) keys: Arc<Keys>,
    pub(crate) watch: Arc<Watch>,
}

/// What there is to find out.
#[derive(Debug)]
pub(crate) enum Question {
    /// Nothing: it was settled before.
    Settled(Verdict),
    /// Whether the file agrees with the ledger of the last lock.
    AsSealed(Arc<Ledger>),
    /// Whether a store that was not closed is whole.
    AfterCrash,
    /// Whether a store that is known to be changed is at least whole.
    Found,
}

impl Checker {
    /// Looks. Takes milliseconds per megabyte. Returns nothing when the journal was locked first, or
    /// when it could not look (no memory, no folder): the store then stays unverified.
    #[must_use]
    pub fn run(self) -> Option<Verdict> {
        let _running = self.watch.enter()?;
        match &self.question {
            Question::Settled(verdict) => Some(*verdict),
            Question::AsSealed(ledger) => match self.agrees(ledger)? {
                Agreement::All => Some(Verdict::Sound),
                Agreement::NotAll => self.whole_or(Verdict::ChangedOutside),
                Agreement::NotRead => Some(Verdict::Damaged),
            },
            Question::AfterCrash => self.whole_or(Verdict::Sound),
            Question::Found => self.whole_or(Verdict::ChangedOutside),
        }
    }

    /// Whether every chunk is the one that was sealed; nothing when told to stop.
    fn agrees(&self, ledger: &Ledger) -> Option<Agreement> {
        let scribe = Scribe { key: &self.keys.seal, vault_id: self.keys.vault_id, store: &self.store };
        for index in 0..ledger.chunks() {
            if self.watch.is_stopped() {
                return None;
            }
            // A disk that fails once says nothing of the store. One that fails twice does not give back
            // what it was given, and who is told nothing of it makes no copy in time.
            match scribe.agrees(ledger, index).or_else(|_| scribe.agrees(ledger, index)) {
                Ok(true) => {}
                Ok(false) => return Some(Agreement::NotAll),
                // It was cut off since it was opened.
                Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Some(Agreement::NotAll),
                Err(_) => return Some(Agreement::NotRead),
            }
        }
        Some(Agreement::All)
    }

    /// `verdict` when every page and every index is whole, else [`Verdict::Damaged`].
    ///
    /// Damage is said when two looks found it: the finding is written into the seal, and one moment in
    /// which the disk did not answer must not stay there.
    fn whole_or(&self, verdict: Verdict) -> Option<Verdict> {
        let mut broken = 0;
        for _ in 0..LOOKS {
            let whole = self.is_whole();
            if self.watch.is_stopped() {
                // An interrupted check looks like a failed one.
                return None;
            }
            match whole {
                Ok(true) => return Some(verdict),
                Ok(false) | Err(VaultError::StoreDamaged) => broken += 1,
                // A page that the disk does not give back is as broken as one that it gives back wrong.
                Err(error) if error.is_a_failed_read() => broken += 1,
                // Too little memory, say. Perhaps there is more for the next look.
                Err(_) => {}
            }
            if broken == 2 {
                return Some(Verdict::Damaged);
            }
        }
        None
    }

    fn is_whole(&self) -> Result<bool, VaultError> {
        let connection = store::open(&self.path, &self.keys.store, self.access)?;
        let _interruptible = self.watch.interruptible(&connection);
        whole::is_whole(&connection, Some(&files::beside(&self.path, "-wal")))
    }
}

/// How the chunks of the file go with those that were sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Agreement {
    All,
    /// One is another, or is gone.
    NotAll,
    /// The disk does not give one back.
    NotRead,
}

/// How often a checker looks at most before it says that it could not.
const LOOKS: usize = 3;

/// What locking uses to end a checker that is still at work.
#[derive(Default)]
pub(crate) struct Watch {
    stopped: AtomicBool,
    at_work: Mutex<AtWork>,
    idle: Condvar,
}

#[derive(Default)]
struct AtWork {
    checkers: usize,
    interrupt: Option<InterruptHandle>,
}

/// How long locking waits for a checker. SQLite answers an interrupt in microseconds; the check of
/// page MACs cannot be interrupted and takes about 4 ms per megabyte. If that is too long, the
/// journal stays unsealed, which loses nothing.
const PATIENCE: Duration = Duration::from_millis(700);

impl Watch {
    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::SeqCst)
    }

    /// Ends all checkers and waits for them, but not for ever.
    pub(crate) fn stop(&self) {
        self.stopped.store(true, Ordering::SeqCst);
        let at_work = self.at_work();
        if let Some(handle) = &at_work.interrupt {
            handle.interrupt();
        }
        let idle = self.idle.wait_timeout_while(at_work, PATIENCE, |at_work| at_work.checkers > 0);
        // Whether it ended in time shows by itself: a merge that it stands in the way of fails.
        drop(idle);
    }

    fn enter(self: &Arc<Self>) -> Option<Running> {
        let mut at_work = self.at_work();
        if self.is_stopped() {
            return None;
        }
        at_work.checkers += 1;
        Some(Running(Arc::clone(self)))
    }

    fn interruptible<'a>(&'a self, connection: &Connection) -> Interruptible<'a> {
        let handle = connection.get_interrupt_handle();
        let mut at_work = self.at_work();
        // Locking may have begun between the last look and now.
        if self.is_stopped() {
            handle.interrupt();
        }
        at_work.interrupt = Some(handle);
        Interruptible(self)
    }

    fn at_work(&self) -> MutexGuard<'_, AtWork> {
        self.at_work.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Watch").field("stopped", &self.is_stopped()).finish_non_exhaustive()
    }
}

/// Counts one checker for as long as it lives, a panic included.
struct Running(Arc<Watch>);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.at_work().checkers -= 1;
        self.0.idle.notify_all();
    }
}

struct Interruptible<'a>(&'a Watch);

impl Drop for Interruptible<'_> {
    fn drop(&mut self) {
        self.0.at_work().interrupt = None;
    }
}
