//! Backups: whole copies of the journal that were opened and counted before they got their name.
//!
//! A backup is a folder with three files: the store, the slot file as it was, and a manifest. Its
//! files have the names of a data folder's, so a backup copied by hand is a journal that opens.
//!
//! | step | where |
//! |---|---|
//! | copying in steps between saves, on the one connection | [`Vault::begin_backup`], [`Vault::step_backup`] |
//! | opening, counting, naming the copy; on any thread | [`Draft::finish`] |
//! | the list, the drill, the second place, what goes when | [`Backups`] |
//! | what lies on a stick or in a folder, without a key | [`find_backups`] |
//!
//! [`Vault::begin_backup`]: crate::Vault::begin_backup
//! [`Vault::step_backup`]: crate::Vault::step_backup

mod aside;
mod draft;
mod found;
pub(crate) mod manifest;
mod name;
mod place;
mod rotation;
mod shelf;
pub(crate) mod verify;

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::VaultId;
use manifest::Header;

pub use draft::Draft;
pub(crate) use draft::{Part, copy_and_hash, create_folder, hash, remove_unfinished, to_the_millisecond};
pub use found::find_backups;
pub(crate) use found::{AT_SECOND_PLACE, all_names};
pub use name::BackupName;
pub use place::{PlaceWarning, SecondPlace, judge_place};
pub use shelf::{Backups, Levelled};

/// A backup of this journal, as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// On which of the two shelves it lies.
    pub place: Place,
    /// The name of its folder.
    pub name: BackupName,
    /// When it was begun.
    pub made_at: DateTime<Utc>,
    /// The length of its store in bytes.
    pub bytes: u64,
    /// What it holds, or why that cannot be said.
    pub inside: Result<Inside, Unreadable>,
}

/// What a backup holds, as it was counted in the backup itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inside {
    /// The count.
    pub tally: Tally,
    /// When it was last opened and counted; the first time was when it was made.
    pub checked_at: DateTime<Utc>,
    /// The journal's own count of changes at that time; see [`crate::Vault::has_changed_since`].
    pub changes: u64,
    /// The number of the last migration that its store had.
    pub format: u32,
}

/// Why a backup cannot be read with the key of this journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// Its manifest or its store is not as it was written, or one of its files is gone.
    Damaged,
    /// It is another journal's, or was made under a former key; or somebody changed its manifest on
    /// purpose, which looks the same.
    OtherKey,
    /// Written by a newer version of this program.
    Newer,
}

/// What a backup must have in common with the store it was made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// The number of entries.
    pub entries: u64,
    /// The greatest number of an entry; 0 when there is none.
    pub newest: i64,
}

/// How to count. The vault knows ciphers and pages but no entries, so the journal says it.
pub type Count = fn(&Connection) -> rusqlite::Result<Tally>;

/// Where a backup lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// In the data folder.
    Here,
    /// At the second place.
    Second,
}

/// A backup of whatever journal, found without a key.
///
/// Everything in it was read from a file that anybody may have written: good for showing and for
/// choosing, and believed only after its store has been opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundBackup {
    /// The folder with its files.
    pub folder: PathBuf,
    /// The name of that folder; when somebody has renamed it, the name it was made with.
    pub name: BackupName,
    /// When it was begun.
    pub made_at: DateTime<Utc>,
    /// The length of its store in bytes.
    pub bytes: u64,
    /// The journal it says it belongs to.
    pub vault_id: VaultId,
    /// All that its manifest says in the open.
    pub(crate) header: Header,
}
