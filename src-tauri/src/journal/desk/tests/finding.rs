//! Finding what was written: filters that the handbook knows, pages, places in an entry, and months.

use super::{
    packs::with_house,
    sheets::{cell, key, sheet},
    *,
};
use crate::journal::desk::finding::HITS;

fn search(text: &str, filters: SearchFilters) -> SearchEntries {
    SearchEntries { text: text.to_owned(), order: SearchOrder::Newest, filters, after: None }
}

fn found(desk: &mut Desk, text: &str, filters: SearchFilters) -> Vec<EntryId> {
    let page = desk.search_entries(search(text, filters)).expect("found");
    page.rows.into_iter().map(|found| found.row.entry).collect()
}

fn on(day: &str, alias: Option<&str>) -> StartEntry {
    StartEntry { contact: Some(contact(day, alias)), ..start(5, false) }
}

/// A page with one text.
fn write(desk: &mut Desk, new: StartEntry, text: &str) -> EntryId {
    let view = desk.start_entry(new).expect("an entry");
    save(desk, &view, AnswerField::Free, text);
    view.entry
}

#[test]
fn a_theme_is_that_of_the_questions_and_the_sheets_of_every_pack() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = with_house(&vault, &clock);
    let asks = |question: &str, pack: &str| StartEntry {
        question: Some(QuestionKey { pack: pack.to_owned(), question: question.to_owned() }),
        ..free_page_of_questions()
    };
    let answered = open.start_entry(asks("DK1", "dorpskern")).expect("an entry");
    let unanswered = open.start_entry(asks("DK1", "dorpskern")).expect("an entry");
    save(&mut open, &answered, question("DK1"), "het dorp keek mee");
    save(&mut open, &unanswered, question("DK1"), " \n");
    let chosen = open.start_entry(sheet("dk-keuze", None)).expect("a sheet");
    save(&mut open, &chosen, cell("gekozen"), "een taalmaatje");
    write(&mut open, free_page(), "over het dorp");
    let of = |theme: &str| SearchFilters { theme: Some(theme.to_owned()), ..SearchFilters::default() };
    assert_eq!(found(&mut open, "", of("omgaan")), [chosen.entry, answered.entry]);
    assert_eq!(found(&mut open, "dorp", of("omgaan")), [answered.entry]);
    assert_eq!(found(&mut open, "", of("geen-thema")), []);
    // As over the months: an intention is asked for whatever an entry is about.
    let intended = open.start_entry(asks("D12", "dichterbij")).expect("an entry");
    save(&mut open, &intended, question("D12"), "eerst vragen");
    assert_eq!(found(&mut open, "vragen", SearchFilters::default()), [intended.entry]);
    assert_eq!(found(&mut open, "", of("werkrelatie")), []);
    // Every theme of the handbook can be asked for.
    let themes: Vec<String> =
        open.shelf.joined().themes().iter().map(|theme| theme.id.as_str().to_owned()).collect();
    for theme in themes.iter().filter(|theme| *theme != "omgaan") {
        assert_eq!(found(&mut open, "", of(theme)), [], "{theme}");
    }
}

/// A question that is asked for by itself.
fn free_page_of_questions() -> StartEntry {
    StartEntry { form: Form::Guide, ..free_page() }
}

#[test]
fn what_it_was_made_from_with_whom_when_and_what_became_of_it_can_be_asked_together() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = with_house(&vault, &clock);
    let page = write(&mut open, free_page(), "een brief");
    let early = write(&mut open, on("2026-01-31", Some("stille beuk")), "een brief");
    let late = write(&mut open, on("2026-03-05", Some("gele lis")), "een brief");
    let made = open.start_entry(sheet("dk-keuze", None)).expect("a sheet");
    save(&mut open, &made, cell("gekozen"), "een brief");
    let all = SearchFilters::default;
    let form = |form| SearchFilters { form: Some(form), ..all() };
    assert_eq!(found(&mut open, "brief", form(SearchForm::Guide)), [late, early]);
    assert_eq!(found(&mut open, "brief", form(SearchForm::FreePage)), [page]);
    assert_eq!(found(&mut open, "brief", form(SearchForm::Sheet { form: key("dk-keuze") })), [made.entry]);
    assert_eq!(found(&mut open, "", form(SearchForm::Sheet { form: key("dk-team") })), []);
    let alias = |alias: &str| SearchFilters { alias: Some(alias.to_owned()), ..all() };
    assert_eq!(found(&mut open, "brie", alias("Stille Beuk")), [early]);
    assert_eq!(found(&mut open, "", alias("onbekend")), []);
    assert_eq!(found(&mut open, "", alias(" \n")), [], "that can be no alias");
    let kind = |kind: &str| SearchFilters { kind: Some(kind.to_owned()), ..all() };
    assert_eq!(found(&mut open, "", kind("kennismaking")), [late, early]);
    let day = |day: &str| Some(Day(day.to_owned()));
    let march = SearchFilters { from: day("2026-03-01"), until: day("2026-03-08"), ..all() };
    assert_eq!(found(&mut open, "", march.clone()), [late]);
    assert_eq!(found(&mut open, "brief", SearchFilters { kind: Some("voortgang".to_owned()), ..march }), []);
    let no_day = SearchFilters { from: day("2026-02-30"), ..all() };
    assert_eq!(open.search_entries(search("", no_day)), Err(Failure::OutOfTurn));

    let today = wire::read_day(&Day("2026-03-09".to_owned())).expect("a day");
    open.store.mark_shown(Id(early.0), today).expect("marked");
    open.store.mark_carried_out(&[Id(late.0)], today).expect("marked");
    let status = |status| SearchFilters { status: Some(status), ..all() };
    assert_eq!(found(&mut open, "brief", status(SearchStatus::Shown)), [early]);
    assert_eq!(found(&mut open, "brief", status(SearchStatus::CarriedOut)), [late]);
    let mut personal = found(&mut open, "brief", status(SearchStatus::Personal));
    personal.sort_unstable_by_key(|entry| entry.0);
    assert_eq!(personal, [page, made.entry]);
}

#[test]
fn hits_come_by_pages_with_what_was_asked_marked_and_the_best_of_them_at_once() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    for number in 0..PAGE + 2 {
        write(&mut open, free_page(), &format!("Uitkering nummer {number}"));
    }
    let best = write(&mut open, on("2026-03-01", None), "uitkering uitkering");
    let first = open.search_entries(search("uitkering", SearchFilters::default())).expect("found");
    assert_eq!(first.rows.len(), HITS);
    let piece = |text: &str, marked| ExcerptPiece { text: text.to_owned(), marked };
    assert_eq!(first.rows[0].excerpt, [piece("Uitkering", true), piece(" nummer 51", false)]);
    assert_eq!(first.rows[0].row.excerpt, "Uitkering nummer 51");
    let on_from = |after| SearchEntries { after, ..search("uitkering", SearchFilters::default()) };
    let more = open.search_entries(on_from(first.next)).expect("found");
    assert_eq!(more.rows.len(), HITS);
    let more = open.search_entries(on_from(more.next)).expect("found");
    let last = |rows: &[FoundRow]| rows.last().map(|found| found.row.entry);
    assert_eq!((more.rows.len(), last(&more.rows), more.next), (PAGE + 3 - 2 * HITS, Some(best), None));
    let by_fit = SearchEntries { order: SearchOrder::Best, ..search("uitkering", SearchFilters::default()) };
    let by_fit = open.search_entries(by_fit).expect("found");
    assert_eq!((by_fit.rows.len(), by_fit.rows[0].row.entry, by_fit.next), (PAGE, best, None));
}

#[test]
fn an_entry_says_where_its_answers_have_it() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let view = open.start_entry(free_page()).expect("an entry");
    let answer = save(&mut open, &view, AnswerField::Free, "🙂 Beschaamd, en schaamte.").answer;
    let find = |open: &mut Desk, text: &str| {
        open.find_in_entry(FindInEntry { entry: view.entry, text: text.to_owned() })
    };
    let place = |start, end| EntryMatch { answer, start, end };
    assert_eq!(find(&mut open, "schaam -en").expect("read").matches, [place(5, 11), place(17, 23)]);
    assert_eq!(find(&mut open, "\"*(").expect("read").matches, []);
    open.store.erase(Id(view.entry.0)).expect("erased");
    assert_eq!(find(&mut open, "schaam"), Err(Failure::EntryGone));
}

#[test]
fn months_are_listed_and_each_is_read_a_part_at_a_time() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    assert_eq!(open.list_months(()).expect("listed").months, []);
    for number in 0..53 {
        write(&mut open, on(&format!("2026-02-{:02}", number % 28 + 1), None), "kort");
    }
    let december = write(&mut open, on("2025-12-31", None), "het oude jaar");
    let binned = write(&mut open, on("2025-11-30", None), "weg");
    open.store.delete(Id(binned.0), clock.now()).expect("in the bin");
    let month = |month: &str| Month(month.to_owned());
    let row = |of: &str, rows| MonthRow { month: month(of), rows };
    assert_eq!(open.list_months(()).expect("listed").months, [row("2026-02", 53), row("2025-12", 1)]);
    let part = |open: &mut Desk, of: &str, first| {
        let page = open.list_month(ListMonth { month: month(of), first });
        page.map(|page| page.rows.into_iter().map(|row| row.entry).collect::<Vec<_>>())
    };
    let all = open.list_entries(ListEntries { after: None }).expect("listed");
    let (first, second) = (part(&mut open, "2026-02", 0), part(&mut open, "2026-02", 50));
    assert_eq!(first, Ok(all.rows.iter().map(|row| row.entry).collect()));
    assert_eq!(second.expect("read").len(), 3);
    assert_eq!(part(&mut open, "2025-12", 0), Ok(vec![december]));
    assert_eq!(part(&mut open, "2025-11", 0), Ok(vec![]));
    let days = |open: &mut Desk, of: &str| open.list_days(MonthRequest { month: month(of) });
    assert_eq!(days(&mut open, "2025-12").expect("listed").days, [Day("2025-12-31".to_owned())]);
    assert_eq!(days(&mut open, "2026-02").expect("listed").days.len(), 28);
    assert_eq!(days(&mut open, "2025-11").expect("listed").days, []);
    for wrong in ["", "2026", "2026-13", "2026-02-01", "vandaag"] {
        assert_eq!(days(&mut open, wrong), Err(Failure::OutOfTurn), "{wrong}");
        assert_eq!(part(&mut open, wrong, 0), Err(Failure::OutOfTurn), "{wrong}");
    }
}
