//! The kit: files that are wrong, each in a way of its own, and the code that each must give.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use boundaries::{figure, writing};
use toml::{Table, Value};
use vault::{
    BackupName, Backups, DataKey, Folder, Passphrase, Place, RecoveryKey, SlotFile, Vault, VaultError,
    Verdict, find_backups, restore,
};

use crate::{
    make::Kit,
    making,
    past::{BACKUP, Golden},
    wrong_backups, wrong_seals, wrong_slots, wrong_stores,
};

/// The kinds, and who makes their wrong ones.
pub(crate) const KINDS: &[(&str, Maker)] = &[
    ("slots", wrong_slots::all),
    ("seals", wrong_seals::all),
    ("stores", wrong_stores::all),
    ("backups", wrong_backups::all),
];

type Maker = fn(&mut Kit);

/// How many ways of being wrong there are at the least.
const LEAST: usize = 154;

pub(crate) fn folder() -> PathBuf {
    crate::past::folder().join("kit")
}

#[test]
fn every_wrong_slot_file_gives_its_code() {
    judge("slots");
}

#[test]
fn every_wrong_seal_gives_its_code() {
    judge("seals");
}

#[test]
fn every_wrong_store_gives_its_code() {
    judge("stores");
}

#[test]
fn every_wrong_backup_gives_its_codes() {
    judge("backups");
}

#[test]
fn there_are_enough_ways_and_no_two_are_one() {
    making::make_if_asked();
    let (mut names, mut files) = (BTreeSet::new(), BTreeSet::new());
    for (kind, _) in KINDS {
        for wrong in read(kind).1 {
            assert!(
                names.insert(text(&wrong, "name").to_owned()),
                "{} stands there twice",
                text(&wrong, "name")
            );
            let changed = format!("{}{}", text(&wrong, "with"), wrong["files"]);
            assert!(files.insert(changed), "{} is another one's way", text(&wrong, "name"));
            assert!(text(&wrong, "why").len() > 10, "{} says why", text(&wrong, "name"));
            assert_ne!(text(&wrong, "expected"), "sound");
        }
    }
    assert!(names.len() >= LEAST, "{} of {LEAST}", names.len());
    figure("kit", "wrong slot files, seals, stores and backups", names.len(), "each gives its code");
}

fn judge(kind: &str) {
    making::make_if_asked();
    let (golden, all) = read(kind);
    let mut differ = Vec::new();
    for wrong in &all {
        let found = outcome(&golden, wrong);
        if found != text(wrong, "expected") {
            differ.push(format!("{}: {found}, not {}", text(wrong, "name"), text(wrong, "expected")));
        }
    }
    assert!(differ.is_empty(), "{} of {}: {differ:#?}", differ.len(), all.len());
}

fn read(kind: &str) -> (Golden, Vec<Table>) {
    let text = fs::read_to_string(folder().join(format!("{kind}.toml"))).expect("the kit");
    let mut table: Table = text.parse().expect("TOML");
    let golden = Golden::open(table["base"].as_str().expect("a format"));
    let Some(Value::Array(all)) = table.remove("wrong") else { panic!("a list of wrong files") };
    (golden, all.into_iter().map(|wrong| wrong.try_into().expect("a table")).collect())
}

/// What the vault and the journal say of one: the first refusal, or the checker's verdict.
fn outcome(golden: &Golden, wrong: &Table) -> String {
    if text(wrong, "with") == "backup" {
        return of_backup(golden, wrong);
    }
    let copy = golden.copy();
    for file in wrong["files"].as_array().expect("files") {
        change(golden, copy.path(), file.as_table().expect("a file"));
    }
    let folder = Folder::open(copy.path()).expect("a folder");
    let key = match key(golden, &folder, text(wrong, "with")) {
        Ok(key) => key,
        Err(VaultError::SlotsDamaged { previous_usable: true }) => {
            return "slots-damaged, previous usable".into();
        }
        Err(error) => return error.to_string(),
    };
    let mut vault = match Vault::at(folder).unlock(key) {
        Ok(vault) => vault,
        Err((_, error)) => return error.to_string(),
    };
    match writing::look(&mut vault).expect("it is noted") {
        Some(Verdict::Sound) => match journal::Journal::open(vault) {
            Ok(_) => "sound".into(),
            Err(journal::JournalError::Vault(error)) => error.to_string(),
            Err(error) => error.to_string(),
        },
        Some(Verdict::ChangedOutside) => "changed-outside".into(),
        Some(Verdict::Damaged) => "damaged".into(),
        None => "unverified".into(),
    }
}

/// What the drill says of a backup, and what a restore on an empty machine says of it.
fn of_backup(golden: &Golden, wrong: &Table) -> String {
    let (copy, backup) = golden.copy_with_backup();
    for file in wrong["files"].as_array().expect("files") {
        let mut file = file.as_table().expect("a file").clone();
        let name = text(&file, "name").trim_start_matches("backup-").to_owned();
        file.insert("name".to_owned(), Value::String(name));
        change(golden, &backup, &file);
    }
    let now = writing::moment().to_utc();
    let folder = Folder::open(copy.path()).expect("a folder");
    let name = BackupName::parse(BACKUP).expect("a name");
    let backups = Backups::of(&folder, &golden.content.key());
    let drill = match backups.check(Place::Here, &name, journal::tally, now) {
        Ok(_) => "sound".to_owned(),
        Err(error) => error.to_string(),
    };
    let empty = tempfile::tempdir().expect("a folder");
    let elsewhere = Folder::open(empty.path()).expect("a folder");
    let restored = match find_backups(copy.path()).first() {
        None => "not-found".to_owned(),
        Some(found) => found
            .slots()
            .and_then(|slots| {
                let sheet = RecoveryKey::parse(&golden.content.recovery_key).expect("a sheet");
                let key = slots.open_with_recovery_key(&sheet)?;
                restore(&elsewhere, found, &slots, &key, journal::tally, now)
            })
            .map_or_else(|error| error.to_string(), |_| "restored".to_owned()),
    };
    if restored != "restored" {
        assert!(!empty.path().join("journal.db").exists(), "nothing was put in place");
    }
    format!("{drill}, {restored}")
}

fn key(golden: &Golden, folder: &Folder, with: &str) -> Result<DataKey, VaultError> {
    let slots = SlotFile::load(folder)?;
    match with {
        "passphrase" => slots.open_with_passphrase(&Passphrase::new(&golden.content.passphrase)),
        "recovery-key" => {
            slots.open_with_recovery_key(&RecoveryKey::parse(&golden.content.recovery_key).expect("a sheet"))
        }
        // What is wrong lies behind the slots: nothing is derived.
        "data-key" => Ok(golden.content.key()),
        other => panic!("nothing opens with {other}"),
    }
}

/// Changes one file as it is written down.
fn change(golden: &Golden, folder: &Path, file: &Table) {
    let name = text(file, "name");
    let path = folder.join(name);
    if file.contains_key("gone") {
        return fs::remove_file(path).expect("removed");
    }
    let good = fs::read(&path).unwrap_or_default();
    let mut bytes = good.clone();
    let mut put = |at: usize, piece: &[u8]| {
        bytes.resize(bytes.len().max(at + piece.len()), 0);
        bytes[at..at + piece.len()].copy_from_slice(piece);
    };
    let number = |table: &Table, name: &str| -> usize {
        table[name].as_integer().and_then(|number| usize::try_from(number).ok()).expect("a number")
    };
    let list = |name: &str| {
        let list = file.get(name).and_then(Value::as_array).into_iter().flatten();
        list.map(|piece| piece.as_table().expect("a piece")).collect::<Vec<_>>()
    };
    for run in list("bytes") {
        let digits = text(run, "bytes");
        let piece: Vec<u8> = (0..digits.len() / 2)
            .map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).expect("hexadecimal"))
            .collect();
        put(number(run, "at"), &piece);
    }
    for piece in list("pieces") {
        let from = golden.file(text(piece, "of"));
        let start = number(piece, "from");
        put(number(piece, "at"), &from[start..start + number(piece, "length")]);
    }
    if file.contains_key("length") {
        bytes.resize(number(file, "length"), 0);
    }
    assert_ne!(bytes, good, "{name} is as it should be");
    fs::write(path, bytes).expect("written");
}

fn text<'a>(table: &'a Table, name: &str) -> &'a str {
    table[name].as_str().expect("a text")
}
