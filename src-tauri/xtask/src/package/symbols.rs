//! What a program takes from its libraries, read for whatever could reach another machine.
//!
//! A program of Linux cannot resolve a name, speak TLS or open a connection without naming, in its
//! own file, the function it does that with. So absence can be read there. What the webview's
//! library does by itself is not in these names: that is refused by the kernel (`confine`).

use std::{fs, path::PathBuf};

use super::{elf, tree};
use crate::{Done, figures, house};

/// What may be in neither program: names, or how they begin where they end in `*`.
const BANNED: &[&str] = &[
    // Names of machines.
    "__res_*",
    "dn_*",
    "freeaddrinfo",
    "getaddrinfo*",
    "gethostby*",
    "getnameinfo",
    "getprotoby*",
    "getservby*",
    "ns_*",
    "res_*",
    // Connections, with and without encryption.
    "SSL_*",
    "curl_*",
    "g_inet_*",
    "g_network_*",
    "g_proxy_*",
    "g_resolver_*",
    "g_socket_*",
    "g_tcp_*",
    "g_tls_*",
    "gnutls_*",
    "io_uring_*",
    "nghttp2_*",
    "soup_*",
    "webkit_download_*",
    // Another program that goes online for us.
    "g_app_info_launch*",
    "gtk_show_uri*",
];

/// What of the above is there, and why it reaches nobody.
const HARMLESS: &[(&str, &str)] = &[
    ("soup_cookie_*", "wry turns cookies of the webview into its own type; ours has none"),
    ("webkit_download_*", "wry's handler of downloads; ours refuses every one"),
    (
        "soup_message_headers_*",
        "wry reads and writes the headers of our own pages, which stand in the program",
    ),
];

/// The calls with which a program of Linux could speak to another machine or to a neighbour on this one.
const SOCKETS: &[&str] = &[
    "accept",
    "accept4",
    "bind",
    "connect",
    "getpeername",
    "getsockname",
    "getsockopt",
    "listen",
    "recv",
    "recvfrom",
    "recvmmsg",
    "recvmsg",
    "send",
    "sendmmsg",
    "sendmsg",
    "sendto",
    "setsockopt",
    "shutdown",
    "socket",
    "socketpair",
];

/// Socket calls, and why a program names them.
type Spoken = (&'static [&'static str], &'static str);

/// It comes with the ciphers, whether or not the linker finds that nothing calls it.
const OF_OPENSSL: Spoken = (
    &["accept", "bind", "send", "setsockopt", "socket"],
    "OpenSSL's way to the kernel's own ciphers (AF_ALG), which nothing of ours takes",
);

const OF_RUST: Spoken = (
    &["recv", "recvmsg", "sendmsg", "socketpair"],
    "Rust's own library, and the pair that wakes the thread which waits for signals",
);

/// A program, the socket calls that it names, and for what. The kernel lets none of them reach
/// further than this machine.
const SPOKEN: &[(&str, &[Spoken])] = &[
    (
        "terugblik",
        &[
            (
                &["accept4", "bind", "connect", "listen", "socket"],
                "the socket file by which a second start brings the open window up",
            ),
            OF_RUST,
            OF_OPENSSL,
        ],
    ),
    ("terugblik-window", &[OF_RUST, OF_OPENSSL]),
];

/// Reads both programs. Answers with a line for the table.
///
/// # Errors
/// Names what does not belong.
pub(super) fn look_at(programs: &[PathBuf; 2]) -> Done<String> {
    let (mut all, mut spoken) = (0, 0);
    for program in programs {
        let imported = elf::imported(program)?;
        let name = program.file_stem().unwrap_or_default().to_string_lossy();
        let strangers = strangers(&name, &imported);
        if !strangers.is_empty() {
            return Err(format!(
                "{} takes from its libraries what could reach another machine: {}",
                house::shown(program),
                strangers.join(", ")
            ));
        }
        all += imported.len();
        spoken += imported.iter().filter(|one| SOCKETS.contains(&one.as_str())).count();
    }
    Ok(figures::line("N5", "functions taken from libraries", all, "0 banned")
        + &figures::line(
            "N5",
            "socket calls among them",
            spoken,
            "each with its reason, below the kernel's refusal",
        ))
}

/// Where OpenSSL, as it is compiled in, would look for more of itself if a setting of the system told
/// it to: below the folder in which cargo built it, on whatever machine it runs. Where everybody may
/// make that folder, anybody could lay something there, so such a build is not for others.
///
/// # Errors
/// When a program cannot be read.
pub(super) fn look_at_modules(programs: &[PathBuf; 2]) -> Done<String> {
    for program in programs {
        let bytes = fs::read(program).map_err(|error| tree::at(program, &error))?;
        if let Some(path) = modules(&bytes).filter(|path| OPEN_TO_ALL.iter().any(|top| path.starts_with(top)))
        {
            let outcome = format!("this build is for this machine alone, for it would look in {path}");
            return Ok(figures::line("N5", "folders for more of OpenSSL", 1, &outcome));
        }
    }
    Ok(figures::line("N5", "folders for more of OpenSSL", 1, "nobody else may write there"))
}

/// Folders in which everybody may make one.
const OPEN_TO_ALL: [&str; 3] = ["/dev/shm/", "/tmp/", "/var/tmp/"];

fn modules(binary: &[u8]) -> Option<String> {
    const NAME: &[u8] = b"/ossl-modules";
    let at = binary.windows(NAME.len()).position(|bytes| bytes == NAME)?;
    let start = binary[..at].iter().rposition(|byte| !byte.is_ascii_graphic()).map_or(0, |before| before + 1);
    let path = String::from_utf8_lossy(&binary[start..at]).into_owned();
    // What stands before it may be a sentence: `MODULESDIR: "/…"`.
    Some(path.trim_start_matches('"').to_string())
}

/// What a program names and may not.
fn strangers<'a>(program: &str, imported: &'a [String]) -> Vec<&'a str> {
    let reasons = SPOKEN.iter().find(|(name, _)| *name == program).map_or(&[][..], |(_, reasons)| reasons);
    let is_spoken = |name: &str| reasons.iter().any(|(names, _)| names.contains(&name));
    let is_stranger = |name: &&str| {
        let is_banned = BANNED.iter().any(|pattern| fits(name, pattern))
            && !HARMLESS.iter().any(|(pattern, _)| fits(name, pattern));
        is_banned || SOCKETS.contains(name) && !is_spoken(name)
    };
    imported.iter().map(String::as_str).filter(is_stranger).collect()
}

fn fits(name: &str, pattern: &str) -> bool {
    pattern.strip_suffix('*').map_or(name == pattern, |start| name.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_reach_another_machine_is_named() {
        let imported =
            ["malloc", "getaddrinfo", "soup_session_send_async", "soup_cookie_free", "connect", "resolve"]
                .map(String::from);
        assert_eq!(strangers("terugblik", &imported), ["getaddrinfo", "soup_session_send_async"]);
        assert_eq!(strangers("another", &imported), ["getaddrinfo", "soup_session_send_async", "connect"]);
    }

    #[test]
    fn the_folder_that_openssl_would_look_in_is_read() {
        let binary = b"\0MODULESDIR: \"/tmp/t/lib/ossl-modules\"\0/tmp/t/lib/ossl-modules\0";
        assert_eq!(modules(binary), Some("/tmp/t/lib".into()));
        assert_eq!(modules(b"nothing of the kind"), None);
    }

    #[test]
    fn a_reason_stands_for_something() {
        for (pattern, reason) in HARMLESS {
            let start = pattern.trim_end_matches('*');
            assert!(BANNED.iter().any(|banned| fits(start, banned)), "{pattern} is not banned ({reason})");
        }
        for (names, reason) in SPOKEN.iter().flat_map(|(_, reasons)| *reasons) {
            assert!(
                names.iter().all(|name| SOCKETS.contains(name)),
                "{names:?} are no socket calls ({reason})"
            );
        }
    }
}
