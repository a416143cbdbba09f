//! Which Debian package brings each library that the programs load.

use std::{collections::BTreeSet, env, fs, path::PathBuf, process};

use super::{elf, tree};
use crate::{
    Done,
    run::{ask, find},
};

/// Libraries, the packages that bring them, and the oldest version that has what we call. Where a
/// package was renamed for 64-bit time (Debian 13, Ubuntu 24.04), both names stand.
const LIBRARIES: &[Brought] = &[
    brought(&["libcairo.so.2"], &["libcairo2"], "1.10.0"),
    brought(&["libgcc_s.so.1"], &["libgcc-s1"], "4.2"),
    brought(&["libgdk-3.so.0", "libgtk-3.so.0"], &["libgtk-3-0", "libgtk-3-0t64"], "3.24"),
    brought(&["libgdk_pixbuf-2.0.so.0"], &["libgdk-pixbuf-2.0-0"], "2.36.9"),
    brought(
        &["libgio-2.0.so.0", "libglib-2.0.so.0", "libgobject-2.0.so.0"],
        &["libglib2.0-0", "libglib2.0-0t64"],
        "2.70",
    ),
    brought(&["libjavascriptcoregtk-4.1.so.0"], &["libjavascriptcoregtk-4.1-0"], "2.42"),
    brought(&["libsoup-3.0.so.0"], &["libsoup-3.0-0"], "3.0.3"),
    brought(&["libwebkit2gtk-4.1.so.0"], &["libwebkit2gtk-4.1-0"], "2.42"),
];

/// What the C library's package brings, on the machines that we package for.
const C_LIBRARY: &[&str] = &["ld-linux-aarch64.so.1", "ld-linux-x86-64.so.2", "libc.so.6", "libm.so.6"];

struct Brought {
    libraries: &'static [&'static str],
    packages: &'static [&'static str],
    oldest: &'static str,
}

const fn brought(
    libraries: &'static [&'static str],
    packages: &'static [&'static str],
    oldest: &'static str,
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
    let depends = depends_for(&needed, glibc)?;
    compare_with_this_system(programs)?;
    Ok(depends)
}

fn depends_for(needed: &[&str], (major, minor): (u32, u32)) -> Done<Vec<String>> {
    let mut depends = vec![format!("libc6 (>= {major}.{minor})")];
    for library in needed.iter().filter(|library| !C_LIBRARY.contains(library)) {
        let Some(found) = LIBRARIES.iter().find(|found| found.libraries.contains(library)) else {
            return Err(format!("nobody says which Debian package brings {library}; add it in {}", file!()));
        };
        let names = found.packages.iter().map(|name| format!("{name} (>= {})", found.oldest));
        let line = names.collect::<Vec<_>>().join(" | ");
        if !depends.contains(&line) {
            depends.push(line);
        }
    }
    Ok(depends)
}

/// On Debian and its kin, the system knows which package brings which function since when: our table
/// can be wrong, and must not promise more than that.
fn compare_with_this_system(programs: &[PathBuf; 2]) -> Done {
    if find("dpkg-shlibdeps").is_none() {
        return Ok(());
    }
    // It asks for a source package and looks at one field of it.
    let folder = env::temp_dir().join(format!("terugblik-libraries-{}", process::id()));
    let about = folder.join("debian/control");
    fs::create_dir_all(folder.join("debian"))
        .and_then(|()| fs::write(&about, "Source: terugblik\n\nPackage: terugblik\nArchitecture: any\n"))
        .map_err(|error| tree::at(&about, &error))?;
    // It warns that programs lie in no package, which they do not yet.
    let [here, parent, window] = [&folder, &programs[0], &programs[1]].map(|path| path.to_string_lossy());
    let told = ask("env", &["-C", &here, "dpkg-shlibdeps", "-O", &parent, &window]);
    fs::remove_dir_all(&folder).map_err(|error| tree::at(&folder, &error))?;
    let told = told.ok_or("dpkg-shlibdeps does not answer")?;
    for (package, oldest) in dependencies(&told).filter_map(one_of_system) {
        if package == "libc6" {
            continue;
        }
        let Some(found) = LIBRARIES.iter().find(|found| found.packages.contains(&package)) else {
            return Err(format!("this system asks for {package}, which stands nowhere in {}", file!()));
        };
        if ask("dpkg", &["--compare-versions", found.oldest, "lt", oldest]).is_some() {
            let ours = found.oldest;
            return Err(format!("{package} has what we call since {oldest}, and {} says {ours}", file!()));
        }
    }
    Ok(())
}

/// `shlibs:Depends=one, another`, without its beginning.
fn dependencies(told: &str) -> impl Iterator<Item = &str> {
    told.lines().filter_map(|line| Some(line.split_once(":Depends=")?.1)).flat_map(|names| names.split(','))
}

/// `libgtk-3-0 (>= 3.21.5)`, or a name alone; then every version will do.
fn one_of_system(told: &str) -> Option<(&str, &str)> {
    let told = told.trim().trim_end_matches(')');
    let (package, version) = told.split_once(" (>= ").unwrap_or((told, "0"));
    (!package.is_empty()).then_some((package, version))
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
                "libcairo2 (>= 1.10.0)".into()
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
    fn what_the_system_says_is_read() {
        assert_eq!(one_of_system(" libgtk-3-0 (>= 3.21.5)"), Some(("libgtk-3-0", "3.21.5")));
        assert_eq!(one_of_system("libsoup-3.0-0\n"), Some(("libsoup-3.0-0", "0")));
        assert_eq!(one_of_system("\n"), None);
    }
}
