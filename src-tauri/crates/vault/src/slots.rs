//! The slot file: the data key, wrapped once for each secret that may open it.
//!
//! No hash of a passphrase is stored. A passphrase is right when its slot opens.

mod format;

use subtle::ConstantTimeEq;

use crate::derive::{Cost, SlotKeys, SubKey};
use crate::folder::Folder;
use crate::secrets::{DataKey, Passphrase, SecretBytes, VaultId};
use crate::{Randomness, RecoveryKey, VaultError, files};

use format::{Kind, Slot, Wrapped};
pub(crate) use format::{LONGEST, Unreadable};

/// The slot file, read and found well formed. That says nothing yet about who wrote it: the keyed
/// checks speak when a slot is opened.
#[derive(Debug)]
pub struct SlotFile {
    vault_id: VaultId,
    slots: Vec<Slot>,
    mac: [u8; 32],
    previous_usable: bool,
}

impl SlotFile {
    /// Reads the slot file of a folder.
    ///
    /// # Errors
    /// [`VaultError::SlotsMissing`], [`VaultError::SlotsDamaged`], [`VaultError::NewerFormat`].
    pub fn load(folder: &Folder) -> Result<Self, VaultError> {
        let previous_usable = previous_usable(folder);
        let bytes = files::read_bounded(&folder.slots(), LONGEST)?;
        match bytes.map(|bytes| Self::decode(&bytes)) {
            None if previous_usable => Err(VaultError::SlotsDamaged { previous_usable }),
            None => Err(VaultError::SlotsMissing),
            Some(Ok(file)) => Ok(Self { previous_usable, ..file }),
            Some(Err(Unreadable::Damaged)) => Err(VaultError::SlotsDamaged { previous_usable }),
            Some(Err(Unreadable::Newer)) => Err(VaultError::NewerFormat),
        }
    }

    /// Opens the passphrase's slot. Takes the time and memory that the slot's cost says.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`]; [`VaultError::SlotsDamaged`] when the passphrase is right but
    /// a keyed check fails; [`VaultError::NotEnoughMemory`].
    pub fn open_with_passphrase(&self, passphrase: &Passphrase) -> Result<DataKey, VaultError> {
        let slot = self.slot(Kind::Passphrase).ok_or(VaultError::WrongSecret)?;
        let keys = SlotKeys::from_passphrase(passphrase, &slot.head.salt, slot.head.cost)?;
        self.open(slot, &keys)
    }

    /// Opens the recovery key's slot.
    ///
    /// # Errors
    /// As [`Self::open_with_passphrase`].
    pub fn open_with_recovery_key(&self, key: &RecoveryKey) -> Result<DataKey, VaultError> {
        let slot = self.slot(Kind::RecoveryKey).ok_or(VaultError::WrongSecret)?;
        let keys = SlotKeys::from_recovery_key(key, &slot.head.salt);
        self.open(slot, &keys)
    }

    /// Puts a passphrase's slot in place of the former one, in memory; [`Self::store`] writes it.
    ///
    /// # Errors
    /// [`VaultError::PassphraseTooShort`]; [`VaultError::CostOutOfBounds`] below the floor or above
    /// the ceiling; [`VaultError::ForeignDataKey`]; [`VaultError::SlotsDamaged`] when the file that
    /// was read is not authentic under this key.
    pub fn set_passphrase(
        &mut self,
        data_key: &DataKey,
        passphrase: &Passphrase,
        cost: Cost,
        randomness: &mut dyn Randomness,
    ) -> Result<(), VaultError> {
        if passphrase.is_too_short() {
            return Err(VaultError::PassphraseTooShort { least: Passphrase::LEAST_CHARACTERS });
        }
        if !cost.within(Cost::FLOOR) {
            return Err(VaultError::CostOutOfBounds);
        }
        self.replace(data_key, Kind::Passphrase, cost, randomness, |salt| {
            SlotKeys::from_passphrase(passphrase, salt, cost)
        })
    }

    /// Puts a recovery key's slot in place of the former one, in memory; [`Self::store`] writes it.
    ///
    /// # Errors
    /// [`VaultError::ForeignDataKey`]; [`VaultError::SlotsDamaged`] as [`Self::set_passphrase`].
    pub fn set_recovery_key(
        &mut self,
        data_key: &DataKey,
        key: &RecoveryKey,
        randomness: &mut dyn Randomness,
    ) -> Result<(), VaultError> {
        self.replace(data_key, Kind::RecoveryKey, format::NO_COST, randomness, |salt| {
            Ok(SlotKeys::from_recovery_key(key, salt))
        })
    }

    /// Whether there is a slot for a recovery key. It is written only after its sheet was typed back.
    #[must_use]
    pub fn recovery_ready(&self) -> bool {
        self.slot(Kind::RecoveryKey).is_some()
    }

    /// Whether the passphrase's slot costs less than what we write today and must be set again now
    /// that the passphrase is at hand.
    #[must_use]
    pub fn needs_rewrap(&self) -> bool {
        self.cost().is_some_and(|cost| !cost.within(Cost::FLOOR))
    }

    /// What opening the passphrase's slot costs.
    #[must_use]
    pub fn cost(&self) -> Option<Cost> {
        self.slot(Kind::Passphrase).map(|slot| slot.head.cost)
    }

    /// The journal that this file belongs to.
    #[must_use]
    pub fn vault_id(&self) -> VaultId {
        self.vault_id
    }

    /// Writes the file: temporary file, force to disk, rename, force the folder. The file that was
    /// there stays as the previous one. No moment is without a readable slot file.
    ///
    /// # Errors
    /// [`VaultError::DiskFull`], [`VaultError::FolderNotWritable`], [`VaultError::Io`]; the file on
    /// disk is then the old one.
    pub fn store(&self, folder: &Folder) -> Result<(), VaultError> {
        let current = files::read_bounded(&folder.slots(), LONGEST)?;
        // A damaged file never takes the place of a good previous one.
        if let Some(current) = current.filter(|bytes| Self::decode(bytes).is_ok()) {
            files::write_atomically(&folder.slots_previous(), &current)?;
        }
        files::write_atomically(&folder.slots(), &self.encode())?;
        Ok(())
    }

    /// Makes the previous copy equal to the file that has just proved to open.
    ///
    /// Call it after an unlock. Until then the previous copy guards against a new file that does
    /// not open; from then on it would only keep a former passphrase, or a slot below the floor,
    /// alive beside the new one. A second copy of the good file guards against damage as well.
    ///
    /// # Errors
    /// As [`Self::store`].
    pub fn retire_previous(&self, folder: &Folder) -> Result<(), VaultError> {
        let bytes = self.encode();
        let previous = files::read_bounded(&folder.slots_previous(), LONGEST)?;
        if previous.as_deref() != Some(bytes.as_slice()) {
            files::write_atomically(&folder.slots_previous(), &bytes)?;
        }
        Ok(())
    }

    /// A new file with no slot yet.
    pub(crate) fn empty(data_key: &DataKey) -> Self {
        let mut file =
            Self { vault_id: data_key.vault_id(), slots: Vec::new(), mac: [0; 32], previous_usable: false };
        file.authenticate(&SubKey::header(data_key));
        file
    }

    fn slot(&self, kind: Kind) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.head.kind == kind)
    }

    fn damaged(&self) -> VaultError {
        VaultError::SlotsDamaged { previous_usable: self.previous_usable }
    }

    fn open(&self, slot: &Slot, keys: &SlotKeys) -> Result<DataKey, VaultError> {
        // The commitment comes first: a ciphertext made to open under two keys is never decrypted.
        if !bool::from(keys.commitment().ct_eq(&slot.head.commitment)) {
            return Err(VaultError::WrongSecret);
        }
        let mut bytes = SecretBytes::zeroed();
        slot.unwrap(self.vault_id, keys, &mut bytes).map_err(|_| self.damaged())?;
        let data_key = DataKey::from_parts(bytes, self.vault_id);
        self.check(data_key.vault_id(), &SubKey::header(&data_key))?;
        Ok(data_key)
    }

    /// Whether it is authentic under this journal's key, and so opens to it.
    pub(crate) fn check(&self, vault_id: VaultId, header: &SubKey) -> Result<(), VaultError> {
        if vault_id != self.vault_id {
            return Err(VaultError::ForeignDataKey);
        }
        let expected = self.compute_mac(header);
        if bool::from(expected.ct_eq(&self.mac)) { Ok(()) } else { Err(self.damaged()) }
    }

    fn replace(
        &mut self,
        data_key: &DataKey,
        kind: Kind,
        cost: Cost,
        randomness: &mut dyn Randomness,
        derive: impl FnOnce(&[u8; 16]) -> Result<SlotKeys, VaultError>,
    ) -> Result<(), VaultError> {
        // Authenticating a file anew would bless whatever somebody put into it.
        let header = SubKey::header(data_key);
        self.check(data_key.vault_id(), &header)?;
        let mut head = format::Head::blank(kind, cost);
        randomness.fill(&mut head.id)?;
        randomness.fill(&mut head.salt)?;
        randomness.fill(&mut head.nonce)?;
        let keys = derive(&head.salt)?;
        head.commitment.copy_from_slice(keys.commitment());
        let wrapped = Wrapped::wrap(self.vault_id, &head, &keys, data_key);
        self.slots.retain(|slot| slot.head.kind != kind);
        self.slots.push(Slot { head, wrapped });
        self.slots.sort_by_key(|slot| slot.head.kind);
        self.authenticate(&header);
        Ok(())
    }

    fn authenticate(&mut self, key: &SubKey) {
        self.mac = self.compute_mac(key);
    }
}

/// Whether the previous copy of the slot file is well formed.
pub(crate) fn previous_usable(folder: &Folder) -> bool {
    matches!(
        files::read_bounded(&folder.slots_previous(), LONGEST),
        Ok(Some(bytes)) if SlotFile::decode(&bytes).is_ok()
    )
}

#[cfg(test)]
mod tests;
