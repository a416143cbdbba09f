//! The command line.

use std::{ffi::OsString, path::PathBuf};

/// What the program was started for.
#[derive(Debug, PartialEq, Eq)]
pub enum Start {
    /// The app, by a person.
    Parent {
        /// Where the journal lies, if not in the usual place.
        folder: Option<PathBuf>,
    },
    /// The app on a filled example journal in a temporary folder.
    Demo,
    /// Print how to start it.
    Help,
    /// Print the version.
    Version,
    /// Not a command line of ours.
    Unknown(OsString),
}

/// Reads the command line, without the program's own name.
pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Start {
    let mut folder = None;
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--help" | "-h") => return Start::Help,
            Some("--version" | "-V") => return Start::Version,
            Some("--demo") => return Start::Demo,
            Some("--data-dir") => match arguments.next() {
                Some(path) if !path.is_empty() => folder = Some(PathBuf::from(path)),
                _ => return Start::Unknown(argument),
            },
            _ => return Start::Unknown(argument),
        }
    }
    Start::Parent { folder }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_words(words: &[&str]) -> Start {
        read(words.iter().map(OsString::from))
    }

    #[test]
    fn no_arguments_start_the_app_in_the_usual_place() {
        assert_eq!(read_words(&[]), Start::Parent { folder: None });
    }

    #[test]
    fn a_folder_may_be_named() {
        let folder = Some(PathBuf::from("een map"));
        assert_eq!(read_words(&["--data-dir", "een map"]), Start::Parent { folder });
    }

    #[test]
    fn a_folder_must_be_named() {
        assert_eq!(read_words(&["--data-dir"]), Start::Unknown("--data-dir".into()));
    }

    #[test]
    fn what_is_not_ours_is_refused() {
        assert_eq!(read_words(&["--role", "keys"]), Start::Unknown("--role".into()));
        assert_eq!(read_words(&["--passphrase=x"]), Start::Unknown("--passphrase=x".into()));
    }
}
