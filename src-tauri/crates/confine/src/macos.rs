//! macOS: no dumps and no debugger. The network is refused by nothing here: a sandbox without it
//! leaves the web engine blank. What the app has instead is that there is no network code and that its
//! window is told to load nothing, and the screen says so. Checked by the compiler, never run.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::{Network, Outcome, Refusal, Tried, Try, calls};

/// Gives up what is not needed. The answers of this system are no reason not to start.
#[allow(clippy::unnecessary_wraps, reason = "the other systems can refuse")]
pub fn refuse(_: Network) -> Result<(), Refusal> {
    // Inherited by what we start, though not by the web engine's processes: the system starts those.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    calls::deny_attach();
    Ok(())
}

/// What can be read back.
pub fn tries() -> Vec<Try> {
    let outcome = match getrlimit(Resource::Core).current {
        Some(0) => Outcome::Refused,
        Some(_) | None => Outcome::Allowed,
    };
    vec![Try { what: Tried::CrashDump, outcome }]
}
