//! Migrations: only ever added, run in one transaction, refused for a newer store.

use rusqlite::{Connection, TransactionBehavior};

use crate::VaultError;

/// One step of the store's shape. Once released it is never edited.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Counts from 1, without gaps.
    pub version: u32,
    /// What it does. It may hold many statements, and none that begins or ends a transaction.
    pub sql: &'static str,
}

/// Brings the store to the last of `migrations`; returns the version it had before.
///
/// Reading the version and running the steps is one transaction: a read that fails runs nothing,
/// and a step that fails leaves everything as it was.
pub(crate) fn run(connection: &mut Connection, migrations: &[Migration]) -> Result<u32, VaultError> {
    if (1..).zip(migrations).any(|(expected, migration)| migration.version != expected) {
        return Err(VaultError::MigrationsOutOfOrder);
    }
    let last = migrations.last().map_or(0, |migration| migration.version);
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: i64 = transaction.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    // A negative number was never written by us.
    let found = u32::try_from(found).map_err(|_| VaultError::StoreDamaged)?;
    if found > last {
        return Err(VaultError::NewerFormat);
    }
    for migration in migrations.iter().filter(|migration| migration.version > found) {
        transaction.execute_batch(migration.sql)?;
        if transaction.is_autocommit() {
            return Err(VaultError::MigrationsOutOfOrder);
        }
        transaction.execute_batch(&format!("PRAGMA user_version = {}", migration.version))?;
    }
    transaction.commit()?;
    Ok(found)
}
