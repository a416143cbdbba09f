//! Language and text size before any key has come: kept in the data folder, outside the store,
//! because the lock window needs them. They say nothing about the journal.

use contract::{Appearance, Language, TextSize};
use vault::{Folder, VaultError};

/// What was last chosen, or what the system suggests.
pub fn of(folder: Option<&Folder>) -> Appearance {
    let Some(kept) = folder.and_then(Folder::appearance) else {
        return Appearance { language: language_of_system(), text_size: TextSize::default() };
    };
    Appearance {
        language: match kept.language {
            vault::Language::Nl => Language::Nl,
            vault::Language::En => Language::En,
        },
        text_size: match kept.text_size {
            vault::TextSize::Small => TextSize::Small,
            vault::TextSize::Normal => TextSize::Normal,
            vault::TextSize::Large => TextSize::Large,
            vault::TextSize::Larger => TextSize::Larger,
            vault::TextSize::Largest => TextSize::Largest,
        },
    }
}

/// Keeps what was chosen.
///
/// # Errors
/// When the folder cannot be written.
pub fn keep(folder: &Folder, chosen: Appearance) -> Result<(), VaultError> {
    let kept = vault::Appearance {
        language: match chosen.language {
            Language::Nl => vault::Language::Nl,
            Language::En => vault::Language::En,
        },
        text_size: match chosen.text_size {
            TextSize::Small => vault::TextSize::Small,
            TextSize::Normal => vault::TextSize::Normal,
            TextSize::Large => vault::TextSize::Large,
            TextSize::Larger => vault::TextSize::Larger,
            TextSize::Largest => vault::TextSize::Largest,
        },
    };
    folder.set_appearance(kept)
}

/// Dutch, unless the system speaks English and not Dutch.
pub fn language_of_system() -> Language {
    let spoken = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(std::env::var_os)
        .find(|value| !value.is_empty())
        .unwrap_or_default();
    if spoken.to_string_lossy().starts_with("en") { Language::En } else { Language::Nl }
}
