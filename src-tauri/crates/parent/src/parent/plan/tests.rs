//! What the parent decides, event by event.

use contract::Failure;
use household::pipe::Circumstances;

use super::*;

mod walking;

fn key() -> Event {
    Event::Key(Handover::new(&[7; 48], Circumstances::default()))
}

fn said(role: Role, note: Note) -> Event {
    Event::Said(role, note)
}

/// What the acts are, in words short enough to compare.
fn words(acts: &[Act]) -> Vec<String> {
    acts.iter()
        .map(|act| match act {
            Act::Start(role, opening) => match &opening.notice {
                None => format!("start {}", role.name()),
                Some(Notice::LockedByItself { why, .. }) => format!("start {} {why:?}", role.name()),
                Some(Notice::JournalStopped | Notice::KeysStopped) => {
                    format!("start {} stopped", role.name())
                }
                Some(Notice::OpeningFailed { .. }) => format!("start {} failed", role.name()),
                Some(Notice::WalkThroughEnded { end }) => format!("start {} {end:?}", role.name()),
                Some(Notice::WalkThroughStopped) => format!("start {} walk-through stopped", role.name()),
            },
            Act::Tell(role, note) => format!("tell {} {note:?}", role.name()),
            Act::HandOver(_) => "hand over".into(),
            Act::Show(_) => "show".into(),
            Act::Finish(code) => format!("finish {code}"),
        })
        .collect()
}

/// Plays events; gives what the last one led to.
#[track_caller]
fn check(events: Vec<Event>, expected: &[&str]) {
    let (mut plan, mut acts) = Plan::begin();
    for event in events {
        acts = plan.after(event);
    }
    assert_eq!(words(&acts), expected);
}

fn open() -> Vec<Event> {
    vec![said(Role::Keys, Note::Painted), key(), said(Role::Journal, Note::Opened), Event::Ended(Role::Keys)]
}

fn then(mut events: Vec<Event>, more: Vec<Event>) -> Vec<Event> {
    events.extend(more);
    events
}

#[test]
fn the_journal_is_warmed_once_the_lock_window_is_painted() {
    check(vec![], &["start keys"]);
    check(vec![said(Role::Keys, Note::Painted)], &["start journal"]);
}

#[test]
fn a_key_goes_to_the_warm_journal_or_to_one_started_for_it() {
    check(vec![said(Role::Keys, Note::Painted), key()], &["hand over"]);
    check(vec![key()], &["start journal", "hand over"]);
}

#[test]
fn a_key_that_comes_while_the_journal_before_still_seals_waits_for_the_next() {
    let soon = || {
        let locking =
            Note::Locking { intent: Intent::Open, why: LockReason::Asked, saved: true, backup: None };
        then(open(), vec![said(Role::Journal, locking), said(Role::Keys, Note::Painted), key()])
    };
    check(soon(), &[]);
    check(then(soon(), vec![Event::Ended(Role::Journal)]), &["start journal", "hand over"]);
    check(then(soon(), vec![Event::Ended(Role::Keys)]), &[]);
}

#[test]
fn keys_leaves_when_the_journal_stands() {
    let events = vec![said(Role::Keys, Note::Painted), key(), said(Role::Journal, Note::Opened)];
    check(events, &["tell keys Leave"]);
}

#[test]
fn locking_starts_keys_at_once_and_warms_after_the_end() {
    let locking = said(
        Role::Journal,
        Note::Locking { intent: Intent::Open, why: LockReason::Idle, saved: true, backup: None },
    );
    check(then(open(), vec![locking]), &["start keys Idle"]);
    let locking = said(
        Role::Journal,
        Note::Locking { intent: Intent::Open, why: LockReason::Asked, saved: true, backup: None },
    );
    let events = vec![locking, Event::Ended(Role::Journal), said(Role::Keys, Note::Painted)];
    check(then(open(), events), &["start journal"]);
}

#[test]
fn locking_while_keys_still_leaves_waits_for_it() {
    let locking = said(
        Role::Journal,
        Note::Locking { intent: Intent::Open, why: LockReason::Asked, saved: true, backup: None },
    );
    let events = vec![said(Role::Keys, Note::Painted), key(), said(Role::Journal, Note::Opened), locking];
    check(events, &[]);
    let locking = said(
        Role::Journal,
        Note::Locking { intent: Intent::Open, why: LockReason::Asked, saved: true, backup: None },
    );
    let events = vec![
        said(Role::Keys, Note::Painted),
        key(),
        said(Role::Journal, Note::Opened),
        locking,
        Event::Ended(Role::Keys),
    ];
    check(events, &["start keys"]);
}

#[test]
fn a_journal_that_falls_is_said() {
    check(then(open(), vec![Event::Ended(Role::Journal)]), &["start keys stopped"]);
}

#[test]
fn a_store_that_does_not_open_is_said_in_a_new_lock_window() {
    let failed = said(Role::Journal, Note::OpeningFailed { failure: Failure::StoreDamaged });
    let events = vec![said(Role::Keys, Note::Painted), key(), failed];
    check(events, &["tell keys Leave"]);
    let failed = said(Role::Journal, Note::OpeningFailed { failure: Failure::StoreDamaged });
    let events = vec![said(Role::Keys, Note::Painted), key(), failed, Event::Ended(Role::Keys)];
    check(events, &["start keys failed"]);
}

#[test]
fn closing_the_journal_closes_the_app_when_all_is_sealed() {
    check(then(open(), vec![said(Role::Journal, Note::Quit)]), &[]);
    let events = vec![said(Role::Journal, Note::Quit), Event::Ended(Role::Journal)];
    check(then(open(), events), &["finish 0"]);
}

#[test]
fn closing_the_lock_window_sends_the_warm_journal_away() {
    let quit = vec![said(Role::Keys, Note::Painted), said(Role::Keys, Note::Quit)];
    check(quit, &["tell journal Leave"]);
    let quit = vec![
        said(Role::Keys, Note::Painted),
        said(Role::Keys, Note::Quit),
        Event::Ended(Role::Journal),
        Event::Ended(Role::Keys),
    ];
    check(quit, &["finish 0"]);
}

#[test]
fn a_role_that_keeps_falling_is_given_up() {
    check(vec![Event::Ended(Role::Keys)], &["start keys stopped"]);
    let falls = (0..=FALLS).map(|_| Event::Ended(Role::Keys)).collect();
    check(falls, &["finish 1"]);
    let warm = (0..FALLS).map(|_| Event::Ended(Role::Journal)).collect();
    check(then(vec![said(Role::Keys, Note::Painted)], warm), &["start journal"]);
    let warm = (0..=FALLS).map(|_| Event::Ended(Role::Journal)).collect();
    check(then(vec![said(Role::Keys, Note::Painted)], warm), &[]);
}

#[test]
fn a_role_that_is_not_refused_enough_ends_the_app() {
    check(vec![Event::Refused(Role::Keys)], &["finish 77"]);
    let warm = vec![said(Role::Keys, Note::Painted), Event::Refused(Role::Journal)];
    check(warm, &["tell keys Leave"]);
    let warm = vec![said(Role::Keys, Note::Painted), Event::Refused(Role::Journal), Event::Ended(Role::Keys)];
    check(warm, &["finish 77"]);
    let locking = said(
        Role::Journal,
        Note::Locking { intent: Intent::Open, why: LockReason::Asked, saved: true, backup: None },
    );
    // The journal that still seals is waited for.
    check(then(open(), vec![locking, Event::Refused(Role::Keys)]), &[]);
    let locking = said(
        Role::Journal,
        Note::Locking { intent: Intent::Open, why: LockReason::Asked, saved: true, backup: None },
    );
    let events = vec![locking, Event::Refused(Role::Keys), Event::Ended(Role::Journal)];
    check(then(open(), events), &["finish 77"]);
}

#[test]
fn a_knock_goes_to_the_window_in_use() {
    check(then(open(), vec![Event::Knock]), &["tell journal Show"]);
    check(vec![said(Role::Keys, Note::Painted), Event::Knock], &["tell keys Show"]);
}

#[test]
fn a_chosen_language_reaches_the_next_role() {
    let (mut plan, _) = Plan::begin();
    let english = Appearance { language: contract::Language::En, ..Appearance::default() };
    plan.after(said(Role::Keys, Note::Appearance { appearance: english }));
    let acts = plan.after(said(Role::Keys, Note::Painted));
    let [Act::Start(Role::Journal, opening)] = &acts[..] else { panic!("the journal is warmed") };
    assert_eq!(opening.appearance, Some(english));
}

#[test]
fn keys_cannot_speak_for_the_journal() {
    check(vec![said(Role::Keys, Note::Opened)], &[]);
}
