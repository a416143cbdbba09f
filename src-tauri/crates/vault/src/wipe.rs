//! Wiping the journal: what opens it goes first, everywhere within reach, then all the rest.
//!
//! Without a slot file a store is noise, so that once the slots are gone nothing that a disk keeps of
//! the others matters. A wipe that was cut off is finished by [`Folder::finish_turn`]: a mark is made
//! before anything is destroyed, and goes last.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use crate::backup::AT_SECOND_PLACE;
use crate::backup::manifest::Manifest;
use crate::folder::Folder;
use crate::seal::SealFile;
use crate::secrets::VaultId;
use crate::slots::LONGEST;
use crate::turn::{destroy, names};
use crate::{BackupName, SecondPlace, SlotFile, VaultError, files};

/// What a wipe could not reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wiped {
    /// The second place, when it was not there or would not let go of its backups: those still open
    /// with the passphrase and the recovery key of when they were made.
    pub out_of_reach: Option<PathBuf>,
}

/// The mark of a wipe that was begun, and whose journals it is about.
const MARK: &str = "wiping";

/// The longest mark that is read: more journals than one folder ever had.
const LONGEST_MARK: u64 = 16 * 256;

/// How the names of our files begin. What else lies in the folder is not ours: the language and the
/// text size stay, and so does the lock that the caller holds.
const FILES: [&str; 5] = ["journal.db", "slots", "seal", "reserve", "second-place.toml"];

/// Our folders.
const FOLDERS: [&str; 7] = ["backups", "trial", "turn.new", "turn", "turn.in", "turn.out", "aside"];

/// Destroys this journal: the slot file and all its copies, here, in backups, in journals kept aside
/// and at the second place, overwritten before they are removed; then stores, seals, backups and all
/// else of ours. Nobody may have the journal open.
///
/// At the second place only backups of journals that were in this folder go; another's stay. Copies
/// that a person made elsewhere are out of reach of any program.
///
/// # Errors
/// [`VaultError::FolderNotWritable`], [`VaultError::Io`]: the first of what went wrong in the data
/// folder; everything that could go is gone, and the next [`Folder::finish_turn`] tries the rest.
pub fn wipe(folder: &Folder) -> Result<Wiped, VaultError> {
    let mark = folder.path().join(MARK);
    let journals = journals(folder, &mark);
    if !mark.exists() {
        let bytes: Vec<u8> = journals.iter().flatten().copied().collect();
        // On a full disk there is no room for it, and a wipe must be possible all the same.
        let _unmarked = files::write_atomically(&mark, &bytes);
    }
    let mut first = Ok(());
    let mut done = |answer: io::Result<()>| {
        if first.is_ok() {
            first = answer;
        }
    };
    let (second, place, mut second_done) = match folder.second_place() {
        SecondPlace::There { path } => (theirs(&path.join(AT_SECOND_PLACE), &journals), Some(path), true),
        SecondPlace::Absent { path } => (Vec::new(), Some(path), false),
        SecondPlace::None => (Vec::new(), None, true),
    };

    // What opens it, everywhere.
    destroy_slots(folder.path(), &mut done);
    for name in FOLDERS {
        destroy_slots_below(&folder.path().join(name), &mut done);
    }
    for backup in &second {
        destroy_slots(backup, &mut |answer| second_done &= answer.is_ok());
    }

    // All the rest.
    for name in FOLDERS {
        done(files::remove_folder(&folder.path().join(name)));
    }
    for backup in &second {
        second_done &= files::remove_folder(backup).is_ok();
    }
    match names(folder.path()) {
        Ok(names) => {
            for name in names.iter().filter(|name| FILES.iter().any(|ours| name.starts_with(ours))) {
                done(files::remove_if_there(&folder.path().join(name)));
            }
        }
        Err(error) => done(Err(error)),
    }
    done(files::sync_folder(folder.path()));
    first?;
    files::remove_if_there(&mark)?;
    files::sync_folder(folder.path())?;
    Ok(Wiped { out_of_reach: place.filter(|_| !second_done) })
}

/// Whether a wipe was begun here and did not end.
pub(crate) fn was_begun(folder: &Folder) -> bool {
    folder.path().join(MARK).is_file()
}

/// The journals that are or were in this folder, as its files say and as the mark of a wipe that was
/// cut off says.
fn journals(folder: &Folder, mark: &Path) -> BTreeSet<[u8; VaultId::LENGTH]> {
    let marked = files::read_bounded(mark, LONGEST_MARK).ok().flatten().unwrap_or_default();
    let mut journals: BTreeSet<_> = marked.as_chunks().0.iter().copied().collect();
    let asides = names(&folder.asides()).unwrap_or_default();
    let asides = asides.iter().map(|name| Folder::within(folder.asides().join(name)));
    for inside in asides.chain([folder.clone()]) {
        journals.extend(of(&inside).map(|id| id.0));
    }
    journals
}

/// The journal that a folder's files say they belong to.
fn of(folder: &Folder) -> impl Iterator<Item = VaultId> {
    let slots = [folder.slots(), folder.slots_previous()].into_iter().filter_map(|path| {
        let bytes = files::read_bounded(&path, LONGEST).ok()??;
        Some(SlotFile::decode(&bytes).ok()?.vault_id())
    });
    let manifest = Manifest::read(&folder.manifest()).ok().map(|manifest| manifest.header.vault_id);
    slots.chain(manifest).chain(SealFile::of_journal(&folder.seal()))
}

/// The folders on a shelf that are backups of these journals, whole or not.
pub(crate) fn theirs(shelf: &Path, journals: &BTreeSet<[u8; VaultId::LENGTH]>) -> Vec<PathBuf> {
    names(shelf)
        .unwrap_or_default()
        .into_iter()
        .filter(|name| BackupName::parse(name).is_some() || BackupName::is_unfinished(name))
        .map(|name| shelf.join(name))
        .filter(|path| of(&Folder::within(path.clone())).any(|id| journals.contains(&id.0)))
        .collect()
}

/// Destroys every slot file in a folder: the one in use, the previous one, damaged ones kept aside.
pub(crate) fn destroy_slots(folder: &Path, done: &mut impl FnMut(io::Result<()>)) {
    match names(folder) {
        Ok(names) => {
            for name in names.iter().filter(|name| name.starts_with("slots")) {
                done(destroy(&folder.join(name)));
            }
            if folder.is_dir() {
                done(files::sync_folder(folder));
            }
        }
        Err(error) => done(Err(error)),
    }
}

/// The same in a folder and in the folders in it. Ours go no deeper.
fn destroy_slots_below(folder: &Path, done: &mut impl FnMut(io::Result<()>)) {
    if !folder.is_dir() {
        return;
    }
    destroy_slots(folder, done);
    for name in names(folder).unwrap_or_default() {
        let below = folder.join(name);
        if below.is_dir() && !below.is_symlink() {
            destroy_slots(&below, done);
        }
    }
}
