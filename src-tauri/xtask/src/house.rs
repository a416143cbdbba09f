//! Where things stand in the work tree.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The top of the work tree. Cargo names the manifest when it runs us, so nothing is guessed and
/// no machine's path is compiled in.
pub(crate) fn root() -> PathBuf {
    let manifest = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    match manifest.as_deref().and_then(|xtask| xtask.ancestors().nth(2)) {
        Some(root) => root.to_path_buf(),
        None => PathBuf::from("."),
    }
}

/// The folder of the UI.
pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

/// Where pictures go. Git ignores it.
pub(crate) fn screens() -> PathBuf {
    root().join(".screens")
}

/// Whether this tree is a git checkout; an unpacked archive is not.
pub(crate) fn is_checkout() -> bool {
    root().join(".git").exists()
}

/// Whether nobody is watching: no question may be asked and nothing may stay open.
pub(crate) fn is_automatic() -> bool {
    env::var_os("CI").is_some_and(|value| value != "false" && !value.is_empty())
}

/// A path as it is written in messages: from the top of the tree, with forward slashes.
pub(crate) fn shown(path: &Path) -> String {
    let root = root();
    path.strip_prefix(&root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}
