//! What runs, from `/proc`.

use std::{collections::BTreeMap, fs, path::PathBuf};

/// A process as the system sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Process {
    /// Its number.
    pub id: u32,
    /// Its parent's number.
    pub parent: u32,
    /// Its program's name and arguments.
    pub command: Vec<String>,
}

impl Process {
    /// Its program, as it was called; nothing for one that is just ending.
    #[must_use]
    pub fn program(&self) -> &str {
        self.command.first().map_or("", String::as_str)
    }

    /// The role it plays, where it is one of ours.
    #[must_use]
    pub fn role(&self) -> Option<&str> {
        let place = self.command.iter().position(|word| word == "--role")?;
        self.command.get(place + 1).map(String::as_str)
    }

    /// The files mapped into it: its program and libraries.
    #[must_use]
    pub fn mapped_files(&self) -> Vec<PathBuf> {
        let maps = fs::read_to_string(format!("/proc/{}/maps", self.id)).unwrap_or_default();
        let mut files: Vec<PathBuf> = maps
            .lines()
            .filter_map(|line| line.split_whitespace().nth(5))
            .filter(|path| path.starts_with('/'))
            .map(PathBuf::from)
            .collect();
        files.dedup();
        files
    }

    /// The libraries that are loaded into it beside the C library and the compiler's own, by the
    /// names of their files.
    #[must_use]
    pub fn loaded_libraries(&self) -> Vec<String> {
        let mut names: Vec<String> = self
            .mapped_files()
            .iter()
            .filter_map(|file| Some(file.file_name()?.to_string_lossy().into_owned()))
            .filter(|name| name.contains(".so"))
            .filter(|name| !OF_EVERY_PROGRAM.iter().any(|own| name.split(['.', '-']).next() == Some(own)))
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The targets of its open files: paths, `socket:[…]`, `pipe:[…]`.
    #[must_use]
    pub fn open_files(&self) -> Vec<PathBuf> {
        let Ok(files) = fs::read_dir(format!("/proc/{}/fd", self.id)) else { return Vec::new() };
        files.flatten().filter_map(|file| fs::read_link(file.path()).ok()).collect()
    }
}

/// The libraries of a program that only computes: `libc.so.6`, or `libc-2.31.so` and its parts
/// where they are apart, and the compiler's.
const OF_EVERY_PROGRAM: &[&str] = &["ld", "libc", "libdl", "libgcc_s", "libm", "libpthread", "librt"];

/// A process and everything below it that still runs.
#[must_use]
pub fn descendants(root: u32) -> Vec<Process> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir("/proc").expect("a /proc").flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        if let Some(process) = look(id) {
            all.insert(id, process);
        }
    }
    let mut found: Vec<Process> = all.get(&root).cloned().into_iter().collect();
    let mut place = 0;
    while let Some(parent) = found.get(place).map(|process| process.id) {
        found.extend(all.values().filter(|process| process.parent == parent && process.id != root).cloned());
        place += 1;
    }
    found
}

/// Whether a process still runs; one that only waits to be buried does not.
#[must_use]
pub fn is_alive(id: u32) -> bool {
    look(id).is_some()
}

fn look(id: u32) -> Option<Process> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let field = |name: &str| status.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
    if field("State:")?.starts_with('Z') {
        return None;
    }
    let command = fs::read(format!("/proc/{id}/cmdline")).ok()?;
    let command = command
        .split(|byte| *byte == 0)
        .filter(|word| !word.is_empty())
        .map(|word| String::from_utf8_lossy(word).into_owned())
        .collect();
    Some(Process { id, parent: field("PPid:")?.parse().ok()?, command })
}
