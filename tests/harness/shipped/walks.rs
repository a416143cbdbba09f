//! Walk-throughs in a session: one that stands ready, its beginning, and the way back from it.

use chrono::{DateTime, FixedOffset};
use journal::{Cover, EntryId, Field, Journal, NewEntry, SaveAnswer, WalkLabel, WalkPlan};
use vault::{Clock as _, DataKey, SystemClock};

use crate::{
    forge::{SlotKeys, Slots, sub_key},
    shipped::{person::Person, steps},
    walking, writing,
};

/// The keys of a journal by what they are called: its data key, and all that are derived from it.
pub type Keys = Vec<(&'static str, [u8; 32])>;

/// Opens the journal of a session, with its app closed, as the app does it.
///
/// # Panics
/// When it does not open with the passphrase of these sessions.
#[must_use]
pub fn open(person: &Person) -> (Journal, Keys) {
    let folder = person.folder().join("journal");
    let slots = Slots::parse(&std::fs::read(folder.join("slots")).expect("the slot file"));
    let slot = slots.slots.iter().find(|slot| slot.kind == 1).expect("a slot for the passphrase");
    let keys = SlotKeys::of_passphrase(steps::PASSPHRASE.as_bytes(), &slot.salt, slot.cost);
    let data_key = slot.unwrap(&slots.vault_id, &keys).expect("it opens");
    let mut block = [0; DataKey::HAND_OVER_LENGTH];
    block[..32].copy_from_slice(&data_key);
    block[32..].copy_from_slice(&slots.vault_id);
    let journal = writing::open(&folder, DataKey::from_hand_over(&block)).expect("it opens");
    let derived = [
        ("the store's key", "db/1"),
        ("the slots' key", "header/1"),
        ("the seal's key", "seal/1"),
        ("the backups' key", "backup/1"),
    ];
    let derived = derived.map(|(name, purpose)| (name, sub_key(&data_key, &slots.vault_id, purpose)));
    (journal, [("the data key", data_key)].into_iter().chain(derived).collect())
}

/// When it is for a session, so that no entry has come to the end of its life.
#[must_use]
pub fn now() -> DateTime<FixedOffset> {
    SystemClock.now().fixed_offset()
}

/// A piece of what somebody wrote.
#[derive(Debug, Clone, Copy)]
pub enum Piece<'a> {
    /// It will be seen.
    Seen(&'a str),
    /// It will be covered.
    Covered(&'a str),
    /// It will be seen, with other words in its place.
    Replaced(&'a str, &'a str),
}

/// An entry of which others will see something.
pub struct Invited {
    entry: EntryId,
    /// What will be covered, and what will be replaced by what, by its place.
    covers: Vec<Cover>,
    others: Vec<(Cover, String, String)>,
}

/// Writes one, out of pieces, and how the writer felt, which is covered by itself.
///
/// # Panics
/// When it is not taken.
pub fn write(journal: &mut Journal, new: NewEntry, pieces: &[Piece<'_>], feeling: &str) -> Invited {
    let entry = journal.start_entry(new, now()).expect("an entry").id;
    let mut invited = Invited { entry, covers: Vec::new(), others: Vec::new() };
    let (mut text, mut start) = (String::new(), 0);
    for piece in pieces {
        let (Piece::Seen(words) | Piece::Covered(words) | Piece::Replaced(words, _)) = *piece;
        let end = start + u32::try_from(words.encode_utf16().count()).expect("short");
        let place = Cover { start, end };
        match *piece {
            Piece::Seen(_) => {}
            Piece::Covered(_) => invited.covers.push(place),
            Piece::Replaced(_, other) => invited.others.push((place, words.to_owned(), other.to_owned())),
        }
        text.push_str(words);
        start = end;
    }
    for (field, text) in [(Field::Free, text.as_str()), (Field::Feeling, feeling)] {
        let save = SaveAnswer { entry, answer: None, field, text };
        journal.save_answer(save, now()).expect("an answer");
    }
    journal.leave(entry).expect("indexed");
    invited
}

/// Freezes entries for a walk-through of a quarter of an hour, covers what is to be covered, and looks it
/// over.
///
/// # Panics
/// When it is not ready then.
pub fn prepare(journal: &mut Journal, for_whom: &str, question: &str, invited: &[Invited]) {
    let today = now().date_naive();
    let entries: Vec<EntryId> = invited.iter().map(|one| one.entry).collect();
    let id = walking::prepare(journal, &entries);
    let plan = WalkPlan::parse(for_whom, question, 15, None).expect("a plan");
    journal.change_walk_through(id, &plan, today).expect("planned");
    let pages = journal.walk_through(id).expect("prepared").pages;
    for (page, one) in pages.iter().zip(invited) {
        let free = page.blocks.iter().find(|block| block.label == WalkLabel::Free).expect("its text").id;
        journal.cover_walk_block(free, &one.covers, today).expect("covered");
        // From the end, for each changes the places behind it.
        for (place, words, other) in one.others.iter().rev() {
            journal.replace_in_walk_block(free, *place, words, other, today).expect("replaced");
        }
    }
    let ready = journal.looked_over_walk_through(id).expect("looked over");
    assert!(ready.is_ready(), "it may begin");
}

/// From an open journal to the first screen of a walk-through of its first note, all of it by hand: chosen,
/// frozen, looked over and begun. The journal's process has ended then.
pub fn prepare_by_hand(person: &Person) {
    let words = &person.words;
    let journal = person.role_on_screen("journal");
    person.presses("journal", "button", words.say("journal-walk-throughs"));
    let choose = person.hears_until("journal", "the button that chooses", |told| {
        let named = |id: &str| told.iter().find(|one| one.role == "button" && one.name == words.say(id));
        // What is read once stands in its place before the first.
        if let Some(read) = named("walk-explains-done") {
            let _ = person.reader.act(&read.node);
        }
        named("walk-choose").cloned()
    });
    let _ = person.reader.act(&choose.node);
    let note = person
        .hears_until("journal", "a note", |told| told.iter().find(|one| one.role == "check box").cloned());
    let _ = person.reader.act(&note.node);
    person.presses("journal", "button", words.say("walk-choose-go"));
    person.presses("journal", "button", words.say("walk-preview"));
    person.presses("journal", "button", words.say("walk-preview-next"));
    person.finds("journal", "heading", words.say("walk-preview-end"));
    start(person, journal);
}

/// From an open journal to the first screen of a walk-through that stands ready, and has this in the name
/// of whom it is for. The journal's process has ended then.
pub fn begin(person: &Person, for_whom: &str) {
    let words = &person.words;
    let journal = person.role_on_screen("journal");
    person.presses("journal", "button", words.say("journal-walk-throughs"));
    // A list that is drawn anew under the finger takes no press; who sees that presses again.
    person.hears_until("journal", "the walk-through", |told| {
        if let Some(row) = told.iter().find(|one| one.role == "button" && one.name.contains(for_whom)) {
            let _ = person.reader.act(&row.node);
        }
        told.iter().find(|one| one.role == "button" && one.name == words.say("walk-start")).map(drop)
    });
    start(person, journal);
}

/// From where it can begin to its first screen.
fn start(person: &Person, journal: u32) {
    let words = &person.words;
    // Not before it is known to have been looked over.
    person.hears_until("journal", "that it may begin", |told| {
        let named = |id: &str| told.iter().find(|one| one.role == "button" && one.name == words.say(id));
        if let Some(button) = named("walk-start") {
            let _ = person.reader.act(&button.node);
        }
        named("walk-start-now").map(drop)
    });
    person.presses("journal", "button", words.say("walk-start-now"));
    person.sees_the_end_of(journal);
    person.finds("walk-through", "heading", words.say("shown-agreements"));
}

/// From the agreements to the first note.
pub fn show(person: &Person) {
    person.presses("walk-through", "button", person.words.say("shown-begin"));
    person.finds("walk-through", "button", person.words.say("shown-next"));
}

/// From the lock window to the card, which is all that the passphrase opens.
pub fn unlock_to_card(person: &Person) {
    let words = &person.words;
    person.finds("keys", "heading", words.say("keys-unlock-title"));
    person.writes("keys", "password", words.say("keys-passphrase"), steps::PASSPHRASE);
    person.keys("Return");
    person.finds("journal", "heading", words.say("joint-title"));
}

/// From the card into the journal.
pub fn open_after_card(person: &Person) {
    person.presses("journal", "button", person.words.say("joint-open"));
    person.finds("journal", "button", person.words.say("today-new"));
}
