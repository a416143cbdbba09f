//! A call into SQLCipher that has no safe form: giving a connection its raw key.
//!
//! `PRAGMA key` would carry the key through strings that SQLite owns. This buffer is ours and wiped.
#![allow(unsafe_code, reason = "sqlite3_key is a C function; besides this only `copying` is unsafe")]

use rusqlite::{Connection, ffi};
use zeroize::Zeroizing;

use crate::VaultError;
use crate::derive::SubKey;

/// `x'`, 64 hexadecimal digits, `'`: SQLCipher's form for "this is the key, derive nothing".
const LENGTH: usize = 67;

/// Keys a connection that has not read a page yet. A wrong key shows at the first read.
pub(crate) fn apply(connection: &Connection, key: &SubKey) -> Result<(), VaultError> {
    let text = spell(key.expose());
    let length = i32::try_from(LENGTH).map_err(|_| VaultError::Misuse)?;
    // SAFETY: the handle is live while `connection` is borrowed; the buffer holds `length` bytes
    // and outlives the call, which copies what it needs.
    let code = unsafe { ffi::sqlite3_key(connection.handle(), text.as_ptr().cast(), length) };
    if code == ffi::SQLITE_OK { Ok(()) } else { Err(VaultError::Sqlite { extended_code: code }) }
}

fn spell(key: &[u8; 32]) -> Zeroizing<[u8; LENGTH]> {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = Zeroizing::new([0; LENGTH]);
    text[0] = b'x';
    text[1] = b'\'';
    for (place, byte) in key.iter().enumerate() {
        text[2 + 2 * place] = DIGITS[usize::from(byte >> 4)];
        text[3 + 2 * place] = DIGITS[usize::from(byte & 15)];
    }
    text[LENGTH - 1] = b'\'';
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_spelt_as_sqlcipher_reads_it() {
        let mut key = [0; 32];
        key[0] = 0xa1;
        key[31] = 0x0f;
        let text = spell(&key);
        assert_eq!(&text[..4], b"x'a1");
        assert_eq!(&text[64..], b"0f'");
        assert_eq!(text.len(), LENGTH);
    }
}
