//! What the app leaves on the disk.

use std::{collections::BTreeSet, fs, path::PathBuf};

use boundaries::figure;

use crate::{
    person::{Person, kill},
    reader::State,
    secrets::{Secret, files_below, in_files},
    steps,
};

/// What may lie in a session's folder: a path in it, or one that ends in `/` for all below it.
const MAY_BE_THERE: &[(&str, &str)] = &[
    ("journal/appearance.toml", "language and size of text, known before the passphrase"),
    ("journal/backups/", "backups: a store, its slots, a manifest"),
    ("journal/journal.db", "the store"),
    ("journal/journal.db-shm", "page numbers of the store's log"),
    ("journal/journal.db-wal", "the store's log"),
    ("journal/lock", "one running app per journal"),
    ("journal/reserve", "room for a deletion on a full disk"),
    ("journal/seal", "how the store was left"),
    ("journal/slots", "the data key, wrapped"),
    ("journal/slots.previous", "the same before the last change"),
    ("home/cache/mesa_shader_cache/", "the graphics driver's compiled programs"),
    ("home/config/enchant/", "the spell checker's own word lists, empty"),
    ("home/runtime/nl.terugblik.app/", "what WebKit lays down for a context that is never used"),
];

/// Words that nothing else on a machine is likely to hold, each typed in a place of its own.
const OWN_QUESTION: &str = "zandkraaiveer";
const OWN_ANSWER: &str = "mosterdvinkje";
const INTENTION: &str = "wolkenpriem";
const FEELING: &str = "fluisterdop";
const SEARCHED: &str = "roestlibel";
const DRAFT: &str = "schemerkoek";
const IN_SHEET: &str = "veenmoskwast";
const LOOKED_BACK: &str = "glimwormvork";
const TYPED_IN_HANDBOOK: &str = "kruisbesgalm";

#[test]
fn what_was_written_is_in_no_file_in_plain() {
    let mut person = Person::sits_down();
    let groups = steps::set_up(&person);
    let mut secrets = vec![
        Secret::new("the answer", steps::RARE),
        Secret::new("the alias", steps::ALIAS),
        Secret::new("the passphrase", steps::PASSPHRASE),
        Secret::new("a question of one's own", OWN_QUESTION),
        Secret::new("the answer to it", OWN_ANSWER),
        Secret::new("the intention", INTENTION),
        Secret::new("the feeling", FEELING),
        Secret::new("the search", SEARCHED),
        Secret::new("the draft", DRAFT),
        Secret::new("the text in a sheet", IN_SHEET),
        Secret::new("what came of it", LOOKED_BACK),
        Secret::new("the search in the handbook", TYPED_IN_HANDBOOK),
    ];
    secrets.extend(groups.iter().map(|group| Secret::new("a group of the recovery key", group)));
    let places = [person.folder().to_owned(), PathBuf::from("/dev/shm")];
    write_everywhere(&person);
    write_in_a_sheet(&person);
    assert_eq!(in_files(&places, &secrets), [""; 0], "while it is open");

    steps::lock_by_menu(&person);
    assert_eq!(in_files(&places, &secrets), [""; 0], "after the lock");

    // A draft that no timer need have saved yet, and one that each timer has.
    steps::unlock(&person);
    let page = steps::start_free_page(&person);
    person.writes("journal", "entry", &page.name, DRAFT);
    person.finds("journal", "status bar", "");
    person.types(&format!(" {DRAFT}"));
    kill(person.role_on_screen("journal"));
    person.finds("keys", "heading", person.words.say("keys-unlock-title"));
    assert_eq!(in_files(&places, &secrets), [""; 0], "after the journal was killed");

    // Everything at once, as when the power fails.
    steps::unlock(&person);
    for process in person.processes() {
        kill(process.id);
    }
    assert!(!person.sees_the_end().success());
    assert_eq!(in_files(&places, &secrets), [""; 0], "after all of it was killed");

    person.sits_down_again();
    person.finds("keys", "heading", person.words.say("keys-unlock-title"));
    assert!(person.closes().success());
    assert_eq!(in_files(&places, &secrets), [""; 0], "after the end");
    figure("S2", "words in 12 places, in 5 states of the app: files that hold one", secrets.len(), "0");

    // The control: a copy that somebody lets lie is noticed, however it is written.
    let copies = person.folder().join("home/cache/copies");
    fs::create_dir(&copies).expect("a folder");
    let wide: Vec<u8> = steps::ANSWER.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(steps::ANSWER.as_bytes(), 6);
    for (name, bytes) in [("plain", steps::ANSWER.as_bytes()), ("wide", &wide), ("packed", &packed)] {
        fs::write(copies.join(name), bytes).expect("a file");
    }
    let found = in_files(&places, &secrets);
    for (name, form) in
        [("plain", "UTF-8, 1 ×"), ("wide", "UTF-16LE, 1 ×"), ("packed", "UTF-8, 1 ×, compressed at 2")]
    {
        let line = format!("{}: the answer as {form}", copies.join(name).display());
        assert!(found.contains(&line), "{line} is not in {found:#?}");
    }
    fs::remove_dir_all(copies).expect("the copies go");

    let unknown = unexpected(&person);
    assert!(unknown.is_empty(), "files that nobody expected: {unknown:#?}");
}

/// The files of a session that nobody expected there.
pub(crate) fn unexpected(person: &Person) -> BTreeSet<String> {
    files_below(person.folder())
        .iter()
        .filter_map(|file| file.strip_prefix(person.folder()).ok())
        .map(|file| file.to_string_lossy().into_owned())
        .filter(|file| !MAY_BE_THERE.iter().any(|(known, _)| is_below(file, known)))
        .collect()
}

/// An entry with every kind of text in it, and a search for something that is not there.
fn write_everywhere(person: &Person) {
    let words = &person.words;
    let field = steps::start_contact(person);
    person.writes("journal", "entry", &field.name, steps::ANSWER);
    person.presses("journal", "button", words.say("writing-own"));
    person.writes("journal", "entry", words.say("writing-own-question"), OWN_QUESTION);
    person.writes("journal", "entry", words.say("writing-own-answer"), OWN_ANSWER);
    person.presses("journal", "button", words.say("closing-step"));
    let feeling = words.say("closing-feeling");
    person.finds("journal", "entry", feeling);
    let intention = person.hears_until("journal", "a field for what is to be tried", |told| {
        told.iter().find(|one| one.is(State::MultiLine) && one.name != feeling).cloned()
    });
    person.writes("journal", "entry", &intention.name, INTENTION);
    person.writes("journal", "entry", feeling, FEELING);
    person.presses("journal", "button", words.say("writing-done"));
    person.finds("journal", "button", words.say("today-new"));
    person.keys("ctrl+f");
    person.writes("journal", "entry", words.say("entries-search"), steps::RARE);
    person.hears_until("journal", "what was found", |told| {
        told.iter().find(|one| one.role == "button" && one.name.contains(steps::RARE)).map(drop)
    });
    person.keys("ctrl+a");
    person.writes("journal", "entry", words.say("entries-search"), SEARCHED);
    person.hears_until("journal", "that nothing was found", |told| {
        let found = told.iter().any(|one| one.role == "button" && one.name.contains(steps::RARE));
        (!found).then_some(())
    });
}

/// A sheet with a day on which it comes back, what came of it, and a search in the handbook.
fn write_in_a_sheet(person: &Person) {
    let words = &person.words;
    steps::start_month(person);
    person.writes("journal", "entry", steps::MONTH_FIRST, IN_SHEET);
    steps::look_back_on_it(person);
    let field = steps::many_lines(person, "a field for what came of it");
    person.writes("journal", "entry", &field.name, LOOKED_BACK);
    person.presses("journal", "button", words.say("writing-done"));
    person.presses("journal", "button", words.say("journal-handbook"));
    person.writes("journal", "entry", words.say("handbook-find-question"), TYPED_IN_HANDBOOK);
    person.finds("journal", "status bar", "");
    person.presses("journal", "button", words.say("journal-today"));
    person.finds("journal", "button", words.say("today-new"));
}

fn is_below(file: &str, known: &str) -> bool {
    file == known || known.ends_with('/') && file.starts_with(known)
}
