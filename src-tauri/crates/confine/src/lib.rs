//! What the operating system must refuse us: sockets, dumps, readers.
//!
//! A promise that only our own code keeps is as good as its last mistake, and most of the code in
//! our processes is a web engine's. So each program gives rights up before it does anything else,
//! tries at once whether they are gone, and does not go on where they are not. What is given up
//! stays given up in everything that a process starts: in the webview's own processes too.
//!
//! Only `environment` and, on Linux, `linux` have something to read; elsewhere the system offers
//! less, and the module of that system says what.

mod calls;
mod environment;
#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(all(test, target_os = "linux"))]
mod tests;
#[cfg(windows)]
mod windows;

use std::{error::Error, fmt};

#[cfg(target_os = "linux")]
use linux as system;
#[cfg(target_os = "macos")]
use macos as system;
#[cfg(windows)]
use windows as system;

/// First thing in `main` of both programs, before any thread. Takes what would open us from outside
/// out of the environment, refuses dumps and readers, then the network, and tries it all.
///
/// # Errors
/// What is not refused although it must be. Nothing of a journal may be opened then.
pub fn enter() -> Result<(), Refusal> {
    environment::remove();
    system::refuse(Network::Refused)
}

/// [`enter`] for builds that tests drive: all but the network and the environment, both of which
/// WebDriver needs.
///
/// # Errors
/// As [`enter`].
pub fn enter_but_for_network() -> Result<(), Refusal> {
    system::refuse(Network::Allowed)
}

/// Tries everything that must be refused, and what must not: in this process, now. It sends nothing,
/// and in a process that has entered it takes a fraction of a millisecond.
///
/// Empty where the system enforces nothing that could be tried.
#[must_use]
pub fn tries() -> Vec<Try> {
    system::tries()
}

/// Whether the network is among what is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Network {
    Refused,
    Allowed,
}

/// Why a program may not go on. Its words are a code: nothing of a cause is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The kernel takes no filter of system calls from us, or there is none for this processor.
    NoFilter,
    /// The filter was taken, and yet a socket of the network is given.
    NetworkNotRefused,
    /// The filter was taken, and yet `io_uring`, which makes sockets past it, is given.
    IoUringNotRefused,
    /// The filter was taken, and yet the memory of processes can be read.
    MemoryNotRefused,
    /// A crash may write our memory to the disk, or another program may read it.
    DumpNotRefused,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoFilter => "no-filter",
            Self::NetworkNotRefused => "network-not-refused",
            Self::IoUringNotRefused => "io-uring-not-refused",
            Self::MemoryNotRefused => "memory-not-refused",
            Self::DumpNotRefused => "dump-not-refused",
        })
    }
}

impl Error for Refusal {}

/// What was tried, in this process and now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Try {
    /// What.
    pub what: Tried,
    /// What the system answered.
    pub outcome: Outcome,
}

/// What can be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tried {
    /// A socket of IPv4.
    Ipv4,
    /// A socket of IPv6.
    Ipv6,
    /// A socket for raw packets.
    Packets,
    /// A socket of Bluetooth.
    Bluetooth,
    /// A socket of any other of the 46 families but the last two below.
    OtherSockets,
    /// Work handed to the kernel past its refusals.
    IoUring,
    /// Reading the memory of another process.
    OtherMemory,
    /// A copy of this process's memory on disk when it crashes.
    CrashDump,
    /// Another program of the same user that reads this process's memory.
    BeingRead,
    /// A socket to programs on this machine.
    Local,
    /// A socket that tells what the machine is connected to.
    Netlink,
}

/// What the system answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// No.
    Refused,
    /// Yes.
    Allowed,
    /// This system has no such thing.
    NotThere,
}

impl Try {
    /// Whether it is as it should be: what may talk to this machine is allowed, all else is not.
    #[must_use]
    pub fn is_as_promised(&self) -> bool {
        (self.outcome == Outcome::Allowed) == matches!(self.what, Tried::Local | Tried::Netlink)
    }
}
