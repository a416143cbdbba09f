//! Entries: one sitting of writing about one contact, or about none.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::{Connection, OptionalExtension, params};

use crate::alias::Alias;
use crate::answer::{self, Answer};
use crate::salvage;
use crate::{Journal, JournalError, Status, alias, life, prepared, stamp};

/// An entry's number in the store. It is never given out twice, also not after an erasure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub i64);

/// A contact's number in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ContactId(pub i64);

/// What an entry is made from: a form of a pack of the handbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRef {
    /// The pack's id.
    pub pack: String,
    /// The form's id in that pack.
    pub form: String,
    /// The pack's version when the entry was started.
    pub version: u32,
}

/// A contact as the person describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewContact {
    /// The day of the contact, by the calendar of the place where it was.
    pub day: NaiveDate,
    /// The kind, an id of the handbook; whether the handbook has it is for the caller to know.
    pub kind: String,
    /// A pseudonym, or none.
    pub alias: Option<Alias>,
}

/// What one sitting was about, by the codes of the handbook. What is none is not stored: baggage and
/// mood are here only when the person asked for it.
#[derive(Clone, PartialEq, Eq)]
pub struct Sitting {
    /// How many minutes there were.
    pub minutes: u8,
    /// Whether the contact was with a young person.
    pub young: bool,
    /// What the person brought along, a code of the handbook.
    pub baggage: Option<String>,
    /// How the person felt, a code of the handbook.
    pub mood: Option<String>,
}

impl std::fmt::Debug for Sitting {
    /// How a person felt is in no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sitting").field("minutes", &self.minutes).finish_non_exhaustive()
    }
}

/// An entry to be started.
#[derive(Clone, PartialEq, Eq)]
pub struct NewEntry {
    /// The contact it looks back on; none for a page on its own.
    pub contact: Option<NewContact>,
    /// What it is made from.
    pub form: FormRef,
    /// Steers the choice of questions, so that an entry opened again gets the same ones.
    pub seed: u64,
    /// What the sitting is about; none for a page on its own.
    pub sitting: Option<Sitting>,
    /// The form's name as it is shown; only for a sheet.
    pub title: Option<String>,
    /// Whether it is about a contact that is still to come.
    pub prepares: bool,
}

/// The contact of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Which contact.
    pub id: ContactId,
    /// The day of the contact.
    pub day: NaiveDate,
    /// The kind, an id of the handbook.
    pub kind: String,
    /// The pseudonym, if any, as it was typed first.
    pub alias: Option<Alias>,
}

/// One entry, whole.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    /// Which entry.
    pub id: EntryId,
    /// The contact it looks back on, if any.
    pub contact: Option<Contact>,
    /// The day it belongs to: the contact's, or the day it was started.
    pub day: NaiveDate,
    /// What it was made from.
    pub form: FormRef,
    /// What chose its questions.
    pub seed: u64,
    /// What its sitting was about, if that was stored.
    pub sitting: Option<Sitting>,
    /// The name of its form when it was started, if it is a sheet.
    pub title: Option<String>,
    /// The preparation that it is shown with, if there is one outside the bin.
    pub prepared: Option<EntryId>,
    /// Whether it is about a contact that was still to come.
    pub prepares: bool,
    /// When it was started, to the millisecond.
    pub started_at: DateTime<FixedOffset>,
    /// When it was put in the bin; none when it is not there.
    pub deleted_at: Option<DateTime<FixedOffset>>,
    /// What became of it outside this journal.
    pub status: Status,
    /// Whether it is kept quiet by itself.
    pub quiet: bool,
    /// The answers, in the order in which they were first saved.
    pub answers: Vec<Answer>,
}

/// A place in the list of entries: everything after it is older.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The day of the last row.
    pub day: NaiveDate,
    /// The entry of the last row.
    pub entry: EntryId,
}

/// An entry in a list.
#[derive(Clone, PartialEq, Eq)]
pub struct Row {
    /// Which entry.
    pub entry: EntryId,
    /// The day it belongs to.
    pub day: NaiveDate,
    /// The kind of contact, an id of the handbook; none for a page on its own.
    pub kind: Option<String>,
    /// The pseudonym, if any.
    pub alias: Option<Alias>,
    /// The name of its form when it was started, if it is a sheet.
    pub sheet: Option<String>,
    /// A few words on one line; empty when nothing was written yet.
    pub excerpt: String,
}

impl std::fmt::Debug for NewEntry {
    /// A form may be one's own: its name is in no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewEntry")
            .field("contact", &self.contact)
            .field("form", &self.form)
            .field("prepares", &self.prepares)
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Entry {
    /// A form may be one's own: its name is in no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Entry")
            .field("id", &self.id)
            .field("contact", &self.contact)
            .field("day", &self.day)
            .field("form", &self.form)
            .field("deleted_at", &self.deleted_at)
            .field("status", &self.status)
            .field("answers", &self.answers)
            .finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Row {
    /// What a person wrote is in no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Row").field("entry", &self.entry).field("day", &self.day).finish_non_exhaustive()
    }
}

impl Row {
    /// The place of this row, to ask for what comes after it.
    #[must_use]
    pub const fn cursor(&self) -> Cursor {
        Cursor { day: self.day, entry: self.entry }
    }
}

/// The SQL of rows: further columns, beginning with a comma, and what follows the tables.
macro_rules! row_sql {
    ($columns:literal, $rest:expr) => {
        concat!(
            "SELECT entry.id, entry.day, contact.kind, alias.name, entry.title",
            $columns,
            " FROM entry LEFT JOIN contact ON contact.id = entry.contact",
            " LEFT JOIN alias ON alias.id = contact.alias ",
            $rest
        )
    };
}
pub(crate) use row_sql;

/// A row without its excerpt.
pub(crate) fn row_from(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    Ok(Row {
        entry: EntryId(row.get(0)?),
        day: stamp::day(row.get(1)?)?,
        kind: row.get(2)?,
        alias: row.get::<_, Option<String>>(3)?.map(Alias::stored),
        sheet: row.get(4)?,
        excerpt: String::new(),
    })
}

/// Whether an entry is there and may be written in.
pub(crate) fn writable(connection: &Connection, entry: EntryId) -> Result<(), JournalError> {
    let deleted: Option<bool> = connection
        .prepare_cached("SELECT deleted_at IS NOT NULL FROM entry WHERE id = ?1")?
        .query_row([entry.0], |row| row.get(0))
        .optional()?;
    match deleted {
        None => Err(JournalError::EntryGone),
        Some(true) => Err(JournalError::EntryInBin),
        Some(false) => Ok(()),
    }
}

pub(crate) const LIST: &str = row_sql!(
    "",
    "WHERE entry.deleted_at IS NULL AND (entry.day, entry.id) < (?1, ?2)
     ORDER BY entry.day DESC, entry.id DESC LIMIT ?3"
);

pub(crate) const ONE: &str =
    "SELECT entry.day, form_pack, form, form_version, seed, started_at, started_offset,
    deleted_at, deleted_offset, contact.id, contact.day, contact.kind, alias.name,
    minutes, young, baggage, mood, shown_on, carried_out_on, title, prepares,
    (SELECT made.id FROM entry AS made WHERE made.id = entry.prepared AND made.deleted_at IS NULL), entry.quiet
    FROM entry
    LEFT JOIN contact ON contact.id = entry.contact
    LEFT JOIN alias ON alias.id = contact.alias WHERE entry.id = ?1";

impl Journal {
    /// Starts an entry. It is stored at once, empty, and stays until somebody deletes it or, with an
    /// alias, until its term ends. Where the work with that alias was closed, it goes on. What looks
    /// back on a contact is shown with the newest preparation that fits it.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn start_entry(&mut self, new: NewEntry, now: DateTime<FixedOffset>) -> Result<Entry, JournalError> {
        const START: &str = "INSERT INTO entry
            (day, contact, form_pack, form, form_version, seed, started_at, started_offset,
             minutes, young, baggage, mood, keep_until, title, prepares)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";
        let NewEntry { contact, form, seed, sitting, title, prepares } = new;
        let day = contact.as_ref().map_or_else(|| now.date_naive(), |contact| contact.day);
        let id = self.change(|transaction, _| {
            let alias = contact.as_ref().and_then(|contact| contact.alias.as_ref());
            let keep_until = alias.map(|_| life::two_years(now.date_naive()));
            let contact = contact.as_ref().map(|contact| store_contact(transaction, contact)).transpose()?;
            if let Some(alias) = alias {
                alias::open(transaction, alias)?;
            }
            let (millis, offset) = stamp::split(now);
            let FormRef { pack, form, version } = &form;
            transaction.prepare_cached(START)?.execute(params![
                stamp::number(day),
                contact.map(|contact| contact.0),
                pack,
                form,
                version,
                seed.cast_signed(),
                millis,
                offset,
                sitting.as_ref().map(|sitting| sitting.minutes),
                sitting.as_ref().map(|sitting| sitting.young),
                sitting.as_ref().and_then(|sitting| sitting.baggage.as_deref()),
                sitting.as_ref().and_then(|sitting| sitting.mood.as_deref()),
                keep_until,
                title,
                prepares
            ])?;
            let id = EntryId(transaction.last_insert_rowid());
            prepared::link(transaction, id)?;
            Ok(id)
        })?;
        self.entry(id)
    }

    /// One entry with its answers, also when it is in the bin. Reading writes nothing.
    ///
    /// # Errors
    /// [`JournalError::EntryGone`], and whatever the store says.
    pub fn entry(&self, id: EntryId) -> Result<Entry, JournalError> {
        let read = |row: &rusqlite::Row<'_>| {
            let deleted = row.get::<_, Option<i64>>(7)?.zip(row.get::<_, Option<i32>>(8)?);
            let contact = match row.get::<_, Option<i64>>(9)? {
                None => None,
                Some(contact) => Some(Contact {
                    id: ContactId(contact),
                    day: stamp::day(row.get(10)?)?,
                    kind: row.get(11)?,
                    alias: row.get::<_, Option<String>>(12)?.map(Alias::stored),
                }),
            };
            let sitting = match row.get(13)? {
                None => None,
                Some(minutes) => {
                    Some(Sitting { minutes, young: row.get(14)?, baggage: row.get(15)?, mood: row.get(16)? })
                }
            };
            Ok(Entry {
                id,
                contact,
                day: stamp::day(row.get(0)?)?,
                form: FormRef { pack: row.get(1)?, form: row.get(2)?, version: row.get(3)? },
                seed: row.get::<_, i64>(4)?.cast_unsigned(),
                sitting,
                title: row.get(19)?,
                prepares: row.get(20)?,
                prepared: row.get::<_, Option<i64>>(21)?.map(EntryId),
                started_at: stamp::join(row.get(5)?, row.get(6)?)?,
                deleted_at: deleted.map(|(millis, offset)| stamp::join(millis, offset)).transpose()?,
                status: Status::read(row.get(17)?, row.get(18)?)?,
                quiet: row.get(22)?,
                answers: Vec::new(),
            })
        };
        let ways = [ONE, salvage::ENTRY, salvage::ENTRY_OF_ANSWERS];
        self.salvaging(&ways, |look, sql| {
            let found = look.prepare_cached(sql)?.query_row([id.0], read).optional()?;
            let mut entry = found.ok_or(JournalError::EntryGone)?;
            entry.answers = answer::of_entry(look, id)?;
            Ok(entry)
        })
    }

    /// Entries that are not in the bin, the latest day first and on one day the latest started
    /// first: at most `limit` of those after the cursor. Reading writes nothing.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn entries(&self, after: Option<Cursor>, limit: usize) -> Result<Vec<Row>, JournalError> {
        let ways = [LIST, salvage::ENTRIES, salvage::ENTRIES_OF_ANSWERS];
        self.salvaging(&ways, |look, sql| {
            let (day, id) = after
                .map_or((i64::MAX, i64::MAX), |after| (i64::from(stamp::number(after.day)), after.entry.0));
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            let mut rows: Vec<Row> =
                look.prepare_cached(sql)?.query_map([day, id, limit], row_from)?.collect::<Result<_, _>>()?;
            for row in &mut rows {
                row.excerpt = self.first_words(look, row.entry)?;
            }
            Ok(rows)
        })
    }
}

pub(crate) fn store_contact(
    connection: &Connection,
    contact: &NewContact,
) -> Result<ContactId, JournalError> {
    let alias = contact.alias.as_ref().map(|alias| alias.row(connection)).transpose()?;
    connection
        .prepare_cached("INSERT INTO contact (day, kind, alias) VALUES (?1, ?2, ?3)")?
        .execute(params![stamp::number(contact.day), contact.kind, alias.map(|alias| alias.0)])?;
    Ok(ContactId(connection.last_insert_rowid()))
}

#[cfg(test)]
mod tests {
    use crate::schema;

    #[test]
    fn the_list_of_newest_entries_walks_an_index_and_sorts_nothing() {
        let plan = schema::plan(super::LIST);
        assert_eq!(plan[0], "SEARCH entry USING INDEX entry_by_day (day<?)", "{plan:?}");
        assert!(
            !plan.iter().any(|step| step.contains("TEMP B-TREE") || step.starts_with("SCAN")),
            "{plan:?}"
        );
    }
}
