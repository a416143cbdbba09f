//! The work tree as the rules see it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::OnceLock,
};

use crate::{
    Done, house,
    json::Json,
    run::{cargo, read},
    tidy::{Finding, lex::Lexed, markup::Markup},
};

/// Text files of the tree and the members of the workspace.
pub(super) struct Tree {
    pub(super) files: Vec<File>,
    /// Every path, of files that are not text too.
    pub(super) paths: Vec<String>,
    /// What `cargo metadata --no-deps` says.
    pub(super) metadata: Json,
    /// False for a specimen in a test, where absence means nothing.
    pub(super) is_whole: bool,
}

/// One text file, read once; its pieces are found when a rule first asks.
pub(super) struct File {
    /// From the top of the tree, with forward slashes.
    pub(super) path: String,
    pub(super) text: String,
    lexed: OnceLock<Lexed>,
    markup: OnceLock<Markup>,
}

impl Tree {
    /// Reads the work tree: what git knows or would take; without git, everything but builds.
    pub(super) fn load() -> Done<Self> {
        let root = house::root();
        let paths = if house::is_checkout() { listed_by_git(&root)? } else { walked(&root)? };
        let mut files = Vec::new();
        for path in &paths {
            let bytes = fs::read(root.join(path)).map_err(|error| format!("{path}: {error}"))?;
            if let Ok(text) = String::from_utf8(bytes) {
                files.push(File::new(path, text));
            }
        }
        let metadata = read(&mut cargo(["metadata", "--no-deps", "--offline", "--format-version", "1"]))?;
        Ok(Self { files, paths, metadata: Json::parse(&metadata)?, is_whole: true })
    }

    /// A tree of a few files, for the tests of rules.
    #[cfg(test)]
    pub(super) fn specimen(files: &[(&str, &str)]) -> Self {
        Self {
            files: files.iter().map(|(path, text)| File::new(path, (*text).into())).collect(),
            paths: files.iter().map(|(path, _)| (*path).into()).collect(),
            metadata: Json::Null,
            is_whole: false,
        }
    }

    pub(super) fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// The Rust files.
    pub(super) fn rust(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.path.ends_with(".rs"))
    }

    /// The Rust files that end up in the app: no tools, no tests, no build scripts.
    pub(super) fn product(&self) -> impl Iterator<Item = &File> {
        self.rust().filter(|file| file.is_product())
    }

    /// The files of the UI that hold script or markup, without its tools and settings.
    pub(super) fn ui(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| {
            file.path.starts_with("ui/src/") && (file.path.ends_with(".ts") || file.path.ends_with(".svelte"))
        })
    }
}

impl File {
    fn new(path: &str, text: String) -> Self {
        Self { path: path.into(), text, lexed: OnceLock::new(), markup: OnceLock::new() }
    }

    /// The text with comments and the inside of strings blanked. In a Svelte file only its
    /// scripts are left.
    pub(super) fn lexed(&self) -> &Lexed {
        self.lexed.get_or_init(|| {
            if self.path.ends_with(".rs") {
                Lexed::rust(&self.text)
            } else if self.path.ends_with(".svelte") {
                Lexed::script(&Markup::scripts(&self.text))
            } else {
                Lexed::script(&self.text)
            }
        })
    }

    /// Text nodes and attributes of a Svelte or HTML file.
    pub(super) fn markup(&self) -> &Markup {
        self.markup.get_or_init(|| Markup::read(&self.text))
    }

    pub(super) fn is_generated(&self) -> bool {
        self.text.lines().next().is_some_and(|line| line.contains("Generated"))
    }

    /// Whether it is compiled for tests only.
    pub(super) fn is_test(&self) -> bool {
        let path = format!("/{}", self.path);
        ["/tests/", "/benches/", "/testkit/", "/fuzz/"].iter().any(|folder| path.contains(folder))
            || path.ends_with("/tests.rs")
            || path.contains(".test.")
            || path.contains(".test-helper.")
            || self.is_fake()
    }

    /// Whether it is a part of the UI that stands in for the real one, for tests and previews.
    pub(super) fn is_fake(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        self.path.starts_with("ui/src/") && (name.starts_with("fake") || name.starts_with("testing."))
    }

    fn is_product(&self) -> bool {
        self.path.starts_with("src-tauri/")
            && !self.path.starts_with("src-tauri/xtask/")
            && !self.path.ends_with("/build.rs")
            && !self.is_test()
    }

    /// A finding at a byte of this file.
    pub(super) fn finding(&self, at: usize, message: impl Into<String>) -> Finding {
        let line =
            1 + self.text.as_bytes()[..at.min(self.text.len())].iter().filter(|b| **b == b'\n').count();
        Finding { path: self.path.clone(), line, message: message.into() }
    }
}

fn listed_by_git(root: &Path) -> Done<Vec<String>> {
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(root);
    let mut paths: Vec<String> = read(&mut git)?.split_terminator('\0').map(str::to_string).collect();
    // A file that was deleted and not yet committed is still listed.
    paths.retain(|path| root.join(path).is_file());
    paths.sort_unstable();
    paths.dedup();
    Ok(paths)
}

fn walked(root: &Path) -> Done<Vec<String>> {
    let mut paths = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        let listing = fs::read_dir(root.join(&folder));
        for item in listing.map_err(|error| format!("{}: {error}", folder.display()))? {
            let item = item.map_err(|error| error.to_string())?;
            let name = item.file_name().to_string_lossy().into_owned();
            let path = folder.join(&name);
            if item.path().is_dir() {
                let made = ["target", "node_modules", "dist", "gen", ".git", ".screens", ".bench"];
                if !made.contains(&name.as_str()) {
                    folders.push(path);
                }
            } else {
                paths.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    paths.sort_unstable();
    Ok(paths)
}
