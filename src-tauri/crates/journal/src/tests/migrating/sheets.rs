//! The tables that know sheets, from those that did not.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::super::desk::{
    Desk, about, at, cell, free_page, guide, look_back, prepares, question, sheet, text_cell,
};
use super::{of_format, of_the_index, values};
use crate::schema;
use crate::{AnswerId, Became, CellValue, EntryId, Field, RuleId, RuleText, Same, StoredField, Term};

/// Everything that a journal of format 3 holds.
fn content(connection: &Connection) -> Vec<(&'static str, Vec<Vec<Value>>)> {
    let tables = [
        ("alias", "id, name, folded, closed_on"),
        ("contact", "id, day, kind, alias"),
        (
            "entry",
            "id, day, contact, form_pack, form, form_version, seed, started_at, started_offset, keep_until,
             deleted_at, deleted_offset, indexed, minutes, young, baggage, mood, announced_on, shown_on,
             carried_out_on",
        ),
        ("wording", "id, text"),
        (
            "answer",
            "id, entry, ordinal, field, question_pack, question, question_version, wording, returns, scope,
             let_go, about, text, written_at, written_offset, saved_at, saved_offset, has_text,
             CAST(text AS BLOB)",
        ),
        ("setting", "key, value"),
        ("rule_of_thumb", "id, text, written_at, written_offset, changed_at, changed_offset"),
        ("spared", "word, 0"),
        ("forgotten", "entry, seed"),
        ("erased", "alias, entry, seed"),
        ("term", "term, entries"),
        ("entry_text", "id, body"),
        ("sqlite_sequence", "name, seq"),
    ];
    tables.iter().map(|(table, columns)| (*table, values(connection, table, columns))).collect()
}

#[test]
fn a_journal_of_format_3_becomes_one_of_this_format_and_loses_nothing() {
    let (folder, vault) = of_format(3, include_str!("../format_3.sql"));
    let before = content(vault.connection());
    assert!(before.iter().all(|(_, rows)| !rows.is_empty()), "every table has something to lose");
    let index = of_the_index(vault.connection());
    assert!(index.len() >= 5, "{index:?}");
    drop(vault);

    let mut desk = Desk::at(folder);
    let connection = desk.journal.connection();
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0)).expect("a number");
    assert_eq!(version, i64::from(schema::VERSION));
    for (after, before) in content(connection).into_iter().zip(before) {
        assert_eq!(after, before);
    }
    assert_eq!(of_the_index(connection), index, "letter for letter");
    assert_eq!(values(connection, "pragma_foreign_key_check", "*"), Vec::<Vec<Value>>::new());
    assert_eq!(values(connection, "pragma_integrity_check", "*, 0")[0][0], Value::Text("ok".into()));
    for (table, columns) in [
        ("entry", "title"),
        ("entry", "prepared"),
        ("entry", "nullif(prepares, 0)"),
        ("answer", "coalesce(cell, cell_column, cell_row, value, option, heading, due)"),
        ("pack", "id"),
    ] {
        let sql = format!("SELECT count({columns}) FROM {table}");
        let some: i64 = connection.query_row(&sql, [], |row| row.get(0)).expect("counted");
        assert_eq!(some, 0, "{columns}: there was none");
    }
    desk.check_index();
}

#[test]
fn a_journal_of_format_3_goes_on_where_it_was() {
    let (folder, vault) = of_format(3, include_str!("../format_3.sql"));
    drop(vault);
    let mut desk = Desk::at(folder);

    // As the journal tells it.
    let first = desk.journal.entry(EntryId(1)).expect("entry");
    assert_eq!(first.answers[0].text, "Ik wachtte. Zij zei “ja”.\r\n\tToen niets 😀.");
    assert_eq!((&first.title, first.prepares, first.prepared), (&None, false, None));
    let tried = desk.journal.tried(None, 9).expect("read");
    let became: Vec<_> = tried.into_iter().map(|tried| (tried.intention.answer, tried.became)).collect();
    let waits = (AnswerId(8), Became::Waits);
    assert_eq!(became, [waits, (AnswerId(6), Became::LetGo)], "the bin tells nothing");
    desk.journal.restore(EntryId(3)).expect("restore");
    let Became::Told { entry, text, .. } = desk.journal.tried(None, 1).expect("read").remove(0).became else {
        panic!("an outcome is of it again");
    };
    assert_eq!((entry, text.as_str()), (EntryId(3), "in de prullenbak"));
    assert_eq!(desk.journal.look_backs(9), Ok(Vec::new()));
    assert_eq!(desk.journal.packs(), Ok(Vec::new()));
    let answers = desk.journal.answers_to("basis", "q1", 9).expect("read");
    assert_eq!((answers.len(), answers[0].entry), (1, EntryId(1)));
    let (_, missing) = (AnswerId(9), StoredField::Outcome { of: None });
    assert_eq!(desk.journal.entry(EntryId(4)).expect("entry").answers[0].field, missing);
    for (asked, expected) in
        [("geirr", vec![2]), ("wacht", vec![8, 1]), ("zei-ja", vec![1]), ("gewist", vec![4]), ("😀", vec![1])]
    {
        let rows = desk.journal.search(asked, 50).expect("search");
        assert_eq!(rows.iter().map(|row| row.entry.0).collect::<Vec<_>>(), expected, "{asked}");
    }

    // Under numbers that nothing ever had.
    let saved = desk.save(EntryId(8), None, Field::Feeling, "rustig");
    assert_eq!(saved.id, AnswerId(42));
    let entry = desk.start(sheet(guide()));
    assert_eq!(entry, EntryId(9));
    assert_eq!(desk.save(entry, None, text_cell("feiten", 0), "een muur").id, AnswerId(43));
    desk.save(entry, None, look_back("dag"), "2026-11-28");
    desk.save(entry, None, Field::Cell(cell("einde", CellValue::Choice { option: Some("ja") })), "Ja");
    assert_eq!(desk.journal.look_backs(9).expect("read").len(), 1);
    let rule = RuleText::parse("Doorvragen.").expect("usable");
    assert_eq!(desk.journal.keep_rule(&rule, at("2026-11-21T17:00:00+01:00")).expect("kept").id, RuleId(5));
    let made = desk.start(prepares(about("2026-03-12", "gesprek", Some("blauwe reiger"))));
    let met = desk.start(about("2026-03-13", "gesprek", Some("Blauwe Reiger")));
    assert_eq!(desk.journal.entry(met).expect("entry").prepared, Some(made));
    desk.save(met, None, question("q1"), "zoals verwacht");

    // What was known of the life of things is known still.
    let seed = |entry, seed| Same { entry: EntryId(entry), seed };
    assert_eq!(desk.journal.forgotten(), Ok(vec![seed(6, 0), seed(12, 1 << 63)]));
    let alias = crate::Alias::parse("Blauwe Reiger").expect("usable");
    let erased = desk.journal.erase_alias(&alias).expect("erased");
    let expected = [first.id, EntryId(3), made, met, EntryId(14)];
    assert_eq!(erased.iter().map(|same| same.entry).collect::<Vec<_>>(), expected);
    let (term, day) = (Term(180), "2031-01-01".parse().expect("a day"));
    let leaving = desk.journal.leaving(term, day).expect("read");
    assert_eq!(leaving.iter().map(|leaving| leaving.row.entry.0).collect::<Vec<_>>(), [2, 5, 7]);
    for entry in desk.journal.entries(None, 99).expect("list") {
        desk.journal.erase(entry.entry).expect("erase");
    }
    for table in ["entry", "answer", "wording", "contact", "alias", "term"] {
        assert_eq!(desk.count(table), 0, "{table}");
    }
    desk.check_index();
    assert_eq!(desk.start(free_page()), EntryId(12));
}

#[test]
fn an_empty_journal_of_format_3_keeps_counting_from_where_it_was() {
    super::keeps_counting_from(3);
}

#[test]
fn the_store_refuses_a_preparation_that_cannot_be_one() {
    let tables = schema::tables();
    let insert = |columns: &str, values: &str| {
        tables.execute(
            &format!(
                "INSERT INTO entry (day, form_pack, form, form_version, seed, started_at, started_offset,
                 {columns}) VALUES (1, 'basis', 'gids', 1, 0, 0, 0, {values})"
            ),
            [],
        )
    };
    for (columns, values) in
        [("id, prepares", "1, 1"), ("id, prepared", "2, 1"), ("id, prepares, title", "3, 1, 'Voorbereiden'")]
    {
        assert_eq!(insert(columns, values), Ok(1), "{columns}: {values}");
    }
    for (columns, values) in [
        ("id, prepared", "4, 4"),
        ("id, prepared", "5, 6"),
        ("id, prepared", "7, 99"),
        ("id, prepared", "0, 1"),
        ("id, prepared, prepares", "8, 1, 1"),
        ("prepares", "2"),
        ("prepares", "NULL"),
    ] {
        assert!(insert(columns, values).is_err(), "{columns}: {values}");
    }
}

#[test]
fn the_store_refuses_an_answer_that_is_neither_one_field_nor_another() {
    let tables = schema::tables();
    tables
        .execute_batch(
            "INSERT INTO entry (id, day, form_pack, form, form_version, seed, started_at, started_offset)
             VALUES (1, 1, 'basis', 'gids', 1, 0, 0, 0);
             INSERT INTO wording (id, text) VALUES (1, 'Wat zag je?');",
        )
        .expect("an entry");
    let insert = |columns: &str, values: &str| {
        tables.execute(
            &format!(
                "INSERT INTO answer (entry, ordinal, text, written_at, written_offset, saved_at, saved_offset,
                 {columns}) VALUES (1, (SELECT count(*) FROM answer), '', 0, 0, 0, 0, {values})"
            ),
            [],
        )
    };
    let pack = "question_pack, question, question_version";
    let cell = "field, cell, cell_row, value";
    for (columns, values) in [
        ("field".to_owned(), "'free'"),
        ("field".to_owned(), "'feeling'"),
        ("field".to_owned(), "'outcome'"),
        ("field, about".to_owned(), "'outcome', 1"),
        ("field, wording".to_owned(), "'own', 1"),
        (format!("field, wording, {pack}"), "'question', 1, 'basis', 'q1', 1"),
        ("field, returns, let_go".to_owned(), "'intention', 'kind', 0"),
        (format!("{cell}, wording"), "'cell', 'f', 0, 'text', 1"),
        (format!("{cell}, wording, heading, cell_column"), "'cell', 'f', 0, 'text', 1, 1, 'ik'"),
        (format!("{cell}, wording"), "'cell', 'f', 0, 'choice', 1"),
        (format!("{cell}, wording"), "'cell', 'f', 0, 'date', 1"),
        (format!("{cell}, wording, let_go"), "'cell', 'f', 0, 'look-back', 1, 0"),
        ("field, wording, due".to_owned(), "'look-back', 1, 739948"),
        ("field, wording, due, about".to_owned(), "'look-back', 1, 739948, 1"),
        (
            format!("field, returns, let_go, scope, wording, {pack}"),
            "'intention', 'kind', 1, 'kx', 1, 'basis', 'q1', 1",
        ),
    ] {
        assert_eq!(insert(&columns, values), Ok(1), "{columns}: {values}");
    }
    for (columns, values) in [
        ("field".to_owned(), "'verslag'"),
        ("field".to_owned(), "'own'"),
        ("field".to_owned(), "'question'"),
        ("field, wording".to_owned(), "'free', 1"),
        ("field, wording".to_owned(), "'question', 1"),
        (format!("field, {pack}"), "'question', 'basis', 'q1', 1"),
        (format!("field, wording, {pack}"), "'own', 1, 'basis', 'q1', 1"),
        (format!("field, wording, {pack}"), "'question', 1, 'basis', 'q1', NULL"),
        ("field, about".to_owned(), "'free', 1"),
        ("field, scope".to_owned(), "'outcome', 'kx'"),
        ("field, let_go".to_owned(), "'intention', 0"),
        ("field, returns".to_owned(), "'intention', 'alias'"),
        ("field, returns, let_go".to_owned(), "'intention', 'ooit', 0"),
        ("field, returns, let_go".to_owned(), "'free', 'kind', 0"),
        ("field, returns, let_go, wording".to_owned(), "'intention', 'kind', 0, 1"),
        (cell.to_owned(), "'cell', 'f', 9, 'text'"),
        (format!("{cell}, wording"), "'cell', 'f', 0, 'text', 1"),
        (format!("{cell}, wording"), "'cell', 'f', -1, 'text', 1"),
        (format!("{cell}, wording"), "'cell', NULL, 9, 'text', 1"),
        (format!("{cell}, wording"), "'cell', 'f', NULL, 'text', 1"),
        (format!("{cell}, wording"), "'cell', 'f', 9, NULL, 1"),
        (format!("{cell}, wording"), "'cell', 'f', 9, 'getal', 1"),
        (format!("{cell}, wording"), "'free', 'f', 9, 'text', 1"),
        (format!("{cell}, wording, {pack}"), "'cell', 'f', 9, 'text', 1, 'basis', 'q1', 1"),
        (format!("{cell}, wording, let_go"), "'cell', 'f', 9, 'text', 1, 0"),
        (format!("{cell}, wording"), "'cell', 'f', 9, 'look-back', 1"),
        (format!("{cell}, wording, option"), "'cell', 'f', 9, 'choice', 1, 'ja'"),
        (format!("{cell}, wording, due"), "'cell', 'f', 9, 'date', 1, 739948"),
        (format!("{cell}, wording, let_go, due"), "'cell', 'f', 9, 'look-back', 1, 0, 739948"),
        (format!("{cell}, wording, about"), "'cell', 'f', 9, 'text', 1, 1"),
        ("field, wording, heading".to_owned(), "'own', 1, 1"),
        ("field, due".to_owned(), "'free', 739948"),
        ("field, wording".to_owned(), "'look-back', 1"),
        ("field, due".to_owned(), "'look-back', 739948"),
    ] {
        assert!(insert(&columns, values).is_err(), "{columns}: {values}");
    }
}
