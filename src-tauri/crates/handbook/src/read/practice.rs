//! Roles, cards, how a rule of thumb can begin, what a group agrees on.

use super::{CARD, NAME, SHORT};
use crate::{
    error::{Fault, PackError},
    pack::{Agreement, Card, Deck, Role, Starter},
    tree::{Entry, Table},
};

const DECKS: [(&str, Deck); 2] = [("frame", Deck::Frame), ("word", Deck::Word)];

pub(super) fn read_role(mut table: Table<'_>, pack: &str) -> Result<Role, PackError> {
    let role = Role {
        pack: pack.to_owned(),
        id: table.need("id")?.id()?,
        name: table.need("name")?.template(NAME)?,
        explanation: table.need("explanation")?.template(CARD)?,
        line: table.line,
    };
    table.done()?;
    Ok(role)
}

pub(super) fn read_card(mut table: Table<'_>, pack: &str) -> Result<Card, PackError> {
    let card = Card {
        pack: pack.to_owned(),
        id: table.need("id")?.id()?,
        deck: table.need("deck")?.one_of(&DECKS)?,
        title: table.need("title")?.template(NAME)?,
        text: table.need("text")?.template(CARD)?,
        line: table.line,
    };
    table.done()?;
    Ok(card)
}

pub(super) fn read_starter(mut table: Table<'_>, pack: &str) -> Result<Starter, PackError> {
    let starter = Starter {
        pack: pack.to_owned(),
        id: table.need("id")?.id()?,
        text: read_beginning(&table.need("text")?)?,
        line: table.line,
    };
    table.done()?;
    Ok(starter)
}

/// A rule of thumb is somebody's own. A pack that could bring a whole one would hand out rules, so
/// what it brings must visibly go on, and leave something to write.
fn read_beginning(entry: &Entry<'_>) -> Result<String, PackError> {
    let text = entry.template(SHORT)?;
    match text.strip_suffix('…') {
        Some(words) if words.chars().any(char::is_alphanumeric) => Ok(text),
        Some(_) | None => Err(entry.fail(Fault::StarterWithoutEllipsis)),
    }
}

pub(super) fn read_agreement(mut table: Table<'_>, pack: &str) -> Result<Agreement, PackError> {
    let agreement = Agreement {
        pack: pack.to_owned(),
        id: table.need("id")?.id()?,
        text: table.need("text")?.template(CARD)?,
        line: table.line,
    };
    table.done()?;
    Ok(agreement)
}
