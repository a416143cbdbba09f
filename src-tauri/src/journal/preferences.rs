//! Settings as the store keeps them: a word for each choice, so that an older or newer program
//! reads what it knows and leaves the rest.

use ::journal::{Journal as Store, JournalError};
use contract::{Appearance, Failure, KeepDays, ResidentWord, Settings, WorkerWord};

use crate::failure::journal_failure;

/// Minutes without a key press before the lock.
const IDLE_MINUTES: std::ops::RangeInclusive<u8> = 1..=15;

/// Days that an entry may live after the last contact with its alias.
const KEEP_DAYS: [u16; 3] = [30, 90, 180];

const RESIDENTS: [(ResidentWord, &str); 4] = [
    (ResidentWord::Inwoner, "inwoner"),
    (ResidentWord::Klant, "klant"),
    (ResidentWord::Client, "client"),
    (ResidentWord::Kandidaat, "kandidaat"),
];

const WORKERS: [(WorkerWord, &str); 5] = [
    (WorkerWord::Consulent, "consulent"),
    (WorkerWord::Klantmanager, "klantmanager"),
    (WorkerWord::Inkomensconsulent, "inkomensconsulent"),
    (WorkerWord::Werkconsulent, "werkconsulent"),
    (WorkerWord::Participatiecoach, "participatiecoach"),
];

/// What holds: the store's settings, with the language and text size of the windows.
///
/// # Errors
/// Whatever the store says.
pub fn read(store: &Store, appearance: Appearance) -> Result<Settings, JournalError> {
    let first = Settings::first(appearance.language);
    let idle_minutes = store.setting::<u8>("idle-minutes")?.filter(|minutes| IDLE_MINUTES.contains(minutes));
    let keep_days = store.setting::<u16>("keep-days")?.filter(|days| KEEP_DAYS.contains(days));
    let resident = store.setting::<String>("resident-word")?;
    let worker = store.setting::<String>("worker-word")?;
    Ok(Settings {
        appearance,
        idle_minutes: idle_minutes.unwrap_or(first.idle_minutes),
        resident_word: choice(&RESIDENTS, resident.as_deref()).unwrap_or(first.resident_word),
        worker_word: choice(&WORKERS, worker.as_deref()).unwrap_or(first.worker_word),
        keep_days: keep_days.map_or(first.keep_days, KeepDays),
    })
}

/// Keeps what was chosen in the store.
///
/// # Errors
/// `SettingOutOfBounds`, and whatever the store says.
pub fn keep(store: &mut Store, settings: &Settings) -> Result<(), Failure> {
    if !IDLE_MINUTES.contains(&settings.idle_minutes) || !KEEP_DAYS.contains(&settings.keep_days.0) {
        return Err(Failure::SettingOutOfBounds);
    }
    store
        .set_settings(&[
            ("idle-minutes", &settings.idle_minutes),
            ("keep-days", &settings.keep_days.0),
            ("resident-word", &word(&RESIDENTS, settings.resident_word)),
            ("worker-word", &word(&WORKERS, settings.worker_word)),
        ])
        .map_err(|error| journal_failure(&error))
}

fn choice<T: Copy>(choices: &[(T, &str)], word: Option<&str>) -> Option<T> {
    choices.iter().find(|(_, name)| Some(*name) == word).map(|(choice, _)| *choice)
}

fn word<T: Copy + PartialEq>(choices: &[(T, &'static str)], chosen: T) -> &'static str {
    choices.iter().find(|(choice, _)| *choice == chosen).map_or("", |(_, name)| name)
}
