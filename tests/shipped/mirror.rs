//! What points at a person, for somebody who hears it and has a keyboard, in the app as it ships.
//! The numbers and names are made up.

use crate::{
    person::Person,
    reader::{State, Told},
    steps,
};

const TEXT: &str = "Mevrouw Pietersen belde op 06-12345678, met bsn 111222333.";
const LISTED: [(&str, &str); 3] = [("Pietersen", "name"), ("06-12345678", "phone"), ("111222333", "bsn")];

#[test]
fn what_points_at_a_person_is_heard_with_its_kind_and_the_keyboard_takes_it_out_and_back() {
    let person = Person::sits_down();
    let words = &person.words;
    steps::set_up(&person);
    let field = steps::start_free_page(&person);
    person.writes("journal", "entry", &field.name, TEXT);

    // The marks are for the eye; the list beside the field says the same, without being asked twice.
    let rows = LISTED.map(|(found, kind)| format!("{found} {}", words.say(&format!("mirror-kind-{kind}"))));
    let told = person.hears_until("journal", "what was found", |told| {
        (heard(words.say("mirror-title"), told) == rows).then(|| told.to_vec())
    });
    let list = told.iter().find(|one| one.role == "list" && one.name == words.say("mirror-title"));
    assert_eq!(list.expect("a list").description, words.say("mirror-keys"), "and how it is used");
    person.hears_until("journal", "that there is something", |told| {
        told.iter().any(|one| one.value.contains("3 plekken om na te kijken")).then_some(())
    });
    assert!(keyboard_is_in(&told, &field.name), "whoever writes goes on writing");

    person.keys("F8");
    let replace = words.say_with("mirror-replace", "words", words.say("mirror-blank-name"));
    takes_up(&person, &replace, &rows[0]);
    person.keys("Return");
    let cleaned = TEXT.replace("Pietersen", "[naam]");
    person.waits_for_value("journal", &field.name, &cleaned);
    // The next one is at hand.
    takes_up(&person, &words.say_with("mirror-replace", "words", words.say("mirror-blank")), &rows[1]);
    person.keys("Delete");
    takes_up(&person, &words.say_with("mirror-replace", "words", words.say("mirror-blank")), &rows[2]);
    person.waits_for_value("journal", &field.name, &cleaned);
    person.keys("Return");
    let cleaned = cleaned.replace("111222333", "[…]");
    person.waits_for_value("journal", &field.name, &cleaned);
    person.hears_until("journal", "the keyboard in the text", |told| {
        keyboard_is_in(told, &field.name).then_some(())
    });

    // Each step goes back by itself, and on again.
    person.keys("ctrl+z");
    person.waits_for_value("journal", &field.name, &TEXT.replace("Pietersen", "[naam]"));
    person.keys("ctrl+z");
    person.waits_for_value("journal", &field.name, TEXT);
    person.keys("ctrl+shift+z");
    person.waits_for_value("journal", &field.name, &TEXT.replace("Pietersen", "[naam]"));

    // In the text itself: what the caret stands at, once it is marked again.
    person.hears_until("journal", "what was found again", |told| {
        heard(words.say("mirror-title"), told).contains(&rows[2]).then_some(())
    });
    person.keys("ctrl+End");
    person.keys("Left");
    person.keys("ctrl+period");
    person.waits_for_value("journal", &field.name, &cleaned);
}

/// What is heard of each row of a list: its words before the buttons.
fn heard(list: &str, told: &[Told]) -> Vec<String> {
    let Some(from) = told.iter().position(|one| one.role == "list" && one.name == list) else {
        return vec![];
    };
    let depth = told[from].depth;
    let inside: Vec<&Told> = told[from + 1..].iter().take_while(|one| one.depth > depth).collect();
    let words = inside.iter().filter(|one| one.role == "paragraph");
    words.map(|one| one.value.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn keyboard_is_in(told: &[Told], field: &str) -> bool {
    told.iter().any(|one| one.role == "entry" && one.name == field && one.is(State::Focused))
}

/// Waits until a button has the keyboard, and hears what it is about.
fn takes_up(person: &Person, button: &str, about: &str) {
    person.hears_until("journal", &format!("“{button}” about “{about}”"), |told| {
        told.iter()
            .any(|one| {
                one.role == "button"
                    && one.name == button
                    && one.is(State::Focused)
                    && one.description == about
            })
            .then_some(())
    });
}
