//! The tables of commands, one for each role that has a window.

use crate::*;

/// One line of a role's table, for the permission list and the generated TypeScript.
#[derive(Debug, Clone, Copy)]
pub struct CommandLine {
    /// The name on the wire, in snake case.
    pub name: &'static str,
    /// What it does, in one sentence.
    pub doc: &'static str,
    /// The TypeScript name of the request's type, `null` where there is none.
    pub request: fn() -> String,
    /// The TypeScript name of the answer's type, `null` where there is none.
    pub response: fn() -> String,
}

/// Declares a role's table: a constant with all lines, and a macro that hands the same lines to
/// a callback, from which the shell makes its adapters and its handler list.
///
/// The first token is a dollar sign: a macro that writes a macro cannot spell one itself.
macro_rules! commands {
    ($dollar:tt $table:ident, $with:ident; $(#[doc = $doc:literal] $name:ident($request:ty) -> $response:ty;)+) => {
        /// Every command of this role, in the order of the table.
        pub const $table: &[CommandLine] = &[$(CommandLine {
            name: stringify!($name),
            doc: $doc,
            request: name_of::<$request>,
            response: name_of::<$response>,
        }),+];

        /// Hands every line of the table to the macro whose name is given.
        #[macro_export]
        macro_rules! $with {
            ($dollar callback:ident) => {
                $dollar callback! { $($name($request) -> $response;)+ }
            };
        }
    };
}

fn name_of<T: ts_rs::TS>() -> String {
    T::name(&ts_rs::Config::default())
}

commands! { $ KEYS, with_keys_commands;
    /// Where things stand: what is in the data folder, and what this window was opened for.
    keys_state(()) -> KeysState;
    /// The strength of a passphrase, in a code that the catalogue turns into words.
    judge_passphrase(JudgePassphrase) -> PassphraseJudgement;
    /// A fresh passphrase of common words, drawn with the system's randomness.
    propose_passphrase(()) -> ProposedPassphrase;
    /// Makes a new journal under a passphrase; the recovery sheet follows.
    set_up(SetUp) -> ();
    /// Opens the key slots with the passphrase.
    unlock(Unlock) -> Unlocked;
    /// Opens the key slots with the recovery key.
    unlock_with_recovery_key(UnlockWithRecoveryKey) -> Unlocked;
    /// Puts a new passphrase in the place of the old one; the slots must be open.
    change_passphrase(ChangePassphrase) -> Rewrapped;
    /// Draws a recovery key and shows it; nothing is stored before two groups are typed back.
    draw_recovery_key(()) -> RecoverySheet;
    /// Writes the drawn recovery key as a page where the person chooses.
    save_recovery_page(RecoveryPage) -> PageSaved;
    /// Stores the drawn recovery key's slot when the two groups match.
    confirm_recovery_key(ConfirmRecoveryKey) -> Rewrapped;
    /// Encrypts the store anew under a new data key and passphrase; a new recovery sheet follows.
    renew_key(RenewKey) -> ();
    /// What unlocking may cost, measured on this machine.
    list_costs(()) -> Costs;
    /// Chooses what unlocking costs; the slots must have been opened with the passphrase.
    change_cost(ChangeCost) -> Rewrapped;
    /// Looks for backups at the journal's own places, or in a folder that the person points at.
    find_backups(FindBackups) -> FoundBackups;
    /// Puts a backup in the journal's place; the present journal is kept aside.
    restore_backup(RestoreBackup) -> Restored;
    /// Destroys the journal: every slot file within reach first, then all the rest.
    wipe_journal(WipeJournal) -> Wiped;
    /// Puts back the previous copy of the slot file; the damaged one is kept aside.
    restore_previous_slots(()) -> ();
    /// Hands the data key over and opens the journal.
    open_journal(()) -> ();
    /// Language and text size, kept outside the store because this window needs them.
    change_appearance(Appearance) -> ();
    /// The window has painted its first screen.
    keys_painted(()) -> ();
    /// Closes the app.
    quit_keys(()) -> ();
}

commands! { $ JOURNAL, with_journal_commands;
    /// Waits until the key has come and the store is open; answers with the first screen's data.
    await_opening(()) -> FirstScreen;
    /// The window has painted its first screen with content.
    journal_painted(()) -> ();
    /// Waits for the next thing that the shell has to say to this window.
    await_event(()) -> ShellEvent;
    /// What the checks of the store have found so far.
    store_check(()) -> StoreCheck;
    /// Starts an entry: a contact with questions from the handbook, a free page, or a sheet.
    start_entry(StartEntry) -> EntryView;
    /// One entry with its answers and the questions still open to it.
    read_entry(EntryRequest) -> EntryView;
    /// Changes the day, kind or alias of an entry; the answer is the entry as it is now.
    change_entry(ChangeEntry) -> EntryView;
    /// Another question in the place of one; the one put aside leaves no trace.
    other_question(OtherQuestion) -> AnotherQuestion;
    /// Intentions that come back at a next contact.
    list_intentions(()) -> IntentionList;
    /// Lets an intention rest, or takes that back.
    let_go_intention(LetGo) -> ();
    /// What was to be tried, and what became of it.
    list_tried(ListTried) -> TriedPage;
    /// Days at which one looks back: those that have come, and those to come.
    list_look_backs(()) -> LookBackList;
    /// Lets a look-back rest, or takes that back.
    let_go_look_back(LetGoLookBack) -> ();
    /// The handbook, whole.
    read_handbook(()) -> HandbookView;
    /// All own answers to one question.
    question_through_time(QuestionKey) -> ThroughTime;
    /// All own sheets of one form.
    list_sheets(FormKey) -> SheetVersions;
    /// Writes a sheet that holds no person as a page where the person chooses.
    save_sheet(EntryRequest) -> PageSaved;
    /// The packs that are here.
    list_packs(()) -> PackList;
    /// Lets the person point at a file, and looks it over; nothing is added yet.
    check_pack(()) -> PackChecked;
    /// Adds the pack that was looked over last.
    add_pack(PackRequest) -> PackList;
    /// Switches a pack on or off.
    switch_pack(SwitchPack) -> PackList;
    /// Removes a pack; what was answered to it stays readable.
    remove_pack(PackRequest) -> PackList;
    /// Entries, newest first, a page at a time.
    list_entries(ListEntries) -> EntryPage;
    /// The months that have entries, newest first.
    list_months(()) -> MonthList;
    /// Entries of one month, newest first, a part at a time.
    list_month(ListMonth) -> EntryPage;
    /// The days of a month that have entries.
    list_days(MonthRequest) -> DayList;
    /// Entries that hold what is asked, of those that the filters let through.
    search_entries(SearchEntries) -> SearchPage;
    /// Where in one entry what is asked stands.
    find_in_entry(FindInEntry) -> EntryMatches;
    /// Themes and kinds of questions over the months.
    read_over_months(()) -> OverMonths;
    /// Words that return.
    list_returning_words(()) -> ReturningWords;
    /// What was written about this time last year.
    read_year_ago(()) -> YearAgo;
    /// Entries that resemble one, and why.
    list_alike(EntryRequest) -> AlikeEntries;
    /// What there is of one month to look back on.
    gather_month(MonthRequest) -> GatheredMonth;
    /// What is kept quiet.
    list_quiet(()) -> QuietList;
    /// Keeps an entry, an alias or a period quiet.
    keep_quiet(KeepQuiet) -> QuietList;
    /// Keeps it quiet no longer.
    end_quiet(EndQuiet) -> QuietList;
    /// Saves one answer durably; the answer says when.
    save_answer(SaveAnswer) -> AnswerSaved;
    /// The person left the entry: its new text goes into the index.
    leave_entry(EntryRequest) -> ();
    /// Puts an entry in the bin for 24 hours.
    delete_entry(EntryRequest) -> ();
    /// Takes an entry out of the bin.
    restore_entry(EntryRequest) -> ();
    /// Erases an entry from the bin now, beyond recovery.
    erase_entry(EntryRequest) -> ();
    /// Erases an entry from the bin now, and from every backup within reach.
    erase_everywhere(EntryRequest) -> ErasedEverywhere;
    /// What is in the bin, with the moment each goes.
    list_bin(()) -> BinPage;
    /// Aliases in use, the latest contact first.
    list_aliases(()) -> AliasList;
    /// A word pair that is not in use yet.
    propose_alias(()) -> ProposedAlias;
    /// What there is to say about an alias before it is used.
    judge_alias(JudgeAlias) -> AliasJudgement;
    /// Every alias with its last contact, for the page about them.
    list_alias_rows(()) -> AliasRows;
    /// All that is known under one alias.
    read_alias(AliasRequest) -> AliasView;
    /// Older entries under one alias.
    list_alias_entries(ListAliasEntries) -> AliasEntries;
    /// Gives an alias another name that is not in use.
    rename_alias(RenameAlias) -> AliasView;
    /// Joins an alias to another one; no entry lives longer for it.
    merge_aliases(RenameAlias) -> AliasView;
    /// Closes the work with an alias, or takes that back.
    close_alias(CloseAlias) -> AliasView;
    /// Erases an alias and all its entries now, and from every backup within reach.
    erase_alias(AliasRequest) -> AliasErased;
    /// Writes all that is known under an alias as a page where the person chooses.
    save_overview(AliasRequest) -> PageSaved;
    /// What goes within a week; what is told here for the first time gets its week from now.
    list_leaving(()) -> LeavingList;
    /// Entries without an alias that are older than a year, when a year has passed since the last question.
    yearly_question(()) -> YearlyQuestion;
    /// The person keeps those entries for another year.
    keep_another_year(()) -> ();
    /// The person showed an entry to somebody.
    mark_shown(EntryRequest) -> EntryView;
    /// The rules of thumb, the latest first.
    list_rules(()) -> RuleList;
    /// Keeps a rule of thumb.
    keep_rule(KeepRule) -> RuleOfThumb;
    /// Changes a rule of thumb; the words it had stay beside it.
    change_rule(ChangeRule) -> RuleOfThumb;
    /// Drops a rule of thumb, or takes it up again.
    drop_rule(DropRule) -> RuleOfThumb;
    /// Erases a rule of thumb and how it was worded before, beyond recovery.
    erase_rule(RuleRequest) -> ();
    /// Erases how a rule of thumb was worded before, beyond recovery.
    erase_wording(WordingRequest) -> RuleOfThumb;
    /// The words with two meanings.
    list_twofold_words(()) -> TwofoldWordList;
    /// Keeps a word with two meanings.
    keep_twofold_word(TwofoldWordDraft) -> TwofoldWord;
    /// Changes what is written about a word.
    change_twofold_word(ChangeTwofoldWord) -> TwofoldWord;
    /// Erases a word with its meanings, beyond recovery.
    erase_twofold_word(TwofoldWordRequest) -> ();
    /// The team card.
    read_team_card(()) -> TeamCard;
    /// Puts something on the team card.
    keep_team_point(TeamPointDraft) -> TeamCard;
    /// Changes something on the team card.
    change_team_point(ChangeTeamPoint) -> TeamCard;
    /// It was talked about, or was not after all.
    discuss_team_point(DiscussTeamPoint) -> TeamCard;
    /// Erases something of the team card, beyond recovery.
    erase_team_point(TeamPointRequest) -> TeamCard;
    /// Writes rules, words or the team card as a page where the person chooses.
    save_learned(SaveLearned) -> PageSaved;
    /// The own trials.
    list_own_trials(()) -> OwnTrialList;
    /// Starts an own trial.
    start_own_trial(StartOwnTrial) -> OwnTrialView;
    /// One own trial, whole.
    read_own_trial(OwnTrialRequest) -> OwnTrialView;
    /// Changes what an own trial says of itself.
    change_own_trial(ChangeOwnTrial) -> OwnTrialView;
    /// Begins the next phase of an own trial.
    begin_phase(BeginPhase) -> OwnTrialView;
    /// Changes what is done differently in a phase.
    change_phase(ChangePhase) -> OwnTrialView;
    /// Takes back the last phase, while it has no measurement.
    erase_phase(PhaseRequest) -> OwnTrialView;
    /// Writes down a value.
    measure(Measure) -> Measured;
    /// Changes a measurement.
    change_measurement(ChangeMeasurement) -> OwnTrialView;
    /// Erases a measurement, beyond recovery.
    erase_measurement(MeasurementRequest) -> OwnTrialView;
    /// Ends an own trial, or lets it go on.
    end_own_trial(EndOwnTrial) -> OwnTrialView;
    /// Erases an own trial, beyond recovery.
    erase_own_trial(OwnTrialRequest) -> ();
    /// Writes an own trial as a table (CSV) where the person chooses.
    save_own_trial(OwnTrialRequest) -> PageSaved;
    /// The walk-throughs: prepared, and past.
    list_walk_throughs(()) -> WalkThroughList;
    /// The person has read what a note becomes that was shown.
    explain_walk_throughs(()) -> ();
    /// Freezes entries for a new walk-through.
    prepare_walk_through(PrepareWalkThrough) -> WalkThroughView;
    /// One walk-through, whole.
    read_walk_through(WalkThroughRequest) -> WalkThroughView;
    /// Says for whom, what for, how long and when.
    change_walk_through(ChangeWalkThrough) -> WalkThroughView;
    /// Freezes more entries.
    add_walk_pages(AddWalkPages) -> WalkThroughView;
    /// Takes a page out.
    take_walk_page_out(WalkPageRequest) -> WalkThroughView;
    /// Puts a page at another place.
    move_walk_page(MoveWalkPage) -> WalkThroughView;
    /// Freezes a page again, from the entry as it is now.
    freeze_walk_page_again(WalkPageRequest) -> WalkThroughView;
    /// Shows the day of a page, or does not.
    show_walk_day(ShowWalkDay) -> WalkThroughView;
    /// Says what is covered of a part.
    cover_walk_block(CoverBlock) -> WalkThroughView;
    /// Puts other words in the place of a passage of the frozen text.
    replace_in_walk_block(ReplaceInBlock) -> WalkThroughView;
    /// Exactly what will be seen.
    preview_walk_through(WalkThroughRequest) -> ShownWalkThrough;
    /// The person has looked over all of what will be seen.
    looked_over_walk_through(WalkThroughRequest) -> WalkThroughView;
    /// Withdraws what was prepared, or takes that back.
    withdraw_walk_through(WithdrawWalkThrough) -> WalkThroughView;
    /// Erases a walk-through with its frozen texts and its card, beyond recovery.
    erase_walk_through(WalkThroughRequest) -> ();
    /// Hands the frozen texts over; this process saves, seals and ends.
    start_walk_through(WalkThroughRequest) -> ();
    /// Saves the card's texts as they stand now.
    save_joint_card(SaveJointCard) -> JointCard;
    /// Keeps a card, or throws it away.
    decide_joint_card(DecideJointCard) -> JointCard;
    /// Makes an intention of what was learned.
    make_intention(MakeIntention) -> ();
    /// Opens the journal after the card.
    open_after_card(()) -> Opened;
    /// What in a text points at a person. Nothing of it is stored.
    mirror_text(MirrorText) -> Mirror;
    /// What in a whole entry points at a person, or is protected more than the rest.
    mirror_entry(EntryRequest) -> EntryMirror;
    /// Says that a finding is no person.
    spare_finding(Spare) -> ();
    /// Words that the person said are no person.
    list_spared(()) -> SparedWords;
    /// Takes back that a word is no person.
    forget_spared(SparedWord) -> SparedWords;
    /// Looks over the next part of the journal for what points at a person.
    check_entries(CheckEntries) -> CheckedEntries;
    /// Every backup within reach, and the second place.
    list_backups(()) -> BackupList;
    /// Begins a backup; how it goes is told by events.
    make_backup(()) -> ();
    /// Lets the person point at a folder for a second place; it is not used yet.
    choose_second_place(()) -> PlaceChosen;
    /// Uses the folder that was pointed at last as the second place.
    use_second_place(()) -> ();
    /// Forgets the second place; what is there stays there.
    forget_second_place(()) -> ();
    /// Restores a backup into a scratch folder and opens it to be read, beside the journal.
    try_backup(BackupRef) -> Opened;
    /// Ends the trial of a backup; commands are about the journal again.
    end_trial(()) -> ();
    /// The person has read that the store was changed outside and goes on with it as it is.
    accept_store(()) -> StoreCheck;
    /// Changes settings; the answer is what now holds.
    change_settings(Settings) -> SettingsChanged;
    /// What the system refuses this process now, which processes there are and where the files are.
    self_check(()) -> SelfCheck;
    /// Writes the statement for works council and privacy officer as a page where the person chooses.
    save_statement(()) -> PageSaved;
    /// Saves, seals and ends this process; the lock window opens for what is asked.
    lock_journal(LockJournal) -> ();
    /// Saves, seals and closes the app.
    quit_journal(()) -> ();
}

commands! { $ WALK_THROUGH, with_walk_through_commands;
    /// Waits until the texts have come; answers with all that is shown.
    await_walk_through(()) -> WalkThroughBegins;
    /// The window has painted its first screen.
    walk_through_painted(()) -> ();
    /// Waits for the next thing that the shell has to say to this window.
    await_walk_event(()) -> WalkEvent;
    /// Asks for more time: the passphrase is asked in a window of another role.
    ask_more_time(()) -> ();
    /// Ends the walk-through.
    end_walk_through(()) -> ();
}
