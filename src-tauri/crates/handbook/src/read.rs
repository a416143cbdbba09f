//! From TOML to a [`Pack`]: the grammar of the format, and its limits.
//!
//! A pack is `[pack]`, where an organisation wants it `[house]`, the word tables, and lists of
//! everything else; `assets/handbook/README.md` shows them all. Every key is in a function of the
//! modules below, each with its bound. A key that is not there is an error: a slip of the pen must
//! not silently take a question out of use, and a later format must not be half understood.
//!
//! A pack that builds on another (`extends`) may leave out whatever the other has, and name it.

mod follow_ups;
mod form;
mod ground;
mod head;
mod practice;
mod question;
pub(crate) mod references;
mod shelf;

use std::collections::BTreeSet;

use crate::{
    error::{Fault, PackError},
    pack::{Language, Pack},
    prose,
    tree::{Entry, Lines, Table},
};

/// The most bytes of a pack. Ours has some hundred thousand.
pub const MAX_PACK_BYTES: usize = 1 << 20;

const MAX_LIST: usize = 40;
const MAX_FORMS: usize = 60;
const MAX_TERMS: usize = 400;
const MAX_CARDS: usize = 400;
const MAX_QUESTIONS: usize = 2_000;
/// What is read from three metres: the name of a role, the title of a card.
const NAME: usize = 60;
const SHORT: usize = 120;
/// What fits on a card.
const CARD: usize = 300;
const LONG: usize = 600;

pub(crate) fn read(text: &str, base: Option<&Pack>) -> Result<Pack, PackError> {
    if text.len() > MAX_PACK_BYTES {
        return Err(PackError { line: 1, code: Fault::TooLarge { most: MAX_PACK_BYTES } });
    }
    refuse_hidden_characters(text)?;
    let mut root = Table::parse(text)?;
    let header = head::read_header(root.need("pack")?.table()?, base)?;
    let house =
        root.take("house").map(|house| head::read_house(house.table()?)).transpose()?.unwrap_or_default();
    let own_words =
        take(&mut root, "words", base)?.map(|words| head::read_words(words.table()?)).transpose()?;
    let id = header.id.as_str();
    let mut pack = Pack {
        house,
        words: base.map(|base| base.words.clone()).into_iter().flatten().chain(own_words).collect(),
        sources: read_all(take(&mut root, "source", base)?, MAX_LIST, ground::read_source)?,
        themes: read_all(take(&mut root, "theme", base)?, MAX_LIST, ground::read_theme)?,
        kinds: read_all(take(&mut root, "kind", base)?, MAX_LIST, |table| ground::read_kind(table, id))?,
        questions: read_all(take(&mut root, "question", base)?, MAX_QUESTIONS, |table| {
            question::read_question(table, id)
        })?,
        forms: read_all(root.take("form"), MAX_FORMS, |table| form::read_form(table, id))?,
        methods: read_all(root.take("method"), MAX_LIST, |table| shelf::read_method(table, id))?,
        terms: read_all(root.take("term"), MAX_TERMS, |table| shelf::read_term(table, id))?,
        cases: read_all(root.take("case"), MAX_LIST, |table| shelf::read_case(table, id))?,
        companion: read_all(root.take("companion"), MAX_TERMS, |table| shelf::read_companion(table, id))?,
        roles: read_all(root.take("role"), MAX_LIST, |table| practice::read_role(table, id))?,
        cards: read_all(root.take("card"), MAX_CARDS, |table| practice::read_card(table, id))?,
        starters: read_all(root.take("starter"), MAX_LIST, |table| practice::read_starter(table, id))?,
        agreements: read_all(root.take("agreement"), MAX_LIST, |table| practice::read_agreement(table, id))?,
        instruments: read_all(root.take("instrument"), MAX_TERMS, |table| shelf::read_instrument(table, id))?,
        headers: vec![header],
        by_id: Default::default(),
        by_kind: Vec::new(),
    };
    root.done()?;

    references::check_ids(&pack, base)?;
    references::check_references(&pack, base)?;
    pack.find_places();
    let kinds: Vec<_> = pack.kinds.iter().chain(base.map_or(&[][..], Pack::kinds)).collect();
    follow_ups::check(&kinds, &pack.questions, &pack.by_id)?;
    references::check_placeholders(&pack)?;
    Ok(pack)
}

pub(crate) fn language_of(text: &str) -> Option<Language> {
    if text.len() > MAX_PACK_BYTES {
        return None;
    }
    let mut header = Table::parse(text).ok()?.take("pack")?.table().ok()?;
    head::read_language(&header.take("language")?, None).ok()
}

/// Takes what a pack must have when it stands by itself.
fn take<'i>(
    root: &mut Table<'i>,
    key: &'static str,
    base: Option<&Pack>,
) -> Result<Option<Entry<'i>>, PackError> {
    if base.is_none() { root.need(key).map(Some) } else { Ok(root.take(key)) }
}

/// A mark that is left out says no.
fn read_mark(entry: Option<Entry<'_>>) -> Result<bool, PackError> {
    entry.map_or(Ok(false), |entry| entry.yes())
}

/// A text that may be left out.
fn read_template(entry: Option<Entry<'_>>) -> Result<Option<String>, PackError> {
    entry.map(|text| text.template(LONG)).transpose()
}

fn read_small(entry: &Entry<'_>, least: u8, most: u8) -> Result<u8, PackError> {
    let number = entry.number(u32::from(least), u32::from(most))?;
    Ok(u8::try_from(number).unwrap_or(most))
}

fn read_ids<Id: From<String>>(entry: Entry<'_>) -> Result<Vec<Id>, PackError> {
    entry.list(MAX_LIST)?.iter().map(|item| item.id().map(Id::from)).collect()
}

/// A list of tables; without it there are none.
fn read_all<T>(
    entry: Option<Entry<'_>>,
    most: usize,
    read_one: impl Fn(Table<'_>) -> Result<T, PackError>,
) -> Result<Vec<T>, PackError> {
    let items = entry.map(|entry| entry.list(most)).transpose()?.unwrap_or_default();
    items.into_iter().map(|item| read_one(item.table()?)).collect()
}

fn duplicate(line: u32, id: &str) -> PackError {
    PackError { line, code: Fault::Duplicate { id: prose::excerpt(id) } }
}

fn all_different_in<'p>(ids: impl Iterator<Item = (u32, &'p str)>) -> Result<(), PackError> {
    let mut seen = BTreeSet::new();
    for (line, id) in ids {
        if !seen.insert(id) {
            return Err(duplicate(line, id));
        }
    }
    Ok(())
}

/// Looks through comments too: a reviewer must see what the reader sees.
fn refuse_hidden_characters(text: &str) -> Result<(), PackError> {
    let usual = |letter: char| matches!(letter, '\n' | '\r' | '\t');
    match text.char_indices().find(|(_, letter)| prose::hidden(*letter) && !usual(*letter)) {
        None => Ok(()),
        Some((at, letter)) => Err(PackError {
            line: Lines::new(text).at(at),
            code: Fault::HiddenCharacter { code_point: letter as u32 },
        }),
    }
}
