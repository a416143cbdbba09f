//! The store: its settings, what SQL may not do to it, its migrations, and what a thief reads.

use std::fs;
use std::path::Path;

use rusqlite::types::Value;
use testkit::{TempVault, realistic_dutch};
use vault::{DataKey, Left, Migration, Unlocked, Vault, VaultError, Verdict};

fn ask(vault: &Vault<Unlocked>, sql: &str) -> rusqlite::Result<String> {
    vault.connection().query_row(sql, [], |row| {
        row.get::<_, Value>(0).map(|value| match value.clone() {
            Value::Integer(number) => number.to_string(),
            Value::Text(text) => text,
            Value::Null | Value::Real(_) | Value::Blob(_) => panic!("{sql} gave {value:?}"),
        })
    })
}

/// A table with one text and a full-text index on it, as the journal has them.
const NOTES: Migration = Migration {
    version: 1,
    sql: "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
          CREATE VIRTUAL TABLE note_index USING fts5(
              text, content='note', content_rowid='id',
              tokenize='unicode61 remove_diacritics 2');
          INSERT INTO note_index (note_index, rank) VALUES ('secure-delete', 1);
          INSERT INTO note_index (note_index, rank) VALUES ('pgsz', 3970);",
};

fn write(vault: &Vault<Unlocked>, text: &str) {
    vault.connection().execute("INSERT INTO note (text) VALUES (?1)", [text]).expect("it is written");
    vault
        .connection()
        .execute("INSERT INTO note_index (rowid, text) VALUES (last_insert_rowid(), ?1)", [text])
        .expect("it is indexed");
}

fn notes(vault: &Vault<Unlocked>) -> Vec<String> {
    let mut statement =
        vault.connection().prepare("SELECT text FROM note ORDER BY id").expect("there is a table");
    let rows = statement.query_map([], |row| row.get(0)).expect("it is read");
    rows.collect::<rusqlite::Result<_>>().expect("it is read")
}

#[test]
fn every_setting_is_in_force() {
    let vault = TempVault::set_up().unlock();
    let cases = [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("fullfsync", "1"),
        ("checkpoint_fullfsync", "1"),
        ("temp_store", "2"),
        ("secure_delete", "1"),
        ("trusted_schema", "0"),
        ("cell_size_check", "1"),
        ("foreign_keys", "1"),
        ("mmap_size", "0"),
        ("cache_size", "-64000"),
        ("wal_autocheckpoint", "0"),
        ("page_size", "4096"),
        ("cipher_page_size", "4096"),
        ("cipher_use_hmac", "1"),
        ("cipher_hmac_algorithm", "HMAC_SHA512"),
        ("cipher_memory_security", "0"),
        ("cipher_log_level", "NONE"),
    ];
    for (name, expected) in cases {
        let found = ask(&vault, &format!("PRAGMA {name}")).expect("it may be read");
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn sql_cannot_reach_out_of_the_store() {
    let temp = TempVault::set_up();
    let vault = temp.unlock();
    let outside = temp.path().join("outside.db");
    let outside = outside.display();
    let refused = [
        format!("ATTACH '{outside}' AS plain KEY ''"),
        format!("ATTACH '{outside}' AS plain"),
        "ATTACH '' AS plain KEY ''".to_owned(),
        "ATTACH ':memory:' AS plain".to_owned(),
        "DETACH main".to_owned(),
        format!("VACUUM INTO '{outside}'"),
        "SELECT sqlcipher_export('main')".to_owned(),
        "SELECT load_extension('x')".to_owned(),
        "SELECT fts3_tokenizer('simple')".to_owned(),
        "PRAGMA temp_store = FILE".to_owned(),
        "PRAGMA temp_store_directory = '/tmp'".to_owned(),
        "PRAGMA key = 'x'".to_owned(),
        "PRAGMA hexkey = '00'".to_owned(),
        "PRAGMA rekey = 'x'".to_owned(),
        "PRAGMA hexrekey = '00'".to_owned(),
        "PRAGMA textkey = 'x'".to_owned(),
        "PRAGMA cipher_default_use_hmac = OFF".to_owned(),
        "PRAGMA cipher_log = '/tmp/log'".to_owned(),
        "PRAGMA cipher_log_level = TRACE".to_owned(),
        "PRAGMA cipher_profile = '/tmp/profile'".to_owned(),
        "PRAGMA cipher_migrate".to_owned(),
        "PRAGMA journal_mode = DELETE".to_owned(),
        "PRAGMA main.journal_mode = OFF".to_owned(),
        "PRAGMA synchronous = OFF".to_owned(),
        "PRAGMA secure_delete = OFF".to_owned(),
        "PRAGMA SYNCHRONOUS(0)".to_owned(),
        "PRAGMA foreign_keys = OFF".to_owned(),
        "PRAGMA trusted_schema = ON".to_owned(),
        "PRAGMA writable_schema = ON".to_owned(),
        "PRAGMA wal_checkpoint(TRUNCATE)".to_owned(),
        "PRAGMA wal_autocheckpoint = 1".to_owned(),
        "PRAGMA application_id = 1".to_owned(),
        "PRAGMA mmap_size = 1000000".to_owned(),
    ];
    for sql in refused {
        let answer = vault.connection().execute_batch(&sql);
        assert!(answer.is_err(), "{sql}");
        let state: i64 = vault
            .connection()
            .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
            .expect("the store is still open with its key");
        assert!(state > 0);
    }
    assert!(!temp.path().join("outside.db").exists());
}

#[test]
fn the_journal_can_do_its_work() {
    let mut vault = TempVault::set_up().unlock();
    assert_eq!(vault.migrate(&[NOTES]), Ok(0));
    let transaction = vault.connection_mut().transaction().expect("it begins");
    transaction
        .execute_batch(
            "SAVEPOINT a; PRAGMA defer_foreign_keys = ON; RELEASE a;
             CREATE TEMP TABLE scratch (x); INSERT INTO scratch VALUES (1); DROP TABLE scratch;",
        )
        .expect("it is allowed");
    transaction.commit().expect("it commits");
    write(&vault, "Reünie in Zeeland");
    let found = ask(&vault, "SELECT rowid FROM note_index WHERE note_index MATCH 'reunie'");
    assert_eq!(found.expect("it is found"), "1");
    for check in ["PRAGMA integrity_check", "PRAGMA quick_check", "PRAGMA optimize"] {
        vault.connection().execute_batch(check).expect(check);
    }
    vault
        .connection()
        .execute("INSERT INTO note_index (note_index) VALUES ('integrity-check')", [])
        .expect("the index is whole");
}

#[test]
fn another_key_or_no_database_is_damage_not_a_new_store() {
    let temp = TempVault::set_up();
    let mut block = *temp.data_key().to_hand_over();
    block[0] ^= 1;
    let (locked, error) = Vault::at(temp.folder().clone())
        .unlock(DataKey::from_hand_over(&block))
        .expect_err("it is another key");
    assert_eq!(error, VaultError::StoreDamaged);
    assert!(locked.unlock(temp.data_key()).is_ok(), "the same vault opens with its own key");

    for content in [&b""[..], &[0; 4096], &[b'x'; 100_000], b"SQLite format 3\0"] {
        let temp = TempVault::set_up();
        let file = temp.path().join("journal.db");
        fs::write(&file, content).expect("it can be written");
        assert_eq!(temp.try_unlock().err(), Some(VaultError::StoreDamaged));
        assert_eq!(fs::read(&file).expect("it is there"), content, "it was written in");
    }
}

#[test]
fn migrations_run_once_and_in_order() {
    let second = Migration { version: 2, sql: "ALTER TABLE note ADD COLUMN day TEXT;" };
    let temp = TempVault::set_up();
    let mut vault = temp.unlock();
    assert_eq!(vault.migrate(&[NOTES]), Ok(0));
    assert_eq!(vault.migrate(&[NOTES]), Ok(1));
    assert_eq!(vault.migrate(&[NOTES, second]), Ok(1));
    vault.lock().expect("it locks");
    let mut vault = temp.unlock();
    assert_eq!(vault.migrate(&[NOTES, second]), Ok(2));
    assert_eq!(vault.migrate(&[NOTES]), Err(VaultError::NewerFormat));
    let misordered = [&[second][..], &[NOTES, NOTES], &[second, NOTES]];
    for list in misordered {
        assert_eq!(vault.migrate(list), Err(VaultError::MigrationsOutOfOrder));
    }
}

#[test]
fn a_migration_that_fails_leaves_everything_as_it_was() {
    let temp = TempVault::set_up();
    let mut vault = temp.unlock();
    vault.migrate(&[NOTES]).expect("it runs");
    write(&vault, "blijft");
    let good = Migration { version: 2, sql: "CREATE TABLE extra (x);" };
    let bad = Migration { version: 3, sql: "DELETE FROM note; SELECT * FROM nowhere;" };
    assert!(matches!(vault.migrate(&[NOTES, good, bad]), Err(VaultError::Sqlite { .. })));
    assert_eq!(notes(&vault), ["blijft"]);
    assert_eq!(ask(&vault, "PRAGMA user_version").expect("it is read"), "1");
    let tables = "SELECT count(*) FROM sqlite_schema WHERE name = 'extra'";
    assert_eq!(ask(&vault, tables).expect("it is read"), "0");
    let ends = Migration { version: 2, sql: "COMMIT;" };
    assert_eq!(vault.migrate(&[NOTES, ends]), Err(VaultError::MigrationsOutOfOrder));
    assert_eq!(ask(&vault, "PRAGMA user_version").expect("it is read"), "1");
    assert_eq!(vault.migrate(&[NOTES, good]), Ok(1), "it can still be migrated");
}

/// A version that cannot be read is not version 0: nothing runs.
#[test]
fn a_version_that_cannot_be_read_runs_nothing() {
    let temp = TempVault::set_up();
    let mut vault = temp.unlock();
    vault.connection().execute_batch("PRAGMA user_version = -1").expect("it is set");
    assert_eq!(vault.migrate(&[NOTES]), Err(VaultError::StoreDamaged));
    vault.connection().execute_batch("PRAGMA user_version = 0; BEGIN").expect("it is set");
    // A transaction in a transaction: the read does not even begin.
    assert!(vault.migrate(&[NOTES]).is_err());
    vault.connection().execute_batch("COMMIT").expect("it ends");
    let tables = "SELECT count(*) FROM sqlite_schema WHERE name = 'note'";
    assert_eq!(ask(&vault, tables).expect("it is read"), "0");
}

#[test]
fn a_thief_reads_no_word() {
    let temp = TempVault::set_up();
    let mut vault = temp.unlock();
    vault.migrate(&[NOTES]).expect("it runs");
    let canary = "kanariepiet";
    for number in 0..200 {
        write(&vault, &format!("{canary} {number} {}", realistic_dutch(500)));
    }
    vault
        .connection()
        .execute_batch("CREATE TABLE kanariepiet_table (kanariepiet_column)")
        .expect("it is made");
    let wide: Vec<u8> = canary.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let search = |moment: &str| {
        for entry in fs::read_dir(temp.path()).expect("it is listed") {
            let path = entry.expect("it is listed").path();
            let bytes = fs::read(&path).expect("it is read");
            for needle in [canary.as_bytes(), &wide, b"CREATE TABLE", b"SQLite format"] {
                let found = bytes.windows(needle.len()).any(|window| window == needle);
                assert!(!found, "{moment}: {}", path.display());
            }
        }
    };
    let entropy = |name: &str| {
        let bytes = fs::read(temp.path().join(name)).expect("it is there");
        assert!(bytes.len() > 64 * 1024, "{name} is too small to measure");
        let mut counts = [0_f64; 256];
        for byte in &bytes {
            counts[usize::from(*byte)] += 1.0;
        }
        #[allow(clippy::cast_precision_loss, reason = "a file of some hundred kilobytes")]
        let length = bytes.len() as f64;
        let bits: f64 = counts
            .iter()
            .filter(|count| **count > 0.0)
            .map(|count| -(count / length) * (count / length).log2())
            .sum();
        assert!(bits >= 7.99, "{name}: {bits} bits a byte");
    };
    search("open");
    entropy("journal.db-wal");
    vault.lock().expect("it locks");
    search("locked");
    entropy("journal.db");
    let names: Vec<_> = fs::read_dir(temp.path())
        .expect("it is listed")
        .map(|entry| entry.expect("it is listed").file_name())
        .collect();
    assert_eq!(names.len(), 3, "store, seal and slots, and nothing else: {names:?}");
}

#[test]
fn words_survive_a_crash() {
    let temp = TempVault::set_up();
    let mut vault = temp.unlock();
    vault.migrate(&[NOTES]).expect("it runs");
    let text = realistic_dutch(5000);
    write(&vault, &text);
    drop(vault);
    let killed = temp.copy();
    for temp in [temp, killed] {
        let mut vault = temp.unlock();
        assert_eq!(vault.left(), Left::NotClosed);
        assert_eq!(notes(&vault), [text.as_str()]);
        assert_eq!(vault.checker().run(), Some(Verdict::Sound));
        vault.settle(Verdict::Sound).expect("it is noted");
        vault.lock().expect("it locks");
        let vault = temp.unlock();
        assert_eq!(vault.left(), Left::Sealed);
        assert_eq!(notes(&vault), [text.as_str()]);
    }
}

/// A process that is killed leaves its files as they are at that moment.
#[test]
fn a_copy_taken_at_any_moment_opens_with_what_was_committed() {
    let temp = TempVault::set_up();
    let mut vault = temp.unlock();
    vault.migrate(&[NOTES]).expect("it runs");
    for number in 0..20 {
        write(&vault, &number.to_string());
        let killed = temp.copy();
        let vault = killed.unlock();
        assert_eq!(notes(&vault).len(), number + 1);
        assert_eq!(vault.checker().run(), Some(Verdict::Sound));
    }
}

#[test]
fn specimens_come_back_byte_for_byte() {
    let temp = TempVault::set_up();
    let mut vault = temp.unlock();
    vault.migrate(&[NOTES]).expect("it runs");
    let mut texts: Vec<String> =
        testkit::specimens::ALL.iter().map(|specimen| specimen.text.to_owned()).collect();
    texts.push(testkit::specimens::very_long_word());
    texts.push(testkit::specimens::tall_character());
    for text in &texts {
        write(&vault, text);
    }
    vault.lock().expect("it locks");
    assert_eq!(notes(&temp.unlock()), texts);
}

/// The nearest neighbour of this program could be opened by anybody who had its file: a key lay in
/// it, as the hash of the passphrase. So try every stored byte string, and its hash, as a key.
#[test]
fn a_thief_with_the_folder_and_this_source_opens_nothing() {
    use sha2::{Digest, Sha256};

    let temp = TempVault::set_up();
    let mut slots = temp.slots();
    let mut randomness = testkit::SeededRandomness::new(6);
    let recovery = vault::RecoveryKey::draw(&mut randomness).expect("it never runs dry");
    slots.set_recovery_key(&temp.data_key(), &recovery, &mut randomness).expect("it is set");
    slots.store(temp.folder()).expect("it is written");
    temp.unlock().lock().expect("it locks");

    let store = temp.path().join("journal.db");
    let opens = |store: &Path, key: &[u8]| {
        let spelt: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        let connection = rusqlite::Connection::open(store).expect("it is a file");
        connection.execute_batch(&format!("PRAGMA key = \"x'{spelt}'\"")).expect("it is taken");
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).is_ok()
    };
    let vault_id = &temp.data_key().to_hand_over()[32..].to_vec();
    let mut tried = 0;
    for name in ["slots", "slots.previous", "seal"] {
        let bytes = fs::read(temp.path().join(name)).expect("it is there");
        for window in bytes.windows(32) {
            for key in [window.to_vec(), Sha256::digest(window).to_vec()] {
                assert!(!opens(&store, &key), "{name} holds the key of the store");
                let mut block = [0; DataKey::HAND_OVER_LENGTH];
                block[..32].copy_from_slice(&key);
                block[32..].copy_from_slice(vault_id);
                let opened = Vault::at(temp.folder().clone()).unlock(DataKey::from_hand_over(&block));
                assert!(opened.is_err(), "{name} holds the data key");
                tried += 1;
            }
        }
    }
    assert!(tried > 1000);
    // Both ways of trying do open what they should.
    assert!(temp.try_unlock().is_ok());
    let own = temp.path().join("own.db");
    let connection = rusqlite::Connection::open(&own).expect("it is made");
    let spelt = "07".repeat(32);
    connection
        .execute_batch(&format!("PRAGMA key = \"x'{spelt}'\"; CREATE TABLE t (x);"))
        .expect("it is made");
    assert!(opens(&own, &[7; 32]) && !opens(&own, &[8; 32]));
}

#[test]
fn the_store_of_another_journal_does_not_open() {
    let (one, two) = (TempVault::set_up(), TempVault::drawn(5));
    fs::copy(two.path().join("journal.db"), one.path().join("journal.db")).expect("it is copied");
    assert_eq!(one.try_unlock().err(), Some(VaultError::StoreDamaged));
    fs::copy(two.path().join("seal"), one.path().join("seal")).expect("it is copied");
    assert_eq!(one.try_unlock().err(), Some(VaultError::StoreDamaged));
}

/// An open vault goes to the thread that works with it, a checker to the one that looks.
#[test]
fn vaults_and_checkers_can_change_threads() {
    fn can_be_sent<T: Send>() {}
    can_be_sent::<Vault<Unlocked>>();
    can_be_sent::<vault::Checker>();
    can_be_sent::<DataKey>();
}
