//! What the open journal promises of a sitting, over a real store.

mod aliases;
mod due;
mod erasing;
mod finding;
mod leafing;
mod learned;
mod life;
mod mirroring;
mod own_trials;
mod packs;
mod returning;
mod saving;
mod sheets;
mod walk_throughs;

use std::collections::BTreeSet;

use testkit::{FixedClock, TempVault};

use super::*;

const AFTERNOON: &str = "2026-03-09T16:50:00+01:00";

/// Sits down at a journal as after an unlock: whatever was not stored is forgotten.
fn desk(vault: &TempVault, clock: &FixedClock) -> Desk {
    desk_over(Store::open(vault.unlock()).expect("the store opens"), vault, clock)
}

fn desk_over(store: Store, vault: &TempVault, clock: &FixedClock) -> Desk {
    let settings = preferences::read(&store, Appearance::default()).expect("settings");
    let packs = store.packs().expect("a list");
    Desk {
        store,
        clock: Box::new(clock.clone()),
        shelf: Shelf::of(Language::Nl, &packs).expect("the shipped pack"),
        pending: None,
        sittings: Sittings::default(),
        settings,
        in_hand: None,
        spared_numbers: HashSet::new(),
        folder: vault.path().to_owned(),
        circumstances: Circumstances::default(),
        only_reading: None,
        verdict: None,
        awaited: None,
    }
}

fn lock(desk: Desk) {
    desk.close().expect("the store closes");
}

fn contact(day: &str, alias: Option<&str>) -> ContactDraft {
    ContactDraft {
        day: Day(day.to_owned()),
        kind: "kennismaking".to_owned(),
        alias: alias.map(str::to_owned),
    }
}

fn start(minutes: u8, keep: bool) -> StartEntry {
    StartEntry {
        contact: Some(contact("2026-03-09", Some("stille beuk"))),
        sitting: Some(Sitting {
            minutes: Minutes(minutes),
            young: false,
            baggage: Some(Baggage::Criticism),
            mood: Some(Mood::Touched),
            keep,
        }),
        form: Form::Guide,
        sheet: None,
        question: None,
    }
}

fn free_page() -> StartEntry {
    StartEntry { contact: None, sitting: None, form: Form::FreePage, sheet: None, question: None }
}

fn read(desk: &mut Desk, view: &EntryView) -> EntryView {
    desk.read_entry(EntryRequest { entry: view.entry }).expect("the entry is there")
}

/// The questions of an entry, in their order.
fn questions(view: &EntryView) -> Vec<String> {
    let questions = view.steps.iter().filter_map(|step| {
        if let StepField::Question { question, .. } = &step.field { Some(question.id.clone()) } else { None }
    });
    questions.collect()
}

fn save(desk: &mut Desk, view: &EntryView, field: AnswerField, text: &str) -> AnswerSaved {
    let request = SaveAnswer { entry: view.entry, answer: None, field, text: text.to_owned() };
    desk.save_answer(request).expect("the answer is saved")
}

fn question(id: &str) -> AnswerField {
    AnswerField::Question { id: id.to_owned() }
}

#[test]
fn baggage_and_mood_are_forgotten_at_the_lock_unless_asked_to_be_kept() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let forgotten = open.start_entry(start(5, false)).expect("an entry");
    let kept = open.start_entry(start(5, true)).expect("an entry");
    let now = read(&mut open, &forgotten).sitting.expect("a sitting");
    assert_eq!((now.baggage, now.mood, now.keep), (Some(Baggage::Criticism), Some(Mood::Touched), false));
    lock(open);

    let mut open = desk(&vault, &clock);
    let later = read(&mut open, &forgotten).sitting.expect("a sitting");
    assert_eq!((later.baggage, later.mood, later.keep), (None, None, false));
    assert_eq!(later.minutes, Minutes(5));
    let later = read(&mut open, &kept).sitting.expect("a sitting");
    assert_eq!(
        (later.baggage, later.mood, later.keep),
        (Some(Baggage::Criticism), Some(Mood::Touched), true)
    );
}

#[test]
fn a_question_put_aside_does_not_come_back_while_the_journal_is_open() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let view = open.start_entry(start(5, false)).expect("an entry");
    let mut seen: BTreeSet<String> = questions(&view).into_iter().collect();
    let mut unwanted = questions(&view)[0].clone();
    let others: Vec<String> = questions(&view)[1..].to_vec();
    for _ in 0..500 {
        let request = OtherQuestion { entry: view.entry, question: unwanted.clone() };
        let Some(other) = open.other_question(request).expect("an answer").question else {
            // The pool is used up: what stands may stay.
            assert!(questions(&read(&mut open, &view)).contains(&unwanted));
            return;
        };
        assert!(seen.insert(other.id.clone()), "{} came back", other.id);
        let now = questions(&read(&mut open, &view));
        assert!(now.contains(&other.id) && !now.contains(&unwanted));
        assert!(now.len() <= handbook::most_questions(5));
        assert!(others.iter().filter(|id| now.contains(id)).count() + 1 >= others.len());
        unwanted = other.id;
    }
    panic!("the pool never ends");
}

#[test]
fn what_was_put_aside_leaves_nothing_in_the_store() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let view = open.start_entry(start(5, true)).expect("an entry");
    let before = open.store.entry(Id(view.entry.0)).expect("the entry");
    let request = OtherQuestion { entry: view.entry, question: questions(&view)[0].clone() };
    open.other_question(request).expect("an answer").question.expect("another");
    assert_eq!(open.store.entry(Id(view.entry.0)).expect("the entry"), before);
}

#[test]
fn the_next_day_the_same_questions_are_open_and_what_stands_stands() {
    for _ in 0..12 {
        let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
        let mut open = desk(&vault, &clock);
        let view = open.start_entry(start(15, true)).expect("an entry");
        let asked = questions(&view);
        let text = "Ze zei: “Zó heb ik er nooit naar gekeken.”\n\nIk ook niet. 🙂";
        save(&mut open, &view, question(&asked[0]), text);
        lock(open);

        clock.advance_days(1);
        let mut open = desk(&vault, &clock);
        let later = read(&mut open, &view);
        assert_eq!(questions(&later), asked);
        let answer = later.steps.iter().find_map(|step| step.answer.as_ref()).expect("the answer");
        assert_eq!(answer.text, text);
        // What is added today stands by itself.
        let fresh = later.steps.iter().filter(|step| step.field == StepField::Free && step.answer.is_none());
        assert_eq!(fresh.count(), 1);
    }
}

#[test]
fn a_sitting_never_grows_however_often_it_is_changed_and_reopened() {
    for round in 0..24 {
        let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
        let minutes = [2, 5, 15, 30][round % 4];
        let mut open = desk(&vault, &clock);
        let view = open.start_entry(start(minutes, round % 3 == 0)).expect("an entry");
        for _ in 0..3 {
            let now = questions(&read(&mut open, &view));
            let answered: Vec<String> = now.iter().take(1).cloned().collect();
            let request = OtherQuestion { entry: view.entry, question: now[now.len() - 1].clone() };
            open.other_question(request).expect("an answer");
            let shown = read(&mut open, &view);
            let is_open = shown.steps.iter().any(|step| {
                step.answer.is_none()
                    && matches!(&step.field, StepField::Question { question, .. } if question.id == answered[0])
            });
            if is_open {
                save(&mut open, &view, question(&answered[0]), "Kort.");
            }
            lock(open);
            open = desk(&vault, &clock);
            let shown = read(&mut open, &view);
            let now = questions(&shown);
            let answers = shown.steps.iter().filter(|step| step.answer.is_some()).count();
            assert!(now.len() <= handbook::most_questions(minutes).max(answers), "{now:?}");
            assert_eq!(now.iter().collect::<BTreeSet<_>>().len(), now.len(), "one twice: {now:?}");
        }
    }
}

#[test]
fn an_intention_opens_the_next_contact_and_rests_once_it_was_met() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let first = open.start_entry(start(5, false)).expect("an entry");
    let field = AnswerField::Intention { returns: Returns::Alias };
    let intention = save(&mut open, &first, field, "Eerst tot tien tellen.").answer;
    assert_eq!(open.list_intentions(()).expect("a list").intentions.len(), 1);
    lock(open);

    clock.advance_days(9);
    let mut open = desk(&vault, &clock);
    let second = open.start_entry(start(2, false)).expect("an entry");
    let StepField::Outcome { intention: Some(shown) } = &second.steps[0].field else {
        panic!("the intention opens first: {:?}", second.steps[0].field);
    };
    assert_eq!((shown.intention, shown.text.as_str()), (intention, "Eerst tot tien tellen."));
    save(&mut open, &second, AnswerField::Outcome { intention: Some(intention) }, "Het lukte één keer.");
    assert_eq!(open.list_intentions(()).expect("a list").intentions, []);
    let third = open.start_entry(start(2, false)).expect("an entry");
    assert!(!matches!(third.steps[0].field, StepField::Outcome { .. }));
}

#[test]
fn an_answer_keeps_the_word_it_was_asked_with() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let wordings = |view: &EntryView| -> Vec<(bool, String)> {
        let asked = view.steps.iter().filter_map(|step| {
            let StepField::Question { question, .. } = &step.field else { return None };
            Some((step.answer.is_some(), question.text.clone()))
        });
        asked.collect()
    };
    // Six questions of a conversation: some of them name the resident.
    let view = open.start_entry(start(30, false)).expect("an entry");
    let named = wordings(&view).iter().position(|(_, text)| text.contains("inwoner")).unwrap_or_default();
    let named = questions(&view)[named].clone();
    save(&mut open, &view, question(&named), "Ja.");
    let before = wordings(&read(&mut open, &view));

    let settings = Settings { resident_word: ResidentWord::Client, ..open.settings.clone() };
    open.change_settings(settings).expect("settings");
    for ((answered, now), (_, before)) in wordings(&read(&mut open, &view)).iter().zip(&before) {
        let expected = if *answered {
            before.clone()
        } else {
            before.replace("inwoner", "cliënt").replace("Inwoner", "Cliënt")
        };
        assert_eq!(*now, expected);
    }
}

#[test]
fn minutes_are_two_five_fifteen_or_thirty() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    assert_eq!(open.start_entry(start(7, false)), Err(Failure::SettingOutOfBounds));
    assert_eq!(open.list_entries(ListEntries { after: None }).expect("a list").rows, []);
}

#[test]
fn after_weeks_away_the_journal_knows_it_and_after_days_it_does_not() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    assert!(!open.opened().expect("the first screen").after_a_while);
    open.start_entry(start(2, false)).expect("an entry");
    clock.advance_days(20);
    assert!(!open.opened().expect("the first screen").after_a_while);
    clock.advance_days(2);
    assert!(open.opened().expect("the first screen").after_a_while);
}

#[test]
fn another_kind_brings_other_questions_and_another_day_does_not() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let view = open.start_entry(start(5, false)).expect("an entry");
    let change = |kind: &str| ChangeEntry {
        entry: view.entry,
        day: Day("2026-03-08".to_owned()),
        kind: Some(kind.to_owned()),
        alias: None,
    };
    let moved = open.change_entry(change("kennismaking")).expect("a change");
    assert_eq!(questions(&moved), questions(&view));
    assert_eq!((moved.day, moved.contact.expect("a contact").alias), (Day("2026-03-08".to_owned()), None));
    let other = open.change_entry(change("casusoverleg")).expect("a change");
    assert!(questions(&other).iter().all(|id| !questions(&view).contains(id)));
    assert_eq!(open.change_entry(change("theekransje")), Err(Failure::UnknownKind));
}

#[test]
fn an_own_question_stands_where_it_was_answered() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let view = open.start_entry(start(15, false)).expect("an entry");
    let asked = questions(&view);
    save(&mut open, &view, question(&asked[0]), "Eerst.");
    save(&mut open, &view, AnswerField::Own { question: "Wat nog?".to_owned() }, "Dan.");
    save(&mut open, &view, question(&asked[1]), "Daarna.");
    let texts: Vec<String> = read(&mut open, &view)
        .steps
        .iter()
        .filter_map(|step| step.answer.as_ref().map(|answer| answer.text.clone()))
        .collect();
    assert_eq!(texts, ["Eerst.", "Dan.", "Daarna."]);
}
