//! Backups of a career's worth of entries five times over: how long they take, what they cost who
//! is writing meanwhile, and what a check and a restore take, beside a plain copy of the same bytes.

use std::{
    fs::{self, File},
    io,
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use boundaries::writing;
use journal::{Field, FormRef, Journal, NewEntry, SaveAnswer, tally};
use testkit::realistic_dutch;
use vault::{Copied, Folder, SlotFile};

use crate::{
    samples::{Samples, figure, ms},
    specimen::{self, Specimen},
    table::Table,
};

/// What the shell copies in one step.
const PAGES: u16 = 128;
/// Between two saves of somebody who types on and on.
const PAUSE: Duration = Duration::from_millis(25);
/// Characters of the answer that is saved meanwhile.
const ANSWER: usize = 1_500;

/// Measures all of it at the largest size.
pub fn measure(table: &mut Table) {
    let specimen = Specimen::of(specimen::largest());
    let entries = specimen.entries;
    let folder = specimen.copy();
    let key = specimen::derive(folder.path());
    let store = folder.path().join("journal.db");
    let megabytes = fs::metadata(&store).expect("a store").len() / 1_000_000;

    let mut copying = Samples::default();
    let copy = folder.path().join("a-copy");
    for _ in 0..3 {
        copying.time(|| copy_whole(&store, &copy));
        fs::remove_file(&copy).expect("the copy can go");
    }
    let plain = copying.median();
    table.note(&format!("a plain copy of {megabytes} MB, forced to the disk"), &copying.range());
    let beside = |taken: f64| format!("{}, {} × the copy", ms(taken), figure(taken / plain));

    let mut journal = specimen::open(folder.path(), &key);
    let begun = Instant::now();
    let verdict = journal.vault().checker().run().expect("nobody stops the check");
    let checked = begun.elapsed().as_secs_f64() * 1_000.0;
    journal.vault_mut().settle(verdict).expect("it can be settled");
    table.note(&format!("seal check at unlock, {entries} entries"), &beside(checked));

    let alone = saves_for(&Mutex::new(&mut journal), Duration::from_secs(2));
    let made = back_up(&mut journal);
    table.note(&format!("a backup, opened and counted, {entries} entries"), &beside(made.whole));
    table.note("of which copying the pages, with somebody writing", &beside(made.copying));
    table.note("a save with no backup under way", &alone.spread());
    table.goal(
        "a save while a backup is made",
        &made.saves.spread(),
        "max ≤ 50 ms",
        made.saves.longest() <= 50.0,
    );
    journal.close().expect("it locks");

    let found = vault::find_backups(folder.path()).into_iter().next().expect("the backup");
    let slots = SlotFile::load(&open(folder.path())).expect("a slot file");
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a temporary folder");
    let begun = Instant::now();
    let restored =
        vault::restore(&open(place.path()), &found, &slots, &key, tally, specimen.moment(entries).to_utc());
    let taken = begun.elapsed().as_secs_f64() * 1_000.0;
    let restored = restored.expect("it is restored");
    assert!(restored.entries >= entries as u64, "every entry is back");
    table.note(&format!("a restore, opened and counted, {entries} entries"), &beside(taken));
}

/// How long a backup took, and what saves beside it took.
struct Made {
    whole: f64,
    copying: f64,
    saves: Samples,
}

/// Makes a backup as the shell does, in steps that make way, while another thread saves.
fn back_up(journal: &mut Journal) -> Made {
    let journal = Mutex::new(journal);
    let (waiting, done) = (AtomicUsize::new(0), AtomicBool::new(false));
    let now = writing::moment().to_utc();
    thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let mut saves = Samples::default();
            let mut writing = Writing::begin(&journal);
            while !done.load(Ordering::SeqCst) {
                saves.time(|| {
                    waiting.fetch_add(1, Ordering::SeqCst);
                    writing.save(&journal);
                    waiting.fetch_sub(1, Ordering::SeqCst);
                });
                thread::sleep(PAUSE);
            }
            saves
        });
        let begun = Instant::now();
        let lock = || journal.lock().expect("no thread panicked");
        lock().vault_mut().begin_backup(now).expect("it begins");
        let (draft, expected) = loop {
            while waiting.load(Ordering::SeqCst) > 0 {
                thread::sleep(Duration::from_millis(1));
            }
            let mut journal = lock();
            if let Copied::Whole(draft) = journal.vault_mut().step_backup(PAGES).expect("a step") {
                break (draft, tally(journal.vault().connection()).expect("a count"));
            }
        };
        let copying = begun.elapsed().as_secs_f64() * 1_000.0;
        draft.finish(expected, tally, now).expect("it opens, and the count is right");
        let whole = begun.elapsed().as_secs_f64() * 1_000.0;
        done.store(true, Ordering::SeqCst);
        Made { whole, copying, saves: writer.join().expect("the writer ends") }
    })
}

/// What a save takes when nothing else happens.
fn saves_for(journal: &Mutex<&mut Journal>, time: Duration) -> Samples {
    let (mut saves, begun) = (Samples::default(), Instant::now());
    let mut writing = Writing::begin(journal);
    while begun.elapsed() < time {
        saves.time(|| writing.save(journal));
        thread::sleep(PAUSE);
    }
    saves
}

/// An answer that grows.
struct Writing {
    entry: journal::EntryId,
    answer: Option<journal::AnswerId>,
    text: String,
}

impl Writing {
    fn begin(journal: &Mutex<&mut Journal>) -> Self {
        let form = FormRef { pack: "dichterbij".to_owned(), form: "free-page".to_owned(), version: 1 };
        let new = NewEntry { contact: None, form, seed: 0, sitting: None, title: None, prepares: false };
        let mut journal = journal.lock().expect("no thread panicked");
        let entry = journal.start_entry(new, writing::moment()).expect("an entry").id;
        Self { entry, answer: None, text: realistic_dutch(ANSWER) }
    }

    fn save(&mut self, journal: &Mutex<&mut Journal>) {
        self.text.push('.');
        let save =
            SaveAnswer { entry: self.entry, answer: self.answer, field: Field::Free, text: &self.text };
        let mut journal = journal.lock().expect("no thread panicked");
        self.answer = Some(journal.save_answer(save, writing::moment()).expect("an answer").id);
    }
}

fn open(folder: &Path) -> Folder {
    Folder::open(folder).expect("a folder")
}

fn copy_whole(from: &Path, to: &Path) {
    let (mut from, mut to) = (File::open(from).expect("a file"), File::create(to).expect("a file"));
    io::copy(&mut from, &mut to).expect("it is copied");
    to.sync_all().expect("on disk");
}
