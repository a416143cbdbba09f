//! Opening a store to read it and nothing else: to save what can be saved, to try a backup, or from
//! where nobody may write.
//!
//! Nothing is written, locked or made: no seal, no shared memory, no turn finished. The seal is
//! read, so that a finding can be told; a new one lasts for the session.

use std::sync::Arc;

use rusqlite::Connection;

use super::{Keys, Locked, Purpose, Standing, Unlocked, Vault};
use crate::folder::Folder;
use crate::store::{self, Access};
use crate::{DataKey, VaultError, files};

impl Vault<Locked> {
    /// Opens the store to read it, writing nothing at all, also where nothing may be written (see
    /// [`Folder::to_read`]). What a crash left in the WAL is read too. Whatever SQLite can open, opens:
    /// a broken page shows when it is read.
    ///
    /// No other process may have the store open to write: nothing here keeps it from that.
    ///
    /// # Errors
    /// The vault comes back, still locked, with [`VaultError::StoreMissing`],
    /// [`VaultError::StoreDamaged`], [`VaultError::NewerFormat`] or [`VaultError::SettingRefused`].
    #[allow(
        clippy::needless_pass_by_value,
        reason = "the caller must not keep a key that the open store has taken over"
    )]
    pub fn unlock_to_read(self, data_key: DataKey) -> Result<Vault<Unlocked>, (Self, VaultError)> {
        self.read_with(Arc::new(Keys::of(&data_key)))
    }

    /// The same for who has the keys derived already.
    pub(crate) fn read_with(self, keys: Arc<Keys>) -> Result<Vault<Unlocked>, (Self, VaultError)> {
        match Unlocked::open(&self.folder, keys, Purpose::Read) {
            Ok(state) => Ok(Vault { folder: self.folder, state }),
            Err(error) => Err((self, error)),
        }
    }
}

impl Vault<Unlocked> {
    /// Whether it was opened with [`Vault::unlock_to_read`].
    #[must_use]
    pub fn only_reads(&self) -> bool {
        self.state.purpose == Purpose::Read
    }

    /// A connection of its own that only reads, with the guard and the settings of the first.
    ///
    /// For a store with a broken page: by SQLCipher's design a connection that met one answers nothing
    /// any more, so who wants the other pages reads on with another. It must be dropped before the
    /// vault is locked.
    ///
    /// # Errors
    /// [`VaultError::StoreDamaged`] when it is a page without which nothing opens;
    /// [`VaultError::NotEnoughMemory`], [`VaultError::Sqlite`].
    pub fn another_look(&self) -> Result<Connection, VaultError> {
        store::open(&self.folder.store(), &self.state.keys.store, self.looking())
    }

    /// Opens another connection in place of one that met a broken page, so that words can still be
    /// written. To be called after [`VaultError::StoreDamaged`], not within a transaction.
    ///
    /// It does not ask first whether the old one still answers: what it has in its cache it still
    /// gives, and only that.
    ///
    /// # Errors
    /// As [`Self::another_look`]; the former connection stays.
    pub fn heal(&mut self) -> Result<(), VaultError> {
        let access = if self.only_reads() { self.looking() } else { Access::Write };
        self.abandon_backup();
        let connection = store::open(&self.folder.store(), &self.state.keys.store, access)?;
        self.state.counted = self.state.counted.go_on(&self.state.connection, &connection);
        self.state.connection = connection;
        Ok(())
    }

    /// How a second connection opens the store.
    pub(super) fn looking(&self) -> Access {
        match self.state.purpose {
            Purpose::Write => Access::Look,
            Purpose::Read => access(&self.folder),
        }
    }

    /// For a store that was checked from the first page to the last before it was opened.
    pub(crate) fn believe(&mut self) {
        if self.state.standing == Standing::Unverified {
            self.state.standing = Standing::Sound;
        }
    }

    pub(super) fn refuse_when_reading(&self) -> Result<(), VaultError> {
        if self.only_reads() { Err(VaultError::OnlyReading) } else { Ok(()) }
    }
}

/// How to open a store to read it: with its WAL when there is anything in that.
pub(super) fn access(folder: &Folder) -> Access {
    match files::length(&folder.wal()) {
        Ok(None | Some(0)) => Access::Closed,
        Ok(Some(_)) | Err(_) => Access::WithLog,
    }
}
