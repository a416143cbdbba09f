//! Taking out of every copy within reach what is gone from the journal: because a person asked, or
//! because its term ended. Copies are backups, and journals that a restore kept aside; those end too.
//!
//! What went is remembered, as numbers, until it is in no copy any more: a process that ends in the
//! middle, or a stick that was not there, costs nothing but time.

use std::sync::Arc;

use ::journal::{Alias, Same, TakenOut};
use contract::*;
use household::tell;
use vault::Folder;

use crate::{
    failure::{failure, journal_failure},
    journal::Journal,
};

impl Journal {
    pub(super) fn erase_everywhere(
        self: &Arc<Self>,
        request: EntryRequest,
    ) -> Result<ErasedEverywhere, Failure> {
        let erased = self.at_own_desk(|desk| desk.erase_everywhere(request))?;
        self.take_out_erased(&[erased])
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "a command owns its request, as every adapter gives it"
    )]
    pub(super) fn erase_alias(self: &Arc<Self>, request: AliasRequest) -> Result<AliasErased, Failure> {
        let alias = Alias::parse(&request.alias).map_err(|error| journal_failure(&error))?;
        // The shown desk: a backup that is tried refuses.
        let (erased, still_named) = self.at_desk(|desk| desk.erase_alias(&alias))?;
        Ok(AliasErased { everywhere: self.take_out_erased(&erased)?, still_named })
    }

    /// Destroys the journals that a restore kept aside half a year ago.
    pub(super) fn end_asides(&self) {
        let work = || -> Result<(), Failure> {
            let now = self.at_own_desk(|desk| Ok(desk.now()))?;
            let _turn = self.backing_up.begin();
            let folder = Folder::open(&self.errand.folder).map_err(|error| failure(&error))?;
            folder.end_asides(now).map_err(|error| failure(&error))
        };
        if let Err(failure) = work() {
            tell::line(&format!("asides: {failure:?}"));
        }
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

    /// Goes on with what is gone here and may still be in a copy.
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

    /// Takes out what was just erased, and says how that went; what is left to do is remembered.
    fn take_out_erased(&self, erased: &[Same]) -> Result<ErasedEverywhere, Failure> {
        let taken = self.take_out(erased)?;
        if taken.is_all() {
            self.at_own_desk(|desk| desk.forget_done(erased))?;
        }
        let number = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
        Ok(ErasedEverywhere {
            rewritten: number(taken.rewritten),
            left: number(taken.left.len()),
            out_of_reach: taken.out_of_reach,
        })
    }

    /// Takes these entries out of every copy within reach. They must be gone from the journal.
    fn take_out(&self, same: &[Same]) -> Result<TakenOut, Failure> {
        let (backups, now) = self.at_own_desk(|desk| Ok((desk.backups(), desk.now())))?;
        let taken = ::journal::take_out(&backups, same, now, || self.backing_up.begin());
        for error in &taken.left {
            tell::line(&format!("rewrite: {error}"));
        }
        Ok(taken)
    }
}
