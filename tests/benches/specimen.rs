//! Journals of a known size, made once and kept in the target folder: the test journal of the
//! measurements that the goals come from, of [`testkit::Lexicon`]'s words in [`crate::career`]'s entries.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use journal::Journal;
use vault::{Clock as _, Cost, DataKey, Folder, Passphrase, SlotFile, SystemClock, SystemRandomness, Vault};

use crate::{
    career::{self, Career},
    table::progress,
};

/// Opens every journal made here. It protects nothing.
pub const PASSPHRASE: &str = "ooievaar mist klimop vork tafel";
/// A heavy career.
pub const CAREER: usize = 20_000;
/// The smallest journal, which the others are held against.
pub const LEAST: usize = 1_000;
/// The largest, where nothing else is asked.
pub const MOST: usize = 100_000;
/// Raised when other journals are made than before, whether here or by the words they are made of.
const EDITION: u32 = 4;
/// After so many days a journal is made again: its aliases have to be in use still.
const FRESH_DAYS: i64 = 120;
/// The day on which nothing kept in a journal for the app has to go.
const NEVER: i32 = 3_000_000;

static LARGEST: OnceLock<usize> = OnceLock::new();

/// How many entries the largest journal has.
pub fn largest() -> usize {
    *LARGEST.get().unwrap_or(&MOST)
}

/// Asks for another size of the largest journal; before anything is measured.
///
/// # Panics
/// When it is not larger than the smallest, or something was asked before.
pub fn set_largest(entries: usize) {
    assert!(entries > LEAST, "--entries takes a number above {LEAST}");
    LARGEST.set(entries).expect("the size is asked once");
}

/// The sizes that the store is measured at.
fn sizes() -> Vec<usize> {
    [LEAST, CAREER].into_iter().filter(|size| *size < largest()).chain([largest()]).collect()
}

/// A journal of one size.
pub struct Specimen {
    /// Its folder; measure a [`Self::copy`].
    folder: PathBuf,
    /// How many entries it has.
    pub entries: usize,
    /// The day of the last of them.
    last: NaiveDate,
}

impl Specimen {
    /// The journals of all sizes.
    ///
    /// # Panics
    /// When they cannot be made.
    pub fn all() -> Vec<Self> {
        sizes().into_iter().map(Self::of).collect()
    }

    /// The journal of a career, or the largest where that is smaller.
    ///
    /// # Panics
    /// When it cannot be made.
    pub fn career() -> Self {
        Self::of(CAREER.min(largest()))
    }

    /// The journal with so many entries.
    ///
    /// # Panics
    /// When it cannot be made.
    pub fn of(entries: usize) -> Self {
        let folder = kept(&format!("bench-journal-{EDITION}-{entries}"));
        let last = opens(&folder).unwrap_or_else(|| make(&folder, entries));
        Self { folder, entries, last }
    }

    /// When the entry of this number was written; of one that it does not have, when it would be.
    pub fn moment(&self, number: usize) -> DateTime<FixedOffset> {
        career::moment(self.last, self.entries, number)
    }

    /// Where something that was made of this journal is kept beside it.
    pub fn beside(&self, what: &str) -> PathBuf {
        kept(&format!("bench-{what}-{EDITION}-{}-{}", self.entries, self.last))
    }

    /// Copies all its files into a folder.
    ///
    /// # Panics
    /// When they cannot be copied.
    pub fn copy_to(&self, folder: &Path) {
        copy(&self.folder, folder);
    }

    /// A copy on the same disk that may be written in.
    ///
    /// # Panics
    /// When it cannot be made.
    pub fn copy(&self) -> tempfile::TempDir {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a temporary folder");
        self.copy_to(folder.path());
        folder
    }

    /// A copy for the app, in which nothing is about to go. No journal has entries under an alias that
    /// are older than two years; here all have one, which is the hardest for what is asked of one alias,
    /// and the app would tell of nothing else.
    ///
    /// # Panics
    /// When it cannot be made.
    pub fn copy_for_app(&self, folder: &Path) {
        self.copy_to(folder);
        let mut journal = open(folder, &derive(folder));
        let connection = journal.vault_mut().connection_mut();
        let moved =
            connection.execute("UPDATE entry SET keep_until = ?1 WHERE keep_until IS NOT NULL", [NEVER]);
        assert!(moved.expect("the terms are moved") > 0, "some entries have a term");
        settle(&mut journal);
        journal.close().expect("it locks");
    }
}

fn kept(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// Opens the journal of a folder.
///
/// # Panics
/// When it does not open.
pub fn open(folder: &Path, key: &DataKey) -> Journal {
    let folder = Folder::open(folder).expect("a folder");
    let key = DataKey::from_hand_over(&key.to_hand_over());
    let vault = Vault::at(folder).unlock(key).map_err(|(_, error)| error).expect("it unlocks");
    Journal::open(vault).expect("it opens")
}

/// Lets a checker look through the store, as the app does in the background.
///
/// # Panics
/// When it cannot be settled what was found.
pub fn settle(journal: &mut Journal) {
    let verdict = journal.vault().checker().run().expect("nobody stops the check");
    journal.vault_mut().settle(verdict).expect("it can be settled");
}

/// Derives the key of a journal as the lock window does.
///
/// # Panics
/// When it does not open.
pub fn derive(folder: &Path) -> DataKey {
    let folder = Folder::open(folder).expect("a folder");
    let slots = SlotFile::load(&folder).expect("a slot file");
    slots.open_with_passphrase(&Passphrase::new(PASSPHRASE)).expect("the passphrase opens it")
}

/// The last day of a journal that was made earlier; none when it is none, or for another build or time.
fn opens(folder: &Path) -> Option<NaiveDate> {
    let open = || -> Option<DateTime<FixedOffset>> {
        let folder = folder.is_dir().then(|| Folder::open(folder).ok())??;
        let key = SlotFile::load(&folder).ok()?.open_with_passphrase(&Passphrase::new(PASSPHRASE)).ok()?;
        let vault = Vault::at(folder).unlock(key).ok()?;
        let journal = Journal::open(vault).ok()?;
        let newest = journal.newest_started().ok()?;
        journal.close().ok()?;
        newest
    };
    let last = open()?.date_naive();
    let age = SystemClock.now().date_naive() - last;
    (1..FRESH_DAYS).contains(&age.num_days()).then_some(last)
}

/// Makes a journal in memory, where no save waits for a disk, and moves it to its place. Its last entry
/// is of yesterday.
fn make(place: &Path, entries: usize) -> NaiveDate {
    progress(&format!("  making a journal of {entries} entries, once"));
    let memory = Path::new("/dev/shm");
    let near = if memory.is_dir() { memory } else { Path::new(env!("CARGO_TARGET_TMPDIR")) };
    let folder = tempfile::tempdir_in(near).expect("a temporary folder");
    let open = Folder::open(folder.path()).expect("a folder");
    let passphrase = Passphrase::new(PASSPHRASE);
    let (_, key) = vault::set_up(&open, &passphrase, Cost::DEFAULT, &mut SystemRandomness)
        .expect("an empty folder can be set up");
    drop(open);
    let mut journal = self::open(folder.path(), &key);
    settle(&mut journal);
    let last = SystemClock.now().date_naive() - Days::new(1);
    let career = Career::until(last, entries);
    for number in 0..entries {
        career.write(&mut journal, number);
        // Asking anything brings the index up to date: batches, as an import would have them.
        if number % 500 == 499 {
            journal.search("xyzzy", 1).expect("a search");
        }
        if number % 10_000 == 9_999 {
            progress(&format!("  {} entries", number + 1));
        }
    }
    career.close_some(&mut journal);
    journal.close().expect("it locks");
    let _ = fs::remove_dir_all(place);
    copy(folder.path(), place);
    last
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for file in fs::read_dir(from).expect("the journal's folder") {
        let file = file.expect("a file");
        if file.file_type().expect("a type").is_file() {
            fs::copy(file.path(), to.join(file.file_name())).expect("a copy");
        }
    }
}
