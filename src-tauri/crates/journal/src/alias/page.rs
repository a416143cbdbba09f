//! What the page of an alias shows besides its entries: its contacts in time, what was to be tried with
//! it, and its sheets of one form. What is kept quiet stands there as all else does.

use super::known;
use crate::intention::shown;
use crate::tried::became;
use crate::{Alias, AnswerId, Contact, ContactId, Entry, EntryId, Journal, JournalError, Tried, stamp};

/// The contacts of an alias by the way that entries are found by it.
const CONTACTS: &str = "SELECT max(contact.id), contact.day, contact.kind, alias.name
    FROM contact CROSS JOIN entry ON entry.contact = contact.id CROSS JOIN alias ON alias.id = contact.alias
    WHERE contact.alias = ?1 AND entry.deleted_at IS NULL
    GROUP BY contact.day, contact.kind ORDER BY contact.day DESC, 1 DESC";

/// Also what returns with the kind of contact was to be tried with this alias: it was written with it.
const INTENTIONS: &str = "SELECT answer.id
    FROM contact CROSS JOIN entry ON entry.contact = contact.id CROSS JOIN answer ON answer.entry = entry.id
    WHERE contact.alias = ?1 AND answer.field = 'intention' AND answer.has_text AND entry.deleted_at IS NULL
    ORDER BY answer.id DESC LIMIT ?2";

const SHEETS: &str = "SELECT entry.id FROM contact CROSS JOIN entry ON entry.contact = contact.id
    WHERE contact.alias = ?1 AND entry.form_pack = ?2 AND entry.form = ?3 AND entry.title IS NOT NULL
      AND entry.deleted_at IS NULL
    ORDER BY entry.day DESC, entry.id DESC LIMIT ?4";

impl Journal {
    /// The contacts with an alias that something outside the bin was written about, the latest first;
    /// those of one kind on one day are one contact.
    ///
    /// # Errors
    /// [`JournalError::AliasGone`], and whatever the store says.
    pub fn alias_contacts(&self, alias: &Alias) -> Result<Vec<Contact>, JournalError> {
        self.reading(|look| {
            let id = known(look, alias)?;
            let mut read = look.prepare_cached(CONTACTS)?;
            let contacts = read.query_map([id.0], |row| {
                Ok(Contact {
                    id: ContactId(row.get(0)?),
                    day: stamp::day(row.get(1)?)?,
                    kind: row.get(2)?,
                    alias: Some(Alias::stored(row.get(3)?)),
                })
            })?;
            Ok(contacts.collect::<Result<_, _>>()?)
        })
    }

    /// The intentions with text that were written under an alias, with what became of each; without those
    /// in the bin. The newest first, at most `most`.
    ///
    /// # Errors
    /// [`JournalError::AliasGone`], and whatever the store says.
    pub fn alias_tried(&self, alias: &Alias, most: usize) -> Result<Vec<Tried>, JournalError> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.reading(|look| {
            let id = known(look, alias)?;
            let mut read = look.prepare_cached(INTENTIONS)?;
            let intentions = read.query_map([id.0, most], |row| row.get(0).map(AnswerId))?;
            let mut tried = Vec::new();
            for intention in intentions {
                if let Some(intention) = shown(look, intention?)? {
                    let became = became(look, intention.answer)?;
                    tried.push(Tried { intention, became });
                }
            }
            Ok(tried)
        })
    }

    /// The sheets of one form of a pack under an alias, whatever its version then was, without those in
    /// the bin. The newest day first, at most `most`.
    ///
    /// # Errors
    /// [`JournalError::AliasGone`], and whatever the store says.
    pub fn alias_sheets(
        &self,
        alias: &Alias,
        pack: &str,
        form: &str,
        most: usize,
    ) -> Result<Vec<Entry>, JournalError> {
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let sheets: Vec<EntryId> = self.reading(|look| {
            let id = known(look, alias)?;
            let mut read = look.prepare_cached(SHEETS)?;
            let sheets = read.query_map((id.0, pack, form, most), |row| row.get(0).map(EntryId))?;
            Ok(sheets.collect::<Result<_, _>>()?)
        })?;
        sheets.into_iter().map(|sheet| self.entry(sheet)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn what_is_of_an_alias_is_found_by_its_contacts() {
        for sql in [CONTACTS, INTENTIONS, SHEETS] {
            let plan = schema::plan(sql);
            let by_alias = |step: &String| {
                step.starts_with("SEARCH contact USING") && step.ends_with("INDEX contact_by_alias (alias=?)")
            };
            assert!(plan.iter().any(by_alias), "{plan:?}");
            assert!(!plan.iter().any(|step| step.starts_with("SCAN")), "{plan:?}");
        }
    }
}
