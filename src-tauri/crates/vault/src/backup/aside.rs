//! Slot files that lie beside the one in use: damaged ones, and those of journals kept aside.

use std::io;
use std::path::Path;

use super::Backups;
use crate::folder::Folder;
use crate::slots::{self, SlotFile};
use crate::turn::{destroy, names};
use crate::{VaultError, files};

impl Backups {
    /// Lets nothing but the slot file `bytes` open this data key in what was kept aside. A journal
    /// aside that has another key, from before it was renewed, stays as it is.
    pub(super) fn level_asides(&self, bytes: &[u8]) -> Result<(), VaultError> {
        destroy_named(self.folder.path(), "slots.damaged")?;
        let asides = self.folder.asides();
        for aside in names(&asides)?.into_iter().map(|name| Folder::within(asides.join(name))) {
            if !self.is_of_our_key(aside.path())? {
                continue;
            }
            if files::read_bounded(&aside.slots(), slots::LONGEST).ok().flatten().as_deref() != Some(bytes) {
                files::write_atomically(&aside.slots(), bytes)?;
            }
            // The previous ones and the damaged ones.
            destroy_named(aside.path(), "slots.")?;
        }
        Ok(())
    }

    /// Whether one of the slot files in this folder holds our data key.
    ///
    /// # Errors
    /// That one of them could not be read now: it may.
    pub(crate) fn is_of_our_key(&self, folder: &Path) -> Result<bool, VaultError> {
        let mut unread = None;
        let mut slots = if folder.is_dir() { names(folder)? } else { Vec::new() };
        slots.retain(|name| name.starts_with("slots"));
        for name in &slots {
            match files::read_bounded(&folder.join(name), slots::LONGEST) {
                Ok(bytes) => {
                    let slots = bytes.and_then(|bytes| SlotFile::decode(&bytes).ok());
                    let is_ours =
                        |slots: SlotFile| slots.check(self.keys.vault_id, &self.keys.header).is_ok();
                    if slots.is_some_and(is_ours) {
                        return Ok(true);
                    }
                }
                // What is no file holds no key.
                Err(error) if error.kind() == io::ErrorKind::InvalidData => {}
                Err(error) => unread = Some(error),
            }
        }
        unread.map_or(Ok(false), |error| Err(error.into()))
    }
}

/// Destroys the files in a folder whose names begin so.
fn destroy_named(folder: &Path, beginning: &str) -> Result<(), VaultError> {
    let mut going = names(folder)?;
    going.retain(|name| name.starts_with(beginning));
    for name in &going {
        destroy(&folder.join(name))?;
    }
    if !going.is_empty() {
        files::sync_folder(folder)?;
    }
    Ok(())
}
