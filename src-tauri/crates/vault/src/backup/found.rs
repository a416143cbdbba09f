//! What lies in a folder that a person points at, before any key: a stick, a copy, another's disk.
//!
//! Whatever is there was perhaps written by somebody else. Only folders and ordinary files are
//! opened, only short ones are read, and no more of them than a person would look at.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::manifest::Manifest;
use super::{BackupName, FoundBackup};
use crate::derive::SubKey;
use crate::folder::Folder;
use crate::{DataKey, SlotFile, VaultError, files};

/// How many names of a folder are looked at. A shelf of ours has at most some thirty.
const MOST_NAMES: usize = 4096;

/// How many backups are reported.
const MOST: usize = 256;

/// The folder at a second place that holds our backups.
pub(crate) const AT_SECOND_PLACE: &str = "Terugblik";

/// The backups at `at`: `at` itself, or in it, or in the folders in it that are ours (`backups` of a
/// data folder, `Terugblik` of a second place). Newest first. Needs no key, writes nothing, and
/// leaves out what cannot be read.
#[must_use]
pub fn find_backups(at: &Path) -> Vec<FoundBackup> {
    let Ok(at) = fs::canonicalize(at) else {
        return Vec::new();
    };
    let mut found: Vec<_> = FoundBackup::read(&at).into_iter().collect();
    for shelf in [at.clone(), at.join("backups"), at.join(AT_SECOND_PLACE)] {
        found.extend(names(&shelf).iter().filter_map(|name| FoundBackup::read(&shelf.join(name.as_str()))));
    }
    found.sort_by(|one, other| (other.made_at, &other.name).cmp(&(one.made_at, &one.name)));
    found.truncate(MOST);
    found
}

impl FoundBackup {
    /// Its slot file, to be opened with the passphrase or the recovery key of when it was made.
    ///
    /// # Errors
    /// [`VaultError::SlotsMissing`], [`VaultError::SlotsDamaged`], [`VaultError::NewerFormat`];
    /// [`VaultError::ForeignDataKey`] when it is another journal's.
    pub fn slots(&self) -> Result<SlotFile, VaultError> {
        let slots = SlotFile::load(&Folder::within(self.folder.clone()))?;
        if slots.vault_id() == self.vault_id { Ok(slots) } else { Err(VaultError::ForeignDataKey) }
    }

    /// Whether it was made under this data key. A slot file may open to a key that the journal has
    /// had since.
    #[must_use]
    pub fn is_of(&self, key: &DataKey) -> bool {
        let manifest = Manifest::read(&Folder::within(self.folder.clone()).manifest());
        manifest.is_ok_and(|manifest| manifest.open(&SubKey::backup(key), key.vault_id()).is_ok())
    }

    /// The backup in exactly this folder.
    pub(crate) fn read(folder: &Path) -> Option<Self> {
        let inside = Folder::within(folder.to_owned());
        let header = Manifest::read(&inside.manifest()).ok()?.header;
        if !inside.store().is_file() {
            return None;
        }
        let name = folder
            .file_name()
            .and_then(|name| BackupName::parse(name.to_str()?))
            .or_else(|| BackupName::of(header.made_at).next())?;
        Some(Self {
            folder: folder.to_owned(),
            name,
            made_at: header.made_at,
            bytes: files::length(&inside.store()).ok()??,
            vault_id: header.vault_id,
            header,
        })
    }
}

/// The folders on a shelf that have the name of a backup, oldest first.
pub(crate) fn names(shelf: &Path) -> Vec<BackupName> {
    let mut names: Vec<_> = folders(shelf).filter_map(|name| BackupName::parse(&name)).collect();
    names.sort();
    names
}

/// The same, or why they cannot be listed now; none where there is no shelf.
pub(crate) fn all_names(shelf: &Path) -> io::Result<Vec<BackupName>> {
    let mut names = Vec::new();
    let entries = match fs::read_dir(shelf) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(names),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            names.extend(entry.file_name().to_str().and_then(BackupName::parse));
        }
    }
    Ok(names)
}

/// The folders on a shelf that were to become backups, some perhaps still to be.
pub(crate) fn unfinished(shelf: &Path) -> impl Iterator<Item = PathBuf> {
    folders(shelf).filter(|name| BackupName::is_unfinished(name)).map(|name| shelf.join(name))
}

/// The names of folders, not of links to folders: what is removed by name must be what lies there.
fn folders(shelf: &Path) -> impl Iterator<Item = String> {
    fs::read_dir(shelf)
        .into_iter()
        .flatten()
        .take(MOST_NAMES)
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .filter_map(|entry| entry.file_name().into_string().ok())
}
