//! Ids of a pack: a newtype each, so that a theme is never taken for a question.

use std::fmt;

macro_rules! ids {
    ($($(#[doc = $doc:literal])+ $name:ident)+) => {$(
        $(#[doc = $doc])+
        ///
        /// An id made from any text is allowed; one that no pack has simply matches nothing.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The id as it stands in the pack and in the store.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id)
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// Names a question, `D01`.
    QuestionId
    /// Names a kind of contact, `huisbezoek`.
    KindId
    /// Names a theme.
    ThemeId
    /// Names a source.
    SourceId
    /// Names a form.
    FormId
}

/// The most characters of an id in a pack.
pub(crate) const MAX_ID: usize = 40;

/// Whether a pack may use this as an id: letters, digits and hyphens of ASCII, no hyphen in front.
pub(crate) fn usable(id: &str) -> bool {
    (1..=MAX_ID).contains(&id.len())
        && !id.starts_with('-')
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
