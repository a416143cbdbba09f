//! The handbook at work: the pack that came with the program, joined with the packs that were added.
//!
//! What was added comes from somebody else, and what stands in the store may have been put there by
//! anybody who had the key: each pack is read again, as hostile as the first time. One that no longer
//! reads, or that brings an id which another one has, is off; it keeps nobody from the journal.

use std::borrow::Cow;

use ::journal::StoredPack;
use contract::{Failure, Language, PackFault, PackFaultCode, PackRow};
use handbook::{Finding, Pack, Words, lint_beside};
use household::tell;

use crate::{
    handbook_files,
    journal::{pack_fault, wording},
    wire,
};

/// The packs that are here, and what they are together.
pub struct Shelf {
    language: Language,
    /// Ours, in the language of the window.
    own: Pack,
    /// Ours in the other language; only where a pack was added that builds on it.
    abroad: Option<Pack>,
    added: Vec<Added>,
    joined: Pack,
}

/// A pack that was added, in one language.
struct Added {
    id: String,
    version: String,
    /// None where a later version of this program stored it in a language of its own.
    language: Option<Language>,
    /// None where it no longer reads.
    pack: Option<Pack>,
    /// Whether it is at work.
    on: bool,
}

impl Shelf {
    /// What is here, for a window in `language`.
    ///
    /// # Errors
    /// An incident when the shipped pack cannot be read.
    pub fn of(language: Language, stored: &[StoredPack]) -> Result<Self, Failure> {
        let own = ours(language)?;
        let is_abroad = |row: &StoredPack| row.language == wire::language_code(other(language));
        let abroad = stored.iter().any(is_abroad).then(|| ours(other(language))).transpose()?;
        let mut added: Vec<Added> = Vec::with_capacity(stored.len());
        for row in stored {
            let of = wire::read_language(&row.language);
            let base = of.and_then(|of| if of == language { Some(&own) } else { abroad.as_ref() });
            let pack = base.and_then(|base| {
                let pack = Pack::read_beside(&row.text, base).ok()?;
                (pack.id() == row.id && base.clash(&pack).is_none()).then_some(pack)
            });
            let fits = pack.as_ref().is_some_and(|pack| clash(pack, of, &added).is_none());
            let (id, version) = (row.id.clone(), row.version.clone());
            added.push(Added { id, version, language: of, pack, on: row.on && fits });
        }
        let joined = own.with(&at_work(&added, language));
        Ok(Self { language, own, abroad, added, joined })
    }

    /// All that is at work in the language of the window, as one.
    pub const fn joined(&self) -> &Pack {
        &self.joined
    }

    /// The most days that an entry may live: the least that any pack says that is on, whatever its
    /// language. A window in another language keeps nothing longer.
    pub fn longest_days(&self) -> Option<u16> {
        let abroad = self.at_work_abroad().into_iter().filter_map(|pack| pack.house().longest_days);
        abroad.chain(self.joined.house().longest_days).min()
    }

    /// What is said about serious worries for somebody's safety: in the language of the window, or else
    /// in the other one.
    pub fn safety(&self, words: Words) -> Option<String> {
        self.of_house(words, |pack| pack.house().safety.as_deref())
    }

    /// What an organisation says about its own way of working; in the languages of [`Shelf::safety`].
    pub fn protocol(&self, words: Words) -> Option<String> {
        self.of_house(words, |pack| pack.house().protocol.as_deref())
    }

    fn of_house(&self, words: Words, says: impl Fn(&Pack) -> Option<&str>) -> Option<String> {
        let here = says(&self.joined).map(|text| self.joined.resolve(text, words));
        here.or_else(|| {
            let mut abroad = self.at_work_abroad().into_iter().rev();
            abroad.find_map(|pack| says(pack).map(|text| pack.resolve(text, words)))
        })
    }

    /// The packs as a window lists them: ours first, each once.
    pub fn rows(&self) -> Vec<PackRow> {
        let ours = PackRow {
            head: wording::head(self.own.header()),
            languages: vec![Language::Nl, Language::En],
            built_in: true,
            on: true,
        };
        let mut ids: Vec<&str> = Vec::new();
        for added in &self.added {
            // What calls itself ours is never at work, and two of one name could not be told apart.
            if added.id != self.own.id() && !ids.contains(&added.id.as_str()) {
                ids.push(&added.id);
            }
        }
        std::iter::once(ours).chain(ids.into_iter().map(|id| self.row(id))).collect()
    }

    fn row(&self, id: &str) -> PackRow {
        let mut editions: Vec<&Added> = self.added.iter().filter(|added| added.id == id).collect();
        // Its own words in the language of the window, where it has them.
        editions.sort_by_key(|added| (added.pack.is_none(), added.language != Some(self.language)));
        let header = editions.iter().find_map(|added| added.pack.as_ref()).map(Pack::header);
        let version = editions.first().map(|added| added.version.clone()).unwrap_or_default();
        PackRow {
            head: header.map_or_else(|| wording::nameless_head(id, version), wording::head),
            languages: [Language::Nl, Language::En]
                .into_iter()
                .filter(|language| editions.iter().any(|added| added.language == Some(*language)))
                .collect(),
            built_in: false,
            on: editions.iter().any(|added| added.on),
        }
    }

    /// Looks over the text of a pack that is not here yet.
    ///
    /// # Errors
    /// What is wrong with it, in the inner one; an incident when the shipped pack cannot be read.
    pub fn look_over(&self, text: &str) -> Result<Result<Looked, PackFault>, Failure> {
        let language = Pack::language_of(text).map_or(self.language, wire::language);
        let base = self.base(language)?;
        let pack = match Pack::read_beside(text, &base) {
            Ok(pack) => pack,
            Err(error) => return Ok(Err(pack_fault::shown(&error))),
        };
        let in_use = base.clash(&pack).or_else(|| clash(&pack, Some(language), &self.added));
        if let Some(id) = in_use {
            return Ok(Err(taken(text, id)));
        }
        let known = self.added.iter().find(|added| added.id == pack.id() && added.language == Some(language));
        let replaces = known.map(|added| added.version.clone());
        let (joined, advice) = (base.with(&[&pack]), lint_beside(&pack, &base));
        Ok(Ok(Looked { pack, joined, language, replaces, advice }))
    }

    /// Whether a pack that is off may be put to work: not while another one has an id of it.
    pub fn may_be_on(&self, id: &str) -> bool {
        let editions = self.added.iter().filter(|added| added.id == id);
        let packs: Vec<(&Pack, Option<Language>)> =
            editions.filter_map(|added| Some((added.pack.as_ref()?, added.language))).collect();
        !packs.is_empty() && packs.iter().all(|(pack, of)| clash(pack, *of, &self.added).is_none())
    }

    fn base(&self, language: Language) -> Result<Cow<'_, Pack>, Failure> {
        match &self.abroad {
            _ if language == self.language => Ok(Cow::Borrowed(&self.own)),
            Some(abroad) => Ok(Cow::Borrowed(abroad)),
            None => ours(language).map(Cow::Owned),
        }
    }

    fn at_work_abroad(&self) -> Vec<&Pack> {
        at_work(&self.added, other(self.language))
    }
}

/// A pack that can be added.
pub struct Looked {
    /// It, by itself.
    pub pack: Pack,
    /// It with ours, which it builds on.
    pub joined: Pack,
    /// Its language.
    pub language: Language,
    /// The version that is here already, in its language.
    pub replaces: Option<String>,
    /// What is allowed in it and could be better.
    pub advice: Vec<Finding>,
}

fn at_work(added: &[Added], language: Language) -> Vec<&Pack> {
    let here = added.iter().filter(|added| added.on && added.language == Some(language));
    here.filter_map(|added| added.pack.as_ref()).collect()
}

/// An id that another pack at work in that language has too.
fn clash(pack: &Pack, language: Option<Language>, added: &[Added]) -> Option<String> {
    let others = added.iter().filter(|other| other.on && other.language == language && other.id != pack.id());
    others.filter_map(|other| other.pack.as_ref()).find_map(|other| other.clash(pack))
}

/// Whose id it is cannot be seen in the file; where it stands there can.
fn taken(text: &str, id: String) -> PackFault {
    let quoted = format!("\"{id}\"");
    let line = text.lines().position(|line| line.contains(&quoted)).map_or(1, |before| before + 1);
    PackFault {
        line: u32::try_from(line).unwrap_or(u32::MAX),
        code: PackFaultCode::IdInUse,
        key: None,
        value: Some(id),
        least: None,
        most: None,
    }
}

const fn other(language: Language) -> Language {
    match language {
        Language::Nl => Language::En,
        Language::En => Language::Nl,
    }
}

fn ours(language: Language) -> Result<Pack, Failure> {
    handbook_files::dichterbij(language).map_err(|fault| tell::incident(&fault))
}
