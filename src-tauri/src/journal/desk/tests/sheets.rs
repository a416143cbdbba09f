//! Sheets: filled in, read back, carried out, and readable when their pack is gone.

use super::{
    packs::{HOUSE, add, with_house},
    *,
};
use crate::journal::{marks, view::cells::Part};

pub fn key(form: &str) -> FormKey {
    FormKey { pack: "dorpskern".to_owned(), form: form.to_owned() }
}

pub fn sheet(form: &str, contact: Option<ContactDraft>) -> StartEntry {
    StartEntry { contact, sitting: None, form: Form::Sheet, sheet: Some(key(form)), question: None }
}

fn with_beuk(day: &str) -> Option<ContactDraft> {
    Some(ContactDraft { kind: "voortgang".to_owned(), ..contact(day, Some("stille beuk")) })
}

pub fn cell(field: &str) -> AnswerField {
    AnswerField::Cell { field: field.to_owned(), column: None, row: 0, option: None }
}

fn at(field: &str, column: Option<&str>, row: u32) -> AnswerField {
    AnswerField::Cell { field: field.to_owned(), column: column.map(str::to_owned), row, option: None }
}

fn chosen(field: &str, column: Option<&str>, option: &str) -> AnswerField {
    let column = column.map(str::to_owned);
    AnswerField::Cell { field: field.to_owned(), column, row: 0, option: Some(option.to_owned()) }
}

fn try_save(
    desk: &mut Desk,
    view: &EntryView,
    field: AnswerField,
    text: &str,
) -> Result<AnswerSaved, Failure> {
    desk.save_answer(SaveAnswer { entry: view.entry, answer: None, field, text: text.to_owned() })
}

/// Label, heading, row and text of each cell, in the order of the steps.
fn cells_of(view: &EntryView) -> Vec<(String, Option<String>, u32, String)> {
    let cells = view.steps.iter().filter_map(|step| {
        let StepField::Cell { cell } = &step.field else { return None };
        let text = step.answer.as_ref().expect("what was answered").text.clone();
        Some((cell.label.clone(), cell.heading.clone(), cell.row, text))
    });
    cells.collect()
}

fn row(label: &str, heading: Option<&str>, row: u32, text: &str) -> (String, Option<String>, u32, String) {
    (label.to_owned(), heading.map(str::to_owned), row, text.to_owned())
}

/// A sheet with something in each of its fields, saved in another order than that of the form.
pub fn filled(open: &mut Desk) -> EntryView {
    let view = open.start_entry(sheet("dk-keuze", with_beuk("2026-03-09"))).expect("a sheet");
    save(open, &view, cell("kijk"), "2026-04-06");
    save(open, &view, at("beelden", Some("ander"), 1), "Het past.");
    save(open, &view, at("beelden", Some("ik"), 1), "Ik twijfel.");
    save(open, &view, at("beelden", Some("ik"), 0), "Het kan.");
    save(open, &view, chosen("grond", Some("zelf"), "zelf"), "De inwoner zelf");
    save(open, &view, chosen("grond", Some("kennis"), "kennis"), "Kennis");
    save(open, &view, chosen("stand", None, "schuurt"), "wat er op het scherm stond");
    save(open, &view, at("opties", None, 1), "Niets doen.");
    save(open, &view, at("opties", None, 0), "Wachten.");
    save(open, &view, cell("besproken"), "2026-03-02");
    save(open, &view, cell("gekozen"), "Een proefplaats 🙂.");
    view
}

fn as_filled() -> Vec<(String, Option<String>, u32, String)> {
    let images = "Wie ziet wat?";
    let ground = "Waar komt je keuze vandaan?";
    vec![
        row("Wat kies je met de inwoner?", None, 0, "Een proefplaats 🙂."),
        row("Wat kon er nog meer?", None, 0, "Wachten."),
        row("Wat kon er nog meer?", None, 1, "Niets doen."),
        row(images, Some("Ik denk"), 0, "Het kan."),
        row(images, Some("Ik denk"), 1, "Ik twijfel."),
        row(images, Some("De inwoner zegt"), 1, "Het past."),
        row(ground, None, 0, "Kennis"),
        row(ground, None, 0, "De inwoner zelf"),
        row("Hoe staat het?", None, 0, "Blijft schuren"),
        row("Wanneer sprak je de inwoner?", None, 0, "2026-03-02"),
        row("Wanneer kijk je terug?", Some("Wat kwam er van de keuze?"), 0, "2026-04-06"),
    ]
}

#[test]
fn a_sheet_is_read_back_in_the_order_of_its_form() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = with_house(&vault, &clock);
    let view = filled(&mut open);
    assert_eq!((view.form, view.day.0.as_str(), view.steps.len()), (Form::Sheet, "2026-03-09", 0));
    let form = view.sheet.clone().expect("its form");
    assert_eq!((form.form, form.title.as_str()), (key("dk-keuze"), "Keuze van een instrument"));
    assert_eq!(
        form.explanation.as_deref(),
        Some("Je kiest iets en kijkt later terug. De inwoner praat mee.")
    );
    assert_eq!((form.about, form.person_free, form.compare), (FormAbout::Contact, false, true));
    assert_eq!(form.fields.len(), 7);
    assert_eq!(form.fields[0].suggestions, ["Proefplaats", "Taalmaatje"]);
    assert_eq!(form.fields[1].suggestions, [""; 0]);
    let FieldShape::Date { asks, proposed } = &form.fields[6].shape else { panic!("a day") };
    assert_eq!(asks.as_deref(), Some("Wat kwam er van de keuze?"));
    assert_eq!(proposed, &Some(Day("2026-04-06".to_owned())));

    let now = read(&mut open, &view);
    assert_eq!(cells_of(&now), as_filled());
    assert!(now.steps.iter().all(|step| matches!(step.field, StepField::Cell { .. })), "nothing else");
    let StepField::Cell { cell } = &now.steps[8].field else { panic!("a cell") };
    assert_eq!((cell.value, cell.option.as_deref()), (CellValue::Choice, Some("schuurt")));
    let StepField::Cell { cell } = &now.steps[10].field else { panic!("a cell") };
    assert_eq!((cell.value, cell.option.as_deref()), (CellValue::LookBack, None));
    let listed = open.list_entries(ListEntries { after: None }).expect("a list").rows.remove(0);
    assert_eq!(listed.sheet.as_deref(), Some("Keuze van een instrument"));

    // A choice and a day can be taken back.
    save(
        &mut open,
        &view,
        AnswerField::Cell { field: "stand".to_owned(), column: None, row: 0, option: None },
        "",
    );
    save(&mut open, &view, at("kijk", None, 0), "");
    let now = read(&mut open, &view);
    let StepField::Cell { cell } = &now.steps[8].field else { panic!("a cell") };
    assert_eq!(cell.option, None);
    assert_eq!(now.steps[8].answer.as_ref().map(|answer| answer.text.as_str()), Some(""));
    assert_eq!(open.list_look_backs(()).expect("a list").look_backs, []);
}

#[test]
fn what_a_form_does_not_have_is_refused() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = with_house(&vault, &clock);
    let view = open.start_entry(sheet("dk-keuze", with_beuk("2026-03-09"))).expect("a sheet");
    for field in [
        cell("weg"),
        at("gekozen", None, 1),
        at("gekozen", Some("ik"), 0),
        at("beelden", None, 0),
        at("beelden", Some("derde"), 0),
        chosen("stand", None, "weg"),
        chosen("grond", Some("weg"), "weg"),
    ] {
        assert_eq!(try_save(&mut open, &view, field.clone(), "x"), Err(Failure::UnknownForm), "{field:?}");
    }
    assert_eq!(try_save(&mut open, &view, cell("stand"), "Klaar"), Err(Failure::UnknownForm), "no option");
    for day in ["morgen", "2026-02-30", "6-4-2026"] {
        assert_eq!(try_save(&mut open, &view, cell("kijk"), day), Err(Failure::OutOfTurn));
    }
    let page = open.start_entry(free_page()).expect("a page");
    assert_eq!(try_save(&mut open, &page, cell("gekozen"), "x"), Err(Failure::UnknownForm));
    assert_eq!(open.start_entry(sheet("weg", None)), Err(Failure::UnknownForm));
    for request in [
        StartEntry { sheet: None, ..sheet("dk-keuze", None) },
        StartEntry { form: Form::Guide, ..sheet("dk-keuze", None) },
        StartEntry { form: Form::FreePage, ..sheet("dk-keuze", None) },
    ] {
        assert_eq!(open.start_entry(request), Err(Failure::OutOfTurn));
    }
}

#[test]
fn a_sheet_outlives_its_pack_and_can_be_written_on() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = with_house(&vault, &clock);
    let view = filled(&mut open);
    open.remove_pack(PackRequest { pack: "dorpskern".to_owned() }).expect("removed");
    lock(open);

    let mut open = desk(&vault, &clock);
    let later = read(&mut open, &view);
    let form = later.sheet.clone().expect("its name");
    assert_eq!((form.title.as_str(), form.fields.len()), ("Keuze van een instrument", 0));
    assert_eq!((form.about, form.person_free, form.explanation), (FormAbout::Contact, false, None));
    let mut known = as_filled();
    let mut there = cells_of(&later);
    assert_eq!(there[0].3, "2026-04-06", "in the order of saving");
    known.sort();
    there.sort();
    assert_eq!(there, known);

    save(&mut open, &view, cell("gekozen"), "Toch een taalmaatje.");
    save(&mut open, &view, at("beelden", Some("ik"), 0), "Het kon.");
    save(&mut open, &view, cell("kijk"), "2026-04-13");
    save(&mut open, &view, AnswerField::Free, "Los erbij.");
    assert_eq!(try_save(&mut open, &view, at("beelden", Some("ik"), 2), "x"), Err(Failure::UnknownForm));
    assert_eq!(
        try_save(&mut open, &view, chosen("stand", None, "klaar"), "Klaar"),
        Err(Failure::UnknownForm)
    );
    save(&mut open, &view, cell("stand"), "");
    let later = read(&mut open, &view);
    assert_eq!(cells_of(&later).len(), 11);
    assert!(cells_of(&later).contains(&row("Wat kies je met de inwoner?", None, 0, "Toch een taalmaatje.")));
    assert!(cells_of(&later).contains(&row("Hoe staat het?", None, 0, "")));
    let back = open.list_look_backs(()).expect("a list").look_backs.remove(0);
    assert_eq!((back.due.0.as_str(), back.asks.as_str()), ("2026-04-13", "Wat kwam er van de keuze?"));

    // With the pack it is what it was.
    add(&mut open, HOUSE);
    assert_eq!(cells_of(&read(&mut open, &view))[0].3, "Toch een taalmaatje.");
    assert_eq!(read(&mut open, &view).sheet.expect("its form").fields.len(), 7);
}

#[test]
fn a_form_that_changed_keeps_what_was_written() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = with_house(&vault, &clock);
    let view = open.start_entry(sheet("dk-keuze", with_beuk("2026-03-09"))).expect("a sheet");
    let answer = save(&mut open, &view, cell("gekozen"), "Een proefplaats.").answer;
    let next = HOUSE.replace(
        "shape = \"text\"\nsuggest = \"instruments\"",
        "shape = \"choice\"\noptions = [{ id = \"a\", label = \"A\" }, { id = \"b\", label = \"B\" }]",
    );
    assert_ne!(next, HOUSE);
    add(&mut open, &next);
    let on = SaveAnswer {
        entry: view.entry,
        answer: Some(answer),
        field: cell("gekozen"),
        text: "Een proefplaats, toch.".to_owned(),
    };
    assert_eq!(open.save_answer(on).map(|saved| saved.answer), Ok(answer));
    let chosen = save(&mut open, &view, chosen("gekozen", None, "b"), "B").answer;
    assert_ne!(chosen, answer);
    let texts: Vec<String> = cells_of(&read(&mut open, &view)).into_iter().map(|cell| cell.3).collect();
    assert_eq!(texts, ["Een proefplaats, toch.", "B"]);
}

#[test]
fn what_is_about_nobody_has_no_contact_and_a_week_has_no_alias() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = with_house(&vault, &clock);
    let with_contact = open.start_entry(sheet("dk-teamkaart", with_beuk("2026-03-09")));
    assert_eq!(with_contact, Err(Failure::FormWithoutPerson));
    let card = open.start_entry(sheet("dk-teamkaart", None)).expect("a sheet");
    let change = |entry, kind: &str, alias: Option<&str>| ChangeEntry {
        entry,
        day: Day("2026-03-08".to_owned()),
        kind: Some(kind.to_owned()),
        alias: alias.map(str::to_owned),
    };
    assert_eq!(open.change_entry(change(card.entry, "voortgang", None)), Err(Failure::FormWithoutPerson));
    let moved = ChangeEntry { kind: None, ..change(card.entry, "", None) };
    assert_eq!(open.change_entry(moved).expect("another day").day.0, "2026-03-08");

    let week = |alias: Option<&str>| {
        let contact = ContactDraft { kind: "dorpsweek".to_owned(), ..contact("2026-03-09", alias) };
        StartEntry { contact: Some(contact), ..start(5, true) }
    };
    assert_eq!(open.start_entry(week(Some("stille beuk"))), Err(Failure::FormWithoutPerson));
    let view = open.start_entry(week(None)).expect("an entry");
    assert_eq!(questions(&view), ["DK2"], "asked of a month or a week");
    let sitting = view.sitting.expect("a sitting");
    assert_eq!((sitting.baggage, sitting.young, sitting.mood), (None, false, Some(Mood::Touched)));
    for kind in ["dorpsweek", "voortgang"] {
        let changed = open.change_entry(change(view.entry, kind, Some("stille beuk")));
        assert_eq!(changed.is_err(), kind == "dorpsweek");
    }
    let back = open.change_entry(change(view.entry, "dorpsweek", Some("stille beuk")));
    assert_eq!(back, Err(Failure::FormWithoutPerson));
}

#[test]
fn what_was_prepared_stands_beside_what_came_of_it() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = with_house(&vault, &clock);
    let far = open.start_entry(sheet("dk-voorbereiden", with_beuk("2027-04-09")));
    assert_eq!(far, Err(Failure::OutOfTurn), "more than a year ahead");
    let before = open.start_entry(sheet("dk-voorbereiden", with_beuk("2026-03-12"))).expect("a sheet");
    assert_eq!(before.sheet.as_ref().map(|form| form.about), Some(FormAbout::ComingContact));
    let change = ChangeEntry {
        entry: before.entry,
        day: Day("2027-04-09".to_owned()),
        kind: Some("voortgang".to_owned()),
        alias: Some("stille beuk".to_owned()),
    };
    assert_eq!(open.change_entry(change), Err(Failure::OutOfTurn));
    save(&mut open, &before, cell("verwacht"), "Ik verwacht weerstand.");
    save(&mut open, &before, AnswerField::Free, "En ik ben moe.");
    clock.advance_days(3);
    let mut after = start(5, false);
    after.contact = with_beuk("2026-03-12");
    let view = open.start_entry(after).expect("an entry");
    let line = |label: &str, text: &str| SheetLine { label: label.to_owned(), text: text.to_owned() };
    let prepared = PreparedView {
        entry: before.entry,
        day: Day("2026-03-12".to_owned()),
        lines: vec![line("Wat verwacht je?", "Ik verwacht weerstand."), line("Verder", "En ik ben moe.")],
    };
    assert_eq!(view.prepared, Some(prepared.clone()));
    // It is read there, in the words of the day, also without its pack.
    open.remove_pack(PackRequest { pack: "dorpskern".to_owned() }).expect("removed");
    assert_eq!(read(&mut open, &view).prepared, Some(prepared));
    open.delete_entry(EntryRequest { entry: before.entry }).expect("in the bin");
    assert_eq!(read(&mut open, &view).prepared, None);
}

#[test]
fn sheets_of_one_form_stand_beside_each_other() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = with_house(&vault, &clock);
    let first = filled(&mut open);
    let second = open.start_entry(sheet("dk-keuze", None)).expect("a sheet");
    save(&mut open, &second, cell("gekozen"), "Niets.");
    save(&mut open, &second, at("opties", None, 0), "");
    save(&mut open, &second, AnswerField::Free, "Nog iets.");
    open.start_entry(sheet("dk-teamkaart", None)).expect("another form");
    let sheets = open.list_sheets(key("dk-keuze")).expect("a list").sheets;
    assert_eq!(sheets.iter().map(|sheet| sheet.entry).collect::<Vec<_>>(), [second.entry, first.entry]);
    assert_eq!((sheets[0].alias.as_deref(), sheets[1].alias.as_deref()), (None, Some("stille beuk")));
    let texts: Vec<&str> =
        sheets[0].steps.iter().filter_map(|step| Some(step.answer.as_ref()?.text.as_str())).collect();
    assert_eq!(texts, ["Niets.", "Nog iets."], "only what was written");
    assert_eq!(sheets[1].steps.len(), 11);
}

#[test]
fn only_what_holds_no_person_is_carried_out() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = with_house(&vault, &clock);
    let person = filled(&mut open);
    let refused = |open: &mut Desk, entry| open.sheet_page(EntryRequest { entry }).err();
    assert_eq!(refused(&mut open, person.entry), Some(Failure::OutOfTurn));
    let page = open.start_entry(free_page()).expect("a page");
    assert_eq!(refused(&mut open, page.entry), Some(Failure::OutOfTurn));

    let card = open.start_entry(sheet("dk-teamkaart", None)).expect("a sheet");
    save(&mut open, &card, at("wie", Some("zij"), 2), "Rust.");
    save(&mut open, &card, at("wie", Some("wij"), 0), "Tempo.");
    save(&mut open, &card, at("wie", Some("wij"), 1), "");
    save(&mut open, &card, cell("speelt"), "Twee brieven op één dag.");
    save(&mut open, &card, AnswerField::Free, "Los van stille beuk.");
    let made = open.sheet_page(EntryRequest { entry: card.entry }).expect("a page");
    assert_eq!(made.title, "Teamkaart");
    let own = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let [
        Part::Texts { label, texts },
        Part::Table { label: who, headings, rows },
        Part::Texts { label: free, texts: loose },
    ] = made.parts.as_slice()
    else {
        panic!("three parts")
    };
    assert_eq!((label.as_str(), texts), ("Wat speelt er?", &own(&["Twee brieven op één dag."])));
    assert_eq!((who.as_str(), headings, free.as_str()), ("Wie wil wat?", &own(&["Wij", "Zij"]), "Verder"));
    assert_eq!(rows, &[own(&["Tempo.", ""]), own(&["", "Rust."])]);
    assert_eq!(loose, &own(&["Los van een inwoner."]), "no alias is carried out");
    open.mark_carried_out(&[Id(card.entry.0)]).expect("noted");
    assert_eq!(read(&mut open, &card).status.carried_out_on, Some(Day("2026-03-09".to_owned())));
    open.delete_entry(EntryRequest { entry: card.entry }).expect("in the bin");
    assert_eq!(refused(&mut open, card.entry), Some(Failure::EntryInBin));
    open.restore_entry(EntryRequest { entry: card.entry }).expect("back");
    open.remove_pack(PackRequest { pack: "dorpskern".to_owned() }).expect("removed");
    assert_eq!(refused(&mut open, card.entry), Some(Failure::OutOfTurn), "nobody says any more that it may");
}

#[test]
fn what_was_written_in_a_sheet_is_mirrored_and_stands_in_the_overview() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = with_house(&vault, &clock);
    let view = filled(&mut open);
    let kijk = read(&mut open, &view).steps[10].answer.as_ref().expect("the day").answer;
    let due = Day("2026-04-06".to_owned());
    save(&mut open, &view, AnswerField::LookBack { look_back: Some(kijk), due }, "Fatima kwam terug.");
    let texts = open.texts_of(view.entry).expect("texts");
    assert_eq!(texts.len(), 7, "no choice and no day: {texts:?}");
    let detector = privacy::Detector::shipped();
    let kinds = marks::kinds(&texts.iter().flat_map(|text| detector.find(text)).collect::<Vec<_>>());
    assert_eq!(kinds, [FindingKind::Name]);
    let mut all = open.texts(None, 1).expect("the newest").remove(0).texts;
    let mut texts = texts;
    all.sort();
    texts.sort();
    assert_eq!(all, texts);

    let alias = ::journal::Alias::parse("stille beuk").expect("an alias");
    let (overview, _) = open.overview(&alias).expect("an overview");
    let written = &overview.entries[0];
    assert_eq!(written.title.as_deref(), Some("Keuze van een instrument"));
    assert_eq!(written.said.len(), 12);
    let is_day = |asked: &crate::overview::Asked| matches!(asked, crate::overview::Asked::Day { .. });
    assert_eq!(written.said.iter().filter(|said| is_day(&said.asked)).count(), 2);
}

/// A place of each kind that a field has, with what may be written there.
fn places(field: &SheetField) -> Vec<(AnswerField, String)> {
    let (id, rows) = (field.id.as_str(), |repeated: bool| if repeated { 0..3 } else { 0..1 });
    match &field.shape {
        FieldShape::Text { repeated } => {
            rows(*repeated).map(|row| (at(id, None, row), format!("{id} {row}"))).collect()
        }
        FieldShape::Columns { columns, repeated } => rows(*repeated)
            .flat_map(|row| columns.iter().map(move |column| (row, &column.id)))
            .map(|(row, column)| (at(id, Some(column), row), format!("{id} {row} {column}")))
            .collect(),
        FieldShape::Choice { options, many } => {
            let chosen_of = |option: &Labelled| {
                let column = many.then_some(option.id.as_str());
                (chosen(id, column, &option.id), option.label.clone())
            };
            options.iter().take(if *many { options.len() } else { 1 }).map(chosen_of).collect()
        }
        FieldShape::Date { .. } => vec![(cell(id), "2026-04-06".to_owned())],
    }
}

#[test]
fn every_sheet_that_ships_can_be_filled_in_and_read_back() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    for language in [Language::Nl, Language::En] {
        let appearance = Appearance { language, ..open.settings.appearance };
        open.change_settings(Settings { appearance, ..open.settings.clone() }).expect("settings");
        let forms = open.read_handbook(()).expect("the handbook").forms;
        assert!(!forms.is_empty());
        for form in forms {
            let contact =
                (form.about != FormAbout::Nobody).then(|| contact("2026-03-09", Some("stille beuk")));
            let name = form.form.form.clone();
            let request = StartEntry { sheet: Some(form.form), ..sheet("", contact) };
            let view = open.start_entry(request).expect("a sheet");
            let fields = view.sheet.clone().expect("its form").fields;
            let mut written: Vec<(AnswerField, String)> = fields.iter().flat_map(places).collect();
            // Who fills it in begins where he likes.
            written.reverse();
            for (field, text) in &written {
                save(&mut open, &view, field.clone(), text);
            }
            written.reverse();
            let texts: Vec<String> = written.into_iter().map(|(_, text)| text).collect();
            let read_back = cells_of(&read(&mut open, &view));
            assert_eq!(
                read_back.iter().map(|cell| &cell.3).collect::<Vec<_>>(),
                texts.iter().collect::<Vec<_>>(),
                "{name}"
            );
            assert!(
                read_back.iter().all(|(label, ..)| !label.contains('{')),
                "a placeholder is left in {name}"
            );
            let page = open.sheet_page(EntryRequest { entry: view.entry });
            assert_eq!(page.is_ok(), form.person_free, "{name}");
            assert!(!form.person_free || view.contact.is_none(), "{name}");
        }
    }
}

#[test]
fn a_form_may_be_called_as_what_is_none() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    for name in [GUIDE, FREE_PAGE] {
        let named = HOUSE.replace("id = \"dk-keuze\"", &format!("id = \"{name}\""));
        add(&mut open, &named);
        let view = open.start_entry(sheet(name, with_beuk("2026-03-09"))).expect("a sheet");
        save(&mut open, &view, cell("gekozen"), "Iets.");
        let now = read(&mut open, &view);
        assert_eq!((now.form, now.steps.len(), questions(&now).len()), (Form::Sheet, 1, 0));
    }
    let guide = open.start_entry(start(5, false)).expect("an entry");
    assert_eq!((guide.form, guide.sheet), (Form::Guide, None));
}
