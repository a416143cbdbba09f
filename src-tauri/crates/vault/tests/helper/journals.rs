//! Journals of notes for the tests of what replaces, destroys or only reads a whole store.
#![allow(dead_code, reason = "each test binary uses some of it")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use testkit::{TempVault, realistic_dutch};
use vault::{
    Backup, Copied, DataKey, Folder, FoundBackup, Migration, Place, Tally, Unlocked, Vault, VaultError,
    find_backups,
};

pub const NOTES: Migration = Migration {
    version: 1,
    sql: "CREATE TABLE note (id INTEGER PRIMARY KEY AUTOINCREMENT, text TEXT NOT NULL) STRICT;",
};

pub fn count(connection: &Connection) -> rusqlite::Result<Tally> {
    connection.query_row("SELECT count(*), coalesce(max(id), 0) FROM note", [], |row| {
        Ok(Tally { entries: row.get::<_, i64>(0)?.unsigned_abs(), newest: row.get(1)? })
    })
}

pub fn now() -> DateTime<Utc> {
    "2026-11-22T16:45:12.345Z".parse().expect("a time")
}

pub fn later(seconds: i64) -> DateTime<Utc> {
    now() + chrono::TimeDelta::seconds(seconds)
}

pub fn write(vault: &Vault<Unlocked>, texts: &[&str]) {
    for text in texts {
        vault.connection().execute("INSERT INTO note (text) VALUES (?1)", [text]).expect("it is written");
    }
}

pub fn texts(vault: &Vault<Unlocked>) -> Vec<String> {
    let mut statement = vault.connection().prepare("SELECT text FROM note ORDER BY id").expect("a table");
    let rows = statement.query_map([], |row| row.get(0)).expect("it is read");
    rows.collect::<rusqlite::Result<_>>().expect("it is read")
}

/// A locked journal with these notes and some pages of others before them.
pub fn journal(notes: &[&str]) -> TempVault {
    filled(TempVault::set_up(), notes)
}

pub fn filled(temp: TempVault, notes: &[&str]) -> TempVault {
    let mut vault = temp.unlock();
    vault.migrate(&[NOTES]).expect("it runs");
    let long = realistic_dutch(3000);
    write(&vault, &[long.as_str(); 20]);
    write(&vault, notes);
    vault.lock().expect("it locks");
    temp
}

/// The notes of the journal in a folder, without those that fill it.
pub fn notes(folder: &Folder, key: DataKey) -> Vec<String> {
    let vault = Vault::at(folder.clone()).unlock_to_read(key).expect("it opens");
    texts(&vault).split_off(20)
}

/// Opens, waits for the verdict, and gives the vault sound.
pub fn sound(temp: &TempVault) -> Vault<Unlocked> {
    let mut vault = temp.unlock();
    let verdict = vault.checker().run().expect("nobody locks it");
    vault.settle(verdict).expect("it is noted");
    vault
}

/// Makes a backup of an open, sound journal.
pub fn back_up(vault: &mut Vault<Unlocked>, at: DateTime<Utc>) -> Backup {
    vault.begin_backup(at).expect("it begins");
    loop {
        if let Copied::Whole(draft) = vault.step_backup(64).expect("it goes on") {
            let expected = count(vault.connection()).expect("it is counted");
            return draft.finish(expected, count, at).expect("it is a backup");
        }
    }
}

/// A locked journal with these notes and a backup of it.
pub fn backed_up(notes: &[&str]) -> (TempVault, Backup) {
    let temp = journal(notes);
    let mut vault = sound(&temp);
    let backup = back_up(&mut vault, now());
    vault.lock().expect("it locks");
    (temp, backup)
}

pub fn found(temp: &TempVault) -> FoundBackup {
    find_backups(temp.path()).into_iter().next().expect("there is one")
}

/// Every file below a folder, by its path in it.
pub fn files_in(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("it is listed") {
        let entry = entry.expect("it is listed");
        let name = entry.file_name().into_string().expect("it is text");
        if entry.path().is_dir() {
            let below = files_in(&entry.path()).into_iter();
            all.extend(below.map(|(below, bytes)| (format!("{name}/{below}"), bytes)));
        } else {
            all.insert(name, fs::read(entry.path()).expect("it is read"));
        }
    }
    all
}

/// Whether anything in a folder was not there before, apart from what may.
pub fn names_in(folder: &Path) -> Vec<String> {
    files_in(folder).into_keys().collect()
}

/// Chooses a folder as second place.
pub fn second_place(temp: &TempVault) -> tempfile::TempDir {
    let stick = tempfile::tempdir().expect("a temporary folder can be made");
    temp.folder().set_second_place(Some(stick.path())).expect("it is chosen");
    stick
}

pub fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).expect("it is there");
    bytes[at] ^= 1;
    fs::write(path, bytes).expect("it can be written");
}

pub type Answer<T> = Result<T, VaultError>;

pub const HERE: Place = Place::Here;
