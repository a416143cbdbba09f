//! Test only: lets WebDriver attach to a role's webview. `cargo xtask package` refuses a binary
//! in which it finds the mark below.

#![expect(
    clippy::disallowed_types,
    reason = "WebDriver needs a port on the loopback; nothing that ships has this"
)]

use std::{
    io::{self, Write as _},
    net::{Ipv4Addr, TcpListener},
    path::PathBuf,
    process::Command,
};

use chrono::{DateTime, FixedOffset, TimeDelta};
use vault::{Clock, SystemClock};

use crate::arguments::Role;

/// What `cargo xtask package` looks for.
const MARK: &str = "TERUGBLIK-AUTOMATION-BUILD";

/// Gives a role's process a free port for WebKit's inspector and permits automation.
///
/// # Errors
/// When no port is free.
pub fn open_to_webdriver(command: &mut Command) -> io::Result<u16> {
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    command
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("WEBKIT_INSPECTOR_SERVER", format!("127.0.0.1:{port}"));
    Ok(port)
}

/// Tells the test harness, on the parent's standard output, where a role can be reached.
pub fn announce(role: Role, port: u16, process: u32) {
    let _ = writeln!(io::stdout(), "{MARK} role={} port={port} pid={process}", role.name());
}

/// A clock as many days on as a test wants: nobody waits until tomorrow for a journey.
pub struct DaysOn;

impl Clock for DaysOn {
    fn now(&self) -> DateTime<FixedOffset> {
        let days = std::env::var("TERUGBLIK_AUTOMATION_DAYS_ON").ok().and_then(|days| days.parse().ok());
        SystemClock.now() + TimeDelta::days(days.unwrap_or(0))
    }
}

/// The folder that would have been chosen in the save dialog, which WebDriver cannot click.
pub fn chosen_folder() -> Option<PathBuf> {
    std::env::var_os("TERUGBLIK_AUTOMATION_SAVE_IN").map(PathBuf::from)
}
