//! The data folder: the only place that knows the names of our files.

use std::fs::{self, DirBuilder, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::seal::SealFile;
use crate::slots::{self, LONGEST, SlotFile, Unreadable};
use crate::{VaultError, files};

/// A folder that exists and can be written.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
}

/// The right to be the one running app of a folder. It ends when it is dropped or the process dies.
#[derive(Debug)]
pub struct Claim {
    _file: File,
}

/// What a folder holds, as far as it shows without a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Situation {
    /// No journal yet, or one whose set-up was never finished and that was never opened.
    NotSetUp,
    /// A journal, locked.
    Locked {
        /// Whether a recovery key was made and typed back.
        recovery_ready: bool,
    },
    /// The slot file does not read well, or is gone while its previous copy is there.
    SlotsDamaged {
        /// Whether [`Folder::restore_previous_slots`] would help.
        previous_usable: bool,
    },
    /// There is a store but no slot file.
    SlotsMissing,
    /// There is a slot file but no store.
    StoreMissing,
    /// Written by a newer version of this program.
    NewerFormat,
    /// The folder cannot be written.
    FolderNotWritable,
}

impl Folder {
    /// Opens a data folder; makes it, for its owner only, when it is not there.
    ///
    /// # Errors
    /// [`VaultError::FolderNotWritable`] when no file can be made and removed in it.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, VaultError> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt;
            builder.mode(0o700);
        }
        builder.create(path.as_ref()).map_err(|_| VaultError::FolderNotWritable)?;
        // Absolute, so that a later change of the working folder changes nothing, and so that
        // SQLite cannot take a name that begins with "file:" for an address.
        let path = fs::canonicalize(path.as_ref()).map_err(|_| VaultError::FolderNotWritable)?;
        let folder = Self { path };
        folder.probe()?;
        Ok(folder)
    }

    /// A data folder that is there, to be read: nothing is made in it, and it need not be one that
    /// can be written. See [`crate::Vault::unlock_to_read`].
    ///
    /// # Errors
    /// [`VaultError::StoreMissing`] when there is no such folder.
    pub fn to_read(path: impl AsRef<Path>) -> Result<Self, VaultError> {
        let path = fs::canonicalize(path.as_ref()).map_err(|_| VaultError::StoreMissing)?;
        if path.is_dir() { Ok(Self { path }) } else { Err(VaultError::StoreMissing) }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Becomes the one running app of this folder.
    ///
    /// # Errors
    /// [`VaultError::AlreadyClaimed`].
    pub fn claim(&self) -> Result<Claim, VaultError> {
        let file = files::private().create(true).truncate(false).open(self.path.join("lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Claim { _file: file }),
            Err(TryLockError::WouldBlock) => Err(VaultError::AlreadyClaimed),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// Looks at what is there. Needs no key and derives nothing.
    #[must_use]
    pub fn situation(&self) -> Situation {
        if self.probe().is_err() {
            return Situation::FolderNotWritable;
        }
        let damaged = Situation::SlotsDamaged { previous_usable: slots::previous_usable(self) };
        // What cannot be asked is there: set-up must never take the place of a journal.
        let store_there = self.store().try_exists().unwrap_or(true);
        match files::read_bounded(&self.slots(), LONGEST) {
            Ok(Some(bytes)) => match SlotFile::decode(&bytes) {
                Ok(_) if !store_there => Situation::StoreMissing,
                Ok(file) => Situation::Locked { recovery_ready: file.recovery_ready() },
                Err(Unreadable::Newer) => Situation::NewerFormat,
                Err(Unreadable::Damaged) => damaged,
            },
            Ok(None) if slots::previous_usable(self) => damaged,
            Ok(None) if !store_there || self.store_was_never_opened() => Situation::NotSetUp,
            Ok(None) => Situation::SlotsMissing,
            Err(_) => damaged,
        }
    }

    /// Puts the previous slot file in place. The damaged one is kept aside as `slots.damaged-N`.
    ///
    /// A former passphrase may be the one that opens it.
    ///
    /// # Errors
    /// [`VaultError::SlotsDamaged`] when the previous copy does not read well either;
    /// [`VaultError::DiskFull`], [`VaultError::FolderNotWritable`], [`VaultError::Io`].
    pub fn restore_previous_slots(&self) -> Result<(), VaultError> {
        let unusable = VaultError::SlotsDamaged { previous_usable: false };
        let previous = files::read_bounded(&self.slots_previous(), LONGEST)?.ok_or(unusable)?;
        SlotFile::decode(&previous).map_err(|_| unusable)?;
        if self.slots().exists() {
            self.keep_aside(&self.slots())?;
        }
        files::write_atomically(&self.slots(), &previous)?;
        Ok(())
    }

    /// Copies a file to `NAME.damaged-N`, with the first N that is free, unless the last such copy
    /// holds the same.
    pub(crate) fn keep_aside(&self, path: &Path) -> Result<(), VaultError> {
        for number in 1_u32.. {
            let aside = files::beside(path, &format!(".damaged-{number}"));
            // A hard check against overwriting: between "is it there" and "write" lies a gap.
            match files::private().create_new(true).open(&aside) {
                Ok(mut copy) => {
                    let copied = File::open(path).and_then(|mut file| io::copy(&mut file, &mut copy));
                    if let Err(error) = copied.and_then(|_| copy.sync_all()) {
                        // Half a copy helps nobody and fills the disk.
                        files::remove_if_there(&aside)?;
                        return Err(error.into());
                    }
                    return Ok(());
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    if files::same(path, &aside)? {
                        return Ok(());
                    }
                }
                Err(error) => return Err(error.into()),
            }
        }
        Err(VaultError::FolderNotWritable)
    }

    /// Whether the store is exactly what set-up left: sealed, generation 0, nothing written since.
    fn store_was_never_opened(&self) -> bool {
        let Ok(Some(length)) = files::length(&self.store()) else {
            return false;
        };
        let wal_empty = matches!(files::length(&self.wal()), Ok(None | Some(0)));
        wal_empty && SealFile::is_untouched_set_up(&self.seal(), length)
    }

    /// A folder of ours that is there already, such as a backup's: the same names of files in it,
    /// and nothing is written to find out whether one may. `path` is absolute.
    pub(crate) fn within(path: PathBuf) -> Self {
        Self { path }
    }

    /// Whether a file can be made and removed in it.
    pub(crate) fn probe(&self) -> Result<(), VaultError> {
        let path = self.path.join(format!(".probe-{}", std::process::id()));
        match files::create_private(&path).map_err(VaultError::from) {
            Ok(file) => drop(file),
            // A full disk is a different message, and comes when something is written.
            Err(VaultError::DiskFull) => return Ok(()),
            Err(_) => return Err(VaultError::FolderNotWritable),
        }
        match fs::remove_file(&path) {
            // Another thread of this process may have removed it just before.
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(VaultError::FolderNotWritable),
            _ => Ok(()),
        }
    }

    pub(crate) fn store(&self) -> PathBuf {
        self.path.join("journal.db")
    }

    pub(crate) fn wal(&self) -> PathBuf {
        self.path.join("journal.db-wal")
    }

    pub(crate) fn unfinished_store(&self) -> PathBuf {
        self.path.join("journal.db.new")
    }

    pub(crate) fn seal(&self) -> PathBuf {
        self.path.join("seal")
    }

    pub(crate) fn slots(&self) -> PathBuf {
        self.path.join("slots")
    }

    pub(crate) fn slots_previous(&self) -> PathBuf {
        self.path.join("slots.previous")
    }

    pub(crate) fn appearance_file(&self) -> PathBuf {
        self.path.join("appearance.toml")
    }

    /// The file that says where the second place is.
    pub(crate) fn second_place_file(&self) -> PathBuf {
        self.path.join("second-place.toml")
    }

    /// Bytes that are given up when the disk is full, so that a deletion still fits.
    pub(crate) fn reserve(&self) -> PathBuf {
        self.path.join("reserve")
    }

    /// Where the backups on this disk are, one folder each; made with the first.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.path.join("backups")
    }

    /// What a backup holds, in a file beside its store.
    pub(crate) fn manifest(&self) -> PathBuf {
        self.path.join("manifest")
    }

    /// The scratch copy of a trial restore.
    pub(crate) fn trial(&self) -> PathBuf {
        self.path.join("trial")
    }

    /// A whole journal being prepared to take the place of the present one.
    pub(crate) fn turn_new(&self) -> PathBuf {
        self.path.join("turn.new")
    }

    /// The same, complete: from here on the turn is finished, not undone.
    pub(crate) fn turn(&self) -> PathBuf {
        self.path.join("turn")
    }

    /// The same, while its files move into place.
    pub(crate) fn turn_in(&self) -> PathBuf {
        self.path.join("turn.in")
    }

    /// The file in a turn that says under which stamp the former journal is kept aside.
    pub(crate) fn turn_stamp(&self) -> PathBuf {
        self.path.join("aside")
    }

    /// The former journals, one folder each.
    pub(crate) fn asides(&self) -> PathBuf {
        self.path.join("aside")
    }
}
