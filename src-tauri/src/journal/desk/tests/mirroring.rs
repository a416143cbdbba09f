//! What the desk knows for the mirror.

use super::*;
use crate::journal::marks;

fn spare(desk: &mut Desk, kind: FindingKind, text: &str) -> Result<(), Failure> {
    desk.spare_finding(Spare { kind, text: text.to_owned() })
}

fn found(desk: &Desk, text: &str) -> Vec<FindingKind> {
    let found = privacy::Detector::shipped().find(text);
    marks::kinds(&desk.nobody().expect("known").without(text, found))
}

#[test]
fn a_word_that_is_nobody_is_remembered_and_a_number_until_the_lock_only() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let text = "Ik sprak Fatima over BSN 111222333.";
    let mut open = desk(&vault, &clock);
    assert_eq!(found(&open, text), [FindingKind::Bsn, FindingKind::Name]);
    spare(&mut open, FindingKind::Name, "Fátima").expect("spared");
    spare(&mut open, FindingKind::Bsn, "111.222.333").expect("spared");
    assert_eq!(found(&open, text), []);
    let words = |desk: &mut Desk| desk.list_spared(()).expect("a list").words;
    assert_eq!(words(&mut open), ["fatima"], "no number is in the store");
    lock(open);

    let mut open = desk(&vault, &clock);
    assert_eq!(found(&open, text), [FindingKind::Bsn]);
    let left = open.forget_spared(SparedWord { word: "fatima".to_owned() }).expect("taken back");
    assert_eq!(left, SparedWords { words: vec![] });
    assert_eq!(found(&open, text), [FindingKind::Bsn, FindingKind::Name]);
}

#[test]
fn what_is_endless_is_no_word() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    for kind in [FindingKind::Name, FindingKind::Bsn] {
        assert_eq!(spare(&mut open, kind, &"a".repeat(500)), Err(Failure::OutOfTurn));
        assert_eq!(spare(&mut open, kind, " "), Err(Failure::OutOfTurn));
    }
    assert_eq!(open.list_spared(()).expect("a list").words, [""; 0]);
}

#[test]
fn an_alias_in_use_is_nobody_in_the_bin_too() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let mut named = start(5, false);
    named.contact = Some(contact("2026-03-09", Some("Fatima")));
    let view = open.start_entry(named).expect("an entry");
    assert_eq!(found(&open, "Ik sprak Fatima."), []);
    assert_eq!(open.alias_of(view.entry).expect("an alias").expect("there").as_str(), "Fatima");
    open.delete_entry(EntryRequest { entry: view.entry }).expect("in the bin");
    assert_eq!(found(&open, "Ik sprak Fatima."), []);
    open.erase_entry(EntryRequest { entry: view.entry }).expect("erased");
    assert_eq!(found(&open, "Ik sprak Fatima."), [FindingKind::Name]);
    assert_eq!(open.alias_of(view.entry), Ok(None), "a late question has an answer");
}

#[test]
fn answers_and_own_questions_are_looked_over() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let view = open.start_entry(start(15, false)).expect("an entry");
    save(&mut open, &view, question(&questions(&view)[0]), "Eerst.");
    save(&mut open, &view, AnswerField::Own { question: "Wat zei Fatima?".to_owned() }, "Niets.");
    let mut texts = open.texts_of(view.entry).expect("texts");
    texts.sort();
    assert_eq!(texts, ["Eerst.", "Niets.", "Wat zei Fatima?"]);
    open.start_entry(start(5, false)).expect("another");
    let part = open.texts(None, 1).expect("the newest");
    let next = wire::cursor(part[0].row.cursor());
    let mut rest = open.texts(Some(&next), 5).expect("the rest").remove(0).texts;
    rest.sort();
    assert_eq!((part[0].texts.len(), rest), (0, texts));
}
