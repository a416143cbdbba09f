//! Walk-throughs: frozen, covered, ordered, looked over, withdrawn; and what it takes to begin one.

use chrono::NaiveDate;

use super::desk::{Desk, about, at, free_page, guide, question};
use crate::{
    Alias, Answer, AnswerId, Cover, EntryId, Field, Journal, JournalError, NewEntry, NewWalkBlock,
    NewWalkPage, Original, Sitting, StoredField, WalkBlock, WalkBlockId, WalkLabel, WalkPageId, WalkPlan,
    WalkThrough, WalkThroughId,
};

pub(super) const NOW: &str = "2026-11-21T17:00:00+01:00";

pub(super) fn day(day: &str) -> NaiveDate {
    day.parse().expect("a day")
}

pub(super) fn today() -> NaiveDate {
    day("2026-11-21")
}

pub(super) fn alias(name: &str) -> Alias {
    Alias::parse(name).expect("usable")
}

pub(super) fn cover(start: u32, end: u32) -> Cover {
    Cover { start, end }
}

/// A page of an entry as it stands now, as the shell makes one: answers that say nothing are left out, the
/// alias makes way for its letter, and what is the writer's own is covered.
pub(super) fn page_of(journal: &Journal, entry: EntryId) -> NewWalkPage {
    let entry = journal.entry(entry).expect("an entry");
    let alias = entry.contact.as_ref().and_then(|contact| contact.alias.clone());
    let without = |text: &str| {
        alias.as_ref().map_or_else(|| text.to_owned(), |alias| text.replace(alias.as_str(), "inwoner A"))
    };
    let block = |answer: &Answer| {
        let label = match &answer.field {
            StoredField::Free => WalkLabel::Free,
            StoredField::Feeling => WalkLabel::Feeling,
            StoredField::Intention { .. } => WalkLabel::Intention,
            StoredField::Outcome { .. } => WalkLabel::Outcome,
            StoredField::Own { wording } => WalkLabel::Asked { text: without(wording) },
            StoredField::Question(question) => WalkLabel::Asked { text: question.wording.clone() },
            StoredField::Cell(cell) => WalkLabel::Asked { text: cell.label.clone() },
            StoredField::LookBack { asks, .. } => WalkLabel::Asked { text: asks.clone() },
        };
        NewWalkBlock {
            answer: Some(answer.id),
            covered: label == WalkLabel::Feeling,
            label,
            heading: None,
            original: answer.text.clone(),
            text: without(&answer.text),
        }
    };
    let code = |label, code: &Option<String>| {
        code.clone().map(|code| NewWalkBlock {
            answer: None,
            label,
            heading: None,
            original: code.clone(),
            text: code,
            covered: true,
        })
    };
    let sitting = entry.sitting.as_ref();
    let baggage = sitting.and_then(|sitting| code(WalkLabel::Baggage, &sitting.baggage));
    let mood = sitting.and_then(|sitting| code(WalkLabel::Mood, &sitting.mood));
    let filled = entry.answers.iter().filter(|answer| !answer.text.trim().is_empty());
    NewWalkPage {
        entry: entry.id,
        kind: entry.contact.as_ref().map(|contact| format!("het {}", contact.kind)),
        title: entry.title.clone(),
        who: alias.as_ref().map(|_| "inwoner A".to_owned()),
        blocks: baggage.into_iter().chain(mood).chain(filled.map(block)).collect(),
    }
}

/// Freezes these entries for a new walk-through.
pub(super) fn prepare(desk: &mut Desk, entries: &[EntryId]) -> WalkThroughId {
    let pages: Vec<NewWalkPage> = entries.iter().map(|entry| page_of(&desk.journal, *entry)).collect();
    desk.journal.prepare_walk_through(&pages, &[], at(NOW)).expect("prepared")
}

/// Freezes a page again from its entry as it stands now.
pub(super) fn freeze_again(desk: &mut Desk, page: WalkPageId, entry: EntryId) -> WalkThrough {
    let new = page_of(&desk.journal, entry);
    desk.journal.freeze_walk_page_again(page, &new, &[], today()).expect("frozen")
}

/// What is seen of a part: covers as a line.
pub(super) fn seen(block: &WalkBlock) -> String {
    let units: Vec<u16> = block.text.encode_utf16().collect();
    let words = |from: u32, to: u32| {
        String::from_utf16(&units[from as usize..to as usize]).expect("covers stand between characters")
    };
    let (mut seen, mut at) = (String::new(), 0);
    for Cover { start, end } in &block.covers {
        seen.push_str(&words(at, *start));
        seen.push('▇');
        at = *end;
    }
    seen.push_str(&words(at, u32::try_from(units.len()).expect("short")));
    seen
}

/// What is seen of each part of a walk-through, page by page.
fn all_seen(found: &WalkThrough) -> Vec<Vec<String>> {
    found.pages.iter().map(|page| page.blocks.iter().map(seen).collect()).collect()
}

fn find(desk: &Desk, id: WalkThroughId) -> WalkThrough {
    desk.journal.walk_through(id).expect("it is there")
}

fn originals(desk: &Desk, id: WalkThroughId) -> Vec<Original> {
    find(desk, id).pages.iter().map(|page| page.original).collect()
}

/// An entry with one answer, and its number.
pub(super) fn entry_with(desk: &mut Desk, new: NewEntry, text: &str) -> (EntryId, AnswerId) {
    let entry = desk.start(new);
    (entry, desk.save(entry, None, question("q1"), text).id)
}

/// One page with one text.
pub(super) fn one_text(desk: &mut Desk, text: &str) -> (WalkThroughId, EntryId, AnswerId) {
    let (entry, answer) = entry_with(desk, about("2026-11-20", "gesprek", Some("Blauwe Reiger")), text);
    (prepare(desk, &[entry]), entry, answer)
}

fn first_block(desk: &Desk, id: WalkThroughId) -> WalkBlockId {
    find(desk, id).pages[0].blocks[0].id
}

#[test]
fn what_is_frozen_stays_as_it_was_and_the_writers_own_is_covered() {
    let mut desk = Desk::new();
    let sitting =
        Sitting { minutes: 10, young: false, baggage: Some("schuld".into()), mood: Some("moe".into()) };
    let new = NewEntry { sitting: Some(sitting), ..about("2026-11-20", "gesprek", Some("Blauwe Reiger")) };
    let first = desk.start(new);
    desk.save(first, None, question("q1"), "Toen zei Blauwe Reiger “nee” 😀.");
    desk.save(first, None, question("q2"), " \n\u{a0} ");
    desk.save(first, None, Field::Feeling, "Ik was moe.");
    let second = desk.write(free_page(), "Een bladzijde");
    let id = prepare(&mut desk, &[second, first, second]);
    desk.reopen();
    let found = find(&desk, id);
    let of_first = ["▇", "▇", "Toen zei inwoner A “nee” 😀.", "▇"].map(str::to_owned).to_vec();
    assert_eq!(all_seen(&found), [vec!["Een bladzijde".to_owned()], of_first]);
    let [one, other] = &found.pages[..] else { panic!("two pages: {found:?}") };
    assert_eq!((one.head.entry, &one.head.alias, &one.who), (second, &None, &None));
    assert_eq!((other.head.entry, other.head.day), (first, day("2026-11-20")));
    assert_eq!((other.head.kind.as_deref(), other.who.as_deref()), (Some("het gesprek"), Some("inwoner A")));
    assert_eq!(other.head.alias, Some(alias("Blauwe Reiger")));
    assert!(!one.shows_day && !other.shows_day, "a day is shown when it is asked for");
    let row = &found.row;
    assert_eq!((row.plan.clone(), row.prepared_at), (WalkPlan::open(), at(NOW)));
    assert_eq!((row.changed_on, row.withdrawn_on, row.has_lost_pages), (None, None, false));
    assert_eq!((&row.shown, &row.card, &found.card), (&None, &None, &None));
    assert!(!found.is_ready(), "nobody has looked it over");
    assert_eq!(desk.journal.walk_throughs(), Ok(vec![row.clone()]));
    assert_eq!(row.pages, [one.head.clone(), other.head.clone()]);
    assert!(!format!("{found:?}").contains("nee"), "what was written is in no log: {found:?}");
    assert!(!format!("{found:?}").contains("gesprek"), "{found:?}");
}

/// Whatever an entry can say is known to be something else, and nothing else is.
#[test]
fn an_original_that_says_something_else_is_told_and_shown_to_nobody() {
    type Change = fn(&mut Desk, EntryId, AnswerId);
    let changes: [(&str, Original, Change); 14] = [
        ("nothing", Original::Same, |_, _, _| {}),
        ("a letter", Original::Changed, |desk, entry, answer| {
            desk.save(entry, Some(answer), question("q1"), "Zij zei neen.");
        }),
        ("a letter and back", Original::Same, |desk, entry, answer| {
            desk.save(entry, Some(answer), question("q1"), "Zij zei neen.");
            desk.save(entry, Some(answer), question("q1"), "Zij zei nee.");
        }),
        ("emptied", Original::Changed, |desk, entry, answer| {
            desk.save(entry, Some(answer), question("q1"), "");
        }),
        ("one more answer", Original::Changed, |desk, entry, _| {
            desk.save(entry, None, Field::Feeling, "moe");
        }),
        ("one that says nothing", Original::Same, |desk, entry, _| {
            desk.save(entry, None, Field::Feeling, " \u{2009}\n");
        }),
        ("asked otherwise", Original::Changed, |desk, entry, _| {
            let own = desk.journal.entry(entry).expect("entry").answers[1].id;
            desk.save(entry, Some(own), Field::Own { wording: "Wat zweeg ik?" }, "veel");
        }),
        ("another day", Original::Changed, |desk, entry, _| {
            desk.journal.change_entry(entry, day("2026-11-19"), None).expect("changed");
        }),
        ("another kind", Original::Changed, |desk, entry, _| {
            let contact = Some(("huisbezoek".to_owned(), Some(alias("Blauwe Reiger"))));
            desk.journal.change_entry(entry, day("2026-11-20"), contact).expect("changed");
        }),
        ("another alias", Original::Changed, |desk, entry, _| {
            let contact = Some(("gesprek".to_owned(), Some(alias("Witte Wolk"))));
            desk.journal.change_entry(entry, day("2026-11-20"), contact).expect("changed");
        }),
        ("no alias, and one with its number again", Original::Changed, |desk, entry, _| {
            let contact = |name: Option<&str>| Some(("gesprek".to_owned(), name.map(alias)));
            desk.journal.change_entry(entry, day("2026-11-20"), contact(None)).expect("changed");
            assert_eq!(desk.count("alias"), 0);
            desk.journal
                .change_entry(entry, day("2026-11-20"), contact(Some("Witte Wolk")))
                .expect("changed");
        }),
        ("no alias any more", Original::Changed, |desk, entry, _| {
            let contact = Some(("gesprek".to_owned(), None));
            desk.journal.change_entry(entry, day("2026-11-20"), contact).expect("changed");
        }),
        ("another name of the same alias", Original::Same, |desk, _, _| {
            desk.journal.rename_alias(&alias("Blauwe Reiger"), &alias("Rode Specht")).expect("renamed");
        }),
        ("in the bin", Original::InBin, |desk, entry, _| {
            desk.journal.delete(entry, at(NOW)).expect("deleted");
        }),
    ];
    for (what, expected, change) in changes {
        let mut desk = Desk::new();
        let (entry, answer) =
            entry_with(&mut desk, about("2026-11-20", "gesprek", Some("Blauwe Reiger")), "Zij zei nee.");
        desk.save(entry, None, Field::Own { wording: "Wat zei ik niet?" }, "veel");
        let id = prepare(&mut desk, &[entry]);
        let before = all_seen(&find(&desk, id));
        desk.journal.looked_over_walk_through(id).expect("looked over");
        change(&mut desk, entry, answer);
        assert_eq!(originals(&desk, id), [expected], "{what}");
        assert_eq!(all_seen(&find(&desk, id)), before, "{what}: what was frozen is as it was");
        assert_eq!(find(&desk, id).is_ready(), expected == Original::Same, "{what}");
        let began = desk.journal.begin_walk_through(id, at(NOW)).map(drop);
        let allowed = if expected == Original::Same { Ok(()) } else { Err(JournalError::PreviewNeeded) };
        assert_eq!(began, allowed, "{what}");
    }
}

#[test]
fn aliases_that_became_one_are_frozen_again_and_what_comes_out_of_the_bin_is_as_it_was() {
    let mut desk = Desk::new();
    let (id, entry, _) = one_text(&mut desk, "Blauwe Reiger zei nee.");
    desk.start(about("2026-11-19", "gesprek", Some("Witte Wolk")));
    desk.journal.delete(entry, at(NOW)).expect("deleted");
    let pages = [page_of(&desk.journal, entry)];
    let refused = desk.journal.add_walk_pages(id, &pages, &[], today()).map(drop);
    assert_eq!(refused, Ok(()), "it is there already");
    let again = desk.journal.freeze_walk_page_again(find(&desk, id).pages[0].id, &pages[0], &[], today());
    assert_eq!(again.err(), Some(JournalError::EntryInBin));
    assert_eq!(desk.journal.prepare_walk_through(&pages, &[], at(NOW)), Err(JournalError::EntryInBin));
    desk.journal.restore(entry).expect("restored");
    assert_eq!(originals(&desk, id), [Original::Same]);
    desk.journal.merge_aliases(&alias("Blauwe Reiger"), &alias("Witte Wolk")).expect("merged");
    assert_eq!(originals(&desk, id), [Original::Changed]);
    let page = find(&desk, id).pages[0].id;
    let frozen = freeze_again(&mut desk, page, entry);
    assert_eq!(frozen.pages[0].original, Original::Same);
    assert_eq!(frozen.pages[0].head.alias, Some(alias("Witte Wolk")));
}

#[test]
fn what_is_covered_is_settled_on_whole_characters() {
    let mut desk = Desk::new();
    // The smiling face is at 8 and 9.
    let (id, ..) = one_text(&mut desk, "Zij zei 😀 en ging.");
    let block = first_block(&desk, id);
    let mut covered = |covers: &[Cover]| {
        let found = desk.journal.cover_walk_block(block, covers, today()).expect("covered");
        seen(&found.pages[0].blocks[0])
    };
    assert_eq!(covered(&[cover(0, 3)]), "▇ zei 😀 en ging.");
    assert_eq!(covered(&[cover(9, 10), cover(0, 3)]), "▇ zei ▇ en ging.", "half of a character");
    assert_eq!(covered(&[cover(4, 9)]), "Zij ▇ en ging.");
    assert_eq!(covered(&[cover(11, 13), cover(4, 7), cover(7, 8), cover(6, 7)]), "Zij ▇😀 ▇ ging.");
    assert_eq!(covered(&[cover(2, 2), cover(9, 3), cover(40, 50)]), "Zij zei 😀 en ging.", "nothing");
    assert_eq!(covered(&[cover(14, u32::MAX), cover(1, 2)]), "Z▇j zei 😀 en ▇");
    assert_eq!(covered(&[cover(0, u32::MAX)]), "▇");
    assert_eq!(covered(&[]), "Zij zei 😀 en ging.");
    let gone = desk.journal.cover_walk_block(WalkBlockId(99), &[], today());
    assert_eq!(gone.err(), Some(JournalError::WalkThroughGone));
}

#[test]
fn other_words_take_the_place_of_a_passage_and_covers_stay_on_theirs() {
    // What is covered, the passage, what stands there, the words in its place, and what is then seen.
    for (covers, passage, expected, with, then) in [
        (vec![], cover(4, 6), "😀", "iemand", "Bel iemand of Jan morgen."),
        (vec![cover(0, 3)], cover(4, 6), "😀", "iemand", "▇ iemand of Jan morgen."),
        (vec![cover(7, 9)], cover(4, 6), "😀", "x", "Bel x ▇ Jan morgen."),
        (
            vec![cover(7, 9), cover(14, 20)],
            cover(10, 13),
            "Jan",
            "de buurman 🙂",
            "Bel 😀 ▇ de buurman 🙂 ▇.",
        ),
        (vec![cover(11, 12)], cover(10, 13), "Jan", "de buurman", "Bel 😀 of ▇ morgen."),
        (vec![cover(7, 11)], cover(10, 13), "Jan", "een ander", "Bel 😀 ▇ morgen."),
        (vec![cover(12, 20)], cover(10, 13), "Jan", "een ander", "Bel 😀 of ▇."),
        (vec![cover(0, 11), cover(12, 21)], cover(10, 13), "Jan", "een ander", "▇"),
        (vec![cover(10, 13)], cover(10, 13), "Jan", "", "Bel 😀 of  morgen."),
        (vec![cover(0, 9), cover(13, 21)], cover(9, 13), " Jan", "", "▇"),
    ] {
        let mut desk = Desk::new();
        let (id, entry, _) = one_text(&mut desk, "Bel 😀 of Jan morgen.");
        let block = first_block(&desk, id);
        desk.journal.cover_walk_block(block, &covers, today()).expect("covered");
        let found = desk.journal.replace_in_walk_block(block, passage, expected, with, today());
        assert_eq!(seen(&found.expect("replaced").pages[0].blocks[0]), then);
        assert_eq!(desk.journal.entry(entry).expect("entry").answers[0].text, "Bel 😀 of Jan morgen.");
        assert_eq!(originals(&desk, id), [Original::Same], "the entry stays as it is");
    }
}

#[test]
fn a_passage_that_is_not_what_it_was_is_left_alone() {
    let mut desk = Desk::new();
    let (id, ..) = one_text(&mut desk, "Bel 😀 of Jan morgen.");
    let block = first_block(&desk, id);
    let before = find(&desk, id);
    for (passage, expected) in [
        (cover(10, 13), "jan"),
        (cover(10, 12), "Jan"),
        (cover(5, 6), ""),
        (cover(4, 5), "😀"),
        (cover(10, 10), ""),
        (cover(13, 10), "Jan"),
        (cover(18, 30), "en."),
        (cover(21, 21), ""),
        (cover(90, 91), "J"),
    ] {
        let found = desk.journal.replace_in_walk_block(block, passage, expected, "x", today());
        assert_eq!(found.err(), Some(JournalError::PassageMoved), "{passage:?} {expected}");
    }
    for unusable in ["twee\nregels", "om\u{202e}gekeerd", &"é".repeat(61)] {
        let found = desk.journal.replace_in_walk_block(block, cover(10, 13), "Jan", unusable, today());
        assert_eq!(found.err(), Some(JournalError::WalkThroughUnusable));
    }
    let gone = desk.journal.replace_in_walk_block(WalkBlockId(99), cover(10, 13), "Jan", "x", today());
    assert_eq!(gone.err(), Some(JournalError::WalkThroughGone));
    assert_eq!(find(&desk, id), before);
    let end = desk.journal.replace_in_walk_block(block, cover(20, 21), ".", "!", today()).expect("replaced");
    assert_eq!(seen(&end.pages[0].blocks[0]), "Bel 😀 of Jan morgen!");
}

#[test]
fn what_is_frozen_again_keeps_its_covers_or_is_covered_whole() {
    let mut desk = Desk::new();
    let sitting = Sitting { minutes: 5, young: true, baggage: Some("schuld".into()), mood: None };
    let entry = desk.start(NewEntry { sitting: Some(sitting), ..guide() });
    let mut save = |field, text: &str| desk.save(entry, None, field, text).id;
    let same = save(question("q1"), "Een. Twee. Drie.");
    let changed = save(question("q2"), "Vier. Vijf. Zes.");
    let bare = save(question("q3"), "Zeven.");
    let feeling = save(Field::Feeling, "Acht.");
    let gone = save(Field::Own { wording: "En?" }, "Negen.");
    let id = prepare(&mut desk, &[entry]);
    let page = find(&desk, id).pages[0].clone();
    let block = |of: AnswerId| page.blocks.iter().find(|block| block.answer == Some(of)).expect("a part").id;
    for (of, covers) in [(same, vec![cover(5, 10)]), (changed, vec![cover(0, 5)]), (feeling, vec![])] {
        desk.journal.cover_walk_block(block(of), &covers, today()).expect("covered");
    }
    let baggage = page.blocks[0].id;
    desk.journal.cover_walk_block(baggage, &[], today()).expect("uncovered by hand");
    let other = cover(11, 15);
    desk.journal.replace_in_walk_block(block(same), other, "Drie", "3", today()).expect("replaced");
    desk.journal.show_walk_day(page.id, true, today()).expect("shown");

    for (of, field, text) in [
        (changed, question("q2"), "Vijf. Vier. Zes."),
        (bare, question("q3"), "Zeven?"),
        (feeling, Field::Feeling, "Toch niet."),
        (gone, Field::Own { wording: "En?" }, ""),
    ] {
        desk.save(entry, Some(of), field, text);
    }
    desk.save(entry, None, question("q4"), "Nieuw.");
    let frozen = freeze_again(&mut desk, page.id, entry);
    let expected = ["schuld", "Een. ▇ 3.", "▇", "Zeven?", "▇", "Nieuw."];
    assert_eq!(all_seen(&frozen), [expected.map(str::to_owned)]);
    let again = &frozen.pages[0];
    assert_eq!((again.id, again.shows_day, again.original), (page.id, true, Original::Same));
    let twice = freeze_again(&mut desk, page.id, entry);
    assert_eq!(all_seen(&twice), all_seen(&frozen));
    let old = desk.journal.cover_walk_block(baggage, &[], today());
    assert_eq!(old.err(), Some(JournalError::WalkThroughGone), "parts have new numbers");

    let elsewhere = desk.write(free_page(), "anders");
    let other = page_of(&desk.journal, elsewhere);
    let refused = desk.journal.freeze_walk_page_again(page.id, &other, &[], today());
    assert_eq!(refused.err(), Some(JournalError::WalkThroughGone), "the page of another entry");
    assert_eq!(find(&desk, id), twice);
}

#[test]
fn pages_are_added_taken_out_and_ordered() {
    let mut desk = Desk::new();
    let entries: Vec<EntryId> =
        ["een", "twee", "drie"].map(|text| desk.write(free_page(), text)).into_iter().collect();
    let id = prepare(&mut desk, &entries[..2]);
    let pages: Vec<NewWalkPage> = entries.iter().map(|entry| page_of(&desk.journal, *entry)).collect();
    let found = desk.journal.add_walk_pages(id, &pages, &[], today()).expect("added");
    let [one, two, three] = [0, 1, 2].map(|place: usize| found.pages[place].id);
    let other = prepare(&mut desk, &entries);
    let foreign = find(&desk, other).pages[0].id;
    let mut order = |page, before| {
        let found = desk.journal.move_walk_page(page, before, today())?;
        Ok(found.pages.iter().map(|page| page.id).collect::<Vec<_>>())
    };
    assert_eq!(order(three, Some(one)), Ok(vec![three, one, two]));
    assert_eq!(order(three, Some(two)), Ok(vec![one, three, two]));
    assert_eq!(order(one, None), Ok(vec![three, two, one]));
    assert_eq!(order(two, Some(two)), Ok(vec![three, two, one]), "before itself is where it is");
    assert_eq!(order(two, Some(foreign)), Err(JournalError::WalkThroughGone));
    assert_eq!(order(WalkPageId(99), None), Err(JournalError::WalkThroughGone));
    desk.reopen();
    let left = desk.journal.take_walk_page_out(two, today()).expect("taken out");
    assert_eq!(left.pages.iter().map(|page| page.id).collect::<Vec<_>>(), [three, one]);
    assert!(!left.row.has_lost_pages, "what was taken out is not lost");
    assert_eq!(desk.journal.take_walk_page_out(two, today()).err(), Some(JournalError::WalkThroughGone));
    let back = desk.journal.add_walk_pages(id, &pages, &[], today()).expect("added");
    assert_eq!(
        back.pages.iter().map(|page| page.head.entry).collect::<Vec<_>>(),
        [entries[2], entries[0], entries[1]]
    );
    for page in back.pages {
        desk.journal.take_walk_page_out(page.id, today()).expect("taken out");
    }
    desk.journal.looked_over_walk_through(id).expect("looked over");
    assert!(!find(&desk, id).is_ready(), "there is nothing to show");
    assert_eq!(desk.journal.begin_walk_through(id, at(NOW)).err(), Some(JournalError::PreviewNeeded));
}

#[test]
fn whatever_changes_what_will_be_seen_has_to_be_looked_over_again() {
    type Change = fn(&mut Desk, &WalkThrough);
    let later = || day("2026-11-22");
    let changes: [(&str, bool, Change); 15] = [
        ("a plan", true, |desk, found| {
            let plan = WalkPlan::parse("teamleider", "", 30, None).expect("a plan");
            desk.journal.change_walk_through(found.row.id, &plan, day("2026-11-22")).expect("changed");
        }),
        ("the same plan", false, |desk, found| {
            desk.journal.change_walk_through(found.row.id, &found.row.plan, day("2026-11-22")).expect("same");
        }),
        ("a cover", true, |desk, found| {
            let block = found.pages[0].blocks[0].id;
            desk.journal.cover_walk_block(block, &[cover(0, 1)], day("2026-11-22")).expect("covered");
        }),
        ("the same covers", false, |desk, found| {
            let block = found.pages[0].blocks[0].id;
            desk.journal.cover_walk_block(block, &[cover(3, 3)], day("2026-11-22")).expect("covered");
        }),
        ("words", true, |desk, found| {
            let block = found.pages[0].blocks[0].id;
            let day = day("2026-11-22");
            desk.journal.replace_in_walk_block(block, cover(0, 3), "een", "één", day).expect("replaced");
        }),
        ("the same words", false, |desk, found| {
            let block = found.pages[0].blocks[0].id;
            let day = day("2026-11-22");
            desk.journal.replace_in_walk_block(block, cover(0, 3), "een", "een", day).expect("replaced");
        }),
        ("a day", true, |desk, found| {
            desk.journal.show_walk_day(found.pages[0].id, true, day("2026-11-22")).expect("shown");
        }),
        ("the same day", false, |desk, found| {
            desk.journal.show_walk_day(found.pages[0].id, false, day("2026-11-22")).expect("not shown");
        }),
        ("an order", true, |desk, found| {
            desk.journal.move_walk_page(found.pages[0].id, None, day("2026-11-22")).expect("moved");
        }),
        ("the same order", false, |desk, found| {
            desk.journal.move_walk_page(found.pages[1].id, None, day("2026-11-22")).expect("moved");
        }),
        ("one page fewer", true, |desk, found| {
            desk.journal.take_walk_page_out(found.pages[0].id, day("2026-11-22")).expect("taken out");
        }),
        ("one page more", true, |desk, found| {
            let entry = desk.write(free_page(), "drie");
            let pages = [page_of(&desk.journal, entry)];
            desk.journal.add_walk_pages(found.row.id, &pages, &[], day("2026-11-22")).expect("added");
        }),
        ("no page more", false, |desk, found| {
            let pages = [page_of(&desk.journal, found.pages[0].head.entry)];
            desk.journal.add_walk_pages(found.row.id, &pages, &[], day("2026-11-22")).expect("passed over");
        }),
        ("frozen again", true, |desk, found| {
            let page = &found.pages[0];
            let new = page_of(&desk.journal, page.head.entry);
            desk.journal.freeze_walk_page_again(page.id, &new, &[], day("2026-11-22")).expect("frozen");
        }),
        ("withdrawn and back", false, |desk, found| {
            desk.journal.withdraw_walk_through(found.row.id, Some(day("2026-11-22"))).expect("withdrawn");
            desk.journal.withdraw_walk_through(found.row.id, None).expect("taken back");
        }),
    ];
    for (what, is_change, change) in changes {
        let mut desk = Desk::new();
        let entries = ["een", "twee"].map(|text| desk.write(free_page(), text));
        let id = prepare(&mut desk, &entries);
        let found = desk.journal.looked_over_walk_through(id).expect("looked over");
        assert!(found.is_ready(), "{what}");
        change(&mut desk, &found);
        let after = find(&desk, id);
        assert_eq!(after.row.looked_over, !is_change, "{what}");
        assert_eq!(after.is_ready(), !is_change, "{what}");
        assert_eq!(after.row.changed_on, is_change.then(later), "{what}");
        // Before it was looked over, a change is none that anybody has to be told.
        let fresh = prepare(&mut desk, &entries);
        let found = find(&desk, fresh);
        change(&mut desk, &found);
        assert_eq!(find(&desk, fresh).row.changed_on, None, "{what}");
    }
}

#[test]
fn an_erased_entry_takes_its_page_and_what_is_left_is_looked_over_again() {
    let mut desk = Desk::new();
    let [first, second] = ["een", "twee"].map(|text| desk.write(free_page(), text));
    let (open, shown) = (prepare(&mut desk, &[first, second]), prepare(&mut desk, &[first]));
    for id in [open, shown] {
        desk.journal.looked_over_walk_through(id).expect("looked over");
    }
    desk.journal.begin_walk_through(shown, at(NOW)).expect("begun");
    desk.journal.erase(first).expect("erased");
    let left = find(&desk, open);
    assert!(left.row.has_lost_pages && !left.row.looked_over && !left.is_ready());
    assert_eq!(left.pages.iter().map(|page| page.head.entry).collect::<Vec<_>>(), [second]);
    assert!(desk.journal.looked_over_walk_through(open).expect("looked over").is_ready());
    let record = find(&desk, shown);
    assert!(record.pages.is_empty() && record.row.has_lost_pages);
    assert_eq!(record.row.shown.expect("it was").began_at, at(NOW));
    assert_eq!((desk.count("walk_page"), desk.count("walk_block")), (1, 1));
}

#[test]
fn letters_stand_for_one_alias_each_and_for_no_other_after_it() {
    let mut desk = Desk::new();
    let (id, ..) = one_text(&mut desk, "Blauwe Reiger");
    for name in ["Witte Wolk", "Rode Specht"] {
        desk.start(about("2026-11-20", "gesprek", Some(name)));
    }
    assert_eq!(desk.journal.walk_letters(id), Ok(crate::WalkLetters::default()));
    let page = desk.write(free_page(), "iets");
    let pages = [page_of(&desk.journal, page)];
    let letters = [(alias("blauwe reiger"), 0), (alias("Witte Wolk"), 1)];
    desk.journal.add_walk_pages(id, &pages, &letters, today()).expect("added");
    let again = [(alias("Blauwe Reiger"), 7)];
    desk.journal.add_walk_pages(id, &[], &again, today()).expect("it has one");
    let known = |desk: &Desk| {
        let letters = desk.journal.walk_letters(id).expect("read");
        let known = letters.known.into_iter().map(|(alias, letter)| (alias.as_str().to_owned(), letter));
        (known.collect::<Vec<_>>(), letters.next)
    };
    let of = |name: &str, letter| (name.to_owned(), letter);
    assert_eq!(known(&desk), (vec![of("Blauwe Reiger", 0), of("Witte Wolk", 1)], 2));
    desk.journal.rename_alias(&alias("Blauwe Reiger"), &alias("Grijze Reiger")).expect("renamed");
    desk.journal.erase_alias(&alias("Witte Wolk")).expect("erased");
    assert_eq!(known(&desk), (vec![of("Grijze Reiger", 0)], 2), "the next is not the letter of who is gone");
    let nobody = desk.journal.add_walk_pages(id, &[], &[(alias("Niemand"), 2)], today());
    assert_eq!(nobody.err(), Some(JournalError::AliasGone));
    desk.journal.erase_walk_through(id).expect("erased");
    assert_eq!(desk.count("walk_letter"), 0);
}

#[test]
fn a_walk_through_holds_so_much_and_no_more() {
    let mut desk = Desk::new();
    let pages: Vec<NewWalkPage> = (0..51)
        .map(|number| {
            let entry = desk.write(free_page(), &format!("nummer {number}"));
            page_of(&desk.journal, entry)
        })
        .collect();
    let full = Err(JournalError::WalkThroughFull { most: 50 });
    assert_eq!(desk.journal.prepare_walk_through(&pages, &[], at(NOW)), full);
    assert_eq!(desk.count("walk_through"), 0, "all of it or nothing");
    let id = desk.journal.prepare_walk_through(&pages[1..], &[], at(NOW)).expect("prepared");
    assert_eq!(desk.journal.add_walk_pages(id, &pages, &[], today()).map(|_| id), full);
    assert_eq!(find(&desk, id).pages.len(), 50);

    let with = |blocks: usize, bytes: usize| {
        let block = NewWalkBlock { text: "x".repeat(bytes), ..pages[0].blocks[0].clone() };
        NewWalkPage { blocks: vec![block; blocks], ..pages[0].clone() }
    };
    let mut prepare = |page| desk.journal.prepare_walk_through(&[page], &[], at(NOW)).map(drop);
    assert_eq!(prepare(with(2_001, 1)), Err(JournalError::WalkThroughTooLong));
    assert_eq!(prepare(with(2_000, 1)), Ok(()));
    assert_eq!(prepare(with(8, 1 << 20)), Ok(()));
    assert_eq!(prepare(with(9, 1 << 20)), Err(JournalError::WalkThroughTooLong));
}
