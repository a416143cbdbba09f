//! Intentions: when one comes back, and when it is over.

use super::desk::{Desk, about, at, free_page};
use crate::{
    Alias, Answer, AnswerId, EntryId, Field, JournalError, NewEntry, OpenIntention, Returns, StoredField,
};

const BY_ALIAS: Field<'static> = Field::Intention { question: None, returns: Returns::Alias };
const BY_KIND: Field<'static> = Field::Intention { question: None, returns: Returns::Kind };

fn reiger() -> NewEntry {
    about("2026-11-20", "gesprek", Some("Blauwe Reiger"))
}

pub(super) fn opens(desk: &Desk, entry: EntryId) -> Option<AnswerId> {
    desk.journal.intention_for(entry).expect("read").map(|intention| intention.answer)
}

pub(super) fn open(desk: &Desk) -> Vec<AnswerId> {
    desk.journal.open_intentions(100).expect("read").into_iter().map(|intention| intention.answer).collect()
}

#[test]
fn an_intention_opens_the_next_entry_about_the_same_alias() {
    let mut desk = Desk::new();
    let entry = desk.start(reiger());
    let text = "eerst stil zijn,\r\ndan pas vragen \0 e\u{301}";
    let saved = desk.save(entry, None, BY_ALIAS, text);
    assert_eq!(opens(&desk, entry), None, "not the entry it was written in");
    let next = desk.start(about("2026-12-01", "huisbezoek", Some("BLAUWE reiger")));
    let other = desk.start(about("2026-12-01", "gesprek", Some("Witte Wolk")));
    let page = desk.start(free_page());
    let expected = OpenIntention {
        answer: saved.id,
        entry,
        text: text.into(),
        day: "2026-11-20".parse().expect("a day"),
        kind: Some("gesprek".into()),
        alias: Some(Alias::parse("Blauwe Reiger").expect("usable")),
        returns: Returns::Alias,
        written_at: saved.written_at,
    };
    assert_eq!(desk.journal.intention_for(next), Ok(Some(expected.clone())));
    assert_eq!(desk.journal.intention(saved.id), Ok(Some(expected.clone())));
    assert_eq!(desk.journal.open_intentions(9), Ok(vec![expected]));
    assert_eq!((opens(&desk, other), opens(&desk, page)), (None, None));
    assert_eq!(desk.journal.intention_for(EntryId(99)), Err(JournalError::EntryGone));
}

#[test]
fn the_aliass_own_intention_comes_before_that_of_the_kind() {
    let mut desk = Desk::new();
    let first = desk.start(reiger());
    let alias = desk.save(first, None, BY_ALIAS, "voor deze").id;
    let second = desk.start(about("2026-11-20", "gesprek", Some("Witte Wolk")));
    let kind = desk.save(second, None, BY_KIND, "voor zulke").id;
    let next = desk.start(reiger());
    assert_eq!(opens(&desk, next), Some(alias));
    desk.journal.let_go(alias, true).expect("let go");
    assert_eq!(opens(&desk, next), Some(kind));
    desk.journal.let_go(alias, false).expect("taken up");
    assert_eq!(opens(&desk, next), Some(alias));
    assert_eq!(open(&desk), [kind, alias], "newest first");
}

#[test]
fn a_newer_intention_takes_the_place_of_an_older_one_for_good() {
    let mut desk = Desk::new();
    let first = desk.start(reiger());
    let old = desk.save(first, None, BY_ALIAS, "oud").id;
    let second = desk.start(reiger());
    let new = desk.save(second, None, BY_ALIAS, "nieuw").id;
    let third = desk.start(reiger());
    assert_eq!((opens(&desk, second), opens(&desk, third)), (Some(old), Some(new)));
    assert_eq!(open(&desk), [new]);
    desk.journal.let_go(new, true).expect("let go");
    assert_eq!((opens(&desk, third), open(&desk)), (None, vec![]), "what was replaced does not come back");
    // In the bin, or without a word, it takes no place.
    desk.journal.let_go(new, false).expect("taken up");
    desk.save(second, Some(new), BY_ALIAS, " \u{a0}\n");
    assert_eq!((opens(&desk, third), open(&desk)), (Some(old), vec![old]));
    desk.save(second, Some(new), BY_ALIAS, "nieuw");
    desk.journal.delete(second, at("2026-11-21T17:00:00+01:00")).expect("delete");
    assert_eq!((opens(&desk, third), open(&desk)), (Some(old), vec![old]));
    desk.journal.restore(second).expect("restore");
    assert_eq!((opens(&desk, third), open(&desk)), (Some(new), vec![new]));
}

#[test]
fn an_outcome_closes_an_intention_while_it_stands() {
    let mut desk = Desk::new();
    let first = desk.start(reiger());
    let tried = desk.save(first, None, BY_ALIAS, "stil zijn").id;
    let second = desk.start(reiger());
    let outcome = Field::Outcome { of: tried };
    let saved = desk.save(second, None, outcome, " ");
    assert_eq!((open(&desk), opens(&desk, second)), (vec![tried], Some(tried)), "white space says nothing");
    desk.save(second, Some(saved.id), outcome, "het hielp");
    let third = desk.start(reiger());
    assert_eq!((open(&desk), opens(&desk, third)), (vec![], None));
    assert_eq!(opens(&desk, second), Some(tried), "beside its outcome it is shown");
    desk.journal.delete(second, at("2026-11-21T17:00:00+01:00")).expect("delete");
    assert_eq!((open(&desk), opens(&desk, third)), (vec![tried], Some(tried)), "the bin closes nothing");
    desk.journal.restore(second).expect("restore");
    assert_eq!((open(&desk), opens(&desk, third)), (vec![], None));
    desk.journal.erase(second).expect("erase");
    assert_eq!((open(&desk), opens(&desk, third)), (vec![tried], Some(tried)));
}

#[test]
fn an_outcome_outlives_its_intention_and_can_be_written_on() {
    let mut desk = Desk::new();
    let first = desk.start(reiger());
    let tried = desk.save(first, None, BY_ALIAS, "stil zijn").id;
    let second = desk.start(reiger());
    let saved = desk.save(second, None, Field::Outcome { of: tried }, "het hielp");
    desk.journal.delete(first, at("2026-11-21T17:00:00+01:00")).expect("delete");
    assert_eq!((desk.journal.intention(tried), opens(&desk, second)), (Ok(None), None));
    let read = desk.journal.entry(second).expect("entry").answers;
    assert_eq!(read, std::slice::from_ref(&saved), "the bin takes nothing from the outcome");
    desk.journal.erase(first).expect("erase");
    let kept = Answer { field: StoredField::Outcome { of: None }, ..saved };
    assert_eq!(desk.journal.entry(second).expect("entry").answers, std::slice::from_ref(&kept));
    assert_eq!(opens(&desk, second), None);
    let longer = desk.save(second, Some(kept.id), Field::Outcome { of: tried }, "het hielp, een beetje");
    assert_eq!((longer.id, longer.field), (kept.id, StoredField::Outcome { of: None }));
    desk.check_index();
}

#[test]
fn an_outcome_is_of_an_intention_in_another_entry() {
    let mut desk = Desk::new();
    let first = desk.start(reiger());
    let tried = desk.save(first, None, BY_ALIAS, "stil zijn").id;
    let free = desk.save(first, None, Field::Free, "geen proefje").id;
    let second = desk.start(reiger());
    for (entry, of) in [(first, tried), (second, free), (second, AnswerId(99))] {
        let refused = desk.try_save(entry, None, Field::Outcome { of }, "het hielp");
        assert_eq!(refused, Err(JournalError::IntentionGone), "{of:?} in {entry:?}");
    }
    assert_eq!(desk.journal.entry(second).expect("entry").answers, []);
    // Put in the bin while somebody wrote: the words are kept.
    desk.journal.delete(first, at("2026-11-21T17:00:00+01:00")).expect("delete");
    desk.save(second, None, Field::Outcome { of: tried }, "het hielp");
}

#[test]
fn when_an_intention_returns_can_change_while_its_words_stand() {
    let mut desk = Desk::new();
    let entry = desk.start(reiger());
    let saved = desk.save(entry, None, BY_ALIAS, "stil zijn");
    desk.journal.leave(entry).expect("leave");
    let other = desk.start(about("2026-12-01", "gesprek", Some("Witte Wolk")));
    assert_eq!(opens(&desk, other), None);
    let turned = desk.save(entry, Some(saved.id), BY_KIND, "stil zijn");
    let expected = StoredField::Intention { question: None, returns: Returns::Kind, let_go: false };
    assert_eq!((&turned.field, turned.text.as_str()), (&expected, "stil zijn"));
    assert_eq!(opens(&desk, other), Some(saved.id));
    assert!(desk.count("term") > 0, "the index has nothing to do with it");
    desk.reopen();
    assert_eq!(desk.journal.entry(entry).expect("entry").answers, [turned]);
}

#[test]
fn an_intention_that_has_nowhere_to_return_is_open_all_the_same() {
    let mut desk = Desk::new();
    let page = desk.start(free_page());
    let (one, other) =
        (desk.save(page, None, BY_KIND, "een").id, desk.save(page, None, BY_ALIAS, "ander").id);
    let nameless = desk.start(about("2026-11-20", "gesprek", None));
    let third = desk.save(nameless, None, BY_ALIAS, "zonder schuilnaam").id;
    let next = desk.start(about("2026-11-20", "gesprek", None));
    assert_eq!(opens(&desk, next), None);
    assert_eq!(open(&desk), [third, other, one]);
    desk.journal.let_go(other, true).expect("let go");
    assert_eq!(open(&desk), [third, one]);
    assert_eq!(desk.journal.open_intentions(0), Ok(vec![]));
    assert_eq!(desk.journal.open_intentions(1).expect("read").len(), 1);
}

#[test]
fn only_an_intention_is_let_go() {
    let mut desk = Desk::new();
    let entry = desk.start(reiger());
    let free = desk.save(entry, None, Field::Free, "geen proefje").id;
    let tried = desk.save(entry, None, BY_ALIAS, "stil zijn");
    for none in [free, AnswerId(99)] {
        assert_eq!(desk.journal.let_go(none, true), Err(JournalError::IntentionGone));
    }
    desk.journal.let_go(tried.id, true).expect("let go");
    let before = desk.changes();
    desk.journal.let_go(tried.id, true).expect("again");
    assert_eq!(desk.changes(), before);
    let read = desk.journal.entry(entry).expect("entry").answers.remove(1);
    let field = StoredField::Intention { question: None, returns: Returns::Alias, let_go: true };
    assert_eq!(read, Answer { field, ..tried }, "not even the time of saving changed");
    desk.journal.delete(entry, at("2026-11-21T17:00:00+01:00")).expect("delete");
    assert_eq!(desk.journal.let_go(read.id, false), Err(JournalError::EntryInBin));
}

#[test]
fn white_space_of_any_alphabet_says_nothing() {
    let mut desk = Desk::new();
    let entry = desk.start(reiger());
    let mut known = None;
    for character in ('\0'..='\u{ffff}').filter(|character| character.is_whitespace()) {
        let text = format!("{character} {character}");
        known = Some(desk.save(entry, known, BY_ALIAS, &text).id);
        assert_eq!(open(&desk), [], "{character:?}");
    }
    for text in ["x", " x ", "\0", "\u{200b}", "😀"] {
        let saved = desk.save(entry, known, BY_ALIAS, text);
        assert_eq!(open(&desk), [saved.id], "{text:?}");
    }
}
