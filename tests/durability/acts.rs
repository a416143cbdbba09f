//! What is done to a journal besides writing in it: backups, their copies, their rotation, what
//! takes the place of a journal, and what changes its secrets.
//!
//! Each is done by a child, and afterwards everything is asked of what is left: the journal opens and
//! has its texts, each backup that has a name is whole, and nothing is between old and new.

mod cut;
mod failing;

use std::{
    fs,
    path::{Path, PathBuf},
};

use boundaries::{say, writing};
use chrono::{DateTime, TimeDelta, Utc};
use journal::{EntryId, Same};
use tempfile::TempDir;
use testkit::{CHEAP, SeededRandomness, TempVault};
use vault::{
    BackupName, Backups, Copied, DataKey, Folder, Left, Passphrase, Place, RecoveryKey, SlotFile,
    SystemRandomness, Unlocked, Vault, VaultError, Verdict, find_backups, renew, restore,
};

use crate::{actor, recording};

/// What there is to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Act {
    BackUp,
    CopyToSecondPlace,
    Rotate,
    Restore,
    Renew,
    Rewrite,
    RewriteAside,
    ChangeSecrets,
}

impl Act {
    pub(crate) const ALL: [Self; 8] = [
        Self::BackUp,
        Self::CopyToSecondPlace,
        Self::Rotate,
        Self::Restore,
        Self::Renew,
        Self::Rewrite,
        Self::RewriteAside,
        Self::ChangeSecrets,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::BackUp => "made a backup",
            Self::CopyToSecondPlace => "copied a backup to the second place",
            Self::Rotate => "rotated backups",
            Self::Restore => "restored a backup",
            Self::Renew => "renewed the data key",
            Self::Rewrite => "rewrote a backup",
            Self::RewriteAside => "rewrote a journal kept aside",
            Self::ChangeSecrets => "changed passphrase and sheet",
        }
    }

    fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|act| act.name() == name).expect("something to do")
    }
}

const NEW: &str = "een nieuwe lange wachtzin";
const SECOND: &str = "second";
/// Where a former journal is kept, the longer ago.
const ASIDE: &str = "20260301T120000Z";

fn sheet(number: u64) -> RecoveryKey {
    RecoveryKey::draw(&mut SeededRandomness::new(900 + number)).expect("never dry")
}

/// When the backups were made: two hours before, one hour before, and now.
fn hour(number: i64) -> DateTime<Utc> {
    writing::moment().to_utc() - TimeDelta::hours(2 - number)
}

/// A journal of five texts with a backup of three of them and one of all; the latter lies at the
/// second place too, which is a folder beside them so that all of it is watched. A journal with the
/// same five was kept aside before.
pub(crate) struct Start {
    directory: TempDir,
    key: DataKey,
    three: Vec<(i64, String)>,
    five: Vec<(i64, String)>,
}

impl Start {
    pub(crate) fn new() -> Self {
        let temp = TempVault::set_up();
        let mut slots = temp.slots();
        slots.set_recovery_key(&temp.data_key(), &sheet(1), &mut SystemRandomness).expect("a slot");
        slots.store(temp.folder()).expect("stored");
        slots.retire_previous(temp.folder()).expect("replaced");
        fs::create_dir(temp.path().join(SECOND)).expect("a folder");
        temp.folder().set_second_place(Some(&temp.path().join(SECOND))).expect("chosen");
        let mut journal = writing::open(temp.path(), temp.data_key()).expect("opens");
        writing::look(journal.vault_mut()).expect("noted");
        writing::fill(&mut journal, 3, 1_200);
        let three = writing::texts(&journal);
        writing::back_up(&mut journal, hour(0));
        writing::fill(&mut journal, 2, 1_200);
        let five = writing::texts(&journal);
        let newest = writing::back_up(&mut journal, hour(1));
        let backups = journal.vault().backups();
        backups.copy_to_second_place(&newest.name, journal::tally, hour(1)).expect("copied");
        drop(backups);
        journal.close().expect("locks");
        writing::put_aside(temp.path(), ASIDE);
        let start =
            Self { directory: tempfile::tempdir().expect("a folder"), key: temp.data_key(), three, five };
        lay(&writing::files(temp.path()), start.directory.path());
        start
    }

    /// The same in a folder of its own, with its second place in it.
    pub(crate) fn copy(&self) -> TempDir {
        let copy = tempfile::tempdir().expect("a folder");
        lay(&writing::files(self.directory.path()), copy.path());
        choose_second_place(copy.path());
        copy
    }

    pub(crate) fn key(&self) -> DataKey {
        again(&self.key)
    }
}

fn again(key: &DataKey) -> DataKey {
    DataKey::from_hand_over(&key.to_hand_over())
}

fn lay(files: &[(String, Vec<u8>)], folder: &Path) {
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
}

fn choose_second_place(path: &Path) {
    let place = path.join(SECOND);
    Folder::open(path).expect("a folder").set_second_place(Some(&place)).expect("chosen");
}

/// In the child: does it, and says whether it was done.
pub(crate) fn act(name: &str) {
    let (path, key) = actor::given();
    match acted(Act::named(name), &path, key) {
        Ok(()) => {
            say("done");
            recording::mark(&path);
        }
        Err(error) => say(&format!("refused {error}")),
    }
}

fn acted(act: Act, path: &Path, key: DataKey) -> Result<(), VaultError> {
    let folder = Folder::open(path)?;
    let now = hour(2);
    let backups = Backups::of(&folder, &key);
    let oldest = BackupName::parse(&hour(0).format("%Y%m%dT%H%M%SZ").to_string()).expect("a name");
    match act {
        Act::BackUp => back_up(Vault::at(folder).unlock(key).map_err(|(_, error)| error)?, now),
        Act::CopyToSecondPlace => backups.copy_to_second_place(&oldest, journal::tally, now).map(drop),
        Act::Rotate => backups.rotate(Place::Here, now),
        Act::Restore => {
            let found = find_backups(path).into_iter().find(|found| found.name == oldest);
            let found = found.ok_or(VaultError::BackupGone)?;
            let slots = SlotFile::load(&folder)?;
            restore(&folder, &found, &slots, &key, journal::tally, now).map(drop)
        }
        Act::Renew => {
            let passphrase = Passphrase::new(NEW);
            renew(&folder, key, &passphrase, CHEAP, journal::tally, now, &mut SystemRandomness).map(drop)
        }
        Act::Rewrite => {
            backups.rewrite(Place::Here, &oldest, journal::tally, now, &mut without_the_first).map(drop)
        }
        Act::RewriteAside => {
            let aside = backups.asides()?.pop().ok_or(VaultError::BackupGone)?;
            backups.rewrite_aside(&aside, &mut without_the_first)
        }
        Act::ChangeSecrets => {
            // As the keys' role does it.
            let mut slots = SlotFile::load(&folder)?;
            slots.set_passphrase(&key, &Passphrase::new(NEW), CHEAP, &mut SystemRandomness)?;
            slots.set_recovery_key(&key, &sheet(2), &mut SystemRandomness)?;
            slots.store(&folder)?;
            let levelled = backups.level_slots(&slots);
            slots.retire_previous(&folder)?;
            if levelled?.out_of_reach { Err(VaultError::PlaceGone) } else { Ok(()) }
        }
    }
}

/// The first page on its own, as it was written above.
fn without_the_first(vault: Vault<Unlocked>) -> Result<Vault<Unlocked>, VaultError> {
    let same = [Same { entry: EntryId(1), seed: 0 }];
    journal::without(vault, &same).map(|(vault, _)| vault)
}

fn back_up(mut vault: Vault<Unlocked>, now: DateTime<Utc>) -> Result<(), VaultError> {
    writing::look(&mut vault)?;
    vault.begin_backup(now)?;
    let draft = loop {
        if let Copied::Whole(draft) = vault.step_backup(16)? {
            break draft;
        }
    };
    let tally = journal::tally(vault.connection())?;
    let made = draft.finish(tally, journal::tally, now).map(drop);
    vault.lock()?;
    made
}

/// Asks everything of what is left in a folder. `done`: whether the child was told that it is done.
pub(crate) fn check(start: &Start, path: &Path, act: Act, done: bool) {
    choose_second_place(path);
    let folder = Folder::open(path).expect("a folder");
    folder.finish_turn().expect("what was taken is finished");
    folder.clear_leftovers().expect("cleared");
    let (key, is_new) = key_of(&folder, act);
    assert!(is_new || !done || !matches!(act, Act::Renew | Act::ChangeSecrets), "the new secret opens");

    let mut journal = writing::open(path, again(&key)).expect("the journal opens");
    assert_eq!(writing::look(journal.vault_mut()), Ok(Some(Verdict::Sound)), "and calmly");
    let texts = writing::texts(&journal);
    journal.close().expect("it locks");
    let journal = writing::open(path, again(&key)).expect("it opens again");
    assert_eq!(writing::faults(&journal), [""; 0]);
    drop(journal);
    if act == Act::Restore && (done || texts == start.three) {
        assert_eq!(texts, start.three, "the backup is the journal");
        let aside = names(&path.join("aside")).into_iter().max().expect("the former journal is kept");
        let former = writing::open(&path.join("aside").join(aside), again(&key)).expect("it opens");
        assert_eq!(writing::texts(&former), start.five, "with all its texts");
    } else {
        assert_eq!(texts, start.five, "every text is there");
    }
    look_at_backups(&folder, &key, act, done, is_new);
    look_aside(start, path, act, done);
    for name in ["", "backups", "aside"].into_iter().flat_map(|below| names(&path.join(below))) {
        let is_stub =
            name.ends_with(".in") || name.ends_with(".part") || name.starts_with("turn") || name == "trial";
        assert!(!is_stub, "{name} is left");
    }
}

/// What was kept aside before is what it was, or without its first page: a journal that was locked and
/// that nobody touched.
fn look_aside(start: &Start, path: &Path, act: Act, done: bool) {
    let mut aside = writing::open(&path.join("aside").join(ASIDE), start.key()).expect("it opens");
    assert_eq!(aside.vault().left(), Left::Sealed);
    assert_eq!(writing::look(aside.vault_mut()), Ok(Some(Verdict::Sound)));
    assert_eq!(writing::faults(&aside), [""; 0]);
    let texts = writing::texts(&aside);
    if act == Act::RewriteAside && (done || texts != start.five) {
        assert_eq!(texts, start.five[1..], "only what was to go is gone");
    } else {
        assert_eq!(texts, start.five, "with all its texts");
    }
}

/// The key that opens now, and whether only the new secret gives it.
fn key_of(folder: &Folder, act: Act) -> (DataKey, bool) {
    let slots = SlotFile::load(folder).expect("never without a slot file");
    if let Ok(key) = slots.open_with_recovery_key(&sheet(1)) {
        return (key, false);
    }
    let key = if act == Act::Renew {
        // It has no sheet yet.
        slots.open_with_passphrase(&Passphrase::new(NEW))
    } else {
        slots.open_with_recovery_key(&sheet(2))
    };
    (key.expect("the old secret opens, or the new one"), true)
}

fn look_at_backups(folder: &Folder, key: &DataKey, act: Act, done: bool, is_new: bool) {
    let backups = Backups::of(folder, key);
    let mut found = Vec::new();
    for backup in backups.list() {
        match backups.check(backup.place, &backup.name, journal::tally, hour(2)) {
            Ok(checked) => {
                let inside = checked.inside.expect("it was just counted");
                found.push((checked.place, checked.made_at, inside.tally.entries));
            }
            // One of the former key that could not be destroyed.
            Err(VaultError::BackupOfOtherKey) if act == Act::Renew => {}
            Err(error) => panic!("what has a name is whole, but {:?} {}: {error}", backup.place, backup.name),
        }
    }
    let times = |place: Place, hour_made: i64| -> Vec<u64> {
        let made = |(at, made, _): &&(Place, DateTime<Utc>, u64)| *at == place && *made == hour(hour_made);
        found.iter().filter(made).map(|(_, _, entries)| *entries).collect()
    };
    if act == Act::Renew && is_new {
        assert_eq!(times(Place::Here, 2), [5], "the first backup of the new key");
        return;
    }
    assert_eq!(times(Place::Here, 1), [5], "the newest backup stays");
    assert_eq!(times(Place::Second, 1), [5], "and its copy");
    match (act, times(Place::Here, 0).as_slice()) {
        (Act::Rotate, []) => {}
        (Act::Rotate, [3]) if !done => {}
        (Act::Rewrite, [2]) => {}
        (Act::Rewrite, [3] | [2, 3] | [3, 2]) if !done => {}
        (Act::Rotate | Act::Rewrite, other) => panic!("the oldest: {other:?}"),
        (_, other) => assert_eq!(other, [3], "the oldest"),
    }
    let made: &[u64] = if act == Act::BackUp { &[5] } else { &[] };
    let third = times(Place::Here, 2);
    assert!(third == made || !done && third.is_empty(), "the one that was made: {third:?}");
    let copied: &[u64] = if act == Act::CopyToSecondPlace { &[3] } else { &[] };
    let there = times(Place::Second, 0);
    assert!(there == copied || !done && there.is_empty(), "the copy: {there:?}");
    if act == Act::CopyToSecondPlace {
        let oldest =
            backups.list().into_iter().rfind(|backup| backup.place == Place::Here).expect("it is here");
        backups.copy_to_second_place(&oldest.name, journal::tally, hour(2)).expect("it can be copied");
        let stub = names(&folder.path().join(SECOND).join("Terugblik"))
            .into_iter()
            .find(|name| name.ends_with(".part"));
        assert_eq!(stub, None, "a stub at the second place goes with the next copy");
    }
    if act == Act::ChangeSecrets {
        only_the_new_opens(folder.path(), done);
    }
}

/// Every slot file opens with the former sheet or the new one; with the new one only, when it was done.
fn only_the_new_opens(path: &Path, done: bool) {
    let scratch = tempfile::tempdir().expect("a folder");
    let scratch = Folder::open(scratch.path()).expect("a folder");
    let mut seen = 0;
    for (name, bytes) in writing::files(path) {
        if !bytes.starts_with(b"TBslots\n") {
            continue;
        }
        seen += 1;
        fs::write(scratch.path().join("slots"), bytes).expect("written");
        let slots = SlotFile::load(&scratch).expect("each is well formed");
        let [former, new] = [1, 2].map(|number| slots.open_with_recovery_key(&sheet(number)).is_ok());
        assert!(new && !former || !done && former != new, "{name}: {former} {new}");
    }
    assert!(seen >= 5, "{seen}: the slot file, its copy, and one in each backup");
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

fn canonical(directory: &TempDir) -> PathBuf {
    fs::canonicalize(directory.path()).expect("a folder")
}
