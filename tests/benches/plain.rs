//! The limit: the same rows, the same schema and the same index, page for page of it, in a file that is
//! not encrypted, with the settings of ours; and statements that are run on both.

use std::{fs, path::Path};

use journal::Journal;
use testkit::realistic_dutch;
use vault::rusqlite::{self, Connection, OptionalExtension as _, params, params_from_iter, types::Value};

use crate::table::progress;

/// Rows on the first page of the list, and rows that a search shows first.
pub const PAGE: usize = 50;
pub const HITS: usize = 20;
/// Characters of an answer that somebody had time for.
pub const ANSWER: usize = 1_500;

/// What the vault sets, as far as a file without a key has it.
const SETTINGS: &str = "PRAGMA page_size = 4096; PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
    PRAGMA cache_size = -64000; PRAGMA wal_autocheckpoint = 0;";

const WORDS: &str = "SELECT rowid, snippet(entry_index, 0, '[', ']', '…', 24) FROM entry_index
    WHERE entry_index MATCH ?1 ORDER BY rowid DESC LIMIT 20";
const LATEST: &str = "SELECT entry.id, entry.day, contact.kind, alias.name, entry.title,
        (SELECT substr(answer.text, 1, 200) FROM answer WHERE answer.entry = entry.id ORDER BY ordinal LIMIT 1)
    FROM entry LEFT JOIN contact ON contact.id = entry.contact LEFT JOIN alias ON alias.id = contact.alias
    WHERE entry.deleted_at IS NULL ORDER BY entry.day DESC, entry.id DESC LIMIT 50";
/// Along the index of an alias's contacts, as the journal asks it.
const OF_ALIAS: &str = "SELECT entry.id, contact.day, contact.kind, alias.name, entry.title,
        (SELECT substr(answer.text, 1, 200) FROM answer WHERE answer.entry = entry.id ORDER BY ordinal LIMIT 1)
    FROM alias CROSS JOIN contact ON contact.alias = alias.id CROSS JOIN entry ON entry.contact = contact.id
    WHERE alias.folded = ?1 AND entry.deleted_at IS NULL ORDER BY contact.day DESC, entry.id DESC LIMIT 50";
const EVERYTHING: &str = "SELECT entry.id, entry.day, contact.kind, alias.name, entry.title, answer.field,
        wording.text, answer.text
    FROM entry LEFT JOIN contact ON contact.id = entry.contact LEFT JOIN alias ON alias.id = contact.alias
    JOIN answer ON answer.entry = entry.id LEFT JOIN wording ON wording.id = answer.wording
    WHERE entry.deleted_at IS NULL ORDER BY entry.id, answer.ordinal";

/// Opens the plain copy of a journal, which is made when it is not there.
///
/// # Panics
/// When it cannot be made.
pub fn open(file: &Path, journal: &Journal) -> Connection {
    if !file.is_file() {
        progress("  making the same store without a key, once");
        let draft = file.with_extension("draft");
        let _ = fs::remove_file(&draft);
        fill(&draft, journal.vault().connection()).expect("the rows can be copied");
        fs::rename(&draft, file).expect("the copy can be kept");
    }
    let connection = Connection::open(file).expect("the plain store opens");
    connection.execute_batch(SETTINGS).expect("it takes its settings");
    connection
}

/// Copies every table into a new file, and the tables of the index as they are.
fn fill(file: &Path, from: &Connection) -> rusqlite::Result<()> {
    let to = Connection::open(file)?;
    to.execute_batch(SETTINGS)?;
    to.execute_batch("BEGIN")?;
    let all: Vec<(String, String, String)> = from
        .prepare("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    let kept = |name: &str| name.starts_with("entry_index_");
    let made = |name: &str| kept(name) || name.starts_with("sqlite_");
    // What speaks of tables comes after them.
    for (_, name, sql) in all.iter().filter(|(kind, name, _)| kind == "table" && !made(name)) {
        to.execute_batch(sql)?;
        if !sql.starts_with("CREATE VIRTUAL") {
            copy_rows(from, &to, name)?;
        }
    }
    for (_, name, _) in all.iter().filter(|(kind, name, _)| kind == "table" && made(name)) {
        to.execute_batch(&format!("DELETE FROM {name}"))?;
        copy_rows(from, &to, name)?;
    }
    for (_, _, sql) in all.iter().filter(|(kind, _, _)| kind != "table") {
        to.execute_batch(sql)?;
    }
    to.execute_batch("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)")?;
    to.close().map_err(|(_, error)| error)
}

/// Copies the rows of a table, without what is computed.
fn copy_rows(from: &Connection, to: &Connection, table: &str) -> rusqlite::Result<()> {
    let columns: Vec<String> = from
        .prepare(&format!("SELECT name FROM pragma_table_xinfo('{table}') WHERE hidden = 0"))?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let marks = vec!["?"; columns.len()].join(", ");
    let names = columns.join(", ");
    let mut read = from.prepare(&format!("SELECT {names} FROM {table}"))?;
    let mut write = to.prepare(&format!("INSERT INTO {table} ({names}) VALUES ({marks})"))?;
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        let values = (0..columns.len()).map(|place| row.get(place)).collect::<Result<Vec<Value>, _>>()?;
        write.execute(params_from_iter(values))?;
    }
    Ok(())
}

/// The newest entries with these whole words, and a line of each; how many there are.
///
/// # Panics
/// When the store does not answer; so with all below.
pub fn words(connection: &Connection, words: &[&str]) -> usize {
    let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
    read(connection, WORDS, [format!("body : ({})", quoted.join(" AND "))])
}

/// The first page of the list.
pub fn latest(connection: &Connection) -> usize {
    read(connection, LATEST, [])
}

/// The first page of the list of an alias, by its name in lower case.
pub fn of_alias(connection: &Connection, alias: &str) -> usize {
    read(connection, OF_ALIAS, [alias])
}

/// Every answer with its question and its entry; how many bytes were read.
pub fn everything(connection: &Connection) -> usize {
    let mut statement = connection.prepare_cached(EVERYTHING).expect("a statement");
    let mut rows = statement.query([]).expect("rows");
    let mut bytes = 0;
    while let Some(row) = rows.next().expect("a row") {
        for column in [6, 7] {
            bytes +=
                row.get_ref(column).expect("a column").as_str_or_null().expect("a text").map_or(0, str::len);
        }
    }
    bytes
}

/// Each entry by itself, with its answers and their questions: how an export goes through them; how
/// many bytes were read.
pub fn each_entry(connection: &Connection) -> usize {
    let sql = "SELECT id FROM entry WHERE deleted_at IS NULL ORDER BY day DESC, id DESC";
    let mut entries = connection.prepare_cached(sql).expect("a statement");
    let entries: Vec<i64> =
        entries.query_map([], |row| row.get(0)).expect("rows").map(|id| id.expect("a row")).collect();
    let one = "SELECT entry.*, contact.*, alias.* FROM entry LEFT JOIN contact ON contact.id = entry.contact
        LEFT JOIN alias ON alias.id = contact.alias WHERE entry.id = ?1";
    let answers = "SELECT answer.*, wording.text FROM answer
        LEFT JOIN wording ON wording.id = answer.wording WHERE entry = ?1 ORDER BY ordinal";
    let mut one = connection.prepare_cached(one).expect("a statement");
    let mut answers = connection.prepare_cached(answers).expect("a statement");
    let mut bytes = 0;
    for entry in entries {
        assert!(one.exists([entry]).expect("a row"), "the entry is there");
        let mut rows = answers.query([entry]).expect("rows");
        while let Some(row) = rows.next().expect("a row") {
            bytes += row.get_ref("text").expect("a column").as_str().expect("a text").len();
        }
    }
    bytes
}

/// The bytes of all answers, and of each distinct wording once.
pub fn text_bytes(connection: &Connection) -> i64 {
    let sql =
        "SELECT (SELECT sum(octet_length(text)) FROM answer) + (SELECT sum(octet_length(text)) FROM wording)";
    connection.query_row(sql, [], |row| row.get(0)).expect("a number")
}

/// The text of every entry as the index has it.
pub fn bodies(connection: &Connection) -> Vec<String> {
    let mut statement = connection.prepare("SELECT body FROM entry_text").expect("a statement");
    let rows = statement.query_map([], |row| row.get(0)).expect("rows");
    rows.map(|body| body.expect("a row")).collect()
}

/// Answers that grow under somebody's hands, saved with what the journal asks of the store for each save.
pub struct Saving {
    answer: i64,
    entry: i64,
    text: String,
}

impl Saving {
    /// Makes an entry with one answer.
    pub fn begin(connection: &Connection) -> Self {
        let (entry, answer) = (
            "INSERT INTO entry (day, form_pack, form, form_version, seed, started_at, started_offset)
             SELECT max(day), 'dichterbij', 'free-page', 1, 0, 0, 60 FROM entry",
            "INSERT INTO answer (entry, ordinal, field, text, written_at, written_offset, saved_at, saved_offset)
             VALUES (?1, 0, 'free', '', 0, 60, 0, 60)",
        );
        connection.execute(entry, []).expect("an entry");
        let entry = connection.last_insert_rowid();
        connection.execute(answer, [entry]).expect("an answer");
        Self { answer: connection.last_insert_rowid(), entry, text: realistic_dutch(ANSWER) }
    }

    /// Saves it with one character more; it is on disk when this returns.
    pub fn save(&mut self, connection: &Connection) {
        self.text.push('.');
        let here = "SELECT deleted_at IS NOT NULL FROM entry WHERE id = ?1";
        let known =
            "SELECT answer.*, wording.text FROM answer LEFT JOIN wording ON wording.id = answer.wording
            WHERE answer.id = ?1 AND entry = ?2";
        let look = || {
            let mut known = connection.prepare_cached(known).expect("a statement");
            let text: Option<String> =
                known.query_row([self.answer, self.entry], |row| row.get("text")).optional().expect("a row");
            assert!(text.is_some(), "the answer is there");
        };
        let mut here = connection.prepare_cached(here).expect("a statement");
        assert!(here.exists([self.entry]).expect("a row"), "the entry is there");
        look();
        let batch =
            |sql: &str| connection.prepare_cached(sql).expect("a statement").execute([]).expect("done");
        batch("BEGIN IMMEDIATE");
        let indexed = "SELECT body, meta FROM entry_text WHERE id = ?1";
        let mut indexed = connection.prepare_cached(indexed).expect("a statement");
        assert!(!indexed.exists([self.entry]).expect("an answer"), "it is not in the index");
        let save = "UPDATE answer SET text = ?2, saved_at = ?3, saved_offset = 60 WHERE id = ?1";
        let mut save = connection.prepare_cached(save).expect("a statement");
        let length = i64::try_from(self.text.len()).expect("a length");
        save.execute(params![self.answer, self.text, length]).expect("it is saved");
        look();
        batch("COMMIT");
    }
}

fn read<P: rusqlite::Params>(connection: &Connection, sql: &str, values: P) -> usize {
    let mut statement = connection.prepare_cached(sql).expect("a statement");
    let columns = statement.column_count();
    let mut rows = statement.query(values).expect("rows");
    let mut count = 0;
    while let Some(row) = rows.next().expect("a row") {
        for column in 0..columns {
            std::hint::black_box(row.get_ref(column).expect("a column"));
        }
        count += 1;
    }
    count
}
