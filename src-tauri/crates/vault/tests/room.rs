//! Room on the disk: what is free goes back, and a reserve waits for the day that nothing is.

#[path = "helper/journals.rs"]
mod journals;

use std::fs;

use journals::{journal, sound, texts, write};
use testkit::{TempVault, realistic_dutch};
use vault::{Migration, Vault, Verdict};

fn length(temp: &TempVault) -> u64 {
    fs::metadata(temp.path().join("journal.db")).expect("it is there").len()
}

#[test]
fn what_is_erased_makes_the_store_shorter_in_small_steps() {
    let temp = journal(&["blijft"]);
    let mut vault = sound(&temp);
    let long = realistic_dutch(3000);
    write(&vault, &[long.as_str(); 200]);
    vault.empty_log().expect("it is merged");
    let before = length(&temp);
    vault.connection().execute("DELETE FROM note WHERE id > 21", []).expect("it is done");
    let free = |vault: &Vault<_>| -> i64 {
        vault.connection().query_row("PRAGMA freelist_count", [], |row| row.get(0)).expect("it is read")
    };
    let all = free(&vault);
    assert!(all > 100);
    assert_eq!(vault.give_back(10), Ok(true));
    assert!(free(&vault) <= all - 10 && free(&vault) >= all - 12, "a small step is a small step");
    let mut steps = 0;
    while vault.give_back(32).expect("it is given back") {
        steps += 1;
    }
    assert!(steps >= 3);
    assert_eq!(free(&vault), 0);
    assert_eq!(vault.give_back(32), Ok(false));
    vault.empty_log().expect("it is merged");
    assert!(length(&temp) < before / 3, "{} of {before}", length(&temp));
    // And the seal knows what changed.
    vault.lock().expect("it locks");
    let vault = sound(&temp);
    assert_eq!(vault.verdict(), Some(Verdict::Sound));
    assert_eq!(texts(&vault).pop().as_deref(), Some("blijft"));
}

/// Shorter and long again before the next seal: other bytes lie where the old ones were.
#[test]
fn a_store_that_shrinks_and_grows_between_two_seals_is_sealed_right() {
    let temp = journal(&["blijft"]);
    let long = realistic_dutch(3000);
    for round in 0..4 {
        let mut vault = sound(&temp);
        assert_eq!(vault.verdict(), Some(Verdict::Sound), "round {round}");
        write(&vault, &[long.as_str(); 300]);
        vault.empty_log().expect("it is merged");
        vault.connection().execute("DELETE FROM note WHERE id > 21", []).expect("it is done");
        while vault.give_back(1000).expect("it is given back") {}
        vault.empty_log().expect("it is merged");
        write(&vault, &[long.as_str(); 300]);
        if round % 2 == 0 {
            vault.empty_log().expect("it is merged");
        }
        vault.lock().expect("it locks");
    }
    assert_eq!(sound(&temp).verdict(), Some(Verdict::Sound));
}

/// A store of the first version, which does not know where its pages belong.
#[test]
fn a_store_that_cannot_give_back_does_nothing() {
    let temp = journal(&[]);
    let mut vault = temp.unlock();
    // Unverified: not now.
    vault.connection().execute("DELETE FROM note", []).expect("it is done");
    assert_eq!(vault.give_back(10), Ok(false));
    let mode = |vault: &Vault<_>| -> i64 {
        vault.connection().query_row("PRAGMA auto_vacuum", [], |row| row.get(0)).expect("it may be read")
    };
    assert_eq!(mode(&vault), 2);
    assert!(vault.connection().execute_batch("PRAGMA auto_vacuum = NONE; VACUUM").is_err());
    let second = Migration { version: 2, sql: "PRAGMA auto_vacuum = FULL;" };
    assert!(vault.migrate(&[journals::NOTES, second]).is_err());
    assert_eq!(mode(&vault), 2);
}

#[test]
fn the_reserve_is_kept_given_up_once_and_made_again() {
    let temp = journal(&[]);
    let path = temp.path().join("reserve");
    let mut vault = temp.unlock();
    assert!(!vault.make_room(), "there is none yet");
    for _ in 0..2 {
        vault.keep_reserve();
        assert_eq!(fs::metadata(&path).expect("it is kept").len(), 2 * 1024 * 1024);
        vault.keep_reserve();
        assert!(vault.make_room());
        assert!(!path.exists());
        assert!(!vault.make_room());
    }
    vault.keep_reserve();
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, PermissionsExt};
        let metadata = fs::metadata(&path).expect("it is kept");
        assert_eq!(metadata.permissions().mode() & 0o777, 0o600);
        assert!(metadata.blocks() * 512 >= metadata.len(), "it has no holes");
    }
    // One that was cut off is made whole.
    fs::write(&path, b"half").expect("it is written");
    vault.keep_reserve();
    assert_eq!(fs::metadata(&path).expect("it is kept").len(), 2 * 1024 * 1024);
}

/// A device on which every write says that the disk is full.
#[cfg(target_os = "linux")]
#[test]
fn a_reserve_that_does_not_fit_leaves_no_stub() {
    let temp = journal(&[]);
    let path = temp.path().join("reserve");
    std::os::unix::fs::symlink("/dev/full", &path).expect("it is linked");
    let mut vault = temp.unlock();
    vault.keep_reserve();
    assert!(fs::symlink_metadata(&path).is_err(), "the stub is gone");
    assert!(!vault.make_room());
}
