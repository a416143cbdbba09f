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
        use Purpose::{Building, Journeys, Packaging, VirtualDisplay};
        Self { purposes: vec![Building, VirtualDisplay, Journeys, Packaging] }
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

/// Builds the UI into `ui/dist`, only when something it is made of changed since the last build.
///
/// # Errors
/// When the build fails, or a file cannot be read.
pub(crate) fn build_ui() -> Done {
    let stamp = house::ui().join("node_modules/.terugblik-built");
    // Looked at before the build: what changes while it runs is built the next time.
    let sources = latest_change(&house::ui())?.max(latest_change(&house::root().join("assets"))?);
    let sources = format!("{sources:?}");
    let is_there = house::ui().join("dist").is_dir();
    if is_there && fs::read_to_string(&stamp).is_ok_and(|built| built == sources) {
        return Ok(());
    }
    run(&mut npm(&["run", "--silent", "build"]))?;
    fs::write(&stamp, sources).map_err(|error| format!("{}: {error}", house::shown(&stamp)))
}

/// What stands among the assets for packages only, and is in no page.
const FOR_PACKAGES: [&str; 3] = ["linux", "macos", "windows"];

/// The latest change below a folder. Folders count too, for that is where a deletion shows; what
/// is made there does not.
fn latest_change(folder: &Path) -> Done<SystemTime> {
    let broken = |error| format!("{}: {error}", house::shown(folder));
    let mut latest = SystemTime::UNIX_EPOCH;
    for item in fs::read_dir(folder).map_err(broken)? {
        let item = item.map_err(broken)?;
        let name = item.file_name();
        let is_made = name == "node_modules" || name == "dist" || name.to_string_lossy().starts_with('.');
        if is_made || FOR_PACKAGES.iter().any(|folder| name == *folder) {
            continue;
        }
        let data = item.metadata().map_err(broken)?;
        latest = latest.max(data.modified().map_err(broken)?);
        if data.is_dir() {
            latest = latest.max(latest_change(&item.path())?);
        }
    }
    Ok(latest)
}

#[cfg(test)]
mod tests {
    use std::{env, process, time::Duration};

    use super::*;

    #[test]
    fn node_versions_are_compared_as_numbers() {
        assert_eq!(node_version("v20.20.2\n"), Some((20, 20)));
        assert!(node_version("v20.9.0").expect("a version") < OLDEST_NODE);
        assert!(node_version("v22.1.0").expect("a version") > OLDEST_NODE);
        assert_eq!(node_version("20.20.2"), None);
        assert_eq!(node_version("vNext"), None);
    }

    #[test]
    fn a_change_deep_down_shows_and_what_is_made_does_not() {
        let top = env::temp_dir().join(format!("xtask-latest-{}", process::id()));
        let deep = top.join("src/features");
        let made = top.join("node_modules");
        for folder in [&deep, &made] {
            fs::create_dir_all(folder).expect("a folder");
        }
        let set = |path: &Path, seconds| {
            let file = fs::File::open(path).expect("a file or folder");
            file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)).expect("a time");
        };
        let seen = || latest_change(&top).expect("a tree that reads");
        let page = deep.join("Page.svelte");
        fs::write(&page, "").expect("a file");
        for path in [&page, &deep, &top.join("src"), &made] {
            set(path, 1_000);
        }
        let first = seen();
        set(&page, 2_000);
        assert!(seen() > first, "a changed file shows");
        set(&page, 1_000);
        fs::write(made.join("x.js"), "").expect("a file");
        set(&made, 9_000);
        assert_eq!(seen(), first, "what is made does not show");
        fs::remove_file(&page).expect("the file goes");
        assert!(seen() > first, "a deletion shows");
        fs::remove_dir_all(&top).expect("the folder goes");
    }
}
