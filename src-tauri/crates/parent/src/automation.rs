//! Test only: lets WebDriver attach to a role's webview. `cargo xtask package` refuses a binary
//! in which it finds the mark below.

#![expect(
    clippy::disallowed_types,
    reason = "WebDriver needs a port on the loopback; nothing that ships has this"
)]

use std::{
    io::{self, Write as _},
    net::{Ipv4Addr, TcpListener},
    process::Command,
};

use household::Role;

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
