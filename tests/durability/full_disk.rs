//! D5: on a full disk what was acknowledged is there, reading works, and the words are "disk full".
//!
//! Twice: with every write refused from the n-th on, which needs no rights, and, where this
//! process may mount one, on a real disk in memory.

use std::{
    collections::BTreeMap,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use boundaries::{again, figure, pages::Reader, part, rounds, said, say, spread, writing};
use testkit::TempVault;

use crate::{actor, faults, strace};

const NAME: &str = "full_disk::a_full_disk_loses_nothing_and_can_be_read";
const NAME_SMALL: &str = "full_disk::a_small_disk_loses_nothing_and_can_be_read";

#[test]
fn a_full_disk_loses_nothing_and_can_be_read() {
    if part().is_some() {
        return fill_up();
    }
    strace::must_work();
    let start = TempVault::set_up();
    // Made before, so that what is refused is a sitting and not the making of tables.
    writing::open(start.path(), start.data_key()).and_then(|journal| journal.close()).expect("made");
    // A disk without room, and one on which this person has had her share.
    for (error, what, short) in [
        ("ENOSPC", "disks that are full from the n-th write on", 7),
        ("EDQUOT", "quotas that are used up from the n-th write on", 4),
    ] {
        let mut heard_of = Heard::default();
        // A sitting makes more writes than that; the first few are those of opening.
        for place in spread(200, rounds(short, 200)) {
            full_from(&start, place, error, &mut heard_of);
        }
        heard_of.tell(what);
    }
}

/// One sitting in which each write from that one on is refused.
fn full_from(start: &TempVault, place: usize, error: &str, heard_of: &mut Heard) {
    let temp = start.copy();
    let log = tempfile::NamedTempFile::new().expect("a log");
    let inject = |call: &str, from: usize| format!("inject={call}:error={error}:when={from}+");
    // A quota is used up for every file at once; the first `write` is that of the seal at opening.
    let from = if error == "EDQUOT" { 2 } else { place + 1 };
    let options =
        ["-e", "trace=pwrite64,write", "-e", &inject("pwrite64", place + 1), "-e", &inject("write", from)];
    let output = strace::watched(&temp, log.path(), &options, NAME, "full");
    let heard = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{heard}{}", String::from_utf8_lossy(&output.stderr));
    heard_of.one(&heard);
    faults::check(&temp, &BTreeMap::new(), &heard, &heard);
}

#[test]
fn a_small_disk_loses_nothing_and_can_be_read() {
    if part().is_some() {
        return fill_up();
    }
    let Some(disk) = SmallDisk::mount() else {
        // The same is asked above of a disk that only seems full.
        return figure("D5", "a real disk", 0, "not run: mounting needs rights");
    };
    let temp = TempVault::set_up();
    let mut heard_of = Heard::default();
    let all = rounds(1, 10);
    for _ in 0..all {
        disk.empty();
        copy(temp.path(), &disk.0);
        let mut command = again(NAME_SMALL, "full");
        actor::give(&mut command, &disk.0, &temp.data_key());
        let output = command.stderr(Stdio::piped()).output().expect("it starts");
        let heard = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{heard}{}", String::from_utf8_lossy(&output.stderr));
        heard_of.one(&heard);
        // What was erased there, with no room but the reserve, is nowhere: looked for with the key.
        assert_eq!(Reader::of(&temp.data_key(), CANARY.as_bytes()).hits_in(&disk.0), (0, 0), "{heard}");
        // Carried to a disk with room.
        let roomy = temp.copy();
        copy(&disk.0, roomy.path());
        faults::check(&roomy, &BTreeMap::new(), &heard, &heard);
    }
    assert_eq!(heard_of.could_erase, all, "deleting works on a full disk, from the reserve");
    heard_of.tell("real disks of 24 MB, the erased looked for with the key");
}

/// In the child: writes until nothing more goes in, and then reads, searches and erases.
fn fill_up() {
    let mut journal = match actor::open() {
        Ok(journal) => journal,
        // Not even what opening writes goes in; that it cannot be read then is for reading alone.
        Err(error) => return actor::refused("open", error),
    };
    let _noted = writing::look(journal.vault_mut());
    journal.vault_mut().keep_reserve();
    leave_little_room(&actor::given().0);
    // What will be erased on the full disk; it is in the store, in its log and in the index.
    let canary = journal.start_entry(writing::page(), writing::moment()).and_then(|entry| {
        let text = format!("{CANARY} ").repeat(200);
        writing::save(&mut journal, entry.id, None, &text)
            .and_then(|_| journal.leave(entry.id))
            .map(|()| entry.id)
    });
    let canary = match canary {
        Ok(canary) => Some(canary),
        Err(error) => {
            actor::refused("save", error);
            None
        }
    };
    let mut entries = Vec::new();
    let mut refused = 0;
    for version in 0..400 {
        let saved = journal.start_entry(writing::page(), writing::moment()).and_then(|entry| {
            let answer = writing::save(&mut journal, entry.id, None, &actor::text(version));
            answer.map(|answer| (entry.id, answer))
        });
        match saved {
            Ok((entry, answer)) => {
                entries.push(entry);
                say(&format!("saved {} {version}", answer.0));
            }
            Err(error) => {
                actor::refused("save", error);
                refused += 1;
            }
        }
        if refused == 3 {
            break;
        }
    }
    say(&format!("read {}", entries.iter().filter(|entry| journal.entry(**entry).is_ok()).count()));
    say(&format!("listed {}", journal.entries(None, 1_000).map_or(0, |rows| rows.len())));
    if let Err(error) = journal.search("lift", 20) {
        actor::refused("search", error);
    }
    if let Some(entry) = canary {
        let erased = journal.delete(entry, writing::moment()).and_then(|()| journal.erase(entry));
        match erased {
            Ok(()) => say("made room"),
            Err(error) => actor::refused("erase", error),
        }
    }
    match journal.close() {
        Ok(_) => say("locked"),
        Err(error) => actor::refused("lock", error),
    }
}

/// Other files take the disk, but for what a few dozen saves need.
fn leave_little_room(folder: &Path) {
    let path = folder.join(FILLER);
    let mut filler = fs::File::create(&path).expect("a file");
    let mut length = 0;
    // On a disk that only seems full there is room for ever.
    while length < 32 << 20 && filler.write_all(&[0; 64 * 1024]).is_ok() {
        length += 64 * 1024;
    }
    filler.set_len(length - (1 << 20)).expect("shorter");
}

const FILLER: &str = "filler";
const CANARY: &str = "kanariezwartgeel";

/// What was said on all those disks.
#[derive(Default)]
struct Heard {
    disks: usize,
    saved: usize,
    refused: usize,
    could_erase: usize,
    could_not_open: usize,
}

impl Heard {
    fn one(&mut self, heard: &str) {
        self.disks += 1;
        let said: Vec<&str> = heard.lines().filter_map(said).collect();
        let count = |word: &str| said.iter().filter(|said| said.starts_with(word)).count();
        let saved = count("saved ");
        self.saved += saved;
        self.refused += count("refused save");
        self.could_not_open += count("refused open");
        self.could_erase += count("made room");
        // Every refusal has the right name, and reading goes on.
        for refusal in said.iter().filter_map(|said| said.strip_prefix("refused ")) {
            assert!(refusal.ends_with(" disk-full"), "{refusal} in {heard}");
        }
        if count("refused open") == 0 {
            assert!(said.contains(&format!("read {saved}").as_str()), "all can be read: {heard}");
        }
    }

    fn tell(&self, what: &str) {
        let Self { disks, saved, refused, could_erase, could_not_open } = self;
        assert!(*refused > 0 && *saved > 0, "it did get full");
        let outcome = format!(
            "{saved} acknowledged and there, {refused} refused as full; erased on {could_erase}, not opened {could_not_open}"
        );
        figure("D5", what, *disks, outcome);
    }
}

/// A disk of 24 MB in memory, for as long as this lives.
struct SmallDisk(
    PathBuf,
    #[allow(dead_code, reason = "the folder it is mounted on goes away after it")] tempfile::TempDir,
);

impl SmallDisk {
    /// None where this process may not mount.
    fn mount() -> Option<Self> {
        let directory = tempfile::tempdir().expect("a folder");
        let path = fs::canonicalize(directory.path()).expect("a folder");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=24m,mode=0700", "tmpfs"]).arg(&path);
        let mounted = mount.stderr(Stdio::null()).status().is_ok_and(|status| status.success());
        mounted.then_some(Self(path, directory))
    }

    fn empty(&self) {
        for entry in fs::read_dir(&self.0).expect("a folder").flatten() {
            fs::remove_file(entry.path()).expect("removed");
        }
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let unmounted = Command::new("umount").arg(&self.0).status();
        assert!(unmounted.is_ok_and(|status| status.success()), "the small disk goes away");
    }
}

fn copy(from: &Path, to: &Path) {
    for (name, bytes) in writing::files(from) {
        if !name.ends_with("-shm") && name != FILLER {
            fs::write(to.join(name), bytes).expect("copied");
        }
    }
}
