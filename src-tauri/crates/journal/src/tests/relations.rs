//! Aliases as a whole: listed, renamed, joined, erased.

use chrono::NaiveDate;

use super::desk::{Desk, about, at, free_page, guide, question};
use super::walk_throughs;
use crate::{
    Alias, EntryId, Field, JointCardText, JournalError, Returns, RuleText, Same, Status, TeamPointText, Term,
    TwofoldText, WalkLabel, WalkPlan,
};

fn day(day: &str) -> NaiveDate {
    day.parse().expect("a day")
}

fn alias(name: &str) -> Alias {
    Alias::parse(name).expect("usable")
}

fn rows(desk: &Desk) -> Vec<(String, String, Option<String>)> {
    let rows = desk.journal.alias_rows().expect("rows");
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    let names = desk.journal.alias_names().expect("names");
    assert_eq!(
        sorted(names.iter().map(|name| name.as_str().to_owned()).collect()),
        sorted(rows.iter().map(|row| row.alias.as_str().to_owned()).collect()),
        "the names alone are those of the same aliases"
    );
    let rows = rows.into_iter();
    rows.map(|row| {
        let closed = row.closed_on.map(|day| day.to_string());
        (row.alias.as_str().to_owned(), row.last_contact.to_string(), closed)
    })
    .collect()
}

#[test]
fn every_alias_is_listed_with_its_last_contact() {
    let mut desk = Desk::new();
    desk.start(about("2026-11-01", "gesprek", Some("Blauwe Reiger")));
    let last = desk.start(about("2026-11-10", "gesprek", Some("Blauwe Reiger")));
    let only = desk.start(about("2026-11-05", "gesprek", Some("Witte Wolk")));
    desk.journal.close_alias(&alias("Witte Wolk"), Some(day("2026-11-06"))).expect("closed");
    let row = |name: &str, last: &str, closed: Option<&str>| {
        (name.to_owned(), last.to_owned(), closed.map(str::to_owned))
    };
    assert_eq!(
        rows(&desk),
        [row("Blauwe Reiger", "2026-11-10", None), row("Witte Wolk", "2026-11-05", Some("2026-11-06"))]
    );
    // What is in the bin is no contact, but an alias that is only there is still one.
    desk.journal.delete(last, at("2026-11-21T17:00:00+01:00")).expect("delete");
    desk.journal.delete(only, at("2026-11-21T17:00:00+01:00")).expect("delete");
    assert_eq!(
        rows(&desk),
        [row("Witte Wolk", "2026-11-05", Some("2026-11-06")), row("Blauwe Reiger", "2026-11-01", None)]
    );
    desk.journal.erase(only).expect("erase");
    assert_eq!(rows(&desk).len(), 1);
}

#[test]
fn all_that_is_known_under_an_alias_is_told() {
    let mut desk = Desk::new();
    let first = desk.start(about("2026-11-01", "gesprek", Some("Blauwe Reiger")));
    desk.save(first, None, question("q1"), "Ik wachtte.");
    let second = desk.start(about("2026-11-10", "huisbezoek", Some("BLAUWE reiger")));
    desk.start(about("2026-11-10", "gesprek", Some("Witte Wolk")));
    desk.journal.delete(second, at("2026-11-21T17:00:00+01:00")).expect("delete");
    desk.journal.mark_shown(first, day("2026-11-12")).expect("marked");
    let today = day("2026-11-21");
    let reiger = alias("blauwe reiger");
    let page =
        |after, limit| desk.journal.alias_entries(&reiger, Term(90), today, after, limit).expect("read");
    let (row, entries) = (desk.journal.alias_row(&reiger).expect("read"), page(None, 9));
    assert_eq!((row.alias.as_str(), row.last_contact), ("Blauwe Reiger", day("2026-11-01")));
    let told: Vec<_> = entries.iter().map(|one| (one.row.entry, one.in_bin, one.status.shown_on)).collect();
    assert_eq!(told, [(second, true, None), (first, false, Some(day("2026-11-12")))]);
    assert_eq!(entries[0].going, None);
    assert_eq!(entries[1].going.map(|going| going.day), Some(day("2027-01-30")));
    assert_eq!(entries[1].row.excerpt, "Ik wachtte.");
    assert_eq!(page(None, 1), entries[..1]);
    assert_eq!(page(Some(entries[0].row.cursor()), 9), entries[1..]);
    assert_eq!(page(Some(entries[1].row.cursor()), 9), []);
    assert_eq!(desk.journal.alias_row(&alias("Niemand")).err(), Some(JournalError::AliasGone));
}

#[test]
fn an_alias_gets_another_name() {
    let mut desk = Desk::new();
    let entry = desk.start(about("2026-11-01", "gesprek", Some("Blauwe Reiger")));
    desk.start(about("2026-11-01", "gesprek", Some("Witte Wolk")));
    desk.save(entry, None, question("q1"), "tekst");
    desk.journal.leave(entry).expect("leave");
    desk.journal.rename_alias(&alias("blauwe reiger"), &alias("Rode Specht")).expect("renamed");
    let name = |desk: &Desk| {
        let contact = desk.journal.entry(entry).expect("entry").contact.expect("a contact");
        contact.alias.expect("an alias").as_str().to_owned()
    };
    assert_eq!(name(&desk), "Rode Specht");
    assert_eq!(desk.journal.alias_in_use(&alias("Blauwe Reiger")), Ok(false));
    desk.journal.rename_alias(&alias("rode specht"), &alias("RODE specht")).expect("its own name");
    assert_eq!(name(&desk), "RODE specht");
    let taken = desk.journal.rename_alias(&alias("Rode Specht"), &alias("witte WOLK"));
    assert_eq!(taken, Err(JournalError::AliasTaken));
    let gone = desk.journal.rename_alias(&alias("Blauwe Reiger"), &alias("Zwarte Kraai"));
    assert_eq!(gone, Err(JournalError::AliasGone));
    desk.check_index();
}

#[test]
fn two_aliases_become_one_and_all_follow() {
    let mut desk = Desk::new();
    let one = desk.start(about("2026-11-01", "gesprek", Some("Blauwe Reiger")));
    let waiting = desk.start(about("2026-11-02", "gesprek", Some("Blauwe Reiger")));
    let binned = desk.start(about("2026-11-03", "gesprek", Some("Blauwe Reiger")));
    let other = desk.start(about("2026-11-04", "gesprek", Some("Witte Wolk")));
    for entry in [one, binned, other] {
        desk.save(entry, None, question("q1"), &format!("doorzocht nummer{}", entry.0));
        desk.journal.leave(entry).expect("leave");
    }
    desk.save(waiting, None, question("q1"), "doorzocht nog niet");
    desk.journal.delete(binned, at("2026-11-21T17:00:00+01:00")).expect("delete");
    let intend = Field::Intention { question: None, returns: Returns::Alias };
    let intention = desk.save(one, None, intend, "eerst vragen").id;
    desk.journal.leave(one).expect("leave");
    desk.journal.merge_aliases(&alias("Blauwe Reiger"), &alias("witte wolk")).expect("merged");
    desk.check_index();
    let wolk = alias("Witte Wolk");
    let row = desk.journal.alias_row(&wolk).expect("read");
    let entries = desk.journal.alias_entries(&wolk, Term(180), day("2026-11-21"), None, 9).expect("read");
    assert_eq!((row.alias.as_str(), row.last_contact), ("Witte Wolk", day("2026-11-04")));
    let all: Vec<EntryId> = entries.iter().map(|one| one.row.entry).collect();
    assert_eq!(all, [other, binned, waiting, one]);
    assert_eq!((desk.count("alias"), desk.count("contact")), (1, 4));
    assert_eq!(desk.journal.search("doorzocht", 9).expect("search").len(), 3);
    desk.journal.restore(binned).expect("restore");
    desk.check_index();
    // What was to be tried with the one comes back with the other.
    let next = desk.start(about("2026-11-20", "telefonisch", Some("Witte Wolk")));
    let back = desk.journal.intention_for(next).expect("read").expect("it comes back");
    assert_eq!(back.answer, intention);
    desk.journal.merge_aliases(&alias("Witte Wolk"), &alias("WITTE wolk")).expect("to no effect");
    let gone = desk.journal.merge_aliases(&alias("Blauwe Reiger"), &alias("Witte Wolk"));
    assert_eq!(gone, Err(JournalError::AliasGone));
    let gone = desk.journal.merge_aliases(&alias("Witte Wolk"), &alias("Blauwe Reiger"));
    assert_eq!(gone, Err(JournalError::AliasGone));
    desk.reopen();
    desk.check_index();
}

#[test]
fn of_two_closings_the_earliest_holds_that_no_contact_came_after() {
    // The last contacts and closings of the one and of the other, and what becomes of both.
    for (one, other, expected) in [
        (("2026-11-01", None), ("2026-11-02", None), None),
        (("2026-11-01", Some("2026-11-05")), ("2026-11-02", None), Some("2026-11-05")),
        (("2026-11-01", Some("2026-11-05")), ("2026-11-06", None), None),
        (("2026-11-01", Some("2026-11-05")), ("2026-11-05", None), Some("2026-11-05")),
        (("2026-11-01", Some("2026-11-05")), ("2026-11-02", Some("2026-11-04")), Some("2026-11-04")),
        (("2026-11-01", Some("2026-11-05")), ("2026-11-08", Some("2026-11-09")), Some("2026-11-09")),
    ] {
        for turned in [false, true] {
            let mut desk = Desk::new();
            for (name, (met, closed)) in [("Reiger", one), ("Wolk", other)] {
                desk.start(about(met, "gesprek", Some(name)));
                desk.journal.close_alias(&alias(name), closed.map(day)).expect("closed");
            }
            let (from, into) = if turned { ("Wolk", "Reiger") } else { ("Reiger", "Wolk") };
            desk.journal.merge_aliases(&alias(from), &alias(into)).expect("merged");
            let row = desk.journal.alias_rows().expect("rows").remove(0);
            assert_eq!(row.closed_on, expected.map(day), "{one:?} and {other:?}");
        }
    }
}

#[test]
fn an_alias_is_erased_with_all_that_is_under_it() {
    let mut desk = Desk::new();
    let one = desk.start(about("2026-11-01", "gesprek", Some("Blauwe Reiger")));
    let binned = desk.start(about("2026-11-03", "gesprek", Some("Blauwe Reiger")));
    let other = desk.start(about("2026-11-04", "gesprek", Some("Witte Wolk")));
    desk.journal.delete(binned, at("2026-11-21T17:00:00+01:00")).expect("delete");
    let same = desk.journal.erase_alias(&alias("blauwe reiger")).expect("erased");
    assert_eq!(same, [one, binned].map(|entry| Same { entry, seed: 7 }));
    assert_eq!(desk.journal.forgotten(), Ok(same));
    assert_eq!((desk.count("entry"), desk.count("alias"), desk.count("contact")), (1, 1, 1));
    assert!(desk.journal.entry(other).is_ok());
    assert_eq!(desk.journal.erase_alias(&alias("Blauwe Reiger")).err(), Some(JournalError::AliasGone));
}

#[test]
fn what_was_erased_of_an_alias_before_goes_from_the_backups_too() {
    let mut desk = Desk::new();
    let start = |desk: &mut Desk, name: &str, seed| {
        let new = crate::NewEntry { seed, ..about("2026-11-01", "gesprek", Some(name)) };
        desk.start(new)
    };
    let (gone, joined) = (start(&mut desk, "Blauwe Reiger", 1), start(&mut desk, "Witte Wolk", u64::MAX));
    let (left, other) = (start(&mut desk, "Blauwe Reiger", 3), start(&mut desk, "Witte Wolk", 4));
    let taken = start(&mut desk, "Rode Specht", 5);
    for entry in [gone, joined, taken] {
        desk.journal.erase(entry).expect("erased");
    }
    assert_eq!(desk.count("erased"), 2, "an alias that is gone has nothing left");
    desk.journal.merge_aliases(&alias("Witte Wolk"), &alias("Blauwe Reiger")).expect("merged");
    desk.reopen();
    let same = desk.journal.erase_alias(&alias("Blauwe Reiger")).expect("erased");
    let mut expected: Vec<Same> = [(left, 3), (other, 4), (gone, 1), (joined, u64::MAX)]
        .map(|(entry, seed)| Same { entry, seed })
        .to_vec();
    assert_eq!(same, expected);
    expected.sort_by_key(|same| same.entry);
    assert_eq!(desk.journal.forgotten(), Ok(expected));
    assert_eq!(desk.count("erased"), 0);
}

#[test]
fn a_name_that_stands_elsewhere_is_told() {
    let reiger = alias("Blauwe Reiger");
    let mut desk = Desk::new();
    let own = desk.start(about("2026-11-01", "gesprek", Some("Blauwe Reiger")));
    desk.save(own, None, question("q1"), "Blauwe Reiger belde");
    assert_eq!(desk.journal.is_named(&reiger), Ok(false), "its own entries are its own");
    let page = desk.start(free_page());
    let saved = desk.save(page, None, Field::Free, "Weer die blauwe REIGER…");
    assert_eq!(desk.journal.is_named(&reiger), Ok(true));
    desk.journal.leave(page).expect("leave");
    assert_eq!(desk.journal.is_named(&reiger), Ok(true));
    desk.journal.delete(page, at("2026-11-21T17:00:00+01:00")).expect("delete");
    assert_eq!(desk.journal.is_named(&reiger), Ok(false), "the bin does not count");
    desk.journal.restore(page).expect("restore");
    desk.save(page, Some(saved.id), Field::Free, "niets van een blauwe");
    let feeling = desk.save(page, None, Field::Feeling, "reiger");
    assert_eq!(desk.journal.is_named(&reiger), Ok(false));
    desk.journal.leave(page).expect("leave");
    assert_eq!(desk.journal.is_named(&reiger), Ok(false), "two answers are no sentence");
    desk.save(page, Some(feeling.id), Field::Feeling, "");
    let heron = alias("🪶");
    assert_eq!(desk.journal.is_named(&heron), Ok(false));
    let wordless = desk.write(guide(), "de 🪶 belde");
    assert_eq!(desk.journal.is_named(&heron), Ok(true), "a name without a word");
    desk.journal.erase(wordless).expect("erase");
    let own_question = Field::Own { wording: "Wat zei blauwe-reiger?" };
    let other = desk.start(about("2026-11-01", "gesprek", Some("Witte Wolk")));
    desk.save(other, None, own_question, "iets");
    assert_eq!(desk.journal.is_named(&reiger), Ok(true));
    desk.journal.erase(other).expect("erase");
    let rule = RuleText::parse("Bij Blauwe Reiger eerst vragen").expect("usable");
    let rule = desk.journal.keep_rule(&rule, at("2026-11-21T17:00:00+01:00")).expect("kept");
    assert_eq!(desk.journal.is_named(&reiger), Ok(true));
    desk.journal.erase_alias(&reiger).expect("erased");
    assert_eq!(desk.journal.is_named(&reiger), Ok(true), "also once it is gone itself");
    desk.journal.erase_rule(rule.id).expect("erased");
    assert_eq!(desk.journal.is_named(&reiger), Ok(false));
}

/// What was frozen names who was named then, and what was written about it is the writer's own.
#[test]
fn an_alias_is_still_named_in_what_was_frozen_and_on_a_card() {
    let mut desk = Desk::new();
    let (now, today, reiger) = (at("2026-11-21T17:00:00+01:00"), day("2026-11-21"), alias("Blauwe Reiger"));
    let own = desk.start(about("2026-11-01", "gesprek", Some("Blauwe Reiger")));
    desk.save(own, None, question("q1"), "Blauwe Reiger belde");
    let other = desk.start(about("2026-11-01", "gesprek", Some("Witte Wolk")));
    let answer = desk.save(other, None, Field::Own { wording: "Wat zei hij?" }, "Net als Blauwe Reiger").id;
    let id = walk_throughs::prepare(&mut desk, &[own, other]);
    desk.save(other, Some(answer), Field::Own { wording: "Wat zei hij?" }, "Net als een ander");
    assert_eq!(desk.journal.is_named(&reiger), Ok(true), "it still says so where it is frozen");
    desk.journal.delete(other, now).expect("deleted");
    assert_eq!(desk.journal.is_named(&reiger), Ok(false), "the bin does not count");
    desk.journal.restore(other).expect("restored");
    let page = desk.journal.walk_through(id).expect("read").pages[1].id;
    walk_throughs::freeze_again(&mut desk, page, other);
    assert_eq!(desk.journal.is_named(&reiger), Ok(false), "its own entries are its own");

    let mut new = walk_throughs::page_of(&desk.journal, other);
    for place in 0..3 {
        let name = |one: usize| if one == place { "Blauwe reiger" } else { "blauwe" }.to_owned();
        new.blocks[0].text = name(0);
        new.blocks[0].original = format!("{place}");
        new.blocks[0].label = WalkLabel::Asked { text: name(1) };
        new.blocks[0].heading = Some(name(2));
        desk.journal.freeze_walk_page_again(page, &new, &[], today).expect("frozen");
        assert_eq!(desk.journal.is_named(&reiger), Ok(true), "{place}");
    }
    walk_throughs::freeze_again(&mut desk, page, other);
    for (for_whom, question) in [("blauwe reiger", "blauwe"), ("blauwe", "over Blauwe Reiger?")] {
        let plan = WalkPlan::parse(for_whom, question, 30, None).expect("a plan");
        desk.journal.change_walk_through(id, &plan, today).expect("changed");
        assert_eq!(desk.journal.is_named(&reiger), Ok(true), "{for_whom}");
    }
    desk.journal.change_walk_through(id, &WalkPlan::open(), today).expect("changed");
    desk.journal.looked_over_walk_through(id).expect("looked over");
    desk.journal.begin_walk_through(id, now).expect("begun");
    for place in 0..3 {
        let at = |one: usize| if one == place { "blauwe\nreiger" } else { "blauwe" }.to_owned();
        let text = JointCardText { discussed: at(0), take_along: at(1), differently: at(2) };
        desk.journal.save_joint_card(id, &text).expect("saved");
        assert_eq!(desk.journal.is_named(&reiger), Ok(true), "{place}");
    }
    desk.journal.decide_joint_card(id, false).expect("thrown away");
    assert_eq!(desk.journal.is_named(&reiger), Ok(false));
}

#[test]
fn an_alias_is_still_named_in_whatever_was_learned() {
    let mut desk = Desk::new();
    let (now, today) = (at("2026-11-21T17:00:00+01:00"), day("2026-11-21"));
    let (reiger, text) = (alias("Blauwe Reiger"), "bij blauwe reiger eerst vragen");
    let rule = |text: &str| RuleText::parse(text).expect("usable");
    let kept = desk.journal.keep_rule(&rule(text), now).expect("kept").id;
    desk.journal.change_rule(kept, &rule("Eerst vragen"), now).expect("changed");
    assert_eq!(desk.journal.is_named(&reiger), Ok(true), "in a former wording");
    desk.journal.erase_rule(kept).expect("erased");
    assert_eq!(desk.journal.is_named(&reiger), Ok(false));

    for place in 0..4 {
        let at = |one: usize| if one == place { text } else { "blauwe" };
        let about = TwofoldText::parse(at(0), at(1), at(2), at(3)).expect("usable");
        let word = desk.journal.keep_twofold_word(&about, now).expect("kept").id;
        assert_eq!(desk.journal.is_named(&reiger), Ok(true), "{place}");
        let two = TwofoldText::parse("blauwe", "reiger", "blauwe", "reiger").expect("usable");
        desk.journal.change_twofold_word(word, &two, now).expect("changed");
        assert_eq!(desk.journal.is_named(&reiger), Ok(false), "two fields are no sentence");
    }
    let point = TeamPointText::parse("Eerst bellen,\nzoals bij Blauwe\nReiger").expect("usable");
    let point = desk.journal.keep_team_point(None, &point, today).expect("kept").id;
    desk.journal.discuss_team_point(point, Some(today)).expect("discussed");
    assert_eq!(desk.journal.is_named(&reiger), Ok(true));
    desk.journal.erase_team_point(point).expect("erased");
    assert_eq!(desk.journal.is_named(&reiger), Ok(false));

    for (behaviour, differently) in [(text, "reiger"), ("blauwe", text)] {
        let connection = desk.journal.connection();
        connection
            .execute(
                "INSERT INTO own_trial (id, behaviour, scale, better, started_on)
                 VALUES (1, ?1, 'count', 'higher', 1)",
                [behaviour],
            )
            .expect("a trial");
        let phase = "INSERT INTO trial_phase (trial, kind, began_on, differently) VALUES (1, 'trial', 1, ?1)";
        connection.execute(phase, [differently]).expect("a phase");
        assert_eq!(desk.journal.is_named(&reiger), Ok(true), "{behaviour}, {differently}");
        desk.journal.connection().execute("DELETE FROM own_trial", []).expect("erased");
        assert_eq!(desk.journal.is_named(&reiger), Ok(false));
    }
}

#[test]
fn what_was_shown_and_carried_out_stays_so() {
    let mut desk = Desk::new();
    let entry = desk.start(about("2026-11-01", "gesprek", Some("Blauwe Reiger")));
    let binned = desk.start(free_page());
    desk.journal.delete(binned, at("2026-11-21T17:00:00+01:00")).expect("delete");
    let status = |desk: &Desk, entry| desk.journal.entry(entry).expect("entry").status;
    assert_eq!(status(&desk, entry), Status::default());
    desk.journal.mark_shown(entry, day("2026-11-21")).expect("marked");
    desk.journal.mark_shown(entry, day("2026-11-25")).expect("marked again");
    desk.journal.mark_shown(entry, day("2026-11-20")).expect("by a clock that was put back");
    desk.journal.mark_carried_out(&[entry, EntryId(99), binned], day("2026-11-22")).expect("marked");
    desk.reopen();
    let expected = Status { shown_on: Some(day("2026-11-25")), carried_out_on: Some(day("2026-11-22")) };
    assert_eq!(status(&desk, entry), expected);
    assert_eq!(status(&desk, binned).carried_out_on, Some(day("2026-11-22")));
    assert_eq!(desk.journal.mark_shown(binned, day("2026-11-21")), Err(JournalError::EntryInBin));
    assert_eq!(desk.journal.mark_shown(EntryId(99), day("2026-11-21")), Err(JournalError::EntryGone));
}
