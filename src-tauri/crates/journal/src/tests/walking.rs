//! From the beginning of a walk-through to its card, and what is never changed again.

use super::desk::{Desk, about, at, free_page};
use super::walk_throughs::{NOW, alias, cover, day, freeze_again, one_text, page_of, prepare, today};
use crate::{
    CardState, EntryId, JointCard, JointCardText, JournalError, Original, WalkEnd, WalkPlan, WalkShown,
    WalkThrough, WalkThroughId,
};

const LATER: &str = "2026-11-21T17:30:00+01:00";

/// One that began.
fn begun(desk: &mut Desk) -> (WalkThroughId, EntryId) {
    let (id, entry, _) = one_text(desk, "Zij zei nee.");
    desk.journal.looked_over_walk_through(id).expect("looked over");
    desk.journal.begin_walk_through(id, at(NOW)).expect("begun");
    (id, entry)
}

fn text(discussed: &str, take_along: &str, differently: &str) -> JointCardText {
    JointCardText {
        discussed: discussed.to_owned(),
        take_along: take_along.to_owned(),
        differently: differently.to_owned(),
    }
}

fn card(found: Result<WalkThrough, JournalError>) -> Result<JointCard, JournalError> {
    found.map(|found| found.card.expect("it was shown"))
}

#[test]
fn a_plan_is_two_lines_and_a_time() {
    let plan = WalkPlan::parse(" teamleider ", "\tWat zag ik niet? ", 45, Some(today())).expect("usable");
    assert_eq!((plan.for_whom(), plan.question()), ("teamleider", "Wat zag ik niet?"));
    assert_eq!((plan.minutes(), plan.planned_on()), (45, Some(today())));
    assert_eq!(WalkPlan::parse("", " ", 30, None), Ok(WalkPlan::open()));
    assert!(WalkPlan::parse(&"é".repeat(60), &"é".repeat(300), 15, None).is_ok());
    let too_long = ["é".repeat(61), "é".repeat(301)];
    for (for_whom, question, minutes) in [
        (too_long[0].as_str(), "", 30),
        ("", too_long[1].as_str(), 30),
        ("twee\nregels", "", 30),
        ("", "om\u{202e}gekeerd", 30),
        ("", "", 0),
        ("", "", 20),
        ("", "", 75),
    ] {
        let found = WalkPlan::parse(for_whom, question, minutes, None);
        assert_eq!(found, Err(JournalError::WalkThroughUnusable), "{for_whom}, {question}, {minutes}");
    }
    assert_eq!(
        format!("{plan:?}"),
        "WalkPlan { minutes: 45, planned_on: Some(2026-11-21), .. }",
        "what a person wrote is in no log"
    );
}

#[test]
fn what_is_prepared_stands_before_what_was_shown() {
    let mut desk = Desk::new();
    let entry = desk.write(free_page(), "een");
    let mut with = |planned: Option<&str>, began: Option<&str>| {
        let id = prepare(&mut desk, &[entry]);
        let plan = WalkPlan::parse("", "", 60, planned.map(day)).expect("a plan");
        desk.journal.change_walk_through(id, &plan, today()).expect("changed");
        if let Some(began) = began {
            desk.journal.looked_over_walk_through(id).expect("looked over");
            desk.journal.begin_walk_through(id, at(began)).expect("begun");
        }
        id
    };
    let [past, latest] =
        ["2026-11-01T10:00:00+01:00", "2026-11-02T10:00:00+01:00"].map(|at| with(None, Some(at)));
    let planned = with(Some("2026-11-24"), None);
    let next = with(Some("2026-11-23"), None);
    let [now, other] = [with(None, None), with(None, None)];
    desk.journal.withdraw_walk_through(next, Some(today())).expect("withdrawn");
    let rows = desk.journal.walk_throughs().expect("read");
    let order: Vec<_> = rows.iter().map(|row| row.id).collect();
    assert_eq!(order, [now, other, next, planned, latest, past]);
    for row in rows {
        assert_eq!(desk.journal.walk_through(row.id).expect("read").row, row);
    }
}

#[test]
fn what_was_withdrawn_is_taken_back_before_anything_else() {
    let mut desk = Desk::new();
    let (id, ..) = one_text(&mut desk, "Zij zei nee.");
    desk.journal.looked_over_walk_through(id).expect("looked over");
    let gone = desk.journal.withdraw_walk_through(id, Some(today())).expect("withdrawn");
    assert_eq!((gone.row.withdrawn_on, gone.is_ready()), (Some(today()), false));
    let again = desk.journal.withdraw_walk_through(id, Some(day("2026-11-30"))).expect("withdrawn");
    assert_eq!(again.row.withdrawn_on, Some(today()), "since the earlier day");
    let (page, block) = (gone.pages[0].id, gone.pages[0].blocks[0].id);
    let new = page_of(&desk.journal, gone.pages[0].head.entry);
    let journal = &mut desk.journal;
    let refused = [
        journal.change_walk_through(id, &WalkPlan::open(), today()),
        journal.add_walk_pages(id, &[], &[], today()),
        journal.take_walk_page_out(page, today()),
        journal.move_walk_page(page, None, today()),
        journal.freeze_walk_page_again(page, &new, &[], today()),
        journal.show_walk_day(page, true, today()),
        journal.cover_walk_block(block, &[], today()),
        journal.replace_in_walk_block(block, cover(0, 3), "Zij", "Hij", today()),
        journal.looked_over_walk_through(id),
        journal.begin_walk_through(id, at(NOW)),
    ];
    for refused in refused {
        assert_eq!(refused, Err(JournalError::WalkThroughWithdrawn));
    }
    assert!(desk.journal.withdraw_walk_through(id, None).expect("taken back").is_ready());
    desk.journal.erase_walk_through(id).expect("erased");
    assert_eq!(desk.journal.withdraw_walk_through(id, None), Err(JournalError::WalkThroughGone));
    assert_eq!(desk.journal.erase_walk_through(id), Err(JournalError::WalkThroughGone));
    assert_eq!(desk.journal.walk_through(id), Err(JournalError::WalkThroughGone));
    assert_eq!(prepare(&mut desk, &[]), WalkThroughId(id.0 + 1), "no number is given out twice");
}

#[test]
fn what_began_stands_on_disk_and_waits_until_somebody_comes_back() {
    let mut desk = Desk::new();
    let (id, entry) = begun(&mut desk);
    let found = desk.after_power_cut();
    assert_eq!(found.journal.awaiting_return(), Ok(Some(id)));
    let entry_there = found.journal.entry(entry).expect("entry");
    assert_eq!(entry_there.status.shown_on, Some(today()));
    drop(found);
    desk.reopen();
    let record = desk.journal.walk_through(id).expect("read");
    let shown = WalkShown { began_at: at(NOW), ended: None, returned: false };
    assert_eq!(record.row.shown, Some(shown.clone()));
    assert_eq!(desk.journal.awaiting_return(), Ok(Some(id)));

    // Nobody can say how it ended; then somebody does, and the first word counts.
    assert_eq!(desk.journal.end_walk_through(id, None), Ok(record.clone()));
    let ended = Some((at(LATER), WalkEnd::Screen));
    desk.journal.end_walk_through(id, ended).expect("ended");
    let again = Some((at("2026-11-21T18:00:00+01:00"), WalkEnd::Asked));
    let record = desk.journal.end_walk_through(id, again).expect("known already");
    assert_eq!(record.row.shown, Some(WalkShown { ended, ..shown.clone() }));
    assert_eq!(desk.after_power_cut().journal.walk_through(id), Ok(record));
    assert_eq!(desk.journal.awaiting_return(), Ok(Some(id)), "an end is no return");

    let record = desk.journal.return_from_walk_through(id).expect("returned");
    assert_eq!(record.row.shown, Some(WalkShown { ended, returned: true, ..shown }));
    assert_eq!(desk.journal.awaiting_return(), Ok(None));
    assert_eq!(desk.after_power_cut().journal.awaiting_return(), Ok(None));
    assert_eq!(record.row.card, Some(CardState::Open), "the card waits");
}

#[test]
fn a_clock_that_was_put_back_ends_nothing_before_it_began_and_shows_nothing_earlier() {
    let mut desk = Desk::new();
    let (id, entry) = begun(&mut desk);
    let end = Some((at("2026-11-21T16:00:00+01:00"), WalkEnd::Time));
    let shown = desk.journal.end_walk_through(id, end).expect("ended").row.shown.expect("it was");
    assert_eq!(shown.ended, Some((at(NOW), WalkEnd::Time)));
    let other = prepare(&mut desk, &[entry]);
    desk.journal.looked_over_walk_through(other).expect("looked over");
    desk.journal.begin_walk_through(other, at("2026-11-20T16:00:00+01:00")).expect("begun");
    assert_eq!(desk.journal.entry(entry).expect("entry").status.shown_on, Some(today()));
    assert_eq!(desk.journal.awaiting_return(), Ok(Some(other)), "the one that began first");
    desk.journal.return_from_walk_through(other).expect("returned");
    assert_eq!(desk.journal.awaiting_return(), Ok(Some(id)));
}

#[test]
fn what_was_shown_is_not_changed_any_more() {
    let mut desk = Desk::new();
    let (id, entry) = begun(&mut desk);
    let before = desk.journal.walk_through(id).expect("read");
    assert!(!before.is_ready());
    let (page, block) = (before.pages[0].id, before.pages[0].blocks[0].id);
    let new = page_of(&desk.journal, entry);
    let journal = &mut desk.journal;
    let refused = [
        journal.change_walk_through(id, &WalkPlan::open(), today()),
        journal.add_walk_pages(id, &[], &[], today()),
        journal.take_walk_page_out(page, today()),
        journal.move_walk_page(page, None, today()),
        journal.freeze_walk_page_again(page, &new, &[], today()),
        journal.show_walk_day(page, true, today()),
        journal.cover_walk_block(block, &[cover(0, 3)], today()),
        journal.replace_in_walk_block(block, cover(0, 3), "Zij", "Hij", today()),
        journal.looked_over_walk_through(id),
        journal.withdraw_walk_through(id, Some(today())),
        journal.begin_walk_through(id, at(LATER)),
    ];
    for refused in refused {
        assert_eq!(refused, Err(JournalError::WalkThroughShown));
    }
    assert_eq!(desk.journal.walk_through(id), Ok(before.clone()));

    // The entry goes on, and what was seen stays what was seen; it no longer knows what the entry said.
    let answer = desk.journal.entry(entry).expect("entry").answers[0].id;
    desk.save(entry, Some(answer), super::desk::question("q1"), "Iets anders.");
    desk.journal.change_entry(entry, day("2026-11-10"), None).expect("changed");
    assert_eq!(desk.journal.walk_through(id), Ok(before));
    desk.journal.delete(entry, at(LATER)).expect("deleted");
    assert_eq!(desk.journal.walk_through(id).expect("read").pages[0].original, Original::InBin);
}

#[test]
fn what_was_not_shown_has_no_end_and_no_card() {
    let mut desk = Desk::new();
    let (id, ..) = one_text(&mut desk, "Zij zei nee.");
    let journal = &mut desk.journal;
    let mut refused = |id| {
        [
            journal.end_walk_through(id, Some((at(LATER), WalkEnd::Asked))),
            journal.end_walk_through(id, None),
            journal.return_from_walk_through(id),
            journal.save_joint_card(id, &text("x", "", "")),
            journal.decide_joint_card(id, true),
            journal.decide_joint_card(id, false),
        ]
    };
    assert!(refused(id).iter().all(|found| *found == Err(JournalError::WalkThroughNotShown)));
    assert!(refused(WalkThroughId(99)).iter().all(|found| *found == Err(JournalError::WalkThroughGone)));
}

#[test]
fn a_card_is_kept_and_may_still_be_written_on() {
    let mut desk = Desk::new();
    let (id, _) = begun(&mut desk);
    let empty = JointCard { text: JointCardText::default(), state: CardState::Open };
    assert_eq!(card(desk.journal.walk_through(id)), Ok(empty));
    let first = text("Over wachten.", "Eerst vragen.\nDan zeggen 🙂.", "");
    let saved = card(desk.journal.save_joint_card(id, &first));
    assert_eq!(saved, Ok(JointCard { text: first.clone(), state: CardState::Open }));
    let changes = desk.changes();
    desk.journal.save_joint_card(id, &first).expect("the same");
    assert_eq!(desk.changes(), changes, "the same words change nothing");
    let long = text("", "", &"é".repeat(4_001));
    let refused = desk.journal.save_joint_card(id, &long).map(drop);
    assert_eq!(refused, Err(JournalError::TextTooLong { most: 4_000 }));
    assert_eq!(card(desk.after_power_cut().journal.walk_through(id)).expect("a card").text, first);
    let kept = card(desk.journal.decide_joint_card(id, true)).expect("kept");
    assert_eq!(kept, JointCard { text: first, state: CardState::Kept });
    // What was on its way when it was decided comes after it.
    let late = text("Over wachten en vragen.", "", "Ik zie dit anders.");
    let saved = card(desk.journal.save_joint_card(id, &late)).expect("saved");
    assert_eq!(saved, JointCard { text: late, state: CardState::Kept });
    assert_eq!(card(desk.journal.decide_joint_card(id, true)), Ok(saved.clone()));
    desk.reopen();
    assert_eq!(card(desk.journal.walk_through(id)), Ok(saved));
    let gone = card(desk.journal.decide_joint_card(id, false)).expect("thrown away");
    assert_eq!(gone, JointCard { text: JointCardText::default(), state: CardState::ThrownAway });
}

#[test]
fn a_card_that_was_thrown_away_stays_empty() {
    let mut desk = Desk::new();
    let (id, _) = begun(&mut desk);
    desk.journal.save_joint_card(id, &text("a", "b", "c")).expect("saved");
    let gone = JointCard { text: JointCardText::default(), state: CardState::ThrownAway };
    assert_eq!(card(desk.journal.decide_joint_card(id, false)), Ok(gone.clone()));
    let late = desk.journal.save_joint_card(id, &text("a", "b", "c")).map(drop);
    assert_eq!(late, Err(JournalError::CardThrownAway), "what comes late brings nothing back");
    let kept = desk.journal.decide_joint_card(id, true).map(drop);
    assert_eq!(kept, Err(JournalError::CardThrownAway));
    assert_eq!(card(desk.journal.decide_joint_card(id, false)), Ok(gone.clone()));
    assert_eq!(card(desk.journal.walk_through(id)), Ok(gone));
}

#[test]
fn a_walk_through_that_could_not_be_stored_leaves_nothing_of_itself() {
    let mut desk = Desk::new();
    let entry = desk.write(about("2026-11-20", "gesprek", Some("Blauwe Reiger")), "Een. Twee.");
    let id = prepare(&mut desk, &[entry]);
    let found = desk.journal.looked_over_walk_through(id).expect("looked over");
    let (page, block) = (found.pages[0].id, found.pages[0].blocks[0].id);
    // Temporary triggers stand for a disk that fails in the middle.
    let faults = "CREATE TEMP TRIGGER cover_fault BEFORE INSERT ON walk_cover
        BEGIN SELECT RAISE(ABORT, ''); END;
        CREATE TEMP TRIGGER block_fault BEFORE INSERT ON walk_block BEGIN SELECT RAISE(ABORT, ''); END;
        CREATE TEMP TRIGGER entry_fault BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, ''); END;";
    desk.journal.connection().execute_batch(faults).expect("triggers");
    let new = page_of(&desk.journal, entry);
    let journal = &mut desk.journal;
    let failed = [
        journal.cover_walk_block(block, &[cover(0, 4)], today()).map(drop),
        journal.freeze_walk_page_again(page, &new, &[(alias("Blauwe Reiger"), 0)], today()).map(drop),
        journal.begin_walk_through(id, at(NOW)).map(drop),
        journal.prepare_walk_through(&[new], &[], at(NOW)).map(drop),
    ];
    for failed in failed {
        assert!(matches!(failed, Err(JournalError::Vault(_))), "{failed:?}");
    }
    assert_eq!(desk.journal.walk_through(id), Ok(found));
    assert_eq!((desk.count("walk_through"), desk.count("walk_letter")), (1, 0));
    let mut after = desk.after_power_cut();
    assert_eq!(after.journal.awaiting_return(), Ok(None));
    freeze_again(&mut after, page, entry);
}
