//! Steps that most sessions begin with.

use crate::shipped::{
    person::Person,
    reader::{State, Told},
};

/// The passphrase of a session. It protects nothing.
pub const PASSPHRASE: &str = "ooievaar mist klimop vork tafel";
/// An alias that nothing else on a machine is likely to hold.
pub const ALIAS: &str = "Kwikzilveren Zwaluw";
/// A word that nothing else on a machine is likely to hold.
pub const RARE: &str = "kwantelwoud";
/// An answer with letters that have been mangled on the way to many a disk.
pub const ANSWER: &str = "Mevrouw zei kwantelwoud: “één naïeve vraag, reëel.” 🙂";

/// From the first window to the recovery sheet; gives its six groups.
pub fn choose_passphrase(person: &Person) -> Vec<String> {
    let words = &person.words;
    person.presses("keys", "button", words.say("keys-begin"));
    person.writes("keys", "password", words.say("keys-passphrase"), PASSPHRASE);
    person.writes("keys", "password", words.say("keys-passphrase-repeat"), PASSPHRASE);
    person.presses("keys", "button", words.say("keys-use-passphrase"));
    person.finds("keys", "heading", words.say("keys-sheet-title"));
    person.finds("keys", "button", words.say("keys-sheet-copied"));
    groups(&person.hears("keys"))
}

/// From the first window to an open journal, leaving the recovery sheet for later.
pub fn set_up(person: &Person) -> Vec<String> {
    let groups = choose_passphrase(person);
    person.presses("keys", "button", person.words.say("keys-sheet-later"));
    person.finds("journal", "button", person.words.say("today-new"));
    groups
}

/// Starts an entry about a contact with questions; gives the field for the first answer.
pub fn start_contact(person: &Person) -> Told {
    let words = &person.words;
    person.keys("ctrl+n");
    person.finds("journal", "heading", words.say("contact-title"));
    person.presses("journal", "radio button", "Kennismaking");
    person.writes("journal", "entry", words.say("contact-alias"), ALIAS);
    person.presses("journal", "button", words.say("contact-begin"));
    person.finds("journal", "button", words.say("writing-done"));
    let told = person.hears("journal");
    told.into_iter()
        .find(|one| one.role == "entry" && one.is(State::MultiLine))
        .expect("a field for the answer")
}

/// Starts a page without a contact; gives its field.
pub fn start_free_page(person: &Person) -> Told {
    person.keys("ctrl+shift+n");
    person.hears_until("journal", "an empty page", |told| {
        let is_empty = |one: &&Told| one.role == "entry" && one.is(State::MultiLine) && one.value.is_empty();
        told.iter().find(is_empty).cloned()
    })
}

/// The first field of the sheet that looks back on a month.
pub const MONTH_FIRST: &str = "Wat kwam deze maand vaker terug?";

/// Starts the sheet that looks back on a month.
pub fn start_month(person: &Person) {
    let words = &person.words;
    person.presses("journal", "button", words.say("journal-sheets"));
    presses_of(person, "Terug op de maand", words.say("sheet-new"));
    person.finds("journal", "entry", MONTH_FIRST);
}

/// Gives the sheet on screen the day that is offered, is done with it, and looks back on it already.
pub fn look_back_on_it(person: &Person) {
    let words = &person.words;
    let take = words.say("sheet-day-take").split('{').next().expect("words before the day").trim();
    let day = person.hears_until("journal", "the day that is offered", |told| {
        told.iter().find(|one| one.role == "button" && one.name.starts_with(take)).cloned()
    });
    person.presses("journal", "button", &day.name);
    person.presses("journal", "button", words.say("writing-done"));
    person.presses("journal", "button", words.say("journal-tried"));
    person.presses("journal", "button", words.say("look-back-open-early"));
    person.finds("journal", "button", words.say("look-back-later"));
}

/// The first field of several lines on screen, once there is one.
pub fn many_lines(person: &Person, what: &str) -> Told {
    person.hears_until("journal", what, |told| {
        told.iter().find(|one| one.role == "entry" && one.is(State::MultiLine)).cloned()
    })
}

/// Goes to one of the places where one learns from one's work.
pub fn to_learn(person: &Person, place: &str) {
    person.presses("journal", "button", person.words.say("journal-learning"));
    person.finds("journal", "heading", person.words.say("learning-together"));
    person.presses("journal", "button", person.words.say(place));
    person.finds("journal", "heading", person.words.say(place));
}

/// Presses a button that many have, of the one that it is said to be about.
pub fn presses_of(person: &Person, about: &str, button: &str) {
    person.hears_until("journal", &format!("“{button}” of {about}"), |told| {
        let named = |one: &&Told| one.role == "button" && one.name == button && one.description == about;
        told.iter().find(named).and_then(|found| person.reader.act(&found.node).ok())
    });
}

/// Locks by the native menu and waits until the journal's process has gone.
pub fn lock_by_menu(person: &Person) {
    let journal = person.role_on_screen("journal");
    person.opens_menu("native-menu-file");
    person.presses("journal", "menu item", &person.menu_words("native-menu-lock"));
    person.sees_the_end_of(journal);
    person.finds("keys", "heading", person.words.say("keys-unlock-title"));
}

/// From today back to a question of the entry one was in.
pub fn turn_back_to(person: &Person, question: &str) {
    person.presses("journal", "button", person.words.say("today-continue-action"));
    person.finds("journal", "button", person.words.say("writing-done"));
    person.presses("journal", "button", question);
}

/// Unlocks with the passphrase, by Enter.
pub fn unlock(person: &Person) {
    person.finds("keys", "heading", person.words.say("keys-unlock-title"));
    person.writes("keys", "password", person.words.say("keys-passphrase"), PASSPHRASE);
    person.keys("Return");
    person.finds("journal", "button", person.words.say("today-new"));
}

/// The same where something may have been typed into the lock window already.
pub fn unlock_over(person: &Person) {
    let field = person.words.say("keys-passphrase");
    person.finds("keys", "heading", person.words.say("keys-unlock-title"));
    person.takes_up("keys", "password", field);
    person.keys("ctrl+a");
    person.keys("Delete");
    unlock(person);
}

/// The groups of the recovery key on screen.
pub fn groups(told: &[Told]) -> Vec<String> {
    let items = told.iter().filter(|one| one.role == "list item" && is_group(&one.name));
    let groups: Vec<String> = items.map(|one| one.name.clone()).collect();
    assert_eq!(groups.len(), 6, "six groups: {groups:?}");
    groups
}

/// Whether a word looks like a group of a recovery key.
pub fn is_group(word: &str) -> bool {
    word.len() == 5 && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
}
