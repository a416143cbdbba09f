//! The entry in the menu and the entry in a software catalogue, as the desktops' own tools read them.

use std::{path::Path, process::Command};

use super::tree::DESCRIBED;
use crate::{
    Done,
    run::{find, run},
};

/// Validates both. Answers with what could not be, because the tool is not installed.
///
/// # Errors
/// When one is not valid.
pub(super) fn validate(tree: &Path) -> Done<Vec<String>> {
    let [entry, metainfo] = DESCRIBED.map(|path| tree.join(path));
    let mut left = Vec::new();
    for (program, arguments, file) in [
        ("desktop-file-validate", &[][..], entry),
        ("appstreamcli", &["validate", "--no-net", "--pedantic"][..], metainfo),
    ] {
        if find(program).is_some() {
            run(Command::new(program).args(arguments).arg(file))?;
        } else {
            left.push(format!("not run: `{program}` is not installed"));
        }
    }
    Ok(left)
}
