//! Which Debian package brings each library that the programs load.

use std::{collections::BTreeSet, path::PathBuf};

use super::elf;
use crate::{
    Done,
    run::{ask, find},
};

/// Libraries, the packages that bring them, and the oldest version that has what we call. Where a
/// package was renamed for 64-bit time (Debian 13, Ubuntu 24.04), both names stand.
const LIBRARIES: &[Brought] = &[
    brought(&["libcairo.so.2"], &["libcairo2"], None),
    brought(&["libgcc_s.so.1"], &["libgcc-s1"], None),
    brought(&["libgdk-3.so.0", "libgtk-3.so.0"], &["libgtk-3-0", "libgtk-3-0t64"], Some("3.24")),
    brought(&["libgdk_pixbuf-2.0.so.0"], &["libgdk-pixbuf-2.0-0"], None),
    brought(
        &["libgio-2.0.so.0", "libglib-2.0.so.0", "libgobject-2.0.so.0"],
        &["libglib2.0-0", "libglib2.0-0t64"],
        Some("2.70"),
    ),
    brought(&["libjavascriptcoregtk-4.1.so.0"], &["libjavascriptcoregtk-4.1-0"], Some("2.40")),
    brought(&["libsoup-3.0.so.0"], &["libsoup-3.0-0"], None),
    brought(&["libwebkit2gtk-4.1.so.0"], &["libwebkit2gtk-4.1-0"], Some("2.40")),
];

/// What the C library's package brings, on the machines that we package for.
const C_LIBRARY: &[&str] = &["ld-linux-aarch64.so.1", "ld-linux-x86-64.so.2", "libc.so.6", "libm.so.6"];

struct Brought {
    libraries: &'static [&'static str],
    packages: &'static [&'static str],
    oldest: Option<&'static str>,
}

const fn brought(
    libraries: &'static [&'static str],
    packages: &'static [&'static str],
    oldest: Option<&'static str>,
) -> Brought {
    Brought { libraries, packages, oldest }
}

/// What a .deb with these programs depends on. Every library that one of them loads is brought by
/// it, and nothing is in it that none of them loads.
///
/// # Errors
/// When a library is not in the table, or when this system has it from another package.
pub(super) fn depends(programs: &[PathBuf; 2]) -> Done<Vec<String>> {
    let mut needed = BTreeSet::new();
    let mut glibc = (0, 0);
    for program in programs {
        needed.extend(elf::needed(program)?);
        glibc = glibc.max(elf::newest_glibc(program)?);
    }
    let needed: Vec<&str> = needed.iter().map(String::as_str).collect();
    compare_with_this_system(&needed)?;
    depends_for(&needed, glibc)
}

fn depends_for(needed: &[&str], (major, minor): (u32, u32)) -> Done<Vec<String>> {
    let mut depends = vec![format!("libc6 (>= {major}.{minor})")];
    for library in needed.iter().filter(|library| !C_LIBRARY.contains(library)) {
        let Some(found) = LIBRARIES.iter().find(|found| found.libraries.contains(library)) else {
            return Err(format!("nobody says which Debian package brings {library}; add it in {}", file!()));
        };
        let names = found.packages.iter().map(|name| match found.oldest {
            Some(oldest) => format!("{name} (>= {oldest})"),
            None => (*name).to_string(),
        });
        let line = names.collect::<Vec<_>>().join(" | ");
        if !depends.contains(&line) {
            depends.push(line);
        }
    }
    Ok(depends)
}

/// On Debian and its kin, the package manager knows whose library it is: a table can be wrong.
fn compare_with_this_system(needed: &[&str]) -> Done {
    if find("dpkg-query").is_none() {
        return Ok(());
    }
    for found in LIBRARIES {
        for library in found.libraries.iter().filter(|library| needed.contains(library)) {
            let Some(owners) = ask("dpkg-query", &["--search", &format!("*/{library}")]) else { continue };
            if !owners.lines().any(|line| found.packages.contains(&owner(line))) {
                return Err(format!(
                    "{library} is not brought by {} here, but by\n{owners}",
                    found.packages[0]
                ));
            }
        }
    }
    Ok(())
}

/// `libgtk-3-0:amd64: /usr/lib/…` names a package, and before the second colon its machine.
fn owner(line: &str) -> &str {
    line.split(':').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_library_asks_for_its_package_once() {
        let needed = ["libc.so.6", "libgdk-3.so.0", "libgtk-3.so.0", "libcairo.so.2", "ld-linux-x86-64.so.2"];
        assert_eq!(
            depends_for(&needed, (2, 34)),
            Ok(vec![
                "libc6 (>= 2.34)".to_string(),
                "libgtk-3-0 (>= 3.24) | libgtk-3-0t64 (>= 3.24)".into(),
                "libcairo2".into()
            ])
        );
    }

    #[test]
    fn a_library_that_nobody_brings_is_refused() {
        assert!(
            depends_for(&["libcurl.so.4"], (2, 34)).is_err_and(|trouble| trouble.contains("libcurl.so.4"))
        );
    }

    #[test]
    fn the_owner_of_a_file_is_read() {
        assert_eq!(owner("libgtk-3-0t64:amd64: /usr/lib/x86_64-linux-gnu/libgtk-3.so.0"), "libgtk-3-0t64");
    }
}
