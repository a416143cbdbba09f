//! The filter: which system calls the kernel answers with "no" from now on.
//!
//! Sockets are a list of what is allowed, not of what is forbidden: a family that a future kernel
//! brings is refused before anybody has heard of it.

use std::env::consts::ARCH;

use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen::Dword, SeccompCmpOp::Ne, SeccompCondition, SeccompFilter,
    SeccompRule, sock_filter,
};

use crate::Network;

/// The screen, the keyboard and the bus come over the first; the second only tells what the machine
/// is connected to, and GLib asks it that.
pub const FAMILIES_ALLOWED: [i32; 2] = [libc::AF_UNIX, libc::AF_NETLINK];

/// What makes a socket.
const SOCKETS: [i64; 2] = [libc::SYS_socket, libc::SYS_socketpair];

/// What has the kernel make one where no filter looks: `io_uring` takes its work from memory.
const PAST_FILTERS: [i64; 3] =
    [libc::SYS_io_uring_setup, libc::SYS_io_uring_enter, libc::SYS_io_uring_register];

/// What reaches into another process, or takes an open socket out of it.
const OTHERS: [i64; 4] =
    [libc::SYS_ptrace, libc::SYS_process_vm_readv, libc::SYS_process_vm_writev, libc::SYS_pidfd_getfd];

/// "Permission denied", by which the self-test knows the filter.
const NO: u32 = libc::EACCES as u32;

/// The filters, to be set in this order; nothing for a processor that we do not know.
pub fn filters(network: Network) -> Option<Vec<BpfProgram>> {
    let mut filters = vec![refusals(network)?];
    if cfg!(target_arch = "x86_64") {
        filters.push(no_x32());
    }
    Some(filters)
}

/// Everything else is let through, but for calls of another architecture (32-bit ones on a 64-bit
/// processor, whose numbers mean something else): those end the process.
fn refusals(network: Network) -> Option<BpfProgram> {
    let mut rules: Vec<(i64, Vec<SeccompRule>)> = OTHERS.map(|number| (number, vec![])).into();
    if network == Network::Refused {
        rules.extend(PAST_FILTERS.map(|number| (number, vec![])));
        for number in SOCKETS {
            // The kernel reads the family as 32 bits, so no more are compared.
            let other_than =
                |family: i32| SeccompCondition::new(0, Dword, Ne, u64::from(family.unsigned_abs())).ok();
            let conditions = FAMILIES_ALLOWED.map(other_than).into_iter().collect::<Option<Vec<_>>>()?;
            rules.push((number, vec![SeccompRule::new(conditions).ok()?]));
        }
    }
    SeccompFilter::new(
        rules.into_iter().collect(),
        SeccompAction::Allow,
        SeccompAction::Errno(NO),
        ARCH.try_into().ok()?,
    )
    .ok()?
    .try_into()
    .ok()
}

/// Refuses every call with an x32 number. Those are the same architecture to a filter and have a bit
/// set that makes them other numbers, so each call above could be made by way of one.
fn no_x32() -> BpfProgram {
    const BIT: u32 = 0x4000_0000;
    // Minus one is no call: it is what a tracer leaves of one that it does not let through.
    const NONE: u32 = u32::MAX;
    let step = |code: u32, if_so: u8, if_not: u8, k: u32| sock_filter {
        code: u16::try_from(code).unwrap_or_default(),
        jt: if_so,
        jf: if_not,
        k,
    };
    vec![
        // The number stands first in what the filter is given.
        step(libc::BPF_LD | libc::BPF_W | libc::BPF_ABS, 0, 0, 0),
        step(libc::BPF_JMP | libc::BPF_JGE | libc::BPF_K, 0, 2, BIT),
        step(libc::BPF_JMP | libc::BPF_JEQ | libc::BPF_K, 1, 0, NONE),
        step(libc::BPF_RET | libc::BPF_K, 0, 0, libc::SECCOMP_RET_ERRNO | NO),
        step(libc::BPF_RET | libc::BPF_K, 0, 0, libc::SECCOMP_RET_ALLOW),
    ]
}
