//! Each thing that stands in the way has its own words, and leaves the data as it was.

use std::{fs, process::Command};

use boundaries::{App, Options, Page, Words};
use serde_json::json;

use crate::steps::{self, travel};

#[test]
fn a_wrong_passphrase_is_said_and_the_right_one_still_works() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        steps::lock(&journal, &words).await;

        let keys = app.attach("keys").await;
        for _ in 0..3 {
            steps::type_passphrase(&keys, &words, "iets heel anders dan dat").await;
            keys.see(words.say("failure-wrong-passphrase")).await;
        }
        // No lock-out theatre: the fourth is as good as the first.
        steps::type_passphrase(&keys, &words, steps::PASSPHRASE).await;
        steps::opened(&app, &words).await;
    });
}

#[test]
fn a_damaged_slot_file_is_no_wrong_passphrase_and_the_previous_copy_can_be_put_back() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let keys = app.attach("keys").await;
        steps::choose_passphrase(&keys, &words).await;
        keys.press(words.say("keys-sheet-later")).await;
        let journal = steps::opened(&app, &words).await;
        journal.keys(&["Control", "q"]).await;
        app.wait_for_end();

        let slots = app.journal().join("slots");
        let good = fs::read(&slots).expect("the slot file");
        fs::write(app.journal().join("slots.previous"), &good).expect("a previous copy");
        let mut bad = good.clone();
        bad[40] ^= 1;
        fs::write(&slots, &bad).expect("the slot file can be damaged");

        app.start_again();
        let keys = app.attach("keys").await;
        keys.see_heading(words.say("keys-blocked-title")).await;
        keys.see(words.say("failure-slots-damaged-mendable")).await;
        assert_eq!(fs::read(&slots).expect("the slot file"), bad, "looking changes nothing");
        keys.press(words.say("keys-blocked-mend")).await;
        steps::type_passphrase(&keys, &words, steps::PASSPHRASE).await;
        steps::opened(&app, &words).await;
    });
}

#[test]
fn a_damaged_slot_file_without_a_copy_says_so() {
    blocked_by(&["failure-slots-damaged"], |folder| {
        let _ = fs::remove_file(folder.join("slots.previous"));
        let slots = folder.join("slots");
        let mut bytes = fs::read(&slots).expect("the slot file");
        bytes[40] ^= 1;
        fs::write(slots, bytes).expect("the slot file can be damaged");
    });
}

#[test]
fn a_missing_slot_file_says_so() {
    blocked_by(&["failure-slots-missing"], |folder| {
        let _ = fs::remove_file(folder.join("slots.previous"));
        fs::remove_file(folder.join("slots")).expect("the slot file can be removed");
    });
}

#[test]
fn a_missing_store_says_so() {
    blocked_by(&["failure-store-missing"], |folder| {
        fs::remove_file(folder.join("journal.db")).expect("the store can be removed");
    });
}

/// Sets up, closes, spoils the folder, starts again, and looks for these words.
fn blocked_by(messages: &[&str], spoil: impl Fn(&std::path::Path)) {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        journal.keys(&["Control", "q"]).await;
        app.wait_for_end();
        spoil(&app.journal());
        let before = contents(&app.journal());

        app.start_again();
        let keys = app.attach("keys").await;
        keys.see_heading(words.say("keys-blocked-title")).await;
        for message in messages {
            keys.see(words.say(message)).await;
        }
        assert_eq!(contents(&app.journal()), before, "looking changes nothing");
    });
}

/// Every file of the journal but the lock and the socket.
fn contents(folder: &std::path::Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the folder")
        .flatten()
        .filter(|file| file.file_type().is_ok_and(|sort| sort.is_file()))
        .map(|file| {
            (file.file_name().to_string_lossy().into_owned(), fs::read(file.path()).unwrap_or_default())
        })
        .filter(|(name, _)| name != "lock")
        .collect();
    files.sort();
    files
}

#[test]
fn a_damaged_store_is_said_after_the_key_was_right() {
    travel(async {
        let words = Words::of("nl");
        let mut app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        journal.keys(&["Control", "q"]).await;
        app.wait_for_end();
        let store = app.journal().join("journal.db");
        let mut bytes = fs::read(&store).expect("the store");
        bytes[..4_096].fill(7);
        fs::write(&store, &bytes).expect("the store can be damaged");

        app.start_again();
        let keys = app.attach("keys").await;
        steps::type_passphrase(&keys, &words, steps::PASSPHRASE).await;
        let keys = app.attach("keys").await;
        keys.see(words.say("keys-notice-opening-failed")).await;
        keys.see(words.say("failure-store-damaged")).await;
        assert_eq!(fs::read(&store).expect("the store"), bytes, "trying changes nothing");
    });
}

#[test]
fn a_folder_that_cannot_be_written_says_so() {
    travel(async {
        let words = Words::of("nl");
        // Nobody makes a file there, not even the system's owner.
        let app = App::start(Options { journal_is: Some("/sys/kernel"), ..Options::default() });
        let keys = app.attach("keys").await;
        keys.see_heading(words.say("keys-blocked-title")).await;
        keys.see(words.say("failure-folder-not-writable")).await;
    });
}

#[test]
fn a_second_start_brings_the_first_to_the_front_and_ends() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let journal = steps::set_up(&app, &words).await;
        let (status, said) = app.start_beside();
        assert!(status.success(), "{said}");
        assert!(said.contains(words.say("native-already-running")), "{said}");
        journal.see_heading(&journal.heading().await).await;
        assert!(journal.is_alive());
    });
}

#[test]
fn a_slot_file_of_a_newer_format_says_so() {
    blocked_by(&["failure-newer-format"], |folder| {
        // The layout is in `vault/src/slots/format.rs`: the version stands behind the checksum,
        // which stands at the same place in every version.
        let slots = folder.join("slots");
        let mut bytes = fs::read(&slots).expect("the slot file");
        bytes[40] += 1;
        let rest = folder.join("rest");
        fs::write(&rest, &bytes[40..]).expect("a file");
        let sum = Command::new("sha256sum").arg(&rest).output().expect("sha256sum runs").stdout;
        fs::remove_file(rest).expect("the file can be removed");
        for (place, digits) in sum[..64].chunks(2).enumerate() {
            let digits = std::str::from_utf8(digits).expect("digits");
            bytes[8 + place] = u8::from_str_radix(digits, 16).expect("digits");
        }
        fs::write(slots, bytes).expect("the slot file can be changed");
    });
}

#[test]
fn no_role_has_a_command_of_another() {
    travel(async {
        let words = Words::of("nl");
        let app = App::start(Options::default());
        let keys = app.attach("keys").await;
        keys.control(words.say("keys-begin")).await;
        for command in ["list_entries", "read_entry", "save_answer", "lock_journal", "await_opening"] {
            assert!(refused(&keys, command).await, "keys has {command}");
        }
        assert!(
            !refused(&keys, "keys_state").await,
            "its own command is not refused, so this looks in the right place"
        );
        steps::choose_passphrase(&keys, &words).await;
        keys.press(words.say("keys-sheet-later")).await;
        let journal = steps::opened(&app, &words).await;
        for command in
            ["unlock", "set_up", "change_passphrase", "draw_recovery_key", "open_journal", "keys_state"]
        {
            assert!(refused(&journal, command).await, "journal has {command}");
        }
        // And nothing of the framework's own.
        for command in [
            "plugin:event|listen",
            "plugin:window|set_title",
            "plugin:webview|create_webview_window",
            "plugin:path|resolve",
        ] {
            assert!(refused(&journal, command).await, "journal has {command}");
        }
        assert!(!refused(&journal, "list_bin").await);
    });
}

/// Whether a page's call of a command is refused by the shell.
async fn refused(page: &Page, command: &str) -> bool {
    let script = "const done = arguments[arguments.length - 1]; \
        window.__TAURI_INTERNALS__.invoke(arguments[0], { request: null }) \
            .then(() => done(false), error => done(typeof error === 'string'));";
    let answer = page.client().execute_async(script, vec![json!(command)]).await.expect("the page answers");
    answer == json!(true)
}
