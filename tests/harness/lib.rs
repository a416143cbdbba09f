//! Drives the real app in its real webview: a display of its own, the app's processes, and a
//! WebDriver session per role.
//!
//! Each journey has its own virtual display, window manager, message bus and data folder, so that
//! nothing of one reaches another. A journey that cannot run here panics with `not run: why`.
//!
//! The tests of the app as it ships sit at it with a keyboard and a screen reader: [`shipped`].
//!
//! Beside them: what the tests of secrecy, durability and old formats share ([`rounds()`],
//! [`figure`], [`not_run`], [`forge`], [`indexed`], [`pages`], [`writing`]).

mod again;
mod app;
mod browser;
mod desktop;
pub mod forge;
pub mod indexed;
#[cfg(target_os = "linux")]
mod logind;
mod page;
pub mod pages;
mod processes;
mod rounds;
#[cfg(target_os = "linux")]
pub mod shipped;
pub mod walking;
mod words;
pub mod writing;

pub use again::{again, again_under, part, said, say};
pub use app::{App, Options, Theme, launching};
pub use browser::Browser;
pub use desktop::Desktop;
#[cfg(target_os = "linux")]
pub use logind::{Inhibitor, Logind, Whose};
pub use page::Page;
pub use processes::{Process, descendants, is_alive};
pub use rounds::{figure, is_root, not_run, rounds, spread};
pub use words::Words;

use std::{
    thread,
    time::{Duration, Instant},
};

/// How long anything may take before a journey gives up. It is a bound on waiting, not a
/// measurement: speed is measured by `cargo xtask bench`.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Waits until something is there.
///
/// # Panics
/// When it is not there within [`PATIENCE`].
#[track_caller]
pub fn wait_for<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Instant::now() < end, "waited in vain for {what}");
        thread::sleep(Duration::from_millis(20));
    }
}
