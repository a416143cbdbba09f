//! What the kernel saw of an app: the files it wrote to, the sockets it asked for.

use std::{
    collections::BTreeSet,
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
};

use crate::shipped::person::{Person, binary};

/// The calls that make, rename or open a file, ask for a socket, or start a program.
const CALLS: &str = "open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,rename,renameat,renameat2,link,linkat,\
    symlink,symlinkat,truncate,socket,socketpair,execve";

/// The app, started under strace: a trace for each of its threads goes into a folder. `through` is
/// what starts strace, where that is to run somewhere else.
///
/// # Panics
/// When the script that starts it cannot be written.
#[must_use]
pub fn watched(traces: &Path, through: &[String]) -> PathBuf {
    let script = traces.join("watched.sh");
    let quoted: String = through.iter().map(|word| format!("'{word}' ")).collect();
    let text = format!(
        "#!/bin/sh\nexec {quoted}strace -ff -qq -y -s 4096 -e trace={CALLS} -o '{}/trace' '{}' \"$@\"\n",
        traces.display(),
        binary().display()
    );
    fs::write(&script, text).expect("a script");
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).expect("a program");
    script
}

/// What was written elsewhere than where the app of a person may write. Temporary files are
/// elsewhere, in whatever folder.
///
/// # Panics
/// When the traces cannot be read.
#[must_use]
pub fn written_elsewhere(traces: &Path, person: &Person) -> Vec<PathBuf> {
    let home = person.folder().join("home");
    let allowed =
        [person.folder().join("journal"), home.join("cache"), home.join("config"), home.join("runtime")];
    let is_allowed =
        |path: &PathBuf| allowed.iter().any(|folder| path.starts_with(folder)) || is_device(path);
    written(traces).into_iter().filter(|path| !is_allowed(path)).collect()
}

/// Every path that was opened to write, made or renamed, in order and once.
///
/// # Panics
/// When the traces cannot be read.
#[must_use]
pub fn written(traces: &Path) -> Vec<PathBuf> {
    let paths: BTreeSet<PathBuf> =
        threads(traces).iter().flat_map(|(_, trace)| trace.lines().flat_map(paths_written)).collect();
    paths.into_iter().collect()
}

/// The trace of every thread, by its number.
///
/// # Panics
/// When the traces cannot be read.
#[must_use]
pub fn threads(traces: &Path) -> Vec<(u32, String)> {
    let files = fs::read_dir(traces).expect("the traces").flatten().map(|file| file.path());
    let number = |file: &Path| file.file_name()?.to_str()?.strip_prefix("trace.")?.parse().ok();
    files
        .filter_map(|file| {
            Some((number(&file)?, String::from_utf8_lossy(&fs::read(file).ok()?).into_owned()))
        })
        .collect()
}

/// The paths that one call wrote to: `openat(AT_FDCWD</a>, "b", O_WRONLY|O_CREAT, 0600) = 5</a/b>`.
fn paths_written(line: &str) -> Vec<PathBuf> {
    let Some((call, result)) = line.rsplit_once(" = ") else { return Vec::new() };
    if result.starts_with('-') || ["socket", "execve"].iter().any(|other| call.starts_with(other)) {
        return Vec::new();
    }
    if call.starts_with("open") {
        let writes = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC"].iter().any(|flag| call.contains(flag));
        let path = result.split_once('<').map(|(_, path)| PathBuf::from(path.trim_end_matches('>')));
        return path.filter(|_| writes).into_iter().collect();
    }
    // Every name in the call, below the folder that stands before it where it is not whole.
    let pieces: Vec<&str> = call.split('"').collect();
    let below = |before: &str| {
        before.rsplit_once('<').and_then(|(_, path)| path.split('>').next()).unwrap_or_default().to_owned()
    };
    pieces.chunks(2).filter_map(|pair| Some(Path::new(&below(pair[0])).join(pair.get(1)?))).collect()
}

/// Devices, and what the kernel shows as files; shared memory is neither.
fn is_device(path: &Path) -> bool {
    path.starts_with("/proc") || path.starts_with("/dev") && !path.starts_with("/dev/shm")
}

#[cfg(test)]
mod tests {
    use super::paths_written;

    #[test]
    fn a_call_that_writes_is_read_with_its_path() {
        let paths = |line: &str| {
            paths_written(line).iter().map(|path| path.display().to_string()).collect::<Vec<_>>()
        };
        let opened = "openat(AT_FDCWD</w>, \"x/b\", O_WRONLY|O_CREAT|O_EXCL, 0600) = 5</w/x/b>";
        assert_eq!(paths(opened), ["/w/x/b"]);
        assert_eq!(paths("openat(AT_FDCWD</w>, \"x/b\", O_RDONLY|O_CLOEXEC) = 5</w/x/b>"), [""; 0]);
        assert_eq!(paths("mkdir(\"/tmp/a\", 0700) = -1 EEXIST (File exists)"), [""; 0]);
        assert_eq!(paths("mkdir(\"/tmp/a\", 0700) = 0"), ["/tmp/a"]);
        let renamed = "renameat(3</w>, \"a\", 4</v>, \"b\") = 0";
        assert_eq!(paths(renamed), ["/w/a", "/v/b"]);
    }
}
