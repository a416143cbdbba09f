//! What can be saved of a store with a broken page: opened to read only, whatever page it is.

use std::fs;

use ::journal::Journal as Store;
use contract::*;
use household::pipe::Circumstances;
use testkit::{FixedClock, TempVault};
use vault::{Folder, Vault};

use super::{AFTERNOON, desk, lock, start};
use crate::{
    failure::{failure, journal_failure},
    journal::desk::Desk,
    role::Errand,
};

const PAGE: usize = 4096;
const TEXT: &str = "Ik keek op van mijn scherm. ";

/// A journal of three entries with an alias, an answer each, and all of them indexed.
fn three_entries(clock: &FixedClock) -> TempVault {
    let vault = TempVault::set_up();
    let mut desk = desk(&vault, clock);
    for _ in 0..3 {
        let entry = desk.start_entry(start(5, false)).expect("an entry").entry;
        let text = TEXT.repeat(20);
        desk.save_answer(SaveAnswer { entry, answer: None, field: AnswerField::Feeling, text })
            .expect("saved");
        desk.leave_entry(EntryRequest { entry }).expect("indexed");
    }
    lock(desk);
    vault
}

/// Opens to read what is there, as somebody does who was told that it does not open.
fn open_to_read(vault: &TempVault, clock: &FixedClock) -> Result<(Desk, Opened), Failure> {
    let folder = Folder::to_read(vault.path()).map_err(|error| failure(&error))?;
    let open = Vault::at(folder).unlock_to_read(vault.data_key()).map_err(|(_, error)| failure(&error))?;
    let store = Store::open_to_read(open).map_err(|error| journal_failure(&error))?;
    let errand = Errand {
        folder: vault.path().to_owned(),
        appearance: Appearance::default(),
        intent: Intent::Open,
        backup: None,
        notice: None,
        walked: None,
    };
    let why = Some(OnlyReading::Asked);
    let mut desk = Desk::new(store, Box::new(clock.clone()), &errand, Circumstances::default(), why)?;
    let opened = desk.opened()?;
    Ok((desk, opened))
}

#[test]
fn whatever_page_is_broken_the_others_can_be_read() {
    let clock = FixedClock::at(AFTERNOON);
    let whole = three_entries(&clock);
    let store = fs::read(whole.path().join("journal.db")).expect("a store");
    let (mut lost, mut closed) = (0, 0);
    for page in 2..=store.len() / PAGE {
        let vault = whole.copy();
        let mut bytes = store.clone();
        bytes[page * PAGE - 2_000] ^= 1;
        fs::write(vault.path().join("journal.db"), bytes).expect("it can be damaged");
        let Ok((mut desk, opened)) = open_to_read(&vault, &clock) else {
            closed += 1;
            continue;
        };
        assert_eq!(opened.entries.rows.len(), 3, "page {page}: every entry is in the list");
        let readable = opened.entries.rows.iter().filter(|row| {
            let entry = desk.read_entry(EntryRequest { entry: row.entry });
            entry.is_ok_and(|entry| format!("{entry:?}").contains(TEXT))
        });
        lost += 3 - readable.count();
    }
    // Six pages, beside the first, say what the tables are: without those nothing can be read, and
    // a backup is the way back.
    assert!(closed <= 6, "{closed} pages close all of it");
    // The answers lie on one or two pages; with those they are gone, and with no other.
    assert!(lost <= 6, "{lost} answers could not be read");
}
