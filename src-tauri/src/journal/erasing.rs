//! Taking out of every backup within reach what is gone from the journal: because a person asked, or
//! because its term ended.
//!
//! What went by its term or with its alias is remembered, as numbers, until it is in no backup any
//! more: a process that ends in the middle, or a stick that was not there, costs nothing but time.

use std::sync::Arc;

use ::journal::{Alias, Same, has_any, tally, without};
use contract::*;
use household::tell;
use vault::{Backup, Backups, SecondPlace, VaultError};

use crate::{
    failure::journal_failure,
    journal::{Journal, backing_up::ASIDE},
};

/// How often all backups are looked through at most. The second time finds what was copied to the
/// second place meanwhile.
const ROUNDS: usize = 3;

/// What became of the backups.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Taken {
    /// Backups that held something and are made anew.
    rewritten: u32,
    /// Backups that could not be made anew, or not be read.
    left: u32,
    /// Those among them that may be read another time: not those under another key.
    later: u32,
    /// Whether the second place is not there now.
    out_of_reach: bool,
}

impl Taken {
    fn everywhere(self) -> ErasedEverywhere {
        let Self { rewritten, left, out_of_reach, .. } = self;
        ErasedEverywhere { rewritten, left, out_of_reach }
    }

    /// Whether nothing is left to do at any place that is known.
    fn is_all(self) -> bool {
        self.later == 0 && !self.out_of_reach
    }
}

impl Journal {
    pub(super) fn erase_everywhere(
        self: &Arc<Self>,
        request: EntryRequest,
    ) -> Result<ErasedEverywhere, Failure> {
        let same = self.at_own_desk(|desk| desk.same(request.entry))?;
        self.at_own_desk(|desk| desk.erase_entry(request))?;
        Ok(self.take_out(&[same])?.everywhere())
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "a command owns its request, as every adapter gives it"
    )]
    pub(super) fn erase_alias(self: &Arc<Self>, request: AliasRequest) -> Result<AliasErased, Failure> {
        let alias = Alias::parse(&request.alias).map_err(|error| journal_failure(&error))?;
        // The shown desk: a backup that is tried refuses.
        let (erased, still_named) = self.at_desk(|desk| desk.erase_alias(&alias))?;
        let taken = self.take_out(&erased)?;
        if taken.is_all() {
            self.at_own_desk(|desk| desk.forget_done(&erased))?;
        }
        Ok(AliasErased { everywhere: taken.everywhere(), still_named })
    }

    /// Erases what has to go, and tells the window. Not while a backup is being looked into: what is
    /// on the screen then is not what would go.
    pub(super) fn end_terms(&self) {
        let ended = self.in_room(|room| match room.trial {
            Some(_) => Ok(false),
            None => room.own.end_terms(),
        });
        match ended {
            Ok(true) => self.events.push(ShellEvent::TermsEnded),
            Ok(false) => {}
            Err(failure) => tell::line(&format!("terms: {failure:?}")),
        }
    }

    /// Goes on with what is gone here and may still be in a backup.
    pub(super) fn take_out_forgotten(&self) {
        let work = || -> Result<(), Failure> {
            let forgotten = self.at_own_desk(|desk| desk.forgotten())?;
            if !forgotten.is_empty() && self.take_out(&forgotten)?.is_all() {
                self.at_own_desk(|desk| desk.forget_done(&forgotten))?;
            }
            Ok(())
        };
        if let Err(failure) = work() {
            tell::line(&format!("forgotten: {failure:?}"));
        }
    }

    /// Makes every backup within reach anew that holds one of these entries, one after the other;
    /// between two of them whoever waits for the backups goes first. The entries must be gone from
    /// the journal: then no backup that begins now will hold them.
    fn take_out(&self, same: &[Same]) -> Result<Taken, Failure> {
        let mut rewritten = 0;
        for _ in 0..ROUNDS {
            let backups = self.backups()?;
            let before = rewritten;
            let mut taken = Taken::default();
            // Whoever makes a backup now is waited for, so that it is in the list.
            let list = {
                let _at_work = self.backing_up.begin();
                backups.list()
            };
            for backup in list {
                std::thread::sleep(ASIDE);
                let _at_work = self.backing_up.begin();
                match self.take_out_of(&backups, &backup, same) {
                    Ok(held) => rewritten += u32::from(held),
                    // Rotation was faster.
                    Err(VaultError::BackupGone) => {}
                    Err(error) => {
                        tell::line(&format!("rewrite: {error}"));
                        taken.left += 1;
                        taken.later += u32::from(error != VaultError::BackupOfOtherKey);
                    }
                }
            }
            taken.rewritten = rewritten;
            taken.out_of_reach = matches!(backups.second_place(), SecondPlace::Absent { .. });
            if rewritten == before {
                return Ok(taken);
            }
        }
        // Something keeps bringing them back; it is tried again later.
        Ok(Taken { rewritten, later: 1, ..Taken::default() })
    }

    /// Makes one backup anew where it holds one of these entries; whether it did.
    fn take_out_of(&self, backups: &Backups, backup: &Backup, same: &[Same]) -> Result<bool, VaultError> {
        let Backup { place, name, .. } = backup;
        if !backups.ask(*place, name, &mut |connection| has_any(connection, same))? {
            return Ok(false);
        }
        let now = self.at_own_desk(|desk| Ok(desk.now())).map_err(|_| VaultError::Misuse)?;
        backups
            .rewrite(*place, name, tally, now, &mut |vault| without(vault, same).map(|(vault, _)| vault))?;
        Ok(true)
    }
}
