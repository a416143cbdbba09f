//! The parent's part in a walk-through.

use contract::{Failure, Language};
use payload::STEP;

use super::*;

const TIME: WalkEnd = WalkEnd::Time;

fn shown() -> Event {
    Event::Shown(Payload::new(vec![0; STEP].into()).expect("a whole step"))
}

/// A walk-through that has come as far as its first page.
fn walking() -> Vec<Event> {
    then(open(), vec![shown(), Event::Ended(Role::Journal), said(Role::WalkThrough, Note::Painted)])
}

fn asking() -> Vec<Event> {
    let wanted = said(Role::WalkThrough, Note::MoreTimeWanted);
    then(walking(), vec![wanted, said(Role::Keys, Note::Painted)])
}

fn ended() -> Event {
    said(Role::WalkThrough, Note::WalkEnded { end: TIME })
}

fn locking(why: LockReason) -> Event {
    said(Role::Journal, Note::Locking { intent: Intent::Open, why, saved: true, backup: None })
}

#[test]
fn nothing_is_shown_before_the_process_with_the_key_has_ended() {
    check(then(open(), vec![shown()]), &["start walk-through"]);
    check(then(open(), vec![shown(), said(Role::WalkThrough, Note::Painted)]), &[]);
    check(then(open(), vec![shown(), Event::Ended(Role::Journal)]), &["show"]);
}

#[test]
fn nothing_is_shown_before_the_process_with_the_passphrase_has_ended() {
    let at_once = || vec![said(Role::Keys, Note::Painted), key(), said(Role::Journal, Note::Opened), shown()];
    check(at_once(), &["start walk-through"]);
    check(then(at_once(), vec![Event::Ended(Role::Journal)]), &[]);
    check(then(at_once(), vec![Event::Ended(Role::Journal), Event::Ended(Role::Keys)]), &["show"]);
}

#[test]
fn only_an_open_journal_begins_a_walk_through_and_only_one() {
    check(vec![said(Role::Keys, Note::Painted), shown()], &[]);
    check(then(open(), vec![shown(), shown()]), &[]);
    check(then(open(), vec![locking(LockReason::Asked), shown()]), &[]);
}

#[test]
fn no_key_is_passed_on_and_no_journal_started_while_it_runs() {
    check(then(walking(), vec![key()]), &[]);
    check(asking(), &[]);
    check(then(asking(), vec![key()]), &[]);
    // Not even when it is over, from a window that was to ask for a yes.
    check(then(asking(), vec![ended(), Event::Ended(Role::WalkThrough), key()]), &[]);
}

#[test]
fn when_it_is_over_its_process_ends_first_and_then_the_lock_window_opens() {
    check(then(walking(), vec![ended()]), &["tell walk-through Leave"]);
    check(then(walking(), vec![ended(), Event::Ended(Role::WalkThrough)]), &["start keys Time"]);
}

#[test]
fn one_that_falls_is_said() {
    check(then(walking(), vec![Event::Ended(Role::WalkThrough)]), &["start keys walk-through stopped"]);
}

#[test]
fn one_that_falls_before_it_has_anything_is_started_again_and_keeps_nobody_waiting_for_ever() {
    let fallen = then(open(), vec![shown(), Event::Ended(Role::WalkThrough)]);
    check(fallen, &["start walk-through"]);
    let fallen = vec![shown(), Event::Ended(Role::WalkThrough), Event::Ended(Role::Journal)];
    check(then(open(), fallen), &["show"]);
    let falls = (0..=FALLS).map(|_| Event::Ended(Role::WalkThrough)).collect();
    check(then(then(open(), vec![shown()]), falls), &["start keys walk-through stopped"]);
}

#[test]
fn the_next_journal_hears_how_it_ended_until_one_has_opened() {
    let (mut plan, _) = Plan::begin();
    for event in then(walking(), vec![ended(), Event::Ended(Role::WalkThrough)]) {
        plan.after(event);
    }
    let hears = |acts: &[Act]| match acts {
        [Act::Start(Role::Journal, opening)] => opening.walked,
        other => panic!("a journal is warmed: {other:?}"),
    };
    assert_eq!(hears(&plan.after(said(Role::Keys, Note::Painted))), Some(TIME));
    // It falls before it has opened.
    assert_eq!(hears(&plan.after(Event::Ended(Role::Journal))), Some(TIME));
    for event in
        [key(), said(Role::Journal, Note::Opened), Event::Ended(Role::Keys), locking(LockReason::Asked)]
    {
        plan.after(event);
    }
    plan.after(Event::Ended(Role::Journal));
    assert_eq!(hears(&plan.after(said(Role::Keys, Note::Painted))), None);
}

#[test]
fn more_time_is_asked_once_and_a_second_time_brings_the_window_to_the_front() {
    let wanted = || said(Role::WalkThrough, Note::MoreTimeWanted);
    let (mut plan, _) = Plan::begin();
    for event in walking() {
        plan.after(event);
    }
    let acts = plan.after(wanted());
    let [Act::Start(Role::Keys, opening)] = &acts[..] else { panic!("{acts:?}") };
    assert_eq!(opening.intent, Intent::MoreTime);
    assert_eq!(words(&plan.after(wanted())), [""; 0]);
    check(then(asking(), vec![wanted()]), &["tell keys Show"]);
    // Nothing of it before there is anything to have more time for.
    check(then(open(), vec![shown(), wanted()]), &[]);
    check(then(open(), vec![wanted()]), &[]);
}

#[test]
fn a_yes_is_passed_on_and_the_window_that_asked_goes() {
    let yes = || said(Role::Keys, Note::MoreTime);
    check(then(asking(), vec![yes()]), &["tell walk-through MoreTime"]);
    check(then(asking(), vec![yes(), Event::Ended(Role::Keys)]), &[]);
    // A second yes is none.
    check(then(asking(), vec![yes(), yes()]), &[]);
    // It can be asked again, while the window still goes and after.
    let wanted = || said(Role::WalkThrough, Note::MoreTimeWanted);
    check(then(asking(), vec![yes(), wanted(), Event::Ended(Role::Keys)]), &["start keys"]);
    check(then(asking(), vec![yes(), Event::Ended(Role::Keys), wanted()]), &["start keys"]);
}

#[test]
fn closing_the_window_that_asks_ends_only_that_window() {
    let no = || said(Role::Keys, Note::Quit);
    check(then(asking(), vec![no()]), &["tell walk-through NoMoreTime"]);
    check(then(asking(), vec![no(), Event::Ended(Role::Keys)]), &[]);
    check(then(asking(), vec![Event::Ended(Role::Keys)]), &["tell walk-through NoMoreTime"]);
}

#[test]
fn an_ordinary_lock_window_gives_nobody_more_time() {
    check(vec![said(Role::Keys, Note::Painted), said(Role::Keys, Note::MoreTime)], &[]);
    check(then(walking(), vec![said(Role::Keys, Note::MoreTime)]), &[]);
}

#[test]
fn one_that_is_over_while_more_time_is_asked_sends_that_window_away() {
    check(then(asking(), vec![ended()]), &["tell walk-through Leave", "tell keys Leave"]);
    for gone in [[Role::Keys, Role::WalkThrough], [Role::WalkThrough, Role::Keys]] {
        let events = then(vec![ended()], gone.into_iter().map(Event::Ended).collect());
        check(then(asking(), events), &["start keys Time"]);
    }
    // Also where it was asked for again.
    let wanted = said(Role::WalkThrough, Note::MoreTimeWanted);
    let events = vec![said(Role::Keys, Note::Quit), wanted, ended(), Event::Ended(Role::Keys)];
    check(then(asking(), events), &[]);
    // And where it just falls.
    let events = vec![Event::Ended(Role::WalkThrough), Event::Ended(Role::Keys)];
    check(then(asking(), events), &["start keys walk-through stopped"]);
}

#[test]
fn a_lid_that_closes_before_anything_is_shown_shows_nothing() {
    check(then(open(), vec![shown(), locking(LockReason::Lid)]), &["tell walk-through Leave"]);
    let events =
        vec![shown(), locking(LockReason::Lid), Event::Ended(Role::Journal), Event::Ended(Role::WalkThrough)];
    check(then(open(), events), &["start keys Lid"]);
    // Its own process may be the one that hears of it.
    let lid = said(Role::WalkThrough, Note::WalkEnded { end: WalkEnd::Locked { by: LockedBy::Lid } });
    let events = vec![shown(), lid, Event::Ended(Role::Journal), Event::Ended(Role::WalkThrough)];
    check(then(open(), events), &["start keys Locked { by: Lid }"]);
}

#[test]
fn a_session_that_ends_takes_the_walk_through_along() {
    let quit = || said(Role::WalkThrough, Note::Quit);
    check(then(walking(), vec![quit()]), &["tell walk-through Leave"]);
    check(then(walking(), vec![quit(), Event::Ended(Role::WalkThrough)]), &["finish 0"]);
    check(then(asking(), vec![quit()]), &["tell keys Leave", "tell walk-through Leave"]);
}

#[test]
fn one_that_is_not_refused_enough_ends_the_app_and_shows_nothing() {
    let events = vec![shown(), Event::Refused(Role::WalkThrough)];
    check(then(open(), events), &[]);
    let events = vec![shown(), Event::Refused(Role::WalkThrough), Event::Ended(Role::Journal)];
    check(then(open(), events), &["finish 77"]);
    let events = vec![Event::Refused(Role::Keys), Event::Ended(Role::WalkThrough)];
    check(then(asking(), events), &["finish 77"]);
}

#[test]
fn a_knock_goes_to_it_or_to_the_window_that_asks_for_more_time() {
    check(then(walking(), vec![Event::Knock]), &["tell walk-through Show"]);
    check(then(asking(), vec![Event::Knock]), &["tell keys Show"]);
    check(then(open(), vec![shown(), Event::Knock]), &[]);
}

#[test]
fn it_cannot_speak_for_another_role() {
    let english = contract::Appearance { language: Language::En, ..Default::default() };
    for note in [
        Note::Opened,
        Note::MoreTime,
        Note::NoMoreTime,
        Note::Appearance { appearance: english },
        Note::OpeningFailed { failure: Failure::StoreDamaged },
        Note::Locking { intent: Intent::Wipe, why: LockReason::Asked, saved: true, backup: None },
    ] {
        check(then(walking(), vec![said(Role::WalkThrough, note)]), &[]);
    }
    for role in [Role::Keys, Role::Journal] {
        check(then(walking(), vec![said(role, Note::WalkEnded { end: TIME })]), &[]);
    }
}

/// Numbers that are the same in every run (xorshift, Marsaglia 2003).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % most
    }
}

/// Something that a process can say or do, whether it is its turn or not.
fn anything(role: Role, chance: &mut Chance) -> Event {
    let notes = [
        Note::Painted,
        Note::Opened,
        Note::Quit,
        Note::MoreTime,
        Note::NoMoreTime,
        Note::MoreTimeWanted,
        Note::WalkEnded { end: TIME },
        Note::OpeningFailed { failure: Failure::StoreDamaged },
        Note::Locking { intent: Intent::Open, why: LockReason::Lid, saved: true, backup: None },
    ];
    let (dice, pick) = (chance.below(8), chance.below(60));
    let note = |wanted: &[usize]| said(role, notes[wanted[pick % wanted.len()]].clone());
    match role {
        Role::Keys => match dice {
            0 => Event::Ended(role),
            1..4 => key(),
            _ => note(&[0, 0, 0, 0, 0, 2, 3, 1, 4, 5, 6]),
        },
        Role::Journal => match dice {
            0 | 1 => Event::Ended(role),
            2 | 3 => shown(),
            _ => note(&[1, 1, 1, 1, 1, 1, 0, 2, 3, 5, 6, 7, 8]),
        },
        Role::WalkThrough | Role::DemoMaker | Role::Refusal => match dice {
            0 => Event::Ended(role),
            _ => note(&[0, 0, 0, 5, 5, 5, 5, 6, 2, 1, 3, 4, 8]),
        },
    }
}

/// Whatever the processes say, and in whatever order they fall.
#[test]
fn in_no_order_of_events_does_a_process_that_shows_live_beside_one_that_may_hold_the_key() {
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    let (mut shows, mut opens, mut asked) = (0, 0, 0);
    for _ in 0..20_000 {
        let (mut plan, mut acts) = Plan::begin();
        let mut alive: Vec<Role> = Vec::new();
        // Whether the keys window that lives asks for a yes and for nothing else.
        let mut only_asks = false;
        for _ in 0..80 {
            for act in &acts {
                match act {
                    Act::Start(role, opening) => {
                        assert!(!alive.contains(role), "one process for each role");
                        let walks = alive.contains(&Role::WalkThrough);
                        match role {
                            Role::Journal => assert!(!walks),
                            Role::Keys => {
                                only_asks = opening.intent == Intent::MoreTime;
                                assert_eq!(walks, only_asks);
                                asked += u32::from(only_asks);
                            }
                            Role::WalkThrough | Role::DemoMaker | Role::Refusal => {}
                        }
                        alive.push(*role);
                    }
                    Act::Show(_) => {
                        assert_eq!(alive, [Role::WalkThrough]);
                        shows += 1;
                    }
                    Act::HandOver(_) => {
                        assert!(alive.contains(&Role::Journal) && !alive.contains(&Role::WalkThrough));
                        assert!(!only_asks);
                        opens += 1;
                    }
                    Act::Tell(..) => {}
                    Act::Finish(_) => assert!(alive.is_empty()),
                }
            }
            if alive.is_empty() {
                break;
            }
            let role = alive[chance.below(alive.len())];
            let event = anything(role, &mut chance);
            if matches!(event, Event::Ended(_)) {
                alive.retain(|one| *one != role);
            }
            acts = plan.after(event);
        }
    }
    // It came to all of that.
    assert!(shows > 1_000 && opens > 10_000 && asked > 1_000, "{shows} {opens} {asked}");
}
