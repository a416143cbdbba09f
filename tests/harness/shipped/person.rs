//! Somebody at the app as it ships: eyes that are a screen reader's, and a keyboard.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{Desktop, Options, PATIENCE, Process, Words, descendants, is_alive, launching, wait_for};
use tempfile::TempDir;

use crate::shipped::reader::{Reader, State, Told};

/// A person, the app and its display.
pub struct Person {
    app: Child,
    /// What starts it.
    starts: PathBuf,
    /// What the app says, by its ids.
    pub words: Words,
    /// What the app tells assistive technology.
    pub reader: Reader,
    folder: TempDir,
    desktop: Desktop,
}

impl Person {
    /// Starts the app on a new and empty home.
    ///
    /// # Panics
    /// With `not run: …` when it, or something it needs, is not there.
    pub fn sits_down() -> Self {
        Self::sits_down_at(&binary())
    }

    /// The same, with something that starts the app.
    pub fn sits_down_at(app: &Path) -> Self {
        Self::sits_down_with(app, |_| {})
    }

    /// Starts the app on a folder into which a journal is put first.
    pub fn sits_down_at_journal(put: impl FnOnce(&Path)) -> Self {
        Self::sits_down_with(&binary(), |folder| {
            let journal = folder.join("journal");
            fs::create_dir(&journal).expect("a folder");
            put(&journal);
        })
    }

    fn sits_down_with(app: &Path, prepare: impl FnOnce(&Path)) -> Self {
        let options = Options::default();
        let desktop = Desktop::start(options.display.0, options.display.1);
        let reader = Reader::on(&desktop);
        let mut folder = tempfile::Builder::new();
        // Who tries a package wants to see what stays when it is removed.
        let folder = match env::var_os("TERUGBLIK_KEEP_SESSIONS_IN") {
            Some(kept) => folder.prefix("s").disable_cleanup(true).tempdir_in(kept),
            None => folder.prefix("terugblik-shipped-").tempdir(),
        };
        let folder = folder.expect("a folder");
        put_letters_on_keys(&desktop, folder.path());
        prepare(folder.path());
        let (starts, app) = (app.to_owned(), start(app, &desktop, folder.path()));
        Self { app, starts, words: Words::of("nl"), reader, folder, desktop }
    }

    /// Starts the app again on the same home, after it ended.
    pub fn sits_down_again(&mut self) {
        self.app = start(&self.starts, &self.desktop, self.folder.path());
    }

    /// The display, and the buses of its system.
    pub fn desktop(&self) -> &Desktop {
        &self.desktop
    }

    /// Waits until keys that are pressed reach the window of this process. While one window gives way
    /// to the next they reach neither; on a busy display the window manager may leave it at that, and
    /// a person then clicks on the window.
    ///
    /// # Panics
    /// When they do not within the harness's patience.
    pub fn waits_for_keyboard_of(&self, process: u32) {
        const BEFORE_A_CLICK: Duration = Duration::from_secs(5);
        let number = process.to_string();
        let began = Instant::now();
        wait_for("the keyboard to be the window's", || {
            let owner = self.desktop.ask("xdotool", &["getactivewindow", "getwindowpid"]);
            if owner.is_some_and(|owner| owner.trim() == number) {
                return Some(());
            }
            if began.elapsed() > BEFORE_A_CLICK {
                let window = ["search", "--onlyvisible", "--pid", &number, "windowactivate"];
                let _ = self.desktop.ask("xdotool", &window);
            }
            None
        });
    }

    /// Whether a process has a window on screen.
    pub fn has_window(&self, process: u32) -> bool {
        let process = process.to_string();
        let windows = self.desktop.ask("xdotool", &["search", "--onlyvisible", "--pid", &process]);
        windows.is_some_and(|windows| !windows.trim().is_empty())
    }

    /// How many windows are on screen.
    pub fn windows(&self) -> usize {
        let windows = self.desktop.ask("xdotool", &["search", "--onlyvisible", "--name", "."]);
        windows.unwrap_or_default().lines().count()
    }

    /// Everything that this session may write: home, data folder, temporary files.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Every process of the app that runs.
    pub fn processes(&self) -> Vec<Process> {
        descendants(self.app.id())
    }

    /// The process of the role whose window is on screen, once it is.
    pub fn role_on_screen(&self, role: &str) -> u32 {
        wait_for(&format!("a window of {role}"), || self.on_screen(role).map(|(process, _)| process))
    }

    /// What a screen reader is told of the window of a role now; nothing while it has none.
    pub fn hears(&self, role: &str) -> Vec<Told> {
        self.on_screen(role).map(|(_, told)| told).unwrap_or_default()
    }

    /// A role can have two processes for a moment, and the warm journal has a window that nobody
    /// sees yet.
    fn on_screen(&self, role: &str) -> Option<(u32, Vec<Told>)> {
        let processes = self.processes().into_iter().filter(|process| process.role() == Some(role));
        let told = processes.map(|process| (process.id, self.reader.application(process.id)));
        told.into_iter()
            .find(|(_, told)| told.iter().any(|one| one.role == "frame" && one.is(State::Showing)))
    }

    /// Waits until something with this role and a name that begins so is told.
    ///
    /// # Panics
    /// With all that is told, when it is not within the harness's patience.
    pub fn finds(&self, window: &str, role: &str, name: &str) -> Told {
        self.hears_until(window, &format!("{role} “{name}”"), |told| {
            told.iter().find(|one| one.role == role && one.name.starts_with(name)).cloned()
        })
    }

    /// Waits until what is told of a window is enough.
    ///
    /// # Panics
    /// With all that is told, when it is not within the harness's patience.
    pub fn hears_until<T>(&self, window: &str, what: &str, enough: impl Fn(&[Told]) -> Option<T>) -> T {
        self.listens(window, enough).unwrap_or_else(|told| {
            let line =
                |one: &Told| format!("{}{} “{}” {}", "  ".repeat(one.depth), one.role, one.name, one.value);
            let all: Vec<String> = told.iter().map(line).collect();
            panic!("{window}: waited in vain for {what}; it tells:\n{}", all.join("\n"))
        })
    }

    /// Waits until what is told of a window is enough, or patience ends.
    ///
    /// # Errors
    /// What was told last.
    pub fn listens<T>(
        &self,
        window: &str,
        mut enough: impl FnMut(&[Told]) -> Option<T>,
    ) -> Result<T, Vec<Told>> {
        let end = Instant::now() + PATIENCE;
        loop {
            let told = self.hears(window);
            match enough(&told) {
                Some(found) => return Ok(found),
                None if Instant::now() > end => return Err(told),
                None => thread::sleep(Duration::from_millis(50)),
            }
        }
    }

    /// Presses, chooses or opens by role and name.
    pub fn presses(&self, window: &str, role: &str, name: &str) {
        let told = self.finds(window, role, name);
        // What it does may end the process before it has answered.
        let _ = self.reader.act(&told.node);
    }

    /// Moves the keyboard to the field with this name.
    pub fn takes_up(&self, window: &str, role: &str, name: &str) {
        let told = self.finds(window, role, name);
        self.reader.focus(&told.node).expect("the field takes the keyboard");
        wait_for("the field to have the keyboard", || {
            self.reader.tell(&told.node, 0).ok().filter(|now| now.is(State::Focused))
        });
    }

    /// Types into the empty field with this name, and hears that it is there. On a busy display a
    /// key can be lost between two programs; who sees that types once more.
    pub fn writes(&self, window: &str, role: &str, name: &str, text: &str) {
        // A passphrase is told as so many dots.
        let told = if role == "password" { "•".repeat(text.chars().count()) } else { text.to_owned() };
        self.takes_up(window, role, name);
        self.types(text);
        if !self.holds_soon(window, name, &told) {
            self.takes_up(window, role, name);
            self.keys("ctrl+a");
            self.types(text);
        }
        self.waits_for_value(window, name, &told);
    }

    /// Whether the field with this name holds a text, or does so within some seconds.
    fn holds_soon(&self, window: &str, name: &str, value: &str) -> bool {
        let end = Instant::now() + Duration::from_secs(5);
        let holds = |one: &Told| one.is_field() && one.name.starts_with(name) && one.value == value;
        while Instant::now() < end {
            if self.hears(window).iter().any(holds) {
                return true;
            }
            thread::sleep(Duration::from_millis(50));
        }
        false
    }

    /// Waits until the field with this name holds a text.
    pub fn waits_for_value(&self, window: &str, name: &str, value: &str) {
        self.hears_until(window, &format!("“{value}” in “{name}”"), |told| {
            told.iter()
                .find(|one| one.is_field() && one.name.starts_with(name) && one.value == value)
                .map(drop)
        });
    }

    /// Types into whatever has the keyboard.
    pub fn types(&self, text: &str) {
        self.desktop.ask("xdotool", &["type", "--delay", "12", text]).expect("xdotool types");
    }

    /// Presses keys together, as `ctrl+l`.
    pub fn keys(&self, keys: &str) {
        self.desktop.ask("xdotool", &["key", keys]).expect("xdotool presses keys");
    }

    /// Opens a native menu.
    pub fn opens_menu(&self, id: &str) {
        let name = self.menu_words(id);
        self.presses("journal", "menu", &name);
        self.hears_until("journal", &format!("the open menu “{name}”"), |told| {
            told.iter().find(|one| one.role == "menu item" && one.is(State::Showing)).map(drop)
        });
    }

    /// The words of a native menu, without the mark of its letter.
    pub fn menu_words(&self, id: &str) -> String {
        self.words.say(id).replacen('&', "", 1)
    }

    /// The window whose name for programs (the first half of its class on X11) is this.
    pub fn window_called(&self, name: &str) -> Option<String> {
        let pattern = format!("^{name}$");
        let found = self.desktop.ask("xdotool", &["search", "--onlyvisible", "--classname", &pattern])?;
        found.lines().next().map(str::to_owned)
    }

    /// Waits until a process has ended.
    pub fn sees_the_end_of(&self, process: u32) {
        wait_for("the end of a process", || (!is_alive(process)).then_some(()));
    }

    /// Closes the window and waits until the app has ended. Keys that are pressed while one window
    /// gives way to the next reach neither; who sees that nothing happens presses them again.
    pub fn closes(&mut self) -> ExitStatus {
        for _ in 0..3 {
            self.keys("alt+F4");
            let end = Instant::now() + Duration::from_secs(8);
            while Instant::now() < end {
                if let Some(status) = self.app.try_wait().expect("the app can be waited for") {
                    return status;
                }
                thread::sleep(Duration::from_millis(50));
            }
        }
        self.sees_the_end()
    }

    /// Waits until the app has ended by itself.
    pub fn sees_the_end(&mut self) -> ExitStatus {
        wait_for("the app's end", || self.app.try_wait().expect("the app can be waited for"))
    }
}

impl Drop for Person {
    fn drop(&mut self) {
        let processes = descendants(self.app.id());
        let _ = self.app.kill();
        let _ = self.app.wait();
        for process in processes {
            kill(process.id);
        }
    }
}

/// Ends a process as a crash would.
pub fn kill(process: u32) {
    signal(process, "KILL");
}

/// Sends a process a signal; one that is gone takes none.
pub fn signal(process: u32, signal: &str) {
    let signal = format!("-{signal}");
    let _ = Command::new("kill").args([&signal, &process.to_string()]).stderr(Stdio::null()).status();
}

/// A keyboard with a key for every letter that these tests type. Without one, xdotool puts a letter
/// on a key for a moment, and a busy app reads the key when the letter is gone again.
fn put_letters_on_keys(desktop: &Desktop, folder: &Path) {
    let letters =
        ["eacute", "ediaeresis", "idiaeresis", "leftdoublequotemark", "rightdoublequotemark", "U1F642"];
    let keys: String =
        letters.iter().zip(13..).map(|(letter, key)| format!("key <FK{key}> {{ [ {letter} ] }}; ")).collect();
    let keyboard = format!(
        "xkb_keymap {{ xkb_keycodes {{ include \"evdev+aliases(qwerty)\" }}; xkb_types {{ include \"complete\" }}; \
         xkb_compat {{ include \"complete\" }}; xkb_symbols {{ include \"pc+us+inet(evdev)\" {keys}}}; }};"
    );
    let path = folder.join("keyboard.xkb");
    fs::write(&path, keyboard).expect("the keyboard can be written");
    let path = path.to_string_lossy();
    desktop.ask("xkbcomp", &["-w0", &path, desktop.display()]).expect("not run: xkbcomp takes no keyboard");
    fs::remove_file(&*path).expect("the keyboard was read");
}

fn start(app: &Path, desktop: &Desktop, folder: &Path) -> Child {
    let temporary = folder.join("tmp");
    fs::create_dir_all(&temporary).expect("a folder");
    let mut command = launching(app, desktop, &Options::default(), folder);
    // Whoever runs the tests may have silenced what a screen reader is told.
    command.env("TMPDIR", temporary).env_remove("NO_AT_BRIDGE").stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().unwrap_or_else(|error| panic!("not run: the app does not start ({error})"))
}

/// The app as it ships: `cargo xtask journeys` says where it is.
pub fn binary() -> PathBuf {
    let app = env::var_os("TERUGBLIK_APP").map(PathBuf::from);
    app.unwrap_or_else(|| panic!("not run: no app as it ships; use `cargo xtask journeys`"))
}
