//! The tables from nothing to now.

use super::desk::{Desk, guide, question};
use crate::schema;

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
