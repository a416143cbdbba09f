//! D5, a folder that nobody may write: reading, listing and searching work, and nothing is written.

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::Path,
    process::{Command, Stdio},
};

use boundaries::{again, again_under, figure, part, said, say, writing};
use journal::Journal;
use testkit::TempVault;
use vault::{Folder, Situation, Vault, Verdict};

use crate::actor;

const NAME: &str = "no_rights::a_folder_that_cannot_be_written_can_be_read";
const ENTRIES: usize = 5;

#[test]
fn a_folder_that_cannot_be_written_can_be_read() {
    if part().is_some() {
        return look_on();
    }
    // Locked, and as a crash leaves it.
    for is_locked in [true, false] {
        let temp = TempVault::set_up();
        let mut journal = writing::open(temp.path(), temp.data_key()).expect("opens");
        writing::fill(&mut journal, ENTRIES, 900);
        if is_locked {
            journal.close().expect("locks");
        } else {
            drop(journal);
        }
        let before = writing::files(temp.path());
        rights(temp.path(), 0o500, 0o400);
        let mut command = without_rights();
        actor::give(&mut command, temp.path(), &temp.data_key());
        let output = command.stderr(Stdio::piped()).output().expect("not run: there is no setpriv");
        rights(temp.path(), 0o700, 0o600);
        let heard = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{heard}{}", String::from_utf8_lossy(&output.stderr));
        let said: Vec<&str> = heard.lines().filter_map(said).collect();
        let expected = [
            "folder folder-not-writable",
            "situation FolderNotWritable",
            "unlock folder-not-writable",
            "verdict Some(Sound)",
            "listed 5",
            "read 5",
            "found 5",
            "refused save only-reading",
            "closed",
        ];
        assert_eq!(said, expected, "locked: {is_locked}");
        assert_eq!(writing::files(temp.path()), before, "not a byte is written");
    }
    let outcome = "all listed, read and found; saving and unlocking refused with their codes";
    figure("D5", "folders that cannot be written, locked and after a crash", 2, outcome);
}

fn rights(folder: &Path, of_folder: u32, of_files: u32) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        fs::set_permissions(entry.path(), fs::Permissions::from_mode(of_files)).expect("ours");
    }
    fs::set_permissions(folder, fs::Permissions::from_mode(of_folder)).expect("ours");
}

/// The child. Who may do everything gives up the right to write where rights say no.
fn without_rights() -> Command {
    let folder = tempfile::tempdir().expect("a folder");
    rights(folder.path(), 0o500, 0o400);
    if fs::write(folder.path().join("probe"), "").is_err() {
        return again(NAME, "look on");
    }
    let mut setpriv = Command::new("setpriv");
    setpriv.args(["--bounding-set", "-dac_override,-dac_read_search,-fowner", "--inh-caps", "-all"]);
    again_under(setpriv, NAME, "look on")
}

/// In the child.
fn look_on() {
    let (path, key) = actor::given();
    let folder = match Folder::open(&path) {
        Ok(_) => panic!("not run: rights do not bind this process"),
        Err(error) => {
            say(&format!("folder {error}"));
            Folder::to_read(&path).expect("it can be read")
        }
    };
    say(&format!("situation {:?}", folder.situation()));
    assert_eq!(folder.situation(), Situation::FolderNotWritable);
    let block = key.to_hand_over();
    let key = || vault::DataKey::from_hand_over(&block);
    let Err((locked, error)) = Vault::at(folder).unlock(key()) else { panic!("it was written in") };
    say(&format!("unlock {error}"));
    let mut vault = locked.unlock_to_read(key()).map_err(|(_, error)| error).expect("it opens to be read");
    let verdict = vault.checker().run();
    say(&format!("verdict {verdict:?}"));
    vault.settle(verdict.unwrap_or(Verdict::Damaged)).expect("nothing is noted");
    let mut journal = Journal::open_to_read(vault).expect("it opens");
    let rows = journal.entries(None, 100).expect("a list");
    say(&format!("listed {}", rows.len()));
    say(&format!("read {}", rows.iter().filter(|row| journal.entry(row.entry).is_ok()).count()));
    say(&format!("found {}", journal.search("lift", 100).expect("a search").len()));
    match writing::save(&mut journal, rows[0].entry, None, "nog een woord") {
        Ok(_) => say("saved"),
        Err(error) => actor::refused("save", error),
    }
    journal.close().expect("it closes");
    say("closed");
}
