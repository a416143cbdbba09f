//! The system calls of a child, written down by strace and read as changes to a disk.

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    fs,
    os::unix::ffi::OsStrExt as _,
    path::{Path, PathBuf},
    process::Command,
};

use boundaries::again_under;
use vault::DataKey;

use crate::{
    actor,
    disk::{Change, Disk, TOP},
};

/// Every call that changes a file or a name, opens one, or forces it to the disk; and `statx`, with
/// which the child marks a moment.
const CALLS: &str = "open,openat,creat,close,pwrite64,pwritev,write,writev,lseek,ftruncate,truncate,fsync,\
    fdatasync,sync_file_range,rename,renameat,renameat2,link,linkat,unlink,unlinkat,rmdir,mkdir,mkdirat,statx,\
    fallocate,copy_file_range,sendfile";

/// A name that is never there: to ask for it is to mark the moment.
const MARK: &str = "moment";

/// Marks a moment in the child's own recording.
pub(crate) fn mark(folder: &Path) {
    // The question is the message; that nothing is there is known.
    let _nothing = fs::metadata(folder.join(MARK));
}

/// What a child did to its folder, and where in it the marked moments are.
pub(crate) struct Recording {
    pub(crate) start: Disk,
    pub(crate) changes: Vec<Change>,
    /// How many changes there were at each mark.
    pub(crate) marks: Vec<usize>,
}

/// Records a part of a test on a journal.
pub(crate) fn record(folder: &Path, key: &DataKey, test: &str, part: &str) -> Recording {
    let folder = fs::canonicalize(folder).expect("a folder");
    let start = Disk::of(&folder);
    let log = tempfile::NamedTempFile::new().expect("a log");
    let mut strace = Command::new("strace");
    strace.args(["-f", "-qqq", "-xx", "-s", "4194304", "-e", "signal=none"]);
    strace.args(["-e", &format!("trace={CALLS}"), "-o"]).arg(log.path());
    let mut command = again_under(strace, test, part);
    actor::give(&mut command, &folder, key);
    let output = command.output().expect("not run: there is no strace");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut reader = Reader {
        folder,
        now: start.clone(),
        open: BTreeMap::new(),
        found: Recording { start, changes: Vec::new(), marks: Vec::new() },
    };
    for line in fs::read_to_string(log.path()).expect("a log").lines() {
        reader.read(line);
    }
    reader.found
}

/// A file that is open: its number, and where it is written next.
struct Handle {
    node: usize,
    at: usize,
    is_folder: bool,
}

struct Reader {
    folder: PathBuf,
    now: Disk,
    open: BTreeMap<i64, Handle>,
    found: Recording,
}

impl Reader {
    /// One line: `1234 call(arguments) = result`.
    fn read(&mut self, line: &str) {
        let Some((_, call)) = line.split_once(' ') else { return };
        let Some((call, result)) = call.trim_start().rsplit_once(" = ") else {
            // Only a call that two threads made at once is cut in two; the child has one.
            assert!(!call.contains("unfinished"), "a call in two pieces: {line}");
            return;
        };
        let (name, arguments) = call.trim_end().split_once('(').expect("a call");
        let arguments = arguments.strip_suffix(')').unwrap_or(arguments);
        if name == "statx" {
            if paths(arguments).first().is_some_and(|path| *path == self.folder.join(MARK)) {
                self.found.marks.push(self.found.changes.len());
            }
            return;
        }
        let Some(result) = result.split(' ').next().and_then(|number| number.parse::<i64>().ok()) else {
            return;
        };
        if result < 0 {
            return;
        }
        self.done(name, arguments, result);
    }

    fn done(&mut self, name: &str, arguments: &str, result: i64) {
        let number = |place: usize| -> i64 {
            let text = arguments.split(", ").nth(place).unwrap_or_default();
            text.parse().unwrap_or_else(|_| panic!("{name}({arguments})"))
        };
        let size = |number: i64| usize::try_from(number).expect("a size");
        match name {
            "open" | "openat" | "creat" => self.opened(arguments, result),
            "close" => drop(self.open.remove(&number(0))),
            "lseek" => {
                if let Some(handle) = self.open.get_mut(&number(0)) {
                    handle.at = size(result);
                }
            }
            "write" | "pwrite64" => {
                let Some(handle) = self.open.get_mut(&number(0)) else { return };
                let mut bytes = texts(arguments).remove(0);
                bytes.truncate(size(result));
                let at = if name == "write" { handle.at } else { size(number(3)) };
                if name == "write" {
                    handle.at += bytes.len();
                }
                let file = handle.node;
                self.change(Change::Write { file, at, bytes });
            }
            "ftruncate" => {
                if let Some(file) = self.open.get(&number(0)).map(|handle| handle.node) {
                    self.change(Change::Cut { file, length: size(number(1)) });
                }
            }
            "fsync" | "fdatasync" => {
                let Some(handle) = self.open.get(&number(0)) else { return };
                let (node, is_folder) = (handle.node, handle.is_folder);
                let of_folder = Change::SyncFolder { folder: node };
                self.change(if is_folder { of_folder } else { Change::SyncFile { file: node } });
            }
            "rename" | "renameat" | "renameat2" => {
                let Ok([from, to]) = <[PathBuf; 2]>::try_from(paths(arguments)) else {
                    panic!("{name}({arguments})")
                };
                if let (Some((from, name)), Some((to, other))) = (self.place(&from), self.place(&to)) {
                    self.change(Change::Move { from, name, to, other });
                }
            }
            "unlink" | "unlinkat" | "rmdir" => {
                if let Some((folder, name)) = self.place_from(arguments) {
                    self.change(Change::Remove { folder, name });
                }
            }
            "mkdir" | "mkdirat" => {
                if let Some((folder, name)) = self.place_from(arguments) {
                    let node = self.make(true);
                    self.change(Change::Name { folder, name, node });
                }
            }
            "copy_file_range" => {
                let (Some(from), Some(to)) = (self.open.get(&number(0)), self.open.get(&number(2))) else {
                    return;
                };
                let (file, at) = (to.node, to.at);
                let bytes = self.now.bytes(from.node, from.at, size(result));
                for handle in [number(0), number(2)] {
                    if let Some(handle) = self.open.get_mut(&handle) {
                        handle.at += bytes.len();
                    }
                }
                self.change(Change::Write { file, at, bytes });
            }
            _ => {
                let is_ours = arguments.split(", ").next().and_then(|fd| fd.parse().ok());
                let is_ours = is_ours.is_some_and(|fd: i64| self.open.contains_key(&fd));
                assert!(!is_ours, "the recording does not know this call yet: {name}({arguments})");
            }
        }
    }

    fn opened(&mut self, arguments: &str, fd: i64) {
        let path = paths(arguments).remove(0);
        let found = if path == self.folder {
            Some(TOP)
        } else {
            let Some((folder, name)) = self.place_from(arguments) else { return };
            self.now.child(folder, &name)
        };
        let node = match found {
            Some(node) => node,
            None => {
                let (folder, name) = self.place_from(arguments).expect("in a folder that is there");
                let node = self.make(false);
                self.change(Change::Name { folder, name, node });
                node
            }
        };
        if arguments.contains("O_TRUNC") {
            self.change(Change::Cut { file: node, length: 0 });
        }
        // As it was then: by now the path may name nothing, or something else.
        let is_folder = self.now.is_folder(node);
        self.open.insert(fd, Handle { node, at: 0, is_folder });
    }

    /// A new node, known at the start too: what never arrives there has no name.
    fn make(&mut self, is_folder: bool) -> usize {
        self.found.start.make(is_folder);
        self.now.make(is_folder)
    }

    /// The folder of a path, by number, and the name in it; none outside of the data folder.
    fn place(&self, path: &Path) -> Option<(usize, String)> {
        let inside = path.strip_prefix(&self.folder).ok()?;
        let name = inside.file_name()?.to_str()?.to_owned();
        Some((self.now.find(inside.parent()?)?, name))
    }

    /// The same of the first path of a call; one that is no whole path begins at a folder that is open.
    fn place_from(&self, arguments: &str) -> Option<(usize, String)> {
        let path = paths(arguments).into_iter().next()?;
        if path.is_absolute() {
            return self.place(&path);
        }
        let folder = self.open.get(&arguments.split(", ").next()?.parse().ok()?)?;
        Some((folder.node, path.file_name()?.to_str()?.to_owned()))
    }

    fn change(&mut self, change: Change) {
        self.now.apply(&change);
        self.found.changes.push(change);
    }
}

/// Every text in quotes, its bytes written as `\x2f`.
fn texts(arguments: &str) -> Vec<Vec<u8>> {
    let quoted = arguments.split('"').skip(1).step_by(2);
    let decode = |text: &str| {
        let digits = text.split("\\x").skip(1);
        digits.map(|digits| u8::from_str_radix(digits, 16).expect("hexadecimal")).collect()
    };
    quoted.map(decode).collect()
}

fn paths(arguments: &str) -> Vec<PathBuf> {
    texts(arguments).into_iter().map(|bytes| PathBuf::from(OsStr::from_bytes(&bytes))).collect()
}
