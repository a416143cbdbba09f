//! The menu on a text says what we say, in the language of the window, and offers nothing of a browser.

use boundaries::Words;

use crate::{
    person::Person,
    reader::{State, Told},
    steps,
};

/// What the menu on a word that is none offers below the words that it proposes.
const BELOW: [&str; 6] = [
    "native-text-ignore-spelling",
    "native-text-cut",
    "native-text-copy",
    "native-text-paste",
    "native-text-delete",
    "native-text-select-all",
];

/// The open menu on a text: it is a window of its own, after all others.
fn menu(told: &[Told]) -> Vec<Told> {
    let window = told.iter().skip_while(|one| one.role != "window");
    window.filter(|one| one.role == "menu item").cloned().collect()
}

/// Opens the menu where the keyboard is, looks at it and closes it.
fn opens_menu(person: &Person, window: &str, has: &str) -> Vec<Told> {
    person.keys("shift+F10");
    let menu = person.hears_until(window, &format!("a menu with “{has}”"), |told| {
        let menu = menu(told);
        menu.iter().any(|item| item.name == has).then_some(menu)
    });
    person.keys("Escape");
    person.hears_until(window, "no menu", |told| menu_is_closed(told).then_some(()));
    menu
}

fn menu_is_closed(told: &[Told]) -> bool {
    menu(told).iter().all(|item| !item.is(State::Showing))
}

fn names(menu: &[Told]) -> Vec<&str> {
    menu.iter().map(|item| item.name.as_str()).collect()
}

#[test]
fn the_menu_on_a_text_is_ours_in_the_language_of_the_window_and_learns_nothing() {
    let person = Person::sits_down();
    let words = &person.words;
    steps::set_up(&person);
    let field = steps::start_contact(&person);
    person.writes("journal", "entry", &field.name, "De inwonner ");
    for _ in 0..3 {
        person.keys("Left");
    }
    let on_a_mistake = opens_menu(&person, "journal", "inwoner");
    let ours = BELOW.map(|id| words.say(id));
    let named = names(&on_a_mistake);
    assert!(named.ends_with(&ours), "{named:#?}");
    // What stands above is what the checker proposes: words, and nothing else.
    let proposed = &named[..named.len() - ours.len()];
    assert!(
        proposed.iter().all(|word| word.chars().all(|c| c.is_alphabetic() || "- '".contains(c))),
        "{named:#?}"
    );

    // Nothing is chosen, so there is nothing to cut.
    person.keys("Home");
    let on_a_word = opens_menu(&person, "journal", words.say("native-text-paste"));
    assert_eq!(names(&on_a_word), &ours[1..]);
    let can_be_chosen = |menu: &[Told], id: &str| {
        menu.iter().any(|item| item.name == words.say(id) && item.is(State::Sensitive))
    };
    assert!(!can_be_chosen(&on_a_word, "native-text-cut"));
    assert!(can_be_chosen(&on_a_word, "native-text-select-all"));
    person.keys("ctrl+a");
    let on_a_choice = opens_menu(&person, "journal", words.say("native-text-cut"));
    assert!(can_be_chosen(&on_a_choice, "native-text-cut"));
}

#[test]
fn the_menu_on_a_text_follows_the_window_and_not_the_system() {
    let person = Person::sits_down();
    steps::set_up(&person);
    steps::lock_by_menu(&person);
    person.presses("keys", "toggle button", "English");
    let english = Words::of("en");
    person.takes_up("keys", "password", english.say("keys-passphrase"));
    let menu = opens_menu(&person, "keys", english.say("native-text-paste"));
    let below = &BELOW[1..];
    assert_eq!(names(&menu), below.iter().map(|id| english.say(id)).collect::<Vec<_>>());
}

#[test]
fn printing_prints_nothing() {
    let person = Person::sits_down();
    steps::set_up(&person);
    let field = steps::start_contact(&person);
    person.writes("journal", "entry", &field.name, steps::RARE);
    let before = person.windows();
    person.keys("ctrl+p");
    // A dialog that comes is there before what is typed after it, and takes it.
    person.keys("End");
    person.types(" nog");
    person.waits_for_value("journal", &field.name, &format!("{} nog", steps::RARE));
    assert_eq!(person.windows(), before, "no dialog has come");
    let told = person.hears("journal");
    assert!(told.iter().all(|one| one.role != "dialog"), "no dialog has come");
}
