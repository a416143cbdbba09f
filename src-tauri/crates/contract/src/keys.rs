//! Requests and answers of the `keys` role: set-up, unlock, recovery, change of passphrase.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Appearance, BackupRef, Failure, Hidden, Language, WalkEnd};

/// Where things stand when the window opens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeysState {
    /// What is in the data folder.
    pub situation: Situation,
    /// What the window was opened for.
    pub intent: Intent,
    /// The backup to restore, where one was chosen in the journal.
    pub backup: Option<BackupRef>,
    /// What happened just before, if it must be said.
    pub notice: Option<Notice>,
    /// Language and text size.
    pub appearance: Appearance,
    /// The data folder, as a person would write it.
    pub folder: String,
    /// Whether the disk under the data folder is encrypted.
    pub disk: DiskEncryption,
}

/// What the data folder holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Situation {
    /// No journal yet.
    NotSetUp,
    /// A journal, locked.
    Locked {
        /// Whether a recovery key was made and typed back.
        recovery_ready: bool,
    },
    /// Something stands in the way; the failure says what.
    Blocked {
        /// What stands in the way.
        failure: Failure,
    },
}

/// What a person wants from the `keys` window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Intent {
    /// Open the journal.
    #[default]
    Open,
    /// Make a recovery sheet, then open the journal.
    MakeRecoverySheet,
    /// Choose another passphrase, then open the journal.
    ChangePassphrase,
    /// Choose what unlocking costs, then open the journal.
    ChooseCost,
    /// Encrypt the store anew under a new key, make a new recovery sheet, then open the journal.
    RenewKey,
    /// Put a backup in the journal's place, then open it.
    Restore,
    /// Destroy the journal.
    Wipe,
    /// Give a walk-through that is over more time. Nothing opens, and no key is handed over.
    MoreTime,
}

/// What happened just before this window opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Notice {
    /// The journal was locked by itself.
    LockedByItself {
        /// Why.
        why: LockedBy,
        /// Whether the page had said before that all was saved. Otherwise the last seconds may be gone.
        saved: bool,
    },
    /// The journal's process stopped without saying so.
    JournalStopped,
    /// A walk-through is over.
    WalkThroughEnded {
        /// How it ended.
        end: WalkEnd,
    },
    /// The process of a walk-through stopped without saying so.
    WalkThroughStopped,
    /// This role's process stopped without saying so.
    KeysStopped,
    /// The key was right, but the journal could not be opened.
    OpeningFailed {
        /// Why not.
        failure: Failure,
    },
}

/// What locked a journal that nobody had asked to lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LockedBy {
    /// Nobody pressed a key for a time.
    Idle,
    /// The screen was locked.
    Screen,
    /// The machine went to sleep.
    Sleep,
    /// The lid was closed.
    Lid,
}

/// Whether the disk under the data folder is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DiskEncryption {
    /// The system says it is.
    Encrypted,
    /// The system says it is not.
    NotEncrypted,
    /// It cannot be read without rights that we do not ask for.
    Unknown,
}

/// A passphrase to be judged as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JudgePassphrase {
    /// What stands in the field.
    pub passphrase: Hidden,
}

/// How hard a passphrase is to guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// Nothing typed yet.
    Empty,
    /// Shorter than a passphrase may be.
    TooShort,
    /// A thief with this file finds it in days.
    Weak,
    /// Holds against somebody who is curious, not against somebody who is determined.
    Fair,
    /// Out of reach for anyone without great means.
    Good,
    /// Out of reach.
    Strong,
}

/// The answer to [`JudgePassphrase`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PassphraseJudgement {
    /// How hard it is to guess.
    pub strength: Strength,
}

/// A passphrase of common words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposedPassphrase {
    /// Five words with a space between.
    pub passphrase: Hidden,
}

/// Makes a new journal.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetUp {
    /// The passphrase to lock it with.
    pub passphrase: Hidden,
    /// The language it starts in.
    pub language: Language,
}

/// Opens the slots with the passphrase.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Unlock {
    /// The passphrase.
    pub passphrase: Hidden,
    /// Whether the journal is to be opened to be read only.
    pub to_read: bool,
}

/// Opens the slots with the recovery key.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnlockWithRecoveryKey {
    /// The recovery key, with or without spaces, in any case.
    pub recovery_key: Hidden,
    /// Whether the journal is to be opened to be read only.
    pub to_read: bool,
}

/// What comes after the slots opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Unlocked {
    /// The next step.
    pub next: AfterUnlock,
}

/// The step after the slots opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum AfterUnlock {
    /// The journal is opening; this window goes by itself.
    Opening,
    /// Show the recovery sheet, then open the journal.
    MakeRecoverySheet,
    /// Ask for a new passphrase, then open the journal.
    ChoosePassphrase,
    /// Show what unlocking may cost, then open the journal.
    ChooseCost,
    /// Ask for a new passphrase, encrypt anew, then show the recovery sheet.
    RenewKey,
    /// The walk-through goes on; this window goes by itself.
    MoreTime,
}

/// Puts a new passphrase in the place of the old one.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangePassphrase {
    /// The new passphrase.
    pub passphrase: Hidden,
}

/// A drawn recovery key, to be copied by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecoverySheet {
    /// Six groups of five characters.
    pub groups: Vec<Hidden>,
    /// The two groups to type back, counted from 1.
    pub ask: [u8; 2],
}

/// The words of the page to save; the role adds the groups and the day.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecoveryPage {
    /// The language of the page.
    pub language: Language,
}

/// Whether a page was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PageSaved {
    /// Where it was written; nothing when the person closed the dialog.
    pub path: Option<String>,
}

/// The two groups typed back.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConfirmRecoveryKey {
    /// In the order of [`RecoverySheet::ask`].
    pub groups: [Hidden; 2],
}
