//! Which sockets an app asked for, from its traces.
//!
//! Each of our programs tries, as it starts, every family of sockets there is, to see that they are
//! refused. Such a self-test is known by its place and by its shape: one thread that asks for one
//! family after the other, forty of them and more, with nothing else that makes a socket between.

use std::collections::BTreeSet;

/// So many families in one go are a self-test. The webview and the toolkit ask for three or four.
const MANY: usize = 40;

/// What was asked for.
#[derive(Debug, Default)]
pub struct Asked {
    /// Programs of ours that were started.
    pub programs: usize,
    /// Self-tests.
    pub self_tests: usize,
    /// Sockets within the machine.
    pub local: usize,
    /// Calls beside the self-tests that asked for a socket beyond the machine.
    pub unexplained: Vec<String>,
    /// Calls, in whatever place, that got one.
    pub given: Vec<String>,
}

impl Asked {
    /// Reads the traces of all threads.
    pub fn of(threads: &[(u32, String)]) -> Self {
        let mut asked = Self::default();
        for (_, trace) in threads {
            asked.programs += trace.lines().filter(|line| is_start(line)).count();
            let calls: Vec<(&str, &str)> =
                trace.lines().filter_map(|line| Some((family(line)?, line))).collect();
            for run in calls.chunk_by(|(one, _), (other, _)| is_local(one) == is_local(other)) {
                asked.take(run);
            }
        }
        asked
    }

    fn take(&mut self, run: &[(&str, &str)]) {
        if is_local(run[0].0) {
            self.local += run.len();
            return;
        }
        let given = run.iter().filter(|(_, line)| !line.contains(" = -1 "));
        self.given.extend(given.map(|(_, line)| (*line).to_owned()));
        let families: BTreeSet<&str> = run.iter().map(|(family, _)| *family).collect();
        if families.len() >= MANY {
            self.self_tests += 1;
        } else {
            self.unexplained.extend(run.iter().map(|(_, line)| (*line).to_owned()));
        }
    }
}

/// The family of a call that makes a socket.
fn family(line: &str) -> Option<&str> {
    let arguments = line.strip_prefix("socket(").or_else(|| line.strip_prefix("socketpair("))?;
    arguments.split([',', ' ']).next()
}

/// Families that stay within the machine.
fn is_local(family: &str) -> bool {
    matches!(family, "AF_UNIX" | "AF_NETLINK")
}

/// Whether one of our two programs began here.
fn is_start(line: &str) -> bool {
    let program = line.strip_prefix("execve(\"").and_then(|rest| rest.split('"').next());
    let name = program.and_then(|program| program.rsplit('/').next());
    matches!(name, Some("terugblik" | "terugblik-window")) && line.ends_with(" = 0")
}

#[test]
fn a_self_test_is_told_apart_from_a_socket_that_somebody_wants() {
    let families = ["AF_INET", "AF_INET6", "AF_PACKET"].map(str::to_owned).into_iter();
    let rest = (0..40).map(|number| format!("{number:#x} /* AF_??? */"));
    let refused =
        |family: String| format!("socket({family}, SOCK_STREAM|SOCK_CLOEXEC, 0) = -1 EACCES (no)\n");
    let test: String = families.chain(rest).map(refused).collect();
    let start = "execve(\"/usr/bin/terugblik-window\", [\"x\"], 0x1 /* 9 vars */) = 0\n";
    let local = "socket(AF_UNIX, SOCK_STREAM, 0) = 5<UNIX-STREAM:[1]>\n";

    let ours = Asked::of(&[(1, format!("{start}{test}{local}{test}"))]);
    assert_eq!((ours.programs, ours.self_tests, ours.local), (1, 2, 1));
    assert!(ours.unexplained.is_empty() && ours.given.is_empty(), "{ours:?}");

    let wanted = "socket(AF_INET, SOCK_DGRAM, IPPROTO_IP) = -1 EACCES (no)\n";
    let others = Asked::of(&[(1, format!("{local}{wanted}{local}"))]);
    assert_eq!(others.unexplained.len(), 1, "{others:?}");
    let got = Asked::of(&[(1, "socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP) = 7<UDPv6:[3]>\n".to_owned())]);
    assert_eq!(got.given.len(), 1, "{got:?}");
}
