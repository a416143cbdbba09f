//! What can go wrong, as codes with data.

use std::fmt;

use vault::VaultError;

/// Why something was not done. Codes and data: no prose, and never what a person typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JournalError {
    /// There is no such entry any more.
    EntryGone,
    /// The entry is in the bin; it must be put back before it is written in.
    EntryInBin,
    /// The entry has no such answer, or it answers another question.
    AnswerGone,
    /// More than one answer can hold.
    TextTooLong {
        /// The most bytes of UTF-8 in one answer.
        most: u32,
    },
    /// An alias must be one to sixty characters on one line.
    AliasUnusable,
    /// There is no such alias any more.
    AliasGone,
    /// Another alias has that name already, in whatever case.
    AliasTaken,
    /// A question in the person's own words must be one line of at most
    /// [`MOST_OWN_CHARACTERS`](crate::MOST_OWN_CHARACTERS).
    OwnQuestionUnusable,
    /// There is no such intention any more, or none in another entry than its outcome.
    IntentionGone,
    /// A day in a sheet must be written `YYYY-MM-DD`, and be one.
    DayUnusable,
    /// There is no such look-back any more, or none in the sheet in which something is written about it.
    LookBackGone,
    /// There is no such pack any more.
    PackGone,
    /// A rule of thumb must be one line of 1 to [`MOST_RULE_CHARACTERS`](crate::MOST_RULE_CHARACTERS).
    RuleUnusable,
    /// There is no such rule of thumb any more, or no such former wording of one.
    RuleGone,
    /// A word with two meanings must be one line of 1 to
    /// [`MOST_TWOFOLD_CHARACTERS`](crate::MOST_TWOFOLD_CHARACTERS), as the role of the other, and each
    /// meaning one line of at most [`MOST_MEANING_CHARACTERS`](crate::MOST_MEANING_CHARACTERS).
    TwofoldWordUnusable,
    /// There is no such word any more.
    TwofoldWordGone,
    /// What is taken along to the team must have 1 to
    /// [`MOST_TEAM_CHARACTERS`](crate::MOST_TEAM_CHARACTERS).
    TeamPointUnusable,
    /// There is no such point any more.
    TeamPointGone,
    /// What an own trial looks at, or what a phase does differently, must be one line of at most
    /// [`MOST_OWN_TRIAL_CHARACTERS`](crate::MOST_OWN_TRIAL_CHARACTERS).
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
    /// A phase that has measurements, is not the last one, or is the first, stays.
    PhaseInUse,
    /// A value that is not on the scale.
    ValueOffScale {
        /// The highest value of the scale.
        most: u32,
    },
    /// A day before the own trial began, or after today.
    DayOutOfReach,
    /// There is no such walk-through, or no such page or part of one, any more.
    WalkThroughGone,
    /// It was shown: what was seen is not changed any more.
    WalkThroughShown,
    /// It was not shown: it did not end, and it has no card.
    WalkThroughNotShown,
    /// It was withdrawn: that is taken back first.
    WalkThroughWithdrawn,
    /// For whom must be one line of at most
    /// [`MOST_FOR_WHOM_CHARACTERS`](crate::MOST_FOR_WHOM_CHARACTERS), the question one line of at most
    /// [`MOST_WALK_QUESTION_CHARACTERS`](crate::MOST_WALK_QUESTION_CHARACTERS), the time 15, 30, 45 or 60
    /// minutes, and other words one line of at most
    /// [`MOST_WALK_REPLACEMENT_CHARACTERS`](crate::MOST_WALK_REPLACEMENT_CHARACTERS).
    WalkThroughUnusable,
    /// More entries than one walk-through can hold.
    WalkThroughFull {
        /// The most pages of one.
        most: u32,
    },
    /// More text than one walk-through can hold: more than
    /// [`MOST_WALK_BYTES`](crate::MOST_WALK_BYTES), or a page of more parts than
    /// [`MOST_WALK_BLOCKS`](crate::MOST_WALK_BLOCKS).
    WalkThroughTooLong,
    /// It may not begin: there is no page, an original is not what it was, or nobody looked over what will be
    /// seen.
    PreviewNeeded,
    /// The passage is not what it was: the text has to be looked at again.
    PassageMoved,
    /// The card was thrown away: nothing is written on it any more.
    CardThrownAway,
    /// The last day of a period is before its first.
    PeriodUnusable,
    /// The journal is open to read only.
    OnlyReading,
    /// Written by an older version, and open to read only, so that it cannot be brought up to date.
    OlderFormat,
    /// The store underneath.
    Vault(VaultError),
}

impl fmt::Display for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::EntryGone => "entry-gone",
            Self::EntryInBin => "entry-in-bin",
            Self::AnswerGone => "answer-gone",
            Self::TextTooLong { .. } => "text-too-long",
            Self::AliasUnusable => "alias-unusable",
            Self::AliasGone => "alias-gone",
            Self::AliasTaken => "alias-taken",
            Self::OwnQuestionUnusable => "own-question-unusable",
            Self::IntentionGone => "intention-gone",
            Self::DayUnusable => "day-unusable",
            Self::LookBackGone => "look-back-gone",
            Self::PackGone => "pack-gone",
            Self::RuleUnusable => "rule-unusable",
            Self::RuleGone => "rule-gone",
            Self::TwofoldWordUnusable => "twofold-word-unusable",
            Self::TwofoldWordGone => "twofold-word-gone",
            Self::TeamPointUnusable => "team-point-unusable",
            Self::TeamPointGone => "team-point-gone",
            Self::OwnTrialUnusable => "own-trial-unusable",
            Self::OwnTrialGone => "own-trial-gone",
            Self::OwnTrialEnded => "own-trial-ended",
            Self::OwnTrialFixed { .. } => "own-trial-fixed",
            Self::PhaseInUse => "phase-in-use",
            Self::ValueOffScale { .. } => "value-off-scale",
            Self::DayOutOfReach => "day-out-of-reach",
            Self::WalkThroughGone => "walk-through-gone",
            Self::WalkThroughShown => "walk-through-shown",
            Self::WalkThroughNotShown => "walk-through-not-shown",
            Self::WalkThroughWithdrawn => "walk-through-withdrawn",
            Self::WalkThroughUnusable => "walk-through-unusable",
            Self::WalkThroughFull { .. } => "walk-through-full",
            Self::WalkThroughTooLong => "walk-through-too-long",
            Self::PreviewNeeded => "preview-needed",
            Self::PassageMoved => "passage-moved",
            Self::CardThrownAway => "card-thrown-away",
            Self::PeriodUnusable => "period-unusable",
            Self::OnlyReading => "only-reading",
            Self::OlderFormat => "older-format",
            Self::Vault(_) => "vault",
        })
    }
}

impl std::error::Error for JournalError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Vault(error) => Some(error),
            Self::EntryGone
            | Self::EntryInBin
            | Self::AnswerGone
            | Self::TextTooLong { .. }
            | Self::AliasUnusable
            | Self::AliasGone
            | Self::AliasTaken
            | Self::OwnQuestionUnusable
            | Self::IntentionGone
            | Self::DayUnusable
            | Self::LookBackGone
            | Self::PackGone
            | Self::RuleUnusable
            | Self::RuleGone
            | Self::TwofoldWordUnusable
            | Self::TwofoldWordGone
            | Self::TeamPointUnusable
            | Self::TeamPointGone
            | Self::OwnTrialUnusable
            | Self::OwnTrialGone
            | Self::OwnTrialEnded
            | Self::OwnTrialFixed { .. }
            | Self::PhaseInUse
            | Self::ValueOffScale { .. }
            | Self::DayOutOfReach
            | Self::WalkThroughGone
            | Self::WalkThroughShown
            | Self::WalkThroughNotShown
            | Self::WalkThroughWithdrawn
            | Self::WalkThroughUnusable
            | Self::WalkThroughFull { .. }
            | Self::WalkThroughTooLong
            | Self::PreviewNeeded
            | Self::PassageMoved
            | Self::CardThrownAway
            | Self::PeriodUnusable
            | Self::OnlyReading
            | Self::OlderFormat => None,
        }
    }
}

impl From<VaultError> for JournalError {
    fn from(error: VaultError) -> Self {
        Self::Vault(error)
    }
}

impl From<rusqlite::Error> for JournalError {
    /// The vault knows what the codes of SQLite mean: a full disk, a damaged page.
    fn from(error: rusqlite::Error) -> Self {
        Self::Vault(error.into())
    }
}
