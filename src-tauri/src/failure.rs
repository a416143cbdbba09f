//! From the rooms' own errors to the codes that a window knows.
//!
//! A code exists in the contract only where a person can do something with it; all else is an
//! incident with a number, and its cause goes to standard error as a code.

use contract::{Failure, KeyPart, OwnTrialPart};
use household::tell;
use journal::JournalError;
use vault::{RecoveryKeyError, VaultError};

/// What a window hears of an error of the vault.
#[expect(clippy::wildcard_enum_match_arm, reason = "the vault may learn of causes nobody can act on")]
pub fn failure(error: &VaultError) -> Failure {
    match error {
        VaultError::WrongSecret => Failure::WrongPassphrase,
        VaultError::PassphraseTooShort { least } => {
            Failure::PassphraseTooShort { least: u32::try_from(*least).unwrap_or(u32::MAX) }
        }
        VaultError::SlotsDamaged { previous_usable } => {
            Failure::SlotsDamaged { previous_usable: *previous_usable }
        }
        VaultError::SlotsMissing => Failure::SlotsMissing,
        VaultError::StoreMissing => Failure::StoreMissing,
        VaultError::StoreDamaged => Failure::StoreDamaged,
        VaultError::NewerFormat => Failure::NewerFormat,
        VaultError::AlreadySetUp => Failure::AlreadySetUp,
        VaultError::FolderNotWritable => Failure::FolderNotWritable,
        VaultError::DiskFull => Failure::DiskFull,
        VaultError::NotEnoughMemory => Failure::NotEnoughMemory,
        VaultError::OnlyReading => Failure::OnlyReading,
        VaultError::NotSound => Failure::NotSound,
        VaultError::BackupUnderWay => Failure::BackupUnderWay,
        VaultError::BackupGone => Failure::BackupGone,
        VaultError::BackupDamaged => Failure::BackupDamaged,
        VaultError::BackupOfOtherKey => Failure::BackupOfOtherKey,
        VaultError::PlaceGone => Failure::PlaceGone,
        VaultError::PlaceNotWritable => Failure::PlaceNotWritable,
        other => tell::incident(other),
    }
}

/// What a window hears of an error of the journal.
pub fn journal_failure(error: &JournalError) -> Failure {
    match error {
        JournalError::EntryGone => Failure::EntryGone,
        JournalError::EntryInBin => Failure::EntryInBin,
        // An intention is an answer; whoever asks for one that is gone asks for such.
        JournalError::AnswerGone | JournalError::IntentionGone => Failure::AnswerGone,
        JournalError::TextTooLong { most } => Failure::TextTooLong { most: *most },
        JournalError::AliasUnusable => Failure::AliasUnusable,
        JournalError::AliasGone => Failure::AliasGone,
        JournalError::AliasTaken => Failure::AliasTaken,
        JournalError::RuleUnusable => Failure::RuleUnusable,
        JournalError::RuleGone => Failure::RuleGone,
        JournalError::OwnTrialUnusable => Failure::OwnTrialUnusable,
        JournalError::OwnTrialGone => Failure::OwnTrialGone,
        JournalError::OwnTrialEnded => Failure::OwnTrialEnded,
        JournalError::OwnTrialFixed { part } => Failure::OwnTrialFixed {
            part: match part {
                journal::OwnTrialPart::Scale => OwnTrialPart::Scale,
                journal::OwnTrialPart::Better => OwnTrialPart::Better,
            },
        },
        JournalError::PhaseInUse => Failure::PhaseInUse,
        JournalError::ValueOffScale { most } => Failure::ValueOffScale { most: *most },
        JournalError::DayOutOfReach => Failure::DayOutOfReach,
        JournalError::TwofoldWordUnusable => Failure::TwofoldWordUnusable,
        JournalError::TwofoldWordGone => Failure::TwofoldWordGone,
        JournalError::TeamPointUnusable => Failure::TeamPointUnusable,
        JournalError::TeamPointGone => Failure::TeamPointGone,
        JournalError::WalkThroughGone => Failure::WalkThroughGone,
        JournalError::WalkThroughShown => Failure::WalkThroughShown,
        JournalError::WalkThroughUnusable => Failure::WalkThroughUnusable,
        JournalError::WalkThroughFull { most } => Failure::WalkThroughFull { most: *most },
        JournalError::WalkThroughTooLong => Failure::WalkThroughTooLong,
        JournalError::PreviewNeeded => Failure::PreviewNeeded,
        JournalError::PassageMoved => Failure::PassageMoved,
        // A window offers none of these: what was withdrawn is taken back first, what was not shown has no
        // card, and what was thrown away is not written on.
        JournalError::WalkThroughWithdrawn
        | JournalError::WalkThroughNotShown
        | JournalError::CardThrownAway => Failure::OutOfTurn,
        JournalError::OnlyReading => Failure::OnlyReading,
        JournalError::OlderFormat => Failure::OlderFormat,
        JournalError::OwnQuestionUnusable => Failure::OwnQuestionUnusable,
        JournalError::LookBackGone => Failure::LookBackGone,
        JournalError::PackGone => Failure::PackGone,
        JournalError::PeriodUnusable => Failure::PeriodUnusable,
        // A window offers only days.
        JournalError::DayUnusable => Failure::OutOfTurn,
        JournalError::Vault(error) => failure(error),
    }
}

/// What a window hears of a recovery key that cannot be read.
pub fn recovery_failure(error: RecoveryKeyError) -> KeyPart {
    match error {
        RecoveryKeyError::Length => KeyPart::Length,
        RecoveryKeyError::Character => KeyPart::Character,
        RecoveryKeyError::Checksum => KeyPart::Checksum,
    }
}
