//! What a walk-through leaves in memory and on the disk while it is shown, and when it is over: what
//! others were shown, nothing that they were not, and in the end nothing at all.

use std::{
    collections::BTreeSet,
    env, fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
};

use boundaries::{Logind, Whose, descendants, figure, is_alive, wait_for, writing};
use journal::NewEntry;

use crate::{
    files::unexpected,
    memory::{beginning, canary, found, may_look, read_page, write_page},
    person::{Person, kill},
    secrets::{Secret, in_files},
    steps,
    walks::{self, Invited, Keys, Piece},
};

/// How many words nobody may see: of notes that were not chosen, and of covered passages.
const CANARIES: usize = 500;
/// On how many pages stand those that were not chosen, and on how many those that were.
const PAGES: usize = 10;
const SHOWN_PAGES: usize = 2;

/// What is in a journal in which a walk-through stands ready.
struct Words {
    /// On pages that are not shown, and in a pseudonym.
    uninvited: Vec<String>,
    /// In passages that are covered or were replaced, and in a feeling.
    covered: Vec<String>,
    /// On the pages, and in what was said of the walk-through.
    shown: Vec<String>,
    keys: Keys,
}

impl Words {
    /// Writes them, with the app closed: in two notes both what is shown and what is not.
    fn written(person: &Person) -> Self {
        let many = |from: usize, count: usize| (from..from + count).map(canary).collect::<Vec<_>>();
        let (uninvited, covered) = (many(0, CANARIES), many(CANARIES, CANARIES));
        let shown = many(2 * CANARIES, 2 + 2 * SHOWN_PAGES);
        let (mut journal, keys) = walks::open(person);
        for (page, words) in uninvited.chunks(CANARIES / PAGES).enumerate() {
            write_page(&mut journal, page % 2 == 1, &format!("{} {}", beginning(page), words.join(" ")));
        }
        let notes = covered.chunks(CANARIES / SHOWN_PAGES).zip(shown[2..].as_chunks::<2>().0);
        let invited: Vec<Invited> = notes
            .enumerate()
            .map(|(page, (covered, [before, between]))| {
                let [first, second, replaced, feeling] = quarters(covered);
                let pieces = [
                    Piece::Seen(&format!("{} {before} ", beginning(PAGES + page))),
                    Piece::Covered(&first),
                    Piece::Seen(&format!(" {between} ")),
                    Piece::Covered(&second),
                    Piece::Seen(", "),
                    Piece::Replaced(&replaced, "anders gezegd"),
                    Piece::Seen(" 🙂."),
                ];
                walks::write(&mut journal, note(page), &pieces, &feeling)
            })
            .collect();
        walks::prepare(&mut journal, &shown[0], &format!("Wat mis ik, {}?", shown[1]), &invited);
        journal.close().expect("it is sealed");
        Self { uninvited, covered, shown, keys }
    }

    /// All that nobody but the writer may see.
    fn secrets(&self) -> Vec<Secret> {
        let words = self.uninvited.iter().chain(&self.covered).map(|word| Secret::new(word, word));
        let others =
            [Secret::new("the alias", steps::ALIAS), Secret::new("the passphrase", steps::PASSPHRASE)];
        words.chain(others).chain(self.keys.iter().map(|(name, key)| Secret::key(*name, key))).collect()
    }

    fn shown(&self) -> Vec<Secret> {
        self.shown.iter().map(|word| Secret::new(word, word)).collect()
    }
}

/// A contact with a pseudonym, and a page without one.
fn note(page: usize) -> NewEntry {
    if page > 0 {
        return writing::page();
    }
    let mut note = writing::contact(steps::ALIAS);
    if let Some(contact) = &mut note.contact {
        contact.day = walks::now().date_naive();
    }
    note
}

/// Words as four texts.
fn quarters(words: &[String]) -> [String; 4] {
    let each = words.len() / 4;
    [0, 1, 2, 3].map(|quarter| {
        let end = if quarter == 3 { words.len() } else { (quarter + 1) * each };
        words[quarter * each..end].join(" ")
    })
}

/// Which of some words were found in the processes of a name.
fn seen<'a>(found: &[String], process: &str, words: &'a [String]) -> BTreeSet<&'a str> {
    let lines = found.iter().filter_map(|line| line.split_once(": "));
    let of_it = lines.filter(|(name, _)| name.ends_with(process));
    of_it
        .filter_map(|(_, what)| words.iter().find(|word| what.starts_with(*word)).map(String::as_str))
        .collect()
}

#[test]
fn a_walk_through_holds_what_is_shown_and_no_process_of_ours_holds_more() {
    if !may_look("I2") {
        return;
    }
    let mut person = Person::sits_down();
    steps::set_up(&person);
    assert!(person.closes().success());
    let words = Words::written(&person);
    let (secrets, shown) = (words.secrets(), words.shown());

    person.sits_down_again();
    steps::unlock(&person);
    for page in 0..PAGES + SHOWN_PAGES {
        read_page(&person, page);
    }
    let before = found(&person, &secrets);
    for process in ["journal", "WebKitWebProcess"] {
        for words in [&words.uninvited, &words.covered] {
            let seen = seen(&before, process, words).len();
            assert_eq!(seen, CANARIES, "all were read in {process}, so this looks in the right place");
        }
    }
    for (name, _) in &words.keys[..2] {
        let holds = before.iter().any(|line| line.starts_with(&format!("journal: {name} as raw")));
        assert!(holds, "the journal has {name}, so this looks in the right place");
    }

    walks::begin(&person, &words.shown[0]);
    is_alone(&person);
    assert_eq!(found(&person, &secrets), [""; 0], "while one agrees");
    walks::show(&person);
    for _ in 0..SHOWN_PAGES {
        assert_eq!(found(&person, &secrets), [""; 0], "while it is shown");
        person.presses("walk-through", "button", person.words.say("shown-next"));
    }
    person.finds("walk-through", "heading", person.words.say("shown-end"));
    let during = found(&person, &shown);
    for process in ["walk-through", "WebKitWebProcess"] {
        let seen = seen(&during, process, &words.shown).len();
        assert_eq!(
            seen,
            words.shown.len(),
            "{process} holds what was shown, so this looks in the right place"
        );
    }
    let in_parent = seen(&during, "terugblik", &words.shown);
    assert!(in_parent.is_empty(), "the parent only passed it on: {in_parent:?}");
    assert_eq!(found(&person, &secrets), [""; 0], "when all was shown");
    let is_alone = is_alone(&person);
    let outcome = format!("0; of what is shown all {}", words.shown.len());
    let what = format!("words of other notes and covered passages, and keys, in {is_alone} processes");
    figure("I2", &what, secrets.len(), outcome);

    let all = person.processes();
    person.presses("walk-through", "button", person.words.say("shown-finish"));
    person.finds("keys", "heading", person.words.say("keys-unlock-title"));
    for process in all.into_iter().skip(1) {
        wait_for("its end", || (!is_alive(process.id)).then_some(()));
    }
    let everything: Vec<Secret> = secrets.into_iter().chain(shown).collect();
    assert_eq!(found(&person, &everything), [""; 0], "when it is over");
    figure("L2", "the same and what was shown, after a walk-through", everything.len(), 0);

    // Somebody may still look along: the card's page knows of the journal nothing.
    walks::unlock_to_card(&person);
    let on_screen = person.role_on_screen("journal");
    let at_card = found(&person, &everything);
    let in_page: Vec<&String> =
        at_card.iter().filter(|line| line.starts_with('/') && !line.contains("the passphrase")).collect();
    assert_eq!(in_page, [""; 0], "in the page of the card");
    assert!(is_alive(on_screen));
}

/// No process of the app is there but the parent, the walk-through's and those of its page: gives how
/// many there are.
fn is_alone(person: &Person) -> usize {
    wait_for("the other processes to end", || {
        let all = person.processes();
        let own = all.iter().find(|one| one.role() == Some("walk-through"))?.id;
        let is_its = |one: &boundaries::Process| one.parent == own || one.id == own;
        all.iter().skip(1).all(is_its).then_some(all.len())
    })
}

/// A quarter of an hour passes only where a test says so: the one story here that the app as it ships is
/// too slow for.
#[test]
fn who_gives_more_time_hands_no_key_to_a_walk_through() {
    if !may_look("I2") {
        return;
    }
    let app = env::var_os("TERUGBLIK_AUTOMATION_APP").map(PathBuf::from);
    let app =
        app.unwrap_or_else(|| panic!("not run: no app built for automation; use `cargo xtask journeys`"));
    let folder = tempfile::tempdir().expect("a folder");
    let mut person = Person::sits_down_at(&in_a_hurry(folder.path(), &app));
    steps::set_up(&person);
    assert!(person.closes().success());
    let words = Words::written(&person);
    let secrets = words.secrets();
    person.sits_down_again();
    steps::unlock(&person);
    walks::begin(&person, &words.shown[0]);

    person.finds("walk-through", "heading", person.words.say("shown-over"));
    person.presses("walk-through", "button", person.words.say("shown-more-time"));
    let asks = person.role_on_screen("keys");
    person.writes("keys", "password", person.words.say("keys-passphrase"), steps::PASSPHRASE);
    let typed = found(&person, &secrets);
    assert!(typed.iter().any(|line| line.contains("the passphrase")), "its window holds it: {typed:?}");
    assert!(typed.iter().all(|line| line.contains("the passphrase")), "and nothing else: {typed:?}");
    assert!(typed.iter().all(|line| !line.starts_with("walk-through")), "this process not: {typed:?}");
    person.keys("Return");
    person.sees_the_end_of(asks);
    is_alone(&person);
    walks::show(&person);
    assert_eq!(found(&person, &secrets), [""; 0], "with more time");
    figure("I2", "the same, after a passphrase was given for more time", secrets.len(), 0);
}

/// A program that starts an app in which every walk-through takes some seconds.
fn in_a_hurry(folder: &Path, app: &Path) -> PathBuf {
    let path = folder.join("started.sh");
    let lines =
        format!("#!/bin/sh\nexport TERUGBLIK_AUTOMATION_WALK_SECONDS=3\nexec '{}' \"$@\"\n", app.display());
    fs::write(&path, lines).expect("a script");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a program");
    path
}

/// How a walk-through can end, and the words of the lock window about it.
type End = (&'static str, &'static str, fn(&Sitting));

const ENDS: [End; 5] = [
    ("the button", "keys-notice-walk-asked", |sitting| {
        sitting.person.presses("walk-through", "button", sitting.person.words.say("shown-finish"));
    }),
    ("a lid", "keys-notice-walk-lid", |sitting| sitting.system.lid(true)),
    ("a locked screen", "keys-notice-walk-screen", |sitting| sitting.system.lock_session(Whose::Ours)),
    ("sleep", "keys-notice-walk-sleep", |sitting| sitting.system.sleep(true)),
    ("a kill", "keys-notice-walk-stopped", |sitting| kill(sitting.person.role_on_screen("walk-through"))),
];

struct Sitting {
    person: Person,
    system: Logind,
}

#[test]
fn however_a_walk_through_ends_nothing_of_it_is_in_memory_or_in_a_file() {
    const SEEN: &str = "kantwortelzee";
    const COVERED: &str = "mistkoekoekrand";
    const FOR_WHOM: &str = "vlasbaardmolen";
    let person = Person::sits_down();
    let system = Logind::on(person.desktop());
    let mut sitting = Sitting { person, system };
    steps::set_up(&sitting.person);
    assert!(sitting.person.closes().success());
    let (mut journal, keys) = walks::open(&sitting.person);
    for number in 0..=ENDS.len() {
        let pieces = [Piece::Seen(SEEN), Piece::Covered(COVERED)];
        let note = walks::write(&mut journal, writing::page(), &pieces, COVERED);
        walks::prepare(&mut journal, &format!("{FOR_WHOM} {number}"), SEEN, &[note]);
    }
    journal.close().expect("it is sealed");
    let words = [("what was shown", SEEN), ("what was covered", COVERED), ("for whom", FOR_WHOM)];
    let mut secrets: Vec<Secret> = words.map(|(what, word)| Secret::new(what, word)).into();
    secrets.extend(keys.iter().map(|(name, key)| Secret::key(*name, key)));
    let places = [sitting.person.folder().to_owned(), PathBuf::from("/dev/shm")];

    sitting.person.sits_down_again();
    steps::unlock(&sitting.person);
    for (number, (end, notice, happens)) in ENDS.into_iter().enumerate() {
        let person = &sitting.person;
        walks::begin(person, &format!("{FOR_WHOM} {number}"));
        walks::show(person);
        assert_eq!(in_files(&places, &secrets), [""; 0], "{end}: while it is shown");
        let all = descendants(person.role_on_screen("walk-through"));
        happens(&sitting);
        for process in all {
            wait_for(end, || (!is_alive(process.id)).then_some(()));
        }
        let said = person.words.say(notice);
        person.hears_until("keys", &format!("“{said}”"), |told| {
            told.iter().any(|one| one.name.contains(said) || one.value.contains(said)).then_some(())
        });
        sitting.system.sleep(false);
        assert_eq!(in_files(&places, &secrets), [""; 0], "after {end}");
        if may_look("L2") {
            assert_eq!(found(person, &secrets), [""; 0], "after {end}");
        }
        walks::unlock_to_card(person);
        walks::open_after_card(person);
    }

    // Everything at once, as when the power fails.
    walks::begin(&sitting.person, &format!("{FOR_WHOM} {}", ENDS.len()));
    walks::show(&sitting.person);
    for process in sitting.person.processes() {
        kill(process.id);
    }
    assert!(!sitting.person.sees_the_end().success());
    assert_eq!(in_files(&places, &secrets), [""; 0], "after all of it was killed");
    sitting.person.sits_down_again();
    walks::unlock_to_card(&sitting.person);
    let stopped = sitting.person.words.say("joint-stopped");
    sitting.person.hears_until("journal", "that it was open", |told| {
        told.iter().any(|one| one.name.contains(stopped) || one.value.contains(stopped)).then_some(())
    });
    let unknown = unexpected(&sitting.person);
    assert!(unknown.is_empty(), "files that nobody expected: {unknown:#?}");
    let outcome = "0 in files, while it is shown and after; 0 in memory after";
    figure("L2 S2", "ends of a walk-through", ENDS.len() + 1, outcome);
}
