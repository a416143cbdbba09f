//! What questions and forms stand on: sources, themes, kinds.

use super::{LONG, SHORT, read_ids, read_mark};
use crate::{
    error::{Fault, PackError},
    id::{KindId, SourceId, ThemeId},
    pack::{Kind, Source, Theme},
    tree::{Entry, Table},
};

pub(super) fn read_source(mut table: Table<'_>) -> Result<Source, PackError> {
    let source = Source {
        id: SourceId::from(table.need("id")?.id()?),
        title: table.need("title")?.text(200)?,
        url: table.take("url").map(|url| read_url(&url)).transpose()?,
        year: table.take("year").map(|year| year.number(1900, 2200)).transpose()?,
        read: table.need("read")?.text(LONG)?,
        not_read: table.take("not_read").map(|text| text.text(LONG)).transpose()?,
        line: table.line,
    };
    table.done()?;
    Ok(source)
}

fn read_url(entry: &Entry<'_>) -> Result<String, PackError> {
    let url = entry.text(400)?;
    let usual = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&()*+,;=%".contains(&byte);
    match url.strip_prefix("https://") {
        Some(rest) if !rest.is_empty() && rest.bytes().all(usual) => Ok(url),
        Some(_) | None => Err(entry.fail(Fault::UnusableUrl)),
    }
}

pub(super) fn read_theme(mut table: Table<'_>) -> Result<Theme, PackError> {
    let theme = Theme {
        id: ThemeId::from(table.need("id")?.id()?),
        name: table.need("name")?.text(SHORT)?,
        explanation: table.need("explanation")?.template(LONG)?,
        sources: read_ids(table.need("sources")?)?,
        line: table.line,
    };
    table.done()?;
    Ok(theme)
}

/// A time or a meeting that one looks back on is no conversation with a resident.
pub(super) fn read_kind(mut table: Table<'_>, pack: &str) -> Result<Kind, PackError> {
    let conversation = table.need("conversation")?;
    let kind = Kind {
        pack: pack.to_owned(),
        id: KindId::from(table.need("id")?.id()?),
        label: table.need("label")?.text(SHORT)?,
        conversation: conversation.yes()?,
        contact: table.take("contact").map_or(Ok(true), |contact| contact.yes())?,
        discussion: read_mark(table.take("discussion"))?,
        line: table.line,
    };
    table.done()?;
    if kind.conversation && !kind.contact {
        let code = Fault::UnknownValue { key: "conversation", value: "true".to_owned() };
        return Err(conversation.fail(code));
    }
    Ok(kind)
}
