//! Test only: lets WebDriver attach to a role's webview. `cargo xtask package` refuses a binary
//! in which it finds the mark below.

use std::{
    io::{self, Write as _},
    net::{Ipv4Addr, TcpListener},
    path::PathBuf,
    process::Command,
};

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

/// Where the save dialog would have written, for a dialog cannot be clicked by WebDriver.
pub fn chosen_path() -> Option<PathBuf> {
    std::env::var_os("TERUGBLIK_AUTOMATION_SAVE_AS").map(PathBuf::from)
}
