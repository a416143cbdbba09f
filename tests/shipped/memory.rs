//! What the memory of the app's processes holds, and from when it no longer does.

use std::collections::BTreeSet;

use ::journal::{CellRef, CellValue, Field, FormRef, Journal, NewEntry, SaveAnswer};
use boundaries::{figure, is_root, not_run, wait_for, writing};

use crate::{
    person::Person,
    reader::Told,
    secrets::{Secret, Seeker, in_memory},
    steps,
    walks::{self, Keys},
};

/// Where secrets occur in the memory of the app, by process.
pub(crate) fn found(person: &Person, secrets: &[Secret]) -> Vec<String> {
    let (seeker, mut found) = (Seeker::of(secrets), Vec::new());
    for process in person.processes() {
        let name = process.role().map_or_else(|| process.program().to_owned(), str::to_owned);
        found.extend(in_memory(process.id, &seeker).into_iter().map(|what| format!("{name}: {what}")));
    }
    found
}

/// Whether memory can be looked into; where not, says so. Our own processes let nobody read them.
pub(crate) fn may_look(promise: &str) -> bool {
    if !is_root() {
        not_run(promise, "all memory of the app", "only the administrator may look into it");
    }
    is_root()
}

#[test]
fn after_the_lock_no_memory_holds_the_words() {
    if !may_look("L2") {
        return;
    }
    let person = Person::sits_down();
    let secrets = [Secret::new("the answer", steps::RARE), Secret::new("the alias", steps::ALIAS)];
    steps::set_up(&person);
    let field = steps::start_contact(&person);
    person.writes("journal", "entry", &field.name, steps::ANSWER);
    let before = found(&person, &secrets);
    for (process, what) in
        [("journal", "the answer"), ("WebKitWebProcess", "the answer"), ("journal", "the alias")]
    {
        let seen = before.iter().any(|line| line.contains(process) && line.contains(what));
        assert!(
            seen,
            "while it is open {process} holds {what}, so this looks in the right place: {before:?}"
        );
    }

    steps::lock_by_menu(&person);
    assert_eq!(found(&person, &secrets), [""; 0], "after the lock");
}

#[test]
fn after_the_unlock_no_memory_holds_the_passphrase() {
    if !may_look("L5") {
        return;
    }
    let person = Person::sits_down();
    let secrets = [Secret::new("the passphrase", steps::PASSPHRASE)];
    steps::set_up(&person);
    steps::lock_by_menu(&person);

    let typed_in = person.role_on_screen("keys");
    person.writes("keys", "password", person.words.say("keys-passphrase"), steps::PASSPHRASE);
    let before = found(&person, &secrets);
    assert!(before.iter().any(|line| line.contains("WebKitWebProcess")), "its window holds it: {before:?}");
    person.keys("Return");
    person.finds("journal", "button", person.words.say("today-new"));
    person.sees_the_end_of(typed_in);
    // Its web process ends with it, a moment later.
    wait_for("the passphrase's web process to end", || {
        let pages = person.processes().into_iter().filter(|one| one.program().ends_with("WebKitWebProcess"));
        (pages.count() == 1).then_some(())
    });
    assert_eq!(found(&person, &secrets), [""; 0], "after the unlock");
    figure("L5", "the passphrase in all memory, once the journal stands", 1, 0);
}

/// How many words are looked for, and on how many pages they stand.
const CANARIES: usize = 500;
const PAGES: usize = 10;

#[test]
fn after_the_lock_no_memory_holds_a_key_or_one_of_five_hundred_words() {
    if !may_look("L2") {
        return;
    }
    let mut person = Person::sits_down();
    steps::set_up(&person);
    assert!(person.closes().success());
    let canaries: Vec<String> = (0..CANARIES).map(canary).collect();
    let keys = write_pages(&person, &canaries);
    let mut secrets: Vec<Secret> = canaries.iter().map(|word| Secret::new(word, word)).collect();
    secrets.push(Secret::new("the pack", &canary(CANARIES)));
    secrets.extend(keys.iter().map(|(name, key)| Secret::key(*name, key)));

    person.sits_down_again();
    steps::unlock(&person);
    for page in 0..PAGES {
        read_page(&person, page);
    }
    let before = found(&person, &secrets);
    let seen = |process: &str| -> BTreeSet<&str> {
        let lines =
            before.iter().filter(|line| line.split(": ").next().is_some_and(|name| name.ends_with(process)));
        lines
            .filter_map(|line| canaries.iter().map(String::as_str).find(|word| line.contains(word)))
            .collect()
    };
    let [in_journal, in_page] = ["journal", "WebKitWebProcess"].map(|process| seen(process).len());
    assert_eq!(in_journal, CANARIES, "all were read, so this looks in the right place");
    assert_eq!(in_page, CANARIES, "all were on screen, so this looks in the right place");
    assert!(before.iter().any(|line| line.starts_with("journal: the pack")), "it is read when one comes in");
    let holds_key = before.iter().any(|line| line.starts_with("journal: the data key as raw"));
    assert!(holds_key, "the journal has its key, so this looks in the right place");

    steps::lock_by_menu(&person);
    assert_eq!(found(&person, &secrets), [""; 0], "after the lock");
    figure(
        "L2",
        "words, and all keys raw and in hex, in all memory: before the lock",
        CANARIES,
        in_journal + in_page,
    );
    figure("L2", "the same after the lock, and a word of a pack", CANARIES + 1 + keys.len(), 0);
}

/// A word of five syllables that nothing else on a machine is likely to hold: the same number
/// always makes the same.
pub(crate) fn canary(number: usize) -> String {
    let mut drawn = (number as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (0..5)
        .flat_map(|_| {
            let syllable = [b"bdfgklmnprstvwz"[(drawn % 15) as usize], b"aeiou"[(drawn / 15 % 5) as usize]];
            drawn /= 75;
            syllable.map(char::from)
        })
        .collect()
}

/// Writes the words on so many pages, every other one a sheet, and a word in a pack of an organisation, with the app closed, as the app does it. Gives the journal's keys.
fn write_pages(person: &Person, canaries: &[String]) -> Keys {
    let (mut journal, keys) = walks::open(person);
    for (page, words) in canaries.chunks(CANARIES / PAGES).enumerate() {
        let text = format!("{} {}", beginning(page), words.join(" "));
        let is_sheet = page % 2 == 1;
        write_page(&mut journal, is_sheet, &text);
    }
    let page = include_str!("../../assets/handbook/README.md");
    let (_, pack) = page.split_once("```toml\n").expect("an example");
    let pack = pack.split_once("```").expect("its end").0.replacen("Proefplaats", &canary(CANARIES), 1);
    journal.add_pack("voorbeeldstad", "nl", "1.0", &pack, writing::moment()).expect("a pack");
    journal.close().expect("it is sealed");
    keys
}

pub(crate) fn write_page(journal: &mut Journal, is_sheet: bool, text: &str) {
    let (form, title) =
        if is_sheet { ("maand", Some("Terug op de maand".into())) } else { ("free-page", None) };
    let form = FormRef { pack: "dichterbij".into(), form: form.into(), version: 1 };
    let new = NewEntry { contact: None, form, seed: 0, sitting: None, title, prepares: false };
    let entry = journal.start_entry(new, writing::moment()).expect("an entry").id;
    let label = "Wat kwam deze maand vaker terug?";
    let value = CellValue::Text;
    let cell = CellRef { field: "terug", column: None, row: 0, label, heading: None, value };
    let field = if is_sheet { Field::Cell(cell) } else { Field::Free };
    let save = SaveAnswer { entry, answer: None, field, text };
    journal.save_answer(save, writing::moment()).expect("an answer");
    journal.leave(entry).expect("indexed");
}

/// The first words of a page, by which it is found.
pub(crate) fn beginning(page: usize) -> String {
    format!("Bladzijde {page}:")
}

pub(crate) fn read_page(person: &Person, page: usize) {
    let words = &person.words;
    person.presses("journal", "button", words.say("journal-entries"));
    person.finds("journal", "heading", words.say("entries-title"));
    // A list that is drawn anew under the finger takes no press; who sees that presses again.
    person.hears_until("journal", "the page to read", |told| {
        let named = |one: &&Told, name: &str| one.role == "button" && one.name.contains(name);
        if let Some(row) = told.iter().find(|one| named(one, &beginning(page))) {
            let _ = person.reader.act(&row.node);
        }
        told.iter().find(|one| named(one, words.say("reading-write-on"))).map(drop)
    });
}
