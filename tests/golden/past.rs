//! Journals of past formats: every text is there, the seal is sound, every slot opens.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use boundaries::writing;
use tempfile::TempDir;
use vault::{
    BackupName, Backups, DataKey, Folder, Left, Passphrase, Place, RecoveryKey, SlotFile, Vault, Verdict,
    find_backups, restore,
};

use crate::making;

/// Every format that was ever released, and the number of its store.
pub(crate) const FORMATS: &[&str] = &["format-2", "format-3", "format-4", "format-5", "format-6"];

/// The name of every golden backup.
pub(crate) const BACKUP: &str = "20260309T155000Z";

/// A golden journal.
pub(crate) struct Golden {
    folder: PathBuf,
    pub(crate) content: Content,
}

/// What is known of it.
pub(crate) struct Content {
    pub(crate) passphrase: String,
    pub(crate) recovery_key: String,
    pub(crate) hand_over: [u8; DataKey::HAND_OVER_LENGTH],
    answers: BTreeMap<i64, String>,
    /// The rules of thumb, the latest first; a format before the third has none.
    rules: Vec<String>,
    /// The sheets by their names and days, the newest day first, and when they ask what came of them;
    /// then the packs. A format before the fourth has none.
    sheets: Vec<String>,
    packs: Vec<String>,
    /// What was learned besides rules as they are now. A format before the fifth has none.
    learned: Vec<String>,
    /// The walk-throughs. A format before the sixth has none.
    walks: Vec<String>,
    found_by: Vec<(String, usize)>,
}

/// Where golden files lie.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden")
}

impl Golden {
    pub(crate) fn open(format: &str) -> Self {
        making::make_if_asked();
        Self::written(format)
    }

    /// One that is there already.
    pub(crate) fn written(format: &str) -> Self {
        let folder = folder().join(format);
        let text = fs::read_to_string(folder.join("test-content.toml")).expect("what it holds");
        Self { folder, content: Content::read(&text) }
    }

    /// One of its files.
    pub(crate) fn file(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder.join(format!("test-{name}"))).expect("a golden file")
    }

    /// The same with its backup in it; gives where that lies.
    pub(crate) fn copy_with_backup(&self) -> (TempDir, PathBuf) {
        let copy = self.copy();
        let backup = copy.path().join("backups").join(BACKUP);
        fs::create_dir_all(&backup).expect("a folder");
        for file in ["journal.db", "slots", "manifest"] {
            fs::write(backup.join(file), self.file(&format!("backup-{file}"))).expect("written");
        }
        (copy, backup)
    }

    /// A copy that may be written in, under the names that a data folder has.
    pub(crate) fn copy(&self) -> TempDir {
        let copy = tempfile::tempdir().expect("a folder");
        for name in ["journal.db", "slots", "seal"] {
            fs::write(copy.path().join(name), self.file(name)).expect("written");
        }
        copy
    }
}

impl Content {
    fn read(text: &str) -> Self {
        let table: toml::Table = text.parse().expect("TOML");
        let word = |name: &str| table[name].as_str().expect("a text").to_owned();
        let digits = word("hand-over");
        let mut hand_over = [0; DataKey::HAND_OVER_LENGTH];
        for (at, byte) in hand_over.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).expect("hexadecimal");
        }
        let answers = table["answers"].as_array().expect("a list").iter().map(|answer| {
            (
                answer["id"].as_integer().expect("a number"),
                answer["text"].as_str().expect("a text").to_owned(),
            )
        });
        let words = |name: &str| -> Vec<String> {
            let all = table.get(name).and_then(toml::Value::as_array).into_iter().flatten();
            all.map(|word| word.as_str().expect("a text").to_owned()).collect()
        };
        let found_by = table["searches"].as_array().expect("a list").iter().map(|search| {
            let hits = search["hits"].as_integer().and_then(|hits| usize::try_from(hits).ok());
            (search["text"].as_str().expect("a text").to_owned(), hits.expect("a number"))
        });
        Self {
            passphrase: word("passphrase"),
            recovery_key: word("recovery-key"),
            hand_over,
            answers: answers.collect(),
            rules: words("rules"),
            sheets: words("sheets"),
            packs: words("packs"),
            learned: words("learned"),
            walks: words("walks"),
            found_by: found_by.collect(),
        }
    }

    pub(crate) fn key(&self) -> DataKey {
        DataKey::from_hand_over(&self.hand_over)
    }
}

#[test]
fn every_journal_of_a_past_format_opens_with_every_text() {
    for format in FORMATS {
        let golden = Golden::open(format);
        let copy = golden.copy();
        let folder = Folder::open(copy.path()).expect("a folder");
        let slots = SlotFile::load(&folder).expect("the slot file reads well");
        let by_words =
            slots.open_with_passphrase(&Passphrase::new(&golden.content.passphrase)).expect(format);
        let sheet = RecoveryKey::parse(&golden.content.recovery_key).expect("a sheet");
        let by_sheet = slots.open_with_recovery_key(&sheet).expect(format);
        assert_eq!(*by_words.to_hand_over(), golden.content.hand_over, "{format}");
        assert_eq!(*by_sheet.to_hand_over(), golden.content.hand_over, "{format}");

        let mut vault = Vault::at(folder).unlock(by_words).map_err(|(_, error)| error).expect(format);
        assert_eq!(vault.left(), Left::Sealed, "{format}");
        assert_eq!(writing::look(&mut vault), Ok(Some(Verdict::Sound)), "{format}");
        let mut journal = journal::Journal::open(vault).expect("it is brought to the present format");
        let texts: BTreeMap<i64, String> = writing::texts(&journal).into_iter().collect();
        assert_eq!(texts, golden.content.answers, "{format}");
        let rules: Vec<String> = journal.rules().expect("rules").into_iter().map(|rule| rule.text).collect();
        assert_eq!(rules, golden.content.rules, "{format}");
        assert_eq!(making::sheets(&journal), golden.content.sheets, "{format}");
        assert_eq!(making::packs(&journal), golden.content.packs, "{format}");
        assert_eq!(making::learned(&journal), golden.content.learned, "{format}");
        assert_eq!(making::walks(&journal), golden.content.walks, "{format}");
        assert_eq!(writing::faults(&journal), [""; 0], "{format}");
        for (text, hits) in &golden.content.found_by {
            assert_eq!(journal.search(text, 100).expect("it searches").len(), *hits, "{format}: {text}");
        }

        // It goes on from there.
        writing::fill(&mut journal, 1, 100);
        journal.close().expect("it locks");
        let again = writing::open(copy.path(), by_sheet).expect("it opens again");
        assert_eq!(writing::texts(&again).len(), golden.content.answers.len() + 1, "{format}");
    }
}

#[test]
fn every_backup_of_a_past_format_opens_and_is_counted() {
    for format in FORMATS {
        let golden = Golden::open(format);
        let (copy, _) = golden.copy_with_backup();
        let found = find_backups(copy.path());
        assert_eq!(found.len(), 1, "{format}: it is found without a key");
        let slots = found[0].slots().expect("its slot file reads well");
        let sheet = RecoveryKey::parse(&golden.content.recovery_key).expect("a sheet");
        let key = slots.open_with_recovery_key(&sheet).expect(format);
        let backups = Backups::of(&Folder::open(copy.path()).expect("a folder"), &key);
        let name = BackupName::parse(BACKUP).expect("a name");
        let checked =
            backups.check(Place::Here, &name, journal::tally, writing::moment().to_utc()).expect(format);
        let inside = checked.inside.expect("it opens");
        assert_eq!(usize::try_from(inside.tally.entries), Ok(golden.content.answers.len()), "{format}");

        // On an empty machine it becomes the journal, with every text.
        let empty = tempfile::tempdir().expect("a folder");
        let folder = Folder::open(empty.path()).expect("a folder");
        let now = writing::moment().to_utc();
        restore(&folder, &found[0], &slots, &key, journal::tally, now).expect(format);
        let mut journal = writing::open(empty.path(), key).expect(format);
        assert_eq!(writing::look(journal.vault_mut()), Ok(Some(Verdict::Sound)), "{format}");
        let texts: BTreeMap<i64, String> = writing::texts(&journal).into_iter().collect();
        assert_eq!(texts, golden.content.answers, "{format}");
        assert_eq!(writing::faults(&journal), [""; 0], "{format}");
    }
}

#[test]
fn every_golden_folder_is_one_that_is_opened() {
    making::make_if_asked();
    let mut found: Vec<String> = fs::read_dir(folder())
        .expect("golden files")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("format-"))
        .collect();
    found.sort();
    assert_eq!(found, FORMATS);
}
