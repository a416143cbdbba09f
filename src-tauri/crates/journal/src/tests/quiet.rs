//! What is kept quiet is left out where one looks back, and nowhere else.

use chrono::NaiveDate;

use super::desk::{Desk, about, at, free_page, question};
use super::reading::to_read;
use crate::{Alias, EntryId, Journal, JournalError, QuietPeriod, Same, erase_same, without};

fn day(day: &str) -> NaiveDate {
    day.parse().expect("a day")
}

fn alias(name: &str) -> Alias {
    Alias::parse(name).expect("usable")
}

/// An entry on a day, with an answer to a question.
fn on(desk: &mut Desk, day: &str, of: Option<&str>) -> EntryId {
    let entry = desk.start(about(day, "gesprek", of));
    desk.save(entry, None, question("q1"), "de wachtrij bij de balie");
    entry
}

/// How many entries there are where one looks back over these days.
fn looked_back_on(journal: &Journal) -> usize {
    let (from, until) = (day("2025-01-01"), day("2026-12-31"));
    journal.written_about(from, until).expect("read").entries.len()
}

fn year_ago(journal: &Journal) -> Vec<EntryId> {
    journal.year_ago(day("2026-11-20"), 50).expect("read").rows.iter().map(|row| row.entry).collect()
}

#[test]
fn what_is_kept_quiet_is_left_out_where_one_looks_back_and_nowhere_else() {
    let mut desk = Desk::new();
    let loud = on(&mut desk, "2025-11-20", None);
    let by_itself = on(&mut desk, "2025-11-20", None);
    let by_alias = on(&mut desk, "2025-11-21", Some("Blauwe Reiger"));
    let by_period = on(&mut desk, "2025-11-23", None);
    assert_eq!(year_ago(&desk.journal), [by_period, by_alias, by_itself, loud]);
    assert_eq!(looked_back_on(&desk.journal), 4);

    desk.journal.keep_entry_quiet(by_itself, true).expect("kept");
    assert_eq!(year_ago(&desk.journal), [by_period, by_alias, loud]);
    desk.journal.keep_alias_quiet(&alias("blauwe reiger"), true).expect("kept");
    assert_eq!(year_ago(&desk.journal), [by_period, loud]);
    desk.journal.keep_period_quiet(day("2025-11-22"), day("2025-11-23")).expect("kept");
    assert_eq!(year_ago(&desk.journal), [loud]);
    assert_eq!(looked_back_on(&desk.journal), 1);
    let through_time = desk.journal.answers_to("basis", "q1", 9).expect("read");
    assert_eq!(through_time.iter().map(|row| row.entry).collect::<Vec<_>>(), [loud]);

    let listed = desk.journal.entries(None, 50).expect("list");
    assert_eq!(listed.len(), 4, "a list shows all");
    assert_eq!(desk.journal.search("wachtrij", 50).expect("search").len(), 4, "and a search finds all");
    assert_eq!(desk.journal.alias_rows().expect("rows").len(), 1);
    assert!(desk.journal.entry(by_itself).expect("entry").quiet);
    assert!(!desk.journal.entry(by_alias).expect("entry").quiet, "only by its alias");
    desk.check_index();

    desk.reopen();
    let quiet = desk.journal.quiet().expect("a list");
    assert_eq!(quiet.entries.iter().map(|row| row.entry).collect::<Vec<_>>(), [by_itself]);
    assert_eq!(quiet.entries[0].excerpt, "de wachtrij bij de balie");
    assert_eq!(quiet.aliases, [alias("Blauwe Reiger")]);
    let [period] = quiet.periods[..] else { panic!("one period") };
    assert_eq!((period.from, period.until), (day("2025-11-22"), day("2025-11-23")));

    desk.journal.keep_entry_quiet(by_itself, false).expect("ended");
    desk.journal.keep_alias_quiet(&alias("Blauwe Reiger"), false).expect("ended");
    desk.journal.end_quiet_period(period.id).expect("ended");
    assert_eq!(year_ago(&desk.journal), [by_period, by_alias, by_itself, loud]);
    let quiet = desk.journal.quiet().expect("a list");
    assert!(quiet.entries.is_empty() && quiet.aliases.is_empty() && quiet.periods.is_empty());
}

#[test]
fn a_period_has_an_end_and_is_kept_once() {
    let mut desk = Desk::new();
    let turned = desk.journal.keep_period_quiet(day("2026-03-02"), day("2026-03-01"));
    assert_eq!(turned, Err(JournalError::PeriodUnusable));
    for (from, until) in [
        ("2026-03-01", "2026-03-01"),
        ("2026-03-01", "2026-04-01"),
        ("2026-03-01", "2026-03-01"),
        ("2026-02-01", "2026-04-01"),
    ] {
        desk.journal.keep_period_quiet(day(from), day(until)).expect("kept");
    }
    let quiet = desk.journal.quiet().expect("a list");
    let days = |period: &QuietPeriod| (period.from, period.until);
    let latest_first = [
        (day("2026-03-01"), day("2026-04-01")),
        (day("2026-02-01"), day("2026-04-01")),
        (day("2026-03-01"), day("2026-03-01")),
    ];
    assert_eq!(quiet.periods.iter().map(days).collect::<Vec<_>>(), latest_first);
    let gone = quiet.periods[0].id;
    desk.journal.end_quiet_period(gone).expect("ended");
    desk.journal.end_quiet_period(gone).expect("one that is gone is passed over");
    assert_eq!(desk.count("quiet_period"), 2);
    let edges = [on(&mut desk, "2026-01-31", None), on(&mut desk, "2026-04-02", None)];
    for inside in ["2026-02-01", "2026-04-01"] {
        on(&mut desk, inside, None);
    }
    assert_eq!((edges.len(), looked_back_on(&desk.journal)), (2, 2), "both ends are in it");
}

#[test]
fn what_is_in_the_bin_is_neither_looked_back_on_nor_listed_as_quiet() {
    let mut desk = Desk::new();
    let (binned, quiet) = (on(&mut desk, "2025-11-20", None), on(&mut desk, "2025-11-20", None));
    desk.journal.keep_entry_quiet(quiet, true).expect("kept");
    for entry in [binned, quiet] {
        desk.journal.delete(entry, at("2026-11-21T17:00:00+01:00")).expect("delete");
    }
    assert_eq!((year_ago(&desk.journal), looked_back_on(&desk.journal)), (vec![], 0));
    assert!(desk.journal.quiet().expect("a list").entries.is_empty());
    assert_eq!(desk.journal.keep_entry_quiet(binned, true), Err(JournalError::EntryInBin));
    desk.journal.restore(quiet).expect("restored");
    assert!(desk.journal.entry(quiet).expect("entry").quiet, "it comes back as it was");
    assert_eq!(year_ago(&desk.journal), []);
}

#[test]
fn what_is_not_there_is_said() {
    let mut desk = Desk::new();
    assert_eq!(desk.journal.keep_entry_quiet(EntryId(9), true), Err(JournalError::EntryGone));
    assert_eq!(desk.journal.keep_alias_quiet(&alias("Reiger"), true), Err(JournalError::AliasGone));
    assert_eq!(desk.journal.is_alias_quiet(&alias("Reiger")), Err(JournalError::AliasGone));
}

#[test]
fn a_quiet_alias_stays_so_under_another_name_and_joined_to_another() {
    for (from, into) in [("Blauwe Reiger", "Stille Beuk"), ("Stille Beuk", "Blauwe Reiger")] {
        let mut desk = Desk::new();
        on(&mut desk, "2025-11-20", Some("Blauwe Reiger"));
        on(&mut desk, "2025-11-20", Some("Stille Beuk"));
        desk.journal.keep_alias_quiet(&alias("Blauwe Reiger"), true).expect("kept");
        desk.journal.merge_aliases(&alias(from), &alias(into)).expect("merged");
        assert!(desk.journal.is_alias_quiet(&alias(into)).expect("there"));
        assert_eq!(year_ago(&desk.journal), []);
        desk.journal.rename_alias(&alias(into), &alias("Rode Eik")).expect("renamed");
        assert!(desk.journal.is_alias_quiet(&alias("Rode Eik")).expect("there"));
        desk.check_index();
    }
    let mut desk = Desk::new();
    on(&mut desk, "2025-11-20", Some("Blauwe Reiger"));
    on(&mut desk, "2025-11-20", Some("Stille Beuk"));
    desk.journal.merge_aliases(&alias("Blauwe Reiger"), &alias("Stille Beuk")).expect("merged");
    assert!(!desk.journal.is_alias_quiet(&alias("Stille Beuk")).expect("there"), "neither was");
}

#[test]
fn an_erasure_takes_along_that_it_was_quiet_here_and_in_copies() {
    let mut desk = Desk::new();
    let of_alias = on(&mut desk, "2025-11-20", Some("Blauwe Reiger"));
    let alone = on(&mut desk, "2025-11-20", None);
    desk.journal.keep_alias_quiet(&alias("Blauwe Reiger"), true).expect("kept");
    desk.journal.keep_entry_quiet(alone, true).expect("kept");
    desk.journal.keep_entry_quiet(of_alias, true).expect("kept");
    let copy = desk.folder.copy();
    let same: Vec<Same> =
        [of_alias, alone].into_iter().map(|entry| desk.journal.same(entry).expect("there")).collect();

    desk.journal.erase_alias(&alias("Blauwe Reiger")).expect("erased");
    let quiet = desk.journal.quiet().expect("a list");
    assert_eq!((quiet.aliases.len(), quiet.entries.len()), (0, 1));
    desk.journal.erase(alone).expect("erased");
    assert_eq!(desk.journal.quiet().expect("a list").entries, []);
    on(&mut desk, "2025-11-20", Some("Blauwe Reiger"));
    assert!(!desk.journal.is_alias_quiet(&alias("Blauwe Reiger")).expect("there"), "it begins anew");

    let (vault, had) = without(copy.unlock(), &same).expect("rewritten");
    assert_eq!(had, 2);
    let mut copied = Journal::open(vault).expect("opens");
    let quiet = copied.quiet().expect("a list");
    assert!(quiet.entries.is_empty() && quiet.aliases.is_empty());
    assert_eq!(erase_same(&mut copied, &same), Ok(0));
}

#[test]
fn a_journal_that_is_only_read_keeps_nothing_quiet_and_still_looks_back() {
    let mut desk = Desk::new();
    let entry = on(&mut desk, "2025-11-20", None);
    desk.journal.keep_entry_quiet(entry, true).expect("kept");
    let loud = on(&mut desk, "2025-11-20", None);
    let Desk { journal, folder } = desk;
    drop(journal.close().expect("locks"));
    let mut journal = Journal::open_to_read(to_read(&folder)).expect("opens");
    assert_eq!(journal.keep_entry_quiet(loud, true), Err(JournalError::OnlyReading));
    let (from, until) = (day("2026-01-01"), day("2026-01-02"));
    assert_eq!(journal.keep_period_quiet(from, until), Err(JournalError::OnlyReading));
    assert_eq!(year_ago(&journal), [loud]);
    assert_eq!(journal.quiet().expect("a list").entries.len(), 1);
}

#[test]
fn an_entry_is_about_each_question_and_form_once_and_only_where_something_is_written() {
    use super::desk::{sheet, text_cell};
    use crate::Subject;

    let mut desk = Desk::new();
    let guided = desk.start(about("2026-11-02", "gesprek", None));
    for (id, text) in [("q1", "een muur"), ("q1", "nog eens"), ("q2", " \n"), ("q3", "wachten")] {
        desk.save(guided, None, question(id), text);
    }
    let written = desk.start(sheet(about("2026-11-03", "gesprek", None)));
    desk.save(written, None, text_cell("feiten", 0), "een brief");
    desk.save(written, None, text_cell("feiten", 1), "en nog een");
    desk.start(sheet(about("2026-11-04", "gesprek", None)));
    desk.write(free_page(), "zonder vraag");
    for outside in ["2026-10-31", "2026-12-01"] {
        on(&mut desk, outside, None);
    }

    let found = desk.journal.written_about(day("2026-11-01"), day("2026-11-30")).expect("read");
    let of = |id: &str| Subject::Question { pack: "basis".into(), question: id.into() };
    let form = Subject::Sheet { pack: "basis".into(), form: "dilemma".into() };
    assert_eq!(found.subjects, [of("q1"), of("q3"), form]);
    let entries: Vec<_> = found.entries.iter().map(|entry| (entry.day, entry.subjects.clone())).collect();
    assert_eq!(entries, [(day("2026-11-02"), vec![0, 1]), (day("2026-11-03"), vec![2])]);
}
