//! The processes of the app, as the system shows them to whoever asks.

use contract::ProcessRow;

/// The parent and everything below it, the parent first. `refused` says whether this process is
/// refused the network.
///
/// A process inherits what it is refused, and the parent confines itself as this one does: where
/// this one is refused nothing, no filter that another has is about the network.
#[cfg(target_os = "linux")]
pub fn ours(refused: bool) -> Vec<ProcessRow> {
    linux::tree(std::path::Path::new("/proc"), std::os::unix::process::parent_id(), refused)
}

/// Only this process and its parent are known without asking for rights. Untested.
#[cfg(not(target_os = "linux"))]
pub fn ours(_refused: bool) -> Vec<ProcessRow> {
    use contract::ProcessKind;
    let row = |kind, id| ProcessRow { id, kind, refused: None };
    #[cfg(unix)]
    let parent = Some(row(ProcessKind::Parent, std::os::unix::process::parent_id()));
    #[cfg(not(unix))]
    let parent = None;
    parent.into_iter().chain([row(ProcessKind::Journal, std::process::id())]).collect()
}

#[cfg(target_os = "linux")]
mod linux {
    use std::{collections::BTreeMap, fs, path::Path};

    use contract::{ProcessKind, ProcessRow};
    use household::Role;

    /// What `/proc/<id>` tells of a process; `proc_pid_status(5)`.
    struct Seen {
        parent: u32,
        /// Whether it has a filter of system calls: `Seccomp: 2`. None where the kernel does not say.
        filtered: Option<bool>,
        kind: ProcessKind,
    }

    pub(super) fn tree(proc: &Path, root: u32, refused: bool) -> Vec<ProcessRow> {
        let entries = fs::read_dir(proc).map(|list| list.flatten().collect()).unwrap_or_else(|_| Vec::new());
        let all: BTreeMap<u32, Seen> = entries
            .iter()
            .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, look(&entry.path())?)))
            .collect();
        // A system can hide it, as `hidepid` does; its number is known all the same.
        let filtered = all.get(&root).and_then(|seen| seen.filtered);
        let refused = |filtered: Option<bool>| filtered.map(|filtered| filtered && refused);
        let mut rows = vec![ProcessRow { id: root, kind: ProcessKind::Parent, refused: refused(filtered) }];
        let mut place = 0;
        while let Some(parent) = rows.get(place).map(|row| row.id) {
            // What is read while it changes can seem to go round.
            let is_new = |id: u32| rows.iter().all(|row| row.id != id);
            let children = all.iter().filter(|(id, seen)| seen.parent == parent && is_new(**id));
            let children: Vec<ProcessRow> = children
                .map(|(id, seen)| ProcessRow { id: *id, kind: seen.kind, refused: refused(seen.filtered) })
                .collect();
            rows.extend(children);
            place += 1;
        }
        rows
    }

    /// Looks at one process; nothing where it has ended, or cannot be seen.
    fn look(folder: &Path) -> Option<Seen> {
        let status = fs::read(folder.join("status")).ok()?;
        let status = String::from_utf8_lossy(&status);
        let command = fs::read(folder.join("cmdline")).unwrap_or_default();
        read_status(&status, read_kind(&command))
    }

    fn read_status(status: &str, kind: ProcessKind) -> Option<Seen> {
        let field = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        // One that has ended and waits to be buried does nothing any more.
        if field("State:")?.starts_with(['Z', 'X']) {
            return None;
        }
        Some(Seen {
            parent: field("PPid:")?.parse().ok()?,
            filtered: field("Seccomp:").map(|mode| mode == "2"),
            kind,
        })
    }

    /// What a process is, from its program and arguments, each of which ends in a zero.
    fn read_kind(command: &[u8]) -> ProcessKind {
        let words: Vec<_> = command
            .strip_suffix(b"\0")
            .unwrap_or(command)
            .split(|byte| *byte == 0)
            .map(String::from_utf8_lossy)
            .collect();
        let Some((program, arguments)) = words.split_first() else { return ProcessKind::Other };
        match program.rsplit('/').next().unwrap_or_default() {
            "WebKitWebProcess" => ProcessKind::Page,
            "WebKitNetworkProcess" => ProcessKind::WebNetwork,
            _ => match Role::asked_for(arguments.iter().map(AsRef::as_ref)) {
                Some(Role::Keys) => ProcessKind::Keys,
                Some(Role::Journal) => ProcessKind::Journal,
                _ => ProcessKind::Other,
            },
        }
    }

    #[cfg(test)]
    mod tests {
        use std::fs;

        use super::*;

        /// A made-up `/proc` with one process more.
        fn process(proc: &Path, id: u32, parent: u32, seccomp: &str, command: &[&str]) {
            let folder = proc.join(id.to_string());
            fs::create_dir_all(&folder).expect("a folder");
            let status = format!(
                "Name:\tone\nUmask:\t0077\nState:\tS (sleeping)\nTgid:\t{id}\nPPid:\t{parent}\n{seccomp}THP_enabled:\t1\n"
            );
            fs::write(folder.join("status"), status).expect("a file");
            let command: String = command.iter().map(|word| format!("{word}\0")).collect();
            fs::write(folder.join("cmdline"), command).expect("a file");
        }

        const FILTER: &str = "Seccomp:\t2\nSeccomp_filters:\t2\n";
        const NONE: &str = "Seccomp:\t0\nSeccomp_filters:\t0\n";

        fn row(id: u32, kind: ProcessKind, refused: Option<bool>) -> ProcessRow {
            ProcessRow { id, kind, refused }
        }

        /// An app in the midst of other things, as it stands with a journal open.
        fn app(proc: &Path) {
            process(proc, 1, 0, NONE, &["/sbin/init"]);
            process(proc, 40, 1, FILTER, &["/usr/bin/terugblik"]);
            process(proc, 58, 40, FILTER, &["/usr/bin/terugblik-window", "--role", "journal"]);
            process(proc, 61, 58, FILTER, &["/usr/lib/webkit/WebKitNetworkProcess", "7", "19"]);
            process(proc, 60, 58, FILTER, &["/usr/lib/webkit/WebKitWebProcess", "8", "21"]);
            process(proc, 70, 1, NONE, &["/usr/bin/terugblik-window", "--role", "journal"]);
            fs::create_dir_all(proc.join("sys")).expect("a folder");
        }

        #[test]
        fn the_app_is_told_apart_from_all_else_and_each_process_from_the_others() {
            let proc = tempfile::tempdir().expect("a temporary folder");
            app(proc.path());
            process(proc.path(), 59, 40, FILTER, &["/usr/bin/terugblik-window", "--role", "keys"]);
            process(proc.path(), 90, 60, FILTER, &["gst-plugin-scanner"]);
            let expected = [
                row(40, ProcessKind::Parent, Some(true)),
                row(58, ProcessKind::Journal, Some(true)),
                row(59, ProcessKind::Keys, Some(true)),
                row(60, ProcessKind::Page, Some(true)),
                row(61, ProcessKind::WebNetwork, Some(true)),
                row(90, ProcessKind::Other, Some(true)),
            ];
            assert_eq!(tree(proc.path(), 40, true), expected);
        }

        #[test]
        fn one_without_a_filter_is_refused_nothing_and_of_a_silent_kernel_nothing_is_known() {
            let proc = tempfile::tempdir().expect("a temporary folder");
            app(proc.path());
            process(proc.path(), 60, 58, NONE, &["/usr/lib/webkit/WebKitWebProcess"]);
            process(proc.path(), 61, 58, "", &["/usr/lib/webkit/WebKitNetworkProcess"]);
            let rows = tree(proc.path(), 40, true);
            assert_eq!(rows[2], row(60, ProcessKind::Page, Some(false)));
            assert_eq!(rows[3], row(61, ProcessKind::WebNetwork, None));
        }

        #[test]
        fn a_filter_that_lets_this_process_out_is_no_refusal_for_any() {
            let proc = tempfile::tempdir().expect("a temporary folder");
            app(proc.path());
            assert!(tree(proc.path(), 40, false).iter().all(|row| row.refused == Some(false)));
        }

        #[test]
        fn what_is_hidden_is_still_numbered_and_what_has_ended_is_not() {
            let proc = tempfile::tempdir().expect("a temporary folder");
            app(proc.path());
            fs::remove_dir_all(proc.path().join("40")).expect("the parent is hidden");
            let ended = "State:\tZ (zombie)\nPPid:\t58\nSeccomp:\t2\n";
            fs::write(proc.path().join("60/status"), ended).expect("a file");
            let expected = [
                row(40, ProcessKind::Parent, None),
                row(58, ProcessKind::Journal, Some(true)),
                row(61, ProcessKind::WebNetwork, Some(true)),
            ];
            assert_eq!(tree(proc.path(), 40, true), expected);
            let nothing = tempfile::tempdir().expect("a temporary folder");
            assert_eq!(tree(nothing.path(), 40, true), [row(40, ProcessKind::Parent, None)]);
        }

        #[test]
        fn a_loop_in_a_broken_proc_ends() {
            let proc = tempfile::tempdir().expect("a temporary folder");
            process(proc.path(), 40, 58, FILTER, &["/usr/bin/terugblik"]);
            process(proc.path(), 58, 40, FILTER, &["/usr/bin/terugblik-window", "--role", "journal"]);
            assert_eq!(tree(proc.path(), 40, true).len(), 2);
        }

        #[test]
        fn a_name_that_only_looks_like_ours_is_another() {
            for other in [
                &b"/usr/bin/terugblik-window\0--role\0walk\0"[..],
                b"/usr/bin/terugblik-window\0--role\0journal\0more\0",
                b"/usr/bin/editor\0WebKitWebProcess\0",
                b"WebKitWebProcess2\0",
                b"\0",
                b"",
                b"\xff\xfe",
            ] {
                assert_eq!(read_kind(other), ProcessKind::Other, "{}", String::from_utf8_lossy(other));
            }
        }

        #[test]
        fn this_very_process_is_found_below_its_parent() {
            let parent = std::os::unix::process::parent_id();
            let rows = tree(Path::new("/proc"), parent, false);
            assert!(rows.iter().any(|row| row.id == std::process::id()), "{rows:?}");
        }
    }
}
