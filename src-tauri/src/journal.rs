//! The `journal` role: knows the data key and the store, never the passphrase.
//!
//! It is started before the key comes and waits with its page loaded and its window hidden. At
//! the lock it saves, seals and ends; only the end of a process ends its memory.

mod alike;
mod backing_up;
mod carrying;
mod desk;
mod erasing;
mod events;
mod freezing;
mod leaving;
mod marks;
mod menu;
mod mirror;
mod pack_fault;
mod preferences;
mod self_check;
mod shelf;
mod showing;
mod sittings;
mod view;
mod walking;
mod wording;

pub use freezing::{Letters, page as frozen_page};
pub use marks::words_of;
pub use view::cells::Part;

use std::{
    process::ExitCode,
    sync::{Arc, Condvar, Mutex, PoisonError},
    time::Duration,
};

use ::journal::Journal as Store;
use chrono::{DateTime, FixedOffset};
use contract::*;
use household::{
    Role,
    pipe::{Handover, Note, Parcel},
    tell,
};
use tauri::{AppHandle, State, WindowEvent};
use vault::{Clock, DataKey, Folder, Vault};

use crate::{
    failure::{failure, journal_failure},
    journal::{
        backing_up::{BackingUp, Busy},
        desk::Desk,
        events::Events,
        leaving::{Leaving, when_session_ends},
        walking::Threshold,
    },
    role::{Errand, Hearing, Speech},
    window::{self, Appear, Running},
};

/// What the commands of this role work on.
pub struct Journal {
    room: Mutex<Option<Room>>,
    opened: Condvar,
    /// How many commands wait for the room or are in it: what works in the background makes way.
    busy: Busy,
    /// One backup at a time, and one place that was pointed at.
    backing_up: BackingUp,
    running: Running,
    painted: Painted,
    events: Events,
    app: AppHandle,
    speech: Speech,
    errand: Errand,
    leaving: Leaving,
    /// Nothing about the journal is in turn before it is crossed.
    threshold: Threshold,
    /// When this process began to be: right after a walk-through, where there was one.
    started_at: DateTime<FixedOffset>,
}

/// What is open: the journal, and for a while a backup of it that is being tried.
struct Room {
    own: Desk,
    trial: Option<Desk>,
}

impl Room {
    /// What the window is looking at.
    fn shown(&mut self) -> &mut Desk {
        self.trial.as_mut().unwrap_or(&mut self.own)
    }
}

/// Makes, of every line of the contract's table, the Tauri command that unpacks it, carries it
/// out on a thread that may wait, and packs the answer.
macro_rules! adapters {
    ($($name:ident($request:ty) -> $response:ty;)+) => {
        /// The commands as Tauri knows them.
        mod adapters {
            use super::*;

            $(
                #[tauri::command]
                pub(super) async fn $name(
                    journal: State<'_, Arc<Journal>>,
                    request: $request,
                ) -> Result<$response, Failure> {
                    journal.threshold.admit(stringify!($name))?;
                    carry_out(&journal, move |journal| journal.$name(request)).await
                }
            )+
        }

        fn handlers() -> impl Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$(adapters::$name),+]
        }
    };
}

contract::with_journal_commands!(adapters);

async fn carry_out<T: Send + 'static>(
    journal: &Arc<Journal>,
    work: impl FnOnce(&Arc<Journal>) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let journal = Arc::clone(journal);
    tauri::async_runtime::spawn_blocking(move || work(&journal))
        .await
        .unwrap_or_else(|_| Err(tell::incident(&"journal-command-panicked")))
}

/// The commands that are about the process and its window; the others are the open desk's, and
/// exist only while it is there.
impl Journal {
    fn await_opening(&self, (): ()) -> Result<FirstScreen, Failure> {
        self.running.say();
        let room = self.room.lock().unwrap_or_else(PoisonError::into_inner);
        let mut room =
            self.opened.wait_while(room, |room| room.is_none()).unwrap_or_else(PoisonError::into_inner);
        self.first_screen(room.as_mut().ok_or(Failure::OutOfTurn)?.shown())
    }

    fn journal_painted(&self, (): ()) -> Result<(), Failure> {
        self.painted.say();
        self.speech.say(&Note::Painted);
        Ok(())
    }

    fn await_event(&self, (): ()) -> Result<ShellEvent, Failure> {
        Ok(self.events.next())
    }

    /// Works on what the window is looking at.
    fn at_desk<T>(&self, work: impl FnOnce(&mut Desk) -> Result<T, Failure>) -> Result<T, Failure> {
        let _here = self.busy.enter();
        self.in_room(|room| work(room.shown()))
    }

    /// Works on the journal itself, whatever the window is looking at.
    fn at_own_desk<T>(&self, work: impl FnOnce(&mut Desk) -> Result<T, Failure>) -> Result<T, Failure> {
        self.in_room(|room| work(&mut room.own))
    }

    fn in_room<T>(&self, work: impl FnOnce(&mut Room) -> Result<T, Failure>) -> Result<T, Failure> {
        let mut room = self.room.lock().unwrap_or_else(PoisonError::into_inner);
        let room = room.as_mut().ok_or(Failure::OutOfTurn)?;
        let done = work(room);
        if matches!(done, Err(Failure::StoreDamaged)) {
            // One broken page must not keep a person from all the others.
            room.shown().heal();
        }
        done
    }

    fn change_settings(&self, request: Settings) -> Result<SettingsChanged, Failure> {
        let appearance = request.appearance;
        let changed = self.at_desk(|desk| desk.change_settings(request))?;
        self.speech.say(&Note::Appearance { appearance });
        menu::rename(&self.app, appearance.language);
        window::speak(&self.app, appearance.language);
        Ok(changed)
    }

    /// Opens the store with the key that has come, or says why it does not open and ends.
    fn open(self: &Arc<Self>, handover: &Handover) {
        match self.open_desk(handover) {
            Ok(mut desk) => {
                let checker = desk.checker();
                self.arrive(&mut desk);
                *self.room.lock().unwrap_or_else(PoisonError::into_inner) =
                    Some(Room { own: desk, trial: None });
                self.opened.notify_all();
                self.show();
                self.speech.say(&Note::Opened);
                self.is_opened();
                if let Some(verdict) = checker.run() {
                    match self.at_own_desk(|desk| desk.settle(verdict)) {
                        Ok(check) => self.events.push(ShellEvent::StoreCheck { check }),
                        Err(failure) => tell::line(&format!("settle: {failure:?}")),
                    }
                }
                self.keep_house();
            }
            Err(failure) => {
                self.speech.say(&Note::OpeningFailed { failure });
                std::process::exit(0)
            }
        }
    }

    fn open_desk(&self, handover: &Handover) -> Result<Desk, Failure> {
        let key = DataKey::from_hand_over(handover.expose_key());
        let circumstances = handover.circumstances();
        if circumstances.to_read {
            let folder = Folder::to_read(&self.errand.folder).map_err(|error| failure(&error))?;
            let vault = Vault::at(folder).unlock_to_read(key).map_err(|(_, error)| failure(&error))?;
            let store = Store::open_to_read(vault).map_err(|error| journal_failure(&error))?;
            return Desk::new(store, clock(), &self.errand, circumstances, Some(OnlyReading::Asked));
        }
        let folder = Folder::open(&self.errand.folder).map_err(|error| failure(&error))?;
        let mut vault = Vault::at(folder).unlock(key).map_err(|(_, error)| failure(&error))?;
        if Store::is_older(&vault).map_err(|error| journal_failure(&error))? {
            backing_up::before_migration(&mut vault).map_err(|error| failure(&error))?;
        }
        let store = Store::open(vault).map_err(|error| journal_failure(&error))?;
        Desk::new(store, clock(), &self.errand, circumstances, None)
    }

    fn show(&self) {
        let app = self.app.clone();
        let _ = self.app.run_on_main_thread(move || {
            if let Some(window) = window::of(&app, Role::Journal) {
                window::show(&window);
            }
        });
    }

    /// For as long as this process lives: empties what has lain in the bin for a day, destroys what was
    /// kept aside for half a year, erases what has to go and takes it out of every copy too, makes the
    /// day's backup, tries an old one once a week, gives free pages back. Nothing of it in a journal that
    /// is only read.
    fn keep_house(self: &Arc<Self>) {
        const EVERY: Duration = Duration::from_secs(15 * 60);
        if self.at_own_desk(|desk| Ok(desk.only_reads())).unwrap_or(true) {
            return;
        }
        self.painted.wait();
        loop {
            if let Err(failure) = self.at_own_desk(Desk::sweep) {
                tell::line(&format!("sweep: {failure:?}"));
            }
            // Room for a deletion on a full disk.
            let _ = self.at_own_desk(|desk| {
                desk.keep_reserve();
                Ok(())
            });
            self.end_asides();
            self.end_terms();
            self.take_out_forgotten();
            self.back_up_if_due();
            self.check_one_if_due();
            self.give_back_when_idle();
            std::thread::sleep(EVERY);
        }
    }
}

#[cfg(not(feature = "automation"))]
fn clock() -> Box<dyn Clock> {
    Box::new(vault::SystemClock)
}

#[cfg(feature = "automation")]
fn clock() -> Box<dyn Clock> {
    Box::new(crate::automation::DaysOn)
}

/// Whether the window has shown its first screen. The house work waits for it, so that nobody waits
/// for the house work.
#[derive(Debug, Default)]
struct Painted {
    has: Mutex<bool>,
    came: Condvar,
}

impl Painted {
    /// The first screen is there.
    fn say(&self) {
        *self.has.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.came.notify_all();
    }

    /// Waits for the first screen. A page that never paints keeps nothing alive that has to go.
    fn wait(&self) {
        const MOST: Duration = Duration::from_secs(60);
        let has = self.has.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.came.wait_timeout_while(has, MOST, |has| !*has));
    }
}

/// Hands a command to the open desk.
macro_rules! at_desk {
    ($($name:ident($request:ty) -> $response:ty;)+) => {
        impl Journal {
            $(fn $name(&self, request: $request) -> Result<$response, Failure> {
                self.at_desk(|desk| desk.$name(request))
            })+
        }
    };
}

at_desk! {
    store_check(()) -> StoreCheck;
    start_entry(StartEntry) -> EntryView;
    read_entry(EntryRequest) -> EntryView;
    change_entry(ChangeEntry) -> EntryView;
    other_question(OtherQuestion) -> AnotherQuestion;
    list_intentions(()) -> IntentionList;
    let_go_intention(LetGo) -> ();
    list_tried(ListTried) -> TriedPage;
    list_look_backs(()) -> LookBackList;
    let_go_look_back(LetGoLookBack) -> ();
    read_handbook(()) -> HandbookView;
    question_through_time(QuestionKey) -> ThroughTime;
    list_sheets(FormKey) -> SheetVersions;
    list_packs(()) -> PackList;
    add_pack(PackRequest) -> PackList;
    switch_pack(SwitchPack) -> PackList;
    remove_pack(PackRequest) -> PackList;
    list_entries(ListEntries) -> EntryPage;
    list_months(()) -> MonthList;
    list_month(ListMonth) -> EntryPage;
    list_days(MonthRequest) -> DayList;
    search_entries(SearchEntries) -> SearchPage;
    find_in_entry(FindInEntry) -> EntryMatches;
    read_over_months(()) -> OverMonths;
    list_returning_words(()) -> ReturningWords;
    read_year_ago(()) -> YearAgo;
    list_alike(EntryRequest) -> AlikeEntries;
    gather_month(MonthRequest) -> GatheredMonth;
    list_quiet(()) -> QuietList;
    keep_quiet(KeepQuiet) -> QuietList;
    end_quiet(EndQuiet) -> QuietList;
    save_answer(SaveAnswer) -> AnswerSaved;
    leave_entry(EntryRequest) -> ();
    delete_entry(EntryRequest) -> ();
    restore_entry(EntryRequest) -> ();
    erase_entry(EntryRequest) -> ();
    list_bin(()) -> BinPage;
    accept_store(()) -> StoreCheck;
    list_aliases(()) -> AliasList;
    propose_alias(()) -> ProposedAlias;
    judge_alias(JudgeAlias) -> AliasJudgement;
    list_alias_rows(()) -> AliasRows;
    read_alias(AliasRequest) -> AliasView;
    list_alias_entries(ListAliasEntries) -> AliasEntries;
    rename_alias(RenameAlias) -> AliasView;
    merge_aliases(RenameAlias) -> AliasView;
    close_alias(CloseAlias) -> AliasView;
    list_leaving(()) -> LeavingList;
    yearly_question(()) -> YearlyQuestion;
    keep_another_year(()) -> ();
    mark_shown(EntryRequest) -> EntryView;
    list_rules(()) -> RuleList;
    keep_rule(KeepRule) -> RuleOfThumb;
    change_rule(ChangeRule) -> RuleOfThumb;
    drop_rule(DropRule) -> RuleOfThumb;
    erase_rule(RuleRequest) -> ();
    erase_wording(WordingRequest) -> RuleOfThumb;
    list_twofold_words(()) -> TwofoldWordList;
    keep_twofold_word(TwofoldWordDraft) -> TwofoldWord;
    change_twofold_word(ChangeTwofoldWord) -> TwofoldWord;
    erase_twofold_word(TwofoldWordRequest) -> ();
    read_team_card(()) -> TeamCard;
    keep_team_point(TeamPointDraft) -> TeamCard;
    change_team_point(ChangeTeamPoint) -> TeamCard;
    discuss_team_point(DiscussTeamPoint) -> TeamCard;
    erase_team_point(TeamPointRequest) -> TeamCard;
    list_own_trials(()) -> OwnTrialList;
    start_own_trial(StartOwnTrial) -> OwnTrialView;
    read_own_trial(OwnTrialRequest) -> OwnTrialView;
    change_own_trial(ChangeOwnTrial) -> OwnTrialView;
    begin_phase(BeginPhase) -> OwnTrialView;
    change_phase(ChangePhase) -> OwnTrialView;
    erase_phase(PhaseRequest) -> OwnTrialView;
    measure(Measure) -> Measured;
    change_measurement(ChangeMeasurement) -> OwnTrialView;
    erase_measurement(MeasurementRequest) -> OwnTrialView;
    end_own_trial(EndOwnTrial) -> OwnTrialView;
    erase_own_trial(OwnTrialRequest) -> ();
    list_walk_throughs(()) -> WalkThroughList;
    explain_walk_throughs(()) -> ();
    prepare_walk_through(PrepareWalkThrough) -> WalkThroughView;
    read_walk_through(WalkThroughRequest) -> WalkThroughView;
    change_walk_through(ChangeWalkThrough) -> WalkThroughView;
    add_walk_pages(AddWalkPages) -> WalkThroughView;
    take_walk_page_out(WalkPageRequest) -> WalkThroughView;
    move_walk_page(MoveWalkPage) -> WalkThroughView;
    freeze_walk_page_again(WalkPageRequest) -> WalkThroughView;
    show_walk_day(ShowWalkDay) -> WalkThroughView;
    cover_walk_block(CoverBlock) -> WalkThroughView;
    replace_in_walk_block(ReplaceInBlock) -> WalkThroughView;
    preview_walk_through(WalkThroughRequest) -> ShownWalkThrough;
    looked_over_walk_through(WalkThroughRequest) -> WalkThroughView;
    withdraw_walk_through(WithdrawWalkThrough) -> WalkThroughView;
    erase_walk_through(WalkThroughRequest) -> ();
    save_joint_card(SaveJointCard) -> JointCard;
    decide_joint_card(DecideJointCard) -> JointCard;
    make_intention(MakeIntention) -> ();
    spare_finding(Spare) -> ();
    list_spared(()) -> SparedWords;
    forget_spared(SparedWord) -> SparedWords;
}

/// Runs the role until the journal is locked or closed.
pub fn run(errand: Errand, hearing: Hearing) -> ExitCode {
    let language = errand.appearance.language;
    let builder = tauri::Builder::default()
        .invoke_handler(handlers())
        .menu(move |app| menu::build(app, language))
        .on_menu_event(|app, event| {
            use tauri::Manager as _;
            if let (Some(action), Some(journal)) =
                (menu::chosen(app, event.id().as_ref()), app.try_state::<Arc<Journal>>())
            {
                journal.events.push(ShellEvent::Menu { action });
            }
        })
        .on_window_event(|window, event| {
            use tauri::Manager as _;
            if let WindowEvent::CloseRequested { api, .. } = event {
                api.prevent_close();
                if let Some(journal) = window.app_handle().try_state::<Arc<Journal>>() {
                    journal.close();
                }
            }
        })
        .setup(move |app| {
            use tauri::Manager as _;
            let handle = app.handle().clone();
            let journal = Arc::new(Journal {
                room: Mutex::default(),
                opened: Condvar::default(),
                busy: Busy::default(),
                backing_up: BackingUp::default(),
                running: Running::default(),
                painted: Painted::default(),
                events: Events::default(),
                app: handle.clone(),
                speech: hearing.speech.clone(),
                errand,
                leaving: Leaving::default(),
                threshold: Threshold::default(),
                started_at: clock().now(),
            });
            app.manage(Arc::clone(&journal));
            let window = window::open(&handle, Role::Journal, language, Appear::WhenTold)?;
            window::when_page_falls(&window, {
                let journal = Arc::clone(&journal);
                move || journal.fall()
            });
            journal.running.watch(&handle, Role::Journal);
            when_session_ends(&journal);
            std::thread::spawn(move || listen(hearing, &journal));
            Ok(())
        });
    window::run(builder, language)
}

fn listen(mut hearing: Hearing, journal: &Arc<Journal>) {
    while let Some(parcel) = hearing.next() {
        match parcel {
            Parcel::Key(handover) => {
                journal.begin_opening();
                let journal = Arc::clone(journal);
                std::thread::spawn(move || journal.open(&handover));
            }
            Parcel::Note(Note::Show) => journal.show(),
            Parcel::Note(Note::Leave) => break,
            Parcel::Note(_) | Parcel::Shown(_) => {}
        }
    }
    journal.close();
}
