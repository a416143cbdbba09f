//! SQLite's page-by-page copy of an open store, in steps between other work.
//!
//! `VACUUM INTO` would keep the one connection busy until it is done, and copying the file would miss
//! what is in the WAL. This copies some pages at a time; what the same connection writes between two
//! steps, SQLite puts into the copy itself. <https://sqlite.org/backup.html>
//!
//! The copy is encrypted under the key of the file that is copied into, whichever that is: SQLCipher
//! refuses a target without a key, and reads and writes pages above its ciphers.
#![allow(
    unsafe_code,
    reason = "the safe form of rusqlite borrows the connection for as long as a copy takes"
)]

use std::ptr::NonNull;

use rusqlite::{Connection, ffi};

use crate::{VaultError, store};

/// A copy under way.
///
/// It is kept beside the connection it reads, and dropped before it. Should it ever outlive it, then
/// `sqlite3_close` refuses to close a connection that is being copied from, and the connection is
/// leaked: no pointer dangles.
pub(crate) struct Copying {
    // Dropped in this order: the target must outlive what writes to it.
    raw: Raw,
    target: Connection,
}

/// How far a copy is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Progress {
    /// Pages copied.
    pub(crate) done: u32,
    /// Pages that the store has by now; 0 before the first step that found it free.
    pub(crate) total: u32,
    /// Whether that was all. The file is complete then, but not forced to the disk.
    pub(crate) whole: bool,
}

struct Raw {
    backup: NonNull<ffi::sqlite3_backup>,
    source: NonNull<ffi::sqlite3>,
}

// SAFETY: the object is used by one thread at a time, as `&mut` and ownership see to; it refers to two
// connections. The target is owned beside it and moves with it. The source is touched in a step, which
// asks for a borrow of that very connection, and when it ends, which its keeper does while it holds
// the source too. Connections may change threads (SQLite's multi-thread mode), so this may as well.
unsafe impl Send for Raw {}

impl Copying {
    /// Begins to copy `source` into `target`, an empty file that was given a key.
    ///
    /// # Errors
    /// [`VaultError::NotEnoughMemory`]; [`VaultError::Sqlite`] when only one of the two has a key.
    pub(crate) fn begin(source: &Connection, target: Connection) -> Result<Self, VaultError> {
        // SAFETY: both handles are live, as both connections are borrowed or owned here; the names are
        // static and end in a zero.
        let (backup, source) = unsafe {
            let source = source.handle();
            let main = c"main".as_ptr();
            (ffi::sqlite3_backup_init(target.handle(), main, source, main), source)
        };
        match (NonNull::new(backup), NonNull::new(source)) {
            (Some(backup), Some(source)) => Ok(Self { raw: Raw { backup, source }, target }),
            _ => {
                // SAFETY: the handle is live; the call only reads the code of the last failure.
                let code = unsafe { ffi::sqlite3_extended_errcode(target.handle()) };
                Err(failure(code))
            }
        }
    }

    /// Copies up to so many pages more (at least one). A store that is being written in this moment
    /// is left alone; the next step tries again.
    ///
    /// # Errors
    /// [`VaultError::DiskFull`], [`VaultError::StoreDamaged`] (a page of the source that fails its
    /// check), [`VaultError::Sqlite`]. The copy is of no use then. [`VaultError::Misuse`] when
    /// `source` is not the connection it began with.
    pub(crate) fn step(&mut self, source: &Connection, pages: u16) -> Result<Progress, VaultError> {
        let backup = self.raw.backup.as_ptr();
        // SAFETY: `source` is live and is, as compared here, the connection that the object reads;
        // the target is live and idle, for nobody else has it; the object was not finished.
        let (code, total, remaining) = unsafe {
            if source.handle() != self.raw.source.as_ptr() {
                return Err(VaultError::Misuse);
            }
            let code = ffi::sqlite3_backup_step(backup, i32::from(pages.max(1)));
            // Every page goes through the cache of the source, once. Left there, they would fill all of
            // it for as long as the journal is open; given back at the end, they leave holes.
            ffi::sqlite3_db_release_memory(source.handle());
            (code, ffi::sqlite3_backup_pagecount(backup), ffi::sqlite3_backup_remaining(backup))
        };
        match code & 0xff {
            ffi::SQLITE_OK | ffi::SQLITE_DONE | ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => {
                // A page that was the last one read, and not whole, is in the copy as zeros.
                store::read_well(source)?;
                let number = |pages: i32| u32::try_from(pages).unwrap_or_default();
                Ok(Progress {
                    done: number(total.saturating_sub(remaining)),
                    total: number(total),
                    whole: code == ffi::SQLITE_DONE,
                })
            }
            _ => Err(failure(code)),
        }
    }

    /// Ends a copy that is whole and closes the file.
    ///
    /// # Errors
    /// The failure of an earlier step; [`VaultError::Sqlite`] when the file does not close.
    pub(crate) fn finish(self) -> Result<(), VaultError> {
        let Self { raw, target } = self;
        drop(raw);
        target.close().map_err(|(_, error)| error.into())
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        // SAFETY: the object was made by `sqlite3_backup_init` and is finished only here. The target is
        // live: it is dropped or closed after this. The source is: see `Copying`. What the call
        // returns is the failure of the last step, which that step has told already.
        unsafe { ffi::sqlite3_backup_finish(self.backup.as_ptr()) };
    }
}

impl std::fmt::Debug for Copying {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Copying")
    }
}

fn failure(code: i32) -> VaultError {
    rusqlite::Error::SqliteFailure(ffi::Error::new(code), None).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DataKey;
    use crate::derive::SubKey;
    use crate::store::{self, Access};
    use crate::whole;
    use std::path::{Path, PathBuf};

    fn key(seed: u8) -> SubKey {
        SubKey::store(&DataKey::from_hand_over(&[seed; DataKey::HAND_OVER_LENGTH]))
    }

    /// A store of some hundred pages, open.
    fn source(folder: &Path) -> Connection {
        let path = folder.join("journal.db");
        store::create(&path, &key(1)).expect("it is made");
        let connection = store::open(&path, &key(1), Access::Write).expect("it opens");
        connection
            .execute_batch(
                "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
                 WITH RECURSIVE count (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM count WHERE n < 300)
                 INSERT INTO note SELECT n, hex(zeroblob(1000)) FROM count;",
            )
            .expect("it is filled");
        connection
    }

    fn target(folder: &Path, seed: u8) -> (PathBuf, Connection) {
        let path = folder.join("copy.db");
        let connection = store::create_for_copy(&path, &key(seed)).expect("it is made");
        (path, connection)
    }

    fn notes(path: &Path, seed: u8) -> Result<i64, VaultError> {
        let connection = store::open(path, &key(seed), Access::Closed)?;
        assert_eq!(whole::is_whole(&connection, None), Ok(true));
        Ok(connection.query_row("SELECT count(*) FROM note", [], |row| row.get(0))?)
    }

    #[test]
    fn a_copy_under_another_key_opens_with_that_key_only() {
        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        let source = source(directory.path());
        let (path, target) = target(directory.path(), 2);
        let mut copying = Copying::begin(&source, target).expect("it begins");
        while !copying.step(&source, 50).expect("it goes on").whole {}
        copying.finish().expect("it closes");
        assert_eq!(notes(&path, 2), Ok(300));
        assert_eq!(notes(&path, 1), Err(VaultError::StoreDamaged));
    }

    #[test]
    fn progress_counts_to_the_number_of_pages() {
        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        let source = source(directory.path());
        let (_, target) = target(directory.path(), 1);
        let mut copying = Copying::begin(&source, target).expect("it begins");
        let first = copying.step(&source, 0).expect("it goes on");
        assert_eq!((first.done, first.whole), (1, false), "no step stands still");
        assert!(first.total > 150, "{first:?}");
        let last = copying.step(&source, u16::MAX).expect("it goes on");
        assert_eq!(last, Progress { done: first.total, total: first.total, whole: true });
    }

    #[test]
    fn a_store_in_a_transaction_is_left_alone() {
        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        let source = source(directory.path());
        let (path, target) = target(directory.path(), 1);
        let mut copying = Copying::begin(&source, target).expect("it begins");
        copying.step(&source, 20).expect("it goes on");
        source.execute_batch("BEGIN IMMEDIATE; DELETE FROM note WHERE id > 100;").expect("it begins");
        let waiting = copying.step(&source, 20).expect("it waits");
        assert_eq!((waiting.done, waiting.whole), (20, false));
        source.execute_batch("ROLLBACK").expect("it ends");
        while !copying.step(&source, 50).expect("it goes on").whole {}
        copying.finish().expect("it closes");
        assert_eq!(notes(&path, 1), Ok(300));
    }

    #[test]
    fn pages_reach_the_disk_on_the_way() {
        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        let source = source(directory.path());
        let (path, target) = target(directory.path(), 1);
        let mut copying = Copying::begin(&source, target).expect("it begins");
        let progress = copying.step(&source, 170).expect("it goes on");
        assert!(!progress.whole);
        let written = std::fs::metadata(&path).expect("it is there").len();
        assert!(written > 20 * 4096, "{written} bytes: the last step would write all at once");
    }

    #[test]
    fn what_was_read_to_be_copied_does_not_stay_in_memory() {
        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        let filled = source(directory.path());
        drop(filled);
        let path = directory.path().join("journal.db");
        let source = store::open(&path, &key(1), Access::Write).expect("it opens");
        let (_, target) = target(directory.path(), 1);
        let mut copying = Copying::begin(&source, target).expect("it begins");
        copying.step(&source, 100).expect("it goes on");
        let first = held(&source);
        while !copying.step(&source, 50).expect("it goes on").whole {}
        copying.finish().expect("it closes");
        let last = held(&source);
        assert!(first.max(last) < 50 * 4096, "{first} bytes after one step, {last} after all");
    }

    /// How many bytes of the store's pages a connection holds.
    fn held(connection: &Connection) -> i32 {
        let (mut now, mut most) = (0, 0);
        let used = ffi::SQLITE_DBSTATUS_CACHE_USED;
        // SAFETY: the connection is live and used by this thread alone; both numbers are written to.
        let code =
            unsafe { ffi::sqlite3_db_status(connection.handle(), used, &raw mut now, &raw mut most, 0) };
        assert_eq!(code, ffi::SQLITE_OK);
        now
    }

    #[test]
    fn a_file_that_can_grow_no_further_is_a_full_disk() {
        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        let source = source(directory.path());
        let (_, mut target) = target(directory.path(), 1);
        let open: Option<fn(rusqlite::hooks::AuthContext<'_>) -> rusqlite::hooks::Authorization> = None;
        target.authorizer(open).expect("the guard is taken off, in this test only");
        target.query_row("PRAGMA max_page_count = 60", [], |_| Ok(())).expect("it is set");
        let mut copying = Copying::begin(&source, target).expect("it begins");
        let failed = (0..20).find_map(|_| copying.step(&source, 20).err());
        assert_eq!(failed, Some(VaultError::DiskFull));
        // And the journal goes on.
        source.execute("DELETE FROM note WHERE id = 1", []).expect("it is written");
    }

    #[test]
    fn a_copy_is_of_one_connection() {
        let (one, two) = (
            tempfile::tempdir().expect("a temporary folder can be made"),
            tempfile::tempdir().expect("a temporary folder can be made"),
        );
        let (first, second) = (source(one.path()), source(two.path()));
        let (_, target) = target(one.path(), 1);
        let mut copying = Copying::begin(&first, target).expect("it begins");
        assert_eq!(copying.step(&second, 5), Err(VaultError::Misuse));
    }

    #[test]
    fn nothing_is_copied_into_a_file_without_a_key() {
        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        let source = source(directory.path());
        let plain = Connection::open(directory.path().join("plain.db")).expect("it opens");
        assert!(Copying::begin(&source, plain).is_err());
    }
}
