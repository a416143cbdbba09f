//! Opening a store that nobody has open, to see that it is whole and what it holds.

use std::path::Path;

use super::{Count, Tally};
use crate::store::{self, Access};
use crate::vault::Keys;
use crate::{VaultError, whole};

/// What was found in a store that is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verified {
    pub(crate) tally: Tally,
    /// The number of its last migration.
    pub(crate) format: u32,
}

/// Opens a closed store file with its key where it lies, checks every page and every index, and
/// counts. Reads only: no file appears beside it and nothing is locked. The store must have no WAL.
///
/// # Errors
/// [`VaultError::BackupDamaged`] when it is not whole or not readable with this key;
/// [`VaultError::BackupGone`] when it is not there; [`VaultError::NotEnoughMemory`],
/// [`VaultError::Sqlite`] (a disk that does not give it back).
pub(crate) fn verify(path: &Path, keys: &Keys, count: Count) -> Result<Verified, VaultError> {
    if !path.is_file() {
        return Err(VaultError::BackupGone);
    }
    look(path, keys, count)
        .map_err(|error| if error == VaultError::StoreDamaged { VaultError::BackupDamaged } else { error })
}

fn look(path: &Path, keys: &Keys, count: Count) -> Result<Verified, VaultError> {
    let connection = store::open(path, &keys.store, Access::Closed)?;
    if !whole::is_whole(&connection, None)? {
        return Err(VaultError::StoreDamaged);
    }
    let tally = count(&connection)?;
    let format: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let format = u32::try_from(format).map_err(|_| VaultError::StoreDamaged)?;
    Ok(Verified { tally, format })
}
