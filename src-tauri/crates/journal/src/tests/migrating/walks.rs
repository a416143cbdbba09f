//! The tables that know walk-throughs, from those that did not.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::super::desk::{Desk, at, free_page};
use super::super::walk_throughs::{NOW, alias, page_of, prepare};
use super::{of_format, of_the_index, values};
use crate::schema;
use crate::{EntryId, Field, RuleId, TwofoldWordId, WalkThroughId};

/// Everything that a journal of format 5 holds.
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
        ("term", "*"),
        ("entry_text", "id, body"),
        ("sqlite_sequence", "name, seq"),
    ];
    tables.iter().map(|(table, columns)| (*table, values(connection, table, columns))).collect()
}

#[test]
fn a_journal_of_format_5_becomes_one_of_this_format_and_loses_nothing() {
    let (folder, vault) = of_format(5, include_str!("../format_5.sql"));
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
    for table in ["walk_through", "walk_page", "walk_block", "walk_cover", "walk_letter"] {
        assert_eq!(desk.count(table), 0, "{table}");
    }
    assert_eq!(desk.journal.awaiting_return(), Ok(None), "nobody has to come back from anything");
    desk.check_index();
}

#[test]
fn a_journal_of_format_5_goes_on_where_it_was() {
    let (folder, vault) = of_format(5, include_str!("../format_5.sql"));
    drop(vault);
    let mut desk = Desk::at(folder);
    let rules = desk.journal.rules().expect("read");
    let told: Vec<_> =
        rules.iter().map(|rule| (rule.id, rule.former.len(), rule.dropped_on.is_some())).collect();
    assert_eq!(told, [(RuleId(1), 2, false), (RuleId(2), 0, true)]);
    let words = desk.journal.twofold_words().expect("read");
    assert!(words.iter().any(|word| word.id == TwofoldWordId(2)), "{words:?}");
    let trials = desk.journal.own_trials().expect("read");
    let trial = desk.journal.own_trial(trials[0].id).expect("read");
    let values: Vec<u32> =
        trial.phases.iter().flat_map(|phase| &phase.measurements).map(|one| one.value).collect();
    assert_eq!(values, [0, 999, 7]);

    // What was written long ago can be shown to somebody now, and goes as it would have.
    let entries = [EntryId(1), EntryId(10)];
    let id = prepare(&mut desk, &entries);
    assert_eq!(id, WalkThroughId(1));
    let page = page_of(&desk.journal, EntryId(5));
    desk.journal
        .add_walk_pages(id, &[page], &[(alias("Oude Élzenlaan"), 0)], at(NOW).date_naive())
        .expect("added");
    assert!(desk.journal.looked_over_walk_through(id).expect("looked over").is_ready());
    desk.journal.begin_walk_through(id, at(NOW)).expect("begun");
    desk.journal.return_from_walk_through(id).expect("returned");
    assert_eq!(desk.journal.erase_alias(&alias("Blauwe Reiger")).map(|same| same.len() > 3), Ok(true));
    let left = desk.journal.walk_through(id).expect("read");
    assert_eq!(left.pages.iter().map(|page| page.head.entry.0).collect::<Vec<_>>(), [10, 5]);
    assert!(left.row.has_lost_pages);
    let entry = desk.start(free_page());
    assert_eq!(entry, EntryId(13));
    assert_eq!(desk.save(entry, None, Field::Free, "verder").id.0, 42);
    desk.check_index();
}

#[test]
fn an_empty_journal_of_format_5_keeps_counting_from_where_it_was() {
    super::keeps_counting_from(5);
}

#[test]
fn the_store_refuses_a_walk_through_that_cannot_be() {
    let tables = schema::tables();
    tables
        .execute_batch(
            "INSERT INTO alias (id, name, folded) VALUES (1, 'Reiger', 'reiger');
             INSERT INTO entry (id, day, form_pack, form, form_version, seed, started_at, started_offset)
                 VALUES (1, 739948, 'basis', 'vrij', 1, 0, 0, 0), (2, 739948, 'basis', 'vrij', 1, 0, 0, 0);",
        )
        .expect("an entry");
    let insert = |what: &str| tables.execute(&format!("INSERT INTO {what}"), []);
    let through = |columns: &str, values: &str| {
        format!(
            "walk_through (for_whom, question, prepared_at, prepared_offset, looked_over, pages_made, discussed,
                 take_along, {columns}) VALUES ('', '', 0, 60, 0, 1, '', '', {values})"
        )
    };
    let (plain, began) = ("minutes, returned, card, differently", "began_at, began_offset");
    let began = format!("{plain}, {began}");
    for (columns, values) in [
        (plain.to_owned(), "15, 0, 'open', ''"),
        (began.clone(), "60, 0, 'open', 'x', 1, 60"),
        (began.clone(), "60, 1, 'thrown-away', '', 1, 60"),
        (format!("{began}, ended_at, ended_offset, ended"), "60, 1, 'kept', 'x', 1, 60, 1, 60, 'locked-lid'"),
        (format!("{plain}, withdrawn_on"), "30, 0, 'open', '', 739948"),
    ] {
        assert_eq!(insert(&through(&columns, values)), Ok(1), "{values}");
    }
    for (columns, values) in [
        (plain.to_owned(), "20, 0, 'open', ''"),
        (plain.to_owned(), "30, 1, 'open', ''"),
        (plain.to_owned(), "30, 0, 'kept', ''"),
        (plain.to_owned(), "30, 0, 'open', 'x'"),
        (began.clone(), "30, 0, 'thrown-away', 'x', 1, 60"),
        (began.clone(), "30, 0, 'lost', '', 1, 60"),
        (began.clone(), "30, 0, 'open', '', 1, NULL"),
        (format!("{began}, withdrawn_on"), "30, 0, 'open', '', 1, 60, 739948"),
        (format!("{began}, ended_at, ended_offset"), "30, 0, 'open', '', 1, 60, 1, 60"),
        (format!("{began}, ended_at, ended_offset, ended"), "30, 0, 'open', '', 1, 60, 1, 60, 'bored'"),
        (format!("{plain}, ended_at, ended_offset, ended"), "30, 0, 'open', '', 1, 60, 'asked'"),
    ] {
        assert!(insert(&through(&columns, values)).is_err(), "{columns}: {values}");
    }

    let page = |values: &str| {
        format!("walk_page (walk_through, place, entry, day, shows_day, said, who, alias) VALUES ({values})")
    };
    let block = |values: &str| format!("walk_block (page, label, original, text, asks) VALUES ({values})");
    for what in [
        page("1, 0, 1, 1, 0, '', 'inwoner A', 1"),
        page("1, 0, 2, 1, 1, '', NULL, NULL"),
        block("1, 'asked', '', '', 'Wat?'"),
        block("1, 'mood', '', '', NULL"),
        "walk_cover (block, start, end) VALUES (1, 0, 1)".to_owned(),
        "walk_letter (walk_through, alias, letter) VALUES (1, 1, 0)".to_owned(),
        "walk_letter (walk_through, alias, letter) VALUES (1, NULL, 1)".to_owned(),
        "walk_letter (walk_through, alias, letter) VALUES (1, NULL, 2)".to_owned(),
    ] {
        assert_eq!(insert(&what), Ok(1), "{what}");
    }
    for what in [
        page("1, 0, 1, 1, 0, '', NULL, NULL"),
        page("9, 0, 1, 1, 0, '', NULL, NULL"),
        page("2, 0, 9, 1, 0, '', NULL, NULL"),
        page("2, 0, 1, 1, 2, '', NULL, NULL"),
        page("2, 0, 1, 1, 0, '', NULL, 1"),
        block("1, 'asked', '', '', NULL"),
        block("1, 'free', '', '', 'Wat?'"),
        block("1, 'secret', '', '', NULL"),
        block("9, 'free', '', '', NULL"),
        "walk_cover (block, start, end) VALUES (1, 3, 3)".to_owned(),
        "walk_cover (block, start, end) VALUES (1, -1, 3)".to_owned(),
        "walk_cover (block, start, end) VALUES (1, 0, 2)".to_owned(),
        "walk_cover (block, start, end) VALUES (9, 0, 2)".to_owned(),
        "walk_letter (walk_through, alias, letter) VALUES (1, 1, 7)".to_owned(),
        "walk_letter (walk_through, alias, letter) VALUES (1, NULL, 0)".to_owned(),
        "walk_letter (walk_through, alias, letter) VALUES (2, 9, 0)".to_owned(),
        "walk_letter (walk_through, alias, letter) VALUES (2, 1, -1)".to_owned(),
    ] {
        assert!(insert(&what).is_err(), "{what}");
    }
}
