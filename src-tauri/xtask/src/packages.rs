//! The system packages that the house stands on, and how to get them.
//!
//! Debian and Ubuntu are set up by themselves. Elsewhere we say what is needed; guessing at
//! another system's package names would be a promise nobody has tried.

use std::{
    io::{self, IsTerminal as _},
    process::Command,
};

use crate::{
    Done, house,
    run::{ask, find, run},
};

/// What packages are wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Compiling the app.
    Building,
    /// Opening it where there is no display.
    VirtualDisplay,
    /// Driving it in its real webview.
    Journeys,
    /// Making and looking at what a system installs.
    Packaging,
    /// Comparing it with a browser.
    Measuring,
}

/// A Debian package and why it is wanted.
struct Package {
    name: &'static str,
    purpose: Purpose,
    why: &'static str,
}

const fn package(name: &'static str, purpose: Purpose, why: &'static str) -> Package {
    Package { name, purpose, why }
}

/// What cannot be missing. Names hold for Debian 12 and later and Ubuntu 22.04 and later.
const PACKAGES: &[Package] = &[
    package("build-essential", Purpose::Building, "a C compiler and make, for SQLCipher"),
    package("pkg-config", Purpose::Building, "finds the libraries below"),
    package("perl", Purpose::Building, "configures the cryptography under SQLCipher"),
    package("libwebkit2gtk-4.1-dev", Purpose::Building, "the webview"),
    package("libgtk-3-dev", Purpose::Building, "the window around it"),
    package("librsvg2-dev", Purpose::Building, "icons"),
    package("xvfb", Purpose::VirtualDisplay, "a display without a screen"),
    package("openbox", Purpose::VirtualDisplay, "a window manager; without one a resize never ends"),
    package("dbus-x11", Purpose::VirtualDisplay, "a session bus"),
    package("xdotool", Purpose::VirtualDisplay, "finds the window"),
    package("imagemagick", Purpose::VirtualDisplay, "takes its picture"),
    package("webkit2gtk-driver", Purpose::Journeys, "WebDriver for the webview"),
    package("locales", Purpose::Journeys, "Dutch as the language of the system"),
    package("strace", Purpose::Journeys, "sees system calls, and makes them fail"),
    package("iproute2", Purpose::Journeys, "makes a network of its own, to see that nobody uses it"),
    package("xclip", Purpose::Journeys, "looks at the clipboard as another program does"),
    package("at-spi2-core", Purpose::Journeys, "what a screen reader is told"),
    package("rpm", Purpose::Packaging, "makes the package of Fedora and openSUSE, and tries it"),
    package("desktop-file-utils", Purpose::Packaging, "validates the entry in the menu"),
    package("appstream", Purpose::Packaging, "validates what a software catalogue shows"),
    package("chromium", Purpose::Measuring, "the browser to compare with"),
];

/// What makes it better and is never asked for, except by the journeys, which look at it: spell
/// check and hyphenation in Dutch.
const RECOMMENDED: &[&str] = &["hunspell-nl", "hyphen-nl"];

/// Sees to it that the packages for these purposes are there.
///
/// # Errors
/// One line that names exactly the missing packages and the command that installs them.
pub(crate) fn ensure(purposes: &[Purpose]) -> Done {
    if !cfg!(target_os = "linux") {
        println!("   {}", other_system());
        return Ok(());
    }
    if find("apt-get").is_none() || find("dpkg-query").is_none() {
        return ensure_elsewhere(purposes);
    }
    let wanted: Vec<&Package> =
        PACKAGES.iter().filter(|package| purposes.contains(&package.purpose)).collect();
    let names: Vec<&str> = wanted.iter().map(|package| package.name).collect();
    let missing = missing(&names, &installed(&names));
    let unrecommended = missing_recommended();
    let is_looked_at = purposes.contains(&Purpose::Journeys) && !unrecommended.is_empty();
    if missing.is_empty() && !is_looked_at {
        if !unrecommended.is_empty() {
            println!("   recommended for Dutch spelling: sudo apt-get install {}", unrecommended.join(" "));
        }
        return Ok(());
    }
    for package in wanted.iter().filter(|package| missing.contains(&package.name)) {
        println!("   missing: {} ({})", package.name, package.why);
    }
    let install: Vec<&str> = missing.iter().copied().chain(unrecommended).collect();
    match Rights::find() {
        Some(rights) => rights.install(&install),
        None => Err(format!(
            "these packages are missing and I have no right to install them: sudo apt-get install {}",
            if is_looked_at { install } else { missing }.join(" ")
        )),
    }
}

fn missing_recommended() -> Vec<&'static str> {
    missing(RECOMMENDED, &installed(RECOMMENDED))
}

fn missing<'a>(wanted: &[&'a str], installed: &[String]) -> Vec<&'a str> {
    wanted.iter().copied().filter(|name| !installed.iter().any(|there| there == name)).collect()
}

/// Which of these packages dpkg has fully installed. A package that it has never heard of makes
/// the query fail as a whole, so its output counts and its exit code does not.
fn installed(names: &[&str]) -> Vec<String> {
    let output = Command::new("dpkg-query")
        .args(["--show", "--showformat=${Package} ${db:Status-Status}\n"])
        .args(names)
        .output();
    output.map_or_else(|_| Vec::new(), |output| fully_installed(&String::from_utf8_lossy(&output.stdout)))
}

fn fully_installed(listing: &str) -> Vec<String> {
    listing.lines().filter_map(|line| line.strip_suffix(" installed")).map(str::to_string).collect()
}

/// How we may call apt-get.
enum Rights {
    Root,
    SudoWithoutAsking,
    SudoThatAsks,
}

impl Rights {
    fn find() -> Option<Self> {
        if ask("id", &["-u"]).is_some_and(|id| id.trim() == "0") {
            Some(Self::Root)
        } else if ask("sudo", &["-n", "true"]).is_some() {
            Some(Self::SudoWithoutAsking)
        } else if find("sudo").is_some() && io::stdin().is_terminal() && !house::is_automatic() {
            Some(Self::SudoThatAsks)
        } else {
            None
        }
    }

    fn apt_get(&self) -> Command {
        let prefix: &[&str] = match self {
            Self::Root => &["env"],
            Self::SudoWithoutAsking => &["sudo", "-n", "env"],
            Self::SudoThatAsks => &["sudo", "env"],
        };
        let mut command = Command::new(prefix[0]);
        command.args(&prefix[1..]).args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        // Another installation may be running on a machine that has just started.
        command.args(["-o", "DPkg::Lock::Timeout=300", "-q"]);
        command
    }

    fn install(&self, names: &[&str]) -> Done {
        if let Err(trouble) = run(self.apt_get().arg("update")) {
            println!("   {trouble}; trying with the lists that are there");
        }
        run(self.apt_get().args(["install", "-y", "--no-install-recommends"]).args(names))
    }
}

/// Linux without apt: look for what a build needs, by the names that every distribution shares.
fn ensure_elsewhere(purposes: &[Purpose]) -> Done {
    let libraries = ["webkit2gtk-4.1", "gtk+-3.0", "librsvg-2.0"];
    let mut programs = vec!["cc", "make", "perl", "pkg-config"];
    if purposes.contains(&Purpose::VirtualDisplay) {
        programs.extend(["Xvfb", "openbox", "dbus-daemon", "xdotool", "import"]);
    }
    if purposes.contains(&Purpose::Journeys) {
        programs.extend(["WebKitWebDriver", "strace"]);
    }
    let mut absent: Vec<&str> = programs.into_iter().filter(|program| find(program).is_none()).collect();
    let unknown = libraries.iter().filter(|library| ask("pkg-config", &["--exists", library]).is_none());
    absent.extend(unknown);
    if absent.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "please install, with your system's development packages: {} (only Debian and Ubuntu are set up by themselves)",
            absent.join(", ")
        ))
    }
}

fn other_system() -> &'static str {
    if cfg!(target_os = "macos") {
        "needed on macOS: Xcode's command line tools and Node (written for it, never tried there)"
    } else {
        "needed on Windows: Visual Studio's C++ build tools, Strawberry Perl, NASM, WebView2 and Node (written for it, never tried there)"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_fully_installed_package_counts() {
        let listing = "xvfb installed\nopenbox config-files\nperl unpacked\nstrace installed\n";
        assert_eq!(fully_installed(listing), ["xvfb", "strace"]);
        assert_eq!(missing(&["xvfb", "openbox", "perl"], &fully_installed(listing)), ["openbox", "perl"]);
    }

    #[test]
    fn no_package_is_listed_twice() {
        let mut names: Vec<&str> = PACKAGES.iter().map(|package| package.name).collect();
        names.extend(RECOMMENDED);
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
