//! Days at which one looks back: open until something was written for that day, or the person let it
//! go.

use super::desk::{Desk, about, at, cell, free_page, guide, look_back, sheet, text_cell};
use crate::{AnswerId, CellRef, CellValue, EntryId, Field, JournalError, StoredField, Term};

fn day(day: &str) -> chrono::NaiveDate {
    day.parse().expect("a day")
}

fn open(desk: &Desk) -> Vec<(AnswerId, String)> {
    let open = desk.journal.look_backs(99).expect("read");
    open.into_iter().map(|open| (open.answer, open.due.to_string())).collect()
}

fn told(of: AnswerId, due: &str) -> Field<'_> {
    Field::LookBack { of, due: day(due), asks: "Wat merkte je ervan?" }
}

/// A sheet with a look-back on this day.
fn asks_on(desk: &mut Desk, due: &str) -> (EntryId, AnswerId) {
    let entry = desk.start(sheet(guide()));
    let answer = desk.save(entry, None, look_back("dag"), due).id;
    (entry, answer)
}

#[test]
fn a_look_back_says_where_it_stands_and_what_it_asks() {
    let mut desk = Desk::new();
    let entry = desk.start(sheet(about("2026-11-20", "gesprek", Some("Blauwe Reiger"))));
    let answer = desk.save(entry, None, look_back("dag"), "2026-11-27").id;
    desk.save(entry, None, text_cell("feiten", 0), "Een brief kwam niet aan.");
    let open = desk.journal.look_backs(9).expect("read").remove(0);
    assert_eq!((open.answer, open.entry), (answer, entry));
    assert_eq!((open.title.as_str(), open.asks.as_str()), ("Dilemmablad", "Wat merkte je ervan?"));
    assert_eq!((open.due, open.day), (day("2026-11-27"), day("2026-11-20")));
    assert_eq!(open.alias.expect("one").as_str(), "Blauwe Reiger");
    assert_eq!(open.excerpt, "Een brief kwam niet aan.");
    // Without a question of its own it asks what the field asks; a day that is only noted asks nothing.
    let plain = desk.start(sheet(free_page()));
    let unasked = Field::Cell(CellRef { heading: None, ..cell("dag", CellValue::LookBack) });
    desk.save(plain, None, unasked, "2026-11-28");
    desk.save(plain, None, Field::Cell(cell("dag", CellValue::Date)), "2026-11-28");
    let all = desk.journal.look_backs(9).expect("read");
    assert_eq!((all.len(), all[1].asks.as_str(), &all[1].alias), (2, "Wat speelt er?", &None));
}

#[test]
fn open_look_backs_come_by_their_days_and_none_is_left_out() {
    let mut desk = Desk::new();
    let days = ["2026-12-24", "2026-11-01", "2027-01-01", "2026-11-01", "0001-01-01", "9999-12-31"];
    let all: Vec<AnswerId> = days.iter().map(|due| asks_on(&mut desk, due).1).collect();
    let (_, none) = asks_on(&mut desk, "");
    let expected = [4, 1, 3, 0, 2, 5].map(|place: usize| (all[place], days[place].to_owned()));
    assert_eq!(open(&desk), expected);
    assert!(!open(&desk).iter().any(|(answer, _)| *answer == none), "without a day nothing asks");
    for most in 0..8 {
        let few = desk.journal.look_backs(most).expect("read");
        assert_eq!(few.len(), most.min(expected.len()));
    }
    desk.reopen();
    assert_eq!(open(&desk), expected);
}

#[test]
fn what_is_written_for_its_day_closes_a_look_back_and_another_day_asks_again() {
    let mut desk = Desk::new();
    let (entry, answer) = asks_on(&mut desk, "2026-11-27");
    let first = [(answer, "2026-11-27".to_owned())];
    let saved = desk.save(entry, None, told(answer, "2026-11-27"), " \u{2003}\n").id;
    assert_eq!(open(&desk), first, "white space says nothing");
    desk.save(entry, Some(saved), told(answer, "2026-11-27"), "nog niets");
    assert_eq!(open(&desk), []);
    // Another day: it asks again, and what was written stays.
    desk.save(entry, Some(answer), look_back("dag"), "2026-12-04");
    assert_eq!(open(&desk), [(answer, "2026-12-04".into())]);
    let read = desk.journal.entry(entry).expect("entry").answers.remove(1);
    let asks = "Wat merkte je ervan?".into();
    let expected = StoredField::LookBack { of: Some(answer), due: day("2026-11-27"), asks };
    assert_eq!((read.id, read.field, read.text.as_str()), (saved, expected, "nog niets"));
    desk.save(entry, None, told(answer, "2026-12-04"), "minder ruzie");
    assert_eq!(open(&desk), []);
    // Back to the first day, for which there is something.
    desk.save(entry, None, look_back("dag"), "2026-11-27");
    assert_eq!(open(&desk), []);
    desk.save(entry, Some(saved), told(answer, "2026-11-27"), "");
    assert_eq!(open(&desk), first, "what was taken back says nothing");
    desk.save(entry, None, look_back("dag"), "");
    assert_eq!(open(&desk), []);
    desk.check_index();
}

#[test]
fn a_look_back_that_was_let_go_rests_until_it_is_taken_up_or_gets_another_day() {
    let mut desk = Desk::new();
    let (entry, answer) = asks_on(&mut desk, "2026-11-27");
    let rests = |desk: &Desk| {
        let read = desk.journal.entry(entry).expect("entry").answers.remove(0);
        let StoredField::Cell(cell) = read.field else { panic!("a cell") };
        matches!(cell.value, crate::StoredValue::LookBack { let_go: true })
    };
    desk.journal.let_go_look_back(answer, true).expect("let go");
    assert_eq!((open(&desk), rests(&desk)), (vec![], true));
    let before = desk.changes();
    desk.journal.let_go_look_back(answer, true).expect("again");
    desk.save(entry, None, look_back("dag"), "2026-11-27");
    assert_eq!(desk.changes(), before, "and nothing changes twice");
    desk.journal.let_go_look_back(answer, false).expect("taken up");
    assert_eq!((open(&desk).len(), rests(&desk)), (1, false));
    desk.journal.let_go_look_back(answer, true).expect("let go");
    desk.save(entry, Some(answer), look_back("dag"), "2026-12-04");
    assert_eq!((open(&desk), rests(&desk)), (vec![(answer, "2026-12-04".into())], false));
    desk.journal.let_go_look_back(answer, true).expect("let go");
    desk.save(entry, Some(answer), look_back("dag"), "");
    assert!(rests(&desk), "a day that is taken away asks for nothing");

    let other = desk.save(entry, None, Field::Cell(cell("dag", CellValue::Date)), "2026-11-27").id;
    let saved = desk.save(entry, None, told(answer, "2026-11-27"), "x").id;
    for none in [other, saved, AnswerId(99)] {
        assert_eq!(desk.journal.let_go_look_back(none, true), Err(JournalError::LookBackGone));
    }
    desk.journal.delete(entry, at("2026-11-21T17:00:00+01:00")).expect("delete");
    assert_eq!(desk.journal.let_go_look_back(answer, false), Err(JournalError::EntryInBin));
    desk.journal.erase(entry).expect("erase");
    assert_eq!(desk.journal.let_go_look_back(answer, false), Err(JournalError::LookBackGone));
}

#[test]
fn an_intention_and_a_look_back_are_let_go_each_in_its_own_way() {
    let mut desk = Desk::new();
    let (entry, answer) = asks_on(&mut desk, "2026-11-27");
    let intend = Field::Intention { question: None, returns: crate::Returns::Kind };
    let intention = desk.save(entry, None, intend, "stil zijn").id;
    assert_eq!(desk.journal.let_go(answer, true), Err(JournalError::IntentionGone));
    assert_eq!(desk.journal.let_go_look_back(intention, true), Err(JournalError::LookBackGone));
    desk.journal.let_go(intention, true).expect("let go");
    desk.save(entry, Some(intention), intend, "stil blijven");
    assert_eq!(desk.journal.open_intentions(9), Ok(Vec::new()), "other words let it rest");
    let outcome = desk.try_save(
        desk.journal.entries(None, 1).expect("list")[0].entry,
        None,
        told(intention, "2026-11-27"),
        "x",
    );
    assert_eq!(outcome, Err(JournalError::LookBackGone));
    let page = desk.start(guide());
    assert_eq!(
        desk.try_save(page, None, Field::Outcome { of: answer }, "x"),
        Err(JournalError::IntentionGone)
    );
}

#[test]
fn what_comes_of_a_look_back_stands_in_its_own_sheet() {
    let mut desk = Desk::new();
    let (entry, answer) = asks_on(&mut desk, "2026-11-27");
    let (other, _) = asks_on(&mut desk, "2026-11-28");
    let text = desk.save(entry, None, text_cell("feiten", 0), "").id;
    for (entry, of) in [(other, answer), (entry, text), (entry, AnswerId(99))] {
        let refused = desk.try_save(entry, None, told(of, "2026-11-27"), "x");
        assert_eq!(refused, Err(JournalError::LookBackGone), "{of:?} in {entry:?}");
    }
    assert_eq!(desk.journal.entry(other).expect("entry").answers.len(), 1);
}

#[test]
fn a_look_back_in_the_bin_does_not_ask_and_an_erased_one_is_gone() {
    let mut desk = Desk::new();
    let (entry, answer) = asks_on(&mut desk, "2026-11-27");
    let (kept, other) = asks_on(&mut desk, "2026-11-28");
    desk.save(entry, None, told(answer, "2026-11-20"), "te vroeg");
    desk.journal.delete(entry, at("2026-11-21T17:00:00+01:00")).expect("delete");
    assert_eq!(open(&desk), [(other, "2026-11-28".into())]);
    desk.journal.restore(entry).expect("restore");
    assert_eq!(open(&desk)[0], (answer, "2026-11-27".into()));
    desk.journal.delete(entry, at("2026-11-21T17:00:00+01:00")).expect("delete");
    assert_eq!(desk.journal.sweep(at("2026-11-22T17:00:00+01:00")), Ok(1));
    desk.journal.erase(kept).expect("erase");
    assert_eq!((open(&desk), desk.count("answer"), desk.count("wording")), (vec![], 0, 0));
    desk.check_index();
}

#[test]
fn a_look_back_goes_with_its_sheet_when_the_term_of_that_ends() {
    let mut desk = Desk::new();
    let entry = desk.start(sheet(about("2026-11-20", "gesprek", Some("Blauwe Reiger"))));
    // A day after the term: it does not keep the sheet alive.
    let answer = desk.save(entry, None, look_back("dag"), "2027-06-01").id;
    let (page, stays) = asks_on(&mut desk, "2027-06-02");
    let today = day("2027-05-19");
    let leaving = desk.journal.leaving(Term(180), today).expect("told");
    assert_eq!(leaving.iter().map(|leaving| leaving.row.entry).collect::<Vec<_>>(), [entry]);
    assert_eq!(open(&desk).len(), 2, "until then it asks");
    let gone = desk.journal.end_terms(Term(180), day("2027-05-26"), None).expect("ended");
    assert_eq!(gone.len(), 1);
    assert_eq!(open(&desk), [(stays, "2027-06-02".into())]);
    assert_eq!(desk.journal.let_go_look_back(answer, true), Err(JournalError::LookBackGone));
    assert!(desk.journal.entry(page).is_ok());
}
