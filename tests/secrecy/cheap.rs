//! A slot file with secrets that the tests know, at the least cost that is read: a derivation
//! takes milliseconds, so that thousands can be tried.

use std::{fs, path::Path};

use boundaries::forge::{self, Slot, SlotKeys, Slots, first};
use tempfile::TempDir;
use vault::{DataKey, Folder, Passphrase, RecoveryKey, SlotFile, SystemRandomness, VaultError};

/// The least that is read.
pub(crate) const LEAST: [u32; 3] = [8 * 1024, 1, 1];
/// Opens every file made here.
pub(crate) const PASSPHRASE: &str = "een goedkope lange zin";

/// A slot file in pieces, and what opens it.
pub(crate) struct Cheap {
    pub(crate) data_key: [u8; 32],
    pub(crate) sheet: RecoveryKey,
    pub(crate) slots: Slots,
    directory: TempDir,
}

impl Cheap {
    /// With both slots, of a journal with this id.
    pub(crate) fn new(vault_id: [u8; 16], data_key: [u8; 32]) -> Self {
        let sheet = RecoveryKey::draw(&mut SystemRandomness).expect("randomness");
        let of_sheet = SlotKeys::of_recovery_key(&symbols_of(&sheet), &[0x22; 16]);
        let of_passphrase = SlotKeys::of_passphrase(PASSPHRASE.as_bytes(), &[0x11; 16], LEAST);
        let slots = vec![
            blank(1, LEAST, [0x11; 16]).wrap(&vault_id, &of_passphrase, &data_key),
            blank(2, [0; 3], [0x22; 16]).wrap(&vault_id, &of_sheet, &data_key),
        ];
        let directory = tempfile::tempdir().expect("a folder");
        Self { data_key, sheet, slots: Slots { vault_id, slots }, directory }
    }

    /// The file as it should be.
    pub(crate) fn file(&self) -> Vec<u8> {
        self.slots.encode(&self.data_key)
    }

    /// What the vault says of these bytes before any secret.
    pub(crate) fn load(&self, bytes: &[u8]) -> Result<SlotFile, VaultError> {
        load_in(self.directory.path(), bytes)
    }

    /// What the recovery key and the passphrase make of these bytes, in that order.
    pub(crate) fn open(&self, bytes: &[u8], how: How) -> Result<DataKey, VaultError> {
        let file = self.load(bytes)?;
        match how {
            How::Sheet => file.open_with_recovery_key(&self.sheet),
            How::Passphrase => file.open_with_passphrase(&Passphrase::new(PASSPHRASE)),
        }
    }
}

/// Which secret opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    Sheet,
    Passphrase,
}

/// A slot before it wraps anything.
pub(crate) fn blank(kind: u8, cost: [u32; 3], salt: [u8; 16]) -> Slot {
    let (id, nonce) = ([kind; 8], [kind ^ 0x55; 12]);
    Slot { kind, id, cost, salt, commitment: [0; 32], nonce, wrapped: [0; 48] }
}

/// The symbols of a sheet that a slot's keys are made of.
pub(crate) fn symbols_of(sheet: &RecoveryKey) -> Vec<u8> {
    let text: String = sheet.groups().iter().map(|group| group.as_str()).collect();
    forge::symbols(&text)[..26].to_vec()
}

/// Puts bytes where a slot file stands, and has the vault read it.
pub(crate) fn load_in(folder: &Path, bytes: &[u8]) -> Result<SlotFile, VaultError> {
    let folder = Folder::open(folder).expect("a folder");
    fs::write(folder.path().join("slots"), bytes).expect("written");
    SlotFile::load(&folder)
}

/// The 32 bytes of a data key.
pub(crate) fn bytes_of(key: &DataKey) -> [u8; 32] {
    first(&key.to_hand_over()[..])
}
