//! A new data key: the whole store is encrypted anew, for when a secret may be known.
//!
//! A new passphrase alone does not help against who has an old slot file and the old passphrase: they
//! give the data key, and that opens every later store. After this they open nothing of ours that is
//! within reach. The journal keeps its id; it has no recovery key until a new sheet is made.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::backup::manifest::Manifest;
use crate::backup::verify::verify;
use crate::backup::{AT_SECOND_PLACE, Backups, Draft, Part, create_folder, remove_unfinished};
use crate::copying::Copying;
use crate::folder::Folder;
use crate::slots::LONGEST;
use crate::turn::{Fate, Turn, destroy, names};
use crate::vault::Keys;
use crate::{
    BackupName, Cost, Count, DataKey, Left, Passphrase, Place, Randomness, SecondPlace, SlotFile, Tally,
    Vault, VaultError, Verdict, files, staging, store, wipe,
};

/// How many pages are copied at a time.
const PAGES: u16 = 1024;

/// Encrypts the journal under a new data key that only `passphrase` opens; makes a first backup under
/// it; and destroys the former slot files, the former store and every backup of the former key within
/// reach, slots first. `key` is the present data key. Nobody may have the journal open.
///
/// The former journal stays as it is until the new one and its backup were opened and counted. Not
/// within reach are a second place that is not there, copies elsewhere, and journals that were kept
/// aside by a restore, which go when their time is over ([`Folder::end_asides`]).
///
/// # Errors
/// [`VaultError::NotSound`] when the journal was not locked, was changed outside or is damaged;
/// [`VaultError::PassphraseTooShort`], [`VaultError::CostOutOfBounds`],
/// [`VaultError::NotEnoughMemory`], [`VaultError::NoRandomness`]; [`VaultError::StoreMissing`];
/// [`VaultError::DiskFull`] (it takes room for two stores more), [`VaultError::FolderNotWritable`],
/// [`VaultError::Io`]. The journal is then as it was, under its former key.
#[allow(clippy::needless_pass_by_value, reason = "the former key is of no use to the caller any more")]
pub fn renew(
    folder: &Folder,
    key: DataKey,
    passphrase: &Passphrase,
    cost: Cost,
    count: Count,
    now: DateTime<Utc>,
    randomness: &mut dyn Randomness,
) -> Result<(SlotFile, DataKey), VaultError> {
    let turn = Turn::stage(folder)?;
    let new_key = DataKey::draw(key.vault_id(), randomness)?;
    let mut slots = SlotFile::empty(&new_key);
    slots.set_passphrase(&new_key, passphrase, cost, randomness)?;
    let keys = Arc::new(Keys::of(&new_key));

    let (expected, changes) = encrypt_anew(folder, turn.inside(), &key, &keys, count)?;
    if verify(&turn.inside().store(), &keys, count)?.tally != expected {
        return Err(VaultError::StoreDamaged);
    }
    files::write_atomically(&turn.inside().slots(), &slots.encode())?;
    staging::seal(turn.inside(), &keys, None)?;

    let shelf = folder.backups();
    if !shelf.is_dir() {
        create_folder(&shelf)?;
    }
    remove_unfinished(&shelf)?;
    let part = Part::make_at(&shelf, now)?;
    std::fs::copy(turn.inside().store(), part.folder().store())?;
    let first = Draft {
        part,
        folder: turn.inside().clone(),
        keys: Arc::clone(&keys),
        made_at: now,
        changes,
        _under_way: Arc::new(()),
    }
    .finish(expected, count, now)?;

    // A turn that was taken is finished before anybody opens the journal, whatever came in its way.
    if let Err(error) = turn.commit(Fate::Destroyed)
        && !folder.turn_is_taken()
        && files::read_bounded(&folder.slots(), LONGEST)
            .is_ok_and(|present| present.as_deref() != Some(slots.encode().as_slice()))
    {
        // The former key is in force, and this backup is not its.
        let _listed_as_another = Backups::with(folder.clone(), keys).remove(Place::Here, &first.name);
        return Err(error);
    }
    destroy_former(folder, &keys);
    Ok((slots, new_key))
}

/// Copies every page of a journal that is sound into `to`, under the new key; gives what it holds and
/// its count of changes.
fn encrypt_anew(
    folder: &Folder,
    to: &Folder,
    key: &DataKey,
    new: &Keys,
    count: Count,
) -> Result<(Tally, u64), VaultError> {
    let vault = match Vault::at(folder.clone()).read_with(Arc::new(Keys::of(key))) {
        Ok(vault) if vault.left() != Left::NotClosed => vault,
        Ok(_) | Err((_, VaultError::StoreDamaged)) => return Err(VaultError::NotSound),
        Err((_, error)) => return Err(error),
    };
    if vault.checker().run() != Some(Verdict::Sound) {
        return Err(VaultError::NotSound);
    }
    let connection = vault.connection();
    let expected = count(connection)?;
    let changes = store::changes(connection)?.unwrap_or_default();
    let target = store::create_for_copy(&to.store(), &new.store)?;
    let mut copying = Copying::begin(connection, target)?;
    while !copying.step(connection, PAGES)?.whole {}
    copying.finish()?;
    vault.lock()?;
    files::force(&to.store())?;
    Ok((expected, changes))
}

/// Destroys all that a former key of this journal opens and that is within reach. What resists stays in
/// the list of backups, as one of another key.
fn destroy_former(folder: &Folder, keys: &Keys) {
    for name in names(folder.path()).unwrap_or_default() {
        if name.starts_with("slots.damaged") {
            let _resists = destroy(&folder.path().join(name));
        }
    }
    destroy_backups(&folder.backups(), keys);
    if let SecondPlace::There { path } = folder.second_place() {
        destroy_backups(&path.join(AT_SECOND_PLACE), keys);
    }
}

/// Takes the name of a backup away, when that can be done; gives where it is now.
fn unnamed(path: PathBuf) -> PathBuf {
    let name = path.file_name().and_then(|name| BackupName::parse(name.to_str()?));
    let Some(going) = name.map(|name| path.with_file_name(name.unfinished())) else { return path };
    match files::remove_folder(&going).and_then(|()| std::fs::rename(&path, &going)) {
        Ok(()) => going,
        Err(_) => path,
    }
}

fn destroy_backups(shelf: &Path, keys: &Keys) {
    let journals = [keys.vault_id.0].into();
    let former: Vec<_> = wipe::theirs(shelf, &journals)
        .into_iter()
        .filter(|path| {
            let manifest = Manifest::read(&Folder::within(path.clone()).manifest());
            !manifest.is_ok_and(|manifest| manifest.open(&keys.backup, keys.vault_id).is_ok())
        })
        .collect();
    // Their names first: what a crash leaves of them is no damaged backup.
    let former: Vec<_> = former.into_iter().map(unnamed).collect();
    let _to_the_disk = files::sync_folder(shelf);
    // What opens them, all of it next.
    for path in &former {
        wipe::destroy_slots(path, &mut drop);
    }
    for path in &former {
        let _resists = files::remove_folder(path);
    }
}
