//! What the desk knows and does about backups. The long parts of the work are in `backing_up`,
//! beside the desk, so that nobody who writes waits for them.

use std::path::Path;

use ::journal::tally;
use chrono::{DateTime, Datelike as _, Months, NaiveDate, Utc};
use contract::*;
use vault::{Backup, Backups, Copied, Draft, Inside, Place, Tally, Unreadable};

use crate::{failure::failure, journal::desk::Desk, wire};

/// The oldest backup that rotation keeps is the last of its month, for six months.
const MONTHS_KEPT: Months = Months::new(6);

/// One step of a backup.
pub enum Stepped {
    /// There is more to copy.
    More {
        /// Pages copied.
        done: u32,
        /// Pages in all, as far as is known now.
        total: u32,
    },
    /// All is copied; the rest needs no connection.
    Whole {
        /// What is to be opened, counted and named.
        draft: Draft,
        /// What must be in it.
        expected: Tally,
    },
}

impl Desk {
    /// Whether nothing can be written here.
    pub fn only_reads(&self) -> bool {
        self.only_reading.is_some()
    }

    /// A handle on the backups, for other threads.
    pub fn backups(&self) -> Backups {
        self.store.vault().backups()
    }

    /// Now, as backups are dated.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now().to_utc()
    }

    /// Today, where this machine is.
    pub fn today(&self) -> NaiveDate {
        self.clock.now().date_naive()
    }

    fn day_of(&self, moment: DateTime<Utc>) -> NaiveDate {
        moment.with_timezone(self.clock.now().offset()).date_naive()
    }

    /// Begins a backup.
    pub fn begin_backup(&mut self) -> Result<(), Failure> {
        let now = self.now();
        self.store.vault_mut().begin_backup(now).map_err(|error| failure(&error))
    }

    /// Copies some pages; with the last of them comes what the copy must have in common with this
    /// store.
    pub fn step_backup(&mut self, pages: u16) -> Result<Stepped, Failure> {
        match self.store.vault_mut().step_backup(pages).map_err(|error| failure(&error))? {
            Copied::More { done, total } => Ok(Stepped::More { done, total }),
            Copied::Whole(draft) => Ok(Stepped::Whole { draft, expected: self.tally()? }),
        }
    }

    fn tally(&self) -> Result<Tally, Failure> {
        tally(self.store.vault().connection()).map_err(|error| failure(&error.into()))
    }

    /// Whether a backup is due: none of today, and something changed since the newest.
    pub fn backup_is_due(&self) -> bool {
        let vault = self.store.vault();
        if vault.verdict() != Some(vault::Verdict::Sound) {
            return false;
        }
        let newest = vault.backups().list().into_iter().find(|backup| backup.place == Place::Here);
        match newest.as_ref().map(|newest| (newest.made_at, &newest.inside)) {
            Some((made_at, Ok(inside))) => {
                self.day_of(made_at) != self.today() && vault.has_changed_since(inside)
            }
            // None yet, or none that is of any use.
            Some((_, Err(_))) | None => self.tally().is_ok_and(|tally| tally.entries > 0),
        }
    }

    /// Opens another connection in place of one that met a broken page and answers nothing any more.
    pub fn heal(&mut self) {
        if let Err(error) = self.store.vault_mut().heal() {
            household::tell::line(&format!("heal: {error}"));
        }
    }

    /// Keeps some room on the disk, so that a deletion still fits when it is full.
    pub fn keep_reserve(&mut self) {
        self.store.vault_mut().keep_reserve();
    }

    /// Gives some free pages back to the disk; whether more are left.
    pub fn give_back(&mut self, pages: u32) -> Result<bool, Failure> {
        self.store.vault_mut().give_back(pages).map_err(|error| failure(&error))
    }

    pub fn accept_store(&mut self, (): ()) -> Result<StoreCheck, Failure> {
        self.store.vault_mut().accept().map_err(|error| failure(&error))?;
        self.verdict = Some(vault::Verdict::Sound);
        self.store_check(())
    }

    /// Until when backups hold what is erased now.
    pub(super) fn held(&self) -> HeldByBackups {
        let newest = self.backups().list().into_iter().map(|backup| backup.made_at).max();
        // Of UTC, as rotation counts them.
        newest.map_or(HeldByBackups::No, |newest| HeldByBackups::Until {
            day: wire::day(gone_by(newest.date_naive())),
        })
    }
}

/// The day by which rotation has let go of a backup of `day`, in a journal that is used: it may be
/// the last of its month, which is kept until six later months have one of their own.
fn gone_by(day: NaiveDate) -> NaiveDate {
    let month = day.with_day(1).unwrap_or(day);
    let after = month.checked_add_months(MONTHS_KEPT).unwrap_or(month);
    after.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(after)
}

/// The list as a window shows it.
pub fn shown(backups: &Backups, data_folder: &Path, under_way: Option<BackupProgress>) -> BackupList {
    BackupList {
        rows: backups.list().iter().map(row).collect(),
        second: wire::second_place(backups.second_place(), data_folder),
        under_way,
    }
}

fn row(backup: &Backup) -> BackupRow {
    let place = match backup.place {
        Place::Here => BackupPlace::Here,
        Place::Second => BackupPlace::Second,
    };
    BackupRow {
        backup: BackupRef { place, name: backup.name.as_str().to_owned() },
        made_at: wire::moment_of_utc(backup.made_at),
        bytes: backup.bytes,
        inside: match &backup.inside {
            Ok(Inside { tally, checked_at, .. }) => BackupInside::Counted {
                entries: u32::try_from(tally.entries).unwrap_or(u32::MAX),
                checked_at: wire::moment_of_utc(*checked_at),
            },
            Err(Unreadable::Damaged) => BackupInside::Damaged,
            Err(Unreadable::OtherKey) => BackupInside::OtherKey,
            Err(Unreadable::Newer) => BackupInside::Newer,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_gone_when_six_later_months_have_one() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day");
        assert_eq!(gone_by(day(2026, 11, 22)), day(2027, 5, 31));
        assert_eq!(gone_by(day(2026, 8, 31)), day(2027, 2, 28));
    }
}
