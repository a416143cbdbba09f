//! Pseudonyms for residents. A name, and nothing else, is stored of a person.

use rusqlite::{Connection, OptionalExtension};

use crate::{Journal, JournalError, line};

/// The most characters of an alias.
const MOST_CHARACTERS: usize = 60;

/// An alias's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AliasId(pub i64);

/// A pseudonym: one to sixty characters on one line, without white space around it.
#[derive(Clone, PartialEq, Eq)]
pub struct Alias(String);

impl Alias {
    /// Reads an alias as it was typed; white space around it is dropped.
    ///
    /// # Errors
    /// [`JournalError::AliasUnusable`] when it is empty, longer than sixty characters, or holds a
    /// line break, a control character, or a mark that turns the direction of the text around it.
    pub fn parse(text: &str) -> Result<Self, JournalError> {
        let name = text.trim();
        if name.is_empty() || !line::fits(name, MOST_CHARACTERS) {
            return Err(JournalError::AliasUnusable);
        }
        Ok(Self(name.to_owned()))
    }

    /// As it was first typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In lower case: what two spellings of one alias have in common.
    pub(crate) fn folded(&self) -> String {
        self.0.to_lowercase()
    }

    /// As it stands in the store, where only [`Alias::parse`] put it.
    pub(crate) const fn stored(name: String) -> Self {
        Self(name)
    }

    /// Its row, made when there is none.
    pub(crate) fn row(&self, connection: &Connection) -> Result<AliasId, JournalError> {
        let folded = self.folded();
        connection
            .prepare_cached(
                "INSERT INTO alias (name, folded) VALUES (?1, ?2) ON CONFLICT (folded) DO NOTHING",
            )?
            .execute([&self.0, &folded])?;
        Ok(connection
            .prepare_cached("SELECT id FROM alias WHERE folded = ?1")?
            .query_row([&folded], |row| row.get(0).map(AliasId))?)
    }
}

impl std::fmt::Debug for Alias {
    /// A pseudonym still points at somebody: it is in no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Alias")
    }
}

impl Journal {
    /// The aliases of entries that are not in the bin, the latest contact first.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn aliases(&self) -> Result<Vec<Alias>, JournalError> {
        self.reading(|look| {
            const BY_LATEST: &str = "SELECT alias.name FROM entry
                JOIN contact ON contact.id = entry.contact
                JOIN alias ON alias.id = contact.alias
                WHERE entry.deleted_at IS NULL
                GROUP BY alias.id ORDER BY max(contact.day) DESC, max(entry.id) DESC";
            let mut statement = look.prepare_cached(BY_LATEST)?;
            let aliases = statement.query_map([], |row| row.get(0).map(Alias::stored))?;
            Ok(aliases.collect::<Result<_, _>>()?)
        })
    }

    /// Whether an alias is in use, in whatever case it was typed. The bin counts: what is put back
    /// must find its alias free.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn alias_in_use(&self, alias: &Alias) -> Result<bool, JournalError> {
        self.reading(|look| {
            Ok(look
                .prepare_cached("SELECT 1 FROM alias WHERE folded = ?1")?
                .query_row([alias.folded()], |_| Ok(()))
                .optional()?
                .is_some())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_is_one_trimmed_line() {
        assert_eq!(Alias::parse("  Blauwe Reiger ").expect("usable").as_str(), "Blauwe Reiger");
        assert!(Alias::parse("👩‍👩‍👧 é").is_ok());
        assert!(Alias::parse(&"é".repeat(60)).is_ok());
        for unusable in
            ["", " \n ", "twee\nregels", "nul\0", "om\u{202e}gekeerd", "re\u{2028}gel", &"é".repeat(61)]
        {
            assert!(matches!(Alias::parse(unusable), Err(JournalError::AliasUnusable)), "{unusable:?}");
        }
    }

    #[test]
    fn an_alias_is_not_printed() {
        assert_eq!(format!("{:?}", Alias::parse("Reiger").expect("usable")), "Alias");
    }
}
