//! Whether every page and every index of a store is whole.

use std::path::Path;

use rusqlite::{Connection, ffi};

use crate::{VaultError, wal};

/// Whether every page and every index of an open store is whole, read together with its log when it
/// has one. Pages that the log holds anew are looked at there: a power cut while a lock merged it may
/// have torn them in the file, which is what the log is for.
///
/// # Errors
/// What SQLite answers when it cannot look; [`VaultError::StoreDamaged`] too when what is broken keeps
/// it from looking.
pub(crate) fn is_whole(connection: &Connection, log: Option<&Path>) -> Result<bool, VaultError> {
    Ok(every_page(connection, log)? && every_tree(connection)?)
}

/// Every page's own MAC, free pages included. SQLCipher reads them from the file, past the log.
fn every_page(connection: &Connection, log: Option<&Path>) -> Result<bool, VaultError> {
    let mut statement = connection.prepare("PRAGMA cipher_integrity_check")?;
    let mut rows = statement.query([])?;
    let mut broken = Vec::new();
    while let Some(row) = rows.next()? {
        let row: String = row.get(0)?;
        match Row::read(&row) {
            Row::Broken(page) => broken.push(page),
            Row::NotRead => return Err(VaultError::Sqlite { extended_code: ffi::SQLITE_IOERR_READ }),
            Row::Unable => return Err(VaultError::Sqlite { extended_code: ffi::SQLITE_ERROR }),
        }
    }
    let Some(log) = log.filter(|_| !broken.is_empty()) else { return Ok(broken.is_empty()) };
    let in_force = wal::pages_in_force(log)?;
    Ok(broken.iter().all(|page| in_force.contains(page)))
}

/// Trees, indexes, and through them the full-text indexes: since SQLite 3.44 this asks every virtual
/// table to check itself. It reads through the log.
fn every_tree(connection: &Connection) -> Result<bool, VaultError> {
    let answer: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    Ok(answer == "ok")
}

/// A line of what SQLCipher says of a file; it says nothing of one that is whole.
#[derive(Debug, PartialEq, Eq)]
enum Row {
    /// This page, counted from 1, is not what was written, or not all of it is there.
    Broken(u32),
    /// The disk does not give a page back.
    NotRead,
    /// It could not look: too little memory, say.
    Unable,
}

impl Row {
    /// The texts of `sqlcipher_codec_ctx_integrity_check`, word by word.
    fn read(text: &str) -> Self {
        let words: Vec<&str> = text.split(' ').collect();
        let page = match words[..] {
            ["error", "reading", ..] => return Self::NotRead,
            ["HMAC", "verification", "failed", "for", "page", page]
            | ["page", page, "has", "an", "invalid", "size", ..] => page,
            _ => return Self::Unable,
        };
        page.parse().map_or(Self::Unable, Self::Broken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derive::SubKey;
    use crate::store::{self, Access};
    use crate::{DataKey, files};

    #[test]
    fn the_lines_of_the_cipher_are_told_apart() {
        let cases = [
            ("HMAC verification failed for page 17", Row::Broken(17)),
            ("page 240 has an invalid size of 1 bytes (expected 4096 bytes)", Row::Broken(240)),
            ("error reading 4096 bytes from file page 3 at offset 8192", Row::NotRead),
            ("HMAC operation failed for page 3", Row::Unable),
            ("unable to allocate memory for hmac", Row::Unable),
            ("page x has an invalid size of 1 bytes", Row::Unable),
        ];
        for (text, expected) in cases {
            assert_eq!(Row::read(text), expected, "{text}");
        }
    }

    /// The texts above are those of the library that we build: a broken page is called one, and one
    /// that was cut off too.
    #[test]
    fn the_cipher_still_speaks_that_language() {
        let directory = tempfile::tempdir().expect("a temporary folder can be made");
        let path = directory.path().join("journal.db");
        let key = SubKey::store(&DataKey::from_hand_over(&[1; DataKey::HAND_OVER_LENGTH]));
        store::create(&path, &key).expect("it is made");
        let connection = store::open(&path, &key, Access::Write).expect("it opens");
        connection
            .execute_batch(
                "CREATE TABLE t (x);
                 WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50)
                 INSERT INTO t SELECT randomblob(900) FROM n;",
            )
            .expect("it is written");
        store::merge_wal(&connection).expect("it is merged");
        store::close(connection).expect("it closes");
        let good = std::fs::read(&path).expect("it is there");
        let said = |bytes: &[u8]| {
            std::fs::write(&path, bytes).expect("it can be written");
            let connection = store::open(&path, &key, Access::Closed).expect("it opens");
            is_whole(&connection, None)
        };
        assert_eq!(said(&good), Ok(true));
        let mut bytes = good.clone();
        bytes[5 * 4096 + 7] ^= 1;
        assert_eq!(said(&bytes), Ok(false));
        assert_eq!(said(&[&good[..], &[0; 100]].concat()), Ok(false));
        assert!(!files::beside(&path, "-wal").exists());
    }
}
