//! Sheets: every place is there once, with the words that it was asked with, whatever becomes of its
//! pack.

use super::desk::{Desk, about, at, cell, free_page, guide, look_back, question, sheet, text_cell};
use crate::{
    AnswerId, Cell, CellRef, CellValue, Field, JournalError, SaveAnswer, StoredField, StoredValue, Term,
};

const IK: CellRef<'static> = CellRef {
    field: "beelden",
    column: Some("ik"),
    row: 1,
    label: "Wat is het probleem?",
    heading: Some("Mijn beeld"),
    value: CellValue::Text,
};

const SCHUURT: CellRef<'static> = CellRef {
    field: "einde",
    column: None,
    row: 0,
    label: "Waar eindigt het?",
    heading: None,
    value: CellValue::Choice { option: Some("schuurt") },
};

fn stored(cell: CellRef<'_>, value: StoredValue) -> StoredField {
    StoredField::Cell(Cell {
        field: cell.field.into(),
        column: cell.column.map(str::to_owned),
        row: cell.row,
        label: cell.label.into(),
        heading: cell.heading.map(str::to_owned),
        value,
    })
}

fn wordings(desk: &Desk) -> Vec<String> {
    let mut statement =
        desk.journal.connection().prepare("SELECT text FROM wording ORDER BY text").expect("prepare");
    let texts = statement.query_map([], |row| row.get(0)).expect("query");
    texts.collect::<Result<_, _>>().expect("texts")
}

#[test]
fn a_sheet_comes_back_as_it_was_shown_rows_in_any_order() {
    let mut desk = Desk::new();
    let entry = desk.start(sheet(guide()));
    let date = CellRef { field: "afspraak", ..cell("dag", CellValue::Date) };
    let again = CellRef { field: "terugkijken", ..cell("dag", CellValue::LookBack) };
    let cases = [
        (CellRef { row: 7, ..IK }, "de zevende rij\r\n\0", StoredValue::Text),
        (IK, "de eerste", StoredValue::Text),
        (CellRef { row: u32::MAX, column: Some("de ander"), ..IK }, "", StoredValue::Text),
        (SCHUURT, "Het blijft schuren", StoredValue::Choice { option: Some("schuurt".into()) }),
        (date, "2026-11-28", StoredValue::Date),
        (again, "2026-11-29", StoredValue::LookBack { let_go: false }),
    ];
    let mut saved = Vec::new();
    for (place, text, value) in cases {
        let answer = desk.save(entry, None, Field::Cell(place), text);
        assert_eq!(answer.field, stored(place, value), "{text}");
        assert_eq!(answer.text, text);
        saved.push(answer);
    }
    let of = saved[5].id;
    let due = "2026-11-29".parse().expect("a day");
    let field = Field::LookBack { of, due, asks: "Wat merkte je ervan?" };
    let told = desk.save(entry, None, field, "Minder dan gehoopt.");
    let asks = "Wat merkte je ervan?".into();
    assert_eq!(told.field, StoredField::LookBack { of: Some(of), due, asks });
    assert_eq!(desk.save(entry, Some(told.id), field, "Meer.").id, told.id);
    saved.push(desk.save(entry, Some(told.id), field, "Minder dan gehoopt."));
    desk.reopen();
    let read = desk.journal.entry(entry).expect("entry");
    assert_eq!((read.title.as_deref(), read.prepares, read.prepared), (Some("Dilemmablad"), false, None));
    assert_eq!((read.form.form.as_str(), read.form.version), ("dilemma", 2));
    assert_eq!(read.answers, saved);
    desk.check_index();
}

#[test]
fn a_place_that_is_saved_again_without_a_number_is_not_doubled() {
    let mut desk = Desk::new();
    let (entry, other) = (desk.start(sheet(guide())), desk.start(sheet(guide())));
    let first = desk.save(entry, None, Field::Cell(IK), "eerst");
    desk.journal.leave(entry).expect("leave");
    // The pack's words changed: those of the first save stand.
    let renamed = CellRef { label: "Wat is er?", heading: Some("Ik"), ..IK };
    let again = desk.save(entry, None, Field::Cell(renamed), "daarna");
    assert_eq!((again.id, again.text.as_str(), &again.field), (first.id, "daarna", &first.field));
    assert_eq!(wordings(&desk), [IK.heading.expect("one"), IK.label]);
    let before = desk.changes();
    assert_eq!(desk.save(entry, None, Field::Cell(renamed), "daarna"), again);
    assert_eq!(desk.changes(), before, "what stands there already changes nothing");
    // An empty column is none, and none is another place than a column.
    let whole = desk.save(entry, None, Field::Cell(CellRef { column: None, ..IK }), "geheel");
    let same = desk.save(entry, None, Field::Cell(CellRef { column: Some(""), ..IK }), "geheel, en meer");
    assert_eq!(same.id, whole.id);
    // Another sheet has places of its own.
    assert_ne!(desk.save(other, None, Field::Cell(IK), "daarna").id, first.id);
    assert_eq!(desk.journal.entry(entry).expect("entry").answers.len(), 2);
    assert_eq!(desk.journal.search("eerst", 5).expect("search"), []);
    desk.check_index();
    // In the bin nothing is written, whether the place is known or not.
    desk.journal.delete(entry, at("2026-11-21T17:00:00+01:00")).expect("delete");
    for row in [1, 2] {
        let refused = desk.try_save(entry, None, Field::Cell(CellRef { row, ..IK }), "x");
        assert_eq!(refused, Err(JournalError::EntryInBin));
    }
    desk.journal.erase(entry).expect("erase");
    assert_eq!(desk.try_save(entry, None, Field::Cell(IK), "x"), Err(JournalError::EntryGone));
}

#[test]
fn an_answer_goes_on_in_its_own_place_only() {
    let mut desk = Desk::new();
    let entry = desk.start(sheet(guide()));
    let of = desk.save(entry, None, look_back("dag"), "2026-11-28").id;
    let day = |day: &str| day.parse().expect("a day");
    let fields = [
        Field::Cell(IK),
        Field::Cell(CellRef { field: "anders", ..IK }),
        Field::Cell(CellRef { column: Some("ander"), ..IK }),
        Field::Cell(CellRef { column: None, ..IK }),
        Field::Cell(CellRef { row: 0, ..IK }),
        // Where a newer form asks for something else in the same place, what stood there stays.
        Field::Cell(CellRef { value: CellValue::Choice { option: None }, ..IK }),
        Field::Cell(CellRef { value: CellValue::Date, ..IK }),
        Field::Cell(CellRef { value: CellValue::LookBack, ..IK }),
        Field::LookBack { of, due: day("2026-11-28"), asks: "Wat merkte je ervan?" },
        Field::LookBack { of, due: day("2026-11-29"), asks: "Wat merkte je ervan?" },
        Field::Free,
        question("q1"),
    ];
    let saved: Vec<AnswerId> = fields.iter().map(|field| desk.save(entry, None, *field, "").id).collect();
    for (place, answer) in saved.iter().enumerate() {
        for (other, field) in fields.iter().enumerate() {
            let outcome = desk.try_save(entry, Some(*answer), *field, "");
            let expected = if place == other { Ok(*answer) } else { Err(JournalError::AnswerGone) };
            assert_eq!(outcome.map(|answer| answer.id), expected, "{field:?} into {:?}", fields[place]);
        }
    }
    assert_eq!(desk.journal.entry(entry).expect("entry").answers.len(), 1 + fields.len());
}

#[test]
fn a_day_that_is_none_is_refused_and_changes_nothing() {
    let mut desk = Desk::new();
    let entry = desk.start(sheet(guide()));
    for value in [CellValue::Date, CellValue::LookBack] {
        let field = Field::Cell(cell("dag", value));
        let saved = desk.save(entry, None, field, "2026-11-28");
        let before = desk.changes();
        for none in ["2026-02-30", "28-11-2026", "morgen", " ", "2026-11-28T00:00"] {
            for answer in [None, Some(saved.id)] {
                let refused = desk.try_save(entry, answer, field, none);
                assert_eq!(refused, Err(JournalError::DayUnusable), "{none:?}");
            }
        }
        assert_eq!(desk.changes(), before);
        let read = desk.journal.entry(entry).expect("entry").answers;
        assert_eq!(read.last(), Some(&saved));
        assert_eq!(desk.save(entry, None, field, "").text, "", "a day can be taken back");
    }
}

#[test]
fn the_option_follows_the_last_choice() {
    let mut desk = Desk::new();
    let entry = desk.start(sheet(guide()));
    let choice = |option| Field::Cell(CellRef { value: CellValue::Choice { option }, ..SCHUURT });
    let option = |answer: crate::Answer| {
        let StoredField::Cell(Cell { value: StoredValue::Choice { option }, .. }) = answer.field else {
            panic!("a choice")
        };
        option
    };
    let first = desk.save(entry, None, choice(Some("schuurt")), "Het blijft schuren");
    let id = first.id;
    assert_eq!(option(first).as_deref(), Some("schuurt"));
    let next = desk.save(entry, None, choice(Some("klaar")), "Ik kan verder");
    assert_eq!((next.id, option(next).as_deref()), (id, Some("klaar")));
    // Two options may have one name.
    let named_alike = desk.save(entry, Some(id), choice(Some("klaar-2")), "Ik kan verder");
    assert_eq!(option(named_alike).as_deref(), Some("klaar-2"));
    // Its form is gone: the name is all there is.
    assert_eq!(option(desk.save(entry, Some(id), choice(None), "Ik kan verder")), None);
    desk.save(entry, Some(id), choice(Some("klaar")), "Ik kan verder");
    let none = desk.save(entry, Some(id), choice(Some("klaar")), "");
    assert_eq!((none.text.as_str(), option(none.clone())), ("", None), "without a text nothing is chosen");
    let before = desk.changes();
    desk.save(entry, Some(id), choice(None), "");
    assert_eq!(desk.changes(), before);
}

#[test]
fn labels_and_headings_are_stored_once_and_go_with_the_last_that_uses_them() {
    let mut desk = Desk::new();
    let (one, other) = (desk.start(sheet(guide())), desk.start(sheet(guide())));
    // A label here is a heading there, and the person's own question too.
    let turned = CellRef { label: "Mijn beeld", heading: Some("Wat is het probleem?"), ..IK };
    desk.save(one, None, Field::Cell(IK), "");
    desk.save(one, None, text_cell("feiten", 0), "");
    desk.save(other, None, Field::Cell(turned), "");
    desk.save(other, None, look_back("dag"), "2026-11-28");
    let page = desk.start(guide());
    let own = desk.save(page, None, Field::Own { wording: "Wat speelt er?" }, "").id;
    let all = ["Mijn beeld", "Wat is het probleem?", "Wat merkte je ervan?", "Wat speelt er?"];
    assert_eq!(wordings(&desk), all);
    desk.journal.erase(one).expect("erase");
    assert_eq!(wordings(&desk), all, "others use them");
    // A person's own question that was reworded was a label too.
    desk.save(page, Some(own), Field::Own { wording: "En nu?" }, "");
    assert_eq!(wordings(&desk), ["En nu?", all[0], all[1], all[2], all[3]]);
    desk.save(page, Some(own), Field::Own { wording: all[2] }, "");
    desk.save(page, Some(own), Field::Own { wording: "En nu?" }, "");
    assert_eq!(wordings(&desk), ["En nu?", all[0], all[1], all[2], all[3]], "it is a heading still");
    desk.journal.erase(other).expect("erase");
    assert_eq!(wordings(&desk), ["En nu?"]);
    desk.journal.erase(page).expect("erase");
    assert_eq!(wordings(&desk), [""; 0]);
}

#[test]
fn a_list_shows_a_sheet_by_its_name_and_its_first_words() {
    let mut desk = Desk::new();
    let entry = desk.start(sheet(about("2026-11-20", "gesprek", Some("Blauwe Reiger"))));
    let page = desk.write(free_page(), "geen blad");
    let excerpt = |desk: &Desk| {
        let row = desk.journal.entries(None, 9).expect("list").pop().expect("two");
        assert_eq!((row.entry, row.sheet.as_deref()), (entry, Some("Dilemmablad")));
        row.excerpt
    };
    assert_eq!(excerpt(&desk), "");
    desk.save(entry, None, Field::Feeling, "rustig");
    assert_eq!(excerpt(&desk), "rustig");
    desk.save(entry, None, Field::Cell(cell("dag", CellValue::Date)), "2026-11-28");
    assert_eq!(excerpt(&desk), "2026-11-28");
    desk.save(entry, None, Field::Cell(SCHUURT), "Het blijft schuren");
    desk.save(entry, None, text_cell("feiten", 0), " \n");
    assert_eq!(excerpt(&desk), "2026-11-28");
    desk.save(entry, None, text_cell("feiten", 1), "Een brief kwam niet aan.");
    desk.save(entry, None, text_cell("regels", 0), "Tien dagen.");
    assert_eq!(excerpt(&desk), "Een brief kwam niet aan.");

    let names =
        |rows: Vec<crate::Row>| -> Vec<Option<String>> { rows.into_iter().map(|row| row.sheet).collect() };
    let (title, today) = (Some("Dilemmablad".to_owned()), "2027-05-15".parse().expect("a day"));
    let some = [title.clone()];
    assert_eq!(names(desk.journal.entries(None, 9).expect("list")), [None, title.clone()]);
    assert_eq!(names(desk.journal.search("brief", 9).expect("search")), some);
    let alias = crate::Alias::parse("Blauwe Reiger").expect("usable");
    let under = desk.journal.alias_entries(&alias, Term(180), today, None, 9).expect("read");
    assert_eq!(under[0].row.sheet, title);
    assert!(under[0].going.is_some() && !under[0].in_bin);
    let leaving = desk.journal.leaving(Term(180), today).expect("told");
    assert_eq!(names(leaving.into_iter().map(|leaving| leaving.row).collect()), some);
    let texts = desk.journal.texts(None, 9).expect("read").pop().expect("two");
    assert_eq!(texts.row.sheet, title);
    assert_eq!(
        texts.texts,
        ["rustig", " \n", "Een brief kwam niet aan.", "Tien dagen."],
        "a day and an option are nobody's words"
    );
    for gone in [entry, page] {
        desk.journal.delete(gone, at("2026-11-21T17:00:00+01:00")).expect("delete");
    }
    let bin = desk.journal.bin().expect("bin");
    assert_eq!(names(bin.into_iter().map(|bin| bin.row).collect()), [None, title]);
}

#[test]
fn what_was_written_in_a_sheet_is_found_and_what_was_asked_is_not() {
    let mut desk = Desk::new();
    let entry = desk.start(sheet(guide()));
    desk.save(entry, None, Field::Cell(IK), "een kale muur");
    desk.save(entry, None, Field::Cell(SCHUURT), "Het blijft schuren");
    let of = desk.save(entry, None, look_back("dag"), "2026-11-28").id;
    let due = "2026-11-28".parse().expect("a day");
    let told = Field::LookBack { of, due, asks: "Wat merkte je ervan?" };
    desk.save(entry, None, told, "minder ruzie");
    for asked in ["kale", "schuren", "2026-11-28", "ruzie", "muur minder"] {
        assert_eq!(desk.journal.search(asked, 5).expect("search").len(), 1, "{asked}");
    }
    for asked in ["probleem", "beeld", "merkte", "dilemmablad", "schuurt"] {
        assert_eq!(desk.journal.search(asked, 5).expect("search"), [], "{asked}");
    }
    desk.check_index();
}

#[test]
fn what_stands_in_a_sheet_is_in_no_log() {
    const SECRET: &str = "GEHEIM";
    let mut desk = Desk::new();
    let mut new = sheet(guide());
    new.title = Some(SECRET.into());
    let entry = desk.journal.start_entry(new.clone(), at("2026-11-21T16:50:00+01:00")).expect("start").id;
    let place = CellRef { label: SECRET, heading: Some(SECRET), column: Some(SECRET), field: SECRET, ..IK };
    let chosen = CellRef { value: CellValue::Choice { option: Some(SECRET) }, ..place };
    for place in [place, chosen] {
        let save = SaveAnswer { entry, answer: None, field: Field::Cell(place), text: SECRET };
        let saved = desk.journal.save_answer(save, at("2026-11-21T16:50:00+01:00")).expect("saved");
        let StoredField::Cell(cell) = &saved.field else { panic!("a cell") };
        let all = format!("{place:?} {save:?} {saved:?} {:?} {cell:?} {:?}", saved.field, cell.value);
        assert!(!all.contains(SECRET), "{all}");
    }
    let again = CellRef { value: CellValue::LookBack, ..place };
    let of = desk.save(entry, None, Field::Cell(again), "2026-11-28").id;
    let due = "2026-11-28".parse().expect("a day");
    let told = Field::LookBack { of, due, asks: SECRET };
    let open = desk.journal.look_backs(9).expect("read");
    assert_eq!((open[0].title.as_str(), open[0].asks.as_str()), (SECRET, SECRET));
    let saved = desk.save(entry, None, told, SECRET);
    let read = desk.journal.entry(entry).expect("entry");
    let rows = desk.journal.entries(None, 9).expect("list");
    let sheets = desk.journal.sheets("basis", "dilemma", 9).expect("read");
    let all = format!("{new:?} {told:?} {open:?} {saved:?} {:?} {read:?} {rows:?} {sheets:?}", saved.field);
    assert!(!all.contains(SECRET), "{all}");
}
