//! Intentions: when one comes back, when it is over, and any life of a journal against a plain
//! reading of the rules.

use proptest::prelude::*;

use super::desk::{Desk, about, at, free_page};
use crate::{
    Alias, Answer, AnswerId, EntryId, Field, JournalError, NewEntry, OpenIntention, Returns, StoredField,
};

const BY_ALIAS: Field<'static> = Field::Intention { question: None, returns: Returns::Alias };
const BY_KIND: Field<'static> = Field::Intention { question: None, returns: Returns::Kind };

fn reiger() -> NewEntry {
    about("2026-11-20", "gesprek", Some("Blauwe Reiger"))
}

fn opens(desk: &Desk, entry: EntryId) -> Option<AnswerId> {
    desk.journal.intention_for(entry).expect("read").map(|intention| intention.answer)
}

fn open(desk: &Desk) -> Vec<AnswerId> {
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

// From here on: any life of a journal against a plain reading of the rules.

#[derive(Debug, Clone)]
enum Step {
    Start(Option<u8>, Option<u8>),
    Intend(usize, Returns, bool),
    Rewrite(usize, Returns, bool),
    Tell(usize, usize, bool),
    LetGo(usize, bool),
    Change(usize, u8, Option<u8>),
    Delete(usize),
    Restore(usize),
    Erase(usize),
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    let place = 0..12_usize;
    let returns = || prop::sample::select(vec![Returns::Alias, Returns::Kind]);
    let some = || prop::option::weighted(0.8, 0..2_u8);
    let says = || prop::bool::weighted(0.85);
    prop_oneof![
        4 => (some(), some()).prop_map(|(kind, alias)| Step::Start(kind, alias)),
        5 => (place.clone(), returns(), says()).prop_map(|(e, r, s)| Step::Intend(e, r, s)),
        2 => (place.clone(), returns(), says()).prop_map(|(a, r, s)| Step::Rewrite(a, r, s)),
        4 => (place.clone(), place.clone(), says()).prop_map(|(e, a, s)| Step::Tell(e, a, s)),
        2 => (place.clone(), any::<bool>()).prop_map(|(a, gone)| Step::LetGo(a, gone)),
        2 => (place.clone(), 0..2_u8, some()).prop_map(|(e, kind, alias)| Step::Change(e, kind, alias)),
        2 => place.clone().prop_map(Step::Delete),
        2 => place.clone().prop_map(Step::Restore),
        1 => place.prop_map(Step::Erase),
        1 => Just(Step::Reopen),
    ]
}

#[derive(Debug)]
struct ModelEntry {
    id: EntryId,
    kind: Option<u8>,
    alias: Option<u8>,
    binned: bool,
}

#[derive(Debug)]
struct ModelIntention {
    id: AnswerId,
    entry: EntryId,
    returns: Returns,
    text: String,
    let_go: bool,
}

#[derive(Debug)]
struct ModelOutcome {
    id: AnswerId,
    entry: EntryId,
    of: Option<AnswerId>,
    says: bool,
}

/// The rules, without any cleverness.
#[derive(Debug, Default)]
struct Model {
    entries: Vec<ModelEntry>,
    intentions: Vec<ModelIntention>,
    outcomes: Vec<ModelOutcome>,
}

#[derive(Debug, PartialEq, Eq)]
enum Scope {
    Alias(u8),
    Kind(u8),
}

impl Model {
    fn entry(&self, id: EntryId) -> &ModelEntry {
        self.entries.iter().find(|entry| entry.id == id).expect("it is there")
    }

    fn scope(&self, intention: &ModelIntention) -> Option<Scope> {
        let entry = self.entry(intention.entry);
        match intention.returns {
            Returns::Alias => entry.kind.and(entry.alias).map(Scope::Alias),
            Returns::Kind => entry.kind.map(Scope::Kind),
        }
    }

    fn counts(&self, intention: &ModelIntention) -> bool {
        !self.entry(intention.entry).binned && !intention.text.trim().is_empty()
    }

    fn is_open(&self, intention: &ModelIntention) -> bool {
        let closes = |outcome: &ModelOutcome| {
            outcome.of == Some(intention.id) && outcome.says && !self.entry(outcome.entry).binned
        };
        !intention.let_go && !self.outcomes.iter().any(closes)
    }

    fn newest(&self, scope: &Scope, before: i64) -> Option<&ModelIntention> {
        let here = |intention: &&ModelIntention| {
            self.counts(intention)
                && intention.entry.0 < before
                && self.scope(intention).as_ref() == Some(scope)
        };
        self.intentions.iter().filter(here).max_by_key(|intention| intention.id)
    }

    fn opens(&self, entry: &ModelEntry) -> Option<AnswerId> {
        let told = self.outcomes.iter().filter(|outcome| outcome.entry == entry.id && outcome.says);
        if let Some(outcome) = told.max_by_key(|outcome| outcome.id) {
            let of = self.intentions.iter().find(|intention| Some(intention.id) == outcome.of);
            return of.filter(|intention| self.counts(intention)).map(|intention| intention.id);
        }
        let kind = entry.kind?;
        let scopes = [entry.alias.map(Scope::Alias), Some(Scope::Kind(kind))];
        let newest = |scope: Scope| self.newest(&scope, entry.id.0).filter(|one| self.is_open(one));
        scopes.into_iter().flatten().find_map(newest).map(|intention| intention.id)
    }

    fn open(&self) -> Vec<AnswerId> {
        let stands = |intention: &&ModelIntention| {
            self.counts(intention)
                && self.is_open(intention)
                && self
                    .scope(intention)
                    .is_none_or(|scope| self.newest(&scope, i64::MAX).map(|one| one.id) == Some(intention.id))
        };
        let mut open: Vec<AnswerId> =
            self.intentions.iter().filter(stands).map(|intention| intention.id).collect();
        open.sort_unstable();
        open.reverse();
        open
    }
}

fn name(alias: u8) -> String {
    format!("Reiger {alias}")
}

fn kind_name(kind: u8) -> String {
    format!("kind-{kind}")
}

fn words(says: bool, number: usize) -> String {
    if says { format!("woorden {number}") } else { " \n".to_owned() }
}

/// Takes a step in both. What the rules refuse must be refused.
fn take(desk: &mut Desk, model: &mut Model, step: Step, number: usize) {
    let of_entry = |place: usize| (!model.entries.is_empty()).then(|| place % model.entries.len());
    let of_intention = |place: usize| (!model.intentions.is_empty()).then(|| place % model.intentions.len());
    match step {
        Step::Start(kind, alias) => {
            let new = kind.map_or_else(free_page, |kind| {
                about("2026-11-20", &kind_name(kind), alias.map(name).as_deref())
            });
            let id = desk.start(new);
            model.entries.push(ModelEntry { id, kind, alias: kind.and(alias), binned: false });
        }
        Step::Intend(place, returns, says) => {
            let Some(place) = of_entry(place) else { return };
            let (entry, binned) = (model.entries[place].id, model.entries[place].binned);
            let text = words(says, number);
            let saved = desk.try_save(entry, None, Field::Intention { question: None, returns }, &text);
            match saved {
                Ok(saved) => {
                    assert!(!binned);
                    model.intentions.push(ModelIntention {
                        id: saved.id,
                        entry,
                        returns,
                        text,
                        let_go: false,
                    });
                }
                Err(error) => assert_eq!((error, binned), (JournalError::EntryInBin, true)),
            }
        }
        Step::Rewrite(place, returns, says) => {
            let Some(place) = of_intention(place) else { return };
            let (entry, id) = (model.intentions[place].entry, model.intentions[place].id);
            let text = words(says, number);
            let field = Field::Intention { question: None, returns };
            let saved = desk.try_save(entry, Some(id), field, &text);
            assert_eq!(saved.is_err(), model.entry(entry).binned);
            if saved.is_ok() {
                model.intentions[place].returns = returns;
                model.intentions[place].text = text;
            }
        }
        Step::Tell(place, about, says) => {
            let (Some(place), Some(about)) = (of_entry(place), of_intention(about)) else { return };
            let (entry, binned) = (model.entries[place].id, model.entries[place].binned);
            let intention = &model.intentions[about];
            let known = model
                .outcomes
                .iter_mut()
                .find(|outcome| outcome.entry == entry && outcome.of == Some(intention.id));
            let answer = known.as_ref().map(|outcome| outcome.id);
            let field = Field::Outcome { of: intention.id };
            let saved = desk.try_save(entry, answer, field, &words(says, number));
            assert_eq!(saved.is_err(), binned || intention.entry == entry, "{saved:?}");
            match (saved, known) {
                (Err(_), _) => {}
                (Ok(_), Some(known)) => known.says = says,
                (Ok(saved), None) => {
                    let of = Some(intention.id);
                    model.outcomes.push(ModelOutcome { id: saved.id, entry, of, says });
                }
            }
        }
        Step::LetGo(place, let_go) => {
            let Some(place) = of_intention(place) else { return };
            let done = desk.journal.let_go(model.intentions[place].id, let_go);
            assert_eq!(done.is_err(), model.entry(model.intentions[place].entry).binned);
            if done.is_ok() {
                model.intentions[place].let_go = let_go;
            }
        }
        Step::Change(place, kind, alias) => {
            let Some(place) = of_entry(place) else { return };
            let entry = &mut model.entries[place];
            let contact = (kind_name(kind), alias.map(|alias| Alias::parse(&name(alias)).expect("usable")));
            let day = "2026-11-20".parse().expect("a day");
            let changed = desk.journal.change_entry(entry.id, day, Some(contact));
            assert_eq!(changed.is_err(), entry.binned);
            if changed.is_ok() {
                (entry.kind, entry.alias) = (Some(kind), alias);
            }
        }
        Step::Delete(place) => {
            let Some(place) = of_entry(place) else { return };
            model.entries[place].binned = true;
            desk.journal.delete(model.entries[place].id, at("2026-11-21T17:00:00+01:00")).expect("delete");
        }
        Step::Restore(place) => {
            let Some(place) = of_entry(place) else { return };
            model.entries[place].binned = false;
            desk.journal.restore(model.entries[place].id).expect("restore");
        }
        Step::Erase(place) => {
            let Some(place) = of_entry(place) else { return };
            let gone = model.entries.remove(place).id;
            desk.journal.erase(gone).expect("erase");
            model.outcomes.retain(|outcome| outcome.entry != gone);
            for intention in model.intentions.extract_if(.., |intention| intention.entry == gone) {
                for outcome in model.outcomes.iter_mut().filter(|outcome| outcome.of == Some(intention.id)) {
                    outcome.of = None;
                }
            }
        }
        Step::Reopen => desk.reopen(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn any_life_of_intentions_is_the_one_the_rules_tell(steps in prop::collection::vec(step(), 1..50)) {
        let mut desk = Desk::new();
        let mut model = Model::default();
        for (number, step) in steps.into_iter().enumerate() {
            take(&mut desk, &mut model, step, number);
            for entry in &model.entries {
                prop_assert_eq!(opens(&desk, entry.id), model.opens(entry), "in {:?} of {:?}", entry.id, model);
            }
            let expected = model.open();
            prop_assert_eq!(&open(&desk), &expected, "{:?}", model);
            let two = desk.journal.open_intentions(2).expect("read");
            prop_assert_eq!(two.len(), expected.len().min(2));
            for intention in &model.intentions {
                let shown = desk.journal.intention(intention.id).expect("read").map(|shown| shown.text);
                let text = model.counts(intention).then(|| intention.text.clone());
                prop_assert_eq!(shown, text);
            }
        }
        for outcome in &model.outcomes {
            let answers = desk.journal.entry(outcome.entry).expect("entry").answers;
            let stored = answers.into_iter().find(|answer| answer.id == outcome.id).map(|answer| answer.field);
            prop_assert_eq!(stored, Some(StoredField::Outcome { of: outcome.of }));
        }
        desk.check_index();
    }
}
