//! Backups in the `keys` role: found without a key, restored with a secret, destroyed with the rest.

#![expect(
    clippy::needless_pass_by_value,
    reason = "a command owns its request, so that what is secret in it is wiped when the command ends"
)]

use std::path::PathBuf;

use contract::{
    AfterUnlock, BackupPlace, BackupRef, Failure, FindBackups, FoundBackup as Shown, FoundBackups,
    RestoreBackup, Restored, Secret, WipeJournal, Wiped,
};
use household::catalogue::Say;
use tauri::AppHandle;
use vault::{
    Clock as _, DataKey, Folder, FoundBackup, Passphrase, RecoveryKey, SecondPlace, SlotFile, SystemClock,
};

use crate::{
    failure::{failure, recovery_failure},
    folder_dialog,
    keys::desk::{Desk, Open, wrong},
    wire,
};

impl Desk {
    pub fn find_backups(&mut self, request: FindBackups, _: &AppHandle) -> Result<FoundBackups, Failure> {
        if request.elsewhere {
            let Some(folder) = folder_dialog::choose(self.errand.appearance.language, Say::FindBackupsTitle)
            else {
                return Ok(FoundBackups { folder: None, rows: self.shown() });
            };
            self.found = vault::find_backups(&folder);
            self.pointed_at = Some(folder);
        } else {
            self.found = self.own_places();
            self.pointed_at = None;
        }
        self.found.sort_by_key(|found| std::cmp::Reverse(found.made_at));
        let folder = self.pointed_at.as_ref().map(|folder| folder.display().to_string());
        Ok(FoundBackups { folder, rows: self.shown() })
    }

    /// What lies at the journal's own places.
    fn own_places(&self) -> Vec<FoundBackup> {
        let Ok(folder) = Folder::to_read(&self.errand.folder) else { return Vec::new() };
        let mut found = vault::find_backups(folder.path());
        if let SecondPlace::There { path } = folder.second_place() {
            found.extend(vault::find_backups(&path));
        }
        found
    }

    fn shown(&self) -> Vec<Shown> {
        let own = self.pointed_at.is_none();
        (0..)
            .zip(&self.found)
            .map(|(number, found)| Shown {
                number,
                backup: own.then(|| self.reference(found)),
                made_at: wire::moment_of_utc(found.made_at),
                bytes: found.bytes,
            })
            .collect()
    }

    fn reference(&self, found: &FoundBackup) -> BackupRef {
        let here = found.folder.starts_with(&self.errand.folder);
        let place = if here { BackupPlace::Here } else { BackupPlace::Second };
        BackupRef { place, name: found.name.as_str().to_owned() }
    }

    pub fn restore_backup(&mut self, request: RestoreBackup, _: &AppHandle) -> Result<Restored, Failure> {
        let place = usize::try_from(request.number).map_err(|_| Failure::BackupGone)?;
        let found = self.found.get(place).ok_or(Failure::BackupGone)?;
        let folder = self.folder()?;
        let with_recovery_key = matches!(request.secret, Secret::RecoveryKey { .. });
        let (slots, key) = open_for(found, &folder, &request.secret)?;
        let now = SystemClock.now().to_utc();
        let restored = vault::restore(&folder, found, &slots, &key, ::journal::tally, now)
            .map_err(|error| failure(&error))?;
        self.open = Some(Open { with_recovery_key, ..Open::new(slots, key) });
        let next = if with_recovery_key { AfterUnlock::ChoosePassphrase } else { AfterUnlock::Opening };
        Ok(Restored {
            entries: u32::try_from(restored.entries).unwrap_or(u32::MAX),
            aside: restored.aside.map(|aside| aside.display().to_string()),
            next,
        })
    }

    pub fn wipe_journal(&mut self, request: WipeJournal, _: &AppHandle) -> Result<Wiped, Failure> {
        let folder = self.folder()?;
        let slots = SlotFile::load(&folder).map_err(|error| failure(&error))?;
        slots
            .open_with_passphrase(&Passphrase::new(request.passphrase.expose()))
            .map_err(|error| wrong(&error, Failure::WrongPassphrase))?;
        self.open = None;
        let wiped = vault::wipe(&folder).map_err(|error| failure(&error))?;
        Ok(Wiped { out_of_reach: wiped.out_of_reach.map(|path: PathBuf| path.display().to_string()) })
    }
}

/// The slots that a secret opens, and the key of the backup in them: those of the journal that is
/// here first, for they are the newer ones, and then those of the backup.
fn open_for(found: &FoundBackup, folder: &Folder, secret: &Secret) -> Result<(SlotFile, DataKey), Failure> {
    let here = SlotFile::load(folder).ok().filter(|slots| slots.vault_id() == found.vault_id);
    if let Some(slots) = here
        && let Ok(key) = open(&slots, secret)
        && found.is_of(&key)
    {
        return Ok((slots, key));
    }
    let slots = found.slots().map_err(|error| failure(&error))?;
    let key = open(&slots, secret)?;
    Ok((slots, key))
}

fn open(slots: &SlotFile, secret: &Secret) -> Result<DataKey, Failure> {
    match secret {
        Secret::Passphrase { passphrase } => slots
            .open_with_passphrase(&Passphrase::new(passphrase.expose()))
            .map_err(|error| wrong(&error, Failure::WrongPassphrase)),
        Secret::RecoveryKey { recovery_key } => {
            let key = RecoveryKey::parse(recovery_key.expose())
                .map_err(|error| Failure::UnreadableRecoveryKey { part: recovery_failure(error) })?;
            slots.open_with_recovery_key(&key).map_err(|error| wrong(&error, Failure::WrongRecoveryKey))
        }
    }
}
