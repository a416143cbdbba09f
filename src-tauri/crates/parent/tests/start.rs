//! What the parent starts: the program beside its own, and no other of that name.
#![cfg(target_os = "linux")]

use std::{
    env, fs,
    os::unix::fs::PermissionsExt as _,
    path::Path,
    process::{Command, Output},
    sync::{Mutex, MutexGuard, PoisonError},
};

use tempfile::TempDir;

/// A folder with the parent's program in it, and what others lie about.
struct House {
    folder: TempDir,
    _alone: MutexGuard<'static, ()>,
}

/// A program cannot be started while anybody has its file open to write, and a process that another
/// test starts at that moment has it open too.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

impl House {
    fn new() -> Self {
        let alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["app", "elsewhere"] {
            fs::create_dir(folder.path().join(name)).expect("a folder");
        }
        let app = folder.path().join("app/terugblik");
        fs::copy(env!("CARGO_BIN_EXE_terugblik"), app).expect("the program can be copied");
        Self { folder, _alone: alone }
    }

    /// Lays a program down that notes how it was called, and ends.
    fn lay(&self, place: &str) {
        self.lay_one_that_ends(place, 1);
    }

    fn lay_one_that_ends(&self, place: &str, code: u8) {
        let path = self.folder.path().join(place).join("terugblik-window");
        let note = self.folder.path().join(format!("called from {place}"));
        fs::write(&path, format!("#!/bin/sh\necho \"$0 $*\" >> '{}'\nexit {code}\n", note.display()))
            .expect("a script");
        fs::set_permissions(path, fs::Permissions::from_mode(0o700)).expect("it may run");
    }

    fn calls(&self, place: &str) -> Vec<String> {
        let note = self.folder.path().join(format!("called from {place}"));
        fs::read_to_string(note).unwrap_or_default().lines().map(str::to_owned).collect()
    }

    /// Starts the app as somebody would whose search path and working folder are not theirs alone.
    fn start(&self, program: &Path, arguments: &[&str]) -> Output {
        let elsewhere = self.folder.path().join("elsewhere");
        let paths = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect::<Vec<_>>();
        let paths = env::join_paths([elsewhere.clone()].into_iter().chain(paths)).expect("a search path");
        let mut command = Command::new(program);
        command.args(arguments).current_dir(elsewhere).env("PATH", paths).env("LC_ALL", "en_US.UTF-8");
        command.env("XDG_RUNTIME_DIR", self.folder.path()).output().expect("the app starts")
    }
}

#[test]
fn the_parent_starts_the_program_beside_it_and_no_other() {
    let house = House::new();
    house.lay("app");
    house.lay("elsewhere");
    let app = house.folder.path().join("app").canonicalize().expect("a path");
    let journal = house.folder.path().join("journal");
    // By way of a link too, as a folder of the search path may hold one.
    let link = house.folder.path().join("elsewhere/terugblik");
    std::os::unix::fs::symlink(app.join("terugblik"), &link).expect("a link");
    for program in [app.join("terugblik"), link] {
        let output = house.start(&program, &["--data-dir", &journal.to_string_lossy()]);
        assert_eq!(output.status.code(), Some(1), "a role that keeps falling is given up");
    }
    let calls = house.calls("app");
    let expected = format!("{} --role keys", app.join("terugblik-window").display());
    assert!(calls.len() >= 2 && calls.iter().all(|call| *call == expected), "{calls:?}");
    assert_eq!(house.calls("elsewhere"), [""; 0]);
}

#[test]
fn a_role_that_is_refused_too_little_is_not_started_again_and_it_is_said() {
    const REFUSED: u8 = 77;
    let house = House::new();
    house.lay_one_that_ends("app", REFUSED);
    let app = house.folder.path().join("app").canonicalize().expect("a path");
    let journal = house.folder.path().join("journal");
    for (arguments, first) in
        [(&["--data-dir", &journal.to_string_lossy()][..], "keys"), (&["--demo"], "demo-maker")]
    {
        let output = house.start(&app.join("terugblik"), arguments);
        assert_eq!(output.status.code(), Some(REFUSED.into()), "{arguments:?}");
        let expected = [first, "refusal"]
            .map(|role| format!("{} --role {role}", app.join("terugblik-window").display()));
        assert_eq!(house.calls("app"), expected);
        fs::remove_file(house.folder.path().join("called from app")).expect("a note");
    }
}

#[test]
fn a_parent_that_is_alone_says_what_is_missing() {
    let house = House::new();
    house.lay("elsewhere");
    let app = house.folder.path().join("app/terugblik");
    let journal = house.folder.path().join("journal");
    for arguments in [&["--data-dir", &journal.to_string_lossy()][..], &["--demo"]] {
        let output = house.start(&app, arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let said = String::from_utf8_lossy(&output.stderr);
        let missing = format!(
            "A part of Terugblik is missing: {}/terugblik-window",
            app.parent().expect("a folder").canonicalize().expect("a path").display()
        );
        assert!(said.contains(&missing), "{said}");
    }
    assert_eq!(house.calls("elsewhere"), [""; 0]);
}
