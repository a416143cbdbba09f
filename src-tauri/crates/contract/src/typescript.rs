//! The TypeScript that the UI compiles against.

use ts_rs::{Config, TS};

use crate::{table::CommandLine, *};

/// Writes the declarations of the named types, each with its doc comment.
macro_rules! declarations {
    ($config:ident; $($name:ident)+) => {
        vec![$({
            let mut text = $name::docs().unwrap_or_default();
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            text.push_str("export ");
            text.push_str(&$name::decl($config));
            text
        }),+]
    };
}

/// The whole generated file.
///
/// `assets`-free and clock-free: the same types always give the same bytes, so a stale
/// committed file is found by comparing.
#[must_use]
pub fn typescript() -> String {
    let config = &Config::default();
    let types = declarations![config;
        Hidden Language TextSize Appearance KeyPart Failure
        KeysState Situation Intent Notice DiskEncryption JudgePassphrase Strength
        PassphraseJudgement ProposedPassphrase SetUp Unlock UnlockWithRecoveryKey Unlocked AfterUnlock
        ChangePassphrase RecoverySheet RecoveryPage PageSaved ConfirmRecoveryKey
        Rewrapped RenewKey Costs CostChoice ChangeCost FindBackups FoundBackups FoundBackup RestoreBackup Secret
        Restored WipeJournal Wiped BackupRef BackupPlace BackupList BackupRow BackupInside SecondPlace
        PlaceWarning PlaceChosen BackupProgress BackupNews OnlyReading ErasedEverywhere HeldByBackups
        ShellEvent MenuAction EntryId AnswerId Day Moment Opened ContactKind StoreCheck Left Verdict Settings
        SettingsChanged ResidentWord WorkerWord StartEntry ContactDraft Sitting Minutes Baggage Mood Form
        EntryRequest ChangeEntry EntryView ContactView Step StepField QuestionView SourceView AnswerView
        OtherQuestion AnotherQuestion Returns IntentionView IntentionList LetGo SaveAnswer AnswerField
        AnswerSaved ListEntries EntryCursor EntryPage EntryRow BinPage BinRow AliasList ProposedAlias LockJournal
        LockReason LockedBy SelfCheck System Try Tried Outcome ProcessRow ProcessKind PlaceRow PlaceKind
        MirrorText Mirror Finding FindingKind Instead Spare SparedWords SparedWord EntryMirror Weight CheckEntries
        CheckedEntries CheckedRow KeepDays HouseRules EntryStatus Going GoingReason LeavingList LeavingRow
        YearlyQuestion RuleId WordingId RuleOfThumb FormerWording RuleList KeepRule ChangeRule DropRule RuleRequest
        WordingRequest TwofoldWordId TwofoldWord TwofoldWordList TwofoldWordDraft ChangeTwofoldWord
        TwofoldWordRequest TeamPointId TeamCard TeamTheme TeamPoint TeamPointDraft ChangeTeamPoint
        DiscussTeamPoint TeamPointRequest Learned SaveLearned
        OwnTrialId PhaseId MeasurementId Scale Better PhaseKind OwnTrialList OwnTrialRow OwnTrialView PhaseView
        MeasurementView ComparisonView OverlapView Went StartOwnTrial ChangeOwnTrial OwnTrialRequest BeginPhase
        ChangePhase PhaseRequest Measure Measured ChangeMeasurement MeasurementRequest EndOwnTrial OwnTrialPart
        JudgeAlias AliasJudgement
        AliasRows AliasRow AliasRequest RenameAlias CloseAlias AliasView ListAliasEntries AliasEntries AliasEntry AliasErased
        FormKey QuestionKey FormView FormAbout SheetField FieldShape Labelled CellView CellValue PreparedView
        SheetLine LookBackList LookBackView LetGoLookBack ListTried TriedPage TriedRow Became ThroughTime
        ThroughTimeRow SheetVersions SheetVersion HandbookView PackHead ThemeView HandbookQuestion
        HandbookSource FormHead MethodView MethodStep TermView CaseView CaseRole RoleView CardView Deck FormInIntervision PackList PackRow PackRequest SwitchPack
        PackChecked PackFault PackFaultCode PackPreview PackAdvice PackAdviceCode
        WalkThroughId WalkPageId WalkBlockId WalkMinutes WalkThroughList WalkThroughRow WalkPageHead
        WalkThroughRequest PrepareWalkThrough AddWalkPages ChangeWalkThrough WalkThroughView WalkThroughShown
        WalkEnd WalkPageView Original WalkBlockView CoverSpan WalkPageRequest MoveWalkPage ShowWalkDay CoverBlock
        ReplaceInBlock WithdrawWalkThrough ShownWalkThrough ShownPage ShownBlock BlockLabel ShownPiece FirstScreen
        Month SearchEntries SearchOrder SearchFilters SearchForm SearchStatus SearchPage FoundRow ExcerptPiece
        FindInEntry EntryMatches EntryMatch MonthList MonthRow ListMonth MonthRequest DayList
        OverMonths OverMonthsRow ReturningWords ReturningWord YearAgo AlikeEntries AlikeEntry GatheredMonth TakenAlong
        QuietPeriodId KeepQuiet EndQuiet QuietList QuietPeriod
        JointCardScreen JointCard CardState SaveJointCard DecideJointCard MakeIntention WalkThroughBegins WalkEvent
    ];
    let mut text = String::from(
        "// Generated from src-tauri/crates/contract by `cargo xtask codegen`. Do not edit.\n\n",
    );
    for declaration in types {
        text.push_str(&declaration);
        text.push_str("\n\n");
    }
    text.push_str(&commands("KeysCommands", KEYS));
    text.push('\n');
    text.push_str(&commands("JournalCommands", JOURNAL));
    text.push('\n');
    text.push_str(&commands("WalkThroughCommands", WALK_THROUGH));
    text
}

fn commands(name: &str, table: &[CommandLine]) -> String {
    let mut text = format!("export interface {name} {{\n");
    for line in table {
        let (request, response) = ((line.request)(), (line.response)());
        text.push_str(&format!(
            "  /** {} */\n  {}: {{ request: {request}; response: {response} }};\n",
            line.doc.trim(),
            line.name,
        ));
    }
    text.push_str("}\n");
    text
}
