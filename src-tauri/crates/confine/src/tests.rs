//! What is refused, seen in a child: a filter stays, so the process that runs the other tests must
//! not enter.

use std::{
    env,
    os::unix::process::ExitStatusExt as _,
    process::{Command, Output, Stdio},
    sync::mpsc,
    thread,
};

use rustix::process::{DumpableBehavior, set_dumpable_behavior};

use crate::{
    Network, Outcome, Refusal, Tried, calls, enter, enter_but_for_network, environment, linux, tries,
};

const CHILD: &str = "CONFINE_TEST_CHILD";

/// Whether this is the child.
fn is_child() -> bool {
    env::var_os(CHILD).is_some()
}

/// Starts this program again for one test, as a child.
fn again(test: &str, variables: &[(String, String)]) -> Output {
    let mut command = Command::new(env::current_exe().expect("our own program"));
    command.args([&format!("tests::{test}"), "--exact", "--nocapture", "--test-threads=1"]);
    command
        .env(CHILD, "1")
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .envs(variables.iter().cloned())
        .output()
        .expect("it starts")
}

#[track_caller]
fn must_be_well(test: &str) {
    must_be_well_with(test, &[]);
}

#[track_caller]
fn must_be_well_with(test: &str, variables: &[(String, String)]) {
    let output = again(test, variables);
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success() && said.contains("1 passed"), "{}: {said}", output.status);
}

/// The sockets of every family in every kind, alone and in pairs.
fn sockets_given() -> Vec<i32> {
    let mut given = Vec::new();
    for family in 0..256 {
        for kind in [libc::SOCK_STREAM, libc::SOCK_DGRAM, libc::SOCK_RAW, libc::SOCK_SEQPACKET] {
            for answer in [calls::socket(family, kind), calls::socket_pair(family, kind)] {
                match answer {
                    Ok(()) => given.push(family),
                    Err(errno) if linux_allows(family) => assert_ne!(errno, libc::EACCES, "family {family}"),
                    Err(errno) => assert_eq!(errno, libc::EACCES, "family {family}, kind {kind}"),
                }
            }
        }
    }
    given.dedup();
    given
}

fn linux_allows(family: i32) -> bool {
    [libc::AF_UNIX, libc::AF_NETLINK].contains(&family)
}

#[test]
fn only_local_sockets_are_given_also_in_a_thread_that_ran_before() {
    if !is_child() {
        return must_be_well("only_local_sockets_are_given_also_in_a_thread_that_ran_before");
    }
    let (go, wait) = mpsc::channel();
    let earlier = thread::spawn(move || {
        wait.recv().expect("it is told");
        sockets_given()
    });
    assert_eq!(calls::socket(libc::AF_INET, libc::SOCK_STREAM), Ok(()), "until it enters it may");
    assert_eq!(enter(), Ok(()));
    go.send(()).expect("it listens");
    let local = [libc::AF_UNIX, libc::AF_NETLINK];
    assert_eq!(earlier.join().expect("it looks"), local);
    assert_eq!(sockets_given(), local);
    assert_eq!(thread::spawn(sockets_given).join().expect("it looks"), local);
}

#[test]
fn a_family_with_more_bits_than_the_kernel_reads_is_refused() {
    if !is_child() {
        return must_be_well("a_family_with_more_bits_than_the_kernel_reads_is_refused");
    }
    // The kernel reads the lower half, so both are what the lower half says.
    let high = |family: i32| 0xffff_ffff_0000_0000 | u64::from(family.unsigned_abs());
    let ask = |family: i32| calls::call(libc::SYS_socket, [high(family), 1, 0, 0, 0]);
    assert_eq!(ask(libc::AF_INET), Ok(()), "so this asks in the right way");
    assert_eq!(enter(), Ok(()));
    assert_eq!(ask(libc::AF_INET), Err(libc::EACCES));
    assert_eq!(ask(libc::AF_UNIX), Ok(()));
}

#[test]
fn what_goes_past_filters_or_into_other_processes_is_refused() {
    if !is_child() {
        return must_be_well("what_goes_past_filters_or_into_other_processes_is_refused");
    }
    let numbers = [
        libc::SYS_io_uring_setup,
        libc::SYS_io_uring_enter,
        libc::SYS_io_uring_register,
        libc::SYS_ptrace,
        libc::SYS_process_vm_readv,
        libc::SYS_process_vm_writev,
        libc::SYS_pidfd_getfd,
    ];
    // Arguments that mean nothing: where nothing refuses these calls, they say what is wrong.
    let nonsense = [u64::MAX; 5];
    for number in numbers {
        assert_ne!(calls::call(number, nonsense), Err(libc::EACCES), "{number}: before");
    }
    assert_eq!(enter(), Ok(()));
    for number in numbers {
        assert_eq!(calls::call(number, nonsense), Err(libc::EACCES), "{number}");
    }
}

#[test]
#[cfg(target_arch = "x86_64")]
fn no_call_gets_through_as_an_x32_one() {
    if !is_child() {
        return must_be_well("no_call_gets_through_as_an_x32_one");
    }
    assert_eq!(enter(), Ok(()));
    // What has a number of its own there: ptrace, process_vm_readv, process_vm_writev.
    let own = [521, 539, 540];
    for number in (0..600).chain(own) {
        assert_eq!(calls::call(0x4000_0000 | number, [0; 5]), Err(libc::EACCES), "{number}");
    }
    assert_eq!(calls::call(-1, [0; 5]), Err(libc::ENOSYS), "no call is no call");
}

#[test]
#[cfg(target_arch = "x86_64")]
fn a_32_bit_call_ends_the_process() {
    const GETPID: u32 = 20;
    if !is_child() {
        let output = again("a_32_bit_call_ends_the_process", &[]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.signal(), Some(libc::SIGSYS), "{said}");
        return assert!(said.contains("it enters"), "{said}");
    }
    assert_eq!(enter(), Ok(()));
    assert_eq!(calls::socket(libc::AF_INET, libc::SOCK_STREAM), Err(libc::EACCES), "it enters");
    say("it enters");
    calls::call_as_32_bits(GETPID);
}

#[allow(clippy::print_stderr, reason = "the parent reads it")]
fn say(line: &str) {
    eprintln!("{line}");
}

#[test]
fn no_dump_is_made_and_what_we_start_makes_none_either() {
    if !is_child() {
        return must_be_well("no_dump_is_made_and_what_we_start_makes_none_either");
    }
    assert_eq!(enter(), Ok(()));
    let ask = |what: &str| {
        let output = Command::new("sh").args(["-c", what]).output().expect("a shell");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let own = std::fs::read_to_string("/proc/self/limits").expect("limits");
    for limits in [own, ask("cat /proc/self/limits")] {
        let line = limits.lines().find(|line| line.starts_with("Max core file size")).expect("a limit");
        assert_eq!(line.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["1", "1"]);
    }
    let status = ask("cat /proc/self/status");
    for line in ["NoNewPrivs:\t1", "Seccomp:\t2"] {
        assert!(status.contains(line), "{line} in {status}");
    }
    // That it is not dumpable is forgotten at `exec`: `linux` says so, and the limit must do.
    let outcome = |what| tries().into_iter().find(|one| one.what == what).map(|one| one.outcome);
    assert_eq!(outcome(Tried::BeingRead), Some(Outcome::Refused));
    assert_eq!(outcome(Tried::CrashDump), Some(Outcome::Refused));
}

#[test]
fn no_program_of_the_same_user_reads_us() {
    if !is_child() {
        return must_be_well("no_program_of_the_same_user_reads_us");
    }
    calls::become_ordinary();
    // Who changes its user cannot be read any more; here it is `enter` that must see to that.
    set_dumpable_behavior(DumpableBehavior::Dumpable).expect("it can be read");
    let own = format!("/proc/{}", std::process::id());
    let read = |what: &str| {
        Command::new("head").args(["-c", "1", &format!("{own}/{what}")]).output().expect("a program")
    };
    let kinds = ["environ", "auxv", "fd/0", "root/etc/passwd"];
    for what in kinds {
        assert!(read(what).status.success(), "until it enters {what} can be read");
    }
    assert_eq!(enter(), Ok(()));
    for what in kinds {
        let output = read(what);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && said.contains("denied"), "{what}: {said}");
    }
}

#[test]
fn nothing_in_the_environment_opens_us() {
    let specimens = environment::tests::specimens();
    if !is_child() {
        let variables: Vec<_> = specimens.into_iter().map(|name| (name, "on".to_owned())).collect();
        return must_be_well_with("nothing_in_the_environment_opens_us", &variables);
    }
    let set = || specimens.iter().filter(|name| env::var_os(name).is_some()).count();
    assert_eq!(set(), specimens.len());
    assert_eq!(enter(), Ok(()));
    assert_eq!(set(), 0);
    let output = Command::new("env").output().expect("a program");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    for name in &specimens {
        assert!(!text.contains(name), "{name} in {text}");
    }
    assert!(text.contains(CHILD), "so this looks in the right place");
}

#[test]
fn every_try_is_as_promised_and_none_is_without() {
    if !is_child() {
        return must_be_well("every_try_is_as_promised_and_none_is_without");
    }
    let broken = |network: &[Tried]| {
        tries().iter().filter(|one| network.contains(&one.what)).all(|one| !one.is_as_promised())
    };
    assert!(broken(&[Tried::Ipv4, Tried::OtherMemory, Tried::CrashDump, Tried::BeingRead]));
    assert_eq!(enter(), Ok(()));
    let tries = tries();
    assert_eq!(tries.len(), 11);
    for one in tries {
        assert!(one.is_as_promised(), "{one:?}");
    }
}

#[test]
fn without_a_filter_the_check_notices() {
    if !is_child() {
        return must_be_well("without_a_filter_the_check_notices");
    }
    assert_eq!(linux::check(Network::Refused), Err(Refusal::NetworkNotRefused));
    assert_eq!(linux::check(Network::Allowed), Err(Refusal::MemoryNotRefused));
    // With all but the network refused, it still notices the network.
    assert_eq!(enter_but_for_network(), Ok(()));
    assert_eq!(linux::check(Network::Refused), Err(Refusal::NetworkNotRefused));
    assert_eq!(enter(), Ok(()), "one may enter twice");
}

#[test]
fn a_build_that_tests_drive_is_refused_all_but_the_network() {
    if !is_child() {
        return must_be_well_with(
            "a_build_that_tests_drive_is_refused_all_but_the_network",
            &[("TAURI_WEBVIEW_AUTOMATION".to_owned(), "true".to_owned())],
        );
    }
    assert_eq!(enter_but_for_network(), Ok(()));
    assert!(env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some());
    for one in tries() {
        let is_network = matches!(one.what, Tried::Ipv4 | Tried::IoUring);
        let is_refused = matches!(one.what, Tried::OtherMemory | Tried::CrashDump | Tried::BeingRead);
        if is_network || is_refused {
            assert_eq!(one.outcome == Outcome::Allowed, is_network, "{one:?}");
        }
    }
}

#[test]
fn a_refusal_is_a_code() {
    for (refusal, code) in [
        (Refusal::NoFilter, "no-filter"),
        (Refusal::NetworkNotRefused, "network-not-refused"),
        (Refusal::IoUringNotRefused, "io-uring-not-refused"),
        (Refusal::MemoryNotRefused, "memory-not-refused"),
        (Refusal::DumpNotRefused, "dump-not-refused"),
    ] {
        assert_eq!(refusal.to_string(), code);
    }
}
