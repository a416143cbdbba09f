//! Journals of a known size, made once and kept in the target folder.
//!
//! The text is made up of common Dutch words and compounds of them, about 29,000 word forms drawn
//! by Zipf and Mandelbrot's law with s = 1.15, in entries of 120 to 250 words: the test journal of
//! the measurements that the goals come from.

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime};
use journal::{Alias, Field, FormRef, Journal, NewContact, NewEntry, SaveAnswer};
use testkit::SeededRandomness;
use vault::{Cost, DataKey, Folder, Passphrase, SlotFile, SystemRandomness, Vault};

use crate::table::progress;

/// Opens every journal made here. It protects nothing.
pub const PASSPHRASE: &str = "ooievaar mist klimop vork tafel";
/// A heavy career.
pub const CAREER: usize = 20_000;
/// The sizes that the store is measured at.
pub const SIZES: [usize; 3] = [1_000, CAREER, 100_000];
/// Raised when what is below makes another journal.
const EDITION: u32 = 3;
/// Entries a day, at which the largest journal is about a career of 25 years.
const A_DAY: usize = 11;
const PACK: &str = "dichterbij";

/// A journal of one size.
pub struct Specimen {
    /// Its folder; measure a [`Self::copy`].
    folder: PathBuf,
    /// How many entries it has.
    pub entries: usize,
}

impl Specimen {
    /// The journals of all sizes, each made by writing on in the one before it.
    ///
    /// # Panics
    /// When they cannot be made.
    pub fn all() -> Vec<Self> {
        let words = Lexicon::new();
        let mut made: Vec<Self> = Vec::new();
        for entries in SIZES {
            let folder =
                Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bench-journal-{EDITION}-{entries}"));
            if !opens(&folder) {
                make(&folder, made.last(), entries, &words);
            }
            made.push(Self { folder, entries });
        }
        made
    }

    /// The journal of a career.
    ///
    /// # Panics
    /// When it cannot be made.
    pub fn career() -> Self {
        Self::all().into_iter().find(|one| one.entries == CAREER).expect("one of the sizes")
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

/// Whether a journal that was made earlier is still one, for this build.
fn opens(folder: &Path) -> bool {
    let open = || -> Option<()> {
        let folder = folder.is_dir().then(|| Folder::open(folder).ok())??;
        let key = SlotFile::load(&folder).ok()?.open_with_passphrase(&Passphrase::new(PASSPHRASE)).ok()?;
        let vault = Vault::at(folder).unlock(key).ok()?;
        Journal::open(vault).ok()?.close().ok().map(drop)
    };
    open().is_some()
}

/// Makes a journal in memory, where no save waits for a disk, and moves it to its place.
fn make(place: &Path, base: Option<&Specimen>, entries: usize, words: &Lexicon) {
    progress(&format!("  making a journal of {entries} entries, once"));
    let memory = Path::new("/dev/shm");
    let near = if memory.is_dir() { memory } else { Path::new(env!("CARGO_TARGET_TMPDIR")) };
    let folder = tempfile::tempdir_in(near).expect("a temporary folder");
    let open = Folder::open(folder.path()).expect("a folder");
    let (key, from) = match base {
        Some(base) => {
            base.copy_to(folder.path());
            (derive(folder.path()), base.entries)
        }
        None => {
            let passphrase = Passphrase::new(PASSPHRASE);
            let (_, key) = vault::set_up(&open, &passphrase, Cost::DEFAULT, &mut SystemRandomness)
                .expect("an empty folder can be set up");
            (key, 0)
        }
    };
    let vault = Vault::at(open).unlock(key).map_err(|(_, error)| error).expect("it opens");
    let mut journal = Journal::open(vault).expect("it opens");
    let verdict = journal.vault().checker().run().expect("nobody stops the check");
    journal.vault_mut().settle(verdict).expect("it can be settled");
    for number in from..entries {
        write(&mut journal, number, words);
        // Asking anything brings the index up to date: batches, as an import would have them.
        if number % 500 == 499 {
            journal.search("xyzzy", 1).expect("a search");
        }
    }
    journal.close().expect("it locks");
    let _ = fs::remove_dir_all(place);
    copy(folder.path(), place);
}

fn write(journal: &mut Journal, number: usize, words: &Lexicon) {
    let then = moment(number);
    let alias = Alias::parse(&words.form(number % 190)).expect("a word");
    let contact = NewContact { day: then.date_naive(), kind: "telefonisch".to_owned(), alias: Some(alias) };
    let form = FormRef { pack: PACK.to_owned(), form: "guide".to_owned(), version: 1 };
    let new = NewEntry {
        contact: Some(contact),
        form,
        seed: number as u64,
        sitting: None,
        title: None,
        prepares: false,
    };
    let entry = journal.start_entry(new, then).expect("an entry").id;
    let field = Field::Question { pack: PACK, id: "N01", version: 1, wording: "?" };
    let text = words.text(number);
    journal.save_answer(SaveAnswer { entry, answer: None, field, text: &text }, then).expect("an answer");
}

/// When an entry was written.
pub fn moment(number: usize) -> DateTime<FixedOffset> {
    let first = NaiveDate::from_ymd_opt(2001, 1, 1).expect("a day");
    let day = first.checked_add_days(Days::new((number / A_DAY) as u64)).expect("a day");
    let time = NaiveTime::from_hms_opt(16, 50, 0).expect("a time");
    day.and_time(time)
        .and_local_timezone(FixedOffset::east_opt(3_600).expect("an offset"))
        .single()
        .expect("one moment")
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

/// The word forms, the commonest first.
pub struct Lexicon {
    base: Vec<String>,
    /// The sum of the weights up to each form.
    upto: Vec<f64>,
}

impl Lexicon {
    const FORMS: u32 = 29_000;

    /// Reads the list of common words.
    ///
    /// # Panics
    /// When it is not there.
    pub fn new() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/words/passphrase-nl.txt");
        let list = fs::read_to_string(path).expect("the list of words");
        let mut base: Vec<String> = list.lines().map(str::to_owned).collect();
        let mut chance = SeededRandomness::new(1);
        for place in (1..base.len()).rev() {
            base.swap(place, chance.below(place + 1));
        }
        let mut sum = 0.0;
        let weigh = |rank: u32| {
            sum += (f64::from(rank) + 2.7).powf(-1.15);
            sum
        };
        let upto = (1..=Self::FORMS).map(weigh).collect();
        Self { base, upto }
    }

    /// The form of a rank, from 0: a word of the list, then compounds of two.
    pub fn form(&self, rank: usize) -> String {
        let count = self.base.len();
        match rank.checked_sub(count) {
            None => self.base[rank].clone(),
            Some(beyond) => format!(
                "{}{}",
                self.base[beyond % count],
                self.base[(beyond * 31 + beyond / count + 7) % count]
            ),
        }
    }

    /// The ranks of the words of an entry.
    pub fn ranks(&self, number: usize) -> Vec<usize> {
        let mut chance = SeededRandomness::new(number as u64);
        let count = 120 + chance.below(131);
        (0..count).map(|_| self.draw(&mut chance)).collect()
    }

    /// The text of an entry.
    pub fn text(&self, number: usize) -> String {
        let mut text = String::new();
        for (place, rank) in self.ranks(number).into_iter().enumerate() {
            match place % 12 {
                0 if place > 0 => text.push_str(if place % 48 == 0 { ".\n\n" } else { ". " }),
                0 => {}
                _ => text.push(' '),
            }
            text.push_str(&self.form(rank));
        }
        text.push('.');
        text
    }

    /// A word that about a ninth of the entries have, as *uitkering* in the measured journal.
    pub fn common(&self) -> String {
        let all = self.upto.last().copied().unwrap_or(1.0);
        let share = |rank: usize| (self.upto[rank] - self.upto[rank - 1]) / all;
        let rank = (1..self.upto.len()).find(|rank| 1.0 - (1.0 - share(*rank)).powi(185) < 0.11);
        self.form(rank.expect("some word is rarer"))
    }

    /// The rarest word of an entry.
    pub fn rare(&self, number: usize) -> String {
        self.form(self.ranks(number).into_iter().max().expect("an entry has words"))
    }

    fn draw(&self, chance: &mut SeededRandomness) -> usize {
        #[expect(clippy::cast_precision_loss, reason = "53 bits of chance are plenty")]
        let share = (chance.next_u64() >> 11) as f64 / (1_u64 << 53) as f64;
        let sought = share * self.upto.last().copied().unwrap_or(1.0);
        self.upto.partition_point(|upto| *upto < sought).min(self.upto.len() - 1)
    }
}
