//! A disk as a power cut leaves it: what was written since the last sync is gone, or partly there.
//!
//! A file's bytes are safe once the file was synced; a name is safe once its folder was. Between
//! that and "all of it arrived" lies everything that a real disk may do, so besides the two
//! extremes any part of what was not synced may have arrived, a single write torn included.

use std::{collections::BTreeMap, fs, path::Path};

use testkit::SeededRandomness;

/// One change, as a program asked for it. Files and folders go by a number that they keep when
/// they are renamed.
#[derive(Debug, Clone)]
pub(crate) enum Change {
    Write { file: usize, at: usize, bytes: Vec<u8> },
    Cut { file: usize, length: usize },
    Name { folder: usize, name: String, node: usize },
    Move { from: usize, name: String, to: usize, other: String },
    Remove { folder: usize, name: String },
    SyncFile { file: usize },
    SyncFolder { folder: usize },
}

/// Folders and files, by number; the first is the data folder.
#[derive(Debug, Clone)]
pub(crate) struct Disk {
    nodes: BTreeMap<usize, Node>,
}

#[derive(Debug, Clone)]
enum Node {
    File(Vec<u8>),
    Folder(BTreeMap<String, usize>),
}

/// The data folder's number.
pub(crate) const TOP: usize = 0;

/// How much of what was not synced arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Arrived {
    /// Nothing.
    Nothing,
    /// All names, no bytes: a journaling file system that orders neither.
    Names,
    /// All bytes, no names.
    Bytes,
    /// Any of it, by dice.
    Some(u64),
}

impl Disk {
    /// A folder as it stands, all of it safe.
    pub(crate) fn of(folder: &Path) -> Self {
        let mut disk = Self { nodes: BTreeMap::from([(TOP, Node::Folder(BTreeMap::new()))]) };
        disk.take(folder, TOP);
        disk
    }

    /// The number of what a path names, seen from the data folder.
    pub(crate) fn find(&self, path: &Path) -> Option<usize> {
        path.iter().try_fold(TOP, |folder, name| match self.nodes.get(&folder)? {
            Node::Folder(names) => names.get(name.to_str()?).copied(),
            Node::File(_) => None,
        })
    }

    /// The number of what a folder has by a name.
    pub(crate) fn child(&self, folder: usize, name: &str) -> Option<usize> {
        match self.nodes.get(&folder)? {
            Node::Folder(names) => names.get(name).copied(),
            Node::File(_) => None,
        }
    }

    /// Some of the bytes of a file.
    pub(crate) fn bytes(&self, file: usize, at: usize, length: usize) -> Vec<u8> {
        match self.nodes.get(&file) {
            Some(Node::File(bytes)) => bytes[at..at + length].to_vec(),
            Some(Node::Folder(_)) | None => panic!("{file} is no file"),
        }
    }

    /// Whether a number is a folder's.
    pub(crate) fn is_folder(&self, number: usize) -> bool {
        matches!(self.nodes.get(&number), Some(Node::Folder(_)))
    }

    /// A number for what is about to be made.
    pub(crate) fn make(&mut self, is_folder: bool) -> usize {
        let number = self.nodes.len();
        let node = if is_folder { Node::Folder(BTreeMap::new()) } else { Node::File(Vec::new()) };
        self.nodes.insert(number, node);
        number
    }

    /// What the disk holds when the power goes after these changes.
    pub(crate) fn after(&self, changes: &[Change], arrived: Arrived) -> Self {
        let mut disk = self.clone();
        let mut dice = SeededRandomness::new(match arrived {
            Arrived::Some(seed) => seed,
            Arrived::Nothing | Arrived::Names | Arrived::Bytes => 0,
        });
        for (place, change) in changes.iter().enumerate() {
            let later = &changes[place + 1..];
            let is_safe = later.iter().any(|later| change.made_safe_by(later));
            let lucky = match arrived {
                Arrived::Nothing => false,
                Arrived::Names => change.is_of_names(),
                Arrived::Bytes => !change.is_of_names(),
                Arrived::Some(_) => dice.below(2) == 0,
            };
            if is_safe || lucky {
                disk.apply(change);
            } else if let (Arrived::Some(_), Change::Write { file, at, bytes }) = (arrived, change)
                && dice.below(4) == 0
            {
                // Torn: the first sectors only.
                let bytes = bytes[..dice.below(bytes.len() / 512 + 1) * 512].to_vec();
                disk.apply(&Change::Write { file: *file, at: *at, bytes });
            }
        }
        disk
    }

    /// What a program saw at that moment.
    pub(crate) fn apply(&mut self, change: &Change) {
        match change {
            Change::Write { file, at, bytes } => {
                if let Some(Node::File(content)) = self.nodes.get_mut(file) {
                    content.resize(content.len().max(at + bytes.len()), 0);
                    content[*at..at + bytes.len()].copy_from_slice(bytes);
                }
            }
            Change::Cut { file, length } => {
                if let Some(Node::File(content)) = self.nodes.get_mut(file) {
                    content.resize(*length, 0);
                }
            }
            Change::Name { folder, name, node } => {
                self.names(*folder).insert(name.clone(), *node);
            }
            Change::Move { from, name, to, other } => {
                // A rename of what never arrived is none.
                if let Some(node) = self.names(*from).remove(name) {
                    self.names(*to).insert(other.clone(), node);
                }
            }
            Change::Remove { folder, name } => {
                self.names(*folder).remove(name);
            }
            Change::SyncFile { .. } | Change::SyncFolder { .. } => {}
        }
    }

    /// Writes it into an empty folder.
    pub(crate) fn lay_out(&self, folder: &Path) {
        self.put(folder, TOP);
    }

    fn put(&self, folder: &Path, number: usize) {
        let Some(Node::Folder(names)) = self.nodes.get(&number) else { return };
        for (name, node) in names {
            let path = folder.join(name);
            match &self.nodes[node] {
                // What is only ever in memory: after a power cut it is made anew.
                Node::File(_) if name.ends_with("-shm") => {}
                Node::File(bytes) => fs::write(path, bytes).expect("a file"),
                Node::Folder(_) => {
                    fs::create_dir(&path).expect("a folder");
                    self.put(&path, *node);
                }
            }
        }
    }

    fn take(&mut self, folder: &Path, number: usize) {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            let node = self.make(path.is_dir());
            if path.is_dir() {
                self.take(&path, node);
            } else {
                self.nodes.insert(node, Node::File(fs::read(&path).expect("a file")));
            }
            self.names(number).insert(entry.file_name().to_string_lossy().into_owned(), node);
        }
    }

    fn names(&mut self, folder: usize) -> &mut BTreeMap<String, usize> {
        match self.nodes.get_mut(&folder) {
            Some(Node::Folder(names)) => names,
            Some(Node::File(_)) | None => panic!("{folder} is no folder"),
        }
    }
}

impl Change {
    fn is_of_names(&self) -> bool {
        match self {
            Self::Name { .. } | Self::Move { .. } | Self::Remove { .. } => true,
            Self::Write { .. } | Self::Cut { .. } | Self::SyncFile { .. } | Self::SyncFolder { .. } => false,
        }
    }

    /// Whether a later sync forced this change to the disk.
    fn made_safe_by(&self, later: &Self) -> bool {
        match (self, later) {
            (Self::Write { file, .. } | Self::Cut { file, .. }, Self::SyncFile { file: synced }) => {
                file == synced
            }
            (
                Self::Name { folder, .. } | Self::Remove { folder, .. },
                Self::SyncFolder { folder: synced },
            ) => folder == synced,
            (Self::Move { from, to, .. }, Self::SyncFolder { folder: synced }) => {
                from == synced || to == synced
            }
            _ => false,
        }
    }
}

/// The model is held against what is known of disks.
#[test]
fn what_was_synced_stays_and_what_was_not_may_go() {
    let directory = tempfile::tempdir().expect("a folder");
    fs::write(directory.path().join("a"), "old").expect("written");
    let mut disk = Disk::of(directory.path());
    let a = disk.find(Path::new("a")).expect("there");
    let new = disk.make(false);
    let write = |file, text: &str| Change::Write { file, at: 0, bytes: text.into() };
    let changes = [
        write(a, "unsynced"),
        Change::Name { folder: TOP, name: "b".into(), node: new },
        write(new, "new"),
        Change::SyncFile { file: new },
        Change::Move { from: TOP, name: "b".into(), to: TOP, other: "a".into() },
        Change::SyncFolder { folder: TOP },
    ];
    let content = |number: usize, arrived| {
        let laid_out = tempfile::tempdir().expect("a folder");
        disk.after(&changes[..number], arrived).lay_out(laid_out.path());
        boundaries::writing::files(laid_out.path())
    };
    let of = |files: &[(&str, &str)]| -> Vec<(String, Vec<u8>)> {
        files.iter().map(|(name, text)| ((*name).into(), (*text).into())).collect()
    };
    assert_eq!(content(1, Arrived::Nothing), of(&[("a", "old")]));
    assert_eq!(content(1, Arrived::Bytes), of(&[("a", "unsynced")]));
    assert_eq!(content(3, Arrived::Names), of(&[("a", "old"), ("b", "")]));
    assert_eq!(content(5, Arrived::Nothing), of(&[("a", "old")]), "the rename is in no synced folder");
    assert_eq!(content(5, Arrived::Names), of(&[("a", "new")]), "its bytes were synced before");
    assert_eq!(content(6, Arrived::Nothing), of(&[("a", "new")]));
}
