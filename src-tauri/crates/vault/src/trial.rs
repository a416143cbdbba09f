//! Trying a backup: the whole way of a restore, into a scratch copy that is then read and removed.

use std::sync::Arc;

use crate::backup::{BackupName, Backups, Count, Place};
use crate::folder::Folder;
use crate::{SlotFile, Unlocked, Vault, VaultError, files, staging};

impl Backups {
    /// Makes a whole journal of a backup in `trial`, exactly as a restore would: copied, compared with
    /// its manifest, every page and index checked, counted, with slots and seal. A former one goes.
    ///
    /// # Errors
    /// As [`crate::restore()`], and [`VaultError::PlaceGone`]. There is no trial then.
    pub fn stage_trial(&self, place: Place, name: &BackupName, count: Count) -> Result<Folder, VaultError> {
        let stage = || {
            let from = self.folder_of(place, name)?;
            let slots = SlotFile::load(&from)?;
            let to = Folder::within(self.folder.trial());
            files::remove_folder(to.path())?;
            files::make_folder(to.path())?;
            staging::stage_backup(&from, &to, &slots, &self.keys, count)?;
            Ok(to)
        };
        stage().map_err(|error| {
            self.end_trial();
            self.at(place, error)
        })
    }

    /// Opens the scratch copy to be read, for who has no data key at hand any more. `prepare` may
    /// bring it to the present version first; the backup itself stays as it is.
    ///
    /// # Errors
    /// Those of [`Vault::unlock`] and [`Vault::unlock_to_read`], and of `prepare`.
    pub fn open_trial(
        &self,
        prepare: &mut dyn FnMut(Vault<Unlocked>) -> Result<Vault<Unlocked>, VaultError>,
    ) -> Result<Vault<Unlocked>, VaultError> {
        let open = Vault::at(Folder::within(self.folder.trial())).unlock_with(Arc::clone(&self.keys));
        let mut vault = open.map_err(|(_, error)| error)?;
        vault.believe();
        let locked = prepare(vault)?.lock()?;
        let mut vault = locked.read_with(Arc::clone(&self.keys)).map_err(|(_, error)| error)?;
        vault.believe();
        Ok(vault)
    }

    /// Removes the scratch copy. The vault over it must be locked or dropped. What cannot be removed
    /// now is removed by the next trial or at the next start.
    pub fn end_trial(&self) {
        let _later = files::remove_folder(&self.folder.trial());
    }
}
