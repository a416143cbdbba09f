//! The SQLCipher file: made once, opened with its key and its settings or not at all.

use std::path::Path;

use rusqlite::wal::CheckpointMode;
use rusqlite::{Connection, OpenFlags};

use crate::derive::SubKey;
use crate::{VaultError, files, guard, raw_key, settings};

/// "TBLK": this is a store of ours, whatever its file is called.
const APPLICATION_ID: i64 = 0x5442_4c4b;

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// The one connection that writes.
    Write,
    /// The checker's.
    Look,
    /// To read a store that nobody has open and that has no WAL, such as a backup's. Nothing is
    /// locked and no file appears beside it, so it may lie where nobody may write.
    Closed,
    /// To read a store that nobody has open together with the WAL that a crash left beside it. As
    /// [`Self::Closed`] otherwise.
    WithLog,
    /// The first connection of a new store.
    Create,
    /// To fill an empty file with the pages of another store.
    Copy,
}

/// SQLite's way to files without its locks. Together with exclusive mode the index of a WAL is then
/// kept in memory, where a read-only folder has no room for it.
const WITHOUT_LOCKS: &std::ffi::CStr = if cfg!(windows) { c"win32-none" } else { c"unix-none" };

/// Makes an empty store with generation 0 at `path`, closed and forced to the disk.
pub(crate) fn create(path: &Path, key: &SubKey) -> Result<(), VaultError> {
    // SQLite would make it readable for the whole system; its WAL inherits the rights.
    drop(files::create_private(path)?);
    let connection = connect(path, key, Access::Create)?;
    connection.execute_batch(&format!(
        "BEGIN;
         CREATE TABLE vault_state (
             id INTEGER PRIMARY KEY CHECK (id = 1),
             generation INTEGER NOT NULL,
             changes INTEGER NOT NULL DEFAULT 0
         ) STRICT;
         INSERT INTO vault_state (id, generation) VALUES (1, 0);
         PRAGMA application_id = {APPLICATION_ID};
         COMMIT;"
    ))?;
    merge_wal(&connection)?;
    close(connection)?;
    files::sync_folder_of(path)?;
    Ok(())
}

/// Opens a store that is there.
pub(crate) fn open(path: &Path, key: &SubKey, access: Access) -> Result<Connection, VaultError> {
    let mut connection = connect(path, key, access)?;
    if settings::read(&connection, "application_id")? != Some(APPLICATION_ID.to_string()) {
        return Err(VaultError::StoreDamaged);
    }
    guard::mount(&mut connection)?;
    Ok(connection)
}

/// Makes an empty file at `path` and opens it to be copied into. It has no application id yet: that
/// comes with the pages.
pub(crate) fn create_for_copy(path: &Path, key: &SubKey) -> Result<Connection, VaultError> {
    drop(files::create_private(path)?);
    let mut connection = connect(path, key, Access::Copy)?;
    guard::mount(&mut connection)?;
    Ok(connection)
}

/// The number of clean locks so far, as the store itself knows it; nothing when its page is broken or
/// says none.
///
/// # Errors
/// That it could not be asked now: a disk that did not answer, too little memory.
pub(crate) fn generation(connection: &Connection) -> Result<Option<u64>, VaultError> {
    number(connection, "SELECT generation FROM vault_state WHERE id = 1")
}

/// Writes that number and, where the store has a place for it, the count of changes.
pub(crate) fn set_generation(
    connection: &Connection,
    generation: u64,
    changes: Option<u64>,
) -> Result<(), VaultError> {
    let generation = i64::try_from(generation).map_err(|_| VaultError::Misuse)?;
    let Some(changes) = changes else {
        connection.execute("UPDATE vault_state SET generation = ?1 WHERE id = 1", [generation])?;
        return Ok(());
    };
    let changes = i64::try_from(changes).map_err(|_| VaultError::Misuse)?;
    connection.execute(
        "UPDATE vault_state SET generation = ?1, changes = ?2 WHERE id = 1",
        [generation, changes],
    )?;
    Ok(())
}

/// How many changes there were when the store was last locked; nothing in a store of an earlier
/// version, or when the page is broken.
///
/// # Errors
/// As [`generation`].
pub(crate) fn changes(connection: &Connection) -> Result<Option<u64>, VaultError> {
    number(connection, "SELECT changes FROM vault_state WHERE id = 1")
}

/// Gives a store of an earlier version its column for them. The seal says "open" by then: what this
/// leaves in the WAL, a crash must find explained.
pub(crate) fn keep_changes(connection: &Connection) -> Result<Option<u64>, VaultError> {
    connection.execute_batch("ALTER TABLE vault_state ADD COLUMN changes INTEGER NOT NULL DEFAULT 0")?;
    changes(connection)
}

fn number(connection: &Connection, query: &str) -> Result<Option<u64>, VaultError> {
    match connection.query_row(query, [], |row| row.get::<_, i64>(0)) {
        Ok(number) => Ok(u64::try_from(number).ok()),
        Err(error) => match VaultError::from(error) {
            error if error.says_nothing_of_the_store() => Err(error),
            _ => Ok(None),
        },
    }
}

/// Merges the WAL into the store, forces it to the disk and empties the WAL.
///
/// The caller has noted which pages that changes.
pub(crate) fn merge_wal(connection: &Connection) -> Result<(), VaultError> {
    connection.wal_checkpoint_v2(Some(rusqlite::MAIN_DB), CheckpointMode::TRUNCATE)?;
    Ok(())
}

/// Whether the store keeps track of where its pages belong, so that free ones can go.
pub(crate) fn gives_back(connection: &Connection) -> Result<bool, VaultError> {
    Ok(settings::read(connection, "auto_vacuum")?.as_deref() == Some("2"))
}

/// Takes at most this many free pages out of the store; whether more are left.
pub(crate) fn give_back(connection: &Connection, pages: u32) -> Result<bool, VaultError> {
    // It takes one page a step: asking for one row only would take one page only.
    let mut statement = connection.prepare(&format!("PRAGMA incremental_vacuum({pages})"))?;
    let mut steps = statement.query([])?;
    while steps.next()?.is_some() {}
    let left: i64 = connection.query_row("PRAGMA freelist_count", [], |row| row.get(0))?;
    Ok(left > 0)
}

/// Whether every page that this connection has read so far was whole. To be asked after reading and
/// before what was read is believed; takes microseconds and reads nothing.
///
/// A page that fails its check is given to SQLite as zeros, and from then on the connection fails.
/// But the statement that met it may succeed: where the page was the end of a long text, that text
/// ends in zeros and nothing says so.
///
/// # Errors
/// [`VaultError::StoreDamaged`]; this connection answers nothing any more.
pub fn read_well(connection: &Connection) -> Result<(), VaultError> {
    match settings::read(connection, "cipher_status")?.as_deref() {
        Some("1") => Ok(()),
        _ => Err(VaultError::StoreDamaged),
    }
}

/// Closes a connection whose WAL was merged, so that SQLite removes the empty WAL.
pub(crate) fn close(connection: Connection) -> Result<(), VaultError> {
    connection.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    connection.close().map_err(|(_, error)| error.into())
}

fn connect(path: &Path, key: &SubKey, access: Access) -> Result<Connection, VaultError> {
    let rights = match access {
        Access::Write | Access::Create | Access::Copy => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Access::Look | Access::Closed | Access::WithLog => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    // Without CREATE: a store that is gone must be said, not replaced by an empty one.
    let rights = rights | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = match access {
        Access::Closed => {
            Connection::open_with_flags(as_unchanging(path)?, rights | OpenFlags::SQLITE_OPEN_URI)
        }
        Access::WithLog => Connection::open_with_flags_and_vfs(path, rights, WITHOUT_LOCKS),
        Access::Write | Access::Create | Access::Look | Access::Copy => {
            Connection::open_with_flags(path, rights)
        }
    }?;
    settings::apply_before_key(&connection)?;
    raw_key::apply(&connection, key)?;
    settings::apply_before_reading(&connection, access)?;
    // The first read shows whether the key fits.
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    settings::apply_after_key(&connection, access)?;
    if matches!(access, Access::Write | Access::Create) && connection.is_readonly(rusqlite::MAIN_DB)? {
        return Err(VaultError::FolderNotWritable);
    }
    Ok(connection)
}

/// The address of a file that SQLite may take for one that never changes.
///
/// Every byte but letters and digits is escaped, the separators too, so that no name can end the
/// path, begin an option or name a host. <https://sqlite.org/uri.html>
fn as_unchanging(path: &Path) -> Result<String, VaultError> {
    #[cfg(unix)]
    let bytes = {
        use std::os::unix::ffi::OsStrExt;
        Ok::<_, VaultError>(path.as_os_str().as_bytes())
    }?;
    #[cfg(not(unix))]
    let bytes = path.to_str().ok_or(VaultError::Misuse)?.as_bytes();
    let mut address = String::from("file:");
    for byte in bytes {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => address.push(char::from(*byte)),
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address.push_str("?immutable=1");
    Ok(address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DataKey;

    #[test]
    fn a_database_of_another_program_is_not_a_store() {
        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        let path = directory.path().join("journal.db");
        let key = SubKey::store(&DataKey::from_hand_over(&[1; DataKey::HAND_OVER_LENGTH]));
        create(&path, &key).expect("it is made");
        assert!(open(&path, &key, Access::Look).is_ok());
        let connection = connect(&path, &key, Access::Write).expect("it opens");
        connection.execute_batch("PRAGMA application_id = 1").expect("it is set");
        close(connection).expect("it closes");
        assert_eq!(open(&path, &key, Access::Write).err(), Some(VaultError::StoreDamaged));
    }

    #[test]
    fn a_store_to_look_at_cannot_be_written() {
        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        let path = directory.path().join("journal.db");
        let key = SubKey::store(&DataKey::from_hand_over(&[1; DataKey::HAND_OVER_LENGTH]));
        create(&path, &key).expect("it is made");
        let connection = open(&path, &key, Access::Look).expect("it opens");
        assert_eq!(set_generation(&connection, 5, None), Err(VaultError::FolderNotWritable));
        assert_eq!(generation(&connection), Ok(Some(0)));
    }

    /// A name may hold whatever the file system allows; none may reach another file or an option.
    #[cfg(unix)]
    #[test]
    fn a_closed_store_is_read_wherever_it_lies_and_leaves_nothing_beside_it() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;

        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        let key = SubKey::store(&DataKey::from_hand_over(&[1; DataKey::HAND_OVER_LENGTH]));
        let names: [&[u8]; 7] = [
            b"plain",
            b"with space, 100% & more?immutable=0#end",
            b"%2e%2e%2fup",
            "reünie 🙂".as_bytes(),
            b"file:x?mode=rwc",
            b"\xff\xfe not text",
            b"quote'\"\\ \n line",
        ];
        for name in names {
            let folder = directory.path().join(OsStr::from_bytes(name));
            std::fs::create_dir(&folder).expect("it can be made");
            let path = folder.join("journal.db");
            create(&path, &key).expect("it is made");
            let connection = open(&path, &key, Access::Closed).expect("it opens");
            assert_eq!(generation(&connection), Ok(Some(0)));
            assert_eq!(set_generation(&connection, 5, None), Err(VaultError::FolderNotWritable));
            let beside = std::fs::read_dir(&folder).expect("it is there").count();
            assert_eq!(beside, 1, "{}", name.escape_ascii());
        }
    }
}
