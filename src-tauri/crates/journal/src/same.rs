//! The same entry in another copy of the journal, such as a backup.

use rusqlite::{Connection, OptionalExtension};
use vault::{Unlocked, Vault, VaultError};

use crate::{EntryId, Journal, JournalError};

/// What makes an entry the same in two copies of a journal.
///
/// After a restore a number may be given out that a copy made before it gave to another entry. The
/// seed, drawn anew for every entry, tells the two apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Same {
    /// Its number.
    pub entry: EntryId,
    /// What chose its questions.
    pub seed: u64,
}

impl Same {
    /// From the columns of its number and seed.
    pub(crate) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { entry: EntryId(row.get(0)?), seed: row.get::<_, i64>(1)?.cast_unsigned() })
    }
}

impl Journal {
    /// What to know an entry by in another copy, also when it is in the bin. Ask before erasing it.
    ///
    /// # Errors
    /// [`JournalError::EntryGone`], and whatever the store says.
    pub fn same(&self, entry: EntryId) -> Result<Same, JournalError> {
        let seed: Option<i64> = self.reading(|look| {
            let mut read = look.prepare_cached("SELECT seed FROM entry WHERE id = ?1")?;
            Ok(read.query_row([entry.0], |row| row.get(0)).optional()?)
        })?;
        let seed = seed.ok_or(JournalError::EntryGone)?.cast_unsigned();
        Ok(Same { entry, seed })
    }
}

/// Erases these entries where this copy has them, in one change, as [`Journal::erase`] does; says
/// how many it had.
///
/// # Errors
/// [`JournalError::OnlyReading`], and whatever the store says; nothing is erased then.
pub fn erase_same(journal: &mut Journal, same: &[Same]) -> Result<usize, JournalError> {
    journal.may_write()?;
    let mut here = Vec::new();
    for wanted in same {
        match journal.same(wanted.entry) {
            Ok(found) if found == *wanted && !here.contains(&found.entry) => here.push(found.entry),
            Ok(_) | Err(JournalError::EntryGone) => {}
            Err(error) => return Err(error),
        }
    }
    journal.erase_all(&here)?;
    Ok(here.len())
}

/// The work of rewriting a backup without these entries: opens a journal over its copy, which brings
/// that to the present version, erases them, gives the vault back and says how many it had. Nothing is
/// announced in it.
///
/// # Errors
/// Those of [`Journal::open`] and [`erase_same`].
pub fn without(vault: Vault<Unlocked>, same: &[Same]) -> Result<(Vault<Unlocked>, usize), VaultError> {
    let work = || -> Result<(Vault<Unlocked>, usize), JournalError> {
        let mut journal = Journal::open(vault)?;
        let had = erase_same(&mut journal, same)?;
        // Who puts the backup back has not been shown what goes.
        journal.withdraw_all()?;
        Ok((journal.into_vault()?, had))
    };
    work().map_err(|error| match error {
        JournalError::Vault(error) => error,
        // Nothing else can come of it: what is not there is passed over.
        JournalError::EntryGone
        | JournalError::EntryInBin
        | JournalError::AnswerGone
        | JournalError::TextTooLong { .. }
        | JournalError::AliasUnusable
        | JournalError::AliasGone
        | JournalError::AliasTaken
        | JournalError::OwnQuestionUnusable
        | JournalError::IntentionGone
        | JournalError::DayUnusable
        | JournalError::LookBackGone
        | JournalError::PackGone
        | JournalError::RuleUnusable
        | JournalError::RuleGone
        | JournalError::TwofoldWordUnusable
        | JournalError::TwofoldWordGone
        | JournalError::TeamPointUnusable
        | JournalError::TeamPointGone
        | JournalError::OwnTrialUnusable
        | JournalError::OwnTrialGone
        | JournalError::OwnTrialEnded
        | JournalError::OwnTrialFixed { .. }
        | JournalError::PhaseInUse
        | JournalError::ValueOffScale { .. }
        | JournalError::DayOutOfReach
        | JournalError::WalkThroughGone
        | JournalError::WalkThroughShown
        | JournalError::WalkThroughNotShown
        | JournalError::WalkThroughWithdrawn
        | JournalError::WalkThroughUnusable
        | JournalError::WalkThroughFull { .. }
        | JournalError::WalkThroughTooLong
        | JournalError::PreviewNeeded
        | JournalError::PassageMoved
        | JournalError::CardThrownAway
        | JournalError::PeriodUnusable
        | JournalError::OnlyReading
        | JournalError::OlderFormat => VaultError::Misuse,
    })
}

/// Whether a copy has any of these entries. It works on the tables of every version, for it is asked
/// of backups that an older one made.
///
/// # Errors
/// Whatever SQLite says.
pub fn has_any(connection: &Connection, same: &[Same]) -> rusqlite::Result<bool> {
    const THERE: &str = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'entry'";
    if !connection.prepare(THERE)?.exists([])? {
        return Ok(false);
    }
    let mut has = connection.prepare("SELECT 1 FROM entry WHERE id = ?1 AND seed = ?2")?;
    for Same { entry, seed } in same {
        if has.exists([entry.0, seed.cast_signed()])? {
            return Ok(true);
        }
    }
    Ok(false)
}
