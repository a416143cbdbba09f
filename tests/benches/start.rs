//! The app as it ships, seen from outside: from its start to the painted lock window, and what it
//! takes of the memory.
//!
//! A page counts as painted when 99.3 % of the pixels it changes look as they do at rest, text
//! and fonts included; the same for every contender, on the middle of the display. They start in
//! turns, on one display and one message bus, each with a home folder that it has used before;
//! The disk's cache is warm. Memory that is shared with other programs counts in part, so a second
//! program with this webview running beside it makes the sum smaller than it is alone.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Child, Command},
    thread,
    time::{Duration, Instant},
};

use boundaries::{Process, descendants, is_alive};

use crate::{
    samples::Samples,
    screen::{Frame, Screen, Settled},
    specimen::{PASSPHRASE, Specimen},
    surroundings::{APP, CHROMIUM, Contender, MINI_BROWSER},
    table::{self, Table},
};

/// How often each contender starts.
const ROUNDS: usize = 9;
/// The share of its pixels with which a page counts as painted. What is missing is less than its
/// text; the border of the field that has the focus fades in for some frames more.
const WHOLE: f64 = 0.993;

/// Measures the cold start and the memory.
pub fn measure(table: &mut Table) {
    let Some(app) = env::var_os("TERUGBLIK_APP").map(PathBuf::from) else {
        return table.missing("start and memory", "no TERUGBLIK_APP; use `cargo xtask bench`");
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let journal = folder.path().join("journal");
    Specimen::career().copy_for_app(&journal);
    let screen = Screen::start();
    let empty = screen.look();
    let contenders: Vec<Contender> = [
        Some(Contender::app(&app, &journal)),
        Contender::mini_browser(folder.path()),
        Contender::chromium(folder.path()),
    ]
    .into_iter()
    .flatten()
    .collect();

    for name in [MINI_BROWSER, CHROMIUM] {
        if !contenders.iter().any(|one| one.name == name) {
            table.missing(name, "it is not installed");
        }
    }
    let mut race: Vec<Lane<'_>> = Vec::new();
    for contender in &contenders {
        match crate::attempt(|| Lane::warm_up(contender, &screen, &empty, folder.path())) {
            Ok(lane) => race.push(lane),
            Err(why) => table.missing(contender.name, &why),
        }
    }
    for round in 1..=ROUNDS {
        table::progress(&format!("  start {round} of {ROUNDS}"));
        race.retain_mut(|lane| match crate::attempt(|| lane.run(&screen, &empty)) {
            Ok(()) => true,
            Err(why) => {
                table.missing(lane.contender.name, &why);
                false
            }
        });
    }
    if race.first().is_some_and(|lane| lane.contender.name == APP) {
        hold(table, &race);
        memory(table, &race[0], &screen);
    }
}

/// One contender and its times.
struct Lane<'a> {
    contender: &'a Contender,
    home: PathBuf,
    settled: Settled,
    /// To half of its pixels: its background.
    half: Samples,
    /// To all of them.
    whole: Samples,
}

impl<'a> Lane<'a> {
    fn warm_up(contender: &'a Contender, screen: &Screen, empty: &Frame, folder: &Path) -> Self {
        table::progress(&format!("  first start of {}", contender.name));
        let home = folder.join(format!("home of {}", contender.name));
        fs::create_dir_all(&home).expect("a folder");
        let mut settled = None;
        // The very first start fills caches; only what comes after it looks as it always will.
        for _ in 0..2 {
            let running = Running::start(screen.host(&mut contender.command(), &home));
            settled = Some(screen.settled(empty));
            drop(running);
            screen.wait_for_empty(empty);
        }
        let settled = settled.expect("it was started");
        Self { contender, home, settled, half: Samples::default(), whole: Samples::default() }
    }

    fn run(&mut self, screen: &Screen, empty: &Frame) {
        let mut command = self.contender.command();
        screen.host(&mut command, &self.home);
        let begin = Instant::now();
        let running = Running::start(&mut command);
        self.half.push(screen.wait_for(&self.settled, 0.5, begin));
        self.whole.push(screen.wait_for(&self.settled, WHOLE, begin));
        thread::sleep(Duration::from_millis(500));
        drop(running);
        screen.wait_for_empty(empty);
        thread::sleep(Duration::from_millis(300));
    }
}

fn hold(table: &mut Table, race: &[Lane<'_>]) {
    for lane in race {
        let name = lane.contender.name;
        table.note(&format!("cold start to the page's background, {name}"), &lane.half.range());
        table.note(&format!("cold start to the painted page, {name}"), &lane.whole.range());
        table.measured.op(&format!("window.cold start of {name}"), &lane.whole);
    }
    let ours = race[0].whole.median();
    for lane in &race[1..] {
        let ratio = ours / lane.whole.median();
        table.measured.figure(&format!("start / {}", lane.contender.name), ratio);
        let most = if lane.contender.name == MINI_BROWSER { 1.25 } else { 1.0 };
        table.goal(
            &format!("cold start to the painted lock window, beside {}", lane.contender.name),
            &format!("{ratio:.2} ×"),
            &format!("≤ {most} ×"),
            ratio <= most,
        );
    }
}

/// The memory of all processes, before and after the journal is opened by hand.
fn memory(table: &mut Table, app: &Lane<'_>, screen: &Screen) {
    let mut command = app.contender.command();
    let running = Running::start(screen.host(&mut command, &app.home));
    screen.wait_for(&app.settled, WHOLE, Instant::now());
    // The journal is warmed once the lock window is painted.
    thread::sleep(Duration::from_secs(4));
    let locked = running.memory();
    note_memory(table, "locked, the journal warm", &locked);
    screen.xdotool(&["type", "--delay", "20", PASSPHRASE]);
    screen.xdotool(&["key", "Return"]);
    let end = Instant::now() + Duration::from_secs(30);
    while running.processes().iter().any(|process| process.role() == Some("keys")) {
        assert!(Instant::now() < end, "the journal opens");
        thread::sleep(Duration::from_millis(50));
    }
    thread::sleep(Duration::from_secs(5));
    let open = running.memory();
    note_memory(table, "the journal open", &open);
    let all = megabytes(&open);
    table.goal(
        "memory of all processes (PSS), the journal open",
        &format!("{all} MB"),
        "≤ 300 MB",
        all <= 300,
    );
}

fn note_memory(table: &mut Table, when: &str, parts: &[(String, u64)]) {
    let mut names: Vec<&str> = parts.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let of = |name: &str| parts.iter().filter(|part| part.0 == name).cloned().collect::<Vec<_>>();
    let each: Vec<String> = names.iter().map(|name| format!("{name} {}", megabytes(&of(name)))).collect();
    table.note(&format!("memory in MB, {when}: {}", megabytes(parts)), &each.join(", "));
}

/// Megabytes, rounded up.
fn megabytes(parts: &[(String, u64)]) -> u64 {
    let kilobytes: u64 = parts.iter().map(|(_, kilobytes)| kilobytes).sum();
    (kilobytes * 1_024).div_ceil(1_000_000)
}

/// A program that was started, and everything that it starts.
struct Running {
    child: Child,
}

impl Running {
    fn start(command: &mut Command) -> Self {
        Self { child: command.spawn().expect("the contender starts") }
    }

    fn processes(&self) -> Vec<Process> {
        descendants(self.child.id())
    }

    /// Each process by its role or program, with its proportional share of the memory in KiB.
    fn memory(&self) -> Vec<(String, u64)> {
        let all = self.processes();
        let role_of = |id: u32| all.iter().find(|process| process.id == id).and_then(Process::role);
        all.iter()
            .map(|process| {
                // The web process and its network process serve one page.
                let name = match (process.role(), role_of(process.parent)) {
                    (Some(role), _) => role.to_owned(),
                    (None, Some(role)) => format!("page of {role}"),
                    (None, None) => "parent".to_owned(),
                };
                (name, proportional(process.id))
            })
            .collect()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let all = self.processes();
        signal("-TERM", self.child.id());
        let end = Instant::now() + Duration::from_secs(5);
        while Instant::now() < end && self.child.try_wait().is_ok_and(|status| status.is_none()) {
            thread::sleep(Duration::from_millis(20));
        }
        for process in all {
            if is_alive(process.id) {
                signal("-KILL", process.id);
            }
        }
        let _ = self.child.wait();
    }
}

fn signal(which: &str, process: u32) {
    let _ =
        Command::new("kill").args([which, &process.to_string()]).stderr(std::process::Stdio::null()).status();
}

/// A process's share of the memory in KiB: what it has alone, and its part of what is shared.
fn proportional(process: u32) -> u64 {
    let text = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|line| line.trim().strip_suffix("kB")?.trim().parse().ok()).unwrap_or(0)
}
