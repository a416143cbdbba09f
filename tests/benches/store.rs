//! The store, without windows: deriving the key, unlocking, saving, searching, locking.
//!
//! Where the goals speak of percentiles each operation is timed by itself; where a mean says
//! enough, criterion finds it with its interval of confidence.

use std::{
    fs::{self, File},
    hint::black_box,
    os::unix::fs::FileExt as _,
    path::Path,
    time::Duration,
};

use boundaries::writing;
use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use criterion::{BatchSize, Criterion};
use journal::{Field, FormRef, Journal, NewEntry, SaveAnswer, Term};
use testkit::{Lexicon, SeededRandomness, realistic_dutch};
use vault::DataKey;

use crate::{
    samples::{Samples, figure, ms},
    specimen::{self, Specimen},
    table::{self, Table},
};

/// Rows on the first page of the list.
const PAGE: usize = 50;
/// Rows that a search shows first.
const HITS: usize = 20;
/// Characters of an answer that somebody had time for.
const ANSWER: usize = 1_500;

/// Measures all of it, at every size.
pub fn measure(table: &mut Table) {
    let words = Lexicon::new();
    let specimens = Specimen::all();
    let mut criterion = Criterion::default()
        .output_directory(&table::folder().join("criterion"))
        .without_plots()
        .warm_up_time(Duration::from_secs(1));

    derive(table, &mut criterion, &specimens[0]);
    let figures: Vec<Figures> =
        specimens.iter().map(|one| Figures::of(one, &words, &mut criterion)).collect();
    for one in &figures {
        one.hold_against_goals(table);
    }
    if let (Some(least), Some(most)) = (figures.first(), figures.last()) {
        most.hold_against(least, table);
    }
}

/// Key derivation at the cost that set-up chooses.
fn derive(table: &mut Table, criterion: &mut Criterion, specimen: &Specimen) {
    let folder = specimen.copy();
    let mut group = criterion.benchmark_group("key");
    group.sample_size(10).measurement_time(Duration::from_secs(12));
    group.bench_function("derive", |bencher| bencher.iter(|| specimen::derive(folder.path())));
    group.finish();
    table.note("key derivation, Argon2id 256 MiB, t = 3", &Mean::read("key", "derive").cell());
}

/// What was measured at one size.
struct Figures {
    entries: usize,
    unlock: Samples,
    lock: Samples,
    saves: Saves,
    word: Samples,
    part: Samples,
    latest: Mean,
    common: Mean,
    rare: Mean,
    inside: Mean,
    terms: Terms,
}

/// What the end of terms costs.
struct Terms {
    /// Looking for what goes, when nothing does.
    quiet: Samples,
    /// Announcing, and how many that were.
    told: Samples,
    /// Erasing them, and how many that were.
    ended: Samples,
    gone: usize,
}

impl Terms {
    /// On days of the specimen's own calendar: in its first year nothing has to go; two years after
    /// its first days, what was written on them.
    fn of(journal: &mut Journal, first: NaiveDate) -> Self {
        let term = Term(180);
        let after = |days| first + Days::new(days);
        let (mut quiet, mut told, mut ended) = (Samples::default(), Samples::default(), Samples::default());
        for _ in 0..50 {
            let none = quiet.time(|| journal.leaving(term, after(60)).expect("told"));
            assert!(none.is_empty(), "nothing goes in its first months");
        }
        told.time(|| journal.leaving(term, after(732)).expect("told"));
        let gone = ended.time(|| journal.end_terms(term, after(739), None).expect("ended")).len();
        assert!(gone > 0, "the first days are over");
        Self { quiet, told, ended, gone }
    }

    fn tell(&self, entries: usize, table: &mut Table) {
        table.goal(
            &format!("looking for what goes when nothing does, {entries} entries"),
            &self.quiet.spread(),
            "p95 ≤ 10 ms",
            self.quiet.p95() <= 10.0,
        );
        table.note(&format!("telling what goes for the first time, {entries} entries"), &self.told.spread());
        table.note(
            &format!("erasing the {} whose term ended, {entries} entries", self.gone),
            &self.ended.spread(),
        );
    }
}

impl Figures {
    fn of(specimen: &Specimen, words: &Lexicon, criterion: &mut Criterion) -> Self {
        let entries = specimen.entries;
        table::progress(&format!("  a journal of {entries} entries"));
        let folder = specimen.copy();
        let key = specimen::derive(folder.path());
        let (unlock, lock) = come_and_go(folder.path(), &key);

        let mut journal = specimen::open(folder.path(), &key);
        specimen::settle(&mut journal);
        let saves = write(&mut journal, folder.path(), specimen.moment(entries));
        journal.search("xyzzy", 1).expect("a search");
        let (word, part) = many_searches(&mut journal, words, entries);

        let size = entries.to_string();
        let mut group = criterion.benchmark_group(&size);
        group.sample_size(20).measurement_time(Duration::from_secs(2));
        group.bench_function("latest", |bencher| {
            bencher.iter(|| black_box(journal.entries(None, PAGE).expect("rows")));
        });
        let common = Lexicon::COMMON;
        let rare = words.rarest(entries as u64 / 2);
        let inside = &common[1..];
        for (name, text) in [("common", common), ("rare", rare), ("inside", inside)] {
            let found = journal.search(text, HITS).expect("a search").len();
            assert!(found > 0, "{name} is found");
            group.bench_function(name, |bencher| {
                bencher.iter_batched(
                    || (),
                    |()| black_box(journal.search(text, HITS).expect("rows")),
                    BatchSize::SmallInput,
                );
            });
        }
        group.finish();
        let mean = |name| Mean::read(&size, name);
        let (latest, common, rare, inside) = (mean("latest"), mean("common"), mean("rare"), mean("inside"));
        let terms = Terms::of(&mut journal, specimen.moment(0).date_naive());
        journal.close().expect("it locks");
        Self { entries, unlock, lock, saves, word, part, latest, common, rare, inside, terms }
    }

    fn hold_against_goals(&self, table: &mut Table) {
        let Self { entries, unlock, lock, saves, terms, .. } = self;
        terms.tell(*entries, table);
        let Saves { growing, reopened, fdatasync } = saves;
        table.goal(
            &format!("unlock beyond the key, to the first 50 rows, {entries} entries"),
            &unlock.spread(),
            "p95 ≤ 10 ms",
            unlock.p95() <= 10.0,
        );
        table.note(&format!("fdatasync of 4 KiB beside it, {entries} entries"), &fdatasync.spread());
        // Three times the disk and 0.3 ms; once the disk and 3 ms.
        let disk = fdatasync.median();
        let (p50, p95) = (3.0 * disk + 0.3, disk + 3.0);
        table.goal(
            &format!("durable save of {ANSWER} characters, {entries} entries"),
            &growing.spread(),
            &format!("p50 ≤ {}, p95 ≤ {}, max ≤ 50 ms", figure(p50), figure(p95)),
            growing.median() <= p50 && growing.p95() <= p95 && growing.longest() <= 50.0,
        );
        table.goal(
            &format!("first save in an indexed entry, {entries} entries"),
            &reopened.spread(),
            "max ≤ 50 ms",
            reopened.longest() <= 50.0,
        );
        table.goal(
            &format!("lock after one answer, {entries} entries"),
            &lock.spread(),
            "≤ 1 s",
            lock.longest() <= 1_000.0,
        );
    }

    /// Reading at the largest size, beside the smallest.
    fn hold_against(&self, least: &Self, table: &mut Table) {
        let at = format!("{} entries", self.entries);
        table.goal(
            &format!("500 words searched, newest 20, {at}"),
            &self.word.spread(),
            "p95 ≤ 3 ms",
            self.word.p95() <= 3.0,
        );
        table.goal(
            &format!("500 parts of words, {at}"),
            &self.part.spread(),
            "p95 ≤ 20 ms",
            self.part.p95() <= 20.0,
        );
        let pairs = [
            ("latest 50", &self.latest, &least.latest),
            ("a common word", &self.common, &least.common),
            ("a rare word", &self.rare, &least.rare),
            ("a part of a word", &self.inside, &least.inside),
        ];
        for (what, most, least) in pairs {
            table.goal(
                &format!("{what}, mean, {at}"),
                &most.cell(),
                &format!("≤ 3 × {} at {}", ms(least.mean), specimen::LEAST),
                most.mean <= 3.0 * least.mean,
            );
        }
    }
}

/// Unlocks to the first page, writes one answer and locks again, before any check of the store
/// has run: what somebody does who only wants to jot something down.
fn come_and_go(folder: &Path, key: &DataKey) -> (Samples, Samples) {
    let (mut unlock, mut lock) = (Samples::default(), Samples::default());
    let text = realistic_dutch(ANSWER);
    for round in 0..60 {
        let (mut journal, rows) = unlock.time(|| {
            let journal = specimen::open(folder, key);
            let rows = journal.entries(None, PAGE).expect("rows");
            (journal, rows)
        });
        assert_eq!(rows.len(), PAGE);
        let entry = rows[round % PAGE].entry;
        let save = SaveAnswer { entry, answer: None, field: Field::Free, text: &text };
        journal.save_answer(save, writing::moment()).expect("an answer");
        lock.time(|| journal.close().expect("it locks"));
    }
    (unlock, lock)
}

/// How long saves take, and what the disk under them can do.
#[derive(Default)]
struct Saves {
    /// Of an answer in an entry that is being written: the typing path.
    growing: Samples,
    /// The first in an entry that the index knows: its old text leaves the index with it.
    reopened: Samples,
    /// Four kilobytes forced to the same disk, beside each save.
    fdatasync: Samples,
}

/// Saves answers as they grow under somebody's hands, in new entries and in old ones.
fn write(journal: &mut Journal, folder: &Path, now: DateTime<FixedOffset>) -> Saves {
    let mut saves = Saves::default();
    let beside = folder.join("fdatasync");
    let file = File::create(&beside).expect("a file");
    file.write_all_at(&vec![1; 4 << 20], 0).expect("four megabytes");
    file.sync_all().expect("on disk");
    let text = realistic_dutch(ANSWER);
    for row in journal.entries(None, PAGE).expect("rows") {
        let save = SaveAnswer { entry: row.entry, answer: None, field: Field::Free, text: &text };
        saves.reopened.time(|| journal.save_answer(save, now)).expect("an answer");
        journal.leave(row.entry).expect("it is indexed");

        let form = FormRef { pack: "dichterbij".to_owned(), form: "free-page".to_owned(), version: 1 };
        let new = NewEntry { contact: None, form, seed: 0, sitting: None, title: None, prepares: false };
        let entry = journal.start_entry(new, now).expect("an entry").id;
        let mut answer = None;
        for again in 0..10_u64 {
            saves.fdatasync.time(|| {
                file.write_all_at(&[2; 4_096], again * 4_096).expect("four kilobytes");
                file.sync_data().expect("on disk");
            });
            let text = format!("{text} {again}");
            let save = SaveAnswer { entry, answer, field: Field::Free, text: &text };
            answer = Some(saves.growing.time(|| journal.save_answer(save, now)).expect("an answer").id);
        }
        journal.leave(entry).expect("it is indexed");
    }
    drop(file);
    fs::remove_file(beside).expect("the file can go");
    saves
}

/// Five hundred words that entries have, and a part of each.
fn many_searches(journal: &mut Journal, words: &Lexicon, entries: usize) -> (Samples, Samples) {
    let (mut word, mut part) = (Samples::default(), Samples::default());
    let mut chance = SeededRandomness::new(3);
    for _ in 0..500 {
        let ranks = words.ranks(chance.below(entries) as u64);
        let asked = words.form(ranks[chance.below(ranks.len())]);
        let whole: Vec<char> = asked.chars().collect();
        let from = whole.len() / 4;
        let inside: String = whole[from..whole.len().min(from + 4)].iter().collect();
        assert!(!word.time(|| journal.search(asked, HITS)).expect("rows").is_empty(), "the word is found");
        assert!(!part.time(|| journal.search(&inside, HITS)).expect("rows").is_empty(), "the part is found");
    }
    (word, part)
}

/// What criterion makes of many runs: the mean and its interval of confidence of 95 %.
struct Mean {
    mean: f64,
    low: f64,
    high: f64,
}

impl Mean {
    fn read(group: &str, name: &str) -> Self {
        let path = table::folder().join("criterion").join(group).join(name).join("new/estimates.json");
        let text = fs::read_to_string(path).expect("criterion wrote its estimates");
        let all: serde_json::Value = serde_json::from_str(&text).expect("estimates");
        let mean = &all["mean"];
        let nanoseconds = |value: &serde_json::Value| value.as_f64().unwrap_or(f64::NAN) / 1e6;
        let interval = &mean["confidence_interval"];
        Self {
            mean: nanoseconds(&mean["point_estimate"]),
            low: nanoseconds(&interval["lower_bound"]),
            high: nanoseconds(&interval["upper_bound"]),
        }
    }

    fn cell(&self) -> String {
        format!("{} ({} – {})", ms(self.mean), figure(self.low), figure(self.high))
    }
}
