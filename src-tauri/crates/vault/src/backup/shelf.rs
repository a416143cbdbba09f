//! The backups of one journal: here, and at the second place when that is there.

use std::fs::{self, File};
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::draft::{Part, copy_and_hash, hash, remove_unfinished, slots_of, to_the_millisecond};
use super::found::{AT_SECOND_PLACE, all_names, names};
use super::manifest::{Header, Manifest};
use super::place::SecondPlace;
use super::rotation::{self, Dated};
use super::verify::verify;
use super::{Backup, BackupName, Count, Inside, Place, Unreadable};
use crate::folder::Folder;
use crate::slots::SlotFile;
use crate::vault::Keys;
use crate::{DataKey, SystemRandomness, VaultError, files, slots};

/// The backups of one journal. It holds keys but no connection, so it can go to another thread while
/// the journal is in use; and because it holds keys, it must be gone when the journal is locked.
#[derive(Debug, Clone)]
pub struct Backups {
    pub(crate) folder: Folder,
    pub(crate) keys: Arc<Keys>,
}

/// What became of the slot files in the backups.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Levelled {
    /// How many were replaced.
    pub replaced: usize,
    /// Whether there may be others: the second place is not there, or cannot be written.
    pub out_of_reach: bool,
}

impl Backups {
    /// For a process that has the key but no open store.
    #[must_use]
    pub fn of(folder: &Folder, key: &DataKey) -> Self {
        Self::with(folder.clone(), Arc::new(Keys::of(key)))
    }

    pub(crate) fn with(folder: Folder, keys: Arc<Keys>) -> Self {
        Self { folder, keys }
    }

    /// All backups within reach, newest first; those of two places with one name lie side by side.
    /// Reads manifests and lengths only. What cannot be read is in the list and says why.
    #[must_use]
    pub fn list(&self) -> Vec<Backup> {
        let mut list: Vec<Backup> = [Place::Here, Place::Second]
            .into_iter()
            .filter_map(|place| Some((place, self.shelf(place).ok()?)))
            .flat_map(|(place, shelf)| names(&shelf).into_iter().map(move |name| (place, name)))
            .filter_map(|(place, name)| Some(self.show(place, &self.folder_of(place, &name).ok()?, name)))
            .collect();
        list.sort_by(|one, other| {
            (other.made_at, &other.name, one.place).cmp(&(one.made_at, &one.name, other.place))
        });
        list
    }

    /// The drill: every byte of the store is compared with the manifest, every page and index is
    /// checked, and what it holds is counted anew with `count`. Then the manifest says `now`.
    ///
    /// # Errors
    /// [`VaultError::BackupGone`]; [`VaultError::BackupDamaged`] when anything is not as it was when
    /// it was made, its slot file included; [`VaultError::BackupOfOtherKey`];
    /// [`VaultError::NewerFormat`]; [`VaultError::PlaceGone`], [`VaultError::PlaceNotWritable`] (it is
    /// whole, but that cannot be noted there); [`VaultError::DiskFull`], [`VaultError::Io`].
    pub fn check(
        &self,
        place: Place,
        name: &BackupName,
        count: Count,
        now: DateTime<Utc>,
    ) -> Result<Backup, VaultError> {
        let check = || {
            let folder = self.folder_of(place, name)?;
            let (header, inside) = self.examine(&folder, count)?;
            let inside = Inside { checked_at: to_the_millisecond(now), ..inside };
            Manifest::seal(header, &inside, &self.keys.backup, &mut SystemRandomness)?
                .write(&folder.manifest())?;
            Ok(Backup {
                place,
                name: name.clone(),
                made_at: header.made_at,
                bytes: header.length,
                inside: Ok(inside),
            })
        };
        check().map_err(|error| self.at(place, error))
    }

    /// Copies a backup to the second place: forced to the disk, opened and counted there, then named.
    /// One that is there already is checked, and replaced when it is damaged.
    ///
    /// # Errors
    /// [`VaultError::PlaceGone`], [`VaultError::PlaceNotWritable`], [`VaultError::DiskFull`];
    /// [`VaultError::BackupGone`], [`VaultError::BackupDamaged`] (the one here, or what was read back
    /// there); [`VaultError::BackupOfOtherKey`], [`VaultError::NewerFormat`], [`VaultError::Io`].
    /// Nothing unfinished stays there.
    pub fn copy_to_second_place(
        &self,
        name: &BackupName,
        count: Count,
        now: DateTime<Utc>,
    ) -> Result<Backup, VaultError> {
        let from = self.folder_of(Place::Here, name)?;
        let (header, inside) = self.open(&from)?;
        let slots = slots_of(&from, self.keys.vault_id).map_err(|_| VaultError::BackupDamaged)?;
        match self.check(Place::Second, name, count, now) {
            Err(VaultError::BackupGone) => {}
            Err(VaultError::BackupDamaged) => self.remove(Place::Second, name)?,
            there => return there,
        }
        let copy = || {
            let shelf = self.shelf(Place::Second)?;
            remove_unfinished(&shelf)?;
            let part = Part::make(shelf, name.clone())?;
            let to = part.folder();
            let mut store = files::create_private(&to.store())?;
            let copied = copy_and_hash(&mut File::open(from.store())?, &mut store)?;
            drop(store);
            if copied != (header.length, header.hash) {
                return Err(VaultError::BackupDamaged);
            }
            files::force(&to.store())?;
            let found = verify(&to.store(), &self.keys, count)?;
            // Read back: what a stick was given and what it kept are two things.
            if hash(&to.store())? != copied || found.tally != inside.tally {
                return Err(VaultError::BackupDamaged);
            }
            files::write_atomically(&to.slots(), &slots)?;
            let inside = Inside { checked_at: to_the_millisecond(now), ..inside };
            part.become_backup(Place::Second, header, inside, &self.keys)
        };
        copy().map_err(|error| self.at(Place::Second, error))
    }

    /// Removes what is too much `now`: the newest of seven days, four weeks and six months stay, and the
    /// newest good one always does. Backups of another journal or key are not touched, nor what cannot
    /// be read. Days are those of UTC, as in the names: today is not the caller's to say.
    ///
    /// # Errors
    /// Those of [`Self::remove`], after which the rest is still there.
    pub fn rotate(&self, place: Place, now: DateTime<Utc>) -> Result<(), VaultError> {
        let ours: Vec<(BackupName, Dated)> = names(&self.shelf(place)?)
            .into_iter()
            .filter_map(|name| {
                let folder = self.folder_of(place, &name).ok()?;
                let (header, _) = self.open(&folder).ok()?;
                Some((name, Dated { made_at: header.made_at, checked: has_its_length(&folder, &header) }))
            })
            .collect();
        let dated: Vec<Dated> = ours.iter().map(|(_, dated)| *dated).collect();
        let staying = rotation::staying(&dated, now.date_naive());
        for (_, (name, _)) in ours.iter().enumerate().filter(|(index, _)| !staying.contains(index)) {
            self.remove(place, name)?;
        }
        Ok(())
    }

    /// Removes what was to become a backup and never will: a crash leaves it. Here, a journal aside that
    /// was being made anew is finished too.
    ///
    /// # Errors
    /// [`VaultError::PlaceGone`], [`VaultError::PlaceNotWritable`], [`VaultError::FolderNotWritable`],
    /// [`VaultError::Io`].
    pub fn clear_unfinished(&self, place: Place) -> Result<(), VaultError> {
        if place == Place::Here {
            self.folder.finish_asides()?;
        }
        self.shelf(place).and_then(|shelf| remove_unfinished(&shelf)).map_err(|error| self.at(place, error))
    }

    /// Removes a backup: its name first, so that nothing with a name is ever half there, then its slot
    /// file, without which nothing opens the rest.
    ///
    /// # Errors
    /// [`VaultError::BackupGone`]; [`VaultError::PlaceGone`], [`VaultError::PlaceNotWritable`],
    /// [`VaultError::FolderNotWritable`], [`VaultError::Io`].
    pub fn remove(&self, place: Place, name: &BackupName) -> Result<(), VaultError> {
        let remove = || {
            let folder = self.folder_of(place, name)?;
            // Under this name it is no backup any more, and what a crash leaves of it is removed later.
            let going = Folder::within(self.shelf(place)?.join(name.unfinished()));
            files::remove_folder(going.path())?;
            fs::rename(folder.path(), going.path())?;
            files::sync_folder_of(going.path())?;
            files::remove_if_there(&going.slots())?;
            files::sync_folder(going.path())?;
            files::remove_folder(going.path())?;
            files::sync_folder_of(going.path())?;
            Ok(())
        };
        remove().map_err(|error| self.at(place, error))
    }

    /// Writes this slot file into every backup within reach that belongs to the same journal and key
    /// and has another one, so that a former passphrase opens none of them. One whose manifest is
    /// damaged can be of no other key that we could still use, and gets it too; so does every journal
    /// of this key that a restore kept aside, and damaged slot files that were kept are destroyed.
    ///
    /// # Errors
    /// [`VaultError::ForeignDataKey`] when the slot file is another journal's;
    /// [`VaultError::SlotsDamaged`] when it is not authentic under the key; [`VaultError::DiskFull`],
    /// [`VaultError::FolderNotWritable`], [`VaultError::Io`] for what is here. What fails at the
    /// second place is out of reach.
    pub fn level_slots(&self, slots: &SlotFile) -> Result<Levelled, VaultError> {
        slots.check(self.keys.vault_id, &self.keys.header)?;
        let bytes = slots.encode();
        let replaced = self.level(Place::Here, &bytes)?;
        self.level_asides(&bytes)?;
        let mut levelled = Levelled { replaced, out_of_reach: false };
        match self.second_place() {
            SecondPlace::None => {}
            SecondPlace::Absent { .. } => levelled.out_of_reach = true,
            SecondPlace::There { .. } => match self.level(Place::Second, &bytes) {
                Ok(replaced) => levelled.replaced += replaced,
                Err(_) => levelled.out_of_reach = true,
            },
        }
        Ok(levelled)
    }

    /// Whether there is a second place and whether it can be reached now.
    #[must_use]
    pub fn second_place(&self) -> SecondPlace {
        self.folder.second_place()
    }

    /// The folder of a backup that is there.
    ///
    /// # Errors
    /// [`VaultError::BackupGone`], [`VaultError::PlaceGone`].
    pub(crate) fn folder_of(&self, place: Place, name: &BackupName) -> Result<Folder, VaultError> {
        let path = self.shelf(place)?.join(name.as_str());
        // A link to a folder is none of ours: what is removed by name must be what lies there.
        let is_folder = fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_dir());
        if is_folder { Ok(Folder::within(path)) } else { Err(VaultError::BackupGone) }
    }

    /// Compares, checks and counts a whole backup; writes nothing.
    ///
    /// # Errors
    /// As [`Self::check`].
    pub(crate) fn examine(&self, folder: &Folder, count: Count) -> Result<(Header, Inside), VaultError> {
        let (header, inside) = self.open(folder)?;
        if !has_its_length(folder, &header) || hash(&folder.store())? != (header.length, header.hash) {
            return Err(VaultError::BackupDamaged);
        }
        let found = verify(&folder.store(), &self.keys, count)?;
        let slots = files::read_bounded(&folder.slots(), slots::LONGEST)?;
        let slots_fit = slots.is_some_and(|bytes| {
            SlotFile::decode(&bytes).is_ok_and(|slots| slots.vault_id() == self.keys.vault_id)
        });
        if found.tally == inside.tally && found.format == inside.format && slots_fit {
            Ok((header, inside))
        } else {
            Err(VaultError::BackupDamaged)
        }
    }

    /// What the manifest of a backup says under our key.
    pub(crate) fn open(&self, folder: &Folder) -> Result<(Header, Inside), VaultError> {
        let manifest = Manifest::read(&folder.manifest())?;
        Ok((manifest.header, manifest.open(&self.keys.backup, self.keys.vault_id)?))
    }

    fn show(&self, place: Place, folder: &Folder, name: BackupName) -> Backup {
        let manifest = Manifest::read(&folder.manifest());
        let inside = manifest.and_then(|manifest| {
            let inside = manifest.open(&self.keys.backup, self.keys.vault_id)?;
            if has_its_length(folder, &manifest.header) { Ok(inside) } else { Err(Unreadable::Damaged) }
        });
        let header = manifest.ok().map(|manifest| manifest.header);
        let made_at = header.map_or_else(|| name.made_at(), |header| header.made_at);
        let bytes = files::length(&folder.store()).ok().flatten().unwrap_or_default();
        Backup { place, name, made_at, bytes, inside }
    }

    fn level(&self, place: Place, bytes: &[u8]) -> Result<usize, VaultError> {
        let mut replaced = 0;
        // Not the list of what could be read: who is told that all were replaced believes it.
        for name in all_names(&self.shelf(place)?)? {
            let folder = self.folder_of(place, &name)?;
            let present = files::read_bounded(&folder.slots(), slots::LONGEST).ok().flatten();
            let is_ours = match self.open(&folder) {
                Ok(_) => true,
                Err(VaultError::BackupDamaged) => present.as_ref().is_some_and(|bytes| {
                    SlotFile::decode(bytes).is_ok_and(|slots| slots.vault_id() == self.keys.vault_id)
                }),
                Err(_) => false,
            };
            if is_ours && present.as_deref() != Some(bytes) {
                files::write_atomically(&folder.slots(), bytes)?;
                replaced += 1;
            }
        }
        Ok(replaced)
    }

    fn shelf(&self, place: Place) -> Result<PathBuf, VaultError> {
        match (place, self.second_place()) {
            (Place::Here, _) => Ok(self.folder.backups()),
            (Place::Second, SecondPlace::There { path }) => Ok(path.join(AT_SECOND_PLACE)),
            (Place::Second, SecondPlace::None | SecondPlace::Absent { .. }) => Err(VaultError::PlaceGone),
        }
    }

    /// A failure at the second place says so: a stick that was pulled out is no broken file.
    pub(crate) fn at(&self, place: Place, error: VaultError) -> VaultError {
        match (place, error) {
            (Place::Here, error) => error,
            (Place::Second, _) if !matches!(self.second_place(), SecondPlace::There { .. }) => {
                VaultError::PlaceGone
            }
            (Place::Second, VaultError::FolderNotWritable) => VaultError::PlaceNotWritable,
            (Place::Second, error) => error,
        }
    }
}

/// The cheap half of a check: a store that was cut off shows at once.
fn has_its_length(folder: &Folder, header: &Header) -> bool {
    matches!(files::length(&folder.store()), Ok(Some(length)) if length == header.length)
}

impl From<Unreadable> for VaultError {
    fn from(unreadable: Unreadable) -> Self {
        match unreadable {
            Unreadable::Damaged => Self::BackupDamaged,
            Unreadable::OtherKey => Self::BackupOfOtherKey,
            Unreadable::Newer => Self::NewerFormat,
        }
    }
}
