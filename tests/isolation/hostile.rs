//! N2: a page that tries every way out it has, in the same web engine, against a server that listens.
//!
//! No policy of ours stands in its way here: what is shown is that the kernel alone is enough. The
//! app's own window cannot be used for it, for in a build that WebDriver drives the network is open.

use std::{
    collections::BTreeMap,
    env,
    io::{BufRead as _, BufReader},
    process::{Child, Stdio},
    thread,
    time::{Duration, Instant},
};

use boundaries::{Desktop, PATIENCE, again, figure, part, rounds, said, say, wait_for};
use gtk::{glib, prelude::*};
use webkit2gtk::{
    HardwareAccelerationPolicy, LoadEvent, SettingsExt as _, UserContentManagerExt as _, WebView,
    WebViewExt as _,
};

use crate::listener::Listener;

const NAME: &str = "hostile::a_hostile_page_reaches_nobody";
/// Where the child is told which ports are listened on: HTTP, one for bare connections, UDP.
const PORTS: &str = "TERUGBLIK_TEST_PORTS";

/// Every way out that the page tries, and whether this web engine can go that way when nothing stops
/// it. Those that it cannot (no such feature in WebKitGTK as distributions build it, or off unless
/// asked for) are tried all the same, for another version may.
const WAYS: &[(&str, bool)] = &[
    ("fetch", true),
    ("fetch-no-cors", true),
    ("xhr", true),
    ("beacon", true),
    ("ping", true),
    ("websocket", true),
    ("eventsource", true),
    ("image", true),
    ("css-url", true),
    ("css-import", true),
    ("stylesheet", true),
    ("font", true),
    ("script", true),
    ("module", true),
    ("worker", true),
    ("iframe", true),
    ("object", true),
    ("embed", true),
    ("media", false),
    ("prefetch", false),
    ("preload", true),
    ("preconnect", true),
    ("form", true),
    ("window-open", true),
    ("meta-refresh", true),
    ("location", true),
    ("webrtc", false),
];

#[test]
fn a_hostile_page_reaches_nobody() {
    if let Some(part) = part() {
        return show_hostile_page(part == "confined");
    }
    let times = rounds(1, 20);
    let mut reached = BTreeMap::new();
    for round in 0..times {
        let confined = hits("confined");
        assert!(confined.is_empty(), "round {round}: {confined:?} reached the server");
        reached = hits("open");
        for (way, can) in WAYS {
            let arrived = reached.contains_key(*way);
            assert!(arrived || !can, "round {round}: without protection `{way}` arrives: {reached:?}");
        }
    }
    let can: Vec<&str> = WAYS.iter().map(|(way, _)| *way).filter(|way| reached.contains_key(*way)).collect();
    let cannot: Vec<&str> =
        WAYS.iter().map(|(way, _)| *way).filter(|way| !reached.contains_key(*way)).collect();
    figure("N2", "ways out that a hostile page tries", WAYS.len() * times, "0 hits");
    let outcome = format!("{} arrive; not in this web engine: {}", can.len(), cannot.join(", "));
    figure("N2", "the same without protection", WAYS.len() * times, outcome);
}

/// Shows the page in a child; gives how often each way reached the server.
fn hits(how: &str) -> BTreeMap<String, usize> {
    let listener = Listener::start();
    let desktop = Desktop::start(800, 600);
    let home = tempfile::tempdir().expect("a folder");
    let mut command = again(NAME, how);
    desktop.host(&mut command).env(PORTS, listener.ports()).env("HOME", home.path()).stderr(Stdio::null());
    for (name, place) in
        [("XDG_CACHE_HOME", "cache"), ("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config")]
    {
        command.env(name, home.path().join(place));
    }
    let mut child = Running(command.env_remove("NO_AT_BRIDGE").spawn().expect("it starts"));
    let mut lines = BufReader::new(child.0.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
    let tried = lines.by_ref().find_map(|line| said(&line)?.strip_prefix("tried ").map(str::to_owned));
    let tried = tried.expect("the page says what it tried");
    for (way, _) in WAYS {
        assert!(tried.split(' ').any(|one| one == *way), "the page tried `{way}`: {tried}");
    }
    if how == "open" {
        let arrives = |(way, can): &(&str, bool)| !can || listener.hits().contains_key(*way);
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end && !WAYS.iter().all(arrives) {
            thread::sleep(Duration::from_millis(50));
        }
    }
    // What need not come is given a while to come: the page stands for some seconds more.
    thread::sleep(Duration::from_secs(4));
    drop(child);
    let hits = listener.hits();
    listener.must_listen();
    hits
}

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let below = boundaries::descendants(self.0.id());
        let _ = self.0.kill();
        let _ = self.0.wait();
        for process in below {
            wait_for("its processes to end", || (!boundaries::is_alive(process.id)).then_some(()));
        }
    }
}

/// In the child: a window with the page in it, for as long as the parent lets it stand.
fn show_hostile_page(confined: bool) {
    if confined {
        confine::enter().expect("it is confined");
    }
    gtk::init().expect("not run: no display");
    let window = gtk::Window::new(gtk::WindowType::Toplevel);
    let view = WebView::new();
    let settings = webkit2gtk::WebViewExt::settings(&view).expect("settings");
    settings.set_javascript_can_open_windows_automatically(true);
    settings.set_media_playback_requires_user_gesture(false);
    settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
    settings.set_enable_webrtc(true);
    settings.set_enable_media_stream(true);
    settings.set_enable_hyperlink_auditing(true);
    settings.set_enable_write_console_messages_to_stdout(false);
    // What it opens is shown, as a browser would.
    view.connect_create(|view, _| {
        let opened = WebView::with_related_view(view);
        let window = gtk::Window::new(gtk::WindowType::Toplevel);
        window.add(&opened);
        window.show_all();
        Some(opened.upcast())
    });
    let manager = view.user_content_manager().expect("a manager");
    manager.register_script_message_handler("tried");
    manager.connect_script_message_received(Some("tried"), |_, message| {
        let what = message.js_value().map(|value| value.to_string()).unwrap_or_default();
        say(&format!("tried {what}"));
    });
    window.add(&view);
    window.set_default_size(600, 400);
    window.show_all();
    let ports = env::var(PORTS).expect("ports");
    let page = include_str!("hostile.html").replace("@PORTS@", &ports);
    // As if it came from the server: nothing is another origin then.
    let port = ports.split(' ').next().expect("a port");
    view.load_html(&page, Some(&format!("http://127.0.0.1:{port}/page/")));
    view.connect_load_changed(|_, event| {
        if event == LoadEvent::Finished {
            say("finished");
        }
    });
    glib::timeout_add_seconds_local(120, || std::process::exit(1));
    gtk::main();
}
