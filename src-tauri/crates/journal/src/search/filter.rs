//! Of which entries something is asked.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

use super::Place;
use crate::{Alias, Cursor, EntryId, JournalError, stamp};

/// Which entries are looked through. What is none lets everything through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchFilters {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub until: Option<NaiveDate>,
    /// The kind of contact, an id of the handbook.
    pub kind: Option<String>,
    /// The pseudonym.
    pub alias: Option<Alias>,
    /// A theme of the handbook.
    pub theme: Option<SearchTheme>,
    /// What it was made from.
    pub form: Option<SearchForm>,
    /// What became of it outside this journal.
    pub status: Option<SearchStatus>,
}

/// A theme, as the handbook has it: an entry is of it that answers one of these questions with any text,
/// or is made from one of these forms.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchTheme {
    /// Its questions: the pack and the id of each.
    pub questions: Vec<(String, String)>,
    /// Its forms, in the same way.
    pub forms: Vec<(String, String)>,
}

/// What an entry was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchForm {
    /// The pack of the form.
    pub pack: String,
    /// Its id.
    pub form: String,
    /// Whether it is a sheet: only its title tells a sheet from another form of the same name.
    pub is_sheet: bool,
}

/// What became of an entry outside this journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchStatus {
    /// Nothing: it is personal.
    Personal,
    /// It was shown to somebody.
    Shown,
    /// It was carried out as a page.
    CarriedOut,
}

/// The filters as the store knows them, with the place in the order of lists where a page begins.
pub(super) struct Scope {
    /// Everything is older than this.
    pub(super) before: Place,
    /// The first day.
    pub(super) from: i32,
    /// Whether days were asked for.
    pub(super) has_days: bool,
    kind: Option<String>,
    alias: Option<i64>,
    theme: Option<SearchTheme>,
    form: Option<SearchForm>,
    status: Option<SearchStatus>,
}

impl Scope {
    /// None where no entry can be in it.
    pub(super) fn of(
        connection: &Connection,
        filters: &SearchFilters,
        after: Option<Cursor>,
    ) -> Result<Option<Self>, JournalError> {
        const ALIAS: &str = "SELECT id FROM alias WHERE folded = ?1";
        let SearchFilters { from, until, kind, alias, theme, form, status } = filters.clone();
        let alias = match alias {
            None => None,
            Some(alias) => {
                let mut read = connection.prepare_cached(ALIAS)?;
                let Some(id) = read.query_row([alias.folded()], |row| row.get(0)).optional()? else {
                    return Ok(None);
                };
                Some(id)
            }
        };
        if theme.as_ref().is_some_and(|theme| theme.questions.is_empty() && theme.forms.is_empty()) {
            return Ok(None);
        }
        let after_last = until.map_or(i32::MAX, |until| stamp::number(until).saturating_add(1));
        let cursor = after.map_or((i32::MAX, i64::MAX), |after| (stamp::number(after.day), after.entry.0));
        Ok(Some(Self {
            before: cursor.min((after_last, i64::MIN)),
            from: from.map_or(i32::MIN, stamp::number),
            has_days: from.is_some() || until.is_some(),
            kind,
            alias,
            theme,
            form,
            status,
        }))
    }

    /// The tokens of the index that an entry of this scope has, as a question to it; none where any will
    /// do. With [`Scope::condition`] they say all but the days.
    pub(super) fn tokens(&self) -> Option<String> {
        let mut all = Vec::new();
        all.extend(self.kind.as_ref().map(|kind| format!("\"k{}\"", hex(kind))));
        all.extend(self.alias.map(|alias| format!("\"a{alias}\"")));
        all.extend(self.form.as_ref().map(|form| format!("\"f{}\"", key(&form.pack, &form.form))));
        all.extend(self.theme.as_ref().map(|theme| {
            let questions = theme.questions.iter().map(|(pack, id)| format!("\"q{}\"", key(pack, id)));
            let forms = theme.forms.iter().map(|(pack, id)| format!("\"f{}\"", key(pack, id)));
            let any: Vec<String> = questions.chain(forms).collect();
            format!("({})", any.join(" OR "))
        }));
        if all.is_empty() { None } else { Some(format!("meta : ({})", all.join(" AND "))) }
    }

    /// What the tokens do not say, as a condition on the row of an entry; begins with AND, or is empty.
    pub(super) fn condition(&self) -> String {
        let status = match self.status {
            None => "",
            Some(SearchStatus::Personal) => " AND entry.shown_on IS NULL AND entry.carried_out_on IS NULL",
            Some(SearchStatus::Shown) => " AND entry.shown_on IS NOT NULL",
            Some(SearchStatus::CarriedOut) => " AND entry.carried_out_on IS NOT NULL",
        };
        let sheet = match self.form.as_ref().map(|form| form.is_sheet) {
            None => "",
            Some(true) => " AND entry.title IS NOT NULL",
            Some(false) => " AND entry.title IS NULL",
        };
        format!("{status}{sheet}")
    }

    /// The alias, by its number.
    pub(super) const fn alias(&self) -> Option<i64> {
        self.alias
    }

    /// Whether few entries may be in it, and a list of them is at hand.
    pub(super) const fn is_listed(&self) -> bool {
        matches!(self.status, Some(SearchStatus::Shown | SearchStatus::CarriedOut))
    }

    /// Whether anything is asked that the index has tokens of.
    pub(super) const fn has_tokens(&self) -> bool {
        self.kind.is_some() || self.alias.is_some() || self.theme.is_some() || self.form.is_some()
    }

    /// Whether all entries of the list of this scope are in it, so that none need be looked at.
    pub(super) const fn is_told_by_list(&self) -> bool {
        self.kind.is_none() && self.theme.is_none() && self.form.is_none()
    }

    /// Looks at an entry itself for everything but the days.
    pub(super) fn holds(&self, connection: &Connection, entry: EntryId) -> Result<bool, JournalError> {
        const FACTS: &str = "SELECT contact.kind, contact.alias, entry.form_pack, entry.form,
            entry.title IS NOT NULL, entry.shown_on IS NOT NULL, entry.carried_out_on IS NOT NULL
            FROM entry LEFT JOIN contact ON contact.id = entry.contact WHERE entry.id = ?1";
        const ANSWERED: &str = "SELECT question_pack, question FROM answer
            WHERE entry = ?1 AND question IS NOT NULL AND has_text";
        if !self.has_tokens() && self.status.is_none() {
            return Ok(true);
        }
        let facts = connection
            .prepare_cached(FACTS)?
            .query_row([entry.0], |row| {
                let kind: Option<String> = row.get(0)?;
                let alias: Option<i64> = row.get(1)?;
                let form: (String, String) = (row.get(2)?, row.get(3)?);
                let (is_sheet, shown, carried_out): (bool, bool, bool) =
                    (row.get(4)?, row.get(5)?, row.get(6)?);
                let status = match self.status {
                    None => true,
                    Some(SearchStatus::Personal) => !shown && !carried_out,
                    Some(SearchStatus::Shown) => shown,
                    Some(SearchStatus::CarriedOut) => carried_out,
                };
                let others = status
                    && self.kind.as_ref().is_none_or(|asked| kind.as_ref() == Some(asked))
                    && self.alias.is_none_or(|asked| alias == Some(asked))
                    && self.form.as_ref().is_none_or(|asked| {
                        asked.pack == form.0 && asked.form == form.1 && asked.is_sheet == is_sheet
                    });
                Ok((others, form))
            })
            .optional()?;
        let Some((true, form)) = facts else { return Ok(false) };
        let Some(theme) = &self.theme else { return Ok(true) };
        if theme.forms.contains(&form) {
            return Ok(true);
        }
        let mut answered = connection.prepare_cached(ANSWERED)?;
        let mut rows = answered.query([entry.0])?;
        while let Some(row) = rows.next()? {
            if theme.questions.contains(&(row.get(0)?, row.get(1)?)) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// A pack and an id, as the index has them.
fn key(pack: &str, id: &str) -> String {
    hex(&format!("{pack} {id}"))
}

/// The bytes of a text in hexadecimal, as `entry_text` writes them.
fn hex(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    text.bytes()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from(DIGITS[usize::from(digit)]))
        .collect()
}
