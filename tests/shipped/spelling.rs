//! The spell checker: Dutch, on this machine, and remembering nothing.

use crate::{person::Person, reader::Told, steps};

#[test]
fn the_spell_checker_is_dutch_and_learns_nothing() {
    let person = Person::sits_down();
    steps::set_up(&person);
    let field = steps::start_contact(&person);
    person.writes("journal", "entry", &field.name, "De inwonner ");
    // Into the word that is no word.
    for _ in 0..3 {
        person.keys("Left");
    }
    person.keys("shift+F10");
    let menu = person.hears_until("journal", "a menu with the Dutch word", |told| {
        let menu = text_menu(told);
        menu.iter().any(|item| item == "inwoner").then_some(menu)
    });

    // After the words it proposes come, in order: ignore, cut, copy, paste, delete, select all.
    // To learn a word, perhaps a name, would be to write it into a file that is not encrypted.
    let ignore = person.words.say("native-text-ignore-spelling");
    let rest = menu.iter().skip_while(|item| *item != ignore).count();
    assert_eq!(rest, 6, "{menu:#?}");
    assert!(menu.iter().all(|item| !item.contains("leren")), "{menu:#?}");
}

/// The items of the menu on a text. It is a window of its own, after all others.
fn text_menu(told: &[Told]) -> Vec<String> {
    let window = told.iter().skip_while(|one| one.role != "window");
    window.filter(|one| one.role == "menu item").map(|one| one.name.clone()).collect()
}
