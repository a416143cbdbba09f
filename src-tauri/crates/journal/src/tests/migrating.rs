//! The tables from nothing to now.

mod learned;
mod quiet;
mod sheets;
mod walks;

use rusqlite::Connection;
use rusqlite::types::Value;
use testkit::TempVault;
use vault::{Unlocked, Vault};

use super::desk::{Desk, at, guide, question};
use crate::schema::{self, MIGRATIONS};
use crate::{AnswerId, EntryId, Field, JournalError, Question, Same, StoredField, Term, without};

#[test]
fn a_new_store_gets_every_table_and_an_old_one_keeps_its_rows() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    desk.save(entry, None, question("q1"), "blijft");
    desk.reopen();
    desk.reopen();
    assert_eq!(desk.journal.entry(entry).expect("entry").answers[0].text, "blijft");
    for table in ["alias", "contact", "entry", "answer", "wording", "setting", "entry_index", "term"] {
        desk.count(table);
    }
}

#[test]
fn the_index_has_the_settings_that_were_measured() {
    let desk = Desk::new();
    let connection = desk.journal.connection();
    let config = |key: &str| -> i64 {
        connection
            .query_row("SELECT v FROM entry_index_config WHERE k = ?1", [key], |row| row.get(0))
            .expect("set")
    };
    assert_eq!((config("pgsz"), config("secure-delete")), (3970, 1));
    let sql: String = connection
        .query_row("SELECT sql FROM sqlite_schema WHERE name = 'entry_index'", [], |row| row.get(0))
        .expect("there");
    assert!(sql.contains("unicode61 remove_diacritics 2") && sql.contains("content = 'entry_text'"), "{sql}");
}

#[test]
fn every_table_refuses_a_value_of_another_type() {
    let loose: Vec<String> = schema::tables()
        .prepare(
            "SELECT name FROM pragma_table_list
             WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'",
        )
        .expect("prepare")
        .query_map([], |row| row.get(0))
        .expect("query")
        .collect::<Result<_, _>>()
        .expect("names");
    assert!(loose.is_empty(), "{loose:?}");
}

/// Every value of these columns, row by row.
fn values(connection: &Connection, table: &str, columns: &str) -> Vec<Vec<Value>> {
    let mut statement =
        connection.prepare(&format!("SELECT {columns} FROM {table} ORDER BY 1, 2")).expect("prepare");
    let count = statement.column_count();
    let rows = statement.query_map([], |row| (0..count).map(|column| row.get(column)).collect());
    rows.expect("query").collect::<Result<_, _>>().expect("rows")
}

/// What the tables say of themselves, for what the index reads by; the view that it reads changed with
/// format 7.
fn of_the_index(connection: &Connection) -> Vec<Vec<Value>> {
    let mut schema = values(connection, "sqlite_schema", "name, sql");
    let prefixes = ["entry_index", "term"];
    schema.retain(
        |row| matches!(&row[0], Value::Text(name) if prefixes.iter().any(|prefix| name.starts_with(prefix))),
    );
    schema
}

/// Everything that a journal of format 1 holds, and what the index reads by.
fn content_of_format_1(connection: &Connection) -> Vec<(&'static str, Vec<Vec<Value>>)> {
    let tables = [
        ("alias", "id, name, folded"),
        ("contact", "id, day, kind, alias"),
        (
            "entry",
            "id, day, contact, form_pack, form, form_version, seed, started_at, started_offset, keep_until,
             deleted_at, deleted_offset, indexed",
        ),
        ("wording", "id, text"),
        (
            "answer",
            "id, entry, ordinal, question_pack, question, question_version, wording, text,
             CAST(text AS BLOB), saved_at, saved_offset",
        ),
        ("setting", "key, value"),
        ("term", "term, entries"),
        ("entry_text", "id, body"),
        ("sqlite_sequence", "name, seq"),
        ("sqlite_schema", "name, sql"),
    ];
    let mut content: Vec<_> =
        tables.iter().map(|(table, columns)| (*table, values(connection, table, columns))).collect();
    // Of the tables' own words, those that the index reads by.
    let (_, schema) = content.last_mut().expect("tables");
    schema.retain(|row| matches!(&row[0], Value::Text(name) if name.starts_with("entry_index")));
    content
}

#[test]
fn a_journal_of_format_1_becomes_one_of_this_format_and_loses_nothing() {
    let (folder, vault) = of_format(1, include_str!("format_1.sql"));
    let mut before = content_of_format_1(vault.connection());
    assert!(before.iter().all(|(_, rows)| !rows.is_empty()), "every table has something to lose");
    // Those with an alias get their two years, but where a bound was set.
    let entries = before.iter_mut().find(|(table, _)| *table == "entry").expect("entries");
    for (row, started) in [(0, "2026-03-06"), (2, "2026-03-08")] {
        assert_eq!(entries.1[row][9], Value::Null);
        entries.1[row][9] = Value::Integer(bound(started));
    }
    drop(vault);

    let mut desk = Desk::at(folder);
    let connection = desk.journal.connection();
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0)).expect("a number");
    assert_eq!(version, i64::from(schema::VERSION));
    for (after, before) in content_of_format_1(connection).into_iter().zip(before) {
        assert_eq!(after, before);
    }
    assert_eq!(values(connection, "pragma_foreign_key_check", "*"), Vec::<Vec<Value>>::new());
    assert_eq!(values(connection, "pragma_integrity_check", "*, 0")[0][0], Value::Text("ok".into()));
    desk.check_index();

    // As the journal tells it.
    let first = desk.journal.entry(EntryId(1)).expect("entry");
    let question = Question {
        pack: "basis".into(),
        id: "q1".into(),
        version: 1,
        wording: "Wat deed jij, en wat deed de inwoner?".into(),
    };
    assert_eq!(first.answers[0].field, StoredField::Question(question));
    assert_eq!(first.answers[0].text, "Ik wachtte. Zij zei “ja”.\r\n\tToen niets 😀.");
    assert_eq!(first.answers[1].field, StoredField::Free);
    assert_eq!(first.answers[1].text, "nul\0los, e\u{301} is geen é");
    assert_eq!(first.answers[1].saved_at, at("2026-03-06T17:02:00+01:00"));
    assert_eq!((first.seed, &first.sitting), (7_u64.wrapping_neg(), &None));
    for row in desk.journal.entries(None, 50).expect("list") {
        for answer in desk.journal.entry(row.entry).expect("entry").answers {
            assert_eq!(answer.written_at, answer.saved_at, "nothing else was known");
        }
    }
    assert_eq!(desk.journal.bin().expect("bin").len(), 1);
    assert_eq!(desk.journal.open_intentions(9), Ok(Vec::new()));
    for (asked, expected) in [
        ("geirr", vec![2]),
        ("e", vec![4, 2, 1]),
        ("een bladzijde", vec![4]),
        ("zei-ja", vec![1]),
        ("prullenbak", vec![]),
        ("gewist", vec![]),
        ("😀", vec![1]),
    ] {
        let rows = desk.journal.search(asked, 50).expect("search");
        assert_eq!(rows.iter().map(|row| row.entry.0).collect::<Vec<_>>(), expected, "{asked}");
    }

    // It goes on where it was, under numbers that nothing ever had.
    let changed = desk.save(EntryId(4), Some(AnswerId(7)), Field::Free, "en nog een, die groeit");
    assert_eq!(changed.written_at, at("2026-03-09T12:32:00-03:30"));
    assert_eq!(desk.save(EntryId(4), None, Field::Feeling, "rustig").id, AnswerId(13));
    assert_eq!(desk.start(guide()), EntryId(7));
    desk.journal.restore(EntryId(3)).expect("restore");
    desk.journal.erase(EntryId(2)).expect("erase");
    assert_eq!((desk.count("wording"), desk.count("alias")), (1, 1));
    desk.journal.search("prullenbak", 5).expect("search");
    desk.check_index();
}

/// Two years after a day, as the store has it.
fn bound(started: &str) -> i64 {
    crate::life::two_years(started.parse().expect("a day"))
}

/// Everything that a journal of format 2 holds.
fn content_of_format_2(connection: &Connection) -> Vec<(&'static str, Vec<Vec<Value>>)> {
    let tables = [
        ("alias", "id, name, folded"),
        ("contact", "id, day, kind, alias"),
        (
            "entry",
            "id, day, contact, form_pack, form, form_version, seed, started_at, started_offset, keep_until,
             deleted_at, deleted_offset, indexed, minutes, young, baggage, mood",
        ),
        ("wording", "id, text"),
        (
            "answer",
            "id, entry, ordinal, field, question_pack, question, question_version, wording, returns, scope,
             let_go, about, text, written_at, written_offset, saved_at, saved_offset, has_text,
             CAST(text AS BLOB)",
        ),
        ("setting", "key, value"),
        ("term", "term, entries"),
        ("entry_text", "id, body"),
        ("sqlite_sequence", "name, seq"),
    ];
    tables.iter().map(|(table, columns)| (*table, values(connection, table, columns))).collect()
}

#[test]
fn a_journal_of_format_2_becomes_one_of_this_format_and_loses_nothing() {
    let (folder, vault) = of_format(2, include_str!("format_2.sql"));
    let mut before = content_of_format_2(vault.connection());
    assert!(before.iter().all(|(_, rows)| !rows.is_empty()), "every table has something to lose");
    let entries = before.iter_mut().find(|(table, _)| *table == "entry").expect("entries");
    // By their own calendars, the bin included; a leap day's second year ends on the 28th. Without an
    // alias there is no bound.
    let bounds = [("2024-02-28", 0), ("2026-03-07", 1), ("2026-03-08", 2), ("2026-03-07", 5)];
    for (started, row) in bounds {
        entries.1[row][9] = Value::Integer(bound(started));
    }
    drop(vault);

    let mut desk = Desk::at(folder);
    let connection = desk.journal.connection();
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0)).expect("a number");
    assert_eq!(version, i64::from(schema::VERSION));
    for (after, before) in content_of_format_2(connection).into_iter().zip(before) {
        assert_eq!(after, before);
    }
    assert_eq!(values(connection, "pragma_foreign_key_check", "*"), Vec::<Vec<Value>>::new());
    assert_eq!(values(connection, "pragma_integrity_check", "*, 0")[0][0], Value::Text("ok".into()));
    for (table, columns) in [
        ("alias", "closed_on"),
        ("entry", "announced_on"),
        ("entry", "shown_on"),
        ("entry", "carried_out_on"),
    ] {
        let sql = format!("SELECT count({columns}) FROM {table}");
        let some: i64 = connection.query_row(&sql, [], |row| row.get(0)).expect("counted");
        assert_eq!(some, 0, "{columns}: nothing happened yet");
    }
    for table in ["rule_of_thumb", "spared", "forgotten", "erased"] {
        assert_eq!(desk.count(table), 0);
    }
    desk.check_index();

    // What is over for long goes a week after it was first shown, and not before.
    let (term, day) = (Term(180), |day: &str| day.parse::<chrono::NaiveDate>().expect("a day"));
    assert_eq!(desk.journal.end_terms(term, day("2031-01-01"), None), Ok(Vec::new()));
    let leaving = desk.journal.leaving(term, day("2031-01-01")).expect("read");
    assert_eq!(leaving.iter().map(|leaving| leaving.row.entry.0).collect::<Vec<_>>(), [1, 2, 7]);
    assert!(leaving.iter().all(|leaving| leaving.going.day == day("2031-01-08")));
    assert_eq!(desk.journal.end_terms(term, day("2031-01-07"), None), Ok(Vec::new()));
    assert_eq!(desk.journal.end_terms(term, day("2031-01-08"), None).expect("erased").len(), 3);
    assert_eq!(desk.count("alias"), 1, "the bin still has one");
    desk.check_index();
    assert_eq!(desk.start(guide()), EntryId(8));
}

#[test]
fn a_backup_of_any_format_is_rewritten_as_one_of_this() {
    let contents = [
        include_str!("format_1.sql"),
        include_str!("format_2.sql"),
        include_str!("format_3.sql"),
        include_str!("format_4.sql"),
        include_str!("format_5.sql"),
        include_str!("format_6.sql"),
    ];
    for (format, content) in (1..).zip(contents) {
        let (folder, vault) = of_format(format, content);
        let same = [Same { entry: EntryId(2), seed: 9_223_372_036_854_775_807 }];
        let (vault, had) = without(vault, &same).expect("rewritten");
        assert_eq!(had, 1, "format {format}");
        assert_eq!(without(vault, &same).map(|(_, had)| had), Ok(0), "format {format}");
        let mut desk = Desk::at(folder);
        assert_eq!(desk.journal.entry(EntryId(2)).err(), Some(JournalError::EntryGone));
        assert!(desk.journal.entry(EntryId(1)).is_ok(), "format {format}");
        desk.check_index();
    }
}

#[test]
fn nothing_is_announced_in_a_backup_that_was_rewritten() {
    let mut desk = Desk::new();
    let entry = desk.start(super::desk::about("2026-11-20", "gesprek", Some("Blauwe Reiger")));
    let day = |day: &str| day.parse::<chrono::NaiveDate>().expect("a day");
    assert_eq!(desk.journal.leaving(Term(30), day("2026-12-18")).expect("told").len(), 1);
    let Desk { journal, folder } = desk;
    let (vault, had) = without(journal.into_vault().expect("open"), &[]).expect("rewritten");
    assert_eq!(had, 0);
    vault.lock().expect("locks");
    let mut desk = Desk::at(folder);
    assert_eq!(desk.journal.end_terms(Term(30), day("2027-01-18"), None), Ok(Vec::new()));
    assert_eq!(
        desk.journal.going(entry, Term(30), day("2027-01-18")).expect("read").map(|going| going.day),
        Some(day("2027-01-25"))
    );
}

#[test]
fn the_migration_reckons_two_years_as_the_calendar_does() {
    for (started, offset) in [
        ("2024-02-29T12:00:00+00:00", 0),
        ("2024-02-28T23:59:59.999-02:00", -120),
        ("2023-02-28T23:30:00Z", 0),
        ("2024-03-01T00:00:00+14:00", 840),
        ("2000-12-31T23:59:00-11:00", -660),
        ("1968-02-29T00:00:00+01:00", 60),
        ("2399-12-31T23:59:59+01:00", 60),
    ] {
        let moment = at(started);
        let tables = Connection::open_in_memory().expect("memory");
        tables.execute_batch(MIGRATIONS[0].sql).expect("format 1");
        tables.execute_batch(MIGRATIONS[1].sql).expect("format 2");
        tables
            .execute_batch(&format!(
                "INSERT INTO alias (id, name, folded) VALUES (1, 'Reiger', 'reiger');
                 INSERT INTO contact (id, day, kind, alias) VALUES (1, 1, 'gesprek', 1);
                 INSERT INTO entry (id, day, contact, form_pack, form, form_version, seed, started_at,
                     started_offset) VALUES (1, 1, 1, 'basis', 'gids', 1, 0, {}, {offset});",
                moment.timestamp_millis()
            ))
            .expect("an entry");
        tables.execute_batch(MIGRATIONS[2].sql).expect("format 3");
        let bound: i64 =
            tables.query_row("SELECT keep_until FROM entry", [], |row| row.get(0)).expect("a bound");
        assert_eq!(bound, crate::life::two_years(moment.date_naive()), "{started}");
    }
}

#[test]
fn an_empty_journal_of_format_1_keeps_counting_from_where_it_was() {
    keeps_counting_from(1);
}

/// A journal of a former format, open, with what some SQL puts into it.
fn of_format(format: usize, content: &str) -> (TempVault, Vault<Unlocked>) {
    let folder = TempVault::set_up();
    let mut vault = folder.unlock();
    vault.migrate(&MIGRATIONS[..format]).expect("a former format");
    vault.connection().execute_batch(content).expect("the journal");
    (folder, vault)
}

/// No number is given out twice, though all that was ever written has been erased.
fn keeps_counting_from(format: usize) {
    let erased = "INSERT INTO sqlite_sequence (name, seq) VALUES ('answer', 41), ('entry', 17)";
    let (folder, vault) = of_format(format, erased);
    drop(vault);
    let mut desk = Desk::at(folder);
    let entry = desk.start(guide());
    assert_eq!(entry, EntryId(18));
    assert_eq!(desk.save(entry, None, question("q1"), "eerste").id, AnswerId(42));
}
