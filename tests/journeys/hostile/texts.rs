//! A journal in which texts stand wherever a person or a pack can put one.

use std::{collections::HashMap, fs, path::Path};

use boundaries::writing;
use chrono::DateTime;
use journal::{
    Alias, AnswerId, EntryId, Field, FormRef, Journal, NewContact, NewEntry, OpenIntention, QuestionRef,
    Returns, Row, SaveAnswer,
};
use testkit::{CHEAP, SeededRandomness};
use vault::{Clock as _, Folder, Passphrase, SystemClock, set_up};

use super::payloads::Payload;
use crate::steps;

/// An entry as it must be read.
#[derive(Debug, Clone)]
pub struct Written {
    /// The number of its text.
    pub number: usize,
    /// The text: every answer, the questions, and the names that follow.
    pub text: String,
    /// The kind of contact.
    pub kind: String,
    /// The alias, where the store takes the text for one.
    pub alias: Option<String>,
    /// The words of the person's own question, empty where the store does not take the text.
    pub own: String,
    /// What was meant the time before.
    pub tried: Option<String>,
}

/// What a journal holds, in the order of its lists.
pub struct Texts {
    /// The entries, the newest first.
    pub entries: Vec<Written>,
    /// What the list shows of them.
    pub rows: Vec<Row>,
    /// What it shows of them after a search, by what was searched for.
    pub found: Vec<(String, Vec<Row>)>,
    /// What the bin shows.
    pub bin: Vec<Row>,
    /// What comes back on today.
    pub returning: Vec<OpenIntention>,
}

/// Makes a journal of texts in a folder, with a backup of it. `searched` are texts to search for.
pub fn write(folder: &Path, payloads: &[Payload], searched: Vec<String>) -> Texts {
    fs::create_dir(folder).expect("a folder");
    let at = Folder::open(folder).expect("a folder");
    let (_, key) = set_up(&at, &Passphrase::new(steps::PASSPHRASE), CHEAP, &mut SeededRandomness::new(66))
        .expect("it is set up");
    let mut journal = writing::open(folder, key).expect("it opens");
    let now = SystemClock.now();
    let mut writer =
        Writer { journal: &mut journal, now, entries: Vec::new(), tried: None, aliases: HashMap::new() };
    for (number, payload) in payloads.iter().enumerate() {
        writer.write(number, payload);
    }
    for payload in payloads {
        writer.throw_away(payload);
    }
    let mut entries = writer.entries;
    entries.reverse();
    writing::back_up(&mut journal, now.to_utc());
    let rows = journal.entries(None, 1_000).expect("rows");
    let search = |text: String| {
        let rows = journal.search(&text, 1_000).expect("it searches");
        (text, rows)
    };
    let found = searched.into_iter().map(search).collect();
    let returning = journal.open_intentions(50).expect("what comes back");
    let bin = journal.bin().expect("the bin").into_iter().map(|binned| binned.row).collect();
    journal.close().expect("it locks");
    Texts { entries, rows, found, bin, returning }
}

struct Writer<'a> {
    journal: &'a mut Journal,
    now: DateTime<chrono::FixedOffset>,
    entries: Vec<Written>,
    /// The intention of the entry before, which the next says something about.
    tried: Option<(AnswerId, String)>,
    /// The aliases so far, by what the store takes for the same.
    aliases: HashMap<String, String>,
}

impl Writer<'_> {
    /// An entry in which a text is everything: kind, alias, the words of two questions, six answers.
    fn write(&mut self, number: usize, payload: &Payload) {
        let text = payload.text.as_str();
        let (kind, alias) = self.names(text);
        let entry = self.start(&kind, alias.as_ref());
        // A pack names its questions as it likes.
        let asked = QuestionRef { pack: &kind, id: &kind, version: 1, wording: text };
        let QuestionRef { pack, id, version, wording } = asked;
        if let Some((of, _)) = &self.tried {
            let of = *of;
            self.save(entry, Field::Outcome { of }, text);
        }
        self.save(entry, Field::Question { pack, id, version, wording }, text);
        let own = if text.chars().count() <= 300 && !text.chars().any(misleads) { text } else { "" };
        self.save(entry, Field::Own { wording: own }, text);
        self.save(entry, Field::Free, text);
        self.save(entry, Field::Feeling, text);
        let returns = if alias.is_some() { Returns::Alias } else { Returns::Kind };
        let tried = self.save(entry, Field::Intention { question: Some(asked), returns }, text);
        let before = self.tried.replace((tried, text.to_owned()));
        // The next entry tells what came of that one; this one is still open.
        self.save(entry, Field::Intention { question: Some(asked), returns }, text);
        self.journal.leave(entry).expect("indexed");
        self.entries.push(Written {
            number,
            text: text.to_owned(),
            kind,
            alias: alias.map(|alias| alias.as_str().to_owned()),
            own: own.to_owned(),
            tried: before.map(|(_, text)| text),
        });
    }

    /// An entry with a text, in the bin.
    fn throw_away(&mut self, payload: &Payload) {
        let (kind, alias) = self.names(&payload.text);
        let entry = self.start(&kind, alias.as_ref());
        self.save(entry, Field::Free, &payload.text);
        self.journal.delete(entry, self.now).expect("in the bin");
    }

    fn start(&mut self, kind: &str, alias: Option<&Alias>) -> EntryId {
        let contact = NewContact { day: self.now.date_naive(), kind: kind.to_owned(), alias: alias.cloned() };
        let form = FormRef { pack: "basis".into(), form: "gids".into(), version: 3 };
        let new =
            NewEntry { contact: Some(contact), form, seed: 7, sitting: None, title: None, prepares: false };
        self.journal.start_entry(new, self.now).expect("an entry").id
    }

    /// The text as a kind of contact, where it is not too long for a name, and as an alias, where the
    /// store takes it byte for byte and has no other in capitals.
    fn names(&mut self, text: &str) -> (String, Option<Alias>) {
        let kind = if text.chars().count() <= 200 { text } else { "lang" };
        let alias = Alias::parse(text).ok().filter(|alias| {
            let first = self.aliases.entry(text.to_lowercase()).or_insert_with(|| text.to_owned());
            alias.as_str() == text && first == text
        });
        (kind.to_owned(), alias)
    }

    fn save(&mut self, entry: EntryId, field: Field<'_>, text: &str) -> AnswerId {
        let save = SaveAnswer { entry, answer: None, field, text };
        self.journal.save_answer(save, self.now).expect("every text is taken as an answer").id
    }
}

/// What the store refuses in a text on one line.
fn misleads(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
