//! Taking out of every backup within reach what is gone from the journal: because a person asked, or
//! because its term ended.
//!
//! What went by its term or with its alias is remembered, as numbers, until it is in no backup any
//! more: a process that ends in the middle, or a stick that was not there, costs nothing but time.

use std::sync::Arc;

use ::journal::{Alias, Same, TakenOut};
use contract::*;
use household::tell;

use crate::{failure::journal_failure, journal::Journal};

impl Journal {
    pub(super) fn erase_everywhere(
        self: &Arc<Self>,
        request: EntryRequest,
    ) -> Result<ErasedEverywhere, Failure> {
        let same = self.at_own_desk(|desk| desk.same(request.entry))?;
        self.at_own_desk(|desk| desk.erase_entry(request))?;
        Ok(everywhere(&self.take_out(&[same])?))
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
        Ok(AliasErased { everywhere: everywhere(&taken), still_named })
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

    /// Takes these entries out of every backup within reach. They must be gone from the journal.
    fn take_out(&self, same: &[Same]) -> Result<TakenOut, Failure> {
        let (backups, now) = self.at_own_desk(|desk| Ok((desk.backups(), desk.now())))?;
        let taken = ::journal::take_out(&backups, same, now, || self.backing_up.begin());
        for error in &taken.left {
            tell::line(&format!("rewrite: {error}"));
        }
        Ok(taken)
    }
}

fn everywhere(taken: &TakenOut) -> ErasedEverywhere {
    let number = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
    ErasedEverywhere {
        rewritten: number(taken.rewritten),
        left: number(taken.left.len()),
        out_of_reach: taken.out_of_reach,
    }
}
