//! The process of a walk-through by itself, with this test in its parent's place: what the kernel
//! refuses it (N1), how soon nothing of it is left when the system calls for a lock (L1), and that
//! nothing of what it shows ever lies in a file (S2).

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
    process::{Child, ChildStdin, Command, Stdio},
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use boundaries::{
    Desktop, Logind, PATIENCE, Process, Whose, descendants, figure, is_alive, rounds, wait_for,
};
use contract::{
    Appearance, BlockLabel, Intent, LockedBy, ResidentWord, ShownBlock, ShownPage, ShownPiece,
    ShownWalkThrough, WalkEnd, WalkMinutes, WorkerWord,
};
use household::pipe::{self, Note, Parcel};
use tempfile::TempDir;

use crate::{
    confined::is_as_it_should_be,
    person::{binary, signal},
};

/// A word that stands nowhere but in what is shown.
const CANARY: &str = "kanarievogelwoord";
/// What is promised. Judged in the long rounds only.
const PROMISED: Duration = Duration::from_secs(1);

/// A walk-through's process on a display of its own.
pub(crate) struct Walk {
    process: Child,
    to_it: ChildStdin,
    from_it: Receiver<Note>,
    home: TempDir,
    system: Logind,
    desktop: Desktop,
}

impl Walk {
    /// Starts it as the parent does, and waits until it listens to the system.
    fn waits() -> Self {
        Self::waits_at(&binary(), &[])
    }

    /// The same, of an app with something more in its environment.
    fn waits_at(app: &Path, more: &[(&str, &str)]) -> Self {
        let desktop = Desktop::start(1280, 900);
        let system = Logind::on(&desktop);
        let home = tempfile::tempdir().expect("a folder");
        let mut command = Command::new(app.with_file_name("terugblik-window"));
        desktop.host(command.args(["--role", "walk-through"]).envs(more.iter().copied()));
        for (name, folder) in [
            ("HOME", "home"),
            ("XDG_DATA_HOME", "home/.local/share"),
            ("XDG_CACHE_HOME", "home/.cache"),
            ("XDG_CONFIG_HOME", "home/.config"),
            ("XDG_RUNTIME_DIR", "run"),
            ("TMPDIR", "tmp"),
        ] {
            let folder = home.path().join(folder);
            fs::create_dir_all(&folder).expect("a folder");
            command.env(name, folder);
        }
        let mut process =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program starts");
        let (mut to_it, mut words) =
            (process.stdin.take().expect("a pipe"), process.stdout.take().expect("a pipe"));
        let (hears, from_it) = mpsc::channel();
        thread::spawn(move || {
            while let Ok(Some(Parcel::Note(note))) = pipe::receive(&mut words) {
                drop(hears.send(note));
            }
        });
        let begin = Note::Begin {
            folder: PathBuf::new(),
            appearance: Appearance::default(),
            intent: Intent::Open,
            backup: None,
            notice: None,
            walked: None,
        };
        pipe::send_note(&mut to_it, &begin).expect("it listens");
        let walk = Self { process, to_it, from_it, home, system, desktop };
        wait_for("the system to be listened to", || {
            walk.system.inhibitors().last().filter(|last| last.let_go.is_none()).map(drop)
        });
        wait_for("its page", || walk.page());
        walk
    }

    /// The same, with something to show on screen.
    pub(crate) fn shows() -> Self {
        let mut walk = Self::waits();
        assert!(!walk.has_window(), "there is nothing to see yet");
        walk.gets_what_it_shows();
        wait_for("its window", || walk.has_window().then_some(()));
        walk
    }

    fn gets_what_it_shows(&mut self) {
        let payload = payload::encode(&shown()).expect("short enough");
        pipe::send(&mut self.to_it, &Parcel::Shown(payload)).expect("it listens");
    }

    /// Waits until its first screen is painted, and its clock runs.
    fn is_painted(&self) {
        let note = self.from_it.recv_timeout(PATIENCE).expect("it says so");
        assert_eq!(note, Note::Painted);
    }

    /// The same, with the keyboard.
    fn has_keyboard() -> Self {
        let walk = Self::shows();
        let own = walk.process.id().to_string();
        wait_for("the keyboard to be the window's", || {
            let owner = walk.desktop.ask("xdotool", &["getactivewindow", "getwindowpid"]);
            if owner.is_some_and(|owner| owner.trim() == own) {
                return Some(());
            }
            let window = ["search", "--onlyvisible", "--pid", &own, "windowactivate"];
            let _ = walk.desktop.ask("xdotool", &window);
            None
        });
        walk
    }

    pub(crate) fn all(&self) -> Vec<Process> {
        descendants(self.process.id())
    }

    /// The process of its page.
    fn page(&self) -> Option<Process> {
        self.all().into_iter().find(|one| one.program().ends_with("WebKitWebProcess"))
    }

    fn has_window(&self) -> bool {
        let own = self.process.id().to_string();
        let windows = self.desktop.ask("xdotool", &["search", "--onlyvisible", "--pid", &own]);
        windows.is_some_and(|windows| !windows.trim().is_empty())
    }

    /// Waits until nothing of it is left, when nobody holds its pipe any more.
    pub(crate) fn left_behind(mut self) {
        let all = self.all();
        drop(self.to_it);
        self.process.wait().expect("it ends");
        for process in all {
            wait_for("the end of its page", || (!is_alive(process.id)).then_some(()));
        }
    }

    /// Something happens; gives how long its processes and its window stay, and what it said last.
    fn lasts_after(mut self, happens: impl FnOnce(&Self)) -> (Duration, Option<Note>, TempDir) {
        let all = self.all();
        let began = Instant::now();
        happens(&self);
        let lasted = wait_for("its end", || {
            // One that has ended stays in the table until it was asked for.
            let has_ended = self.process.try_wait().expect("it is ours").is_some();
            let own = self.process.id();
            let is_gone = all.iter().all(|one| one.id == own || !is_alive(one.id)) && !self.has_window();
            (has_ended && is_gone).then(|| began.elapsed())
        });
        let mut last = None;
        while let Ok(note) = self.from_it.recv_timeout(PATIENCE) {
            last = Some(note);
        }
        (lasted, last, self.home)
    }
}

fn shown() -> ShownWalkThrough {
    let text = ShownPiece::Text { text: format!("Ik vroeg door: {CANARY}.") };
    let block =
        ShownBlock { label: BlockLabel::Free, heading: None, pieces: vec![text, ShownPiece::Covered] };
    ShownWalkThrough {
        for_whom: "teamleider".to_owned(),
        question: format!("Had ik eerder moeten doorvragen, {CANARY}?"),
        minutes: WalkMinutes(15),
        resident_word: ResidentWord::Inwoner,
        worker_word: WorkerWord::Consulent,
        pages: vec![ShownPage { who: None, day: None, kind: None, title: None, blocks: vec![block] }],
        companion: Vec::new(),
    }
}

/// The files below a folder that have the canary in them, as UTF-8 or as UTF-16.
fn files_with_it(folder: &Path) -> Vec<PathBuf> {
    let wide: Vec<u8> = CANARY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut found = Vec::new();
    for file in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, kind) = (file.path(), file.file_type().expect("a kind of file"));
        if kind.is_dir() {
            found.extend(files_with_it(&path));
        } else if kind.is_file() {
            let bytes = fs::read(&path).unwrap_or_default();
            let has = |piece: &[u8]| bytes.windows(piece.len()).any(|window| window == piece);
            if has(CANARY.as_bytes()) || has(&wide) {
                found.push(path);
            }
        }
    }
    found
}

/// Ends a walk-through by one trigger, round after round.
fn ends_each_time(trigger: &str, expected: &Note, begin: impl Fn() -> Walk, happens: impl Fn(&Walk)) {
    let mut longest = Duration::ZERO;
    let times = rounds(1, 100);
    for _ in 0..times {
        let (lasted, last, home) = begin().lasts_after(&happens);
        assert_eq!(last.as_ref(), Some(expected), "{trigger}");
        assert_eq!(files_with_it(home.path()), [] as [PathBuf; 0], "{trigger}: it lies in a file");
        longest = longest.max(lasted);
    }
    let outcome = format!("at most {} ms, and 0 files with a word of it", longest.as_millis());
    figure("L1 S2", &format!("from {trigger} to the end of a walk-through"), times, outcome);
    if env::var_os("TERUGBLIK_ROUNDS").is_some() {
        assert!(longest <= PROMISED, "{trigger}: {longest:?}");
    }
}

const fn locked(by: LockedBy) -> Note {
    Note::WalkEnded { end: WalkEnd::Locked { by } }
}

#[test]
fn what_locks_a_journal_ends_a_walk_through() {
    let (lid, screen, sleep) = (locked(LockedBy::Lid), locked(LockedBy::Screen), locked(LockedBy::Sleep));
    ends_each_time("a closed lid", &lid, Walk::shows, |walk| walk.system.lid(true));
    ends_each_time("a locked session", &screen, Walk::shows, |walk| walk.system.lock_session(Whose::Ours));
    ends_each_time("a screen saver", &screen, Walk::shows, |walk| walk.system.screen_saver(true));
    ends_each_time("sleep", &sleep, Walk::shows, |walk| walk.system.sleep(true));
}

#[test]
fn a_lid_that_closes_before_anything_is_shown_ends_a_walk_through_too() {
    let lid = locked(LockedBy::Lid);
    ends_each_time("a lid closed before it begins", &lid, Walk::waits, |walk| walk.system.lid(true));
}

#[test]
fn a_page_that_hangs_keeps_no_walk_through_open() {
    ends_each_time("a lid closed over a page that hangs", &locked(LockedBy::Lid), Walk::shows, |walk| {
        signal(walk.page().expect("it has a page").id, "STOP");
        walk.system.lid(true);
    });
}

#[test]
fn closing_the_window_ends_a_walk_through() {
    let asked = Note::WalkEnded { end: WalkEnd::Asked };
    ends_each_time("its closed window", &asked, Walk::has_keyboard, |walk| {
        // The window may be gone before the key is let go; and a window manager that is still busy with
        // the keyboard passes a first press by.
        wait_for("the window to go", || {
            let _ = walk.desktop.ask("xdotool", &["key", "alt+F4"]);
            thread::sleep(Duration::from_millis(200));
            (!walk.has_window()).then_some(())
        });
    });
}

#[test]
fn its_button_ends_a_walk_through() {
    let asked = Note::WalkEnded { end: WalkEnd::Asked };
    let on_screen = || {
        let walk = Walk::has_keyboard();
        walk.is_painted();
        walk
    };
    ends_each_time("its button", &asked, on_screen, |walk| {
        // Its heading has the keyboard; the button stands before it, and what covers everything between.
        let _ = walk.desktop.ask("xdotool", &["key", "shift+Tab", "shift+Tab", "Return"]);
    });
}

/// A quarter of an hour passes only where a test says so.
#[test]
fn time_that_is_over_ends_a_walk_through() {
    let app = env::var_os("TERUGBLIK_AUTOMATION_APP").map(PathBuf::from);
    let app =
        app.unwrap_or_else(|| panic!("not run: no app built for automation; use `cargo xtask isolation`"));
    let (takes, waits) = ("TERUGBLIK_AUTOMATION_WALK_SECONDS", "TERUGBLIK_AUTOMATION_WAIT_SECONDS");
    let (passes, mut longest) = (Duration::from_secs(2), Duration::ZERO);
    let times = rounds(1, 20);
    for _ in 0..times {
        let mut walk = Walk::waits_at(&app, &[(takes, "1"), (waits, "1")]);
        walk.gets_what_it_shows();
        walk.is_painted();
        let (lasted, last, home) = walk.lasts_after(|_| ());
        assert_eq!(last, Some(Note::WalkEnded { end: WalkEnd::Time }));
        assert_eq!(files_with_it(home.path()), [] as [PathBuf; 0], "it lies in a file");
        longest = longest.max(lasted.saturating_sub(passes));
    }
    let outcome = format!("at most {} ms, and 0 files with a word of it", longest.as_millis());
    figure("L1 S2", "from time that is over to the end of a walk-through", times, outcome);
    if env::var_os("TERUGBLIK_ROUNDS").is_some() {
        assert!(longest <= PROMISED, "{longest:?}");
    }
}

#[test]
fn what_happens_to_others_or_is_over_ends_no_walk_through() {
    let mut walk = Walk::shows();
    walk.system.lock_session(Whose::Others);
    walk.system.hint_locked(Whose::Ours, false);
    walk.system.sleep(false);
    walk.system.lid(false);
    walk.system.screen_saver(false);
    // Longer than an end takes.
    thread::sleep(2 * PROMISED);
    assert!(walk.process.try_wait().expect("it is ours").is_none() && walk.has_window());
    let (_, last, _) = walk.lasts_after(|walk| walk.system.lid(true));
    assert_eq!(last, Some(locked(LockedBy::Lid)), "it has not stopped listening");
}

#[test]
fn a_payload_that_is_not_ours_shows_nothing() {
    let mut walk = Walk::waits();
    let mut bytes = payload::encode(&shown()).expect("short enough").expose().to_vec();
    *bytes.last_mut().expect("bytes") = 1;
    let foreign = payload::Payload::new(bytes.into()).expect("whole steps");
    pipe::send(&mut walk.to_it, &Parcel::Shown(foreign)).expect("it listens");
    let status = walk.process.wait().expect("it ends");
    assert_eq!(status.code(), Some(1));
    assert!(walk.from_it.recv().is_err(), "and says nothing");
}

#[test]
fn every_process_of_a_walk_through_is_refused_the_network() {
    let walk = Walk::shows();
    let nothing = BTreeSet::new();
    let looked_at = walk.all().into_iter().filter(|one| is_as_it_should_be(one, &nothing)).count();
    assert!(looked_at >= 2, "its own and its page's");
    let outcome = "every thread under the filter, no new rights, no dump";
    figure("N1", "processes of a walk-through", looked_at, outcome);
    // It ends with its parent.
    walk.left_behind();
}
