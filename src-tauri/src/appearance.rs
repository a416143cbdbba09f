//! Language and text size before any key has come: kept in the data folder, outside the store,
//! because the lock window needs them. They say nothing about the journal.

use contract::{Appearance, Failure, Language, TextSize};
use vault::Folder;

use crate::failure::failure;

/// What was last chosen, or what the system suggests.
pub fn of(folder: Option<&Folder>) -> Appearance {
    let kept = folder.and_then(Folder::appearance);
    Appearance {
        language: match kept.as_ref().map(|kept| kept.language.as_str()) {
            Some("nl") => Language::Nl,
            Some("en") => Language::En,
            _ => language_of_system(),
        },
        text_size: kept
            .and_then(|kept| SIZES.iter().find(|(_, name)| *name == kept.text_size))
            .map_or_else(TextSize::default, |(size, _)| *size),
    }
}

/// Keeps what was chosen.
///
/// # Errors
/// When the folder cannot be written.
pub fn keep(folder: &Folder, chosen: Appearance) -> Result<(), Failure> {
    let language = match chosen.language {
        Language::Nl => "nl",
        Language::En => "en",
    };
    let text_size = SIZES.iter().find(|(size, _)| *size == chosen.text_size).map_or("normal", |(_, name)| name);
    let kept = vault::Appearance { language: language.to_owned(), text_size: text_size.to_owned() };
    folder.set_appearance(&kept).map_err(|error| failure(&error))
}

const SIZES: [(TextSize, &str); 5] = [
    (TextSize::Small, "small"),
    (TextSize::Normal, "normal"),
    (TextSize::Large, "large"),
    (TextSize::Larger, "larger"),
    (TextSize::Largest, "largest"),
];

/// Dutch, unless the system speaks English and not Dutch.
pub fn language_of_system() -> Language {
    let spoken = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(std::env::var_os)
        .find(|value| !value.is_empty())
        .unwrap_or_default();
    if spoken.to_string_lossy().starts_with("en") { Language::En } else { Language::Nl }
}
