//! What can go wrong, as codes and data.
//!
//! No variant carries text: SQLite's messages can quote what a person searched for, and an
//! operating system's messages hold paths with a person's name.

use std::fmt;
use std::io;

use rusqlite::ffi;

use crate::randomness::NoRandomness;

/// Why the vault did not do what was asked. `Display` is the code in kebab-case, never prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum VaultError {
    /// No slot opens with this passphrase or recovery key.
    WrongSecret,
    /// Too short to be written as a passphrase; opening an old slot is not refused for it.
    PassphraseTooShort {
        /// The least number of characters.
        least: usize,
    },
    /// The slot file was changed, by accident or on purpose.
    SlotsDamaged {
        /// Whether the previous copy reads well.
        previous_usable: bool,
    },
    /// There is a store but no slot file.
    SlotsMissing,
    /// There is a slot file but no store.
    StoreMissing,
    /// The store cannot be read with its own key: damaged, or another journal's.
    StoreDamaged,
    /// Written by a newer version of this program.
    NewerFormat,
    /// There is a journal here already.
    AlreadySetUp,
    /// Another running app holds this folder.
    AlreadyClaimed,
    /// The data folder cannot be written.
    FolderNotWritable,
    /// The disk is full; what was committed before is safe.
    DiskFull,
    /// Not enough memory to derive the key.
    NotEnoughMemory,
    /// A cost of key derivation below the floor or above the ceiling was asked for.
    CostOutOfBounds,
    /// The data key belongs to another journal than the slot file.
    ForeignDataKey,
    /// The operating system gave no randomness.
    NoRandomness,
    /// The store did not take a setting that our promises rest on, so it was not opened.
    SettingRefused {
        /// The name of the setting.
        setting: &'static str,
    },
    /// Open to read only; nothing was written.
    OnlyReading,
    /// The store is not known to be sound, so no backup is made of it.
    NotSound,
    /// A backup is being made already.
    BackupUnderWay,
    /// There is no such backup any more.
    BackupGone,
    /// A backup does not hold what it held when it was made.
    BackupDamaged,
    /// A backup of another journal, or of this one under a former key.
    BackupOfOtherKey,
    /// The second place is not there now.
    PlaceGone,
    /// The second place cannot be written.
    PlaceNotWritable,
    /// The list of migrations does not count 1, 2, 3, …, or one of them ended the transaction.
    MigrationsOutOfOrder,
    /// Any other answer of SQLite.
    Sqlite {
        /// Its extended result code.
        extended_code: i32,
    },
    /// A failure of the store that comes from our own use of it, such as a wrong column type.
    Misuse,
    /// Any other answer of the file system.
    Io {
        /// Its kind.
        kind: io::ErrorKind,
    },
}

impl fmt::Display for VaultError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WrongSecret => f.write_str("wrong-secret"),
            Self::PassphraseTooShort { .. } => f.write_str("passphrase-too-short"),
            Self::SlotsDamaged { .. } => f.write_str("slots-damaged"),
            Self::SlotsMissing => f.write_str("slots-missing"),
            Self::StoreMissing => f.write_str("store-missing"),
            Self::StoreDamaged => f.write_str("store-damaged"),
            Self::NewerFormat => f.write_str("newer-format"),
            Self::AlreadySetUp => f.write_str("already-set-up"),
            Self::AlreadyClaimed => f.write_str("already-claimed"),
            Self::FolderNotWritable => f.write_str("folder-not-writable"),
            Self::DiskFull => f.write_str("disk-full"),
            Self::NotEnoughMemory => f.write_str("not-enough-memory"),
            Self::CostOutOfBounds => f.write_str("cost-out-of-bounds"),
            Self::ForeignDataKey => f.write_str("foreign-data-key"),
            Self::NoRandomness => f.write_str("no-randomness"),
            Self::SettingRefused { setting } => write!(f, "setting-refused:{setting}"),
            Self::OnlyReading => f.write_str("only-reading"),
            Self::NotSound => f.write_str("not-sound"),
            Self::BackupUnderWay => f.write_str("backup-under-way"),
            Self::BackupGone => f.write_str("backup-gone"),
            Self::BackupDamaged => f.write_str("backup-damaged"),
            Self::BackupOfOtherKey => f.write_str("backup-of-other-key"),
            Self::PlaceGone => f.write_str("place-gone"),
            Self::PlaceNotWritable => f.write_str("place-not-writable"),
            Self::MigrationsOutOfOrder => f.write_str("migrations-out-of-order"),
            Self::Sqlite { extended_code } => write!(f, "sqlite:{extended_code}"),
            Self::Misuse => f.write_str("misuse"),
            Self::Io { kind } => write!(f, "io:{kind:?}"),
        }
    }
}

impl VaultError {
    /// Whether it tells only that something could not be asked now. Everything else that a store
    /// answers to a reader tells that the store is not what it should be.
    pub(crate) fn says_nothing_of_the_store(&self) -> bool {
        if let Self::Sqlite { extended_code } = self {
            let unable = [ffi::SQLITE_IOERR, ffi::SQLITE_BUSY, ffi::SQLITE_LOCKED, ffi::SQLITE_INTERRUPT];
            return unable.contains(&(extended_code & 0xff));
        }
        matches!(self, Self::NotEnoughMemory | Self::DiskFull | Self::FolderNotWritable | Self::Io { .. })
    }

    /// Whether it is about some page of the store: one that is broken, or one that the disk did not
    /// give back. Other pages can perhaps be read, by another connection; see
    /// [`crate::Vault::another_look`].
    #[must_use]
    pub fn is_about_a_page(&self) -> bool {
        *self == Self::StoreDamaged || self.is_a_failed_read()
    }

    /// Whether the disk did not give back what it was asked for.
    pub(crate) fn is_a_failed_read(&self) -> bool {
        // The last is what SQLite calls a device that reports an error of its own.
        let reads = [ffi::SQLITE_IOERR_READ, ffi::SQLITE_IOERR_SHORT_READ, ffi::SQLITE_IOERR_CORRUPTFS];
        matches!(self, Self::Sqlite { extended_code } if reads.contains(extended_code))
    }
}

impl std::error::Error for VaultError {}

impl From<io::Error> for VaultError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind as Kind;
        let kind = error.kind();
        if kind == Kind::StorageFull || kind == Kind::QuotaExceeded {
            Self::DiskFull
        } else if kind == Kind::PermissionDenied || kind == Kind::ReadOnlyFilesystem {
            Self::FolderNotWritable
        } else if kind == Kind::OutOfMemory {
            Self::NotEnoughMemory
        } else {
            Self::Io { kind }
        }
    }
}

impl From<rusqlite::Error> for VaultError {
    fn from(error: rusqlite::Error) -> Self {
        let Some(extended_code) = error.sqlite_error().map(|cause| cause.extended_code) else {
            return Self::Misuse;
        };
        // The low byte is the primary code; the rest says where it happened.
        match extended_code & 0xff {
            ffi::SQLITE_FULL => Self::DiskFull,
            ffi::SQLITE_READONLY | ffi::SQLITE_PERM | ffi::SQLITE_CANTOPEN => Self::FolderNotWritable,
            ffi::SQLITE_NOTADB | ffi::SQLITE_CORRUPT => Self::StoreDamaged,
            ffi::SQLITE_NOMEM => Self::NotEnoughMemory,
            // The shared memory of the WAL could not be made long enough.
            _ if extended_code == ffi::SQLITE_IOERR_SHMSIZE => Self::DiskFull,
            _ => Self::Sqlite { extended_code },
        }
    }
}

impl From<NoRandomness> for VaultError {
    fn from(_: NoRandomness) -> Self {
        Self::NoRandomness
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from_sqlite(code: i32) -> VaultError {
        rusqlite::Error::SqliteFailure(ffi::Error::new(code), Some("near \"Fatima\"".to_owned())).into()
    }

    #[test]
    fn sqlite_codes_become_ours() {
        let cases = [
            (ffi::SQLITE_FULL, VaultError::DiskFull),
            (ffi::SQLITE_READONLY, VaultError::FolderNotWritable),
            (ffi::SQLITE_READONLY_DBMOVED, VaultError::FolderNotWritable),
            (ffi::SQLITE_NOTADB, VaultError::StoreDamaged),
            (ffi::SQLITE_CORRUPT_VTAB, VaultError::StoreDamaged),
            (ffi::SQLITE_NOMEM, VaultError::NotEnoughMemory),
            (ffi::SQLITE_IOERR_SHMSIZE, VaultError::DiskFull),
            (ffi::SQLITE_BUSY, VaultError::Sqlite { extended_code: 5 }),
        ];
        for (code, expected) in cases {
            assert_eq!(from_sqlite(code), expected, "code {code}");
        }
    }

    #[test]
    fn io_kinds_become_ours() {
        let cases = [
            (io::ErrorKind::StorageFull, VaultError::DiskFull),
            (io::ErrorKind::PermissionDenied, VaultError::FolderNotWritable),
            (io::ErrorKind::ReadOnlyFilesystem, VaultError::FolderNotWritable),
        ];
        for (kind, expected) in cases {
            assert_eq!(VaultError::from(io::Error::from(kind)), expected);
        }
    }

    #[test]
    fn no_text_of_the_cause_survives() {
        let error = from_sqlite(ffi::SQLITE_ERROR);
        assert!(!format!("{error} {error:?}").contains("Fatima"));
    }
}
