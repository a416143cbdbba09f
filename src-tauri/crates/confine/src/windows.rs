//! Windows: no crash reports with our memory in them, and no reader of the same user. The network is
//! refused by nothing here: only an administrator can, with a rule of the firewall, and the installer
//! that he runs puts one there for each program of ours. What the app has besides is that there is no
//! network code, and the screen says so. Checked by the compiler, never run.

use crate::{Network, Refusal, Try, calls};

/// The owner may wait for this process, ask its name and end it, and nothing more; so may nobody
/// else but the system. As KeePassXC does it. (`OW` is the owner, `SY` the system.)
const ACCESS: &str = "D:P(A;;0x101001;;;OW)(A;;GA;;;SY)";

/// Gives up what is not needed. The answers of this system are no reason not to start.
#[allow(clippy::unnecessary_wraps, reason = "the other systems can refuse")]
pub fn refuse(_: Network) -> Result<(), Refusal> {
    calls::refuse_crash_reports();
    calls::allow_only(ACCESS);
    Ok(())
}

/// Nothing here is enforced that could be tried from inside.
pub fn tries() -> Vec<Try> {
    Vec::new()
}
