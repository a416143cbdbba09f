//! What was frozen for a walk-through, and what was written about it, is nowhere once it goes: with its
//! entry, however that goes, out of every copy; and by itself.

use std::fs;

use super::desk::{Desk, about, at, free_page, guide};
use super::erasing::{CANARY, PIECE, places_of};
use super::walk_throughs::{NOW, alias, day, page_of, prepare, today};
use crate::{
    EntryId, Field, JointCardText, NewEntry, NewWalkPage, Sitting, Term, WalkPlan, WalkThroughId, without,
};

/// A journal with some pages in it, and an entry that stays and is frozen too.
struct Choir {
    desk: Desk,
    kept: EntryId,
}

impl Choir {
    fn new() -> Self {
        let mut desk = Desk::new();
        for number in 0..60 {
            desk.write(guide(), &format!("{} nummer{number}", "gewone woorden ".repeat(30)));
        }
        let kept = desk.write(free_page(), "blijft staan");
        desk.journal.search("woorden", 5).expect("search");
        Self { desk, kept }
    }

    /// An entry that says the canary wherever one can.
    fn sing(&mut self, name: Option<&str>) -> EntryId {
        let sitting = Sitting { minutes: 5, young: false, baggage: Some(CANARY.into()), mood: None };
        let new = about("2026-11-20", "gesprek", name);
        let entry = self.desk.start(NewEntry { sitting: Some(sitting), ..new });
        let long = format!("{CANARY} ").repeat(900);
        self.desk.save(entry, None, Field::Own { wording: &format!("Wat zei {CANARY}?") }, &long);
        self.desk.save(entry, None, Field::Feeling, &format!("Moe van {CANARY}"));
        self.desk.journal.leave(entry).expect("leave");
        entry
    }

    /// Freezes it beside what stays; if asked, it was shown.
    fn freeze(&mut self, entry: EntryId, is_shown: bool) -> WalkThroughId {
        let NewWalkPage { blocks, .. } = page_of(&self.desk.journal, entry);
        let mut page = page_of(&self.desk.journal, entry);
        page.kind = Some(CANARY.into());
        page.title = Some(CANARY.into());
        page.blocks = blocks
            .into_iter()
            .map(|block| crate::NewWalkBlock { heading: Some(CANARY.into()), ..block })
            .collect();
        let pages = [page, page_of(&self.desk.journal, self.kept)];
        let id = self.desk.journal.prepare_walk_through(&pages, &[], at(NOW)).expect("prepared");
        if is_shown {
            self.desk.journal.looked_over_walk_through(id).expect("looked over");
            self.desk.journal.begin_walk_through(id, at(NOW)).expect("begun");
        }
        id
    }

    #[track_caller]
    fn heard(&mut self, tables: &[&str]) {
        let places = places_of(&mut self.desk, PIECE.as_bytes());
        for place in tables {
            assert!(places.iter().any(|found| found.starts_with(place)), "{place} in {places:?}");
        }
    }

    /// The canary is nowhere, nor after a restart; the log holds nothing, and what stays is whole.
    #[track_caller]
    fn silent(mut self) -> Desk {
        assert_eq!(places_of(&mut self.desk, PIECE.as_bytes()), Vec::<String>::new());
        let log = self.desk.folder.path().join("journal.db-wal");
        assert_eq!(fs::metadata(&log).expect("the log is there").len(), 0, "nothing lives on in the log");
        self.desk.check_index();
        self.desk.reopen();
        assert_eq!(places_of(&mut self.desk, PIECE.as_bytes()), Vec::<String>::new());
        self.desk
    }
}

const FROZEN: &[&str] = &["walk_page,", "walk_block,", "answer,", "page "];

#[track_caller]
fn stays(desk: &Desk, id: WalkThroughId, kept: EntryId) {
    let left = desk.journal.walk_through(id).expect("that it was stays");
    assert!(left.row.has_lost_pages);
    assert_eq!(left.pages.iter().map(|page| page.head.entry).collect::<Vec<_>>(), [kept]);
    assert_eq!(left.pages[0].blocks[0].text, "blijft staan");
}

#[test]
fn what_was_frozen_of_an_erased_entry_is_nowhere() {
    for is_shown in [false, true] {
        let mut choir = Choir::new();
        let entry = choir.sing(None);
        let id = choir.freeze(entry, is_shown);
        choir.heard(FROZEN);
        choir.desk.journal.erase(entry).expect("erased");
        let kept = choir.kept;
        stays(&choir.silent(), id, kept);
    }
}

#[test]
fn what_was_frozen_goes_from_the_bin_and_by_the_term_with_its_entry() {
    let mut choir = Choir::new();
    let (binned, over) = (choir.sing(None), choir.sing(Some("Blauwe Reiger")));
    let ids = [choir.freeze(binned, false), choir.freeze(over, true)];
    choir.desk.journal.delete(binned, at(NOW)).expect("deleted");
    choir.heard(FROZEN);
    assert_eq!(choir.desk.journal.sweep(at("2026-11-22T17:00:00+01:00")), Ok(1));
    choir.heard(FROZEN);
    choir.desk.journal.leaving(Term(180), day("2027-06-01")).expect("told");
    assert_eq!(choir.desk.journal.end_terms(Term(180), day("2027-06-08"), None).expect("ended").len(), 1);
    let kept = choir.kept;
    let desk = choir.silent();
    ids.into_iter().for_each(|id| stays(&desk, id, kept));
}

#[test]
fn what_was_frozen_goes_with_its_alias_and_so_does_the_name_behind_a_letter() {
    let mut choir = Choir::new();
    let entry = choir.sing(Some(CANARY));
    let id = choir.freeze(entry, true);
    let letters = [(alias(CANARY), 0)];
    let other = prepare(&mut choir.desk, &[]);
    choir.desk.journal.add_walk_pages(other, &[], &letters, today()).expect("kept");
    choir.heard(FROZEN);
    choir.desk.journal.erase_alias(&alias(CANARY)).expect("erased");
    assert_eq!(choir.desk.journal.walk_letters(other).expect("read").next, 1);
    let kept = choir.kept;
    stays(&choir.silent(), id, kept);
}

#[test]
fn what_was_frozen_of_an_entry_that_was_erased_everywhere_is_in_no_copy() {
    let mut choir = Choir::new();
    let entry = choir.sing(None);
    let id = choir.freeze(entry, true);
    let same = choir.desk.journal.same(entry).expect("it is there");
    let copy = choir.desk.folder.copy();
    let (vault, had) = without(copy.unlock(), &[same]).expect("rewritten");
    assert_eq!(had, 1);
    vault.lock().expect("locks");
    let mut copy = Desk::at(copy);
    assert_eq!(places_of(&mut copy, PIECE.as_bytes()), Vec::<String>::new());
    stays(&copy, id, choir.kept);
}

#[test]
fn a_walk_through_that_was_erased_is_nowhere_and_its_entries_stay() {
    for is_shown in [false, true] {
        let mut choir = Choir::new();
        let entry = choir.desk.write(guide(), "een gewone dag");
        let mut page = page_of(&choir.desk.journal, entry);
        for block in &mut page.blocks {
            // As a writer put other words in the place of hers.
            block.text = format!("{CANARY} ").repeat(2_000);
        }
        let id = choir.desk.journal.prepare_walk_through(&[page], &[], at(NOW)).expect("prepared");
        let plan = WalkPlan::parse(CANARY, &format!("Wat zag {CANARY}?"), 30, None).expect("a plan");
        choir.desk.journal.change_walk_through(id, &plan, today()).expect("changed");
        if is_shown {
            choir.desk.journal.looked_over_walk_through(id).expect("looked over");
            choir.desk.journal.begin_walk_through(id, at(NOW)).expect("begun");
            let text = JointCardText { discussed: CANARY.into(), ..JointCardText::default() };
            choir.desk.journal.save_joint_card(id, &text).expect("saved");
        }
        choir.heard(&["walk_through,", "walk_block,", "page "]);
        choir.desk.journal.erase_walk_through(id).expect("erased");
        let desk = choir.silent();
        assert!(desk.journal.entry(entry).is_ok());
        for table in ["walk_through", "walk_page", "walk_block", "walk_cover", "walk_letter"] {
            assert_eq!(desk.count(table), 0, "{table}");
        }
    }
}

#[test]
fn a_card_that_was_thrown_away_is_nowhere() {
    let mut choir = Choir::new();
    let entry = choir.desk.write(guide(), "een gewone dag");
    let id = prepare(&mut choir.desk, &[entry]);
    choir.desk.journal.looked_over_walk_through(id).expect("looked over");
    choir.desk.journal.begin_walk_through(id, at(NOW)).expect("begun");
    let [long, longer] = [150, 230].map(|times| format!("{CANARY} ").repeat(times));
    // Written over, longer and shorter: pages of it are free.
    for take_along in [&long, &longer, &long] {
        let text = JointCardText {
            discussed: long.clone(),
            take_along: take_along.clone(),
            differently: CANARY.into(),
        };
        choir.desk.journal.save_joint_card(id, &text).expect("saved");
    }
    choir.heard(&["walk_through,", "page "]);
    choir.desk.journal.decide_joint_card(id, false).expect("thrown away");
    let desk = choir.silent();
    assert!(desk.journal.walk_through(id).expect("read").row.shown.is_some(), "that it was shown stays");
}

#[test]
fn a_page_that_was_taken_out_and_words_that_were_taken_back_are_nowhere() {
    let mut choir = Choir::new();
    let entry = choir.desk.write(guide(), "een gewone dag");
    let mut page = page_of(&choir.desk.journal, entry);
    page.blocks[0].text = format!("{CANARY} ").repeat(2_000);
    let id = choir.desk.journal.prepare_walk_through(&[page], &[], at(NOW)).expect("prepared");
    let plan = WalkPlan::parse(CANARY, CANARY, 30, None).expect("a plan");
    choir.desk.journal.change_walk_through(id, &plan, today()).expect("changed");
    choir.heard(&["walk_through,", "walk_block,", "page "]);
    let page = choir.desk.journal.walk_through(id).expect("read").pages[0].id;
    choir.desk.journal.change_walk_through(id, &WalkPlan::open(), today()).expect("changed");
    choir.desk.journal.take_walk_page_out(page, today()).expect("taken out");
    choir.silent();
}

/// Once it was shown, the words before they were replaced are where the entry has them, and nowhere else:
/// when the writer takes them out there too, they are gone.
#[test]
fn what_was_shown_remembers_nothing_that_was_not_seen_or_covered() {
    let mut choir = Choir::new();
    let entry = choir.desk.start(guide());
    let answer = choir.desk.save(entry, None, Field::Free, CANARY).id;
    let id = prepare(&mut choir.desk, &[entry]);
    let block = choir.desk.journal.walk_through(id).expect("read").pages[0].blocks[0].id;
    let all = crate::Cover { start: 0, end: 16 };
    choir.desk.journal.replace_in_walk_block(block, all, CANARY, "de buurman", today()).expect("replaced");
    choir.desk.journal.looked_over_walk_through(id).expect("looked over");
    choir.desk.journal.begin_walk_through(id, at(NOW)).expect("begun");
    choir.desk.journal.leave(entry).expect("leave");
    choir.desk.save(entry, Some(answer), Field::Free, "de buurman");
    choir.desk.reopen();
    assert_eq!(places_of(&mut choir.desk, PIECE.as_bytes()), Vec::<String>::new());
}
