//! L4: a lock in the middle of typing costs the text of the last two seconds, at most.

use std::{
    thread,
    time::{Duration, Instant},
};

use boundaries::{Logind, Whose, figure, is_alive, rounds, wait_for};

use crate::{person::Person, steps};

/// What may be lost.
const MOST: Duration = Duration::from_secs(2);

#[test]
fn a_lock_while_typing_costs_no_more_than_two_seconds_of_text() {
    let person = Person::sits_down();
    let system = Logind::on(person.desktop());
    steps::set_up(&person);
    let times = rounds(2, 200);
    let mut worst = Duration::ZERO;
    for round in 0..times {
        // Every moment between two saves is as likely, and each round is the same again.
        let typing = Duration::from_millis(800 + (round as u64 * 1_237) % 2_700);
        let lost = types_until_locked(&person, &system, typing);
        worst = worst.max(lost);
        assert!(lost <= MOST, "round {round}: {lost:?} of typing are lost");
    }
    let outcome = format!("at most {} ms of typing lost", worst.as_millis());
    figure("L4", "locked while somebody types", times, outcome);
}

/// Types on a new page until the system locks the journal after `typing`, and looks what was kept;
/// gives how much of what was typed before the lock is gone, in time.
fn types_until_locked(person: &Person, system: &Logind, typing: Duration) -> Duration {
    let field = steps::start_free_page(person);
    wait_for("the journal to be waited for", || {
        system.inhibitors().last().filter(|last| last.let_go.is_none()).map(drop)
    });
    person.takes_up("journal", "entry", &field.name);
    let journal = person.role_on_screen("journal");
    let began = Instant::now();
    let (typed, locked_at) = thread::scope(|both| {
        let locked = both.spawn(|| {
            thread::sleep(typing);
            system.lock_session(Whose::Ours);
            began.elapsed()
        });
        // Each mark is the moment at which it is on its way.
        let mut typed: Vec<Duration> = Vec::new();
        while is_alive(journal) {
            person.types(&format!("{:05} ", began.elapsed().as_millis()));
            typed.push(began.elapsed());
        }
        (typed, locked.join().expect("it locks"))
    });
    assert!(typed.iter().any(|at| *at > locked_at), "somebody typed while it locked");

    steps::unlock_over(person);
    person.presses("journal", "button", person.words.say("today-continue-action"));
    let kept = person.hears_until("journal", "what was kept", |told| {
        told.iter().find(|one| one.is_field() && !one.value.is_empty()).map(|one| one.value.clone())
    });
    // The last may have been cut off in its middle.
    let whole = kept.split_whitespace().filter(|mark| mark.len() == 5);
    let marks: Vec<u64> = whole.filter_map(|mark| mark.parse().ok()).collect();
    assert!(marks.is_sorted(), "what was kept is whole: {kept}");
    let last = marks.last().copied().map(Duration::from_millis).expect("a mark");
    locked_at.saturating_sub(last)
}
