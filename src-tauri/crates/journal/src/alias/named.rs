//! Whether an alias is still named somewhere: what erasing it cannot reach.

use rusqlite::Connection;

use super::{Alias, find};
use crate::index::fold::Folder;
use crate::look::Look;
use crate::{Journal, JournalError};

/// The answers of entries that are not of this alias, and the person's own questions in them.
const ELSEWHERE: &str = "SELECT answer.text, iif(answer.field = 'own', wording.text, NULL)
    FROM entry CROSS JOIN answer ON answer.entry = entry.id
    LEFT JOIN wording ON wording.id = answer.wording
    LEFT JOIN contact ON contact.id = entry.contact
    WHERE entry.deleted_at IS NULL AND contact.alias IS NOT ?1";

const RULES: &str = "SELECT text, NULL FROM rule_of_thumb WHERE ?1 IS ?1";

pub(super) fn is_named(journal: &Journal, alias: &Alias) -> Result<bool, JournalError> {
    journal.reading(|look: &mut Look<'_>| {
        let connection: &Connection = look;
        let own = find(connection, alias)?.map(|alias| alias.0);
        let mut name = Name::of(alias)?;
        for sql in [RULES, ELSEWHERE] {
            let mut statement = connection.prepare_cached(sql)?;
            let mut rows = statement.query([own])?;
            while let Some(row) = rows.next()? {
                for column in 0..2 {
                    let text = row.get_ref(column)?.as_str_or_null().map_err(rusqlite::Error::from)?;
                    if let Some(text) = text
                        && name.stands_in(text)?
                    {
                        return Ok(true);
                    }
                }
            }
        }
        Ok(false)
    })
}

/// A name as texts are looked through for it.
struct Name {
    folder: Folder,
    /// As it was typed, in lower case.
    raw: String,
    /// Its words with a space around each; one space where it has none.
    words: String,
}

impl Name {
    fn of(alias: &Alias) -> Result<Self, JournalError> {
        let mut folder = Folder::new()?;
        let words = spaced(&folder.fold(alias.as_str())?);
        Ok(Self { folder, raw: alias.folded(), words })
    }

    /// Whether its words stand in a text, whole and one after the other. A name without a word, such
    /// as an emoji, stands where its characters do.
    fn stands_in(&mut self, text: &str) -> Result<bool, JournalError> {
        if self.words.trim().is_empty() {
            return Ok(text.to_lowercase().contains(&self.raw));
        }
        Ok(spaced(&self.folder.fold(text)?).contains(&self.words))
    }
}

fn spaced(words: &str) -> String {
    format!(" {words} ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_in_a_text_as_whole_words_in_any_case() {
        let stands = |name: &str, text: &str| {
            Name::of(&Alias::parse(name).expect("usable")).expect("memory").stands_in(text).expect("read")
        };
        for (name, text) in [
            ("Blauwe Reiger", "Toen zei blauwe  reiger: nee."),
            ("Blauwe Reiger", "BLAUWE-REIGER"),
            ("Oude Élzenlaan", "de oude elzenlaan"),
            ("👩‍👩‍👧", "Over 👩‍👩‍👧 gesproken"),
            ("O’Neill", "o'neill"),
        ] {
            assert!(stands(name, text), "{name} in {text}");
        }
        for (name, text) in [
            ("Blauwe Reiger", "blauwe, en een reiger"),
            ("Blauwe Reiger", "lichtblauwe reiger"),
            ("Wit", "witte wolk"),
            ("👩‍👩‍👧", "iets anders"),
            ("Wolk", ""),
        ] {
            assert!(!stands(name, text), "{name} in {text}");
        }
    }
}
