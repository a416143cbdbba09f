//! Making a whole journal out of a backup: store, slots and seal, opened and counted where it will
//! be used.

use std::fs::File;
use std::io;
use std::path::Path;

use crate::backup::manifest::Manifest;
use crate::backup::verify::{Verified, verify};
use crate::backup::{Count, Inside, copy_and_hash};
use crate::folder::Folder;
use crate::seal::ledger::{Scribe, StoreBytes};
use crate::seal::{Finding, SealFile, State};
use crate::store::{self, Access};
use crate::vault::Keys;
use crate::{SlotFile, VaultError, files};

/// Copies the backup in the folder `from` into the folder `to`, as a journal that was locked: the
/// copy is the one that the manifest speaks of, every page and index in it is whole, and it holds
/// what was counted when the backup was made.
///
/// # Errors
/// [`VaultError::BackupGone`], [`VaultError::BackupDamaged`], [`VaultError::BackupOfOtherKey`],
/// [`VaultError::NewerFormat`]; [`VaultError::DiskFull`], [`VaultError::Io`].
pub(crate) fn stage_backup(
    from: &Folder,
    to: &Folder,
    slots: &SlotFile,
    keys: &Keys,
    count: Count,
) -> Result<(Manifest, Inside, Verified), VaultError> {
    if !from.path().is_dir() {
        return Err(VaultError::BackupGone);
    }
    let manifest = Manifest::read(&from.manifest())?;
    let inside = manifest.open(&keys.backup, keys.vault_id)?;
    let (length, hash) = copy(&from.store(), &to.store())?;
    if length != manifest.header.length || hash != manifest.header.hash {
        return Err(VaultError::BackupDamaged);
    }
    let verified = verify(&to.store(), keys, count)?;
    if verified.tally != inside.tally {
        return Err(VaultError::BackupDamaged);
    }
    files::write_atomically(&to.slots(), &slots.encode())?;
    seal(to, keys, None)?;
    Ok((manifest, inside, verified))
}

/// Writes the seal of a store that nobody has open: it was locked as it lies there, with this finding.
pub(crate) fn seal(folder: &Folder, keys: &Keys, finding: Option<Finding>) -> Result<(), VaultError> {
    let connection = store::open(&folder.store(), &keys.store, Access::Closed)?;
    let generation = store::generation(&connection)?.ok_or(VaultError::StoreDamaged)?;
    drop(connection);
    let bytes = StoreBytes::open(&folder.store())?;
    let ledger = Scribe { key: &keys.seal, vault_id: keys.vault_id, store: &bytes }.whole()?;
    SealFile { vault_id: keys.vault_id, state: State::Sealed, finding, generation, ledger }
        .write(&folder.seal(), &keys.seal)
}

/// Copies a file and forces it to the disk; gives its length and SHA-256, computed on the way.
fn copy(from: &Path, to: &Path) -> Result<(u64, [u8; 32]), VaultError> {
    let gone = |error: io::Error| {
        if error.kind() == io::ErrorKind::NotFound { VaultError::BackupGone } else { error.into() }
    };
    let mut source = File::open(from).map_err(gone)?;
    let mut target = files::create_private(to)?;
    let copied = copy_and_hash(&mut source, &mut target)?;
    drop(target);
    files::force(to)?;
    Ok(copied)
}
