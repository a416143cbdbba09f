//! T13: somebody who has the key looks for what was erased: in every page of the files themselves,
//! free ones and the slack between cells too, and in every frame of the WAL.

use std::fs;

use boundaries::{pages::Reader, walking, writing};
use journal::{
    Behaviour, Better, Cover, Differently, EntryId, Field, JointCardText, Journal, OwnTrialPlan, PhaseKind,
    RuleText, Same, SaveAnswer, Scale, TeamPointText, TeamTheme, TwofoldText, WalkPlan, erase_same, without,
};
use testkit::TempVault;

const CANARY: &str = "kanariezwartgeel";
/// As much of it as a signpost of the index may keep.
const PIECE: &[u8] = b"nariezw";
const OTHERS: usize = 150;

fn reader(temp: &TempVault) -> Reader {
    Reader::of(&temp.data_key(), PIECE)
}

/// A journal of some hundred pages with a canary in every part of it; gives its entry.
fn with_canary(journal: &mut Journal) -> EntryId {
    for number in 0..OTHERS {
        let entry = journal.start_entry(writing::page(), writing::moment()).expect("an entry").id;
        let text = format!("{} nummer{number} kan kanarie kanariez kanariezz", "gewone woorden ".repeat(30));
        writing::save(journal, entry, None, &text).expect("an answer");
    }
    journal.search("woorden", 5).expect("it is indexed");
    journal.vault_mut().empty_log().expect("merged");
    let new = writing::sheet(writing::contact(CANARY), CANARY);
    let entry = journal.start_entry(new, writing::moment()).expect("an entry").id;
    let asked =
        Field::Question { pack: "basis", id: CANARY, version: 1, wording: "Wat deed kanariezwartgeel?" };
    let long: String = (0..2000).map(|number| format!("{CANARY}{number} ")).collect();
    let mut save = |answer, field, text: &str| {
        let save = SaveAnswer { entry, answer, field, text };
        journal.save_answer(save, writing::moment()).expect("an answer").id
    };
    let saved = save(None, asked, &long);
    save(None, Field::Own { wording: "Waarom kanariezwartgeel?" }, CANARY);
    // Written over, shorter: its former overflow pages are free.
    save(Some(saved), asked, &long[..long.len() / 3]);
    writing::say_all_over(journal, entry, CANARY);
    journal.leave(entry).expect("it is indexed");
    assert_eq!(journal.search(CANARY, 5).expect("a search").len(), 1);
    // Frozen for a walk-through that is prepared, and for one that was.
    let ids = [walking::prepare(journal, &[entry]), walking::prepare(journal, &[entry])];
    walking::begin(journal, ids[1]);
    journal.return_from_walk_through(ids[1]).expect("returned");
    entry
}

fn open(temp: &TempVault) -> Journal {
    Journal::open(temp.unlock()).expect("it opens")
}

fn entries(journal: &Journal) -> usize {
    usize::try_from(journal::tally(journal.vault().connection()).expect("a count").entries).expect("few")
}

fn check(journal: &Journal, expected: usize) {
    assert_eq!(entries(journal), expected);
    assert_eq!(writing::faults(journal), Vec::<String>::new());
}

#[test]
fn who_has_the_key_finds_nothing_of_an_erased_entry_in_any_file() {
    let temp = TempVault::set_up();
    let (mut journal, reader) = (open(&temp), reader(&temp));
    let entry = with_canary(&mut journal);
    assert!(reader.hits_in(temp.path()).1 > 100, "this way of looking finds what is there");
    journal.vault_mut().empty_log().expect("merged");
    assert!(reader.hits_in(temp.path()).0 > 100);

    journal.delete(entry, writing::moment()).expect("in the bin");
    journal.erase(entry).expect("erased");
    // At once, with the journal still open.
    assert_eq!(reader.hits_in(temp.path()), (0, 0));
    assert_eq!(fs::metadata(temp.path().join("journal.db-wal")).expect("a WAL").len(), 0);
    while journal.vault_mut().give_back(100).expect("given back") {}
    journal.close().expect("it locks");
    assert_eq!(reader.hits_in(temp.path()), (0, 0));
    check(&open(&temp), OTHERS);
}

#[test]
fn what_the_bin_lets_go_is_nowhere_either() {
    let temp = TempVault::set_up();
    let mut journal = open(&temp);
    let entry = with_canary(&mut journal);
    journal.delete(entry, writing::moment()).expect("in the bin");
    assert_eq!(journal.sweep(writing::moment() + chrono::TimeDelta::days(1)), Ok(1));
    assert_eq!(reader(&temp).hits_in(temp.path()), (0, 0));
}

/// What was learned says the canary wherever it can, and each of it is erased by itself.
#[test]
fn who_has_the_key_finds_nothing_of_what_was_learned_and_erased_in_any_file() {
    let temp = TempVault::set_up();
    let (mut journal, reader) = (open(&temp), reader(&temp));
    for number in 0..OTHERS {
        let entry = journal.start_entry(writing::page(), writing::moment()).expect("an entry").id;
        writing::save(&mut journal, entry, None, &format!("gewone woorden {number}")).expect("an answer");
    }
    let (now, today) = (writing::moment(), writing::moment().date_naive());
    let long = format!("{CANARY} {}", "gewoon ".repeat(30));
    let rule = |text: &str| RuleText::parse(text).expect("a rule");
    let kept = journal.keep_rule(&rule(&long), now).expect("kept").id;
    let other = journal.keep_rule(&rule(CANARY), now).expect("kept").id;
    journal.change_rule(kept, &rule(&format!("Eerst {CANARY}")), now).expect("changed");
    let wording = journal.change_rule(other, &rule("Eerst vragen"), now).expect("changed").former[0].id;
    let text = TwofoldText::parse(CANARY, &long, &long, CANARY).expect("a word");
    let word = journal.keep_twofold_word(&text, now).expect("kept").id;
    let theme = TeamTheme { id: CANARY.into(), name: CANARY.into() };
    let text = TeamPointText::parse(&format!("{long}\n{long}")).expect("a point");
    let point = journal.keep_team_point(Some(&theme), &text, today).expect("kept").id;
    let behaviour = Behaviour::parse(CANARY).expect("a behaviour");
    let plan = OwnTrialPlan { behaviour, scale: Scale::Count, better: Better::Higher };
    let trial = journal.start_own_trial(&plan, today).expect("started").row.id;
    let differently = Differently::parse(CANARY).expect("a phase");
    journal.begin_phase(trial, PhaseKind::Trial, &differently, today).expect("begun");
    journal.measure(trial, 7, today, today).expect("measured");
    journal.vault_mut().empty_log().expect("merged");
    assert!(reader.hits_in(temp.path()).0 > 8, "this way of looking finds what is there");

    journal.drop_rule(kept, Some(today)).expect("dropped");
    journal.erase_rule(kept).expect("erased");
    journal.erase_wording(wording).expect("erased");
    journal.erase_twofold_word(word).expect("erased");
    journal.erase_team_point(point).expect("erased");
    journal.erase_own_trial(trial).expect("erased");
    // At once, with the journal still open.
    assert_eq!(reader.hits_in(temp.path()), (0, 0));
    assert_eq!(fs::metadata(temp.path().join("journal.db-wal")).expect("a WAL").len(), 0);
    assert_eq!(journal.rules().expect("rules").len(), 1, "what was not erased stays");
    journal.close().expect("it locks");
    assert_eq!(reader.hits_in(temp.path()), (0, 0));
    check(&open(&temp), OTHERS);
}

/// What was put in the place of words, for whom and what for, and the card: of walk-throughs that are erased
/// by themselves, of a page that is taken out, and of a card that is thrown away.
#[test]
fn who_has_the_key_finds_nothing_of_a_walk_through_that_was_erased_in_any_file() {
    let temp = TempVault::set_up();
    let (mut journal, reader) = (open(&temp), reader(&temp));
    let mut entries = Vec::new();
    for number in 0..OTHERS {
        let entry = journal.start_entry(writing::page(), writing::moment()).expect("an entry").id;
        writing::save(&mut journal, entry, None, &format!("gewone woorden {number}")).expect("an answer");
        entries.push(entry);
    }
    let today = writing::moment().date_naive();
    let long = format!("{CANARY} ").repeat(220);
    let plan = WalkPlan::parse(CANARY, &format!("Wat zag {CANARY}?"), 15, None).expect("a plan");
    let ids = [0, 1, 2].map(|place| {
        let mut pages = [place, place + 1]
            .map(|place: usize| walking::page_of(&journal.entry(entries[place]).expect("an entry")));
        pages[0].blocks[0].text = long.clone();
        pages[0].blocks[0].heading = Some(CANARY.into());
        journal.prepare_walk_through(&pages, &[], writing::moment()).expect("prepared")
    });
    for id in ids {
        journal.change_walk_through(id, &plan, today).expect("changed");
    }
    let block = walking::first_page(&journal, ids[0]).blocks[0].id;
    let first = Cover { start: 0, end: 16 };
    journal
        .replace_in_walk_block(block, first, CANARY, &format!("{CANARY} {CANARY}"), today)
        .expect("replaced");
    for id in &ids[1..] {
        walking::begin(&mut journal, *id);
        let (discussed, take_along) = (long.clone(), CANARY.into());
        let text = JointCardText { discussed, take_along, ..JointCardText::default() };
        journal.save_joint_card(*id, &text).expect("saved");
    }
    journal.vault_mut().empty_log().expect("merged");
    assert!(reader.hits_in(temp.path()).0 > 100, "this way of looking finds what is there");

    journal.erase_walk_through(ids[0]).expect("erased");
    journal.erase_walk_through(ids[1]).expect("erased");
    journal.decide_joint_card(ids[2], false).expect("thrown away");
    let left = reader.hits_in(temp.path());
    assert!(left.0 > 0, "what was shown, and for whom, stays");
    journal.erase(entries[2]).expect("erased");
    assert!(reader.hits_in(temp.path()).0 < left.0, "the page went with its entry");
    journal.erase_walk_through(ids[2]).expect("erased");
    // At once, with the journal still open.
    assert_eq!(reader.hits_in(temp.path()), (0, 0));
    assert_eq!(fs::metadata(temp.path().join("journal.db-wal")).expect("a WAL").len(), 0);
    journal.close().expect("it locks");
    assert_eq!(reader.hits_in(temp.path()), (0, 0));
    check(&open(&temp), OTHERS - 1);
}

/// Before the verdict nothing is merged, so the words go when it is in, or with the lock.
#[test]
fn what_is_erased_before_the_verdict_is_gone_after_the_lock() {
    let temp = TempVault::set_up();
    let mut journal = open(&temp);
    let entry = with_canary(&mut journal);
    journal.close().expect("it locks");
    let mut journal = open(&temp);
    assert_eq!(journal.vault().verdict(), None);
    journal.erase(entry).expect("erased");
    journal.close().expect("it locks");
    assert_eq!(reader(&temp).hits_in(temp.path()), (0, 0));
}

#[test]
fn a_copy_is_rid_of_the_same_entry_and_of_no_other() {
    let temp = TempVault::set_up();
    let mut journal = open(&temp);
    let entry = with_canary(&mut journal);
    let same = journal.same(entry).expect("it is there");
    journal.close().expect("it locks");
    let copy = temp.copy();
    let reader = reader(&copy);
    assert!(reader.hits_in(copy.path()).0 > 100);

    let other_seed = Same { seed: same.seed + 1, ..same };
    let mut other = open(&copy);
    assert_eq!(erase_same(&mut other, &[other_seed]), Ok(0), "another entry with that number");
    assert_eq!(entries(&other), OTHERS + 1);
    other.close().expect("it locks");
    let mut vault = copy.unlock();
    writing::look(&mut vault).expect("it can be settled");
    let (vault, had) = without(vault, &[other_seed, same, same]).expect("erased");
    assert_eq!(had, 1);
    vault.lock().expect("it locks");
    assert_eq!(reader.hits_in(copy.path()), (0, 0));
    check(&open(&copy), OTHERS);
}
