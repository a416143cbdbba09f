//! What was made, on a machine: installed, started, used, removed; and nothing is left of it but
//! what a person wrote.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{self, Command},
};

use super::{Made, deb, rpm, tree};
use crate::{
    Done, app,
    figures::line,
    run::{ask, cargo, find, read, run},
};

/// What somebody does with what was installed: from the first window to a closed journal and back,
/// and a look at the name by which a desktop knows the window.
const SESSIONS: [&str; 2] = [
    "main_job::the_main_job_without_webdriver",
    "menu_entry::the_menus_entry_and_the_window_belong_together",
];

const INSTALLED: &str = "installed, started, used, removed: files left";

/// Tries both packages. Answers with lines for the table; what cannot be tried here says so.
///
/// # Errors
/// When one does not start, or leaves something behind.
pub(super) fn try_out(made: &Made) -> Done<String> {
    let [deb, rpm] = &made.installers[..] else {
        let why = format!("not run: nobody wrote how on {}", env::consts::OS);
        return Ok(line("N5", INSTALLED, 0, &why));
    };
    let place = Place::new()?;
    let mut lines = same_again(made, [deb, rpm], &place.0)?;
    let is_root = ask("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    lines += &match (is_root, find("dpkg"), is_installed()) {
        (false, _, _) => line("N5", &format!("the .deb {INSTALLED}"), 0, "not run: only root installs"),
        (_, None, _) => line("N5", &format!("the .deb {INSTALLED}"), 0, "not run: there is no dpkg"),
        (_, _, true) => {
            line("N5", &format!("the .deb {INSTALLED}"), 0, "not run: it is installed here already")
        }
        (true, Some(_), false) => by_dpkg(made, deb, &place.0.join("deb"))?,
    };
    lines += &match (is_root, find("rpm")) {
        (false, _) => line("N5", &format!("the .rpm {INSTALLED}"), 0, "not run: only root installs"),
        (_, None) => line("N5", &format!("the .rpm {INSTALLED}"), 0, "not run: there is no rpm"),
        (true, Some(_)) => by_rpm(made, rpm, &place.0.join("rpm"))?,
    };
    Ok(lines)
}

/// A folder for all this; it goes away again. Its path is short, for that of a socket must be.
struct Place(PathBuf);

impl Place {
    fn new() -> Done<Self> {
        let folder = env::temp_dir().join(format!("terugblik-try-{}", process::id()));
        fs::create_dir_all(&folder).map_err(|error| tree::at(&folder, &error))?;
        Ok(Self(folder))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // It lies among what the system empties by itself.
        let _stays = fs::remove_dir_all(&self.0);
    }
}

/// Makes both packages once more, from a tree put together once more, and compares every byte.
fn same_again(made: &Made, packages: [&Path; 2], folder: &Path) -> Done<String> {
    let again = folder.join("again");
    let programs = app::programs(&made.program);
    let copy = again.join("tree");
    tree::stage(&copy, Some(&programs), &super::copyright::text()?)?;
    let second = [
        deb::make(&copy, &again, &programs, &made.epoch)?,
        rpm::make(&copy, &again, &programs, &made.epoch)?,
    ];
    for (first, second) in packages.iter().zip(&second) {
        let [one, other] =
            [*first, second.as_path()].map(|path| fs::read(path).map_err(|error| tree::at(path, &error)));
        if one? != other? {
            return Err(format!("{} has other bytes when it is made again", first.display()));
        }
    }
    Ok(line("N5", "packages made a second time", 2, "the same bytes"))
}

fn is_installed() -> bool {
    ask("dpkg-query", &["--show", "--showformat=${db:Status-Status}", "terugblik"])
        .is_some_and(|status| status != "not-installed")
}

/// On this machine, as a person installs it.
fn by_dpkg(made: &Made, package: &Path, folder: &Path) -> Done<String> {
    run(Command::new("dpkg").arg("--install").arg(package))?;
    let used = use_it(&Path::new("/").join(tree::LINK), folder).and_then(|journals| {
        let changed = read(Command::new("dpkg").args(["--verify", "terugblik"]))?;
        // An image may leave documentation out; a program that is not as it was made is another matter.
        match changed.lines().find(|line| !line.contains("/usr/share/doc/")) {
            Some(line) => Err(format!("using it changed what was installed: {line}")),
            None => Ok(journals),
        }
    });
    // Removed whatever happened: nobody asked to have it.
    run(Command::new("dpkg").args(["--remove", "terugblik"]))?;
    let journals = used?;
    if is_installed() {
        return Err("dpkg still knows it after it was removed".into());
    }
    nothing_left(made, Path::new("/"))?;
    journals.are_still_there()?;
    Ok(line("N5", &format!("the .deb {INSTALLED}"), tree::files(&made.tree)?.len(), "0; the journal stays"))
}

/// Below a root of its own, for this may be no machine of Fedora's.
fn by_rpm(made: &Made, package: &Path, folder: &Path) -> Done<String> {
    let root = folder.join("root");
    fs::create_dir_all(&root).map_err(|error| tree::at(&root, &error))?;
    let rpm = |arguments: &[&str]| {
        let mut command = Command::new("rpm");
        command.arg("--root").arg(&root).args(["--nodeps", "--noscripts"]).args(arguments);
        run(&mut command)
    };
    rpm(&["--install", &package.to_string_lossy()])?;
    let journals = use_it(&root.join(tree::LINK), folder)?;
    rpm(&["--verify", "terugblik"])?;
    rpm(&["--erase", "terugblik"])?;
    nothing_left(made, &root)?;
    journals.are_still_there()?;
    Ok(line("N5", &format!("the .rpm {INSTALLED}"), tree::files(&made.tree)?.len(), "0; the journal stays"))
}

/// Sits down at it as the tests of `shipped` do, and answers with the journals that were written.
fn use_it(app: &Path, folder: &Path) -> Done<Journals> {
    fs::create_dir_all(folder).map_err(|error| tree::at(folder, &error))?;
    let mut command = cargo(["test", "--workspace", "--test", "shipped", "--", "--exact"]);
    command.args(SESSIONS).env("TERUGBLIK_APP", app).env("TERUGBLIK_KEEP_SESSIONS_IN", folder);
    run(&mut command)?;
    let journals = Journals::below(folder)?;
    if journals.0.iter().any(|(path, bytes)| path.ends_with("journal/journal.db") && !bytes.is_empty()) {
        Ok(journals)
    } else {
        Err("nobody wrote a journal with it".into())
    }
}

/// Files that persons wrote, with their bytes.
struct Journals(Vec<(PathBuf, Vec<u8>)>);

impl Journals {
    fn below(folder: &Path) -> Done<Self> {
        let files = tree::files(folder)?.into_iter().filter(|file| file.contains("/journal/"));
        let paths = files.map(|file| folder.join(file)).filter(|path| path.is_file());
        let read = |path: PathBuf| {
            let bytes = fs::read(&path).map_err(|error| tree::at(&path, &error))?;
            Ok((path, bytes))
        };
        paths.map(read).collect::<Done<Vec<_>>>().map(Self)
    }

    fn are_still_there(&self) -> Done {
        for (path, bytes) in &self.0 {
            if fs::read(path).ok().as_ref() != Some(bytes) {
                return Err(format!("removing the package touched {}", path.display()));
            }
        }
        Ok(())
    }
}

/// Every file of the package is gone, and so are the folders that only it had.
fn nothing_left(made: &Made, root: &Path) -> Done {
    let mut paths = tree::files(&made.tree)?;
    paths.extend(["usr/lib/terugblik", "usr/share/doc/terugblik"].map(String::from));
    let left: Vec<String> =
        paths.into_iter().filter(|path| fs::symlink_metadata(root.join(path)).is_ok()).collect();
    if left.is_empty() { Ok(()) } else { Err(format!("left after removing: {}", left.join(", "))) }
}
