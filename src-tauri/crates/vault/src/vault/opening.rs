//! Opening and closing a store: what its seal says of the files that are there, and what of them is
//! sealed again. The table in [`super`] says when.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Weak};

use rusqlite::Connection;

use super::counted::Counted;
use super::{Keys, Left, Purpose, Standing, Unlocked, reading};
use crate::derive::SubKey;
use crate::folder::Folder;
use crate::seal::ledger::{self, Ledger, Scribe, StoreBytes};
use crate::seal::{Finding, NoSeal, SealFile, State};
use crate::settings::PAGE;
use crate::store::{self, Access};
use crate::{VaultError, files, wal};

impl Unlocked {
    pub(super) fn open(folder: &Folder, keys: Arc<Keys>, purpose: Purpose) -> Result<Self, VaultError> {
        let length = files::length(&folder.store())?.ok_or(VaultError::StoreMissing)?;
        if length < PAGE {
            // SQLite would take an empty file for a new database and begin to write in it.
            return Err(VaultError::StoreDamaged);
        }
        let seal = match SealFile::read(&folder.seal(), &keys.seal, keys.vault_id) {
            Ok(seal) => Some(seal),
            Err(NoSeal::Broken) => None,
            Err(NoSeal::Newer) => return Err(VaultError::NewerFormat),
            Err(NoSeal::NotRead(error)) if purpose == Purpose::Write => return Err(error),
            // Who saves what can be saved needs no seal for it, and nothing is noted.
            Err(NoSeal::NotRead(_)) => None,
        };
        // All this before SQLite looks at the files: opening a store takes up its WAL.
        let wal_empty = files::length(&folder.wal())?.unwrap_or(0) == 0;
        let wal_broken = wal::is_broken(&folder.wal())?;
        let access = match purpose {
            Purpose::Write => Access::Write,
            Purpose::Read => reading::access(folder),
        };
        if wal_broken && purpose == Purpose::Write {
            // SQLite will write over what it cannot take up.
            folder.keep_aside(&folder.wal())?;
        }
        let bytes = StoreBytes::open(&folder.store())?;
        let (connection, generation) = open_and_ask(&folder.store(), &keys.store, access)?;

        let sealed = seal.as_ref().filter(|seal| seal.state == State::Sealed);
        let left = match sealed {
            None => Left::NotClosed,
            Some(seal) if seal.generation == 0 => Left::New,
            Some(_) => Left::Sealed,
        };
        let as_left = match &seal {
            None => false,
            Some(seal) if seal.state == State::Sealed => {
                generation == Some(seal.generation) && seal.ledger.length == length && wal_empty
            }
            // A lock that was cut off may have counted on already.
            Some(seal) => generation.is_some_and(|generation| {
                (seal.generation..=seal.generation.saturating_add(1)).contains(&generation)
            }),
        };
        let finding = match seal.as_ref().and_then(|seal| seal.finding) {
            // A broken page must not keep a person from reading all others.
            // Beside a sealed store a WAL is somebody else's: nothing of ours was in it.
            _ if generation.is_none() || wal_broken && sealed.is_none() => Some(Finding::Damaged),
            None if !as_left => Some(Finding::ChangedOutside),
            finding => finding,
        };
        let generation = generation.or_else(|| seal.as_ref().map(|seal| seal.generation)).unwrap_or_default();
        let ledger = sealed.filter(|_| finding.is_none()).map(|seal| Arc::new(seal.ledger.clone()));
        let counted = Counted::at_open(&connection, left)?;
        let mut state = Self {
            making: None,
            connection,
            bytes: Arc::new(bytes),
            keys,
            watch: Arc::default(),
            left,
            standing: finding.map_or(Standing::Unverified, Standing::Found),
            ledger,
            changed: BTreeSet::new(),
            generation,
            counted,
            draft: Weak::new(),
            purpose,
        };
        // A new store is a few pages: no need to keep its person waiting for a verdict.
        if let (Left::New, Some(ledger)) = (left, state.ledger.clone()) {
            let all: BTreeSet<u64> = (0..ledger.chunks()).collect();
            state.standing = match state.agree(&ledger, &all)? {
                true => Standing::Sound,
                false => Standing::Found(Finding::ChangedOutside),
            };
        }
        if purpose == Purpose::Write {
            state.write_open_seal(folder)?;
            state.counted.keep(&state.connection);
        }
        Ok(state)
    }

    pub(super) fn close(mut self, folder: &Folder) -> Result<(), VaultError> {
        self.making = None;
        let never_checked = self.standing == Standing::Unverified && self.left == Left::NotClosed;
        if never_checked || self.purpose == Purpose::Read {
            return self.connection.close().map_err(|(_, error)| error.into());
        }
        let next = self.generation + 1;
        let changes = self.changes_to_keep();
        match store::set_generation(&self.connection, next, changes) {
            // The page that holds it is the broken one.
            Err(VaultError::StoreDamaged) if self.standing == Standing::Found(Finding::Damaged) => {}
            answer => answer?,
        }
        self.note_changes(folder)?;
        if let (Standing::Unverified, Some(ledger)) = (self.standing, self.ledger.clone())
            && !self.agree(&ledger, &self.changed)?
        {
            self.standing = Standing::Found(Finding::ChangedOutside);
            self.ledger = None;
        }
        store::merge_wal(&self.connection)?;
        // The connection ends before the handle on its bytes does; the seal is computed between.
        let Self { connection, bytes, keys, standing, ledger, changed, .. } = self;
        store::close(connection)?;
        // The name of the WAL must not come back beside a seal that knows of none.
        files::sync_folder(folder.path())?;
        let scribe = Scribe { key: &keys.seal, vault_id: keys.vault_id, store: &bytes };
        let ledger = match ledger {
            Some(old) => scribe.renewed(&old, &changed)?,
            None => scribe.whole()?,
        };
        SealFile {
            vault_id: keys.vault_id,
            state: State::Sealed,
            finding: standing.finding(),
            generation: next,
            ledger,
        }
        .write(&folder.seal(), &keys.seal)
    }

    /// Notes which chunks the next merge of the WAL will change.
    pub(super) fn note_changes(&mut self, folder: &Folder) -> Result<(), VaultError> {
        let pages = wal::pages(&folder.wal())?;
        self.changed.extend(pages.into_iter().map(ledger::chunk_of_page));
        Ok(())
    }

    /// Whether these chunks of the file are those of the ledger. New chunks are not compared.
    pub(super) fn agree(&self, ledger: &Ledger, chunks: &BTreeSet<u64>) -> Result<bool, VaultError> {
        let scribe = Scribe { key: &self.keys.seal, vault_id: self.keys.vault_id, store: &self.bytes };
        for index in chunks.range(..ledger.chunks()) {
            if !scribe.agrees(ledger, *index)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Says that the journal is open since its generation. What a crash leaves needs other checks
    /// than MACs, so none are kept in it.
    pub(super) fn write_open_seal(&self, folder: &Folder) -> Result<(), VaultError> {
        SealFile {
            vault_id: self.keys.vault_id,
            state: State::Open,
            finding: self.standing.finding(),
            generation: self.generation,
            ledger: Ledger::unknown(),
        }
        .write(&folder.seal(), &self.keys.seal)
    }
}

/// Opens a store and asks for its generation. What a disk gives wrong once says nothing of the store, so
/// it is asked again, by another connection: one that failed to read answers nothing any more. A page
/// that is not there the second time either is a broken one.
fn open_and_ask(path: &Path, key: &SubKey, access: Access) -> Result<(Connection, Option<u64>), VaultError> {
    let ask = || {
        let connection = store::open(path, key, access)?;
        let generation = store::generation(&connection)?;
        Ok((connection, generation))
    };
    match ask() {
        Ok((_, None)) | Err(VaultError::StoreDamaged | VaultError::Sqlite { .. }) => {}
        answer => return answer,
    }
    let connection = store::open(path, key, access)?;
    match store::generation(&connection) {
        Err(error) if error.is_a_failed_read() => Ok((connection, None)),
        answer => Ok((connection, answer?)),
    }
}
