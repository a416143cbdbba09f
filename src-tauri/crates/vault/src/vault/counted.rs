//! How often the journal was written in, to know whether a backup is still up to date.

use rusqlite::Connection;

use super::{Left, Unlocked};
use crate::{Randomness, SystemRandomness, VaultError, store};

/// The store's count of changes: what it was, and from where the connection counts on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counted {
    /// The count when the store was opened. A store that was not locked has a count that it never
    /// had before: it knows nothing of what its last session changed.
    at_open: u64,
    /// What the connection had counted itself by then, for the vault's own sake.
    own: u64,
    /// Whether the store has a column for the count.
    kept: bool,
}

impl Counted {
    /// Reads the count of a store that was just opened.
    ///
    /// # Errors
    /// [`VaultError::NoRandomness`]; that the store could not be asked now.
    pub(super) fn at_open(connection: &Connection, left: Left) -> Result<Self, VaultError> {
        let kept = store::changes(connection)?;
        let at_open = match (kept, left) {
            (Some(changes), Left::New | Left::Sealed) => changes,
            (None, _) | (_, Left::NotClosed) => {
                let mut bytes = [0; 8];
                SystemRandomness.fill(&mut bytes)?;
                u64::from_le_bytes(bytes)
            }
        };
        Ok(Self { at_open, own: connection.total_changes(), kept: kept.is_some() })
    }

    /// Gives a store of a former version a place for it. That it can have none must not keep a person
    /// from reading.
    pub(super) fn keep(&mut self, connection: &Connection) {
        self.kept = self.kept || matches!(store::keep_changes(connection), Ok(Some(_)));
        self.own = connection.total_changes();
    }

    /// The same on another connection, which counts from the start.
    pub(super) fn go_on(self, former: &Connection, connection: &Connection) -> Self {
        Self { at_open: self.by_now(former), own: connection.total_changes(), ..self }
    }

    /// The count by now. The highest bit is never set: SQLite's numbers have a sign.
    fn by_now(self, connection: &Connection) -> u64 {
        let session = connection.total_changes().saturating_sub(self.own);
        self.at_open.wrapping_add(session) & (u64::MAX >> 1)
    }
}

impl Unlocked {
    /// The count of changes by now.
    pub(super) fn changes(&self) -> u64 {
        self.counted.by_now(&self.connection)
    }

    /// The same, when the store can keep it.
    pub(super) fn changes_to_keep(&self) -> Option<u64> {
        self.counted.kept.then(|| self.changes())
    }
}
