//! The child of these tests: it writes in a journal that its parent gave it, and says what it was told.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use boundaries::{say, writing};
use journal::{AnswerId, EntryId, Journal, JournalError, RuleText, TwofoldText};
use testkit::realistic_dutch;
use vault::DataKey;

use crate::walks;

const FOLDER: &str = "TERUGBLIK_TEST_FOLDER";
const KEY: &str = "TERUGBLIK_TEST_KEY";

/// Gives a child its journal.
pub(crate) fn give(command: &mut Command, folder: &Path, key: &DataKey) {
    let key: String = key.to_hand_over().iter().map(|byte| format!("{byte:02x}")).collect();
    command.env(FOLDER, folder).env(KEY, key);
}

/// In the child: what it was given.
pub(crate) fn given() -> (PathBuf, DataKey) {
    let digits = env::var(KEY).expect("a key");
    let mut block = [0; DataKey::HAND_OVER_LENGTH];
    for (at, byte) in block.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).expect("hexadecimal");
    }
    let folder = env::var_os(FOLDER).expect("a folder");
    (folder.into(), DataKey::from_hand_over(&block))
}

/// In the child: opens the journal it was given.
pub(crate) fn open() -> Result<Journal, JournalError> {
    let (folder, key) = given();
    writing::open(&folder, key)
}

/// The text of an answer in its n-th version. Its length goes up and down.
pub(crate) fn text(version: usize) -> String {
    format!("v{version} {}", realistic_dutch(40 + version * 379 % 3_000))
}

/// Which version a text is; none when it is none of them, byte for byte.
pub(crate) fn version(found: &str) -> Option<usize> {
    let version = found.strip_prefix('v')?.split(' ').next()?.parse().ok()?;
    (text(version) == found).then_some(version)
}

/// The answers of a journal that can be written in: entry, answer, text.
pub(crate) fn answers(journal: &Journal) -> Vec<(EntryId, AnswerId, String)> {
    const ANSWERS: &str = "SELECT answer.entry, answer.id, answer.text FROM answer
        JOIN entry ON entry.id = answer.entry WHERE entry.deleted_at IS NULL ORDER BY answer.id";
    let connection = journal.vault().connection();
    let mut statement = connection.prepare(ANSWERS).expect("a query");
    let rows = statement.query_map([], |row| Ok((EntryId(row.get(0)?), AnswerId(row.get(1)?), row.get(2)?)));
    rows.expect("rows").collect::<Result<_, _>>().expect("answers")
}

/// The n-th version of a rule of thumb, and which one a rule is.
pub(crate) const RULES: [&str; 3] = ["Eerst vragen.", "Eerst vragen, dan zeggen.", "Eerst stil zijn."];

/// What a person does in a few minutes, each step acknowledged or refused: looks on, writes three
/// entries in two versions, keeps what was learned, shows one to somebody, searches, erases one, locks. After a refusal she goes
/// on.
pub(crate) fn sitting() {
    let opened = open().or_else(|error| {
        refused("open", error);
        open()
    });
    let mut journal = match opened {
        Ok(journal) => journal,
        Err(error) => return refused("open", error),
    };
    say("open");
    match writing::look(journal.vault_mut()) {
        Ok(verdict) => say(&format!("verdict {verdict:?}")),
        Err(error) => refused("look", error.into()),
    }
    let mut entries = Vec::new();
    for number in 0..3 {
        let new = if number == 1 { writing::page() } else { writing::contact("Groene Specht") };
        let entry = match journal.start_entry(new, writing::moment()) {
            Ok(entry) => entry.id,
            Err(error) => {
                refused("start", error);
                continue;
            }
        };
        entries.push(entry);
        let mut answer = None;
        for version in [number * 2, number * 2 + 1] {
            match writing::save(&mut journal, entry, answer, &text(version)) {
                Ok(saved) => {
                    answer = Some(saved);
                    say(&format!("saved {} {version}", saved.0));
                }
                Err(error) => refused("save", error),
            }
        }
        done("leave", journal.leave(entry));
    }
    learn(&mut journal);
    if let Some(entry) = entries.last() {
        walks::walk(&mut journal, *entry);
    }
    done("search", journal.search("lift", 20).map(drop));
    if let Some(entry) = entries.first() {
        done("delete", journal.delete(*entry, writing::moment()));
        say(&format!("erasing {}", entry.0));
        match journal.erase(*entry) {
            Ok(()) => say(&format!("erased {}", entry.0)),
            Err(error) => refused("erase", error),
        }
    }
    say("locking");
    match journal.close() {
        Ok(_) => say("locked"),
        Err(error) => refused("lock", error),
    }
}

/// Keeps a rule of thumb and changes it twice; keeps a word with two meanings, and erases it.
fn learn(journal: &mut Journal) {
    let mut known = None;
    for (version, text) in RULES.iter().enumerate() {
        let text = RuleText::parse(text).expect("a rule");
        let kept = match known {
            Some(rule) => journal.change_rule(rule, &text, writing::moment()),
            None => journal.keep_rule(&text, writing::moment()),
        };
        match kept {
            Ok(rule) => {
                known = Some(rule.id);
                say(&format!("ruled {} {version}", rule.id.0));
            }
            // The others are changes of what is there.
            Err(error) => return refused("rule", error),
        }
    }
    let text = TwofoldText::parse("stabiel", "geen schuld", "hij slaapt", "wijkteam").expect("a word");
    match journal.keep_twofold_word(&text, writing::moment()) {
        Ok(word) => {
            say(&format!("worded {}", word.id.0));
            say("unwording");
            match journal.erase_twofold_word(word.id) {
                Ok(()) => say(&format!("unworded {}", word.id.0)),
                Err(error) => refused("unword", error),
            }
        }
        Err(error) => refused("word", error),
    }
}

fn done(step: &str, outcome: Result<(), JournalError>) {
    if let Err(error) = outcome {
        refused(step, error);
    }
}

/// Says what was refused, and as what.
#[allow(clippy::needless_pass_by_value, reason = "it is the end of this error")]
pub(crate) fn refused(step: &str, error: JournalError) {
    let code = if let JournalError::Vault(error) = error { error.to_string() } else { error.to_string() };
    say(&format!("refused {step} {code}"));
}
