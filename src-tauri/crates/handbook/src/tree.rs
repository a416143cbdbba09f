//! A TOML document as a tree in which every value knows its line, read key by key.
//!
//! Not `serde`: its messages are prose, and this house answers with codes.

use std::{borrow::Cow, collections::BTreeMap};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    error::{Fault, PackError},
    id, prose,
};

/// Where the lines of a text begin.
#[derive(Debug)]
pub(crate) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub(crate) fn new(text: &str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// The line of a byte, counted from 1.
    pub(crate) fn at(&self, byte: usize) -> u32 {
        u32::try_from(self.starts.partition_point(|start| *start <= byte)).unwrap_or(u32::MAX)
    }
}

/// A table being read: every key is taken once, and what is left over is an error.
#[derive(Debug)]
pub(crate) struct Table<'i> {
    /// The line at which the table begins.
    pub(crate) line: u32,
    entries: BTreeMap<String, (u32, Value<'i>)>,
}

/// A value with the line at which it stands.
#[derive(Debug)]
struct Value<'i> {
    line: u32,
    shape: Shape<'i>,
}

#[derive(Debug)]
enum Shape<'i> {
    Text(Cow<'i, str>),
    /// A whole number; none where it does not fit, so that it is out of every bound.
    Number(Option<u32>),
    YesNo(bool),
    List(Vec<Value<'i>>),
    Table(Table<'i>),
    /// Fractions and dates, which no key of a pack takes.
    Other,
}

impl<'i> Table<'i> {
    /// Parses a whole document.
    pub(crate) fn parse(text: &'i str) -> Result<Self, PackError> {
        let lines = Lines::new(text);
        let root = DeTable::parse(text).map_err(|error| PackError {
            line: lines.at(error.span().map_or(0, |span| span.start)),
            code: Fault::NotToml,
        })?;
        Ok(Self::from_toml(1, root.into_inner(), &lines))
    }

    fn from_toml(line: u32, table: DeTable<'i>, lines: &Lines) -> Self {
        let entries = table
            .into_iter()
            .map(|(key, value)| {
                let key_line = lines.at(key.span().start);
                (key.into_inner().into_owned(), (key_line, Value::from_toml(value, lines)))
            })
            .collect();
        Self { line, entries }
    }

    /// Takes a key that must be here.
    pub(crate) fn need(&mut self, key: &'static str) -> Result<Entry<'i>, PackError> {
        self.take(key).ok_or(PackError { line: self.line, code: Fault::MissingKey { key } })
    }

    /// Takes a key that may be here.
    pub(crate) fn take(&mut self, key: &'static str) -> Option<Entry<'i>> {
        self.entries.remove(key).map(|(_, value)| Entry { key, value })
    }

    /// Every key was taken, or the first one left over is the error.
    pub(crate) fn done(self) -> Result<(), PackError> {
        match self.entries.into_iter().min_by_key(|(_, (line, _))| *line) {
            None => Ok(()),
            Some((key, (line, _))) => {
                Err(PackError { line, code: Fault::UnknownKey { key: prose::excerpt(&key) } })
            }
        }
    }
}

impl<'i> Value<'i> {
    fn from_toml(spanned: Spanned<DeValue<'i>>, lines: &Lines) -> Self {
        let line = lines.at(spanned.span().start);
        let shape = match spanned.into_inner() {
            DeValue::String(text) => Shape::Text(text),
            DeValue::Integer(number) => {
                Shape::Number(u32::from_str_radix(number.as_str(), number.radix()).ok())
            }
            DeValue::Boolean(yes) => Shape::YesNo(yes),
            DeValue::Array(items) => {
                Shape::List(items.into_iter().map(|item| Self::from_toml(item, lines)).collect())
            }
            DeValue::Table(table) => Shape::Table(Table::from_toml(line, table, lines)),
            DeValue::Float(_) | DeValue::Datetime(_) => Shape::Other,
        };
        Self { line, shape }
    }
}

/// A value under its key.
#[derive(Debug)]
pub(crate) struct Entry<'i> {
    key: &'static str,
    value: Value<'i>,
}

impl<'i> Entry<'i> {
    pub(crate) const fn line(&self) -> u32 {
        self.value.line
    }

    /// The error at this value.
    pub(crate) const fn fail(&self, code: Fault) -> PackError {
        PackError { line: self.value.line, code }
    }

    fn wrong_type(&self) -> PackError {
        self.fail(Fault::WrongType { key: self.key })
    }

    /// A text of one line, fit to be read, without placeholders: nobody fills them here.
    pub(crate) fn text(&self, most: usize) -> Result<String, PackError> {
        let text = self.line_of_text(most)?;
        if text.contains(['{', '}']) { Err(self.fail(Fault::StrayBrace)) } else { Ok(text) }
    }

    /// A text in which placeholders may stand.
    pub(crate) fn template(&self, most: usize) -> Result<String, PackError> {
        let text = self.line_of_text(most)?;
        prose::check_braces(&text).map_err(|code| self.fail(code))?;
        Ok(text)
    }

    fn line_of_text(&self, most: usize) -> Result<String, PackError> {
        let Shape::Text(text) = &self.value.shape else { return Err(self.wrong_type()) };
        prose::check(self.key, text, most).map_err(|code| self.fail(code))?;
        Ok(text.to_string())
    }

    /// An id of a pack.
    pub(crate) fn id(&self) -> Result<String, PackError> {
        let Shape::Text(text) = &self.value.shape else { return Err(self.wrong_type()) };
        if id::usable(text) {
            Ok(text.to_string())
        } else {
            Err(self.fail(Fault::UnusableId { key: self.key }))
        }
    }

    /// One of a few words.
    pub(crate) fn one_of<T: Copy>(&self, words: &[(&str, T)]) -> Result<T, PackError> {
        let Shape::Text(text) = &self.value.shape else { return Err(self.wrong_type()) };
        words
            .iter()
            .find_map(|(word, meaning)| (word == text).then_some(*meaning))
            .ok_or_else(|| self.fail(Fault::UnknownValue { key: self.key, value: prose::excerpt(text) }))
    }

    /// A whole number between two bounds, both included.
    pub(crate) fn number(&self, least: u32, most: u32) -> Result<u32, PackError> {
        let Shape::Number(number) = self.value.shape else { return Err(self.wrong_type()) };
        number
            .filter(|number| (least..=most).contains(number))
            .ok_or_else(|| self.fail(Fault::OutOfBounds { key: self.key, least, most }))
    }

    /// Yes or no.
    pub(crate) fn yes(&self) -> Result<bool, PackError> {
        let Shape::YesNo(yes) = self.value.shape else { return Err(self.wrong_type()) };
        Ok(yes)
    }

    /// A list, with at least one entry.
    pub(crate) fn list(self, most: usize) -> Result<Vec<Self>, PackError> {
        self.list_of(1, most)
    }

    /// A list of so many entries, both bounds included.
    pub(crate) fn list_of(self, least: usize, most: usize) -> Result<Vec<Self>, PackError> {
        let (key, line) = (self.key, self.value.line);
        let Shape::List(items) = self.value.shape else {
            return Err(PackError { line, code: Fault::WrongType { key } });
        };
        if items.len() < least {
            return Err(PackError { line, code: Fault::EmptyList { key } });
        }
        if items.len() > most {
            return Err(PackError { line, code: Fault::TooMany { key, most } });
        }
        Ok(items.into_iter().map(|value| Entry { key, value }).collect())
    }

    /// A table.
    pub(crate) fn table(self) -> Result<Table<'i>, PackError> {
        let (key, line) = (self.key, self.value.line);
        let Shape::Table(table) = self.value.shape else {
            return Err(PackError { line, code: Fault::WrongType { key } });
        };
        Ok(table)
    }
}
