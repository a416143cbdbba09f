//! Lists: newest first, a page at a time, without the bin.

use super::desk::{Desk, about, at, free_page, question};
use crate::{Alias, Cursor, EntryId, Field};

fn ids(desk: &Desk, after: Option<Cursor>, limit: usize) -> Vec<i64> {
    desk.journal.entries(after, limit).expect("list").into_iter().map(|row| row.entry.0).collect()
}

#[test]
fn entries_come_newest_day_first_and_page_by_page() {
    let mut desk = Desk::new();
    let days = ["2026-03-01", "2026-03-03", "2026-03-01", "2025-12-31", "2026-03-03", "0001-01-01"];
    let all: Vec<EntryId> = days.iter().map(|day| desk.start(about(day, "gesprek", None))).collect();
    let expected: Vec<i64> = [4, 1, 2, 0, 3, 5].into_iter().map(|place: usize| all[place].0).collect();
    assert_eq!(ids(&desk, None, 50), expected);
    for size in 1..=7 {
        let mut paged = Vec::new();
        let mut after = None;
        loop {
            let page = desk.journal.entries(after, size).expect("list");
            let Some(last) = page.last() else { break };
            after = Some(last.cursor());
            paged.extend(page.iter().map(|row| row.entry.0));
        }
        assert_eq!(paged, expected, "pages of {size}");
    }
    // A cursor stays a place in the list when its entry is gone.
    let cursor = desk.journal.entries(None, 2).expect("list")[1].cursor();
    desk.journal.erase(cursor.entry).expect("erase");
    assert_eq!(ids(&desk, Some(cursor), 50), expected[2..]);
}

#[test]
fn the_bin_is_in_no_list() {
    let mut desk = Desk::new();
    let (one, other) = (desk.start(free_page()), desk.start(free_page()));
    desk.journal.delete(one, at("2026-11-21T17:00:00+01:00")).expect("delete");
    assert_eq!(ids(&desk, None, 50), [other.0]);
    desk.journal.restore(one).expect("restore");
    assert_eq!(ids(&desk, None, 50), [other.0, one.0]);
}

#[test]
fn a_row_shows_the_first_words_of_the_first_answer_that_has_any() {
    let mut desk = Desk::new();
    let entry = desk.start(about("2026-03-01", "huisbezoek", Some("Blauwe Reiger")));
    assert_eq!(desk.journal.entries(None, 1).expect("list")[0].excerpt, "");
    desk.save(entry, None, question("q1"), " \n ");
    desk.save(entry, None, question("q2"), "Ze zei:\r\n“ja”, \t en toen…");
    let row = desk.journal.entries(None, 1).expect("list").remove(0);
    assert_eq!(row.excerpt, "Ze zei: “ja”, en toen…");
    assert_eq!(row.kind.as_deref(), Some("huisbezoek"));
    assert_eq!(row.alias.expect("an alias").as_str(), "Blauwe Reiger");
    assert_eq!(row.day.to_string(), "2026-03-01");
}

#[test]
fn aliases_come_by_their_latest_contact_and_are_one_in_any_case() {
    let mut desk = Desk::new();
    desk.start(about("2026-03-01", "gesprek", Some("Blauwe Reiger")));
    desk.start(about("2026-03-05", "gesprek", Some("Oude Élzenlaan")));
    desk.start(about("2026-03-04", "gesprek", Some("Groene Ketel")));
    desk.start(about("2026-03-09", "gesprek", Some("BLAUWE reiger")));
    let binned = desk.start(about("2026-03-10", "gesprek", Some("Witte Wolk")));
    desk.journal.delete(binned, at("2026-11-21T17:00:00+01:00")).expect("delete");
    let names: Vec<String> =
        desk.journal.aliases().expect("aliases").iter().map(|alias| alias.as_str().to_owned()).collect();
    assert_eq!(names, ["Blauwe Reiger", "Oude Élzenlaan", "Groene Ketel"]);
    let in_use = |name: &str| desk.journal.alias_in_use(&Alias::parse(name).expect("usable"));
    assert_eq!(in_use("blauwe REIGER"), Ok(true));
    assert_eq!(in_use("oude élzenlaan"), Ok(true));
    assert_eq!(in_use("witte wolk"), Ok(true), "the bin may still be emptied back");
    assert_eq!(in_use("Rode Draad"), Ok(false));
}

#[test]
fn nothing_but_a_name_a_closing_and_quiet_is_stored_of_a_person() {
    let desk = Desk::new();
    let columns: Vec<String> = desk
        .journal
        .connection()
        .prepare("SELECT name FROM pragma_table_info('alias')")
        .expect("prepare")
        .query_map([], |row| row.get(0))
        .expect("query")
        .collect::<Result<_, _>>()
        .expect("columns");
    assert_eq!(columns, ["id", "name", "folded", "closed_on", "quiet"]);
}

#[test]
fn a_free_page_has_neither_kind_nor_alias() {
    let mut desk = Desk::new();
    let entry = desk.start(free_page());
    desk.save(entry, None, Field::Free, "zomaar");
    let row = desk.journal.entries(None, 1).expect("list").remove(0);
    assert_eq!((row.kind, row.alias), (None, None));
}
