//! The files of a journal, looked at with its key after the app has ended.

use std::{
    fs, io,
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use boundaries::{App, Page, pages::Reader, wait_for, writing};
use journal::Journal;
use tempfile::TempDir;
use vault::{DataKey, Folder, Passphrase, SlotFile};

use crate::steps::PASSPHRASE;

/// Ends the app by the keyboard and waits until all of it has gone.
pub async fn quit(app: &mut App, journal: &Page) {
    journal.keys(&["Control", "q"]).await;
    app.wait_for_end();
}

/// The store of a folder, opened with the passphrase of a journey.
pub fn store(folder: &Path) -> Journal {
    writing::open(folder, key(folder)).expect("the journal opens")
}

/// The backups of an app, here and on its stick, the oldest first.
pub fn backups(app: &App) -> Vec<PathBuf> {
    let places = [app.journal().join("backups"), app.point_at().join("Terugblik")];
    let mut found: Vec<PathBuf> = places
        .iter()
        .flat_map(|place| fs::read_dir(place).into_iter().flatten())
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.join("journal.db").is_file())
        .collect();
    found.sort();
    found
}

/// How often words stand in any page, free or in use, of the store and its WAL, and of each backup.
pub fn hits(app: &App, piece: &str) -> Vec<usize> {
    let reader = |folder: &Path| Reader::of(&key(folder), piece.as_bytes());
    let folders = [vec![app.journal()], backups(app)].concat();
    folders
        .iter()
        .map(|folder| {
            let (store, log) = reader(folder).hits_in(folder);
            store + log
        })
        .collect()
}

/// Waits until the app, which runs, has made every backup anew that held these words.
///
/// # Panics
/// When one holds them still after the harness's patience.
pub fn wait_until_in_no_backup(app: &App, piece: &str) {
    let reader = Reader::of(&key(&app.journal()), piece.as_bytes());
    wait_for("backups without what went", || {
        thread::sleep(Duration::from_millis(250));
        // One that is being put in its place is looked at the next time.
        let copies: Option<Vec<TempDir>> = backups(app).iter().map(|backup| copy(backup).ok()).collect();
        let copies = copies.filter(|copies| !copies.is_empty())?;
        copies.iter().all(|copy| reader.hits_in(copy.path()) == (0, 0)).then_some(())
    });
}

fn copy(backup: &Path) -> io::Result<TempDir> {
    let folder = tempfile::tempdir()?;
    fs::copy(backup.join("journal.db"), folder.path().join("journal.db"))?;
    Ok(folder)
}

/// The data key of a folder.
fn key(folder: &Path) -> DataKey {
    let slots = SlotFile::load(&Folder::to_read(folder).expect("a folder")).expect("the slots");
    slots.open_with_passphrase(&Passphrase::new(PASSPHRASE)).expect("the passphrase is right")
}
