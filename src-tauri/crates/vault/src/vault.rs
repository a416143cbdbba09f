//! Locked and unlocked as types: a function that needs an open store takes one.
//!
//! **What locking does.** The store gets its next generation, the WAL is merged, the MACs of the
//! chunks that changed are computed, and the seal is written last. Words are safe before the first
//! of these steps: every commit was forced to the disk in the WAL.
//!
//! | what is known when it locks | what locking does |
//! |---|---|
//! | sound | merges, seals |
//! | sealed last time, not checked yet | checks the chunks that the merge will touch against the old seal, merges, seals; all other chunks keep their old MACs, so a change that was not found yet still will be |
//! | not closed last time, not checked yet | merges nothing and leaves the seal open: what was never checked is not sealed |
//! | changed outside, damaged | merges, and seals *with the finding in it*: every unlock says so again until [`Vault::accept`] |
//!
//! A vault that only reads merges and seals nothing; locking closes it.
//!
//! When a step fails (full disk) the error is returned, the seal stays open, and the next unlock
//! checks as after a crash.

mod backup;
mod counted;
mod opening;
mod reading;
mod room;

use std::collections::BTreeSet;
use std::sync::{Arc, Weak};

use rusqlite::Connection;

use crate::backup::Backups;
use crate::checker::{Checker, Question, Verdict, Watch};
use crate::derive::SubKey;
use crate::folder::Folder;
use crate::seal::Finding;
use crate::seal::ledger::{self, Ledger, StoreBytes};
use crate::secrets::{DataKey, VaultId};
use crate::{Migration, VaultError, files, migration, store};
use backup::Making;
use counted::Counted;

pub use backup::Copied;

/// A journal's store, locked or unlocked.
#[derive(Debug)]
pub struct Vault<S> {
    folder: Folder,
    state: S,
}

/// No key, no connection.
#[derive(Debug)]
pub struct Locked;

/// An open store. Dropping it without [`Vault::lock`] is what a crash does: nothing is lost, and
/// the next unlock says that it was not closed.
#[derive(Debug)]
pub struct Unlocked {
    // Dropped in this order: a copy ends before the connection it reads, and the handle to the
    // store's bytes must outlive the connection.
    making: Option<Making>,
    connection: Connection,
    bytes: Arc<StoreBytes>,
    keys: Arc<Keys>,
    watch: Arc<Watch>,
    left: Left,
    standing: Standing,
    /// What the last seal says of each chunk; nothing when all must be computed again.
    ledger: Option<Arc<Ledger>>,
    /// Chunks that merges of the WAL have changed since then.
    changed: BTreeSet<u64>,
    generation: u64,
    counted: Counted,
    /// Alive while a backup is being made, on this thread or as a draft on another.
    draft: Weak<()>,
    purpose: Purpose,
}

/// What a store is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To work with it.
    Write,
    /// To read it, leaving every file as it is.
    Read,
}

/// How the journal was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Just set up; this is the first unlock.
    New,
    /// Locked.
    Sealed,
    /// Not locked: a crash, a kill, a power cut; or its seal is gone.
    NotClosed,
}

/// The keys of an open store.
pub(crate) struct Keys {
    pub(crate) store: SubKey,
    pub(crate) seal: SubKey,
    pub(crate) backup: SubKey,
    pub(crate) header: SubKey,
    pub(crate) vault_id: VaultId,
}

/// What is known about the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Unverified,
    Sound,
    Found(Finding),
}

/// A WAL longer than this is merged after a commit: 4 MiB, about a thousand pages.
const WAL_TO_MERGE: u64 = 4 * 1024 * 1024;

impl<S> Vault<S> {
    /// The folder it is in.
    #[must_use]
    pub fn folder(&self) -> &Folder {
        &self.folder
    }
}

impl Vault<Locked> {
    /// The journal in this folder.
    #[must_use]
    pub fn at(folder: Folder) -> Self {
        Self { folder, state: Locked }
    }

    /// Opens the store. Takes about a millisecond; chunks are checked later by [`Vault::checker`]. A
    /// turn that was cut off is finished first (see [`Folder::finish_turn`]).
    ///
    /// # Errors
    /// The vault comes back, still locked, with [`VaultError::StoreMissing`],
    /// [`VaultError::StoreDamaged`], [`VaultError::NewerFormat`],
    /// [`VaultError::FolderNotWritable`], [`VaultError::DiskFull`] or
    /// [`VaultError::SettingRefused`].
    #[allow(
        clippy::needless_pass_by_value,
        reason = "the caller must not keep a key that the open store has taken over"
    )]
    pub fn unlock(self, data_key: DataKey) -> Result<Vault<Unlocked>, (Self, VaultError)> {
        self.unlock_with(Arc::new(Keys::of(&data_key)))
    }

    /// The same for who has the keys derived already.
    pub(crate) fn unlock_with(self, keys: Arc<Keys>) -> Result<Vault<Unlocked>, (Self, VaultError)> {
        let opened =
            self.folder.finish_turn().and_then(|()| Unlocked::open(&self.folder, keys, Purpose::Write));
        match opened {
            Ok(state) => Ok(Vault { folder: self.folder, state }),
            Err(error) => Err((self, error)),
        }
    }
}

impl Vault<Unlocked> {
    /// The one connection.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.state.connection
    }

    /// The one connection, for transactions.
    pub fn connection_mut(&mut self) -> &mut Connection {
        &mut self.state.connection
    }

    /// Brings the store to the last of `migrations`; returns the version it had before.
    ///
    /// # Errors
    /// [`VaultError::OnlyReading`]; [`VaultError::NewerFormat`];
    /// [`VaultError::MigrationsOutOfOrder`]; any failure of a step, after
    /// which the store is as it was.
    pub fn migrate(&mut self, migrations: &[Migration]) -> Result<u32, VaultError> {
        self.refuse_when_reading()?;
        self.heal()?;
        let ran = migration::run(&mut self.state.connection, migrations);
        ran.map_err(|error| self.reason(error))
    }

    /// To be called after commits: merges the WAL when it has grown long.
    ///
    /// It does nothing while the store is unverified or was found changed: pages that were not
    /// compared with the seal are not overwritten.
    ///
    /// # Errors
    /// [`VaultError::DiskFull`], [`VaultError::Io`]. What was committed is safe all the same.
    pub fn after_commit(&mut self) -> Result<(), VaultError> {
        let wal = self.folder.wal();
        let long = files::length(&wal)?.is_some_and(|length| length > WAL_TO_MERGE);
        if !long || self.state.standing != Standing::Sound {
            return Ok(());
        }
        self.merge_now()
    }

    /// To be called after an erasure: what was overwritten must not live on in the WAL.
    ///
    /// Like [`Self::after_commit`] it waits for a sound store; a lock merges what then still waits.
    ///
    /// # Errors
    /// As [`Self::after_commit`].
    pub fn empty_log(&mut self) -> Result<(), VaultError> {
        if self.state.standing == Standing::Sound { self.merge_now() } else { Ok(()) }
    }

    /// Merges the WAL, having noted what that changes.
    pub(crate) fn merge_now(&mut self) -> Result<(), VaultError> {
        if self.only_reads() {
            return Ok(());
        }
        let state = &mut self.state;
        state.note_changes(&self.folder)?;
        let before = state.bytes.length()?;
        store::merge_wal(&state.connection)?;
        let after = state.bytes.length()?;
        if after < before {
            // What was cut off may come back with other bytes before the next seal.
            state.changed.extend(ledger::chunk_at(after)..=ledger::chunk_at(before));
        }
        Ok(())
    }

    /// How the journal was left.
    #[must_use]
    pub fn left(&self) -> Left {
        self.state.left
    }

    /// How many times the journal was locked before. A backup has the number of the time in which it
    /// was made, also when it is put back.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.state.generation
    }

    /// What is known by now: at once when length, generation or seal already tell, or when it was
    /// settled; nothing while only a checker can tell.
    #[must_use]
    pub fn verdict(&self) -> Option<Verdict> {
        match self.state.standing {
            Standing::Unverified => None,
            Standing::Sound => Some(Verdict::Sound),
            Standing::Found(Finding::ChangedOutside) => Some(Verdict::ChangedOutside),
            Standing::Found(Finding::Damaged) => Some(Verdict::Damaged),
        }
    }

    /// The backups of this journal, for another thread or for later.
    #[must_use]
    pub fn backups(&self) -> Backups {
        Backups::with(self.folder.clone(), Arc::clone(&self.state.keys))
    }

    /// A checker for a background thread. Give its verdict to [`Self::settle`].
    #[must_use]
    pub fn checker(&self) -> Checker {
        let state = &self.state;
        let question = match (state.standing, &state.ledger) {
            (Standing::Sound, _) => Question::Settled(Verdict::Sound),
            (Standing::Found(Finding::Damaged), _) => Question::Settled(Verdict::Damaged),
            (Standing::Found(Finding::ChangedOutside), _) => Question::Found,
            (Standing::Unverified, Some(ledger)) => Question::AsSealed(Arc::clone(ledger)),
            (Standing::Unverified, None) => Question::AfterCrash,
        };
        Checker {
            question,
            store: Arc::clone(&state.bytes),
            path: self.folder.store(),
            access: self.looking(),
            keys: Arc::clone(&state.keys),
            watch: Arc::clone(&state.watch),
        }
    }

    /// Takes a checker's verdict. A finding is written into the seal at once, so that no crash
    /// and no lock forgets it; a vault that only reads knows it for this session. What was found to be
    /// damaged stays that: a later look that finds less did not see what the former saw.
    ///
    /// What a crash left in the WAL is merged as soon as it is known to be sound: the next crash must
    /// not find it there, behind its own last transaction.
    ///
    /// # Errors
    /// [`VaultError::DiskFull`], [`VaultError::FolderNotWritable`], [`VaultError::Io`]. The verdict
    /// holds for this session all the same.
    pub fn settle(&mut self, verdict: Verdict) -> Result<(), VaultError> {
        match verdict {
            Verdict::Sound => {
                // A finding is taken back by a person, not by a later look.
                if self.state.standing == Standing::Unverified {
                    self.state.standing = Standing::Sound;
                    if self.state.left == Left::NotClosed {
                        // On a full disk it stays, as safe as it was.
                        let _later = self.merge_now();
                    }
                }
                Ok(())
            }
            Verdict::ChangedOutside => self.find(Finding::ChangedOutside),
            Verdict::Damaged => self.find(Finding::Damaged),
        }
    }

    /// A person has read that the store was changed outside and goes on with it as it is.
    ///
    /// # Errors
    /// [`VaultError::OnlyReading`]; [`VaultError::StoreDamaged`] when it is not whole: that cannot be
    /// accepted, only restored. Otherwise as [`Self::settle`].
    pub fn accept(&mut self) -> Result<(), VaultError> {
        self.refuse_when_reading()?;
        match self.state.standing {
            Standing::Found(Finding::Damaged) => Err(VaultError::StoreDamaged),
            Standing::Found(Finding::ChangedOutside) => {
                self.state.standing = Standing::Sound;
                self.state.write_open_seal(&self.folder)
            }
            Standing::Unverified | Standing::Sound => Ok(()),
        }
    }

    /// Closes the store and seals it. See the head of this module for what is sealed when.
    ///
    /// # Errors
    /// [`VaultError::DiskFull`], [`VaultError::Sqlite`], [`VaultError::Io`]: the store is closed
    /// and every committed word is safe, but it is not sealed.
    pub fn lock(mut self) -> Result<Vault<Locked>, VaultError> {
        self.state.watch.stop();
        // The connection may have met a page that it could not read; what was written is to be merged
        // all the same.
        let _as_it_is = self.heal();
        let Self { folder, state } = self;
        state.close(&folder).map_err(|error| room::reason(&folder, error))?;
        Ok(Vault::at(folder))
    }

    fn find(&mut self, finding: Finding) -> Result<(), VaultError> {
        if self.state.standing == Standing::Found(Finding::Damaged) {
            return Ok(());
        }
        self.state.standing = Standing::Found(finding);
        self.state.ledger = None;
        if self.only_reads() { Ok(()) } else { self.state.write_open_seal(&self.folder) }
    }
}

impl Standing {
    fn finding(self) -> Option<Finding> {
        match self {
            Self::Found(finding) => Some(finding),
            Self::Unverified | Self::Sound => None,
        }
    }
}

impl Keys {
    /// Derives them; takes microseconds.
    pub(crate) fn of(data_key: &DataKey) -> Self {
        Self {
            store: SubKey::store(data_key),
            seal: SubKey::seal(data_key),
            backup: SubKey::backup(data_key),
            header: SubKey::header(data_key),
            vault_id: data_key.vault_id(),
        }
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys")
    }
}
