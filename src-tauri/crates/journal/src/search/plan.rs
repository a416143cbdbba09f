//! How a search is answered: by the index as far as that knows, and by reading.

use rusqlite::Connection;

use super::Place;
use super::filter::Scope;
use super::query::{Asked, Query};
use super::walk::at_most;
use crate::JournalError;
use crate::index::words::{Part, Words};

/// Where one way of answering becomes dearer than another. The answer is the same for any values;
/// tests take small ones, so that small journals go all ways.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Balance {
    /// The most words asked of the index at once.
    pub(crate) words_at_once: usize,
    /// The most parts of words asked of the index at once; what else is asked is looked at.
    pub(crate) parts_at_once: usize,
    /// How many of the newest entries are read before the index is asked in portions.
    pub(crate) read_first: usize,
    /// How many rows of the list may be walked, for each hit seen, to find that nothing newer can
    /// come.
    pub(crate) rows_a_hit: i64,
}

impl Balance {
    /// From the measurements at 100,000 entries: 500 words take about 5 ms, and so do the reading
    /// and folding of some hundred entries. A hit costs about as much as twenty rows of the list.
    pub(crate) const MEASURED: Self =
        Self { words_at_once: 512, parts_at_once: 32, read_first: 400, rows_a_hit: 20 };

    /// Whether to look if anything newer can come, after so many hits. The rows above the floor are
    /// walked for it, nearly all entries where a word is rare; going on with the hits is then the
    /// shorter way. `latest` is the number of the newest entry.
    pub(super) fn worth_looking(self, latest: i64, floor: Place, hits: usize) -> bool {
        let hits = i64::try_from(hits).unwrap_or(i64::MAX);
        latest.saturating_sub(floor.1) <= self.rows_a_hit.saturating_mul(hits)
    }
}

/// FTS5 keeps this many bytes of a word; two longer words may look alike to it.
const WHOLE_IN_INDEX: usize = 32_768;

/// How a search is answered.
pub(super) enum Plan {
    /// Some part of a word is in no word at all.
    Nothing,
    /// The index names the entries; unless `exact`, each is looked at too.
    Ask { question: String, exact: bool },
    /// There is nothing that the index knows of, or few entries are asked: read until enough is found.
    Read,
    /// What is asked is in very many words, or only what is not: read the newest, then ask for the rest,
    /// one question after the other, and look at each hit unless `exact`.
    ReadThenAsk { questions: Vec<String>, exact: bool },
}

impl Plan {
    pub(super) fn of(
        connection: &Connection,
        query: &Query,
        scope: &Scope,
        words: &Words,
        balance: Balance,
    ) -> Result<Self, JournalError> {
        if scope.is_listed() && at_most(connection, scope, balance.read_first)? {
            return Ok(Self::Read);
        }
        let tokens = scope.tokens();
        let Some(parts) = Parts::of(query, words, balance) else { return Ok(Self::Nothing) };
        let (unless, without_is_exact) = without(connection, query, words, balance)?;
        let exact = parts.exact && without_is_exact;
        let ask = |positive: &str| format!("({positive}){unless}");
        let few = (!parts.few.is_empty()).then(|| in_body(&parts.few.join(" AND ")));
        let positive: Vec<String> = tokens.into_iter().chain(few).collect();
        Ok(if !positive.is_empty() {
            Self::Ask { question: ask(&positive.join(" AND ")), exact }
        } else if !parts.very_many.is_empty() {
            let portions = fewest(&parts.very_many, words);
            let portions = portions.chunks(balance.words_at_once);
            let questions = portions.map(|portion| ask(&in_body(&any_of(portion)))).collect();
            Self::ReadThenAsk { questions, exact: false }
        } else if !unless.is_empty() && query.asked.is_empty() {
            // Every entry has a form.
            Self::ReadThenAsk { questions: vec![ask("meta : \"f\" *")], exact }
        } else {
            Self::Read
        })
    }
}

/// What must occur, as parts of words that the index can be asked for.
struct Parts {
    /// For each part in few words: those, as a question.
    few: Vec<String>,
    /// Parts in very many words.
    very_many: Vec<Part>,
    /// Whether `few` says all that must occur.
    exact: bool,
}

impl Parts {
    /// None where some part is in no word.
    fn of(query: &Query, words: &Words, balance: Balance) -> Option<Self> {
        let mut parts: Vec<Part> = query.asked.iter().flat_map(Asked::parts).collect();
        let mut exact = query.asked.iter().all(Asked::is_one_word);
        if parts.len() > balance.parts_at_once {
            // The longest are in the fewest words.
            parts.sort_by_key(|part| std::cmp::Reverse(part.text().len()));
            parts.truncate(balance.parts_at_once);
            exact = false;
        }
        let (mut few, mut very_many) = (Vec::new(), Vec::new());
        for part in parts {
            let with: Vec<&str> = words.with(&part).take(balance.words_at_once + 1).collect();
            if with.is_empty() {
                return None;
            }
            if with.len() <= balance.words_at_once {
                exact &= with.iter().all(|word| word.len() <= WHOLE_IN_INDEX);
                few.push(any_of(&with));
            } else {
                very_many.push(part);
            }
        }
        exact &= very_many.is_empty();
        Some(Self { few, very_many, exact })
    }
}

/// What must not occur, as the end of a question: empty, or from a NOT on; and whether that says all.
fn without(
    connection: &Connection,
    query: &Query,
    words: &Words,
    balance: Balance,
) -> Result<(String, bool), JournalError> {
    let mut exact = query.excluded.len() <= balance.parts_at_once;
    let mut unless = Vec::new();
    for excluded in query.excluded.iter().take(balance.parts_at_once) {
        if excluded.contains(' ') {
            exact = false;
            continue;
        }
        let part = Part::Inside(excluded.clone());
        let mut with: Vec<String> =
            words.with(&part).take(balance.words_at_once + 1).map(str::to_owned).collect();
        if with.len() > balance.words_at_once {
            // The commonest of them leave little to be looked at.
            with = commonest(connection, excluded)?;
            exact = false;
        }
        let known = with.len();
        with.retain(|word| word.len() <= WHOLE_IN_INDEX);
        exact &= with.len() == known;
        if !with.is_empty() {
            let with: Vec<&str> = with.iter().map(String::as_str).collect();
            unless.push(any_of(&with));
        }
    }
    let unless =
        if unless.is_empty() { String::new() } else { format!(" NOT {}", in_body(&unless.join(" OR "))) };
    Ok((unless, exact))
}

/// The words with this part that are in the most entries.
fn commonest(connection: &Connection, part: &str) -> Result<Vec<String>, JournalError> {
    const COMMONEST: &str =
        "SELECT term FROM term WHERE instr(term, ?1) > 0 ORDER BY entries DESC, term LIMIT 32";
    let mut read = connection.prepare_cached(COMMONEST)?;
    let words = read.query_map([part], |row| row.get(0))?;
    Ok(words.collect::<Result<_, _>>()?)
}

/// All words with the part that is in the fewest.
fn fewest<'w>(parts: &[Part], words: &'w Words) -> Vec<&'w str> {
    let with = |part| words.with(part).collect::<Vec<&str>>();
    parts.iter().map(with).min_by_key(Vec::len).unwrap_or_default()
}

/// Words of the index, any of which will do. They are letters and digits only, so that quotes
/// around them are all the care they need.
fn any_of(words: &[&str]) -> String {
    format!("(\"{}\")", words.join("\" OR \""))
}

fn in_body(question: &str) -> String {
    format!("body : ({question})")
}

impl Asked {
    /// Whether any word that has it says that it occurs.
    fn is_one_word(&self) -> bool {
        matches!(self, Self::Words(words) if !words.contains(' '))
    }

    /// What the index can be asked: parts of words that an entry must have.
    fn parts(&self) -> Vec<Part> {
        let Self::Words(words) = self else { return Vec::new() };
        let words: Vec<&str> = words.split(' ').collect();
        match words.as_slice() {
            [] => Vec::new(),
            [word] => vec![Part::Inside((*word).to_owned())],
            [first, between @ .., last] => {
                let between = between.iter().map(|word| Part::Whole((*word).to_owned()));
                let mut parts = vec![Part::Ends((*first).to_owned())];
                parts.extend(between);
                parts.push(Part::Starts((*last).to_owned()));
                parts
            }
        }
    }
}
