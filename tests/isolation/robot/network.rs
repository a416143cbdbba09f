//! A network of its own: the loopback, and one way out for everything, of which the other end is a
//! drain. What goes out or round is counted by the kernel.

#![expect(
    clippy::disallowed_types,
    reason = "the control sends, in a network that leads nowhere; this is no part of the app"
)]

use std::{
    fs,
    io::{BufRead as _, BufReader},
    net::UdpSocket,
    process::{Child, Command, Stdio},
};

use boundaries::{Process, again_under, is_root, part};

/// Makes the network. A kernel talks by itself as soon as it has an address: of neighbours, routers
/// and groups. All of that is switched off, or it would be counted as ours.
const MAKE: &str = r#"
set -e
for at in /proc/sys/net/ipv6/conf/all /proc/sys/net/ipv6/conf/default; do
    echo 0 > $at/accept_ra; echo 0 > $at/autoconf; echo 0 > $at/dad_transmits
    echo 0 > $at/router_solicitations; echo 1 > $at/addr_gen_mode
done
ip link set lo up
ip link add sink type veth peer name drain
for end in sink drain; do ip link set $end multicast off arp off up; done
ip addr add 192.0.2.2/24 dev sink
ip -6 addr add 2001:db8::2/64 dev sink nodad
ip route add default via 192.0.2.1 dev sink
ip -6 route add default via 2001:db8::1 dev sink
echo made
exec sleep infinity
"#;

/// The network, for as long as this value lives.
pub struct Network {
    holder: Child,
    as_root: bool,
}

impl Network {
    /// Makes one: as root, or in a world of users of its own.
    ///
    /// # Errors
    /// Why this system gives none.
    pub fn start() -> Result<Self, String> {
        let as_root = is_root();
        let mut command = Command::new("unshare");
        command.arg(if as_root { "-n" } else { "-rn" }).args(["/bin/sh", "-c", MAKE]);
        let mut holder = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| format!("unshare does not start ({error})"))?;
        let mut said = String::new();
        BufReader::new(holder.stdout.take().expect("a pipe")).read_line(&mut said).expect("it says so");
        if said.trim() != "made" {
            let why = holder.wait_with_output().map(|output| output.stderr).unwrap_or_default();
            return Err(format!("no network of its own ({})", String::from_utf8_lossy(&why).trim()));
        }
        Ok(Self { holder, as_root })
    }

    /// What starts a program in it: words that go before the program's own.
    pub fn inside(&self) -> Vec<String> {
        let mut words = vec!["nsenter".to_owned(), format!("--net=/proc/{}/ns/net", self.holder.id())];
        if !self.as_root {
            words.extend([
                format!("--user=/proc/{}/ns/user", self.holder.id()),
                "--preserve-credentials".to_owned(),
            ]);
        }
        words
    }

    /// Whether processes are in it.
    pub fn holds(&self, processes: &[Process]) -> bool {
        let of = |process: u32| fs::read_link(format!("/proc/{process}/ns/net")).ok();
        let ours = of(self.holder.id());
        !processes.is_empty() && ours.is_some() && processes.iter().all(|process| of(process.id) == ours)
    }

    /// How many packets were sent, on whatever device.
    pub fn packets(&self) -> u64 {
        let table = fs::read_to_string(format!("/proc/{}/net/dev", self.holder.id())).expect("the counters");
        let devices: Vec<(&str, u64)> = table.lines().filter_map(sent).collect();
        assert!(
            ["lo", "sink", "drain"].iter().all(|name| devices.iter().any(|(device, _)| device == name)),
            "{table}"
        );
        devices.iter().map(|(_, packets)| packets).sum()
    }

    /// Somebody in it sends three packets; gives how many that are.
    pub fn sends_three(&self) -> u64 {
        let mut words = self.inside().into_iter();
        let mut through = Command::new(words.next().expect("a program"));
        through.args(words);
        let status = again_under(through, "robot::network::sends", "sends").status().expect("it runs");
        assert!(status.success());
        3
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        let _ = self.holder.kill();
        let _ = self.holder.wait();
    }
}

/// The device of a line of the table and how many packets it sent: the tenth number.
fn sent(line: &str) -> Option<(&str, u64)> {
    let (device, numbers) = line.split_once(':')?;
    Some((device.trim(), numbers.split_whitespace().nth(9)?.parse().ok()?))
}

#[test]
fn sends() {
    if part().as_deref() == Some("sends") {
        for (from, to) in
            [("0.0.0.0:0", "198.51.100.1:9"), ("[::]:0", "[2001:db8:1::1]:9"), ("0.0.0.0:0", "127.0.0.1:9")]
        {
            UdpSocket::bind(from).and_then(|socket| socket.send_to(b"seen", to)).expect("it is sent");
        }
        return;
    }
    let line = "  sink: 1 2 3 4 5 6 7 8 900 10 11 12 13 14 15 16";
    assert_eq!(sent(line), Some(("sink", 10)), "the counters are read where they stand");
}
