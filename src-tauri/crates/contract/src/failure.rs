//! Failure codes. The UI has one exhaustive table from code to severity and message.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What went wrong in reading a recovery key, before any slot was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum KeyPart {
    /// Not thirty characters.
    Length,
    /// A character that a recovery key never has.
    Character,
    /// The characters do not belong together: one of them was misread.
    Checksum,
}

/// Why a command was not carried out. Codes and data, never prose, never what a person typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Failure {
    /// No slot opens with this passphrase.
    WrongPassphrase,
    /// Well formed, but no slot opens with this recovery key.
    WrongRecoveryKey,
    /// Not a recovery key as we write them.
    UnreadableRecoveryKey {
        /// What is wrong with it.
        part: KeyPart,
    },
    /// Too short to be taken as a passphrase.
    PassphraseTooShort {
        /// The least number of characters.
        least: u32,
    },
    /// The groups typed back are not those of the sheet.
    GroupsDiffer,
    /// The slot file was changed by accident or on purpose.
    SlotsDamaged {
        /// Whether the previous copy reads well.
        previous_usable: bool,
    },
    /// There is a store but no slot file.
    SlotsMissing,
    /// There is a slot file but no store.
    StoreMissing,
    /// The store cannot be read with its own key: damaged, or another journal's.
    StoreDamaged,
    /// Written by a newer version of this program.
    NewerFormat,
    /// There is a journal here already.
    AlreadySetUp,
    /// The data folder cannot be written.
    FolderNotWritable,
    /// The disk is full; what was saved before is safe.
    DiskFull,
    /// Not enough memory to derive the key.
    NotEnoughMemory,
    /// The command came at a moment at which it has no meaning.
    OutOfTurn,
    /// There is no such entry any more.
    EntryGone,
    /// The entry is in the bin; it must be put back before it is written in.
    EntryInBin,
    /// There is no such answer in this entry.
    AnswerGone,
    /// More characters than one answer can hold.
    TextTooLong {
        /// The most bytes of UTF-8 in one answer.
        most: u32,
    },
    /// An alias must be one to sixty characters on one line.
    AliasUnusable,
    /// There is no such alias any more.
    AliasGone,
    /// Another alias has that name already; the two can be merged.
    AliasTaken,
    /// A rule of thumb must be one line of 1 to 300 characters.
    RuleUnusable,
    /// There is no such rule of thumb any more.
    RuleGone,
    /// What of one's own acting an own trial looks at, or what a phase does differently, must be one line
    /// of at most 200 characters.
    OwnTrialUnusable,
    /// There is no such own trial, phase or measurement any more.
    OwnTrialGone,
    /// The own trial was ended: it takes no measurement and no phase.
    OwnTrialEnded,
    /// It can no longer be chosen, so that nobody chooses it by the outcome.
    OwnTrialFixed {
        /// What it is.
        part: crate::OwnTrialPart,
    },
    /// A phase that has measurements, or is not the last one, stays.
    PhaseInUse,
    /// A value that is not on the scale.
    ValueOffScale {
        /// The highest value of the scale.
        most: u32,
    },
    /// A day before the start of the trial, or after today.
    DayOutOfReach,
    /// A word with two meanings is one line of 1 to 60 characters, and each meaning one line of at most
    /// 300.
    TwofoldWordUnusable,
    /// There is no such word any more.
    TwofoldWordGone,
    /// What is taken along to the team has 1 to 600 characters.
    TeamPointUnusable,
    /// There is no such point any more.
    TeamPointGone,
    /// There is no such walk-through, or no such page or part of one, any more.
    WalkThroughGone,
    /// It was shown: what was seen is not changed any more.
    WalkThroughShown,
    /// For whom must be one line of at most 60 characters, and the question one line of at most 300.
    WalkThroughUnusable,
    /// It may not begin: there is no page, an original has changed since, or nobody has looked over what
    /// will be seen.
    PreviewNeeded,
    /// More entries than one walk-through can hold.
    WalkThroughFull {
        /// The most pages of one walk-through.
        most: u32,
    },
    /// More text than one walk-through can hold.
    WalkThroughTooLong,
    /// The passage is not what it was: the text has to be looked at again.
    PassageMoved,
    /// A period ends before it begins.
    PeriodUnusable,
    /// A question of one's own must be one line of at most 300 characters.
    OwnQuestionUnusable,
    /// The handbook has no such kind of contact.
    UnknownKind,
    /// No pack here has such a form, or the form has no such field.
    UnknownForm,
    /// No pack here has such a question.
    UnknownQuestion,
    /// There is no such look-back any more.
    LookBackGone,
    /// There is no such pack any more.
    PackGone,
    /// The file that was checked is no longer at hand: it must be pointed at again.
    PackNotAtHand,
    /// A form that is made for others holds no person: it has no contact and no alias.
    FormWithoutPerson,
    /// The journal is open to be read only.
    OnlyReading,
    /// The store has a former format, which reading alone cannot renew.
    OlderFormat,
    /// No backup is made of a store that is not known to be sound.
    NotSound,
    /// A backup is being made already.
    BackupUnderWay,
    /// There is no such backup any more.
    BackupGone,
    /// The backup is not what it was when it was made.
    BackupDamaged,
    /// A backup of another journal, or of this one under a former key.
    BackupOfOtherKey,
    /// The second place is not there now.
    PlaceGone,
    /// The second place cannot be written.
    PlaceNotWritable,
    /// A page could not be written where the person chose.
    PageNotSaved,
    /// A setting outside its bounds.
    SettingOutOfBounds,
    /// Something that should not happen; the incident's number stands in the message on stderr.
    Internal {
        /// A number to tell one incident from another. It says nothing about content.
        incident: u32,
    },
}
