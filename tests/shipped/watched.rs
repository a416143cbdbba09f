//! Every file that the app writes in a whole session, as the kernel sees it.

use boundaries::{
    Process,
    shipped::traced::{watched, written, written_elsewhere},
    wait_for,
};

use crate::{person::Person, steps};

#[test]
fn nothing_is_written_elsewhere() {
    let traces = tempfile::tempdir().expect("a folder");
    let mut person = Person::sits_down_at(&watched(traces.path(), &[]));
    steps::set_up(&person);
    let field = steps::start_contact(&person);
    person.writes("journal", "entry", &field.name, steps::ANSWER);
    steps::lock_by_menu(&person);
    steps::unlock(&person);
    assert!(person.closes().success());

    wait_for("the traces", || {
        written(traces.path()).iter().any(|path| path.ends_with("journal/seal")).then_some(())
    });
    let elsewhere = written_elsewhere(traces.path(), &person);
    assert!(elsewhere.is_empty(), "written elsewhere, or as a temporary file: {elsewhere:#?}");
}

#[test]
fn the_parent_as_it_ships_has_no_toolkit_in_it() {
    let person = Person::sits_down();
    let keys = person.role_on_screen("keys");
    let loaded = |of: &dyn Fn(&Process) -> bool| {
        let process = person.processes().into_iter().find(|process| of(process)).expect("it runs");
        process.loaded_libraries()
    };
    assert_eq!(loaded(&|process| process.role().is_none()), [""; 0], "the parent is the first");
    let of_keys = loaded(&|process| process.id == keys);
    assert!(of_keys.iter().any(|name| name.starts_with("libwebkit2gtk")), "so this looks in the right place");
}
