//! Rules over Rust: what a room may touch, and what no file may hold.

use super::{
    Exception, Finding, except,
    lex::{Lexed, word_hits},
    tree::{File, Tree},
    without,
};

/// Every module says in its first line what it is for.
pub(super) fn module_docs(tree: &Tree) -> Vec<Finding> {
    tree.rust()
        .filter(|file| !file.text.starts_with("//!"))
        .map(|file| file.finding(0, "a module starts with `//!` and says what it is for"))
        .collect()
}

const MAY_OPEN_FILES: &[Exception] = &[
    except("src-tauri/crates/parent/src/demo.rs", "takes the example journal's temporary folder away"),
    except("src-tauri/crates/parent/src/knock.rs", "takes away the socket file that an earlier start left"),
    except("src-tauri/src/disk.rs", "reads in /sys whether the disk is encrypted"),
    except("src-tauri/src/folder_dialog.rs", "reads the file of a pack that the person pointed at"),
    except(
        "src-tauri/src/journal/self_check/processes.rs",
        "reads in /proc which processes of ours there are",
    ),
    except("src-tauri/src/page.rs", "writes a page where the person chose"),
    except("src-tauri/src/role.rs", "puts /dev/null in the place of the pipe it keeps for itself"),
    except("src-tauri/src/window/helpers.rs", "reads in /proc which processes the webview has started"),
];

/// Only the vault opens files of the data folder. The crates beside it are pure; the two
/// programs have the few files that are named here.
pub(super) fn files(tree: &Tree) -> Vec<Finding> {
    let words = ["fs::", "File::", "OpenOptions"];
    let findings = hits(tree, &words, "only the vault opens files", |file| {
        !file.path.starts_with("src-tauri/crates/vault/")
    });
    without(MAY_OPEN_FILES, findings, tree)
}

const MAY_NAME_A_NETWORK: &[Exception] = &[except(
    "src-tauri/crates/parent/src/automation.rs",
    "WebDriver's port on this machine, in builds that never ship",
)];

/// Nothing leaves the machine: there is no network code. A socket file is no network.
pub(super) fn network(tree: &Tree) -> Vec<Finding> {
    let words = ["net::", "TcpStream", "TcpListener", "UdpSocket", "ToSocketAddrs"];
    let mut findings = Vec::new();
    for file in tree.product() {
        let code = &file.lexed().code;
        let is_socket_file = |at: usize| code[..at].ends_with("unix::");
        find(
            file,
            &words,
            "nothing leaves the machine: there is no network code",
            is_socket_file,
            &mut findings,
        );
    }
    without(MAY_NAME_A_NETWORK, findings, tree)
}

const MAY_START_PROCESSES: &[Exception] = &[
    except(
        "src-tauri/crates/parent/src/automation.rs",
        "prepares a role for WebDriver, in builds that never ship",
    ),
    except("src-tauri/crates/parent/src/program.rs", "starts the roles: the one program beside the parent's"),
    except("src-tauri/src/disk.rs", "asks macOS's own fdesetup whether the disk is encrypted"),
];

/// A program that is started can go online for us, so each place that starts one is named.
pub(super) fn processes(tree: &Tree) -> Vec<Finding> {
    let words = ["Command::new", "process::Command"];
    let findings = hits(tree, &words, "starting a program is for named modules only", |_| true);
    without(MAY_START_PROCESSES, findings, tree)
}

const MAY_ASK_THE_SYSTEM: &[Exception] = &[
    except("src-tauri/crates/vault/src/clock.rs", "the system's clock, behind the trait that tests replace"),
    except(
        "src-tauri/crates/vault/src/randomness.rs",
        "the system's randomness, behind the trait that tests replace",
    ),
];

/// Clock and randomness are arguments; they come from the system in named modules only.
pub(super) fn clock_and_randomness(tree: &Tree) -> Vec<Finding> {
    let words = [
        "Utc::now",
        "Local::now",
        "SystemTime::now",
        "UNIX_EPOCH",
        "getrandom::",
        "rand::",
        "OsRng",
        "SysRng",
    ];
    let testkit = tree.rust().filter(|file| file.path.starts_with("src-tauri/crates/testkit/"));
    let mut findings = Vec::new();
    for file in tree.product().chain(testkit) {
        find(file, &words, "clock and randomness are arguments", |_| false, &mut findings);
    }
    without(MAY_ASK_THE_SYSTEM, findings, tree)
}

const MAY_BE_UNSAFE: &[Exception] = &[
    except(
        "src-tauri/crates/confine/src/calls.rs",
        "makes the system calls that must be refused, which no safe library makes, and takes variables \
         out of the environment",
    ),
    except(
        "src-tauri/crates/vault/src/raw_key.rs",
        "hands the raw key to SQLCipher, which has no safe call for it",
    ),
    except(
        "src-tauri/crates/vault/src/copying.rs",
        "a backup in steps outlives a borrow of its connection, which rusqlite's own cannot",
    ),
    except("src-tauri/src/window/hardening/windows.rs", "talks to WebView2, which is COM"),
    except("src-tauri/src/window/hardening/macos.rs", "talks to WebKit of macOS, which is Objective-C"),
    except("tests/durability/starved.rs", "gives SQLite an allocator that fails, which is C functions"),
];

/// `unsafe` stands in named modules only.
pub(super) fn unsafe_code(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.rust() {
        for at in file.lexed().all_hits("unsafe") {
            findings.push(file.finding(at, "`unsafe` stands in named modules only"));
        }
    }
    without(MAY_BE_UNSAFE, findings, tree)
}

/// An exception to a lint says why, in Rust and in the UI.
pub(super) fn reasons(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.rust() {
        for (at, attribute) in attributes(&file.lexed().code) {
            for level in ["allow(", "expect("] {
                for hit in word_hits(attribute, level) {
                    let inside = &attribute[hit + level.len()..];
                    if !inside[..closing(inside)].contains("reason =") {
                        findings
                            .push(file.finding(at + hit, "an exception to a lint carries `reason = \"…\"`"));
                    }
                }
            }
        }
    }
    for file in tree.files.iter().filter(|file| file.path.starts_with("ui/")) {
        let mut before = "";
        for (at, line) in lines(&file.text) {
            let above = std::mem::replace(&mut before, line.trim_start());
            let silenced =
                ["svelte-ignore ", "prettier-ignore", "@ts-expect-error", "@ts-ignore", "@ts-nocheck"];
            let Some(mark) = silenced.iter().find_map(|mark| line.find(mark).map(|at| at + mark.len()))
            else {
                continue;
            };
            let words = line[mark..].split_whitespace();
            let explains = words.filter(|word| word.chars().any(char::is_alphabetic)).count() >= 4;
            if !explains && !["//", "*", "<!--"].iter().any(|comment| above.starts_with(comment)) {
                findings.push(
                    file.finding(at, "an exception to a check says why, beside it or on the line above"),
                );
            }
        }
    }
    findings
}

/// No test is left out, nothing is left for later.
pub(super) fn unfinished(tree: &Tree) -> Vec<Finding> {
    let message = "no test is left out and nothing is left for later";
    let mut findings = Vec::new();
    for file in tree.rust() {
        for word in ["#[ignore", "todo!", "unimplemented!"] {
            findings.extend(file.lexed().all_hits(word).into_iter().map(|at| file.finding(at, message)));
        }
    }
    for file in tree.files.iter().filter(|file| file.path.starts_with("ui/") && file.path.ends_with(".ts")) {
        for of in ["it", "test", "describe", "suite"] {
            for how in ["skip", "todo", "only", "skipIf", "runIf", "fails"] {
                let word = format!("{of}.{how}");
                findings.extend(file.lexed().all_hits(&word).into_iter().map(|at| file.finding(at, message)));
            }
        }
    }
    findings
}

/// Finds words in the product's code.
fn hits(tree: &Tree, words: &[&str], message: &str, applies: impl Fn(&File) -> bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.product().filter(|file| applies(file)) {
        find(file, words, message, |_| false, &mut findings);
    }
    findings
}

/// Finds words in what is not compiled for tests alone; a line is reported once.
fn find(
    file: &File,
    words: &[&str],
    message: &str,
    is_fine: impl Fn(usize) -> bool,
    findings: &mut Vec<Finding>,
) {
    let code: &Lexed = file.lexed();
    for word in words {
        for at in code.hits(word).into_iter().filter(|at| !is_fine(*at)) {
            let finding = file.finding(at, format!("`{word}`: {message}"));
            if !findings.iter().any(|other| other.path == finding.path && other.line == finding.line) {
                findings.push(finding);
            }
        }
    }
}

/// The attributes in blanked code, each with its place.
fn attributes(code: &str) -> Vec<(usize, &str)> {
    let starts = code.match_indices("#[").chain(code.match_indices("#!["));
    starts
        .map(|(at, mark)| {
            let inside = at + mark.len();
            (at, &code[at..inside + closing(&code[inside..])])
        })
        .collect()
}

/// Where the bracket closes that was opened just before this text.
fn closing(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' if depth == 0 => return at,
            b')' | b']' | b'}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// The lines of a text, each with the place of its first byte.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines at which a rule finds something in one file.
    fn caught(rule: fn(&Tree) -> Vec<Finding>, path: &str, text: &str) -> Vec<usize> {
        rule(&Tree::specimen(&[(path, text)])).iter().map(|finding| finding.line).collect()
    }

    const ROOM: &str = "src-tauri/crates/journal/src/entry.rs";

    #[test]
    fn a_module_without_a_first_line_is_caught() {
        assert_eq!(caught(module_docs, ROOM, "// For entries.\nuse a;"), [1]);
        assert_eq!(caught(module_docs, ROOM, "//! For entries.\n"), []);
    }

    #[test]
    fn a_file_opened_outside_the_vault_is_caught() {
        let text = "//! x\nuse std::{fs::File, io};\nfn f() { std::fs::read(p); }\n// fs::read\n";
        assert_eq!(caught(files, ROOM, text), [2, 3]);
        assert_eq!(caught(files, "src-tauri/crates/vault/src/slots.rs", text), []);
        assert_eq!(caught(files, "src-tauri/xtask/src/main.rs", text), []);
        assert_eq!(caught(files, ROOM, "#[cfg(test)]\nmod tests { use std::fs::read; }"), []);
    }

    #[test]
    fn a_socket_is_caught_even_in_the_vault() {
        assert_eq!(caught(network, "src-tauri/crates/vault/src/a.rs", "use std::{net::TcpStream};"), [1]);
        assert_eq!(caught(network, ROOM, "use std::os::unix::net::UnixStream;"), []);
        assert_eq!(caught(network, ROOM, "let planet::Mars = internet;"), []);
    }

    #[test]
    fn a_program_started_is_caught() {
        assert_eq!(caught(processes, ROOM, "\nCommand::new(x)"), [2]);
    }

    #[test]
    fn a_clock_read_is_caught() {
        assert_eq!(caught(clock_and_randomness, ROOM, "let a = chrono::Utc::now();"), [1]);
        assert_eq!(caught(clock_and_randomness, ROOM, "getrandom::fill(&mut a);"), [1]);
        assert_eq!(
            caught(clock_and_randomness, "src-tauri/crates/testkit/src/clock.rs", "Local::now()"),
            [1]
        );
        assert_eq!(caught(clock_and_randomness, ROOM, "let a = clock.now(); let operand::B = 1;"), []);
    }

    #[test]
    fn unsafe_is_caught_even_in_a_test() {
        assert_eq!(caught(unsafe_code, "tests/vfs.rs", "\nunsafe { f() }"), [2]);
        assert_eq!(caught(unsafe_code, ROOM, "#![deny(unsafe_code)] // unsafe\n\"unsafe\""), []);
    }

    #[test]
    fn an_exception_without_a_reason_is_caught() {
        assert_eq!(caught(reasons, ROOM, "\n#[allow(dead_code)]"), [2]);
        assert_eq!(caught(reasons, ROOM, "#![cfg_attr(test, allow(clippy::unwrap_used))]"), [1]);
        assert_eq!(caught(reasons, ROOM, "#[expect(dead_code)]"), [1]);
        assert_eq!(caught(reasons, ROOM, "#[allow(dead_code, reason = \"used on Windows (only)\")]"), []);
        assert_eq!(caught(reasons, ROOM, "fn allow(a: u8) {} x.expect(\"y\")"), []);
        assert_eq!(caught(reasons, "ui/src/A.svelte", "<!-- svelte-ignore a11y_autofocus -->"), [1]);
        let with_reason = "<!-- svelte-ignore a11y_autofocus -- the window was opened to type here -->";
        assert_eq!(caught(reasons, "ui/src/A.svelte", with_reason), []);
        let above =
            "// The window lives as long as its role.\n// svelte-ignore state_referenced_locally\nlet a = b;";
        assert_eq!(caught(reasons, "ui/src/A.svelte", above), []);
    }

    #[test]
    fn a_test_left_out_is_caught() {
        assert_eq!(caught(unfinished, ROOM, "#[test]\n#[ignore]\nfn a() { todo!() }"), [2, 3]);
        assert_eq!(
            caught(unfinished, "ui/src/a.test.ts", "it.skip('a', () => {})\ndescribe.only('b')"),
            [1, 2]
        );
        assert_eq!(caught(unfinished, ROOM, "items.iter().skip(1) // todo!"), []);
        assert_eq!(caught(unfinished, "ui/src/a.test.ts", "it('does not it.skip', () => {})"), []);
    }
}
