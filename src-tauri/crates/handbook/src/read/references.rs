//! What must hold across a pack: ids are given out once, and everything named is there.
//!
//! Beside a base, its ids are taken, and what it has may be named.

use std::collections::BTreeSet;

use super::{all_different_in, duplicate};
use crate::{
    error::{Fault, PackError},
    pack::Pack,
    prose,
    words::{self, Piece, Words, pieces},
};

/// An id, where it stands.
type Placed<'p> = (u32, &'p str);

/// Every sort of thing that has an id of its own, in the order of the format.
pub(crate) fn ids(pack: &Pack) -> [Vec<Placed<'_>>; 12] {
    [
        pack.sources.iter().map(|source| (source.line, source.id.as_str())).collect(),
        pack.themes.iter().map(|theme| (theme.line, theme.id.as_str())).collect(),
        pack.kinds.iter().map(|kind| (kind.line, kind.id.as_str())).collect(),
        pack.questions.iter().map(|question| (question.line, question.id.as_str())).collect(),
        pack.forms.iter().map(|form| (form.line, form.id.as_str())).collect(),
        pack.methods.iter().map(|method| (method.line, method.id.as_str())).collect(),
        pack.cases.iter().map(|case| (case.line, case.id.as_str())).collect(),
        pack.roles.iter().map(|role| (role.line, role.id.as_str())).collect(),
        pack.cards.iter().map(|card| (card.line, card.id.as_str())).collect(),
        pack.starters.iter().map(|starter| (starter.line, starter.id.as_str())).collect(),
        pack.agreements.iter().map(|agreement| (agreement.line, agreement.id.as_str())).collect(),
        pack.instruments.iter().map(|instrument| (instrument.line, instrument.id.as_str())).collect(),
    ]
}

/// Every id once, in the pack and beside its base. A word is explained once in a pack; an
/// organisation may explain one of the base's in its own way.
pub(super) fn check_ids(pack: &Pack, base: Option<&Pack>) -> Result<(), PackError> {
    let own = ids(pack);
    for placed in &own {
        all_different_in(placed.iter().copied())?;
    }
    all_different_in(pack.companion.iter().map(|companion| (companion.line, companion.id.as_str())))?;
    all_different_in(pack.terms.iter().map(|term| (term.line, term.word.as_str())))?;
    let Some(base) = base else { return Ok(()) };
    for (own, taken) in own.iter().zip(ids(base)) {
        let taken: BTreeSet<&str> = taken.into_iter().map(|(_, id)| id).collect();
        if let Some((line, id)) = own.iter().find(|(_, id)| taken.contains(id)) {
            return Err(duplicate(*line, id));
        }
    }
    Ok(())
}

/// Everything that is named is there, in the pack or in its base. Follow-ups have rules of their
/// own, and stay within one pack.
pub(super) fn check_references(pack: &Pack, base: Option<&Pack>) -> Result<(), PackError> {
    let packs = || std::iter::once(pack).chain(base);
    let sources = packs().flat_map(|pack| &pack.sources).map(|source| source.id.as_str()).collect();
    let themes = packs().flat_map(|pack| &pack.themes).map(|theme| theme.id.as_str()).collect();
    let kinds = packs().flat_map(|pack| &pack.kinds).map(|kind| kind.id.as_str()).collect();
    let roles = packs().flat_map(|pack| &pack.roles).map(|role| role.id.as_str()).collect();
    for theme in &pack.themes {
        all_known(theme.line, "sources", theme.sources.iter().map(|id| id.as_str()), &sources)?;
    }
    for question in &pack.questions {
        all_known(question.line, "theme", [question.theme.as_str()], &themes)?;
        all_known(question.line, "kinds", question.kinds.iter().map(|id| id.as_str()), &kinds)?;
        all_known(question.line, "sources", question.sources.iter().map(|id| id.as_str()), &sources)?;
    }
    for form in &pack.forms {
        all_known(form.line, "theme", form.theme.iter().map(|id| id.as_str()), &themes)?;
        all_known(form.line, "kinds", form.kinds.iter().map(|id| id.as_str()), &kinds)?;
        all_known(form.line, "sources", form.sources.iter().map(|id| id.as_str()), &sources)?;
    }
    for method in &pack.methods {
        all_known(method.line, "sources", method.sources.iter().map(|id| id.as_str()), &sources)?;
    }
    for part in pack.cases.iter().flat_map(|case| &case.roles) {
        all_known(part.line, "role", [part.role.as_str()], &roles)?;
    }
    Ok(())
}

fn all_known<'i>(
    line: u32,
    key: &'static str,
    ids: impl IntoIterator<Item = &'i str>,
    known: &BTreeSet<&str>,
) -> Result<(), PackError> {
    match ids.into_iter().find(|id| !known.contains(id)) {
        None => Ok(()),
        Some(id) => Err(PackError { line, code: Fault::UnknownReference { key, id: prose::excerpt(id) } }),
    }
}

/// Every placeholder has a word, so that nobody ever reads a brace.
pub(super) fn check_placeholders(pack: &Pack) -> Result<(), PackError> {
    for text in pack.texts().into_iter().filter(|text| text.place.is_filled()) {
        for piece in pieces(text.text) {
            if let Piece::Placeholder(name) = piece
                && words::word(&pack.words, name, Words::default()).is_none()
            {
                let code = Fault::UnknownPlaceholder { name: prose::excerpt(name) };
                return Err(PackError { line: text.line, code });
            }
        }
    }
    Ok(())
}
