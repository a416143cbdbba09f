//! Taking out of every other copy what is gone from the journal: out of backups, and out of journals
//! that a restore kept aside.

use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use vault::{Aside, Backup, Backups, Place, SecondPlace, VaultError};

use crate::{Same, has_any, tally, without};

/// How often all copies are looked through at most. The second time finds what was copied to the
/// second place meanwhile.
const ROUNDS: usize = 3;
/// Between two copies whoever waits for them goes first.
const PAUSE: Duration = Duration::from_millis(1);

/// What became of the copies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TakenOut {
    /// How many held something and were made anew.
    pub rewritten: usize,
    /// Why each of the others could not be made anew, or not be read. A journal aside of another key is
    /// one of them until its time is over.
    pub left: Vec<VaultError>,
    /// Whether the second place is not there now.
    pub out_of_reach: bool,
}

impl TakenOut {
    /// Whether nothing is left to do at any place that is known. What is under another key is not
    /// ours to read, today or later.
    #[must_use]
    pub fn is_all(&self) -> bool {
        !self.out_of_reach && self.left.iter().all(|error| *error == VaultError::BackupOfOtherKey)
    }
}

/// Makes every copy within reach anew that holds one of these entries, one after the other: backups,
/// here and at the second place, and journals that were kept aside. What was broken off is begun again
/// by calling it again: each is asked whether it still holds one, which costs next to nothing.
///
/// `turn` is asked before each copy and waits until nobody else is at work on them; what it gives is
/// held while that one is made anew. The entries must be gone from the journal: then no backup that
/// begins later will hold them.
pub fn take_out<T>(
    backups: &Backups,
    same: &[Same],
    now: DateTime<Utc>,
    mut turn: impl FnMut() -> T,
) -> TakenOut {
    let mut taken = TakenOut::default();
    if same.is_empty() {
        return taken;
    }
    for _ in 0..ROUNDS {
        let before = taken.rewritten;
        taken.left.clear();
        // Whoever makes a backup now is waited for, so that it is in the list.
        let list = {
            let _turn = turn();
            taken.left.extend(clear_unfinished(backups));
            let asides = backups.asides().unwrap_or_else(|error| {
                taken.left.push(error);
                Vec::new()
            });
            let of_backups = backups.list().into_iter().map(Elsewhere::Backup);
            of_backups.chain(asides.into_iter().map(Elsewhere::Aside)).collect::<Vec<_>>()
        };
        for copy in list {
            std::thread::sleep(PAUSE);
            let _turn = turn();
            match copy.take_out(backups, same, now) {
                Ok(held) => taken.rewritten += usize::from(held),
                // Rotation was faster, or its time was over.
                Err(VaultError::BackupGone) => {}
                Err(error) => taken.left.push(error),
            }
        }
        taken.out_of_reach = matches!(backups.second_place(), SecondPlace::Absent { .. });
        if taken.rewritten == before {
            return taken;
        }
    }
    // Something keeps bringing them back; it is tried again later.
    taken.left.push(VaultError::BackupUnderWay);
    taken
}

/// A copy that a crash left half made holds what it was to be rid of.
fn clear_unfinished(backups: &Backups) -> Option<VaultError> {
    let mut places = vec![Place::Here];
    if matches!(backups.second_place(), SecondPlace::There { .. }) {
        places.push(Place::Second);
    }
    places.into_iter().find_map(|place| backups.clear_unfinished(place).err())
}

/// A copy of the journal.
enum Elsewhere {
    Backup(Backup),
    Aside(Aside),
}

impl Elsewhere {
    /// Makes it anew where it holds one of these entries; whether it did.
    fn take_out(&self, backups: &Backups, same: &[Same], now: DateTime<Utc>) -> Result<bool, VaultError> {
        let mut holds = |connection: &Connection| has_any(connection, same);
        let mut work = |vault| without(vault, same).map(|(vault, _)| vault);
        match self {
            Self::Backup(Backup { place, name, .. }) => {
                let held = backups.ask(*place, name, &mut holds)?;
                if held {
                    backups.rewrite(*place, name, tally, now, &mut work)?;
                }
                Ok(held)
            }
            Self::Aside(aside) => {
                let held = backups.ask_aside(aside, &mut holds)?;
                if held {
                    backups.rewrite_aside(aside, &mut work)?;
                }
                Ok(held)
            }
        }
    }
}
