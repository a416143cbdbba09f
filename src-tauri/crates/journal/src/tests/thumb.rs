//! What carries no person: rules of thumb, spared words; and the texts, for who looks them over.

use super::desk::{Desk, about, at, free_page, question};
use crate::{Field, JournalError, RuleId, RuleText};

fn rule(text: &str) -> RuleText {
    RuleText::parse(text).expect("usable")
}

#[test]
fn a_rule_is_kept_changed_and_dropped() {
    let mut desk = Desk::new();
    let (then, later) = (at("2026-11-21T17:00:00+01:00"), at("2026-11-22T09:00:00+01:00"));
    let first = desk.journal.keep_rule(&rule("Eerst vragen, dan zeggen."), then).expect("kept");
    let second = desk.journal.keep_rule(&rule("Eerst vragen, dan zeggen."), then).expect("kept");
    assert_ne!(first.id, second.id, "the person may have two of a kind");
    let changed = desk.journal.change_rule(first.id, &rule("Vragen."), later).expect("changed");
    assert_eq!((changed.text.as_str(), changed.changed_at), ("Vragen.", later));
    let same = desk.journal.change_rule(second.id, &rule("Eerst vragen, dan zeggen."), later);
    assert_eq!(same, Ok(second.clone()), "the same words change nothing");
    desk.reopen();
    assert_eq!(desk.journal.rules(), Ok(vec![second.clone(), changed]));
    desk.journal.drop_rule(second.id).expect("dropped");
    assert_eq!(desk.journal.drop_rule(second.id), Err(JournalError::RuleGone));
    assert_eq!(desk.journal.change_rule(second.id, &rule("x"), later), Err(JournalError::RuleGone));
    let third = desk.journal.keep_rule(&rule("Nieuw."), later).expect("kept");
    assert_eq!(third.id, RuleId(second.id.0 + 1), "no number comes back");
}

#[test]
fn a_rule_knows_nothing_of_an_entry() {
    let desk = Desk::new();
    let columns: Vec<String> = desk
        .journal
        .connection()
        .prepare("SELECT name FROM pragma_table_info('rule_of_thumb')")
        .expect("prepare")
        .query_map([], |row| row.get(0))
        .expect("query")
        .collect::<Result<_, _>>()
        .expect("columns");
    assert_eq!(columns, ["id", "text", "written_at", "written_offset", "changed_at", "changed_offset"]);
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
