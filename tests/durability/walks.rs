//! A walk-through in a sitting in which something fails: each step of it that was acknowledged is there
//! after it, and what began is known to have begun.

use boundaries::{said, say, walking, writing};
use journal::{Cover, EntryId, JointCardText, Journal, WalkEnd};

use crate::actor::refused;

/// What is covered of the page that is shown.
const COVERED: Cover = Cover { start: 0, end: 2 };
/// What is written on the card, one after the other.
const CARDS: [&str; 2] = ["Wachten.", "Wachten, en dan vragen."];

/// In the child: shows an entry to somebody, writes the card, keeps it, and comes back; erases another one
/// that was only prepared. A refusal ends it, for every step needs the one before.
pub(crate) fn walk(journal: &mut Journal, entry: EntryId) {
    let (now, today) = (writing::moment(), writing::moment().date_naive());
    // Taken together so that a failing step says which it was.
    let mut steps = || -> Result<(), (&'static str, journal::JournalError)> {
        let as_step = |step| move |error| (step, error);
        let read = journal.entry(entry).map_err(as_step("read"))?;
        let page = walking::page_of(&read);
        let prepare =
            |journal: &mut Journal| journal.prepare_walk_through(std::slice::from_ref(&page), &[], now);
        let id = prepare(journal).map_err(as_step("prepare"))?;
        say(&format!("prepared {}", id.0));
        let block = journal.walk_through(id).map_err(as_step("read"))?.pages[0].blocks[0].id;
        journal.cover_walk_block(block, &[COVERED], today).map_err(as_step("cover"))?;
        say(&format!("covered {}", id.0));
        journal.looked_over_walk_through(id).map_err(as_step("look over"))?;
        journal.begin_walk_through(id, now).map_err(as_step("begin"))?;
        say(&format!("began {}", id.0));
        journal.end_walk_through(id, Some((now, WalkEnd::Time))).map_err(as_step("end"))?;
        say(&format!("ended {}", id.0));
        for (version, discussed) in CARDS.iter().enumerate() {
            let text = JointCardText { discussed: (*discussed).into(), ..JointCardText::default() };
            journal.save_joint_card(id, &text).map_err(as_step("card"))?;
            say(&format!("carded {} {version}", id.0));
        }
        journal.return_from_walk_through(id).map_err(as_step("return"))?;
        say(&format!("returned {}", id.0));
        let other = prepare(journal).map_err(as_step("prepare"))?;
        say(&format!("unpreparing {}", other.0));
        journal.erase_walk_through(other).map_err(as_step("erase"))?;
        say(&format!("unprepared {}", other.0));
        Ok(())
    };
    if let Err((step, error)) = steps() {
        refused(step, error);
    }
}

/// Holds what is left against what was said.
pub(crate) fn check(journal: &Journal, heard: &str, context: &str) {
    let rows = journal.walk_throughs().expect("the walk-throughs");
    for line in heard.lines().filter_map(said) {
        let words: Vec<&str> = line.split(' ').collect();
        let Some(id) = words.get(1) else { continue };
        let row = rows.iter().find(|row| row.id.0.to_string() == *id);
        let known = || row.unwrap_or_else(|| panic!("walk-through {id} is lost: {line}, {context}"));
        let shown = || known().shown.as_ref().unwrap_or_else(|| panic!("{id} did not begin, {context}"));
        match words[0] {
            "prepared" => {
                known();
            }
            "covered" => {
                let covers = &walking::first_page(journal, known().id).blocks[0].covers;
                assert_eq!(covers, &[COVERED], "what was covered is seen, {context}");
            }
            "began" => {
                assert_eq!(shown().began_at, writing::moment(), "{context}");
                let entry = journal.entry(known().pages[0].entry).expect("its entry");
                assert_eq!(entry.status.shown_on, Some(writing::moment().date_naive()), "{context}");
            }
            "ended" => assert_eq!(shown().ended, Some((writing::moment(), WalkEnd::Time)), "{context}"),
            "carded" => {
                let card = journal.walk_through(known().id).expect("read").card.expect("a card");
                let found = CARDS.iter().position(|text| *text == card.text.discussed);
                let least: usize = words[2].parse().expect("a version");
                assert!(found.is_some_and(|found| found >= least), "the card of {id} is older, {context}");
            }
            "returned" => assert!(shown().returned, "{context}"),
            "unprepared" => assert!(row.is_none(), "walk-through {id} is back, {context}"),
            _ => {}
        }
    }
    // Whoever did not come back is waited for, and nobody else.
    let waiting = rows.iter().any(|row| row.shown.as_ref().is_some_and(|shown| !shown.returned));
    assert_eq!(journal.awaiting_return().expect("asked").is_some(), waiting, "{context}");
}
