//! The `walk-through` role: shows what somebody was invited to see, and never held a key.
//!
//! It is started, warm and hidden, while the journal saves and seals, and gets what it shows only when
//! that process is gone. It has no data folder, no menu, no way to anything else, and it ends in one
//! place: asked for, by its clock, or because the system calls for a lock.

mod clock;

use std::{
    collections::VecDeque,
    process::{self, ExitCode},
    sync::{
        Arc, Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use contract::*;
use household::{
    Role,
    catalogue::{Say, say},
    pipe::{Note, Parcel},
    tell,
};
use payload::Payload;
use tauri::{AppHandle, State, WindowEvent};

use crate::{
    role::{Errand, Hearing, Speech},
    session::{self, Call},
    walk_through::clock::{Clock, Struck},
    window::{self, Appear, Running},
};

/// What the commands of this role work on.
struct WalkThrough {
    desk: Mutex<Desk>,
    changed: Condvar,
    running: Running,
    /// Whoever is first to end it decides how.
    is_leaving: AtomicBool,
    appearance: Appearance,
    app: AppHandle,
    speech: Speech,
}

/// What has come, and what is still to be said to the window.
#[derive(Default)]
struct Desk {
    on_it: Option<(ShownWalkThrough, Clock)>,
    events: VecDeque<WalkEvent>,
}

impl Desk {
    fn clock(&mut self) -> Option<&mut Clock> {
        self.on_it.as_mut().map(|(_, clock)| clock)
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
                    walk_through: State<'_, Arc<WalkThrough>>,
                    request: $request,
                ) -> Result<$response, Failure> {
                    carry_out(&walk_through, move |walk_through| walk_through.$name(request)).await
                }
            )+
        }

        fn handlers() -> impl Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$(adapters::$name),+]
        }
    };
}

contract::with_walk_through_commands!(adapters);

async fn carry_out<T: Send + 'static>(
    walk_through: &Arc<WalkThrough>,
    work: impl FnOnce(&Arc<WalkThrough>) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let walk_through = Arc::clone(walk_through);
    tauri::async_runtime::spawn_blocking(move || work(&walk_through))
        .await
        .unwrap_or_else(|_| Err(tell::incident(&"walk-through-command-panicked")))
}

/// The commands.
impl WalkThrough {
    fn await_walk_through(&self, (): ()) -> Result<WalkThroughBegins, Failure> {
        self.running.say();
        let desk = self.desk();
        let desk = self
            .changed
            .wait_while(desk, |desk| desk.on_it.is_none())
            .unwrap_or_else(PoisonError::into_inner);
        let (shown, clock) = desk.on_it.as_ref().ok_or(Failure::OutOfTurn)?;
        let seconds_left = clock.seconds_left(Instant::now());
        Ok(WalkThroughBegins { shown: shown.clone(), appearance: self.appearance, seconds_left })
    }

    fn walk_through_painted(&self, (): ()) -> Result<(), Failure> {
        self.desk().clock().ok_or(Failure::OutOfTurn)?.begin(Instant::now());
        self.changed.notify_all();
        self.speech.say(&Note::Painted);
        Ok(())
    }

    fn await_walk_event(&self, (): ()) -> Result<WalkEvent, Failure> {
        let mut desk = self.desk();
        loop {
            if let Some(event) = desk.events.pop_front() {
                return Ok(event);
            }
            desk = self.changed.wait(desk).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn ask_more_time(&self, (): ()) -> Result<(), Failure> {
        if !self.desk().clock().is_some_and(|clock| clock.ask(Instant::now())) {
            return Err(Failure::OutOfTurn);
        }
        self.changed.notify_all();
        self.speech.say(&Note::MoreTimeWanted);
        Ok(())
    }

    fn end_walk_through(&self, (): ()) -> Result<(), Failure> {
        self.end(WalkEnd::Asked)
    }
}

/// What comes from elsewhere than the window.
impl WalkThrough {
    /// What is shown has come; the window comes on screen.
    fn receive(&self, payload: Payload) {
        let shown = payload::decode(&payload);
        drop(payload);
        let mut desk = self.desk();
        // One walk-through is one process: a second payload is as foreign as one that does not read.
        let (Ok(shown), None) = (shown, &desk.on_it) else {
            tell::line("walk-through: foreign-payload");
            process::exit(1)
        };
        let clock = Clock::new(length(shown.minutes));
        desk.on_it = Some((shown, clock));
        drop(desk);
        self.changed.notify_all();
        self.show();
    }

    /// The parent says that there is more time, or none.
    fn answer(&self, is_given: bool) {
        let now = Instant::now();
        let mut desk = self.desk();
        let Some(clock) = desk.clock() else { return };
        let event = if is_given {
            clock.give(now).then(|| WalkEvent::MoreTime { seconds_left: clock.seconds_left(now) })
        } else {
            clock.refuse(now).then_some(WalkEvent::NoMoreTime)
        };
        desk.events.extend(event);
        drop(desk);
        self.changed.notify_all();
        // The window that asked is gone, and this one is what everybody looks at.
        self.show();
    }

    /// Waits for the next moment that calls for something, and does it, until the end.
    fn keep_time(&self) -> ! {
        let mut desk = self.desk();
        loop {
            let now = Instant::now();
            let (struck, next) = match desk.clock() {
                Some(clock) => (clock.strike(now), clock.next()),
                None => (Struck::Nothing, None),
            };
            match struck {
                Struck::Nothing => {}
                Struck::Over => {
                    desk.events.push_back(WalkEvent::TimeOver);
                    self.changed.notify_all();
                    continue;
                }
                Struck::End => {
                    drop(desk);
                    self.end(WalkEnd::Time)
                }
            }
            // An end that has passed meanwhile is struck at once in the next round.
            const LONG: Duration = Duration::from_secs(60 * 60);
            let until_next = next.map_or(LONG, |next| next.saturating_duration_since(now));
            desk = self.changed.wait_timeout(desk, until_next).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn show(&self) {
        let app = self.app.clone();
        let _ = self.app.run_on_main_thread(move || {
            if let Some(window) = window::of(&app, Role::WalkThrough) {
                window::show(&window);
            }
        });
    }

    /// It is over: says how, and takes everything that was shown along.
    fn end(&self, end: WalkEnd) -> ! {
        self.leave(Some(&Note::WalkEnded { end }))
    }

    /// Ends the page's process and then this one. The last word comes first: nothing can keep it back
    /// then, and nothing else opens before this process is gone.
    fn leave(&self, last: Option<&Note>) -> ! {
        if self.is_leaving.swap(true, Ordering::SeqCst) {
            // Another thread ends the process.
            loop {
                thread::park();
            }
        }
        let forgetting = window::forget(&self.app, Role::WalkThrough);
        if let Some(note) = last {
            self.speech.say(note);
        }
        forgetting.wait();
        process::exit(0)
    }

    fn desk(&self) -> MutexGuard<'_, Desk> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the system calls for, and what becomes of a walk-through then.
fn last_words(call: Call) -> Note {
    let locked = |by| Note::WalkEnded { end: WalkEnd::Locked { by } };
    match call {
        Call::Lock(LockReason::Sleep) => locked(LockedBy::Sleep),
        Call::Lock(LockReason::Lid) => locked(LockedBy::Lid),
        Call::Lock(LockReason::Idle) => locked(LockedBy::Idle),
        Call::Lock(LockReason::Screen | LockReason::Asked) => locked(LockedBy::Screen),
        // The session ends, and the app with it.
        Call::Leave => Note::Quit,
    }
}

#[cfg(not(feature = "automation"))]
fn length(minutes: WalkMinutes) -> Duration {
    Duration::from_secs(u64::from(minutes.0) * 60)
}

#[cfg(feature = "automation")]
fn length(minutes: WalkMinutes) -> Duration {
    crate::automation::walk_through_takes().unwrap_or(Duration::from_secs(u64::from(minutes.0) * 60))
}

/// Runs the role until the walk-through is over.
pub fn run(errand: &Errand, hearing: Hearing) -> ExitCode {
    let appearance = errand.appearance;
    let builder = tauri::Builder::default()
        .invoke_handler(handlers())
        // Only macOS would make one by itself.
        .enable_macos_default_menu(false)
        .on_window_event(|window, event| {
            use tauri::Manager as _;
            if let WindowEvent::CloseRequested { api, .. } = event {
                api.prevent_close();
                if let Some(walk_through) = window.app_handle().try_state::<Arc<WalkThrough>>() {
                    let walk_through = Arc::clone(&walk_through);
                    // Not here: its end waits for the thread of the window.
                    thread::spawn(move || walk_through.end(WalkEnd::Asked));
                }
            }
        })
        .setup(move |app| {
            use tauri::Manager as _;
            let handle = app.handle().clone();
            let walk_through = Arc::new(WalkThrough {
                desk: Mutex::default(),
                changed: Condvar::default(),
                running: Running::default(),
                is_leaving: AtomicBool::new(false),
                appearance,
                app: handle.clone(),
                speech: hearing.speech.clone(),
            });
            app.manage(Arc::clone(&walk_through));
            let window = window::open(&handle, Role::WalkThrough, appearance.language, Appear::WhenTold)?;
            window::when_page_falls(&window, {
                let walk_through = Arc::clone(&walk_through);
                // One that was ended has not fallen.
                move || {
                    if !walk_through.is_leaving.swap(true, Ordering::SeqCst) {
                        process::exit(1)
                    }
                }
            });
            walk_through.running.watch(&handle, Role::WalkThrough);
            // From the start: a lid that closes before anything is shown ends it too.
            session::heed(say(appearance.language, Say::WalkBeforeSleep), {
                let walk_through = Arc::clone(&walk_through);
                move |call| walk_through.leave(Some(&last_words(call)))
            });
            thread::spawn({
                let walk_through = Arc::clone(&walk_through);
                move || walk_through.keep_time()
            });
            thread::spawn(move || listen(hearing, &walk_through));
            Ok(())
        });
    window::run(builder, appearance.language)
}

fn listen(mut hearing: Hearing, walk_through: &WalkThrough) {
    while let Some(parcel) = hearing.next() {
        match parcel {
            Parcel::Shown(payload) => walk_through.receive(payload),
            Parcel::Note(Note::MoreTime) => walk_through.answer(true),
            Parcel::Note(Note::NoMoreTime) => walk_through.answer(false),
            Parcel::Note(Note::Show) => walk_through.show(),
            Parcel::Note(Note::Leave) => break,
            // No key is taken here, whoever sends it.
            Parcel::Note(_) | Parcel::Key(_) => {}
        }
    }
    walk_through.leave(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_calls_for_ends_it_and_says_why() {
        let by = |call| {
            let Note::WalkEnded { end: WalkEnd::Locked { by } } = last_words(call) else {
                panic!("a lock ends it")
            };
            by
        };
        assert_eq!(by(Call::Lock(LockReason::Lid)), LockedBy::Lid);
        assert_eq!(by(Call::Lock(LockReason::Sleep)), LockedBy::Sleep);
        assert_eq!(by(Call::Lock(LockReason::Screen)), LockedBy::Screen);
        assert_eq!(last_words(Call::Leave), Note::Quit);
    }

    #[test]
    fn it_has_no_command_that_another_role_has() {
        let named = |table: &[CommandLine]| table.iter().map(|line| line.name).collect::<Vec<_>>();
        let others = [named(KEYS), named(JOURNAL)].concat();
        for name in named(WALK_THROUGH) {
            assert!(!others.contains(&name), "{name}");
        }
    }
}
