//! What comes back: days at which one looks back, what was tried, and a question that is asked now.

use super::{
    packs::with_house,
    sheets::{cell, sheet},
    *,
};

fn look_backs(desk: &mut Desk) -> Vec<LookBackView> {
    desk.list_look_backs(()).expect("a list").look_backs
}

fn let_go(desk: &mut Desk, look_back: AnswerId, let_go: bool) {
    desk.let_go_look_back(LetGoLookBack { look_back, let_go }).expect("done");
}

#[test]
fn a_day_asks_until_something_came_of_it() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = with_house(&vault, &clock);
    let view = open.start_entry(sheet("dk-keuze", Some(contact("2026-03-09", Some("stille beuk")))));
    let view = view.expect("a sheet");
    save(&mut open, &view, cell("gekozen"), "Een proefplaats.");
    let day = save(&mut open, &view, cell("kijk"), "2026-04-06").answer;
    let listed = open.opened().expect("the first screen").look_backs.look_backs;
    let expected = LookBackView {
        look_back: day,
        entry: view.entry,
        title: "Keuze van een instrument".to_owned(),
        asks: "Wat kwam er van de keuze?".to_owned(),
        due: Day("2026-04-06".to_owned()),
        day: Day("2026-03-09".to_owned()),
        alias: Some("stille beuk".to_owned()),
        excerpt: "Een proefplaats.".to_owned(),
    };
    assert_eq!(listed, vec![expected.clone()]);
    let asked = |open: &mut Desk| {
        let steps = read(open, &view).steps;
        let asked = steps.into_iter().filter(|step| matches!(step.field, StepField::LookBack { .. }));
        asked.collect::<Vec<_>>()
    };
    clock.advance_days(28);
    assert_eq!(asked(&mut open), [], "what was not written is no step");
    let_go(&mut open, day, true);
    assert_eq!(look_backs(&mut open), []);
    let_go(&mut open, day, false);
    assert_eq!(look_backs(&mut open).len(), 1);

    let told = AnswerField::LookBack { look_back: Some(day), due: expected.due.clone() };
    let answer = save(&mut open, &view, told.clone(), "Hij werkt er nog.").answer;
    assert_eq!(look_backs(&mut open), []);
    // Another day asks again, and what was written stays.
    save(&mut open, &view, cell("kijk"), "2026-04-05");
    assert_eq!(look_backs(&mut open).len(), 1);
    let field = StepField::LookBack {
        look_back: Some(day),
        asks: "Wat kwam er van de keuze?".to_owned(),
        due: expected.due.clone(),
    };
    let [written] = &asked(&mut open)[..] else { panic!("one step") };
    assert_eq!(written.field, field);
    assert_eq!(written.answer.as_ref().map(|one| one.text.as_str()), Some("Hij werkt er nog."));
    // For that day too something is written: both stand directly after the day, the earlier first.
    let earlier = AnswerField::LookBack { look_back: Some(day), due: Day("2026-04-05".to_owned()) };
    save(&mut open, &view, earlier, "Nog even zoeken.");
    assert_eq!(look_backs(&mut open), []);
    let steps = read(&mut open, &view).steps;
    let texts: Vec<&str> =
        steps.iter().filter_map(|step| Some(step.answer.as_ref()?.text.as_str())).collect();
    assert_eq!(texts, ["Een proefplaats.", "2026-04-05", "Nog even zoeken.", "Hij werkt er nog."]);

    // What was written goes on without the pack.
    open.remove_pack(PackRequest { pack: "dorpskern".to_owned() }).expect("removed");
    let on = SaveAnswer {
        entry: view.entry,
        answer: Some(answer),
        field: told,
        text: "Hij werkt er nog, en met plezier.".to_owned(),
    };
    assert_eq!(open.save_answer(on).map(|saved| saved.answer), Ok(answer));
    assert_eq!(asked(&mut open).len(), 2);
    let nothing = AnswerField::LookBack { look_back: Some(AnswerId(9_999)), due: expected.due };
    let request = SaveAnswer { entry: view.entry, answer: None, field: nothing, text: "x".to_owned() };
    assert_eq!(open.save_answer(request), Err(Failure::LookBackGone));
    let gone = LetGoLookBack { look_back: AnswerId(9_999), let_go: true };
    assert_eq!(open.let_go_look_back(gone), Err(Failure::LookBackGone));
}

#[test]
fn what_was_tried_is_a_list_without_an_end() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    for round in 0..PAGE + 2 {
        let view = open.start_entry(start(2, false)).expect("an entry");
        save(
            &mut open,
            &view,
            AnswerField::Intention { returns: Returns::Alias },
            &format!("Proef {round}."),
        );
    }
    let first = open.list_tried(ListTried { after: None }).expect("a page");
    assert_eq!(first.rows.len(), PAGE);
    assert_eq!(first.rows[0].became, Became::Waits);
    assert!(first.rows[1..].iter().all(|row| row.became == Became::Replaced));
    let rest = open.list_tried(ListTried { after: first.next }).expect("a page");
    assert_eq!(
        rest.rows.iter().map(|row| row.intention.text.as_str()).collect::<Vec<_>>(),
        ["Proef 1.", "Proef 0."]
    );
    assert_eq!(rest.next, None);

    let last = first.rows[0].intention.intention;
    open.let_go_intention(LetGo { intention: last, let_go: true }).expect("let go");
    let became =
        |open: &mut Desk| open.list_tried(ListTried { after: None }).expect("a page").rows.remove(0).became;
    assert_eq!(became(&mut open), Became::LetGo);
    let view = open.start_entry(start(2, false)).expect("an entry");
    save(&mut open, &view, AnswerField::Outcome { intention: Some(last) }, "Het ging vanzelf.");
    let told = Became::Told { entry: view.entry, day: view.day, text: "Het ging vanzelf.".to_owned() };
    assert_eq!(became(&mut open), told);
}

#[test]
fn a_question_can_be_asked_now() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let key = |id: &str| QuestionKey { pack: "dichterbij".to_owned(), question: id.to_owned() };
    let alone = StartEntry { form: Form::Guide, question: Some(key("D07")), ..free_page() };
    let view = open.start_entry(alone).expect("an entry");
    assert_eq!((view.form, view.sitting, questions(&view)), (Form::Guide, None, vec!["D07".to_owned()]));
    assert_eq!(view.steps[0].answer.as_ref().map(|answer| answer.text.as_str()), Some(""));
    lock(open);
    let mut open = desk(&vault, &clock);
    assert_eq!(questions(&read(&mut open, &view)), ["D07"]);
    let listed = open.list_entries(ListEntries { after: None }).expect("a list").rows.remove(0);
    assert_eq!((listed.sheet, listed.kind), (None, None));

    for minutes in [2, 5, 15, 30] {
        for round in 0..8 {
            let view = open.start_entry(StartEntry { question: Some(key("D07")), ..start(minutes, false) });
            let view = view.expect("an entry");
            let asked = questions(&view);
            assert_eq!(asked[0], "D07", "{minutes} minutes, round {round}");
            assert!(asked.len() <= handbook::most_questions(minutes), "{asked:?}");
            assert!(minutes < 5 || asked.len() > 1, "{asked:?}");
            assert_eq!(asked.iter().collect::<BTreeSet<_>>().len(), asked.len(), "one twice: {asked:?}");
            clock.advance_days(1);
            lock(open);
            open = desk(&vault, &clock);
            assert_eq!(questions(&read(&mut open, &view))[0], "D07");
        }
    }
    let other = QuestionKey { pack: "verderaf".to_owned(), question: "D07".to_owned() };
    for unknown in [key("weg"), other] {
        let request = StartEntry { question: Some(unknown), ..start(5, false) };
        assert_eq!(open.start_entry(request), Err(Failure::UnknownQuestion));
    }
    let page = StartEntry { question: Some(key("D07")), ..free_page() };
    assert_eq!(open.start_entry(page), Err(Failure::OutOfTurn));
}
