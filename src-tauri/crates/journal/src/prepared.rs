//! Which preparation an entry is shown with: what was written before a contact, beside what is written
//! after it.
//!
//! A preparation fits an entry about a contact that was started after it, when their days are a month
//! apart at most and it is about the same alias, or about none and a contact of the same kind; with an
//! alias on one side only, the days must be the same. Each is shown with one entry. A sheet, and a
//! preparation itself, are shown with none. A preparation in the bin fits nothing, and an entry there
//! holds none.

use rusqlite::{Connection, OptionalExtension};

use crate::{EntryId, JournalError};

/// The preparations, as `made`, that fit the entry `?1`, as `own`; each condition beginning with AND
/// that is given says more.
macro_rules! fitting {
    ($more:literal, $rest:literal) => {
        concat!(
            "SELECT made.id FROM entry AS own
             CROSS JOIN contact AS met ON met.id = own.contact
             CROSS JOIN entry AS made
             CROSS JOIN contact AS meant ON meant.id = made.contact
             WHERE own.id = ?1 AND own.prepares = 0 AND own.title IS NULL
               AND made.prepares = 1 AND made.id < own.id
               AND made.day BETWEEN own.day - 31 AND own.day + 31
               AND (meant.alias = met.alias
                    OR (meant.alias IS NULL AND meant.kind = met.kind
                        AND (met.alias IS NULL OR made.day = own.day)))
               AND NOT EXISTS (SELECT 1 FROM entry AS other
                   WHERE other.prepared = made.id AND other.id <> own.id AND other.deleted_at IS NULL) ",
            $more,
            $rest
        )
    };
}

const NEWEST: &str = fitting!("AND made.deleted_at IS NULL ", "ORDER BY made.id DESC LIMIT 1");

/// The one it has, also from the bin: what is put back is shown again.
const STILL: &str = fitting!("AND made.id = own.prepared", "");

/// Gives an entry the newest preparation that fits, unless the one it has still does.
pub(crate) fn link(connection: &Connection, entry: EntryId) -> Result<(), JournalError> {
    if connection.prepare_cached(STILL)?.exists([entry.0])? {
        return Ok(());
    }
    let newest: Option<i64> =
        connection.prepare_cached(NEWEST)?.query_row([entry.0], |row| row.get(0)).optional()?;
    connection
        .prepare_cached("UPDATE entry SET prepared = ?2 WHERE id = ?1 AND prepared IS NOT ?2")?
        .execute((entry.0, newest))?;
    Ok(())
}

/// An entry got another day or contact: it is linked anew, and so are those that were shown with it.
pub(crate) fn follow_contact(connection: &Connection, entry: EntryId) -> Result<(), JournalError> {
    let shown_with: Vec<EntryId> = connection
        .prepare_cached("SELECT id FROM entry WHERE prepared = ?1 ORDER BY id")?
        .query_map([entry.0], |row| row.get(0).map(EntryId))?
        .collect::<Result<_, _>>()?;
    link(connection, entry)?;
    shown_with.into_iter().try_for_each(|entry| link(connection, entry))
}

#[cfg(test)]
mod tests {
    use crate::schema;

    #[test]
    fn preparations_are_found_by_their_days() {
        let plan = schema::plan(super::NEWEST);
        let by_day = "SEARCH made USING INDEX preparation_by_day (day>? AND day<?)";
        assert!(plan.iter().any(|step| step == by_day), "{plan:?}");
        let taken = "SEARCH other USING INDEX entry_by_prepared (prepared=?)";
        for sql in [super::NEWEST, super::STILL] {
            let plan = schema::plan(sql);
            assert!(plan.iter().any(|step| step == taken), "{plan:?}");
            assert!(!plan.iter().any(|step| step.starts_with("SCAN")), "{plan:?}");
        }
    }
}
