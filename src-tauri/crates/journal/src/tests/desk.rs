//! A journal in a folder of its own, and short ways to write in it.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use testkit::TempVault;

use crate::{
    Alias, Answer, AnswerId, CellRef, CellValue, EntryId, Field, FormRef, Journal, JournalError, NewContact,
    NewEntry, SaveAnswer,
};

/// A journal and the folder it lives in.
pub(crate) struct Desk {
    // Dropped in this order.
    pub(crate) journal: Journal,
    pub(crate) folder: TempVault,
}

impl Desk {
    /// A new journal.
    pub(crate) fn new() -> Self {
        Self::at(TempVault::set_up())
    }

    /// The journal in this folder.
    pub(crate) fn at(folder: TempVault) -> Self {
        Self { journal: Journal::open(folder.unlock()).expect("opens"), folder }
    }

    /// Locks and unlocks.
    pub(crate) fn reopen(&mut self) {
        let Self { journal, folder } = std::mem::replace(self, Self::new());
        drop(journal.close().expect("locks"));
        *self = Self::at(folder);
    }

    /// What is on disk at this moment, as a power cut would leave it.
    pub(crate) fn after_power_cut(&self) -> Self {
        Self::at(self.folder.copy())
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
        let mut expected = BTreeMap::<String, i64>::new();
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
        let stored: BTreeMap<String, i64> = connection
            .prepare("SELECT term, entries FROM term")
            .expect("prepare")
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .expect("query")
            .collect::<Result<_, _>>()
            .expect("terms");
        assert_eq!(stored, expected);
        self.check_index_against_a_new_one();
    }

    /// Every word of the index stands where a new one would have it.
    fn check_index_against_a_new_one(&self) {
        const SEEN: &str = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_of_index
            USING fts5vocab (main, entry_index, instance)";
        const WORDS: &str = "SELECT term || ' ' || doc || ' ' || col || ' ' || \"offset\"
            FROM temp.word_of_index ORDER BY term, doc, col, \"offset\"";
        let connection = self.journal.connection();
        connection.execute_batch(SEEN).expect("a table");
        let words = || -> Vec<String> {
            let mut words = connection.prepare(WORDS).expect("prepare");
            let words = words.query_map([], |row| row.get(0)).expect("query");
            words.collect::<Result<_, _>>().expect("words")
        };
        let as_it_is = words();
        // Given up when it is dropped.
        let trial = connection.unchecked_transaction().expect("begun");
        trial.execute("INSERT INTO entry_index (entry_index) VALUES ('rebuild')", []).expect("made anew");
        assert!(as_it_is == words(), "the index is another one than a new one");
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
        sitting: None,
        title: None,
        prepares: false,
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
        sitting: None,
        title: None,
        prepares: false,
    }
}

/// A sheet instead of what this is.
pub(crate) fn sheet(new: NewEntry) -> NewEntry {
    let form = FormRef { pack: "basis".into(), form: "dilemma".into(), version: 2 };
    NewEntry { form, title: Some("Dilemmablad".into()), ..new }
}

/// What is written before this contact.
pub(crate) fn prepares(new: NewEntry) -> NewEntry {
    let form = FormRef { pack: "basis".into(), form: "voorbereiden".into(), version: 1 };
    NewEntry { form, title: Some("Voorbereiden".into()), prepares: true, ..new }
}

/// A field of a sheet, without columns and with one row.
pub(crate) const fn cell<'a>(field: &'a str, value: CellValue<'a>) -> CellRef<'a> {
    let heading = match value {
        CellValue::LookBack => Some("Wat merkte je ervan?"),
        CellValue::Text | CellValue::Choice { .. } | CellValue::Date => None,
    };
    CellRef { field, column: None, row: 0, label: "Wat speelt er?", heading, value }
}

/// A text in a row of a field of a sheet.
pub(crate) const fn text_cell(field: &str, row: u32) -> Field<'_> {
    Field::Cell(CellRef { row, ..cell(field, CellValue::Text) })
}

/// A day in a sheet on which a question comes back.
pub(crate) const fn look_back(field: &str) -> Field<'_> {
    Field::Cell(cell(field, CellValue::LookBack))
}
