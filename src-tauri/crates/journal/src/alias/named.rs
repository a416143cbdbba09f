//! Whether an alias is still named somewhere: what erasing it cannot reach.

use rusqlite::Connection;

use super::{Alias, find};
use crate::index::fold::Folder;
use crate::look::Look;
use crate::{Journal, JournalError};

/// What was learned and outlives every entry, each text by itself.
const LEARNED: &str = "SELECT text FROM rule_of_thumb
    UNION ALL SELECT text FROM rule_wording
    UNION ALL SELECT word FROM twofold_word
    UNION ALL SELECT mine FROM twofold_word
    UNION ALL SELECT theirs FROM twofold_word
    UNION ALL SELECT whose FROM twofold_word
    UNION ALL SELECT text FROM team_point
    UNION ALL SELECT behaviour FROM own_trial
    UNION ALL SELECT differently FROM trial_phase
    UNION ALL SELECT for_whom FROM walk_through
    UNION ALL SELECT question FROM walk_through
    UNION ALL SELECT discussed FROM walk_through
    UNION ALL SELECT take_along FROM walk_through
    UNION ALL SELECT differently FROM walk_through";

/// What was frozen of entries that are not of this alias: what they said then, which need not be what they
/// say now, and what will be seen, or was.
const FROZEN: &str = "WITH frozen (id, said) AS (
        SELECT walk_page.id, said FROM walk_page JOIN entry ON entry.id = walk_page.entry
        LEFT JOIN contact ON contact.id = entry.contact
        WHERE entry.deleted_at IS NULL AND contact.alias IS NOT ?1)
    SELECT said FROM frozen
    UNION ALL SELECT text FROM walk_block WHERE page IN (SELECT id FROM frozen)
    UNION ALL SELECT asks FROM walk_block WHERE page IN (SELECT id FROM frozen) AND asks IS NOT NULL
    UNION ALL SELECT heading FROM walk_block WHERE page IN (SELECT id FROM frozen) AND heading IS NOT NULL";

const WORDINGS: &str = "SELECT text, id FROM wording";

/// Whether the person asked in these words, in an entry that is not of this alias.
const ASKED: &str = "SELECT 1 FROM answer CROSS JOIN entry ON entry.id = answer.entry
    LEFT JOIN contact ON contact.id = entry.contact
    WHERE answer.wording = ?2 AND answer.field = 'own' AND entry.deleted_at IS NULL
      AND contact.alias IS NOT ?1";

const ANSWERS: &str = "SELECT text FROM answer WHERE entry = ?1";

/// The entries to look at, those of this alias left out.
macro_rules! elsewhere {
    ($from:literal, $which:literal) => {
        concat!(
            "SELECT entry.id FROM ",
            $from,
            " LEFT JOIN contact ON contact.id = entry.contact
             WHERE entry.deleted_at IS NULL AND contact.alias IS NOT ?1 AND ",
            $which
        )
    };
}

/// What the index has under these words.
const INDEXED: &str =
    elsewhere!("entry_index CROSS JOIN entry ON entry.id = entry_index.rowid", "entry_index MATCH ?2");

/// What waits for the index.
const WAITING: &str = elsewhere!("entry", "entry.indexed = 0 AND ?2 IS ?2");

/// All of them, where the index cannot be asked.
const ALL: &str = elsewhere!("entry", "?2 IS ?2");

pub(super) fn is_named(journal: &Journal, alias: &Alias) -> Result<bool, JournalError> {
    journal.reading(|look: &mut Look<'_>| {
        let connection: &Connection = look;
        // No alias has the number 0: while it is not in use, no entry is its own.
        let own = find(connection, alias)?.map_or(0, |alias| alias.0);
        let mut name = Name::of(alias)?;
        if name.stands_in_any(connection, LEARNED, &[])?
            || name.stands_in_any(connection, FROZEN, &[own])?
            || asked(connection, &mut name, own)?
        {
            return Ok(true);
        }
        let question = name.question().filter(|_| !journal.must_be_careful());
        let ways: &[&str] = if question.is_some() { &[INDEXED, WAITING] } else { &[ALL] };
        for way in ways {
            let mut statement = connection.prepare_cached(way)?;
            let mut rows = statement.query((own, &question))?;
            while let Some(row) = rows.next()? {
                if name.stands_in_any(connection, ANSWERS, &[row.get(0)?])? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    })
}

/// Whether it stands in a question of the person. Each wording is there once, so all are read.
fn asked(connection: &Connection, name: &mut Name, own: i64) -> Result<bool, JournalError> {
    let mut statement = connection.prepare_cached(WORDINGS)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if name.stands_in(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?
            && connection.prepare_cached(ASKED)?.exists((own, row.get::<_, i64>(1)?))?
        {
            return Ok(true);
        }
    }
    Ok(false)
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

    /// What the index is asked; none for a name without a word. Words are letters and digits only, so
    /// that quotes around them are all the care they need.
    fn question(&self) -> Option<String> {
        let words = self.words.trim();
        (!words.is_empty()).then(|| format!("body : \"{words}\""))
    }

    /// Whether it stands in the first column of some row.
    fn stands_in_any(
        &mut self,
        connection: &Connection,
        sql: &str,
        values: &[i64],
    ) -> Result<bool, JournalError> {
        let mut statement = connection.prepare_cached(sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            if self.stands_in(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)? {
                return Ok(true);
            }
        }
        Ok(false)
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
    use crate::schema;

    #[test]
    fn what_names_an_alias_is_found_by_indexes() {
        for (sql, first) in [
            (INDEXED, "SCAN entry_index VIRTUAL TABLE"),
            (WAITING, "SCAN entry USING INDEX entry_to_index"),
            (ASKED, "SEARCH answer USING INDEX answer_by_wording (wording=?)"),
            (ANSWERS, "SEARCH answer USING INDEX sqlite_autoindex_answer_1 (entry=?)"),
        ] {
            let plan = schema::plan(sql);
            assert!(plan[0].starts_with(first), "{sql}: {plan:?}");
        }
    }

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
