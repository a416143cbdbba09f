//! Making a journal: everything else first, the slot file last.
//!
//! The slot file appears by one rename, and only with it is there a journal. A set-up that was cut
//! off before leaves a store that nobody can open and nobody wrote in; the next set-up replaces it.

use std::fs;

use crate::derive::{Cost, SubKey};
use crate::folder::{Folder, Situation};
use crate::seal::ledger::{Scribe, StoreBytes};
use crate::seal::{SealFile, State};
use crate::secrets::{DataKey, Passphrase, VaultId};
use crate::{Randomness, SlotFile, VaultError, files, store};

/// Makes a new journal that this passphrase opens.
///
/// # Errors
/// [`VaultError::AlreadySetUp`], or what else stands in the folder's way (see [`Situation`]);
/// [`VaultError::PassphraseTooShort`]; [`VaultError::CostOutOfBounds`];
/// [`VaultError::NotEnoughMemory`]; [`VaultError::DiskFull`]. There is no journal then.
pub fn set_up(
    folder: &Folder,
    passphrase: &Passphrase,
    cost: Cost,
    randomness: &mut dyn Randomness,
) -> Result<(SlotFile, DataKey), VaultError> {
    match folder.situation() {
        Situation::NotSetUp => {}
        Situation::Locked { .. } => return Err(VaultError::AlreadySetUp),
        Situation::SlotsDamaged { previous_usable } => {
            return Err(VaultError::SlotsDamaged { previous_usable });
        }
        Situation::SlotsMissing => return Err(VaultError::SlotsMissing),
        Situation::StoreMissing => return Err(VaultError::StoreMissing),
        Situation::NewerFormat => return Err(VaultError::NewerFormat),
        Situation::FolderNotWritable => return Err(VaultError::FolderNotWritable),
    }
    let vault_id = VaultId::draw(randomness)?;
    let data_key = DataKey::draw(vault_id, randomness)?;
    let mut slots = SlotFile::empty(&data_key);
    slots.set_passphrase(&data_key, passphrase, cost, randomness)?;

    let unfinished = folder.unfinished_store();
    for leftover in [folder.store(), unfinished.clone()] {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            files::remove_if_there(&files::beside(&leftover, suffix))?;
        }
    }
    store::create(&unfinished, &SubKey::store(&data_key))?;
    let key = SubKey::seal(&data_key);
    let bytes = StoreBytes::open(&unfinished)?;
    let ledger = Scribe { key: &key, vault_id, store: &bytes }.whole()?;
    drop(bytes);
    SealFile { vault_id, state: State::Sealed, finding: None, generation: 0, ledger }
        .write(&folder.seal(), &key)?;
    fs::rename(&unfinished, folder.store())?;
    files::sync_folder_of(&folder.store())?;
    slots.store(folder)?;
    Ok((slots, data_key))
}
