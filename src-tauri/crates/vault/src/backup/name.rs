//! The name of a backup's folder: when it was begun, in UTC, so that names sort by time.

use std::fmt;

use chrono::{DateTime, NaiveDateTime, Utc};

/// `20261122T164512Z`, or `20261122T164512Z-2` up to `-9` when there was one of that second already.
///
/// There is no other way to make one than [`Self::parse`], so a name can never lead out of the folder
/// it is looked for in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BackupName(String);

/// What chrono is told.
const TIME: &str = "%Y%m%dT%H%M%SZ";
/// The length of such a time.
const LENGTH: usize = 16;

impl BackupName {
    /// Reads a name; nothing when it is not exactly one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (time, number) = text.split_at_checked(LENGTH)?;
        let bytes = time.as_bytes();
        let digits = bytes.iter().enumerate().all(|(place, byte)| match place {
            8 => *byte == b'T',
            // A leap second would not come back as the same time.
            13 => (b'0'..=b'5').contains(byte),
            15 => *byte == b'Z',
            _ => byte.is_ascii_digit(),
        });
        let numbered = matches!(number.as_bytes(), [] | [b'-', b'2'..=b'9']);
        if !digits || !numbered {
            return None;
        }
        NaiveDateTime::parse_from_str(time, TIME).ok()?;
        Some(Self(text.to_owned()))
    }

    /// The name as it is on disk.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The time in the name, to the second.
    #[must_use]
    pub fn made_at(&self) -> DateTime<Utc> {
        NaiveDateTime::parse_from_str(&self.0[..LENGTH], TIME).unwrap_or_default().and_utc()
    }

    /// The names that a backup begun at this time may have, the first one first. There are none in
    /// years that do not have four digits.
    pub(crate) fn of(made_at: DateTime<Utc>) -> impl Iterator<Item = Self> {
        let time = made_at.format(TIME).to_string();
        let numbered = (2..=9).map({
            let time = time.clone();
            move |number| format!("{time}-{number}")
        });
        std::iter::once(time).chain(numbered).filter_map(|name| Self::parse(&name))
    }

    /// The name of its folder until it is whole.
    pub(crate) fn unfinished(&self) -> String {
        format!("{}.part", self.0)
    }

    /// Whether a folder of this name is a backup that never became whole.
    pub(crate) fn is_unfinished(text: &str) -> bool {
        text.strip_suffix(".part").and_then(Self::parse).is_some()
    }
}

impl fmt::Display for BackupName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_times_and_sort_by_them() {
        let made_at = DateTime::from_timestamp_millis(1_795_365_912_345).expect("it is a time");
        let names: Vec<_> = BackupName::of(made_at).collect();
        assert_eq!(names.len(), 9);
        assert_eq!(names[0].as_str(), "20261122T164512Z");
        assert_eq!(names[8].as_str(), "20261122T164512Z-9");
        assert!(names.is_sorted());
        for name in &names {
            assert_eq!(BackupName::parse(name.as_str()).as_ref(), Some(name));
            assert_eq!(name.made_at().timestamp(), made_at.timestamp());
            assert!(BackupName::is_unfinished(&name.unfinished()));
        }
    }

    #[test]
    fn nothing_else_is_a_name() {
        let others = [
            "",
            ".",
            "..",
            "../20261122T164512Z",
            "20261122T164512Z/..",
            "20261122T164512Z/",
            "20261122T164512Z\0",
            "20261122T164512Z.part",
            "20261122T164512Z-1",
            "20261122T164512Z-10",
            "20261122T164512Z-02",
            "20261122T164512Z--2",
            "20261322T164512Z",
            "20260230T164512Z",
            "20261122T246012Z",
            "20261122T164560Z",
            "20261122t164512z",
            "20261122T164512",
            "2026-11-22T16:45",
            "+2261122T164512Z",
            " 0261122T164512Z",
            "２０２６1122T164512Z",
            "20261122T16451é",
        ];
        for other in others {
            assert_eq!(BackupName::parse(other), None, "{other:?}");
            assert!(!BackupName::is_unfinished(other) || other.ends_with("Z.part"), "{other:?}");
        }
    }

    #[test]
    fn a_year_without_four_digits_has_no_names() {
        for year in ["+12026-11-22T16:45:12Z", "-0001-11-22T16:45:12Z"] {
            let made_at: DateTime<Utc> = year.parse().expect("chrono reads it");
            assert_eq!(BackupName::of(made_at).count(), 0, "{year}");
        }
    }
}
