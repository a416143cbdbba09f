//! A display whose pixels can be read from outside, without asking any window.
//!
//! Xvfb keeps its frame buffer in a file (`-fbdir`), as an X window dump: a header of 32-bit
//! numbers, the most significant byte first, then a colour table, then the pixels. Reading that
//! file costs the programs under measurement nothing but memory traffic.

use std::{
    fs::{self, File},
    io::{BufRead as _, BufReader},
    ops::Range,
    os::unix::fs::FileExt as _,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::table;

/// Looked at: every third pixel of every third line of the middle of the display, where each
/// contender has its page. Title bars and toolbars are not what a person waits for.
const STEP: usize = 3;
const LINES: Range<usize> = 170..820;
const COLUMNS: Range<usize> = 120..1160;
/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// The file of the first screen.
const PIXELS: &str = "Xvfb_screen0";
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(4);

/// A virtual display with a window manager and a message bus; ends with this value.
pub struct Screen {
    display: String,
    bus: String,
    helpers: Vec<Child>,
    pixels: File,
    layout: Layout,
    folder: TempDir,
}

/// Where the pixels are in the file.
struct Layout {
    begin: u64,
    line: u64,
}

/// What was on the display at one moment, thinned out.
#[derive(PartialEq, Eq)]
pub struct Frame(Vec<u32>);

/// What a program's settled window looks like: the pixels that it changed.
pub struct Settled(Vec<(usize, u32)>);

impl Screen {
    /// Starts one of 1280 by 900 pixels.
    ///
    /// # Panics
    /// With `not run: …` when a program that it needs is not installed.
    pub fn start() -> Self {
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        let folder = folder.expect("a temporary folder");
        let mut server = Command::new("Xvfb");
        server.args([
            "-displayfd",
            "1",
            "-nolisten",
            "tcp",
            "-noreset",
            "-screen",
            "0",
            "1280x900x24",
            "-fbdir",
        ]);
        let (server, number) = helper(server.arg(folder.path()));
        let display = format!(":{number}");
        let mut bus = Command::new("dbus-daemon");
        let (bus_daemon, bus) =
            helper(bus.args(["--session", "--print-address=1", "--nofork", "--nopidfile"]));
        let mut manager = Command::new("openbox");
        manager.env("DISPLAY", &display).stdout(Stdio::null()).stderr(Stdio::null());
        let manager =
            manager.spawn().unwrap_or_else(|error| panic!("not run: openbox does not start ({error})"));
        thread::sleep(Duration::from_secs(1));

        let pixels = File::open(folder.path().join(PIXELS)).expect("the frame buffer");
        let layout = Layout::read(&pixels);
        Self { display, bus, helpers: vec![manager, bus_daemon, server], pixels, layout, folder }
    }

    /// Puts a program on this display, with the surroundings that every contender gets.
    pub fn host<'a>(&self, command: &'a mut Command, home: &Path) -> &'a mut Command {
        let runtime = home.join("runtime");
        fs::create_dir_all(&runtime).expect("a folder");
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env("GTK_THEME", "Adwaita")
            .env("LC_ALL", "nl_NL.UTF-8")
            .env("HOME", home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_RUNTIME_DIR", runtime)
            .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
    }

    /// Presses keys or types, with the keyboard of this display.
    ///
    /// # Panics
    /// With `not run: …` when `xdotool` is not installed.
    pub fn xdotool(&self, arguments: &[&str]) {
        let mut command = Command::new("xdotool");
        let status = command.args(arguments).env("DISPLAY", &self.display).stdout(Stdio::null()).status();
        let status = status.unwrap_or_else(|error| panic!("not run: xdotool does not start ({error})"));
        assert!(status.success(), "xdotool {arguments:?}");
    }

    /// What is on the display now.
    pub fn look(&self) -> Frame {
        let Layout { begin, line } = self.layout;
        let mut bytes = vec![0; COLUMNS.len() * 4];
        let mut frame = Vec::with_capacity((LINES.len() / STEP + 1) * (COLUMNS.len() / STEP + 1));
        for row in LINES.step_by(STEP) {
            let place = begin + row as u64 * line + COLUMNS.start as u64 * 4;
            self.pixels.read_exact_at(&mut bytes, place).expect("a line of pixels");
            let pixels = bytes.chunks_exact(4).step_by(STEP);
            frame.extend(pixels.map(|pixel| u32::from_le_bytes([pixel[0], pixel[1], pixel[2], 0])));
        }
        Frame(frame)
    }

    /// Waits until a window is there and nothing moves for two seconds, and remembers what it
    /// changed. A blinking caret is no movement.
    ///
    /// # Panics
    /// When it never comes to rest.
    pub fn settled(&self, empty: &Frame) -> Settled {
        let end = Instant::now() + PATIENCE;
        let (mut before, mut since) = (self.look(), Instant::now());
        loop {
            thread::sleep(Duration::from_millis(100));
            let now = self.look();
            if now.differs(&before) > 40 || now.differs(empty) < now.0.len() / 4 {
                since = Instant::now();
            }
            if since.elapsed() > Duration::from_secs(2) {
                let changed = now.0.iter().enumerate().filter(|(place, pixel)| empty.0[*place] != **pixel);
                return Settled(changed.map(|(place, pixel)| (place, *pixel)).collect());
            }
            if Instant::now() > end {
                let moved = now.differs(&before);
                let painted = now.differs(empty);
                self.keep();
                panic!(
                    "the display never comes to rest: {moved} of {painted} pixels moved; see .bench/never.xwd"
                );
            }
            before = now;
        }
    }

    /// Waits until a share of a settled window is there, and gives how long that took.
    ///
    /// # Panics
    /// When it does not come.
    pub fn wait_for(&self, settled: &Settled, share: f64, since: Instant) -> Duration {
        let end = Instant::now() + PATIENCE;
        loop {
            let frame = self.look();
            let seen = since.elapsed();
            let there = settled.share_in(&frame);
            if there >= share {
                return seen;
            }
            if Instant::now() > end {
                self.keep();
                panic!("{there:.4} of the window looks as it did before; see .bench/never.xwd");
            }
            thread::sleep(PAUSE);
        }
    }

    /// Keeps a picture for whoever wonders what went wrong.
    fn keep(&self) {
        let _ = fs::copy(self.folder.path().join(PIXELS), table::folder().join("never.xwd"));
    }

    /// Waits until the display is empty again.
    ///
    /// # Panics
    /// When something stays.
    pub fn wait_for_empty(&self, empty: &Frame) {
        let end = Instant::now() + PATIENCE;
        while self.look().differs(empty) > 40 {
            assert!(Instant::now() < end, "something stays on the display");
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for helper in &mut self.helpers {
            let _ = helper.kill();
            let _ = helper.wait();
        }
    }
}

impl Frame {
    /// How many pixels differ.
    pub fn differs(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).filter(|(one, two)| one != two).count()
    }
}

impl Settled {
    /// Which share of its pixels a frame shows.
    #[expect(clippy::cast_precision_loss, reason = "a display has fewer pixels than that")]
    fn share_in(&self, frame: &Frame) -> f64 {
        let there = self.0.iter().filter(|(place, pixel)| frame.0[*place] == *pixel).count();
        there as f64 / self.0.len().max(1) as f64
    }
}

impl Layout {
    /// Reads the header of a window dump: `XWDfile.h` of the X consortium.
    fn read(file: &File) -> Self {
        let field = |place: u64| {
            let mut bytes = [0; 4];
            file.read_exact_at(&mut bytes, place * 4).expect("the header of a window dump");
            u32::from_be_bytes(bytes)
        };
        assert_eq!((field(1), field(11)), (7, 32), "a window dump of four bytes a pixel");
        let colours = field(19);
        assert_eq!((field(4), field(5)), (1280, 900), "a display as large as it was asked for");
        Self { begin: u64::from(field(0)) + u64::from(colours) * 12, line: u64::from(field(12)) }
    }
}

/// Starts a program that says one line first.
fn helper(command: &mut Command) -> (Child, String) {
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    let program = command.get_program().to_owned();
    let started = command.spawn();
    let mut child =
        started.unwrap_or_else(|error| panic!("not run: {} does not start ({error})", program.display()));
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("its first line");
    (child, line.trim().to_owned())
}
