//! The walk-throughs of the example journal: one is prepared, and one was shown.

use chrono::{Days, TimeDelta};
use contract::{Language, ResidentWord, WorkerWord};
use handbook::{KindId, Pack, Words};
use household::catalogue::Speaker;
use journal::{
    Cover, EntryId, JointCardText, Journal, JournalError, WalkEnd, WalkLetters, WalkPlan, WalkThroughId,
};
use serde::Deserialize;
use vault::VaultError;

use super::ago;
use crate::journal::{Letters, frozen_page};

/// A walk-through: one that is planned, or one that was shown.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleWalkThrough {
    pub in_days: Option<u64>,
    pub shown_days_ago: Option<u64>,
    for_whom: String,
    question: String,
    pub minutes: u8,
    pub pages: Vec<ExamplePage>,
    pub card: Option<ExampleCard>,
}

/// A page, of the one entry that was begun so many days ago.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExamplePage {
    pub days_ago: u64,
    /// Passages that are covered, as they stand in the text.
    #[serde(default)]
    pub covers: Vec<String>,
}

/// What was kept of one that was shown.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExampleCard {
    discussed: String,
    take_along: String,
    differently: String,
}

/// Prepares one, and shows it where it was shown. `entries` says which was begun how many days ago.
///
/// # Errors
/// When the example names what is not there, and what keeping it can go wrong with.
pub fn walk(
    journal: &mut Journal,
    (pack, language): (&Pack, Language),
    entries: &[(u64, EntryId)],
    example: &ExampleWalkThrough,
) -> Result<(), JournalError> {
    let then = ago(example.shown_days_ago.unwrap_or_default());
    let today = then.date_naive();
    let speaker = Speaker::in_words_of(language, ResidentWord::default(), WorkerWord::default());
    let mut letters = Letters::new(speaker, &journal.alias_names()?, &WalkLetters::default());
    let mut pages = Vec::with_capacity(example.pages.len());
    for page in &example.pages {
        let begun = entries.iter().find(|(days_ago, _)| *days_ago == page.days_ago);
        let entry = journal.entry(begun.ok_or(VaultError::Misuse)?.1)?;
        let kind = entry.contact.as_ref().and_then(|contact| pack.kind(&KindId::from(contact.kind.as_str())));
        let kind = kind.map(|kind| pack.resolve(&kind.label, Words::default()));
        let form = entry.title.as_ref().and_then(|_| pack.form(&entry.form.pack, &entry.form.form));
        pages.push(frozen_page(&entry, form, kind, &mut letters));
    }
    let id = journal.prepare_walk_through(&pages, &letters.given()?, then)?;
    cover(journal, id, example)?;
    let planned_on = example.in_days.and_then(|days| today.checked_add_days(Days::new(days)));
    let plan = WalkPlan::parse(&example.for_whom, &example.question, example.minutes, planned_on)?;
    journal.change_walk_through(id, &plan, today)?;
    journal.looked_over_walk_through(id)?;
    if example.shown_days_ago.is_some() {
        journal.begin_walk_through(id, then)?;
        let ended = then + TimeDelta::minutes(i64::from(example.minutes) - 4);
        journal.end_walk_through(id, Some((ended, WalkEnd::Asked)))?;
        journal.return_from_walk_through(id)?;
    }
    if let Some(ExampleCard { discussed, take_along, differently }) = &example.card {
        let text = JointCardText {
            discussed: discussed.clone(),
            take_along: take_along.clone(),
            differently: differently.clone(),
        };
        journal.save_joint_card(id, &text)?;
        journal.decide_joint_card(id, true)?;
    }
    Ok(())
}

/// Covers the passages of every page, besides what is covered by itself.
fn cover(journal: &mut Journal, id: WalkThroughId, example: &ExampleWalkThrough) -> Result<(), JournalError> {
    let frozen = journal.walk_through(id)?;
    let today = frozen.row.prepared_at.date_naive();
    for (page, example) in frozen.pages.iter().zip(&example.pages) {
        let mut found = 0;
        for block in &page.blocks {
            let mut covers = block.covers.clone();
            covers.extend(example.covers.iter().filter_map(|passage| place(&block.text, passage)));
            found += covers.len() - block.covers.len();
            if covers.len() > block.covers.len() {
                journal.cover_walk_block(block.id, &covers, today)?;
            }
        }
        if found != example.covers.len() {
            return Err(VaultError::Misuse.into());
        }
    }
    Ok(())
}

/// Where a passage stands in a text, in UTF-16 code units.
fn place(text: &str, passage: &str) -> Option<Cover> {
    let units = |text: &str| u32::try_from(text.encode_utf16().count()).ok();
    let start = units(&text[..text.find(passage)?])?;
    Some(Cover { start, end: start + units(passage)? })
}
