//! How the journal is asked for entries by their words: the one place here that knows its search.

use journal::{Alias, EntryId, Journal, Search, SearchFilters, SearchOrder};

/// How many entries are found at most, the newest first.
///
/// # Panics
/// When the store does not answer; so with all below.
pub fn newest(journal: &mut Journal, text: &str, limit: usize) -> usize {
    filtered(journal, text, SearchFilters::default(), limit)
}

/// The same of the newest thousand hits, what fits best first.
pub fn best(journal: &mut Journal, text: &str, limit: usize) -> usize {
    let (order, filters) = (SearchOrder::Best, SearchFilters::default());
    journal.find(&Search { text, order, filters, after: None, limit }).expect("rows").rows.len()
}

/// The same of one alias.
pub fn of_alias(journal: &mut Journal, text: &str, alias: &Alias, limit: usize) -> usize {
    filtered(journal, text, SearchFilters { alias: Some(alias.clone()), ..Default::default() }, limit)
}

/// The same through filters.
pub fn filtered(journal: &mut Journal, text: &str, filters: SearchFilters, limit: usize) -> usize {
    let search = Search { text, order: SearchOrder::Newest, filters, after: None, limit };
    journal.find(&search).expect("rows").rows.len()
}

/// Every entry that is found, page after page.
pub fn all(journal: &mut Journal, text: &str) -> Vec<EntryId> {
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let filters = SearchFilters::default();
        let search = Search { text, order: SearchOrder::Newest, filters, after, limit: 1_000 };
        let page = journal.find(&search).expect("rows");
        found.extend(page.rows.iter().map(|found| found.row.entry));
        after = page.next;
        if after.is_none() {
            return found;
        }
    }
}
