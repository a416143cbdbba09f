//! Every file that the app writes in a whole session, as the kernel sees it.

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
};

use boundaries::{Process, wait_for};

use crate::{
    person::{Person, binary},
    steps,
};

/// The calls that make, rename or open a file.
const CALLS: &str = "open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,rename,renameat,renameat2,link,linkat,\
    symlink,symlinkat,truncate";

#[test]
fn nothing_is_written_elsewhere() {
    let traces = tempfile::tempdir().expect("a folder");
    let mut person = Person::sits_down_at(&watched(traces.path()));
    steps::set_up(&person);
    let field = steps::start_contact(&person);
    person.writes("journal", "entry", &field.name, steps::ANSWER);
    steps::lock_by_menu(&person);
    steps::unlock(&person);
    assert!(person.closes().success());

    let written = wait_for("the traces", || {
        let written = written(traces.path());
        written.iter().any(|path| path.ends_with("journal/seal")).then_some(written)
    });
    let home = person.folder().join("home");
    let allowed =
        [person.folder().join("journal"), home.join("cache"), home.join("config"), home.join("runtime")];
    let elsewhere: Vec<&PathBuf> = written
        .iter()
        .filter(|path| !allowed.iter().any(|folder| path.starts_with(folder)) && !is_device(path))
        .collect();
    assert!(elsewhere.is_empty(), "written elsewhere, or as a temporary file: {elsewhere:#?}");
}

#[test]
fn the_parent_as_it_ships_has_no_toolkit_in_it() {
    let person = Person::sits_down();
    let keys = person.role_on_screen("keys");
    let loaded = |of: &dyn Fn(&Process) -> bool| {
        let process = person.processes().into_iter().find(|process| of(process)).expect("it runs");
        process.loaded_libraries()
    };
    assert_eq!(loaded(&|process| process.role().is_none()), [""; 0], "the parent is the first");
    let of_keys = loaded(&|process| process.id == keys);
    assert!(of_keys.iter().any(|name| name.starts_with("libwebkit2gtk")), "so this looks in the right place");
}

/// The app, started under strace: a trace for each of its threads goes into a folder.
fn watched(traces: &Path) -> PathBuf {
    let script = traces.join("watched.sh");
    let app = binary();
    let text = format!(
        "#!/bin/sh\nexec strace -ff -qq -y -s 4096 -e trace={CALLS} -o '{}/trace' '{}' \"$@\"\n",
        traces.display(),
        app.display()
    );
    fs::write(&script, text).expect("a script");
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).expect("a program");
    script
}

/// Every path that was opened to write, made or renamed, in order and once.
fn written(traces: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(traces).expect("the traces").flatten().map(|file| file.path());
    let files = files
        .filter(|file| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("trace.")));
    let mut paths: Vec<PathBuf> = files
        .flat_map(|file| {
            let text =
                fs::read(file).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
            text.lines().flat_map(paths_written).collect::<Vec<_>>()
        })
        .collect();
    paths.sort();
    paths.dedup();
    paths
}

/// The paths that one call wrote to: `openat(AT_FDCWD</a>, "b", O_WRONLY|O_CREAT, 0600) = 5</a/b>`.
fn paths_written(line: &str) -> Vec<PathBuf> {
    let Some((call, result)) = line.rsplit_once(" = ") else { return Vec::new() };
    if result.starts_with('-') {
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

#[test]
fn a_call_that_writes_is_read_with_its_path() {
    let paths =
        |line: &str| paths_written(line).iter().map(|path| path.display().to_string()).collect::<Vec<_>>();
    let opened = "openat(AT_FDCWD</w>, \"x/b\", O_WRONLY|O_CREAT|O_EXCL, 0600) = 5</w/x/b>";
    assert_eq!(paths(opened), ["/w/x/b"]);
    assert_eq!(paths("openat(AT_FDCWD</w>, \"x/b\", O_RDONLY|O_CLOEXEC) = 5</w/x/b>"), [""; 0]);
    assert_eq!(paths("mkdir(\"/tmp/a\", 0700) = -1 EEXIST (File exists)"), [""; 0]);
    assert_eq!(paths("mkdir(\"/tmp/a\", 0700) = 0"), ["/tmp/a"]);
    let renamed = "renameat(3</w>, \"a\", 4</v>, \"b\") = 0";
    assert_eq!(paths(renamed), ["/w/a", "/v/b"]);
}
