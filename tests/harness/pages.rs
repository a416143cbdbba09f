//! Pages as somebody reads them who has the key: decrypted from the documentation of the format, past
//! SQLite and past the guard, free ones and the slack between cells too.

use std::{fs, path::Path};

use aes_gcm::{
    aead::KeyInit as _,
    aes::{Aes256, Block, cipher::BlockCipherDecrypt as _},
};
use vault::DataKey;

use crate::forge;

const PAGE: usize = 4096;
/// At the end of a page: 16 bytes that its cipher began with, 64 bytes of HMAC-SHA512.
const RESERVE: usize = 80;

/// Looks for a few bytes in every page of a store and in every frame of its WAL.
pub struct Reader {
    key: Aes256,
    piece: Vec<u8>,
}

impl Reader {
    /// With the key of a journal.
    ///
    /// # Panics
    /// Never: a data key has the length it has.
    #[must_use]
    pub fn of(key: &DataKey, piece: &[u8]) -> Self {
        let block = key.to_hand_over();
        let vault_id = block[32..].try_into().expect("sixteen bytes");
        let key = forge::sub_key(&block[..32], vault_id, "db/1");
        Self { key: Aes256::new_from_slice(&key).expect("32 bytes"), piece: piece.to_vec() }
    }

    /// How often it stands in the store of a folder, and how often in its WAL.
    ///
    /// # Panics
    /// When there is no store, or it is not of this key.
    #[must_use]
    pub fn hits_in(&self, folder: &Path) -> (usize, usize) {
        let store = fs::read(folder.join("journal.db")).expect("a store");
        assert!(store.len().is_multiple_of(PAGE));
        let pages = store.chunks_exact(PAGE).enumerate();
        let wal = fs::read(folder.join("journal.db-wal")).unwrap_or_default();
        let frames = wal.get(32..).unwrap_or_default().chunks_exact(24 + PAGE);
        (
            pages.map(|(place, page)| self.hits(page, place == 0)).sum(),
            frames.map(|frame| self.hits(&frame[24..], frame[..4] == [0, 0, 0, 1])).sum(),
        )
    }

    /// How often it stands in any store or log in a folder and below it.
    ///
    /// # Panics
    /// As [`Self::hits_in`], and when a folder cannot be listed.
    #[must_use]
    pub fn hits_below(&self, folder: &Path) -> usize {
        let inside = fs::read_dir(folder).expect("a folder").flatten().map(|one| one.path());
        let below: usize = inside.filter(|path| path.is_dir()).map(|path| self.hits_below(&path)).sum();
        let here = if folder.join("journal.db").exists() { self.hits_in(folder) } else { (0, 0) };
        here.0 + here.1 + below
    }

    /// How often the piece stands in a page. The first begins with 16 bytes of salt in the open.
    fn hits(&self, page: &[u8], first: bool) -> usize {
        let (body, reserve) = page.split_at(PAGE - RESERVE);
        let mut before: [u8; 16] = reserve[..16].try_into().expect("sixteen bytes");
        let mut plain = Vec::with_capacity(PAGE);
        for chunk in body[if first { 16 } else { 0 }..].chunks_exact(16) {
            let mut block = Block::try_from(chunk).expect("sixteen bytes");
            self.key.decrypt_block(&mut block);
            plain.extend(block.iter().zip(before).map(|(byte, before)| byte ^ before));
            before = chunk.try_into().expect("sixteen bytes");
        }
        if first {
            // Page size, WAL, the reserve: what every store of ours says there.
            assert_eq!(plain[..5], [0x10, 0x00, 2, 2, 80], "the page is decrypted well");
        }
        plain.windows(self.piece.len()).filter(|window| *window == self.piece).count()
    }
}
