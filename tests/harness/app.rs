//! The app under test, built for automation.

use std::{
    env,
    ffi::OsString,
    fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::{Desktop, Page, Process, descendants, desktop::languages, is_alive, wait_for};

/// How to start the app.
#[derive(Debug, Clone)]
pub struct Options {
    /// The language of the system.
    pub language: &'static str,
    /// The colours of the system.
    pub theme: Theme,
    /// The size of the display in pixels.
    pub display: (u32, u32),
    /// The system's scale: how many of the display's pixels make one.
    pub scale: u32,
    /// A folder that already stands, to take as the data folder.
    pub journal_is: Option<&'static str>,
    /// How many days later than now it is for the app.
    pub days_on: u32,
    /// Where on earth it is, as the system says it.
    pub time_zone: &'static str,
    /// Whether it is started with its example journal, which has a folder of its own and is gone with
    /// the app.
    pub example: bool,
    /// How many seconds a walk-through takes, in the place of the minutes that were chosen for it.
    pub walk_seconds: Option<u32>,
    /// How many seconds one that is over waits for somebody to ask for more time.
    pub wait_seconds: Option<u32>,
    /// Whether pictures are taken of its windows. Where none are, the webview paints as it does for a
    /// person (`parent.rs` leaves out what this leaves out), which is half the work.
    pub pictures: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            language: "nl_NL.UTF-8",
            theme: Theme::Light,
            display: (1280, 900),
            scale: 1,
            journal_is: None,
            days_on: 0,
            time_zone: "Europe/Amsterdam",
            example: false,
            walk_seconds: None,
            wait_seconds: None,
            pictures: env::var_os("TERUGBLIK_SCREENS").is_some(),
        }
    }
}

/// The colours of the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// The system's high contrast.
    HighContrast,
}

/// The app, its display and its data folder.
pub struct App {
    parent: Child,
    announced: Arc<Mutex<Vec<Announced>>>,
    errors: Arc<Mutex<Vec<String>>>,
    options: Options,
    folder: TempDir,
    desktop: Desktop,
}

/// A role that can be attached to.
#[derive(Debug, Clone)]
struct Announced {
    role: String,
    port: u16,
    process: u32,
    attached: bool,
}

impl App {
    /// Starts the app on a new and empty data folder.
    ///
    /// # Panics
    /// With `not run: …` when it, or something it needs, is not there.
    #[must_use]
    pub fn start(options: Options) -> Self {
        let desktop = Desktop::start(options.display.0, options.display.1);
        let folder =
            tempfile::Builder::new().prefix("terugblik-journey-").tempdir().expect("a temporary folder");
        if let Some(place) = options.journal_is {
            std::os::unix::fs::symlink(place, folder.path().join("journal")).expect("a link");
        }
        let (announced, errors) = <(Arc<Mutex<Vec<Announced>>>, Arc<Mutex<Vec<String>>>)>::default();
        let parent = launch(&desktop, &options, folder.path(), &announced, &errors);
        Self { parent, announced, errors, options, folder, desktop }
    }

    /// Starts the app again on the same folder, after it ended.
    pub fn start_again(&mut self) {
        self.announced.lock().expect("no thread panicked").clear();
        self.parent = launch(&self.desktop, &self.options, self.folder.path(), &self.announced, &self.errors);
    }

    /// Starts the app again, so many days later than the last time.
    pub fn start_again_after(&mut self, days: u32) {
        self.options.days_on += days;
        self.start_again();
    }

    /// Starts the app a second time beside the first; gives how it ended and what it said.
    #[must_use]
    pub fn start_beside(&self) -> (ExitStatus, String) {
        let mut command = driven(&self.desktop, &self.options, self.folder.path());
        let output = command.output().expect("the app starts");
        (output.status, String::from_utf8_lossy(&output.stderr).into_owned())
    }

    /// The data folder.
    #[must_use]
    pub fn journal(&self) -> PathBuf {
        self.folder.path().join("journal")
    }

    /// Where the save dialog writes in this app.
    #[must_use]
    pub fn saved_page(&self) -> PathBuf {
        self.folder.path().join("herstelblad.html")
    }

    /// The file that is pointed at in every dialog of this app; a pack, when a test writes one.
    #[must_use]
    pub fn picked_file(&self) -> PathBuf {
        self.folder.path().join("handboek-van-ons.toml")
    }

    /// The folder that is pointed at in every dialog of this app; a stick, when a test makes it.
    #[must_use]
    pub fn point_at(&self) -> PathBuf {
        self.folder.path().join("stick")
    }

    /// The display.
    #[must_use]
    pub fn desktop(&self) -> &Desktop {
        &self.desktop
    }

    /// What the app said on standard error.
    #[must_use]
    pub fn errors(&self) -> Vec<String> {
        self.errors.lock().expect("no thread panicked").clone()
    }

    /// Attaches to the newest window of a role that nobody has attached to yet.
    ///
    /// # Panics
    /// When there is none within the harness's patience.
    pub async fn attach(&self, role: &str) -> Page {
        let (port, process) = wait_for(&format!("a window of {role}"), || {
            let mut announced = self.announced.lock().expect("no thread panicked");
            let found = announced.iter_mut().rev().find(|one| one.role == role && !one.attached)?;
            if !is_alive(found.process) {
                return None;
            }
            found.attached = true;
            Some((found.port, found.process))
        });
        Page::attach(role, port, process).await
    }

    /// Whether a window of a role is there, or comes within a moment, that nobody has attached to yet.
    #[must_use]
    pub fn announces(&self, role: &str) -> bool {
        // The parent starts the next role as soon as the last one is gone.
        let end = Instant::now() + Duration::from_secs(2);
        loop {
            let announced = self.announced.lock().expect("no thread panicked");
            if announced.iter().any(|one| one.role == role && !one.attached && is_alive(one.process)) {
                return true;
            }
            drop(announced);
            if Instant::now() > end {
                return false;
            }
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// The parent's process number.
    #[must_use]
    pub fn process(&self) -> u32 {
        self.parent.id()
    }

    /// Every process of the app that runs.
    #[must_use]
    pub fn processes(&self) -> Vec<Process> {
        descendants(self.parent.id())
    }

    /// The process of a role, once it runs.
    ///
    /// # Panics
    /// When there is none within the harness's patience.
    #[must_use]
    pub fn role(&self, role: &str) -> Process {
        wait_for(&format!("a process of {role}"), || {
            self.processes().into_iter().find(|process| process.role() == Some(role))
        })
    }

    /// Kills a process as a crash would.
    pub fn kill(&self, process: u32) {
        self.signal(process, "KILL");
    }

    /// Sends a process a signal.
    pub fn signal(&self, process: u32, signal: &str) {
        let status = Command::new("kill").args([&format!("-{signal}"), &process.to_string()]).status();
        assert!(status.expect("kill runs").success(), "{process} can be signalled");
    }

    /// Ends the app as the system does at the end of a session, and waits until all of it is gone.
    pub fn stop(&mut self) {
        let all = self.processes();
        self.signal(self.parent.id(), "TERM");
        for process in all {
            wait_for("every process to end", || (!is_alive(process.id)).then_some(()));
        }
        self.wait_for_end();
    }

    /// Waits until the app has ended by itself.
    ///
    /// # Panics
    /// When it does not within the harness's patience.
    pub fn wait_for_end(&mut self) -> ExitStatus {
        wait_for("the app's end", || self.parent.try_wait().expect("the app can be waited for"))
    }
}

impl Drop for App {
    fn drop(&mut self) {
        let processes = descendants(self.parent.id());
        let _ = self.parent.kill();
        let _ = self.parent.wait();
        for process in processes {
            let _ =
                Command::new("kill").args(["-KILL", &process.id.to_string()]).stderr(Stdio::null()).status();
        }
        if thread::panicking() {
            eprintln_errors(&self.errors());
        }
    }
}

#[expect(clippy::print_stderr, reason = "what the app said helps to read a journey that failed")]
fn eprintln_errors(errors: &[String]) {
    for line in errors {
        eprintln!("app: {line}");
    }
}

fn launch(
    desktop: &Desktop,
    options: &Options,
    folder: &Path,
    announced: &Arc<Mutex<Vec<Announced>>>,
    errors: &Arc<Mutex<Vec<String>>>,
) -> Child {
    let mut command = driven(desktop, options, folder);
    let mut parent = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the app starts");
    let (output, error) = (parent.stdout.take().expect("a pipe"), parent.stderr.take().expect("a pipe"));
    let announced = Arc::clone(announced);
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if let Some(one) = read_announcement(&line) {
                announced.lock().expect("no thread panicked").push(one);
            }
        }
    });
    let errors = Arc::clone(errors);
    thread::spawn(move || {
        for line in BufReader::new(error).lines().map_while(Result::ok) {
            errors.lock().expect("no thread panicked").push(line);
        }
    });
    parent
}

/// The app built for automation, on a display and in a folder.
fn driven(desktop: &Desktop, options: &Options, folder: &Path) -> Command {
    let mut command = launching(Path::new(&binary()), desktop, options, folder);
    command
        .env("NO_AT_BRIDGE", "1")
        .env("TERUGBLIK_AUTOMATION_SAVE_IN", folder)
        .env("TERUGBLIK_AUTOMATION_POINT_AT", folder.join("stick"))
        .env("TERUGBLIK_AUTOMATION_PICK", folder.join("handboek-van-ons.toml"))
        .env("TERUGBLIK_AUTOMATION_DAYS_ON", options.days_on.to_string());
    for (name, seconds) in [
        ("TERUGBLIK_AUTOMATION_WALK_SECONDS", options.walk_seconds),
        ("TERUGBLIK_AUTOMATION_WAIT_SECONDS", options.wait_seconds),
    ] {
        if let Some(seconds) = seconds {
            command.env(name, seconds.to_string());
        }
    }
    if !options.pictures {
        // With it WebDriver waits in vain for a picture.
        command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
    }
    command
}

/// How an app is started so that it finds its display, its system's language and colours, and a
/// home of its own below `folder`; its journal is `folder/journal`.
#[must_use]
pub fn launching(app: &Path, desktop: &Desktop, options: &Options, folder: &Path) -> Command {
    let home = folder.join("home");
    for name in ["config", "cache", "runtime"] {
        fs::create_dir_all(home.join(name)).expect("a folder");
    }
    // Dark and light follow the theme of GTK, as they do for a person.
    let theme = match options.theme {
        Theme::Light => "Adwaita",
        Theme::Dark => "Adwaita:dark",
        Theme::HighContrast => "HighContrast",
    };
    let mut command = Command::new(app);
    if options.example {
        command.arg("--demo").env("TMPDIR", folder);
    } else {
        command.arg("--data-dir").arg(folder.join("journal"));
    }
    desktop
        .host(&mut command)
        .env("HOME", &home)
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_RUNTIME_DIR", home.join("runtime"))
        .env("LOCPATH", languages())
        .env("LC_ALL", options.language)
        .env("TZ", options.time_zone)
        .env("GTK_THEME", theme)
        .env("GDK_SCALE", options.scale.to_string())
        .stdin(Stdio::null());
    command
}

/// The app built for automation: `cargo xtask journeys` says where it is.
fn binary() -> OsString {
    env::var_os("TERUGBLIK_AUTOMATION_APP")
        .unwrap_or_else(|| panic!("not run: no app built for automation; use `cargo xtask journeys`"))
}

fn read_announcement(line: &str) -> Option<Announced> {
    let mut words = line.strip_prefix("TERUGBLIK-AUTOMATION-BUILD ")?.split(' ');
    let mut value = |name: &str| words.next()?.strip_prefix(name)?.strip_prefix('=').map(str::to_owned);
    Some(Announced {
        role: value("role")?,
        port: value("port")?.parse().ok()?,
        process: value("pid")?.parse().ok()?,
        attached: false,
    })
}
