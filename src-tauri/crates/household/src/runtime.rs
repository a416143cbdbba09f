//! The user's runtime folder: private, held in memory, gone when the session ends.

use std::{os::unix::prelude::MetadataExt as _, path::PathBuf};

/// It, where there is one and it is this user's own: after `su` the environment can name that of
/// another, in which nothing of ours belongs.
pub fn folder() -> Option<PathBuf> {
    let folder = directories::BaseDirs::new()?.runtime_dir()?.to_owned();
    let about = folder.metadata().ok()?;
    (about.is_dir() && about.uid() == rustix::process::getuid().as_raw()).then_some(folder)
}
