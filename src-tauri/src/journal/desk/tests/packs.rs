//! Packs of an organisation: looked over, added, used, switched and removed.

use std::fs;

use super::*;
use crate::journal::{carrying, pack_fault};

pub const HOUSE: &str = include_str!("house.toml");

pub fn check(desk: &mut Desk, text: &str) -> PackChecked {
    desk.look_over_pack("dorpskern.toml".to_owned(), text.to_owned()).expect("it is looked over")
}

pub fn add(desk: &mut Desk, text: &str) -> PackList {
    let PackChecked::Fits { preview, .. } = check(desk, text) else {
        panic!("it fits: {:?}", check(desk, text));
    };
    desk.add_pack(PackRequest { pack: preview.head.id }).expect("it is added")
}

pub fn with_house(vault: &TempVault, clock: &FixedClock) -> Desk {
    let mut open = desk(vault, clock);
    add(&mut open, HOUSE);
    open
}

fn house() -> PackRequest {
    PackRequest { pack: "dorpskern".to_owned() }
}

fn switch(desk: &mut Desk, on: bool) -> Result<PackList, Failure> {
    desk.switch_pack(SwitchPack { pack: "dorpskern".to_owned(), on })
}

fn in_english(text: &str) -> String {
    let words = text.replace("{inwoner}", "{resident}").replace("{consulent}", "{case worker}");
    words.replace("language = \"nl\"", "language = \"en\"")
}

fn speak(desk: &mut Desk, language: Language) {
    let appearance = Appearance { language, ..desk.settings.appearance };
    let settings = Settings { appearance, ..desk.settings.clone() };
    desk.change_settings(settings).expect("settings");
}

/// The first fault, without its line.
fn refused(checked: PackChecked) -> (PackFaultCode, Option<String>) {
    let PackChecked::Refused { fault, .. } = checked else { panic!("it is refused: {checked:?}") };
    (fault.code, fault.value)
}

#[test]
fn a_pack_is_looked_over_and_nothing_is_added_before_it_is_asked_for() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let PackChecked::Fits { file, preview } = check(&mut open, HOUSE) else { panic!("it fits") };
    assert_eq!(file, "dorpskern.toml");
    assert_eq!((preview.head.name.as_str(), preview.language), ("Gemeente Dorpskern", Language::Nl));
    assert_eq!((preview.replaces, preview.longest_days), (None, Some(45)));
    assert_eq!(preview.kinds, ["Terugblik op de week"]);
    assert_eq!(preview.questions[0], "Wat deed het dorp met jouw contact?");
    assert_eq!(preview.forms, ["Keuze van een instrument", "Voorbereiden", "Teamkaart", "Wat neem je mee?"]);
    assert_eq!((preview.methods, preview.terms), (vec!["Rondje".to_owned()], vec!["maatwerk".to_owned()]));
    assert_eq!(preview.instruments[1].label, "Taalmaatje");
    assert_eq!(preview.safety.as_deref(), Some("Bel het team van de inwoner."));
    let about_kinds = |code| matches!(code, PackAdviceCode::NoIntention | PackAdviceCode::FewQuestions);
    let of_kinds = preview.advice.iter().filter(|advice| about_kinds(advice.code));
    assert!(
        of_kinds.clone().all(|advice| advice.value.as_deref() == Some("dorpsweek")),
        "{:?}",
        preview.advice
    );
    assert_eq!(open.list_packs(()).expect("a list").packs.len(), 1);
    assert_eq!(open.store.packs().expect("a list"), []);

    let other = PackRequest { pack: "iets-anders".to_owned() };
    assert_eq!(open.add_pack(other), Err(Failure::PackNotAtHand));
    assert_eq!(open.add_pack(house()), Err(Failure::PackNotAtHand), "it was put aside");
    let list = add(&mut open, HOUSE);
    let row = |row: &PackRow| (row.head.id.clone(), row.languages.clone(), row.built_in, row.on);
    let both = vec![Language::Nl, Language::En];
    assert_eq!(
        list.packs.iter().map(row).collect::<Vec<_>>(),
        [
            ("dichterbij".to_owned(), both, true, true),
            ("dorpskern".to_owned(), vec![Language::Nl], false, true)
        ]
    );
    assert_eq!(open.add_pack(house()), Err(Failure::PackNotAtHand), "once is once");
    let next = HOUSE.replace("1.2.0", "1.3.0");
    let PackChecked::Fits { preview, .. } = check(&mut open, &next) else { panic!("it fits") };
    assert_eq!(preview.replaces.as_deref(), Some("1.2.0"));
    assert_eq!(add(&mut open, &next).packs[1].head.version, "1.3.0");
    lock(open);
    assert_eq!(desk(&vault, &clock).list_packs(()).expect("a list").packs[1].head.version, "1.3.0");
}

#[test]
fn what_a_pack_brings_is_used_and_its_answers_outlive_it() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = with_house(&vault, &clock);
    let kinds = open.opened().expect("the first screen").kinds;
    let week = kinds.iter().find(|kind| kind.id == "dorpsweek").expect("a kind");
    assert!(!week.contact && kinds.iter().any(|kind| kind.contact));

    let now = QuestionKey { pack: "dorpskern".to_owned(), question: "DK1".to_owned() };
    let view = open.start_entry(StartEntry { question: Some(now.clone()), ..start(5, false) });
    let view = view.expect("an entry");
    assert_eq!(questions(&view)[0], "DK1");
    let StepField::Question { question: shown, .. } = &view.steps[0].field else { panic!("a question") };
    assert_eq!(shown.pack, "dorpskern");
    assert_eq!(shown.privacy.as_deref(), Some("Schrijf geen naam van een buur op."));
    let answer = view.steps[0].answer.as_ref().expect("it is there, empty").answer;
    let on = |text: &str| SaveAnswer {
        entry: view.entry,
        answer: Some(answer),
        field: question("DK1"),
        text: text.to_owned(),
    };
    open.save_answer(on("Iedereen wist het al.")).expect("saved");

    let list = open.remove_pack(house()).expect("removed");
    assert_eq!(list.packs.len(), 1);
    assert_eq!(open.remove_pack(house()), Err(Failure::PackGone));
    assert!(open.opened().expect("the first screen").kinds.iter().all(|kind| kind.id != "dorpsweek"));
    for _ in 0..2 {
        let later = read(&mut open, &view);
        let step =
            later.steps.iter().find(|step| step.answer.as_ref().is_some_and(|one| one.answer == answer));
        let step = step.expect("it is still there");
        let StepField::Question { question, .. } = &step.field else { panic!("a question") };
        assert_eq!(question.text, "Wat deed het dorp met jouw contact?");
        assert_eq!((question.pack.as_str(), &question.theme, &question.why), ("dorpskern", &None, &None));
        open.save_answer(on("Iedereen wist het al. Ik ook.")).expect("it can be written on");
    }
    let through = open.question_through_time(now).expect("its page");
    assert_eq!((through.question, through.rows.len()), (None, 1));
    assert_eq!(through.rows[0].text, "Iedereen wist het al. Ik ook.");
    lock(open);
    assert!(desk(&vault, &clock).list_packs(()).expect("a list").packs.len() == 1);
}

#[test]
fn the_rules_of_the_house_are_joined_and_an_other_language_shortens_too() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = with_house(&vault, &clock);
    let rules = open.house_rules();
    assert_eq!(rules.longest_days, Some(45));
    assert_eq!(rules.safety.as_deref(), Some("Bel het team van de inwoner."));
    assert_eq!(rules.protocol.as_deref(), Some("Bespreek een twijfel eerst met de kwaliteitsmedewerker."));

    let view = open.start_entry(start(5, false)).expect("an entry");
    speak(&mut open, Language::En);
    let going = read(&mut open, &view).going.expect("a term").day.0;
    assert_eq!(going, "2026-04-23", "after 45 days, in whatever language the window is");
    assert_eq!(open.house_rules(), rules, "the texts of the other language, where this one has none");
    assert!(open.wording().kinds().iter().all(|kind| kind.id != "dorpsweek"), "its questions are not asked");
    let row = open.list_packs(()).expect("a list").packs.remove(1);
    assert_eq!(
        (row.languages, row.on, row.head.name.as_str()),
        (vec![Language::Nl], true, "Gemeente Dorpskern")
    );

    let english = in_english(HOUSE).replace("longest_days = 45", "longest_days = 60");
    let english = english.replace("Bel het team van de", "Call the team of the");
    let row = add(&mut open, &english).packs.remove(1);
    assert_eq!(row.languages, [Language::Nl, Language::En]);
    assert_eq!(open.house_rules().longest_days, Some(45), "the shorter term, whatever its language");
    assert_eq!(open.house_rules().safety.as_deref(), Some("Call the team of the resident."));
    assert!(open.wording().kinds().iter().any(|kind| kind.id == "dorpsweek"));

    let list = switch(&mut open, false).expect("off");
    assert!(!list.packs[1].on);
    assert_eq!(open.house_rules(), HouseRules { longest_days: None, safety: None, protocol: None });
    lock(open);
    let mut open = desk(&vault, &clock);
    assert_eq!(open.house_rules().longest_days, None, "it stays off");
    switch(&mut open, true).expect("on");
    assert_eq!(open.house_rules().longest_days, Some(45));
}

#[test]
fn an_id_that_is_in_use_is_refused_with_its_place() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = with_house(&vault, &clock);
    let ours = HOUSE.replace("id = \"dorpskern\"", "id = \"dichterbij\"");
    assert_eq!(refused(check(&mut open, &ours)), (PackFaultCode::IdInUse, Some("dichterbij".to_owned())));

    let rival = HOUSE.replace("id = \"dorpskern\"", "id = \"stadskern\"");
    let PackChecked::Refused { file, fault } = check(&mut open, &rival) else { panic!("it is refused") };
    assert_eq!((file.as_str(), fault.code), ("dorpskern.toml", PackFaultCode::IdInUse));
    let id = fault.value.expect("the id");
    let line = rival.lines().nth(fault.line as usize - 1).expect("a line");
    assert!(line.contains(&format!("\"{id}\"")), "{id} in {line}");
    assert_eq!(open.add_pack(PackRequest { pack: "stadskern".to_owned() }), Err(Failure::PackNotAtHand));

    // While the other one is off there is room; both at once there is not.
    switch(&mut open, false).expect("off");
    let list = add(&mut open, &rival);
    assert_eq!(list.packs.iter().map(|row| row.on).collect::<Vec<_>>(), [true, false, true]);
    assert_eq!(switch(&mut open, true), Err(Failure::OutOfTurn));
    assert!(!open.list_packs(()).expect("a list").packs[1].on);
}

#[test]
fn what_the_store_holds_is_read_as_a_strangers_and_keeps_nobody_out() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    for (id, language, text) in [
        ("kapot", "nl", "dit is geen handboek"),
        ("vreemd", "fy", HOUSE),
        // It says that it is another one.
        ("vermomd", "nl", HOUSE),
        ("dichterbij", "nl", HOUSE),
    ] {
        open.store.add_pack(id, language, "0.1.0", text, clock.now()).expect("somebody put it there");
    }
    lock(open);
    let mut open = desk(&vault, &clock);
    let rows = open.list_packs(()).expect("a list").packs;
    let shown: Vec<_> = rows.iter().map(|row| (row.head.name.as_str(), row.on, row.built_in)).collect();
    assert_eq!(
        shown,
        [
            ("Dichterbij", true, true),
            ("kapot", false, false),
            ("vreemd", false, false),
            ("vermomd", false, false)
        ],
        "what calls itself ours is not shown twice"
    );
    assert_eq!((rows[1].head.version.as_str(), rows[2].languages.len()), ("0.1.0", 0));
    open.start_entry(start(5, false)).expect("an entry");
    open.switch_pack(SwitchPack { pack: "kapot".to_owned(), on: true }).expect_err("it does not read");
    open.switch_pack(SwitchPack { pack: "kapot".to_owned(), on: false }).expect("it is off");
    open.remove_pack(PackRequest { pack: "kapot".to_owned() }).expect("it can go");
    let gone = open.switch_pack(SwitchPack { pack: "kapot".to_owned(), on: true });
    assert_eq!(gone, Err(Failure::PackGone));
}

#[test]
fn of_a_file_no_more_is_told_than_its_name() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let folder = tempfile::tempdir().expect("a folder");
    let mut look = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("a file");
        match carrying::read(&path) {
            Ok((file, text)) => open.look_over_pack(file, text).expect("an answer"),
            Err(checked) => checked,
        }
    };
    let marked = [b"\xef\xbb\xbf".as_slice(), HOUSE.as_bytes()].concat();
    let PackChecked::Fits { file, .. } = look("met teken.toml", &marked) else { panic!("it fits") };
    assert_eq!(file, "met teken.toml");
    assert_eq!(look("geen tekst.toml", b"\xff\xfe["), PackChecked::Unreadable);
    let PackChecked::Refused { file, fault } = look("leeg.toml", b"") else { panic!("it is refused") };
    assert_eq!(
        (file.as_str(), fault.code, fault.key.as_deref()),
        ("leeg.toml", PackFaultCode::MissingKey, Some("pack"))
    );
    // Cut in the middle of a letter it is still known for what it is.
    let huge = "é".repeat(handbook::MAX_PACK_BYTES);
    let (code, _) = refused(look("groot.toml", huge.as_bytes()));
    assert_eq!(code, PackFaultCode::TooLarge);
    for path in [&folder.path().join("weg.toml"), folder.path()] {
        assert_eq!(carrying::read(path).err(), Some(PackChecked::Unreadable), "{}", path.display());
    }
}

#[test]
fn a_pack_that_builds_on_nothing_we_have_is_refused() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let other = HOUSE.replace("extends = \"dichterbij\"", "extends = \"verderaf\"");
    assert_eq!(refused(check(&mut open, &other)), (PackFaultCode::UnknownBase, Some("verderaf".to_owned())));
    let english = HOUSE.replace("language = \"nl\"", "language = \"en\"");
    let (code, _) = refused(check(&mut open, &english));
    assert_eq!(code, PackFaultCode::UnknownPlaceholder, "an English pack is read beside our English one");
}

#[test]
fn in_a_journal_that_is_only_read_packs_stay_as_they_are() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    lock(with_house(&vault, &clock));
    let unlocked = vault::Vault::at(vault.folder().clone()).unlock_to_read(vault.data_key());
    let store =
        Store::open_to_read(unlocked.map_err(|(_, error)| error).expect("it opens")).expect("a store");
    let mut reading = desk_over(store, &vault, &clock);
    reading.only_reading = Some(OnlyReading::Asked);
    assert_eq!(reading.list_packs(()).expect("a list").packs.len(), 2);
    assert!(matches!(check(&mut reading, HOUSE), PackChecked::Fits { .. }));
    assert_eq!(reading.add_pack(house()), Err(Failure::OnlyReading));
    assert_eq!(switch(&mut reading, false), Err(Failure::OnlyReading));
    assert_eq!(reading.remove_pack(house()), Err(Failure::OnlyReading));
}

#[test]
fn every_fault_carries_what_helps_to_mend_it() {
    use handbook::{Fault, PackError};
    let shown = |code| pack_fault::shown(&PackError { line: 7, code });
    let text = |text: &str| Some(text.to_owned());
    let fault = shown(Fault::OutOfBounds { key: "minutes", least: 1, most: 120 });
    assert_eq!((fault.line, fault.key, fault.least, fault.most), (7, text("minutes"), Some(1), Some(120)));
    let fault = shown(Fault::UnknownReference { key: "theme", id: "weg".to_owned() });
    assert_eq!((fault.key, fault.value), (text("theme"), text("weg")));
    assert_eq!(shown(Fault::HiddenCharacter { code_point: 0x202e }).value, text("U+202E"));
    assert_eq!(shown(Fault::NewerFormat { newest: 1 }).most, Some(1));
    assert_eq!(shown(Fault::KeyOfOtherShape { key: "asks" }).key, text("asks"));
    assert_eq!(shown(Fault::StarterWithoutEllipsis).code, PackFaultCode::StarterWithoutEllipsis);
}
