//! A journal in a folder of its own, and short ways to write in it.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use chrono::{DateTime, FixedOffset};
use tempfile::TempDir;
use vault::{Cost, DataKey, Folder, Passphrase, SystemRandomness, Unlocked, Vault};

use crate::{
    Alias, Answer, AnswerId, EntryId, Field, FormRef, Journal, JournalError, NewContact, NewEntry, SaveAnswer,
};

/// A journal that was set up once, to be copied: deriving a key for each test would take a minute.
struct Specimen {
    folder: TempDir,
    data_key: [u8; DataKey::HAND_OVER_LENGTH],
}

fn specimen() -> &'static Specimen {
    static SPECIMEN: OnceLock<Specimen> = OnceLock::new();
    SPECIMEN.get_or_init(|| {
        let folder = TempDir::new().expect("a folder");
        let passphrase = Passphrase::new("vijf gewone woorden voor proef");
        let home = Folder::open(folder.path()).expect("a data folder");
        let (_, key) = vault::set_up(&home, &passphrase, Cost::FLOOR, &mut SystemRandomness).expect("set up");
        Specimen { folder, data_key: *key.to_hand_over() }
    })
}

fn copy(from: &Path, to: &Path) {
    for file in fs::read_dir(from).expect("readable") {
        let file = file.expect("readable");
        fs::copy(file.path(), to.join(file.file_name())).expect("copied");
    }
}

fn unlock(folder: &Path) -> Vault<Unlocked> {
    let key = DataKey::from_hand_over(&specimen().data_key);
    match Vault::at(Folder::open(folder).expect("a data folder")).unlock(key) {
        Ok(vault) => vault,
        Err((_, error)) => panic!("{error}"),
    }
}

/// A journal and the folder it lives in.
pub(crate) struct Desk {
    // Dropped in this order.
    pub(crate) journal: Journal,
    pub(crate) folder: TempDir,
}

impl Desk {
    /// A new journal.
    pub(crate) fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        copy(specimen().folder.path(), folder.path());
        let journal = Journal::open(unlock(folder.path())).expect("opens");
        Self { journal, folder }
    }

    /// Locks and unlocks.
    pub(crate) fn reopen(&mut self) {
        let Self { journal, folder } = std::mem::replace(self, Self::new());
        drop(journal.close().expect("locks"));
        *self = Self { journal: Journal::open(unlock(folder.path())).expect("opens"), folder };
    }

    /// What is on disk at this moment, as a power cut would leave it.
    pub(crate) fn after_power_cut(&self) -> Self {
        let folder = TempDir::new().expect("a folder");
        copy(self.folder.path(), folder.path());
        let journal = Journal::open(unlock(folder.path())).expect("opens");
        Self { journal, folder }
    }

    pub(crate) fn start(&mut self, new: NewEntry) -> EntryId {
        self.journal.start_entry(new, at("2026-11-21T16:50:00+01:00")).expect("started").id
    }

    pub(crate) fn save(
        &mut self,
        entry: EntryId,
        answer: Option<AnswerId>,
        field: Field<'_>,
        text: &str,
    ) -> Answer {
        self.try_save(entry, answer, field, text).expect("saved")
    }

    pub(crate) fn try_save(
        &mut self,
        entry: EntryId,
        answer: Option<AnswerId>,
        field: Field<'_>,
        text: &str,
    ) -> Result<Answer, JournalError> {
        let save = SaveAnswer { entry, answer, field, text };
        self.journal.save_answer(save, at("2026-11-21T16:51:02.345+01:00"))
    }

    /// An entry with one text.
    pub(crate) fn write(&mut self, new: NewEntry, text: &str) -> EntryId {
        let entry = self.start(new);
        self.save(entry, None, Field::Free, text);
        entry
    }

    /// The number of rows in a table.
    pub(crate) fn count(&self, table: &str) -> i64 {
        let sql = format!("SELECT count(*) FROM {table}");
        self.journal.connection().query_row(&sql, [], |row| row.get(0)).expect("a table")
    }

    /// How many rows this connection has changed so far.
    pub(crate) fn changes(&self) -> u64 {
        self.journal.connection().total_changes()
    }

    /// The index is whole, and the terms are those of the indexed texts.
    pub(crate) fn check_index(&mut self) {
        let connection = self.journal.vault.connection();
        connection
            .execute("INSERT INTO entry_index (entry_index, rank) VALUES ('integrity-check', 1)", [])
            .expect("the index holds exactly what the view shows");
        let mut expected = std::collections::BTreeMap::<String, i64>::new();
        let bodies: Vec<String> = connection
            .prepare("SELECT body FROM entry_text")
            .expect("prepare")
            .query_map([], |row| row.get(0))
            .expect("query")
            .collect::<Result<_, _>>()
            .expect("bodies");
        for body in bodies {
            for term in self.journal.index.folder.terms(&body).expect("terms") {
                *expected.entry(term).or_default() += 1;
            }
        }
        let stored: std::collections::BTreeMap<String, i64> = connection
            .prepare("SELECT term, entries FROM term")
            .expect("prepare")
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .expect("query")
            .collect::<Result<_, _>>()
            .expect("terms");
        assert_eq!(stored, expected);
    }
}

pub(crate) fn at(moment: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(moment).expect("a moment")
}

pub(crate) fn question(id: &str) -> Field<'_> {
    Field::Question { pack: "basis", id, version: 1, wording: "Wat deed jij, en wat deed de ander?" }
}

pub(crate) fn free_page() -> NewEntry {
    NewEntry {
        contact: None,
        form: FormRef { pack: "basis".into(), form: "vrij".into(), version: 1 },
        seed: 0,
    }
}

pub(crate) fn guide() -> NewEntry {
    about("2026-11-20", "gesprek", None)
}

pub(crate) fn about(day: &str, kind: &str, alias: Option<&str>) -> NewEntry {
    let contact = NewContact {
        day: day.parse().expect("a day"),
        kind: kind.into(),
        alias: alias.map(|alias| Alias::parse(alias).expect("an alias")),
    };
    NewEntry {
        contact: Some(contact),
        form: FormRef { pack: "basis".into(), form: "gids".into(), version: 3 },
        seed: 7,
    }
}
