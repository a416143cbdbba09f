//! A journal without a window: opened, written in and looked through by tests of its files.

use std::{fs, path::Path};

use chrono::{DateTime, FixedOffset, Utc};
use journal::{
    Alias, AnswerId, CellRef, CellValue, EntryId, Field, FormRef, Journal, JournalError, NewContact,
    NewEntry, SaveAnswer,
};
use testkit::realistic_dutch;
use vault::{Backup, Copied, DataKey, Folder, Unlocked, Vault, VaultError, Verdict};

/// A Monday at ten to five.
///
/// # Panics
/// Never.
#[must_use]
pub fn moment() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-03-09T16:50:00+01:00").expect("a moment")
}

/// Opens the journal of a folder as it is, looking at nothing.
///
/// # Errors
/// Those of unlocking and migrating.
pub fn open(folder: &Path, key: DataKey) -> Result<Journal, JournalError> {
    let vault = Vault::at(Folder::open(folder)?).unlock(key).map_err(|(_, error)| error)?;
    Journal::open(vault)
}

/// Lets a checker look and settles what it finds, as the app does in the background.
///
/// # Errors
/// That the finding could not be written down.
pub fn look(vault: &mut Vault<Unlocked>) -> Result<Option<Verdict>, VaultError> {
    let found = vault.checker().run();
    if let Some(verdict) = found {
        vault.settle(verdict)?;
    }
    Ok(vault.verdict().or(found))
}

/// A contact of a kind and with a pseudonym.
///
/// # Panics
/// When the pseudonym cannot be one.
#[must_use]
pub fn contact(alias: &str) -> NewEntry {
    let contact = NewContact {
        day: moment().date_naive(),
        kind: "gesprek".into(),
        alias: Some(Alias::parse(alias).expect("a pseudonym")),
    };
    let form = FormRef { pack: "basis".into(), form: "gids".into(), version: 3 };
    NewEntry { contact: Some(contact), form, seed: 7, sitting: None, title: None, prepares: false }
}

/// A page on its own.
#[must_use]
pub fn page() -> NewEntry {
    let form = FormRef { pack: "basis".into(), form: "vrij".into(), version: 1 };
    NewEntry { contact: None, form, seed: 0, sitting: None, title: None, prepares: false }
}

/// A sheet of this name, instead of what it is.
#[must_use]
pub fn sheet(new: NewEntry, title: &str) -> NewEntry {
    let form = FormRef { pack: "basis".into(), form: "dilemma".into(), version: 1 };
    NewEntry { form, title: Some(title.into()), ..new }
}

/// Saves a text in a sheet: in a row of a field with columns, under a label and a heading.
///
/// # Errors
/// Those of saving.
pub fn save_in_sheet(
    journal: &mut Journal,
    entry: EntryId,
    row: u32,
    asked: &str,
    text: &str,
) -> Result<AnswerId, JournalError> {
    let heading = Some(asked);
    let value = CellValue::Text;
    let cell = CellRef { field: "beelden", column: Some("ik"), row, label: asked, heading, value };
    let save = SaveAnswer { entry, answer: None, field: Field::Cell(cell), text };
    journal.save_answer(save, moment()).map(|answer| answer.id)
}

/// Says a word wherever a sheet can: asked, chosen, written, and written when it was looked back on.
///
/// # Panics
/// When one is not taken.
pub fn say_all_over(journal: &mut Journal, entry: EntryId, word: &str) {
    let asked = |what: &str| format!("{what} {word}?");
    let (label, heading, asks) = (asked("Wat is"), asked("Beeld van"), asked("Wat werd"));
    let mut save = |field, text: &str| {
        let save = SaveAnswer { entry, answer: None, field, text };
        journal.save_answer(save, moment()).expect("an answer").id
    };
    let place = |heading, value| {
        let (column, heading) = (Some(word), Some(heading));
        Field::Cell(CellRef { field: word, column, row: 2, label: &label, heading, value })
    };
    save(place(&heading, CellValue::Text), &asked("Altijd"));
    save(place(&heading, CellValue::Choice { option: Some(word) }), &asked("Ja,"));
    let due = moment().date_naive();
    let of = save(place(&asks, CellValue::LookBack), &due.to_string());
    save(Field::LookBack { of, due, asks: &asks }, &asked("Minder"));
}

/// Saves a text on the free page of an entry: a new answer, or one that is known.
///
/// # Errors
/// Those of saving.
pub fn save(
    journal: &mut Journal,
    entry: EntryId,
    answer: Option<AnswerId>,
    text: &str,
) -> Result<AnswerId, JournalError> {
    let save = SaveAnswer { entry, answer, field: Field::Free, text };
    journal.save_answer(save, moment()).map(|answer| answer.id)
}

/// Writes so many entries, each of so many characters, and puts them into the index.
///
/// # Panics
/// When one is not taken.
pub fn fill(journal: &mut Journal, entries: usize, characters: usize) {
    for number in 0..entries {
        let new = if number % 3 == 0 { page() } else { contact(&format!("Blauwe Reiger {number}")) };
        let entry = journal.start_entry(new, moment()).expect("an entry").id;
        let text = format!("{number}: {}", realistic_dutch(characters));
        save(journal, entry, None, &text).expect("an answer");
        journal.leave(entry).expect("indexed");
    }
}

/// Makes a backup of an open journal, as the app does between its saves.
///
/// # Panics
/// When it is not made.
pub fn back_up(journal: &mut Journal, now: DateTime<Utc>) -> Backup {
    let vault = journal.vault_mut();
    vault.begin_backup(now).expect("it begins");
    let draft = loop {
        if let Copied::Whole(draft) = vault.step_backup(64).expect("a step") {
            break draft;
        }
    };
    let tally = journal::tally(vault.connection()).expect("counted");
    draft.finish(tally, journal::tally, now).expect("it was opened and counted")
}

/// Lays a journal as it is now among those that a restore kept aside.
///
/// # Panics
/// When a file cannot be copied.
pub fn put_aside(folder: &Path, name: &str) {
    let aside = folder.join("aside").join(name);
    fs::create_dir_all(&aside).expect("a folder");
    for name in ["journal.db", "journal.db-wal", "seal", "slots"] {
        if folder.join(name).exists() {
            fs::copy(folder.join(name), aside.join(name)).expect("copied");
        }
    }
}

/// What is not whole: a page, a tree, an index. Empty when all is.
#[must_use]
pub fn faults(journal: &Journal) -> Vec<String> {
    let connection = journal.vault().connection();
    let mut faults = Vec::new();
    for pragma in ["cipher_integrity_check", "integrity_check", "foreign_key_check"] {
        let rows = connection.prepare(&format!("PRAGMA {pragma}")).and_then(|mut statement| {
            let rows = statement.query_map([], |row| row.get_ref(0).map(|value| format!("{value:?}")))?;
            rows.collect::<Result<Vec<_>, _>>()
        });
        match rows {
            Ok(rows) if pragma == "integrity_check" && rows == ["Text([111, 107])"] => {}
            Ok(rows) => faults.extend(rows.into_iter().map(|row| format!("{pragma}: {row}"))),
            Err(error) => faults.push(format!("{pragma}: {error}")),
        }
    }
    let check = "INSERT INTO entry_index (entry_index, rank) VALUES ('integrity-check', 1)";
    if let Err(error) = connection.execute(check, []) {
        faults.push(format!("the index: {error}"));
    }
    faults
}

/// Every text of the journal with the number of its answer, those in the bin too.
///
/// # Panics
/// When they cannot be read.
#[must_use]
pub fn texts(journal: &Journal) -> Vec<(i64, String)> {
    let connection = journal.vault().connection();
    let mut statement = connection.prepare("SELECT id, text FROM answer ORDER BY id").expect("a query");
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    rows.collect::<Result<_, _>>().expect("texts")
}

/// Every file below a folder, with its path from there, in order.
///
/// # Panics
/// When one cannot be read.
#[must_use]
pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below it").display().to_string();
                found.push((name, fs::read(&path).expect("a file")));
            }
        }
    }
    found.sort();
    found
}
