//! A journal in a folder that goes away with its test.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use tempfile::TempDir;
use vault::{DataKey, Folder, Passphrase, SlotFile, Unlocked, Vault, set_up};

use crate::{CHEAP, SeededRandomness};

/// A journal that was set up with [`TempVault::PASSPHRASE`] and is locked until a test unlocks it.
#[derive(Debug)]
pub struct TempVault {
    directory: TempDir,
    folder: Folder,
    hand_over: [u8; DataKey::HAND_OVER_LENGTH],
}

impl TempVault {
    /// What it was set up with.
    pub const PASSPHRASE: &str = "een hele lange wachtzin";

    /// A journal as set-up left it.
    ///
    /// Key derivation is paid once per test binary: all journals made here are copies of one, with
    /// the same data key. Use [`Self::drawn`] where two must differ.
    ///
    /// # Panics
    /// When it cannot be made.
    #[must_use]
    pub fn set_up() -> Self {
        static FIRST: OnceLock<TempVault> = OnceLock::new();
        FIRST.get_or_init(|| Self::drawn(0)).copy()
    }

    /// A journal whose keys are drawn from a seed.
    ///
    /// # Panics
    /// When it cannot be made.
    #[must_use]
    pub fn drawn(seed: u64) -> Self {
        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        let folder = Folder::open(directory.path()).expect("a temporary folder can be written");
        let passphrase = Passphrase::new(Self::PASSPHRASE);
        let (_, data_key) = set_up(&folder, &passphrase, CHEAP, &mut SeededRandomness::new(seed))
            .expect("an empty folder can be set up");
        let hand_over = *data_key.to_hand_over();
        Self { directory, folder, hand_over }
    }

    /// A copy of all files in another folder, as a thief or a backup makes one.
    ///
    /// # Panics
    /// When it cannot be made.
    #[must_use]
    pub fn copy(&self) -> Self {
        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        for entry in fs::read_dir(self.path()).expect("the folder is there") {
            let entry = entry.expect("the folder can be listed");
            fs::copy(entry.path(), directory.path().join(entry.file_name())).expect("a file can be copied");
        }
        let folder = Folder::open(directory.path()).expect("a temporary folder can be written");
        Self { directory, folder, hand_over: self.hand_over }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.directory.path()
    }

    /// The data folder.
    #[must_use]
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Its data key, without deriving anything.
    #[must_use]
    pub fn data_key(&self) -> DataKey {
        DataKey::from_hand_over(&self.hand_over)
    }

    /// Its slot file as it stands on disk.
    ///
    /// # Panics
    /// When it does not read well.
    #[must_use]
    pub fn slots(&self) -> SlotFile {
        SlotFile::load(&self.folder).expect("the slot file reads well")
    }

    /// Opens it, without deriving anything.
    ///
    /// # Panics
    /// When it does not open.
    #[must_use]
    pub fn unlock(&self) -> Vault<Unlocked> {
        self.try_unlock().expect("the journal opens")
    }

    /// Opens it or says why not.
    ///
    /// # Errors
    /// Those of [`Vault::unlock`].
    pub fn try_unlock(&self) -> Result<Vault<Unlocked>, vault::VaultError> {
        Vault::at(self.folder.clone()).unlock(self.data_key()).map_err(|(_, error)| error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_open_and_drawn_ones_differ() {
        assert!(TempVault::set_up().unlock().lock().is_ok());
        let drawn = TempVault::drawn(1);
        assert_ne!(drawn.data_key().vault_id(), TempVault::set_up().data_key().vault_id());
    }
}
