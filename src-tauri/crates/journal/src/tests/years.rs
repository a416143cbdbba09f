//! Three years of any life, against a plain reading of the rules: nothing goes unseen, nothing stays
//! too long.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, FixedOffset, Months, NaiveDate, NaiveTime};
use proptest::prelude::*;

use super::desk::{Desk, about, look_back, prepares, sheet, text_cell};
use crate::{Alias, EntryId, JournalError, Term};

#[derive(Debug, Clone, Copy)]
enum Step {
    /// Days later; Today is looked at or not.
    Wait(u16, bool),
    /// The clock jumps by days, for good or until the next time.
    Jump(i32),
    Restart,
    Choose(Term),
    /// An entry about a contact so many days ago, or still to come.
    Meet(i8, Option<usize>, Made),
    /// Another alias, or none, and a contact so many days later.
    Change(usize, Option<usize>, i8),
    Delete(usize),
    Restore(usize),
    Rename(usize, usize),
    Merge(usize, usize),
    Close(usize, bool),
    EraseAlias(usize),
    /// The entry that the person is in.
    Enter(usize),
}

/// What an entry is made as. How long it lives is not asked of that.
#[derive(Debug, Clone, Copy)]
enum Made {
    Reflection,
    Sheet,
    Preparation,
}

fn step() -> impl Strategy<Value = Step> {
    let place = || 0..16_usize;
    let name = || 0..4_usize;
    let some = || prop::option::weighted(0.8, 0..4_usize);
    let waits = prop_oneof![5 => 1..9_u16, 2 => 9..50_u16, 1 => 50..240_u16];
    let made = prop::sample::select(vec![Made::Reflection, Made::Sheet, Made::Preparation]);
    prop_oneof![
        14 => (waits, prop::bool::weighted(0.8)).prop_map(|(days, looks)| Step::Wait(days, looks)),
        1 => prop_oneof![-900..900_i32, Just(-7300), Just(7300)].prop_map(Step::Jump),
        2 => Just(Step::Restart),
        1 => prop::sample::select(vec![Term(30), Term(90), Term(180)]).prop_map(Step::Choose),
        6 => (-3..20_i8, some(), made).prop_map(|(ago, alias, made)| Step::Meet(ago, alias, made)),
        2 => (place(), some(), -9..9_i8).prop_map(|(entry, alias, later)| Step::Change(entry, alias, later)),
        1 => place().prop_map(Step::Delete),
        2 => place().prop_map(Step::Restore),
        1 => (name(), name()).prop_map(|(alias, to)| Step::Rename(alias, to)),
        1 => (name(), name()).prop_map(|(alias, into)| Step::Merge(alias, into)),
        2 => (name(), prop::bool::weighted(0.8)).prop_map(|(alias, closed)| Step::Close(alias, closed)),
        1 => name().prop_map(Step::EraseAlias),
        1 => place().prop_map(Step::Enter),
    ]
}

#[derive(Debug, Clone)]
struct ModelEntry {
    id: EntryId,
    started: NaiveDate,
    met: NaiveDate,
    alias: Option<usize>,
    had_alias: bool,
    binned: Option<NaiveDate>,
    /// When it was announced.
    announced: Option<NaiveDate>,
    /// Every day on which Today showed it.
    shown: Vec<NaiveDate>,
}

/// The rules, without any cleverness.
#[derive(Debug)]
struct Model {
    today: NaiveDate,
    term: Term,
    entries: Vec<ModelEntry>,
    closed: BTreeMap<usize, NaiveDate>,
    open: Option<EntryId>,
}

fn later(day: NaiveDate, days: i64) -> NaiveDate {
    match u64::try_from(days) {
        Ok(days) => day.checked_add_days(Days::new(days)).expect("a day"),
        Err(_) => day.checked_sub_days(Days::new(days.unsigned_abs())).expect("a day"),
    }
}

impl Model {
    fn last_contact(&self, alias: usize) -> NaiveDate {
        let of_it = self.entries.iter().filter(|one| one.alias == Some(alias) && one.binned.is_none());
        of_it.map(|one| one.met).filter(|met| *met <= self.today).max().unwrap_or(self.today)
    }

    fn alias_goes(&self, alias: usize) -> NaiveDate {
        let by_term = later(self.last_contact(alias), i64::from(self.term.0));
        self.closed.get(&alias).map_or(by_term, |closed| by_term.min(later(*closed, 30)))
    }

    fn bound(entry: &ModelEntry) -> Option<NaiveDate> {
        entry.had_alias.then(|| entry.started.checked_add_months(Months::new(24)).expect("a day"))
    }

    fn goes(&self, entry: &ModelEntry) -> Option<NaiveDate> {
        if entry.binned.is_some() {
            return None;
        }
        entry.alias.map(|alias| self.alias_goes(alias)).into_iter().chain(Self::bound(entry)).min()
    }

    /// An announcement counts when it is not of days to come, and of the week before the entry goes
    /// or later.
    fn announced(&self, entry: &ModelEntry) -> Option<NaiveDate> {
        let goes = self.goes(entry)?;
        entry.announced.filter(|on| *on <= self.today && later(*on, 7) >= goes)
    }

    /// Whoever looks or keeps house takes away what does not count.
    fn forget_what_does_not_count(&mut self) {
        let counts: Vec<Option<NaiveDate>> = self.entries.iter().map(|entry| self.announced(entry)).collect();
        for (entry, counts) in self.entries.iter_mut().zip(counts) {
            entry.announced = counts;
        }
    }

    /// Aliases that no entry has any more are gone, and their closings.
    fn drop_unused(&mut self) {
        let entries = &self.entries;
        self.closed.retain(|alias, _| entries.iter().any(|entry| entry.alias == Some(*alias)));
    }

    fn in_use(&self, alias: usize) -> bool {
        self.entries.iter().any(|entry| entry.alias == Some(alias))
    }

    fn pick(&self, place: usize) -> Option<usize> {
        (!self.entries.is_empty()).then(|| place % self.entries.len())
    }
}

fn name(alias: usize) -> Alias {
    Alias::parse(["Blauwe Reiger", "Witte Wolk", "Rode Specht", "Groene Hoed"][alias]).expect("usable")
}

fn moment(day: NaiveDate) -> DateTime<FixedOffset> {
    let noon = NaiveTime::from_hms_opt(16, 50, 0).expect("ten to five");
    day.and_time(noon).and_local_timezone(FixedOffset::east_opt(3600).expect("a zone")).unwrap()
}

/// What the app does after opening and every hour.
fn keep_house(desk: &mut Desk, model: &mut Model) {
    desk.journal.sweep(moment(model.today)).expect("swept");
    let today = model.today;
    model.entries.retain(|entry| entry.binned.is_none_or(|binned| later(binned, 1) > today));
    model.drop_unused();
    model.forget_what_does_not_count();
    let same = desk.journal.end_terms(model.term, model.today, model.open).expect("ended");
    let erased: Vec<EntryId> = same.iter().map(|same| same.entry).collect();
    for entry in model.entries.iter().filter(|entry| erased.contains(&entry.id)) {
        let goes = model.goes(entry).expect("only what has a term goes");
        assert!(goes <= today, "{entry:?} goes on {goes}, not on {today}");
        let seen = |shown: &NaiveDate| later(*shown, 7) <= today && later(*shown, 7) >= goes;
        assert!(entry.shown.iter().any(seen), "{entry:?} unseen on {today}");
        assert_ne!(Some(entry.id), model.open, "the person is in it");
    }
    let stays = |entry: &ModelEntry| {
        let over = model.goes(entry).is_some_and(|goes| goes <= today);
        let seen = entry.announced.is_some_and(|on| later(on, 7) <= today);
        !(over && seen) || model.open == Some(entry.id)
    };
    let staying: Vec<EntryId> =
        model.entries.iter().filter(|entry| stays(entry)).map(|entry| entry.id).collect();
    model.entries.retain(|entry| !erased.contains(&entry.id));
    let left: Vec<EntryId> = model.entries.iter().map(|entry| entry.id).collect();
    assert_eq!(left, staying, "on {today} what was seen and is over goes, and nothing else");
    model.drop_unused();
}

/// The person looks at Today.
fn look(desk: &mut Desk, model: &mut Model) {
    model.forget_what_does_not_count();
    let mut shown: Vec<(EntryId, NaiveDate)> = Vec::new();
    for leaving in desk.journal.leaving(model.term, model.today).expect("read") {
        shown.push((leaving.row.entry, leaving.going.day));
    }
    let mut expected: Vec<(EntryId, NaiveDate)> = Vec::new();
    let today = model.today;
    let goes: Vec<Option<NaiveDate>> = model.entries.iter().map(|entry| model.goes(entry)).collect();
    for (entry, goes) in model.entries.iter_mut().zip(goes) {
        if let Some(goes) = goes.filter(|goes| *goes <= later(today, 7)) {
            entry.shown.push(today);
            let announced = *entry.announced.get_or_insert(today);
            expected.push((entry.id, goes.max(later(announced, 7))));
        }
    }
    expected.sort_by_key(|(entry, day)| (*day, *entry));
    assert_eq!(shown, expected, "on {today}");
}

fn take(desk: &mut Desk, model: &mut Model, step: Step) {
    let today = model.today;
    match step {
        Step::Wait(days, looks) => {
            model.today = later(today, i64::from(days));
            keep_house(desk, model);
            if looks {
                look(desk, model);
            }
        }
        Step::Jump(days) => {
            model.today = later(today, i64::from(days));
            keep_house(desk, model);
        }
        Step::Restart => desk.reopen(),
        Step::Choose(term) => model.term = term,
        Step::Meet(ago, alias, made) => {
            let met = later(today, -i64::from(ago));
            let new = about(&met.to_string(), "gesprek", alias.map(name).as_ref().map(Alias::as_str));
            let new = match made {
                Made::Reflection => new,
                Made::Sheet => sheet(new),
                Made::Preparation => prepares(new),
            };
            let id = desk.journal.start_entry(new, moment(today)).expect("started").id;
            if !matches!(made, Made::Reflection) {
                // It asks long after its term, and lives no longer for that.
                desk.save(id, None, text_cell("feiten", 0), "wat er stond");
                desk.save(id, None, look_back("dag"), &later(today, 400).to_string());
            }
            alias.and_then(|alias| model.closed.remove(&alias));
            let had_alias = alias.is_some();
            let (started, binned, announced, shown) = (today, None, None, Vec::new());
            let entry = ModelEntry { id, started, met, alias, had_alias, binned, announced, shown };
            model.entries.push(entry);
        }
        Step::Change(place, alias, days) => {
            let Some(place) = model.pick(place) else { return };
            let entry = &mut model.entries[place];
            let met = later(entry.met, i64::from(days));
            let contact = Some(("gesprek".to_owned(), alias.map(name)));
            let changed = desk.journal.change_entry(entry.id, met, contact);
            assert_eq!(changed.err(), entry.binned.map(|_| JournalError::EntryInBin));
            if entry.binned.is_some() || (entry.met, entry.alias) == (met, alias) {
                return;
            }
            let given = entry.alias != alias;
            (entry.met, entry.alias) = (met, alias);
            entry.had_alias |= alias.is_some();
            if let Some(alias) = alias
                && (given || model.closed.get(&alias).is_some_and(|closed| *closed < met))
            {
                model.closed.remove(&alias);
            }
        }
        Step::Delete(place) => {
            let Some(place) = model.pick(place) else { return };
            desk.journal.delete(model.entries[place].id, moment(today)).expect("deleted");
            model.entries[place].binned.get_or_insert(today);
        }
        Step::Restore(place) => {
            let Some(place) = model.pick(place) else { return };
            desk.journal.restore(model.entries[place].id).expect("restored");
            model.entries[place].binned = None;
        }
        Step::Rename(alias, to) => {
            let expected = match (model.in_use(alias), model.in_use(to)) {
                (false, _) => Err(JournalError::AliasGone),
                (true, true) if alias != to => Err(JournalError::AliasTaken),
                (true, _) => Ok(()),
            };
            assert_eq!(desk.journal.rename_alias(&name(alias), &name(to)), expected);
            if expected.is_ok() {
                for entry in model.entries.iter_mut().filter(|entry| entry.alias == Some(alias)) {
                    entry.alias = Some(to);
                }
                if let Some(closed) = model.closed.remove(&alias) {
                    model.closed.insert(to, closed);
                }
            }
        }
        Step::Merge(alias, into) => merge(desk, model, alias, into),
        Step::Close(alias, closed) => {
            let done = desk.journal.close_alias(&name(alias), closed.then_some(today));
            assert_eq!(done.is_ok(), model.in_use(alias));
            if done.is_ok() && closed {
                model.closed.entry(alias).and_modify(|known| *known = today.min(*known)).or_insert(today);
            } else if done.is_ok() {
                model.closed.remove(&alias);
            }
        }
        Step::EraseAlias(alias) => {
            let of_it = model.entries.extract_if(.., |entry| entry.alias == Some(alias));
            let gone: Vec<EntryId> = of_it.map(|entry| entry.id).collect();
            match desk.journal.erase_alias(&name(alias)) {
                Ok(same) => {
                    let same: Vec<EntryId> = same.iter().map(|same| same.entry).collect();
                    let (now, before) = same.split_at(gone.len());
                    assert_eq!(now, gone);
                    let lives = |id: &EntryId| model.entries.iter().any(|entry| entry.id == *id);
                    assert!(!before.iter().any(lives), "what was erased before is no other entry");
                }
                Err(error) => assert_eq!((error, gone), (JournalError::AliasGone, Vec::new())),
            }
            model.drop_unused();
        }
        Step::Enter(place) => model.open = model.pick(place).map(|place| model.entries[place].id),
    }
    model.drop_unused();
}

/// Joins two aliases; no entry lives longer than the longer of the two would have let it.
fn merge(desk: &mut Desk, model: &mut Model, alias: usize, into: usize) {
    let possible = model.in_use(alias) && model.in_use(into);
    let done = desk.journal.merge_aliases(&name(alias), &name(into));
    assert_eq!(done.is_ok(), possible);
    if !possible || alias == into {
        return;
    }
    // A contact to come opens what was closed, and the term counts from it when its day is there.
    let to_come = model.entries.iter().filter(|one| {
        [Some(alias), Some(into)].contains(&one.alias) && one.binned.is_none() && one.met > model.today
    });
    let after_it = to_come.map(|one| later(one.met, i64::from(model.term.0)));
    let longest = after_it.chain([alias, into].map(|alias| model.alias_goes(alias))).max().expect("two");
    for entry in model.entries.iter_mut().filter(|entry| entry.alias == Some(alias)) {
        entry.alias = Some(into);
    }
    let met = |day: NaiveDate| {
        let mut kept = model.entries.iter().filter(|one| one.alias == Some(into) && one.binned.is_none());
        kept.any(|one| one.met > day)
    };
    let closings = [alias, into].map(|alias| model.closed.get(&alias).copied());
    let closed = closings.into_iter().flatten().filter(|closed| !met(*closed)).min();
    model.closed.remove(&alias);
    model.closed.remove(&into);
    model.closed.extend(closed.map(|closed| (into, closed)));
    assert!(
        model.alias_goes(into) <= longest,
        "no merge gives time: {} and {longest}",
        model.alias_goes(into)
    );
}

/// Every entry is there, and the journal says of each when it goes.
fn compare(desk: &Desk, model: &Model) {
    assert_eq!(desk.count("entry"), i64::try_from(model.entries.len()).expect("few"));
    let asks = desk.journal.look_backs(usize::MAX).expect("read");
    let there = |entry: EntryId| model.entries.iter().any(|one| one.id == entry && one.binned.is_none());
    assert!(asks.iter().all(|asks| there(asks.entry)), "what is gone asks nothing");
    for entry in &model.entries {
        let going = desk.journal.going(entry.id, model.term, model.today).expect("read");
        let since = model.announced(entry).unwrap_or(model.today);
        let expected = model.goes(entry).map(|goes| goes.max(later(since, 7)));
        assert_eq!(going.map(|going| going.day), expected, "{entry:?} on {}", model.today);
    }
    let known: Vec<bool> = (0..4).map(|alias| model.in_use(alias)).collect();
    let used: Vec<bool> =
        (0..4).map(|alias| desk.journal.alias_in_use(&name(alias)).expect("read")).collect();
    assert_eq!(used, known);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn nothing_goes_unseen_and_nothing_outlives_its_term(
        steps in prop::collection::vec(step(), 60..160),
        leap in 0..3_u64,
    ) {
        let today = NaiveDate::from_ymd_opt(2024, 2, 27).expect("a day") + Days::new(leap);
        let mut model =
            Model { today, term: Term(180), entries: Vec::new(), closed: BTreeMap::new(), open: None };
        let mut desk = Desk::new();
        for step in steps {
            take(&mut desk, &mut model, step);
            compare(&desk, &model);
        }
        desk.check_index();
        // Looked at daily from here, nothing is left of what is over by more than its week.
        model.open = None;
        for _ in 0..=8 {
            take(&mut desk, &mut model, Step::Wait(1, true));
        }
        for entry in &model.entries {
            let over = model.goes(entry).is_some_and(|goes| later(goes, 8) < model.today);
            prop_assert!(!over, "{:?} is still there on {}", entry, model.today);
        }
        let next = later(model.today, 800);
        model.today = next;
        for _ in 0..=8 {
            take(&mut desk, &mut model, Step::Wait(1, true));
        }
        let started = |entry: &ModelEntry| entry.had_alias && later(entry.started, 800) < next;
        prop_assert!(!model.entries.iter().any(started), "two years are the most");
        desk.check_index();
    }
}
