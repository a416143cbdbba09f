//! Searching: fixed examples of what the rules mean, and any journal against a plain scan.

use proptest::prelude::*;
use rusqlite::Connection;

use super::desk::{Desk, about, at, cell, free_page, guide, question, sheet, text_cell};
use crate::index::words::Part;
use crate::search::Balance;
use crate::{Alias, CellValue, EntryId, Field};

fn found(desk: &mut Desk, text: &str) -> Vec<i64> {
    desk.journal.search(text, 1000).expect("search").into_iter().map(|row| row.entry.0).collect()
}

fn in_memory(desk: &mut Desk) -> Vec<String> {
    let (_, words) = desk.journal.index.reading(desk.journal.vault.connection()).expect("words");
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
        ("iet-verschenen", true),
        ("niet-erschenen", false),
        ("niet verschenen", true),
        ("verschenen-niet", false),
        ("o'clock", true),
        ("5-o-cl", true),
        ("5--clock", false),
        ("oclock", false),
        ("-verschenen-", true),
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
        ("", false),
        ("  \n ", false),
    ];
    for balance in [
        Balance::MEASURED,
        Balance { words_at_once: 1, read_first: 1, rows_a_hit: i64::MAX },
        Balance { words_at_once: 1, read_first: 0, rows_a_hit: 0 },
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
    assert_eq!(found(&mut desk, "niet-verschenen"), Vec::<i64>::new());
    assert_eq!(found(&mut desk, "verschenen-zei"), [entry.0]);
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
    assert_eq!(meta.split(' ').count(), 2, "{meta}");
    let writer = desk.write(free_page(), &meta);
    for token in meta.split(' ') {
        assert_eq!(found(&mut desk, token), [writer.0], "{token}");
    }
}

#[test]
fn a_part_of_few_words_and_one_of_very_many_must_both_occur() {
    let mut desk = Desk::new();
    desk.journal.index.balance = Balance { words_at_once: 2, read_first: 1, rows_a_hit: 1 };
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
            let entry = desk.start(about(day, "gesprek", None));
            desk.save(entry, None, Field::Free, &format!("woord ronde{round}"));
        }
    }
    let all: Vec<i64> =
        desk.journal.entries(None, 1000).expect("list").iter().map(|row| row.entry.0).collect();
    let portions = Balance { words_at_once: 1, read_first: 3, rows_a_hit: 0 };
    let always_looking = Balance { rows_a_hit: i64::MAX, ..Balance::MEASURED };
    for balance in [Balance::MEASURED, portions, always_looking] {
        desk.journal.index.balance = balance;
        for limit in [0, 1, 2, 5, 47, 48, 100] {
            for asked in ["woord", "ronde", "oo", "woord o", "-"] {
                let rows = desk.journal.search(asked, limit).expect("search");
                let ids: Vec<i64> = rows.into_iter().map(|row| row.entry.0).collect();
                let expected: &[i64] = if asked == "-" { &[] } else { &all[..limit.min(48)] };
                assert_eq!(ids, expected, "{asked} to {limit}");
            }
        }
    }
}

#[test]
fn a_row_shows_the_words_around_the_hit() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    desk.save(entry, None, question("q1"), "niets");
    let long =
        format!("{}Hier staat de Geïrriteerde\nzin 😀. {}", "eerst dit ".repeat(60), "dan dat ".repeat(60));
    desk.save(entry, None, question("q2"), &long);
    for asked in ["geirriteerde", "irrit eerst", "😀", "geirriteerde-zin"] {
        let row = desk.journal.search(asked, 1).expect("search").remove(0);
        assert!(row.excerpt.contains("de Geïrriteerde zin 😀."), "{asked}: {}", row.excerpt);
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

/// Words as FTS5 itself makes them of a whole text: nothing of our own folding is in it.
struct Plain(Connection);

impl Plain {
    fn new() -> Self {
        let table = Connection::open_in_memory().expect("memory");
        table
            .execute_batch(
                "CREATE VIRTUAL TABLE whole USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
                 CREATE VIRTUAL TABLE word USING fts5vocab (whole, 'instance');",
            )
            .expect("tables");
        Self(table)
    }

    fn words(&self, text: &str) -> String {
        self.0.execute("INSERT INTO whole (rowid, text) VALUES (1, ?1)", [text]).expect("insert");
        let words: Vec<String> = self
            .0
            .prepare_cached("SELECT term FROM word ORDER BY offset")
            .expect("prepare")
            .query_map([], |row| row.get(0))
            .expect("query")
            .collect::<Result<_, _>>()
            .expect("words");
        self.0.execute("DELETE FROM whole", []).expect("delete");
        words.join(" ")
    }

    /// The rules, over every entry of the list.
    fn scan(&self, desk: &Desk, asked: &str) -> Vec<i64> {
        let fragments: Vec<(&str, String)> =
            asked.split_whitespace().map(|raw| (raw, self.words(raw))).collect();
        let mut found = Vec::new();
        for row in desk.journal.entries(None, usize::MAX).expect("list") {
            let answers: Vec<(String, String)> = desk
                .journal
                .entry(row.entry)
                .expect("entry")
                .answers
                .into_iter()
                .map(|answer| (self.words(&answer.text), answer.text))
                .collect();
            let occurs = |(raw, words): &(&str, String)| {
                answers.iter().any(|(answer, text)| {
                    if words.is_empty() { text.contains(raw) } else { answer.contains(words.as_str()) }
                })
            };
            if !fragments.is_empty() && fragments.iter().all(occurs) {
                found.push(row.entry.0);
            }
        }
        found
    }
}

#[derive(Debug, Clone)]
enum Step {
    Start(u8, String),
    Save(usize, usize, String),
    /// In a row of a sheet, or as the name of what was chosen there.
    Fill(usize, u32, String),
    Leave(usize),
    Delete(usize),
    Restore(usize),
    Erase(usize),
    Change(usize, u8, Option<u8>),
    Search(String),
    Reopen,
}

fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "schaamte",
        "beschaamd",
        "Één",
        "eén",
        "een",
        "e\u{301}e\u{301}n",
        "niet-verschenen",
        "niet verschenen",
        "nietverschenen",
        "o'clock",
        "o’clock",
        "😀",
        "👩‍👩‍👧",
        "naïef",
        "NAIEF",
        "ß",
        "ẞ",
        "İ",
        "x\0y",
        "1.000,50",
        "€",
        "a",
        "aa",
        "aaa",
        "\u{301}",
        "ĳs",
        "IJS",
        "bijstandsuitkering",
        "uitkering",
        "van",
        "vandaan",
        "-",
        "\"",
        "ʼs",
        "ﬁets",
        "北京",
        "हिन्दी",
    ]);
    let gap = prop::sample::select(vec![" ", " ", "\n", "-", "", ", ", "\u{a0}"]);
    prop::collection::vec((word, gap), 0..7)
        .prop_map(|parts| parts.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

/// A piece of such a text, from any character to any other; or a whole one.
fn asked() -> impl Strategy<Value = String> {
    (text(), any::<prop::sample::Index>(), 1..8_usize, any::<bool>()).prop_map(
        |(text, from, length, whole)| {
            let characters: Vec<char> = text.chars().collect();
            if whole || characters.is_empty() {
                return text;
            }
            characters.into_iter().skip(from.index(text.chars().count())).take(length).collect()
        },
    )
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..6_u8, text()).prop_map(|(day, text)| Step::Start(day, text)),
        4 => (0..20_usize, 0..3_usize, text()).prop_map(|(entry, answer, text)| Step::Save(entry, answer, text)),
        2 => (0..20_usize, 0..3_u32, text()).prop_map(|(entry, row, text)| Step::Fill(entry, row, text)),
        2 => (0..20_usize).prop_map(Step::Leave),
        1 => (0..20_usize).prop_map(Step::Delete),
        1 => (0..20_usize).prop_map(Step::Restore),
        1 => (0..20_usize).prop_map(Step::Erase),
        1 => (0..20_usize, 0..6_u8, prop::option::of(0..3_u8))
            .prop_map(|(entry, day, alias)| Step::Change(entry, day, alias)),
        4 => asked().prop_map(Step::Search),
        1 => Just(Step::Reopen),
    ]
}

fn take(desk: &mut Desk, entries: &mut Vec<EntryId>, step: Step) -> Option<String> {
    let pick = |place: usize| entries.get(place % entries.len().max(1)).copied();
    match step {
        Step::Start(day, text) => {
            let new = about(&format!("2026-03-{:02}", day + 1), "gesprek", None);
            let entry = desk.start(if day % 2 == 0 { new } else { sheet(new) });
            desk.save(entry, None, Field::Free, &text);
            entries.push(entry);
        }
        Step::Save(place, answer, text) => {
            let entry = pick(place)?;
            let Ok(read) = desk.journal.entry(entry) else { return None };
            let known = read.answers.get(answer).map(|answer| answer.id);
            // In the bin it is refused, which another test looks at.
            let _refused = desk.try_save(entry, known, Field::Free, &text);
        }
        Step::Fill(place, row, text) => {
            let chosen = Field::Cell(cell("einde", CellValue::Choice { option: Some("ja") }));
            let field = if row == 0 { chosen } else { text_cell("feiten", row) };
            let _refused = desk.try_save(pick(place)?, None, field, &text);
        }
        Step::Leave(place) => desk.journal.leave(pick(place)?).expect("leave"),
        Step::Delete(place) => {
            let _gone = desk.journal.delete(pick(place)?, at("2026-11-21T17:00:00+01:00"));
        }
        Step::Restore(place) => {
            let _gone = desk.journal.restore(pick(place)?);
        }
        Step::Erase(place) => {
            let _gone = desk.journal.erase(pick(place)?);
        }
        Step::Change(place, day, alias) => {
            let alias = alias.map(|alias| Alias::parse(&format!("Reiger {alias}")).expect("usable"));
            let contact = alias.map(|alias| ("huisbezoek".to_owned(), Some(alias)));
            let day = at(&format!("2026-03-{:02}T00:00:00Z", day + 1)).date_naive();
            let _gone = desk.journal.change_entry(pick(place)?, day, contact);
        }
        Step::Search(asked) => return Some(asked),
        Step::Reopen => desk.reopen(),
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn every_search_equals_a_plain_scan(
        steps in prop::collection::vec(step(), 1..40),
        last in prop::collection::vec(asked(), 6),
        words_at_once in 1..6_usize,
        read_first in 0..4_usize,
        rows_a_hit in prop_oneof![0..4_i64, Just(i64::MAX)],
        limit in 1..6_usize,
    ) {
        let plain = Plain::new();
        let mut desk = Desk::new();
        let mut entries = Vec::new();
        let balances = [Balance::MEASURED, Balance { words_at_once, read_first, rows_a_hit }];
        let compare = |desk: &mut Desk, asked: &str| -> Result<(), TestCaseError> {
            let expected = plain.scan(desk, asked);
            for balance in balances {
                desk.journal.index.balance = balance;
                prop_assert_eq!(&found(desk, asked), &expected, "{:?} with {:?}", asked, balance);
                let first: Vec<i64> =
                    desk.journal.search(asked, limit).expect("search").into_iter().map(|row| row.entry.0).collect();
                prop_assert_eq!(&first, &expected[..limit.min(expected.len())], "{:?} to {}", asked, limit);
            }
            Ok(())
        };
        for step in steps {
            if let Some(asked) = take(&mut desk, &mut entries, step) {
                compare(&mut desk, &asked)?;
            }
        }
        for asked in last {
            compare(&mut desk, &asked)?;
        }
        desk.check_index();
    }
}
