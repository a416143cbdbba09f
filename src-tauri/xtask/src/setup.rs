//! What `cargo start` and `cargo verify` see to before anything else.

use std::{fs, path::Path, time::SystemTime};

use crate::{
    Done, house,
    packages::{self, Purpose},
    run::{ask, npm, run},
};

/// What a command needs on this machine.
pub(crate) struct Needs {
    /// System packages by purpose; building is always among them.
    pub(crate) purposes: Vec<Purpose>,
}

impl Needs {
    /// Compiling the app.
    pub(crate) fn building() -> Self {
        Self { purposes: vec![Purpose::Building] }
    }

    /// Compiling the app and showing it on a display of our own.
    pub(crate) fn showing() -> Self {
        Self { purposes: vec![Purpose::Building, Purpose::VirtualDisplay] }
    }

    /// All that the checks need.
    pub(crate) fn everything() -> Self {
        Self { purposes: vec![Purpose::Building, Purpose::VirtualDisplay, Purpose::Journeys] }
    }
}

/// The oldest Node that Vite and Svelte take.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// System packages, Node, npm packages. Does nothing that was done before.
///
/// # Errors
/// One line that says what to install.
pub(crate) fn setup(needs: &Needs) -> Done {
    packages::ensure(&needs.purposes)?;
    check_node()?;
    install_npm_packages()
}

fn check_node() -> Done {
    let need = format!("Node {}.{} or newer (https://nodejs.org)", OLDEST_NODE.0, OLDEST_NODE.1);
    let Some(version) = ask("node", &["--version"]) else {
        return Err(format!("there is no Node on this machine; please install {need}"));
    };
    match node_version(&version) {
        Some(found) if found >= OLDEST_NODE => Ok(()),
        Some(_) | None => Err(format!("Node is {}; please install {need}", version.trim())),
    }
}

fn node_version(printed: &str) -> Option<(u32, u32)> {
    let mut parts = printed.trim().strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// `npm ci`, only when the lock file is not the one that was installed last. The stamp lies in
/// `node_modules`, so that it goes when they go.
fn install_npm_packages() -> Done {
    let lock = house::ui().join("package-lock.json");
    let stamp = house::ui().join("node_modules/.terugblik-lock");
    let wanted = fs::read(&lock).map_err(|error| format!("{}: {error}", house::shown(&lock)))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    run(&mut npm(&["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, wanted).map_err(|error| format!("{}: {error}", house::shown(&stamp)))
}

/// Builds the UI into `ui/dist`, only when something it is made of is newer than the last build.
///
/// # Errors
/// When the build fails, or a file cannot be read.
pub(crate) fn build_ui() -> Done {
    let stamp = house::ui().join("node_modules/.terugblik-built");
    let built = fs::metadata(&stamp).and_then(|data| data.modified()).ok();
    let there = house::ui().join("dist").is_dir();
    if let Some(built) = built.filter(|_| there) {
        let newest = newest(&house::ui())?.max(newest(&house::root().join("assets"))?);
        if newest.is_some_and(|newest| newest < built) {
            return Ok(());
        }
    }
    run(&mut npm(&["run", "--silent", "build"]))?;
    fs::write(&stamp, "").map_err(|error| format!("{}: {error}", house::shown(&stamp)))
}

/// The latest change below a folder. Folders count too: that is where a deletion shows.
fn newest(folder: &Path) -> Done<Option<SystemTime>> {
    let broken = |error| format!("{}: {error}", house::shown(folder));
    let mut newest = fs::metadata(folder).and_then(|data| data.modified()).map_err(broken)?;
    for item in fs::read_dir(folder).map_err(broken)? {
        let item = item.map_err(broken)?;
        if ["node_modules", "dist"].iter().any(|made| item.file_name() == *made) {
            continue;
        }
        let data = item.metadata().map_err(broken)?;
        let changed = if data.is_dir() { self::newest(&item.path())? } else { data.modified().ok() };
        newest = newest.max(changed.unwrap_or(newest));
    }
    Ok(Some(newest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_are_compared_as_numbers() {
        assert_eq!(node_version("v20.20.2\n"), Some((20, 20)));
        assert!(node_version("v20.9.0").expect("a version") < OLDEST_NODE);
        assert!(node_version("v22.1.0").expect("a version") > OLDEST_NODE);
        assert_eq!(node_version("20.20.2"), None);
        assert_eq!(node_version("vNext"), None);
    }
}
