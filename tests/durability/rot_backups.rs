//! D6, backups: a flipped bit in a backup's store, slot file or manifest is reported, never called a
//! wrong passphrase, and never becomes the journal. D8: every backup that is whole becomes it, with
//! every text, from the moment it is made.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use boundaries::{figure, rounds, writing};
use chrono::{DateTime, TimeDelta, Utc};
use journal::{EntryId, Journal};
use testkit::{SeededRandomness, TempVault, realistic_dutch};
use vault::{
    BackupName, Backups, DataKey, Folder, FoundBackup, Passphrase, Place, SlotFile, Unlocked, Vault,
    VaultError, find_backups, restore,
};

#[test]
fn every_flipped_bit_in_a_backup_is_reported_and_never_restored() {
    let temp = TempVault::set_up();
    let mut journal = writing::open(temp.path(), temp.data_key()).expect("opens");
    writing::look(journal.vault_mut()).expect("noted");
    writing::fill(&mut journal, 6, 1_500);
    let backup = writing::back_up(&mut journal, writing::moment().to_utc());
    journal.close().expect("locks");
    let folder = temp.path().join("backups").join(backup.name.as_str());
    let files =
        ["journal.db", "slots", "manifest"].map(|name| (name, fs::read(folder.join(name)).expect("a file")));
    let present = writing::files(temp.path());
    let backups = Backups::of(temp.folder(), &temp.data_key());
    let own = temp.slots();

    let all = rounds(90, 1_000);
    let mut dice = SeededRandomness::new(16);
    let mut heard = BTreeMap::<String, usize>::new();
    for number in 0..all {
        let (name, good) = &files[[0, 1, 0, 2][number % 4]];
        let bit = dice.below(good.len() * 8);
        let mut bytes = good.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        fs::write(folder.join(name), bytes).expect("written");
        let context = format!("bit {bit} of {name}");

        let checked = backups.check(Place::Here, &backup.name, journal::tally, writing::moment().to_utc());
        let said = checked.expect_err(&context);
        assert!(matches!(said, VaultError::BackupDamaged | VaultError::NewerFormat), "{context}: {said}");
        let restored = match find_backups(temp.path()).first() {
            Some(found) if *name == "slots" => typed(found, temp.folder()),
            // With the journal's own slot file, which is good.
            Some(found) => restore_here(temp.folder(), found, &own, &temp.data_key()),
            None => Err(VaultError::BackupGone),
        };
        let refused = restored.expect_err(&context);
        assert_ne!(refused, VaultError::WrongSecret, "{context}");
        fs::write(folder.join(name), good).expect("written");
        *heard.entry(format!("{name}: {said}")).or_default() += 1;
    }
    assert_eq!(writing::files(temp.path()), present, "nothing of it was ever put in place");
    let checked = backups.check(Place::Here, &backup.name, journal::tally, writing::moment().to_utc());
    assert!(checked.is_ok(), "and without a flipped bit it is whole");
    let heard: Vec<String> = heard.iter().map(|(said, times)| format!("{said} {times}")).collect();
    let outcome = format!("all reported, 0 restored ({})", heard.join(", "));
    figure("D6", "bits flipped in a backup's store, slot file and manifest", all, outcome);
}

/// As on a new machine: the backup's own slot file, and the passphrase.
fn typed(found: &FoundBackup, folder: &Folder) -> Result<u64, VaultError> {
    let slots = found.slots()?;
    let key = slots.open_with_passphrase(&Passphrase::new(TempVault::PASSPHRASE))?;
    restore_here(folder, found, &slots, &key)
}

fn restore_here(
    folder: &Folder,
    found: &FoundBackup,
    slots: &SlotFile,
    key: &DataKey,
) -> Result<u64, VaultError> {
    let now = writing::moment().to_utc();
    restore(folder, found, slots, key, journal::tally, now).map(|restored| restored.entries)
}

/// What a backup must hold: every text by the number of its answer.
type Texts = BTreeMap<i64, String>;

#[test]
fn every_backup_comes_back_with_every_text() {
    let (mut made, mut restored) = (0, 0);
    for seed in 0..rounds(3, 60) as u64 {
        let mut life = Life::new(seed);
        for step in 0..7 {
            life.write();
            if let Some(name) = life.back_up(step) {
                made += 1;
                life.comes_back(Place::Here, &name);
                restored += 1;
            }
            life.something_else();
            // Whatever was done to them: all that are there come back.
            let all: Vec<_> =
                life.backups().list().into_iter().map(|backup| (backup.place, backup.name)).collect();
            let chosen = if step == 6 { all.len() } else { 1.min(all.len()) };
            for (place, name) in &all[all.len() - chosen..] {
                life.comes_back(*place, name);
                restored += 1;
            }
        }
        let Life { journal, .. } = life;
        journal.close().expect("it locks");
    }
    let outcome = format!("all texts equal, {made} at once when they were made");
    figure("D8", "backups restored after random saves, rotation, copying and rewriting", restored, outcome);
}

/// A journal that is written in at random, and what each of its backups must hold.
struct Life {
    // Dropped in this order.
    journal: Journal,
    temp: TempVault,
    _second: tempfile::TempDir,
    dice: SeededRandomness,
    now: DateTime<Utc>,
    expected: BTreeMap<(Place, BackupName), Texts>,
}

impl Life {
    fn new(seed: u64) -> Self {
        let temp = TempVault::set_up();
        let second = tempfile::tempdir().expect("a folder");
        temp.folder().set_second_place(Some(second.path())).expect("chosen");
        let mut journal = writing::open(temp.path(), temp.data_key()).expect("opens");
        writing::look(journal.vault_mut()).expect("noted");
        let now = writing::moment().to_utc();
        let dice = SeededRandomness::new(8_000 + seed);
        Self { journal, temp, _second: second, dice, now, expected: BTreeMap::new() }
    }

    fn backups(&self) -> Backups {
        self.journal.vault().backups()
    }

    fn write(&mut self) {
        for _ in 0..=self.dice.below(3) {
            let new =
                if self.dice.below(2) == 0 { writing::page() } else { writing::contact("Groene Specht") };
            let entry = self.journal.start_entry(new, writing::moment()).expect("an entry").id;
            let characters = self.dice.below(6_000);
            let text = format!("{} {}", self.dice.below(1_000_000), realistic_dutch(characters));
            writing::save(&mut self.journal, entry, None, &text).expect("saved");
            if self.dice.below(3) > 0 {
                self.journal.leave(entry).expect("indexed");
            }
        }
        if self.dice.below(4) == 0 {
            let rows = self.journal.entries(None, 100).expect("a list");
            self.journal.erase(rows[self.dice.below(rows.len())].entry).expect("erased");
        }
    }

    /// Sometimes on the same day as the one before, so that rotation has something to take.
    fn back_up(&mut self, step: usize) -> Option<BackupName> {
        if step > 0 && self.dice.below(5) == 0 {
            return None;
        }
        self.now += TimeDelta::hours([1, 30][self.dice.below(2)]);
        let made = writing::back_up(&mut self.journal, self.now);
        self.expected.insert((Place::Here, made.name.clone()), texts(&self.journal));
        Some(made.name)
    }

    fn something_else(&mut self) {
        let backups = self.backups();
        let here: Vec<BackupName> = backups
            .list()
            .into_iter()
            .filter_map(|backup| (backup.place == Place::Here).then_some(backup.name))
            .collect();
        if here.is_empty() {
            return;
        }
        let name = here[self.dice.below(here.len())].clone();
        match self.dice.below(4) {
            0 => {
                backups.rotate(Place::Here, self.now).expect("rotated");
                assert!(!backups.list().is_empty(), "the newest stays");
            }
            1 => {
                backups.copy_to_second_place(&name, journal::tally, self.now).expect("copied");
                let texts = self.expected[&(Place::Here, name.clone())].clone();
                self.expected.insert((Place::Second, name), texts);
            }
            2 => {
                // Without its first entry, wherever that is still there.
                let mut left = Texts::new();
                let mut work = |vault: Vault<Unlocked>| {
                    let mut journal = Journal::open(vault).expect("it opens");
                    let first = journal.entries(None, 100).expect("a list").pop();
                    if let Some(first) = first.map(|row| EntryId(row.entry.0)) {
                        journal.erase(first).expect("erased");
                    }
                    left = texts(&journal);
                    journal.into_vault().map_err(|_| VaultError::Misuse)
                };
                let made = backups.rewrite(Place::Here, &name, journal::tally, self.now, &mut work);
                self.expected.insert((Place::Here, made.expect("rewritten").name), left);
            }
            _ => {}
        }
    }

    /// Restores it on an empty machine and compares every text.
    fn comes_back(&self, place: Place, name: &BackupName) {
        let shelf = match place {
            Place::Here => self.temp.path().join("backups"),
            Place::Second => self._second.path().join("Terugblik"),
        };
        let empty = tempfile::tempdir().expect("a folder");
        let folder = Folder::open(empty.path()).expect("a folder");
        let found = found(&shelf.join(name.as_str()));
        let slots = found.slots().expect("its slot file reads well");
        let entries = restore_here(&folder, &found, &slots, &self.temp.data_key()).expect("restored");
        let journal = writing::open(empty.path(), self.temp.data_key()).expect("it opens");
        assert_eq!(journal::tally(journal.vault().connection()).map(|tally| tally.entries), Ok(entries));
        assert_eq!(writing::faults(&journal), [""; 0]);
        assert!(texts(&journal) == self.expected[&(place, name.clone())], "{place:?} {name}: a text differs");
    }
}

fn found(folder: &Path) -> FoundBackup {
    let folder: PathBuf = folder.into();
    find_backups(&folder).pop().expect("it is found without a key")
}

fn texts(journal: &Journal) -> Texts {
    writing::texts(journal).into_iter().collect()
}
