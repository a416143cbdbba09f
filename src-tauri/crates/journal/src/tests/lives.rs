//! Any life of intentions, against a plain reading of the rules.

use proptest::prelude::*;

use super::desk::{Desk, about, at, free_page, sheet};
use super::intending::{open, opens};
use crate::{Alias, AnswerId, Became, EntryId, Field, JournalError, Returns, StoredField};

#[derive(Debug, Clone, Copy)]
enum Step {
    /// Of a kind and with an alias; a sheet or not.
    Start(Option<u8>, Option<u8>, bool),
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
        4 => (some(), some(), any::<bool>()).prop_map(|(kind, alias, sheet)| Step::Start(kind, alias, sheet)),
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
    text: String,
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

    fn became(&self, intention: &ModelIntention) -> Became {
        let told = self.outcomes.iter().filter(|outcome| {
            outcome.of == Some(intention.id) && outcome.says && !self.entry(outcome.entry).binned
        });
        if let Some(told) = told.max_by_key(|told| told.id) {
            let day = "2026-11-20".parse().expect("a day");
            let day = self.entry(told.entry).kind.map_or(started(), |_| day);
            return Became::Told { entry: told.entry, day, text: told.text.clone() };
        }
        let newest = self.scope(intention).and_then(|scope| self.newest(&scope, i64::MAX));
        match newest {
            _ if intention.let_go => Became::LetGo,
            Some(newest) if newest.id != intention.id => Became::Replaced,
            _ => Became::Waits,
        }
    }

    fn tried(&self) -> Vec<(AnswerId, Became)> {
        let all = self.intentions.iter().filter(|intention| self.counts(intention));
        let mut tried: Vec<_> = all.map(|intention| (intention.id, self.became(intention))).collect();
        tried.sort_by_key(|(id, _)| std::cmp::Reverse(*id));
        tried
    }
}

/// The day on which every entry here is started.
fn started() -> chrono::NaiveDate {
    "2026-11-21".parse().expect("a day")
}

/// What was tried, in pages of so many.
fn tried(desk: &Desk, page: usize) -> Vec<(AnswerId, Became)> {
    let mut all: Vec<(AnswerId, Became)> = Vec::new();
    loop {
        let after = all.last().map(|(answer, _)| *answer);
        let next = desk.journal.tried(after, page).expect("read");
        if next.is_empty() {
            return all;
        }
        assert!(next.len() <= page);
        all.extend(next.into_iter().map(|tried| (tried.intention.answer, tried.became)));
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
        Step::Start(kind, alias, is_sheet) => {
            let new = kind.map_or_else(free_page, |kind| {
                about("2026-11-20", &kind_name(kind), alias.map(name).as_deref())
            });
            let id = desk.start(if is_sheet { sheet(new) } else { new });
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
            let text = words(says, number);
            let saved = desk.try_save(entry, answer, field, &text);
            assert_eq!(saved.is_err(), binned || intention.entry == entry, "{saved:?}");
            match (saved, known) {
                (Err(_), _) => {}
                (Ok(_), Some(known)) => (known.says, known.text) = (says, text),
                (Ok(saved), None) => {
                    let of = Some(intention.id);
                    model.outcomes.push(ModelOutcome { id: saved.id, entry, of, says, text });
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
    #![proptest_config(ProptestConfig::with_cases(64))]
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
            prop_assert_eq!(tried(&desk, 1 + number % 4), model.tried(), "{:?}", model);
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
