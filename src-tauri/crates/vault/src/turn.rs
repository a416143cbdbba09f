//! The turn: a whole journal takes the place of the present one, and no crash leaves neither.
//!
//! 1. The new journal is made in `turn.new`: store, seal and slots, checked and forced to the disk.
//!    Until it is whole, nothing has happened.
//! 2. `turn.new` is renamed to `turn`. From here on the turn is finished, not undone.
//! 3. Every file of the former journal moves to where its fate says: a folder of its own under
//!    `aside`, where it stays for 180 days, or `turn.out`, which is destroyed at the end.
//! 4. `turn` is renamed to `turn.in`, and its files move into place.
//!
//! Each step is one change of names that can be done again, so whoever comes next goes on where it
//! was cut off. Nobody has the journal open meanwhile: a turn is finished before a store is opened.

use std::fs;
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::folder::Folder;
use crate::{BackupName, VaultError, backup, files};

/// Every file that belongs to a journal itself, by its name in the data folder.
pub(crate) const OF_A_JOURNAL: [&str; 7] = [
    "journal.db",
    "journal.db-wal",
    "journal.db-shm",
    "journal.db-journal",
    "seal",
    "slots.previous",
    "slots",
];

/// The files that a journal is made of anew, the one without which there is none last.
const OF_A_NEW_JOURNAL: [&str; 3] = ["journal.db", "seal", "slots"];

/// What the stamp says of a former journal that is not kept.
const DESTROY: &str = "destroy";

/// What becomes of the former journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It is kept aside, under this time.
    KeptAside(DateTime<Utc>),
    /// It is destroyed, its slots first.
    Destroyed,
}

/// A journal being prepared. Dropped before its commit, it leaves nothing behind.
#[derive(Debug)]
pub(crate) struct Turn<'a> {
    folder: &'a Folder,
    inside: Folder,
}

impl<'a> Turn<'a> {
    /// Finishes whatever was cut off and makes an empty `turn.new`.
    pub(crate) fn stage(folder: &'a Folder) -> Result<Self, VaultError> {
        folder.finish_turn()?;
        files::make_folder(&folder.turn_new())?;
        Ok(Self { folder, inside: Folder::within(folder.turn_new()) })
    }

    /// Where the new journal is made, by the names that its files will have.
    pub(crate) fn inside(&self) -> &Folder {
        &self.inside
    }

    /// Takes the turn. The new journal must be whole and forced to the disk. Gives where the former
    /// one is kept, when there was one and it is.
    pub(crate) fn commit(self, fate: Fate) -> Result<Option<PathBuf>, VaultError> {
        let (stamp, aside) = match fate {
            Fate::Destroyed => (DESTROY.to_owned(), None),
            Fate::KeptAside(now) => {
                let free =
                    BackupName::of(now).find(|name| !self.folder.asides().join(name.as_str()).exists());
                let name = free.ok_or(VaultError::Misuse)?;
                let was_there = OF_A_JOURNAL.iter().any(|name| self.folder.path().join(name).exists());
                (name.to_string(), was_there.then(|| self.folder.asides().join(name.as_str())))
            }
        };
        files::write_atomically(&self.inside.turn_stamp(), stamp.as_bytes())?;
        run(&commit(self.folder))?;
        // It is taken. One bad moment of the disk is no reason to say otherwise: each step can be done again.
        self.folder.finish_turn().or_else(|_| self.folder.finish_turn())?;
        Ok(aside)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        // After a commit there is none by this name.
        let _undone = files::remove_folder(&self.folder.turn_new());
    }
}

impl Folder {
    /// Goes on with what was cut off: a journal on its way into place arrives, one that was not yet
    /// whole is dropped, and a wipe that was begun ends. Nearly always there is nothing to do. It
    /// needs no key and may be called any number of times, while nobody has the journal open.
    ///
    /// # Errors
    /// [`VaultError::FolderNotWritable`], [`VaultError::DiskFull`], [`VaultError::Io`]; calling it
    /// again goes on from there.
    pub fn finish_turn(&self) -> Result<(), VaultError> {
        if crate::wipe::was_begun(self) {
            crate::wipe(self)?;
        }
        // One part of the way at a time: what comes next shows in the names on disk.
        loop {
            let steps = plan(self)?;
            if steps.is_empty() {
                return Ok(());
            }
            run(&steps)?;
        }
    }

    /// Whether a turn was taken and is not finished.
    pub(crate) fn turn_is_taken(&self) -> bool {
        // What cannot be asked for now may be there.
        let is_there = |path: PathBuf| path.try_exists().unwrap_or(true);
        is_there(self.turn()) || is_there(self.turn_in()) || is_there(turn_out(self))
    }

    /// Removes what an app that was ended in the middle left lying: the scratch copy of a trial, and
    /// backups that never became whole. A journal aside that was being made anew is finished. For the one that holds the folder's claim, before anybody
    /// else works in it.
    ///
    /// # Errors
    /// [`VaultError::FolderNotWritable`], [`VaultError::Io`].
    pub fn clear_leftovers(&self) -> Result<(), VaultError> {
        files::remove_folder(&self.trial())?;
        self.finish_asides()?;
        backup::remove_unfinished(&self.backups())
    }
}

/// One change in the file system. Each can be done again after a crash in its middle.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    MakeFolder(PathBuf),
    Move {
        from: PathBuf,
        to: PathBuf,
    },
    /// Forces the names in a folder to the disk.
    Sync(PathBuf),
    /// Overwrites a file, then removes it.
    Destroy(PathBuf),
    /// Removes a folder and what is in it.
    Remove(PathBuf),
}

impl Step {
    fn run(&self) -> io::Result<()> {
        match self {
            Self::MakeFolder(path) => files::make_folder(path),
            Self::Move { from, to } => fs::rename(from, to),
            Self::Sync(path) => files::sync_folder(path),
            Self::Destroy(path) => destroy(path),
            Self::Remove(path) => files::remove_folder(path),
        }
    }
}

fn run(steps: &[Step]) -> io::Result<()> {
    steps.iter().try_for_each(Step::run)
}

/// From "being made" to "is to be".
fn commit(folder: &Folder) -> Vec<Step> {
    vec![
        Step::Sync(folder.turn_new()),
        Step::Move { from: folder.turn_new(), to: folder.turn() },
        Step::Sync(folder.path().to_owned()),
    ]
}

/// The next part of the way, as the names on disk show it; empty at its end.
fn plan(folder: &Folder) -> io::Result<Vec<Step>> {
    // A name that cannot be asked for now is not one that is not there: `exists` would say so.
    if folder.turn_in().try_exists()? {
        return move_in(folder);
    }
    if folder.turn().try_exists()? {
        return move_out(folder);
    }
    let out = turn_out(folder);
    if out.try_exists()? {
        return destroy_all(&out);
    }
    if folder.turn_new().try_exists()? {
        return Ok(vec![Step::Remove(folder.turn_new())]);
    }
    Ok(Vec::new())
}

/// The former journal leaves.
fn move_out(folder: &Folder) -> io::Result<Vec<Step>> {
    let (mut steps, to) = match stamp(folder)? {
        Some(name) => {
            let to = folder.asides().join(name.as_str());
            let steps = vec![
                Step::MakeFolder(folder.asides()),
                Step::MakeFolder(to.clone()),
                // Where the former journal goes must itself be there after a power cut.
                Step::Sync(folder.asides()),
                Step::Sync(folder.path().to_owned()),
            ];
            (steps, to)
        }
        None => {
            let out = turn_out(folder);
            (vec![Step::MakeFolder(out.clone()), Step::Sync(folder.path().to_owned())], out)
        }
    };
    for name in OF_A_JOURNAL {
        let from = folder.path().join(name);
        if from.try_exists()? {
            steps.push(Step::Move { from, to: free(&to.join(name)) });
        }
    }
    steps.push(Step::Sync(to));
    steps.push(Step::Sync(folder.path().to_owned()));
    steps.push(Step::Move { from: folder.turn(), to: folder.turn_in() });
    steps.push(Step::Sync(folder.path().to_owned()));
    Ok(steps)
}

/// The new journal comes.
fn move_in(folder: &Folder) -> io::Result<Vec<Step>> {
    let mut steps = Vec::new();
    for name in OF_A_NEW_JOURNAL {
        let from = folder.turn_in().join(name);
        if from.try_exists()? {
            steps.push(Step::Move { from, to: folder.path().join(name) });
        }
    }
    steps.push(Step::Sync(folder.turn_in()));
    steps.push(Step::Sync(folder.path().to_owned()));
    steps.push(Step::Remove(folder.turn_in()));
    steps.push(Step::Sync(folder.path().to_owned()));
    Ok(steps)
}

/// Destroys a journal that is not in its place any more, its slots first. Cut off, it is done again.
pub(crate) fn destroy_folder(path: &Path) -> io::Result<()> {
    run(&destroy_all(path)?)
}

/// What opens the journal goes first, then the rest.
fn destroy_all(out: &Path) -> io::Result<Vec<Step>> {
    let mut steps: Vec<Step> = names(out)?
        .iter()
        .filter(|name| name.starts_with("slots"))
        .map(|name| Step::Destroy(out.join(name)))
        .collect();
    steps.push(Step::Sync(out.to_owned()));
    steps.push(Step::Remove(out.to_owned()));
    Ok(steps)
}

/// Under which name the former journal is kept; none when it is to be destroyed. A stamp that does
/// not read well keeps it, under a time that nobody lived.
fn stamp(folder: &Folder) -> io::Result<Option<BackupName>> {
    const LONGEST: u64 = 64;
    let text = files::read_bounded(&Folder::within(folder.turn()).turn_stamp(), LONGEST)?.unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    if text == DESTROY {
        return Ok(None);
    }
    Ok(BackupName::parse(&text).or_else(|| BackupName::of(DateTime::default()).next()))
}

/// Overwrites a file, forces that to the disk and removes it. A disk that moves what is written, as
/// most do today, may keep the old bytes somewhere all the same.
pub(crate) fn destroy(path: &Path) -> io::Result<()> {
    let mut file = match fs::OpenOptions::new().write(true).open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        // What cannot be overwritten can perhaps still be removed.
        Err(_) => return files::remove_if_there(path),
    };
    let length = file.metadata()?.len();
    file.seek(io::SeekFrom::Start(0))?;
    io::copy(&mut io::Read::take(io::repeat(0), length), &mut file)?;
    file.flush()?;
    file.sync_all()?;
    drop(file);
    files::remove_if_there(path)
}

/// Where a former journal goes that is not kept.
fn turn_out(folder: &Folder) -> PathBuf {
    folder.path().join("turn.out")
}

/// The path, or with a number when something is there already: nothing kept aside is overwritten.
fn free(path: &Path) -> PathBuf {
    let numbered = (2..u32::MAX).map(|number| files::beside(path, &format!(".{number}")));
    std::iter::once(path.to_owned())
        .chain(numbered)
        .find(|path| !path.exists())
        .unwrap_or_else(|| path.to_owned())
}

/// The names in a folder; none when it is not there.
pub(crate) fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut names = Vec::new();
    for entry in entries {
        // No name of ours is anything but ASCII.
        if let Ok(name) = entry?.file_name().into_string() {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests;
