//! The clipboard: what was copied from the journal goes by itself, and what others put there stays.

use std::{
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use boundaries::{wait_for, writing};

use crate::{
    person::Person,
    steps,
    walks::{self, Piece},
};

/// How long a copy stays: see `window::clipboard` in the shell.
const KEPT: Duration = Duration::from_secs(30);

/// What is on the clipboard, as any program would be told; nothing when it is empty.
fn on_the_clipboard(person: &Person) -> String {
    on(person, "clipboard")
}

/// What X11 has by this name: `clipboard`, or `primary` for what is merely selected.
fn on(person: &Person, selection: &str) -> String {
    let told = person.desktop().ask("xclip", &["-selection", selection, "-out"]);
    told.unwrap_or_default().trim_end().to_owned()
}

/// Another program puts a text on the clipboard, and stays to give it.
fn another_program_copies(person: &Person, text: &str) {
    let file = person.folder().join("copied by another");
    std::fs::write(&file, text).expect("a file");
    let mut command = Command::new("xclip");
    person.desktop().host(&mut command).args(["-selection", "clipboard", "-in"]).arg(file);
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    assert!(status.is_ok_and(|status| status.success()), "not run: xclip is not there");
}

/// Writes an answer and copies it as anybody does.
fn copies_an_answer(person: &Person) {
    let field = steps::start_free_page(person);
    person.writes("journal", "entry", &field.name, steps::RARE);
    copies_all(person);
}

/// Copies what is in the field that has the keyboard.
fn copies_all(person: &Person) {
    person.keys("ctrl+a");
    person.keys("ctrl+c");
    wait_for("the copy", || (on_the_clipboard(person) == steps::RARE).then_some(()));
}

#[test]
fn what_was_copied_goes_after_half_a_minute_and_what_others_copied_stays() {
    let person = Person::sits_down();
    another_program_copies(&person, "van een ander");
    steps::set_up(&person);
    assert_eq!(on_the_clipboard(&person), "van een ander", "opening a journal takes nothing away");

    copies_an_answer(&person);
    let copied = Instant::now();
    thread::sleep(KEPT / 2);
    assert_eq!(on_the_clipboard(&person), steps::RARE, "there is time to paste it");
    wait_for("the copy to go", || (on_the_clipboard(&person) != steps::RARE).then_some(()));
    assert!(copied.elapsed() > KEPT / 2, "it stayed for a while");
    assert_eq!(on_the_clipboard(&person), "");

    // Copied once more, and then something else by another program: that is not ours to clear.
    copies_all(&person);
    another_program_copies(&person, "van een ander");
    thread::sleep(KEPT + Duration::from_secs(3));
    assert_eq!(on_the_clipboard(&person), "van een ander");
    steps::lock_by_menu(&person);
    assert_eq!(on_the_clipboard(&person), "van een ander", "a lock takes nothing of others away");
}

#[test]
fn what_was_copied_is_gone_after_the_lock() {
    let person = Person::sits_down();
    // Where xclip is missing nothing can be shown.
    another_program_copies(&person, "van een ander");
    steps::set_up(&person);
    copies_an_answer(&person);
    steps::lock_by_menu(&person);
    assert_eq!(on_the_clipboard(&person), "");
}

#[test]
fn nothing_of_a_walk_through_is_copied() {
    let mut person = Person::sits_down();
    steps::set_up(&person);
    copies_an_answer(&person);
    assert_eq!(
        on(&person, "primary"),
        steps::RARE,
        "a journal's owner can select, so this looks in the right place"
    );
    assert!(person.closes().success());
    let (mut journal, _) = walks::open(&person);
    let note = walks::write(&mut journal, writing::page(), &[Piece::Seen(steps::RARE)], "Rustig.");
    walks::prepare(&mut journal, "teamleider", "", &[note]);
    journal.close().expect("it is sealed");
    person.sits_down_again();
    steps::unlock(&person);
    walks::begin(&person, "teamleider");
    walks::show(&person);
    another_program_copies(&person, "van een ander");
    person.waits_for_keyboard_of(person.role_on_screen("walk-through"));
    // The last of these shows that those before it were heard.
    for keys in ["ctrl+a", "ctrl+c", "ctrl+x", "ctrl+Insert", "shift+End", "Right"] {
        person.keys(keys);
    }
    person.finds("walk-through", "heading", person.words.say("shown-end"));
    assert_eq!(on_the_clipboard(&person), "van een ander");
    assert_eq!(on(&person, "primary"), "", "what is selected can be pasted too");
}
