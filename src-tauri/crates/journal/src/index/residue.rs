//! What an erased word may leave in the index, and how it goes.
//!
//! FTS5's `secure-delete` takes words off the leaves of its tree. It leaves the signposts: the
//! beginning of a word that told one leaf from the next stays in `entry_index_idx` when that word
//! goes and others of its leaf stay. (Seen in SQLite 3.53; the test that erases a canary fails
//! without this module.) Writing the index anew makes new signposts. At 100,000 entries that takes
//! about a second, so it is done where something is erased, and only when a signpost is left.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::JournalError;

/// Writes the index anew when a signpost in it is the beginning of no word that is left.
pub(crate) fn clear(connection: &Connection) -> Result<(), JournalError> {
    if left(connection)? {
        merge_all(connection)?;
        if left(connection)? {
            connection.execute("INSERT INTO entry_index (entry_index) VALUES ('rebuild')", [])?;
        }
    }
    Ok(())
}

/// Whether a signpost is the beginning of no word of the index.
fn left(connection: &Connection) -> Result<bool, JournalError> {
    // A signpost is the letter of the index, 0 for the only one we have, and the beginning of a
    // word, which may end within a character.
    const SIGNPOSTS: &str = "SELECT substr(term, 2) FROM entry_index_idx WHERE length(term) > 1";
    const FROM_HERE: &str = "SELECT term FROM term WHERE term >= CAST(?1 AS TEXT) ORDER BY term LIMIT 1";
    const OTHERS: &str = "SELECT 'k' || lower(hex(kind)) FROM contact UNION SELECT 'a' || id FROM alias
        UNION SELECT 'f' || lower(hex(form_pack || ' ' || form)) FROM (
            SELECT DISTINCT form_pack, form FROM entry)
        UNION SELECT 'q' || lower(hex(question_pack || ' ' || question)) FROM (
            SELECT DISTINCT question_pack, question FROM answer WHERE question IS NOT NULL)";
    let mut from_here = connection.prepare_cached(FROM_HERE)?;
    let mut unknown: Vec<Vec<u8>> = Vec::new();
    let mut signposts = connection.prepare_cached(SIGNPOSTS)?;
    let mut rows = signposts.query([])?;
    while let Some(row) = rows.next()? {
        let signpost: Vec<u8> = row.get(0)?;
        let mut next = from_here.query([&signpost])?;
        // If any word begins so, the first one from here does.
        let known = match next.next()? {
            Some(word) => word.get_ref(0)?.as_bytes().is_ok_and(|word| word.starts_with(&signpost)),
            None => false,
        };
        if !known {
            unknown.push(signpost);
        }
    }
    if unknown.is_empty() {
        return Ok(false);
    }
    // The tokens of kind, alias, form and question are no words of anybody's, and so not among the terms.
    let others: BTreeSet<String> =
        connection.prepare_cached(OTHERS)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(unknown.iter().any(|signpost| !others.iter().any(|token| token.as_bytes().starts_with(signpost))))
}

/// Merges all parts of the index into a new one.
///
/// FTS5 leaves an index of one part as it is, so a row that says nothing comes in first, as a
/// second part, and goes again. No entry has the number 0.
fn merge_all(connection: &Connection) -> Result<(), JournalError> {
    connection.execute_batch(
        "INSERT INTO entry_index (rowid, body, meta) VALUES (0, '', '0');
         INSERT INTO entry_index (entry_index) VALUES ('optimize');
         INSERT INTO entry_index (entry_index, rowid, body, meta) VALUES ('delete', 0, '', '0');",
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::desk::{Desk, about, question, sheet};

    #[test]
    fn what_stands_for_a_kind_an_alias_a_form_or_a_question_is_no_residue() {
        let mut desk = Desk::new();
        // Long enough to fill leaves of the index.
        let long = |number: i32| format!("{number} {}", "lang ".repeat(20));
        for number in 0..300 {
            let alias = format!("Reiger {number}");
            let mut new = about("2026-03-01", &long(number), Some(&alias));
            new.form.form = long(number);
            let entry = desk.start(if number % 2 == 0 { sheet(new) } else { new });
            desk.save(entry, None, question(&long(number)), "steeds hetzelfde woord");
        }
        desk.journal.search("woord", 1).expect("search");
        let connection = desk.journal.connection();
        for letter in ["k", "f", "q"] {
            let sql = "SELECT 1 FROM entry_index_idx WHERE CAST(substr(term, 2, 1) AS TEXT) = ?1";
            let there = connection.prepare(sql).expect("it is SQL").exists([letter]).expect("read");
            assert!(there, "this test must meet a signpost that begins with {letter}");
        }
        assert_eq!(left(connection), Ok(false));
    }
}
