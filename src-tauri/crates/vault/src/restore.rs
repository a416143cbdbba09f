//! Putting a backup in place of the present journal, which is kept aside.

use std::path::PathBuf;

use chrono::{DateTime, Utc};

use crate::folder::Folder;
use crate::turn::{Fate, Turn};
use crate::vault::Keys;
use crate::{Count, DataKey, FoundBackup, SlotFile, VaultError, staging};

/// What a restore brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The number of entries, counted in the copy that is now the journal.
    pub entries: u64,
    /// Where the former journal is kept; none when there was none.
    pub aside: Option<PathBuf>,
}

/// Makes this backup the journal of `folder`. `slots` is the slot file that it will have: the one it
/// was made with, or a newer one of the same data key, `key`.
///
/// The backup is copied, opened and counted first; then it takes the place of the present journal by
/// renames only, so that a crash at any moment leaves the one or the other. Nobody may have the
/// journal open. The former one is kept whole and never overwritten.
///
/// # Errors
/// [`VaultError::BackupGone`], [`VaultError::BackupDamaged`], [`VaultError::BackupOfOtherKey`],
/// [`VaultError::NewerFormat`]; [`VaultError::ForeignDataKey`] and [`VaultError::SlotsDamaged`] when
/// `slots` does not go with `key`; [`VaultError::DiskFull`], [`VaultError::FolderNotWritable`],
/// [`VaultError::Io`]. The present journal is then as it was, or the turn is finished by the next
/// [`Folder::finish_turn`].
pub fn restore(
    folder: &Folder,
    backup: &FoundBackup,
    slots: &SlotFile,
    key: &DataKey,
    count: Count,
    now: DateTime<Utc>,
) -> Result<Restored, VaultError> {
    let keys = Keys::of(key);
    slots.check(keys.vault_id, &keys.header)?;
    let turn = Turn::stage(folder)?;
    let from = Folder::within(backup.folder.clone());
    let (_, _, verified) = staging::stage_backup(&from, turn.inside(), slots, &keys, count)?;
    let aside = turn.commit(Fate::KeptAside(now))?;
    Ok(Restored { entries: verified.tally.entries, aside })
}
