//! One question, one form and what was tried, through time.

use super::desk::{Desk, about, at, free_page, guide, question, sheet, text_cell};
use crate::{AnswerId, Became, EntryId, Field, FormRef, NewEntry, QuestionRef, Returns};

const BY_KIND: Field<'static> = Field::Intention { question: None, returns: Returns::Kind };

fn became(desk: &Desk) -> Vec<(AnswerId, Became)> {
    let tried = desk.journal.tried(None, 99).expect("read");
    tried.into_iter().map(|tried| (tried.intention.answer, tried.became)).collect()
}

fn told(entry: EntryId, day: &str, text: &str) -> Became {
    Became::Told { entry, day: day.parse().expect("a day"), text: text.into() }
}

#[test]
fn all_answers_to_one_question_come_newest_day_first() {
    let mut desk = Desk::new();
    let alias = Some("Blauwe Reiger");
    let entries = [
        desk.start(about("2026-11-18", "huisbezoek", alias)),
        desk.start(about("2026-11-20", "gesprek", None)),
        desk.start(about("2026-11-18", "gesprek", None)),
        desk.start(about("2026-11-21", "gesprek", None)),
        desk.start(free_page()),
    ];
    let asked = |version, wording| Field::Question { pack: "basis", id: "q1", version, wording };
    desk.save(entries[0], None, asked(1, "Wat zag je?"), "een muur");
    desk.save(entries[0], None, asked(1, "Wat zag je?"), "en een hond");
    desk.save(entries[1], None, asked(2, "Wat zag jij?"), "tekst\r\n\0");
    desk.save(entries[2], None, asked(1, "Wat zag je?"), "");
    desk.save(entries[2], None, question("q2"), "een andere vraag");
    let elsewhere = Field::Question { pack: "team-zuid", id: "q1", version: 1, wording: "Wat zag je?" };
    desk.save(entries[2], None, elsewhere, "van een ander");
    desk.save(entries[2], None, Field::Own { wording: "Wat zag je?" }, "eigen vraag");
    desk.save(entries[3], None, asked(2, "Wat zag jij?"), "in de prullenbak");
    desk.journal.delete(entries[3], at("2026-11-21T17:00:00+01:00")).expect("delete");
    let intend = Field::Intention {
        question: Some(QuestionRef { pack: "basis", id: "q1", version: 3, wording: "Wat wil je zien?" }),
        returns: Returns::Kind,
    };
    desk.save(entries[4], None, intend, "de hond");
    let rows: Vec<_> = desk
        .journal
        .answers_to("basis", "q1", 9)
        .expect("read")
        .into_iter()
        .map(|row| {
            let alias = row.alias.map(|alias| alias.as_str().to_owned());
            (row.entry, row.day.to_string(), row.kind, alias, row.wording, row.text)
        })
        .collect();
    let row = |entry: usize,
               day: &str,
               kind: Option<&str>,
               alias: Option<&str>,
               wording: &str,
               text: &str| {
        let owned = |text: &str| text.to_owned();
        (entries[entry], day.into(), kind.map(owned), alias.map(owned), wording.to_owned(), text.to_owned())
    };
    let expected = [
        row(4, "2026-11-21", None, None, "Wat wil je zien?", "de hond"),
        row(1, "2026-11-20", Some("gesprek"), None, "Wat zag jij?", "tekst\r\n\0"),
        row(0, "2026-11-18", Some("huisbezoek"), alias, "Wat zag je?", "een muur"),
        row(0, "2026-11-18", Some("huisbezoek"), alias, "Wat zag je?", "en een hond"),
    ];
    assert_eq!(rows, expected);
    for most in 0..6 {
        assert_eq!(desk.journal.answers_to("basis", "q1", most).expect("read").len(), most.min(4));
    }
    assert_eq!(desk.journal.answers_to("basis", "q9", 9), Ok(Vec::new()));
}

#[test]
fn all_sheets_of_one_form_come_newest_day_first() {
    let mut desk = Desk::new();
    let of = |day: &str| sheet(about(day, "gesprek", None));
    let (old, new) = (desk.start(of("2026-11-01")), desk.start(of("2026-11-20")));
    let same_day = desk.start(of("2026-11-01"));
    let form = FormRef { pack: "team-zuid".into(), form: "dilemma".into(), version: 2 };
    desk.start(NewEntry { form, ..of("2026-11-20") });
    // Questions of a form by that name are no sheet.
    desk.start(NewEntry { title: None, ..of("2026-11-20") });
    let binned = desk.start(of("2026-11-21"));
    desk.journal.delete(binned, at("2026-11-21T17:00:00+01:00")).expect("delete");
    desk.save(old, None, text_cell("feiten", 0), "een kale muur");
    let sheets = desk.journal.sheets("basis", "dilemma", 9).expect("read");
    assert_eq!(sheets.iter().map(|sheet| sheet.id).collect::<Vec<_>>(), [new, same_day, old]);
    assert_eq!(sheets[2], desk.journal.entry(old).expect("entry"), "each is there whole");
    assert_eq!(desk.journal.sheets("basis", "dilemma", 2).expect("read").len(), 2);
    assert_eq!(desk.journal.sheets("basis", "gids", 9), Ok(Vec::new()));
}

#[test]
fn what_became_of_an_intention_is_one_of_four() {
    let mut desk = Desk::new();
    let first = desk.start(about("2026-11-18", "gesprek", None));
    let tried = desk.save(first, None, BY_KIND, "stil zijn").id;
    assert_eq!(became(&desk), [(tried, Became::Waits)]);
    let second = desk.start(about("2026-11-19", "gesprek", None));
    let saved = desk.save(second, None, Field::Outcome { of: tried }, " ").id;
    assert_eq!(became(&desk), [(tried, Became::Waits)], "white space tells nothing");
    desk.save(second, Some(saved), Field::Outcome { of: tried }, "het hielp");
    assert_eq!(became(&desk), [(tried, told(second, "2026-11-19", "het hielp"))]);
    // A newer one takes its place only where nothing was told.
    let newer = desk.save(second, None, BY_KIND, "eerst vragen").id;
    let of_old = told(second, "2026-11-19", "het hielp");
    assert_eq!(became(&desk), [(newer, Became::Waits), (tried, of_old.clone())]);
    let third = desk.start(about("2026-11-17", "gesprek", None));
    let newest = desk.save(third, None, BY_KIND, "aanbellen").id;
    assert_eq!(became(&desk)[..2], [(newest, Became::Waits), (newer, Became::Replaced)]);
    desk.journal.let_go(newer, true).expect("let go");
    assert_eq!(became(&desk)[1], (newer, Became::LetGo), "what the person did says more");
    // The last that was told, whatever its day.
    desk.save(third, None, Field::Outcome { of: tried }, "weer");
    assert_eq!(became(&desk)[2], (tried, told(third, "2026-11-17", "weer")));
    desk.journal.let_go(tried, true).expect("let go");
    assert_eq!(became(&desk)[2].1, told(third, "2026-11-17", "weer"), "what was told stays told");
    // What is in the bin told nothing and takes nobody's place.
    desk.journal.let_go(newer, false).expect("taken up");
    desk.journal.delete(third, at("2026-11-21T17:00:00+01:00")).expect("delete");
    assert_eq!(became(&desk), [(newer, Became::Waits), (tried, of_old)]);
    desk.journal.erase(second).expect("erase");
    assert_eq!(became(&desk), [(tried, Became::LetGo)]);
}

#[test]
fn what_was_tried_comes_in_pages() {
    let mut desk = Desk::new();
    let entry = desk.start(guide());
    let mut all: Vec<AnswerId> =
        (0..7).map(|n| desk.save(entry, None, BY_KIND, &format!("{n}")).id).collect();
    desk.save(entry, None, BY_KIND, " ");
    all.reverse();
    for size in 1..9 {
        let (mut paged, mut after) = (Vec::new(), None);
        loop {
            let page = desk.journal.tried(after, size).expect("read");
            assert!(page.len() <= size);
            let Some(last) = page.last() else { break };
            after = Some(last.intention.answer);
            paged.extend(page.iter().map(|tried| tried.intention.answer));
        }
        assert_eq!(paged, all, "pages of {size}");
    }
    assert_eq!(desk.journal.tried(None, 0), Ok(Vec::new()));
}
