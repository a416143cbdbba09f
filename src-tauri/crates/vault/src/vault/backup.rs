//! Making a backup on the one connection, some pages at a time between saves.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{Standing, Unlocked, Vault};
use crate::backup::{self, Draft, Inside, Part};
use crate::copying::Copying;
use crate::{VaultError, store};

/// How far a backup is.
#[derive(Debug)]
pub enum Copied {
    /// There is more to copy.
    More {
        /// Pages copied so far.
        done: u32,
        /// Pages there are by now.
        total: u32,
    },
    /// Every page is in the copy. Count the journal now, before anything else is written in it, and
    /// give the count to [`Draft::finish`].
    Whole(Draft),
}

/// A backup under way: the copy, and the folder that it fills.
#[derive(Debug)]
pub(super) struct Making {
    // Dropped in this order: a file that is open cannot be removed everywhere.
    copying: Copying,
    part: Part,
    made_at: DateTime<Utc>,
    under_way: Arc<()>,
}

impl Vault<Unlocked> {
    /// Begins a backup; go on with [`Self::step_backup`]. Reads and writes nothing of the journal yet.
    ///
    /// # Errors
    /// [`VaultError::OnlyReading`]. [`VaultError::NotSound`] unless the store is known to be sound: a
    /// copy of what was changed or damaged would push a good backup out of the rotation.
    /// [`VaultError::BackupUnderWay`] while another one, or its draft, is not finished.
    /// [`VaultError::DiskFull`], [`VaultError::FolderNotWritable`], [`VaultError::Io`].
    pub fn begin_backup(&mut self, now: DateTime<Utc>) -> Result<(), VaultError> {
        self.refuse_when_reading()?;
        if self.state.making.is_some() || self.state.draft.strong_count() > 0 {
            return Err(VaultError::BackupUnderWay);
        }
        if self.state.standing != Standing::Sound {
            return Err(VaultError::NotSound);
        }
        let shelf = self.folder.backups();
        if !shelf.is_dir() {
            backup::create_folder(&shelf)?;
        }
        backup::remove_unfinished(&shelf)?;
        let part = Part::make_at(&shelf, now)?;
        let target = store::create_for_copy(&part.folder().store(), &self.state.keys.store)?;
        let copying = Copying::begin(&self.state.connection, target)?;
        let under_way = Arc::new(());
        self.state.draft = Arc::downgrade(&under_way);
        self.state.making = Some(Making { copying, part, made_at: now, under_way });
        Ok(())
    }

    /// Copies up to so many pages more (4 KiB each). Between two steps the journal is used as ever:
    /// what is written meanwhile is in the backup. Within a transaction it copies nothing and says
    /// how far it was.
    ///
    /// # Errors
    /// [`VaultError::DiskFull`], [`VaultError::StoreDamaged`], [`VaultError::Sqlite`]: the backup is
    /// abandoned and nothing of it stays. [`VaultError::Misuse`] when none was begun.
    pub fn step_backup(&mut self, pages: u16) -> Result<Copied, VaultError> {
        let mut making = self.state.making.take().ok_or(VaultError::Misuse)?;
        let copied = making.copying.step(&self.state.connection, pages);
        let progress = copied.map_err(|error| self.reason(error))?;
        if !progress.whole {
            self.state.making = Some(making);
            return Ok(Copied::More { done: progress.done, total: progress.total });
        }
        let Making { copying, part, made_at, under_way } = making;
        copying.finish().map_err(|error| self.reason(error))?;
        Ok(Copied::Whole(Draft {
            part,
            folder: self.folder.clone(),
            keys: Arc::clone(&self.state.keys),
            made_at,
            changes: self.state.changes(),
            _under_way: under_way,
        }))
    }

    /// Gives up a backup that is under way; nothing of it stays. Locking does the same.
    pub fn abandon_backup(&mut self) {
        self.state.making = None;
    }

    /// Whether anything was written since a backup was made, as far as counts of changes tell.
    ///
    /// The store counts its changes; each lock adds those of its session. What a session changed that
    /// did not end in a lock was not added, so every later count differs from every earlier one.
    #[must_use]
    pub fn has_changed_since(&self, inside: &Inside) -> bool {
        let format = self.state.connection.query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0));
        self.state.changes() != inside.changes || format.ok() != Some(i64::from(inside.format))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::Folder;
    use crate::seal::ledger::{Scribe, StoreBytes};
    use crate::seal::{SealFile, State};
    use crate::store::Access;
    use crate::vault::Keys;
    use crate::{Cost, DataKey, Left, Passphrase, Verdict, set_up};

    struct Ones;

    impl crate::Randomness for Ones {
        fn fill(&mut self, bytes: &mut [u8]) -> Result<(), crate::NoRandomness> {
            bytes.fill(1);
            Ok(())
        }
    }

    /// A journal as the version before this one sealed it: no count of changes in it.
    fn of_the_former_version(folder: &Folder) -> DataKey {
        let passphrase = Passphrase::new("een hele lange wachtzin");
        let (_, key) = set_up(folder, &passphrase, Cost::FLOOR, &mut Ones).expect("it is set up");
        let keys = Keys::of(&key);
        let connection = store::open(&folder.store(), &keys.store, Access::Write).expect("it opens");
        connection
            .execute_batch(
                "DROP TABLE vault_state;
                 CREATE TABLE vault_state (
                     id INTEGER PRIMARY KEY CHECK (id = 1),
                     generation INTEGER NOT NULL
                 ) STRICT;
                 INSERT INTO vault_state (id, generation) VALUES (1, 7);",
            )
            .expect("it is written");
        store::merge_wal(&connection).expect("it is merged");
        store::close(connection).expect("it closes");
        let bytes = StoreBytes::open(&folder.store()).expect("it is there");
        let scribe = Scribe { key: &keys.seal, vault_id: keys.vault_id, store: &bytes };
        let ledger = scribe.whole().expect("it is read");
        SealFile { vault_id: keys.vault_id, state: State::Sealed, finding: None, generation: 7, ledger }
            .write(&folder.seal(), &keys.seal)
            .expect("it is written");
        key
    }

    #[test]
    fn a_sealed_store_of_the_former_version_gets_its_column_and_stays_sound() {
        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        let folder = Folder::open(directory.path()).expect("it can be written");
        let block = of_the_former_version(&folder).to_hand_over();
        let unlock = || {
            let mut vault =
                Vault::at(folder.clone()).unlock(DataKey::from_hand_over(&block)).expect("it opens");
            assert_eq!(vault.left(), Left::Sealed);
            assert_eq!(vault.checker().run(), Some(Verdict::Sound), "the column is no change from outside");
            vault.settle(Verdict::Sound).expect("it is noted");
            vault
        };
        let vault = unlock();
        assert!(vault.state.changes_to_keep().is_some());
        vault.connection().execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1), (2)").expect("ok");
        let changes = vault.state.changes();
        vault.lock().expect("it locks");
        let vault = unlock();
        assert_eq!(vault.state.changes(), changes);
        assert_eq!(store::changes(vault.connection()), Ok(Some(changes)));
        assert!(changes >= 2);
    }
}
