//! A display where there is none: Xvfb, a window manager and a session bus, all ended with us.

use std::{
    env, fs,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::{
    Done,
    run::{ask, find},
};

/// Whether a window would have nowhere to go.
pub(crate) fn is_missing() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(target_os = "linux") && !set("DISPLAY") && !set("WAYLAND_DISPLAY")
}

/// A display, its window manager and, where there was none, a session bus.
pub(crate) struct VirtualDisplay {
    name: String,
    bus: Option<String>,
    helpers: Vec<Child>,
}

impl VirtualDisplay {
    /// Starts them. Xvfb chooses a free display by itself.
    ///
    /// # Errors
    /// When one of them does not start.
    pub(crate) fn start() -> Done<Self> {
        let mut this = Self { name: String::new(), bus: None, helpers: Vec::new() };
        let size = ["-screen", "0", "1280x900x24"];
        let number =
            this.helper(bound("Xvfb").args(["-displayfd", "1", "-nolisten", "tcp", "-noreset"]).args(size))?;
        this.name = format!(":{number}");
        if env::var_os("DBUS_SESSION_BUS_ADDRESS").is_none() {
            let arguments = ["--session", "--nofork", "--nopidfile", "--print-address=1"];
            this.bus = Some(this.helper(bound("dbus-daemon").args(arguments))?);
        }
        let mut manager = bound("openbox");
        manager.arg("--sm-disable").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let manager = this.place(&mut manager).spawn();
        this.helpers.push(manager.map_err(|error| format!("openbox did not start: {error}"))?);
        Ok(this)
    }

    /// The name that `DISPLAY` has for programs on it.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Makes a command open its windows here.
    pub(crate) fn place<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env("DISPLAY", &self.name).env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY");
        // Nobody listens with a screen reader here, and without one GTK waits for its bus.
        command.env("NO_AT_BRIDGE", "1");
        if let Some(bus) = &self.bus {
            command.env("DBUS_SESSION_BUS_ADDRESS", bus);
        }
        command
    }

    /// Waits until the app's window shows something and saves a picture of the display.
    ///
    /// # Errors
    /// When the app ends before, or nothing was painted within two minutes.
    pub(crate) fn picture(&self, app: &mut Child, picture: &Path) -> Done {
        let patience = Instant::now() + Duration::from_secs(120);
        while Instant::now() < patience {
            if let Some(status) = app.try_wait().map_err(|error| error.to_string())? {
                return Err(format!("the app ended before it showed a window ({status})"));
            }
            if self.window().is_some_and(|window| self.is_painted(&window, picture)) {
                // The first frame may still be without its fonts.
                thread::sleep(Duration::from_millis(500));
                return self.shoot("root", picture);
            }
            thread::sleep(Duration::from_millis(250));
        }
        Err("the app showed no window within two minutes".into())
    }

    /// Closes the app's window as a person would, so that the app ends by itself; when it does not
    /// within ten seconds, it is ended.
    pub(crate) fn close(&self, app: &mut Child) {
        if let Some(window) = self.window() {
            let mut keys = Command::new("xdotool");
            let keys = self.place(&mut keys).args(["windowactivate", "--sync", &window, "key", "alt+F4"]);
            if keys.stderr(Stdio::null()).status().is_ok_and(|status| status.success())
                && ends_within(app, Duration::from_secs(10))
            {
                return;
            }
        }
        end(app);
    }

    fn window(&self) -> Option<String> {
        let mut search = Command::new("xdotool");
        let search = self.place(&mut search).args(["search", "--onlyvisible", "--class", "terugblik"]);
        let output = search.stderr(Stdio::null()).output().ok()?;
        String::from_utf8(output.stdout).ok()?.lines().last().map(str::to_string)
    }

    /// A window that is empty has one colour, or two with a border; text has dozens.
    fn is_painted(&self, window: &str, picture: &Path) -> bool {
        let shot = self.shoot(window, picture).is_ok();
        let colours = picture.to_str().and_then(|path| ask("identify", &["-format", "%k", path]));
        shot && colours.and_then(|count| count.trim().parse::<u32>().ok()).is_some_and(|count| count > 32)
    }

    fn shoot(&self, window: &str, picture: &Path) -> Done {
        if let Some(folder) = picture.parent() {
            fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        }
        let mut import = Command::new("import");
        let status = self.place(&mut import).args(["-window", window]).arg(picture).stderr(Stdio::null());
        match status.status() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("`import` took no picture ({status})")),
            Err(error) => Err(format!("`import` did not start: {error}")),
        }
    }

    /// Starts a helper that prints one line when it is ready.
    fn helper(&mut self, command: &mut Command) -> Done<String> {
        let name = command.get_args().next().unwrap_or(command.get_program()).to_string_lossy().into_owned();
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut child = child.map_err(|error| format!("{name} did not start: {error}"))?;
        let output = child.stdout.take();
        self.helpers.push(child);
        let mut line = String::new();
        let read = output.map(|output| BufReader::new(output).read_line(&mut line));
        match read {
            Some(Ok(length)) if length > 0 => Ok(line.trim().to_string()),
            Some(_) | None => Err(format!("{name} ended at once")),
        }
    }
}

impl Drop for VirtualDisplay {
    fn drop(&mut self) {
        for helper in self.helpers.iter_mut().rev() {
            end(helper);
        }
    }
}

/// Ends a program of ours: politely, and after five seconds for certain.
pub(crate) fn end(child: &mut Child) {
    let is_asked = cfg!(unix) && ask("kill", &["-TERM", &child.id().to_string()]).is_some();
    if is_asked && ends_within(child, Duration::from_secs(5)) {
        return;
    }
    let _ = child.kill();
    let _ = child.wait();
}

fn ends_within(child: &mut Child, patience: Duration) -> bool {
    let patience = Instant::now() + patience;
    while Instant::now() < patience {
        if !matches!(child.try_wait(), Ok(None)) {
            return true;
        }
        thread::sleep(Duration::from_millis(50));
    }
    false
}

/// A command that the kernel ends when we end, however that happens.
pub(crate) fn bound(program: &str) -> Command {
    match find("setpriv") {
        Some(setpriv) => {
            let mut command = Command::new(setpriv);
            command.args(["--pdeathsig", "TERM", program]);
            command
        }
        None => Command::new(program),
    }
}
