//! Any journal, through any changes, against the plain scan.

use proptest::prelude::*;

use super::super::desk::{Desk, about, at, cell, sheet, text_cell};
use super::found;
use super::plain::Plain;
use crate::search::Balance;
use crate::{Alias, CellValue, EntryId, Field};

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
        " -van",
        " -niet-versch",
        "\"",
        " \"niet versch\" ",
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
        parts_at_once in 1..4_usize,
        phrases_at_once in 0..6_usize,
        read_first in 0..4_usize,
        days_first in 0..4_usize,
        rows_a_hit in prop_oneof![0..4_i64, Just(i64::MAX)],
        limit in 1..6_usize,
    ) {
        let plain = Plain::new();
        let mut desk = Desk::new();
        let mut entries = Vec::new();
        let balances = [Balance::MEASURED, Balance {
            words_at_once, parts_at_once, phrases_at_once, read_first, before_words: read_first, days_first, rows_a_hit,
        }];
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
