//! Another day, kind or alias: what was written stays, and the index and the lists follow.

use chrono::NaiveDate;

use super::desk::{Desk, about, at, free_page, guide, question};
use crate::{Alias, AnswerId, Entry, EntryId, Field, JournalError, Returns};

fn day(day: &str) -> NaiveDate {
    day.parse().expect("a day")
}

fn contact(kind: &str, alias: Option<&str>) -> Option<(String, Option<Alias>)> {
    Some((kind.to_owned(), alias.map(|alias| Alias::parse(alias).expect("usable"))))
}

fn about_what(entry: &Entry) -> (String, Option<String>, Option<String>) {
    let contact = entry.contact.as_ref();
    assert!(contact.is_none_or(|contact| contact.day == entry.day), "one day in both");
    let alias = contact.and_then(|contact| contact.alias.as_ref()).map(|alias| alias.as_str().to_owned());
    (entry.day.to_string(), contact.map(|contact| contact.kind.clone()), alias)
}

fn meta(desk: &Desk, entry: EntryId) -> String {
    desk.journal
        .connection()
        .query_row("SELECT meta FROM entry_text WHERE id = ?1", [entry.0], |row| row.get(0))
        .expect("indexed")
}

/// The entries that the index has under a token of kind or alias.
fn under(desk: &Desk, token: &str) -> Vec<i64> {
    let mut statement = desk
        .journal
        .connection()
        .prepare("SELECT rowid FROM entry_index WHERE entry_index MATCH ?1 ORDER BY rowid")
        .expect("prepare");
    let rows = statement.query_map([format!("meta : \"{token}\"")], |row| row.get(0)).expect("query");
    rows.collect::<Result<_, _>>().expect("rows")
}

#[test]
fn an_entry_gets_another_day_kind_and_alias_and_keeps_its_words() {
    let mut desk = Desk::new();
    let entry = desk.start(about("2026-11-20", "gesprek", Some("Blauwe Reiger")));
    let text = "Geïrriteerd\r\n\0e\u{301} 👩‍👩‍👧";
    desk.save(entry, None, question("q1"), text);
    desk.save(entry, None, Field::Feeling, " ");
    desk.journal.leave(entry).expect("leave");
    let before = desk.journal.entry(entry).expect("entry");
    let (old_kind, old_alias) = {
        let meta = meta(&desk, entry);
        let (kind, alias) = meta.split_once(' ').expect("two tokens");
        (kind.to_owned(), alias.to_owned())
    };

    let changed = desk
        .journal
        .change_entry(entry, day("2026-10-01"), contact("huisbezoek", Some("Oude Élzenlaan")))
        .expect("changed");
    assert_eq!(
        about_what(&changed),
        ("2026-10-01".into(), Some("huisbezoek".into()), Some("Oude Élzenlaan".into()))
    );
    assert_eq!(changed.answers, before.answers);
    assert_eq!(
        (changed.started_at, changed.seed, &changed.form),
        (before.started_at, before.seed, &before.form)
    );
    assert_eq!(desk.journal.entry(entry).expect("entry"), changed);
    // The index knows the new contact and nothing of the old one.
    desk.check_index();
    for token in meta(&desk, entry).split(' ') {
        assert_eq!(under(&desk, token), [entry.0], "{token}");
    }
    for token in [old_kind, old_alias] {
        assert_eq!(under(&desk, &token), Vec::<i64>::new(), "{token}");
    }
    assert_eq!(desk.journal.search("irriteerd", 5).expect("search").len(), 1);
    // Nobody uses the old alias any more.
    let names: Vec<String> =
        desk.journal.aliases().expect("aliases").iter().map(|alias| alias.as_str().to_owned()).collect();
    assert_eq!(names, ["Oude Élzenlaan"]);
    assert_eq!((desk.count("alias"), desk.count("contact")), (1, 1));
    desk.reopen();
    assert_eq!(desk.journal.entry(entry).expect("entry"), changed);
}

#[test]
fn no_contact_given_takes_none_away() {
    let mut desk = Desk::new();
    let with = desk.start(about("2026-11-20", "gesprek", Some("Blauwe Reiger")));
    let without = desk.start(free_page());
    let changed = desk.journal.change_entry(with, day("2026-11-01"), None).expect("changed");
    let expected = ("2026-11-01".to_owned(), Some("gesprek".to_owned()), Some("Blauwe Reiger".to_owned()));
    assert_eq!(about_what(&changed), expected);
    let changed = desk.journal.change_entry(without, day("2026-11-02"), None).expect("changed");
    assert_eq!(about_what(&changed), ("2026-11-02".into(), None, None));
    let changed =
        desk.journal.change_entry(without, day("2026-11-03"), contact("telefonisch", None)).expect("changed");
    assert_eq!(about_what(&changed), ("2026-11-03".into(), Some("telefonisch".into()), None));
    let listed: Vec<(i64, String)> = desk
        .journal
        .entries(None, 9)
        .expect("list")
        .into_iter()
        .map(|row| (row.entry.0, row.day.to_string()))
        .collect();
    assert_eq!(listed, [(without.0, "2026-11-03".into()), (with.0, "2026-11-01".into())]);
}

#[test]
fn an_alias_goes_with_its_last_contact_and_not_before() {
    let mut desk = Desk::new();
    let one = desk.start(about("2026-11-20", "gesprek", Some("Blauwe Reiger")));
    let other = desk.start(about("2026-11-20", "gesprek", Some("blauwe reiger")));
    let alias = Alias::parse("Blauwe Reiger").expect("usable");
    desk.journal.delete(other, at("2026-11-21T17:00:00+01:00")).expect("delete");
    desk.journal.change_entry(one, day("2026-11-20"), contact("gesprek", None)).expect("changed");
    assert_eq!(desk.journal.alias_in_use(&alias), Ok(true), "the bin still has it");
    desk.journal.restore(other).expect("restore");
    desk.journal
        .change_entry(other, day("2026-11-20"), contact("gesprek", Some("Witte Wolk")))
        .expect("changed");
    assert_eq!(desk.journal.alias_in_use(&alias), Ok(false));
    assert_eq!((desk.count("alias"), desk.count("contact")), (1, 2));
}

#[test]
fn what_waits_for_the_index_goes_on_waiting() {
    let mut desk = Desk::new();
    let entry = desk.write(guide(), "nog niet doorzocht");
    desk.journal.change_entry(entry, day("2026-11-01"), contact("huisbezoek", None)).expect("changed");
    assert_eq!(desk.count("term"), 0);
    assert_eq!(desk.journal.search("doorzocht", 5).expect("search").len(), 1);
    desk.check_index();
}

#[test]
fn changing_to_what_it_was_changes_nothing() {
    let mut desk = Desk::new();
    let entry = desk.start(about("2026-11-20", "gesprek", Some("Blauwe Reiger")));
    let page = desk.start(free_page());
    desk.journal.leave(entry).expect("leave");
    desk.journal.leave(page).expect("leave");
    let before = desk.changes();
    for contact in [None, contact("gesprek", Some("BLAUWE reiger"))] {
        let same = desk.journal.change_entry(entry, day("2026-11-20"), contact).expect("changed");
        assert_eq!(same, desk.journal.entry(entry).expect("entry"));
    }
    let same = desk.journal.change_entry(page, day("2026-11-21"), None).expect("changed");
    assert_eq!(same.contact, None);
    assert_eq!(desk.changes(), before);
}

#[test]
fn an_intention_follows_its_entry_to_another_contact() {
    let mut desk = Desk::new();
    let entry = desk.start(about("2026-11-20", "gesprek", Some("Blauwe Reiger")));
    let by_alias = Field::Intention { question: None, returns: Returns::Alias };
    let by_kind = Field::Intention { question: None, returns: Returns::Kind };
    let alias = desk.save(entry, None, by_alias, "voor deze").id;
    let kind = desk.save(entry, None, by_kind, "voor zulke").id;
    let reiger = desk.start(about("2026-11-21", "telefonisch", Some("Blauwe Reiger")));
    let gesprek = desk.start(about("2026-11-21", "gesprek", None));
    let wolk = desk.start(about("2026-11-21", "huisbezoek", Some("Witte Wolk")));
    let opens = |desk: &Desk| -> Vec<Option<AnswerId>> {
        let first = |entry| desk.journal.intention_for(entry).expect("read").map(|one| one.answer);
        [reiger, gesprek, wolk].map(first).to_vec()
    };
    assert_eq!(opens(&desk), [Some(alias), Some(kind), None]);
    desk.journal
        .change_entry(entry, day("2026-11-20"), contact("huisbezoek", Some("Witte Wolk")))
        .expect("changed");
    assert_eq!(opens(&desk), [None, None, Some(alias)]);
    desk.journal.change_entry(entry, day("2026-11-20"), contact("huisbezoek", None)).expect("changed");
    assert_eq!(opens(&desk), [None, None, Some(kind)], "without an alias it waits for one");
}

#[test]
fn what_cannot_be_changed_is_said() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    let before = desk.journal.entry(entry).expect("entry");
    let gone = desk.journal.change_entry(EntryId(99), day("2026-11-01"), None);
    assert_eq!(gone, Err(JournalError::EntryGone));
    desk.journal.delete(entry, at("2026-11-21T17:00:00+01:00")).expect("delete");
    let binned = desk.journal.change_entry(entry, day("2026-11-01"), contact("huisbezoek", None));
    assert_eq!(binned, Err(JournalError::EntryInBin));
    desk.journal.restore(entry).expect("restore");
    assert_eq!(desk.journal.entry(entry).expect("entry"), before);
}
