//! A display of one's own: Xvfb, a window manager and a message bus.

use std::{
    env, fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use tempfile::TempDir;

use crate::wait_for;

/// A virtual display that ends with this value.
pub struct Desktop {
    display: String,
    bus: String,
    system_bus: String,
    helpers: Vec<Child>,
    _home: TempDir,
}

impl Desktop {
    /// Starts one, of this size in pixels.
    ///
    /// # Panics
    /// With `not run: …` when a program that it needs is not installed.
    #[must_use]
    pub fn start(width: u32, height: u32) -> Self {
        let mut server = spawn(
            Command::new("Xvfb")
                .args([
                    "-displayfd",
                    "1",
                    "-nolisten",
                    "tcp",
                    // It would begin anew whenever its last client leaves, and a window manager that
                    // is just coming would fall over that.
                    "-noreset",
                    "-screen",
                    "0",
                    &format!("{width}x{height}x24"),
                ])
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        let mut number = String::new();
        let output = server.stdout.take().expect("its output is a pipe");
        BufReader::new(output).read_line(&mut number).expect("Xvfb names its display");
        let display = format!(":{}", number.trim());

        let home = tempfile::Builder::new().prefix("terugblik-desktop-").tempdir().expect("a folder");
        let (bus, bus_address) = start_bus(&configure_bus(home.path()), home.path(), &display);
        // The machine's own would tell the app of its lid, and the app would wait on its shutdown.
        let system_home = home.path().join("system");
        fs::create_dir(&system_home).expect("a folder");
        let (system_bus, system_address) = start_bus(&configure_bus(&system_home), &system_home, &display);

        // Without a window manager WebDriver's resizing never ends, and no window gets the keyboard.
        let managed = home.path().join("managed");
        let manager = spawn(
            Command::new("openbox")
                .args(["--startup", &format!("touch {}", managed.display())])
                .env("DISPLAY", &display)
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        );
        let desktop = Self {
            display,
            bus: bus_address,
            system_bus: system_address,
            helpers: vec![manager, system_bus, bus, server],
            _home: home,
        };
        wait_for("the window manager", || managed.exists().then_some(()));
        desktop
    }

    /// Puts a program on this display.
    pub fn host<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("DBUS_SYSTEM_BUS_ADDRESS", &self.system_bus)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            // The webview's own sandbox refuses to run as root, which CI does.
            .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
    }

    /// Its name, as `DISPLAY` has it.
    #[must_use]
    pub fn display(&self) -> &str {
        &self.display
    }

    /// The address of its message bus.
    #[must_use]
    pub fn bus(&self) -> &str {
        &self.bus
    }

    /// The address of its system's message bus. Nobody is on it but who a test puts there.
    #[must_use]
    pub fn system_bus(&self) -> &str {
        &self.system_bus
    }

    /// Runs a small program on this display and gives what it printed, if it went well.
    ///
    /// # Panics
    /// With `not run: …` when it is not installed.
    #[must_use]
    pub fn ask(&self, program: &str, arguments: &[&str]) -> Option<String> {
        let mut command = Command::new(program);
        self.host(&mut command).args(arguments).stdout(Stdio::piped()).stderr(Stdio::null());
        let output = spawn(&mut command).wait_with_output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        for helper in &mut self.helpers {
            let _ = helper.kill();
            let _ = helper.wait();
        }
    }
}

/// Starts a message bus; gives its address too.
fn start_bus(configuration: &Path, home: &Path, display: &str) -> (Child, String) {
    let mut bus = spawn(
        Command::new("dbus-daemon")
            .arg(format!("--config-file={}", configuration.display()))
            .args(["--print-address=1", "--nofork", "--nopidfile"])
            .env("DISPLAY", display)
            .env("HOME", home)
            .env("XDG_RUNTIME_DIR", home)
            .stdout(Stdio::piped())
            .stderr(Stdio::null()),
    );
    let mut address = String::new();
    let output = bus.stdout.take().expect("its output is a pipe");
    BufReader::new(output).read_line(&mut address).expect("the bus names its address");
    (bus, address.trim().to_owned())
}

/// A message bus that starts nothing but the bus of assistive technology. Of what else a system
/// offers, portals mount file systems that outlive the test.
fn configure_bus(home: &Path) -> PathBuf {
    let services = home.join("services");
    fs::create_dir(&services).expect("a folder");
    let service = "org.a11y.Bus.service";
    // Where it is missing, whoever needs it says so.
    let _ = fs::copy(Path::new("/usr/share/dbus-1/services").join(service), services.join(service));
    let configuration = format!(
        "<busconfig><type>session</type><listen>unix:dir={}</listen><servicedir>{}</servicedir>\
         <policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>\
         <allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>",
        home.display(),
        services.display(),
    );
    let path = home.join("bus.conf");
    fs::write(&path, configuration).expect("the bus's configuration can be written");
    path
}

/// A folder with the languages in which the app is tried, for `LOCPATH`: a system in a container has
/// none, and the webview's own date field follows the system. It is made once per machine.
///
/// # Panics
/// With `not run: …` when they cannot be made.
pub(crate) fn languages() -> PathBuf {
    let made = env::temp_dir().join("terugblik-languages");
    if made.is_dir() {
        return made;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    for language in ["nl_NL", "en_GB"] {
        let mut command = Command::new("localedef");
        let place = folder.path().join(format!("{language}.UTF-8"));
        command.args(["-i", language, "-f", "UTF-8", "--no-archive"]).arg(place);
        let status =
            spawn(command.stdout(Stdio::null()).stderr(Stdio::null())).wait().expect("localedef ends");
        assert!(status.success(), "not run: the language {language} cannot be made; is `locales` installed?");
    }
    // Another test may have been quicker; then its folder is as good.
    let _ = fs::rename(folder.keep(), &made);
    made
}

/// Starts a program that a journey cannot do without.
///
/// # Panics
/// With `not run: …` when it is not installed.
pub(crate) fn spawn(command: &mut Command) -> Child {
    let program = command.get_program().to_owned();
    command.spawn().unwrap_or_else(|error| panic!("not run: {} does not start ({error})", program.display()))
}
