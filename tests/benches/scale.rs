//! Every operation of the store, at the smallest and at the largest size, in turn with the disk under it
//! and with plain SQLite beside it: what the twelve goals speak of.
//!
//! An operation is named by where it runs: `disk`, `plain` for a file without a key, `cipher` for the
//! same statements on our file, `store` for what the app asks of `vault` and `journal`.

use std::{
    fs::{self, File},
    hint::black_box,
    os::unix::fs::FileExt as _,
    path::Path,
};

use boundaries::writing;
use chrono::{Days, NaiveDate};
use journal::{
    Alias, Answer, EntryId, Field, Journal, SaveAnswer, SearchFilters, SearchForm, SearchStatus, SearchTheme,
    Subject, Term,
};
use testkit::{Lexicon, SeededRandomness, realistic_dutch};
use vault::{DataKey, rusqlite::Connection};

use crate::{
    career,
    measured::{FOUND, Measured, SMALL},
    plain::{self, ANSWER, HITS, PAGE, Saving},
    query,
    samples::Samples,
    specimen::{self, LEAST, Specimen},
    table::{self, Table},
};

/// How many words are searched.
const QUERIES: usize = 500;
/// How often the journal is opened for each thing that is asked of it first.
const OPENINGS: usize = 20;
/// How many answers are saved.
const SAVES: usize = 300;
/// How often everything is read.
const READINGS: usize = 3;

/// Measures all of it.
pub fn measure(table: &mut Table) {
    for entries in [LEAST, specimen::largest()] {
        table::progress(&format!("  a journal of {entries} entries"));
        at(&mut table.measured, &Specimen::of(entries));
    }
}

fn at(measured: &mut Measured, specimen: &Specimen) {
    let folder = specimen.copy();
    let key = specimen::derive(folder.path());
    let suffix = if specimen.entries == LEAST { SMALL } else { "" };
    let today = specimen.moment(specimen.entries - 1).date_naive() + Days::new(1);
    let asked = Asked::of(specimen);

    let journal = specimen::open(folder.path(), &key);
    // In a small journal chance has used some of them only.
    let used = journal.alias_rows().expect("aliases");
    let mut aliases = career::aliases();
    aliases.retain(|alias| used.iter().any(|row| row.alias == *alias));
    let kept = specimen.beside("plain");
    drop(plain::open(&kept, &journal));
    journal.close().expect("it locks");
    let store = fs::metadata(folder.path().join("journal.db")).expect("a store").len();
    let beside = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a temporary folder");
    let plain = beside.path().join("plain.db");
    fs::copy(&kept, &plain).expect("a copy");

    for (name, times) in right_after_unlock(folder.path(), &key, &asked, &aliases, today) {
        measured.op(&format!("store.{name}{suffix}"), &times);
    }
    let mut journal = specimen::open(folder.path(), &key);
    specimen::settle(&mut journal);
    let plain = plain::open(&plain, &journal);
    if suffix.is_empty() {
        let text = plain::text_bytes(&plain).unsigned_abs();
        measured.figure("file / text", megabytes(store) / megabytes(text));
    }
    let mut desk = Desk { measured, suffix, asked, aliases, today, journal, plain };
    desk.searches();
    desk.filters();
    desk.lists();
    desk.looks_back();
    desk.reads_everything();
    if suffix.is_empty() {
        desk.compares_with_a_scan();
    }
    desk.saves(folder.path());
    desk.journal.close().expect("it locks");
}

/// What is asked first of a journal that was just opened, each time of another opening; and the opening
/// itself with the first rows of the list.
fn right_after_unlock(
    folder: &Path,
    key: &DataKey,
    asked: &Asked,
    aliases: &[Alias],
    today: NaiveDate,
) -> Vec<(String, Samples)> {
    type Ask = fn(&mut Journal, &Alias, &str, NaiveDate) -> usize;
    const ASKS: [(&str, Ask); 6] = [
        ("latest", |journal, _, _, _| journal.entries(None, PAGE).expect("rows").len()),
        ("months", |journal, _, _, _| journal.months().expect("months").len()),
        ("newest of an alias", |journal, alias, _, _| query::of_alias(journal, "", alias, PAGE)),
        ("alias page", |journal, alias, _, today| {
            journal.alias_entries(alias, Term(180), today, None, PAGE).expect("entries").len()
        }),
        ("words of an alias", |journal, alias, word, _| query::of_alias(journal, word, alias, HITS)),
        ("word", |journal, _, word, _| query::newest(journal, word, HITS)),
    ];
    let mut times = Vec::new();
    for (name, ask) in ASKS {
        let mut first = Samples::default();
        for round in 0..OPENINGS {
            let (alias, word) = (&aliases[(round * 7 + 1) % aliases.len()], &asked.words[round]);
            let mut journal = specimen::open(folder, key);
            black_box(first.time(|| ask(&mut journal, alias, word, today)));
            journal.close().expect("it locks");
        }
        times.push((format!("{name} right after unlock"), first));
    }
    let mut unlock = Samples::default();
    for _ in 0..2 * OPENINGS {
        let (journal, rows) = unlock.time(|| {
            let journal = specimen::open(folder, key);
            let rows = journal.entries(None, PAGE).expect("rows").len();
            (journal, rows)
        });
        assert_eq!(rows, PAGE);
        journal.close().expect("it locks");
    }
    times.push(("unlock".to_owned(), unlock));
    times
}

#[expect(clippy::cast_precision_loss, reason = "bytes of a file fit 53 bits")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// What is asked at one size: of words that entries have.
struct Asked {
    words: Vec<String>,
    pairs: Vec<(String, String)>,
    phrases: Vec<String>,
    parts: Vec<String>,
    prefixes: Vec<String>,
    entries: Vec<EntryId>,
}

impl Asked {
    fn of(specimen: &Specimen) -> Self {
        let (lexicon, mut chance) = (Lexicon::new(), SeededRandomness::new(3));
        let mut asked = Self {
            words: Vec::new(),
            pairs: Vec::new(),
            phrases: Vec::new(),
            parts: Vec::new(),
            prefixes: Vec::new(),
            entries: Vec::new(),
        };
        for _ in 0..QUERIES {
            let number = chance.below(specimen.entries);
            let ranks = lexicon.ranks(number as u64);
            let mut any = |most: usize| chance.below(most);
            let place = any(ranks.len() - 1);
            let (word, next) = (lexicon.form(ranks[place]), lexicon.form(ranks[place + 1]));
            let other = lexicon.form(ranks[any(ranks.len())]);
            let letters: Vec<char> = word.chars().collect();
            let from = letters.len() / 4;
            asked.words.push(word.to_owned());
            asked.pairs.push((word.to_owned(), other.to_owned()));
            asked.phrases.push(format!("\"{word} {next}\""));
            asked.parts.push(letters[from..letters.len().min(from + 4)].iter().collect());
            asked.prefixes.push(letters[..letters.len().min(4)].iter().collect());
            asked.entries.push(EntryId(i64::try_from(number).expect("a number") + 1));
        }
        asked
    }
}

/// Whoever asks: the journal, and the same rows without a key.
struct Desk<'a> {
    measured: &'a mut Measured,
    /// Behind the name of every operation.
    suffix: &'static str,
    asked: Asked,
    aliases: Vec<Alias>,
    today: NaiveDate,
    journal: Journal,
    plain: Connection,
}

impl Desk<'_> {
    fn keep(&mut self, name: &str, samples: &Samples) {
        self.measured.op(&format!("{name}{}", self.suffix), samples);
    }

    /// Keeps the times of a search, and how many entries one of them found.
    #[expect(clippy::cast_precision_loss, reason = "hits and times are few")]
    fn keep_search(&mut self, name: &str, samples: &Samples, found: usize) {
        self.keep(name, samples);
        if found > 0 {
            let each = found as f64 / samples.len() as f64;
            self.measured.figure(&format!("{FOUND}{name}{}", self.suffix), each);
        }
    }

    /// Words and parts of them, in turn with the words in plain SQLite.
    fn searches(&mut self) {
        let mut times: [(&str, Samples, usize); 11] = [
            "plain.word",
            "cipher.word",
            "store.word",
            "plain.two words",
            "cipher.two words",
            "store.two words",
            "store.phrase",
            "store.part",
            "store.prefix",
            "store.without a word",
            "store.best",
        ]
        .map(|name| (name, Samples::default(), 0));
        query::newest(&mut self.journal, "xyzzy", HITS);
        for place in 0..self.asked.words.len() {
            let Self { asked, journal, plain, .. } = self;
            let (word, pair) = (asked.words[place].as_str(), &asked.pairs[place]);
            let both = format!("{} {}", pair.0, pair.1);
            let without = format!("{word} -{}", Lexicon::COMMON);
            let cipher = journal.vault().connection();
            let [p1, c1, s1, p2, c2, s2, phrase, part, prefix, not, best] = &mut times;
            let found = p1.1.time(|| plain::words(plain, &[word]));
            assert!(found > 0, "the word is found");
            assert_eq!(c1.1.time(|| plain::words(cipher, &[word])), found);
            p2.1.time(|| plain::words(plain, &[&pair.0, &pair.1]));
            c2.1.time(|| plain::words(cipher, &[&pair.0, &pair.1]));
            let finds = [
                (s1, word),
                (s2, &both),
                (phrase, &asked.phrases[place]),
                (part, &asked.parts[place]),
                (prefix, &asked.prefixes[place]),
                (not, &without),
            ];
            for ((name, samples, all), text) in finds {
                let found = samples.time(|| query::newest(journal, text, HITS));
                let always = ["store.word", "store.part"].contains(name);
                assert!(found > 0 || !always, "{name}: {text} is found");
                *all += found;
            }
            if place % 5 == 0 {
                best.2 += best.1.time(|| query::best(journal, word, PAGE));
            }
        }
        for (name, samples, found) in &times {
            self.keep_search(name, samples, *found);
        }
    }

    /// One alias, and each filter by itself, with a common word.
    fn filters(&mut self) {
        let (mut words, mut newest, mut plain, mut cipher) =
            (Samples::default(), Samples::default(), Samples::default(), Samples::default());
        let mut found = (0, 0);
        for place in 0..100 {
            let (alias, word) = (&self.aliases[place % self.aliases.len()], &self.asked.words[place]);
            let name = alias.as_str().to_lowercase();
            let connection = self.journal.vault().connection();
            // Both have their pages at hand when they are compared.
            black_box((plain::of_alias(&self.plain, &name), plain::of_alias(connection, &name)));
            plain.time(|| plain::of_alias(&self.plain, &name));
            cipher.time(|| plain::of_alias(connection, &name));
            found.0 += newest.time(|| query::of_alias(&mut self.journal, "", alias, PAGE));
            found.1 += words.time(|| query::of_alias(&mut self.journal, word, alias, HITS));
        }
        self.keep("plain.newest of an alias", &plain);
        self.keep("cipher.newest of an alias", &cipher);
        self.keep_search("store.newest of an alias", &newest, found.0);
        self.keep_search("store.words of an alias", &words, found.1);

        let pack = career::pack();
        let theme = pack.themes().first().expect("a theme");
        let questions = pack.questions().iter().filter(|one| one.theme == theme.id);
        let theme = SearchTheme {
            questions: questions.map(|one| (one.pack.clone(), one.id.as_str().to_owned())).collect(),
            forms: Vec::new(),
        };
        let form = SearchForm { pack: pack.id().to_owned(), form: "dilemma".to_owned(), is_sheet: true };
        let until = self.today - Days::new(30);
        let none = SearchFilters::default;
        let all = [
            ("a kind", SearchFilters { kind: Some("intake".to_owned()), ..none() }),
            ("a theme", SearchFilters { theme: Some(theme), ..none() }),
            ("a form", SearchFilters { form: Some(form), ..none() }),
            ("a status", SearchFilters { status: Some(SearchStatus::Shown), ..none() }),
            ("a period", SearchFilters { from: Some(until - Days::new(30)), until: Some(until), ..none() }),
        ];
        for (name, filters) in all {
            for (what, text) in [("words", Lexicon::COMMON), ("newest", "")] {
                let (mut samples, mut found) = (Samples::default(), 0);
                for _ in 0..20 {
                    let ask = || query::filtered(&mut self.journal, text, filters.clone(), HITS);
                    found += samples.time(ask);
                }
                self.keep_search(&format!("store.{what} of {name}"), &samples, found);
            }
        }
    }

    /// What the list, its calendar and the pages of one entry and one alias ask for.
    fn lists(&mut self) {
        let (mut plain, mut cipher, mut latest) =
            (Samples::default(), Samples::default(), Samples::default());
        for _ in 0..100 {
            let count = plain.time(|| plain::latest(&self.plain));
            assert_eq!(cipher.time(|| plain::latest(self.journal.vault().connection())), count);
            assert_eq!(latest.time(|| self.journal.entries(None, PAGE)).expect("rows").len(), count);
        }
        self.keep("plain.latest", &plain);
        self.keep("cipher.latest", &cipher);
        self.keep("store.latest", &latest);

        let all = self.journal.months().expect("months");
        let (mut months, mut month, mut days) = (Samples::default(), Samples::default(), Samples::default());
        let (mut entry, mut inside, mut page) = (Samples::default(), Samples::default(), Samples::default());
        for place in 0..100 {
            let Self { asked, aliases, journal, today, .. } = self;
            let any = all[place * 37 % all.len()].month;
            months.time(|| black_box(journal.months().expect("months")));
            month.time(|| black_box(journal.month(any, 0, PAGE).expect("rows")));
            days.time(|| black_box(journal.days_of_month(any).expect("days")));
            entry.time(|| black_box(journal.entry(asked.entries[place]).expect("an entry")));
            let found = inside.time(|| journal.find_in_entry(asked.entries[place], &asked.words[place]));
            assert!(!found.expect("places").is_empty(), "the word is in the entry");
            let alias = &aliases[place % aliases.len()];
            page.time(|| {
                black_box(journal.alias_entries(alias, Term(180), *today, None, PAGE).expect("entries"))
            });
        }
        self.keep("store.months", &months);
        self.keep("store.rows of a month", &month);
        self.keep("store.days of a month", &days);
        self.keep("store.entry", &entry);
        self.keep("store.places in an entry", &inside);
        self.keep("store.alias page", &page);
        let mut list = Samples::default();
        for _ in 0..20 {
            list.time(|| black_box(self.journal.alias_rows().expect("aliases")));
        }
        self.keep("store.list of aliases", &list);
    }

    /// What looking back asks for.
    fn looks_back(&mut self) {
        let (pack, plain) = (career::pack(), career::plain_words());
        let theme = |subject: &Subject| match subject {
            Subject::Question { question, .. } => {
                let known = pack.questions().iter().find(|one| one.id.as_str() == question);
                known.map(|one| one.theme.as_str().to_owned())
            }
            Subject::Sheet { pack: of, form } => {
                pack.form(of, form)?.theme.as_ref().map(|theme| theme.as_str().to_owned())
            }
        };
        let mut times = ["over months", "returning words", "year ago", "month together", "alike"]
            .map(|name| (name, Samples::default()));
        for round in 0..20 {
            let Self { asked, journal, today, .. } = self;
            let [over, returning, year, together, alike] = &mut times;
            let words = || plain.iter().map(String::as_str);
            over.1.time(|| black_box(journal.written_about(*today - Days::new(365), *today).expect("told")));
            returning.1.time(|| black_box(journal.returning_words(*today, words(), 30).expect("words")));
            year.1.time(|| black_box(journal.year_ago(*today, PAGE).expect("rows")));
            let month = *today - Days::new(30);
            together.1.time(|| black_box(journal.gathered(month, *today).expect("gathered")));
            let entry = asked.entries[round];
            alike.1.time(|| black_box(journal.alike(entry, words(), theme, 8).expect("rows")));
        }
        for (name, samples) in &times {
            self.keep(&format!("store.{name}"), samples);
        }
    }

    /// All that was written, as an export would ask for it.
    fn reads_everything(&mut self) {
        let mut times = [
            "plain.everything",
            "cipher.everything",
            "plain.each entry",
            "cipher.each entry",
            "store.everything",
        ]
        .map(|name| (name, Samples::default()));
        for _ in 0..READINGS {
            let (plain, cipher) = (&self.plain, self.journal.vault().connection());
            let [p1, c1, p2, c2, store] = &mut times;
            let bytes = p1.1.time(|| plain::everything(plain));
            assert_eq!(c1.1.time(|| plain::everything(cipher)), bytes);
            let bytes = p2.1.time(|| plain::each_entry(plain));
            assert_eq!(c2.1.time(|| plain::each_entry(cipher)), bytes);
            assert_eq!(store.1.time(|| all_texts(&self.journal)), bytes);
        }
        for (name, samples) in &times {
            self.keep(name, samples);
        }
    }

    /// Parts of words: whether a search finds exactly the entries that a scan of all texts does.
    fn compares_with_a_scan(&mut self) {
        const PARTS: [&str; 7] = ["uitkering", "kering", "reinteg", "chuldhul", "clien", "zoev", "gespreksp"];
        let folded: Vec<String> = plain::bodies(&self.plain).iter().map(|body| fold(body)).collect();
        let mut missing = 0;
        for part in PARTS {
            let there = folded.iter().filter(|body| body.contains(part)).count();
            let found = query::all(&mut self.journal, part).len();
            table::progress(&format!("  {part}: a scan finds it in {there} entries, a search in {found}"));
            missing += there.abs_diff(found);
        }
        let missing = u32::try_from(missing).map_or(f64::INFINITY, f64::from);
        self.measured.figure("entries a scan finds and a search does not", missing);
    }

    /// Saves of an answer that grows, in turn with the disk and with the same statements elsewhere; then
    /// what else is written.
    fn saves(&mut self, folder: &Path) {
        let mut times = ["disk.fdatasync", "plain.save", "cipher.save", "store.save"]
            .map(|name| (name, Samples::default()));
        let beside = folder.join("fdatasync");
        let file = File::create(&beside).expect("a file");
        file.write_all_at(&vec![1; 4 << 20], 0).expect("four megabytes");
        file.sync_all().expect("on disk");
        let mut in_plain = Saving::begin(&self.plain);
        let mut in_cipher = Saving::begin(self.journal.vault().connection());
        let mut text = realistic_dutch(ANSWER);
        let entry = self.journal.start_entry(writing::page(), writing::moment()).expect("an entry").id;
        let mut answer: Option<Answer> = None;
        for again in 0..SAVES as u64 {
            let [disk, plain, cipher, store] = &mut times;
            disk.1.time(|| {
                file.write_all_at(&[2; 4_096], again * 4_096 % (4 << 20)).expect("four kilobytes");
                file.sync_data().expect("on disk");
            });
            plain.1.time(|| in_plain.save(&self.plain));
            cipher.1.time(|| in_cipher.save(self.journal.vault().connection()));
            text.push('.');
            let known = answer.as_ref().map(|answer| answer.id);
            let save = SaveAnswer { entry, answer: known, field: Field::Free, text: &text };
            let saved = store.1.time(|| self.journal.save_answer(save, writing::moment()));
            answer = Some(saved.expect("an answer"));
        }
        drop(file);
        fs::remove_file(beside).expect("the file can go");
        for (name, samples) in &times {
            self.keep(name, samples);
        }

        let (mut start, mut first, mut leave) = (Samples::default(), Samples::default(), Samples::default());
        for place in 0..100 {
            let Self { asked, journal, .. } = self;
            start.time(|| {
                black_box(journal.start_entry(writing::page(), writing::moment()).expect("an entry"))
            });
            let entry = asked.entries[place];
            let save = SaveAnswer { entry, answer: None, field: Field::Free, text: &text };
            first.time(|| journal.save_answer(save, writing::moment()).expect("an answer"));
            leave.time(|| journal.leave(entry).expect("it is indexed"));
        }
        self.keep("store.start of an entry", &start);
        self.keep("store.first save in an indexed entry", &first);
        self.keep("store.leaving an entry", &leave);
    }
}

/// Each entry by itself, with its answers and their questions; how many bytes of answers were read.
fn all_texts(journal: &Journal) -> usize {
    let (mut bytes, mut after) = (0, None);
    loop {
        let rows = journal.entries(after, 500).expect("rows");
        let Some(last) = rows.last() else { return bytes };
        after = Some(last.cursor());
        for row in &rows {
            let entry = journal.entry(row.entry).expect("an entry");
            bytes += entry.answers.iter().map(|answer| answer.text.len()).sum::<usize>();
        }
    }
}

/// In lower case and without the accents that these texts have.
fn fold(text: &str) -> String {
    let plain = |letter: char| match letter {
        'ë' | 'é' => 'e',
        'ï' => 'i',
        'ö' | 'ó' => 'o',
        _ => letter,
    };
    text.to_lowercase().chars().map(plain).collect()
}
