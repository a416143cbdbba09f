//! What a copy of a journal must have in common with it.

use rusqlite::Connection;
use vault::Tally;

/// Counts the entries, those in the bin included, and finds the newest one's number; zeros for a
/// store in which no journal was made yet. It works on the tables of every version, for it is asked
/// of backups that an older one made.
///
/// # Errors
/// Whatever SQLite says; a store that cannot be counted is no backup.
pub fn tally(connection: &Connection) -> rusqlite::Result<Tally> {
    const THERE: &str = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'entry'";
    if !connection.prepare(THERE)?.exists([])? {
        return Ok(Tally { entries: 0, newest: 0 });
    }
    connection.query_row("SELECT count(*), coalesce(max(id), 0) FROM entry", [], |row| {
        Ok(Tally { entries: row.get::<_, i64>(0)?.unsigned_abs(), newest: row.get(1)? })
    })
}
