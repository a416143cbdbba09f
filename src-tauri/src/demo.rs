//! The example journal of `cargo start --demo`: filled by a process of its own, like every
//! process that ever holds a key, and thrown away when the app closes.

use std::process::{Command, ExitCode, Stdio};

use chrono::Days;
use contract::{Appearance, Intent, Language};
use handbook::{QuestionId, Words};
use journal::{Alias, Field, FormRef, Journal, JournalError, NewContact, NewEntry, SaveAnswer};
use serde::Deserialize;
use vault::{Clock as _, Cost, Folder, Passphrase, SystemClock, SystemRandomness, Vault, VaultError};

use crate::{
    arguments::Role,
    catalogue::{Say, say, say_with},
    handbook_files, parent,
    pipe::{self, Note},
    role::Errand,
    tell,
};

/// It protects nothing, so it may be short to type.
const PASSPHRASE: &str = "voorbeeld zonder geheim";

/// Makes an example journal in a temporary folder and runs the app on it.
pub fn run(language: Language) -> ExitCode {
    let folder = std::env::temp_dir().join(format!("terugblik-demo-{}", std::process::id()));
    let made = fill_in_a_process(&folder, language);
    let code = match made {
        Ok(true) => {
            let shown = folder.display().to_string();
            let variables = [("folder", shown.as_str()), ("passphrase", PASSPHRASE)];
            tell::line(&say_with(language, Say::DemoReady, &variables));
            parent::run(&folder)
        }
        Ok(false) | Err(_) => {
            tell::line(&say(language, Say::DemoFailed));
            ExitCode::FAILURE
        }
    };
    // What cannot be removed now goes with the system's own clean-up.
    let _ = std::fs::remove_dir_all(&folder);
    code
}

fn fill_in_a_process(folder: &std::path::Path, language: Language) -> std::io::Result<bool> {
    let mut child = Command::new(std::env::current_exe()?)
        .args(["--role", Role::DemoMaker.name()])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()?;
    if let Some(mut pipe) = child.stdin.take() {
        let appearance = Appearance { language, ..Appearance::default() };
        let begin = Note::Begin { folder: folder.to_owned(), appearance, intent: Intent::Open, notice: None };
        pipe::send_note(&mut pipe, &begin)?;
    }
    Ok(child.wait()?.success())
}

/// Runs the role that makes the example journal.
pub fn make(errand: &Errand) -> ExitCode {
    match fill(errand) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tell::incident(&error);
            ExitCode::FAILURE
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    entry: Vec<ExampleEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleEntry {
    days_ago: u64,
    kind: Option<String>,
    alias: Option<String>,
    #[serde(default)]
    answers: Vec<ExampleAnswer>,
    free: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleAnswer {
    question: String,
    text: String,
}

fn example(language: Language) -> &'static str {
    match language {
        Language::Nl => include_str!("../../assets/demo/nl.toml"),
        Language::En => include_str!("../../assets/demo/en.toml"),
    }
}

fn fill(errand: &Errand) -> Result<(), JournalError> {
    let language = errand.appearance.language;
    let folder = Folder::open(&errand.folder)?;
    let passphrase = Passphrase::new(PASSPHRASE);
    let (_, key) = vault::set_up(&folder, &passphrase, Cost::FLOOR, &mut SystemRandomness)?;
    let vault = Vault::at(folder).unlock(key).map_err(|(_, error)| error)?;
    let mut journal = Journal::open(vault)?;
    // Both are shipped and tested; a fault in them would be ours.
    let pack = handbook_files::dichterbij(language).map_err(|_| VaultError::Misuse)?;
    let example: Example = toml::from_str(example(language)).map_err(|_| VaultError::Misuse)?;
    for entry in example.entry.into_iter().rev() {
        write(&mut journal, &pack, entry)?;
    }
    journal.close().map(drop)
}

fn write(journal: &mut Journal, pack: &handbook::Pack, example: ExampleEntry) -> Result<(), JournalError> {
    let now = SystemClock.now();
    let then = now.checked_sub_days(Days::new(example.days_ago)).unwrap_or(now);
    let alias = example.alias.as_deref().map(Alias::parse).transpose()?;
    let contact = example.kind.map(|kind| NewContact { day: then.date_naive(), kind, alias });
    let form = if contact.is_some() { "guide" } else { "free-page" };
    let form = FormRef { pack: pack.header().id.clone(), form: form.to_owned(), version: 1 };
    let started = journal.start_entry(NewEntry { contact, form, seed: example.days_ago }, then)?;
    let mut save = |field: Field<'_>, text: &str| {
        journal.save_answer(SaveAnswer { entry: started.id, answer: None, field, text }, then).map(drop)
    };
    for answer in &example.answers {
        let question =
            pack.question(&QuestionId::from(answer.question.as_str())).ok_or(VaultError::Misuse)?;
        let wording = pack.resolve(&question.text, Words::default());
        let (id, version) = (answer.question.as_str(), question.version);
        save(Field::Question { pack: &pack.header().id, id, version, wording: &wording }, &answer.text)?;
    }
    example.free.as_deref().map_or(Ok(()), |text| save(Field::Free, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_read_and_know_the_handbook() {
        for language in [Language::Nl, Language::En] {
            let pack = handbook_files::dichterbij(language).expect("the shipped pack has no fault");
            let example: Example = toml::from_str(example(language)).expect("the example has no fault");
            assert!(!example.entry.is_empty());
            for entry in example.entry {
                assert!(entry.kind.is_none_or(|kind| pack.kind(&handbook::KindId::from(kind)).is_some()));
                assert!(
                    entry
                        .answers
                        .iter()
                        .all(|answer| pack.question(&QuestionId::from(answer.question.as_str())).is_some())
                );
            }
        }
    }
}
