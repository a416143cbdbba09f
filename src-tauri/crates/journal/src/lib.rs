//! Contacts, entries and answers over an open vault: one module per feature, with its types, its
//! rules and its SQL.
//!
//! Security goal: what was erased is in no table, no index and no page; what was acknowledged is
//! on disk, byte for byte.
//!
//! A [`Journal`] exists only over a `Vault<Unlocked>`: whoever holds one may read, and nothing
//! here asks whether it is locked. Time comes in as an argument; there is no randomness here.
//! Every change is one transaction. Nothing is ever deleted that nobody asked to delete, but what its
//! term ends, and that is shown a week before.
//!
//! Reading never writes: [`Journal::entry`] and [`Journal::entries`] leave the store as it is.
//! [`Journal::search`] first brings the index up to date, for what it answers must equal a scan, and
//! [`Journal::leaving`] notes what it tells for the first time.
//! A journal that was opened with [`Journal::open_to_read`] changes nothing at all.

mod alias;
mod alike;
mod amend;
mod answer;
mod answered;
mod bin;
mod cell;
mod count;
mod elsewhere;
mod entry;
mod error;
mod excerpt;
mod field;
mod gathered;
mod index;
mod intention;
mod life;
mod line;
mod look;
mod look_back;
mod months;
mod over_months;
mod own_trial;
mod own_words;
mod pack;
mod prepared;
mod quiet;
mod recent;
mod returning_words;
mod rule;
mod salvage;
mod same;
mod schema;
mod search;
mod setting;
mod spared;
mod stamp;
mod status;
mod stored;
mod team;
#[cfg(test)]
mod tests;
mod texts;
mod tried;
mod twofold;
mod walk_through;
mod year_ago;

use std::cmp::Ordering;

use rusqlite::{Connection, Transaction, TransactionBehavior};
use vault::{Locked, Unlocked, Vault, VaultError};

pub use alias::{Alias, AliasEntry, AliasId, AliasRow};
pub use alike::Alike;
pub use answer::{Answer, AnswerId, MOST_BYTES, SaveAnswer, WordingId};
pub use answered::Answered;
pub use bin::{BinRow, HOURS_IN_BIN};
pub use cell::{Cell, CellRef, CellValue, StoredValue};
pub use count::tally;
pub use elsewhere::{TakenOut, take_out};
pub use entry::{Contact, ContactId, Cursor, Entry, EntryId, FormRef, NewContact, NewEntry, Row, Sitting};
pub use error::JournalError;
pub use field::{Field, MOST_OWN_CHARACTERS, Question, QuestionRef, Returns, StoredField};
pub use gathered::{Gathered, TakenAlong};
pub use intention::OpenIntention;
pub use life::{DAYS_AFTER_CLOSING, DAYS_OF_NOTICE, Going, GoingReason, Leaving, Term};
pub use look_back::OpenLookBack;
pub use months::MonthRow;
pub use over_months::{Subject, WrittenAbout, WrittenEntry};
pub use own_trial::{
    Behaviour, Better, Differently, MOST_OWN_TRIAL_CHARACTERS, Measurement, MeasurementId, OwnTrial,
    OwnTrialId, OwnTrialPart, OwnTrialPlan, OwnTrialRow, Phase, PhaseId, PhaseKind, Scale,
};
pub use pack::StoredPack;
pub use quiet::{Quiet, QuietPeriod, QuietPeriodId};
pub use returning_words::{ReturningWord, ReturningWords};
pub use rule::{MOST_RULE_CHARACTERS, Rule, RuleId, RuleText, RuleWording, RuleWordingId};
pub use same::{Same, erase_same, has_any, without};
pub use search::{
    EntryMatch, ExcerptPiece, FoundRow, Search, SearchFilters, SearchForm, SearchOrder, SearchPage,
    SearchStatus, SearchTheme,
};
pub use status::Status;
pub use team::{MOST_TEAM_CHARACTERS, TeamPoint, TeamPointId, TeamPointText, TeamTheme};
pub use texts::Texts;
pub use tried::{Became, Tried};
pub use twofold::{
    MOST_MEANING_CHARACTERS, MOST_TWOFOLD_CHARACTERS, TwofoldText, TwofoldWord, TwofoldWordId,
};
pub use walk_through::{
    CardState, Cover, JointCard, JointCardText, MOST_CARD_CHARACTERS, MOST_FOR_WHOM_CHARACTERS,
    MOST_WALK_BLOCKS, MOST_WALK_BYTES, MOST_WALK_PAGES, MOST_WALK_QUESTION_CHARACTERS,
    MOST_WALK_REPLACEMENT_CHARACTERS, NewWalkBlock, NewWalkPage, Original, WalkBlock, WalkBlockId, WalkEnd,
    WalkLabel, WalkLetters, WalkPage, WalkPageHead, WalkPageId, WalkPlan, WalkShown, WalkThrough,
    WalkThroughId, WalkThroughRow,
};
pub use year_ago::YearAgo;

/// An open journal: the vault's connection, and what the index keeps in memory.
pub struct Journal {
    vault: Vault<Unlocked>,
    index: index::Index,
    /// Whether the store says that announcements of this session are of this session.
    announced_here: bool,
}

impl Journal {
    /// Brings the tables to the present version.
    ///
    /// # Errors
    /// Whatever the vault's migration says; the store is then as it was.
    pub fn open(mut vault: Vault<Unlocked>) -> Result<Self, JournalError> {
        vault.migrate(schema::MIGRATIONS)?;
        let mut journal = Self::over(vault)?;
        // What cannot be read now is read when it is asked for, which can tell why.
        let _later = journal.index.read_words(journal.vault.connection());
        Ok(journal)
    }

    /// Whether opening this store would change its tables: then a backup is made first. A new store
    /// has none to lose.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn is_older(vault: &Vault<Unlocked>) -> Result<bool, JournalError> {
        let found: i64 = vault.connection().query_row("PRAGMA user_version", [], |row| row.get(0))?;
        Ok((1..i64::from(schema::VERSION)).contains(&found))
    }

    /// Opens a journal that is only to be read, and writes nothing. Every change then answers
    /// [`JournalError::OnlyReading`]; searching reads instead of indexing.
    ///
    /// # Errors
    /// [`JournalError::OlderFormat`] when its tables would have to be changed first;
    /// [`vault::VaultError::NewerFormat`]; [`vault::VaultError::StoreDamaged`].
    pub fn open_to_read(vault: Vault<Unlocked>) -> Result<Self, JournalError> {
        let found: i64 = vault.connection().query_row("PRAGMA user_version", [], |row| row.get(0))?;
        match found.cmp(&i64::from(schema::VERSION)) {
            Ordering::Less if found < 0 => Err(VaultError::StoreDamaged.into()),
            Ordering::Less => Err(JournalError::OlderFormat),
            Ordering::Greater => Err(VaultError::NewerFormat.into()),
            Ordering::Equal => Self::over(vault),
        }
    }

    fn over(vault: Vault<Unlocked>) -> Result<Self, JournalError> {
        Ok(Self { vault, index: index::Index::new()?, announced_here: false })
    }

    /// Puts what was written into the index and locks the vault.
    ///
    /// A full disk must not keep a journal open: what could not be indexed stays marked, and goes
    /// in after the next opening.
    ///
    /// # Errors
    /// Whatever the vault says of locking.
    pub fn close(mut self) -> Result<Vault<Locked>, JournalError> {
        let _stays_marked = self.index_pending();
        Ok(self.vault.lock()?)
    }

    /// Puts what was written into the index and gives the vault back, open.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn into_vault(mut self) -> Result<Vault<Unlocked>, JournalError> {
        if !self.only_reads() {
            self.index_pending()?;
        }
        Ok(self.vault)
    }

    /// The vault underneath, to ask for its checks.
    #[must_use]
    pub const fn vault(&self) -> &Vault<Unlocked> {
        &self.vault
    }

    /// The vault underneath, to settle what its checks found.
    pub const fn vault_mut(&mut self) -> &mut Vault<Unlocked> {
        &mut self.vault
    }

    /// Whether this journal changes nothing.
    #[must_use]
    pub fn only_reads(&self) -> bool {
        self.vault.only_reads()
    }

    fn connection(&self) -> &Connection {
        self.vault.connection()
    }

    /// Does some work, and once more with the room of the vault's reserve when the disk is full.
    ///
    /// For what makes things fewer: who deletes on a full disk must be able to.
    fn with_room<T>(
        &mut self,
        mut work: impl FnMut(&mut Self) -> Result<T, JournalError>,
    ) -> Result<T, JournalError> {
        match work(self) {
            Err(JournalError::Vault(VaultError::DiskFull)) if self.vault.make_room() => work(self),
            answer => answer,
        }
    }

    /// Erases the row of a number, with what hangs on it, beyond recovery: `gone` where there is none.
    fn erase_row(&mut self, sql: &str, id: i64, gone: JournalError) -> Result<(), JournalError> {
        self.with_room(|journal| {
            journal.change(|transaction, _| {
                let erased = transaction.prepare_cached(sql)?.execute([id])?;
                if erased == 0 { Err(gone) } else { Ok(()) }
            })
        })?;
        self.with_room(|journal| Ok(journal.vault.empty_log()?))
    }

    /// One change: all of it or nothing. What the index keeps in memory follows the commit.
    ///
    /// Where a page could not be read, because the disk did not answer once, it is done again: nothing
    /// of the first time stays.
    fn change<T>(
        &mut self,
        mut work: impl FnMut(&Transaction<'_>, &mut index::Writer<'_>) -> Result<T, JournalError>,
    ) -> Result<T, JournalError> {
        let changed = match self.change_once(&mut work) {
            Err(error) if self.is_about_a_page(&error) => {
                self.vault.heal().map_err(JournalError::from).and_then(|()| self.change_once(&mut work))
            }
            answer => answer,
        };
        changed.map_err(|error| {
            if let JournalError::Vault(error) = error { self.vault.reason(error).into() } else { error }
        })
    }

    fn change_once<T>(
        &mut self,
        work: &mut impl FnMut(&Transaction<'_>, &mut index::Writer<'_>) -> Result<T, JournalError>,
    ) -> Result<T, JournalError> {
        self.must_not_only_read()?;
        let transaction =
            self.vault.connection_mut().transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut writer = self.index.writer();
        let outcome = work(&transaction, &mut writer)?;
        let terms = writer.finish();
        // What was read on the way, and perhaps written again, must have been words.
        vault::read_well(&transaction)?;
        transaction.commit()?;
        self.index.follow(&terms);
        // What was committed is on disk, and saying otherwise would have it saved twice. When the
        // log cannot be merged now it stays long, and locking says why.
        let _stays_long = self.vault.after_commit();
        Ok(outcome)
    }
}
