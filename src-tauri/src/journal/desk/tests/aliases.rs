//! Aliases as a window sees them, and the overview of one.

use ::journal::Alias;

use super::*;

fn named(alias: &str, day: &str) -> StartEntry {
    StartEntry { contact: Some(contact(day, Some(alias))), ..start(5, true) }
}

fn request(alias: &str) -> AliasRequest {
    AliasRequest { alias: alias.to_owned() }
}

fn rename(alias: &str, to: &str) -> RenameAlias {
    RenameAlias { alias: alias.to_owned(), to: to.to_owned() }
}

#[test]
fn an_alias_is_judged_before_it_is_used_and_never_for_being_itself() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    open.start_entry(named("Blauwe Reiger", "2026-03-09")).expect("an entry");
    open.start_entry(named("stille beuk", "2026-03-08")).expect("an entry");
    let mut judge = |alias: &str| open.judge_alias(JudgeAlias { alias: alias.to_owned() });
    let judged = |points_at_person, alike: &[&str]| AliasJudgement {
        points_at_person,
        alike: alike.iter().map(|alias| (*alias).to_owned()).collect(),
    };
    assert_eq!(judge("koperen vork"), Ok(judged(false, &[])));
    assert_eq!(judge("blauwe reiger"), Ok(judged(false, &[])), "it is that one");
    assert_eq!(judge("Blauwe Reigers"), Ok(judged(false, &["Blauwe Reiger"])));
    assert_eq!(judge("Fatima"), Ok(judged(true, &[])));
    assert_eq!(judge("  "), Err(Failure::AliasUnusable));
}

#[test]
fn an_alias_is_renamed_merged_and_closed() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let one = open.start_entry(named("blauwe reiger", "2026-03-09")).expect("an entry");
    let two = open.start_entry(named("stille beuk", "2026-03-08")).expect("an entry");
    assert_eq!(open.rename_alias(rename("blauwe reiger", "Stille Beuk")), Err(Failure::AliasTaken));
    assert_eq!(open.rename_alias(rename("rode vork", "gele vork")), Err(Failure::AliasGone));
    let renamed = open.rename_alias(rename("blauwe reiger", "gele vork")).expect("renamed");
    assert_eq!((renamed.alias.as_str(), renamed.entries.rows.len()), ("gele vork", 1));

    let merged = open.merge_aliases(rename("gele vork", "stille beuk")).expect("merged");
    let entries: Vec<EntryId> = merged.entries.rows.iter().map(|entry| entry.row.entry).collect();
    assert_eq!(entries, [one.entry, two.entry], "newest first");
    assert_eq!(open.list_alias_rows(()).expect("a list").rows.len(), 1);

    let close = |closed| CloseAlias { alias: "Stille Beuk".to_owned(), closed };
    let closed = open.close_alias(close(true)).expect("closed");
    assert_eq!(closed.closed_on, Some(Day("2026-03-09".to_owned())));
    let going = closed.entries.rows[0].going.clone().expect("it goes");
    assert_eq!(going, Going { day: Day("2026-04-08".to_owned()), why: GoingReason::Closed });
    assert_eq!(open.close_alias(close(false)).expect("open again").closed_on, None);
}

#[test]
fn the_entries_of_an_alias_come_by_pages_and_those_of_another_never() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let mut all = Vec::new();
    for _ in 0..PAGE + 2 {
        all.insert(0, open.start_entry(named("blauwe reiger", "2026-03-09")).expect("an entry").entry);
        open.start_entry(named("stille beuk", "2026-03-09")).expect("an entry");
    }
    let ids = |page: &AliasEntries| page.rows.iter().map(|one| one.row.entry).collect::<Vec<_>>();
    let first = open.read_alias(request("Blauwe Reiger")).expect("a page").entries;
    assert_eq!(ids(&first), all[..PAGE]);
    let after = first.next.expect("there are more");
    let older = ListAliasEntries { alias: "blauwe reiger".to_owned(), after: after.clone() };
    let older = open.list_alias_entries(older).expect("a page");
    assert_eq!((ids(&older), older.next), (all[PAGE..].to_vec(), None));
    let gone = ListAliasEntries { alias: "rode vork".to_owned(), after };
    assert_eq!(open.list_alias_entries(gone).expect("a page").rows, []);
}

#[test]
fn an_erased_alias_is_gone_and_what_still_names_it_is_said() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    open.start_entry(named("blauwe reiger", "2026-03-09")).expect("an entry");
    let binned = open.start_entry(named("blauwe reiger", "2026-03-08")).expect("an entry");
    open.delete_entry(EntryRequest { entry: binned.entry }).expect("in the bin");
    let other = open.start_entry(named("stille beuk", "2026-03-08")).expect("an entry");
    save(&mut open, &other, AnswerField::Free, "Anders dan bij de Blauwe Reiger.");
    let alias = Alias::parse("Blauwe reiger").expect("an alias");
    let (erased, still_named) = open.erase_alias(&alias).expect("erased");
    assert_eq!((erased.len(), still_named), (2, true), "the bin too");
    assert_eq!(open.forgotten().expect("a list").len(), 2);
    assert_eq!(open.read_alias(request("blauwe reiger")), Err(Failure::AliasGone));
    assert_eq!(open.list_entries(ListEntries { after: None }).expect("a list").rows.len(), 1);
    assert_eq!(open.erase_alias(&alias).err(), Some(Failure::AliasGone));
}

#[test]
fn a_proposed_alias_is_like_none_in_use() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    for _ in 0..60 {
        let proposed = open.propose_alias(()).expect("one is free").alias;
        let judged = open.judge_alias(JudgeAlias { alias: proposed.clone() }).expect("judged");
        assert_eq!(judged, AliasJudgement { points_at_person: false, alike: vec![] }, "{proposed}");
        open.start_entry(named(&proposed, "2026-03-09")).expect("an entry");
    }
}

#[test]
fn the_overview_holds_what_is_stored_the_bin_included_and_is_noted_when_it_was_saved() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let view = open.start_entry(named("stille beuk", "2026-03-09")).expect("an entry");
    save(&mut open, &view, AnswerField::Own { question: "En de hond?".to_owned() }, "Die sliep.");
    save(&mut open, &view, AnswerField::Free, "");
    let intention = AnswerField::Intention { returns: Returns::Alias };
    let tried = save(&mut open, &view, intention, "Langer wachten.").answer;
    let later = open.start_entry(named("stille beuk", "2026-03-10")).expect("an entry");
    save(&mut open, &later, AnswerField::Outcome { intention: Some(tried) }, "Het lukte.");
    // Chosen and not kept: it is in no store.
    let forgotten =
        StartEntry { contact: Some(contact("2026-03-11", Some("stille beuk"))), ..start(5, false) };
    let forgotten = open.start_entry(forgotten).expect("an entry");
    // It comes back by the kind of contact, and is about somebody else.
    let other = open.start_entry(named("andere naam", "2026-03-09")).expect("an entry");
    let by_kind = AnswerField::Intention { returns: Returns::Kind };
    let tried = save(&mut open, &other, by_kind, "Iets over een ander.").answer;
    save(&mut open, &forgotten, AnswerField::Outcome { intention: Some(tried) }, "Dit niet.");
    open.delete_entry(EntryRequest { entry: forgotten.entry }).expect("in the bin");

    let alias = Alias::parse("STILLE beuk").expect("an alias");
    let (overview, ids) = open.overview(&alias).expect("an overview");
    assert_eq!((overview.alias.as_str(), overview.entries.len(), ids.len()), ("stille beuk", 3, 3));
    let [third, second, first] = overview.entries.as_slice() else { panic!("three entries") };
    assert_eq!((third.baggage, third.mood), (None, None));
    assert_eq!((second.baggage, second.mood), (Some(Baggage::Criticism), Some(Mood::Touched)));
    assert!(third.in_bin && !second.in_bin);
    assert_eq!((third.goes_on, second.goes_on.is_some()), (None, true));
    assert_eq!(
        first.kind.as_deref(),
        open.wording().kinds().iter().find(|kind| kind.id == "kennismaking").map(|kind| kind.label.as_str())
    );
    let said: Vec<&str> =
        overview.entries.iter().flat_map(|written| &written.said).map(|said| said.text.as_str()).collect();
    assert_eq!(said, ["Dit niet.", "Het lukte.", "Die sliep.", "Langer wachten."]);
    let asked = &second.said[0].asked;
    assert!(matches!(asked, crate::overview::Asked::Outcome(Some(of)) if of == "Langer wachten."));

    assert!(matches!(third.said[0].asked, crate::overview::Asked::Outcome(None)));

    // Looking is not saving.
    assert_eq!(read(&mut open, &later).status.carried_out_on, None);
    open.mark_carried_out(&ids).expect("noted");
    assert_eq!(read(&mut open, &later).status.carried_out_on, Some(Day("2026-03-09".to_owned())));
    assert_eq!(open.overview(&Alias::parse("weg").expect("an alias")).err(), Some(Failure::AliasGone));
}
