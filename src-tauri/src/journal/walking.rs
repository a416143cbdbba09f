//! From the journal to a walk-through and back: the frozen texts go to another process, and after it the
//! card comes before anything else.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use contract::{Failure, FirstScreen, Opened, WalkThroughRequest};
use household::tell;

use super::{Journal, desk::Desk};

/// What a window may call before the journal is entered: what is about the process, and the card after a
/// walk-through. Somebody may still look along, so everything else is out of turn.
const BEFORE: [&str; 11] = [
    "await_opening",
    "journal_painted",
    "await_event",
    "save_joint_card",
    "decide_joint_card",
    "make_intention",
    "mirror_text",
    "spare_finding",
    "open_after_card",
    "lock_journal",
    "quit_journal",
];

/// Whether the journal was entered: at its opening, or after the card by an act of its own.
#[derive(Debug, Default)]
pub struct Threshold(AtomicBool);

impl Threshold {
    /// Whether a command is in turn.
    ///
    /// # Errors
    /// `OutOfTurn` while the journal was not entered and the command is about it.
    pub fn admit(&self, command: &str) -> Result<(), Failure> {
        if self.is_crossed() || BEFORE.contains(&command) { Ok(()) } else { Err(Failure::OutOfTurn) }
    }

    fn is_crossed(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }

    fn cross(&self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

impl Journal {
    /// The store has opened: the journal is entered, unless a walk-through is over that nobody came back
    /// from. A card that cannot be read keeps nobody from all that can.
    pub(super) fn arrive(&self, desk: &mut Desk) {
        let ended = self.errand.walked.map(|end| (self.started_at, end));
        if let Err(failure) = desk.await_return(ended) {
            tell::line(&format!("walked: {failure:?}"));
        }
        match desk.joint_card_screen() {
            Ok(Some(_)) => {}
            Ok(None) => self.threshold.cross(),
            Err(failure) => {
                tell::line(&format!("card: {failure:?}"));
                self.threshold.cross();
            }
        }
    }

    /// What the window shows first.
    pub(super) fn first_screen(&self, shown: &mut Desk) -> Result<FirstScreen, Failure> {
        if !self.threshold.is_crossed()
            && let Some(screen) = shown.joint_card_screen()?
        {
            return Ok(FirstScreen::JointCard { screen });
        }
        Ok(FirstScreen::Journal { opened: shown.opened()? })
    }

    pub(super) fn open_after_card(&self, (): ()) -> Result<Opened, Failure> {
        if self.threshold.is_crossed() {
            return Err(Failure::OutOfTurn);
        }
        self.at_desk(|desk| {
            if let Err(failure) = desk.return_from_walk_through() {
                // A full disk keeps nobody out; the card comes again at the next unlock.
                tell::line(&format!("return: {failure:?}"));
            }
            let opened = desk.opened()?;
            self.threshold.cross();
            Ok(opened)
        })
    }

    /// Hands over what is shown, saves, seals and ends. It stands on disk before that the walk-through
    /// began: whatever happens from here on, the next unlock begins with its card.
    pub(super) fn start_walk_through(self: &Arc<Self>, request: WalkThroughRequest) -> Result<(), Failure> {
        let payload = self.at_desk(|desk| desk.begin_walk_through(request))?;
        self.hand_over_and_end(payload)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn before_the_journal_is_entered_only_the_card_and_the_way_out_are_in_turn() {
        let threshold = Threshold::default();
        let all: BTreeSet<&str> = contract::JOURNAL.iter().map(|line| line.name).collect();
        let admitted: BTreeSet<&str> =
            all.iter().copied().filter(|name| threshold.admit(name).is_ok()).collect();
        assert_eq!(admitted, BEFORE.into(), "each of them is a command");
        for refused in ["list_entries", "read_entry", "list_walk_throughs", "read_walk_through", "self_check"]
        {
            assert_eq!(threshold.admit(refused), Err(Failure::OutOfTurn));
        }
        threshold.cross();
        assert!(all.iter().all(|name| threshold.admit(name).is_ok()));
    }
}
