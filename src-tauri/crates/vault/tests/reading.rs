//! Reading only: not one byte changes, and what can be read is read.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use testkit::{TempVault, realistic_dutch};
use vault::{Folder, Left, Migration, Unlocked, Vault, VaultError, Verdict};

const NOTES: Migration = Migration {
    version: 1,
    sql: "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
          CREATE VIRTUAL TABLE note_index USING fts5(text, content='note', content_rowid='id');",
};

/// All that a look at a folder tells: names, times, contents.
type Listing = BTreeMap<String, (SystemTime, Vec<u8>)>;

fn listing(folder: &Path) -> Listing {
    fs::read_dir(folder)
        .expect("it is listed")
        .map(|entry| {
            let entry = entry.expect("it is listed");
            let changed = entry.metadata().expect("it is there").modified().expect("it is known");
            let bytes = fs::read(entry.path()).expect("it is read");
            (entry.file_name().into_string().expect("it is text"), (changed, bytes))
        })
        .collect()
}

fn write(vault: &Vault<Unlocked>, number: usize) {
    for _ in 0..number {
        let text = realistic_dutch(1500);
        vault.connection().execute("INSERT INTO note (text) VALUES (?1)", [text]).expect("it is written");
    }
}

fn count(vault: &Vault<Unlocked>) -> i64 {
    vault.connection().query_row("SELECT count(*) FROM note", [], |row| row.get(0)).expect("it is read")
}

fn journal(locked: bool) -> TempVault {
    let temp = TempVault::set_up();
    let mut vault = temp.unlock();
    vault.migrate(&[NOTES]).expect("it runs");
    write(&vault, 100);
    vault.lock().expect("it locks");
    if !locked {
        let vault = temp.unlock();
        write(&vault, 20);
    }
    temp
}

fn to_read(temp: &TempVault) -> Result<Vault<Unlocked>, VaultError> {
    let folder = Folder::to_read(temp.path())?;
    Vault::at(folder).unlock_to_read(temp.data_key()).map_err(|(_, error)| error)
}

/// A whole session of reading, and of trying to write.
fn read_and_try(temp: &TempVault, rows: i64, verdict: Verdict) {
    let mut vault = to_read(temp).expect("it opens");
    assert!(vault.only_reads());
    assert_eq!(count(&vault), rows);
    assert_eq!(vault.checker().run(), Some(verdict));
    vault.settle(verdict).expect("nothing is written");
    assert_eq!(vault.verdict(), Some(verdict));
    assert!(vault.connection().execute("INSERT INTO note (text) VALUES ('x')", []).is_err());
    assert_eq!(vault.migrate(&[NOTES]), Err(VaultError::OnlyReading));
    assert_eq!(vault.accept(), Err(VaultError::OnlyReading));
    assert_eq!(vault.give_back(10), Err(VaultError::OnlyReading));
    assert_eq!(vault.after_commit(), Ok(()));
    assert_eq!(vault.empty_log(), Ok(()));
    vault.keep_reserve();
    assert!(!vault.make_room());
    assert_eq!(count(&vault), rows);
    vault.lock().expect("it closes");
}

#[test]
fn nothing_changes_in_a_locked_journal() {
    let temp = journal(true);
    let before = listing(temp.path());
    read_and_try(&temp, 100, Verdict::Sound);
    drop(to_read(&temp).expect("it opens"));
    assert_eq!(listing(temp.path()), before);
    assert_eq!(to_read(&temp).expect("it opens").left(), Left::Sealed);
}

#[test]
fn nothing_changes_after_a_crash_and_what_is_in_the_wal_is_read() {
    let temp = journal(false);
    // Whether the shared memory was left behind, as a kill leaves it, or not, as a copy does.
    let without = temp.copy();
    let _ = fs::remove_file(without.path().join("journal.db-shm"));
    for temp in [temp, without] {
        let before = listing(temp.path());
        assert!(before.contains_key("journal.db-wal"));
        read_and_try(&temp, 120, Verdict::Sound);
        assert_eq!(to_read(&temp).expect("it opens").left(), Left::NotClosed);
        assert_eq!(listing(temp.path()), before);
        // And afterwards it is the journal that it was.
        let vault = temp.unlock();
        assert_eq!((vault.left(), count(&vault)), (Left::NotClosed, 120));
    }
}

/// Who may do everything, such as root in a container, is not stopped by rights; the test above sees
/// what that one would do.
#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_read() {
    use std::os::unix::fs::PermissionsExt;

    for locked in [true, false] {
        let temp = journal(locked);
        let _ = fs::remove_file(temp.path().join("journal.db-shm"));
        let rights = |folder: u32, file: u32| {
            for entry in fs::read_dir(temp.path()).expect("it is listed") {
                let path = entry.expect("it is listed").path();
                fs::set_permissions(path, fs::Permissions::from_mode(file)).expect("it is ours");
            }
            fs::set_permissions(temp.path(), fs::Permissions::from_mode(folder)).expect("it is ours");
        };
        rights(0o500, 0o400);
        let before = listing(temp.path());
        let everything_is_allowed = fs::File::create(temp.path().join("probe")).is_ok();
        if everything_is_allowed {
            fs::remove_file(temp.path().join("probe")).expect("it can be removed");
        } else {
            assert_eq!(temp.try_unlock().err(), Some(VaultError::FolderNotWritable));
        }
        read_and_try(&temp, if locked { 100 } else { 120 }, Verdict::Sound);
        assert_eq!(listing(temp.path()), before);
        rights(0o700, 0o600);
    }
}

#[test]
fn a_broken_page_keeps_nobody_from_reading_the_others() {
    let temp = journal(true);
    let path = temp.path().join("journal.db");
    let good = fs::read(&path).expect("it is there");
    let pages = good.len() / 4096;
    let (mut opened, mut nearly_all) = (0, 0);
    for page in 1..pages {
        let mut bytes = good.clone();
        bytes[page * 4096 + 99] ^= 1;
        fs::write(&path, bytes).expect("it can be written");
        let before = listing(temp.path());
        // A page of the schema is one without which SQLite opens nothing.
        let Ok(mut vault) = to_read(&temp) else { continue };
        opened += 1;
        let verdict = vault.checker().run();
        assert_eq!(verdict, Some(Verdict::Damaged), "page {page}");
        vault.settle(Verdict::Damaged).expect("nothing is written");
        let mut look = vault.another_look().unwrap_or_else(|error| panic!("page {page}: {error}"));
        let mut texts: Vec<String> = Vec::new();
        for id in 1..=100 {
            match look.query_row("SELECT text FROM note WHERE id = ?1", [id], |row| row.get(0)) {
                Ok(text) => texts.push(text),
                // It met the broken page, and answers nothing any more.
                Err(_) => look = vault.another_look().expect("it opens"),
            }
        }
        assert!(texts.iter().all(|text| *text == realistic_dutch(1500)), "page {page}: a wrong text");
        // An inner page leads to many rows, a leaf to a few.
        nearly_all += usize::from(texts.len() >= 90);
        vault.lock().expect("it closes");
        assert_eq!(listing(temp.path()), before);
    }
    assert!(opened >= pages - 3 && nearly_all >= pages - 6, "{opened} and {nearly_all} of {pages}");
    // A file that is shorter than its own first page says is one that SQLite does not open.
    fs::write(&path, &good[..good.len() - 4096 * 3]).expect("it can be written");
    assert_eq!(to_read(&temp).err(), Some(VaultError::StoreDamaged));
}

#[test]
fn a_store_that_was_put_back_is_told_and_not_noted() {
    let temp = journal(true);
    let old = fs::read(temp.path().join("journal.db")).expect("it is there");
    let vault = temp.unlock();
    write(&vault, 1);
    vault.lock().expect("it locks");
    fs::write(temp.path().join("journal.db"), old).expect("it can be written");
    for _ in 0..2 {
        let before = listing(temp.path());
        read_and_try(&temp, 100, Verdict::ChangedOutside);
        assert_eq!(listing(temp.path()), before);
    }
}

#[test]
fn what_is_not_there_is_said() {
    let temp = journal(true);
    assert_eq!(Folder::to_read(temp.path().join("nowhere")).err(), Some(VaultError::StoreMissing));
    assert_eq!(Folder::to_read(temp.path().join("journal.db")).err(), Some(VaultError::StoreMissing));
    let other = TempVault::drawn(9);
    let folder = Folder::to_read(temp.path()).expect("it is there");
    let (locked, error) = Vault::at(folder).unlock_to_read(other.data_key()).expect_err("another key");
    assert_eq!(error, VaultError::StoreDamaged);
    assert!(locked.unlock_to_read(temp.data_key()).is_ok());
    fs::remove_file(temp.path().join("journal.db")).expect("it can be removed");
    assert_eq!(to_read(&temp).err(), Some(VaultError::StoreMissing));
}
