//! The plain scan that every search must equal: the rules once more, over every entry, with nothing of
//! our own folding or reading in it.

use rusqlite::Connection;

use super::super::desk::Desk;
use crate::{Entry, SearchFilters, SearchStatus, StoredField};

/// Words as FTS5 itself makes them of a whole text.
pub(super) struct Plain(Connection);

/// What is asked, as the rules read it.
#[derive(Debug, Default)]
pub(super) struct Rules {
    /// Words and phrases, folded.
    words: Vec<String>,
    /// What has no word in it.
    raw: Vec<String>,
    /// What must not occur, folded.
    never: Vec<String>,
}

/// An entry, with each answer folded once.
pub(super) struct Page {
    pub(super) entry: Entry,
    answers: Vec<(String, String)>,
}

impl Plain {
    pub(super) fn new() -> Self {
        let table = Connection::open_in_memory().expect("memory");
        table
            .execute_batch(
                "CREATE VIRTUAL TABLE whole USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
                 CREATE VIRTUAL TABLE word USING fts5vocab (whole, 'instance');",
            )
            .expect("tables");
        Self(table)
    }

    /// The words of a text with one space between.
    pub(super) fn words(&self, text: &str) -> String {
        self.0
            .prepare_cached("INSERT INTO whole (rowid, text) VALUES (1, ?1)")
            .expect("prepare")
            .execute([text])
            .expect("insert");
        let words: Vec<String> = self
            .0
            .prepare_cached("SELECT term FROM word ORDER BY offset")
            .expect("prepare")
            .query_map([], |row| row.get(0))
            .expect("query")
            .collect::<Result<_, _>>()
            .expect("words");
        self.0.prepare_cached("DELETE FROM whole").expect("prepare").execute([]).expect("delete");
        words.join(" ")
    }

    /// Reads what is typed, one character after the other.
    pub(super) fn read(&self, typed: &str) -> Rules {
        let typed: Vec<char> = typed.chars().collect();
        let mut rules = Rules::default();
        let mut at = 0;
        while at < typed.len() {
            if typed[at].is_whitespace() {
                at += 1;
                continue;
            }
            let closing = (at + 1..typed.len()).find(|place| typed[*place] == '"');
            if let ('"', Some(closing)) = (typed[at], closing) {
                let phrase: String = typed[at + 1..closing].iter().collect();
                let words = self.words(&phrase);
                if !words.is_empty() {
                    rules.words.push(words);
                } else if !phrase.trim().is_empty() {
                    rules.raw.push(phrase.trim().to_owned());
                }
                at = closing + 1;
                continue;
            }
            let end = (at..typed.len()).find(|place| typed[*place].is_whitespace()).unwrap_or(typed.len());
            let token: String = typed[at..end].iter().collect();
            let begins_a_word = |place: usize| !self.words(&typed[place].to_string()).is_empty();
            if typed[at] == '-' && at + 1 < end && begins_a_word(at + 1) {
                rules.never.push(self.words(&token));
            } else if token != "-" && token != "\"" {
                let words = self.words(&token);
                rules.words.extend(words.split(' ').filter(|word| !word.is_empty()).map(str::to_owned));
                if words.is_empty() {
                    rules.raw.push(token);
                }
            }
            at = end;
        }
        rules
    }

    /// Every entry of the list, the newest first.
    pub(super) fn pages(&self, desk: &Desk) -> Vec<Page> {
        let rows = desk.journal.entries(None, usize::MAX).expect("list");
        let page = |row: crate::Row| {
            let entry = desk.journal.entry(row.entry).expect("entry");
            let answers = entry.answers.iter().map(|answer| (self.words(&answer.text), answer.text.clone()));
            Page { answers: answers.collect(), entry }
        };
        rows.into_iter().map(page).collect()
    }

    /// The numbers of the entries that are asked for, the newest first.
    pub(super) fn scan(&self, desk: &Desk, typed: &str) -> Vec<i64> {
        let rules = self.read(typed);
        self.pages(desk).iter().filter(|page| page.has(&rules)).map(|page| page.entry.id.0).collect()
    }
}

impl Page {
    /// Whether all that is asked occurs in it, and nothing that must not.
    pub(super) fn has(&self, rules: &Rules) -> bool {
        let folded = |asked: &String| self.answers.iter().any(|(words, _)| words.contains(asked));
        let raw = |asked: &String| self.answers.iter().any(|(_, text)| text.contains(asked));
        rules.words.iter().all(folded) && rules.raw.iter().all(raw) && !rules.never.iter().any(folded)
    }

    /// Whether it is among those that are looked through.
    pub(super) fn is_in(&self, filters: &SearchFilters) -> bool {
        let Entry { day, contact, form, title, status, answers, .. } = &self.entry;
        let kind = contact.as_ref().map(|contact| &contact.kind);
        let alias = contact.as_ref().and_then(|contact| contact.alias.as_ref());
        let of_theme = filters.theme.as_ref().is_none_or(|theme| {
            theme.forms.contains(&(form.pack.clone(), form.form.clone()))
                || answers.iter().filter(|answer| !answer.text.trim().is_empty()).any(|answer| {
                    matches!(&answer.field, StoredField::Question(question)
                        if theme.questions.contains(&(question.pack.clone(), question.id.clone())))
                })
        });
        let of_status = match filters.status {
            None => true,
            Some(SearchStatus::Personal) => status.shown_on.is_none() && status.carried_out_on.is_none(),
            Some(SearchStatus::Shown) => status.shown_on.is_some(),
            Some(SearchStatus::CarriedOut) => status.carried_out_on.is_some(),
        };
        of_theme
            && of_status
            && filters.from.is_none_or(|from| *day >= from)
            && filters.until.is_none_or(|until| *day <= until)
            && filters.kind.as_ref().is_none_or(|asked| kind == Some(asked))
            && filters.alias.as_ref().is_none_or(|asked| {
                alias.is_some_and(|alias| alias.as_str().to_lowercase() == asked.as_str().to_lowercase())
            })
            && filters.form.as_ref().is_none_or(|asked| {
                asked.pack == form.pack && asked.form == form.form && asked.is_sheet == title.is_some()
            })
    }
}
