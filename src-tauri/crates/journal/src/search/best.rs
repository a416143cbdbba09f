//! What fits best first, by BM25 with its usual constants, over the newest hits.
//!
//! The hits are the collection. All of them have all that is asked, so that how rare something is shows
//! in how often it stands among all their words. The same hits give the same order, whichever way they
//! were found; of two that fit alike the newer one comes first.

use rusqlite::Connection;

use super::Place;
use super::query::Query;
use super::walk::ANSWERS;
use crate::JournalError;
use crate::index::fold::Folder;

/// How many of the newest hits are weighed.
pub(super) const WEIGHED: usize = 1_000;

/// How soon more of the same says nothing more.
const K1: f64 = 1.2;
/// How much a long text is held against.
const B: f64 = 0.75;

/// What is counted in a hit, in words.
pub(super) struct Tally {
    /// How many times each that is asked stands in it.
    times: Vec<f64>,
    words: f64,
}

impl Tally {
    pub(super) fn of(
        connection: &Connection,
        folder: &mut Folder,
        query: &Query,
        (_, entry): Place,
    ) -> Result<Self, JournalError> {
        let mut tally = Self { times: vec![0.0; query.asked.len()], words: 0.0 };
        let mut statement = connection.prepare_cached(ANSWERS)?;
        let mut rows = statement.query([entry])?;
        while let Some(row) = rows.next()? {
            let raw = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            let folded = folder.fold(raw)?;
            tally.words += number(folded.split(' ').count());
            for (times, asked) in tally.times.iter_mut().zip(&query.asked) {
                *times += number(asked.times(raw, &folded));
            }
        }
        Ok(tally)
    }
}

/// A count as it is reckoned with.
fn number(count: usize) -> f64 {
    u32::try_from(count).unwrap_or(u32::MAX).into()
}

/// The places of hits, the best first.
pub(super) fn first(hits: &[(Place, Tally)]) -> Vec<Place> {
    let asked = hits.first().map_or(0, |(_, tally)| tally.times.len());
    let words: f64 = hits.iter().map(|(_, tally)| tally.words).sum();
    let mean = words / number(hits.len());
    let rare = |place: usize| {
        let times: f64 = hits.iter().filter_map(|(_, tally)| tally.times.get(place)).sum();
        (1.0 + words / times.max(1.0)).ln()
    };
    let rare: Vec<f64> = (0..asked).map(rare).collect();
    let fits = |tally: &Tally| -> f64 {
        let length = K1 * (1.0 - B + B * tally.words / mean.max(1.0));
        let one = |(times, rare): (&f64, &f64)| rare * times * (K1 + 1.0) / (times + length);
        tally.times.iter().zip(&rare).map(one).sum()
    };
    let mut fit: Vec<(f64, Place)> = hits.iter().map(|(place, tally)| (fits(tally), *place)).collect();
    fit.sort_by(|one, other| other.0.total_cmp(&one.0).then(other.1.cmp(&one.1)));
    fit.into_iter().map(|(_, place)| place).collect()
}
