//! What the memory of the app's processes holds, and from when it no longer does.

use boundaries::wait_for;

use crate::{
    person::Person,
    secrets::{Secret, Seeker, in_memory},
    steps,
};

/// Where secrets occur in the memory of the app, by process.
fn found(person: &Person, secrets: &[Secret]) -> Vec<String> {
    let (seeker, mut found) = (Seeker::of(secrets), Vec::new());
    for process in person.processes() {
        let name = process.role().map_or_else(|| process.command[0].clone(), str::to_owned);
        found.extend(in_memory(process.id, &seeker).into_iter().map(|what| format!("{name}: {what}")));
    }
    found
}

#[test]
fn after_the_lock_no_memory_holds_the_words() {
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
        let pages = person.processes().into_iter().filter(|one| one.command[0].ends_with("WebKitWebProcess"));
        (pages.count() == 1).then_some(())
    });
    assert_eq!(found(&person, &secrets), [""; 0], "after the unlock");
}
