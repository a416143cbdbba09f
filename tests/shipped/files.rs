//! What the app leaves on the disk.

use std::{collections::BTreeSet, fs, path::PathBuf};

use crate::{
    person::{Person, kill},
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

#[test]
fn what_was_written_is_in_no_file_in_plain() {
    let mut person = Person::sits_down();
    let groups = steps::set_up(&person);
    let mut secrets = vec![
        Secret::new("the answer", steps::RARE),
        Secret::new("the alias", steps::ALIAS),
        Secret::new("the passphrase", steps::PASSPHRASE),
    ];
    secrets.extend(groups.iter().map(|group| Secret::new("a group of the recovery key", group)));
    let field = steps::start_contact(&person);
    person.writes("journal", "entry", &field.name, steps::ANSWER);
    person.keys("ctrl+f");
    person.writes("journal", "entry", person.words.say("entries-search"), steps::RARE);
    person.finds("journal", "button", "");
    let places = [person.folder().to_owned(), PathBuf::from("/dev/shm")];
    assert_eq!(in_files(&places, &secrets), [""; 0], "while it is open");

    steps::lock_by_menu(&person);
    assert_eq!(in_files(&places, &secrets), [""; 0], "after the lock");

    steps::unlock(&person);
    steps::turn_back_to(&person, &field.name);
    person.waits_for_value("journal", &field.name, steps::ANSWER);
    kill(person.role_on_screen("journal"));
    person.finds("keys", "heading", person.words.say("keys-unlock-title"));
    assert_eq!(in_files(&places, &secrets), [""; 0], "after the journal was killed");
    person.keys("alt+F4");
    assert!(person.sees_the_end().success());
    assert_eq!(in_files(&places, &secrets), [""; 0], "after the end");

    // The control: a copy that somebody lets lie is noticed.
    let copy = person.folder().join("home/cache/copy");
    fs::write(&copy, format!("… {} …", steps::ANSWER)).expect("a file");
    let found = in_files(&places, &secrets);
    assert_eq!(found, [format!("{}: the answer as UTF-8, 1 ×", copy.display())]);
    fs::remove_file(copy).expect("the copy goes");

    let unknown: BTreeSet<String> = files_below(person.folder())
        .iter()
        .filter_map(|file| file.strip_prefix(person.folder()).ok())
        .map(|file| file.to_string_lossy().into_owned())
        .filter(|file| !MAY_BE_THERE.iter().any(|(known, _)| is_below(file, known)))
        .collect();
    assert!(unknown.is_empty(), "files that nobody expected: {unknown:#?}");
}

fn is_below(file: &str, known: &str) -> bool {
    file == known || known.ends_with('/') && file.starts_with(known)
}
