//! How long what was written lives, and how it goes: announced a week before, never unseen.
//!
//! An entry with an alias goes when the first of three days has come: so many days after the last
//! contact with the alias, two years after the entry was started, thirty days after the work with the
//! alias was closed. Once it had an alias the two years hold whatever becomes of that. An entry that
//! never had one stays.
//!
//! What has to go is announced when it is shown, and erased a week later at the earliest. An
//! announcement counts while it was made within a week of the day on which the entry goes: where that
//! day moves on, because there was a contact again or the clock was put back, it is made again. In a
//! backup that was put back nothing counts as announced.
//!
//! Days are those of the calendar where the person is; today is an argument, and the clock behind it
//! may be wrong by years: then things go late, and nothing goes that was not shown.

mod bounds;
mod forgotten;
mod yearly;

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use vault::Left;

use crate::entry::{row_from, row_sql};
use crate::{EntryId, Journal, JournalError, Row, Same, setting, stamp};

pub(crate) use bounds::{Bounds, two_years};

/// How many days an entry stays at least after it was first shown that it goes.
pub const DAYS_OF_NOTICE: i64 = 7;

/// How many days an entry stays after the work with its alias was closed.
pub const DAYS_AFTER_CLOSING: i64 = 30;

/// The setting that says in which generation of the store entries were announced.
const ANNOUNCED_IN: &str = "announced-in-generation";

/// How many days an entry lives after the last contact with its alias: what the person chose, or the
/// organisation's, whichever is shorter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term(pub u16);

/// Why an entry goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoingReason {
    /// The term after the last contact with its alias ends.
    Term,
    /// Two years after it was started.
    TwoYears,
    /// The work with its alias was closed.
    Closed,
}

/// When an entry goes, and why then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Going {
    /// The first day on which it may be gone.
    pub day: NaiveDate,
    /// Why then.
    pub why: GoingReason,
}

/// An entry that goes within a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaving {
    /// The entry as a list shows it.
    pub row: Row,
    /// When it goes: never before a week after it was first shown.
    pub going: Going,
}

/// The day of the last contact with an alias, `contact.alias` or `alias.id`, that is not after today,
/// the first parameter. The bin does not count.
macro_rules! last_contact {
    ($alias:literal) => {
        concat!(
            "(SELECT met.day FROM contact AS met CROSS JOIN entry AS kept ON kept.contact = met.id
              WHERE met.alias = ",
            $alias,
            " AND met.day <= ?1 AND kept.deleted_at IS NULL ORDER BY met.day DESC LIMIT 1)"
        )
    };
}

const ONE: &str = concat!(
    "SELECT contact.alias, entry.keep_until, entry.announced_on, alias.closed_on, ",
    last_contact!("contact.alias"),
    ", entry.deleted_at IS NOT NULL
     FROM entry LEFT JOIN contact ON contact.id = entry.contact
     LEFT JOIN alias ON alias.id = contact.alias WHERE entry.id = ?2"
);

const ALIASES: &str = concat!("SELECT alias.id, alias.closed_on, ", last_contact!("alias.id"), " FROM alias");

const OF_ALIAS: &str = "SELECT entry.id, entry.keep_until, entry.announced_on
    FROM contact CROSS JOIN entry ON entry.contact = contact.id
    WHERE contact.alias = ?1 AND entry.deleted_at IS NULL";

const BY_BOUND: &str = "SELECT id, keep_until, announced_on FROM entry
    WHERE keep_until <= ?1 AND deleted_at IS NULL";

const ANNOUNCED: &str = "SELECT id FROM entry WHERE announced_on IS NOT NULL";

/// An entry whose day has come within a week.
struct Due {
    entry: EntryId,
    /// The day by its bounds, and why.
    goes: (i64, GoingReason),
    /// When it was announced, if that counts.
    announced: Option<i64>,
}

impl Journal {
    /// When an entry goes: never before a week after it was first shown, or from today where it was
    /// not. None for one that has no term, and for one in the bin, which empties itself.
    ///
    /// # Errors
    /// [`JournalError::EntryGone`], and whatever the store says.
    pub fn going(&self, entry: EntryId, term: Term, today: NaiveDate) -> Result<Option<Going>, JournalError> {
        self.reading(|look| going(look, entry, term, today)?.ok_or(JournalError::EntryGone))
    }

    /// What goes within a week, or has to be gone already; what goes first stands first. To be
    /// called when the person is going to see it: what is told here for the first time is announced,
    /// and gets its week from today. What is no longer about to go is no longer announced.
    ///
    /// Nothing goes from a journal that is only read, and so the list is empty there.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn leaving(&mut self, term: Term, today: NaiveDate) -> Result<Vec<Leaving>, JournalError> {
        if self.only_reads() {
            return Ok(Vec::new());
        }
        self.may_write()?;
        let mut due = due(self.connection(), term, today)?;
        self.withdraw(&mut due)?;
        let new: Vec<EntryId> =
            due.iter().filter(|due| due.announced.is_none()).map(|due| due.entry).collect();
        let number = i64::from(stamp::number(today));
        if !new.is_empty() {
            let generation = self.vault.generation().to_string();
            self.change(|transaction, _| {
                for entry in &new {
                    transaction
                        .prepare_cached("UPDATE entry SET announced_on = ?2 WHERE id = ?1")?
                        .execute([entry.0, number])?;
                }
                setting::set(transaction, ANNOUNCED_IN, &generation)
            })?;
            self.announced_here = true;
        }
        due.sort_by_key(|due| (due.first_day(number), due.entry));
        self.reading(|look| {
            const ONE: &str = row_sql!("", "WHERE entry.id = ?1");
            let mut leaving = Vec::with_capacity(due.len());
            for due in &due {
                let mut row = look.prepare_cached(ONE)?.query_row([due.entry.0], row_from)?;
                row.excerpt = self.first_words(look, row.entry)?;
                leaving.push(Leaving { row, going: due.going(number)? });
            }
            Ok(leaving)
        })
    }

    /// Erases what has to be gone and was announced a week ago, in one change, and remembers it for
    /// the backups; says what that was. `open` stays this time: the person is in it. To be called
    /// after opening and every hour. It announces nothing.
    ///
    /// # Errors
    /// [`JournalError::OnlyReading`], and whatever the store says. What was erased is remembered all
    /// the same: [`Journal::forgotten`].
    pub fn end_terms(
        &mut self,
        term: Term,
        today: NaiveDate,
        open: Option<EntryId>,
    ) -> Result<Vec<Same>, JournalError> {
        self.may_write()?;
        let number = i64::from(stamp::number(today));
        let mut due = due(self.connection(), term, today)?;
        self.withdraw(&mut due)?;
        let over: Vec<EntryId> = due
            .into_iter()
            .filter(|due| due.announced.is_some() && due.first_day(number) <= number)
            .map(|due| due.entry)
            .filter(|entry| Some(*entry) != open)
            .collect();
        self.forget(&over, &[])
    }

    /// Takes announcements away that do not count, so that they never come to count again. `due` is
    /// every entry that goes within a week.
    fn withdraw(&mut self, due: &mut [Due]) -> Result<(), JournalError> {
        let announced: Vec<i64> = self
            .connection()
            .prepare_cached(ANNOUNCED)?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        if announced.is_empty() {
            return Ok(());
        }
        if self.is_put_back()? {
            due.iter_mut().for_each(|due| due.announced = None);
        }
        let counts: HashSet<i64> =
            due.iter().filter(|due| due.announced.is_some()).map(|due| due.entry.0).collect();
        let void: Vec<i64> = announced.into_iter().filter(|entry| !counts.contains(entry)).collect();
        if void.is_empty() && self.announced_here {
            return Ok(());
        }
        let generation = self.vault.generation().to_string();
        self.change(|transaction, _| {
            for entry in &void {
                transaction
                    .prepare_cached("UPDATE entry SET announced_on = NULL WHERE id = ?1")?
                    .execute([entry])?;
            }
            setting::set(transaction, ANNOUNCED_IN, &generation)
        })?;
        self.announced_here = true;
        Ok(())
    }

    /// Takes all announcements away.
    pub(crate) fn withdraw_all(&mut self) -> Result<(), JournalError> {
        if self.connection().prepare_cached(ANNOUNCED)?.exists([])? {
            self.change(|transaction, _| {
                let sql = "UPDATE entry SET announced_on = NULL WHERE announced_on IS NOT NULL";
                transaction.prepare_cached(sql)?.execute([])?;
                Ok(())
            })?;
        }
        Ok(())
    }

    /// Whether this is a backup that was put back since its entries were announced.
    ///
    /// Every session with announcements writes down its generation, and every lock begins the next
    /// one. So a store that was sealed, and holds the generation that it has, was not sealed by the
    /// session that wrote it down.
    fn is_put_back(&self) -> Result<bool, JournalError> {
        if self.announced_here || self.vault.left() == Left::NotClosed {
            return Ok(false);
        }
        Ok(self.setting::<u64>(ANNOUNCED_IN)? == Some(self.vault.generation()))
    }
}

impl Due {
    /// The first day on which it may be gone.
    fn first_day(&self, today: i64) -> i64 {
        bounds::with_notice(self.goes.0, self.announced, today)
    }

    fn going(&self, today: i64) -> Result<Going, JournalError> {
        Ok(Going { day: bounds::day(self.first_day(today))?, why: self.goes.1 })
    }
}

/// When an entry goes, for a list or a page; the outer none says that there is no such entry.
pub(crate) fn going(
    connection: &Connection,
    entry: EntryId,
    term: Term,
    today: NaiveDate,
) -> Result<Option<Option<Going>>, JournalError> {
    let number = i64::from(stamp::number(today));
    let read = |row: &rusqlite::Row<'_>| {
        let bounds = Bounds {
            last_contact: bounds::of_alias(row.get(0)?, row.get(4)?, number),
            keep_until: row.get(1)?,
            closed_on: row.get(3)?,
        };
        Ok((bounds, row.get::<_, Option<i64>>(2)?, row.get::<_, bool>(5)?))
    };
    let found = connection.prepare_cached(ONE)?.query_row([number, entry.0], read).optional()?;
    let Some((bounds, announced, in_bin)) = found else { return Ok(None) };
    if in_bin {
        return Ok(Some(None));
    }
    let Some(goes) = bounds.goes(term) else { return Ok(Some(None)) };
    let announced = announced.filter(|on| bounds::counts(*on, goes.0, number));
    Ok(Some(Some(Due { entry, goes, announced }.going(number)?)))
}

/// Every entry that goes within a week or has to be gone already, in no order.
///
/// Of an alias only its last contact is looked up, so that what is read grows with the aliases and
/// with what goes, not with the entries.
fn due(connection: &Connection, term: Term, today: NaiveDate) -> Result<Vec<Due>, JournalError> {
    let number = i64::from(stamp::number(today));
    let horizon = number.saturating_add(DAYS_OF_NOTICE);
    let mut due = BTreeMap::new();
    let mut take = |bounds: Bounds, entry: i64, announced: Option<i64>| {
        if let Some(goes) = bounds.goes(term).filter(|goes| goes.0 <= horizon) {
            let announced = announced.filter(|on| bounds::counts(*on, goes.0, number));
            due.entry(entry).or_insert(Due { entry: EntryId(entry), goes, announced });
        }
    };
    let mut of_alias = connection.prepare_cached(OF_ALIAS)?;
    let mut aliases = connection.prepare_cached(ALIASES)?;
    let mut rows = aliases.query([number])?;
    while let Some(row) = rows.next()? {
        let alias: i64 = row.get(0)?;
        let bounds = Bounds {
            last_contact: bounds::of_alias(Some(alias), row.get(2)?, number),
            keep_until: None,
            closed_on: row.get(1)?,
        };
        if bounds.goes(term).is_some_and(|goes| goes.0 <= horizon) {
            let mut entries = of_alias.query([alias])?;
            while let Some(row) = entries.next()? {
                take(Bounds { keep_until: row.get(1)?, ..bounds }, row.get(0)?, row.get(2)?);
            }
        }
    }
    // Of those whose alias does not go within a week, and those without one.
    let mut by_bound = connection.prepare_cached(BY_BOUND)?;
    let mut rows = by_bound.query(params![horizon])?;
    while let Some(row) = rows.next()? {
        let bounds = Bounds { last_contact: None, keep_until: row.get(1)?, closed_on: None };
        take(bounds, row.get(0)?, row.get(2)?);
    }
    Ok(due.into_values().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn what_goes_is_found_by_indexes() {
        let walks = [
            (OF_ALIAS, vec!["SEARCH contact USING", "SEARCH entry USING"]),
            (BY_BOUND, vec!["SEARCH entry USING INDEX entry_by_bound (keep_until<?)"]),
            (ANNOUNCED, vec!["SEARCH entry USING COVERING INDEX entry_by_announcement (announced_on>?)"]),
        ];
        for (sql, steps) in walks {
            let plan = schema::plan(sql);
            assert_eq!(plan.len(), steps.len(), "{sql}: {plan:?}");
            for (step, expected) in plan.iter().zip(steps) {
                assert!(step.starts_with(expected), "{sql}: {plan:?}");
            }
        }
        // One step for each alias, by way of indexes that need no table.
        let plan = schema::plan(ALIASES);
        assert_eq!(plan[0], "SCAN alias", "{plan:?}");
        let contact = "SEARCH met USING COVERING INDEX contact_by_alias (alias=? AND day<?)";
        assert!(plan.iter().any(|step| step == contact), "{plan:?}");
        let kept = "SEARCH kept USING COVERING INDEX entry_by_contact (contact=? AND deleted_at=?)";
        assert!(plan.iter().any(|step| step == kept), "{plan:?}");
        for sql in [ALIASES, ONE] {
            let plan = schema::plan(sql);
            assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{sql}: {plan:?}");
        }
    }
}
