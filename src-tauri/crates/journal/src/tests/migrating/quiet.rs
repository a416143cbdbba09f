//! The tables that know what is kept quiet and what a search is asked of, from those that did not.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::super::desk::{Desk, free_page, question};
use super::{of_format, of_the_index, values};
use crate::schema;
use crate::{
    Alias, AnswerId, EntryId, Field, Search, SearchFilters, SearchForm, SearchOrder, SearchTheme,
    WalkThroughId,
};

/// Everything that a journal of format 6 holds.
fn content(connection: &Connection) -> Vec<(&'static str, Vec<Vec<Value>>)> {
    let tables = [
        ("alias", "id, name, folded, closed_on"),
        ("contact", "*"),
        (
            "entry",
            "id, day, contact, form_pack, form, form_version, seed, started_at, started_offset, keep_until,
             deleted_at, deleted_offset, indexed, minutes, young, baggage, mood, announced_on, shown_on,
             carried_out_on, title, prepares, prepared",
        ),
        ("wording", "*"),
        ("answer", "*, CAST(text AS BLOB)"),
        ("setting", "*"),
        ("pack", "*"),
        ("rule_of_thumb", "*"),
        ("rule_wording", "*"),
        ("twofold_word", "*"),
        ("team_point", "*"),
        ("own_trial", "*"),
        ("trial_phase", "*"),
        ("measurement", "*"),
        ("spared", "word, 0"),
        ("forgotten", "*"),
        ("erased", "alias, entry, seed"),
        ("walk_through", "*"),
        ("walk_page", "*"),
        ("walk_block", "*"),
        ("walk_cover", "*"),
        ("walk_letter", "*"),
        ("term", "*"),
        ("entry_text", "id, body"),
        ("entry_index_config", "k, v"),
        ("sqlite_sequence", "name, seq"),
    ];
    tables.iter().map(|(table, columns)| (*table, values(connection, table, columns))).collect()
}

#[test]
fn a_journal_of_format_6_becomes_one_of_this_format_and_loses_nothing() {
    let (folder, vault) = of_format(6, include_str!("../format_6.sql"));
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
    for table in ["entry", "alias"] {
        let sql = format!("SELECT count(*) FROM {table} WHERE quiet <> 0");
        let quiet: i64 = connection.query_row(&sql, [], |row| row.get(0)).expect("counted");
        assert_eq!(quiet, 0, "nothing of {table} was kept quiet");
    }
    // What the index knew of an entry it knows still, and which form and questions besides.
    let meta = values(connection, "entry_text", "id, meta");
    let first = "k74656c65666f6e69736368 a1 f62617369732067696473 q6261736973206931 q6261736973207131";
    assert_eq!(meta[0], [Value::Integer(1), Value::Text(first.to_owned())]);
    assert_eq!(desk.count("quiet_period"), 0);
    desk.check_index();
}

#[test]
fn a_journal_of_format_6_goes_on_where_it_was() {
    let (folder, vault) = of_format(6, include_str!("../format_6.sql"));
    drop(vault);
    let mut desk = Desk::at(folder);
    let found = |desk: &mut Desk, text: &str, filters: SearchFilters| -> Vec<i64> {
        let search = Search { text, order: SearchOrder::Newest, filters, after: None, limit: 50 };
        desk.journal.find(&search).expect("found").rows.iter().map(|found| found.row.entry.0).collect()
    };
    let all = SearchFilters::default;
    let alias = Some(Alias::parse("Blauwe Reiger").expect("usable"));
    let questions = vec![("basis".to_owned(), "q1".to_owned())];
    let theme = Some(SearchTheme { questions, forms: Vec::new() });
    let form = |form: &str, is_sheet| Some(SearchForm { pack: "basis".into(), form: form.into(), is_sheet });
    assert_eq!(found(&mut desk, "geirr", all()), [2]);
    assert_eq!(found(&mut desk, "een -muur", all()), [4, 5]);
    assert_eq!(found(&mut desk, "\"en een geirr\"", all()), [2]);
    assert_eq!(found(&mut desk, "wacht", SearchFilters { alias: alias.clone(), ..all() }), [11, 1]);
    assert_eq!(found(&mut desk, "", SearchFilters { theme, ..all() }), [1]);
    assert_eq!(found(&mut desk, "muur", SearchFilters { form: form("gids", false), ..all() }), [2]);
    assert_eq!(
        found(&mut desk, "muur", SearchFilters { form: form("gids", true), ..all() }),
        Vec::<i64>::new()
    );
    assert_eq!(desk.journal.walk_through(WalkThroughId(1)).expect("read").pages.len(), 1);

    // Its old words leave the index by the letters with which they came in anew.
    desk.save(EntryId(1), Some(AnswerId(1)), question("q1"), "");
    desk.check_index();
    assert!(found(&mut desk, "", SearchFilters { alias, ..all() }).contains(&1));
    desk.check_index();
    desk.journal.erase(EntryId(2)).expect("erased");
    let entry = desk.start(free_page());
    assert_eq!(entry, EntryId(13));
    assert_eq!(desk.save(entry, None, Field::Free, "verder").id, AnswerId(42));
    assert_eq!(found(&mut desk, "verd", all()), [13]);
    desk.check_index();
}

#[test]
fn an_empty_journal_of_format_6_keeps_counting_from_where_it_was() {
    super::keeps_counting_from(6);
}

#[test]
fn the_store_refuses_a_silence_that_cannot_be() {
    let tables = schema::tables();
    let insert = |days: &str| {
        tables.execute(&format!("INSERT INTO quiet_period (first_day, last_day) VALUES ({days})"), [])
    };
    assert_eq!(insert("739948, 739948"), Ok(1));
    assert!(insert("739949, 739948").is_err(), "it ends before it begins");
    assert!(insert("NULL, 739948").is_err());
    let alias = "INSERT INTO alias (id, name, folded, quiet) VALUES (1, 'Reiger', 'reiger', 2)";
    assert!(tables.execute(alias, []).is_err());
}
