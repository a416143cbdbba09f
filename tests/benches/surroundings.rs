//! What the app is measured beside: a bare window of the same webview, and a browser.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Something that opens a window with a page in it.
pub struct Contender {
    /// Its name in the table.
    pub name: &'static str,
    program: PathBuf,
    arguments: Vec<String>,
}

/// Our own name.
pub const APP: &str = "Terugblik";
/// The name of the floor.
pub const MINI_BROWSER: &str = "MiniBrowser";
/// The browser, as a window of its own for one page.
pub const CHROMIUM: &str = "Chromium --app";
/// Where Debian and Ubuntu keep MiniBrowser; it comes with `libwebkit2gtk-4.1-0`.
const PLACE: &str = "webkit2gtk-4.1/MiniBrowser";

impl Contender {
    /// The app itself, on a journal that is there.
    pub fn app(program: &Path, journal: &Path) -> Self {
        let arguments = vec!["--data-dir".to_owned(), journal.display().to_string()];
        Self { name: APP, program: program.to_owned(), arguments }
    }

    /// The floor for any program with this webview: its own demonstration, on an empty page.
    pub fn mini_browser(folder: &Path) -> Option<Self> {
        let libraries = fs::read_dir("/usr/lib").ok()?.flatten().map(|folder| folder.path());
        let places = libraries.flat_map(|folder| [folder.join(PLACE)]);
        let program = places.chain([Path::new("/usr/libexec").join(PLACE)]).find(|path| path.is_file())?;
        let arguments = vec!["--geometry=1180x820".to_owned(), address(folder)];
        Some(Self { name: MINI_BROWSER, program, arguments })
    }

    /// A browser that shows one page and nothing of itself.
    pub fn chromium(folder: &Path) -> Option<Self> {
        let names = ["chromium", "chromium-browser", "google-chrome"];
        let paths = std::env::var_os("PATH")?;
        let program = std::env::split_paths(&paths)
            .flat_map(|path| names.map(|name| path.join(name)))
            .find(|path| path.is_file())?;
        let mut arguments: Vec<String> = [
            "--no-first-run",
            "--no-default-browser-check",
            "--password-store=basic",
            "--test-type",
            "--window-size=1180,820",
        ]
        .map(str::to_owned)
        .into();
        // Its sandbox refuses to run as root, which CI does; WebKit's is off for all.
        arguments.push("--no-sandbox".to_owned());
        arguments.push(format!("--user-data-dir={}", folder.join("profile").display()));
        arguments.push(format!("--app={}", address(folder)));
        Some(Self { name: CHROMIUM, program, arguments })
    }

    /// The command that starts it.
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments);
        command
    }
}

/// A small page in a colour of its own, with a heading and a field as the lock window has, far
/// enough from the edges to be among the pixels that are looked at.
fn address(folder: &Path) -> String {
    let page = folder.join("page.html");
    let text = "<!doctype html><html lang=nl><meta charset=utf-8><title>Terugblik</title>\
        <style>body{background:#f3e9d8;color:#222;font:20px serif;margin:9em 3em}</style><h1>Terugblik</h1><input>";
    fs::write(&page, text).expect("a page");
    format!("file://{}", page.display())
}
