//! The tables, as migrations that only add.

use vault::Migration;

/// In order; the vault runs those that a store has not had, all of them in one transaction.
pub(crate) const MIGRATIONS: &[Migration] = &[Migration { version: 1, sql: include_str!("schema/1.sql") }];
