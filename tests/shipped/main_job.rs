//! The main job, in the app as it ships.

use crate::{person::Person, steps};

#[test]
fn the_main_job_without_webdriver() {
    let mut person = Person::sits_down();
    let passphrases_process = person.role_on_screen("keys");
    steps::set_up(&person);
    person.sees_the_end_of(passphrases_process);

    let field = steps::start_contact(&person);
    person.writes("journal", "entry", &field.name, steps::ANSWER);
    // Locked with words that no timer need have saved yet.
    steps::lock_by_menu(&person);

    steps::unlock(&person);
    steps::turn_back_to(&person, &field.name);
    person.waits_for_value("journal", &field.name, steps::ANSWER);

    // Closed with words that no timer need have saved yet.
    person.takes_up("journal", "entry", &field.name);
    person.keys("ctrl+End");
    person.types(" Meer.");
    let longer = format!("{} Meer.", steps::ANSWER);
    person.waits_for_value("journal", &field.name, &longer);
    person.keys("alt+F4");
    assert!(person.sees_the_end().success(), "closing the window ends the app well");

    person.sits_down_again();
    steps::unlock(&person);
    steps::turn_back_to(&person, &field.name);
    person.waits_for_value("journal", &field.name, &longer);
}
