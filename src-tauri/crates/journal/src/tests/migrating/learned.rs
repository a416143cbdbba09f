//! The tables that know what was learned, from those that knew rules of thumb without a past.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::super::desk::{Desk, at, free_page};
use super::{of_format, of_the_index, values};
use crate::schema;
use crate::{
    Behaviour, Better, EntryId, Field, OwnTrialId, OwnTrialPlan, Rule, RuleId, RuleText, RuleWordingId,
    Scale, TeamPointId, TeamPointText, TwofoldText, TwofoldWordId,
};

/// Everything that a journal of format 4 holds.
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
        ("rule_of_thumb", "id, text, written_at, written_offset, changed_at, changed_offset"),
        ("spared", "word, 0"),
        ("forgotten", "*"),
        ("erased", "alias, entry, seed"),
        ("term", "*"),
        ("entry_text", "id, body"),
        ("sqlite_sequence", "name, seq"),
    ];
    tables.iter().map(|(table, columns)| (*table, values(connection, table, columns))).collect()
}

fn rule(text: &str) -> RuleText {
    RuleText::parse(text).expect("usable")
}

#[test]
fn a_journal_of_format_4_becomes_one_of_this_format_and_loses_nothing() {
    let (folder, vault) = of_format(4, include_str!("../format_4.sql"));
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
    let dropped = values(connection, "rule_of_thumb", "id, dropped_on");
    assert!(dropped.iter().all(|row| row[1] == Value::Null), "none was dropped: {dropped:?}");
    for table in ["rule_wording", "twofold_word", "team_point", "own_trial", "trial_phase", "measurement"] {
        assert_eq!(desk.count(table), 0, "{table}");
    }
    desk.check_index();
}

#[test]
fn a_journal_of_format_4_goes_on_where_it_was() {
    let (folder, vault) = of_format(4, include_str!("../format_4.sql"));
    drop(vault);
    let mut desk = Desk::at(folder);

    // As the journal tells it.
    let sheet = desk.journal.entry(EntryId(10)).expect("entry");
    let texts: Vec<&str> = sheet.answers.iter().map(|answer| answer.text.as_str()).collect();
    assert_eq!(texts, ["een muur 🙂", "Het schuurt nog", "2026-03-02", "2025-09-26", "Minder dan gedacht"]);
    assert_eq!(sheet.title.as_deref(), Some("Dilemmablad"));
    assert_eq!(desk.journal.entry(EntryId(12)).expect("entry").prepared, Some(EntryId(11)));
    assert_eq!(desk.journal.look_backs(9).expect("read").len(), 1, "another day asks again");
    let packs = desk.journal.packs().expect("read");
    assert_eq!(packs.iter().map(|pack| pack.on).collect::<Vec<_>>(), [true, false]);
    for (asked, expected) in [("muur", vec![10, 2]), ("verwacht", vec![11]), ("gewist", vec![4])] {
        let rows = desk.journal.search(asked, 50).expect("search");
        assert_eq!(rows.iter().map(|row| row.entry.0).collect::<Vec<_>>(), expected, "{asked}");
    }
    let rules = desk.journal.rules().expect("read");
    let told: Vec<_> = rules.iter().map(|rule| (rule.id, rule.text.as_str())).collect();
    assert_eq!(told, [(RuleId(2), "Één ding tegelijk 🙂"), (RuleId(1), "Eerst vragen, dan zeggen.")]);
    assert!(rules.iter().all(|rule| rule.former.is_empty() && rule.dropped_on.is_none()));

    // What there was gets a past, and what is new gets its numbers.
    let (now, today) = (at("2026-11-21T17:00:00+01:00"), at("2026-11-21T17:00:00+01:00").date_naive());
    let changed = desk.journal.change_rule(RuleId(1), &rule("Vragen."), now).expect("changed");
    assert_eq!((changed.former[0].id, changed.former[0].text.as_str()), (RuleWordingId(1), &*rules[1].text));
    let dropped = desk.journal.drop_rule(RuleId(1), Some(today)).expect("dropped");
    assert_eq!(dropped, Rule { dropped_on: Some(today), ..changed });
    assert_eq!(desk.journal.keep_rule(&rule("Doorvragen."), now).expect("kept").id, RuleId(5));
    let text = TwofoldText::parse("stabiel", "rust", "geen schuld", "wijkteam").expect("usable");
    assert_eq!(desk.journal.keep_twofold_word(&text, now).expect("kept").id, TwofoldWordId(1));
    let text = TeamPointText::parse("Eerst bellen.").expect("usable");
    assert_eq!(desk.journal.keep_team_point(None, &text, today).expect("kept").id, TeamPointId(1));
    let behaviour = Behaviour::parse("Ik vraag eerst.").expect("usable");
    let plan = OwnTrialPlan { behaviour, scale: Scale::Count, better: Better::Higher };
    assert_eq!(desk.journal.start_own_trial(&plan, today).expect("started").row.id, OwnTrialId(1));
    let entry = desk.start(free_page());
    assert_eq!(entry, EntryId(13));
    assert_eq!(desk.save(entry, None, Field::Free, "verder").id.0, 42);
    desk.check_index();
}

#[test]
fn an_empty_journal_of_format_4_keeps_counting_from_where_it_was() {
    super::keeps_counting_from(4);
}

#[test]
fn the_store_refuses_what_was_learned_and_cannot_be() {
    let tables = schema::tables();
    tables
        .execute_batch(
            "INSERT INTO own_trial (id, behaviour, scale, better, started_on)
                 VALUES (1, 'Ik vraag', 'count', 'higher', 739948);
             INSERT INTO trial_phase (id, trial, kind, began_on, differently) VALUES (1, 1, 'begin', 739948, '');",
        )
        .expect("a trial");
    let insert = |what: &str| tables.execute(&format!("INSERT INTO {what}"), []);
    for what in [
        "team_point (text, written_on) VALUES ('x', 1)",
        "team_point (text, written_on, theme, theme_name) VALUES ('x', 1, 'team', 'Team')",
        "measurement (phase, day, value) VALUES (1, 739948, 0)",
        "measurement (phase, day, value) VALUES (1, 739948, 999)",
    ] {
        assert_eq!(insert(what), Ok(1), "{what}");
    }
    for what in [
        "team_point (text, written_on, theme) VALUES ('x', 1, 'team')",
        "team_point (text, written_on, theme_name) VALUES ('x', 1, 'Team')",
        "rule_wording (rule, text, until) VALUES (9, 'x', 1)",
        "measurement (phase, day, value) VALUES (1, 739948, 1000)",
        "measurement (phase, day, value) VALUES (1, 739948, -1)",
        "measurement (phase, day, value) VALUES (9, 739948, 1)",
        "trial_phase (trial, kind, began_on, differently) VALUES (9, 'begin', 1, '')",
        "trial_phase (trial, kind, began_on, differently) VALUES (1, 'return', 1, '')",
        "own_trial (behaviour, scale, better, started_on) VALUES ('x', 'percent', 'higher', 1)",
        "own_trial (behaviour, scale, better, started_on) VALUES ('x', 'count', 'other', 1)",
    ] {
        assert!(insert(what).is_err(), "{what}");
    }
}
