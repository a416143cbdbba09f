//! What every test of backups needs: a journal with notes in it, and how to count them.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use testkit::{TempVault, realistic_dutch};
use vault::rusqlite::{self, Connection};
use vault::{Backup, Copied, DataKey, Draft, Folder, Migration, Tally, Unlocked, Vault, VaultError, Verdict};

pub const NOTES: Migration = Migration {
    version: 1,
    sql: "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
          CREATE VIRTUAL TABLE note_index USING fts5(text, content='note', content_rowid='id');
          INSERT INTO note_index (note_index, rank) VALUES ('secure-delete', 1);",
};

pub fn count(connection: &Connection) -> rusqlite::Result<Tally> {
    connection.query_row("SELECT count(*), coalesce(max(id), 0) FROM note", [], |row| {
        let entries: i64 = row.get(0)?;
        Ok(Tally { entries: u64::try_from(entries).unwrap_or_default(), newest: row.get(1)? })
    })
}

pub fn at(time: &str) -> DateTime<Utc> {
    time.parse().expect("a time in a test is written as RFC 3339")
}

pub fn noon() -> DateTime<Utc> {
    at("2026-11-22T12:00:00.123Z")
}

pub fn write(vault: &mut Vault<Unlocked>, number: usize) {
    let transaction = vault.connection_mut().transaction().expect("it begins");
    for _ in 0..number {
        let text = realistic_dutch(2500);
        transaction.execute("INSERT INTO note (text) VALUES (?1)", [&text]).expect("it is written");
        transaction
            .execute("INSERT INTO note_index (rowid, text) VALUES (last_insert_rowid(), ?1)", [&text])
            .expect("it is indexed");
    }
    transaction.commit().expect("it commits");
}

/// A journal with so many notes, locked.
pub fn journal(notes: usize) -> TempVault {
    let temp = TempVault::set_up();
    fill(&temp, notes);
    temp
}

pub fn fill(temp: &TempVault, notes: usize) {
    let mut vault = temp.unlock();
    vault.migrate(&[NOTES]).expect("it runs");
    write(&mut vault, notes);
    vault.lock().expect("it locks");
}

/// Unlocks and looks, so that it is known to be sound.
pub fn sound(temp: &TempVault) -> Vault<Unlocked> {
    let mut vault = temp.unlock();
    let verdict = vault.checker().run().expect("nobody locks it meanwhile");
    assert_eq!(verdict, Verdict::Sound);
    vault.settle(verdict).expect("it is noted");
    vault
}

/// Copies to the end.
pub fn draft(vault: &mut Vault<Unlocked>, now: DateTime<Utc>) -> Result<Draft, VaultError> {
    vault.begin_backup(now)?;
    loop {
        if let Copied::Whole(draft) = vault.step_backup(64)? {
            return Ok(draft);
        }
    }
}

pub fn back_up(vault: &mut Vault<Unlocked>, now: DateTime<Utc>) -> Result<Backup, VaultError> {
    let draft = draft(vault, now)?;
    let expected = count(vault.connection()).expect("it is counted");
    draft.finish(expected, count, now)
}

pub fn folder(temp: &TempVault, backup: &Backup) -> PathBuf {
    temp.path().join("backups").join(backup.name.as_str())
}

/// The names in a folder, sorted; none when it is not there.
pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.expect("it is listed").file_name().into_string().expect("it is text"))
        .collect();
    names.sort();
    names
}

pub fn on_shelf(temp: &TempVault) -> Vec<String> {
    names(&temp.path().join("backups"))
}

/// The files of a folder, as a person copies them.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("it can be made");
    for name in names(from) {
        fs::copy(from.join(&name), to.join(&name)).expect("it can be copied");
    }
}

/// Opens a copy of a backup as a journal and counts.
pub fn tally_in_copy(backup: &Path, key: DataKey) -> Tally {
    let directory = tempfile::tempdir().expect("a temporary folder can be made");
    copy(backup, directory.path());
    let folder = Folder::open(directory.path()).expect("it can be written");
    let vault = Vault::at(folder).unlock(key).expect("it opens");
    count(vault.connection()).expect("it is counted")
}

/// Changes one byte in the middle of a file.
pub fn damage(path: &Path) {
    let mut bytes = fs::read(path).expect("it is there");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(path, bytes).expect("it can be written");
}
