//! A journal of sheets, look-backs and tries in which texts stand wherever somebody can put one.

use std::{fs, path::Path};

use boundaries::writing;
use chrono::{DateTime, FixedOffset};
use journal::{
    AnswerId, CellRef, CellValue, EntryId, Field, FormRef, Journal, NewContact, NewEntry, Returns, SaveAnswer,
};
use testkit::{CHEAP, SeededRandomness};
use vault::{Clock as _, Folder, Passphrase, SystemClock, set_up};

use super::payloads::Payload;
use crate::steps;

/// The form of the handbook that every sheet says it was made from.
pub const FORM: &str = "maand";
/// The kind of contact that was prepared.
pub const KIND: &str = "intake";
/// How many sheets ask something today; all of them are shown.
pub const DUE: usize = 12;

/// Makes a journal of texts in a folder: of each a sheet, a preparation with what came after it, and an
/// answer to one question of the handbook.
pub fn write(folder: &Path, payloads: &[Payload], question: &str) {
    fs::create_dir(folder).expect("a folder");
    let at = Folder::open(folder).expect("a folder");
    let (_, key) = set_up(&at, &Passphrase::new(steps::PASSPHRASE), CHEAP, &mut SeededRandomness::new(67))
        .expect("it is set up");
    let mut journal = writing::open(folder, key).expect("it opens");
    let mut writer = Writer { journal: &mut journal, now: SystemClock.now(), tried: None };
    for (number, payload) in payloads.iter().enumerate() {
        writer.prepared(&payload.text, question);
        writer.sheet(number, &payload.text);
    }
    journal.close().expect("it locks");
}

struct Writer<'a> {
    journal: &'a mut Journal,
    now: DateTime<FixedOffset>,
    /// The intention of the entry before, which the next says something about.
    tried: Option<AnswerId>,
}

impl Writer<'_> {
    /// A sheet in which a text is everything: its title, what it asks, its columns, its options.
    fn sheet(&mut self, number: usize, text: &str) {
        let entry = self.start(None, FORM, Some(text), false);
        let place = CellRef {
            field: "tekst",
            column: None,
            row: 0,
            label: text,
            heading: None,
            value: CellValue::Text,
        };
        let cell = |place| Field::Cell(place);
        self.save(entry, cell(place), text);
        for row in 0..2 {
            for column in ["een", "twee"] {
                let column = Some(column);
                let place = CellRef { field: "kolommen", column, row, heading: Some(text), ..place };
                self.save(entry, cell(place), text);
            }
        }
        let value = CellValue::Choice { option: Some(text) };
        self.save(entry, cell(CellRef { field: "keuze", value, ..place }), text);
        let due = self.now.date_naive();
        let value = CellValue::LookBack;
        let place = CellRef { field: "dag", heading: Some(text), value, ..place };
        let of = self.save(entry, cell(place), &due.format("%Y-%m-%d").to_string());
        // Most were looked back on already.
        if number >= DUE {
            self.save(entry, Field::LookBack { of, due, asks: text }, text);
        }
        self.save(entry, Field::Free, text);
        self.journal.leave(entry).expect("indexed");
    }

    /// What was written before a contact, and after it.
    fn prepared(&mut self, text: &str, question: &str) {
        let before = self.start(Some(KIND), "voorbereiden", Some(text), true);
        let value = CellValue::Text;
        let place = CellRef { field: "verwacht", column: None, row: 0, label: text, heading: None, value };
        self.save(before, Field::Cell(place), text);
        let after = self.start(Some(KIND), "guide", None, false);
        let pack = "dichterbij";
        self.save(after, Field::Question { pack, id: question, version: 1, wording: text }, text);
        if let Some(of) = self.tried {
            self.save(after, Field::Outcome { of }, text);
        }
        let tried = Field::Intention { question: None, returns: Returns::Kind };
        self.tried = Some(self.save(after, tried, text));
        assert_eq!(self.journal.entry(after).expect("it is there").prepared, Some(before));
        self.journal.leave(after).expect("indexed");
    }

    fn start(&mut self, kind: Option<&str>, form: &str, title: Option<&str>, prepares: bool) -> EntryId {
        let contact =
            kind.map(|kind| NewContact { day: self.now.date_naive(), kind: kind.to_owned(), alias: None });
        let form = FormRef { pack: "dichterbij".into(), form: form.into(), version: 1 };
        let title = title.map(str::to_owned);
        let new = NewEntry { contact, form, seed: 7, sitting: None, title, prepares };
        self.journal.start_entry(new, self.now).expect("an entry").id
    }

    fn save(&mut self, entry: EntryId, field: Field<'_>, text: &str) -> AnswerId {
        let save = SaveAnswer { entry, answer: None, field, text };
        self.journal.save_answer(save, self.now).expect("every text is taken as an answer").id
    }
}
