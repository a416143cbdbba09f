//! The system's own dialogs to point at a folder or at a file, asked from Rust so that no window gets
//! file rights; and the reading of such a file.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use contract::Language;
use household::catalogue::Say;

/// Lets the person point at a folder; nothing when they close the dialog.
#[cfg(not(feature = "automation"))]
pub fn choose(language: Language, title: Say) -> Option<PathBuf> {
    rfd::FileDialog::new().set_title(household::catalogue::say(language, title)).pick_folder()
}

/// WebDriver cannot click a dialog of the system: a test says which folder it would point at.
#[cfg(feature = "automation")]
pub fn choose(_: Language, _: Say) -> Option<PathBuf> {
    crate::automation::folder_to_point_at()
}

/// Lets the person point at a file whose name ends so; nothing when they close the dialog.
#[cfg(not(feature = "automation"))]
pub fn choose_file(language: Language, title: Say, files: Say, ending: &str) -> Option<PathBuf> {
    use household::catalogue::say;
    let dialog = rfd::FileDialog::new().set_title(say(language, title));
    dialog.add_filter(say(language, files), &[ending]).pick_file()
}

/// As [`choose`].
#[cfg(feature = "automation")]
pub fn choose_file(_: Language, _: Say, _: Say, _: &str) -> Option<PathBuf> {
    crate::automation::file_to_point_at()
}

/// The first bytes of a file that the person pointed at, `most` of them.
///
/// # Errors
/// Whatever the system says; also of what is no file, for that may never end.
pub fn read_file(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}
