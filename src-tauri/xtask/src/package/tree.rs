//! The tree that both packages of Linux are made from: every file at the place where it will lie.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::VERSION;
use crate::{Done, house};

/// The name by which a person starts it. It points at the program, which finds the other one beside
/// its real place.
pub(super) const LINK: &str = "usr/bin/terugblik";

/// Where the link points, seen from itself, so that it holds below any root.
const LINKED: &str = "../lib/terugblik/terugblik";

/// The program itself, as a package has it.
pub(super) const PROGRAM: &str = "usr/lib/terugblik/terugblik";

/// Where both programs lie.
const PROGRAMS: &str = "usr/lib/terugblik";

/// Where each file comes from, and where it goes.
const PLACES: &[(&str, &str)] = &[
    (ENTRY, "usr/share/applications/nl.terugblik.app.desktop"),
    (METAINFO, "usr/share/metainfo/nl.terugblik.app.metainfo.xml"),
    ("assets/linux/README", "usr/share/doc/terugblik/README"),
    ("assets/icons/terugblik.svg", "usr/share/icons/hicolor/scalable/apps/nl.terugblik.app.svg"),
    ("assets/icons/terugblik-48.png", "usr/share/icons/hicolor/48x48/apps/nl.terugblik.app.png"),
    ("assets/icons/terugblik-128.png", "usr/share/icons/hicolor/128x128/apps/nl.terugblik.app.png"),
    ("assets/icons/terugblik.png", "usr/share/icons/hicolor/512x512/apps/nl.terugblik.app.png"),
];

const ENTRY: &str = "assets/linux/nl.terugblik.app.desktop";
const METAINFO: &str = "assets/linux/nl.terugblik.app.metainfo.xml";

/// The desktop entry and what a software catalogue shows, in the staged tree.
pub(super) const DESCRIBED: [&str; 2] = [PLACES[0].1, PLACES[1].1];

/// Where the licences go.
const COPYRIGHT: &str = "usr/share/doc/terugblik/copyright";

/// Puts the tree together anew. Without programs it is everything else.
///
/// # Errors
/// When a file cannot be read or written, or the catalogue's entry does not know this version.
pub(super) fn stage(tree: &Path, programs: Option<&[PathBuf; 2]>, copyright: &str) -> Done {
    let root = house::root();
    if !read(&root.join(METAINFO))?.contains(&format!("<release version=\"{VERSION}\"")) {
        return Err(format!("{METAINFO} has no release {VERSION}; please add it"));
    }
    if tree.exists() {
        fs::remove_dir_all(tree).map_err(|error| at(tree, &error))?;
    }
    for (from, to) in PLACES {
        put(&root.join(from), &tree.join(to), 0o644)?;
    }
    let place = tree.join(COPYRIGHT);
    fs::write(&place, copyright).map_err(|error| at(&place, &error))?;
    set_mode(&place, 0o644)?;
    if let Some(programs) = programs {
        for program in programs {
            let name = program.file_name().unwrap_or_default();
            put(program, &tree.join(PROGRAMS).join(name), 0o755)?;
        }
        let link = tree.join(LINK);
        make_folder(&link)?;
        point(&link, LINKED).map_err(|error| at(&link, &error))?;
    }
    // Whatever the person's umask is, folders are open to read.
    folders(tree)?.iter().try_for_each(|folder| set_mode(folder, 0o755))
}

/// Every file and link below a tree, from its top, in order.
///
/// # Errors
/// When it cannot be read.
pub(super) fn files(tree: &Path) -> Done<Vec<String>> {
    let mut found = Vec::new();
    for folder in folders(tree)? {
        for item in fs::read_dir(&folder).map_err(|error| at(&folder, &error))? {
            let item = item.map_err(|error| at(&folder, &error))?;
            // The type of a link is not that of what it points at.
            if !item.file_type().is_ok_and(|kind| kind.is_dir()) {
                let path = item.path();
                let shown = path.strip_prefix(tree).unwrap_or(&path).to_string_lossy();
                found.push(shown.replace('\\', "/"));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A folder and every folder below it.
fn folders(top: &Path) -> Done<Vec<PathBuf>> {
    let mut found = vec![top.to_path_buf()];
    let mut next = 0;
    while let Some(folder) = found.get(next).cloned() {
        for item in fs::read_dir(&folder).map_err(|error| at(&folder, &error))? {
            let item = item.map_err(|error| at(&folder, &error))?;
            if item.file_type().is_ok_and(|kind| kind.is_dir()) {
                found.push(item.path());
            }
        }
        next += 1;
    }
    Ok(found)
}

/// Copies a file, without the rights and the moment that it has here.
fn put(from: &Path, to: &Path, mode: u32) -> Done {
    make_folder(to)?;
    let bytes = fs::read(from).map_err(|error| at(from, &error))?;
    fs::write(to, bytes).map_err(|error| at(to, &error))?;
    set_mode(to, mode)
}

fn make_folder(of: &Path) -> Done {
    let folder = of.parent().unwrap_or(of);
    fs::create_dir_all(folder).map_err(|error| at(folder, &error))
}

fn read(path: &Path) -> Done<String> {
    fs::read_to_string(path).map_err(|error| at(path, &error))
}

/// A failure with its place.
pub(super) fn at(path: &Path, error: &io::Error) -> String {
    format!("{}: {error}", house::shown(path))
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) -> Done {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).map_err(|error| at(path, &error))
}

#[cfg(unix)]
fn point(link: &Path, target: &str) -> io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

#[cfg(not(unix))]
fn set_mode(_: &Path, _: u32) -> Done {
    Ok(())
}

#[cfg(not(unix))]
fn point(_: &Path, _: &str) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use super::*;

    #[test]
    fn every_file_lies_at_its_place_and_the_link_leads_to_the_program() {
        let folder = env::temp_dir().join(format!("xtask-tree-{}", process::id()));
        let programs = ["terugblik", "terugblik-window"].map(|name| folder.join(name));
        fs::create_dir_all(&folder).expect("a folder");
        for program in &programs {
            fs::write(program, "a program").expect("a file");
        }
        let tree = folder.join("tree");
        stage(&tree, Some(&programs), "licences").expect("a tree");
        // What an earlier version had does not stay.
        fs::write(tree.join("usr/lib/terugblik/former"), "").expect("a file");
        stage(&tree, Some(&programs), "licences").expect("a tree");
        let mut expected: Vec<&str> = PLACES.iter().map(|(_, to)| *to).collect();
        expected.extend([
            COPYRIGHT,
            LINK,
            "usr/lib/terugblik/terugblik",
            "usr/lib/terugblik/terugblik-window",
        ]);
        expected.sort_unstable();
        assert_eq!(files(&tree).expect("a tree"), expected);
        let real = fs::canonicalize(tree.join(LINK)).expect("the link leads somewhere");
        assert_eq!(real, fs::canonicalize(tree.join("usr/lib/terugblik/terugblik")).expect("a file"));
        fs::remove_dir_all(folder).expect("the folder goes");
    }
}
