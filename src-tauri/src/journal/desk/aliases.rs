//! Aliases: in use, proposed, judged, and all that is known under one.

use ::journal::{Alias, Same};
use contract::*;
use household::tell;
use privacy::Detector;

use crate::{
    chance,
    failure::journal_failure,
    handbook_files,
    journal::{
        alike::Looks,
        desk::{Desk, PAGE},
        marks,
    },
    wire,
};

/// The form that asks how the work together goes.
const RELATION: &str = "werkrelatie";
/// The most sheets of it beside each other.
const MOST_RELATION: usize = 12;

/// An alias with how it looks beside others.
struct Look {
    alias: String,
    looks: Looks,
}

impl Look {
    fn of(alias: &Alias) -> Self {
        Self { alias: alias.as_str().to_owned(), looks: Looks::of(alias.as_str()) }
    }
}

impl Desk {
    pub fn list_aliases(&mut self, (): ()) -> Result<AliasList, Failure> {
        let aliases = self.store.aliases().map_err(|error| journal_failure(&error))?;
        Ok(AliasList { aliases: aliases.iter().map(|alias| alias.as_str().to_owned()).collect() })
    }

    pub fn propose_alias(&mut self, (): ()) -> Result<ProposedAlias, Failure> {
        let pairs = handbook_files::alias_words(self.settings.appearance.language);
        let pairs = pairs.map_err(|fault| tell::incident(&fault))?;
        let in_use = self.looks()?;
        // Tens of thousands of pairs: a free one is found at once unless nearly all are in use.
        for _ in 0..1_000 {
            let pair = pairs.get(chance::below(pairs.len())?).unwrap_or_default();
            let (alias, looks) = (Alias::parse(&pair), Looks::of(&pair));
            let alias = alias.map_err(|error| journal_failure(&error))?;
            let is_taken = self.store.alias_in_use(&alias).map_err(|error| journal_failure(&error))?;
            // What is proposed is never what one would be warned about.
            if !is_taken && !in_use.iter().any(|other| other.looks.is_like(&looks)) {
                return Ok(ProposedAlias { alias: pair });
            }
        }
        Err(tell::incident(&"no-alias-left"))
    }

    pub fn judge_alias(&mut self, request: JudgeAlias) -> Result<AliasJudgement, Failure> {
        let alias = Alias::parse(&request.alias).map_err(|error| journal_failure(&error))?;
        Ok(judge(alias.as_str(), &self.looks()?))
    }

    pub fn list_alias_rows(&mut self, (): ()) -> Result<AliasRows, Failure> {
        let rows = self.store.alias_rows().map_err(|error| journal_failure(&error))?;
        let looks: Vec<Look> = rows.iter().map(|row| Look::of(&row.alias)).collect();
        let rows = rows.into_iter().map(|row| AliasRow {
            judgement: judge(row.alias.as_str(), &looks),
            alias: row.alias.as_str().to_owned(),
            last_contact: wire::day(row.last_contact),
            closed_on: row.closed_on.map(wire::day),
        });
        Ok(AliasRows { rows: rows.collect() })
    }

    pub fn read_alias(&mut self, request: AliasRequest) -> Result<AliasView, Failure> {
        let alias = Alias::parse(&request.alias).map_err(|error| journal_failure(&error))?;
        self.alias_view(&alias)
    }

    pub fn list_alias_entries(&mut self, request: ListAliasEntries) -> Result<AliasEntries, Failure> {
        let alias = Alias::parse(&request.alias).map_err(|error| journal_failure(&error))?;
        self.entries_of(&alias, Some(wire::read_cursor(&request.after)?))
    }

    pub fn rename_alias(&mut self, request: RenameAlias) -> Result<AliasView, Failure> {
        let (alias, to) = both(&request)?;
        self.store.rename_alias(&alias, &to).map_err(|error| journal_failure(&error))?;
        self.alias_view(&to)
    }

    pub fn merge_aliases(&mut self, request: RenameAlias) -> Result<AliasView, Failure> {
        let (alias, into) = both(&request)?;
        self.store.merge_aliases(&alias, &into).map_err(|error| journal_failure(&error))?;
        self.alias_view(&into)
    }

    pub fn close_alias(&mut self, request: CloseAlias) -> Result<AliasView, Failure> {
        let alias = Alias::parse(&request.alias).map_err(|error| journal_failure(&error))?;
        let closed_on = request.closed.then(|| self.today());
        self.store.close_alias(&alias, closed_on).map_err(|error| journal_failure(&error))?;
        self.alias_view(&alias)
    }

    /// Erases an alias with all that was written under it; what that was, for the backups, and
    /// whether its words still stand elsewhere.
    pub fn erase_alias(&mut self, alias: &Alias) -> Result<(Vec<Same>, bool), Failure> {
        let erased = self.store.erase_alias(alias).map_err(|error| journal_failure(&error))?;
        for same in &erased {
            self.sittings.forget(same.entry);
        }
        let still_named = self.store.is_named(alias).map_err(|error| journal_failure(&error))?;
        Ok((erased, still_named))
    }

    fn alias_view(&mut self, alias: &Alias) -> Result<AliasView, Failure> {
        let row = self.store.alias_row(alias).map_err(|error| journal_failure(&error))?;
        let entries = self.entries_of(alias, None)?;
        let contacts = self.unless_only_reading(|desk, ()| desk.contacts_of(alias), Vec::new())?;
        let tried = self.unless_only_reading(|desk, ()| desk.tried_with(alias), Vec::new())?;
        let relation = self.unless_only_reading(|desk, ()| desk.relation_with(alias), Vec::new())?;
        Ok(AliasView {
            judgement: judge(row.alias.as_str(), &self.looks()?),
            alias: row.alias.as_str().to_owned(),
            last_contact: wire::day(row.last_contact),
            closed_on: row.closed_on.map(wire::day),
            entries,
            contacts,
            tried,
            relation,
            quiet: self.unless_only_reading(
                |desk, ()| desk.store.is_alias_quiet(alias).map_err(|error| journal_failure(&error)),
                false,
            )?,
        })
    }

    fn entries_of(&self, alias: &Alias, after: Option<::journal::Cursor>) -> Result<AliasEntries, Failure> {
        // One more than a page tells whether there is another.
        let rows = self.store.alias_entries(alias, self.term(), self.today(), after, PAGE + 1);
        let mut rows = rows.map_err(|error| journal_failure(&error))?;
        let more = rows.len() > PAGE;
        rows.truncate(PAGE);
        let next = rows.last().filter(|_| more).map(|last| wire::cursor(last.row.cursor()));
        let rows = rows.into_iter().map(|entry| AliasEntry {
            row: wire::row(entry.row),
            going: entry.going.map(wire::going),
            status: wire::status(&entry.status),
            in_bin: entry.in_bin,
        });
        Ok(AliasEntries { rows: rows.collect(), next })
    }

    fn contacts_of(&self, alias: &Alias) -> Result<Vec<ContactView>, Failure> {
        let contacts = self.store.alias_contacts(alias).map_err(|error| journal_failure(&error))?;
        Ok(contacts.iter().map(wire::contact).collect())
    }

    fn tried_with(&self, alias: &Alias) -> Result<Vec<TriedRow>, Failure> {
        let tried = self.store.alias_tried(alias, PAGE).map_err(|error| journal_failure(&error))?;
        Ok(tried.into_iter().map(wire::tried_row).collect())
    }

    /// How the work together was looked at: the sheets of the shipped form that asks for it.
    fn relation_with(&self, alias: &Alias) -> Result<Vec<SheetVersion>, Failure> {
        let pack = self.shelf.joined().id();
        let sheets = self.store.alias_sheets(alias, pack, RELATION, MOST_RELATION);
        let sheets = sheets.map_err(|error| journal_failure(&error))?;
        Ok(sheets.iter().map(|sheet| self.sheet_version(sheet)).collect())
    }

    /// Every alias, also one that has entries in the bin only: those may come back.
    fn looks(&self) -> Result<Vec<Look>, Failure> {
        let rows = self.store.alias_rows().map_err(|error| journal_failure(&error))?;
        Ok(rows.iter().map(|row| Look::of(&row.alias)).collect())
    }
}

fn judge(alias: &str, in_use: &[Look]) -> AliasJudgement {
    let looks = Looks::of(alias);
    let itself = alias.to_lowercase();
    let others = in_use.iter().filter(|other| other.alias.to_lowercase() != itself);
    AliasJudgement {
        points_at_person: marks::points_at_person(Detector::shipped(), alias),
        alike: others.filter(|other| other.looks.is_like(&looks)).map(|other| other.alias.clone()).collect(),
    }
}

fn both(request: &RenameAlias) -> Result<(Alias, Alias), Failure> {
    let read = |alias: &str| Alias::parse(alias).map_err(|error| journal_failure(&error));
    Ok((read(&request.alias)?, read(&request.to)?))
}
