//! Where what is asked stands: marked in a list, and one after the other in an entry.

use super::super::desk::{Desk, at, free_page, guide, question};
use crate::{Field, Search, SearchFilters, SearchOrder};

/// The excerpt of the only hit, what is marked in brackets.
fn marked(desk: &mut Desk, text: &str) -> String {
    let (order, filters) = (SearchOrder::Newest, SearchFilters::default());
    let search = Search { text, order, filters, after: None, limit: 5 };
    let mut rows = desk.journal.find(&search).expect("found").rows;
    assert_eq!(rows.len(), 1, "{text}");
    let found = rows.remove(0);
    let pieces = found.excerpt;
    assert!(pieces.windows(2).all(|pair| pair[0].marked != pair[1].marked || pair[0].marked), "{text}");
    assert_eq!(found.row.excerpt, pieces.iter().map(|piece| piece.text.as_str()).collect::<String>());
    let piece = |piece: &crate::ExcerptPiece| match piece.marked {
        true => format!("[{}]", piece.text),
        false => piece.text.clone(),
    };
    pieces.iter().map(piece).collect()
}

#[test]
fn a_row_shows_the_words_around_the_hit() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    desk.save(entry, None, question("q1"), "niets");
    let long =
        format!("{}Hier staat de Geïrriteerde\nzin 😀. {}", "eerst dit ".repeat(60), "dan dat ".repeat(60));
    desk.save(entry, None, question("q2"), &long);
    for asked in ["geirriteerde", "irrit eerst", "😀", "\"geirriteerde-zin\""] {
        let row = desk.journal.search(asked, 1).expect("search").remove(0);
        assert!(row.excerpt.contains("de Geïrriteerde zin 😀."), "{asked}: {}", row.excerpt);
    }
}

#[test]
fn all_that_is_asked_is_marked_in_the_persons_own_letters() {
    let mut desk = Desk::new();
    let text = "De Geïrriteerde buurman\n\tzei: “naïe\u{301}f”. Bijstandsuitkering 😀 is geen uitkering 😀.";
    desk.write(free_page(), text);
    for (asked, expected) in [
        (
            "geirrit",
            "De [Geïrrit]eerde buurman zei: “naïe\u{301}f”. Bijstandsuitkering 😀 is geen uitkering 😀.",
        ),
        (
            "uitkering buur",
            "…Geïrriteerde [buur]man zei: “naïe\u{301}f”. Bijstands[uitkering] 😀 is geen [uitkering] 😀.",
        ),
        (
            "\"buurman zei na\" 😀",
            "De Geïrriteerde [buurman zei: “na]ïe\u{301}f”. Bijstandsuitkering [😀] is geen uitkering [😀].",
        ),
        (
            "naie",
            "De Geïrriteerde buurman zei: “[naïe\u{301}]f”. Bijstandsuitkering 😀 is geen uitkering 😀.",
        ),
        // What overlaps is one, and what must not occur is nowhere.
        (
            "uitke tkering -fiets",
            "…Geïrriteerde buurman zei: “naïe\u{301}f”. Bijstands[uitkering] 😀 is geen [uitkering] 😀.",
        ),
        (
            "-fiets",
            "De Geïrriteerde buurman zei: “naïe\u{301}f”. Bijstandsuitkering 😀 is geen uitkering 😀.",
        ),
        ("", "De Geïrriteerde buurman zei: “naïe\u{301}f”. Bijstandsuitkering 😀 is geen uitkering 😀."),
    ] {
        assert_eq!(marked(&mut desk, asked), expected, "{asked}");
    }
}

#[test]
fn the_window_is_around_what_was_asked_first() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    desk.save(entry, None, question("q1"), "Eerst het huis en de brief.");
    let long = format!("{}brief van het wijkteam {}", "eerst dit ".repeat(60), "dan dat ".repeat(60));
    desk.save(entry, None, question("q2"), &long);
    assert_eq!(marked(&mut desk, "brief wijkteam"), "Eerst het huis en de [brief].");
    let around = marked(&mut desk, "wijkteam brief");
    assert!(around.starts_with('…') && around.ends_with('…'), "{around}");
    assert!(around.contains("dit [brief] van het [wijkteam] dan"), "{around}");
    // A mark that the end of the line cuts through is cut too.
    let end = marked(
        &mut desk,
        "\"wijkteam dan dat dan dat dan dat dan dat dan dat dan dat dan dat dan dat dan dat dan dat dan dat dan dat dan dat dan dat dan dat\"",
    );
    assert!(end.ends_with("]…"), "{end}");
}

#[test]
fn an_entry_says_where_it_stands() {
    let mut desk = Desk::new();
    let entry = desk.start(free_page());
    let first = desk.save(entry, None, question("q1"), "😀 Één uitkering, geen BIJSTANDSUITKERING 😀").id;
    let second = desk.save(entry, None, Field::Free, "niets\0 dan uitkerin en één\u{301}").id;
    let mut places = |asked: &str| -> Vec<(bool, u32, u32)> {
        let matches = desk.journal.find_in_entry(entry, asked).expect("read");
        assert!(matches.iter().all(|place| place.answer == first || place.answer == second));
        matches.into_iter().map(|place| (place.answer == first, place.start, place.end)).collect()
    };
    assert_eq!(places("uitkering"), [(true, 7, 16), (true, 32, 41)]);
    assert_eq!(places("uitkering geen"), [(true, 7, 16), (true, 18, 22), (true, 32, 41)]);
    // The mark on a letter belongs to it.
    assert_eq!(places("een"), [(true, 3, 6), (true, 19, 22), (false, 23, 27)]);
    assert_eq!(places("\"en een\""), [(false, 20, 27)]);
    assert_eq!(places("😀"), [(true, 0, 2), (true, 42, 44)]);
    assert_eq!(places("-uitkering"), []);
    assert_eq!(places("-uitkering dan"), [(false, 7, 10)]);
    assert_eq!(places(""), []);
    // Parts of one word, which overlap, are one place.
    assert_eq!(places("uitke kering"), [(true, 7, 16), (true, 32, 41), (false, 11, 16)]);
    assert_eq!(places("\"k e\""), []);
}

#[test]
fn an_entry_in_the_bin_is_looked_through_and_one_that_is_gone_is_not() {
    let mut desk = Desk::new();
    let entry = desk.write(free_page(), "aa aaa");
    desk.journal.delete(entry, at("2026-11-21T17:00:00+01:00")).expect("deleted");
    let places = desk.journal.find_in_entry(entry, "aa").expect("read");
    assert_eq!(places.iter().map(|place| (place.start, place.end)).collect::<Vec<_>>(), [(0, 2), (3, 5)]);
    desk.journal.erase(entry).expect("erased");
    assert_eq!(desk.journal.find_in_entry(entry, "aa"), Err(crate::JournalError::EntryGone));
}
