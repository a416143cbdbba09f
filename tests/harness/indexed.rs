//! Whether the index of a journal is the one that would be made now.

use std::collections::BTreeMap;

use journal::Journal;

/// A word of an index: itself, its entry, its column, and its place in it.
type Word = (String, i64, String, i64);

/// In what the index and the table of words differ from new ones, made from the texts as they stand; empty
/// when in nothing. The journal stays as it is.
///
/// # Panics
/// When they cannot be read.
#[must_use]
pub fn differs_from_new(journal: &Journal) -> Vec<String> {
    const SEEN: &str = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_of_index
        USING fts5vocab (main, entry_index, instance)";
    const TERMS: &str = "SELECT term, entries FROM term ORDER BY term";
    let connection = journal.vault().connection();
    connection.execute_batch(SEEN).expect("a table");
    let words = words(journal);
    let mut terms = connection.prepare(TERMS).expect("a query");
    let terms = terms.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    let terms: BTreeMap<String, i64> = terms.collect::<Result<_, _>>().expect("terms");
    // Given up when it is dropped.
    let trial = connection.unchecked_transaction().expect("begun");
    trial.execute("INSERT INTO entry_index (entry_index) VALUES ('rebuild')", []).expect("made anew");
    let anew = self::words(journal);
    let mut expected = BTreeMap::<String, i64>::new();
    let mut last = None;
    for (word, entry, column, _) in &anew {
        if column == "body" && last != Some((word, entry)) {
            *expected.entry(word.clone()).or_default() += 1;
            last = Some((word, entry));
        }
    }
    let mut faults = Vec::new();
    if words != anew {
        let (had, has) = (words.len(), anew.len());
        faults.push(format!("the index has {had} words, a new one {has}, and not the same"));
    }
    if terms != expected {
        let (had, has) = (terms.len(), expected.len());
        faults.push(format!("the table has {had} words, a new index {has}, and not in as many entries"));
    }
    faults
}

/// Every word of the index, in the order of words, entries and columns.
fn words(journal: &Journal) -> Vec<Word> {
    const WORDS: &str = "SELECT term, doc, col, \"offset\" FROM temp.word_of_index
        ORDER BY term, doc, col, \"offset\"";
    let mut words = journal.vault().connection().prepare(WORDS).expect("a query");
    let words = words.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)));
    words.expect("rows").collect::<Result<_, _>>().expect("words")
}
