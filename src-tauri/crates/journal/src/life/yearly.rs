//! One question a year about what never had an alias, and so has no term.

use chrono::NaiveDate;

use super::bounds;
use crate::entry::{row_from, row_sql};
use crate::{Journal, JournalError, Row};

/// The setting that says on which day the person kept entries without an alias for another year.
const ASKED_YEARLY_ON: &str = "asked-yearly-on";

const YEARLY: &str = row_sql!(
    "",
    "WHERE entry.keep_until IS NULL AND entry.deleted_at IS NULL AND contact.alias IS NULL
       AND entry.started_at < ?1 AND entry.started_at + entry.started_offset * 60000 < ?2
     ORDER BY entry.started_at, entry.id LIMIT ?3"
);

impl Journal {
    /// Entries that never had an alias and were started more than a year ago, the oldest first, at
    /// most `limit`; none while the person kept them within the last year.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn yearly(&self, today: NaiveDate, limit: usize) -> Result<Vec<Row>, JournalError> {
        let a_year_ago = bounds::a_year_before(today);
        let asked: Option<NaiveDate> = self.setting(ASKED_YEARLY_ON)?;
        // A day to come was set by a clock that was wrong.
        if asked.is_some_and(|asked| asked > a_year_ago && asked <= today) {
            return Ok(Vec::new());
        }
        self.reading(|look| {
            let before = bounds::millis(a_year_ago);
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            let mut rows: Vec<Row> = look
                .prepare_cached(YEARLY)?
                // No zone is a whole day away from UTC.
                .query_map([before.saturating_add(bounds::MILLIS_A_DAY), before, limit], row_from)?
                .collect::<Result<_, _>>()?;
            for row in &mut rows {
                row.excerpt = self.first_words(look, row.entry)?;
            }
            Ok(rows)
        })
    }

    /// The person keeps entries without an alias for another year.
    ///
    /// # Errors
    /// [`JournalError::OnlyReading`], and whatever the store says.
    pub fn keep_another_year(&mut self, today: NaiveDate) -> Result<(), JournalError> {
        self.set_settings(&[(ASKED_YEARLY_ON, &today)])
    }
}

#[cfg(test)]
mod tests {
    use crate::schema;

    #[test]
    fn the_oldest_are_walked_by_an_index_and_nothing_is_sorted() {
        let plan = schema::plan(super::YEARLY);
        assert_eq!(plan[0], "SEARCH entry USING INDEX entry_by_start (started_at<?)", "{plan:?}");
        assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:?}");
    }
}
