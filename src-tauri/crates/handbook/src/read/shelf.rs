//! Methods, words, cases, what a companion may ask, and what an organisation has to offer.

use super::{LONG, SHORT, all_different_in, read_all, read_ids, read_small};
use crate::{
    error::PackError,
    pack::{Case, CaseRole, Companion, Instrument, Method, MethodStep, Term},
    tree::{Entry, Table},
};

const MAX_STEPS: usize = 20;
const MAX_PARAGRAPHS: usize = 8;
const MAX_ROLES: usize = 8;
/// What one person reads before a case is played.
const PART: usize = 400;

pub(super) fn read_method(mut table: Table<'_>, pack: &str) -> Result<Method, PackError> {
    let method = Method {
        pack: pack.to_owned(),
        id: table.need("id")?.id()?,
        name: table.need("name")?.template(SHORT)?,
        explanation: table.need("explanation")?.template(LONG)?,
        steps: read_steps(table.need("step")?)?,
        sources: table.take("sources").map(read_ids).transpose()?.unwrap_or_default(),
        line: table.line,
    };
    table.done()?;
    Ok(method)
}

fn read_steps(entry: Entry<'_>) -> Result<Vec<MethodStep>, PackError> {
    let read_step = |entry: Entry<'_>| {
        let mut table = entry.table()?;
        let step = MethodStep {
            text: table.need("text")?.template(LONG)?,
            who: table.take("who").map(|who| who.template(SHORT)).transpose()?,
            minutes: read_small(&table.need("minutes")?, 1, 120)?,
            line: table.line,
        };
        table.done()?;
        Ok(step)
    };
    entry.list(MAX_STEPS)?.into_iter().map(read_step).collect()
}

pub(super) fn read_term(mut table: Table<'_>, pack: &str) -> Result<Term, PackError> {
    let term = Term {
        pack: pack.to_owned(),
        word: table.need("word")?.text(SHORT)?,
        explanation: table.need("explanation")?.template(LONG)?,
        line: table.line,
    };
    table.done()?;
    Ok(term)
}

pub(super) fn read_case(mut table: Table<'_>, pack: &str) -> Result<Case, PackError> {
    let paragraphs = table.need("paragraphs")?.list(MAX_PARAGRAPHS)?;
    let case = Case {
        pack: pack.to_owned(),
        id: table.need("id")?.id()?,
        title: table.need("title")?.template(SHORT)?,
        paragraphs: paragraphs.iter().map(|text| text.template(LONG)).collect::<Result<_, _>>()?,
        roles: read_all(table.take("role"), MAX_ROLES, read_case_role)?,
        line: table.line,
    };
    table.done()?;
    all_different_in(case.roles.iter().map(|role| (role.line, role.role.as_str())))?;
    Ok(case)
}

fn read_case_role(mut table: Table<'_>) -> Result<CaseRole, PackError> {
    let role = CaseRole {
        role: table.need("role")?.id()?,
        text: table.need("text")?.template(PART)?,
        line: table.line,
    };
    table.done()?;
    Ok(role)
}

pub(super) fn read_companion(mut table: Table<'_>, pack: &str) -> Result<Companion, PackError> {
    let companion = Companion {
        pack: pack.to_owned(),
        id: table.need("id")?.id()?,
        text: table.need("text")?.template(LONG)?,
        line: table.line,
    };
    table.done()?;
    Ok(companion)
}

pub(super) fn read_instrument(mut table: Table<'_>, pack: &str) -> Result<Instrument, PackError> {
    let instrument = Instrument {
        pack: pack.to_owned(),
        id: table.need("id")?.id()?,
        name: table.need("name")?.template(SHORT)?,
        explanation: table.need("explanation")?.template(LONG)?,
        line: table.line,
    };
    table.done()?;
    Ok(instrument)
}
