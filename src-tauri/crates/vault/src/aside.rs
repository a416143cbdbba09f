//! Journals that a restore kept aside: what is forgotten goes out of them too, and after half a year
//! they go themselves.
//!
//! One of them stays what it was: store, seal and slots of one journal, in the folder that a person
//! was told of, so that it can be put back by hand. It is made anew the way of a turn:
//!
//! 1. `STAMP.part` is made: a copy of the journal, changed, sealed, checked and forced to the disk.
//!    Until it is whole, nothing has happened.
//! 2. It is renamed to `STAMP.in`. From here on it is finished, not undone.
//! 3. `STAMP` goes, and `STAMP.in` gets its name.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use crate::backup::{Backups, all_names, create_folder};
use crate::copying::Copying;
use crate::folder::Folder;
use crate::seal::Finding;
use crate::store::{self, Access};
use crate::turn::{self, names};
use crate::{BackupName, Question, Unlocked, Vault, VaultError, Verdict, files, staging, whole};

/// How long a journal is kept aside.
const KEPT: TimeDelta = TimeDelta::days(180);

/// A stamp this far ahead is no clock that was put right by a little.
const AHEAD: TimeDelta = TimeDelta::days(1);

/// No journal was kept aside before: a stamp of then comes from a clock that had stopped. In seconds,
/// the first of January 2026.
const FIRST: i64 = 1_767_225_600;

/// How many pages are copied at a time, and given back.
const PAGES: u16 = 1024;

/// What the name of one ends with that is whole and takes the place of the former.
const IN: &str = ".in";

/// A journal that a restore kept aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    name: BackupName,
}

impl Aside {
    /// When it was put aside, to the second, as its folder says.
    #[must_use]
    pub fn since(&self) -> DateTime<Utc> {
        self.name.made_at()
    }
}

impl Folder {
    /// Destroys the journals that were put aside 180 days ago, whatever their key, their slots first.
    /// None goes early: where the name of a folder says no day that can be true, one ahead of `now` or
    /// long before, it gets the name of `now` and its days count from there. Needs no key; nobody else
    /// may be at work on what is aside.
    ///
    /// # Errors
    /// [`VaultError::FolderNotWritable`], [`VaultError::Io`]: the first of what went wrong. What could
    /// go is gone, and calling it again goes on from there.
    pub fn end_asides(&self, now: DateTime<Utc>) -> Result<(), VaultError> {
        self.finish_asides()?;
        let asides = self.asides();
        let mut first = Ok(());
        for name in names(&asides)? {
            let path = asides.join(&name);
            // A link to a folder is none of ours.
            if !fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_dir()) {
                continue;
            }
            let done = match stamp(&name, now) {
                Some(since) if now - since < KEPT => Ok(()),
                Some(_) => turn::destroy_folder(&path),
                None => stamp_anew(&path, now),
            };
            if first.is_ok() {
                first = done;
            }
        }
        Ok(first?)
    }

    /// Goes on with what was cut off while a journal aside was made anew: one that is whole arrives,
    /// one that never became whole goes.
    pub(crate) fn finish_asides(&self) -> io::Result<()> {
        let asides = self.asides();
        for name in names(&asides)? {
            if BackupName::is_unfinished(&name) {
                files::remove_folder(&asides.join(name))?;
            } else if let Some(former) =
                name.strip_suffix(IN).filter(|name| BackupName::parse(name).is_some())
            {
                // Its name must be on the disk before the former one goes.
                files::sync_folder(&asides)?;
                files::remove_folder(&asides.join(former))?;
                files::sync_folder(&asides)?;
                fs::rename(asides.join(&name), asides.join(former))?;
                files::sync_folder(&asides)?;
            }
        }
        Ok(())
    }
}

impl Backups {
    /// The journals that a restore kept aside, of whatever key.
    ///
    /// # Errors
    /// [`VaultError::Io`].
    pub fn asides(&self) -> Result<Vec<Aside>, VaultError> {
        let mut names = all_names(&self.folder.asides())?;
        names.sort();
        Ok(names.into_iter().map(|name| Aside { name }).collect())
    }

    /// Asks something of a journal aside where it lies, what a crash left in its WAL included. Writes
    /// nothing.
    ///
    /// # Errors
    /// [`VaultError::BackupGone`]; [`VaultError::BackupOfOtherKey`]; [`VaultError::NotSound`] when there
    /// is more in its folder than one journal; [`VaultError::StoreDamaged`],
    /// [`VaultError::StoreMissing`], [`VaultError::NewerFormat`], [`VaultError::Io`].
    pub fn ask_aside(&self, aside: &Aside, question: Question<'_>) -> Result<bool, VaultError> {
        let folder = self.folder_of_aside(aside)?;
        others(&folder)?;
        let vault = self.read_aside(&folder)?;
        let answer = question(vault.connection())?;
        store::read_well(vault.connection())?;
        vault.lock()?;
        Ok(answer)
    }

    /// Makes a journal aside anew: a copy of it is opened as a vault, changed by `work`, which gives the
    /// vault back, locked and checked. Then it takes the place of the former one, in the folder of the
    /// same name, with all else that lay there. A finding of its seal stays in it. What `work` erases is
    /// on no page of it, and it has no WAL.
    ///
    /// Nobody else may be at work on what is aside.
    ///
    /// # Errors
    /// As [`Self::ask_aside`], those of `work`, and [`VaultError::DiskFull`], for it needs room for one
    /// journal more. The former one is then still there.
    pub fn rewrite_aside(
        &self,
        aside: &Aside,
        work: &mut dyn FnMut(Vault<Unlocked>) -> Result<Vault<Unlocked>, VaultError>,
    ) -> Result<(), VaultError> {
        let from = self.folder_of_aside(aside)?;
        let others = others(&from)?;
        let shelf = self.folder.asides();
        let part = Folder::within(shelf.join(aside.name.unfinished()));
        files::remove_folder(part.path())?;
        create_folder(part.path())?;
        let mut make = || -> Result<(), VaultError> {
            self.make_anew(&from, &part, work)?;
            for name in &others {
                copy(&from.path().join(name), &part.path().join(name))?;
            }
            files::sync_folder(part.path())?;
            fs::rename(part.path(), shelf.join(format!("{}{IN}", aside.name)))?;
            Ok(())
        };
        let made = make();
        if made.is_err() {
            // What cannot be removed now is removed next time or at the next start.
            let _later = files::remove_folder(part.path());
        }
        made?;
        Ok(self.folder.finish_asides()?)
    }

    /// Store and seal of a journal without what `work` takes out of it.
    fn make_anew(
        &self,
        from: &Folder,
        to: &Folder,
        work: &mut dyn FnMut(Vault<Unlocked>) -> Result<Vault<Unlocked>, VaultError>,
    ) -> Result<(), VaultError> {
        let former = self.read_aside(from)?;
        let finding = match former.checker().run() {
            Some(Verdict::Sound) => None,
            Some(Verdict::ChangedOutside) => Some(Finding::ChangedOutside),
            Some(Verdict::Damaged) => return Err(VaultError::StoreDamaged),
            None => return Err(VaultError::NotSound),
        };
        let target = store::create_for_copy(&to.store(), &self.keys.store)?;
        let mut copying = Copying::begin(former.connection(), target)?;
        while !copying.step(former.connection(), PAGES)?.whole {}
        copying.finish()?;
        former.lock()?;
        files::force(&to.store())?;
        staging::seal(to, &self.keys, finding)?;

        let open = Vault::at(to.clone()).unlock_with(Arc::clone(&self.keys));
        let mut vault = open.map_err(|(_, error)| error)?;
        vault.believe();
        let mut vault = work(vault)?;
        while vault.give_back(u32::from(PAGES))? {}
        vault.lock()?;
        files::remove_if_there(&to.reserve())?;
        files::force(&to.store())?;
        let connection = store::open(&to.store(), &self.keys.store, Access::Closed)?;
        if whole::is_whole(&connection, None)? { Ok(()) } else { Err(VaultError::StoreDamaged) }
    }

    /// Opens one to read it. What our key does not open is damaged only where its slots say that it is
    /// of our key.
    fn read_aside(&self, folder: &Folder) -> Result<Vault<Unlocked>, VaultError> {
        match Vault::at(folder.clone()).read_with(Arc::clone(&self.keys)) {
            Ok(vault) => Ok(vault),
            Err((_, VaultError::StoreDamaged)) if !self.is_of_our_key(folder.path())? => {
                Err(VaultError::BackupOfOtherKey)
            }
            Err((_, error)) => Err(error),
        }
    }

    fn folder_of_aside(&self, aside: &Aside) -> Result<Folder, VaultError> {
        let path = self.folder.asides().join(aside.name.as_str());
        let is_folder = fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_dir());
        if is_folder { Ok(Folder::within(path)) } else { Err(VaultError::BackupGone) }
    }
}

/// What lies in the folder of a journal besides its store and seal: slots, and what a person put there.
///
/// # Errors
/// [`VaultError::NotSound`] when part of it may hold words that no rewriting of the store reaches.
fn others(folder: &Folder) -> Result<Vec<String>, VaultError> {
    const OF_ITS_STORE: [&str; 4] = ["journal.db", "journal.db-wal", "journal.db-shm", "journal.db-journal"];
    let mut others = names(folder.path())?;
    others.retain(|name| !OF_ITS_STORE.contains(&name.as_str()) && name != "seal");
    let is_ours_to_carry = |name: &String| {
        let is_file = fs::symlink_metadata(folder.path().join(name)).is_ok_and(|metadata| metadata.is_file());
        // A second store, or a WAL that was kept.
        is_file && !name.starts_with(OF_ITS_STORE[0])
    };
    if others.iter().all(is_ours_to_carry) { Ok(others) } else { Err(VaultError::NotSound) }
}

/// Since when a journal was kept aside, as far as that can be true.
fn stamp(name: &str, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let since = BackupName::parse(name)?.made_at();
    (since.timestamp() >= FIRST && since - now <= AHEAD).then_some(since)
}

fn stamp_anew(path: &Path, now: DateTime<Utc>) -> io::Result<()> {
    // Is there no name, or none free, then another time there is.
    if let Some(free) = free(path, now) {
        fs::rename(path, free)?;
        files::sync_folder_of(path)?;
    }
    Ok(())
}

fn free(path: &Path, now: DateTime<Utc>) -> Option<PathBuf> {
    BackupName::of(now).map(|name| path.with_file_name(name.as_str())).find(|path| !path.exists())
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let mut target = files::create_private(to)?;
    io::copy(&mut File::open(from)?, &mut target)?;
    target.sync_all()
}
