//! A MAC for every chunk of the store, and the file they are computed from.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use subtle::ConstantTimeEq;

use crate::derive::SubKey;
use crate::secrets::VaultId;
use crate::settings::PAGE;

/// The bytes of a chunk: 64 pages. Smaller ones make a larger seal, larger ones more to compute
/// again after one changed page.
pub(crate) const CHUNK: u64 = 256 * 1024;

/// The length of the store and the MAC of each of its chunks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ledger {
    pub(crate) length: u64,
    pub(crate) macs: Vec<[u8; 16]>,
}

/// Computes MACs over the store with the journal's own key.
pub(crate) struct Scribe<'a> {
    pub(crate) key: &'a SubKey,
    pub(crate) vault_id: VaultId,
    pub(crate) store: &'a StoreBytes,
}

/// The bytes of the store's file, read beside SQLite.
///
/// One handle for the whole time that the store is open, made before the connection and dropped
/// after it: on Unix, closing *any* handle of a file takes away every lock that this process holds
/// on it, SQLite's own included.
#[derive(Debug)]
pub(crate) struct StoreBytes(Mutex<File>);

impl Scribe<'_> {
    /// Reads everything.
    pub(crate) fn whole(&self) -> io::Result<Ledger> {
        let length = self.store.length()?;
        let macs =
            (0..length.div_ceil(CHUNK)).map(|index| self.mac(index, length)).collect::<io::Result<_>>()?;
        Ok(Ledger { length, macs })
    }

    /// Reads only the chunks that changed: those in `changed`, and those whose length is new.
    pub(crate) fn renewed(&self, old: &Ledger, changed: &BTreeSet<u64>) -> io::Result<Ledger> {
        let length = self.store.length()?;
        let macs = (0..length.div_ceil(CHUNK))
            .map(|index| match old.mac(index) {
                Some(mac)
                    if !changed.contains(&index)
                        && chunk_length(index, old.length) == chunk_length(index, length) =>
                {
                    Ok(mac)
                }
                _ => self.mac(index, length),
            })
            .collect::<io::Result<_>>()?;
        Ok(Ledger { length, macs })
    }

    /// Whether a chunk of the file is the one in the ledger.
    pub(crate) fn agrees(&self, ledger: &Ledger, index: u64) -> io::Result<bool> {
        match ledger.mac(index) {
            Some(mac) => Ok(self.mac(index, ledger.length)?.ct_eq(&mac).into()),
            None => Ok(false),
        }
    }

    fn mac(&self, index: u64, length: u64) -> io::Result<[u8; 16]> {
        let bytes = self.store.chunk(index, chunk_length(index, length))?;
        let mac = self.key.mac(&[
            b"terugblik/chunk/1",
            &self.vault_id.0,
            &index.to_le_bytes(),
            &(bytes.len() as u64).to_le_bytes(),
            &bytes,
        ]);
        let mut half = [0; 16];
        half.copy_from_slice(&mac[..16]);
        Ok(half)
    }
}

impl Ledger {
    /// Says nothing of any chunk: all must be computed again.
    pub(crate) fn unknown() -> Self {
        Self { length: 0, macs: Vec::new() }
    }

    /// The number of chunks.
    pub(crate) fn chunks(&self) -> u64 {
        self.macs.len() as u64
    }

    fn mac(&self, index: u64) -> Option<[u8; 16]> {
        self.macs.get(usize::try_from(index).ok()?).copied()
    }
}

impl StoreBytes {
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        File::open(path).map(|file| Self(Mutex::new(file)))
    }

    pub(crate) fn length(&self) -> io::Result<u64> {
        self.file().metadata().map(|metadata| metadata.len())
    }

    fn chunk(&self, index: u64, length: u64) -> io::Result<Vec<u8>> {
        let mut file = self.file();
        file.seek(SeekFrom::Start(index * CHUNK))?;
        let length = usize::try_from(length).map_err(|_| io::ErrorKind::InvalidData)?;
        let mut bytes = vec![0; length];
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    fn file(&self) -> std::sync::MutexGuard<'_, File> {
        // A panic while reading leaves nothing half done: each read seeks first.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The chunk that holds a page (pages count from 1).
pub(crate) fn chunk_of_page(page: u32) -> u64 {
    u64::from(page.saturating_sub(1)) * PAGE / CHUNK
}

/// The chunk that a byte of the store lies in.
pub(crate) fn chunk_at(byte: u64) -> u64 {
    byte / CHUNK
}

fn chunk_length(index: u64, length: u64) -> u64 {
    length.saturating_sub(index * CHUNK).min(CHUNK)
}
