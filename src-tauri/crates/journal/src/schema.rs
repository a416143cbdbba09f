//! The tables, as migrations that only add.

use vault::Migration;

/// In order; the vault runs those that a store has not had, all of them in one transaction.
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration { version: 1, sql: include_str!("schema/1.sql") },
    Migration { version: 2, sql: include_str!("schema/2.sql") },
    Migration { version: 3, sql: include_str!("schema/3.sql") },
    Migration { version: 4, sql: include_str!("schema/4.sql") },
    Migration { version: 5, sql: include_str!("schema/5.sql") },
    Migration { version: 6, sql: include_str!("schema/6.sql") },
    Migration { version: 7, sql: include_str!("schema/7.sql") },
];

/// The version of the tables after the last of them.
pub(crate) const VERSION: u32 = MIGRATIONS[MIGRATIONS.len() - 1].version;

/// The tables alone, in memory, with foreign keys as the vault has them.
#[cfg(test)]
pub(crate) fn tables() -> rusqlite::Connection {
    let tables = rusqlite::Connection::open_in_memory().expect("memory");
    tables.execute_batch("PRAGMA foreign_keys = ON").expect("foreign keys");
    for migration in MIGRATIONS {
        tables.execute_batch(migration.sql).expect("schema");
    }
    tables
}

/// How SQLite would answer, a line for each step.
#[cfg(test)]
pub(crate) fn plan(sql: &str) -> Vec<String> {
    let tables = tables();
    let mut statement = tables.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("prepare");
    let values = std::iter::repeat_n(0, statement.parameter_count());
    let steps =
        statement.query_map(rusqlite::params_from_iter(values), |row| row.get("detail")).expect("explain");
    steps.collect::<Result<_, _>>().expect("plan")
}
