//! The seal: what somebody changed while the journal was locked is said, and nothing is blocked.

use std::fs;
use std::path::PathBuf;
use std::thread;

use testkit::{TempVault, realistic_dutch};
use vault::{Left, Migration, Unlocked, Vault, VaultError, Verdict};

const PAGE: usize = 4096;

const NOTES: Migration = Migration {
    version: 1,
    sql: "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
          CREATE VIRTUAL TABLE note_index USING fts5(text, content='note', content_rowid='id');
          INSERT INTO note_index (note_index, rank) VALUES ('secure-delete', 1);",
};

fn write(vault: &mut Vault<Unlocked>, number: usize) {
    let transaction = vault.connection_mut().transaction().expect("it begins");
    for _ in 0..number {
        let text = realistic_dutch(2500);
        transaction.execute("INSERT INTO note (text) VALUES (?1)", [&text]).expect("it is written");
        transaction
            .execute("INSERT INTO note_index (rowid, text) VALUES (last_insert_rowid(), ?1)", [&text])
            .expect("it is indexed");
    }
    transaction.commit().expect("it commits");
}

fn count(vault: &Vault<Unlocked>) -> i64 {
    vault.connection().query_row("SELECT count(*) FROM note", [], |row| row.get(0)).expect("it is read")
}

/// A locked journal of about a megabyte: four chunks or more.
fn journal() -> TempVault {
    let temp = TempVault::set_up();
    let mut vault = temp.unlock();
    vault.migrate(&[NOTES]).expect("it runs");
    write(&mut vault, 300);
    vault.lock().expect("it locks");
    temp
}

fn file(temp: &TempVault, name: &str) -> PathBuf {
    temp.path().join(name)
}

fn read(temp: &TempVault, name: &str) -> Vec<u8> {
    fs::read(file(temp, name)).expect("it is there")
}

fn replace(temp: &TempVault, name: &str, bytes: &[u8]) {
    fs::write(file(temp, name), bytes).expect("it can be written");
}

/// Unlocks, looks, and settles.
fn look(temp: &TempVault) -> (Vault<Unlocked>, Verdict) {
    let mut vault = temp.unlock();
    let verdict = vault.checker().run().expect("nobody locks it meanwhile");
    vault.settle(verdict).expect("it is noted");
    (vault, verdict)
}

#[test]
fn a_journal_that_was_locked_is_sound_when_it_is_unlocked() {
    let temp = journal();
    assert!(read(&temp, "journal.db").len() > 1_000_000);
    for _ in 0..3 {
        assert_eq!(temp.copy().unlock().verdict(), None, "only a checker can tell");
        let (mut vault, verdict) = look(&temp);
        assert_eq!((vault.left(), verdict), (Left::Sealed, Verdict::Sound));
        assert_eq!(vault.verdict(), Some(Verdict::Sound));
        write(&mut vault, 1);
        vault.lock().expect("it locks");
    }
}

#[test]
fn an_old_page_put_back_is_seen() {
    let temp = journal();
    let old = read(&temp, "journal.db");
    let (vault, _) = look(&temp);
    vault.connection().execute("UPDATE note SET text = 'nieuw' WHERE id = 150", []).expect("ok");
    vault.lock().expect("it locks");
    let new = read(&temp, "journal.db");
    let mut changed = 0;
    for page in 0..new.len() / PAGE {
        let place = page * PAGE..(page + 1) * PAGE;
        if new[place.clone()] == old[place.clone()] {
            continue;
        }
        changed += 1;
        let rolled_back = temp.copy();
        let mut bytes = new.clone();
        bytes[place.clone()].copy_from_slice(&old[place]);
        replace(&rolled_back, "journal.db", &bytes);
        // SQLCipher accepts it: every page is authentic. Only the seal knows better. An old first
        // page may even disagree with the others, which is then damage.
        let (_, verdict) = look(&rolled_back);
        assert_ne!(verdict, Verdict::Sound, "page {page}");
    }
    assert!(changed > 0);
}

#[test]
fn an_old_page_of_text_is_called_changed_not_damaged() {
    let temp = journal();
    let old = read(&temp, "journal.db");
    let (vault, _) = look(&temp);
    // The same length, so that exactly the pages of this text change.
    vault
        .connection()
        .execute("UPDATE note SET text = replace(text, 'lift', 'trap') WHERE id = 150", [])
        .expect("it is written");
    vault.lock().expect("it locks");
    let new = read(&temp, "journal.db");
    let last = (0..new.len() / PAGE)
        .rfind(|page| new[page * PAGE..(page + 1) * PAGE] != old[page * PAGE..(page + 1) * PAGE])
        .expect("a page changed");
    let mut bytes = new.clone();
    bytes[last * PAGE..(last + 1) * PAGE].copy_from_slice(&old[last * PAGE..(last + 1) * PAGE]);
    replace(&temp, "journal.db", &bytes);
    let (vault, verdict) = look(&temp);
    assert_eq!(verdict, Verdict::ChangedOutside);
    assert_eq!(count(&vault), 300, "reading is never blocked");
}

#[test]
fn swapped_pages_are_seen() {
    let temp = journal();
    let mut bytes = read(&temp, "journal.db");
    let (front, back) = bytes.split_at_mut(200 * PAGE);
    front[100 * PAGE..101 * PAGE].swap_with_slice(&mut back[..PAGE]);
    replace(&temp, "journal.db", &bytes);
    assert_eq!(look(&temp).1, Verdict::Damaged);
}

#[test]
fn a_flipped_bit_anywhere_is_damage() {
    let temp = journal();
    let good = read(&temp, "journal.db");
    // One in each of many pages, free pages too; the first page has a test of its own.
    for page in (1..good.len() / PAGE).step_by(13) {
        let mut bytes = good.clone();
        bytes[page * PAGE + (page * 37) % PAGE] ^= 1;
        replace(&temp, "journal.db", &bytes);
        let broken = temp.copy();
        assert_eq!(look(&broken).1, Verdict::Damaged, "page {page}");
    }
    let mut bytes = good;
    bytes[1000] ^= 1;
    replace(&temp, "journal.db", &bytes);
    assert_eq!(temp.try_unlock().err(), Some(VaultError::StoreDamaged));
}

#[test]
fn a_store_cut_off_is_seen() {
    let temp = journal();
    let good = read(&temp, "journal.db");
    for pages in [1, 10, good.len() / PAGE - 1] {
        let cut = temp.copy();
        replace(&cut, "journal.db", &good[..pages * PAGE]);
        match cut.try_unlock() {
            Ok(vault) => assert_ne!(vault.checker().run(), Some(Verdict::Sound), "{pages} pages"),
            Err(error) => assert_eq!(error, VaultError::StoreDamaged, "{pages} pages"),
        }
    }
    let longer = temp.copy();
    replace(&longer, "journal.db", &[&good[..], &[0; PAGE]].concat());
    assert_eq!(longer.copy().unlock().verdict(), Some(Verdict::ChangedOutside));
    assert_ne!(look(&longer).1, Verdict::Sound);
}

#[test]
fn a_whole_old_store_is_seen() {
    let temp = journal();
    let old = read(&temp, "journal.db");
    let (mut vault, _) = look(&temp);
    write(&mut vault, 1);
    vault.lock().expect("it locks");
    replace(&temp, "journal.db", &old);
    let known = temp.copy().unlock().verdict();
    assert_eq!(known, Some(Verdict::ChangedOutside), "its generation tells at once");
    let (vault, verdict) = look(&temp);
    assert_eq!(verdict, Verdict::ChangedOutside);
    assert_eq!(count(&vault), 300);
}

/// The limit of what a file can say about itself, written down so that nobody promises more: all
/// files of last week, put back together, are last week.
#[test]
fn all_old_files_together_look_sound() {
    let temp = journal();
    let old = temp.copy();
    let (mut vault, _) = look(&temp);
    write(&mut vault, 1);
    vault.lock().expect("it locks");
    for name in ["journal.db", "seal"] {
        replace(&temp, name, &read(&old, name));
    }
    let (vault, verdict) = look(&temp);
    assert_eq!((verdict, count(&vault)), (Verdict::Sound, 300));
}

#[test]
fn an_old_seal_is_seen() {
    let temp = journal();
    let old = read(&temp, "seal");
    let (mut vault, _) = look(&temp);
    write(&mut vault, 1);
    vault.lock().expect("it locks");
    replace(&temp, "seal", &old);
    assert_eq!(temp.copy().unlock().verdict(), Some(Verdict::ChangedOutside));
    assert_eq!(look(&temp).1, Verdict::ChangedOutside);
}

#[test]
fn a_seal_that_is_gone_damaged_or_foreign_is_said_and_blocks_nothing() {
    let temp = journal();
    let other = TempVault::drawn(77);
    other.unlock().lock().expect("it locks");
    let good = read(&temp, "seal");
    let mut flipped = good.clone();
    flipped[60] ^= 1;
    let mut forged = good.clone();
    forged[60] ^= 1;
    renew_checksum(&mut forged);
    let mut cut = good[..good.len() - 1].to_vec();
    let mut cut_renewed = good[..good.len() - 16].to_vec();
    renew_checksum(&mut cut_renewed);
    cut.shrink_to_fit();
    for seal in [flipped, forged, cut, cut_renewed, Vec::new(), read(&other, "seal")] {
        let temp = temp.copy();
        replace(&temp, "seal", &seal);
        let (vault, verdict) = look(&temp);
        assert_eq!((vault.left(), verdict), (Left::NotClosed, Verdict::ChangedOutside));
        assert_eq!(count(&vault), 300);
    }
    fs::remove_file(file(&temp, "seal")).expect("it can be removed");
    assert_eq!(look(&temp).1, Verdict::ChangedOutside);
}

#[test]
fn a_newer_seal_is_not_overwritten() {
    let temp = journal();
    let mut seal = read(&temp, "seal");
    seal[40] = 2;
    renew_checksum(&mut seal);
    replace(&temp, "seal", &seal);
    assert_eq!(temp.try_unlock().err(), Some(VaultError::NewerFormat));
    assert_eq!(read(&temp, "seal"), seal);
}

fn renew_checksum(bytes: &mut [u8]) {
    use sha2::{Digest, Sha256};
    let checksum = Sha256::digest(&bytes[40..]);
    bytes[8..40].copy_from_slice(&checksum);
}

#[test]
fn a_wal_beside_a_sealed_store_is_seen() {
    let temp = journal();
    let (mut vault, _) = look(&temp);
    write(&mut vault, 1);
    let wal = read(&temp, "journal.db-wal");
    vault.lock().expect("it locks");
    assert!(!file(&temp, "journal.db-wal").exists());
    replace(&temp, "journal.db-wal", &wal);
    let (vault, verdict) = look(&temp);
    assert_ne!(verdict, Verdict::Sound);
    assert!(count(&vault) >= 300);
}

#[test]
fn a_finding_stays_until_it_is_accepted() {
    let temp = journal();
    let mut seal = read(&temp, "seal");
    seal[100] ^= 1;
    replace(&temp, "seal", &seal);
    for _ in 0..3 {
        let (mut vault, verdict) = look(&temp);
        assert_eq!(verdict, Verdict::ChangedOutside);
        vault.settle(Verdict::Sound).expect("it is noted");
        assert_eq!(vault.checker().run(), Some(Verdict::ChangedOutside));
        write(&mut vault, 1);
        vault.lock().expect("it locks");
    }
    // A crash does not forget it either.
    drop(look(&temp).0);
    let (mut vault, verdict) = look(&temp);
    assert_eq!(verdict, Verdict::ChangedOutside);
    vault.accept().expect("a whole store can be accepted");
    vault.lock().expect("it locks");
    let (vault, verdict) = look(&temp);
    assert_eq!((verdict, count(&vault)), (Verdict::Sound, 303));
}

#[test]
fn damage_cannot_be_accepted_but_words_can_still_be_written() {
    let temp = journal();
    let mut bytes = read(&temp, "journal.db");
    let last = bytes.len() - 100;
    bytes[last] ^= 1;
    replace(&temp, "journal.db", &bytes);
    let (mut vault, verdict) = look(&temp);
    assert_eq!(verdict, Verdict::Damaged);
    assert_eq!(vault.accept(), Err(VaultError::StoreDamaged));
    vault.connection().execute("INSERT INTO note (text) VALUES ('erbij')", []).expect("ok");
    vault.lock().expect("it locks");
    let (vault, verdict) = look(&temp);
    assert_eq!(verdict, Verdict::Damaged);
    let text: String = vault
        .connection()
        .query_row("SELECT text FROM note WHERE id = 301", [], |row| row.get(0))
        .expect("the new words are there");
    assert_eq!(text, "erbij");
}

/// Whoever locks before the checker was done loses nothing, and a change is still seen later.
#[test]
fn locking_unchecked_does_not_bless_a_change() {
    let temp = journal();
    let old = read(&temp, "journal.db");
    let (vault, _) = look(&temp);
    vault.connection().execute("UPDATE note SET text = 'nieuw' WHERE id = 20", []).expect("ok");
    vault.connection().execute("UPDATE note SET text = 'nieuw' WHERE id = 280", []).expect("ok");
    vault.lock().expect("it locks");
    let new = read(&temp, "journal.db");
    for page in 1..new.len() / PAGE {
        let place = page * PAGE..(page + 1) * PAGE;
        if new[place.clone()] == old[place.clone()] {
            continue;
        }
        let temp = temp.copy();
        let mut bytes = new.clone();
        bytes[place.clone()].copy_from_slice(&old[place]);
        replace(&temp, "journal.db", &bytes);
        for round in 0..3 {
            let vault = temp.unlock();
            // Writing touches some chunks, with the changed page among them or not.
            let _ = vault.connection().execute("INSERT INTO note (text) VALUES ('x')", []);
            vault.lock().unwrap_or_else(|error| panic!("page {page}, round {round}: {error}"));
        }
        assert_ne!(look(&temp).1, Verdict::Sound, "page {page}");
    }
}

#[test]
fn locking_unchecked_after_a_crash_stays_open() {
    let temp = journal();
    let (mut vault, _) = look(&temp);
    write(&mut vault, 1);
    drop(vault);
    for round in 1..=3 {
        let mut vault = temp.unlock();
        assert_eq!(vault.left(), Left::NotClosed);
        write(&mut vault, 1);
        assert_eq!(count(&vault), 301 + round);
        vault.lock().expect("it locks");
    }
    let (vault, verdict) = look(&temp);
    assert_eq!((verdict, count(&vault)), (Verdict::Sound, 304));
    vault.lock().expect("it locks");
    let (vault, verdict) = look(&temp);
    assert_eq!((vault.left(), verdict), (Left::Sealed, Verdict::Sound));
}

#[test]
fn nothing_is_merged_before_the_verdict_and_the_wal_stays_short_after_it() {
    let temp = journal();
    let sealed = read(&temp, "journal.db");
    let mut vault = temp.unlock();
    let wal = || fs::metadata(file(&temp, "journal.db-wal")).map_or(0, |file| file.len());
    write(&mut vault, 1500);
    vault.after_commit().expect("it does nothing");
    assert!(wal() > 4 * 1024 * 1024);
    assert_eq!(read(&temp, "journal.db"), sealed);
    assert_eq!(vault.checker().run(), Some(Verdict::Sound));
    vault.settle(Verdict::Sound).expect("it is noted");
    vault.after_commit().expect("it merges");
    assert_eq!(wal(), 0);
    assert_ne!(read(&temp, "journal.db"), sealed);
    assert_eq!(vault.checker().run(), Some(Verdict::Sound), "a late look changes nothing");
    write(&mut vault, 1);
    vault.after_commit().expect("it does nothing");
    assert!(wal() > 0, "a short WAL is left alone");
    vault.lock().expect("it locks");
    let (vault, verdict) = look(&temp);
    assert_eq!((verdict, count(&vault)), (Verdict::Sound, 1801));
}

#[test]
fn a_checker_in_another_thread_does_not_stand_in_the_way() {
    let temp = journal();
    for round in 0..10 {
        // Odd rounds begin after a crash, where the checker asks SQLite.
        if round % 2 == 1 {
            drop(temp.unlock());
        }
        let mut vault = temp.unlock();
        let checker = vault.checker();
        let at_work = thread::spawn(move || checker.run());
        write(&mut vault, 1);
        vault.lock().expect("it locks");
        let verdict = at_work.join().expect("it does not panic");
        assert!(matches!(verdict, None | Some(Verdict::Sound)), "{verdict:?}");
        assert_eq!(count(&temp.unlock()), round + 301);
    }
}

#[test]
fn a_checker_that_outlives_its_journal_says_nothing() {
    let temp = journal();
    let vault = temp.unlock();
    let checker = vault.checker();
    vault.lock().expect("it locks");
    assert_eq!(checker.run(), None);
}

#[test]
fn a_finding_never_gets_weaker() {
    let temp = journal();
    let vault = temp.unlock();
    vault.connection().execute("DELETE FROM vault_state", []).expect("somebody with the key did it");
    vault.lock().expect("it locks");
    for _ in 0..2 {
        let mut vault = temp.unlock();
        assert_eq!(vault.verdict(), Some(Verdict::Damaged));
        assert_eq!(vault.checker().run(), Some(Verdict::Damaged));
        for later in [Verdict::ChangedOutside, Verdict::Sound] {
            vault.settle(later).expect("it is noted");
            assert_eq!(vault.verdict(), Some(Verdict::Damaged));
        }
        assert!(vault.accept().is_err());
        vault.lock().expect("it locks");
    }
}
