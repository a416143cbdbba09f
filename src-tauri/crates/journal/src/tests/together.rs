//! Any life of sheets, look-backs and preparations, against a plain reading of the rules.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::desk::{Desk, about, at, free_page, look_back, prepares, sheet, text_cell};
use crate::{Alias, AnswerId, EntryId, Field, JournalError};

/// What an entry is about: a kind, an alias or none, and a day.
type About = (u8, Option<usize>, u8);

#[derive(Debug, Clone, Copy)]
enum Step {
    Prepare(About),
    Meet(About),
    Sheet(Option<About>),
    Page,
    Change(usize, About),
    /// A day for the look-back of a sheet, or none.
    Ask(usize, Option<u8>, bool),
    /// Something, or nothing, about the day that it has, or about another.
    Tell(usize, Option<u8>, bool),
    LetGo(usize, bool),
    Write(usize, u32, bool),
    Delete(usize),
    Restore(usize),
    Erase(usize),
    Merge(usize, usize),
    EraseAlias(usize),
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    let place = || 0..8_usize;
    // Most are about the same, so that they meet each other.
    let kind = prop_oneof![4 => Just(0), 1 => Just(1)];
    let alias = prop_oneof![3 => Just(None), 4 => Just(Some(0)), 1 => Just(Some(1))];
    let day = prop_oneof![6 => Just(0), 2 => 0..3_u8, 1 => 28..70_u8];
    let about = || (kind.clone(), alias.clone(), day.clone());
    let due = || prop::option::weighted(0.8, 0..4_u8);
    prop_oneof![
        7 => about().prop_map(Step::Prepare),
        8 => about().prop_map(Step::Meet),
        2 => prop::option::weighted(0.8, about()).prop_map(Step::Sheet),
        1 => Just(Step::Page),
        4 => (place(), about()).prop_map(|(entry, about)| Step::Change(entry, about)),
        4 => (place(), due(), any::<bool>()).prop_map(|(entry, due, knows)| Step::Ask(entry, due, knows)),
        4 => (place(), due(), prop::bool::weighted(0.8)).prop_map(|(e, due, says)| Step::Tell(e, due, says)),
        2 => (place(), prop::bool::weighted(0.7)).prop_map(|(entry, gone)| Step::LetGo(entry, gone)),
        2 => (place(), 0..3_u32, any::<bool>()).prop_map(|(entry, row, says)| Step::Write(entry, row, says)),
        6 => place().prop_map(Step::Delete),
        6 => place().prop_map(Step::Restore),
        1 => place().prop_map(Step::Erase),
        1 => (0..2_usize, 0..2_usize).prop_map(|(alias, into)| Step::Merge(alias, into)),
        1 => (0..2_usize).prop_map(Step::EraseAlias),
        1 => Just(Step::Reopen),
    ]
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Preparation,
    Reflection,
    Sheet,
}

#[derive(Debug)]
struct ModelEntry {
    id: EntryId,
    sort: Sort,
    about: Option<About>,
    binned: bool,
    prepared: Option<EntryId>,
    /// The answer that holds the day, the day, and whether it was let go.
    asks: Option<(AnswerId, Option<u8>, bool)>,
    /// For which days something was written: the answer, the day, and whether it says anything.
    told: Vec<(AnswerId, u8, bool)>,
    /// What stands in the rows of a field.
    rows: Vec<(u32, String)>,
}

/// The rules, without any cleverness.
#[derive(Debug, Default)]
struct Model {
    entries: Vec<ModelEntry>,
}

impl Model {
    fn fits(own: &ModelEntry, made: &ModelEntry) -> bool {
        let (Some((own_kind, own_alias, own_day)), Some((kind, alias, day))) = (own.about, made.about) else {
            return false;
        };
        let same = match (alias, own_alias) {
            (Some(alias), own) => own == Some(alias),
            (None, None) => kind == own_kind,
            (None, Some(_)) => kind == own_kind && day == own_day,
        };
        own.sort == Sort::Reflection
            && made.sort == Sort::Preparation
            && made.id < own.id
            && own_day.abs_diff(day) <= 31
            && same
    }

    fn is_free(&self, made: EntryId, own: EntryId) -> bool {
        !self.entries.iter().any(|one| one.id != own && !one.binned && one.prepared == Some(made))
    }

    fn link(&mut self, place: usize) {
        let own = &self.entries[place];
        let can = |made: &&ModelEntry| Self::fits(own, made) && self.is_free(made.id, own.id);
        let mut all = self.entries.iter().filter(can);
        let still = all.clone().find(|made| Some(made.id) == own.prepared);
        let newest = still.or_else(|| all.rfind(|made| !made.binned)).map(|made| made.id);
        self.entries[place].prepared = newest;
    }

    fn start(&mut self, id: EntryId, sort: Sort, about: Option<About>) {
        let entry = ModelEntry {
            id,
            sort,
            about,
            binned: false,
            prepared: None,
            asks: None,
            told: Vec::new(),
            rows: Vec::new(),
        };
        self.entries.push(entry);
        self.link(self.entries.len() - 1);
    }

    fn gone(&mut self, entry: EntryId) {
        self.entries.retain(|one| one.id != entry);
        for one in &mut self.entries {
            one.prepared = one.prepared.filter(|made| *made != entry);
        }
    }

    fn shown(&self, entry: &ModelEntry) -> Option<EntryId> {
        let made = self.entries.iter().find(|made| Some(made.id) == entry.prepared)?;
        (!made.binned).then_some(made.id)
    }

    fn open(&self) -> Vec<(NaiveDate, AnswerId)> {
        let mut open: Vec<_> = self
            .entries
            .iter()
            .filter(|entry| !entry.binned)
            .filter_map(|entry| {
                let (answer, due, let_go) = entry.asks?;
                let due = due?;
                let told = entry.told.iter().any(|(_, day, says)| *day == due && *says);
                (!let_go && !told).then_some((date(due), answer))
            })
            .collect();
        open.sort_unstable();
        open
    }
}

fn date(day: u8) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 1).expect("a day") + Days::new(u64::from(day))
}

fn name(alias: usize) -> Alias {
    Alias::parse(["Blauwe Reiger", "Witte Wolk"][alias]).expect("usable")
}

fn kind(kind: u8) -> String {
    format!("kind-{kind}")
}

fn new((of_kind, alias, day): About) -> crate::NewEntry {
    about(&date(day).to_string(), &kind(of_kind), alias.map(name).as_ref().map(Alias::as_str))
}

/// Takes a step in both. What the rules refuse must be refused.
fn take(desk: &mut Desk, model: &mut Model, step: Step, number: usize) {
    let count = model.entries.len();
    // Counted from the newest.
    let pick = |place: usize| (count > 0).then(|| count - 1 - place % count);
    match step {
        Step::Prepare(about) => {
            let id = desk.start(prepares(new(about)));
            model.start(id, Sort::Preparation, Some(about));
        }
        Step::Meet(about) => {
            let id = desk.start(new(about));
            model.start(id, Sort::Reflection, Some(about));
        }
        Step::Sheet(about) => {
            let id = desk.start(sheet(about.map_or_else(free_page, new)));
            model.start(id, Sort::Sheet, about);
        }
        Step::Page => {
            let id = desk.start(free_page());
            model.start(id, Sort::Reflection, None);
        }
        Step::Change(place, about) => {
            let Some(place) = pick(place) else { return };
            let (id, binned) = (model.entries[place].id, model.entries[place].binned);
            let contact = Some((kind(about.0), about.1.map(name)));
            let changed = desk.journal.change_entry(id, date(about.2), contact);
            assert_eq!(changed.is_err(), binned);
            if changed.is_ok() && model.entries[place].about != Some(about) {
                model.entries[place].about = Some(about);
                model.link(place);
                for other in 0..count {
                    if model.entries[other].prepared == Some(id) {
                        model.link(other);
                    }
                }
            }
        }
        Step::Ask(place, due, knows) => {
            let Some(place) = pick(place) else { return };
            let entry = &mut model.entries[place];
            let known = entry.asks.filter(|_| knows).map(|asks| asks.0);
            let text = due.map_or_else(String::new, |due| date(due).to_string());
            match desk.try_save(entry.id, known, look_back("dag"), &text) {
                Ok(saved) => {
                    let (answer, was, let_go) = entry.asks.unwrap_or((saved.id, None, false));
                    assert_eq!(saved.id, answer, "a place is there once");
                    entry.asks = Some((answer, due, let_go && (due.is_none() || due == was)));
                }
                Err(error) => assert_eq!((error, entry.binned), (JournalError::EntryInBin, true)),
            }
        }
        Step::Tell(place, due, says) => {
            let Some(place) = pick(place) else { return };
            let entry = &mut model.entries[place];
            let Some((of, asked, _)) = entry.asks else { return };
            let Some(day) = due.or(asked) else { return };
            let known = entry.told.iter().position(|(_, other, _)| *other == day);
            let field = Field::LookBack { of, due: date(day), asks: "Wat merkte je ervan?" };
            let text = if says { format!("woorden {number}") } else { " \n".to_owned() };
            let saved = desk.try_save(entry.id, known.map(|known| entry.told[known].0), field, &text);
            assert_eq!(saved.is_err(), entry.binned);
            match (saved, known) {
                (Err(_), _) => {}
                (Ok(_), Some(known)) => entry.told[known].2 = says,
                (Ok(saved), None) => entry.told.push((saved.id, day, says)),
            }
        }
        Step::LetGo(place, let_go) => {
            let Some(place) = pick(place) else { return };
            let entry = &mut model.entries[place];
            let Some(asks) = &mut entry.asks else { return };
            let done = desk.journal.let_go_look_back(asks.0, let_go);
            assert_eq!(done.is_err(), entry.binned);
            if done.is_ok() {
                asks.2 = let_go;
            }
        }
        Step::Write(place, row, says) => {
            let Some(place) = pick(place) else { return };
            let entry = &mut model.entries[place];
            let text = if says { format!("woorden {number}") } else { String::new() };
            let saved = desk.try_save(entry.id, None, text_cell("feiten", row), &text);
            assert_eq!(saved.is_err(), entry.binned);
            if saved.is_ok() {
                entry.rows.retain(|(other, _)| *other != row);
                entry.rows.push((row, text));
            }
        }
        Step::Delete(place) => {
            let Some(place) = pick(place) else { return };
            desk.journal.delete(model.entries[place].id, at("2026-11-21T17:00:00+01:00")).expect("delete");
            model.entries[place].binned = true;
        }
        Step::Restore(place) => {
            let Some(place) = pick(place) else { return };
            desk.journal.restore(model.entries[place].id).expect("restore");
            if std::mem::take(&mut model.entries[place].binned) {
                model.link(place);
            }
        }
        Step::Erase(place) => {
            let Some(place) = pick(place) else { return };
            let id = model.entries[place].id;
            desk.journal.erase(id).expect("erase");
            model.gone(id);
        }
        Step::Merge(alias, into) => {
            if desk.journal.merge_aliases(&name(alias), &name(into)).is_ok() {
                for about in model.entries.iter_mut().filter_map(|entry| entry.about.as_mut()) {
                    about.1 = about.1.map(|own| if own == alias { into } else { own });
                }
            }
        }
        Step::EraseAlias(alias) => {
            let erased = desk.journal.erase_alias(&name(alias)).map_or(0, |same| same.len());
            let of_it = |entry: &&ModelEntry| entry.about.is_some_and(|about| about.1 == Some(alias));
            let gone: Vec<EntryId> = model.entries.iter().filter(of_it).map(|entry| entry.id).collect();
            assert!(erased >= gone.len(), "what was erased of it before is told too");
            gone.into_iter().for_each(|entry| model.gone(entry));
        }
        Step::Reopen => desk.reopen(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_life_of_sheets_is_the_one_the_rules_tell(steps in prop::collection::vec(step(), 20..70)) {
        let mut desk = Desk::new();
        let mut model = Model::default();
        for (number, step) in steps.into_iter().enumerate() {
            take(&mut desk, &mut model, step, number);
            for entry in &model.entries {
                let read = desk.journal.entry(entry.id).expect("entry");
                prop_assert_eq!(read.prepared, model.shown(entry), "{:?} in {:?}", entry.id, model);
            }
            let open = desk.journal.look_backs(99).expect("read");
            let open: Vec<_> = open.into_iter().map(|open| (open.due, open.answer)).collect();
            prop_assert_eq!(&open, &model.open(), "{:?}", model);
        }
        let mut written = 0;
        for entry in &model.entries {
            let read = desk.journal.entry(entry.id).expect("entry");
            prop_assert_eq!((read.title.is_some(), read.prepares), (entry.sort != Sort::Reflection, entry.sort == Sort::Preparation));
            let asks = usize::from(entry.asks.is_some());
            prop_assert_eq!(read.answers.len(), entry.rows.len() + asks + entry.told.len());
            for (row, text) in &entry.rows {
                let there = read.answers.iter().any(|answer| {
                    matches!(&answer.field, crate::StoredField::Cell(cell)
                        if cell.field == "feiten" && cell.row == *row && answer.text == *text)
                });
                prop_assert!(there, "row {} of {:?}", row, entry);
            }
            written += read.answers.len();
        }
        prop_assert_eq!(desk.count("answer"), i64::try_from(written).expect("few"));
        desk.journal.search("woorden", 5).expect("search");
        desk.check_index();
        for entry in &model.entries {
            desk.journal.erase(entry.id).expect("erase");
        }
        for table in ["answer", "wording", "contact", "alias", "term"] {
            prop_assert_eq!(desk.count(table), 0, "{}", table);
        }
    }
}
