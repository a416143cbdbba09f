//! The entry in a desktop's menu, and the window that comes of it.

use std::{fs, path::Path};

use boundaries::wait_for;

use crate::person::Person;

/// A desktop finds the icon and the name of a window by the name in this line; where it is another,
/// the window stands beside its own entry as a stranger.
#[test]
fn the_menus_entry_and_the_window_belong_together() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/linux/nl.terugblik.app.desktop");
    let entry = fs::read_to_string(path).expect("the entry");
    let line =
        |key: &str| entry.lines().find_map(|line| line.strip_prefix(key)).expect("a line of the entry");
    assert_eq!(line("Exec="), "terugblik", "the link's own name, found on the search path");
    let class = line("StartupWMClass=");

    let person = Person::sits_down();
    person.role_on_screen("keys");
    let window = wait_for("a window of that name", || person.window_called(class));
    assert!(!window.is_empty());
    assert_eq!(person.window_called("no-such-class"), None, "the control");
}
