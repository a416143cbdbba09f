//! What carries no person: rules of thumb, spared words; and the texts, for who looks them over.

use chrono::NaiveDate;

use super::desk::{Desk, about, at, free_page, question};
use crate::{Field, JournalError, Rule, RuleId, RuleText, RuleWordingId};

fn day(day: &str) -> NaiveDate {
    day.parse().expect("a day")
}

fn rule(text: &str) -> RuleText {
    RuleText::parse(text).expect("usable")
}

/// The former wordings of a rule, with the days until which they stood.
fn past(rule: &Rule) -> Vec<(&str, String)> {
    rule.former.iter().map(|former| (former.text.as_str(), former.until.to_string())).collect()
}

#[test]
fn a_rule_is_kept_and_changed_and_the_words_it_had_stay_beside_it() {
    let mut desk = Desk::new();
    // Late in the evening: the day of the writer, not that of Greenwich.
    let (then, later) = (at("2026-11-21T17:00:00+01:00"), at("2026-11-23T00:30:00+01:00"));
    let first = desk.journal.keep_rule(&rule("Eerst vragen, dan zeggen."), then).expect("kept");
    let second = desk.journal.keep_rule(&rule("Eerst vragen, dan zeggen."), then).expect("kept");
    assert_ne!(first.id, second.id, "the person may have two of a kind");
    assert_eq!((&first.former, first.dropped_on), (&vec![], None));
    let changed = desk.journal.change_rule(first.id, &rule("Vragen."), later).expect("changed");
    assert_eq!((changed.text.as_str(), changed.changed_at), ("Vragen.", later));
    let until = "2026-11-23".to_owned();
    assert_eq!(past(&changed), [("Eerst vragen, dan zeggen.", until.clone())]);
    let same = desk.journal.change_rule(second.id, &rule("Eerst vragen, dan zeggen."), later);
    assert_eq!(same, Ok(second.clone()), "the same words change nothing");
    let back = desk.journal.change_rule(first.id, &rule("Eerst vragen, dan zeggen."), later).expect("back");
    assert_eq!(past(&back), [("Vragen.", until.clone()), ("Eerst vragen, dan zeggen.", until)]);
    desk.reopen();
    assert_eq!(desk.journal.rules(), Ok(vec![second.clone(), back.clone()]));
    assert_eq!(desk.journal.change_rule(RuleId(99), &rule("x"), later), Err(JournalError::RuleGone));
}

#[test]
fn a_rule_that_is_dropped_stays_with_its_past_and_is_taken_up_again() {
    let mut desk = Desk::new();
    let now = at("2026-11-21T17:00:00+01:00");
    let [first, second, third] =
        ["Een.", "Twee.", "Drie."].map(|text| desk.journal.keep_rule(&rule(text), now).expect("kept").id);
    let second_changed = desk.journal.change_rule(second, &rule("Twee!"), now).expect("changed");
    let dropped = desk.journal.drop_rule(second, Some(day("2026-11-22"))).expect("dropped");
    assert_eq!(dropped.dropped_on, Some(day("2026-11-22")));
    assert_eq!(Rule { dropped_on: None, ..dropped.clone() }, second_changed);
    let again = desk.journal.drop_rule(second, Some(day("2026-11-25")));
    assert_eq!(again, Ok(dropped.clone()), "it is dropped since the earlier day");
    desk.journal.drop_rule(first, Some(day("2026-11-24"))).expect("dropped");
    let order = |desk: &Desk| -> Vec<RuleId> {
        desk.journal.rules().expect("read").iter().map(|rule| rule.id).collect()
    };
    desk.reopen();
    assert_eq!(order(&desk), [third, first, second], "those in use, then the latest dropped");
    let changed = desk.journal.change_rule(second, &rule("Twee?"), now).expect("changed");
    assert_eq!(changed.dropped_on, dropped.dropped_on, "better words do not take it up");
    let taken_up = desk.journal.drop_rule(second, None).expect("taken up");
    assert_eq!((taken_up.dropped_on, taken_up.former.len()), (None, 2));
    assert_eq!(desk.journal.drop_rule(second, None), Ok(taken_up), "nothing more to take up");
    assert_eq!(order(&desk), [third, second, first]);
    assert_eq!(desk.journal.drop_rule(RuleId(99), None), Err(JournalError::RuleGone));
}

#[test]
fn a_rule_or_one_of_its_wordings_is_erased_and_no_number_comes_back() {
    let mut desk = Desk::new();
    let now = at("2026-11-21T17:00:00+01:00");
    let kept = desk.journal.keep_rule(&rule("Een."), now).expect("kept");
    let other = desk.journal.keep_rule(&rule("Anders."), now).expect("kept").id;
    desk.journal.change_rule(other, &rule("Anders!"), now).expect("changed");
    for text in ["Twee.", "Drie."] {
        desk.journal.change_rule(kept.id, &rule(text), now).expect("changed");
    }
    let former = desk.journal.rules().expect("read")[1].former.clone();
    let left = desk.journal.erase_wording(former[1].id).expect("erased");
    assert_eq!((left.text.as_str(), left.former.as_slice()), ("Drie.", &former[..1]));
    assert_eq!(desk.journal.erase_wording(former[1].id), Err(JournalError::RuleGone));
    assert_eq!(desk.count("rule_wording"), 2);
    desk.journal.erase_rule(kept.id).expect("erased");
    assert_eq!(desk.journal.erase_rule(kept.id), Err(JournalError::RuleGone));
    assert_eq!(desk.journal.erase_wording(former[0].id), Err(JournalError::RuleGone));
    assert_eq!((desk.count("rule_of_thumb"), desk.count("rule_wording")), (1, 1));
    desk.reopen();
    desk.journal.erase_rule(other).expect("erased");
    let third = desk.journal.keep_rule(&rule("Nieuw."), now).expect("kept");
    assert_eq!(third.id, RuleId(other.0 + 1));
    let changed = desk.journal.change_rule(third.id, &rule("Nieuwer."), now).expect("changed");
    assert_eq!(changed.former[0].id, RuleWordingId(4));
}

/// What is about nobody points at nobody: no table of it knows another one than its own.
#[test]
fn nothing_learned_knows_an_entry() {
    let desk = Desk::new();
    let list = |sql: &str, table: &str| -> Vec<String> {
        let mut statement = desk.journal.connection().prepare(sql).expect("prepare");
        let names = statement.query_map([table], |row| row.get(0)).expect("query");
        names.collect::<Result<_, _>>().expect("names")
    };
    let learned = [
        ("rule_of_thumb", "id text written_at written_offset changed_at changed_offset dropped_on", ""),
        ("rule_wording", "id rule text until", "rule_of_thumb"),
        ("twofold_word", "id word mine theirs whose written_at written_offset changed_at changed_offset", ""),
        ("team_point", "id theme theme_name text written_on discussed_on", ""),
        ("own_trial", "id behaviour scale better started_on ended_on", ""),
        ("trial_phase", "id trial kind began_on differently", "own_trial"),
        ("measurement", "id phase day value", "trial_phase"),
    ];
    for (table, columns, knows) in learned {
        let found = list("SELECT name FROM pragma_table_info(?1) ORDER BY cid", table);
        assert_eq!(found.join(" "), columns, "{table}");
        let found = list("SELECT \"table\" FROM pragma_foreign_key_list(?1)", table);
        assert_eq!(found.join(" "), knows, "{table}");
        let found = list("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1", table);
        assert_eq!(found, [""; 0], "{table}");
    }
    // And no other table knows one of them.
    let named = |table: &str| learned.iter().any(|(name, _, _)| *name == table);
    for table in list("SELECT name FROM sqlite_schema WHERE type = ?1", "table") {
        let knows = list("SELECT \"table\" FROM pragma_foreign_key_list(?1)", &table);
        assert!(named(&table) || !knows.iter().any(|table| named(table)), "{table} knows {knows:?}");
    }
}

#[test]
fn spared_words_are_listed_and_taken_back() {
    let mut desk = Desk::new();
    for word in ["visser", "bloem", "visser", "", "de wit"] {
        desk.journal.spare(word).expect("spared");
    }
    desk.reopen();
    assert_eq!(desk.journal.spared(), Ok(["bloem", "de wit", "visser"].map(str::to_owned).to_vec()));
    desk.journal.unspare("visser").expect("taken back");
    desk.journal.unspare("onbekend").expect("passed over");
    assert_eq!(desk.journal.spared(), Ok(["bloem", "de wit"].map(str::to_owned).to_vec()));
}

#[test]
fn the_texts_come_a_part_at_a_time_and_the_bin_is_left_out() {
    let mut desk = Desk::new();
    let old = desk.start(about("2026-11-01", "gesprek", Some("Blauwe Reiger")));
    desk.save(old, None, question("q1"), "antwoord");
    desk.save(old, None, Field::Own { wording: "Mijn vraag?" }, "mijn antwoord");
    let new = desk.start(free_page());
    desk.save(new, None, Field::Free, "");
    desk.save(new, None, Field::Feeling, "rustig");
    let binned = desk.write(free_page(), "weg");
    desk.journal.delete(binned, at("2026-11-21T17:00:00+01:00")).expect("delete");
    let all = desk.journal.texts(None, 9).expect("read");
    let told: Vec<_> = all.iter().map(|one| (one.row.entry, one.texts.join("|"))).collect();
    assert_eq!(told, [(new, "|rustig".to_owned()), (old, "antwoord|Mijn vraag?|mijn antwoord".to_owned())]);
    let first = desk.journal.texts(None, 1).expect("read");
    let rest = desk.journal.texts(Some(first[0].row.cursor()), 9).expect("read");
    assert_eq!([first, rest].concat(), all);
    assert!(!format!("{all:?}").contains("antwoord"), "what was written is in no log");
}
