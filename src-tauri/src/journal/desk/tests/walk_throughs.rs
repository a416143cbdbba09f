//! Walking through entries with others: what is frozen, what is seen of it, and the card after it.

mod apart;

use super::{packs::with_house, *};

const OWN_QUESTION: &str = "Wat zou blauwe reiger hiervan vinden?";
const SAID: &str = "Stille Beuk zei: “Ik red het wel.” Toen zweeg ik. Blauwe reiger had gelijk.";

fn blocks(view: &WalkThroughView) -> &[WalkBlockView] {
    &view.pages[0].blocks
}

fn request(view: &WalkThroughView) -> WalkThroughRequest {
    WalkThroughRequest { walk_through: view.walk_through }
}

fn prepare(open: &mut Desk, entries: &[&EntryView]) -> WalkThroughView {
    let entries = entries.iter().map(|view| view.entry).collect();
    open.prepare_walk_through(PrepareWalkThrough { entries }).expect("prepared")
}

/// A contact with baggage, mood, an own question, a free page, an intention and how it was.
fn written(open: &mut Desk) -> EntryView {
    save_other(open);
    let view = open.start_entry(start(5, true)).expect("an entry");
    save(open, &view, AnswerField::Feeling, "Onzeker.");
    save(open, &view, AnswerField::Free, SAID);
    save(open, &view, AnswerField::Own { question: OWN_QUESTION.to_owned() }, "Niets.");
    save(open, &view, AnswerField::Intention { returns: Returns::Alias }, "Tot tien tellen.");
    let asked = questions(&view);
    save(open, &view, question(&asked[0]), "Ik wilde dat het over was.");
    save(open, &view, question(&asked[1]), "");
    read(open, &view)
}

/// Somebody else, whose alias is in use.
fn save_other(open: &mut Desk) {
    let contact = Some(contact("2026-03-02", Some("Blauwe Reiger")));
    let view = open.start_entry(StartEntry { contact, ..start(5, false) }).expect("an entry");
    save(open, &view, AnswerField::Free, "Iets anders.");
}

fn looked_over(open: &mut Desk, view: &WalkThroughView) -> WalkThroughView {
    open.looked_over_walk_through(request(view)).expect("looked over")
}

/// A walk-through that begins now, as it stands in the store.
fn begun(open: &mut Desk) -> WalkThroughView {
    let entry = written(open);
    let view = prepare(open, &[&entry]);
    looked_over(open, &view);
    open.begin_walk_through(request(&view)).expect("it begins");
    view
}

#[test]
fn an_entry_is_frozen_without_a_name_and_what_is_ones_own_is_covered() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let entry = written(&mut open);
    let view = prepare(&mut open, &[&entry]);
    let page = &view.pages[0];
    assert_eq!(page.who.as_deref(), Some("inwoner A"));
    assert_eq!(page.head.alias.as_deref(), Some("stille beuk"), "its owner knows whom it is of");
    assert_eq!(page.head.kind.as_deref(), Some("Kennismaking"));
    assert_eq!((page.shows_day, page.original), (false, Original::Same));
    let asked = &read(&mut open, &entry).steps;
    let words = asked.iter().find_map(|step| match (&step.field, &step.answer) {
        (StepField::Question { question, .. }, Some(answer)) if !answer.text.is_empty() => {
            Some(question.text.clone())
        }
        _ => None,
    });
    let is_whole = |block: &WalkBlockView| {
        let end = u32::try_from(block.text.encode_utf16().count()).expect("short");
        block.covers == [CoverSpan { start: 0, end }]
    };
    let frozen: Vec<_> = blocks(&view)
        .iter()
        .map(|block| (block.label.clone(), block.text.as_str(), is_whole(block)))
        .collect();
    let own = "Wat zou inwoner B hiervan vinden?".to_owned();
    let said = "Inwoner A zei: “Ik red het wel.” Toen zweeg ik. Inwoner B had gelijk.";
    assert_eq!(
        frozen,
        [
            (BlockLabel::Asked { text: own }, "Niets.", false),
            (BlockLabel::Asked { text: words.expect("asked") }, "Ik wilde dat het over was.", false),
            (BlockLabel::Free, said, false),
            (BlockLabel::Intention, "Tot tien tellen.", false),
            (BlockLabel::Feeling, "Onzeker.", true),
            (BlockLabel::Baggage, "criticism", true),
            (BlockLabel::Mood, "touched", true),
        ]
    );
    assert!(!view.ready && view.shown.is_none() && view.card.is_none());
}

#[test]
fn what_is_seen_is_what_is_not_covered_and_nothing_else() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let entry = written(&mut open);
    let view = prepare(&mut open, &[&entry]);
    let free = blocks(&view)[2].clone();
    let replace = ReplaceInBlock {
        block: free.block,
        span: CoverSpan { start: 0, end: 9 },
        text: "Inwoner A".to_owned(),
        with: "Iemand".to_owned(),
    };
    assert_eq!(
        open.replace_in_walk_block(ReplaceInBlock { text: "Inwoner B".to_owned(), ..replace.clone() }),
        Err(Failure::PassageMoved)
    );
    let replaced = open.replace_in_walk_block(replace).expect("replaced");
    let text = &blocks(&replaced)[2].text;
    let start = u32::try_from(text.find("Toen").map(|at| text[..at].encode_utf16().count()).expect("there"));
    let start = start.expect("short");
    let covers = vec![CoverSpan { start, end: start + 14 }];
    open.cover_walk_block(CoverBlock { block: free.block, covers }).expect("covered");
    let plan = ChangeWalkThrough {
        walk_through: view.walk_through,
        for_whom: "teamleider".to_owned(),
        question: "Had ik langer moeten wachten?".to_owned(),
        minutes: WalkMinutes(15),
        planned_on: Some(Day("2026-03-10".to_owned())),
    };
    open.change_walk_through(plan.clone()).expect("changed");
    for unusable in [
        ChangeWalkThrough { minutes: WalkMinutes(20), ..plan.clone() },
        ChangeWalkThrough { for_whom: "é".repeat(61), ..plan.clone() },
        ChangeWalkThrough { question: "twee\nregels".to_owned(), ..plan },
    ] {
        assert_eq!(open.change_walk_through(unusable), Err(Failure::WalkThroughUnusable));
    }
    let shown = open.preview_walk_through(request(&view)).expect("a preview");
    assert_eq!((shown.for_whom.as_str(), shown.minutes), ("teamleider", WalkMinutes(15)));
    assert_eq!(shown.question, "Had ik langer moeten wachten?");
    let handbook = open.read_handbook(()).expect("a handbook");
    assert!(!shown.companion.is_empty() && shown.companion == handbook.companion);
    let page = &shown.pages[0];
    assert_eq!((page.who.as_deref(), &page.day), (Some("inwoner A"), &None));
    let text = |text: &str| ShownPiece::Text { text: text.to_owned() };
    let pieces: Vec<_> = page.blocks.iter().map(|block| block.pieces.clone()).collect();
    assert_eq!(
        pieces[2],
        [text("Iemand zei: “Ik red het wel.” "), ShownPiece::Covered, text(" Inwoner B had gelijk.")]
    );
    assert_eq!(pieces[4..], [[ShownPiece::Covered], [ShownPiece::Covered], [ShownPiece::Covered]]);
    let with_day = open.show_walk_day(ShowWalkDay { page: view.pages[0].page, shows_day: true });
    with_day.expect("shown");
    let shown = open.preview_walk_through(request(&view)).expect("a preview");
    assert_eq!(shown.pages[0].day, Some(Day("2026-03-09".to_owned())));
    // The entry says what it said.
    assert_eq!(read(&mut open, &entry), entry);
}

#[test]
fn nothing_begins_that_was_not_looked_over_or_that_changed_since() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let entry = written(&mut open);
    let view = prepare(&mut open, &[&entry]);
    let begin = |open: &mut Desk| open.begin_walk_through(request(&view)).map(drop);
    assert_eq!(begin(&mut open), Err(Failure::PreviewNeeded));
    assert!(looked_over(&mut open, &view).ready);

    // The original changes: what was frozen stands, and is not shown.
    let before = open.preview_walk_through(request(&view)).expect("a preview");
    let free = entry.steps.iter().find(|step| step.field == StepField::Free).expect("a free page");
    let answer = free.answer.as_ref().map(|answer| answer.answer);
    let text = "Ik zweeg. Stille beuk ook.".to_owned();
    let change = SaveAnswer { entry: entry.entry, answer, field: AnswerField::Free, text };
    open.save_answer(change).expect("saved");
    let changed = open.read_walk_through(request(&view)).expect("there");
    assert_eq!((changed.pages[0].original, changed.ready), (Original::Changed, false));
    assert_eq!(open.preview_walk_through(request(&view)), Ok(before));
    assert_eq!(begin(&mut open), Err(Failure::PreviewNeeded));

    let page = WalkPageRequest { page: view.pages[0].page };
    let again = open.freeze_walk_page_again(page).expect("frozen");
    assert_eq!((again.pages[0].original, again.ready), (Original::Same, false));
    assert_eq!(blocks(&again)[2].text, "Ik zweeg. Inwoner A ook.");
    assert!(looked_over(&mut open, &view).ready);

    open.delete_entry(EntryRequest { entry: entry.entry }).expect("in the bin");
    let binned = open.read_walk_through(request(&view)).expect("there");
    assert_eq!((binned.pages[0].original, binned.ready), (Original::InBin, false));
    assert_eq!(begin(&mut open), Err(Failure::PreviewNeeded));
    let twice = PrepareWalkThrough { entries: vec![entry.entry] };
    assert_eq!(open.prepare_walk_through(twice), Err(Failure::EntryInBin));
    open.restore_entry(EntryRequest { entry: entry.entry }).expect("back");

    let withdraw = |withdrawn| WithdrawWalkThrough { walk_through: view.walk_through, withdrawn };
    let withdrawn = open.withdraw_walk_through(withdraw(true)).expect("withdrawn");
    assert_eq!(withdrawn.withdrawn_on, Some(Day("2026-03-09".to_owned())));
    assert_eq!(begin(&mut open), Err(Failure::OutOfTurn));
    open.withdraw_walk_through(withdraw(false)).expect("taken back");
    looked_over(&mut open, &view);
    begin(&mut open).expect("it begins");
    assert_eq!(begin(&mut open), Err(Failure::WalkThroughShown));
    assert_eq!(open.take_walk_page_out(page), Err(Failure::WalkThroughShown));
    let status = read(&mut open, &entry).status;
    assert_eq!(status.shown_on, Some(Day("2026-03-09".to_owned())));
}

#[test]
fn pages_are_added_ordered_and_taken_out_and_an_alias_keeps_its_letter() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let first = written(&mut open);
    let with = |day: &str, alias: Option<&str>, text: &str, open: &mut Desk| {
        let contact = Some(contact(day, alias));
        let view = open.start_entry(StartEntry { contact, ..start(5, false) }).expect("an entry");
        save(open, &view, AnswerField::Free, text);
        view
    };
    let second = with("2026-03-03", Some("oude wilg"), "Zoals bij stille beuk.", &mut open);
    let third = with("2026-03-04", None, "Zonder iemand; niet oude wilg.", &mut open);
    let view = prepare(&mut open, &[&first, &first]);
    assert_eq!(view.pages.len(), 1, "pointed at twice, frozen once");
    let entries = vec![first.entry, second.entry, third.entry];
    let add = AddWalkPages { walk_through: view.walk_through, entries };
    let added = open.add_walk_pages(add).expect("added");
    let who: Vec<_> = added.pages.iter().map(|page| page.who.as_deref()).collect();
    assert_eq!(who, [Some("inwoner A"), Some("inwoner C"), None]);
    assert_eq!(added.pages[1].blocks[0].text, "Zoals bij inwoner A.");
    assert_eq!(added.pages[2].blocks[0].text, "Zonder iemand; niet inwoner C.");
    let pages: Vec<WalkPageId> = added.pages.iter().map(|page| page.page).collect();
    let moved = open.move_walk_page(MoveWalkPage { page: pages[2], before: Some(pages[0]) }).expect("moved");
    let order: Vec<WalkPageId> = moved.pages.iter().map(|page| page.page).collect();
    assert_eq!(order, [pages[2], pages[0], pages[1]]);
    let left = open.take_walk_page_out(WalkPageRequest { page: pages[0] }).expect("out");
    assert_eq!((left.pages.len(), left.has_lost_pages), (2, false));
    // An entry that is erased takes its page along; that it was prepared stays.
    open.delete_entry(EntryRequest { entry: third.entry }).expect("in the bin");
    open.erase_entry(EntryRequest { entry: third.entry }).expect("erased");
    let left = open.read_walk_through(request(&view)).expect("there");
    assert_eq!((left.pages.len(), left.has_lost_pages), (1, true));
    let list = open.list_walk_throughs(()).expect("a list");
    assert_eq!((list.prepared.len(), list.past.len(), list.explained), (1, 0, false));
    assert_eq!(list.prepared[0].pages[0].alias.as_deref(), Some("oude wilg"));
    open.explain_walk_throughs(()).expect("read");
    assert!(open.list_walk_throughs(()).expect("a list").explained);
    open.erase_walk_through(request(&view)).expect("erased");
    assert_eq!(open.read_walk_through(request(&view)), Err(Failure::WalkThroughGone));
}

#[test]
fn every_field_of_a_sheet_is_frozen_in_the_order_of_its_form_and_a_day_in_words() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = with_house(&vault, &clock);
    let sheet = super::sheets::filled(&mut open);
    let sheet = read(&mut open, &sheet);
    let written: Vec<String> = sheet
        .steps
        .iter()
        .filter_map(|step| step.answer.as_ref().map(|answer| answer.text.clone()))
        .filter(|text| !text.is_empty())
        .collect();
    let view = prepare(&mut open, &[&sheet]);
    let frozen: Vec<&str> = blocks(&view).iter().map(|block| block.text.as_str()).collect();
    let said = written.iter().map(|text| match text.as_str() {
        "2026-03-02" => "2 maart 2026",
        "2026-04-06" => "6 april 2026",
        other => other,
    });
    let said: Vec<&str> = said.collect();
    assert_eq!(frozen, said);
    assert!(view.pages[0].head.title.is_some());
    let headings = blocks(&view).iter().filter(|block| block.heading.is_some()).count();
    assert!(headings > 0 && headings < frozen.len(), "columns have names, other fields do not");
    assert_eq!(view.pages[0].original, Original::Same);
    assert!(looked_over(&mut open, &view).ready);
}

#[test]
fn after_a_walk_through_its_card_comes_before_the_journal() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let view = begun(&mut open);
    lock(open);

    clock.advance_seconds(1_860);
    let mut open = desk(&vault, &clock);
    let ended = (open.clock.now(), WalkEnd::Locked { by: LockedBy::Lid });
    open.await_return(Some(ended)).expect("it is known");
    let screen = open.joint_card_screen().expect("read").expect("a card");
    assert_eq!((screen.walk_through, screen.end), (view.walk_through, Some(ended.1)));
    assert_eq!((screen.card.state, screen.only_reading), (CardState::Open, false));
    let card = SaveJointCard {
        walk_through: view.walk_through,
        discussed: "Stiltes.".to_owned(),
        take_along: "Wachten.".to_owned(),
        differently: String::new(),
    };
    let other = WalkThroughId(view.walk_through.0 + 1);
    let of_other = SaveJointCard { walk_through: other, ..card.clone() };
    assert_eq!(open.save_joint_card(of_other), Err(Failure::OutOfTurn), "no other card is at hand");
    let saved = open.save_joint_card(card).expect("saved");
    assert_eq!((saved.take_along.as_str(), saved.state), ("Wachten.", CardState::Open));
    open.make_intention(MakeIntention { text: "Tien tellen wachten.".to_owned() }).expect("made");
    assert_eq!(open.make_intention(MakeIntention { text: " ".to_owned() }), Err(Failure::OutOfTurn));
    let keep = DecideJointCard { walk_through: view.walk_through, keep: true };
    assert_eq!(open.decide_joint_card(keep).expect("kept").state, CardState::Kept);
    open.return_from_walk_through().expect("back");
    assert_eq!(open.joint_card_screen(), Ok(None));

    let shown = open.read_walk_through(request(&view)).expect("there");
    let how = shown.shown.expect("it was shown");
    assert_eq!((how.end, how.ended_at), (Some(ended.1), Some(wire::moment(ended.0))));
    let intentions = open.list_intentions(()).expect("a list").intentions;
    assert!(intentions.iter().any(|one| one.text == "Tien tellen wachten." && one.kind.is_none()));
    let past = open.list_walk_throughs(()).expect("a list").past;
    assert_eq!((past.len(), past[0].card), (1, Some(CardState::Kept)));
    lock(open);

    // Thrown away later, it says nothing any more.
    let mut open = desk(&vault, &clock);
    open.await_return(None).expect("nobody is awaited");
    assert_eq!(open.joint_card_screen(), Ok(None));
    let thrown = open.decide_joint_card(DecideJointCard { keep: false, ..keep }).expect("thrown away");
    assert_eq!((thrown.discussed.as_str(), thrown.state), ("", CardState::ThrownAway));
}

#[test]
fn after_a_crash_the_card_says_that_nobody_knows_how_it_ended() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let view = begun(&mut open);
    // No lock: power was cut.
    drop(open);
    let mut open = desk(&vault, &clock);
    open.await_return(None).expect("it is known");
    let screen = open.joint_card_screen().expect("read").expect("a card");
    assert_eq!((screen.walk_through, screen.end), (view.walk_through, None));
    // Whoever only reads returns nothing: the card comes again.
    open.only_reading = Some(OnlyReading::Asked);
    assert!(open.joint_card_screen().expect("read").expect("a card").only_reading);
    open.return_from_walk_through().expect("entered");
    open.only_reading = None;
    open.await_return(None).expect("it is known");
    assert!(open.joint_card_screen().expect("read").is_some());
    open.return_from_walk_through().expect("back");
    let how = open.read_walk_through(request(&view)).expect("there").shown.expect("it was shown");
    assert_eq!((how.end, how.ended_at), (None, None));
}

#[test]
fn an_overview_of_an_alias_holds_what_was_frozen_of_its_entries_and_of_no_other() {
    let (vault, clock) = (TempVault::set_up(), FixedClock::at(AFTERNOON));
    let mut open = desk(&vault, &clock);
    let entry = written(&mut open);
    let other = open.start_entry(free_page()).expect("an entry");
    save(&mut open, &other, AnswerField::Free, "Van niemand.");
    let view = prepare(&mut open, &[&entry, &other]);
    let alias = ::journal::Alias::parse("stille beuk").expect("an alias");
    let frozen = |open: &Desk| -> Vec<String> {
        let (overview, _) = open.overview(&alias).expect("an overview");
        let said = overview.entries.into_iter().flat_map(|entry| entry.said);
        let frozen = said.filter(|said| matches!(said.asked, crate::overview::Asked::Frozen { .. }));
        frozen.map(|said| said.text).collect()
    };
    let texts = ["Niets.", "Ik wilde dat het over was.", "Inwoner A zei", "Tot tien tellen.", "Onzeker."];
    let there = frozen(&open);
    assert_eq!(there.len(), texts.len());
    assert!(there.iter().zip(texts).all(|(there, text)| there.starts_with(text)), "{there:?}");
    open.erase_walk_through(request(&view)).expect("erased");
    assert_eq!(frozen(&open), [""; 0]);
}
