//! Language and text size, kept in the open because the lock window needs them before any key.
//!
//! The file says nothing about the journal, and nothing is lost with it.

use serde::{Deserialize, Serialize};

use crate::{Folder, VaultError, files};

/// A language of the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// Dutch.
    #[default]
    Nl,
    /// English.
    En,
}

/// The size of text on screen, in steps around the design's own size.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextSize {
    /// Smaller than the design's.
    Small,
    /// The design's own.
    #[default]
    Normal,
    /// One step up.
    Large,
    /// Two steps up.
    Larger,
    /// Three steps up.
    Largest,
}

/// What the lock window needs to know.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Appearance {
    /// The language of the screen.
    pub language: Language,
    /// The size of text.
    pub text_size: TextSize,
}

/// Far more than the file ever has, in bytes.
const LONGEST: u64 = 4096;

impl Folder {
    /// What was last chosen; nothing when there is no such file or it does not read well.
    #[must_use]
    pub fn appearance(&self) -> Option<Appearance> {
        let bytes = files::read_bounded(&self.appearance_file(), LONGEST).ok()??;
        toml::from_str(std::str::from_utf8(&bytes).ok()?).ok()
    }

    /// Keeps a choice.
    ///
    /// # Errors
    /// [`VaultError::DiskFull`], [`VaultError::FolderNotWritable`], [`VaultError::Io`].
    pub fn set_appearance(&self, appearance: Appearance) -> Result<(), VaultError> {
        let text = toml::to_string(&appearance).map_err(|_| VaultError::Misuse)?;
        files::write_atomically(&self.appearance_file(), text.as_bytes())?;
        Ok(())
    }
}
