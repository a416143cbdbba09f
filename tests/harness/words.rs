//! The words on screen, by their ids in `assets/i18n`: a journey says what it looks for, and the
//! catalogue says how that reads in a language.

use std::{collections::HashMap, fs, path::Path};

/// The catalogue of a language, as far as journeys need it: messages of one line.
#[derive(Debug, Clone)]
pub struct Words(HashMap<String, String>);

impl Words {
    /// Reads the catalogue of a language, `nl` or `en`.
    ///
    /// # Panics
    /// When it is not there.
    #[must_use]
    pub fn of(language: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../assets/i18n/{language}.ftl"));
        let text = fs::read_to_string(path).expect("the catalogue is there");
        let messages = text.lines().filter_map(|line| line.split_once(" = "));
        let messages = messages
            .filter(|(id, _)| !id.starts_with([' ', '#', '-']))
            .map(|(id, words)| (id.to_owned(), plain(language, words)));
        Self(messages.collect())
    }

    /// The words of a message.
    ///
    /// # Panics
    /// When there is no such message.
    #[must_use]
    pub fn say(&self, id: &str) -> &str {
        self.0.get(id).unwrap_or_else(|| panic!("the catalogue has no {id}"))
    }

    /// The words of all messages, variables as they stand in the catalogue.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(String::as_str)
    }

    /// The words of a message with a variable filled in.
    ///
    /// # Panics
    /// When there is no such message.
    #[must_use]
    pub fn say_with(&self, id: &str, variable: &str, value: &str) -> String {
        self.say(id).replace(&format!("{{ ${variable} }}"), value)
    }
}

/// With the terms that stand in messages of one line, in their first form.
fn plain(language: &str, words: &str) -> String {
    let resident = if language == "nl" { "inwoner" } else { "resident" };
    let words = words.replace("{ -app }", "Terugblik").replace("{ -resident }", resident);
    words.replace("{ -resident(form: \"one\") }", resident).trim().to_owned()
}
