//! What the app leaves on the disk.

use std::{collections::BTreeSet, fs, path::PathBuf};

use crate::{
    person::{Person, kill},
    secrets::{Secret, files_below, in_files},
    steps,
};

/// What may lie outside the data folder, by how its path below the session's folder begins.
/// Nothing of ours is among it.
const MAY_BE_THERE: &[&str] = &[];

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
        .filter(|file| !MAY_BE_THERE.iter().any(|known| file.starts_with(known)))
        .collect();
    assert!(unknown.is_empty(), "files that nobody expected: {unknown:#?}");
}
