//! What was prepared is shown beside what is written afterwards: with one entry, about the same contact
//! as far as that can be told.

use chrono::NaiveDate;

use super::desk::{Desk, about, at, free_page, prepares, question, sheet, text_cell};
use crate::{Alias, EntryId, NewEntry};

const DAY: &str = "2026-11-20";
const NOW: &str = "2026-11-21T17:00:00+01:00";

fn day(day: &str) -> NaiveDate {
    day.parse().expect("a day")
}

fn alias(name: &str) -> Alias {
    Alias::parse(name).expect("usable")
}

fn made(desk: &mut Desk, on: &str, kind: &str, with: Option<&str>) -> EntryId {
    desk.start(prepares(about(on, kind, with)))
}

fn met(desk: &mut Desk, on: &str, kind: &str, with: Option<&str>) -> EntryId {
    desk.start(about(on, kind, with))
}

fn shown(desk: &Desk, entry: EntryId) -> Option<EntryId> {
    desk.journal.entry(entry).expect("entry").prepared
}

#[test]
fn a_preparation_is_shown_with_the_contact_that_it_was_for() {
    let (reiger, wolk) = (Some("Blauwe Reiger"), Some("Witte Wolk"));
    let cases = [
        // The same alias: another kind and a day within a month, before or after.
        (("gesprek", reiger, DAY), ("huisbezoek", Some("blauwe reiger"), DAY), true),
        (("gesprek", reiger, DAY), ("gesprek", reiger, "2026-12-21"), true),
        (("gesprek", reiger, DAY), ("gesprek", reiger, "2026-12-22"), false),
        (("gesprek", reiger, DAY), ("gesprek", reiger, "2026-10-20"), true),
        (("gesprek", reiger, DAY), ("gesprek", reiger, "2026-10-19"), false),
        (("gesprek", reiger, DAY), ("gesprek", wolk, DAY), false),
        (("gesprek", reiger, DAY), ("gesprek", None, DAY), false),
        // No alias on either side: the same kind.
        (("gesprek", None, DAY), ("gesprek", None, "2026-12-21"), true),
        (("gesprek", None, DAY), ("gesprek", None, "2026-12-22"), false),
        (("gesprek", None, DAY), ("huisbezoek", None, DAY), false),
        // An alias afterwards only: the same kind on the same day.
        (("gesprek", None, DAY), ("gesprek", reiger, DAY), true),
        (("gesprek", None, DAY), ("gesprek", reiger, "2026-11-21"), false),
        (("gesprek", None, DAY), ("huisbezoek", reiger, DAY), false),
    ];
    for (before, after, fits) in cases {
        let mut desk = Desk::new();
        let preparation = made(&mut desk, before.2, before.0, before.1);
        let entry = met(&mut desk, after.2, after.0, after.1);
        assert_eq!(shown(&desk, entry), fits.then_some(preparation), "{before:?} {after:?}");
        desk.reopen();
        assert_eq!(shown(&desk, entry), fits.then_some(preparation));
    }
}

#[test]
fn it_is_shown_with_one_entry_and_the_newest_goes_first() {
    let mut desk = Desk::new();
    let reiger = Some("Blauwe Reiger");
    let older = made(&mut desk, "2026-11-25", "gesprek", reiger);
    let newer = made(&mut desk, "2026-11-15", "gesprek", reiger);
    let entries: Vec<EntryId> = (0..3).map(|_| met(&mut desk, DAY, "gesprek", reiger)).collect();
    let all: Vec<_> = entries.iter().map(|entry| shown(&desk, *entry)).collect();
    assert_eq!(all, [Some(newer), Some(older), None]);
    // Nothing is shown with what it does not look back from.
    let later = made(&mut desk, DAY, "gesprek", reiger);
    for new in [
        sheet(about(DAY, "gesprek", reiger)),
        prepares(about(DAY, "gesprek", reiger)),
        free_page(),
        NewEntry { title: None, ..prepares(about(DAY, "gesprek", reiger)) },
    ] {
        let other = desk.start(new);
        assert_eq!(shown(&desk, other), None);
    }
    assert_eq!(shown(&desk, entries[2]), None, "what was prepared later was not for it");
    let next = met(&mut desk, DAY, "gesprek", reiger);
    assert!(shown(&desk, next) > Some(later), "the newest of all, which has no name either");
    let read = desk.journal.entry(later).expect("entry");
    assert!(read.prepares && read.title.as_deref() == Some("Voorbereiden"));
}

#[test]
fn what_is_in_the_bin_is_not_shown_and_comes_back_with_what_it_was_shown_with() {
    let mut desk = Desk::new();
    let reiger = Some("Blauwe Reiger");
    let preparation = made(&mut desk, DAY, "gesprek", reiger);
    let entry = met(&mut desk, DAY, "gesprek", reiger);
    desk.journal.delete(preparation, at(NOW)).expect("delete");
    let other = met(&mut desk, DAY, "gesprek", reiger);
    assert_eq!((shown(&desk, entry), shown(&desk, other)), (None, None));
    desk.journal.restore(preparation).expect("restore");
    assert_eq!((shown(&desk, entry), shown(&desk, other)), (Some(preparation), None));
    // Who is in the bin holds nothing.
    desk.journal.delete(entry, at(NOW)).expect("delete");
    let third = met(&mut desk, DAY, "gesprek", reiger);
    assert_eq!(shown(&desk, third), Some(preparation));
    desk.journal.restore(entry).expect("restore");
    assert_eq!((shown(&desk, entry), shown(&desk, third)), (None, Some(preparation)));
    desk.journal.erase(third).expect("erase");
    let fourth = met(&mut desk, DAY, "gesprek", reiger);
    assert_eq!(shown(&desk, fourth), Some(preparation));
    desk.journal.erase(preparation).expect("erase");
    assert_eq!(shown(&desk, fourth), None);
    desk.check_index();
}

#[test]
fn an_entry_that_gets_another_contact_is_shown_with_what_was_prepared_for_that() {
    let mut desk = Desk::new();
    let (reiger, wolk) = (Some("Blauwe Reiger"), Some("Witte Wolk"));
    let of_reiger = made(&mut desk, DAY, "gesprek", reiger);
    let of_wolk = made(&mut desk, DAY, "gesprek", wolk);
    let entry = met(&mut desk, DAY, "gesprek", reiger);
    let later = made(&mut desk, DAY, "gesprek", reiger);
    let change = |desk: &mut Desk, entry, on: &str, kind: &str, name: Option<&str>| {
        let contact = Some((kind.to_owned(), name.map(alias)));
        desk.journal.change_entry(entry, day(on), contact).expect("changed").prepared
    };
    assert_eq!(
        change(&mut desk, entry, "2026-11-28", "huisbezoek", reiger),
        Some(of_reiger),
        "it still fits"
    );
    assert_eq!(change(&mut desk, entry, DAY, "gesprek", wolk), Some(of_wolk));
    assert_eq!(change(&mut desk, entry, DAY, "gesprek", None), None, "nothing about anybody else");
    assert_eq!(change(&mut desk, entry, DAY, "gesprek", reiger), Some(of_reiger), "not what came later");
    assert_eq!(change(&mut desk, entry, "2027-11-20", "gesprek", reiger), None);
    // A page that gets a contact gets what was prepared for it.
    let page = desk.start(free_page());
    assert_eq!(change(&mut desk, page, DAY, "gesprek", reiger), Some(later));
    let only_the_day = desk.journal.change_entry(page, day("2026-11-21"), None).expect("changed");
    assert_eq!(only_the_day.prepared, Some(later));

    // And where the preparation gets another contact, it is no longer shown with this one.
    assert_eq!(change(&mut desk, later, DAY, "gesprek", wolk), None);
    assert_eq!(shown(&desk, page), Some(of_reiger), "but an older one is, if there is one");
    assert_eq!(change(&mut desk, of_reiger, "2026-11-25", "huisbezoek", reiger), None);
    assert_eq!(shown(&desk, page), Some(of_reiger));
    // It may have become one of nobody: then it is the kind and the day that count.
    change(&mut desk, of_reiger, "2026-11-21", "huisbezoek", None);
    assert_eq!(shown(&desk, page), None);
    desk.check_index();
}

#[test]
fn a_preparation_follows_its_alias() {
    let mut desk = Desk::new();
    let (reiger, wolk) = (Some("Blauwe Reiger"), Some("Witte Wolk"));
    let preparation = made(&mut desk, DAY, "gesprek", reiger);
    desk.save(preparation, None, text_cell("verwachting", 0), "een kale muur");
    let entry = met(&mut desk, DAY, "gesprek", reiger);
    let waiting = made(&mut desk, DAY, "gesprek", reiger);
    desk.journal.rename_alias(&alias("Blauwe Reiger"), &alias("Rode Specht")).expect("renamed");
    assert_eq!(shown(&desk, entry), Some(preparation));
    let other = met(&mut desk, DAY, "gesprek", wolk);
    assert_eq!(shown(&desk, other), None);
    desk.journal.merge_aliases(&alias("Rode Specht"), &alias("Witte Wolk")).expect("merged");
    assert_eq!((shown(&desk, entry), shown(&desk, other)), (Some(preparation), None), "as they were");
    let next = met(&mut desk, DAY, "gesprek", wolk);
    assert_eq!(shown(&desk, next), Some(waiting), "from now on they are one");
    // One of nobody stays when the alias goes, and can be shown again.
    let of_nobody = made(&mut desk, DAY, "huisbezoek", None);
    let with = met(&mut desk, DAY, "huisbezoek", wolk);
    assert_eq!(shown(&desk, with), Some(of_nobody));
    let erased = desk.journal.erase_alias(&alias("Witte Wolk")).expect("erased");
    assert_eq!(erased.len(), 6);
    assert_eq!(desk.count("entry"), 1);
    let after = met(&mut desk, DAY, "huisbezoek", None);
    assert_eq!(shown(&desk, after), Some(of_nobody));
    desk.check_index();
}

#[test]
fn a_preparation_that_went_by_its_term_leaves_the_entry_without_one() {
    let mut desk = Desk::new();
    let reiger = Some("Blauwe Reiger");
    // Two years after it was started a preparation goes; what was started later stays for now.
    let old = prepares(about("2024-12-20", "gesprek", reiger));
    let preparation = desk.journal.start_entry(old, at("2024-12-01T09:00:00+01:00")).expect("started").id;
    let then = at("2024-12-20T16:50:00+01:00");
    let new = about("2024-12-20", "gesprek", reiger);
    let entry = desk.journal.start_entry(new, then).expect("started");
    assert_eq!(entry.prepared, Some(preparation));
    met(&mut desk, "2026-11-20", "gesprek", reiger);
    desk.save(entry.id, None, question("q1"), "blijft");
    let term = crate::Term(180);
    desk.journal.leaving(term, day("2026-11-25")).expect("told");
    let ended = desk.journal.end_terms(term, day("2026-12-02"), None).expect("ended");
    assert_eq!(ended.iter().map(|same| same.entry).collect::<Vec<_>>(), [preparation]);
    let read = desk.journal.entry(entry.id).expect("entry");
    assert_eq!((read.prepared, read.answers[0].text.as_str()), (None, "blijft"));
}

#[test]
fn a_contact_that_is_still_to_come_counts_for_its_alias_when_its_day_is_there() {
    let mut desk = Desk::new();
    let entry = made(&mut desk, "2027-03-01", "gesprek", Some("Blauwe Reiger"));
    let going = |desk: &Desk, today: &str| {
        let going = desk.journal.going(entry, crate::Term(30), day(today)).expect("read");
        going.map(|going| going.day.to_string())
    };
    assert_eq!(going(&desk, "2026-11-21").as_deref(), Some("2026-12-21"), "as if it was today");
    assert_eq!(going(&desk, "2027-03-02").as_deref(), Some("2027-03-31"));
}
