//! The role that fills the example journal of `cargo start --demo`, and ends.

mod learned;
mod own_trials;
mod sheets;
mod walk_throughs;

use std::process::ExitCode;

use chrono::{DateTime, Days, FixedOffset};
use contract::Language;
use handbook::{About, KindId, QuestionId, Words};
use household::{
    catalogue::{Say, say_with},
    tell,
};
use journal::{
    Alias, AnswerId, EntryId, Field, FormRef, Journal, JournalError, NewContact, NewEntry, QuestionRef,
    Returns, SaveAnswer, Sitting,
};
use serde::Deserialize;
use vault::{
    Clock as _, Cost, Folder, Passphrase, RecoveryKey, SystemClock, SystemRandomness, Vault, VaultError,
};

use self::{
    learned::{ExamplePoint, ExampleRule, ExampleWord},
    own_trials::ExampleOwnTrial,
    sheets::ExampleCell,
    walk_throughs::ExampleWalkThrough,
};
use crate::{handbook_files, role::Errand};

/// It protects nothing, so it may be short to type.
const PASSPHRASE: &str = "voorbeeld zonder geheim";

/// Makes the example journal and says where it lies and how it opens.
pub fn make(errand: &Errand) -> ExitCode {
    match fill(errand) {
        Ok(()) => {
            let folder = errand.folder.display().to_string();
            let variables = [("folder", folder.as_str()), ("passphrase", PASSPHRASE)];
            tell::line(&say_with(errand.appearance.language, Say::DemoReady, &variables));
            ExitCode::SUCCESS
        }
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
    rule: Vec<ExampleRule>,
    word: Vec<ExampleWord>,
    point: Vec<ExamplePoint>,
    closed: Vec<ExampleClosed>,
    own_trial: Vec<ExampleOwnTrial>,
    walk_through: Vec<ExampleWalkThrough>,
}

/// An alias with which the work is closed: what stands under it goes within days.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleClosed {
    days_ago: u64,
    alias: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleEntry {
    days_ago: u64,
    kind: Option<String>,
    alias: Option<String>,
    /// The contact, where it was on another day than the one on which it was written about.
    contact_days_ago: Option<u64>,
    /// The form of a sheet; none where questions were asked, or none were.
    sheet: Option<String>,
    #[serde(default)]
    cells: Vec<ExampleCell>,
    minutes: Option<u8>,
    #[serde(default)]
    young: bool,
    baggage: Option<String>,
    mood: Option<String>,
    outcome: Option<String>,
    #[serde(default)]
    answers: Vec<ExampleAnswer>,
    #[serde(default)]
    own: Vec<ExampleAnswer>,
    free: Option<String>,
    feeling: Option<String>,
    intention: Option<String>,
    returns: Option<ExampleReturns>,
    later: Option<ExampleLater>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleAnswer {
    question: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ExampleReturns {
    Alias,
    Kind,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleLater {
    days_ago: u64,
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
    fill_folder(folder, language)
}

fn fill_folder(folder: Folder, language: Language) -> Result<(), JournalError> {
    let passphrase = Passphrase::new(PASSPHRASE);
    let (mut slots, key) = vault::set_up(&folder, &passphrase, Cost::FLOOR, &mut SystemRandomness)?;
    // An example need not ask for a recovery sheet. Its key is nobody's, as soon as it is made.
    let recovery = RecoveryKey::draw(&mut SystemRandomness)?;
    slots.set_recovery_key(&key, &recovery, &mut SystemRandomness)?;
    slots.store(&folder)?;
    let vault = Vault::at(folder).unlock(key).map_err(|(_, error)| error)?;
    let mut journal = Journal::open(vault)?;
    // Both are shipped and tested; a fault in them would be ours.
    let pack = handbook_files::dichterbij(language).map_err(|_| VaultError::Misuse)?;
    let example: Example = toml::from_str(example(language)).map_err(|_| VaultError::Misuse)?;
    let mut entries = Vec::with_capacity(example.entry.len());
    for entry in example.entry.into_iter().rev() {
        let days_ago = entry.days_ago;
        entries.push((days_ago, write(&mut journal, &pack, entry)?));
    }
    learned::fill(&mut journal, &pack, (&example.rule, &example.word, &example.point))?;
    for closed in example.closed {
        let closed_on = ago(closed.days_ago).date_naive();
        journal.close_alias(&Alias::parse(&closed.alias)?, Some(closed_on))?;
    }
    for own_trial in &example.own_trial {
        own_trials::live(&mut journal, own_trial)?;
    }
    for walk_through in &example.walk_through {
        walk_throughs::walk(&mut journal, (&pack, language), &entries, walk_through)?;
    }
    journal.close().map(drop)
}

fn write(
    journal: &mut Journal,
    pack: &handbook::Pack,
    example: ExampleEntry,
) -> Result<EntryId, JournalError> {
    let then = ago(example.days_ago);
    let alias = example.alias.as_deref().map(Alias::parse).transpose()?;
    let returns = match example.returns {
        Some(ExampleReturns::Alias) => Returns::Alias,
        Some(ExampleReturns::Kind) => Returns::Kind,
        None if alias.is_some() => Returns::Alias,
        None => Returns::Kind,
    };
    let kind = example.kind.as_deref().map(KindId::from);
    let day = ago(example.contact_days_ago.unwrap_or(example.days_ago)).date_naive();
    let contact = example.kind.map(|kind| NewContact { day, kind, alias });
    let sheet = match &example.sheet {
        Some(sheet) => Some(pack.form(pack.id(), sheet).ok_or(VaultError::Misuse)?),
        None => None,
    };
    let guide = if contact.is_some() { "guide" } else { "free-page" };
    let form = sheet.map_or(guide, |form| form.id.as_str());
    let version = sheet.map_or(1, |form| form.version);
    let form = FormRef { pack: pack.id().to_owned(), form: form.to_owned(), version };
    let title = sheet.map(|form| pack.resolve(&form.name, Words::default()));
    let prepares = sheet.is_some_and(|form| form.about == About::ComingContact);
    let sitting = example.minutes.map(|minutes| Sitting {
        minutes,
        young: example.young,
        baggage: example.baggage,
        mood: example.mood,
    });
    let new = NewEntry { contact, form, seed: example.days_ago, sitting, title, prepares };
    let entry = journal.start_entry(new, then)?.id;
    if let Some(form) = sheet {
        sheets::fill(journal, (pack, form), entry, &example.cells, then)?;
    }

    if let Some(outcome) = &example.outcome {
        let of = journal.intention_for(entry)?.ok_or(VaultError::Misuse)?.answer;
        save(journal, entry, Field::Outcome { of }, outcome, then)?;
    }
    for answer in &example.answers {
        let question =
            pack.question(&QuestionId::from(answer.question.as_str())).ok_or(VaultError::Misuse)?;
        let wording = pack.resolve(&question.text, Words::default());
        let (pack, id, version) = (pack.id(), answer.question.as_str(), question.version);
        save(journal, entry, Field::Question { pack, id, version, wording: &wording }, &answer.text, then)?;
    }
    for own in &example.own {
        save(journal, entry, Field::Own { wording: &own.question }, &own.text, then)?;
    }
    if let Some(text) = &example.free {
        save(journal, entry, Field::Free, text, then)?;
    }
    if let Some(text) = &example.intention {
        let question = pack.intention(kind.as_ref());
        let wording = question.map(|question| pack.resolve(&question.text, Words::default()));
        let question = question.zip(wording.as_deref()).map(|(question, wording)| QuestionRef {
            pack: pack.id(),
            id: question.id.as_str(),
            version: question.version,
            wording,
        });
        save(journal, entry, Field::Intention { question, returns }, text, then)?;
    }
    if let Some(text) = &example.feeling {
        save(journal, entry, Field::Feeling, text, then)?;
    }
    if let Some(later) = &example.later {
        save(journal, entry, Field::Free, &later.text, ago(later.days_ago))?;
    }
    Ok(entry)
}

fn ago(days: u64) -> DateTime<FixedOffset> {
    let now = SystemClock.now();
    now.checked_sub_days(Days::new(days)).unwrap_or(now)
}

fn save(
    journal: &mut Journal,
    entry: EntryId,
    field: Field<'_>,
    text: &str,
    then: DateTime<FixedOffset>,
) -> Result<AnswerId, JournalError> {
    Ok(journal.save_answer(SaveAnswer { entry, answer: None, field, text }, then)?.id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use journal::{Entry, StoredField, StoredValue, Term};
    use vault::SlotFile;

    use super::{own_trials::ExamplePhase, *};

    #[test]
    fn the_examples_fill_a_journal() {
        for language in [Language::Nl, Language::En] {
            let folder = tempfile::tempdir().expect("a folder");
            let vault = Folder::open(folder.path()).expect("a data folder");
            fill_folder(vault, language).expect("the shipped example knows the shipped handbook");

            let passphrase = Passphrase::new(PASSPHRASE);
            let vault = Folder::open(folder.path()).expect("the folder");
            let key = SlotFile::load(&vault).and_then(|slots| slots.open_with_passphrase(&passphrase));
            let vault = Vault::at(vault).unlock(key.expect("it opens")).map_err(|(_, error)| error);
            let mut journal = Journal::open(vault.expect("it opens")).expect("a journal");
            let leaving = journal.leaving(Term(180), SystemClock.now().date_naive()).expect("a list");
            let reasons: BTreeSet<_> = leaving.iter().map(|one| format!("{:?}", one.going.why)).collect();
            assert_eq!(reasons, ["Closed", "Term"].map(str::to_owned).into(), "something goes for each");
            shows_what_was_learned(&journal);
            shows_sheets(&journal);
            shows_an_own_trial(&journal);
            shows_walk_throughs(&journal);
        }
    }

    /// One is prepared for tomorrow, of two entries in which three passages are covered by hand; one was
    /// shown, and its card was kept.
    fn shows_walk_throughs(journal: &Journal) {
        let rows = journal.walk_throughs().expect("a list");
        let [prepared, past] = rows.as_slice() else { panic!("two walk-throughs") };
        let tomorrow = SystemClock.now().date_naive().succ_opt();
        assert_eq!((prepared.plan.planned_on(), prepared.shown.is_some()), (tomorrow, false));
        let prepared = journal.walk_through(prepared.id).expect("it is there");
        assert!(prepared.is_ready());
        let blocks = || prepared.pages.iter().flat_map(|page| &page.blocks);
        let by_hand = |block: &journal::WalkBlock| {
            let whole = u32::try_from(block.text.encode_utf16().count()).expect("short");
            block.covers.iter().filter(|cover| cover.end - cover.start < whole).count()
        };
        assert_eq!((prepared.pages.len(), blocks().map(by_hand).sum::<usize>()), (2, 3));
        let of_itself = blocks().filter(|block| by_hand(block) == 0 && !block.covers.is_empty());
        assert!(of_itself.count() > 0, "what is one's own is covered by itself");
        let past = journal.walk_through(past.id).expect("it is there");
        let card = past.card.expect("it was shown");
        assert_eq!(card.state, journal::CardState::Kept);
        for page in &past.pages {
            let status = journal.entry(page.head.entry).expect("it is there").status;
            assert!(status.shown_on.is_some());
        }
        assert_eq!(journal.awaiting_return(), Ok(None));
    }

    /// One that runs, ten weeks old, with enough in both phases to say something of them.
    fn shows_an_own_trial(journal: &Journal) {
        let listed = journal.own_trials().expect("a list");
        let [row] = listed.as_slice() else { panic!("one trial") };
        let since = SystemClock.now().date_naive().signed_duration_since(row.started_on);
        assert_eq!((since.num_weeks(), row.ended_on), (10, None));
        let trial = journal.own_trial(row.id).expect("it is there");
        let measured: Vec<usize> = trial.phases.iter().map(|phase| phase.measurements.len()).collect();
        assert_eq!((measured, trial.comparisons().count()), (vec![6, 7], 1));
    }

    /// Two rules are used, one of them with a past, and one was dropped; words have both their meanings;
    /// the card has two themes, and something was talked about.
    fn shows_what_was_learned(journal: &Journal) {
        let rules = journal.rules().expect("a list");
        let told: Vec<_> = rules.iter().map(|rule| (rule.former.len(), rule.dropped_on.is_some())).collect();
        assert_eq!(told, [(0, false), (1, false), (0, true)]);
        let words = journal.twofold_words().expect("a list");
        assert_eq!(words.len(), 2);
        for word in words {
            let text = &word.text;
            assert!([text.mine(), text.theirs(), text.whose()].iter().all(|part| !part.is_empty()));
        }
        let points = journal.team_points().expect("a card");
        let themes: Vec<_> =
            points.iter().map(|point| point.theme.as_ref().map(|theme| &*theme.id)).collect();
        assert_eq!(themes, [Some("team"), Some("overleg"), Some("team")]);
        let discussed = points.iter().filter(|point| point.discussed_on.is_some()).count();
        assert_eq!(discussed, 1);
    }

    /// One look-back is there today and others are to come, one was written, and a preparation stands
    /// beside what came after it.
    fn shows_sheets(journal: &Journal) {
        let today = SystemClock.now().date_naive();
        let due: Vec<i64> = journal
            .look_backs(10)
            .expect("a list")
            .iter()
            .map(|open| open.due.signed_duration_since(today).num_days())
            .collect();
        assert_eq!(due, [0, 7, 28]);
        let all = journal.entries(None, 100).expect("a list");
        let entries: Vec<Entry> = all.iter().map(|row| journal.entry(row.entry).expect("an entry")).collect();
        let titles: BTreeSet<&str> = entries.iter().filter_map(|entry| entry.title.as_deref()).collect();
        assert_eq!(titles.len(), 5, "{titles:?}");
        let compared = entries.iter().filter(|entry| entry.form.form == "maand").count();
        assert_eq!(compared, 2, "a form whose earlier sheets are beside it has one");
        let beside = entries.iter().filter(|entry| entry.prepared.is_some()).count();
        assert_eq!(beside, 1);
        let became = |answer: &journal::Answer| matches!(answer.field, StoredField::LookBack { .. });
        assert_eq!(entries.iter().flat_map(|entry| &entry.answers).filter(|one| became(one)).count(), 1);
        let chafes = |answer: &journal::Answer| {
            matches!(&answer.field, StoredField::Cell(cell)
                if cell.value == StoredValue::Choice { option: Some("schuurt".to_owned()) })
        };
        assert!(entries.iter().flat_map(|entry| &entry.answers).any(chafes), "a dilemma that stays one");
    }

    #[test]
    fn both_examples_tell_the_same_half_year() {
        let shape = |language| {
            let example: Example = toml::from_str(example(language)).expect("the example has no fault");
            example.entry.into_iter().map(|entry| {
                let questions: Vec<String> =
                    entry.answers.into_iter().map(|answer| answer.question).collect();
                let parts = [entry.outcome.is_some(), entry.intention.is_some(), entry.free.is_some()];
                let place = |cell: ExampleCell| {
                    (cell.field, cell.column, cell.row, cell.option, cell.in_days, cell.became.is_some())
                };
                let cells: Vec<_> = entry.cells.into_iter().map(place).collect();
                let sheet = (entry.sheet, entry.contact_days_ago, cells);
                (entry.days_ago, entry.kind, entry.minutes, questions, parts, entry.own.len(), sheet)
            })
        };
        let dutch: Vec<_> = shape(Language::Nl).collect();
        assert_eq!(dutch.len(), 66);
        let around = |language| {
            let example: Example = toml::from_str(example(language)).expect("the example has no fault");
            let learned = learned::shape(&example.rule, &example.word, &example.point);
            let trial = |trial: ExampleOwnTrial| {
                let phase = |phase: ExamplePhase| (phase.days_ago, phase.kind, phase.measured);
                let phases: Vec<_> = trial.phases.into_iter().map(phase).collect();
                (trial.days_ago, trial.scale, trial.better, trial.measured, phases)
            };
            let trials: Vec<_> = example.own_trial.into_iter().map(trial).collect();
            let walk = |walk: ExampleWalkThrough| {
                let page = |page: walk_throughs::ExamplePage| (page.days_ago, page.covers.len());
                let pages: Vec<_> = walk.pages.into_iter().map(page).collect();
                (walk.in_days, walk.shown_days_ago, walk.minutes, pages, walk.card.is_some())
            };
            let walks: Vec<_> = example.walk_through.into_iter().map(walk).collect();
            (
                learned,
                example.closed.iter().map(|closed| closed.days_ago).collect::<Vec<u64>>(),
                trials,
                walks,
            )
        };
        assert_eq!(around(Language::Nl), around(Language::En));
        assert!(dutch.iter().eq(&shape(Language::En).collect::<Vec<_>>()));
    }
}
