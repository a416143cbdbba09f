//! What the page *Zelf controleren* shows: what the system refuses us now, and who knows what.

use serde::Serialize;
use ts_rs::TS;

use crate::DiskEncryption;

/// What can be checked here and now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SelfCheck {
    /// Which system this is: what can be promised differs.
    pub system: System,
    /// What this process has just tried and how it went; none where the system enforces nothing.
    pub tries: Vec<Try>,
    /// Whether every way to another machine is among them, and none of them was open.
    pub network_refused: bool,
    /// Every process of the app, the parent first.
    pub processes: Vec<ProcessRow>,
    /// Where the files are.
    pub places: Vec<PlaceRow>,
    /// Whether the disk under the data folder is encrypted.
    pub disk: DiskEncryption,
    /// The version of the app.
    pub version: String,
}

/// An operating system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum System {
    /// The kernel refuses, and the app does not start where it does not.
    Linux,
    /// There is no network code. The installer asks the firewall to refuse it, and the window is told to
    /// fetch nothing; neither was ever tried.
    Windows,
    /// There is no network code. The window is told to fetch nothing; that was never tried.
    Macos,
}

/// Something that was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Try {
    /// What.
    pub what: Tried,
    /// What the system answered.
    pub outcome: Outcome,
    /// Whether that is as it should be.
    pub as_promised: bool,
}

/// What was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Tried {
    /// A socket of IPv4: the internet and the office network.
    Ipv4,
    /// A socket of IPv6.
    Ipv6,
    /// A socket for raw packets.
    Packets,
    /// A socket of Bluetooth.
    Bluetooth,
    /// A socket of any other kind but the two below.
    OtherSockets,
    /// Work handed to the kernel past its refusals (`io_uring`).
    IoUring,
    /// Reading the memory of another process.
    OtherMemory,
    /// A copy of this process's memory on disk when it crashes.
    CrashDump,
    /// Another program of the same user that reads this process's memory.
    BeingRead,
    /// A socket to programs on this machine: the screen and the keyboard come that way.
    Local,
    /// A socket that tells what the machine is connected to; it sends nothing anywhere.
    Netlink,
}

/// What the system answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// No.
    Refused,
    /// Yes.
    Allowed,
    /// This system has no such thing.
    NotThere,
}

/// A process of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProcessRow {
    /// Its number, by which an administrator finds it.
    pub id: u32,
    /// What it is; what it knows follows.
    pub kind: ProcessKind,
    /// Whether the system refuses it the network; none where that cannot be seen.
    pub refused: Option<bool>,
}

/// What a process of the app is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ProcessKind {
    /// Starts the others.
    Parent,
    /// Asks for the passphrase.
    Keys,
    /// Has the journal open.
    Journal,
    /// Shows the page of a window.
    Page,
    /// Part of the webview that would load from the network.
    WebNetwork,
    /// Anything else that one of these started.
    Other,
}

/// A place on the disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaceRow {
    /// What is there.
    pub kind: PlaceKind,
    /// Where it is, whole.
    pub path: String,
}

/// What is at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceKind {
    /// The journal.
    Journal,
    /// Its backups on this machine.
    Backups,
    /// Its second place for backups, whether or not it is there now.
    SecondPlace,
    /// The programs.
    Programs,
    /// What the webview lays down; nothing of the journal, gone when the session ends.
    Webview,
}
