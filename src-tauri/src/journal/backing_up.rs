//! Backups, trials and the house work of an open journal, beside the desk and in its pauses.
//!
//! The pages of a backup are copied in steps on the one connection, and between two steps whoever
//! wants to save or read goes first. All that follows (forcing to the disk, opening, checking,
//! counting, the second place, rotation) needs no connection and happens on the worker's thread.

use std::{
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, TryLockError,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use ::journal::{Journal as Store, tally};
use chrono::{DateTime, Utc};
use contract::*;
use household::{catalogue::Say, tell};
use vault::{
    Backup, BackupName, Backups, Clock as _, Copied, Folder, Place, SlotFile, SystemClock, Unlocked, Vault,
    VaultError,
};

use crate::{
    failure::{failure, journal_failure},
    folder_dialog,
    journal::{
        Journal, clock,
        desk::{
            Desk,
            backups::{self, Stepped},
        },
    },
    wire,
};

/// Pages copied in one step: about a millisecond, so that a key press never waits noticeably.
const PAGES: u16 = 128;
/// How long the worker steps aside for somebody who waits, at most, before it looks again.
const ASIDE: Duration = Duration::from_millis(1);
/// A backup that is over sooner is not worth a word.
const WORTH_A_WORD: Duration = Duration::from_millis(500);
/// A backup that was not opened for this long is opened and counted again.
const CHECK_AFTER: chrono::TimeDelta = chrono::TimeDelta::weeks(1);
/// Nobody is at work when no command came for this long.
const IDLE: Duration = Duration::from_secs(2 * 60);

/// Who is in the room or waits for it.
#[derive(Debug, Default)]
pub struct Busy {
    commands: AtomicUsize,
    last: Mutex<Option<Instant>>,
}

/// One command, from its coming to its end.
pub struct Here<'a>(&'a Busy);

impl Busy {
    /// A command comes.
    pub fn enter(&self) -> Here<'_> {
        self.commands.fetch_add(1, Ordering::SeqCst);
        Here(self)
    }

    /// Waits until nobody else wants to come in.
    fn make_way(&self) {
        while self.commands.load(Ordering::SeqCst) > 0 {
            std::thread::sleep(ASIDE);
        }
    }

    fn is_idle(&self) -> bool {
        let last = *self.last.lock().unwrap_or_else(PoisonError::into_inner);
        self.commands.load(Ordering::SeqCst) == 0 && last.is_none_or(|last| last.elapsed() > IDLE)
    }
}

impl Drop for Here<'_> {
    fn drop(&mut self) {
        *self.0.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
        self.0.commands.fetch_sub(1, Ordering::SeqCst);
    }
}

/// What is being done about backups.
#[derive(Debug, Default)]
pub struct BackingUp {
    /// Held by whoever is at work on backups; a person waits for it, the house work does not.
    at_work: Mutex<()>,
    progress: Mutex<Option<BackupProgress>>,
    pointed_at: Mutex<Option<PathBuf>>,
}

impl BackingUp {
    /// Begins at once, or not at all.
    fn try_begin(&self) -> Option<MutexGuard<'_, ()>> {
        match self.at_work.try_lock() {
            Ok(guard) => Some(guard),
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }

    /// Begins when whoever is at work is ready.
    pub(super) fn begin(&self) -> MutexGuard<'_, ()> {
        self.at_work.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_at(&self, progress: Option<BackupProgress>) {
        *self.progress.lock().unwrap_or_else(PoisonError::into_inner) = progress;
    }
}

/// Tells how far a backup is, once it takes long enough to be told about.
struct Teller<'a> {
    journal: &'a Journal,
    begun: Instant,
    said: Option<BackupProgress>,
}

impl Teller<'_> {
    fn is_at(&mut self, progress: BackupProgress) {
        self.journal.backing_up.is_at(Some(progress));
        if self.begun.elapsed() > WORTH_A_WORD && self.said != Some(progress) {
            self.said = Some(progress);
            self.journal.events.push(ShellEvent::Backup { news: BackupNews::UnderWay { progress } });
        }
    }
}

impl Drop for Teller<'_> {
    fn drop(&mut self) {
        self.journal.backing_up.is_at(None);
    }
}

/// The commands about backups.
impl Journal {
    pub(super) fn list_backups(self: &Arc<Self>, (): ()) -> Result<BackupList, Failure> {
        let backups = self.backups()?;
        let progress = *self.backing_up.progress.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(backups::shown(&backups, &self.errand.folder, progress))
    }

    pub(super) fn make_backup(self: &Arc<Self>, (): ()) -> Result<(), Failure> {
        // Who asks hears at once that one is being made already.
        drop(self.backing_up.try_begin().ok_or(Failure::BackupUnderWay)?);
        let journal = Arc::clone(self);
        std::thread::spawn(move || journal.back_up(journal.backing_up.begin()));
        Ok(())
    }

    pub(super) fn choose_second_place(self: &Arc<Self>, (): ()) -> Result<PlaceChosen, Failure> {
        let language = self.at_own_desk(|desk| Ok(desk.language()))?;
        let chosen = folder_dialog::choose(language, Say::SecondPlaceTitle);
        let warning = chosen.as_ref().map(|place| vault::judge_place(&self.errand.folder, place));
        let path = chosen.as_ref().map(|place| place.display().to_string());
        let usable = chosen.filter(|_| warning != Some(vault::PlaceWarning::NotWritable));
        *self.backing_up.pointed_at.lock().unwrap_or_else(PoisonError::into_inner) = usable;
        match warning {
            Some(vault::PlaceWarning::NotWritable) => Err(Failure::PlaceNotWritable),
            warning => {
                Ok(PlaceChosen { path, warning: warning.map_or(PlaceWarning::None, wire::place_warning) })
            }
        }
    }

    pub(super) fn use_second_place(self: &Arc<Self>, (): ()) -> Result<(), Failure> {
        let place = self.backing_up.pointed_at.lock().unwrap_or_else(PoisonError::into_inner).take();
        let place = place.ok_or(Failure::OutOfTurn)?;
        self.at_own_desk(|desk| desk.set_second_place(Some(&place)))?;
        // What is here already goes there now, not at the next backup.
        let journal = Arc::clone(self);
        std::thread::spawn(move || journal.copy_newest_to_second_place());
        Ok(())
    }

    pub(super) fn forget_second_place(self: &Arc<Self>, (): ()) -> Result<(), Failure> {
        self.at_own_desk(|desk| desk.set_second_place(None))
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "a command owns its request, as every adapter gives it"
    )]
    pub(super) fn try_backup(self: &Arc<Self>, request: BackupRef) -> Result<Opened, Failure> {
        let _at_work = self.backing_up.begin();
        let (place, name) = read_reference(&request)?;
        // One at a time: the copy that is looked at must not be taken from under it.
        self.in_room(|room| if room.trial.is_some() { Err(Failure::OutOfTurn) } else { Ok(()) })?;
        let backups = self.backups()?;
        let made_at = backups
            .list()
            .into_iter()
            .find(|backup| backup.place == place && backup.name == name)
            .ok_or(Failure::BackupGone)?
            .made_at;
        backups.stage_trial(place, &name, tally).map_err(|error| failure(&error))?;
        let opened = self.open_trial(&backups, OnlyReading::Trial { made_at: wire::moment_of_utc(made_at) });
        if opened.is_err() {
            backups.end_trial();
        }
        opened
    }

    /// Opens the scratch copy of a backup and has the window look at it.
    fn open_trial(&self, backups: &Backups, why: OnlyReading) -> Result<Opened, Failure> {
        // A backup of a former format is brought to the present one, in the copy.
        let mut to_present = |vault| ::journal::without(vault, &[]).map(|(vault, _)| vault);
        let vault = backups.open_trial(&mut to_present).map_err(|error| failure(&error))?;
        let store = Store::open_to_read(vault).map_err(|error| journal_failure(&error))?;
        let _here = self.busy.enter();
        self.in_room(|room| {
            let trial = Desk::new(store, clock(), &self.errand, room.own.circumstances(), Some(why))?;
            room.trial.insert(trial).opened()
        })
    }

    pub(super) fn end_trial(self: &Arc<Self>, (): ()) -> Result<(), Failure> {
        let _here = self.busy.enter();
        self.in_room(|room| {
            if let Some(trial) = room.trial.take() {
                end_of_trial(&room.own, trial);
            }
            Ok(())
        })
    }

    pub(super) fn backups(&self) -> Result<Backups, Failure> {
        self.at_own_desk(|desk| Ok(desk.backups()))
    }
}

/// The house work.
impl Journal {
    /// Makes a backup and tells how it went.
    fn back_up(&self, _at_work: MutexGuard<'_, ()>) {
        let news = match self.make_one() {
            Ok(None) => BackupNews::Made,
            Ok(Some(failure)) => BackupNews::MadeHereOnly { failure },
            Err(failure) => BackupNews::NotMade { failure },
        };
        self.events.push(ShellEvent::Backup { news });
    }

    /// Makes a backup, here and at the second place; why not there, where that is so.
    fn make_one(&self) -> Result<Option<Failure>, Failure> {
        let mut teller = Teller { journal: self, begun: Instant::now(), said: None };
        self.at_own_desk(Desk::begin_backup)?;
        let (draft, expected) = loop {
            self.busy.make_way();
            match self.at_own_desk(|desk| desk.step_backup(PAGES))? {
                Stepped::Whole { draft, expected } => break (draft, expected),
                Stepped::More { done, total } => {
                    let percent =
                        u8::try_from(u64::from(done) * 100 / u64::from(total.max(1))).unwrap_or(100);
                    teller.is_at(BackupProgress::Copying { percent });
                }
            }
        };
        teller.is_at(BackupProgress::Checking);
        let (backups, now) = self.at_own_desk(|desk| Ok((desk.backups(), desk.now())))?;
        let made = draft.finish(expected, tally, now).map_err(|error| failure(&error))?;
        // A rotation that could not be finished leaves one too many, never one too few.
        let _ = backups.rotate(Place::Here, now);
        if !matches!(backups.second_place(), vault::SecondPlace::There { .. }) {
            return Ok(None);
        }
        teller.is_at(BackupProgress::SecondPlace);
        match backups.copy_to_second_place(&made.name, tally, now) {
            Ok(_) => {
                let _ = backups.rotate(Place::Second, now);
                self.level_slots(&backups);
                Ok(None)
            }
            Err(error) => Ok(Some(failure(&error))),
        }
    }

    /// A stick that was not there when the passphrase changed gets the slot file of today. Its bytes
    /// are copied, never opened.
    fn level_slots(&self, backups: &Backups) {
        let levelled = Folder::open(&self.errand.folder)
            .and_then(|folder| SlotFile::load(&folder))
            .and_then(|slots| backups.level_slots(&slots));
        if let Err(error) = levelled {
            tell::line(&format!("level: {error}"));
        }
    }

    fn copy_newest_to_second_place(&self) {
        let _at_work = self.backing_up.begin();
        let Ok((backups, now)) = self.at_own_desk(|desk| Ok((desk.backups(), desk.now()))) else { return };
        let newest =
            backups.list().into_iter().find(|backup| backup.place == Place::Here && backup.inside.is_ok());
        let Some(newest) = newest else { return };
        let mut teller = Teller { journal: self, begun: Instant::now(), said: None };
        teller.is_at(BackupProgress::SecondPlace);
        let news = match backups.copy_to_second_place(&newest.name, tally, now) {
            Ok(_) => BackupNews::Made,
            Err(error) => BackupNews::MadeHereOnly { failure: failure(&error) },
        };
        // First: whoever hears that it is over asks how things stand, and would hear that it is not.
        drop(teller);
        self.events.push(ShellEvent::Backup { news });
    }

    pub(super) fn back_up_if_due(&self) {
        if self.at_own_desk(|desk| Ok(desk.backup_is_due())).unwrap_or(false)
            && let Some(at_work) = self.backing_up.try_begin()
        {
            self.back_up(at_work);
        }
    }

    /// Opens and counts the backup that was not opened for the longest time, when that is a week. A
    /// backup that rots is found while others are still good.
    pub(super) fn check_one_if_due(&self) {
        let Some(at_work) = self.backing_up.try_begin() else { return };
        let Ok((backups, now)) = self.at_own_desk(|desk| Ok((desk.backups(), desk.now()))) else { return };
        let Some(Backup { place, name, made_at, .. }) = longest_unopened(backups.list(), now) else { return };
        if backups.check(place, &name, tally, now) == Err(VaultError::BackupDamaged) {
            let news = BackupNews::Spoiled { made_at: wire::moment_of_utc(made_at) };
            self.events.push(ShellEvent::Backup { news });
            self.back_up(at_work);
        }
    }

    /// Gives free pages back while nobody is at work.
    pub(super) fn give_back_when_idle(&self) {
        while self.busy.is_idle()
            && self.at_own_desk(|desk| desk.give_back(u32::from(PAGES))).unwrap_or(false)
        {}
    }
}

/// The backup that was not opened for the longest time, when that is a week.
fn longest_unopened(backups: Vec<Backup>, now: DateTime<Utc>) -> Option<Backup> {
    let opened_at = |backup: &Backup| Some(backup.inside.as_ref().ok()?.checked_at);
    let unopened = |backup: &Backup| opened_at(backup).is_some_and(|at| now - at > CHECK_AFTER);
    backups.into_iter().filter(unopened).min_by_key(opened_at)
}

/// Makes a backup of a store whose format is about to change, before anybody can work in it. One
/// that is not sound gets none: a copy of it would be worth nothing, and the change is all or nothing.
pub fn before_migration(vault: &mut Vault<Unlocked>) -> Result<(), VaultError> {
    if let Some(verdict) = vault.checker().run() {
        vault.settle(verdict)?;
    }
    let now = SystemClock.now().to_utc();
    match vault.begin_backup(now) {
        Ok(()) => {}
        Err(VaultError::NotSound) => return Ok(()),
        Err(error) => return Err(error),
    }
    let draft = loop {
        if let Copied::Whole(draft) = vault.step_backup(u16::MAX)? {
            break draft;
        }
    };
    let expected = tally(vault.connection())?;
    draft.finish(expected, tally, now).map(drop)
}

/// Closes what was tried and takes the scratch copy away.
pub fn end_of_trial(own: &Desk, trial: Desk) {
    if let Err(error) = trial.close() {
        tell::line(&format!("trial: {error}"));
    }
    own.backups().end_trial();
}

fn read_reference(reference: &BackupRef) -> Result<(Place, BackupName), Failure> {
    let place = match reference.place {
        BackupPlace::Here => Place::Here,
        BackupPlace::Second => Place::Second,
    };
    Ok((place, BackupName::parse(&reference.name).ok_or(Failure::BackupGone)?))
}
