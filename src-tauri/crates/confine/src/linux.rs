//! Linux: the kernel refuses, by a filter of system calls that nothing in this process or in what it
//! starts can take off again.
//!
//! It holds for every thread, also those that run already: the web engine's allocator starts one before
//! any `main`.
//!
//! What the refusals do not reach: another program that goes online for us when asked over D-Bus
//! (nothing of ours asks), and sockets that somebody hands us open. Dumps and readers are refused to
//! this process only: the kernel forgets that at `exec`, so the webview's processes are left with
//! the limit on dumps, which they inherit.

mod filter;

use rustix::process::{
    DumpableBehavior, Resource, Rlimit, dumpable_behavior, getrlimit, set_dumpable_behavior, setrlimit,
};
use seccompiler::apply_filter_all_threads;

use crate::{
    Network, Outcome, Refusal, Tried, Try,
    calls::{self, Errno},
};

/// What this kernel calls families of sockets: `AF_MAX` in `linux/socket.h`.
const FAMILIES: i32 = 46;

/// The kinds of socket that are tried: `SOCK_STREAM`, `SOCK_DGRAM`, `SOCK_RAW`, `SOCK_SEQPACKET`.
const KINDS: [i32; 4] = [libc::SOCK_STREAM, libc::SOCK_DGRAM, libc::SOCK_RAW, libc::SOCK_SEQPACKET];

/// Gives up what is not needed, and tries whether it is gone.
pub fn refuse(network: Network) -> Result<(), Refusal> {
    refuse_dumps_and_readers().ok_or(Refusal::DumpNotRefused)?;
    for filter in filter::filters(network).ok_or(Refusal::NoFilter)? {
        apply_filter_all_threads(&filter).map_err(|_| Refusal::NoFilter)?;
    }
    check(network)
}

/// No dump of this process and no reader beside it. The limit is one byte: a kernel that pipes dumps
/// into a program takes no notice of zero, and makes none at one (`do_coredump` in `fs/coredump.c`).
/// It is inherited; that the process is not dumpable is not.
fn refuse_dumps_and_readers() -> Option<()> {
    let most = getrlimit(Resource::Core).maximum.unwrap_or(u64::MAX).min(1);
    setrlimit(Resource::Core, Rlimit { current: Some(most), maximum: Some(most) }).ok()?;
    set_dumpable_behavior(DumpableBehavior::NotDumpable).ok()
}

/// Whether the refusals are in force. The filter answers before anything else in the kernel does,
/// with a number of its own, so any other answer means that it was not asked.
pub fn check(network: Network) -> Result<(), Refusal> {
    let is_filter = |answer: Result<(), Errno>| answer == Err(libc::EACCES);
    if network == Network::Refused {
        // The best known first: where there is no filter, asking for a rare family loads its module.
        let order = [libc::AF_INET, libc::AF_INET6].into_iter().chain(0..FAMILIES + 1);
        for family in order.filter(|family| !filter::FAMILIES_ALLOWED.contains(family)) {
            if !attempts(family).all(is_filter) {
                return Err(Refusal::NetworkNotRefused);
            }
        }
        if !calls::io_uring().into_iter().all(is_filter) {
            return Err(Refusal::IoUringNotRefused);
        }
    }
    if !is_filter(calls::read_memory()) {
        return Err(Refusal::MemoryNotRefused);
    }
    let made = [crash_dump(), being_read()].contains(&Outcome::Allowed);
    if made { Err(Refusal::DumpNotRefused) } else { Ok(()) }
}

/// A socket and a pair of every kind of a family, as far as somebody asks on.
fn attempts(family: i32) -> impl Iterator<Item = Result<(), Errno>> {
    KINDS.into_iter().flat_map(move |kind| [calls::socket(family, kind), calls::socket_pair(family, kind)])
}

/// What the page *Zelf controleren* shows.
pub fn tries() -> Vec<Try> {
    let named = [
        (Tried::Ipv4, libc::AF_INET),
        (Tried::Ipv6, libc::AF_INET6),
        (Tried::Packets, libc::AF_PACKET),
        (Tried::Bluetooth, libc::AF_BLUETOOTH),
    ];
    let is_named = |family: &i32| {
        named.iter().any(|(_, named)| named == family) || filter::FAMILIES_ALLOWED.contains(family)
    };
    let others = (0..FAMILIES).filter(|family| !is_named(family));
    let mut tries: Vec<Try> =
        named.iter().map(|(what, family)| Try { what: *what, outcome: outcome(attempts(*family)) }).collect();
    tries.extend(
        [
            (Tried::OtherSockets, outcome(others.flat_map(attempts))),
            (Tried::IoUring, outcome(calls::io_uring().into_iter())),
            (Tried::OtherMemory, outcome([calls::read_memory()].into_iter())),
            (Tried::CrashDump, crash_dump()),
            (Tried::BeingRead, being_read()),
            (Tried::Local, outcome(attempts(libc::AF_UNIX))),
            (Tried::Netlink, outcome(attempts(libc::AF_NETLINK))),
        ]
        .map(|(what, outcome)| Try { what, outcome }),
    );
    tries
}

/// One yes is a yes, and nothing more is asked then. Without one, one no is a no.
fn outcome(answers: impl Iterator<Item = Result<(), Errno>>) -> Outcome {
    let mut outcome = Outcome::NotThere;
    for answer in answers {
        match answer {
            Ok(()) => return Outcome::Allowed,
            Err(libc::EACCES | libc::EPERM) => outcome = Outcome::Refused,
            Err(_) => {}
        }
    }
    outcome
}

fn crash_dump() -> Outcome {
    let limit = getrlimit(Resource::Core).current.unwrap_or(u64::MAX);
    if limit <= 1 { being_read() } else { Outcome::Allowed }
}

/// A process that is not dumpable belongs to the administrator as far as `/proc` and tracing go.
fn being_read() -> Outcome {
    match dumpable_behavior() {
        Ok(DumpableBehavior::NotDumpable) => Outcome::Refused,
        Ok(_) | Err(_) => Outcome::Allowed,
    }
}
