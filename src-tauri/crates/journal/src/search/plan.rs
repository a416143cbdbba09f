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
    /// The most phrases of whole words that one typed phrase is asked as.
    pub(crate) phrases_at_once: usize,
    /// How many of the newest entries are read at most before the index is asked.
    pub(crate) read_first: usize,
    /// How many are read before all words are, when a journal was just opened.
    pub(crate) before_words: usize,
    /// How many entries of a period are looked through for the numbers they have.
    pub(crate) days_first: usize,
    /// How many rows of the list may be walked, for each hit seen, to find that nothing newer can
    /// come.
    pub(crate) rows_a_hit: i64,
}

impl Balance {
    /// From the measurements at 100,000 entries: 500 words take about 5 ms, and so do the reading
    /// and folding of some hundred entries. A hit costs about as much as twenty rows of the list.
    pub(crate) const MEASURED: Self = Self {
        words_at_once: 512,
        parts_at_once: 16,
        phrases_at_once: 64,
        read_first: 400,
        before_words: 32,
        days_first: 5_000,
        rows_a_hit: 20,
    };

    /// Whether to look if anything newer can come, after so many hits. The rows above the floor are
    /// walked for it, nearly all entries where a word is rare; going on with the hits is then the
    /// shorter way. `latest` is the number of the newest entry.
    pub(super) fn worth_looking(self, latest: i64, floor: Place, hits: usize) -> bool {
        let hits = i64::try_from(hits).unwrap_or(i64::MAX);
        latest.saturating_sub(floor.1) <= self.rows_a_hit.saturating_mul(hits)
    }

    /// How many rows of an alias's own list may be walked for it. They stand far apart, so that each costs
    /// about as much as seven of the list of all.
    pub(super) fn rows_of_alias(self, hits: usize) -> i64 {
        let hits = i64::try_from(hits).unwrap_or(i64::MAX);
        self.rows_a_hit.saturating_mul(hits) / 7
    }

    /// Whether to read on, after so many entries of which so many are hits, when `most` were to be read: while
    /// what is missing may be had, at this rate, for no more than that; and not for ever, where the rate
    /// does not last.
    pub(super) const fn reads_on(self, most: usize, read: usize, hits: usize, limit: usize) -> bool {
        let missing = limit.saturating_sub(hits).saturating_mul(read);
        read < most || (read < most.saturating_mul(3) && missing <= most.saturating_mul(hits))
    }
}

/// FTS5 keeps this many bytes of a word; two longer words may look alike to it.
const WHOLE_IN_INDEX: usize = 32_768;

/// How a search is answered.
pub(super) enum Plan {
    /// Some part of a word is in no word at all.
    Nothing,
    /// There is nothing that the index knows of, or few entries are asked: read until enough is found.
    Read,
    /// Read about so many of the newest entries, for as long as that is no dearer than the index. Then ask
    /// that for the rest, one question after the other, and look at each hit unless `exact`.
    Ask { first: usize, questions: Vec<String>, exact: bool },
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
        if query.is_empty() && (tokens.is_none() || scope.alias().is_some()) {
            return Ok(Self::Read);
        }
        let Some(parts) = Parts::of(query, words, balance) else { return Ok(Self::Nothing) };
        let without = Without::of(connection, query, words, balance)?;
        // Nearly nothing is without it: that is found sooner than what has the rest.
        let parts = if without.of_nearly_all { Parts::default() } else { parts };
        let exact = parts.exact && without.exact;
        let ask = |positive: &str| format!("({positive}){}", without.question);
        let few = (!parts.few.is_empty()).then(|| in_body(&parts.few.join(" AND ")));
        let no_tokens = tokens.is_none();
        let positive: Vec<String> = tokens.into_iter().chain(few).collect();
        // Opening a word in the index takes about as long as reading an entry. What is in very many words is
        // in many entries, and those of an alias are at hand.
        let is_common = parts.few.is_empty() && !parts.very_many.is_empty();
        let first = if is_common && scope.alias().is_some() { usize::MAX } else { parts.words };
        let first = first.min(balance.read_first);
        Ok(if no_tokens && is_common {
            let portions = fewest(&parts.very_many, words);
            let portions = portions.chunks(balance.words_at_once);
            let questions = portions.map(|portion| ask(&in_body(&any_of(portion)))).collect();
            Self::Ask { first: balance.read_first, questions, exact: false }
        } else if !positive.is_empty() {
            Self::Ask { first, questions: vec![ask(&positive.join(" AND "))], exact }
        } else if without.question.is_empty() {
            Self::Read
        } else {
            // Every entry has a form.
            let question = ask("meta : \"f\" *");
            let exact = exact && query.asked.is_empty();
            Self::Ask { first: balance.read_first, questions: vec![question], exact }
        })
    }
}

/// What must occur, as parts of words that the index can be asked for.
#[derive(Default)]
struct Parts {
    /// For each part in few words: those, as a question.
    few: Vec<String>,
    /// How many words those are.
    words: usize,
    /// Parts in very many words.
    very_many: Vec<Part>,
    /// Whether `few` says all that must occur.
    exact: bool,
}

impl Parts {
    /// None where some part is in no word.
    fn of(query: &Query, words: &Words, balance: Balance) -> Option<Self> {
        let mut all = Self { exact: query.asked.iter().all(Asked::is_one_word), ..Self::default() };
        let mut parts: Vec<Part> = Vec::new();
        for asked in &query.asked {
            match asked.phrases(words, balance) {
                Some(phrases) if all.few.len() < balance.parts_at_once => {
                    let whole: Vec<&str> = phrases.iter().map(String::as_str).collect();
                    all.words += whole.iter().map(|phrase| phrase.split(' ').count()).sum::<usize>();
                    all.few.push(any_of(&whole));
                }
                _ => parts.extend(asked.parts()),
            }
        }
        if parts.len() > balance.parts_at_once {
            // The longest are in the fewest words.
            parts.sort_by_key(|part| std::cmp::Reverse(part.text().len()));
            parts.truncate(balance.parts_at_once);
            all.exact = false;
        }
        for part in parts {
            let with: Vec<&str> = words.with(&part).take(balance.words_at_once + 1).collect();
            if with.is_empty() {
                return None;
            }
            if with.len() <= balance.words_at_once {
                all.exact &= with.iter().all(|word| word.len() <= WHOLE_IN_INDEX);
                all.words += with.len();
                all.few.push(any_of(&with));
            } else {
                all.very_many.push(part);
            }
        }
        all.exact &= all.very_many.is_empty();
        Some(all)
    }
}

/// What must not occur.
struct Without {
    /// As the end of a question: empty, or from a NOT on.
    question: String,
    /// Whether that says all.
    exact: bool,
    /// Whether nearly all entries have it.
    of_nearly_all: bool,
}

impl Without {
    fn of(
        connection: &Connection,
        query: &Query,
        words: &Words,
        balance: Balance,
    ) -> Result<Self, JournalError> {
        let mut all = Self { question: String::new(), exact: true, of_nearly_all: false };
        let mut unless = Vec::new();
        let mut left = balance.words_at_once;
        let mut common_left = COMMON_AT_ONCE;
        for excluded in &query.excluded {
            if excluded.contains(' ') || left == 0 {
                all.exact = false;
                continue;
            }
            let part = Part::Inside(excluded.clone());
            let mut with: Vec<String> = words.with(&part).take(left + 1).map(str::to_owned).collect();
            if with.len() > left {
                all.exact = false;
                if common_left == 0 {
                    continue;
                }
                // The commonest of them leave little to be looked at.
                common_left -= 1;
                (with, all.of_nearly_all) = commonest(connection, excluded, all.of_nearly_all)?;
            }
            let known = with.len();
            with.retain(|word| word.len() <= WHOLE_IN_INDEX);
            all.exact &= with.len() == known;
            left = left.saturating_sub(with.len());
            if !with.is_empty() {
                let with: Vec<&str> = with.iter().map(String::as_str).collect();
                unless.push(any_of(&with));
            }
        }
        if !unless.is_empty() {
            all.question = format!(" NOT {}", in_body(&unless.join(" OR ")));
        }
        Ok(all)
    }
}

/// A phrase of so many words and more is asked by its words; it is rare enough by them.
const WORDS_OF_A_PHRASE: usize = 8;

/// How many times the commonest words with a part are looked for in one search.
const COMMON_AT_ONCE: usize = 3;

/// The words with this part that are in the most entries; and whether they, or what is said already, are
/// in nearly all.
fn commonest(
    connection: &Connection,
    part: &str,
    of_nearly_all: bool,
) -> Result<(Vec<String>, bool), JournalError> {
    const COMMONEST: &str =
        "SELECT term, entries FROM term WHERE instr(term, ?1) > 0 ORDER BY entries DESC, term LIMIT 8";
    const ENTRIES: &str = "SELECT max(id) FROM entry";
    let mut read = connection.prepare_cached(COMMONEST)?;
    let words: Vec<(String, i64)> =
        read.query_map([part], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    let entries: Option<i64> = connection.prepare_cached(ENTRIES)?.query_row([], |row| row.get(0))?;
    let most = words.first().map_or(0, |(_, entries)| *entries);
    let of_nearly_all = of_nearly_all || most.saturating_mul(10) >= entries.unwrap_or(0).saturating_mul(9);
    Ok((words.into_iter().map(|(word, _)| word).collect(), of_nearly_all))
}

/// All words with the part that is in the fewest.
fn fewest<'w>(parts: &[Part], words: &'w Words) -> Vec<&'w str> {
    let with = |part| words.with(part).collect::<Vec<&str>>();
    parts.iter().map(with).min_by_key(Vec::len).unwrap_or_default()
}

/// Words of the index, or phrases of them, any of which will do. They are letters and digits only, so that quotes
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

    /// What the index can be asked of words that stand next to each other: the same phrase with each word
    /// that ends as its first does, and each that begins as its last. None where there are none or too
    /// many, and where it is no phrase. A hit may still go from one answer into the next.
    fn phrases(&self, words: &Words, balance: Balance) -> Option<Vec<String>> {
        let Self::Words(phrase) = self else { return None };
        let (first, rest) = phrase.split_once(' ')?;
        if rest.split(' ').count() >= WORDS_OF_A_PHRASE {
            return None;
        }
        let (between, last) = rest.rsplit_once(' ').unwrap_or(("", rest));
        let some = |part| words.with(&part).take(balance.phrases_at_once + 1).collect::<Vec<&str>>();
        let firsts = some(Part::Ends(first.to_owned()));
        let lasts = some(Part::Starts(last.to_owned()));
        let all = firsts.len().saturating_mul(lasts.len());
        if all == 0 || all > balance.phrases_at_once {
            return None;
        }
        let space = if between.is_empty() { "" } else { " " };
        let with = |first: &&str| {
            let one = |last: &&str| format!("{first} {between}{space}{last}");
            lasts.iter().map(one).collect::<Vec<_>>()
        };
        Some(firsts.iter().flat_map(with).collect())
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
