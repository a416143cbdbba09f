//! Requests and answers about backups, in both roles that deal with them: `journal` makes, lists
//! and tries them, `keys` restores them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{AfterUnlock, Day, Failure, Hidden, Moment};

/// One backup among those that are within reach of a journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupRef {
    /// Where it is.
    pub place: BackupPlace,
    /// The name of its folder.
    pub name: String,
}

/// Where a backup is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum BackupPlace {
    /// In the data folder.
    Here,
    /// At the second place, such as a USB stick.
    Second,
}

/// Every backup within reach, and how things stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupList {
    /// The backups, newest first; one that lies at both places is two rows.
    pub rows: Vec<BackupRow>,
    /// The second place.
    pub second: SecondPlace,
    /// What is being done now, if anything.
    pub under_way: Option<BackupProgress>,
}

/// A backup in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupRow {
    /// Which one.
    pub backup: BackupRef,
    /// When it was made.
    pub made_at: Moment,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// What is known of its inside.
    pub inside: BackupInside,
}

/// What is known of the inside of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum BackupInside {
    /// It was opened, checked and counted.
    Counted {
        /// The number of entries in it.
        entries: u32,
        /// When it was last opened and counted.
        checked_at: Moment,
    },
    /// It is not what it was when it was made.
    Damaged,
    /// Another journal's, or this one's under a former key.
    OtherKey,
    /// Written by a newer version of this program.
    Newer,
}

/// The second place for backups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum SecondPlace {
    /// None was chosen.
    None,
    /// Chosen, and not there now.
    Absent {
        /// The folder, as a person would write it.
        path: String,
    },
    /// There.
    There {
        /// The folder, as a person would write it.
        path: String,
        /// What to know about it.
        warning: PlaceWarning,
    },
}

/// What to know about a place before backups go there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum PlaceWarning {
    /// Nothing.
    None,
    /// A service copies this folder to its own machines.
    Synced {
        /// The name of the service.
        service: String,
    },
    /// It lies on another machine.
    Network,
    /// It lies on the same disk as the journal.
    SameDisk,
}

/// A folder that a person pointed at; it is not used before they say so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaceChosen {
    /// The folder; nothing when the person closed the dialog.
    pub path: Option<String>,
    /// What to know about it.
    pub warning: PlaceWarning,
}

/// How far a backup is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum BackupProgress {
    /// Its pages are being copied.
    Copying {
        /// How many of a hundred parts are done.
        percent: u8,
    },
    /// It is being opened, checked and counted.
    Checking,
    /// It is being copied to the second place, and opened and counted there.
    SecondPlace,
}

/// What there is to say about a backup under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum BackupNews {
    /// It goes on.
    UnderWay {
        /// How far it is.
        progress: BackupProgress,
    },
    /// It is there, opened and counted; at the second place too, where there is one.
    Made,
    /// It is there, and could not be copied to the second place.
    MadeHereOnly {
        /// Why not there.
        failure: Failure,
    },
    /// It could not be made. Former backups are as they were.
    NotMade {
        /// Why not.
        failure: Failure,
    },
    /// A backup that was good once was opened again, and is not any more. Another is being made.
    Spoiled {
        /// When it was made.
        made_at: Moment,
    },
}

/// Why a journal is open to be read only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum OnlyReading {
    /// It is a backup that is being tried.
    Trial {
        /// When the backup was made.
        made_at: Moment,
    },
    /// The person asked for it when the journal was opened.
    Asked,
}

/// What erasing an entry everywhere did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ErasedEverywhere {
    /// In how many copies the entry was, and is no more: backups, and journals kept aside.
    pub rewritten: u32,
    /// Copies that could not be rewritten, and may still hold it.
    pub left: u32,
    /// Whether there is a second place that is not within reach now.
    pub out_of_reach: bool,
}

/// Until when backups hold what is erased now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum HeldByBackups {
    /// There is no backup.
    No,
    /// Some backup may hold it until this day, if nobody removes it sooner.
    Until {
        /// The last day.
        day: Day,
    },
}

/// Where to look for backups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FindBackups {
    /// In a folder that the person points at, instead of the journal's own places.
    pub elsewhere: bool,
}

/// Backups that were found, without any key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundBackups {
    /// The folder that was pointed at; nothing when the person closed the dialog, or for the
    /// journal's own places.
    pub folder: Option<String>,
    /// The backups, newest first.
    pub rows: Vec<FoundBackup>,
}

/// A backup, as far as it shows without a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundBackup {
    /// Its number in the list that this role last found.
    pub number: u32,
    /// Which one it is, where it lies at one of the journal's own places.
    pub backup: Option<BackupRef>,
    /// When it was made.
    pub made_at: Moment,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// Puts a backup in the place of the journal, which is kept aside.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RestoreBackup {
    /// The number of the backup in the list that was found last.
    pub number: u32,
    /// What opens it.
    pub secret: Secret,
}

/// A secret that opens slots.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Secret {
    /// The passphrase.
    Passphrase {
        /// As it was typed.
        passphrase: Hidden,
    },
    /// The recovery key.
    RecoveryKey {
        /// With or without spaces, in any case.
        recovery_key: Hidden,
    },
}

/// What a restore did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Restored {
    /// The number of entries that are back, counted.
    pub entries: u32,
    /// Where the former journal was put; nothing when there was none.
    pub aside: Option<String>,
    /// The next step. The journal does not open before it is told to.
    pub next: AfterUnlock,
}

/// What became of the copies of the slot file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Rewrapped {
    /// How many backups within reach now open with the new secret, and no longer with the old one.
    pub copies: u32,
    /// Whether some backup here could not be written, and still opens with the old one.
    pub left: bool,
    /// Whether there is a second place that is not within reach now.
    pub out_of_reach: bool,
}

/// Encrypts the store anew under a new data key and a new passphrase.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RenewKey {
    /// The new passphrase.
    pub passphrase: Hidden,
}

/// What unlocking may cost, measured on this machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Costs {
    /// What it costs now, in MiB of memory.
    pub now: u32,
    /// What can be chosen, the cheapest first.
    pub choices: Vec<CostChoice>,
}

/// One choice of what unlocking costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CostChoice {
    /// MiB of memory.
    pub mebibytes: u32,
    /// How long deriving the key took just now; nothing when the memory is not there.
    pub milliseconds: Option<u32>,
}

/// Chooses what unlocking costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeCost {
    /// MiB of memory: one of the choices.
    pub mebibytes: u32,
}

/// Destroys the journal.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WipeJournal {
    /// The passphrase, asked again.
    pub passphrase: Hidden,
}

/// What a wipe could not reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Wiped {
    /// A second place that was not there: the copies on it still open with their passphrase.
    pub out_of_reach: Option<String>,
}
