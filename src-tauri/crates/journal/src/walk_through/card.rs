//! The joint card: what was learned together. Only the writer of the journal writes it, and keeps it or
//! throws it away.

use std::fmt;

use rusqlite::{Connection, params};

use super::{WalkThrough, WalkThroughId};
use crate::{Journal, JournalError};

/// The most characters of each of the card's texts.
pub const MOST_CARD_CHARACTERS: u32 = 4_000;

/// What became of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardState {
    /// Not decided.
    Open,
    /// Kept.
    Kept,
    /// Thrown away: its texts are erased, beyond recovery.
    ThrownAway,
}

/// What stands on a card.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct JointCardText {
    /// What was talked about.
    pub discussed: String,
    /// What the writer takes along.
    pub take_along: String,
    /// What the writer sees differently.
    pub differently: String,
}

impl JointCardText {
    fn check(&self) -> Result<(), JournalError> {
        let fits = |text: &str| text.chars().count() <= MOST_CARD_CHARACTERS as usize;
        if [&self.discussed, &self.take_along, &self.differently].into_iter().all(|text| fits(text)) {
            Ok(())
        } else {
            Err(JournalError::TextTooLong { most: MOST_CARD_CHARACTERS })
        }
    }
}

impl fmt::Debug for JointCardText {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JointCardText")
    }
}

/// A card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JointCard {
    /// What stands on it.
    pub text: JointCardText,
    /// What became of it.
    pub state: CardState,
}

/// The card of a walk-through.
pub(super) fn read(connection: &Connection, id: WalkThroughId) -> Result<JointCard, JournalError> {
    const READ: &str = "SELECT discussed, take_along, differently, card FROM walk_through WHERE id = ?1";
    Ok(connection.prepare_cached(READ)?.query_row([id.0], |row| {
        Ok(JointCard {
            text: JointCardText { discussed: row.get(0)?, take_along: row.get(1)?, differently: row.get(2)? },
            state: row.get(3)?,
        })
    })?)
}

impl Journal {
    /// Saves a card's texts as they stand now; also those of a card that was kept.
    ///
    /// # Errors
    /// [`JournalError::TextTooLong`], in characters; [`JournalError::WalkThroughGone`];
    /// [`JournalError::WalkThroughNotShown`]; [`JournalError::CardThrownAway`];
    /// [`JournalError::OnlyReading`]; and whatever the store says. What was saved before then stands as it
    /// did.
    pub fn save_joint_card(
        &mut self,
        id: WalkThroughId,
        text: &JointCardText,
    ) -> Result<WalkThrough, JournalError> {
        const SAVE: &str =
            "UPDATE walk_through SET discussed = ?2, take_along = ?3, differently = ?4 WHERE id = ?1";
        text.check()?;
        self.after_walk_through(id, |connection| {
            let known = read(connection, id)?;
            if known.state == CardState::ThrownAway {
                return Err(JournalError::CardThrownAway);
            }
            if known.text != *text {
                let JointCardText { discussed, take_along, differently } = text;
                connection.prepare_cached(SAVE)?.execute(params![
                    id.0,
                    discussed,
                    take_along,
                    differently
                ])?;
            }
            Ok(())
        })
    }

    /// Keeps a card, or throws it away: its texts are then erased, beyond recovery. One that was kept can
    /// still be thrown away.
    ///
    /// # Errors
    /// [`JournalError::WalkThroughGone`]; [`JournalError::WalkThroughNotShown`];
    /// [`JournalError::CardThrownAway`] when one is to be kept that was thrown away;
    /// [`JournalError::OnlyReading`]; and whatever the store says.
    pub fn decide_joint_card(&mut self, id: WalkThroughId, keep: bool) -> Result<WalkThrough, JournalError> {
        const KEEP: &str = "UPDATE walk_through SET card = 'kept' WHERE id = ?1";
        const THROW: &str = "UPDATE walk_through
            SET card = 'thrown-away', discussed = '', take_along = '', differently = '' WHERE id = ?1";
        let decided = self.with_room(|journal| {
            journal.after_walk_through(id, |connection| {
                let state = read(connection, id)?.state;
                if keep && state == CardState::ThrownAway {
                    return Err(JournalError::CardThrownAway);
                }
                connection.prepare_cached(if keep { KEEP } else { THROW })?.execute([id.0])?;
                Ok(())
            })
        })?;
        if !keep {
            self.with_room(|journal| Ok(journal.vault.empty_log()?))?;
        }
        Ok(decided)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_bounded_and_not_printed() {
        let of = |text: String| JointCardText { discussed: text, ..JointCardText::default() };
        assert_eq!(of("é".repeat(4_000)).check(), Ok(()));
        assert_eq!(of("é".repeat(4_001)).check(), Err(JournalError::TextTooLong { most: 4_000 }));
        let card = JointCard { text: of("Stil zijn.".to_owned()), state: CardState::Kept };
        assert_eq!(format!("{card:?}"), "JointCard { text: JointCardText, state: Kept }");
    }
}
