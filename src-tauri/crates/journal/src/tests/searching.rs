//! Searching: fixed examples of what the rules mean, and journals against a plain scan.

mod hostile;
mod many;
mod places;
mod plain;
mod random;

use super::desk::{Desk, about, at, free_page, guide, question};
use crate::index::words::{Part, Words};
use crate::search::Balance;
use crate::{Alias, Field, Search, SearchFilters, SearchOrder};

fn found(desk: &mut Desk, text: &str) -> Vec<i64> {
    desk.journal.search(text, 1000).expect("search").into_iter().map(|row| row.entry.0).collect()
}

/// The words that the journal knows, of those that have an e.
fn in_memory(desk: &mut Desk) -> Vec<String> {
    let (_, words) = desk.journal.index.parts();
    let words = words.get_or_insert_with(|| Words::read(desk.journal.vault.connection()).expect("words"));
    words.with(&Part::Inside("e".into())).map(str::to_owned).collect()
}

#[test]
fn fragments_occur_as_the_rules_say() {
    let text = "Geïrriteerd: de bijstandsuitkering; niet-verschenen om 5 o’clock 😀 (100%), naïeve Loïs. Zij zei ‘nee’.";
    let cases = [
        ("geirriteerd", true),
        ("GEÏRR", true),
        ("ge\u{131}rr", false),
        ("uitkering", true),
        ("uitkeringen", false),
        ("stand kering", true),
        ("bijstand fiets", false),
        ("niet-verschenen", true),
        ("niet—versch", true),
        ("niet-erschenen", true),
        ("verschenen-niet", true),
        ("niet verschenen", true),
        ("\"niet verschenen\"", true),
        ("\"niet—versch\"", true),
        ("\"iet-verschenen\"", true),
        ("\"niet erschenen\"", false),
        ("\"verschenen niet\"", false),
        ("\"niet verschenen", true),
        ("-fiets", true),
        ("-kering", false),
        ("-niet-versch", false),
        ("-niet-erschenen", true),
        ("uitkering -fiets", true),
        ("uitkering -stand", false),
        ("uitkering -\"stand\"", true),
        ("-", true),
        ("--", false),
        ("o'clock", true),
        ("5-o-cl", true),
        ("\"5-o-cl\"", true),
        ("\"5--clock\"", false),
        ("oclock", false),
        ("-verschenen-", false),
        ("😀", true),
        ("😞", false),
        ("😀 uitkering", true),
        ("clock😀", true),
        ("%", true),
        ("€", false),
        ("100%", true),
        ("nai\u{308}eve", true),
        ("lois", true),
        ("\"nee\"", true),
        ("nee OR ja", false),
        ("body:nee", false),
        ("NEAR(nee)", false),
        ("nee*", true),
        ("^geirriteerd", true),
        ("zei\0nee", true),
        ("", true),
        ("  \n ", true),
    ];
    for balance in [
        Balance::MEASURED,
        Balance {
            words_at_once: 1,
            parts_at_once: 1,
            phrases_at_once: 1,
            read_first: 1,
            before_words: 0,
            days_first: 2,
            rows_a_hit: i64::MAX,
        },
        Balance {
            words_at_once: 1,
            parts_at_once: 2,
            phrases_at_once: 4,
            read_first: 0,
            before_words: 0,
            days_first: 2,
            rows_a_hit: 0,
        },
    ] {
        let mut desk = Desk::new();
        desk.journal.index.balance = balance;
        desk.write(guide(), text);
        for (asked, expected) in cases {
            assert_eq!(!found(&mut desk, asked).is_empty(), expected, "{asked:?} with {balance:?}");
        }
    }
}

#[test]
fn fragments_may_be_in_different_answers_but_each_in_one() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    desk.save(entry, None, question("q1"), "het was niet");
    desk.save(entry, None, question("q2"), "verschenen, zei ze");
    assert_eq!(found(&mut desk, "niet verschenen"), [entry.0]);
    assert_eq!(found(&mut desk, "\"niet verschenen\""), Vec::<i64>::new());
    assert_eq!(found(&mut desk, "-niet-verschenen"), [entry.0]);
    assert_eq!(found(&mut desk, "\"verschenen zei\""), [entry.0]);
    assert_eq!(found(&mut desk, "-verschenen-zei"), Vec::<i64>::new());
}

#[test]
fn questions_kinds_and_aliases_are_not_what_somebody_wrote() {
    let mut desk = Desk::new();
    let entry = desk.start(about("2026-11-20", "huisbezoek", Some("Blauwe Reiger")));
    desk.save(entry, None, question("q1"), "kort");
    for asked in ["ander", "huisbezoek", "reiger"] {
        assert_eq!(found(&mut desk, asked), Vec::<i64>::new(), "{asked}");
    }
    // Nor by the tokens that stand for them in the index, also when somebody else wrote such a word.
    let meta: String = desk
        .journal
        .connection()
        .query_row("SELECT meta FROM entry_text WHERE id = ?1", [entry.0], |row| row.get(0))
        .expect("indexed");
    assert_eq!(meta.split(' ').count(), 4, "{meta}");
    let writer = desk.write(free_page(), &meta);
    for token in meta.split(' ') {
        assert_eq!(found(&mut desk, token), [writer.0], "{token}");
    }
}

#[test]
fn a_part_of_few_words_and_one_of_very_many_must_both_occur() {
    let mut desk = Desk::new();
    desk.journal.index.balance = Balance {
        words_at_once: 2,
        parts_at_once: 9,
        phrases_at_once: 2,
        read_first: 1,
        before_words: 0,
        days_first: 2,
        rows_a_hit: 1,
    };
    let both = desk.write(free_page(), "fiets, en eenden");
    let too = desk.write(free_page(), "fiets, maar niet alleen");
    desk.write(free_page(), "fiets");
    desk.write(free_page(), "een geen steen meen");
    assert_eq!(found(&mut desk, "fiets ee"), [too.0, both.0]);
    assert_eq!(found(&mut desk, "ee fiets"), [too.0, both.0]);
}

#[test]
fn results_come_in_the_order_of_lists_and_end_at_the_limit() {
    let mut desk = Desk::new();
    let days = ["2026-03-05", "2026-03-09", "2026-03-01", "2026-03-05", "2025-01-01", "2026-03-02"];
    for round in 0..8 {
        for day in days {
            let entry = desk.start(about(day, "gesprek", (round % 2 == 0).then_some("Reiger")));
            desk.save(entry, None, Field::Free, &format!("woord ronde{round}"));
        }
    }
    let rows = desk.journal.entries(None, 1000).expect("list");
    let all: Vec<i64> = rows.iter().map(|row| row.entry.0).collect();
    let of_alias: Vec<i64> = rows.iter().filter(|row| row.alias.is_some()).map(|row| row.entry.0).collect();
    let reiger = SearchFilters { alias: Some(Alias::parse("Reiger").expect("usable")), ..Default::default() };
    let portions = Balance {
        words_at_once: 1,
        parts_at_once: 9,
        phrases_at_once: 0,
        read_first: 3,
        before_words: 0,
        days_first: 2,
        rows_a_hit: 0,
    };
    let always_looking = Balance { rows_a_hit: i64::MAX, ..portions };
    for balance in [Balance::MEASURED, portions, always_looking] {
        desk.journal.index.balance = balance;
        for limit in [0, 1, 2, 5, 47, 48, 100] {
            for asked in ["woord", "ronde", "oo", "woord o", "-", "-woord", "-xyzzy", ""] {
                let rows = desk.journal.search(asked, limit).expect("search");
                let ids: Vec<i64> = rows.into_iter().map(|row| row.entry.0).collect();
                let expected: &[i64] = if asked == "-woord" { &[] } else { &all[..limit.min(48)] };
                assert_eq!(ids, expected, "{asked} to {limit}");
            }
            for text in ["woord", "ronde", "oo"] {
                let (order, filters) = (SearchOrder::Newest, reiger.clone());
                let search = Search { text, order, filters, after: None, limit };
                let rows = desk.journal.find(&search).expect("search").rows;
                let ids: Vec<i64> = rows.into_iter().map(|found| found.row.entry.0).collect();
                assert_eq!(ids, of_alias[..limit.min(24)], "{text} of the alias to {limit}");
            }
        }
    }
}

#[test]
fn words_too_long_for_the_index_are_told_apart() {
    let mut desk = Desk::new();
    let long = "a".repeat(40_000);
    let one = desk.write(free_page(), &format!("{long}x"));
    let other = desk.write(free_page(), &format!("{long}y"));
    assert_eq!(found(&mut desk, "aaaax"), [one.0]);
    assert_eq!(found(&mut desk, "aaaay"), [other.0]);
    assert_eq!(found(&mut desk, "aaaa"), [other.0, one.0]);
    desk.journal.erase(one).expect("erase");
    desk.check_index();
}

#[test]
fn a_disk_that_takes_no_index_does_not_stop_a_search() {
    let mut desk = Desk::new();
    let indexed = desk.write(guide(), "eerste gesprek");
    desk.journal.leave(indexed).expect("leave");
    let waiting = desk.write(guide(), "tweede gesprek");
    let fault =
        "CREATE TEMP TRIGGER fault BEFORE UPDATE OF indexed ON entry BEGIN SELECT RAISE(ABORT, ''); END";
    desk.journal.connection().execute_batch(fault).expect("trigger");
    assert!(desk.journal.leave(waiting).is_err());
    assert_eq!(found(&mut desk, "esprek"), [waiting.0, indexed.0]);
    assert_eq!(found(&mut desk, "tweede gesprek"), [waiting.0]);
    // Nor does it keep the journal open.
    desk.reopen();
    assert_eq!(found(&mut desk, "tweede gesprek"), [waiting.0]);
    desk.check_index();
}

#[test]
fn a_very_long_question_is_answered_too() {
    let mut desk = Desk::new();
    let words: Vec<String> = (0..3000).map(|number| format!("woord{number}")).collect();
    let entry = desk.write(free_page(), &words.join(" "));
    assert_eq!(found(&mut desk, &words.join(" ")), [entry.0]);
    assert_eq!(found(&mut desk, &words.join("-")), [entry.0]);
    assert_eq!(found(&mut desk, &format!("{} anders", words.join(" "))), Vec::<i64>::new());
}

#[test]
fn the_terms_in_memory_follow_every_change() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    assert_eq!(found(&mut desk, "eerste"), Vec::<i64>::new());
    let saved = desk.save(entry, None, Field::Free, "eerste");
    assert_eq!(found(&mut desk, "eerst"), [entry.0]);
    desk.save(entry, Some(saved.id), Field::Free, "tweede");
    assert_eq!(found(&mut desk, "eerst"), Vec::<i64>::new());
    assert_eq!(found(&mut desk, "weed"), [entry.0]);
    assert_eq!(in_memory(&mut desk), ["tweede"], "what is gone from the store is gone from memory");
    // More words than are worth looking up one by one.
    let many: String = (0..500).map(|number| format!("w{number} ")).collect();
    let other = desk.write(free_page(), &many);
    assert_eq!(found(&mut desk, "w499"), [other.0]);
    desk.journal.delete(other, at("2026-11-21T17:00:00+01:00")).expect("delete");
    assert_eq!(in_memory(&mut desk), ["tweede"]);
    assert_eq!(found(&mut desk, "w499"), Vec::<i64>::new());
    assert_eq!(found(&mut desk, "weed"), [entry.0]);
}
