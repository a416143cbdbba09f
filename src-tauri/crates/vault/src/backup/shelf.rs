//! The backups of one journal: here, and at the second place when that is there.

use std::sync::Arc;

use crate::DataKey;
use crate::folder::Folder;
use crate::vault::Keys;

/// The backups of one journal. It holds keys but no connection, so it can go to another thread while
/// the journal is in use.
#[derive(Debug, Clone)]
pub struct Backups {
    pub(crate) folder: Folder,
    pub(crate) keys: Arc<Keys>,
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
}
