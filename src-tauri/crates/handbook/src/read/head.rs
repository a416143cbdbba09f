//! What stands above everything else: the pack itself, the house rules, the words.

use std::collections::BTreeSet;

use super::{LONG, MAX_LIST, SHORT, duplicate};
use crate::{
    error::{Fault, PackError},
    pack::{Header, HouseRules, Language, Pack},
    prose,
    tree::{Entry, Table},
    words::{Forms, WordTables},
};

const FORMAT: u32 = 1;
/// An organisation can shorten what an entry lives, and never lengthen it.
const MOST_DAYS: u16 = 180;

/// Reads `[pack]`. Which pack it builds on, and in which language, is settled here, before any
/// other table is looked at: somebody who opened the wrong file should hear that first.
pub(super) fn read_header(mut table: Table<'_>, base: Option<&Pack>) -> Result<Header, PackError> {
    let format = table.need("format")?;
    if format.number(1, u32::MAX)? != FORMAT {
        return Err(format.fail(Fault::NewerFormat { newest: FORMAT }));
    }
    let extends = read_base(&mut table, base)?;
    let header = Header {
        id: table.need("id")?.id()?,
        version: read_version(&table.need("version")?)?,
        language: read_language(&table.need("language")?, base)?,
        level: table.need("level")?.text(SHORT)?,
        name: table.need("name")?.text(SHORT)?,
        makers: table
            .need("makers")?
            .list(MAX_LIST)?
            .iter()
            .map(|maker| maker.text(SHORT))
            .collect::<Result<_, _>>()?,
        licence: table.need("licence")?.text(SHORT)?,
        own_wording: table.need("own_wording")?.yes()?,
        disclaimer: table.need("disclaimer")?.text(LONG)?,
        extends,
    };
    table.done()?;
    Ok(header)
}

fn read_base(table: &mut Table<'_>, base: Option<&Pack>) -> Result<Option<String>, PackError> {
    let unknown = |id: &str| Fault::UnknownBase { id: prose::excerpt(id) };
    let Some(entry) = table.take("extends") else {
        return match base {
            None => Ok(None),
            Some(_) => Err(PackError { line: table.line, code: unknown("") }),
        };
    };
    let id = entry.id()?;
    if base.is_some_and(|base| base.id() == id) { Ok(Some(id)) } else { Err(entry.fail(unknown(&id))) }
}

pub(super) fn read_language(entry: &Entry<'_>, base: Option<&Pack>) -> Result<Language, PackError> {
    let words = [("nl", Language::Nl), ("en", Language::En)];
    let fitting =
        words.iter().filter(|(_, language)| base.is_none_or(|base| base.header().language == *language));
    entry.one_of(&fitting.copied().collect::<Vec<_>>())
}

pub(super) fn read_house(mut table: Table<'_>) -> Result<HouseRules, PackError> {
    let house = HouseRules {
        longest_days: table
            .take("longest_days")
            .map(|days| {
                let number = days.number(1, u32::from(MOST_DAYS))?;
                Ok(u16::try_from(number).unwrap_or(MOST_DAYS))
            })
            .transpose()?,
        safety: table.take("safety").map(|text| text.template(LONG)).transpose()?,
        protocol: table.take("protocol").map(|text| text.template(LONG)).transpose()?,
        line: table.line,
    };
    table.done()?;
    Ok(house)
}

fn read_version(entry: &Entry<'_>) -> Result<String, PackError> {
    let version = entry.text(SHORT)?;
    let numbers = version.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    if numbers {
        Ok(version)
    } else {
        Err(entry.fail(Fault::UnknownValue { key: "version", value: prose::excerpt(&version) }))
    }
}

pub(super) fn read_words(mut table: Table<'_>) -> Result<WordTables, PackError> {
    let line = table.line;
    let mut resident = table.need("resident")?.table()?;
    let mut worker = table.need("worker")?.table()?;
    table.done()?;
    let words = WordTables {
        resident: [
            read_forms(resident.need("inwoner")?)?,
            read_forms(resident.need("klant")?)?,
            read_forms(resident.need("client")?)?,
            read_forms(resident.need("kandidaat")?)?,
        ],
        worker: [
            read_forms(worker.need("consulent")?)?,
            read_forms(worker.need("klantmanager")?)?,
            read_forms(worker.need("inkomensconsulent")?)?,
            read_forms(worker.need("werkconsulent")?)?,
            read_forms(worker.need("participatiecoach")?)?,
        ],
    };
    resident.done()?;
    worker.done()?;
    let mut names = BTreeSet::new();
    for name in words.placeholders() {
        if !names.insert(name) {
            return Err(duplicate(line, name));
        }
    }
    Ok(words)
}

fn read_forms(entry: Entry<'_>) -> Result<Forms, PackError> {
    let mut table = entry.table()?;
    let forms = Forms { one: read_word(&table.need("one")?)?, many: read_word(&table.need("many")?)? };
    table.done()?;
    Ok(forms)
}

/// A word goes into the middle of a sentence: letters, spaces and hyphens, no braces.
fn read_word(entry: &Entry<'_>) -> Result<String, PackError> {
    let word = entry.text(40)?;
    let plain = word.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '-' | '\''));
    if plain { Ok(word) } else { Err(entry.fail(Fault::StrayBrace)) }
}
