//! Types that more than one role speaks.

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use zeroize::Zeroize;

/// Text that must not be seen: never printed, wiped when dropped.
///
/// It protects our own copy. The webview's copy ends with the webview's process.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct Hidden(String);

impl Hidden {
    /// Takes the text over without copying it.
    #[must_use]
    pub const fn new(text: String) -> Self {
        Self(text)
    }

    /// The text itself. Borrow it; do not keep it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hidden")
    }
}

impl Drop for Hidden {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// A language of the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// Dutch, B1.
    #[default]
    Nl,
    /// English.
    En,
}

/// The size of text on screen, in steps around the design's own size.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum TextSize {
    /// Seven eighths of the design's size.
    Small,
    /// The design's own size.
    #[default]
    Normal,
    /// One and an eighth of it.
    Large,
    /// One and a quarter of it.
    Larger,
    /// One and a half of it.
    Largest,
}

/// What a window needs to know before any key has come. It says nothing about the journal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Appearance {
    /// The language of the screen.
    pub language: Language,
    /// The size of text.
    pub text_size: TextSize,
}
