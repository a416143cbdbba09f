//! The settings that our promises rest on: set in order, read back, or the store does not open.

use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};

use crate::VaultError;
use crate::store::Access;

/// The size of a page in bytes.
pub(crate) const PAGE: u64 = 4096;

/// One setting: its name, what it is set to, and what it must then say.
struct Setting {
    name: &'static str,
    set: Option<&'static str>,
    expected: &'static str,
}

const fn set(name: &'static str, value: &'static str, expected: &'static str) -> Setting {
    Setting { name, set: Some(value), expected }
}

const fn is(name: &'static str, expected: &'static str) -> Setting {
    Setting { name, set: None, expected }
}

/// SQLCipher reports a page that fails its check to stderr by default; our own message says it.
const BEFORE_KEY: &[Setting] = &[set("cipher_log_level", "NONE", "NONE")];

/// `cipher_memory_security` stays off: it costs five to twenty times the time, and what it would
/// wipe after a close ends here with the process.
const AFTER_KEY: &[Setting] = &[
    is("cipher_page_size", "4096"),
    is("cipher_use_hmac", "1"),
    is("cipher_hmac_algorithm", "HMAC_SHA512"),
    is("cipher_plaintext_header_size", "0"),
    is("cipher_memory_security", "0"),
    set("journal_mode", "WAL", "wal"),
    set("synchronous", "FULL", "2"),
    // On macOS a plain fsync does not force the drive's own cache.
    set("fullfsync", "ON", "1"),
    set("checkpoint_fullfsync", "ON", "1"),
    // Compiled with TEMP_STORE=2, memory is only the default.
    set("temp_store", "MEMORY", "2"),
    set("secure_delete", "ON", "1"),
    set("trusted_schema", "OFF", "0"),
    set("cell_size_check", "ON", "1"),
    set("foreign_keys", "ON", "1"),
    set("mmap_size", "0", "0"),
    // 64 MB: the knee of the curve at 100,000 entries.
    set("cache_size", "-64000", "-64000"),
    // Checkpoints are ours: before each one we note which pages it will change.
    set("wal_autocheckpoint", "0", "0"),
];

/// What differs for a store that nobody writes and that is read once, page after page.
const CLOSED: &[Setting] = &[set("cache_size", "-8000", "-8000")];

/// What differs for a file that is being copied into. A crash leaves it behind as the stub it is and
/// the whole of it is forced to the disk at the end, so it needs neither a journal nor forcing; and
/// with room for few pages they go to the disk on the way instead of all at the last step.
const COPY: &[Setting] = &[
    set("journal_mode", "MEMORY", "memory"),
    set("synchronous", "OFF", "0"),
    set("cache_size", "-512", "-512"),
];

/// How long a statement waits for the only other connection there can be, the checker's.
const BUSY: Duration = Duration::from_millis(250);

/// The least SQLCipher: from 4.14 on it carries the SQLite in which the WAL-reset bug is mended.
const LEAST_SQLCIPHER: (u32, u32) = (4, 14);

/// What must hold before the key is given.
pub(crate) fn apply_before_key(connection: &Connection) -> Result<(), VaultError> {
    connection.busy_timeout(BUSY)?;
    let version = read(connection, "cipher_version")?.unwrap_or_default();
    if parse_version(&version).is_none_or(|version| version < LEAST_SQLCIPHER) {
        return Err(VaultError::SettingRefused { setting: "cipher_version" });
    }
    apply(connection, BEFORE_KEY)
}

/// What must be said before the first page is read or made.
pub(crate) fn apply_before_reading(connection: &Connection, access: Access) -> Result<(), VaultError> {
    match access {
        // Free pages go back in small steps. A store learns this before its first table or never.
        Access::Create => apply(connection, &[set("auto_vacuum", "INCREMENTAL", "2")]),
        Access::WithLog => apply(connection, &[set("locking_mode", "EXCLUSIVE", "exclusive")]),
        Access::Write | Access::Look | Access::Closed | Access::Copy => Ok(()),
    }
}

/// What must hold before anything but the first page is read.
///
/// The checker may not change the mode of the journal but must find it right. A store that is opened
/// as a file that never changes has no journal at all.
pub(crate) fn apply_after_key(connection: &Connection, access: Access) -> Result<(), VaultError> {
    let instead = match access {
        Access::Write | Access::Create | Access::Look => &[],
        Access::Closed | Access::WithLog => CLOSED,
        Access::Copy => COPY,
    };
    for usual in AFTER_KEY {
        let setting = instead.iter().find(|setting| setting.name == usual.name).unwrap_or(usual);
        match (setting.name, access) {
            ("journal_mode", Access::Closed) => continue,
            ("journal_mode", Access::Look | Access::WithLog) => {}
            _ => write(connection, setting)?,
        }
        expect(connection, setting)?;
    }
    let switches = [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true, "defensive"),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false, "trusted_schema"),
        // A name in double quotes that does not exist is an error, not a text.
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false, "dqs_ddl"),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false, "dqs_dml"),
        // A crash must look like one: only locking merges the WAL into the store.
        (DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true, "no_ckpt_on_close"),
    ];
    for (switch, wanted, setting) in switches {
        if connection.set_db_config(switch, wanted)? != wanted {
            return Err(VaultError::SettingRefused { setting });
        }
    }
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    if connection.limit(Limit::SQLITE_LIMIT_ATTACHED)? != 0 {
        return Err(VaultError::SettingRefused { setting: "limit_attached" });
    }
    Ok(())
}

/// Reads a setting as text, whatever its type.
pub(crate) fn read(connection: &Connection, name: &str) -> Result<Option<String>, VaultError> {
    let value =
        connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, Value>(0)).optional()?;
    Ok(value.and_then(|value| match value {
        Value::Integer(number) => Some(number.to_string()),
        Value::Text(text) => Some(text),
        Value::Null | Value::Real(_) | Value::Blob(_) => None,
    }))
}

fn apply(connection: &Connection, settings: &[Setting]) -> Result<(), VaultError> {
    for setting in settings {
        write(connection, setting)?;
        expect(connection, setting)?;
    }
    Ok(())
}

fn write(connection: &Connection, setting: &Setting) -> Result<(), VaultError> {
    if let Some(value) = setting.set {
        // Some settings answer with a row and some do not; both are fine, the next step looks.
        connection.query_row(&format!("PRAGMA {} = {value}", setting.name), [], |_| Ok(())).optional()?;
    }
    Ok(())
}

fn expect(connection: &Connection, setting: &Setting) -> Result<(), VaultError> {
    let found = read(connection, setting.name)?;
    if found.as_deref() == Some(setting.expected) {
        Ok(())
    } else {
        Err(VaultError::SettingRefused { setting: setting.name })
    }
}

/// The first two numbers of "4.14.0 community".
fn parse_version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.split('.');
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_numbers_not_texts() {
        assert_eq!(parse_version("4.14.0 community"), Some((4, 14)));
        assert!(parse_version("4.9.1").is_some_and(|version| version < LEAST_SQLCIPHER));
        assert!(parse_version("5.0.0").is_some_and(|version| version >= LEAST_SQLCIPHER));
        assert_eq!(parse_version(""), None);
    }

    #[test]
    fn a_setting_that_is_not_taken_is_noticed() {
        let connection = Connection::open_in_memory().expect("SQLite opens in memory");
        // A database in memory cannot have a WAL.
        let setting = set("journal_mode", "WAL", "wal");
        write(&connection, &setting).expect("asking is allowed");
        assert_eq!(
            expect(&connection, &setting),
            Err(VaultError::SettingRefused { setting: "journal_mode" })
        );
    }
}
