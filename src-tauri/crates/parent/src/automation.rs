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
    sync::atomic::{AtomicU32, Ordering},
};

use household::Role;

/// What `cargo xtask package` looks for.
const MARK: &str = "TERUGBLIK-AUTOMATION-BUILD";

/// Gives a role's process a free port for WebKit's inspector and permits automation.
///
/// # Errors
/// When no port is free.
pub fn open_to_webdriver(command: &mut Command) -> io::Result<u16> {
    let port = free_port()?;
    command
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("WEBKIT_INSPECTOR_SERVER", format!("127.0.0.1:{port}"));
    Ok(port)
}

/// A port that nobody else is given before WebKit listens on it: below those that the system gives
/// out by itself, and counted on from a place that only this process begins at.
fn free_port() -> io::Result<u16> {
    static GIVEN: AtomicU32 = AtomicU32::new(0);
    let begin = std::process::id().wrapping_mul(16);
    for _ in 0..1_000 {
        let place = begin.wrapping_add(GIVEN.fetch_add(1, Ordering::Relaxed)) % 10_000;
        let port = 10_000 + u16::try_from(place).unwrap_or_default();
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Ok(port);
        }
    }
    Err(io::ErrorKind::AddrInUse.into())
}

/// Tells the test harness, on the parent's standard output, where a role can be reached.
pub fn announce(role: Role, port: u16, process: u32) {
    let _ = writeln!(io::stdout(), "{MARK} role={} port={port} pid={process}", role.name());
}
