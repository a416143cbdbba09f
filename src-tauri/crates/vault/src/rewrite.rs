//! Taking out of a backup what was erased from the journal, without there being a moment in which the
//! backup is gone.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::backup::manifest::Header;
use crate::backup::verify::verify;
use crate::backup::{Backup, BackupName, Backups, Count, Inside, Part, Place, hash, to_the_millisecond};
use crate::store::{self, Access};
use crate::{SlotFile, Unlocked, Vault, VaultError, files, staging};

/// What is asked of a backup's tables: yes or no.
pub type Question<'a> = &'a mut dyn FnMut(&Connection) -> rusqlite::Result<bool>;

/// How many pages are given back at a time.
const PAGES: u32 = 256;

impl Backups {
    /// Makes a backup anew: a copy of it is checked, opened as a vault, changed by `work`, which gives
    /// the vault back, closed, checked and counted again. Then it takes the place of the former one,
    /// with the same time and, because there is a moment in which both are there, another number
    /// behind its name. The manifest says `now` as the time of its last check.
    ///
    /// What `work` erases is on no page of the new backup. Nobody else may be making or copying a
    /// backup at that place meanwhile.
    ///
    /// # Errors
    /// As [`Self::check`], those of `work`, and [`VaultError::DiskFull`], for it needs room for one
    /// backup more. The former one is then still there.
    pub fn rewrite(
        &self,
        place: Place,
        name: &BackupName,
        count: Count,
        now: DateTime<Utc>,
        work: &mut dyn FnMut(Vault<Unlocked>) -> Result<Vault<Unlocked>, VaultError>,
    ) -> Result<Backup, VaultError> {
        let mut rewrite = || {
            let from = self.folder_of(place, name)?;
            let shelf = from.path().parent().ok_or(VaultError::Misuse)?.to_owned();
            let slots = SlotFile::load(&from)?;
            let part = Part::make_at(&shelf, name.made_at())?;
            let to = part.folder();
            let (manifest, inside, _) = staging::stage_backup(&from, &to, &slots, &self.keys, count)?;

            let open = Vault::at(to.clone()).unlock_with(Arc::clone(&self.keys));
            let mut vault = open.map_err(|(_, error)| error)?;
            vault.believe();
            let mut vault = work(vault)?;
            while vault.give_back(PAGES)? {}
            vault.lock()?;
            // A backup has no seal: its manifest says more.
            files::remove_if_there(&to.seal())?;
            files::remove_if_there(&to.slots_previous())?;
            files::remove_if_there(&to.reserve())?;

            files::force(&to.store())?;
            let verified = verify(&to.store(), &self.keys, count)?;
            let (length, hash) = hash(&to.store())?;
            let header = Header { length, hash, ..manifest.header };
            let inside = Inside {
                tally: verified.tally,
                checked_at: to_the_millisecond(now),
                format: verified.format,
                ..inside
            };
            let backup = part.become_backup(place, header, inside, &self.keys)?;
            self.remove(place, name)?;
            Ok(backup)
        };
        rewrite().map_err(|error| self.at(place, error))
    }

    /// Asks something of a backup where it lies: whether it is worth making anew, which costs a
    /// hundred times as much. Reads the pages that the answer needs and writes nothing.
    ///
    /// # Errors
    /// [`VaultError::BackupGone`], [`VaultError::BackupDamaged`], [`VaultError::BackupOfOtherKey`],
    /// [`VaultError::NewerFormat`], [`VaultError::PlaceGone`], [`VaultError::Io`].
    pub fn ask(&self, place: Place, name: &BackupName, question: Question<'_>) -> Result<bool, VaultError> {
        let mut ask = || {
            let folder = self.folder_of(place, name)?;
            self.open(&folder)?;
            let connection = store::open(&folder.store(), &self.keys.store, Access::Closed)?;
            let answer = question(&connection)?;
            store::read_well(&connection)?;
            Ok(answer)
        };
        let damaged = |error| {
            if error == VaultError::StoreDamaged { VaultError::BackupDamaged } else { error }
        };
        ask().map_err(|error| self.at(place, damaged(error)))
    }
}
