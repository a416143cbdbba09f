//! Entries by the month they belong to: a list of any length is shown a part at a time.

use chrono::{Datelike, Months, NaiveDate};

use crate::entry::{row_from, row_sql};
use crate::{Journal, JournalError, Row, stamp};

/// A month that has entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthRow {
    /// Its first day.
    pub month: NaiveDate,
    /// How many rows it takes in the list.
    pub rows: u32,
}

const DAYS: &str = "SELECT day, count(*) FROM entry WHERE deleted_at IS NULL GROUP BY day ORDER BY day DESC";
const DAYS_SALVAGED: &str = "SELECT day, count(*) FROM entry NOT INDEXED
    WHERE deleted_at IS NULL GROUP BY day ORDER BY day DESC";
const DAYS_OF_ANSWERS: &str = "SELECT day, count(*) FROM (
        SELECT min(written_at + written_offset * 60000) / 86400000 + 719163 AS day
        FROM answer NOT INDEXED GROUP BY entry)
    GROUP BY day ORDER BY day DESC";

const OF_MONTH: &str = row_sql!(
    "",
    "WHERE entry.deleted_at IS NULL AND entry.day BETWEEN ?1 AND ?2
     ORDER BY entry.day DESC, entry.id DESC LIMIT ?4 OFFSET ?3"
);
const OF_MONTH_SALVAGED: &str = "SELECT id, day, NULL, NULL, title FROM entry NOT INDEXED
    WHERE deleted_at IS NULL AND day BETWEEN ?1 AND ?2 ORDER BY day DESC, id DESC LIMIT ?4 OFFSET ?3";
const OF_MONTH_OF_ANSWERS: &str = "SELECT * FROM (
        SELECT entry AS id, min(written_at + written_offset * 60000) / 86400000 + 719163 AS day, NULL, NULL,
            NULL
        FROM answer NOT INDEXED GROUP BY entry)
    WHERE day BETWEEN ?1 AND ?2 ORDER BY day DESC, id DESC LIMIT ?4 OFFSET ?3";

const DAYS_OF_MONTH: &str =
    "SELECT DISTINCT day FROM entry WHERE deleted_at IS NULL AND day BETWEEN ?1 AND ?2 ORDER BY day";
const DAYS_OF_MONTH_SALVAGED: &str = "SELECT DISTINCT day FROM entry NOT INDEXED
    WHERE deleted_at IS NULL AND day BETWEEN ?1 AND ?2 ORDER BY day";
const DAYS_OF_MONTH_OF_ANSWERS: &str = "SELECT DISTINCT day FROM (
        SELECT min(written_at + written_offset * 60000) / 86400000 + 719163 AS day
        FROM answer NOT INDEXED GROUP BY entry)
    WHERE day BETWEEN ?1 AND ?2 ORDER BY day";

impl Journal {
    /// The months that have entries outside the bin, the newest first.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn months(&self) -> Result<Vec<MonthRow>, JournalError> {
        self.salvaging(&[DAYS, DAYS_SALVAGED, DAYS_OF_ANSWERS], |look, sql| {
            let mut days = look.prepare_cached(sql)?;
            let mut rows = days.query([])?;
            let mut months: Vec<MonthRow> = Vec::new();
            while let Some(row) = rows.next()? {
                let entries: u32 = row.get(1)?;
                let (month, _) = ends(stamp::day(row.get(0)?).map_err(rusqlite::Error::from)?);
                match months.last_mut() {
                    Some(last) if last.month == month => last.rows += entries,
                    _ => months.push(MonthRow { month, rows: entries }),
                }
            }
            Ok(months)
        })
    }

    /// Rows of the list of a month, in the order of [`Journal::entries`]: at most `limit` from place
    /// `first` on. The month is that of `day`.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn month(&self, day: NaiveDate, first: usize, limit: usize) -> Result<Vec<Row>, JournalError> {
        let (from, until) = ends(day);
        let [first, limit] = [first, limit].map(|number| i64::try_from(number).unwrap_or(i64::MAX));
        self.salvaging(&[OF_MONTH, OF_MONTH_SALVAGED, OF_MONTH_OF_ANSWERS], |look, sql| {
            let values = (stamp::number(from), stamp::number(until), first, limit);
            let mut rows: Vec<Row> =
                look.prepare_cached(sql)?.query_map(values, row_from)?.collect::<Result<_, _>>()?;
            for row in &mut rows {
                row.excerpt = self.first_words(look, row.entry)?;
            }
            Ok(rows)
        })
    }

    /// The days of a month that have entries outside the bin, each once, the first first. The month is
    /// that of `day`.
    ///
    /// # Errors
    /// Whatever the store says.
    pub fn days_of_month(&self, day: NaiveDate) -> Result<Vec<NaiveDate>, JournalError> {
        let (from, until) = ends(day);
        let ways = [DAYS_OF_MONTH, DAYS_OF_MONTH_SALVAGED, DAYS_OF_MONTH_OF_ANSWERS];
        self.salvaging(&ways, |look, sql| {
            let mut days = look.prepare_cached(sql)?;
            let days = days
                .query_map([stamp::number(from), stamp::number(until)], |row| Ok(stamp::day(row.get(0)?)?))?;
            Ok(days.collect::<Result<_, _>>()?)
        })
    }
}

/// The first and the last day of the month of a day.
fn ends(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = day.with_day(1).unwrap_or(day);
    let last = first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt());
    (first, last.unwrap_or(NaiveDate::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    #[test]
    fn what_lists_months_walks_the_index_of_days_and_sorts_nothing() {
        for sql in [DAYS, OF_MONTH, DAYS_OF_MONTH] {
            let plan = schema::plan(sql);
            assert!(plan[0].contains("entry_by_day"), "{plan:?}");
            assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:?}");
        }
    }

    #[test]
    fn every_way_has_the_columns_of_the_first() {
        let tables = schema::tables();
        let columns = |sql: &str| tables.prepare(sql).expect("it is SQL").column_count();
        assert_eq!([DAYS_SALVAGED, DAYS_OF_ANSWERS].map(columns), [columns(DAYS); 2]);
        assert_eq!([OF_MONTH_SALVAGED, OF_MONTH_OF_ANSWERS].map(columns), [columns(OF_MONTH); 2]);
        let days = [DAYS_OF_MONTH_SALVAGED, DAYS_OF_MONTH_OF_ANSWERS].map(columns);
        assert_eq!(days, [columns(DAYS_OF_MONTH); 2]);
    }

    #[test]
    fn a_month_ends_with_its_last_day() {
        let ends = |day: &str| {
            let (first, last) = super::ends(day.parse().expect("a day"));
            format!("{first} {last}")
        };
        assert_eq!(ends("2024-02-29"), "2024-02-01 2024-02-29");
        assert_eq!(ends("2026-12-31"), "2026-12-01 2026-12-31");
        assert_eq!(ends("2026-04-01"), "2026-04-01 2026-04-30");
    }
}
