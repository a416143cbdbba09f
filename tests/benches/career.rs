//! What stands in the journals that are measured: entries as somebody makes them in the course of a
//! career, with questions of all themes, kinds of contact, aliases, free pages and sheets.

use std::{fs, path::Path};

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime};
use handbook::{Pack, Question};
use journal::{
    Alias, CellRef, CellValue, EntryId, Field, FormRef, Journal, NewContact, NewEntry, QuestionRef, Returns,
    SaveAnswer, Sitting,
};
use testkit::{Lexicon, SeededRandomness};

/// Entries a day, at which the largest journal is about a career of 25 years.
const A_DAY: usize = 11;
/// Pseudonyms in use, of which every tenth is closed at the end.
pub const ALIASES: usize = 190;
const CLOSED: usize = 10;
/// How long before the last entry those were closed.
const CLOSED_DAYS: u64 = 45;
const KINDS: &[&str] = &[
    "voortgang",
    "telefonisch",
    "huisbezoek",
    "intake",
    "voortgang",
    "mail-of-app",
    "maatregel",
    "heronderzoek",
    "niet-verschenen",
    "casusoverleg",
    "kennismaking",
    "overdracht",
];

/// Writes the entries of a journal.
pub struct Career {
    words: Lexicon,
    pack: Pack,
    aliases: Vec<Alias>,
    /// The day of the last entry.
    last: NaiveDate,
    /// How many there are.
    entries: usize,
}

impl Career {
    /// One of so many entries, which ends on this day.
    ///
    /// # Panics
    /// When what it takes from the assets is not there.
    pub fn until(last: NaiveDate, entries: usize) -> Self {
        Self { words: Lexicon::new(), pack: pack(), aliases: aliases(), last, entries }
    }

    /// When an entry was written.
    pub fn moment(&self, number: usize) -> DateTime<FixedOffset> {
        moment(self.last, self.entries, number)
    }

    /// Writes one entry, and saves each answer as the app does.
    ///
    /// # Panics
    /// When the journal does not take it.
    pub fn write(&self, journal: &mut Journal, number: usize) {
        let mut chance = SeededRandomness::new(number as u64 ^ 0x00ca_4ee4);
        let then = self.moment(number);
        let text = self.words.text(number as u64);
        let entry = match chance.below(100) {
            0..8 => {
                let entry = start(journal, self.page("free-page"), then);
                save(journal, entry, Field::Free, &text, then);
                entry
            }
            8..12 => self.write_sheet(journal, &mut chance, number, &text),
            _ => self.write_guide(journal, &mut chance, number, &text),
        };
        match chance.below(60) {
            0 => journal.mark_shown(entry, then.date_naive()).expect("it was shown"),
            1 => journal.mark_carried_out(&[entry], then.date_naive()).expect("it was carried out"),
            _ => {}
        }
    }

    /// Closes the work with some of the aliases.
    ///
    /// # Panics
    /// When the journal does not take it.
    pub fn close_some(&self, journal: &mut Journal) {
        let used = journal.alias_rows().expect("aliases");
        for alias in self.aliases.iter().step_by(CLOSED) {
            if used.iter().any(|row| row.alias == *alias) {
                journal.close_alias(alias, Some(self.closing())).expect("it is closed");
            }
        }
    }

    /// One to three questions, each with a part of the text, and now and then something to try.
    fn write_guide(
        &self,
        journal: &mut Journal,
        chance: &mut SeededRandomness,
        number: usize,
        text: &str,
    ) -> EntryId {
        let then = self.moment(number);
        let new = NewEntry {
            contact: Some(self.contact(chance, then.date_naive())),
            seed: number as u64,
            sitting: Some(Sitting { minutes: 10, young: false, baggage: None, mood: None }),
            ..self.page("guide")
        };
        let entry = start(journal, new, then);
        for part in parts(text, 1 + chance.below(3)) {
            let question = self.question(chance);
            let wording = self.pack.resolve(&question.text, handbook::Words::default());
            let field = Field::Question {
                pack: &question.pack,
                id: question.id.as_str(),
                version: question.version,
                wording: &wording,
            };
            save(journal, entry, field, &part, then);
        }
        if chance.below(100) == 0 {
            let question = self.pack.questions().iter().find(|question| question.intention);
            let question = question.map(|question| QuestionRef {
                pack: &question.pack,
                id: question.id.as_str(),
                version: question.version,
                wording: &question.text,
            });
            let field = Field::Intention { question, returns: Returns::Alias };
            save(journal, entry, field, "Eerst een vraag stellen, en dan pas het formulier.", then);
        }
        entry
    }

    fn write_sheet(
        &self,
        journal: &mut Journal,
        chance: &mut SeededRandomness,
        number: usize,
        text: &str,
    ) -> EntryId {
        let then = self.moment(number);
        let form = ["dilemma", "frame"][chance.below(2)];
        let form = self.pack.form(self.pack.id(), form).expect("a sheet of the handbook");
        let new = NewEntry {
            contact: Some(self.contact(chance, then.date_naive())),
            title: Some(form.name.clone()),
            ..self.page(form.id.as_str())
        };
        let entry = start(journal, new, then);
        for (field, part) in form.fields.iter().zip(parts(text, 2)) {
            let (label, value) = (field.label.as_str(), CellValue::Text);
            let cell =
                CellRef { field: field.id.as_str(), column: None, row: 0, label, heading: None, value };
            save(journal, entry, Field::Cell(cell), &part, then);
        }
        entry
    }

    fn contact(&self, chance: &mut SeededRandomness, day: NaiveDate) -> NewContact {
        let place = chance.below(ALIASES);
        let is_closed = place.is_multiple_of(CLOSED) && day >= self.closing();
        let alias = (!is_closed).then(|| self.aliases[place].clone());
        NewContact { day, kind: KINDS[chance.below(KINDS.len())].to_owned(), alias }
    }

    fn closing(&self) -> NaiveDate {
        self.last - Days::new(CLOSED_DAYS)
    }

    fn question(&self, chance: &mut SeededRandomness) -> &Question {
        let all = self.pack.questions();
        loop {
            let question = &all[chance.below(all.len())];
            if !question.intention {
                return question;
            }
        }
    }

    fn page(&self, form: &str) -> NewEntry {
        let form = FormRef { pack: self.pack.id().to_owned(), form: form.to_owned(), version: 1 };
        NewEntry { contact: None, form, seed: 0, sitting: None, title: None, prepares: false }
    }
}

/// When the entry of this number was written, of so many of which the last was on this day.
///
/// # Panics
/// When that is no day any more.
pub fn moment(last: NaiveDate, entries: usize, number: usize) -> DateTime<FixedOffset> {
    let before = (entries.saturating_sub(1) / A_DAY).abs_diff(number / A_DAY) as u64;
    let day = if number < entries { last - Days::new(before) } else { last + Days::new(before) };
    let time = NaiveTime::from_hms_opt(16, 50, 0).expect("a time");
    let offset = FixedOffset::east_opt(3_600).expect("an offset");
    day.and_time(time).and_local_timezone(offset).single().expect("one moment")
}

/// The pseudonyms: pairs of words as the app proposes them.
///
/// # Panics
/// When the list is not there.
pub fn aliases() -> Vec<Alias> {
    let list = asset("words/alias-nl.txt");
    let section = |name: &str| -> Vec<String> {
        let lines = list.lines().skip_while(|line| *line != format!("[{name}]")).skip(1);
        let words = lines.take_while(|line| !line.starts_with('['));
        words.filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
    };
    let (adjectives, nouns) = (section("adjective"), section("noun"));
    let pair = |place: usize| {
        let (adjective, noun) = (&adjectives[place % adjectives.len()], &nouns[place * 7 % nouns.len()]);
        Alias::parse(&format!("{adjective} {noun}")).expect("a pseudonym")
    };
    (0..ALIASES).map(pair).collect()
}

/// The handbook as it is shipped.
///
/// # Panics
/// When it is not there.
pub fn pack() -> Pack {
    Pack::read(&asset("handbook/nl/dichterbij.toml")).expect("the handbook has no fault")
}

/// The words that say nothing by themselves.
///
/// # Panics
/// When the list is not there.
pub fn plain_words() -> Vec<String> {
    let list = asset("words/plain-nl.txt");
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

/// A file of the assets.
fn asset(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets").join(name);
    fs::read_to_string(path).expect("a file of the assets")
}

/// A text in so many parts of whole paragraphs, or fewer where it has not as many.
fn parts(text: &str, most: usize) -> Vec<String> {
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    let each = paragraphs.len().div_ceil(most);
    paragraphs.chunks(each).map(|part| part.join("\n\n")).collect()
}

fn start(journal: &mut Journal, new: NewEntry, then: DateTime<FixedOffset>) -> EntryId {
    journal.start_entry(new, then).expect("an entry").id
}

fn save(journal: &mut Journal, entry: EntryId, field: Field<'_>, text: &str, then: DateTime<FixedOffset>) {
    journal.save_answer(SaveAnswer { entry, answer: None, field, text }, then).expect("an answer");
}
