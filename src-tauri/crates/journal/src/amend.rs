//! Changing what an entry is about, after it was started: the day, the kind and the alias.

use chrono::NaiveDate;
use rusqlite::params;

use crate::{
    Alias, ContactId, Entry, EntryId, Journal, JournalError, NewContact, alias, bin, entry, intention, life,
    prepared, stamp,
};

impl Journal {
    /// Gives an entry another day, and another contact: a kind, with an alias or without one. An
    /// entry without a contact may get one. With no contact given only the day changes: none is
    /// ever taken away.
    ///
    /// An alias that nothing uses any more is erased; one that it did not have, or a contact after the
    /// work with it was closed, opens it again. An entry that gets an alias lives no longer than two
    /// years after it was started, also without it. The entry's intentions return where the new
    /// contact says, and it is shown with a preparation that fits it. What was written stays as it is, and what is changed to what it was changes
    /// nothing.
    ///
    /// # Errors
    /// [`JournalError::EntryGone`]; [`JournalError::EntryInBin`]; and whatever the store says.
    pub fn change_entry(
        &mut self,
        id: EntryId,
        day: NaiveDate,
        contact: Option<(String, Option<Alias>)>,
    ) -> Result<Entry, JournalError> {
        self.may_write()?;
        entry::writable(self.connection(), id)?;
        let known = self.entry(id)?;
        let old = known.contact.as_ref();
        let (kind, alias) = match (contact, old) {
            (Some((kind, alias)), _) => (Some(kind), alias),
            (None, Some(old)) => (Some(old.kind.clone()), old.alias.clone()),
            (None, None) => (None, None),
        };
        let same_kind = old.map(|old| &old.kind) == kind.as_ref();
        let same_alias =
            old.and_then(|old| old.alias.as_ref()).map(Alias::folded) == alias.as_ref().map(Alias::folded);
        if known.day == day && same_kind && same_alias {
            return Ok(known);
        }
        let contact = kind.map(|kind| NewContact { day, kind, alias });
        self.change(|transaction, index| {
            let indexed: bool = transaction
                .prepare_cached("SELECT indexed FROM entry WHERE id = ?1")?
                .query_row([id.0], |row| row.get(0))?;
            // The index knows kind and alias: they go out as they came in.
            index.take_out(transaction, id)?;
            let alias = contact.as_ref().and_then(|contact| contact.alias.as_ref());
            let contact =
                contact.as_ref().map(|contact| entry::store_contact(transaction, contact)).transpose()?;
            transaction
                .prepare_cached("UPDATE entry SET day = ?2, contact = ?3 WHERE id = ?1")?
                .execute(params![id.0, stamp::number(day), contact.map(|ContactId(contact)| contact)])?;
            if let Some(alias) = alias {
                transaction
                    .prepare_cached("UPDATE entry SET keep_until = coalesce(keep_until, ?2) WHERE id = ?1")?
                    .execute(params![id.0, life::two_years(known.started_at.date_naive())])?;
                if same_alias {
                    alias::open_before(transaction, alias, day)?;
                } else {
                    alias::open(transaction, alias)?;
                }
            }
            if let Some(old) = old {
                bin::drop_unused_contact(transaction, old.id)?;
            }
            intention::follow_contact(transaction, id)?;
            prepared::follow_contact(transaction, id)?;
            if indexed { index.put_in(transaction, id) } else { Ok(()) }
        })?;
        self.entry(id)
    }
}
