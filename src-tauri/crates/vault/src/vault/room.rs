//! Room on the disk: a reserve that is given up when it is full, and pages given back.

use std::io::Write;
use std::path::Path;

use rusqlite::ffi;
use sha2::{Digest, Sha256};

use super::{Standing, Unlocked, Vault};
use crate::folder::Folder;
use crate::{VaultError, files, store};

/// The length of the reserve in bytes: deleting the longest entry takes far less of the WAL.
const RESERVE: u64 = 2 * 1024 * 1024;

/// How many times the reserve must be free before it is taken: on a disk that is nearly full it would
/// only bring the end nearer.
const TIMES_FREE: u64 = 4;

impl Vault<Unlocked> {
    /// Makes sure that the reserve is there, or that it is not on a disk that is nearly full. Call it
    /// after opening; that it could not be made is no failure, only one hope less.
    pub fn keep_reserve(&mut self) {
        if self.only_reads() {
            return;
        }
        let path = self.folder.reserve();
        if files::length(&path).is_ok_and(|length| length == Some(RESERVE)) {
            return;
        }
        let kept = worth_keeping(free_bytes(self.folder.path())) && fill(&path).is_ok();
        if !kept {
            // Half a reserve takes room and promises what it cannot hold.
            let _gone = files::remove_if_there(&path);
        }
    }

    /// Gives the reserve up, so that what makes things fewer can be written. Whether there was one.
    pub fn make_room(&mut self) -> bool {
        if self.only_reads() {
            return false;
        }
        let path = self.folder.reserve();
        let there = files::length(&path).is_ok_and(|length| length.is_some_and(|length| length > 0));
        there && files::remove_if_there(&path).is_ok()
    }

    /// The reason of an error that a statement on [`Self::connection`] gave: a quota that is used up is a
    /// full disk, which SQLite does not know. Every other error stays what it is.
    #[must_use]
    pub fn reason(&self, error: VaultError) -> VaultError {
        if self.only_reads() { error } else { reason(&self.folder, error) }
    }

    /// Takes at most this many free pages out of the store, and says whether more are left. The file
    /// gets shorter when the WAL is next merged.
    ///
    /// Nothing happens in a store that is not known to be sound, and in one that was made before
    /// stores kept track of where their pages belong: its free pages stay, overwritten with zeros,
    /// until they are used again.
    ///
    /// # Errors
    /// [`VaultError::OnlyReading`], [`VaultError::DiskFull`], [`VaultError::Sqlite`].
    pub fn give_back(&mut self, pages: u32) -> Result<bool, VaultError> {
        self.refuse_when_reading()?;
        if self.state.standing != Standing::Sound || !store::gives_back(&self.state.connection)? {
            return Ok(false);
        }
        store::give_back(&self.state.connection, pages)
    }
}

/// What a write that failed was about. SQLite knows a full disk, but calls a used-up quota a failed write
/// like any other; so whoever was refused one asks for a page of its own, and is told the reason.
pub(super) fn reason(folder: &Folder, error: VaultError) -> VaultError {
    let writes = [
        ffi::SQLITE_IOERR_WRITE,
        ffi::SQLITE_IOERR_FSYNC,
        ffi::SQLITE_IOERR_TRUNCATE,
        ffi::SQLITE_IOERR_SHMSIZE,
    ];
    let is_a_write = matches!(error, VaultError::Sqlite { extended_code } if writes.contains(&extended_code));
    if is_a_write && has_room(&folder.path().join(PAGE_OF_ITS_OWN)) == Err(VaultError::DiskFull) {
        return VaultError::DiskFull;
    }
    error
}

/// The name of that page, for as long as it takes to ask.
const PAGE_OF_ITS_OWN: &str = ".probe-room";

fn has_room(path: &Path) -> Result<(), VaultError> {
    let asked = files::create_private(path).and_then(|mut file| {
        file.write_all(&[0; 4096])?;
        file.sync_all()
    });
    files::remove_if_there(path)?;
    Ok(asked?)
}

/// Whether a reserve may be taken of a disk with so many bytes free; of an unknown one it may.
fn worth_keeping(free: Option<u64>) -> bool {
    free.is_none_or(|free| free >= RESERVE * TIMES_FREE)
}

/// The bytes that are free to us on the disk of this folder; nothing where we cannot ask.
fn free_bytes(folder: &Path) -> Option<u64> {
    #[cfg(unix)]
    {
        let disk = rustix::fs::statvfs(folder).ok()?;
        Some(disk.f_bavail.saturating_mul(disk.f_frsize))
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        None
    }
}

/// Fills a file with bytes that no file system can keep in less room than they take.
fn fill(path: &Path) -> Result<(), VaultError> {
    let mut file = files::create_private(path)?;
    let mut block = [0; 4096];
    for number in 0..RESERVE / 4096 {
        for (place, part) in (0_u64..).zip(block.chunks_mut(32)) {
            let hash = Sha256::new().chain_update(number.to_le_bytes()).chain_update(place.to_le_bytes());
            part.copy_from_slice(&hash.finalize());
        }
        file.write_all(&block)?;
    }
    file.sync_all()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_that_is_nearly_full_keeps_its_last_room() {
        assert!(!worth_keeping(Some(0)));
        assert!(!worth_keeping(Some(RESERVE * TIMES_FREE - 1)));
        assert!(worth_keeping(Some(RESERVE * TIMES_FREE)));
        assert!(worth_keeping(None));
        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        #[cfg(unix)]
        assert!(free_bytes(directory.path()).is_some_and(|free| free > 0));
        #[cfg(unix)]
        assert_eq!(free_bytes(&directory.path().join("nowhere")), None);
    }

    #[test]
    fn the_reserve_does_not_shrink_to_nothing_on_a_disk_that_packs() {
        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        let path = directory.path().join("reserve");
        fill(&path).expect("it is written");
        let bytes = std::fs::read(&path).expect("it is there");
        assert_eq!(bytes.len() as u64, RESERVE);
        let mut parts: Vec<&[u8]> = bytes.chunks(32).collect();
        parts.sort_unstable();
        parts.dedup();
        assert_eq!(parts.len() as u64, RESERVE / 32, "no part is there twice");
    }
}
