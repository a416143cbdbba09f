//! A copy that is complete but has no name yet: opened, counted, forced to the disk, and then named.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, SubsecRound, Utc};
use sha2::{Digest, Sha256};

use super::found::unfinished;
use super::manifest::{Header, Manifest};
use super::verify::verify;
use super::{Backup, BackupName, Count, Inside, Place, Tally};
use crate::folder::Folder;
use crate::secrets::VaultId;
use crate::slots::{self, SlotFile};
use crate::turn::destroy;
use crate::vault::Keys;
use crate::{SystemRandomness, VaultError, files};

/// A copy of the store with every page of it. [`Self::finish`] makes a backup of it; dropping it
/// removes it. It holds keys: until it is finished or dropped, a lock has not made them all go.
#[derive(Debug)]
pub struct Draft {
    pub(crate) part: Part,
    pub(crate) folder: Folder,
    pub(crate) keys: Arc<Keys>,
    pub(crate) made_at: DateTime<Utc>,
    pub(crate) changes: u64,
    /// As long as there is one of these, no other backup is begun.
    pub(crate) _under_way: Arc<()>,
}

impl Draft {
    /// Makes a backup of it. Takes milliseconds per megabyte and may run on any thread.
    ///
    /// The copy is forced to the disk, opened again from there, every page and index is checked, and
    /// what it holds is counted with `count` and compared with `expected`, which was counted in the
    /// open journal when the copy became whole. Only then does it get its name.
    ///
    /// # Errors
    /// [`VaultError::BackupDamaged`] when the copy is not whole or holds something else;
    /// [`VaultError::SlotsDamaged`] when there is no good slot file to go with it;
    /// [`VaultError::DiskFull`], [`VaultError::FolderNotWritable`], [`VaultError::NoRandomness`],
    /// [`VaultError::Io`]. Nothing of it stays on the disk then, and no other backup is touched.
    pub fn finish(self, expected: Tally, count: Count, now: DateTime<Utc>) -> Result<Backup, VaultError> {
        let Self { part, folder, keys, made_at, changes, _under_way } = self;
        let inside = part.folder();
        files::force(&inside.store())?;
        let verified = verify(&inside.store(), &keys, count)?;
        if verified.tally != expected {
            return Err(VaultError::BackupDamaged);
        }
        let (length, hash) = hash(&inside.store())?;
        let slots = slots_of(&folder, keys.vault_id)?;
        files::write_atomically(&inside.slots(), &slots)?;
        let header = Header { vault_id: keys.vault_id, made_at: to_the_millisecond(made_at), length, hash };
        let held = Inside {
            tally: verified.tally,
            checked_at: to_the_millisecond(now),
            changes,
            format: verified.format,
        };
        part.become_backup(Place::Here, header, held, &keys)
    }
}

/// The folders that this process is making backups in. Several threads may: one copies the journal,
/// another fills a stick. What is not among them and looks like one was left by a crash.
static AT_WORK: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Removes the folders on a shelf that were to become backups and never will.
pub(crate) fn remove_unfinished(shelf: &Path) -> Result<(), VaultError> {
    let at_work = at_work();
    for path in unfinished(shelf).filter(|path| !at_work.contains(path)) {
        // One that was on its way out opens with what opened it once.
        destroy(&Folder::within(path.clone()).slots())?;
        files::remove_folder(&path)?;
    }
    Ok(())
}

fn at_work() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    // A set of names is whole after a panic too.
    AT_WORK.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A folder that is to become a backup. Until it does, dropping it removes it.
#[derive(Debug)]
pub(crate) struct Part {
    shelf: PathBuf,
    name: BackupName,
    named: bool,
}

impl Part {
    /// Makes an empty one on a shelf that is there.
    ///
    /// # Errors
    /// [`VaultError::DiskFull`], [`VaultError::FolderNotWritable`], [`VaultError::Io`].
    pub(crate) fn make(shelf: PathBuf, name: BackupName) -> Result<Self, VaultError> {
        let path = shelf.join(name.unfinished());
        let mut at_work = at_work();
        create_folder(&path)?;
        at_work.insert(path);
        Ok(Self { shelf, name, named: false })
    }

    /// Makes an empty one with the first name for this time that is free.
    ///
    /// # Errors
    /// As [`Self::make`]. With nine backups of one second the last answer is that it exists.
    pub(crate) fn make_at(shelf: &Path, made_at: DateTime<Utc>) -> Result<Self, VaultError> {
        for name in BackupName::of(made_at) {
            let taken = [name.as_str(), &name.unfinished()].iter().any(|name| shelf.join(name).exists());
            if !taken {
                return Self::make(shelf.to_owned(), name);
            }
        }
        Err(VaultError::Io { kind: io::ErrorKind::AlreadyExists })
    }

    /// Its files.
    pub(crate) fn folder(&self) -> Folder {
        Folder::within(self.shelf.join(self.name.unfinished()))
    }

    /// Writes its manifest, forces everything to the disk and gives it its name. Its store and its
    /// slot file are there and were forced to the disk.
    pub(crate) fn become_backup(
        mut self,
        place: Place,
        header: Header,
        inside: Inside,
        keys: &Keys,
    ) -> Result<Backup, VaultError> {
        let folder = self.folder();
        Manifest::seal(header, &inside, &keys.backup, &mut SystemRandomness)?.write(&folder.manifest())?;
        let named = self.shelf.join(self.name.as_str());
        fs::rename(folder.path(), &named)?;
        self.named = true;
        if let Err(error) = files::sync_folder_of(&named) {
            // Nobody was told of it, so nobody may come to rely on it.
            drop(files::remove_folder(&named));
            return Err(error.into());
        }
        Ok(Backup {
            place,
            name: self.name.clone(),
            made_at: header.made_at,
            bytes: header.length,
            inside: Ok(inside),
        })
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        let path = self.shelf.join(self.name.unfinished());
        if !self.named {
            // What cannot be removed now is removed by the next backup or at the next start.
            drop(files::remove_folder(&path));
        }
        at_work().remove(&path);
    }
}

/// Makes a folder for its owner only and forces its name to the disk.
pub(crate) fn create_folder(path: &Path) -> io::Result<()> {
    files::for_its_owner().create(path)?;
    files::sync_folder_of(path).inspect_err(|_| drop(fs::remove_dir(path)))
}

/// The bytes of a folder's slot file, or of its previous copy, whichever is good.
///
/// # Errors
/// [`VaultError::SlotsMissing`], [`VaultError::SlotsDamaged`]; [`VaultError::Io`].
pub(crate) fn slots_of(folder: &Folder, vault_id: VaultId) -> Result<Vec<u8>, VaultError> {
    let mut found = false;
    for path in [folder.slots(), folder.slots_previous()] {
        let Some(bytes) = files::read_bounded(&path, slots::LONGEST)? else {
            continue;
        };
        found = true;
        if SlotFile::decode(&bytes).is_ok_and(|slots| slots.vault_id() == vault_id) {
            return Ok(bytes);
        }
    }
    Err(if found { VaultError::SlotsDamaged { previous_usable: false } } else { VaultError::SlotsMissing })
}

/// The length of a file and its SHA-256.
pub(crate) fn hash(path: &Path) -> io::Result<(u64, [u8; 32])> {
    copy_and_hash(&mut File::open(path)?, &mut io::sink())
}

/// Copies to the end; returns the length and the SHA-256 of what was read.
pub(crate) fn copy_and_hash(from: &mut impl Read, to: &mut impl Write) -> io::Result<(u64, [u8; 32])> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 256 * 1024];
    let mut length = 0;
    loop {
        match from.read(&mut buffer) {
            Ok(0) => return Ok((length, hash.finalize().into())),
            Ok(read) => {
                hash.update(&buffer[..read]);
                to.write_all(&buffer[..read])?;
                length += read as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// As a manifest keeps it.
pub(crate) fn to_the_millisecond(time: DateTime<Utc>) -> DateTime<Utc> {
    time.trunc_subsecs(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon() -> DateTime<Utc> {
        "2026-11-22T12:00:00Z".parse().expect("it is a time")
    }

    /// A stick is filled on one thread while the journal is copied on another.
    #[test]
    fn what_is_being_made_is_no_stub_and_what_a_crash_left_is() {
        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        let shelf = directory.path();
        let part = Part::make_at(shelf, noon()).expect("it is made");
        fs::write(part.folder().store(), "pages").expect("it can be written");
        let stub = shelf.join("20200101T000000Z.part");
        fs::create_dir(&stub).expect("it can be made");
        remove_unfinished(shelf).expect("it is removed");
        assert!(part.folder().store().exists() && !stub.exists());
        let path = part.folder().path().to_owned();
        // As a crash does: nobody is at work on it any more, and it is still there.
        std::mem::forget(part);
        at_work().remove(&path);
        remove_unfinished(shelf).expect("it is removed");
        assert!(!path.exists());
    }

    #[test]
    fn a_name_is_given_once() {
        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        let shelf = directory.path();
        let parts: Vec<Part> = (0..9).map(|_| Part::make_at(shelf, noon()).expect("it is made")).collect();
        let exists = VaultError::Io { kind: io::ErrorKind::AlreadyExists };
        assert_eq!(Part::make_at(shelf, noon()).err(), Some(exists));
        assert_eq!(Part::make(shelf.to_owned(), parts[3].name.clone()).err(), Some(exists));
        drop(parts);
        assert!(fs::read_dir(shelf).expect("it is there").next().is_none());
    }
}
