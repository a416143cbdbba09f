//! How a second start brings the first to the front: a socket file that one can knock on.
//!
//! Nothing is said over it; that somebody connects is the whole message. It lies in the user's
//! runtime folder where there is one (a path of a socket must be short), else in the data folder.

use std::path::Path;

#[cfg(unix)]
use std::{
    hash::{DefaultHasher, Hash as _, Hasher as _},
    os::unix::net::{UnixListener, UnixStream},
    path::PathBuf,
};

/// Calls `on_knock` for each knock, on a thread of its own. Without a socket the app works, but
/// a second start cannot call it.
#[cfg(unix)]
pub fn listen(folder: &Path, on_knock: impl Fn() + Send + 'static) {
    let path = socket(folder);
    // Only the holder of the folder's lock comes here, so what lies here is left over.
    let _ = std::fs::remove_file(&path);
    let Ok(listener) = UnixListener::bind(path) else { return };
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            if stream.is_ok() {
                on_knock();
            }
        }
    });
}

/// Knocks; false when nobody listens.
#[cfg(unix)]
pub fn knock(folder: &Path) -> bool {
    UnixStream::connect(socket(folder)).is_ok()
}

#[cfg(unix)]
fn socket(folder: &Path) -> PathBuf {
    match household::runtime::folder() {
        Some(runtime) => {
            let mut hasher = DefaultHasher::new();
            folder.canonicalize().unwrap_or_else(|_| folder.to_owned()).hash(&mut hasher);
            runtime.join(format!("terugblik-{:016x}", hasher.finish()))
        }
        None => folder.join("knock"),
    }
}

/// Elsewhere a second start only says that the first is running. Untested.
#[cfg(not(unix))]
pub fn listen(_folder: &Path, _on_knock: impl Fn() + Send + 'static) {}

/// Elsewhere nobody listens. Untested.
#[cfg(not(unix))]
pub fn knock(_folder: &Path) -> bool {
    false
}

#[cfg(all(test, unix))]
mod tests {
    use std::{sync::mpsc, time::Duration};

    use super::*;

    #[test]
    fn a_knock_is_heard_and_a_left_over_socket_is_no_hindrance() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        assert!(!knock(folder.path()));
        for _ in 0..2 {
            let (heard, hears) = mpsc::channel();
            listen(folder.path(), move || heard.send(()).expect("the test listens"));
            assert!(knock(folder.path()));
            hears.recv_timeout(Duration::from_secs(10)).expect("the knock is heard");
        }
    }
}
