//! A crash after every single step leaves the old journal or the new one, and the former one whole.

use std::collections::BTreeMap;

use super::*;
use crate::{Cost, DataKey, Passphrase, SystemRandomness, Vault, set_up};

/// A journal that says in one word whose it is, in `folder`, closed as a lock or as a crash leaves it.
fn journal(folder: &Folder, word: &str, closed: bool) -> [u8; DataKey::HAND_OVER_LENGTH] {
    let passphrase = Passphrase::new("een lange wachtzin");
    let (_, key) = set_up(folder, &passphrase, Cost::FLOOR, &mut SystemRandomness).expect("it is set up");
    let hand_over = *key.to_hand_over();
    let vault = Vault::at(folder.clone()).unlock(key).expect("it opens");
    vault.connection().execute_batch("CREATE TABLE note (text)").expect("it is made");
    vault.connection().execute("INSERT INTO note VALUES (?1)", [word]).expect("it is written");
    if closed {
        vault.lock().expect("it locks");
    }
    hand_over
}

fn word_in(folder: &Folder, hand_over: &[u8; DataKey::HAND_OVER_LENGTH]) -> Option<String> {
    let vault = Vault::at(folder.clone()).unlock_to_read(DataKey::from_hand_over(hand_over)).ok()?;
    vault.connection().query_row("SELECT text FROM note", [], |row| row.get(0)).ok()
}

/// Every file below a folder, by its path in it.
fn files_in(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for name in names(folder).expect("it is listed") {
        let path = folder.join(&name);
        if path.is_dir() {
            all.extend(files_in(&path).into_iter().map(|(below, bytes)| (format!("{name}/{below}"), bytes)));
        } else {
            all.insert(name, fs::read(&path).expect("it is read"));
        }
    }
    all
}

fn copy_of(files: &BTreeMap<String, Vec<u8>>) -> (tempfile::TempDir, Folder) {
    let directory = tempfile::tempdir().expect("a temporary folder can be made");
    let folder = Folder::open(directory.path()).expect("it can be written");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("it is made");
        fs::write(path, bytes).expect("it is written");
    }
    (directory, folder)
}

/// Does at most this many steps of a whole turn, the way `commit` and `finish_turn` do them; says
/// whether it came to the end.
fn take(folder: &Folder, mut most: usize) -> bool {
    let mut steps =
        if folder.turn_new().exists() { commit(folder) } else { plan(folder).expect("it is read") };
    loop {
        if steps.is_empty() {
            return true;
        }
        for step in &steps {
            if most == 0 {
                return false;
            }
            most -= 1;
            step.run().expect("it is done");
        }
        steps = plan(folder).expect("it is read");
    }
}

/// Two journals: the present one in place, after a crash if so, and another in `turn.new`.
struct Staged {
    files: BTreeMap<String, Vec<u8>>,
    former: BTreeMap<String, Vec<u8>>,
    old: [u8; DataKey::HAND_OVER_LENGTH],
    new: [u8; DataKey::HAND_OVER_LENGTH],
}

fn staged(stamp: &str, closed: bool) -> Staged {
    let (present, other) = (copy_of(&BTreeMap::new()), copy_of(&BTreeMap::new()));
    let old = journal(&present.1, "oud", closed);
    let new = journal(&other.1, "nieuw", true);
    // A crash is a copy: what is in memory is not in it.
    let former = files_in(present.1.path());
    let mut files = former.clone();
    for name in OF_A_NEW_JOURNAL {
        files.insert(format!("turn.new/{name}"), files_in(other.1.path())[name].clone());
    }
    files.insert("turn.new/aside".to_owned(), stamp.as_bytes().to_vec());
    files.insert("appearance.toml".to_owned(), b"language = \"nl\"".to_vec());
    Staged { files, former, old, new }
}

#[test]
fn a_crash_after_every_step_leaves_the_old_journal_or_the_new_one() {
    for (stamp, closed) in
        [("20261122T164512Z", true), ("20261122T164512Z", false), (DESTROY, true), (DESTROY, false)]
    {
        let staged = staged(stamp, closed);
        assert!(closed || staged.former.contains_key("journal.db-wal"));
        let mut came_to_the_end = false;
        let (mut undone, mut done) = (0, 0);
        for most in 0..200 {
            let (_directory, folder) = copy_of(&staged.files);
            came_to_the_end = take(&folder, most);
            // A second crash, after the first step of going on.
            if most % 2 == 0 {
                take_unless_new(&folder, 1);
            }
            folder.finish_turn().expect("it goes on");
            let (old, new) = (word_in(&folder, &staged.old), word_in(&folder, &staged.new));
            match (old.as_deref(), new.as_deref()) {
                (Some("oud"), None) => {
                    undone += 1;
                    assert!(!folder.asides().exists());
                }
                (None, Some("nieuw")) => {
                    done += 1;
                    check_former(&folder, stamp, &staged);
                }
                other => panic!("after {most} steps: {other:?}"),
            }
            let left: Vec<String> = names(folder.path()).expect("it is listed");
            assert!(!left.iter().any(|name| name.starts_with("turn")), "{left:?}");
            assert!(left.iter().any(|name| name == "appearance.toml"));
            assert_eq!(plan(&folder).expect("it is read"), []);
            if came_to_the_end {
                break;
            }
        }
        assert!(came_to_the_end);
        assert!(undone >= 2 && done >= 12, "{undone} left the old journal, {done} the new one");
    }
}

/// Going on is only for what was committed; `turn.new` alone is dropped.
fn take_unless_new(folder: &Folder, most: usize) {
    if !folder.turn_new().exists() {
        take(folder, most);
    }
}

fn check_former(folder: &Folder, stamp: &str, staged: &Staged) {
    if stamp == DESTROY {
        assert!(!folder.asides().exists());
        assert!(!turn_out(folder).exists());
        return;
    }
    let aside = Folder::within(folder.asides().join(stamp));
    let kept = files_in(aside.path());
    for name in OF_A_JOURNAL {
        // The shared memory is SQLite's own and is made anew.
        assert_eq!(kept.get(name), staged.former.get(name), "{name}");
    }
    assert_eq!(word_in(&aside, &staged.old).as_deref(), Some("oud"));
}

#[test]
fn nothing_kept_aside_is_overwritten() {
    let staged = staged("20261122T164512Z", true);
    let (_directory, folder) = copy_of(&staged.files);
    let aside = folder.asides().join("20261122T164512Z");
    fs::create_dir_all(&aside).expect("it is made");
    fs::write(aside.join("journal.db"), b"of another time").expect("it is written");
    assert!(take(&folder, usize::MAX));
    assert_eq!(fs::read(aside.join("journal.db")).expect("it is there"), b"of another time");
    let moved = fs::read(aside.join("journal.db.2")).expect("it is there");
    assert_eq!(moved, staged.former["journal.db"]);
}

#[test]
fn a_stamp_that_cannot_be_read_keeps_the_former_journal_and_leads_nowhere() {
    for stamp in ["", "../../elsewhere", "destroy it", "20261122T164512Z/..", "\0"] {
        let staged = staged(stamp, true);
        let (_directory, folder) = copy_of(&staged.files);
        assert!(take(&folder, usize::MAX));
        let aside = Folder::within(folder.asides().join("19700101T000000Z"));
        assert_eq!(word_in(&aside, &staged.old).as_deref(), Some("oud"), "{stamp:?}");
        assert_eq!(word_in(&folder, &staged.new).as_deref(), Some("nieuw"), "{stamp:?}");
    }
}

#[test]
fn what_is_destroyed_is_overwritten_first() {
    let directory = tempfile::tempdir().expect("a temporary folder can be made");
    let path = directory.path().join("slots");
    fs::write(&path, [7; 10_000]).expect("it is written");
    // A second name of the same bytes shows what became of them.
    let witness = directory.path().join("witness");
    fs::hard_link(&path, &witness).expect("it is linked");
    destroy(&path).expect("it is destroyed");
    assert!(!path.exists());
    assert_eq!(fs::read(&witness).expect("it is there"), vec![0; 10_000]);
    destroy(&path).expect("that it is gone is fine");
}

#[test]
fn a_turn_that_is_given_up_leaves_nothing() {
    let (_directory, folder) = copy_of(&BTreeMap::new());
    let turn = Turn::stage(&folder).expect("it is made");
    fs::write(turn.inside().store(), b"half").expect("it is written");
    drop(turn);
    assert!(!folder.turn_new().exists());
}

#[test]
fn leftovers_go_and_backups_stay() {
    let (_directory, folder) = copy_of(&BTreeMap::from([
        ("trial/journal.db".to_owned(), b"x".to_vec()),
        ("backups/20261122T164512Z.part/journal.db".to_owned(), b"x".to_vec()),
        ("backups/20261122T164512Z/journal.db".to_owned(), b"x".to_vec()),
        ("backups/of a person.part/journal.db".to_owned(), b"x".to_vec()),
    ]));
    folder.finish_turn().expect("there is none");
    assert_eq!(files_in(folder.path()).len(), 4, "that may be another process at work");
    folder.clear_leftovers().expect("they go");
    let left: Vec<String> = files_in(folder.path()).into_keys().collect();
    assert_eq!(left, ["backups/20261122T164512Z/journal.db", "backups/of a person.part/journal.db"]);
}
