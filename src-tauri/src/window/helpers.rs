//! The processes that the webview has started: what they know goes with this one, whatever they do.

use std::fs;

use rustix::process::{Pid, Signal, kill_process};

/// Ends every process that this one has started.
pub fn end() {
    let own = std::process::id().to_string();
    for process in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let number = process.file_name().to_str().and_then(|number| number.parse().ok());
        let Some(id) = number.and_then(Pid::from_raw) else { continue };
        let line = fs::read_to_string(process.path().join("stat")).unwrap_or_default();
        if parent(&line) == Some(&own) {
            let _ = kill_process(id, Signal::KILL);
        }
    }
}

/// The parent in a line of `proc_pid_stat(5)`: number, name in brackets, state, parent. A name may have
/// a bracket and a space in it.
fn parent(line: &str) -> Option<&str> {
    line.rsplit_once(')')?.1.split_whitespace().nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parent_is_read_whatever_a_process_is_called() {
        assert_eq!(parent("7 (WebKitWebProces) S 42 7 7 0 -1"), Some("42"));
        assert_eq!(parent("7 (a) S 1 (b) T 42 7"), Some("42"));
        assert_eq!(parent(""), None);
    }
}
