//! Power cuts: at each of the last writes of a save, a lock, a change of the slot file and a backup, with
//! what was not synced gone or partly there, the journal is the old one or the new one.
//!
//! A recording of one real run is replayed up to a moment into an empty folder. Backups and their
//! rotation are asked the same: what has the name of a backup is whole.

use std::{collections::BTreeMap, path::Path};

use boundaries::{figure, part, rounds, spread, writing};
use testkit::{SeededRandomness, TempVault};
use vault::{Backups, DataKey, Folder, Place, RecoveryKey, SlotFile, Verdict};

use crate::{
    actor,
    disk::Arrived,
    recording::{self, Recording},
    strace,
};

/// Of how many of the last writes it is asked.
const LAST: usize = 50;

#[test]
fn a_save_that_was_acknowledged_survives_a_power_cut() {
    const NAME: &str = "power::a_save_that_was_acknowledged_survives_a_power_cut";
    if part().is_some() {
        return save(false);
    }
    let start = written();
    let recording = recorded(&start, NAME, SAVES);
    replay("saved", &recording, |folder, marks| saved(&start, folder, marks));
}

#[test]
fn a_lock_that_was_cut_off_leaves_a_sound_journal() {
    const NAME: &str = "power::a_lock_that_was_cut_off_leaves_a_sound_journal";
    if part().is_some() {
        return save(true);
    }
    let start = written();
    let recording = recorded(&start, NAME, SAVES + 1);
    replay("saved and locked", &recording, |folder, marks| saved(&start, folder, marks.min(SAVES)));
}

#[test]
fn a_slot_file_is_the_old_one_or_the_new_one() {
    const NAME: &str = "power::a_slot_file_is_the_old_one_or_the_new_one";
    if part().is_some() {
        return write_slots();
    }
    let start = TempVault::set_up();
    let recording = recorded(&start, NAME, SHEETS + 1);
    replay("wrote slot files", &recording, |folder, marks| {
        let file = SlotFile::load(&Folder::open(folder).expect("a folder")).expect("never without one");
        let opens = |number: usize| {
            number == 0 && !file.recovery_ready()
                || number > 0 && file.open_with_recovery_key(&sheet(number)).is_ok()
        };
        // Sheets count from 1; the last mark is that of the previous copy.
        let known = marks.min(SHEETS);
        assert!(opens(known) || known < SHEETS && opens(known + 1), "after {marks} marks");
    });
}

#[test]
fn a_backup_has_its_name_when_it_is_whole() {
    const NAME: &str = "power::a_backup_has_its_name_when_it_is_whole";
    if part().is_some() {
        return back_up();
    }
    let start = written();
    let recording = recorded(&start, NAME, BACKUPS + 1);
    replay("made backups and rotated them", &recording, |folder, marks| {
        let key = || DataKey::from_hand_over(&start.data_key().to_hand_over());
        let backups = Backups::of(&Folder::open(folder).expect("a folder"), &key());
        let listed = backups.list();
        // The last mark is that of the rotation, which leaves the newest.
        let least = if marks > BACKUPS { 1 } else { marks };
        let most = if marks >= BACKUPS { BACKUPS } else { marks + 1 };
        let number = listed.len();
        let rotating = marks == BACKUPS;
        assert!(
            number <= most && (number >= least || rotating && number >= 1),
            "{number} after {marks} marks"
        );
        for backup in &listed {
            let checked =
                backups.check(backup.place, &backup.name, journal::tally, writing::moment().to_utc());
            assert!(checked.is_ok_and(|backup| backup.inside.is_ok()), "what has a name is whole");
        }
        let journal = writing::open(folder, key()).expect("the journal opens");
        assert_eq!(writing::texts(&journal).len(), 3, "and has every text");
    });
}

/// In the child: backups of one day, and a rotation, which keeps the newest.
fn back_up() {
    let mut journal = actor::open().expect("opens");
    let folder = journal.vault().folder().path().to_owned();
    writing::look(journal.vault_mut()).expect("noted");
    let today = writing::moment().to_utc();
    for number in 0..BACKUPS {
        let hours_ago = i64::try_from(BACKUPS - 1 - number).expect("few");
        let now = today - chrono::TimeDelta::hours(hours_ago);
        writing::back_up(&mut journal, now);
        recording::mark(&folder);
    }
    let backups = journal.vault().backups();
    backups.rotate(Place::Here, today).expect("rotated");
    recording::mark(&folder);
}

/// How often the child saves, and how often it writes a slot file.
const SAVES: usize = 4;
const SHEETS: usize = 3;
const BACKUPS: usize = 3;

fn written() -> TempVault {
    let temp = TempVault::set_up();
    let mut journal = writing::open(temp.path(), temp.data_key()).expect("opens");
    writing::fill(&mut journal, 3, 1_500);
    journal.close().expect("locks");
    temp
}

fn recorded(start: &TempVault, test: &str, marks: usize) -> Recording {
    strace::must_work();
    let copy = start.copy();
    let recording = recording::record(copy.path(), &start.data_key(), test, "record");
    assert_eq!(recording.marks.len(), marks, "every moment is in the recording");
    assert!(recording.changes.len() >= LAST / 3, "{} changes", recording.changes.len());
    recording
}

/// In the child: saves one answer a few times, and locks.
fn save(and_lock: bool) {
    let mut journal = actor::open().expect("opens");
    let folder = journal.vault().folder().path().to_owned();
    writing::look(journal.vault_mut()).expect("noted");
    let entry = journal.start_entry(writing::page(), writing::moment()).expect("an entry").id;
    let mut answer = None;
    for version in 1..=SAVES {
        answer = Some(writing::save(&mut journal, entry, answer, &actor::text(version)).expect("saved"));
        recording::mark(&folder);
    }
    if and_lock {
        journal.close().expect("locks");
        recording::mark(&folder);
    }
}

/// In the child: a new recovery sheet a few times, and then the previous copy.
fn write_slots() {
    let (folder, key) = actor::given();
    let folder = Folder::open(folder).expect("a folder");
    let mut file = SlotFile::load(&folder).expect("there");
    for number in 1..=SHEETS {
        file.set_recovery_key(&key, &sheet(number), &mut vault::SystemRandomness).expect("a slot");
        file.store(&folder).expect("stored");
        recording::mark(folder.path());
    }
    file.retire_previous(&folder).expect("replaced");
    recording::mark(folder.path());
}

/// A recovery key that the child and its parent both know.
fn sheet(number: usize) -> RecoveryKey {
    RecoveryKey::draw(&mut SeededRandomness::new(number as u64)).expect("never dry")
}

/// Lays the disk out as it is when the power goes at each of the last changes, and has it checked.
pub(crate) fn replay(what: &str, recording: &Recording, check: impl Fn(&Path, usize)) {
    let all = recording.changes.len();
    let first = all.saturating_sub(rounds(LAST, LAST.max(all)));
    let moments: Vec<usize> = (first..=all).collect();
    let mut cuts = 0;
    for place in spread(moments.len(), rounds(13, moments.len())) {
        let moment = moments[place];
        let marks = recording.marks.iter().filter(|mark| **mark <= moment).count();
        let ways = [Arrived::Nothing, Arrived::Names, Arrived::Bytes];
        let dice = (0..rounds(1, 6) as u64).map(|seed| Arrived::Some(seed * 10_007 + moment as u64));
        for arrived in ways.into_iter().chain(dice) {
            let directory = tempfile::tempdir().expect("a folder");
            recording.start.after(&recording.changes[..moment], arrived).lay_out(directory.path());
            let caught =
                std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| check(directory.path(), marks)));
            assert!(
                caught.is_ok(),
                "a power cut while it {what}, at change {moment} of {all}: {arrived:?} arrived"
            );
            cuts += 1;
        }
    }
    let outcome = "old or new, never neither; 0 false alarms";
    figure("power", &format!("power cuts while it {what}"), cuts, outcome);
}

/// What was there before is there; the answer has the version that was acknowledged, or the next.
fn saved(start: &TempVault, folder: &Path, marks: usize) {
    let key = DataKey::from_hand_over(&start.data_key().to_hand_over());
    let mut journal = writing::open(folder, key).expect("it opens");
    let verdict = writing::look(journal.vault_mut()).expect("noted");
    let context = format!("{:?}", journal.vault().left());
    assert_eq!(verdict, Some(Verdict::Sound), "{context}");
    let found: BTreeMap<i64, String> = writing::texts(&journal).into_iter().collect();
    assert!((1..=3).all(|answer| found.contains_key(&answer)), "the former answers");
    let version = found.get(&4).map(|text| actor::version(text).expect("a text that was written"));
    let version = version.unwrap_or_default();
    assert!(version == marks || version == marks + 1, "version {version}, {marks} acknowledged");
    // Whole once the log is merged: until then a page may be torn in the file and whole in the log.
    journal.close().expect("it locks");
    let key = DataKey::from_hand_over(&start.data_key().to_hand_over());
    assert_eq!(writing::faults(&writing::open(folder, key).expect("it opens again")), [""; 0]);
}
